"""Find items: by a filter, by search, by a saved view; every view and the command line ask here."""

from __future__ import annotations

from datetime import date

from studio.errors import InvalidValue, NotFound
from studio.plan.filters import Filter
from studio.plan.item import Item
from studio.plan.texts import clean_line
from studio.store import Store
from studio.store import items as rows
from studio.store.search import search
from studio.store.settings import get_settings, set_setting

_VIEWS = "view:"


def find_items(
    store: Store,
    wanted: Filter,
    *,
    first: date | None = None,
    last: date | None = None,
    undated: bool | None = None,
) -> list[Item]:
    """The items that `wanted` lets through, from `first` to `last` day (both included, None is open), by start.

    Those without a date are among them if `undated` says so, or, where it says nothing, if no day is given.
    Readiness is not judged: it is found by looking at files (studio.steps).
    """
    without = undated if undated is not None else first is None and last is None
    found = rows.list_items(store, first=first, last=last, undated=without)
    if wanted.text.strip():
        held = search(store, wanted.text)
        found = [item for item in found if item.id in held]
    return [item for item in found if wanted.replaced(readiness="").matches(item)]


def search_items(store: Store, text: str) -> set[int]:
    """The ids of the items that hold all words of `text`, as the beginnings of words anywhere in their fields."""
    return search(store, text)


def saved_views(store: Store) -> dict[str, Filter]:
    """The filters that were saved, by name; one that cannot be read any more is left out."""
    views = {}
    for name, data in get_settings(store, _VIEWS).items():
        try:
            views[name] = Filter.from_json(data)
        except (InvalidValue, AttributeError):
            continue
    return views


def save_view(store: Store, name: str, wanted: Filter) -> str:
    """Save a filter under a name, in place of one that bears it; the name. Raises InvalidValue for an empty name."""
    name = _checked_name(name)
    set_setting(store, _VIEWS + name, wanted.to_json(), label=f"Save the view “{name}”")
    return name


def rename_view(store: Store, name: str, new: str) -> str:
    """Give a saved view another name; the new name. Raises NotFound, and InvalidValue for one that is taken."""
    with store.transaction():
        views = get_settings(store, _VIEWS)
        if name not in views:
            raise _no_view(name)
        new = _checked_name(new)
        if new != name and new in views:
            raise InvalidValue(f"There is a view “{new}” already", "Give it another name, or remove that one first")
        label = f"Rename the view “{name}”"
        with store.action(label):
            set_setting(store, _VIEWS + name, None, label=label)
            set_setting(store, _VIEWS + new, views[name], label=label)
    return new


def remove_view(store: Store, name: str) -> None:
    """Forget a saved view. Raises NotFound."""
    if name not in get_settings(store, _VIEWS):
        raise _no_view(name)
    set_setting(store, _VIEWS + name, None, label=f"Remove the view “{name}”")


def _checked_name(name: str) -> str:
    name = clean_line(name)
    if not name or len(name) > 60:
        raise InvalidValue("The view needs a name of 60 characters at most", "Give it one, such as 'Live of December'")
    return name


def _no_view(name: str) -> NotFound:
    return NotFound(f'There is no saved view "{name}"', "`siar views list` shows those that there are")
