"""Fields and values of an import as the window says them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QCoreApplication

from studio.plan.item import Item, Kind, Product, Stage
from ui import words
from ui.item.fields import groups

translate = QCoreApplication.translate


def field_title(name: str) -> str:
    """What a field is called; one that has no name in the form keeps its own, readable."""
    return _titles(words.locale().name()).get(name) or name.replace("_", " ").capitalize()


def field_place(name: str) -> int:
    """Where a field stands among the others: as in the form, and what is not in it after that."""
    places = _places()
    return places.get(name, len(places))


@lru_cache(maxsize=1)
def _places() -> dict[str, int]:
    return {name: place for place, name in enumerate(_titles(""))}


@lru_cache(maxsize=4)
def _titles(_locale: str) -> dict[str, str]:
    form = {field.name: field.title for _, fields in groups() for field in fields}
    return form | {
        "day": translate("Exchange", "Date"),
        "date": translate("Exchange", "Date"),
        "time": translate("Exchange", "Time"),
        "duration_min": translate("Exchange", "Duration"),
        "recording": translate("Exchange", "Recording"),
        "script_template": translate("Exchange", "Template of the script"),
        "thumbnail_template": translate("Exchange", "Template of the thumbnail"),
        "deck_template": translate("Exchange", "Template of the deck"),
        "answers": translate("Exchange", "Answers"),
        "rule": translate("Exchange", "Repeats"),
        "skipped": translate("Exchange", "Skipped dates"),
        "series_uid": translate("Exchange", "Belongs to a series"),
        "occurrence": translate("Exchange", "Date in its series"),
        "id": "ID",
        "uid": "UID",
    }


def value_text(name: str, value: Any, today: date) -> str:
    """A value in one line, in the words of the interface; "" where there is none."""
    if name == "start" and value is None:
        return start_text(None, today)
    if value is None or value == "" or value == () or value == {}:
        return ""
    if isinstance(value, datetime | date):
        return start_text(value, today)
    if isinstance(value, Kind):
        return words.kind_name(value)
    if isinstance(value, Stage):
        return words.stage_name(value)
    if name == "language":
        return words.language_name(value)
    if name == "zone":
        return words.zone_name(value)
    if name == "duration_min":
        return words.length(value)
    if name == "series_uid":
        return translate("Exchange", "yes")
    if isinstance(value, dict):
        return "; ".join(f"{key}: {one}" for key, one in value.items())
    if isinstance(value, tuple | list):
        return ", ".join(_each(value, today))
    return " ".join(str(value).split())


def _each(values: Iterable[Any], today: date) -> Iterable[str]:
    for value in values:
        if isinstance(value, Product):
            yield f"{value.name} ({value.price})" if value.price else value.name
        elif isinstance(value, datetime | date):
            yield start_text(value, today)
        else:
            yield str(value)


def start_text(start: datetime | date | None, today: date) -> str:
    """Tue 8 Dec, 12:00; Tue 8 Dec, all day; No date yet. The year is said where it is not today's."""
    if start is None:
        return translate("Words", "No date yet")
    day = start.date() if isinstance(start, datetime) else start
    said = words.short_day(day) if day.year == today.year else f"{words.short_day(day)} {day.year}"
    if isinstance(start, datetime):
        return f"{said}, {words.clock(start.time())}"
    return translate("Words", "%1, all day").replace("%1", said)


def rule_text(rule: str, start: datetime | date | None) -> str:
    """A series' rule as people say it: every Wednesday."""
    from studio.errors import SiarError
    from studio.plan.recurrence import describe

    try:
        return describe(rule, start or date.today(), words.locale().name()[:2])
    except SiarError:
        return rule


def item_when(item: Item, today: date) -> str:
    """When an item stands, for a row."""
    return start_text(item.start, today)
