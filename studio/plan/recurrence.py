"""When an item repeats: a rule that was typed, the starts that it gives, and how a person would say it.

    rule = parse_rule("last working day", start)     # "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"
    occurrences(rule, start, first_day, last_day)    # wall time, as `start` is

Starts are counted in naive wall time (python-dateutil), so that a class at 19:00 is at 19:00 on every clock, whatever
the zone does in between. A day that a month does not have is passed over, as RFC 5545 says.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, cast

from studio.errors import InvalidValue
from studio.plan.dates import LAST_YEAR
from studio.plan.item import DEFAULT_LANGUAGE, DEFAULT_ZONE
from studio.plan.rule import WEEKDAYS, WORKING_DAYS, Rule, read_rule, rule_text
from studio.plan.rule_speech import say
from studio.plan.rule_words import read_words

if TYPE_CHECKING:
    from dateutil.rrule import rrule

_LONGEST_RULE = 300
# A rule whose first day lies further away is taken for one that gives none: 29 February may be eight years off.
_FIRST_WITHIN = timedelta(days=10 * 366)


def parse_rule(text: str, start: datetime | date | None, zone: str = DEFAULT_ZONE) -> str:
    """The value of an RRULE that `text` means for an item that starts at `start` (wall time in `zone`).

    `text` is an RRULE, with or without that word before it, or words in English or Indonesian: "weekly", "every 2 weeks
    on Tuesday", "last working day", "Kamis kedua", "setiap bulan tanggal 25", and an end such as "10 times" or "until
    2026-12-31". Always the same text for the same rule; a last day is a day in wall time. Raises InvalidValue.
    """
    if start is None:
        raise InvalidValue("An item without a date cannot repeat", "Give it a date first")
    typed = " ".join(text.split())[: _LONGEST_RULE + 1]
    if len(typed) > _LONGEST_RULE:
        raise InvalidValue("The rule is too long", f"Write it in {_LONGEST_RULE} characters")
    value = typed.rpartition(":")[2] if typed.upper().startswith("RRULE") else typed
    if "=" not in value:
        spoken = read_words(value, start)
        if spoken is None:
            raise InvalidValue(
                f'"{typed}" is no repeat that is understood',
                'Write "weekly", "every 2 weeks on Tuesday", "second Thursday of the month", "last working day", '
                "or a rule such as FREQ=WEEKLY;BYDAY=WE",
            )
        value = spoken
    rule = read_rule(value, start, zone)
    if begin(rule_text(rule), start) is None:
        ended = rule.until is not None and rule.until < _day(start)
        raise InvalidValue(
            f'"{typed}" ends before the item starts' if ended else f'"{typed}" gives no day at all',
            f"Give a last day after {_day(start):%Y-%m-%d}" if ended else "Choose days that the calendar has",
        )
    return rule_text(rule)


def occurrences(rule: str, start: datetime | date, first: date, last: date) -> list[datetime | date]:
    """The starts that `rule` gives from the day `first` to the day `last`, both included, in order.

    They are of the type of `start`, and none is before it. Raises InvalidValue for a wrong rule.
    """
    return [found for found in every_start(rule, start, last) if _day(found) >= first]


def every_start(rule: str, start: datetime | date, last: date) -> Iterator[datetime | date]:
    """Every start that `rule` gives to the day `last`, one after the other. Raises InvalidValue for a wrong rule."""
    read = _read(rule, start)
    last = min(last, date(LAST_YEAR, 12, 31), read.until or date.max)
    timed = isinstance(start, datetime)
    begin = start if isinstance(start, datetime) else datetime.combine(start, time())
    if not _possible(read, begin.date()):
        return
    # An end is always set: a rule that gives a day is followed no further than it is asked for.
    counted = _engine(read.endless, begin).replace(until=datetime.combine(last, time.max))
    for moment in islice(counted, read.count):
        yield moment if timed else moment.date()


def first_start(rule: str, start: datetime | date) -> datetime | date | None:
    """The first start that `rule` gives at or after `start`, None where there is none within ten years."""
    limit = _day(start) + _FIRST_WITHIN
    return next(every_start(rule, start, limit), None)


def begin(rule: str, start: datetime | date) -> datetime | date | None:
    """Where an item at `start` begins to repeat by `rule`: at the first day that the rule names, None without one.

    An interval is counted from there: "every 2 weeks on Monday" begins on the next Monday, whatever week that is in.
    """
    return first_start(rule_text(replace(_read(rule, start), interval=1)), start)


def next_starts(rule: str, start: datetime | date, after: date, number: int) -> list[datetime | date]:
    """The first `number` starts on the day `after` or later; fewer where the rule ends."""
    far = max(after, _day(start)) + _FIRST_WITHIN
    return list(islice((found for found in every_start(rule, start, far) if _day(found) >= after), number))


def describe(rule: str, start: datetime | date, language: str = DEFAULT_LANGUAGE) -> str:
    """`rule` as a person would say it: "every Wednesday, 10 times", "hari kerja terakhir tiap bulan"."""
    return say(_read(rule, start), start, language)


def suggestions(start: datetime | date) -> list[str]:
    """Rules that a person may want for an item that starts at `start`, the likeliest first; all begin with `start`."""
    day = _day(start)
    own = WEEKDAYS[day.weekday()]
    length = calendar.monthrange(day.year, day.month)[1]
    number, last = (day.day + 6) // 7, day.day + 7 > length
    working = ",".join(name for _, name in WORKING_DAYS)
    found = [f"FREQ=WEEKLY;BYDAY={own}", f"FREQ=WEEKLY;INTERVAL=2;BYDAY={own}"]
    if number < 5:
        found.append(f"FREQ=MONTHLY;BYDAY={number}{own}")
    if last:
        found.append(f"FREQ=MONTHLY;BYDAY=-1{own}")
    for position in (1, -1):
        rule = f"FREQ=MONTHLY;BYDAY={working};BYSETPOS={position}"
        if first_start(rule, day) == day:
            found.append(rule)
    found.append(f"FREQ=MONTHLY;BYMONTHDAY={day.day}")
    if day.day == length:
        found.append("FREQ=MONTHLY;BYMONTHDAY=-1")
    if day.weekday() < 5:
        found.append(f"FREQ=WEEKLY;BYDAY={working}")
    return [*found, "FREQ=DAILY"]


def ended(rule: str, start: datetime | date, last: date) -> str:
    """`rule` with `last` as its last day, in place of the end that it has."""
    return rule_text(_read(rule, start).ending(last))


def continued(rule: str, start: datetime | date, at: datetime | date) -> str:
    """What is left of `rule` from its occurrence `at` on: a number of times is less by those before."""
    read = _read(rule, start)
    if read.count is None:
        return rule
    before = sum(1 for found in every_start(rule, start, _day(at)) if found < at)
    return rule_text(replace(read, count=max(1, read.count - before)))


@lru_cache(maxsize=256)
def _possible(rule: Rule, begin: date) -> bool:
    """Whether any day within ten years may be one of `rule`: python-dateutil would look for it up to the year 9999."""
    asks = (rule.bymonth, rule.bymonthday, rule.byyearday, rule.byday)
    return not any(asks) or any(_may_be(rule, begin + timedelta(days), days) for days in range(_FIRST_WITHIN.days))


def _may_be(rule: Rule, day: date, days: int) -> bool:
    """Whether `day`, that many days after the first, has the month, number and weekday that `rule` asks for."""
    if rule.freq == "DAILY" and days % rule.interval:
        return False
    if rule.bymonth and day.month not in rule.bymonth:
        return False
    month, year = calendar.monthrange(day.year, day.month)[1], 365 + calendar.isleap(day.year)
    of_year = day.timetuple().tm_yday
    return (
        (not rule.bymonthday or bool({day.day, day.day - month - 1} & set(rule.bymonthday)))
        and (not rule.byyearday or bool({of_year, of_year - year - 1} & set(rule.byyearday)))
        and (not rule.byday or WEEKDAYS[day.weekday()] in rule.weekdays)
    )


@lru_cache(maxsize=256)
def _engine(rule: Rule, start: datetime) -> rrule:
    from dateutil.rrule import rrulestr

    try:
        made = rrulestr(rule_text(rule), dtstart=start)
    except ValueError as error:
        raise InvalidValue(f'The rule "{rule_text(rule)}" cannot be followed ({error})', "Choose another one") from None
    return cast("rrule", made)


@lru_cache(maxsize=256)
def _read(rule: str, start: datetime | date) -> Rule:
    return read_rule(rule, start)


def _day(start: datetime | date) -> date:
    return start.date() if isinstance(start, datetime) else start
