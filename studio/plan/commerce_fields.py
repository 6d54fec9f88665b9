"""What a team marks, as it is typed, checked and kept: the settings of Commerce and the days of its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from studio.errors import InvalidValue
from studio.plan.commerce import DEFAULT_COMMERCE, Commerce, Day, Mark, MarkKind, SaleDays
from studio.plan.dates import parse_start
from studio.plan.national_days import slug
from studio.plan.texts import clean_line

LONGEST_DAYS = 366
_LONGEST_NAME = 100
# A double date, a sale and payday have settings of their own; these a team enters day by day.
OWN_KINDS = (MarkKind.BLACKOUT, MarkKind.CAMPAIGN, MarkKind.HOLIDAY, MarkKind.JOINT_LEAVE)
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAYS = {"sen": 0, "sel": 1, "rab": 2, "kam": 3, "jum": 4, "sab": 5, "min": 6} | {
    name: number for number, name in enumerate(WEEKDAYS)
}
_SALE = re.compile(r"(?P<name>.+?)[\s:]+(?P<first>\d{1,2}-\d{1,2})(?:\s*(?:\.\.|to|–)\s*(?P<last>\d{1,2}-\d{1,2}))?")
_PAYDAY = re.compile(r"(\d{1,2})(?:\s*(?:-|–|\.\.|to)\s*(\d{1,2}))?")
_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def checked_day(day: Day) -> Day:
    """`day` with its name cleaned. Raises InvalidValue for a name, a kind or days that cannot be taken."""
    name = clean_line(day.name)
    if not name:
        raise InvalidValue("The day has no name", "Write what it is, such as Stock opname")
    if len(name) > _LONGEST_NAME:
        raise InvalidValue(f"The name has {len(name)} characters", f"Shorten it to {_LONGEST_NAME}")
    if day.last < day.first:
        raise InvalidValue(
            f"The last day, {day.last}, comes before the first one, {day.first}", "Give the later one as the last day"
        )
    if (day.last - day.first).days >= LONGEST_DAYS:
        raise InvalidValue(f"From {day.first} to {day.last} is longer than a year", "Mark it in parts")
    if day.kind not in OWN_KINDS and not day.replaces:
        raise InvalidValue(f"A day of the kind {day.kind} cannot be added", f"Choose one of: {', '.join(OWN_KINDS)}")
    return replace(day, name=name)


def parse_day(text: str | date) -> date:
    """The day that `text` means, "2026-12-24". Raises InvalidValue."""
    found = parse_start(text) if isinstance(text, str) else text
    if found is None or isinstance(found, datetime):
        raise InvalidValue(f'"{text}" is no day', "Write it as 2026-12-24")
    return found


def parse_kind(text: str) -> MarkKind:
    """The kind of mark that `text` names, with "-" or "_". Raises InvalidValue."""
    try:
        return MarkKind(text.strip().casefold().replace("-", "_"))
    except ValueError:
        raise InvalidValue(f'"{text}" is no kind of mark', f"Choose one of: {', '.join(MarkKind)}") from None


def day_to_json(day: Day) -> dict[str, Any]:
    """A team's own day as JSON."""
    return {
        **{"id": day.id, "uid": day.uid, "name": day.name, "kind": day.kind.value},
        **{"first": day.first.isoformat(), "last": day.last.isoformat()},
        **{"replaces": day.replaces, "hidden": day.hidden},
    }


def mark_to_json(mark: Mark) -> dict[str, Any]:
    """A mark of a day as JSON; `id` is null for one that the program made."""
    return {
        **{"name": mark.name, "kind": mark.kind.value, "key": mark.key},
        **{"id": mark.day_id or None, "estimated": mark.estimated},
    }


# the settings


def commerce_to_json(commerce: Commerce) -> dict[str, Any]:
    """The settings as JSON, as `commerce_from_json` reads them."""
    return {
        "double_dates": sorted(commerce.double_dates),
        "sales": [
            {"name": sale.name, "first": _month_day_text(sale.first), "last": _month_day_text(sale.last)}
            for sale in commerce.sales
        ],
        "payday": [commerce.payday_from, commerce.payday_to] if commerce.payday_from is not None else None,
        "hidden": sorted(commerce.hidden),
        "weekend": [WEEKDAYS[number] for number in sorted(commerce.weekend)],
    }


def commerce_from_json(data: Mapping[str, Any]) -> Commerce:
    """The settings that `commerce_to_json` wrote; what is missing is as usual. Raises InvalidValue."""
    commerce = DEFAULT_COMMERCE
    try:
        if "double_dates" in data:
            commerce = replace(commerce, double_dates=frozenset(int(month) for month in data["double_dates"]))
        if "sales" in data:
            sales = (SaleDays(str(s["name"]), _month_day(s["first"]), _month_day(s["last"])) for s in data["sales"])
            commerce = replace(commerce, sales=tuple(sales))
        if "payday" in data:
            begin, end = data["payday"] or (None, None)
            commerce = replace(commerce, payday_from=begin, payday_to=end)
        if "hidden" in data:
            commerce = replace(commerce, hidden=frozenset(parse_kind(kind) for kind in data["hidden"]))
        if "weekend" in data:
            commerce = replace(commerce, weekend=frozenset(_weekday(name) for name in data["weekend"]))
    except (TypeError, ValueError, KeyError, AttributeError):
        raise InvalidValue("The settings of the marks cannot be read", "Set them again") from None
    return checked_commerce(commerce)


