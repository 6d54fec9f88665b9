"""How a week or a day is called above it: "7–13 December 2026", "Tuesday 8 December 2026"."""

from __future__ import annotations

from datetime import date, timedelta

from ui import words


def title(first: date, days: int) -> str:
    """The name of `days` days from `first`, saying a month and a year no oftener than is needed."""
    last = first + timedelta(days=days - 1)
    if first == last:
        return words.long_day(first)
    if first.year != last.year:
        return f"{_say(first, 'd MMM yyyy')} – {_say(last, 'd MMM yyyy')}"
    if first.month != last.month:
        return f"{_say(first, 'd MMM')} – {_say(last, 'd MMM yyyy')}"
    return f"{first.day}–{_say(last, 'd MMMM yyyy')}"


def _say(day: date, form: str) -> str:
    return words.locale().toString(words.qdate(day), form)
