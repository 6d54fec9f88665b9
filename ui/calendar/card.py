"""A card: what the month paints of an item, as a value that knows neither the store nor Qt's widgets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time

from studio.plan.item import Item, Kind, Stage
from ui import words


@dataclass(frozen=True, slots=True)
class Card:
    """One item in a day; `score` is its readiness from 0 to 1, None while it is not known yet.

    `minutes` is how long it takes, None where it is not said; `late`: a step should be done by now; `clash`: it cannot
    take place as planned. `item` is the whole of it, for views that show more than a card.
    """

    id: int
    title: str
    kind: Kind = Kind.VIDEO
    stage: Stage = Stage.IDEA
    day: date | None = None
    at: time | None = None
    score: float | None = None
    owner: str = ""
    minutes: float | None = None
    late: bool = False
    clash: bool = False
    item: Item | None = None

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


def card_of(item: Item, score: float | None = None, *, late: bool = False, clash: bool = False) -> Card:
    """The card of an item."""
    day, at = item.start, None
    if isinstance(day, datetime):
        day, at = day.date(), day.time()
    return Card(
        item.id, item.title, item.kind, item.stage, day, at, score, item.owner, item.duration_min, late, clash, item
    )


def spoken(card: Card) -> str:
    """A card as one phrase for a screen reader: "12:00, Video, Cahaya bagus, Recorded, 60 % ready"."""
    parts = [words.clock(card.at)] if card.at else []
    parts += [words.kind_name(card.kind), card.title, words.stage_name(card.stage)]
    if card.score is not None:
        parts.append(words.translate("Words", "%1 % ready").replace("%1", str(round(card.score * 100))))
    if card.late:
        parts.append(words.translate("Words", "at risk"))
    if card.clash:
        parts.append(words.translate("Words", "clash"))
    return ", ".join(parts)
