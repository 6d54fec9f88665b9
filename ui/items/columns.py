"""The columns of the list as data: what each shows, sorts by, and how its cells are edited."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import Enum, auto
from typing import Any

from PySide6.QtCore import QCoreApplication

from studio.plan.fields import field_text
from studio.plan.item import DEFAULT_ZONE, Item, Kind, Stage
from ui import words
from ui.items.typed import read_day, read_minutes, read_time, with_day, with_time

translate = QCoreApplication.translate
_STAGES = {stage: number for number, stage in enumerate(Stage)}


class Ask(Enum):
    """How a cell is asked for."""

    NOT = auto()
    TEXT = auto()
    NAME = auto()  # a text that completes to the values in use
    NAMES = auto()  # several names with commas between them
    CHOICE = auto()
    DAY = auto()


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `key` is what its rows are sorted by, None or "" stand last; `field` is what an edit changes.

    `each`: an entry belongs to one item alone, such as its title, and is never given to several rows at once.
    """

    name: str
    width: int
    ask: Ask = Ask.NOT
    field: str = ""
    each: bool = False
    shown: bool = False  # before anyone chose columns

    @property
    def title(self) -> str:
        """The heading."""
        return _titles()[self.name]

    def text(self, item: Item, today: date) -> str:
        """What a cell says of `item`, in the words of the interface; a year is said where it is not today's."""
        if self.name == "date":
            return _day_text(item, today)
        return _TEXTS[self.name](item) if self.name in _TEXTS else str(getattr(item, self.name))

    def key(self, item: Item) -> Any:
        """What `item` is sorted by; all of one type within a column."""
        return (
            _KEYS[self.name](item) if self.name in _KEYS else _TEXTS.get(self.name, _plain(self.name))(item).casefold()
        )

    def edit_text(self, item: Item, today: date) -> str:
        """What the editor of a cell begins with."""
        if self.name == "date":
            return _day_text(item, today)
        if self.name == "time":
            return words.clock(item.start.time()) if isinstance(item.start, datetime) else ""
        return field_text(self.field, getattr(item, self.field))

    def change(self, item: Item, text: str, today: date) -> dict[str, str]:
        """The fields that change where `text` is entered; {} if none does. Raises InvalidValue."""
        if self.name == "date":
            text = with_day(item, read_day(text, item.day or today))
        elif self.name == "time":
            text = with_time(item, read_time(text))
        elif self.name == "length":
            text = read_minutes(text)
        return {} if text == field_text(self.field, getattr(item, self.field)) else {self.field: text}


COLUMNS = (
    Column("title", 260, Ask.TEXT, "title", each=True, shown=True),
    Column("date", 122, Ask.DAY, "start", shown=True),
    Column("time", 84, Ask.NAME, "start", shown=True),
    Column("length", 84, Ask.NAME, "duration_min"),
    Column("stage", 128, Ask.CHOICE, "stage", shown=True),
    Column("ready", 86, shown=True),
    Column("owner", 100, Ask.NAME, "owner", shown=True),
    Column("host", 100, Ask.NAME, "host"),
    Column("studio", 100, Ask.NAME, "studio"),
    Column("platforms", 130, Ask.NAMES, "platforms", shown=True),
    Column("campaign", 110, Ask.NAME, "campaign"),
    Column("series", 130, Ask.NAME, "series", shown=True),
    Column("episode", 76, Ask.TEXT, "episode", each=True),
    Column("language", 120, Ask.CHOICE, "language"),
    Column("tags", 120, Ask.NAMES, "tags"),
    Column("kind", 84, Ask.CHOICE, "kind"),
)
NUMBER = {column.name: number for number, column in enumerate(COLUMNS)}


def _titles() -> dict[str, str]:
    return {
        "title": translate("Items", "Title"),
        "date": translate("Items", "Date"),
        "time": translate("Items", "Time"),
        "length": translate("Items", "Length"),
        "stage": translate("Items", "Stage"),
        "ready": translate("Items", "Ready"),
        "owner": translate("Items", "Owner"),
        "host": translate("Items", "Host"),
        "studio": translate("Items", "Studio"),
        "platforms": translate("Items", "Platforms"),
        "campaign": translate("Items", "Campaign"),
        "series": translate("Items", "Series"),
        "episode": translate("Items", "Episode"),
        "language": translate("Items", "Language"),
        "tags": translate("Items", "Tags"),
        "kind": translate("Items", "Kind"),
    }


def choices(name: str) -> list[tuple[str, str]]:
    """What may be chosen in a column of choices: (value, what is shown)."""
    if name == "stage":
        return [(str(stage), words.stage_name(stage)) for stage in Stage]
    if name == "kind":
        return [(str(kind), words.kind_name(kind)) for kind in Kind]
    return [(code, words.language_name(code)) for code in ("id", "en")]


def _plain(name: str) -> Callable[[Item], str]:
    return lambda item: str(getattr(item, name))


def _day_text(item: Item, today: date) -> str:
    day = item.day
    if day is None:
        return ""
    # The year is noise on this year's items, and the one thing to know on any other's.
    return words.short_day(day) if day.year == today.year else f"{words.short_day(day)} {day.year}"


def _time_text(item: Item) -> str:
    if not isinstance(item.start, datetime):
        return translate("Calendar", "All day") if item.start is not None else ""
    at = words.clock(item.start.time())
    return at if item.zone == DEFAULT_ZONE else f"{at} {words.zone_name(item.zone)}"


def _start_key(item: Item) -> datetime | None:
    if item.start is None or isinstance(item.start, datetime):
        return item.start
    return datetime.combine(item.start, time())


_TEXTS: dict[str, Callable[[Item], str]] = {
    "time": _time_text,
    "length": lambda item: words.length(item.duration_min),
    "stage": lambda item: words.stage_name(item.stage),
    "ready": lambda item: "",
    "platforms": lambda item: ", ".join(item.platforms),
    "episode": lambda item: "" if item.episode is None else f"#{item.episode}",
    "language": lambda item: words.language_name(item.language),
    "tags": lambda item: ", ".join(item.tags),
    "kind": lambda item: words.kind_name(item.kind),
}
_KEYS: dict[str, Callable[[Item], Any]] = {
    "date": _start_key,
    "time": lambda item: item.start.time() if isinstance(item.start, datetime) else None,
    "length": lambda item: item.duration_min,
    "stage": lambda item: _STAGES[item.stage],
    "episode": lambda item: item.episode,
}
