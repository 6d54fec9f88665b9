"""A rule that follows when one of its occurrences moves and all the others are to move with it."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import islice

from studio.errors import InvalidValue
from studio.plan.recurrence import every_start, first_start
from studio.plan.rule import MOST_OCCURRENCES, WEEKDAYS, Rule, read_rule, rule_text

_FAR = timedelta(days=366 * 30)


def shifted(rule: str, start: datetime | date, old: date, new: date) -> tuple[str, date, Callable[[date], date]]:
    """`rule` of a series that began at `start`, after its occurrence of the day `old` moved to the day `new`.

    Returns the rule, its first day, and for the day of an old occurrence about where it moves to. What the rule names
    follows the new day: one weekday among several is replaced, "second Thursday" becomes "third Friday", "the 25th"
    the new day's number. It ends after as many occurrences as before.
    Raises InvalidValue where no such rule has the new day.
    """
    read = read_rule(rule, start)
    begin = start.date() if isinstance(start, datetime) else start
    delta = new - old
    if not delta:
        return rule, begin, lambda day: day
    if read.bysetpos or read.byweekno or read.byyearday:
        raise _refused(new)
    if read.freq in ("DAILY", "WEEKLY"):
        changed, moved = _shift_weekly(read, old, new)
        first = min(moved(_day(found)) for found in islice(every_start(rule, begin, begin + _FAR), 7))
    else:
        changed, moved = _shift_monthly(read, new), lambda day: day + delta
        months = (new.year - old.year) * 12 + new.month - old.month + begin.year * 12 + begin.month - 1
        found = first_start(rule_text(changed.endless), date(months // 12, months % 12 + 1, 1))
        if found is None:
            raise _refused(new)
        first = _day(found)
    text = rule_text(changed)
    if read.until is not None:
        days = [_day(found) for found in islice(every_start(rule, begin, read.until), MOST_OCCURRENCES)]
        weekly = read.freq in ("DAILY", "WEEKLY")
        # "Second Thursday" and "third Friday" lie apart by other days in every month: there, their number is kept.
        text = rule_text(changed.ending(max(map(moved, days)) if weekly else _last(changed, first, len(days))))
    if first_start(rule_text(changed.endless), new) != new:
        raise _refused(new)
    return text, first, moved


def _shift_weekly(read: Rule, old: date, new: date) -> tuple[Rule, Callable[[date], date]]:
    delta, was, now = new - old, WEEKDAYS[old.weekday()], WEEKDAYS[new.weekday()]
    if read.bymonth or read.bymonthday:
        raise _refused(new)
    if len(read.byday) <= 1:
        return replace(read, byday=((0, now),) if read.byday else ()), lambda day: day + delta
    if now != was and (0, now) in read.byday:
        raise InvalidValue(f"The series has another item on the weekday of {new:%Y-%m-%d}", "Move only this one")
    days = ((0, now if day == was else day) for day in read.weekdays)
    changed = replace(read, byday=tuple(sorted(days, key=lambda day: WEEKDAYS.index(day[1]))))
    return changed, lambda day: day + delta if WEEKDAYS[day.weekday()] == was else day


def _shift_monthly(read: Rule, new: date) -> Rule:
    length = calendar.monthrange(new.year, new.month)[1]
    if len(read.bymonth) > 1 or len(read.bymonthday) > 1 or len(read.byday) > 1 or (read.byday and read.bymonthday):
        raise _refused(new)
    months = (new.month,) if read.freq == "YEARLY" else ()
    if read.freq == "MONTHLY" and read.bymonth:
        raise _refused(new)
    if not read.byday:
        last = read.bymonthday == (-1,) and new.day == length
        return replace(read, bymonth=months, bymonthday=(-1 if last else new.day,))
    number = read.byday[0][0]
    if not number or (read.freq == "YEARLY" and not read.bymonth):
        raise _refused(new)
    nth = (new.day + 6) // 7
    if new.day + 7 > length and (number < 0 or nth > 4):
        nth = -1
    return replace(read, bymonth=months, byday=((nth, WEEKDAYS[new.weekday()]),))


def _last(rule: Rule, first: date, number: int) -> date:
    found = list(islice(every_start(rule_text(rule.endless), first, first + _FAR), number))
    return _day(found[-1])


def _day(start: datetime | date) -> date:
    return start.date() if isinstance(start, datetime) else start


def _refused(new: date) -> InvalidValue:
    return InvalidValue(
        f"The whole series cannot move to {new:%Y-%m-%d}, because its rule has no such day",
        "Move only this one, or give the series another rule",
    )
