"""Every field of an item, from text as a person types it and from JSON, and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from studio.errors import InvalidValue
from studio.plan.dates import format_start, parse_start
from studio.plan.item import Item
from studio.plan.readers import FIELDS
from studio.plan.texts import clean_line

_FIXED = {
    "id": "The workspace gives it",
    "uid": "It must stay the same wherever the item travels",
    "all_day": "It follows from start: give a date without a time for a whole day",
    "readiness": "It follows from the item's files: run `siar ready`",
    "series_uid": "It follows from the series: run `siar items repeat`",
    "occurrence": "It follows from the series: move the item instead",
}

_SHORT = ("duration_min", "language", "owner", "host", "platforms", "campaign", "series", "episode", "tags")


def parse_field(name: str, text: str) -> Any:
    """The value of the field `name` that was typed as `text`. Raises InvalidValue, with the allowed values named."""
    return check_field(name, text)


def check_field(name: str, value: object) -> Any:
    """`value` (a text as typed, a JSON value, or already the field's own type) as an Item holds it.

    Raises InvalidValue.
    """
    rule = FIELDS.get(name)
    if rule is None:
        raise _unknown(name)
    return rule.read(value)


def parse_assignment(text: str) -> tuple[str, Any]:
    """`FIELD=VALUE` of the command line as the field's name and value. Raises InvalidValue."""
    name, equals, value = text.partition("=")
    name = name.strip().replace("-", "_")
    if not equals:
        raise InvalidValue(f'"{text}" gives no field a value', 'Write it as FIELD=VALUE, such as title="Cahaya bagus"')
    return name, parse_field(name, value)


def field_text(name: str, value: object) -> str:
    """`value` of the field `name` as text that `parse_field` reads back."""
    rule = FIELDS.get(name)
    if rule is None:
        raise _unknown(name)
    return rule.show(value)


def item_to_json(item: Item, full: bool = False, readiness: float = 0.0) -> dict[str, Any]:
    """`item` under the fixed keys of `siar items list --json`; with `full`, every other field follows them."""
    short = {
        "id": item.id,
        "uid": item.uid,
        **{name: FIELDS[name].dump(getattr(item, name)) for name in ("kind", "title", "stage", "start", "zone")},
        "all_day": item.all_day,
        **{name: FIELDS[name].dump(getattr(item, name)) for name in _SHORT},
        "readiness": readiness,
    }
    if not full:
        return short
    return (
        short
        | {name: rule.dump(getattr(item, name)) for name, rule in FIELDS.items() if name not in short}
        | {"series_uid": item.series_uid, "occurrence": format_start(item.occurrence)}
    )


def item_from_json(data: Mapping[str, Any]) -> Item:
    """The item that `item_to_json` wrote; what is missing takes its default. Raises InvalidValue."""
    values = {name: check_field(name, value) for name, value in data.items() if name not in _FIXED}
    if "title" not in values:
        raise InvalidValue("The item has no title", "Give it one")
    kept = {name: data[name] for name in ("id", "uid", "series_uid") if data.get(name)}
    return Item(**values, **kept, occurrence=parse_start(data.get("occurrence") or ""))


def checked(item: Item) -> Item:
    """`item` with every field read as if it had been typed: cleaned, and of its own type. Raises InvalidValue."""
    values = {name: rule.read(getattr(item, name)) for name, rule in FIELDS.items()}
    uid = clean_line(item.uid)
    if not uid:
        raise InvalidValue("The item has no uid", "Leave it out, and a new one is made")
    return Item(
        id=item.id, uid=uid, series_uid=clean_line(item.series_uid), occurrence=check_field("start", item.occurrence),
        **values,
    )  # fmt: skip


def _unknown(name: str) -> InvalidValue:
    if name in _FIXED:
        return InvalidValue(f"The field {name} cannot be set", _FIXED[name])
    return InvalidValue(f'An item has no field "{name}"', f"Its fields are {', '.join(FIELDS)}")
