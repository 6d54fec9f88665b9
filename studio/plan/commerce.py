"""The days that move a marketplace: public holidays, joint leave, double dates, Harbolnas and payday."""

from __future__ import annotations

import calendar
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from functools import cache

from studio.plan.item import DEFAULT_LANGUAGE


class MarkKind(StrEnum):
    """Why a day is marked."""

    HOLIDAY = "holiday"
    JOINT_LEAVE = "joint_leave"
    DOUBLE_DATE = "double_date"
    PAYDAY = "payday"
    BLACKOUT = "blackout"
    CAMPAIGN = "campaign"


@dataclass(frozen=True, slots=True)
class Mark:
    """A name that a day bears, such as `Mark("Hari Raya Natal", MarkKind.HOLIDAY)`."""

    name: str
    kind: MarkKind


@dataclass(frozen=True, slots=True)
class Day:
    """Days that the team marks itself, from `first` to `last`, both included.

    `replaces` is the key of the built-in mark that it stands for, "" for none; `hidden` takes that mark away.
    """

    first: date
    last: date
    name: str
    kind: MarkKind
    id: int = 0
    uid: str = field(default_factory=lambda: str(uuid.uuid4()))
    replaces: str = ""
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class SaleDays:
    """A sale on the same days of every year, both ends included; days are (month, day)."""

    name: str
    first: tuple[int, int]
    last: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Commerce:
    """What a team marks besides holidays; a team whose payday is another gives its own.

    `payday_from` is the day of the month on which salaries begin to arrive, None for no payday.
    """

    double_dates: bool = True
    sales: tuple[SaleDays, ...] = (SaleDays("Harbolnas", (12, 10), (12, 12)),)
    payday_from: int | None = 25


DEFAULT_COMMERCE = Commerce()
_PAYDAY = {"id": "Gajian", "en": "Payday"}
_HOLIDAY_LANGUAGE = {"id": "id", "en": "en_US"}
# The categories of the holidays package: "government" is joint leave (cuti bersama), decreed anew every year.
_CATEGORIES = {"public": MarkKind.HOLIDAY, "government": MarkKind.JOINT_LEAVE}


def marks(
    first: date, last: date, language: str = DEFAULT_LANGUAGE, commerce: Commerce = DEFAULT_COMMERCE
) -> dict[date, list[Mark]]:
    """The marks of each marked day from `first` to `last`, both included, holidays before sales before payday.

    Names are Indonesian where `language` is "id", else English.
    """
    words = "id" if language == "id" else "en"
    found: dict[date, list[Mark]] = {}
    for day in _days(first, last):
        of_day = [*_year(day.year, words).get(day, ()), *_sales(day, words, commerce)]
        if of_day:
            found[day] = of_day
    return found


def joint_leave_announced(year: int) -> bool:
    """Whether the joint leave of `year` is known; where it is not, a calendar says "not announced" and never "none"."""
    kinds = {mark.kind for of_day in _year(year, "id").values() for mark in of_day}
    return MarkKind.JOINT_LEAVE in kinds


def _days(first: date, last: date) -> Iterator[date]:
    for offset in range((last - first).days + 1):
        yield first + timedelta(days=offset)


def _sales(day: date, words: str, commerce: Commerce) -> Iterator[Mark]:
    if commerce.double_dates and day.month == day.day:
        yield Mark(f"{day.month}.{day.day}", MarkKind.DOUBLE_DATE)
    for sale in commerce.sales:
        after, before = (day.month, day.day) >= sale.first, (day.month, day.day) <= sale.last
        if (after and before) if sale.first <= sale.last else (after or before):  # a sale may run into the new year
            yield Mark(sale.name, MarkKind.DOUBLE_DATE)
    if commerce.payday_from is not None:
        # In a month that is shorter than the payday, the salary comes on its last day.
        length = calendar.monthrange(day.year, day.month)[1]
        if day.day >= min(commerce.payday_from, length):
            yield Mark(_PAYDAY[words], MarkKind.PAYDAY)


@cache
def _year(year: int, words: str) -> dict[date, tuple[Mark, ...]]:
    import holidays  # half a second: only a calendar that shows holidays pays for it

    found: dict[date, tuple[Mark, ...]] = {}
    for category, kind in _CATEGORIES.items():
        days = holidays.country_holidays("ID", years=year, language=_HOLIDAY_LANGUAGE[words], categories=(category,))
        for day, names in sorted(days.items()):
            # The package joins the names of one day by "; ", and may reach over the end of the year.
            if day.year == year:
                found[day] = (*found.get(day, ()), *(Mark(name, kind) for name in names.split("; ")))
    return found
