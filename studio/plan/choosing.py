"""A part of a difference: without what a person left out; and whether it is still the one that was seen."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

from studio.plan.difference import Difference
from studio.plan.item import Item


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What is not to be taken over.

    `new` are places in `Difference.new`, `fields` changed fields as (item's id, name), `series` uids of whole series,
    with the occurrences that the file adds to them or takes from them.
    """

    new: frozenset[int] = frozenset()
    fields: frozenset[tuple[int, str]] = frozenset()
    series: frozenset[str] = frozenset()


def chosen(difference: Difference, left_out: LeftOut) -> Difference:
    """`difference` without what is left out; what is left out of it counts neither as new nor as the same."""
    kept_fields = (
        replace(one, fields={name: v for name, v in one.fields.items() if (one.item.id, name) not in left_out.fields})
        for one in difference.changed
    )
    gone = left_out.series
    kept = [
        place
        for place, item in enumerate(difference.new)
        if place not in left_out.new and not (gone and item.series_uid in gone)
    ]
    return replace(
        difference,
        new=tuple(difference.new[place] for place in kept),
        rows=tuple(difference.rows[place] for place in kept) if difference.rows else (),
        changed=tuple(one for one in kept_fields if one.fields),
        removed=tuple(item for item in difference.removed if item.series_uid not in gone),
        new_series=tuple(one for one in difference.new_series if one.uid not in gone),
        changed_series=tuple(one for one in difference.changed_series if one.series.uid not in gone),
    )


def alike(one: Difference, other: Difference) -> bool:
    """Whether both would change the same in the same way; items that the file gives no uid are new each time."""
    return (
        len(one.new) == len(other.new)
        and all(_same(mine, yours) for mine, yours in zip(one.new, other.new, strict=True))
        and [(change.item.id, dict(change.fields)) for change in one.changed]
        == [(change.item.id, dict(change.fields)) for change in other.changed]
        and [item.id for item in one.removed] == [item.id for item in other.removed]
        and [series.uid for series in one.new_series] == [series.uid for series in other.new_series]
        and [change.after for change in one.changed_series] == [change.after for change in other.changed_series]
    )


_COMPARED = tuple(field.name for field in fields(Item) if field.name not in ("id", "uid"))


def _same(one: Item, other: Item) -> bool:
    return all(getattr(one, name) == getattr(other, name) for name in _COMPARED)
