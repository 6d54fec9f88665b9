"""An iCalendar file of any program, as it was understood."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from studio.errors import InvalidValue
from studio.files import existing_file, read_text
from studio.plan.calendars.event_fields import Told, told_by, uid_of, unread
from studio.plan.calendars.lines import Component, read_lines
from studio.plan.calendars.repeats import Repeats, lone_occurrence, read_repeats, series_of
from studio.plan.calendars.zones import Zones
from studio.plan.reading import Incoming, Reading
from studio.plan.texts import clean_line

LARGEST_FILE = 32 * 1024 * 1024
MOST_EVENTS = 50_000
_OURS = "-//Siar Studio//"
_CUT_OFF = "The file ends within this event. Export it again: it was cut off"
_PASSED_OVER = {"VJOURNAL": "journal entries", "VFREEBUSY": "busy times", "VAVAILABILITY": "opening hours"}


def read_calendar(path: Path, *, today: date) -> Reading:
    """What the calendar file `path` says; occurrences of a repeat are made up to the horizon from `today`.

    One event that is wrong does not take the others with it. Raises NotFound, or InvalidValue for a file that is no
    calendar or too large.
    """
    size = existing_file(path).stat().st_size
    if size > LARGEST_FILE:
        raise InvalidValue(
            f"{path.name} has {size / 1024 / 1024:.0f} MB, more than any plan",
            f"Export a shorter time from the calendar program, of {LARGEST_FILE // 1024 // 1024} MB at most",
        )
    try:
        return read_calendar_text(read_text(path), today=today)
    except InvalidValue as error:
        raise InvalidValue(f"{path.name}: {error.happened}", error.advice) from None


def read_calendar_text(text: str, *, today: date) -> Reading:
    """As `read_calendar`, of a text."""
    calendars = read_lines(text)
    zones = Zones(calendars)
    found = Repeats()
    read: list[Repeats] = [found]
    ours = all(one.text("PRODID").startswith(_OURS) for one in calendars)
    parts = [part for calendar in calendars for part in calendar.parts]
    events = [part for part in parts if part.name in ("VEVENT", "VTODO")]
    if len(events) > MOST_EVENTS:
        raise InvalidValue(f"The calendar has {len(events)} events", "Export a shorter time from the calendar program")
    found.unread += [unread(event, _CUT_OFF) for event in events if not event.whole]
    masters, changed = _sorted([event for event in events if event.whole], found)
    floating = False
    series = []
    for uid, master in masters.items():
        try:
            if any(master.first(name) is not None for name in ("RRULE", "RDATE", "EXRULE")):
                one = read_repeats(master, changed.get(uid, ()), zones, ours=ours, today=today)
                changed.pop(uid, None)
                read.append(one)
                series += [one.series] if one.series is not None else []
            else:
                told = told_by(master, zones, ours=ours)
                found.notes += told.notes
                found.incoming.append(Incoming(master.line, told.fields, uid, zone_assumed=told.zone_assumed))
                floating |= _floats(told)
        except InvalidValue as error:
            found.unread.append(unread(master, error))
    found = _lone(changed, zones, found, ours=ours)
    notes = [note for one in read for note in one.notes] + _notes(parts, zones, floating=floating)
    return Reading(
        incoming=tuple(one for part in read for one in part.incoming),
        series=tuple(series),
        unread=tuple(sorted((one for part in read for one in part.unread), key=lambda one: one.row)),
        source=next(filter(None, (clean_line(one.text("X-WR-CALNAME")) for one in calendars)), ""),
        notes=tuple(dict.fromkeys(notes)),
        missing_zone=floating,
    )


def _sorted(events: Iterable[Component], found: Repeats) -> tuple[dict[str, Component], dict[str, list[Component]]]:
    """The events by uid, and those that are one occurrence by the uid of their series.

    Of two with one uid the one that was changed more often is taken, the later in the file where they are even.
    """
    masters: dict[str, Component] = {}
    changed: dict[str, dict[str, Component]] = {}
    older = 0
    for event in events:
        series = series_of(event)
        if series:
            at = event.first("RECURRENCE-ID")
            of_one, key = changed.setdefault(series, {}), at.value if at is not None else uid_of(event)
        else:
            of_one, key = masters, uid_of(event)
        present = of_one.get(key)
        older += present is not None
        if present is None or _sequence(event) >= _sequence(present):
            of_one[key] = event
    if older:
        found.notes.append(f"{older} older versions of events in the file were passed over")
    return masters, {uid: list(of_one.values()) for uid, of_one in changed.items()}


def _sequence(event: Component) -> int:
    text = event.text("SEQUENCE").strip()
    return int(text) if text.isdecimal() and len(text) < 10 else 0


def _lone(changed: dict[str, list[Component]], zones: Zones, found: Repeats, *, ours: bool) -> Repeats:
    """Take the occurrences whose series the file does not hold."""
    for uid, events in changed.items():
        for event in events:
            try:
                told = told_by(event, zones, ours=ours)
                found.incoming.append(lone_occurrence(event, zones, told, uid))
            except InvalidValue as error:
                found.unread.append(unread(event, error))
    return found


def _floats(told: Told) -> bool:
    return told.start is not None and told.start.timed and told.start.zone is None


def _notes(parts: Iterable[Component], zones: Zones, *, floating: bool) -> list[str]:
    notes = [f'The time zone "{name}" is unknown: its times are read as {zones.own}' for name in sorted(zones.unknown)]
    if floating and not notes:
        notes.append(f"Times without a time zone are read as {zones.own}")
    counts: dict[str, int] = {}
    for part in parts:
        if part.name in _PASSED_OVER:
            counts[part.name] = counts.get(part.name, 0) + 1
    return notes + [
        f"{number} {_PASSED_OVER[name]} are no items and were passed over" for name, number in counts.items()
    ]
