"""A filter: which items a view shows, as a value that every view, the command line and a saved view share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from typing import Any

from studio.errors import InvalidValue
from studio.plan.item import Item

READINESS = ("ready", "part", "none", "late")
# The filter's fields that hold names, with the item's field that each looks at.
_ONE = {
    "kinds": "kind", "stages": "stage", "owners": "owner", "campaigns": "campaign", "series": "series",
    "languages": "language", "studios": "studio",
}  # fmt: skip
_MANY = {"platforms": "platforms", "tags": "tags"}
NAMES = (*_ONE, "hosts", *_MANY)
_BETWEEN = re.compile(r"[,;&/+\n]|\s(?:dan|and|bersama|with)\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Filter:
    """What is wanted of an item: one of the names in each field that has any; "" among them wants the empty field.

    Names are kept as they were given and compared without regard to case. `readiness` is "" for any, "ready", "part",
    "none", or "late" for items with a step that should be done by now. `text` is what was searched for; it is judged
    by the search index and not here.
    """

    kinds: frozenset[str] = frozenset()
    stages: frozenset[str] = frozenset()
    owners: frozenset[str] = frozenset()
    hosts: frozenset[str] = frozenset()
    studios: frozenset[str] = frozenset()
    platforms: frozenset[str] = frozenset()
    campaigns: frozenset[str] = frozenset()
    series: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    readiness: str = ""
    text: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether every item is wanted."""
        return self == Filter()

    def replaced(self, **values: Iterable[str] | str) -> Filter:
        """The same filter with other values; names may come in any iterable."""
        taken: dict[str, Any] = {key: frozenset(v) if key in NAMES else str(v) for key, v in values.items()}
        return replace(self, **taken)

    def matches(self, item: Item, score: float | None = None, *, late: bool = False) -> bool:
        """Whether `item` is wanted. `score` is its readiness from 0 to 1; while it is None, readiness is not judged."""
        for name, of in _ONE.items():
            wanted = getattr(self, name)
            if wanted and _folded(getattr(item, of)) not in _fold(wanted):
                return False
        for name, of in _MANY.items():
            wanted = getattr(self, name)
            if wanted and not _any(getattr(item, of), wanted):
                return False
        if self.hosts and not _any(hosts(item), self.hosts):
            return False
        return not self.readiness or self._ready(score, late)

    def _ready(self, score: float | None, late: bool) -> bool:
        if self.readiness == "late":
            return late
        if score is None:
            return True
        return self.readiness == ("ready" if score >= 1 else "none" if score <= 0 else "part")

    def to_json(self) -> dict[str, Any]:
        """The filter as JSON, without what is empty."""
        values = {part.name: getattr(self, part.name) for part in fields(self)}
        return {name: sorted(v) if isinstance(v, frozenset) else v for name, v in values.items() if v}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Filter:
        """The filter that `to_json` wrote; what is not known is left out. Raises InvalidValue for a wrong value."""
        known = {part.name for part in fields(cls)}
        values: dict[str, Any] = {}
        for name, value in data.items():
            if name not in known:
                continue
            if name in NAMES:
                if not isinstance(value, list | tuple) or not all(isinstance(one, str) for one in value):
                    raise InvalidValue(f"The filter's {name} are no list of names", "Choose them again")
                values[name] = frozenset(value)
            elif isinstance(value, str):
                values[name] = value
        if values.get("readiness", "") not in ("", *READINESS):
            raise InvalidValue(
                f'"{values["readiness"]}" is no state of readiness', f"Choose one of: {', '.join(READINESS)}"
            )
        return cls(**values)


def hosts(item: Item) -> tuple[str, ...]:
    """The hosts of an item: "Bima, Sari", "Bima & Sari" and "Bima dan Sari" are two."""
    return tuple(name for part in _BETWEEN.split(item.host) if (name := part.strip()))


def _any(names: Iterable[str], wanted: frozenset[str]) -> bool:
    folded = _fold(wanted)
    held = [_folded(name) for name in names]
    return any(name in folded for name in held) or (not held and "" in folded)


def _folded(name: str) -> str:
    return name.casefold()


# A view asks for thousands of items at once with the same few sets.
@lru_cache(maxsize=256)
def _fold(names: frozenset[str]) -> frozenset[str]:
    return frozenset(name.casefold() for name in names)
