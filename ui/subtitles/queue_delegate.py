"""How the cells of the queue are painted: a sign and a word for the state, and a bar for what is being worked on."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from studio.actions.queue_view import Line, needs_look
from studio.store.queue import WENT_WRONG, EntryState
from ui.glyphs import paint_state, paint_warning
from ui.subtitles.queue_model import COLUMNS, LINE
from ui.subtitles.queue_words import has_begun
from ui.theme import color, tokens
from ui.tokens import Tokens

ROW = 40
_LEFT, _SIGN = 10.0, 14.0


class QueueDelegate(QStyledItemDelegate):
    """Paints whole rows as the list of items does, with the focus on the row."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(80, ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        t, line = tokens(), index.data(LINE)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(box, color(t.accent_bg if chosen else t.surface))
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), color(t.line))
        if index.column() == 0 and self._is_current(index):
            painter.fillRect(QRectF(box.left(), box.top(), 3, box.height() - 1), color(t.accent))
        self._cell(painter, box, COLUMNS[index.column()], str(index.data()), line, option, t)
        painter.restore()

    def _is_current(self, index: QModelIndex | QPersistentModelIndex) -> bool:
        """Whether the row has the keyboard's focus."""
        view = self.parent()
        assert isinstance(view, QAbstractItemView)
        return view.hasFocus() and view.currentIndex().row() == index.row()

    def _cell(
        self,
        painter: QPainter,
        box: QRectF,
        column: str,
        text: str,
        line: Line,
        option: QStyleOptionViewItem,
        t: Tokens,
    ) -> None:
        entry, left = line.entry, box.left() + _LEFT
        font, tone = QFont(option.font), t.text
        if column == "file":
            font.setWeight(QFont.Weight.DemiBold)
            tone = t.muted if entry.state is EntryState.CANCELLED else t.text
        elif column == "state":
            paint_sign(painter, QRectF(left, box.center().y() - _SIGN / 2 - 0.5, _SIGN, _SIGN), line, t)
            left += _SIGN + 8
            if has_begun(line):
                box = self._bar(painter, box, left, line.fraction, t)
        elif column == "look":
            tone = t.live if entry.state in WENT_WRONG else t.warn if needs_look(entry) else t.muted
        else:
            tone = t.muted
        painter.setFont(font)
        painter.setPen(color(tone))
        area = QRectF(left, box.top(), box.right() - left - 8, box.height() - 1)
        told = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle if column == "file"
                                                else Qt.TextElideMode.ElideRight, int(area.width()))  # fmt: skip
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, told)

    def _bar(self, painter: QPainter, box: QRectF, left: float, fraction: float, t: Tokens) -> QRectF:
        """How far it is, below the word; what is left of the box for that."""
        groove = QRectF(left, box.bottom() - 11, max(24.0, box.right() - left - 12), 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(t.track))
        painter.drawRoundedRect(groove, 2, 2)
        if fraction > 0:
            painter.setBrush(color(t.accent))
            painter.drawRoundedRect(QRectF(groove.left(), groove.top(), max(4, groove.width() * fraction), 4), 2, 2)
        return box.adjusted(0, 0, 0, -9)


def paint_sign(painter: QPainter, box: QRectF, line: Line, t: Tokens) -> None:
    """The state of a recording by its shape: ring, arc, tick, warning, cross, bar."""
    state = line.entry.state
    if state in WENT_WRONG:
        paint_state(painter, box, "failing", t)
    elif state in (EntryState.DONE, EntryState.SKIPPED):
        if needs_look(line.entry):
            paint_warning(painter, box, t)
        else:
            paint_state(painter, box, "ready", t)
    elif state is EntryState.CANCELLED:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(color(t.muted), 1.6))
        inner = box.adjusted(1.2, 1.2, -1.2, -1.2)
        painter.drawEllipse(inner)
        painter.drawLine(inner.bottomLeft() + QPointF(2.4, -2.4), inner.topRight() + QPointF(-2.4, 2.4))
    elif has_begun(line):
        inner = box.adjusted(1.2, 1.2, -1.2, -1.2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(color(t.track), 2))
        painter.drawEllipse(inner)
        painter.setPen(QPen(color(t.accent), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawArc(inner, 90 * 16, -round(max(line.fraction, 0.12) * 360 * 16))
    else:
        paint_state(painter, box, "missing", t)
