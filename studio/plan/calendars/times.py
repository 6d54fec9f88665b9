"""Moments, days and durations as a calendar file writes them (RFC 5545, 3.3.4 to 3.3.6)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from studio.errors import InvalidValue
from studio.plan.calendars.lines import Property
from studio.plan.calendars.zones import Zones

_MOMENT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z?))?")
_DURATION = re.compile(
    r"([+-]?)P(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,7})M)?(?:(\d{1,8})S)?)?", re.IGNORECASE
)
UTC_ZONE = "UTC"


@dataclass(frozen=True, slots=True)
class Moment:
    """A day or a time on the clock of `zone`, an IANA name; None for a day, and where the file names no zone."""

    at: datetime | date
    zone: str | None = None

    @property
    def timed(self) -> bool:
        """Whether it has an hour."""
        return isinstance(self.at, datetime)

    def on_clock(self, zone: str) -> datetime | date:
        """It as wall time in `zone`; a day, and a time without a zone, are the same on every clock."""
        if not isinstance(self.at, datetime) or self.zone is None or self.zone == zone:
            return self.at
        there = self.at.replace(tzinfo=ZoneInfo(self.zone))
        try:
            return there.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
        except OverflowError:
            return self.at


def read_moment(found: Property, zones: Zones, value: str | None = None) -> Moment:
    """The moment of a DTSTART or its like; `value` is one of a list of them. Raises InvalidValue."""
    text = (found.value if value is None else value).strip()
    match = _MOMENT.fullmatch(text)
    try:
        if match is None:
            raise ValueError
        day = date(int(match[1]), int(match[2]), int(match[3]))
        if match[4] is None or found.parameters.get("VALUE", "").upper() == "DATE":
            return Moment(day)
        # The 60th second of a leap second is told as the 59th; an item stands on a minute.
        clock = time(int(match[4]), int(match[5]), min(int(match[6] or 0), 59))
    except ValueError:
        raise InvalidValue(f'{found.name} "{text[:40]}" is no date', "Correct it in the calendar program") from None
    name = found.parameters.get("TZID", "")
    zone = UTC_ZONE if match[7] else zones.named(name) if name else None
    return Moment(datetime.combine(day, clock), zone)


def read_moments(found: Property, zones: Zones) -> list[Moment]:
    """The moments of an EXDATE or RDATE; of a period, its beginning. Raises InvalidValue."""
    return [read_moment(found, zones, value.partition("/")[0]) for value in found.value.split(",") if value.strip()]


def minutes_between(first: Moment, last: Moment, zone: str) -> float:
    """The minutes that pass from `first` to `last`; `zone` is that of times that name none."""
    return (_instant(last, zone) - _instant(first, zone)).total_seconds() / 60


def _instant(moment: Moment, zone: str) -> datetime:
    at = moment.at if isinstance(moment.at, datetime) else datetime.combine(moment.at, time())
    if not moment.timed:  # days are counted as days, also that of 23 hours
        return at.replace(tzinfo=UTC)
    return at.replace(tzinfo=ZoneInfo(moment.zone or zone)).astimezone(UTC)


def read_duration(text: str) -> float:
    """The minutes of a DURATION such as "PT1H30M" or "P2D". Raises InvalidValue."""
    match = _DURATION.fullmatch(text.strip())
    if match is None or not any(match.groups()[1:]):
        raise InvalidValue(f'"{text[:40]}" is no duration', "Correct it in the calendar program")
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in match.groups()[1:])
    total = ((weeks * 7 + days) * 24 + hours) * 60 + minutes + seconds / 60
    return -total if match[1] == "-" else total


def stamp(at: datetime | date) -> str:
    """`at` as a value: "20261201T190000", "20261201"."""
    return at.strftime("%Y%m%dT%H%M%S") if isinstance(at, datetime) else at.strftime("%Y%m%d")


def moment_line(name: str, at: datetime | date, zone: str) -> str:
    """A content line that gives `at`: a day as VALUE=DATE, a time with its TZID, or in the UTC form in that zone."""
    return moments_line(name, [at], zone)


def moments_line(name: str, many: list[datetime | date], zone: str) -> str:
    """A content line that gives all of `many`, that are of one type."""
    values = [stamp(at) for at in many]
    if not isinstance(many[0], datetime):
        return f"{name};VALUE=DATE:{','.join(values)}"
    if zone == UTC_ZONE:
        return f"{name}:{','.join(f'{value}Z' for value in values)}"
    return f"{name};TZID={zone}:{','.join(values)}"


def utc_stamp(at: datetime) -> str:
    """An aware `at` as a value in UTC: "20261201T120000Z"."""
    return at.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def end_of(start: datetime, zone: str, minutes: float) -> datetime:
    """The wall time in `zone` at which what starts at `start` and takes `minutes` ends, to the second."""
    begun = start.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
    ended = begun + timedelta(seconds=round(minutes * 60))
    return ended.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
