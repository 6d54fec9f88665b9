"""All that is painted right now, as one value that the view changes and the painter reads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from PySide6.QtCore import QPointF, QRectF

from ui.calendar.card import Card, DayMark
from ui.calendar.week.geometry import GUTTER, Geometry
from ui.calendar.week.hand import Deed
from ui.calendar.week.layout import Layout, Rest, Seat, box_of, inside, minutes_of, parts, whole_days

OFF = ("holiday", "joint_leave", "blackout")


@dataclass(frozen=True, slots=True)
class Focus:
    """Where the focus is: a day and a minute of it, None for the strip of whole days."""

    day: date
    minute: float | None = None


@dataclass(slots=True)
class Scene:
    """The week as it is seen; `ghosts` are the cards as a drag would leave them, `chosen` has the focus.

    `cards` are those that look different now from what their seats hold.
    """

    geometry: Geometry
    today: date
    layout: Layout = field(default_factory=Layout)
    cards: dict[int, Card] = field(default_factory=dict)
    marks: Mapping[date, Sequence[DayMark]] = field(default_factory=dict)
    clashes: Mapping[date, Sequence[str]] = field(default_factory=dict)
    now: datetime | None = None
    focus: Focus | None = None
    focused: bool = False
    chosen: int | None = None
    selected: frozenset[int] = frozenset()
    ghosts: tuple[Card, ...] = ()
    deed: Deed = Deed.MOVE

    def boxes(self, item_id: int) -> list[QRectF]:
        """The places of an item, one for each day that it runs into; what is hidden behind "+N" counts there."""
        found = self.layout.by_id.get(item_id) or [rest for rest in self.layout.rests if item_id in rest.ids]
        return [box_of(seat, self.geometry) for seat in found]

    def seat_at(self, point: QPointF) -> Seat | None:
        """The card under a point, if any."""
        in_hours = point.y() >= self.geometry.top
        x, y = point.x(), point.y() + (self.geometry.scroll if in_hours else 0)
        for seat in self.layout.hours if in_hours else self.layout.whole:
            left, top, width, height = seat.at
            if left <= x <= left + width and top <= y <= top + height:
                return seat
        return None

    def rest_at(self, point: QPointF) -> Rest | None:
        """The "+N" under a point, if any."""
        in_hours = point.y() >= self.geometry.top
        for rest in self.layout.rests:
            if (rest.more is not None) == in_hours and box_of(rest, self.geometry).contains(point):
                return rest
        return None

    def ghost_boxes(self) -> list[tuple[Card, QRectF]]:
        """Where the cards of a drag would stand, over the whole width of their days."""
        found: list[tuple[Card, QRectF]] = []
        g = self.geometry
        for card in self.ghosts:
            span = whole_days(card, g.first, g.days)
            if span is not None:
                found.append((card, g.strip_box(span[0], span[1], self._free_row(*span)).adjusted(3, 1, -4, -2)))
            for part in parts(card, g.first, g.days):
                area = inside(g.column(part.column))
                top, bottom = round(g.y(part.first)), round(g.y(part.span[1]))
                found.append((card, QRectF(area.left(), top + 1, area.width(), bottom - top - 2)))
        return found

    def _free_row(self, first: int, last: int) -> int:
        held = {card.id for card in self.ghosts}
        seats = [seat for seat in self.layout.whole if seat.card.id not in held]
        taken = {seat.row for seat in seats if seat.first <= last and seat.last >= first}
        free = next((row for row in range(3) if row not in taken), 2)
        return min(free, max(0, self.geometry.rows - 1))

    def slot_box(self, focus: Focus, minutes: float = 30) -> QRectF | None:
        """The place of a free half hour, or of a day's strip; None for a day that is not shown."""
        column = self.geometry.column_of(focus.day)
        if column is None:
            return None
        if focus.minute is None:
            return self.geometry.strip_box(column, column, 0).adjusted(3, 1, -4, -2)
        box = self.geometry.box(column, focus.minute, focus.minute + minutes)
        return inside(box).adjusted(0, 1, 0, -1)

    def is_off(self, day: date) -> bool:
        """Whether nobody works that day: a holiday, joint leave, a blackout."""
        return any(mark.kind in OFF for mark in self.marks.get(day, ()))

    def ghost_times(self) -> QRectF:
        """The part of the gutter in which the times of a drag are told."""
        return QRectF(0, self.geometry.head, GUTTER, self.geometry.height - self.geometry.head)


def end_of(card: Card) -> datetime | None:
    """When a card with an hour ends."""
    if card.day is None or card.at is None:
        return None
    return datetime.combine(card.day, card.at) + timedelta(minutes=minutes_of(card))
