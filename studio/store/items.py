"""The items of the plan: add, find, change, remove, each as a step that can be undone."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import Any

from studio.errors import DamagedDatabase, InvalidValue, NotFound, SiarError
from studio.plan.dates import parse_start
from studio.plan.fields import check_field, checked, item_to_json
from studio.plan.item import Item, Kind, Product, Stage
from studio.store.session import Store

_JSON = ("platforms", "products", "links", "tags", "answers")
_WORDS = {
    frozenset({"start"}): "Move",
    frozenset({"start", "zone"}): "Move",
    frozenset({"start", "duration_min"}): "Move",
    frozenset({"duration_min"}): "Resize",
    frozenset({"title"}): "Rename",
    frozenset({"stage"}): "Set the stage of",
}


def add_item(store: Store, item: Item) -> Item:
    """Store `item` as a new one; it as stored, with its id (an id that it brings is not kept, its uid is).

    Raises InvalidValue for a field that cannot be taken, or a uid that is taken.
    """
    return add_items(store, [item])[0]


def add_items(store: Store, new: Iterable[Item]) -> list[Item]:
    """Store all of `new` in one action; as `add_item`."""
    cleaned = [checked(item) for item in new]
    label = f'Add "{cleaned[0].title}"' if len(cleaned) == 1 else f"Add {len(cleaned)} items"
    stored = []
    with store.action(label):
        for item in cleaned:
            if store.rows("SELECT 1 FROM items WHERE uid = ?", [item.uid]):
                raise InvalidValue(f"There is an item with the uid {item.uid} already", "Change that one instead")
            row = _row(item)
            columns = ", ".join(f'"{name}"' for name in row)
            marks = ", ".join("?" * len(row))
            cursor = store.db.execute(f"INSERT INTO items ({columns}) VALUES ({marks})", list(row.values()))
            stored.append(replace(item, id=int(cursor.lastrowid)))
    return stored


def get_item(store: Store, which: int | str) -> Item:
    """The item with the id `which` ("12" and "#12" too), or with a uid that begins so. Raises NotFound."""
    text = str(which).strip()
    if re.fullmatch(r"#?\d{1,18}", text):
        rows = store.rows("SELECT * FROM items WHERE id = ?", [int(text.lstrip("#"))])
    elif len(text) >= 8:
        # A uid as others write it may hold any sign, so the beginning is compared as text, not as a pattern.
        rows = store.rows(
            "SELECT * FROM items WHERE substr(uid, 1, ?) = ? ORDER BY uid = ? DESC LIMIT 2", [len(text), text, text]
        )
        if len(rows) == 2 and rows[0]["uid"] != text:
            raise NotFound(f"Several items have a uid that begins with {text}", "Write more of it")
    else:
        rows = []
    if not rows:
        raise NotFound(f'There is no item "{which}"', "`siar items list` shows those that there are")
    return _item(store, rows[0])


def list_items(
    store: Store,
    *,
    first: date | None = None,
    last: date | None = None,
    undated: bool = True,
    kind: Kind | str | None = None,
    stage: Stage | str | None = None,
    owner: str | None = None,
    host: str | None = None,
    platform: str | None = None,
    campaign: str | None = None,
    series: str | None = None,
    language: str | None = None,
    tag: str | None = None,
) -> list[Item]:
    """The items from the day `first` to the day `last`, both included, by start; then, where `undated`, those without.

    A day is that of the item's own wall time. Names are compared without regard to case. Raises InvalidValue.
    """
    wanted: list[str] = []
    values: list[object] = []

    def want(condition: str, *of: object) -> None:
        wanted.append(condition)
        values.extend(of)

    if first is not None:
        want("(start IS NULL OR start >= ?)", first.isoformat())
    if last is not None:
        want("(start IS NULL OR start < ?)", (last + timedelta(days=1)).isoformat())
    if not undated:
        want("start IS NOT NULL")
    for name, value in (("kind", kind), ("stage", stage), ("language", language)):
        if value is not None:
            want(f"{name} = ?", str(check_field(name, value)))
    for name, text in (("owner", owner), ("host", host), ("campaign", campaign), ("series", series)):
        if text is not None:
            want(f"casefold({name}) = ?", text.strip().casefold())
    for name, text in (("platforms", platform), ("tags", tag)):
        if text is not None:
            want(f"EXISTS (SELECT 1 FROM json_each({name}) WHERE casefold(value) = ?)", text.strip().casefold())
    where = f"WHERE {' AND '.join(wanted)}" if wanted else ""
    return _items(store, f"SELECT * FROM items {where} ORDER BY start IS NULL, start, id", values)


def items_of(store: Store, ids: Iterable[int]) -> list[Item]:
    """The items with these ids, by start; ids that no item has are passed over."""
    numbers = json.dumps(list(ids))
    query = "SELECT * FROM items WHERE id IN (SELECT value FROM json_each(?)) ORDER BY start IS NULL, start, id"
    return _items(store, query, [numbers])


def _items(store: Store, query: str, values: Sequence[object]) -> list[Item]:
    return [_item(store, row) for row in store.rows(query, values)]


def count_items(store: Store) -> int:
    """How many items there are."""
    return int(store.rows("SELECT count(*) AS number FROM items")[0]["number"])


def change_item(store: Store, which: int | str, *, label: str | None = None, **changes: Any) -> Item:
    """Change fields of an item, each a value of its own type or text as typed; the item as it is then.

    `label` names the step in the history; else it is made from what changes. What changes nothing leaves no step.
    Raises NotFound, or InvalidValue for a field or value that cannot be taken.
    """
    cleaned = {name: check_field(name, value) for name, value in changes.items()}
    # Read within the transaction: another process may change the item between a read and a write.
    with store.transaction():
        item = get_item(store, which)
        changed = {name: value for name, value in cleaned.items() if value != getattr(item, name)}
        if not changed:
            return item
        new = replace(item, **changed)
        row = _row(new)
        with store.action(label or f'{_WORDS.get(frozenset(changed), "Change")} "{item.title}"'):
            sets = ", ".join(f'"{name}" = ?' for name in changed)
            store.db.execute(f"UPDATE items SET {sets} WHERE id = ?", [*(row[name] for name in changed), item.id])
    return new


def remove_item(store: Store, which: int | str) -> Item:
    """Remove an item from the plan; the item as it was. What was made for it stays on disk. Raises NotFound."""
    with store.transaction():
        item = get_item(store, which)
        with store.action(f'Remove "{item.title}"'):
            store.db.execute("DELETE FROM items WHERE id = ?", [item.id])
    return item


def _row(item: Item) -> dict[str, object]:
    """The item's columns but `id`."""
    values = item_to_json(item, full=True)
    for name in ("id", "all_day", "readiness"):
        del values[name]
    return values | {name: json.dumps(values[name], ensure_ascii=False) for name in _JSON}


