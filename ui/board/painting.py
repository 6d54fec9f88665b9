"""How the cards of the board stand and are painted: as in the calendar, with their day, and what is proposed below."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from studio.plan.item import Stage
from ui import fonts, words
from ui.board.model import CARD, ColumnModel
from ui.calendar.card import Card
from ui.calendar.layout import FULL_FOOT, PADDING, TIME_LINE, TITLE_LINE, Form, Slot
from ui.calendar.painting import GLYPH, RING, SIGN, paint_card, title_lines
from ui.calendar.text import advance, elided
from ui.theme import color, tokens

Index = QModelIndex | QPersistentModelIndex
GAP, SIDE, HINT = 6, 8, 20


def says_when(card: Card, width: float) -> str:
    """Day and time as a card of this width says them: "Tue 8 Dec 12:00", else "8 Dec 12:00", else "8 Dec"."""
    if card.day is None:
        return words.translate("Words", "No date yet")
    signs = (RING + 4) * (card.score is not None) + (SIGN + 4) * (card.late + card.clash)
    room = width - 2 * PADDING - GLYPH - 5 - signs
    day = words.locale().toString(words.qdate(card.day), "d MMM")
    at = f" {words.clock(card.at)}" if card.at is not None else ""
    said = (words.short_day(card.day) + at, day + at, day)
    return next((text for text in said if advance(text, fonts.SMALL) <= room), day)


def says_hint(stage: Stage) -> str:
    """What a card says below itself where readiness says more than its stage."""
    return words.translate("Board", "Ready for %1").replace("%1", words.stage_name(stage))


class CardPainter(QStyledItemDelegate):
    """Paints the cards of one column."""

    hovered_hint = -1  # the row over whose hint the mouse is

    def __init__(self, parent: QListView) -> None:
        super().__init__(parent)
        self._view = parent

    def card_box(self, rect: QRectF, index: Index) -> QRectF:
        """Where the card stands in its row."""
        height = rect.height() - GAP - (HINT if _hint(index) else 0)
        return QRectF(rect.left() + SIDE, rect.top(), rect.width() - 2 * SIDE, height)

    def hint_box(self, rect: QRectF, index: Index) -> QRectF | None:
        """Where the hint below the card takes a click; None where there is none."""
        stage = _hint(index)
        if stage is None:
            return None
        card = self.card_box(rect, index)
        width = min(card.width(), advance(says_hint(stage), fonts.SMALL, fonts.MEDIUM) + 22)
        return QRectF(card.left(), card.bottom(), width, HINT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        card, box = index.data(CARD), self.card_box(QRectF(option.rect), index)
        t = tokens()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
        lines = title_lines(card, box.width() - 2 * PADDING)
        paint_card(
            painter,
            Slot(card, box, Form.FULL, lines, says_when(card, box.width()), staged=False),
            t,
            chosen=chosen or focus,
        )
        hint, stage = self.hint_box(QRectF(option.rect), index), _hint(index)
        if hint is not None and stage is not None:
            font = fonts.font(fonts.SMALL, fonts.MEDIUM)
            painter.setFont(font)
            painter.setPen(color(t.accent))
            text = elided(says_hint(stage), int(hint.width() - 18), fonts.SMALL, fonts.MEDIUM)
            left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            painter.drawText(hint.adjusted(PADDING, 0, 0, 0), left, f"→ {text}")
            if index.row() == self.hovered_hint:
                y = hint.bottom() - 3.5
                painter.fillRect(QRectF(hint.left() + PADDING, y, hint.width() - PADDING - 2, 1), color(t.accent))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width()
        lines = title_lines(index.data(CARD), width - 2 * SIDE - 2 * PADDING)
        height = TIME_LINE + TITLE_LINE * lines + FULL_FOOT + GAP + (HINT if _hint(index) else 0)
        return QSize(width, int(height))


def _hint(index: Index) -> Stage | None:
    model = index.model()
    assert isinstance(model, ColumnModel)
    return model.proposed(model.cards[index.row()])
