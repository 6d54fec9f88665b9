"""A card: what the month paints of an item, as a value that knows neither the store nor Qt's widgets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from studio.plan.item import Item, Kind, Stage
from ui import words


@dataclass(frozen=True, slots=True)
class Card:
    """One item in a day; `score` is its readiness from 0 to 1, None while it is not known yet."""

    id: int
    title: str
    kind: Kind = Kind.VIDEO
    stage: Stage = Stage.IDEA
    day: date | None = None
    at: time | None = None
    score: float | None = None
    owner: str = ""

    @property
    def order(self) -> tuple[bool, time, int]:
        """What a day is sorted by: all-day items first, then the hour, then the older item."""
        return self.at is not None, self.at or time(), self.id


@dataclass(frozen=True, slots=True)
class DayMark:
    """A word in a day's corner, such as "12.12"; `kind` is that of studio.plan.commerce."""

    name: str
    kind: str

    @property
    def is_holiday(self) -> bool:
        """Whether the day is off, and so written in red."""
        return self.kind in ("holiday", "joint_leave")


def card_of(item: Item, score: float | None = None) -> Card:
    """The card of an item."""
    at = item.start.time() if isinstance(item.start, datetime) else None
    return Card(item.id, item.title, item.kind, item.stage, item.day, at, score, item.owner)


def spoken(card: Card) -> str:
    """A card as one phrase for a screen reader: "12:00, Video, Cahaya bagus, Recorded, 60 % ready"."""
    parts = [words.clock(card.at)] if card.at else []
    parts += [words.kind_name(card.kind), card.title, words.stage_name(card.stage)]
    if card.score is not None:
        parts.append(words.translate("Words", "%1 % ready").replace("%1", str(round(card.score * 100))))
    return ", ".join(parts)
