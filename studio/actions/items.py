"""Actions on the plan: each is one step of undo, with a label that a person recognises."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from studio.actions.scope import Scope
from studio.errors import InvalidValue, NotFound
from studio.files import existing_file
from studio.plan.dates import format_start, parse_start
from studio.plan.fields import check_field
from studio.plan.item import Item
from studio.store import Store
from studio.store import items as rows
from studio.store import undo as log

# What an episode number follows from.
_NUMBERING = frozenset({"start", "stage", "episode"})


def add_item(store: Store, title: str, **fields: Any) -> Item:
    """A new item; fields are values or texts as typed ("2026-12-01T19:00", "tiktok, youtube").

    Raises InvalidValue, or NotFound for a recording that is not there.
    """
    values = {name: check_field(name, value) for name, value in fields.items() if value is not None}
    if "recording" in values:
        values["recording"] = _stored_recording(store, values["recording"])
    item = Item(check_field("title", title), **values)
    with store.action(f"Add “{item.title}”"):
        return rows.add_item(store, item)


def list_items(
    store: Store,
    *,
    first: date | None = None,
    last: date | None = None,
    undated: bool | None = None,
    text: str = "",
    **filters: Any,
) -> list[Item]:
    """The items from `first` to `last` day (both included, None is open), by start.

    Those without a date are among them if `undated` says so, or, where it says nothing, if no day is given. `filters`
    are `kind`, `stage` and `owner`; `text` is looked for in the title, case aside.
    """
    chosen = {name: check_field(name, value) for name, value in filters.items() if value}
    without = undated if undated is not None else first is None and last is None
    found = rows.list_items(store, first=first, last=last, undated=without, **chosen)
    return [item for item in found if text.casefold() in item.title.casefold()]


def count_items(store: Store) -> int:
    """How many items the plan has."""
    return rows.count_items(store)


def show_item(store: Store, number: int | str) -> Item:
    """The item with that id or uid. Raises NotFound."""
    return rows.get_item(store, number)


def set_fields(store: Store, number: int | str, fields: Mapping[str, Any], scope: Scope = Scope.THIS) -> Item:
    """Change fields, given as values or as typed texts; of an occurrence, by `scope`, also in others of its series.

    Raises NotFound or InvalidValue; then nothing is changed.
    """
    item = rows.get_item(store, number)
    if not fields:
        raise InvalidValue("No field was given", 'Write FIELD=VALUE, such as title="Cahaya bagus"')
    changes = {name: check_field(name, value) for name, value in fields.items()}
    if "recording" in changes:
        changes["recording"] = _stored_recording(store, changes["recording"], item.recording)
    if scope is not Scope.THIS:
        from studio.actions.scoped import change_occurrences  # repeats bring much along, and most items have none

        return change_occurrences(store, item, changes, scope)
    return _change_one(store, item, changes, f"Change “{item.title}”")


def _change_one(store: Store, item: Item, changes: Mapping[str, Any], label: str) -> Item:
    with store.action(label):
        if not item.series_uid or changes.keys().isdisjoint(_NUMBERING):
            return rows.change_item(store, item.id, **changes)
        from studio.actions.occurrences import numbered, with_title

        with numbered(store, item.series_uid) as by_hand:
            if "episode" in changes:
                by_hand.add(item.uid)
                changes = with_title(store, item, changes)
            rows.change_item(store, item.id, **changes)
        return rows.get_item(store, item.id)


def _stored_recording(store: Store, typed: str, present: str = "") -> str:
    """The recording that was typed as the plan stores it; what is there already stays, also when its file is gone.

    A path is one from the current folder, as everywhere; one that the plan showed ("media/a.mp4") is one from the
    workspace. Raises NotFound.
    """
    if not typed or typed == present:
        return typed
    try:
        path = Path(typed).expanduser()
    except RuntimeError:  # "~name" of nobody on this computer
        path = Path(typed)
    inside = store.workspace.absolute(typed)
    return store.workspace.relative(existing_file(inside if inside.is_file() and not path.exists() else path))


def move_item(store: Store, number: int | str, start: str | datetime | date | None, scope: Scope = Scope.THIS) -> Item:
    """Give the item another start: a text as typed, a moment, None, or a day, as a drag gives it, which keeps the hour.

    Of an occurrence, `scope` says whether others of its series move along. Raises NotFound or InvalidValue.
    """
    item = rows.get_item(store, number)
    when = parse_start(start) if isinstance(start, str) else start
    dragged = not isinstance(start, str | datetime)
    if scope is not Scope.THIS:
        from studio.actions.scoped import move_occurrences

        return move_occurrences(store, item, when, scope, keep_hour=dragged)
    if dragged and isinstance(when, date) and isinstance(item.start, datetime):
        when = datetime.combine(when, item.start.time())
    return _change_one(store, item, {"start": when}, f"Move “{item.title}” to {format_start(when) or 'no date'}")


def remove_item(store: Store, number: int | str, scope: Scope = Scope.THIS) -> Item:
    """Take the item off the plan; its files stay, and undo brings it back. Raises NotFound.

    An occurrence of a series is skipped by that and not made again; `scope` says whether others go along.
    """
    item = rows.get_item(store, number)
    from studio.actions.scoped import remove_occurrences

    remove_occurrences(store, item, scope)
    return item


def undo(store: Store) -> str:
    """Take the last action back, and return what it was. Raises NotFound when there is none."""
    label = log.undo(store)
    if label is None:
        raise NotFound("There is nothing to undo", "Every change that you make from now on can be undone")
    return label


def redo(store: Store) -> str:
    """Do again what was undone last, and return what it was. Raises NotFound when there is nothing."""
    label = log.redo(store)
    if label is None:
        raise NotFound("There is nothing to redo", "Only what was undone last can be done again")
    return label
