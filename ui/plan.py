"""The workspace as the window sees it: actions with their errors told, and a signal whenever anything changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from studio import actions
from studio.actions.scope import Scope
from studio.errors import NotFound, WorkspaceBusy
from studio.jobs.events import JobRequest
from studio.plan.filters import Filter
from studio.plan.item import Item, Stage
from studio.store import Store
from ui import deeds
from ui.asking import Asker
from ui.notices import Notices

if TYPE_CHECKING:
    from studio.plan.rules import Rules
    from studio.plan.series import Series

_T = TypeVar("_T")
POLL_MS = 1000
PATIENCE_S = 2.0  # for another process that saves: the window stands still meanwhile
_PAGES = 24
# The fields that the occurrences of a series have in common, as a rule; its stage, recording and answers are its own.
SHARED = frozenset(
    {
        *("title", "kind", "start", "zone", "duration_min", "language", "owner", "host", "studio", "platforms"),
        *("campaign", "series", "audience", "learning_goal", "products", "links", "tags"),
        *("script_template", "thumbnail_template", "deck_template"),
    }
)


class Plan(QObject):
    """Wraps the open store. A failed action leaves a notice and returns None; a done one emits `changed`."""

    changed = Signal()
    moved = Signal(object)  # the ids of items that were given another start
    changed_elsewhere = Signal()  # comes before `changed`: another process did it, so files may be others too

    def __init__(self, store: Store, notices: Notices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.store = store
        store.wait_at_most(PATIENCE_S)
        self.notices = notices
        self.asker = Asker(self)
        self._seen = self._pages_of = store.version()
        self._pages: dict[tuple[date, date], list[Item]] = {}
        self._closed = False
        # Other processes (a worker, `siar` in a terminal, a second window) change the same workspace.
        self._timer = QTimer(self, interval=POLL_MS)
        self._timer.timeout.connect(self.look_for_changes)
        self._timer.start()

    def look_for_changes(self) -> None:
        """Emit `changed` if any process changed the workspace since the last look."""
        with self.notices.guarded(), suppress(WorkspaceBusy):  # the next look comes soon
            version = self.store.version()
            if version != self._seen:
                self._seen = version
                self.changed_elsewhere.emit()
                self.changed.emit()

    def stop_looking(self) -> None:
        """Look no more for what other processes change."""
        self._timer.stop()

    def close(self) -> None:
        """Stop looking; the store is closed by whoever opened it."""
        self.stop_looking()
        self._closed = True

    # what is there

    def page(self, first: date, last: date) -> list[Item]:
        """The items of these days, both included, and those without a date: one query for the whole page.

        A page that was read before is read again only when the plan is another one. One that cannot be read now stays
        as it was: an empty calendar would look as if all were lost.
        """

        def read() -> list[Item]:
            version = self.store.version()
            stale = version != self._pages_of or len(self._pages) >= _PAGES
            if stale or (first, last) not in self._pages:
                items = actions.list_items(self.store, first=first, last=last, undated=True)
                if stale:
                    self._pages_of = version
                    self._pages.clear()
                self._pages[first, last] = items
            return self._pages[first, last]

        found = self._do(read, tell=False)
        return self._pages.get((first, last), []) if found is None else found

    def all_items(self) -> list[Item]:
        """Every item, by start."""
        return self._do(lambda: actions.list_items(self.store), tell=False) or []

    def count(self) -> int:
        """How many items there are."""
        with self.notices.guarded():
            return actions.count_items(self.store)
        return 0

    def item(self, item_id: int) -> Item | None:
        """The item, None if it was removed; as it was read last, where it cannot be read now."""
        with self.notices.guarded():
            try:
                return actions.show_item(self.store, item_id)
            except NotFound:
                return None
        known = self.store.known_items.get(item_id)
        return known[1] if known is not None else None

    # what a person does

    def add(self, title: str, **fields: Any) -> Item | None:
        """A new item."""
        return self._do(lambda: actions.add_item(self.store, title, **fields))

    def set_fields(self, item_id: int, fields: Mapping[str, Any], scope: Scope = Scope.THIS) -> Item | None:
        """Change fields of an item, as one step of undo; of an occurrence, by `scope`, in others of its series too."""
        return self._do(lambda: actions.set_fields(self.store, item_id, fields, scope))

    def change(self, item_id: int, fields: Mapping[str, Any]) -> bool:
        """As `set_fields`; asks first whether other occurrences are meant, where the fields are such as they share.

        False where it could not be saved.
        """
        item = self.item(item_id)
        if item is not None and item.series_uid and not SHARED.isdisjoint(fields):
            self.asker.scope(item, "change", lambda scope: scope and self.set_fields(item_id, fields, scope))
            return True
        return self.set_fields(item_id, fields) is not None

    def set_each(self, changes: Sequence[tuple[int, Mapping[str, Any]]]) -> None:
        """Change fields of several items: all or none, as one step of undo."""
        if len(changes) == 1:
            self.change(*changes[0])
            return

        def set_all() -> None:
            with self.store.action(f"Change {len(changes)} items"):
                for item_id, fields in changes:
                    actions.set_fields(self.store, item_id, fields)

        self._do(set_all)

    def move(self, item_ids: Sequence[int], to: date | datetime | None) -> None:
        """Give items another day (the hour stays), another moment, or no date: all or none, as one step of undo.

        Asks before it moves what is published, and whether other occurrences are meant. `moved` tells what was moved.
        """
        self.move_each([(item_id, to) for item_id in item_ids])

    def move_each(self, moves: Sequence[tuple[int, date | datetime | None]]) -> None:
        """As `move`, each item to its own day or moment."""
        items = [item for item_id, _ in moves if (item := self.item(item_id)) is not None]
        published = [item for item in items if item.stage is Stage.PUBLISHED]
        one = items[0] if len(moves) == 1 and items else None

        def go() -> None:
            if one is not None and one.series_uid and moves[0][1] is not None:
                self.asker.scope(one, "move", lambda scope: scope and self._move(moves, scope))
            else:
                self._move(moves, Scope.THIS)

        if published:
            self.asker.published(published, go)
        else:
            go()

    def _move(self, moves: Sequence[tuple[int, date | datetime | None]], scope: Scope) -> None:
        def move_all() -> bool:
            if len(moves) == 1:
                actions.move_item(self.store, *moves[0], scope)
                return True
            with self.store.action(f"Move {len(moves)} items"):
                for item_id, to in moves:
                    actions.move_item(self.store, item_id, to)
            return True

        if self._do(move_all):
            self.moved.emit(tuple(item_id for item_id, _ in moves))

    def add_ideas(self, titles: Sequence[str]) -> None:
        """New items with no date: all or none, as one step of undo."""

        def add_all() -> None:
            with self.store.action(f"Add {len(titles)} ideas"):
                for title in titles:
                    actions.add_item(self.store, title)

        self._do(add_all)

    def remove(self, *item_ids: int) -> None:
        """Remove items as one step of undo, and offer to take that back; asks whether other occurrences are meant."""
        items = [item for item_id in item_ids if (item := self.item(item_id)) is not None]
        if len(items) == 1 and items[0].series_uid:
            self.asker.scope(items[0], "remove", lambda scope: scope and self._remove(items, scope))
        elif items:
            self._remove(items, Scope.THIS)

    def _remove(self, items: Sequence[Item], scope: Scope) -> None:
        def remove_all() -> bool:
            if len(items) == 1:
                actions.remove_item(self.store, items[0].id, scope)
                return True
            with self.store.action(f"Remove {len(items)} items"):
                for item in items:
                    actions.remove_item(self.store, item.id)
            return True

        if self._do(remove_all):
            text = self.tr("Removed “%1”").replace("%1", items[0].title)
            if len(items) > 1:
                text = self.tr("Removed %n items", "", len(items))
            self.notices.info(text, self.tr("Undo"), self.undo)

    def repeat(self, item_id: int, rule: str, **options: Any) -> Series | None:
        """Let an item repeat by a rule."""
        from studio.actions import series

        return self._do(lambda: series.repeat_item(self.store, item_id, rule, **options))

    def series_of(self, item: Item) -> Series | None:
        """The series of an occurrence, None where it is none."""
        from studio.actions import series

        return self._do(lambda: series.series_of(self.store, item), tell=False)

    def keep_ahead(self, today: date) -> None:
        """Make the occurrences of the coming weeks that are not made yet."""
        from studio.actions import series

        before = self.store.version()
        self._do(lambda: series.keep_ahead(self.store, today), tell=False)
        if self.store.version() != before:
            self.look_for_changes()

    # filters, searches and marks

    def search(self, text: str) -> set[int]:
        """The ids of the items that hold all words of `text`."""
        from studio.actions import finding

        return self._do(lambda: finding.search_items(self.store, text), tell=False) or set()

    def saved_views(self) -> dict[str, Filter]:
        """The filters that were saved, by name."""
        from studio.actions import finding

        return self._do(lambda: finding.saved_views(self.store), tell=False) or {}

    def save_view(self, name: str, wanted: Filter) -> str | None:
        """Save a filter under a name."""
        from studio.actions import finding

        return self._do(lambda: finding.save_view(self.store, name, wanted))

    def rename_view(self, name: str, new: str) -> None:
        """Give a saved filter another name."""
        from studio.actions import finding

        self._do(lambda: finding.rename_view(self.store, name, new))

    def remove_view(self, name: str) -> None:
        """Forget a saved filter, and offer to take that back."""
        from studio.actions import finding

        def remove() -> bool:
            finding.remove_view(self.store, name)
            return True

        if self._do(remove):
            self.notices.info(self.tr("Removed the view “%1”").replace("%1", name), self.tr("Undo"), self.undo)

    def rules(self) -> Rules:
        """What the team set for its calendar: days, marks and lead times."""
        from studio.actions import planning

        return self._do(lambda: planning.rules(self.store), tell=False) or _usual_rules()

    def do(self, call: Callable[[], _T], *, tell: bool = True) -> _T | None:
        """Run an action that changes what the team set; what it gives, or None with a notice.

        `tell` is False for one that only reads.
        """
        return self._do(call, tell=tell)

    def undo(self) -> None:
        """Take the last action back."""
        label = self._do(lambda: actions.undo(self.store))
        if label is not None:
            self.notices.info(self.tr("Undone: %1").replace("%1", deeds.say(label)), self.tr("Redo"), self.redo)

    def redo(self) -> None:
        """Do again what was undone last."""
        label = self._do(lambda: actions.redo(self.store))
        if label is not None:
            self.notices.info(self.tr("Done again: %1").replace("%1", deeds.say(label)), self.tr("Undo"), self.undo)

    def produce_request(
        self, item_ids: Sequence[int], steps: Sequence[str] = (), force: bool = False
    ) -> JobRequest | None:
        """The job that makes what is missing or stale."""
        return self._do(lambda: actions.produce_request(self.store, item_ids, steps=steps, force=force), tell=False)

    def _do(self, call: Callable[[], _T], *, tell: bool = True) -> _T | None:
        if self._closed:  # a thread's answer may come after the window is gone
            return None
        with self.notices.guarded():
            result = call()
            if tell:
                self._seen = self.store.version()
                self.changed.emit()
            return result
        return None


def _usual_rules() -> Rules:
    from studio.plan.rules import Rules

    return Rules()
