"""The rule of a series as a value, and as the text of an RRULE (RFC 5545, 3.3.10)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from studio.errors import InvalidValue
from studio.plan.dates import LAST_YEAR
from studio.plan.item import DEFAULT_ZONE

FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
WORKING_DAYS = ((0, "MO"), (0, "TU"), (0, "WE"), (0, "TH"), (0, "FR"))
LONGEST_INTERVAL, MOST_OCCURRENCES = 366, 5000
_HOW = 'Write it as "weekly", "every 2 weeks on Tuesday", "last working day", or FREQ=WEEKLY;BYDAY=WE'
_UNTIL = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z?))?")
_DAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)")

Weekday = tuple[int, str]
"""The number of a weekday in its month or year (0 for every one, -1 for the last), and its two letters."""


@dataclass(frozen=True, slots=True)
class Rule:
    """How an item repeats; `until` is the last day on which it may, in wall time."""

    freq: str
    interval: int = 1
    count: int | None = None
    until: date | None = None
    bymonth: tuple[int, ...] = ()
    byweekno: tuple[int, ...] = ()
    byyearday: tuple[int, ...] = ()
    bymonthday: tuple[int, ...] = ()
    byday: tuple[Weekday, ...] = ()
    bysetpos: tuple[int, ...] = ()
    wkst: str = "MO"

    @property
    def endless(self) -> Rule:
        """The rule without its end."""
        return replace(self, count=None, until=None)

    @property
    def weekdays(self) -> tuple[str, ...]:
        """The weekdays that it names, without their numbers."""
        return tuple(day for _, day in self.byday)

    def ending(self, last: date) -> Rule:
        """The rule with `last` as its last day."""
        return replace(self, count=None, until=last)


def read_rule(text: str, start: datetime | date, zone: str = DEFAULT_ZONE) -> Rule:
    """The rule that an RRULE's value means for an item that starts at `start` in `zone`.

    Parts that say what the start says already (BYHOUR of its own hour) are left out; an UNTIL with an hour becomes the
    last day that it lets through. Raises InvalidValue for what is wrong by RFC 5545, or repeats within a day.
    """
    parts: dict[str, str] = {}
    for part in text.strip().strip(";").split(";"):
        name, equals, value = (piece.strip().upper() for piece in part.partition("="))
        if not equals or not value:
            raise InvalidValue(f'"{part.strip() or text}" is no part of a rule', _HOW)
        if name in parts:
            raise InvalidValue(f"The rule has {name} twice", "Leave one of them out")
        parts[name] = value
    _refuse_hours(parts, start)
    for name, only in (("RSCALE", "GREGORIAN"), ("SKIP", "OMIT")):
        if parts.pop(name, only) != only:
            raise InvalidValue(f"Rules with {name} are not known here", _HOW)
    unknown = parts.keys() - _READ.keys() - {"FREQ", "UNTIL"}
    if unknown:
        raise InvalidValue(f"A rule has no part {min(unknown)}", _HOW)
    freq = parts.pop("FREQ", "")
    if freq not in FREQUENCIES:
        happened = f"The rule says {freq}" if freq else "The rule does not say how often"
        raise InvalidValue(happened, "FREQ is DAILY, WEEKLY, MONTHLY or YEARLY: an item repeats once a day at most")
    until = _until(parts.pop("UNTIL"), start, zone) if "UNTIL" in parts else None
    rule = Rule(freq, until=until, **{name.lower(): _READ[name](name, value) for name, value in parts.items()})
    _refuse_contradictions(rule)
    return rule


def rule_text(rule: Rule) -> str:
    """`rule` as the value of an RRULE, its parts in one order: "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"."""
    parts = [f"FREQ={rule.freq}"]
    if rule.interval != 1:
        parts.append(f"INTERVAL={rule.interval}")
    if rule.count is not None:
        parts.append(f"COUNT={rule.count}")
    if rule.until is not None:
        parts.append(f"UNTIL={rule.until:%Y%m%d}")
    lists = {name: getattr(rule, name.lower()) for name in ("BYMONTH", "BYWEEKNO", "BYYEARDAY", "BYMONTHDAY")}
    parts += [f"{name}={','.join(map(str, numbers))}" for name, numbers in lists.items() if numbers]
    if rule.byday:
        parts.append("BYDAY=" + ",".join(f"{number or ''}{day}" for number, day in rule.byday))
    if rule.bysetpos:
        parts.append(f"BYSETPOS={','.join(map(str, rule.bysetpos))}")
    if rule.wkst != "MO":
        parts.append(f"WKST={rule.wkst}")
    return ";".join(parts)


def _refuse_hours(parts: dict[str, str], start: datetime | date) -> None:
    # Some calendars repeat the hour of the start in the rule; another hour would be a second time in a day.
    own = (start.hour, start.minute, start.second) if isinstance(start, datetime) else (0, 0, 0)
    for name, number in zip(("BYHOUR", "BYMINUTE", "BYSECOND"), own, strict=True):
        value = parts.pop(name, str(number))
        if not value.isdecimal() or int(value) != number:
            raise InvalidValue(
                f"The rule asks for other hours than the item's own ({name}={value})",
                "An item repeats once a day at most; make a series for each hour",
            )


def _refuse_contradictions(rule: Rule) -> None:
    def refuse(wrong: bool, happened: str, advice: str = _HOW) -> None:
        if wrong:
            raise InvalidValue(happened, advice)

    freq = rule.freq
    refuse(
        rule.count is not None and rule.until is not None,
        "The rule has two ends, COUNT and UNTIL",
        "Keep the number of times or the last day, not both",
    )
    numbered = any(number for number, _ in rule.byday)
    refuse(numbered and freq in ("DAILY", "WEEKLY"), f"A {freq} rule cannot number its weekdays", _HOW)
    # python-dateutil looks beyond the ends of its list for the tenth Monday of a month.
    many = any(abs(number) > 5 for number, _ in rule.byday) and (freq == "MONTHLY" or bool(rule.bymonth))
    refuse(many, "A month has five of a weekday at most")
    refuse(numbered and bool(rule.byweekno), "A rule by week numbers cannot number its weekdays")
    refuse(bool(rule.bymonthday) and freq == "WEEKLY", "A WEEKLY rule cannot name days of the month")
    refuse(bool(rule.byyearday) and freq != "YEARLY", f"A {freq} rule cannot name days of the year")
    refuse(bool(rule.byweekno) and freq != "YEARLY", f"A {freq} rule cannot name weeks of the year")
    chosen = (rule.bymonth, rule.byweekno, rule.byyearday, rule.bymonthday, rule.byday)
    refuse(bool(rule.bysetpos) and not any(chosen), "BYSETPOS has nothing to choose from")


def _until(text: str, start: datetime | date, zone: str) -> date | None:
    match = _UNTIL.fullmatch(text)
    try:
        if match is None:
            raise ValueError
        year, month, day = (int(match[number]) for number in (1, 2, 3))
        if match[4] is None:
            last = date(year, month, day)
        else:
            moment = datetime(year, month, day, int(match[4]), int(match[5]), min(int(match[6]), 59))
            if match[7]:
                moment = moment.replace(tzinfo=UTC).astimezone(ZoneInfo(zone)).replace(tzinfo=None)
            last = moment.date()
            # A day has one occurrence, at the hour of the start: an end before that hour lets the day before through.
            if isinstance(start, datetime) and moment.time() < start.time():
                last -= timedelta(days=1)
    except OverflowError:  # 31 December 9999: some calendars mean "for ever" by it
        return None
    except ValueError:
        raise InvalidValue(f'"{text}" is no last day', "Write UNTIL=20261231") from None
    return last if last.year <= LAST_YEAR else None


def _numbers(highest: int, *, negative: bool = False) -> Callable[[str, str], tuple[int, ...]]:
    def read(name: str, text: str) -> tuple[int, ...]:
        found = [int(part) if re.fullmatch(r"[+-]?\d{1,3}", part) else 0 for part in text.split(",")]
        lowest = -highest if negative else 1
        if not all(number and lowest <= number <= highest for number in found):
            both = f" or -{highest} to -1" if negative else ""
            raise InvalidValue(f"{name}={text} is not possible", f"Its numbers go from 1 to {highest}{both}")
        return tuple(dict.fromkeys(found))

    return read


def _number(highest: int) -> Callable[[str, str], int]:
    def read(name: str, text: str) -> int:
        if not re.fullmatch(r"\d{1,9}", text) or not 1 <= int(text) <= highest:
            raise InvalidValue(f"{name}={text} is not possible", f"Take a number from 1 to {highest}")
        return int(text)

    return read


def _days(name: str, text: str) -> tuple[Weekday, ...]:
    found = []
    for part in text.split(","):
        match = _DAY.fullmatch(part.strip())
        number = int(match[1] or 0) if match else 0
        if match is None or (match[1] and not 1 <= abs(number) <= 53):
            raise InvalidValue(f'"{part}" is no weekday of a rule', "Write MO, TU, WE, TH, FR, SA or SU, such as 2TH")
        found.append((number, match[2]))
    # Sorted, so that "TH,MO" and "MO,TH" are the same rule.
    return tuple(sorted(set(found), key=lambda day: (day[0], WEEKDAYS.index(day[1]))))


def _first_day(name: str, text: str) -> str:
    if text not in WEEKDAYS:
        raise InvalidValue(f"{name}={text} is no weekday", f"Write one of {', '.join(WEEKDAYS)}")
    return text


_READ: Mapping[str, Callable[[str, str], Any]] = {
    "INTERVAL": _number(LONGEST_INTERVAL),
    "COUNT": _number(MOST_OCCURRENCES),
    "BYMONTH": _numbers(12),
    "BYWEEKNO": _numbers(53, negative=True),
    "BYYEARDAY": _numbers(366, negative=True),
    "BYMONTHDAY": _numbers(31, negative=True),
    "BYDAY": _days,
    "BYSETPOS": _numbers(366, negative=True),
    "WKST": _first_day,
}
