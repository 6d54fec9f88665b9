"""The tray below the month: ideas with no date yet, to drag from and to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QDrag, QDragLeaveEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QMenu, QPushButton, QWidget

from ui import fonts
from ui.calendar.card import Card, spoken
from ui.calendar.model import MIME, carried, carry
from ui.calendar.painting import hand_picture, paint_choice
from ui.theme import color, tokens
from ui.widgets import button, clear, label

_LONGEST = 24


class IdeaChip(QPushButton):
    """One idea; a click shows it, a drag gives it a day."""

    def __init__(self, card: Card) -> None:
        text = card.title if len(card.title) <= _LONGEST else card.title[: _LONGEST - 1].rstrip() + "…"
        super().__init__(text.replace("&", "&&"))
        self.card = card
        self.setProperty("role", "chip")
        self.setAccessibleName(spoken(card))
        self.setToolTip(card.title)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._pressed: QPoint | None = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        far = self._pressed and (event.position().toPoint() - self._pressed).manhattanLength()
        if far and far >= QApplication.startDragDistance():
            self._pressed = None
            self.setDown(False)
            drag = QDrag(self)
            drag.setMimeData(carry([self.card.id]))
            drag.setPixmap(hand_picture([self.card], 140, self.devicePixelRatioF()))
            drag.setHotSpot(QPoint(16, 12))
            drag.exec(Qt.DropAction.MoveAction)
            return
        super().mouseMoveEvent(event)


class Tray(QFrame):
    """Shows as many ideas as fit, and the others behind "+N"."""

    picked = Signal(int)
    dropped = Signal(object)  # ids of items that lose their date
    add_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tray")
        self.setAcceptDrops(True)
        self._cards: tuple[Card, ...] = ()
        self.hovers = False  # whether what is dragged would lose its date here
        self.title = label(self.tr("Ideas, no date yet"), "strong")
        self.add_button = button(self.tr("Add an idea"), "link", self.add_asked.emit)
        self._chips = QHBoxLayout()
        self._chips.setSpacing(8)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 6, 20, 6)
        row.setSpacing(10)
        row.addWidget(self.title)
        row.addLayout(self._chips)
        row.addWidget(self.add_button)
        row.addStretch(1)
        row.addWidget(label(self.tr("Ctrl+K all commands"), "small"))
        self.setFixedHeight(40)

    def show_ideas(self, cards: Sequence[Card]) -> None:
        """Show these items."""
        if tuple(cards) != self._cards:
            self._cards = tuple(cards)
            self._fill()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fill()

    def _fill(self) -> None:
        clear(self._chips)
        room = self.width() - 460
        metrics = fonts.metrics(fonts.SMALL, fonts.MEDIUM)
        shown = 0
        for card in self._cards:
            chip = IdeaChip(card)
            room -= int(metrics.horizontalAdvance(chip.text())) + 30
            if room < 0 and shown:
                chip.deleteLater()
                break
            chip.clicked.connect(lambda _checked=False, number=card.id: self.picked.emit(number))
            self._chips.addWidget(chip)
            shown += 1
        hidden = self._cards[shown:]
        if hidden:
            more = QPushButton(f"+ {len(hidden)}")
            more.setProperty("role", "chip")
            more.setAccessibleName(self.tr("%n more idea(s)", "", len(hidden)))
            menu = QMenu(more)
            for card in hidden:
                menu.addAction(card.title, lambda number=card.id: self.picked.emit(number))
            more.setMenu(menu)
            self._chips.addWidget(more)

    def dragEnterEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()
            self._show_hover(True)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._show_hover(False)

    def dropEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        self._show_hover(False)
        ids = [number for number in carried(event.mimeData()) if number not in {card.id for card in self._cards}]
        if ids:
            self.dropped.emit(tuple(ids))
        event.acceptProposedAction()

    def _show_hover(self, hovers: bool) -> None:
        self.hovers = hovers
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hovers:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(self.rect(), color(tokens().accent, 0.10))
            paint_choice(painter, QRectF(self.rect()).adjusted(2, 2, -2, -2), tokens())
            painter.end()
