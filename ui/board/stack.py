"""A list view that knows where its cards stand without asking a delegate for each: columns of hundreds stay quick.

It is a QListView for those who look at it from outside, a screen reader first of all; where the rows stand, and how
they are painted, is its own.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    Qt,
)
from PySide6.QtGui import QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from ui.board.model import ColumnModel
from ui.board.painting import Piece, height_of, paint_piece, slot_of
from ui.calendar.card import Card
from ui.calendar.card_pictures import CardPictures
from ui.calendar.layout import Slot
from ui.theme import tokens

Index = QModelIndex | QPersistentModelIndex
_Move = QAbstractItemView.CursorAction


class Stack(QListView):
    """Cards below each other, each as high as it needs to be."""

    def __init__(self, model: ColumnModel, pictures: CardPictures) -> None:
        super().__init__()
        self.column_model, self.pictures = model, pictures
        self._ends: list[int] = []  # where each row ends, in pixels from the top of the first
        self._stale = True
        self.hovered_hint = -1  # the row over whose hint the mouse is
        self.setModel(model)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        model.modelReset.connect(self._forget_places)
        model.dataChanged.connect(self._forget_places)

    # where the cards stand

    @property
    def room(self) -> int:
        """The width of a row, which is the same with a scroll bar and without: cards do not break anew for it."""
        return self.width() - 4

    def _forget_places(self) -> None:
        self._stale = True
        self.viewport().update()

    @property
    def ends(self) -> list[int]:
        """Where each row ends, in pixels from the top of the first."""
        if self._stale:
            self._stale = False
            self._ends = _ends(self.column_model, self.room)
            self.updateGeometries()
        return self._ends

    def doItemsLayout(self) -> None:
        # Qt's own would ask for the size of each row.
        QAbstractItemView.doItemsLayout(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._forget_places()

    def updateGeometries(self) -> None:
        bar, height = self.verticalScrollBar(), self.viewport().height()
        bar.setRange(0, max(0, (self.ends[-1] if self.ends else 0) - height))
        bar.setPageStep(height)
        bar.setSingleStep(24)

    def row_at(self, y: int) -> int:
        """The row at this height of the viewport, -1 for none."""
        row = bisect_right(self.ends, y + self.verticalScrollBar().value())
        return row if y >= 0 and row < len(self.ends) else -1

    def piece(self, row: int) -> Piece:
        """A row as it is painted: the card, where it stands, and what is proposed below it."""
        top = (self.ends[row - 1] if row else 0) - self.verticalScrollBar().value()
        card = self.column_model.cards[row]
        bottom = self.ends[row] - self.verticalScrollBar().value()
        rect = QRectF(0, top, self.room, bottom - top)
        return Piece(card, rect, self.column_model.proposed(card))

    def slot_of(self, card: Card) -> Slot:
        """A card as it would be painted in this column, wherever in it."""
        proposed = self.column_model.proposed(card)
        rect = QRectF(0, 0, self.room, height_of(card, proposed, self.room))
        return slot_of(Piece(card, rect, proposed))

    def visualRect(self, index: Index) -> QRect:
        return self.piece(index.row()).rect.toRect() if 0 <= index.row() < len(self.ends) else QRect()

    def indexAt(self, point: QPoint) -> QModelIndex:
        row = self.row_at(point.y())
        return self.column_model.index(row) if row >= 0 else QModelIndex()

    def scrollTo(self, index: Index, hint: QListView.ScrollHint = QListView.ScrollHint.EnsureVisible) -> None:
        rect, bar, height = self.visualRect(index), self.verticalScrollBar(), self.viewport().height()
        if rect.top() < 0:
            bar.setValue(bar.value() + rect.top())
        elif rect.bottom() > height:
            bar.setValue(bar.value() + min(rect.top(), rect.bottom() - height))

    # the keyboard and what is chosen

    def moveCursor(self, action: QAbstractItemView.CursorAction, held: Qt.KeyboardModifier) -> QModelIndex:
        row, last = self.currentIndex().row(), len(self.ends) - 1
        page = max(1, self.row_at(self.viewport().height() - 1) - max(0, self.row_at(0)))
        steps = {
            _Move.MoveUp: -1, _Move.MovePrevious: -1, _Move.MoveDown: 1, _Move.MoveNext: 1,
            _Move.MovePageUp: -page, _Move.MovePageDown: page, _Move.MoveHome: -last - 1, _Move.MoveEnd: last + 1,
        }  # fmt: skip
        return self.column_model.index(max(0, min(last, row + steps.get(action, 0))))

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        first, last = self.row_at(max(0, rect.top())), self.row_at(rect.bottom())
        chosen = QItemSelection()
        if first >= 0:
            last = last if last >= 0 else len(self.ends) - 1
            chosen.select(self.column_model.index(first), self.column_model.index(last))
        self.selectionModel().select(chosen, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        return QRegion(self.viewport().rect())

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.ends:
            return
        painter, t = QPainter(self.viewport()), tokens()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = event.rect()
        first, last = max(0, self.row_at(area.top())), self.row_at(area.bottom())
        chosen = {index.row() for index in self.selectionModel().selectedIndexes()}
        focus = self.currentIndex().row() if self.hasFocus() else -1
        for row in range(first, (last if last >= 0 else len(self.ends) - 1) + 1):
            piece = self.piece(row)
            paint_piece(
                painter, piece, self.pictures, t, chosen=row in chosen or row == focus, hovered=row == self.hovered_hint
            )
        painter.end()


def _ends(model: ColumnModel, width: int) -> list[int]:
    heights = (height_of(card, model.proposed(card), width) for card in model.cards)
    return list(accumulate(heights))
