"""A series as one event with a rule, and as one more for each occurrence that differs from it (RFC 5545, 3.8.4.4)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from studio.plan.calendars.event_lines import Revised, item_lines, own_property
from studio.plan.calendars.lines import escaped
from studio.plan.calendars.times import moment_line, moments_line, stamp, utc_stamp
from studio.plan.dates import format_start
from studio.plan.episodes import titled
from studio.plan.item import Item
from studio.plan.readers import FIELDS
from studio.plan.recurrence import first_start
from studio.plan.series import Series, occurrence_items

ITEM_UID, SERIES_UID, OCCURRENCE = "X-SIAR-ITEM-UID", "X-SIAR-SERIES-UID", "X-SIAR-OCCURRENCE"
MADE_UNTIL = "X-SIAR-MADE-UNTIL"
_UNTIL = re.compile(r"UNTIL=(\d{4})(\d{2})(\d{2})(?!T)")


@dataclass(frozen=True, slots=True)
class _Revised:
    sequence: int
    changed: datetime


def series_lines(series: Series, made: Sequence[Item], revision: Callable[[str], Revised]) -> list[str]:
    """The content lines of `series`; `made` are its occurrences that there are, moved or not."""
    pattern = series.pattern
    # Other programs take DTSTART for an occurrence, so it must be one.
    first = first_start(series.rule, pattern.start or date.min) if pattern.start is not None else None
    if first is None:
        return [line for item in made for line in item_lines(item, revision(item.uid), uid=item.uid)]
    title = titled(pattern.title, None)  # the numbers are in the occurrences
    expected = _expected(series, first)
    kept = {item.occurrence: item for item in made}
    undated = {item.occurrence for item in made if item.start is None}
    gone = {*series.skipped, *(expected.keys() - kept.keys()), *undated}
    skipped = sorted((start for start in gone if type(start) is type(first)), key=str)
    extra = [f"RRULE:{rule_value(series.rule, first, pattern.zone)}"]
    if skipped:
        extra.append(moments_line("EXDATE", skipped, pattern.zone))
    if first != pattern.start:
        extra.append(f"{own_property('start')}:{format_start(pattern.start)}")
    if series.made_until is not None:
        extra.append(f"{MADE_UNTIL}:{stamp(series.made_until)}")
    revised = _revised(revision(series.uid), [revision(item.uid) for item in made])
    lines = item_lines(replace(pattern, start=first), revised, uid=series.uid, title=title, extra=extra)
    for item in made:
        told = expected.get(item.occurrence)
        if told is None or item.title != title or item.uid != told.uid or _differ(item, told):
            lines += occurrence_lines(item, revision(item.uid), pattern.zone)
    return lines


def occurrence_lines(item: Item, revision: Revised, zone: str) -> list[str]:
    """The content lines of one occurrence of a series in `zone`: the same UID, and the start that the rule gave it."""
    if item.occurrence is None:
        return item_lines(item, revision, uid=item.uid)
    if item.start is None:  # a task cannot be an occurrence of an event
        link = [f"{SERIES_UID}:{escaped(item.series_uid)}", f"{OCCURRENCE}:{format_start(item.occurrence)}"]
        return item_lines(item, revision, uid=item.uid, extra=link)
    link = [moment_line("RECURRENCE-ID", item.occurrence, zone), f"{ITEM_UID}:{escaped(item.uid)}"]
    return item_lines(item, revision, uid=item.series_uid, extra=link)


def rule_value(rule: str, start: datetime | date, zone: str) -> str:
    """`rule` as an RRULE has it: the last day of a series with an hour is given as a moment in UTC."""
    if not isinstance(start, datetime):
        return rule

    def moment(match: re.Match[str]) -> str:
        last = datetime.combine(date(int(match[1]), int(match[2]), int(match[3])), start.time())
        return f"UNTIL={utc_stamp(last.replace(tzinfo=ZoneInfo(zone)))}"

    return _UNTIL.sub(moment, rule)


def _expected(series: Series, first: datetime | date) -> dict[datetime | date | None, Item]:
    if series.made_until is None:
        return {}
    day = first.date() if isinstance(first, datetime) else first
    return {item.occurrence: item for item in occurrence_items(series, day, series.made_until)}


def _revised(own: Revised, made: Sequence[Revised]) -> Revised:
    """The revision of a series: an occurrence that is as its rule says again is told by it alone."""
    return _Revised(own.sequence, max([own.changed, *(one.changed for one in made)]))


def _differ(item: Item, other: Item) -> bool:
    return any(getattr(item, name) != getattr(other, name) for name in FIELDS)
