"""What a file would change in the plan: what is new, what is changed field by field, what goes, what stays."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from studio.plan.item import Item
from studio.plan.reading import Reading, Unread
from studio.plan.series import Series


@dataclass(frozen=True, slots=True)
class Change:
    """An item of the plan as it is, and the fields that the file has otherwise, each as (old, new)."""

    item: Item
    fields: Mapping[str, tuple[Any, Any]]
    row: int = 0

    @property
    def after(self) -> Item:
        """The item as it would be."""
        return replace(self.item, **{name: new for name, (_, new) in self.fields.items()})


@dataclass(frozen=True, slots=True)
class SeriesChange:
    """A series of the plan as it is and as it would be; `fields` are (old, new) of its rule, skips and pattern."""

    series: Series
    after: Series
    fields: Mapping[str, tuple[Any, Any]]


@dataclass(frozen=True, slots=True)
class Difference:
    """What a reading would change.

    `same` counts the items that the file has just as the plan has them. `removed` are occurrences that the file's
    series no longer holds; nothing else is ever removed by a file. `version` is the store's when this was compared.
    """

    reading: Reading = field(default_factory=Reading)
    new: tuple[Item, ...] = ()
    changed: tuple[Change, ...] = ()
    same: int = 0
    unread: tuple[Unread, ...] = ()
    removed: tuple[Item, ...] = ()
    new_series: tuple[Series, ...] = ()
    changed_series: tuple[SeriesChange, ...] = ()
    version: int = -1

    @property
    def is_empty(self) -> bool:
        """Whether applying it would change nothing."""
        return not (self.new or self.changed or self.removed or self.new_series or self.changed_series)


def compare(reading: Reading, items: Iterable[Item], series: Iterable[Series] = ()) -> Difference:
    """What `reading` would change in a plan of `items` and `series`."""
    raise NotImplementedError
