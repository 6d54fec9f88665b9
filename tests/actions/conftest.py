"""A workspace with a class in it that repeats."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from series_plan import TODAY

from studio import actions
from studio.actions.series import (
    repeat_item,
)
from studio.plan.item import Item
from studio.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with actions.open_studio(tmp_path / "w") as store:
        yield store


@pytest.fixture
def lesson(store: Store) -> Item:
    """A class on Wednesday, 2 December 2026, 19:00, the third of its kind."""
    return actions.add_item(store, "Kelas komisi #3", kind="live", start="2026-12-02T19:00", host="Sari", episode=3)


@pytest.fixture
def weekly(store: Store, lesson: Item) -> list[int]:
    """The ids of seven classes, every Wednesday to 13 January."""
    repeat_item(store, lesson.id, "weekly until 2027-01-13", today=TODAY)
    return [item.id for item in actions.list_items(store)]
