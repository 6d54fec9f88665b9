"""The whole day in a popover, for days with more cards than fit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QDrag, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from ui import words
from ui.calendar.card import Card, spoken
from ui.calendar.layout import FULL_FOOT, TIME_LINE, TITLE_LINE, Form, Slot
from ui.calendar.model import CARDS, carry
from ui.calendar.painting import hand_picture, paint_card
from ui.theme import tokens
from ui.widgets import label

_ROW = TIME_LINE + TITLE_LINE + FULL_FOOT
_WIDTH, _MOST = 260, 9


class _Cards(QAbstractListModel):
    def __init__(self, cards: Sequence[Card], parent: QWidget) -> None:
        super().__init__(parent)
        self._cards = list(cards)

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return len(self._cards)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        card = self._cards[index.row()]
        if role == CARDS:
            return card
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return spoken(card)
        return None


class _CardDelegate(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect).adjusted(2, 2, -2, -2)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        paint_card(painter, Slot(index.data(CARDS), box, Form.FULL), tokens(), chosen=chosen)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        return QSize(100, int(_ROW) + 4)  # the list widens it to its own width


class _CardList(QListView):
    """A list whose cards can be carried away."""

    taken = Signal(object)  # the card that the mouse pulls at

    def __init__(self) -> None:
        super().__init__()
        self._pressed: QPoint | None = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint() if event.button() == Qt.MouseButton.LeftButton else None
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        pressed, at = self._pressed, event.position().toPoint()
        if pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
        elif (at - pressed).manhattanLength() >= QApplication.startDragDistance():
            self._pressed = None
            index = self.indexAt(pressed)
            if index.isValid():
                self.taken.emit(index.data(CARDS))


class DayPopover(QFrame):
    """Lists a day's cards; closes when one is picked or carried away, or when the person clicks elsewhere."""

    picked = Signal(int)

    def __init__(self, day: date, cards: Sequence[Card], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("popover")
        self.drag: Callable[[Card], None] = self._drag  # holds the mouse until it is let go
        self.list = _CardList()
        self.list.setAccessibleName(words.long_day(day))
        self.list.setModel(_Cards(cards, self.list))
        self.list.setItemDelegate(_CardDelegate(self.list))
        self.list.setCurrentIndex(self.list.model().index(0, 0))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFixedHeight((int(_ROW) + 4) * min(_MOST, len(cards)) + 2)
        self.list.clicked.connect(self._take)
        self.list.activated.connect(self._take)
        self.list.taken.connect(self._carry)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.addWidget(label(words.long_day(day), "strong"))
        column.addWidget(self.list)
        self.setFixedWidth(_WIDTH)

    def open_at(self, at: QPoint) -> None:
        """Show at this place of the screen, moved so that all of it is seen."""
        self.adjustSize()
        area = self.parentWidget().screen().availableGeometry()
        x = max(area.left(), min(at.x(), area.right() - self.width()))
        y = max(area.top(), min(at.y(), area.bottom() - self.height()))
        self.move(x, y)
        self.show()
        self.list.setFocus()

    def _take(self, index: QModelIndex) -> None:
        card = index.data(CARDS)
        self.close()
        self.picked.emit(card.id)

    def _carry(self, card: Card) -> None:
        # The days that could take it lie below: it is out of the way before the drag begins.
        self.hide()
        self.drag(card)
        self.close()

    def _drag(self, card: Card) -> None:
        drag = QDrag(self.parentWidget())
        drag.setMimeData(carry([card.id], {card.id: card.day} if card.day else {}))
        drag.setPixmap(hand_picture([card], 140, self.devicePixelRatioF()))
        drag.setHotSpot(QPoint(16, 12))
        drag.exec(Qt.DropAction.MoveAction)
