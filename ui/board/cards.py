"""The cards of one column of the board: the mouse, the keyboard, drag and drop."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractItemView

from studio.plan.item import Stage
from ui import fonts, words
from ui.board.model import ColumnModel
from ui.board.stack import Stack
from ui.calendar.card import Card
from ui.calendar.card_pictures import CardPictures
from ui.calendar.model import MIME, carried, carry
from ui.calendar.painting import hand_picture
from ui.theme import color, tokens


def belongs(stage: Stage) -> str:
    """What an empty column says of what belongs there."""
    return {
        Stage.IDEA: words.translate("Board", "Ideas wait here for a day and a script."),
        Stage.PLANNED: words.translate("Board", "What has its day and needs a script."),
        Stage.SCRIPTED: words.translate("Board", "Scripts that wait for the camera."),
        Stage.RECORDED: words.translate("Board", "Recordings that need subtitles."),
        Stage.SUBTITLED: words.translate("Board", "Finished, and not scheduled yet."),
        Stage.SCHEDULED: words.translate("Board", "Set to go live at its time."),
        Stage.PUBLISHED: words.translate("Board", "What has gone live."),
        Stage.CANCELLED: words.translate("Board", "What will not take place."),
    }[stage]


class CardList(Stack):
    """The cards of one stage. Which cards are picked is one thing for the whole board, which hears of every key."""

    key_pressed = Signal(object, object)  # this list, QKeyEvent: what goes beyond the column
    pressed_alone = Signal(object)  # this list: a click or a key that lets go of what other columns have picked
    hint_clicked = Signal(int)  # item id
    drag_begun = Signal()
    dropped = Signal(object)  # ids
    menu_asked = Signal(object, object)  # row or None, QPoint on the screen

    def __init__(self, model: ColumnModel, pictures: CardPictures) -> None:
        super().__init__(model, pictures)
        self._drops = False
        self.setObjectName("board")
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setTabKeyNavigation(False)

    @property
    def card(self) -> Card | None:
        """The card with the focus of this column."""
        index = self.currentIndex()
        return self.column_model.cards[index.row()] if index.isValid() else None

    @property
    def chosen_cards(self) -> list[Card]:
        """The picked cards of this column, from the top."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return [self.column_model.cards[row] for row in rows]

    # the keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        beyond = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in beyond:
            self.key_pressed.emit(self, event)
        elif event.text().strip() and not held & Qt.KeyboardModifier.ControlModifier:
            event.ignore()  # letters are commands of the window
        else:
            if not held and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End):
                self.pressed_alone.emit(self)
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        by_mouse = event.reason() == Qt.FocusReason.MouseFocusReason  # the click says which card
        if not by_mouse and not self.currentIndex().isValid() and self.column_model.cards:
            none = QItemSelectionModel.SelectionFlag.NoUpdate
            self.selectionModel().setCurrentIndex(self.column_model.index(0), none)
        self.viewport().update()

    # the mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        hint = self._hint_at(at)
        if hint >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self.hint_clicked.emit(self.column_model.cards[hint].id)
            return
        index = self.indexAt(at)
        beside = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
        if beside and not self.selectionModel().isSelected(index):
            self.pressed_alone.emit(self)
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        # Several stay together for a drag; that it was a click alone is known now.
        if not event.modifiers() and self.indexAt(event.position().toPoint()).isValid():
            self.pressed_alone.emit(self)
        super().mouseReleaseEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self._hint_at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def _hint_at(self, at: QPoint) -> int:
        row = self.row_at(at.y())
        box = self.piece(row).hint_box if row >= 0 else None
        return row if box is not None and box.contains(at) else -1

    def _hover(self, row: int) -> None:
        if row != self.hovered_hint:
            self.hovered_hint = row
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if row >= 0 else Qt.CursorShape.ArrowCursor)
            self.viewport().update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_keys = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_keys else self.indexAt(event.pos())
        at = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft()) if by_keys else event.globalPos()
        self.menu_asked.emit(index.row() if index.isValid() else None, at)

    # drag and drop

    def startDrag(self, actions: Qt.DropAction) -> None:
        self.drag_begun.emit()

    def drag(self, cards: list[Card]) -> None:
        """Take these cards in hand; they go where they are dropped."""
        drag = QDrag(self)
        drag.setMimeData(carry([card.id for card in cards]))
        drag.setPixmap(hand_picture(cards, self.viewport().width() - 16, self.devicePixelRatioF()))
        drag.setHotSpot(QPoint(16, 12))
        drag.exec(Qt.DropAction.MoveAction)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(MIME):
            self._drops = True
            self.viewport().update()
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._drops = False
        self.viewport().update()

    def dropEvent(self, event: QDropEvent) -> None:
        self._drops = False
        self.viewport().update()
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()
            self.dropped.emit(carried(event.mimeData()))

    def paintEvent(self, event: QPaintEvent) -> None:
        t = tokens()
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.viewport().rect())
        if self._drops:
            painter.setPen(QPen(color(t.accent), 1.5))
            painter.setBrush(color(t.accent_bg))
            painter.drawRoundedRect(area.adjusted(4, 1, -4, -4), 6, 6)
        if not self.column_model.cards:
            painter.setPen(color(t.muted))
            painter.setFont(fonts.font(fonts.SMALL))
            flags = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(area.adjusted(14, 18, -14, -8), int(flags), belongs(self.column_model.stage))
        painter.end()
        super().paintEvent(event)
