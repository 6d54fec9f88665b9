"""Days, hours and lengths as people type them into a cell of the list, read into what the plan's fields take."""

from __future__ import annotations

import re
from datetime import date, datetime, time

from PySide6.QtCore import QCoreApplication

from studio.errors import InvalidValue
from studio.plan.dates import format_start, parse_start
from studio.plan.item import Item

translate = QCoreApplication.translate

# By their first three letters, Indonesian and English: the languages that the teams type in.
_MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "mei": 5, "may": 5, "jun": 6, "jul": 7, "agu": 8, "ags": 8, "aug": 8,
    "sep": 9, "okt": 10, "oct": 10, "nov": 11, "des": 12, "dec": 12,
}  # fmt: skip
_DAY = re.compile(r"(?:[^\W\d]+,?\s+)?(\d{1,2})[\s./-]+(\d{1,2}|[^\W\d]{3,})\.?(?:[\s./,-]+(\d{4}|\d{2}))?")
_TIME = re.compile(r"(\d{1,2})(?:[.:](\d{2}))?(?:\s*(?:wib|wita|wit))?", re.IGNORECASE)
_PARTS = re.compile(
    r"(?:(\d+)\s*(?:h|hours?|jam|j)\b)?\s*(?:(\d+)\s*(?:min|minutes?|mnt|menit|m)\b)?\s*(?:(\d+)\s*(?:s|sec|dtk|detik)\b)?",
    re.IGNORECASE,
)


def read_day(text: str, near: date) -> date | None:
    """The day that `text` means, day before month: "8/12", "8 Des 2026", "2026-12-08"; None for "".

    Without a year it is the one that is nearest to `near`. Raises InvalidValue.
    """
    text = text.strip()
    match = _DAY.fullmatch(text)
    if match is None:
        start = parse_start(text)
        return start.date() if isinstance(start, datetime) else start
    number, word, year = int(match[1]), match[2].casefold(), match[3]
    month = int(word) if word.isdigit() else _MONTHS.get(word[:3], 0)
    years = [int(year) + (2000 if len(year) == 2 else 0)] if year else [near.year - 1, near.year, near.year + 1]
    days = [day for of in years if (day := _day(of, month, number)) is not None]
    if not days:
        raise InvalidValue(
            translate("Items", "There is no such day as “%1”").replace("%1", text),
            translate("Items", "Write day and month, such as 8/12 or 8 Dec"),
        )
    return min(days, key=lambda day: abs((day - near).days))


def _day(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None


def read_time(text: str) -> time | None:
    """The hour that `text` means: "19:30", "19.30 WIB", "19"; None for "", a whole day. Raises InvalidValue."""
    text = text.strip()
    if not text:
        return None
    match = _TIME.fullmatch(text)
    try:
        if match is None:
            raise ValueError
        return time(int(match[1]), int(match[2] or 0))
    except ValueError:
        raise InvalidValue(
            translate("Items", "“%1” is no time").replace("%1", text),
            translate("Items", "Write it as 19:30, or leave it empty for the whole day"),
        ) from None


def read_minutes(text: str) -> str:
    """Minutes as the plan reads them, from "1 h 30 min", "1:30" or "60 s"; any other text goes on as it is."""
    text = text.strip()
    if match := re.fullmatch(r"(\d{1,3}):([0-5]\d)", text):
        return str(int(match[1]) * 60 + int(match[2]))
    match = _PARTS.fullmatch(text)
    if not text or match is None:
        return text
    hours, minutes, seconds = (int(part or 0) for part in match.groups())
    # Six digits keep what a second is of a minute.
    return f"{hours * 60 + minutes + seconds / 60:.6f}".rstrip("0").rstrip(".")


def with_day(item: Item, day: date | None) -> str:
    """The start of `item` on another day, its hour kept, as text; "" for no date."""
    if day is not None and isinstance(item.start, datetime):
        return format_start(datetime.combine(day, item.start.time())) or ""
    return format_start(day) or ""


def with_time(item: Item, at: time | None) -> str:
    """The start of `item` at another hour of its day, as text. Raises InvalidValue where it has no day yet."""
    if item.day is None:
        if at is None:
            return ""
        raise InvalidValue(
            translate("Items", "“%1” has no date yet").replace("%1", item.title),
            translate("Items", "Give it a date first, then a time"),
        )
    return format_start(item.day if at is None else datetime.combine(item.day, at)) or ""
