"""One column of the board: its head, and the cards of its stage below it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from studio.plan.item import Stage
from ui import words
from ui.board.cards import CardList
from ui.board.head import FOLDED, LEAST, ColumnHead
from ui.board.model import ColumnModel
from ui.calendar.card_pictures import CardPictures
from ui.calendar.model import MIME, carried


class StageColumn(QFrame):
    """A column of the board."""

    folded_asked = Signal(object)  # this column

    def __init__(self, stage: Stage, pictures: CardPictures) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.stage = stage
        self.model = ColumnModel(stage, self)
        self.head = ColumnHead(stage)
        self.cards = CardList(self.model, pictures)
        self.folded = False
        self.setAcceptDrops(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 7)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.cards, 1)
        self.head.clicked.connect(lambda: self.folded_asked.emit(self))
        self.fold(False)

    def fold(self, folded: bool) -> None:
        """Make a strip of the column, or open it again."""
        self.folded = folded
        self.cards.setVisible(not folded)
        self.setMinimumWidth(FOLDED if folded else LEAST)
        self.setMaximumWidth(FOLDED if folded else 16777215)
        self.say_count()

    def say_count(self) -> None:
        """Show and say how many cards there are."""
        self.head.show_count(len(self.model.cards), self.folded)
        self.cards.setAccessibleName(f"{words.stage_name(self.stage)}, {len(self.model.cards)}")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        # On the head, or on a folded column.
        event.acceptProposedAction()
        self.cards.dropped.emit(carried(event.mimeData()))
