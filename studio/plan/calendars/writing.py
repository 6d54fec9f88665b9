"""The plan as an iCalendar file (RFC 5545): an event for each item, one rule for each series.

Our own fields travel as X-SIAR- properties, each as text that `studio.plan.fields` reads back, so that nothing is
lost on the way to another workspace; other programs pass over them. In a file of ours, a field that is not told is
empty.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from studio.files import write_bytes
from studio.plan.calendars.event_lines import Revised, item_lines
from studio.plan.calendars.lines import escaped, file_of
from studio.plan.calendars.series_lines import occurrence_lines, series_lines
from studio.plan.calendars.times import UTC_ZONE
from studio.plan.calendars.zone_lines import zone_lines
from studio.plan.item import DEFAULT_ZONE, Item
from studio.plan.series import Series

PRODUCT = "-//Siar Studio//Siar Studio//EN"
_YEARS_AHEAD = 10  # years for which a zone is described beyond the last item: a series may have no end


@dataclass(frozen=True, slots=True)
class _Unchanged:
    changed: datetime
    sequence: int = 0


def write_calendar(
    path: Path,
    items: Iterable[Item],
    series: Iterable[Series] = (),
    revisions: Mapping[str, Revised] | None = None,
    *,
    apart: Container[str] = (),
    name: str = "Siar Studio",
) -> None:
    """Write `items` and `series` to `path`, whole or not at all; as `calendar_bytes`.

    Raises OutOfSpace or CannotWrite.
    """
    write_bytes(path, calendar_bytes(items, series, revisions, apart=apart, name=name))


def calendar_bytes(
    items: Iterable[Item],
    series: Iterable[Series] = (),
    revisions: Mapping[str, Revised] | None = None,
    *,
    apart: Container[str] = (),
    name: str = "Siar Studio",
    now: datetime | None = None,
) -> bytes:
    """The bytes of a calendar called `name`.

    A series is written as one rule with what was moved, changed and skipped, so `items` must hold all of its
    occurrences; of the series whose uid is in `apart`, only those that `items` hold, each by itself.
    `revisions` are by uid of the item or series; what has none is of `now` and unchanged.
    """
    items, known = list(items), {one.uid: one for one in series}
    unchanged = _Unchanged(now or datetime.now(UTC))

    def revision(uid: str) -> Revised:
        return (revisions or {}).get(uid, unchanged)

    made: dict[str, list[Item]] = {uid: [] for uid in known}
    lines = []
    for item in items:
        if item.series_uid in known and item.occurrence is not None:
            made[item.series_uid].append(item)
        else:
            lines += item_lines(item, revision(item.uid), uid=item.uid)
    for uid, one in known.items():
        if uid not in apart:
            lines += series_lines(one, made[uid], revision)
            continue
        for item in made[uid]:
            lines += occurrence_lines(item, revision(item.uid), one.pattern.zone)
    written = [one for uid, one in known.items() if uid not in apart or made[uid]]
    return file_of(
        [
            "BEGIN:VCALENDAR",
            f"PRODID:{PRODUCT}",
            "VERSION:2.0",
            "CALSCALE:GREGORIAN",
            f"X-WR-CALNAME:{escaped(name)}",
            f"X-WR-TIMEZONE:{DEFAULT_ZONE}",
            *_zones([*items, *(one.pattern for one in written)]),
            *lines,
            "END:VCALENDAR",
        ]
    )


def _zones(items: Iterable[Item]) -> list[str]:
    """A description of every zone in which one of `items` has an hour."""
    years: dict[str, list[int]] = {}
    for item in items:
        for at in (item.start, item.occurrence):
            if isinstance(at, datetime) and item.zone != UTC_ZONE:
                years.setdefault(item.zone, []).append(at.year)
    return [
        line
        for zone in sorted(years)
        for line in zone_lines(zone, min(years[zone]) - 1, max(years[zone]) + _YEARS_AHEAD)
    ]
