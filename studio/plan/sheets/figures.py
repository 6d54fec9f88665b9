"""Groups of items as the summary and the pivot count them: the figures that stand beside their formulas in the file."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import date, timedelta
from typing import TypeVar

from studio.plan.item import Item
from studio.plan.sheets.derived import week_of

_K = TypeVar("_K", bound=Hashable)
_MOST_WEEKS = 160


def spellings(names: Iterable[str]) -> list[str]:
    """Each name once, sorted, in its first spelling: Excel takes "rani" and "Rani" for the same."""
    first: dict[str, str] = {}
    for name in names:
        if name:
            first.setdefault(name.casefold(), name)
    return [first[key] for key in sorted(first)]


def weeks(items: Sequence[Item]) -> list[date]:
    """The Mondays from the first week to the last, empty weeks among them unless the plan reaches over many years."""
    used = sorted({week_of(item.day) for item in items if item.day})
    if not used:
        return []
    between = (used[-1] - used[0]).days // 7 + 1
    return used if between > _MOST_WEEKS else [used[0] + timedelta(weeks=index) for index in range(between)]


def grouped(items: Iterable[Item], key: Callable[[Item], _K]) -> dict[_K, list[Item]]:
    """The items of each key."""
    groups: dict[_K, list[Item]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return groups
