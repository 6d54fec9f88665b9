"""The rows of the table of items as items, fast enough for a plan of ten thousand."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from studio.errors import DamagedDatabase, SiarError
from studio.plan.dates import parse_start
from studio.plan.fields import check_field
from studio.plan.item import Item, Kind, Product, Stage
from studio.store.session import Store

_NAMES = tuple(part.name for part in fields(Item))
COLUMNS = ", ".join(_NAMES)
_ID = _NAMES.index("id")
_ERRORS = (SiarError, LookupError, ValueError, TypeError, AttributeError)


def item_of(store: Store, row: tuple[Any, ...]) -> Item:
    """The row, in the order of COLUMNS, as an item; one that was read before and is the same is the same object.

    Raises DamagedDatabase, naming the item and the field, for what no version of ours wrote.
    """
    known = store.known_items.get(row[_ID])
    if known is not None and known[0] == row:
        return known[1]
    item = _read(store, row)
    if not item.answers:  # a dict can be changed by whoever gets it
        store.known_items[item.id] = row, item
    return item


def _read(store: Store, row: tuple[Any, ...]) -> Item:
    try:
        return Item(*[read(value) for read, value in zip(_READERS, row, strict=True)])
    except _ERRORS as error:
        name, value = next(_unread(row))
        raise DamagedDatabase(
            f"Item {row[_ID]} of {store.workspace.database} cannot be read ({name} {value!r})",
            f"Another program changed it: correct it there, or bring a backup from {store.workspace.backups} back "
            "with `siar restore FILE`",
        ) from error


def _unread(row: Sequence[Any]) -> Iterator[tuple[str, Any]]:
    for name, read, value in zip(_NAMES, _READERS, row, strict=True):
        try:
            read(value)
        except _ERRORS:
            yield name, value


def _text(value: Any) -> str:
    if type(value) is not str:
        raise TypeError(f"{value!r} is no text")
    return value


def _of(*types: type) -> Callable[[Any], Any]:
    def read(value: Any) -> Any:
        if not isinstance(value, types):
            raise TypeError(f"{value!r} is none of {types}")
        return value

    return read


# Thousands of rows say the same few things; what is kept here cannot be changed by whoever gets it.
@lru_cache(maxsize=4096)
def _start(text: str | None) -> datetime | date | None:
    return parse_start(text or "")


@lru_cache(maxsize=256)
def _zone(name: str) -> str:
    return str(check_field("zone", name))


@lru_cache(maxsize=4096)
def _texts(text: str) -> tuple[str, ...]:
    return tuple(_text(one) for one in _list(text))


@lru_cache(maxsize=1024)
def _products(text: str) -> tuple[Product, ...]:
    return tuple(Product(**product) for product in _list(text))


def _list(text: str) -> list[Any]:
    found: list[Any] = _of(list)(json.loads(text))
    return found


def _answers(text: str) -> dict[str, Any]:
    found: dict[str, Any] = {} if text == "{}" else _of(dict)(json.loads(text))
    return found


_KINDS = {kind.value: kind for kind in Kind}
_STAGES = {stage.value: stage for stage in Stage}
_READ: dict[str, Callable[[Any], Any]] = {
    "id": _of(int),
    "kind": lambda value: _KINDS[value],
    "stage": lambda value: _STAGES[value],
    "start": _start,
    "zone": _zone,
    "duration_min": _of(int, float, type(None)),
    "episode": _of(int, type(None)),
    "occurrence": _start,
    "platforms": _texts,
    "links": _texts,
    "tags": _texts,
    "products": _products,
    "answers": _answers,
}
_READERS: tuple[Callable[[Any], Any], ...] = tuple(_READ.get(name, _text) for name in _NAMES)
