"""How the cards of the board stand and are painted: as in the calendar, with their day, and what is proposed below."""

from __future__ import annotations

from datetime import date, time
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from studio.plan.item import Stage
from ui import fonts, words
from ui.calendar.card import Card
from ui.calendar.card_pictures import CardPictures
from ui.calendar.layout import FULL_FOOT, PADDING, TIME_LINE, TITLE_LINE, Form, Slot
from ui.calendar.painting import GLYPH, RING, SIGN, paint_choice, title_lines
from ui.calendar.text import advance, elided
from ui.theme import color
from ui.tokens import Tokens

GAP, SIDE, HINT = 6, 8, 20
_FULL = int(TIME_LINE + FULL_FOOT + GAP)


class Piece(NamedTuple):
    """One row of a column: its card, the rectangle of both, and the stage that is proposed below it, if any."""

    card: Card
    rect: QRectF
    proposed: Stage | None

    @property
    def card_box(self) -> QRectF:
        """Where the card stands."""
        foot = GAP + (HINT if self.proposed is not None else 0)
        return self.rect.adjusted(SIDE, 0, -SIDE, -foot)

    @property
    def hint_box(self) -> QRectF | None:
        """Where the hint takes a click; None where there is none."""
        if self.proposed is None:
            return None
        card = self.card_box
        width = min(card.width(), advance(says_hint(self.proposed), fonts.SMALL, fonts.MEDIUM) + 22)
        return QRectF(card.left(), card.bottom(), width, HINT)


def height_of(card: Card, proposed: Stage | None, width: int) -> int:
    """How high the row of a card is in a column of this width, in pixels."""
    lines = title_lines(card, width - 2 * SIDE - 2 * PADDING)
    return _FULL + int(TITLE_LINE) * lines + (HINT if proposed is not None else 0)


def says_when(card: Card, width: float) -> str:
    """Day and time as a card of this width says them: "Tue 8 Dec 12:00", else "8 Dec 12:00", else "8 Dec"."""
    signs = (RING + 4) * (card.score is not None) + (SIGN + 4) * (card.late + card.clash)
    room = int(width - 2 * PADDING - GLYPH - 5 - signs)
    return _when(card.day, card.at, room, words.locale().name())


@lru_cache(maxsize=4096)
def _when(day: date | None, at: time | None, room: int, _language: str) -> str:
    if day is None:
        return words.translate("Words", "No date yet")
    short = words.locale().toString(words.qdate(day), "d MMM")
    clock = f" {words.clock(at)}" if at is not None else ""
    said = (words.short_day(day) + clock, short + clock, short)
    return next((text for text in said if advance(text, fonts.SMALL) <= room), short)


def says_hint(stage: Stage) -> str:
    """What a card says below itself where readiness says more than its stage."""
    return words.translate("Board", "Ready for %1").replace("%1", words.stage_name(stage))


def slot_of(piece: Piece) -> Slot:
    """The card of a row as the calendar paints one."""
    card, box = piece.card, piece.card_box
    lines = title_lines(card, box.width() - 2 * PADDING)
    return Slot(card, box, Form.FULL, lines, says_when(card, box.width()), staged=False)


def paint_piece(
    painter: QPainter, piece: Piece, pictures: CardPictures, t: Tokens, *, chosen: bool, hovered: bool
) -> None:
    """Paint one row, its card from its picture if there is one; `hovered` is for its hint."""
    slot = slot_of(piece)
    pictures.paint(painter, slot, t)
    if chosen:
        paint_choice(painter, slot.box, t)
    hint = piece.hint_box
    if hint is None or piece.proposed is None:
        return
    metrics = fonts.metrics(fonts.SMALL, fonts.MEDIUM)
    painter.setFont(fonts.font(fonts.SMALL, fonts.MEDIUM))
    painter.setPen(color(t.accent))
    base = hint.center().y() + (metrics.ascent() - metrics.descent()) / 2
    text = elided(says_hint(piece.proposed), int(hint.width() - 18), fonts.SMALL, fonts.MEDIUM)
    painter.drawText(QPointF(hint.left() + PADDING, base), f"→ {text}")
    if hovered:
        line = QRectF(hint.left() + PADDING, hint.bottom() - 3.5, hint.width() - PADDING - 2, 1)
        painter.fillRect(line, color(t.accent))
