"""What a hand holds while the mouse is down, and what it would make of it at any place; pure values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import Enum

from PySide6.QtCore import QPointF

from ui.calendar.card import Card
from ui.calendar.week.geometry import DAY, SNAP, Geometry, moment, snapped, snapped_down
from ui.calendar.week.layout import minutes_of, start_of

Start = datetime | date
NEW = 0  # the id of what is not there yet


class Deed(Enum):
    """What a drag does."""

    MOVE = "move"
    RESIZE = "resize"
    CREATE = "create"


@dataclass(frozen=True, slots=True)
class Hand:
    """Cards in a hand, the grabbed one first; `grip` is how far after its start, or its end, it was taken."""

    deed: Deed
    cards: tuple[Card, ...]
    grip: timedelta = timedelta()

    @property
    def ids(self) -> tuple[int, ...]:
        """The ids of what is held."""
        return tuple(card.id for card in self.cards)

    def at(self, point: QPointF, geometry: Geometry) -> tuple[Card, ...]:
        """The cards as they would be if the hand let go here."""
        if self.deed is Deed.MOVE:
            return self._moved(point, geometry)
        if self.deed is Deed.RESIZE:
            return (_until(self.cards[0], geometry.moment_at(point) - self.grip),)
        return (_between(self.cards[0], geometry.moment_at(point)),)

    def _moved(self, point: QPointF, geometry: Geometry) -> tuple[Card, ...]:
        taken = self.cards[0]
        before = start_of(taken)
        day = geometry.day(geometry.column_at(point.x()))
        if point.y() < geometry.top:
            return _all_to_days(self.cards, day - timedelta(days=self.grip.days))
        if not isinstance(before, datetime):
            start = snapped_down(geometry.moment_at(point))
            return _all_to_hours(self.cards, start)
        start = geometry.moment_at(point) - self.grip
        days = (start.date() - before.date()).days
        by = start - before - timedelta(days=days)
        # A drag straight to another day keeps an hour that is no quarter, such as 19:07.
        if abs(by) < timedelta(minutes=SNAP / 2):
            return shifted(self.cards, days, 0)
        target = snapped(start)
        return shifted(self.cards, (target.date() - before.date()).days, _minute(target) - _minute(before))


def taken(cards: Sequence[Card], point: QPointF, geometry: Geometry) -> Hand:
    """Take cards in hand to move them; the first is the one under the pointer."""
    start = start_of(cards[0])
    if isinstance(start, datetime):
        return Hand(Deed.MOVE, tuple(cards), geometry.moment_at(point) - start)
    column = geometry.day(geometry.column_at(point.x()))
    return Hand(Deed.MOVE, tuple(cards), timedelta(days=(column - start).days) if start is not None else timedelta())


def shifted(cards: Sequence[Card], days: int, minutes: float) -> tuple[Card, ...]:
    """Cards some days and minutes later; an all-day card moves by the days alone, an undated one not at all."""
    return tuple(_shifted(card, timedelta(days=days), timedelta(minutes=minutes)) for card in cards)


def to_whole_day(card: Card) -> Card:
    """A card without its hour."""
    return replace(card, at=None)


def to_hours(card: Card, minute: float) -> Card:
    """An all-day card at an hour of its day; one that has an hour stays."""
    return card if card.at is not None or card.day is None else _at(card, moment(card.day, minute))


def changes(before: Sequence[Card], after: Sequence[Card]) -> tuple[tuple[int, Start], ...]:
    """The items that begin elsewhere, each with its new start; a date stands for the whole day."""
    pairs = [(new.id, start_of(old), start_of(new)) for old, new in zip(before, after, strict=True)]
    return tuple((number, new) for number, old, new in pairs if new is not None and new != old)


def resized(card: Card, by: int) -> Card:
    """A card that ends `by` minutes later, on a quarter of an hour; a quarter long at least."""
    start = start_of(card)
    assert isinstance(start, datetime)
    end = start + timedelta(minutes=minutes_of(card))
    # The next quarter in that direction: 20:04 becomes 20:15 or 20:00.
    following = snapped_down(end) + timedelta(minutes=by) if by > 0 else _up(end) + timedelta(minutes=by)
    return _until(card, following)


def _up(at: datetime) -> datetime:
    down = snapped_down(at)
    return down if down == at else down + timedelta(minutes=SNAP)


def _until(card: Card, end: datetime) -> Card:
    start = start_of(card)
    assert isinstance(start, datetime)
    minutes = (snapped(end) - start).total_seconds() / 60
    return replace(card, minutes=float(max(SNAP, min(DAY, minutes))))


def _between(card: Card, end: datetime) -> Card:
    """What is drawn from where the mouse went down; both ways, within a day."""
    pressed = start_of(card)
    assert isinstance(pressed, datetime)
    end = datetime.combine(pressed.date(), end.time()) if end.date() <= pressed.date() else _midnight_after(pressed)
    start = snapped_down(min(pressed, end))
    minutes = (snapped(max(pressed, end)) - start).total_seconds() / 60
    return replace(card, day=start.date(), at=start.time(), minutes=float(max(SNAP, minutes)))


def _midnight_after(at: datetime) -> datetime:
    return datetime.combine(at.date() + timedelta(days=1), datetime.min.time())


def _shifted(card: Card, days: timedelta, minutes: timedelta) -> Card:
    start = start_of(card)
    if isinstance(start, datetime):
        return _at(card, start + days + minutes)
    return card if start is None else replace(card, day=start + days)


def _all_to_days(cards: tuple[Card, ...], day: date) -> tuple[Card, ...]:
    first = cards[0].day
    by = day - first if first is not None else timedelta()
    return tuple(replace(card, day=card.day + by if card.day else day, at=None) for card in cards)


def _all_to_hours(cards: tuple[Card, ...], start: datetime) -> tuple[Card, ...]:
    first = cards[0].day
    by = start.date() - first if first is not None else timedelta()
    return tuple(
        _at(card, datetime.combine(card.day + by if card.day else start.date(), card.at or start.time()))
        for card in cards
    )


def _at(card: Card, start: datetime) -> Card:
    return replace(card, day=start.date(), at=start.time())


def _minute(at: datetime) -> float:
    return at.hour * 60 + at.minute + at.second / 60
