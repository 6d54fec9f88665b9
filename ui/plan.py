"""The workspace as the window sees it: actions with their errors told, and a signal whenever anything changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from studio import actions
from studio.errors import NotFound
from studio.jobs.events import JobRequest
from studio.plan.item import Item
from studio.store import Store
from ui.notices import Notices

_T = TypeVar("_T")
POLL_MS = 1000


class Plan(QObject):
    """Wraps the open store. A failed action leaves a notice and returns None; a done one emits `changed`."""

    changed = Signal()
    changed_elsewhere = Signal()  # comes before `changed`: another process did it, so files may be others too

    def __init__(self, store: Store, notices: Notices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.store = store
        self.notices = notices
        self._seen = store.version()
        # Other processes (a worker, `siar` in a terminal, a second window) change the same workspace.
        self._timer = QTimer(self, interval=POLL_MS)
        self._timer.timeout.connect(self.look_for_changes)
        self._timer.start()

    def look_for_changes(self) -> None:
        """Emit `changed` if any process changed the workspace since the last look."""
        with self.notices.guarded():
            version = self.store.version()
            if version != self._seen:
                self._seen = version
                self.changed_elsewhere.emit()
                self.changed.emit()

    def close(self) -> None:
        """Stop looking; the store is closed by whoever opened it."""
        self._timer.stop()

    # what is there

    def page(self, first: date, last: date) -> list[Item]:
        """The items of these days, both included, and those without a date: one query for the whole page."""
        return self._do(lambda: actions.list_items(self.store, first=first, last=last, undated=True), tell=False) or []

    def all_items(self) -> list[Item]:
        """Every item, by start."""
        return self._do(lambda: actions.list_items(self.store), tell=False) or []

    def count(self) -> int:
        """How many items there are."""
        with self.notices.guarded():
            return actions.count_items(self.store)
        return 0

    def item(self, item_id: int) -> Item | None:
        """The item, None if it was removed."""
        with self.notices.guarded():
            try:
                return actions.show_item(self.store, item_id)
            except NotFound:
                return None
        return None

    # what a person does

    def add(self, title: str, **fields: Any) -> Item | None:
        """A new item."""
        return self._do(lambda: actions.add_item(self.store, title, **fields))

    def set_fields(self, item_id: int, fields: Mapping[str, Any]) -> Item | None:
        """Change fields of an item, as one step of undo."""
        return self._do(lambda: actions.set_fields(self.store, item_id, fields))

    def move(self, item_ids: Sequence[int], to: date | datetime | None) -> None:
        """Give items another day (the hour stays), another moment, or no date: all or none, as one step of undo."""

        def move_all() -> None:
            if len(item_ids) == 1:
                actions.move_item(self.store, item_ids[0], to)
                return
            with self.store.action(f"Move {len(item_ids)} items"):
                for item_id in item_ids:
                    actions.move_item(self.store, item_id, to)

        self._do(move_all)

    def move_each(self, moves: Sequence[tuple[int, date | datetime | None]]) -> None:
        """Give each item its own day or moment: all or none, as one step of undo."""

        def move_all() -> None:
            with self.store.action(f"Move {len(moves)} items"):
                for item_id, to in moves:
                    actions.move_item(self.store, item_id, to)

        self._do(move_all)

    def set_each(self, changes: Sequence[tuple[int, Mapping[str, Any]]]) -> None:
        """Change fields of several items: all or none, as one step of undo."""

        def set_all() -> None:
            with self.store.action(f"Change {len(changes)} items"):
                for item_id, fields in changes:
                    actions.set_fields(self.store, item_id, fields)

        self._do(set_all)

    def add_ideas(self, titles: Sequence[str]) -> None:
        """New items with no date: all or none, as one step of undo."""

        def add_all() -> None:
            with self.store.action(f"Add {len(titles)} ideas"):
                for title in titles:
                    actions.add_item(self.store, title)

        self._do(add_all)

    def remove(self, item_id: int) -> None:
        """Remove an item, and offer to take that back."""
        item = self._do(lambda: actions.remove_item(self.store, item_id))
        if item is not None:
            text = self.tr("Removed “%1”").replace("%1", item.title)
            self.notices.info(text, self.tr("Undo"), self.undo)

    def undo(self) -> None:
        """Take the last action back."""
        label = self._do(lambda: actions.undo(self.store))
        if label is not None:
            self.notices.info(self.tr("Undone: %1").replace("%1", label), self.tr("Redo"), self.redo)

    def redo(self) -> None:
        """Do again what was undone last."""
        label = self._do(lambda: actions.redo(self.store))
        if label is not None:
            self.notices.info(self.tr("Done again: %1").replace("%1", label), self.tr("Undo"), self.undo)

    def produce_request(
        self, item_ids: Sequence[int], steps: Sequence[str] = (), force: bool = False
    ) -> JobRequest | None:
        """The job that makes what is missing or stale."""
        return self._do(lambda: actions.produce_request(self.store, item_ids, steps=steps, force=force), tell=False)

    def _do(self, call: Callable[[], _T], *, tell: bool = True) -> _T | None:
        with self.notices.guarded():
            result = call()
            if tell:
                self._seen = self.store.version()
                self.changed.emit()
            return result
        return None
