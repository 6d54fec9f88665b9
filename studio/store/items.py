"""The items of the plan: add, find, change, remove, each as a step that can be undone."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from studio.errors import DamagedDatabase, InvalidValue, NotFound
from studio.plan.fields import check_field, checked, item_to_json
from studio.plan.item import Item, Kind, Stage
from studio.store.item_rows import COLUMNS, item_of
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
        rows = store.tuples(f"SELECT {COLUMNS} FROM items WHERE id = ?", [int(text.lstrip("#"))])
    elif len(text) >= 8:
        # A uid as others write it may hold any sign, so the beginning is compared as text, not as a pattern.
        rows = store.tuples(
            f"SELECT {COLUMNS} FROM items WHERE substr(uid, 1, ?) = ? ORDER BY uid = ? DESC LIMIT 2",
            [len(text), text, text],
        )
        if len(rows) == 2 and item_of(store, rows[0]).uid != text:
            raise NotFound(f"Several items have a uid that begins with {text}", "Write more of it")
    else:
        rows = []
    if not rows:
        raise NotFound(f'There is no item "{which}"', "`siar items list` shows those that there are")
    return item_of(store, rows[0])


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

    for name, value in (("kind", kind), ("stage", stage), ("language", language)):
        if value is not None:
            want(f"{name} = ?", str(check_field(name, value)))
    for name, text in (("owner", owner), ("host", host), ("campaign", campaign), ("series", series)):
        if text is not None:
            want(f"casefold({name}) = ?", text.strip().casefold())
    for name, text in (("platforms", platform), ("tags", tag)):
        if text is not None:
            want(f"EXISTS (SELECT 1 FROM json_each({name}) WHERE casefold(value) = ?)", text.strip().casefold())
    # Two parts, so that each walks along the index on start and nothing is sorted; one statement, so that an item which
    # another process moves meanwhile is met once.
    days = ["start IS NOT NULL"]
    if first is not None:
        days.append(f"start >= '{first.isoformat()}'")
    if last is not None:
        days.append(f"start < '{(last + timedelta(days=1)).isoformat()}'")
    query = f"SELECT {COLUMNS} FROM items WHERE {' AND '.join([*days, *wanted])} ORDER BY start, id"
    if undated:
        alone = f"SELECT {COLUMNS} FROM items WHERE {' AND '.join(['start IS NULL', *wanted])} ORDER BY id"
        return _items(store, f"SELECT * FROM ({query}) UNION ALL SELECT * FROM ({alone})", [*values, *values])
    return _items(store, query, values)


def items_of(store: Store, ids: Iterable[int]) -> list[Item]:
    """The items with these ids, by start; ids that no item has are passed over."""
    numbers = json.dumps(list(ids))
    query = (
        f"SELECT {COLUMNS} FROM items WHERE id IN (SELECT value FROM json_each(?)) ORDER BY start IS NULL, start, id"
    )
    return _items(store, query, [numbers])


def items_of_series(store: Store, uids: Iterable[str]) -> list[Item]:
    """The stored occurrences of the series with these uids, in the order of their rules."""
    series = json.dumps(list(uids))
    query = (
        f"SELECT {COLUMNS} FROM items WHERE series_uid != '' AND series_uid IN (SELECT value FROM json_each(?)) "
        "ORDER BY occurrence, id"
    )
    return _items(store, query, [series])


def _items(store: Store, query: str, values: Sequence[object]) -> list[Item]:
    return [item_of(store, row) for row in store.tuples(query, values)]


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


def put_items(store: Store, changed: Iterable[Item]) -> None:
    """Store items as they are now, by their ids, with what binds them to a series too. Raises NotFound."""
    with store.action("Change items"):
        for item in changed:
            row, present = _row(checked(item)), _row(get_item(store, item.id))
            new = {name: value for name, value in row.items() if value != present[name]}
            if new:
                sets = ", ".join(f'"{name}" = ?' for name in new)
                store.db.execute(f"UPDATE items SET {sets} WHERE id = ?", [*new.values(), item.id])


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
    for number, *row in store.tuples(f"SELECT id, {COLUMNS} FROM items ORDER BY id"):
        try:
            checked(item_of(store, tuple(row)))
        except DamagedDatabase as error:
            told.append(error.happened)
        except InvalidValue as error:
            told.append(f"Item {number} cannot be read ({error.happened})")
    return told
