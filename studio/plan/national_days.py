"""The public holidays and the joint leave of Indonesia, year by year, as the `holidays` package knows them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

# "government" is joint leave (cuti bersama): the ministers decree it anew for every year.
PUBLIC, JOINT_LEAVE = "public", "government"
_LANGUAGE = {"id": "id", "en": "en_US"}
# The package writes this behind a name whose day depends on a moon that was not sighted yet.
_ESTIMATED = re.compile(r"\s*\((?:perkiraan|estimated)\)")


@dataclass(frozen=True, slots=True)
class NationalDay:
    """One day; `category` is PUBLIC or JOINT_LEAVE, `slug` its Indonesian name as it stands in keys.

    An estimated day says so in its name: "Hari Raya Idul Fitri (perkiraan)".
    """

    day: date
    name: str
    slug: str
    category: str
    estimated: bool = False


@cache
def national_days(year: int, words: str) -> tuple[NationalDay, ...]:
    """The days of `year` in order, those of one day holidays first; named in Indonesian ("id") or English ("en").

    The first call of a process takes about 0.2 s, since `holidays` imports every country of the world.
    """
    return tuple(day for category in (PUBLIC, JOINT_LEAVE) for day in _of_category(year, words, category))


def joint_leave_known(year: int) -> bool:
    """Whether the joint leave of `year` was decreed, as far as the package knows."""
    return any(day.category == JOINT_LEAVE for day in national_days(year, "id"))


def slug(name: str) -> str:
    """`name` as a part of a key: "Hari Raya Natal" is "hari-raya-natal". Letters of any script are kept."""
    return re.sub(r"[\W_]+", "-", name.casefold()).strip("-") or "-"


def _of_category(year: int, words: str, category: str) -> Iterator[NationalDay]:
    named = _names(year, words, category)
    for day, names in _names(year, "id", category).items():
        for indonesian, name in zip(names, named[day], strict=True):
            plain = _ESTIMATED.sub("", indonesian)
            yield NationalDay(day, name, slug(plain), category, estimated=plain != indonesian)


def _names(year: int, words: str, category: str) -> dict[date, list[str]]:
    import holidays  # only what shows or skips holidays pays for it

    found = holidays.country_holidays("ID", years=year, language=_LANGUAGE[words], categories=(category,))
    # The package joins the names of one day by "; ", and may reach over the end of the year.
    return {day: names.split("; ") for day, names in sorted(found.items()) if day.year == year}
