"""An event that repeats, with what was moved, changed and skipped of it, as a series and its occurrences."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from studio.errors import InvalidValue
from studio.plan.calendars.event_fields import Told, made_uid, told_by, uid_of, unread
from studio.plan.calendars.event_lines import default_of, own_property
from studio.plan.calendars.lines import Component
from studio.plan.calendars.series_lines import ITEM_UID, MADE_UNTIL, OCCURRENCE, SERIES_UID
from studio.plan.calendars.times import read_moment, read_moments, stamp
from studio.plan.calendars.zones import Zones
from studio.plan.dates import parse_start
from studio.plan.episodes import titled
from studio.plan.item import Item
from studio.plan.readers import FIELDS
from studio.plan.reading import Incoming, Unread
from studio.plan.recurrence import occurrences, parse_rule
from studio.plan.series import Series, occurrence_items
from studio.plan.texts import clean_line

MOST_OCCURRENCES = 1500  # of one series, up to the horizon: a class every working day for six years
_AHEAD = timedelta(weeks=12)  # how far other programs' repeats are made
_FURTHEST = timedelta(days=3 * 366)  # no file makes occurrences further ahead than that


@dataclass(slots=True)
class Repeats:
    """What was read of one event, or of several that do not repeat, which have no `series`.

    `floats` says that one of them has an hour and no zone.
    """

    series: Series | None = None
    incoming: list[Incoming] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    floats: bool = False


def series_of(event: Component) -> str:
    """The uid of the series of which `event` is one occurrence, "" where it is none."""
    if event.first("RECURRENCE-ID") is not None:
        return uid_of(event)
    return clean_line(event.text(SERIES_UID)) if event.first(OCCURRENCE) is not None else ""


def occurrence_of(event: Component, zones: Zones, like: datetime | date | None, zone: str) -> datetime | date | None:
    """The original start of an occurrence as wall time in `zone`, of the type of `like`. Raises InvalidValue."""
    own, found = event.first(OCCURRENCE), event.first("RECURRENCE-ID")
    if found is None:
        return parse_start(own.text) if own is not None else None
    if found.parameters.get("RANGE", "").upper() == "THISANDFUTURE":
        raise InvalidValue(
            "The change is for this and all following occurrences, in a way that only its own program knows",
            "End the repeat there and make a new one, then export again",
        )
    return _typed(read_moment(found, zones).on_clock(zone), like)


def lone_occurrence(event: Component, zones: Zones, told: Told, series_uid: str, *, ours: bool) -> Incoming:
    """An occurrence whose series is not in the file."""
    found = event.first("RECURRENCE-ID")
    named = read_moment(found, zones).zone if found is not None else None
    # Others give a moment in UTC whatever the zone of the series; we only where it is UTC.
    at = occurrence_of(event, zones, None, zones.own if named is None or (named == "UTC" and not ours) else named)
    uid = clean_line(event.text(ITEM_UID)) or (
        uid_of(event) if found is None else made_uid(f"{series_uid}/{stamp(at or date.min)}")
    )
    return Incoming(event.line, told.fields, uid, series_uid=series_uid, occurrence=at, zone_assumed=told.zone_assumed)


def read_repeats(master: Component, changed: Iterable[Component], zones: Zones, *, ours: bool, today: date) -> Repeats:
    """The series of `master` and its occurrences up to the horizon, `changed` among them. Raises InvalidValue."""
    told = told_by(master, zones, ours=ours)
    found = Repeats(notes=told.notes, floats=told.floats)
    uid, zone = uid_of(master), _settle_zone(master, told, zones)
    start = told.fields["start"]
    if start is None:
        raise InvalidValue("The task repeats, but has no start", "Give it a date in the calendar program")
    differing = _differing(changed, zones, told, start, zone, ours=ours, found=found)
    extra = [_typed(moment.on_clock(zone), start) for one in master.all("RDATE") for moment in read_moments(one, zones)]
    _refuse_more(len(extra), "on listed days")
    rules = master.all("RRULE")
    if len(rules) > 1 or master.first("EXRULE") is not None:
        raise InvalidValue("The event repeats by several rules at once", "Make an event for each, then export again")
    if rules:
        series = _series(master, told, rules[0].value, zones, zone, uid, set(differing), ours=ours, today=today)
        if not ours and start not in occurrences(series.rule, start, _day(start), _day(start)):
            extra.append(start)  # others count the start as an occurrence, also where the rule does not give it
        _take_series(found, master, told, series, differing)
    else:
        extra.append(start)
    skipped = _skipped(master, zones, start, zone)
    for at in sorted({one for one in extra if one is not None and one not in skipped}, key=str):
        one = uid if at == start and not rules else made_uid(f"{uid}/{stamp(at)}")
        event, fields = differing.pop(at, (master, told.fields | {"start": at}))
        found.incoming.append(Incoming(event.line, fields, one, zone_assumed=told.zone_assumed))
    for at, (event, fields) in differing.items():
        found.incoming.append(_occurrence(event, fields, uid, at, told))
    return found


def _series(
    master: Component, told: Told, rule: str, zones: Zones, zone: str, uid: str, kept: set[datetime | date],
    *, ours: bool, today: date,
) -> Series:  # fmt: skip
    start = told.fields["start"]
    rule = parse_rule(rule, start, zone)
    first = parse_start(master.text(own_property("start")))
    title = clean_line(master.text(own_property("title")))
    if title and titled(title, None) == told.fields["title"]:
        told.fields["title"] = title
    values = {name: default_of(name) for name in FIELDS} | told.fields
    if not ours and not values["series"]:
        values["series"] = values["title"]
    values["start"] = told.fields["start"] = _typed(first, start) if first is not None else start
    made_until: date | None = max(today, _day(start)) + _AHEAD
    if ours:
        until = master.first(MADE_UNTIL)
        at = read_moment(until, zones).at if until is not None else None
        made_until = None if at is None else min(_day(at), today + _FURTHEST)
    skipped = tuple(sorted(_skipped(master, zones, start, zone) - kept, key=str))
    return Series(rule, Item(**values, uid=uid), uid=uid, skipped=skipped, made_until=made_until)


def _take_series(
    found: Repeats, master: Component, told: Told, series: Series, differing: dict[datetime | date, Any]
) -> None:
    made = occurrence_items(series, date.min, series.made_until) if series.made_until is not None else []
    _refuse_more(len(made), f"up to {series.made_until}")
    found.series = series
    assumed = told.zone_assumed
    found.incoming.append(Incoming(master.line, told.fields, series.uid, series=series, zone_assumed=assumed))
    for item in made:
        if item.occurrence is None:
            continue
        event, fields = differing.pop(item.occurrence, (master, {name: getattr(item, name) for name in told.fields}))
        found.incoming.append(_occurrence(event, fields, series.uid, item.occurrence, told, item.uid))


def _refuse_more(times: int, when: str) -> None:
    if times > MOST_OCCURRENCES:
        raise InvalidValue(
            f"The event repeats {times} times {when}",
            f"Give the repeat a later start in the calendar program: up to {MOST_OCCURRENCES} times are taken",
        )


def _occurrence(
    event: Component, fields: dict[str, Any], series_uid: str, at: datetime | date, told: Told, uid: str = ""
) -> Incoming:
    uid = clean_line(event.text(ITEM_UID)) or uid or made_uid(f"{series_uid}/{stamp(at)}")
    if event.name == "VTODO" and event.first(OCCURRENCE) is not None:
        uid = uid_of(event)
    return Incoming(event.line, fields, uid, series_uid=series_uid, occurrence=at, zone_assumed=told.zone_assumed)


def _differing(
    events: Iterable[Component], zones: Zones, master: Told, start: datetime | date, zone: str,
    *, ours: bool, found: Repeats,
) -> dict[datetime | date, tuple[Component, dict[str, Any]]]:  # fmt: skip
    """The occurrences that have an event of their own, by their original start; what each tells."""
    differing: dict[datetime | date, tuple[Component, dict[str, Any]]] = {}
    for event in events:
        try:
            told = told_by(event, zones, ours=ours)
            at = occurrence_of(event, zones, start, zone)
        except InvalidValue as error:
            found.unread.append(unread(event, error))
            continue
        found.notes += told.notes
        # What the series mentions and this event does not is empty here.
        emptied = {name: default_of(name) for name in master.fields if name not in ("zone", "stage", "kind")}
        if at is not None:
            differing[at] = event, emptied | told.fields
    return differing


def _settle_zone(master: Component, told: Told, zones: Zones) -> str:
    """The zone by whose clock the event repeats; one that is given in UTC keeps to UTC where that is not the same."""
    zone = str(told.fields.get("zone", zones.own))
    start = told.start
    if start is None or start.zone != "UTC" or not isinstance(start.at, datetime) or not told.zone_assumed:
        return zone
    clock = ZoneInfo(zone)
    offsets = {clock.utcoffset(datetime(start.at.year, month, 1)) for month in range(1, 13)}
    if len(offsets) > 1 or _day(start.on_clock(zone)) != start.at.date():
        zone = "UTC"
        told.fields |= {"zone": zone, "start": start.at.replace(second=0)}
    return zone


def _skipped(master: Component, zones: Zones, start: datetime | date, zone: str) -> set[datetime | date]:
    found = set()
    for one in master.all("EXDATE"):
        for moment in read_moments(one, zones):
            at = _typed(moment.on_clock(zone), start)
            if at is not None:
                found.add(at)
    return found


def _typed(at: datetime | date | None, like: datetime | date | None) -> datetime | date | None:
    """`at` to the minute, of the type of `like`: Outlook gives the day of one occurrence of a series with an hour."""
    if isinstance(at, datetime):
        return at.date() if like is not None and not isinstance(like, datetime) else at.replace(second=0)
    return datetime.combine(at, like.time()) if at is not None and isinstance(like, datetime) else at


def _day(at: datetime | date) -> date:
    return at.date() if isinstance(at, datetime) else at
