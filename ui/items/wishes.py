"""What an entry in a cell asks for: other fields, or, where it is a day or an hour, a move."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from studio.plan.dates import parse_start
from studio.plan.item import Item
from ui.items.columns import Column

Start = datetime | date | None


@dataclass(frozen=True, slots=True)
class Wishes:
    """Fields to change and items to move, each with the item's id. An entry asks for one or the other."""

    changes: tuple[tuple[int, dict[str, str]], ...] = ()
    moves: tuple[tuple[int, Start], ...] = ()


def entered(items: Sequence[Item], column: Column, text: str, today: date) -> Wishes:
    """What `text` in this column asks of these items; nothing of those that are so already. Raises InvalidValue."""
    changes = [(item, change) for item in items if (change := column.change(item, text, today))]
    if column.field != "start":
        return Wishes(tuple((item.id, change) for item, change in changes))
    starts = [(item, parse_start(change["start"]), change) for item, change in changes]
    return Wishes(
        # To lose its hour an item is changed: where it moves to another day, it keeps it.
        tuple((item.id, change) for item, start, change in starts if _loses_hour(item, start)),
        tuple((item.id, start) for item, start, _ in starts if not _loses_hour(item, start)),
    )


def shifted(items: Sequence[Item], days: int) -> Wishes:
    """All that have a date go on by so many days, each with its hour."""
    return Wishes(moves=tuple((item.id, item.start + timedelta(days=days)) for item in items if item.start is not None))


def _loses_hour(item: Item, start: Start) -> bool:
    return isinstance(item.start, datetime) and start is not None and not isinstance(start, datetime)
