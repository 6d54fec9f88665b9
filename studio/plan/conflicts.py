"""What cannot both be: people and rooms that are booked twice, live sessions at the same time, days that are off."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from functools import cache
from zoneinfo import ZoneInfo

from studio.plan.commerce import Day, MarkKind
from studio.plan.dates import zone_name
from studio.plan.filters import hosts
from studio.plan.item import Item, Kind, Stage


class ConflictKind(StrEnum):
    """What clashes. `holiday` is a hint: a live session on a holiday or joint leave, which some teams want."""

    HOST = "host"
    STUDIO = "studio"
    LIVE_OVERLAP = "live_overlap"
    BLACKOUT = "blackout"
    HOLIDAY = "holiday"


@dataclass(frozen=True, slots=True)
class Conflict:
    """One clash. `items` are the ids of all that clash, by start; for a day off it is one item.

    `day` is where it stands in the calendar: the day of the last of them to begin, or the day off. `about` is the
    host, the studio, the name of the day off, or "" for an overlap. `begin` and `end` are the time that all of them
    share, in UTC, None for a day off.
    """

    kind: ConflictKind
    items: tuple[int, ...]
    day: date
    about: str = ""
    begin: datetime | None = None
    end: datetime | None = None

    @property
    def is_hint(self) -> bool:
        """Whether it is only worth a thought."""
        return self.kind is ConflictKind.HOLIDAY


# What an item takes where nobody said how long it is: a class hour, and the filming of a short video.
USUAL_MINUTES = {Kind.LIVE: 60.0, Kind.VIDEO: 15.0}
_OVER = frozenset({Stage.PUBLISHED, Stage.CANCELLED})
_FILMED = frozenset({Stage.RECORDED, Stage.SUBTITLED, Stage.SCHEDULED})
# What a calendar program writes where a meeting has no room.
_NO_ROOM = frozenset({"online", "daring", "zoom", "google meet", "microsoft teams meeting", "rapat microsoft teams"})
_NOBODY = frozenset({"-", "?", "tba", "tbd", "tbc", "n/a", "belum ada", "menyusul"})

_DAY_MIN = 24 * 60
_NEVER = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class _Booking:
    begin: datetime
    end: datetime
    item: Item


@dataclass(slots=True)
class _Held:
    """Who holds a host, a studio or the air at one moment of the sweep, and when the first of them will be done."""

    kind: ConflictKind
    name: str
    group: list[_Booking] = field(default_factory=list)
    soonest: datetime = _NEVER
    grew: bool = False  # since it was told last

    def told(self) -> Iterator[Conflict]:
        """The clash of those who hold it now, if there is one that was not told yet."""
        if self.grew and len(self.group) > 1:
            last = self.group[-1]
            day = last.item.day
            assert day is not None  # only what has an hour is booked
            ids = tuple(booking.item.id for booking in self.group)
            yield Conflict(self.kind, ids, day, self.name, last.begin, self.soonest)
        self.grew = False


def conflicts(
    items: Iterable[Item], days: Iterable[Day] = (), holidays: Mapping[date, str] | None = None
) -> list[Conflict]:
    """Every clash among `items`, by day. `days` are the team's own, `holidays` names the days that are worth a hint.

    What is cancelled clashes with nothing, nor does what is published and so over. An idea that was given an hour
    does: who is wanted for it twice should hear so while it is easily moved. A video that is recorded needs neither
    host nor studio when it goes out; on a blackout day it still cannot be published by anyone. An item of a whole day
    has no hour, and so clashes with days off only; one of several days, or over midnight, with those of all its days.
    Where no length is given, USUAL_MINUTES are taken. Times are compared as moments, whatever zones they are written
    in; what begins as another ends does not overlap it.
    """
    standing = [item for item in items if item.stage not in _OVER and item.day is not None]
    booked = sorted(_bookings(standing), key=lambda booking: (booking.begin, booking.item.id))
    found = [*_clashes(booked), *_days_off(standing, days, holidays or {})]
    return sorted(found, key=lambda conflict: (conflict.day, list(ConflictKind).index(conflict.kind), conflict.items))


def sentence(conflict: Conflict, items: Mapping[int, Item]) -> str:
    """The evidence in English, with every item and its time: 'Bima is booked twice: "A" (Sat 12 Dec 12:00-14:00 WIB)
    and "B" (Sat 12 Dec 13:00-14:00 WIB)'. `items` holds those of the conflict by id.
    """
    told = [f'"{items[number].title}" ({slot(items[number])})' for number in conflict.items]
    joined = " and ".join([", ".join(told[:-1]), told[-1]]) if len(told) > 1 else told[0]
    times = "twice" if len(told) == 2 else f"{len(told)} times"
    match conflict.kind:
        case ConflictKind.HOST:
            return f"{conflict.about} is booked {times}: {joined}"
        case ConflictKind.STUDIO:
            return f"The studio {conflict.about} is booked {times}: {joined}"
        case ConflictKind.LIVE_OVERLAP:
            return f"{len(told)} live sessions overlap: {joined}"
        case ConflictKind.BLACKOUT:
            return f"{joined} is on a blackout day: {conflict.about}"
        case ConflictKind.HOLIDAY:
            return f"{joined} is a live session on a day off: {conflict.about}"


def slot(item: Item) -> str:
    """When an item takes place, in English: "Sat 12 Dec 12:00-14:00 WIB", "Sat 12 Dec" for all day."""
    if item.day is None:
        return "no date"
    if not isinstance(item.start, datetime):
        last = days_of(item)[-1]
        return _short_day(item.day) + (f" to {_short_day(last)}" if last > item.day else "")
    end = item.start + timedelta(minutes=minutes(item))
    ends = f"{_short_day(end)} {end:%H:%M}" if end - item.start >= timedelta(days=1) else f"{end:%H:%M}"
    return f"{_short_day(item.day)} {item.start:%H:%M}-{ends} {zone_name(item.start, item.zone)}"


def _short_day(day: date) -> str:
    return f"{_WEEKDAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}"


def minutes(item: Item) -> float:
    """How long an item takes, in minutes."""
    return item.duration_min or USUAL_MINUTES[item.kind]


def days_of(item: Item) -> list[date]:
    """The days that an item takes in its own zone: more than one where it goes over midnight, [] without a date."""
    if item.day is None:
        return []
    if isinstance(item.start, datetime):
        last = (item.start + timedelta(minutes=minutes(item)) - timedelta(microseconds=1)).date()
    else:
        last = item.day + timedelta(days=max(0, math.ceil((item.duration_min or 0) / _DAY_MIN) - 1))
    return [item.day + timedelta(days=offset) for offset in range((last - item.day).days + 1)]


# strftime would speak the language of the machine.
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def _bookings(items: Iterable[Item]) -> Iterator[_Booking]:
    for item in items:
        if isinstance(item.start, datetime):
            begin = item.start.replace(tzinfo=_zone(item.zone)).astimezone(UTC)
            yield _Booking(begin, begin + timedelta(minutes=minutes(item)), item)


@cache
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)


def _clashes(booked: Iterable[_Booking]) -> Iterator[Conflict]:
    """A sweep over the bookings by their begin: for every host, studio and for the live sessions, who is at it now.

    A group of bookings is told once, when the first of them ends after the last one came: three at one hour are one
    clash and not three.
    """
    held: dict[tuple[ConflictKind, str], _Held] = {}
    for booking in booked:
        for kind, name in _resources(booking.item):
            now = held.setdefault((kind, name.casefold()), _Held(kind, name))
            if now.group and now.soonest <= booking.begin:
                yield from now.told()
                now.group = [one for one in now.group if one.end > booking.begin]
                now.soonest = min((one.end for one in now.group), default=booking.end)
            now.soonest = min(now.soonest, booking.end)
            now.group.append(booking)
            now.grew = True
    for now in held.values():
        yield from now.told()


def _resources(item: Item) -> Iterator[tuple[ConflictKind, str]]:
    """What an item takes for its time, each with the name that it is typed by."""
    if item.kind is Kind.LIVE:
        yield ConflictKind.LIVE_OVERLAP, ""
    elif item.stage in _FILMED or item.recording:
        return
    for kind, taken in ((ConflictKind.HOST, hosts(item)), (ConflictKind.STUDIO, (item.studio.strip(),))):
        distinct = {name.casefold(): name for name in reversed(taken)}
        none = _NOBODY if kind is ConflictKind.HOST else _NOBODY | _NO_ROOM
        yield from ((kind, name) for folded, name in distinct.items() if folded and folded not in none)


def _days_off(items: Iterable[Item], days: Iterable[Day], holidays: Mapping[date, str]) -> Iterator[Conflict]:
    blackouts: dict[date, str] = {}
    for off in days:
        if off.kind is MarkKind.BLACKOUT and not off.hidden:
            for offset in range((off.last - off.first).days + 1):
                blackouts.setdefault(off.first + timedelta(days=offset), off.name)
    for item in items:
        taken = days_of(item)
        off_day = next((day for day in taken if day in blackouts), None)
        if off_day is not None:
            yield Conflict(ConflictKind.BLACKOUT, (item.id,), off_day, blackouts[off_day])
        elif item.kind is Kind.LIVE and (day := next((day for day in taken if day in holidays), None)) is not None:
            yield Conflict(ConflictKind.HOLIDAY, (item.id,), day, holidays[day])
