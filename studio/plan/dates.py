"""When an item starts: wall time in an IANA zone, typed, stored and spoken."""

from __future__ import annotations

import difflib
import re
from datetime import date, datetime, time
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from studio.errors import InvalidValue
from studio.plan.item import DEFAULT_LANGUAGE

# What people in Indonesia call their three zones; none of them has daylight saving time.
INDONESIAN_ZONES = {"wib": "Asia/Jakarta", "wita": "Asia/Makassar", "wit": "Asia/Jayapura"}
FIRST_YEAR, LAST_YEAR = 1970, 2199

_START = re.compile(
    r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})"
    r"(?:[T\s]\s*(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?:[:.]00(?:\.0+)?)?)?"
)
_OFFSET = re.compile(r"(?:Z|[+-]\d{2}:?\d{2})$", re.IGNORECASE)
_ZONES = "Write WIB, WITA, WIT, or a name such as Asia/Jakarta"
_HOW = "Write it as 2026-12-01T19:00, or 2026-12-01 for a whole day"


def parse_start(text: str) -> datetime | date | None:
    """The start that `text` means: "2026-12-01T19:00" (or with a space), "2026-12-01" for a whole day, "" for none.

    A `datetime` is naive: wall time in the item's zone, to the minute. Raises InvalidValue.
    """
    text = text.strip()
    if not text:
        return None
    match = _START.fullmatch(text)
    if match is None:
        if _OFFSET.search(text) and ":" in text:
            raise InvalidValue(
                f'The start "{text}" carries an offset from UTC',
                "Write the time on the clock, such as 2026-12-01T19:00, and give the zone in its own field",
            )
        raise InvalidValue(f'"{text}" is no date that can be read', _HOW)
    try:
        day = date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        raise InvalidValue(f'There is no such day as "{text}"', _HOW) from None
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise InvalidValue(f"The year {day.year} is too far away", f"Take one from {FIRST_YEAR} to {LAST_YEAR}")
    if match["hour"] is None:
        return day
    try:
        return datetime.combine(day, time(int(match["hour"]), int(match["minute"])))
    except ValueError:
        raise InvalidValue(f'There is no such time as in "{text}"', "Hours go from 00 to 23, minutes to 59") from None


def format_start(start: datetime | date | None) -> str | None:
    """`start` as it is stored and as JSON has it: "2026-12-01T19:00", "2026-12-01" (all day) or None (undated)."""
    if start is None:
        return None
    if isinstance(start, datetime):
        return start.strftime("%Y-%m-%dT%H:%M")
    return start.isoformat()


def parse_zone(text: str) -> str:
    """The IANA name of the zone that `text` names, such as "Asia/Jakarta" or "WIB". Raises InvalidValue."""
    name = text.strip()
    name = INDONESIAN_ZONES.get(name.casefold(), name)
    if _is_zone(name):
        return name
    proper = _known_zones().get(name.casefold())
    if proper is not None:
        return proper
    close = difflib.get_close_matches(name.casefold(), _known_zones(), n=1)
    meant = f"Perhaps {_known_zones()[close[0]]} is meant; WIB, WITA and WIT can be written too" if close else _ZONES
    raise InvalidValue(f'"{text}" is no time zone', meant)


@cache
def _known_zones() -> dict[str, str]:
    # "EST" and its like are fixed offsets, and "localtime" is another zone on every machine: neither may be stored.
    return {zone.casefold(): zone for zone in available_timezones() if "/" in zone or zone == "UTC"}


@cache
def _is_zone(name: str) -> bool:
    if name not in INDONESIAN_ZONES.values():
        # A file system that ignores case would find "asia/jakarta" on one machine, and the next one would not.
        return _known_zones().get(name.casefold()) == name
    try:
        ZoneInfo(name)
    except ZoneInfoNotFoundError:
        return False
    return True


def zone_name(start: datetime, zone: str) -> str:
    """What the clock of `zone` is called at `start`: "WIB", "GMT", or "GMT+08" where it has no name of its own."""
    name = start.replace(tzinfo=ZoneInfo(zone)).tzname() or zone
    return name if name[:1].isalpha() else f"GMT{name}"


def spoken_date(start: datetime | date | None, zone: str, language: str = DEFAULT_LANGUAGE) -> str:
    """`start` as a person would say it: "Selasa, 8 Desember 2026, 12.00 WIB", "Tuesday, 8 December 2026" (all day).

    "" when undated. Languages that babel does not know are spoken in English.
    """
    if start is None:
        return ""
    from babel import Locale, UnknownLocaleError
    from babel.dates import format_date

    try:
        locale = Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        locale = Locale.parse("en")
    day = format_date(start, "EEEE, d MMMM y", locale=locale)
    if not isinstance(start, datetime):
        return day
    clock = start.strftime("%H.%M" if locale.language == "id" else "%H:%M")
    return f"{day}, {clock} {zone_name(start, zone)}"