def unreadable(store: Store) -> list[str]:
    """A sentence for each row that another program left so that it is no item; [] where all is well."""
    told = []
    for row in store.rows("SELECT * FROM items ORDER BY id"):
        try:
            checked(_item(store, row))
        except DamagedDatabase as error:
            told.append(error.happened)
        except InvalidValue as error:
            told.append(f"Item {row['id']} cannot be read ({error.happened})")
    return told


def _item(store: Store, row: Mapping[str, Any]) -> Item:
    """The row as an item. Raises DamagedDatabase, naming the item and the field, for what no version of ours wrote."""
    values = dict(row)
    for name, value in row.items():
        read = _READ.get(name)
        if read is None:
            continue
        try:
            values[name] = read(value)
        except (SiarError, ValueError, TypeError, AttributeError) as error:
            raise DamagedDatabase(
                f"Item {row['id']} of {store.workspace.database} cannot be read ({name} {value!r})",
                f"Another program changed it: correct it there, or bring a backup from {store.workspace.backups} back "
                "with `siar restore FILE`",
            ) from error
    return Item(**values)


def _of(*types: type) -> Callable[[Any], Any]:
    def read(value: Any) -> Any:
        if not isinstance(value, types):
            raise TypeError(f"{value!r} is none of {types}")
        return value

    return read


def _list(text: str) -> list[Any]:
    found: list[Any] = _of(list)(json.loads(text))
    return found


def _texts(text: str) -> tuple[str, ...]:
    return tuple(_of(str)(one) for one in _list(text))


@cache
def _zone(name: str) -> str:
    # Thousands of rows have the same few zones.
    return str(check_field("zone", name))


_READ: dict[str, Callable[[Any], Any]] = {
    **dict.fromkeys(("uid", "title", "language", "owner", "host", "studio"), _of(str)),
    **dict.fromkeys(("campaign", "series", "series_uid", "recording"), _of(str)),
    **dict.fromkeys(("audience", "learning_goal", "notes"), _of(str)),
    **dict.fromkeys(("script_template", "thumbnail_template", "deck_template"), _of(str)),
    **dict.fromkeys(("platforms", "links", "tags"), _texts),
    "products": lambda text: tuple(Product(**product) for product in _list(text)),
    "answers": lambda text: _of(dict)(json.loads(text)),
    "kind": Kind,
    "stage": Stage,
    "start": lambda text: parse_start(text or ""),
    "zone": _zone,
    "duration_min": _of(int, float, type(None)),
    "episode": _of(int, type(None)),
    "occurrence": lambda text: parse_start(text or ""),
}
