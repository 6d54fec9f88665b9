"""The cards of a week at their places: parts of days, packed side by side, and the strip of whole days above them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from PySide6.QtCore import QRectF

from studio.plan.item import Kind
from ui.calendar.card import Card
from ui.calendar.week.geometry import DAY, HOUR, Geometry
from ui.calendar.week.packing import More, Place, Strip, pack, rows_of_days

LEAST = 22.0  # pixels: a line of text
NARROWEST = 18.0  # pixels: a glyph that a mouse can hit
UNSAID = {Kind.VIDEO: 30.0, Kind.LIVE: 60.0}  # minutes taken to be the length of what says none
_LEAST_MINUTES = LEAST * 60 / HOUR
_GAP = 2.0
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Part:
    """What a card takes of a day, in minutes; `opens` and `closes` tell whether it begins and ends there."""

    card: Card
    column: int
    first: float
    last: float
    opens: bool = True
    closes: bool = True

    @property
    def span(self) -> tuple[float, float]:
        """From and to, as long as a readable card at least, and within the day."""
        first = min(self.first, DAY - _LEAST_MINUTES)
        return first, max(self.last, first + _LEAST_MINUTES)


@dataclass(frozen=True, slots=True)
class Seat:
    """A card, or a part of one, at its place; in the strip `part` is None and columns `first` to `last` are taken.

    `at` is left, top, width and height in whole pixels of a view that is not scrolled.
    """

    card: Card
    first: int
    last: int
    at: Box
    row: int = 0
    part: Part | None = None

    @property
    def opens(self) -> bool:
        """Whether the card begins here, rather than going on from the day before."""
        return self.part is None or self.part.opens


@dataclass(frozen=True, slots=True)
class Rest:
    """Where "+N" stands for cards with no seat; `more` is None in the strip."""

    column: int
    ids: tuple[int, ...]
    at: Box
    more: More | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """The seats of all that is shown: in the strip, and in the hours."""

    strip: Strip = field(default_factory=lambda: Strip(0, (), ()))
    whole: tuple[Seat, ...] = ()
    hours: tuple[Seat, ...] = ()
    rests: tuple[Rest, ...] = ()
    by_id: Mapping[int, Sequence[Seat]] = field(default_factory=dict)

    @property
    def seats(self) -> tuple[Seat, ...]:
        """All of them."""
        return self.whole + self.hours


def minutes_of(card: Card) -> float:
    """How long a card is shown to take."""
    return card.minutes or UNSAID[card.kind]


def start_of(card: Card) -> datetime | date | None:
    """When a card begins: a moment, a day, or None."""
    if card.day is None or card.at is None:
        return card.day
    return datetime.combine(card.day, card.at)


def parts(card: Card, first: date, days: int) -> Iterator[Part]:
    """The parts of a card with an hour in `days` days from `first`; one that runs over midnight has several."""
    if card.day is None or card.at is None:
        return
    start = card.at.hour * 60 + card.at.minute + card.at.second / 60 + (card.day - first).days * DAY
    end = start + minutes_of(card)
    for column in range(max(0, int(start // DAY)), min(days, int(-(-end // DAY)))):
        midnight = column * DAY
        low, high = max(start, midnight), min(end, midnight + DAY)
        yield Part(card, column, low - midnight, high - midnight, start >= midnight, end <= midnight + DAY)


def whole_days(card: Card, first: date, days: int) -> tuple[int, int] | None:
    """The first and the last column of an all-day card; None where it is not seen, or has an hour."""
    if card.day is None or card.at is not None:
        return None
    start = (card.day - first).days
    end = start + max(1, int(-(-(card.minutes or 0) // DAY))) - 1
    return (max(0, start), min(days - 1, end)) if start < days and end >= 0 else None


def covers(card: Card, first: date, days: int) -> bool:
    """Whether any of `days` days from `first` shows a card."""
    if card.day is None:
        return False
    offset = (card.day - first).days
    if 0 <= offset < days:
        return True
    if offset >= days:
        return False
    return whole_days(card, first, days) is not None or any(True for _part in parts(card, first, days))


def lay_out(cards: Sequence[Card], geometry: Geometry) -> Layout:
    """Seats for all cards that are seen; of `geometry` only the days and the width count."""
    first, days = geometry.first, geometry.days
    spans = [(card, span) for card in cards if (span := whole_days(card, first, days)) is not None]
    spans.sort(key=lambda pair: (pair[1][0], -pair[1][1], pair[0].order))
    strip = rows_of_days([span for _card, span in spans], days)
    g = replace(geometry, rows=max(1, strip.rows), scroll=0.0)
    whole, rests = _strip_seats(spans, strip, g)
    hours, more = _hour_seats(cards, g)
    by_id: dict[int, list[Seat]] = {}
    for seat in (*whole, *hours):
        by_id.setdefault(seat.card.id, []).append(seat)
    return Layout(strip, tuple(whole), tuple(hours), (*rests, *more), by_id)


def _strip_seats(
    spans: Sequence[tuple[Card, tuple[int, int]]], strip: Strip, g: Geometry
) -> tuple[list[Seat], list[Rest]]:
    placed = list(zip(spans, strip.row_of, strict=True))
    seats = [
        Seat(card, first, last, _strip_box(first, last, row, g), row)
        for (card, (first, last)), row in placed
        if row is not None
    ]
    rests = []
    for column, hidden in enumerate(strip.hidden):
        if hidden:
            gone = [card.id for (card, (low, high)), row in placed if row is None and low <= column <= high]
            rests.append(Rest(column, tuple(gone), _strip_box(column, column, strip.rows - 1, g)))
    return seats, rests


def _hour_seats(cards: Sequence[Card], g: Geometry) -> tuple[list[Seat], list[Rest]]:
    by_column: list[list[Part]] = [[] for _ in range(g.days)]
    for card in sorted(cards, key=lambda card: card.order):
        for part in parts(card, g.first, g.days):
            by_column[part.column].append(part)
    seats: list[Seat] = []
    rests: list[Rest] = []
    for column, of_day in enumerate(by_column):
        area, midnight = inside(g.column(column)), g.y(0)
        taken = [part.span for part in of_day]
        packed = pack(taken, max(1, int(area.width() // NARROWEST)))
        for part, span, place in zip(of_day, taken, packed.places, strict=True):
            if place is not None:
                seats.append(Seat(part.card, column, column, _packed_box(area, midnight, span, place), 0, part))
        for more in packed.more:
            gone = tuple(of_day[index].card.id for index in more.hidden)
            rests.append(Rest(column, gone, _packed_box(area, midnight, (more.first, more.last), more.place), more))
    return seats, rests


def inside(column: QRectF) -> QRectF:
    """The part of a column that cards take; the rest is for clicking beside them."""
    return column.adjusted(3, 0, -10 if column.width() >= 110 else -4, 0)


def box_of(seat: Seat | Rest, geometry: Geometry) -> QRectF:
    """Where a seat, or "+N", stands in the view now; it may be out of sight."""
    left, top, width, height = seat.at
    in_hours = seat.part is not None if isinstance(seat, Seat) else seat.more is not None
    return QRectF(left, top - geometry.scroll if in_hours else top, width, height)


def _strip_box(first: int, last: int, row: int, g: Geometry) -> Box:
    box = g.strip_box(first, last, row)
    return box.left() + 3, box.top() + 1, box.width() - 7, box.height() - 3


def _packed_box(area: QRectF, midnight: float, span: tuple[float, float], place: Place) -> Box:
    step = area.width() / place.columns
    left = round(area.left() + step * place.column)
    right = round(area.left() + step * (place.column + place.wide))
    top, bottom = round(midnight + span[0] * HOUR / 60), round(midnight + span[1] * HOUR / 60)
    gap = _GAP if right - left > NARROWEST else 1.0
    return float(left), top + 1.0, max(4.0, right - left - gap), max(4.0, bottom - top - 2.0)


def opening(layout: Layout, geometry: Geometry) -> float:
    """The `scroll` with which a week opens: at seven, earlier for an early item, later where all are late ones."""
    taken = [seat.part for seat in layout.hours if seat.part is not None]
    top = 7.0 * 60
    if taken:
        # What goes on from the night before says nothing about when the work begins.
        first = min([part.first for part in taken if part.opens] or [top])
        last = max(part.span[1] for part in taken)
        seen = geometry.page * 60 / HOUR
        top = max(min(top, first - 15), min(first - 30, last + 15 - seen))
    return max(0.0, min(geometry.longest_scroll, top * HOUR / 60))
