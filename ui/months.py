"""Months as views turn them."""

from __future__ import annotations

from datetime import date, timedelta


def last_day(day: date) -> date:
    """The last day of the month of `day`."""
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def turned(day: date, months: int) -> date:
    """The same day of another month, or its last where it is shorter."""
    number = day.year * 12 + day.month - 1 + months
    month = date(number // 12, number % 12 + 1, 1)
    return month.replace(day=min(day.day, last_day(month).day))
