"""How the list is put into groups: by day, week, stage, owner, kind, campaign, series or platform."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QCoreApplication

from studio.plan.item import Item, Kind, Stage
from ui import words

translate = QCoreApplication.translate
NONE = "none"
_STAGES, _KINDS = list(Stage), list(Kind)


@dataclass(frozen=True, slots=True)
class Grouping:
    """One way to group. `of` gives the keys of the groups that an item stands in, None where it has no such value."""

    name: str
    of: Callable[[Item], tuple[Hashable, ...]]
    order: Callable[[Any], Any] = str
    by_time: bool = False


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a group. `name` is that of its grouping; `day` is where a new item of the group would stand."""

    name: str
    key: Hashable
    title: str
    count: int
    folded: bool
    day: date | None = None


def _monday(item: Item) -> tuple[date | None]:
    day = item.day
    return (day - timedelta(days=day.weekday()) if day is not None else None,)


def _named(field: str) -> Callable[[Item], tuple[str | None]]:
    return lambda item: (getattr(item, field).casefold() or None,)


GROUPINGS = {
    grouping.name: grouping
    for grouping in (
        Grouping(NONE, lambda item: ()),
        Grouping("day", lambda item: (item.day,), date.toordinal, by_time=True),
        Grouping("week", _monday, date.toordinal, by_time=True),
        Grouping("stage", lambda item: (item.stage,), _STAGES.index),
        Grouping("owner", _named("owner")),
        Grouping("kind", lambda item: (item.kind,), _KINDS.index),
        Grouping("campaign", _named("campaign")),
        Grouping("series", _named("series")),
        # Who asks what goes to TikTok wants all of it: an item stands under each of its platforms.
        Grouping("platform", lambda item: tuple(p.casefold() for p in item.platforms) or (None,)),
    )
}


def grouping_title(name: str) -> str:
    """A grouping as the menu names it."""
    return {
        NONE: translate("Items", "No groups"),
        "day": translate("Items", "Day"),
        "week": translate("Items", "Week"),
        "stage": translate("Items", "Stage"),
        "owner": translate("Items", "Owner"),
        "kind": translate("Items", "Kind"),
        "campaign": translate("Items", "Campaign"),
        "series": translate("Items", "Series"),
        "platform": translate("Items", "Platform"),
    }[name]


def group_title(name: str, key: Any, first: Item) -> str:
    """What the head of a group says; `first` is one of its items, which knows how a name is written."""
    if key is None:
        return {
            "day": translate("Items", "No date yet"),
            "week": translate("Items", "No date yet"),
            "owner": translate("Items", "No owner"),
            "campaign": translate("Items", "No campaign"),
            "series": translate("Items", "No series"),
            "platform": translate("Items", "No platform"),
        }[name]
    if name == "day":
        return words.long_day(key)
    if name == "week":
        last = key + timedelta(days=6)
        says = translate("Items", "Week %1 · %2 – %3").replace("%1", str(key.isocalendar().week))
        return says.replace("%2", words.short_day(key)).replace("%3", f"{words.short_day(last)} {last.year}")
    if name == "stage":
        return words.stage_name(key)
    if name == "kind":
        return words.kind_name(key)
    if name == "platform":
        return next((platform for platform in first.platforms if platform.casefold() == key), key)
    return str(getattr(first, name))
