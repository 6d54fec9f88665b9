"""Which zone a calendar file means by the names that its program gives to zones."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from studio.errors import InvalidValue
from studio.plan.calendars.lines import Component
from studio.plan.dates import INDONESIAN_ZONES, parse_zone
from studio.plan.item import DEFAULT_ZONE

# What Windows calls the three zones of Indonesia (CLDR, windowsZones.xml, territory ID); each clock is the same.
_WINDOWS_IN_INDONESIA = {
    "SE Asia Standard Time": "Asia/Jakarta",
    "Singapore Standard Time": "Asia/Makassar",
    "Tokyo Standard Time": "Asia/Jayapura",
}
# Looked at first where a file only describes a clock: Havana's is nearly that of New York.
_COMMON = ("Europe/London", "Europe/Berlin", "America/New_York", "America/Chicago", "America/Denver")
_YEAR = 2026  # in which clocks are compared; what governments change later comes with newer tzdata


class Zones:
    """The zones of one file: `own` is the IANA name of what the calendar itself is in, else our default.

    `unknown` gathers the names that stand for no zone that can be found.
    """

    def __init__(self, calendars: Sequence[Component] = ()) -> None:
        self._described: dict[str, Component] = {}
        for calendar in calendars:
            for part in calendar.parts:
                if part.name == "VTIMEZONE":
                    self._described.setdefault(part.text("TZID"), part)
        told = next(filter(None, (calendar.text("X-WR-TIMEZONE") for calendar in calendars)), "")
        self._found: dict[str, str | None] = {}
        self.own = DEFAULT_ZONE
        self.unknown: set[str] = set()
        self.own = (self.named(told) if told else None) or DEFAULT_ZONE

    def named(self, name: str) -> str | None:
        """The IANA name of the zone `name`, None where it cannot be found."""
        if name not in self._found:
            self._found[name] = self._look(name)
            if self._found[name] is None:
                self.unknown.add(name)
        return self._found[name]

    def _look(self, name: str) -> str | None:
        described = self._described.get(name)
        names = _other_names(name)
        if described is not None:
            names = [*names, described.text("X-LIC-LOCATION")]
        for one in names:
            zone = _known(one)
            if zone is not None:
                return zone
        return None if described is None else _of_offsets(_offsets(described), self.own)


def _other_names(name: str) -> list[str]:
    """`name`, what Windows means by it, and what follows a sender's prefix ("/example.org/2024/Asia/Jakarta")."""
    plain = name.strip().strip('"')
    parts = plain.strip("/").split("/")
    return [plain, _windows().get(plain, ""), *("/".join(parts[start:]) for start in range(len(parts)))]


@cache
def _windows() -> dict[str, str]:
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    return WINDOWS_TO_OLSON | _WINDOWS_IN_INDONESIA


@cache
def _known(name: str) -> str | None:
    # Abbreviations are left to the file's own description: "IST" is three zones.
    if not name or ("/" not in name and name.upper() not in ("UTC", "GMT", "Z")):
        return None
    try:
        return parse_zone("UTC" if name.upper() in ("GMT", "Z") else name)
    except InvalidValue:
        return None


def _offsets(zone: Component) -> dict[int, int]:
    """The offset from UTC, in minutes, that a VTIMEZONE gives for each month in which the clock is not changed."""
    newest: dict[str, tuple[str, int, int]] = {}
    for part in zone.parts:
        offset = _minutes(part.text("TZOFFSETTO"))
        changes = ",".join([part.text("DTSTART"), *(one.value for one in part.all("RDATE"))])
        onset = max(changes.split(","))
        rule = dict(pair.split("=", 1) for pair in part.text("RRULE").upper().split(";") if "=" in pair)
        month = rule.get("BYMONTH", onset[4:6])
        if offset is not None and month.isdigit() and onset >= newest.get(part.name, ("", 0, 0))[0]:
            newest[part.name] = onset, int(month), offset
    onsets = sorted((month, offset) for _, month, offset in newest.values())
    if len(onsets) < 2:
        return {month: offset for month in range(1, 13) for _, offset in onsets}
    offsets: dict[int, int] = {}
    for number in sorted(set(range(1, 13)) - {begun for begun, _ in onsets}):
        # Before the first change of a year, the last one of the year before holds.
        offsets[number] = next((after for begun, after in reversed(onsets) if begun < number), onsets[-1][1])
    return offsets


def _minutes(offset: str) -> int | None:
    digits = offset[1:]
    if offset[:1] not in ("+", "-") or not digits.isdigit() or len(digits) not in (4, 6):
        return None
    minutes = int(digits[:2]) * 60 + int(digits[2:4])
    return -minutes if offset[0] == "-" else minutes


def _of_offsets(offsets: dict[int, int], own: str) -> str | None:
    """A zone whose clock shows these offsets: the calendar's own, one of Indonesia, one that Windows takes for many."""
    wanted = (own, *INDONESIAN_ZONES.values(), *_COMMON, *_windows().values())
    return next((zone for zone in wanted if offsets and _fits(offsets, zone)), None)


@cache
def _shown(zone: str) -> tuple[int, ...]:
    moments = (datetime(_YEAR, month, 15, tzinfo=UTC).astimezone(ZoneInfo(zone)) for month in range(1, 13))
    return tuple(round((moment.utcoffset() or timedelta()).total_seconds() / 60) for moment in moments)


def _fits(offsets: dict[int, int], zone: str) -> bool:
    shown = _shown(zone)
    return set(offsets.values()) == set(shown) and all(shown[month - 1] == offset for month, offset in offsets.items())