def set_commerce_field(commerce: Commerce, name: str, text: str) -> Commerce:
    """`commerce` with the setting `name` as it was typed: "payday", "25-31"; "sales", "Harbolnas 12-10..12-12".

    "none" empties a setting, "all" takes every double date. Raises InvalidValue.
    """
    read = _SETTINGS.get(name.strip().casefold().replace("-", "_"))
    if read is None:
        raise InvalidValue(f'There is no setting "{name}"', f"Choose one of: {', '.join(_SETTINGS).replace('_', '-')}")
    empty = text.strip().casefold() in ("", "none", "-")
    return checked_commerce(replace(commerce, **read("" if empty else text)))


def checked_commerce(commerce: Commerce) -> Commerce:
    """`commerce` with its names cleaned. Raises InvalidValue for what cannot be taken."""
    for month in commerce.double_dates:
        if not 1 <= month <= 12:
            raise InvalidValue(f"There is no month {month}", "Give the months as 1 to 12")
    if len(commerce.weekend) > 6:
        raise InvalidValue("No day of the week would be left to work on", "Leave at least one")
    if MarkKind.BLACKOUT in commerce.hidden:
        raise InvalidValue("Blackout days cannot be switched off as a kind", "Hide or remove the day itself")
    for number in (commerce.payday_from, commerce.payday_to):
        if number is not None and not (isinstance(number, int) and 1 <= number <= 31):
            raise InvalidValue(f"The payday {number} is no day of a month", "Give days from 1 to 31, such as 25-31")
    sales = tuple(_checked_sale(sale) for sale in commerce.sales)
    slugs = [slug(sale.name) for sale in sales]
    for number, sale in enumerate(sales):
        if slugs[number] in slugs[:number]:
            raise InvalidValue(f"Two sales are called {sale.name}", "Give one of them another name")
    return replace(commerce, sales=sales)


def _checked_sale(sale: SaleDays) -> SaleDays:
    name = clean_line(sale.name)
    if not name:
        raise InvalidValue("A sale has no name", "Write what it is called, such as Harbolnas")
    if len(name) > _LONGEST_NAME:
        raise InvalidValue(f"The name has {len(name)} characters", f"Shorten it to {_LONGEST_NAME}")
    for month, day in (sale.first, sale.last):
        if not (1 <= month <= 12 and 1 <= day <= _LENGTHS[month - 1]):
            raise InvalidValue(f"There is no day {month:02}-{day:02} in a year", "Write month-day, such as 12-10")
    return replace(sale, name=name)


def _double_dates(text: str) -> dict[str, Any]:
    if text.strip().casefold() == "all":
        return {"double_dates": frozenset(range(1, 13))}
    months = set()
    for part in _parts(text):
        # "11.11" is how everybody calls it.
        month, _, again = part.partition(".")
        if not month.isdecimal() or (again and again != month):
            raise InvalidValue(f'"{part}" is no double date', "Write months, such as 9, 10, 11, 12, or all, or none")
        months.add(int(month))
    return {"double_dates": frozenset(months)}


def _sales(text: str) -> dict[str, Any]:
    sales = []
    for part in _parts(text):
        match = _SALE.fullmatch(part)
        if match is None:
            raise InvalidValue(f'"{part}" is no sale with its days', "Write it as Harbolnas 12-10..12-12")
        sales.append(
            SaleDays(match["name"].strip(), _month_day(match["first"]), _month_day(match["last"] or match["first"]))
        )
    return {"sales": tuple(sales)}


def _payday(text: str) -> dict[str, Any]:
    if not text:
        return {"payday_from": None, "payday_to": None}
    match = _PAYDAY.fullmatch(text.strip())
    if match is None:
        raise InvalidValue(f'"{text}" is no payday', "Write the days of the month, such as 25 or 25-31, or none")
    return {"payday_from": int(match[1]), "payday_to": int(match[2]) if match[2] else None}


def _weekday(name: str) -> int:
    number = _WEEKDAYS.get(name.strip().casefold()[:3])
    if number is None:
        raise InvalidValue(f'"{name}" is no day of the week', f"Write them as {', '.join(WEEKDAYS)}")
    return number


_SETTINGS: dict[str, Callable[[str], dict[str, Any]]] = {
    "double_dates": _double_dates,
    "sales": _sales,
    "payday": _payday,
    "hidden": lambda text: {"hidden": frozenset(parse_kind(part) for part in _parts(text))},
    "weekend": lambda text: {"weekend": frozenset(_weekday(part) for part in _parts(text))},
}


def _parts(text: str) -> Iterable[str]:
    return [part.strip() for part in re.split(r"[,;\n]", text) if part.strip()]


def _month_day(text: str) -> tuple[int, int]:
    month, _, day = text.partition("-")
    return int(month), int(day)


def _month_day_text(of_year: tuple[int, int]) -> str:
    return f"{of_year[0]:02}-{of_year[1]:02}"


def days_text(first: date, last: date) -> str:
    """ "2026-12-10", or "2026-12-10 to 2026-12-12"."""
    return str(first) if first == last else f"{first} to {last}"


def every_day(first: date, last: date) -> list[date]:
    """The days from `first` to `last`, both included."""
    return [first + timedelta(days=offset) for offset in range((last - first).days + 1)]
