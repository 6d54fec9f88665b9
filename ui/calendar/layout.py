"""Where the cards of one day stand: pure geometry, shared by painting and by the mouse."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QRectF

from ui.calendar.card import Card

HEAD = 27.0  # the line of the day's number
GAP = 3.0
SIDE = 5.0
PADDING = 5.5
TIME_LINE = 18.0
TITLE_LINE = 14.0
FULL_FOOT = 5.0
SLIM = 21.0
MORE = 18.0
BAND, SLIM_BAND = 15.0, 6.0  # a campaign's ribbon with the gap below it: with its name, and without in a low day
_LOW = 112.0


class Form(Enum):
    """How much of a card is shown."""

    FULL = "full"  # time and ring, and the title below on one or two lines
    SLIM = "slim"  # all on one line, for days that are short or crowded


@dataclass(frozen=True, slots=True)
class Slot:
    """One card at its place; `lines` are the title's lines that fit, `said` stands where its time does, if given.

    `staged`: the card says its stage; in a column of one stage it need not.
    """

    card: Card
    box: QRectF
    form: Form
    lines: int = 1
    said: str | None = None
    staged: bool = True


@dataclass(frozen=True, slots=True)
class DayLayout:
    """The slots of a day, and where "+N more" stands if `hidden` cards did not fit."""

    slots: tuple[Slot, ...]
    hidden: int
    more: QRectF | None

    def card_at(self, x: float, y: float) -> Card | None:
        """The card under a point, if any."""
        return next((slot.card for slot in self.slots if slot.box.contains(x, y)), None)


def band_height(cell: QRectF) -> float:
    """How high each campaign's ribbon is in a day, with the gap below it."""
    return BAND if cell.height() >= _LOW else SLIM_BAND


def lay_out(cell: QRectF, cards: Sequence[Card], lines_of: Callable[[Card, float], int], lanes: int = 0) -> DayLayout:
    """Place `cards` in `cell`; `lines_of(card, width)` tells how many lines (1 or 2) a title takes.

    A day shows whole cards as long as they fit; then titles of one line, then one-line cards, and only then
    "+N more": a day that is full should still show as much as there is room for. `lanes` campaigns stand above them.
    """
    head = HEAD + lanes * band_height(cell)
    width = cell.width() - 2 * SIDE
    room = cell.height() - head - GAP
    count = len(cards)
    single = TIME_LINE + TITLE_LINE + FULL_FOOT
    if count * single + GAP * max(0, count - 1) <= room:
        # Titles are measured only where a second line could be granted: measuring costs more than painting.
        wanted = [lines_of(card, width - 2 * PADDING) for card in cards]
        for cut in (wanted, [1] * count):
            heights = [single + TITLE_LINE * (lines - 1) for lines in cut]
            if sum(heights) + GAP * max(0, count - 1) <= room:
                return DayLayout(_stack(cell, head, cards, heights, cut, Form.FULL), 0, None)
    fitting = _how_many(room)
    shown = count if count <= fitting else min(count, _how_many(room - MORE))
    slots = _stack(cell, head, cards[:shown], [SLIM] * shown, [1] * shown, Form.SLIM)
    if shown == count:
        return DayLayout(slots, 0, None)
    top = slots[-1].box.bottom() + 1 if slots else cell.top() + head
    return DayLayout(slots, count - shown, QRectF(cell.left() + SIDE, top, width, MORE))


def _how_many(room: float) -> int:
    return max(0, int((room + GAP) // (SLIM + GAP)))


def _stack(
    cell: QRectF, head: float, cards: Sequence[Card], heights: Sequence[float], lines: Sequence[int], form: Form
) -> tuple[Slot, ...]:
    slots = []
    top = cell.top() + head
    for card, height, count in zip(cards, heights, lines, strict=True):
        slots.append(Slot(card, QRectF(cell.left() + SIDE, top, cell.width() - 2 * SIDE, height), form, count))
        top += height + GAP
    return tuple(slots)
