"""An iCalendar file of any program, as it was understood."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from studio.errors import InvalidValue
from studio.files import existing_file, read_text
from studio.plan.calendars.event_fields import told_by, uid_of, unread
from studio.plan.calendars.lines import Component, read_lines
from studio.plan.calendars.repeats import Repeats, lone_occurrence, read_repeats, series_of
from studio.plan.calendars.zones import Zones
from studio.plan.reading import Incoming, Reading
from studio.plan.texts import clean_line

LARGEST_FILE = 16 * 1024 * 1024
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
    _refuse_more(len(events))
    found.unread += [unread(event, _CUT_OFF) for event in events if not event.whole]
    masters, changed = _sorted([event for event in events if event.whole], found)
    number = 0
    for uid, master in masters.items():
        try:
            one = _read(master, changed.get(uid, ()), zones, ours=ours, today=today)
        except InvalidValue as error:
            found.unread.append(unread(master, error))
            continue
        if _repeats(master):
            changed.pop(uid, None)
        read.append(one)
        number += len(one.incoming)
        _refuse_more(number)
    _take_lone(changed, zones, found, ours=ours)
    floats = any(one.floats for one in read)
    notes = [note for one in read for note in one.notes] + _notes(parts, zones, floats=floats)
    return Reading(
        incoming=tuple(one for part in read for one in part.incoming),
        series=tuple(one.series for one in read if one.series is not None),
        unread=tuple(sorted((one for part in read for one in part.unread), key=lambda one: one.row)),
        source=next(filter(None, (clean_line(one.text("X-WR-CALNAME")) for one in calendars)), ""),
        notes=tuple(dict.fromkeys(notes)),
        missing_zone=floats,
    )


def _repeats(event: Component) -> bool:
    return any(event.first(name) is not None for name in ("RRULE", "RDATE", "EXRULE"))


def _read(master: Component, changed: Iterable[Component], zones: Zones, *, ours: bool, today: date) -> Repeats:
    if _repeats(master):
        return read_repeats(master, changed, zones, ours=ours, today=today)
    told = told_by(master, zones, ours=ours)
    item = Incoming(master.line, told.fields, uid_of(master), zone_assumed=told.zone_assumed)
    return Repeats(incoming=[item], notes=told.notes, floats=told.floats)


def _refuse_more(number: int) -> None:
    if number > MOST_EVENTS:
        raise InvalidValue(
            f"The calendar holds more than {MOST_EVENTS} sessions, repeats included",
            "Export a shorter time from the calendar program",
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


def _take_lone(changed: dict[str, list[Component]], zones: Zones, found: Repeats, *, ours: bool) -> None:
    """Take the occurrences whose series the file does not hold."""
    for uid, events in changed.items():
        for event in events:
            try:
                told = told_by(event, zones, ours=ours)
                found.incoming.append(lone_occurrence(event, zones, told, uid, ours=ours))
            except InvalidValue as error:
                found.unread.append(unread(event, error))


def _notes(parts: Iterable[Component], zones: Zones, *, floats: bool) -> list[str]:
    notes = [f'The time zone "{name}" is unknown: its times are read as {zones.own}' for name in sorted(zones.unknown)]
    if floats and not notes:
        notes.append(f"Times without a time zone are read as {zones.own}")
    counts: dict[str, int] = {}
    for part in parts:
        if part.name in _PASSED_OVER:
            counts[part.name] = counts.get(part.name, 0) + 1
    return notes + [
        f"{number} {_PASSED_OVER[name]} are no items and were passed over" for name, number in counts.items()
    ]
