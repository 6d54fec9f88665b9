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


class Form(Enum):
    """How much of a card is shown."""

    FULL = "full"  # time and ring, and the title below on one or two lines
    SLIM = "slim"  # all on one line, for days that are short or crowded


@dataclass(frozen=True, slots=True)
class Slot:
    """One card at its place; `lines` are the title's lines that fit."""

    card: Card
    box: QRectF
    form: Form
    lines: int = 1


@dataclass(frozen=True, slots=True)
class DayLayout:
    """The slots of a day, and where "+N more" stands if `hidden` cards did not fit."""

    slots: tuple[Slot, ...]
    hidden: int
    more: QRectF | None

    def card_at(self, x: float, y: float) -> Card | None:
        """The card under a point, if any."""
        return next((slot.card for slot in self.slots if slot.box.contains(x, y)), None)


def lay_out(cell: QRectF, cards: Sequence[Card], lines_of: Callable[[Card, float], int]) -> DayLayout:
    """Place `cards` in `cell`; `lines_of(card, width)` tells how many lines (1 or 2) a title takes.

    A day shows whole cards as long as they fit; then titles of one line, then one-line cards, and only then
    "+N more": a day that is full should still show as much as there is room for.
    """
    width = cell.width() - 2 * SIDE
    room = cell.height() - HEAD - GAP
    wanted = [lines_of(card, width - 2 * PADDING) for card in cards]
    for cut in (wanted, [1] * len(cards)):
        heights = [TIME_LINE + TITLE_LINE * lines + FULL_FOOT for lines in cut]
        if sum(heights) + GAP * max(0, len(cards) - 1) <= room:
            return DayLayout(_stack(cell, cards, heights, cut, Form.FULL), 0, None)
    fitting = _how_many(room)
    if len(cards) <= fitting:
        return DayLayout(_stack(cell, cards, [SLIM] * len(cards), [1] * len(cards), Form.SLIM), 0, None)
    shown = min(len(cards), _how_many(room - MORE))
    slots = _stack(cell, cards[:shown], [SLIM] * shown, [1] * shown, Form.SLIM)
    top = slots[-1].box.bottom() + 1 if slots else cell.top() + HEAD
    return DayLayout(slots, len(cards) - shown, QRectF(cell.left() + SIDE, top, width, MORE))


def _how_many(room: float) -> int:
    return max(0, int((room + GAP) // (SLIM + GAP)))


def _stack(
    cell: QRectF, cards: Sequence[Card], heights: Sequence[float], lines: Sequence[int], form: Form
) -> tuple[Slot, ...]:
    slots = []
    top = cell.top() + HEAD
    for card, height, count in zip(cards, heights, lines, strict=True):
        slots.append(Slot(card, QRectF(cell.left() + SIDE, top, cell.width() - 2 * SIDE, height), form, count))
        top += height + GAP
    return tuple(slots)
