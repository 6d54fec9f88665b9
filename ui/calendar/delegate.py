"""How a day is painted: its number, its marks in the corner, its cards, and the focus."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from ui import fonts
from ui.calendar.card import DayMark
from ui.calendar.layout import HEAD, SIDE, DayLayout, lay_out
from ui.calendar.model import MonthModel
from ui.calendar.painting import paint_card, title_lines
from ui.theme import color, tokens
from ui.tokens import Tokens

_DISC = 20.0


class DayDelegate(QStyledItemDelegate):
    """Paints one day; the view tells it which card is chosen and over which day a drag hovers."""

    chosen: int | None = None
    day_focus: date | None = None
    drop_day: date | None = None

    def layout_of(self, rect: QRectF, index: QModelIndex | QPersistentModelIndex) -> DayLayout:
        """The places of the cards of a day, for the mouse as well as for painting."""
        model = _model(index)
        return lay_out(rect, model.cards(model.day_of(index)), title_lines)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        t = tokens()
        model = _model(index)
        day = model.day_of(index)
        outside = day.month != model.month.month
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(rect)
        self._ground(painter, rect, day, outside, t)
        marks = index.data(Qt.ItemDataRole.UserRole + 3)
        left = self._number(painter, rect, day, outside, day == model.today, _off(marks), t)
        _paint_marks(painter, rect, left, marks, t)
        layout = self.layout_of(rect, index)
        for slot in layout.slots:
            paint_card(painter, slot, t, chosen=slot.card.id == self.chosen, faded=outside)
        if layout.more is not None:
            painter.setFont(fonts.font(fonts.SMALL, fonts.SEMIBOLD))
            painter.setPen(color(t.accent))
            text = self.tr("+%n more", "", layout.hidden)
            painter.drawText(layout.more.adjusted(6, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, text)
        if day == self.day_focus and not any(slot.card.id == self.chosen for slot in layout.slots):
            painter.setPen(QPen(color(t.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(1.5, 1.5, -2.5, -2.5), 6, 6)
        painter.restore()

    def _ground(self, painter: QPainter, rect: QRectF, day: date, outside: bool, t: Tokens) -> None:
        fill = t.accent_bg if day == self.drop_day else t.sunken if outside or day.weekday() >= 5 else t.surface
        painter.fillRect(rect, color(fill))
        painter.setPen(QPen(color(t.line), 1))
        right, bottom = rect.right() - 0.5, rect.bottom() - 0.5
        painter.drawLine(QPointF(right, rect.top()), QPointF(right, rect.bottom()))
        painter.drawLine(QPointF(rect.left(), bottom), QPointF(rect.right(), bottom))

    def _number(
        self, painter: QPainter, rect: QRectF, day: date, outside: bool, today: bool, off: bool, t: Tokens
    ) -> float:
        """Paint the day's number; where the corner's words may begin."""
        disc = QRectF(rect.left() + SIDE, rect.top() + (HEAD - _DISC) / 2, _DISC, _DISC)
        painter.setFont(fonts.font(fonts.SMALL, fonts.BOLD if today else fonts.SEMIBOLD))
        if today:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color(t.accent))
            painter.drawEllipse(disc)
            painter.setPen(color(t.on_accent))
        else:
            painter.setPen(color(t.muted if outside else t.live if off else t.text))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(day.day))
        return disc.right() + 4

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(60, 60)


def _paint_marks(painter: QPainter, rect: QRectF, left: float, marks: tuple[DayMark, ...], t: Tokens) -> None:
    if not marks:
        return
    box = QRectF(left, rect.top(), rect.right() - SIDE - left, HEAD)
    # A day off is said first: it decides whether anyone is there to film.
    first = sorted(marks, key=lambda mark: not mark.is_holiday)[0]
    text = " · ".join([first.name, *(mark.name for mark in marks if mark is not first)])
    metrics = fonts.metrics(fonts.TINY, fonts.MEDIUM)
    if metrics.horizontalAdvance(text) > box.width():
        text = metrics.elidedText(first.name, Qt.TextElideMode.ElideRight, box.width())
    painter.setFont(fonts.font(fonts.TINY, fonts.MEDIUM))
    painter.setPen(color(t.live if first.is_holiday else t.warn))
    painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)


def _off(marks: tuple[DayMark, ...]) -> bool:
    return any(mark.is_holiday for mark in marks)


def _model(index: QModelIndex | QPersistentModelIndex) -> MonthModel:
    model = index.model()
    assert isinstance(model, MonthModel)
    return model
