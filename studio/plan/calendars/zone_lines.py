"""A zone described for programs that do not know it (VTIMEZONE, RFC 5545, 3.6.5)."""

from __future__ import annotations

import calendar
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_STEP = timedelta(days=7)  # no zone has changed its clock twice within a week


@dataclass(frozen=True, slots=True)
class Onset:
    """A change of the clock: `at` is the wall time, by the offset before, at which it happens."""

    at: datetime
    before: timedelta
    after: timedelta
    name: str
    daylight: bool

    @property
    def kind(self) -> tuple[timedelta, timedelta, str, bool]:
        """What the changes of every year have in common."""
        return self.before, self.after, self.name, self.daylight


@lru_cache(maxsize=64)
def zone_lines(zone: str, first_year: int, last_year: int) -> tuple[str, ...]:
    """The content lines of the VTIMEZONE of `zone`, right from `first_year` to `last_year`.

    Changes that come by the same rule every year are written as that rule, so that they go on after `last_year` too
    (and because Outlook reads no others); the rest are listed.
    """
    start = datetime(first_year, 1, 1)
    clock = start.replace(tzinfo=ZoneInfo(zone))
    offset = clock.utcoffset() or timedelta()
    lines = ["BEGIN:VTIMEZONE", f"TZID:{zone}"]
    lines += _observance([Onset(start, offset, offset, clock.tzname() or zone, bool(clock.dst()))], 0, 0)
    groups: dict[object, list[Onset]] = {}
    for onset in _onsets(zone, first_year, last_year):
        groups.setdefault(onset.kind, []).append(onset)
    for group in groups.values():
        lines += _observance(group, first_year, last_year)
    return (*lines, "END:VTIMEZONE")


def _observance(onsets: Sequence[Onset], first_year: int, last_year: int) -> list[str]:
    first = onsets[0]
    name = "DAYLIGHT" if first.daylight else "STANDARD"
    lines = [f"BEGIN:{name}", f"DTSTART:{_stamp(first.at)}"]
    rule = _rule(onsets) if [onset.at.year for onset in onsets] == list(range(first_year, last_year + 1)) else ""
    if rule:
        lines.append(f"RRULE:{rule}")
    elif len(onsets) > 1:
        lines.append(f"RDATE:{','.join(_stamp(onset.at) for onset in onsets[1:])}")
    return [
        *lines,
        f"TZOFFSETFROM:{_offset(first.before)}",
        f"TZOFFSETTO:{_offset(first.after)}",
        f"TZNAME:{first.name}",
        f"END:{name}",
    ]


def _rule(onsets: Sequence[Onset]) -> str:
    """The yearly rule that gives every one of `onsets`, "" where none does."""
    first = onsets[0].at
    if len(onsets) < 2 or any((at.month, at.weekday(), at.time()) != (first.month, first.weekday(), first.time())
                              for at in (onset.at for onset in onsets)):  # fmt: skip
        return ""
    weeks = {(onset.at.day + 6) // 7 for onset in onsets}
    if all(onset.at.day + 7 > calendar.monthrange(onset.at.year, onset.at.month)[1] for onset in onsets):
        week = -1
    elif len(weeks) == 1:
        week = weeks.pop()
    else:
        return ""
    return f"FREQ=YEARLY;BYMONTH={first.month};BYDAY={week}{_DAYS[first.weekday()]}"


def _onsets(zone: str, first_year: int, last_year: int) -> Iterator[Onset]:
    """Every change of the clock of `zone` from the first year to the last."""
    clock = ZoneInfo(zone)
    low, end = datetime(first_year, 1, 1, tzinfo=UTC), datetime(last_year + 1, 1, 1, tzinfo=UTC)
    while low < end:
        high = low + _STEP
        if _shown(low, clock) != _shown(high, clock):
            after = _change(low, high, clock)
            before = (after - timedelta(seconds=1)).astimezone(clock).utcoffset() or timedelta()
            there = after.astimezone(clock)
            at = (after + before).replace(tzinfo=None)
            yield Onset(at, before, there.utcoffset() or timedelta(), there.tzname() or zone, bool(there.dst()))
        low = high


def _change(low: datetime, high: datetime, clock: ZoneInfo) -> datetime:
    """The first second at which the clock shows what it shows at `high` and not what it shows at `low`."""
    old = _shown(low, clock)
    while high - low > timedelta(seconds=1):
        middle = (low + (high - low) / 2).replace(microsecond=0)
        low, high = (middle, high) if _shown(middle, clock) == old else (low, middle)
    return high


def _shown(moment: datetime, clock: ZoneInfo) -> tuple[timedelta | None, str | None]:
    there = moment.astimezone(clock)
    return there.utcoffset(), there.tzname()


def _stamp(at: datetime) -> str:
    return at.strftime("%Y%m%dT%H%M%S")


def _offset(offset: timedelta) -> str:
    seconds = round(offset.total_seconds())
    sign, seconds = ("-", -seconds) if seconds < 0 else ("+", seconds)
    hours, minutes, rest = seconds // 3600, seconds // 60 % 60, seconds % 60
    return f"{sign}{hours:02}{minutes:02}" + (f"{rest:02}" if rest else "")
