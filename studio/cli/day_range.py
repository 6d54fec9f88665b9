"""The first and the last day that a command is asked about."""

from __future__ import annotations

from datetime import date, timedelta

from studio.errors import InvalidValue
from studio.plan.dates import parse_start
from studio.plan.series import day_of


def day_range(first: str | None, last: str | None) -> tuple[date | None, date | None]:
    """The days as they were typed, None for one that was not. Raises InvalidValue, too where the last comes first."""
    begin, end = (parse_start(text) if text else None for text in (first, last))
    days = (begin and day_of(begin), end and day_of(end))
    _refuse_backwards(*days)
    return days


def days_from(first: str | None, last: str | None, start: date, span: timedelta) -> tuple[date, date]:
    """As `day_range`, from `start` where no first day is typed, and over `span` where no last one is."""
    begin, end = day_range(first, last)
    begin = begin or start
    end = end or begin + span
    _refuse_backwards(begin, end)
    return begin, end


def _refuse_backwards(first: date | None, last: date | None) -> None:
    if first is not None and last is not None and last < first:
        raise InvalidValue(f"The last day, {last}, comes before the first one, {first}", "Give --from the earlier one")
