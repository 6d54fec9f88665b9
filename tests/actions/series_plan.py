"""What a plan with a series says of itself, in a few words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from studio import actions
from studio.actions.scope import Scope
from studio.actions.series import (
    list_series,
)
from studio.plan.series import Series
from studio.store import Store
from studio.store.migrations import USER_TABLES
from studio.store.undo import history

TODAY = date(2026, 12, 1)
FOLLOWING, ALL = Scope.FOLLOWING, Scope.ALL


def told(store: Store) -> list[str]:
    """Every item, by start: "12-02 19:00 Kelas komisi #3"."""
    return [
        f"{item.start:%m-%d %H:%M} {item.title}" if item.start else f"undated {item.title}"
        for item in actions.list_items(store)
    ]


def days(store: Store) -> list[str]:
    return [line[:5] for line in told(store)]


def numbers(store: Store) -> list[int | None]:
    return [item.episode for item in actions.list_items(store)]


def tables(store: Store) -> dict[str, list[dict[str, object]]]:
    return {name: store.rows(f"SELECT * FROM {name} ORDER BY id") for name in USER_TABLES}


def only(store: Store) -> Series:
    (series,) = list_series(store)
    return series


def one_step(store: Store, change: Callable[[], object]) -> str:
    """Make a change; it is one step, whose undo gives back every user table and whose redo makes it again."""
    before, steps = tables(store), len(history(store))
    change()
    after = tables(store)
    assert len(history(store)) == steps + 1
    label = actions.undo(store)
    assert tables(store) == before
    actions.redo(store)
    assert tables(store) == after
    return label
