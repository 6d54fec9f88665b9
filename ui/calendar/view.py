"""The month as an item view: the mouse, the keyboard, drag and drop over days and cards."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QDrag, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView, QToolTip, QWidget

from ui import words
from ui.calendar.card import Card
from ui.calendar.delegate import DayDelegate
from ui.calendar.layout import DayLayout, Form, Slot
from ui.calendar.model import MIME, MonthModel, carry
from ui.calendar.painting import paint_card
from ui.theme import tokens

_STEPS = {
    Qt.Key.Key_Left: timedelta(days=-1),
    Qt.Key.Key_Right: timedelta(days=1),
    Qt.Key.Key_Up: timedelta(days=-7),
    Qt.Key.Key_Down: timedelta(days=7),
}


class MonthView(QTableView):
    """Shows a MonthModel. It changes nothing by itself: every wish is a signal."""

    picked = Signal(object)  # item id, or None where a day without a card has the focus
    opened = Signal(int)
    create_asked = Signal(object)  # date
    more_asked = Signal(object, QRect)  # date, and where "+N more" stands in the viewport
    month_asked = Signal(object)  # a day that the page does not show
    painted = Signal()  # for the first time

    def __init__(self, model: MonthModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("month")
        self.setAccessibleName(self.tr("Calendar month"))
        self.delegate = DayDelegate(self)
        self.month_model = model
        self.setModel(model)
        self.setItemDelegate(self.delegate)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setAcceptDrops(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        for bar in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            bar(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._headers()
        self._painted = False
        self._pressed: tuple[QPoint, Card | None] | None = None
        # A click that closes an open editor only closes it.
        self.swallow_click = False
        model.modelReset.connect(self._after_reset)
        self._after_reset()

    def _headers(self) -> None:
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        across.setSectionsClickable(False)
        across.setHighlightSections(False)
        across.setMinimumSectionSize(20)
        across.setFixedHeight(26)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        down.setMinimumSectionSize(20)
        down.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            self.painted.emit()

    # the focus

    @property
    def day(self) -> date:
        """The day with the focus: today, or the first of the month, until another is taken."""
        index = self.currentIndex()
        if index.isValid():
            return self.month_model.day_of(index)
        today = self.month_model.today
        return today if today.month == self.month_model.month.month else self.month_model.month

    @property
    def chosen(self) -> int | None:
        """The id of the card with the focus."""
        return self.delegate.chosen

    def choose(self, day: date, item_id: int | None) -> None:
        """Put the focus on a day and on one of its cards; a day off the page turns it."""
        if not self.month_model.index_of(day).isValid():
            self.month_asked.emit(day)
        self.delegate.chosen = item_id
        self.delegate.day_focus = day if self.hasFocus() else None
        self.setCurrentIndex(self.month_model.index_of(day))
        card = self.month_model.find(item_id) if item_id is not None else None
        self.setAccessibleDescription(f"{card.title}, {words.long_day(day)}" if card else "")
        self.viewport().update()
        self.picked.emit(item_id)

    def clear_choice(self) -> None:
        """Forget the chosen card, when it is shown no longer."""
        self.delegate.chosen = None
        self.viewport().update()

    def _after_reset(self) -> None:
        self.delegate.day_focus = None
        # Without a current day Qt would take the first cell, which is often of the month before.
        self.setCurrentIndex(self.month_model.index_of(self.day))
        self.viewport().update()

    def focusInEvent(self, event: QEvent) -> None:
        super().focusInEvent(event)
        self.delegate.day_focus = self.day
        self.viewport().update()

    def focusOutEvent(self, event: QEvent) -> None:
        super().focusOutEvent(event)
        self.delegate.day_focus = None
        self.viewport().update()

    # geometry

    def layout_of(self, index: QModelIndex) -> DayLayout:
        """The places of the cards of a day in the viewport."""
        return self.delegate.layout_of(QRectF(self.visualRect(index)), index)

    def card_rect(self, item_id: int) -> QRect | None:
        """Where a card stands in the viewport; None while it hides behind "+N more"."""
        card = self.month_model.find(item_id)
        if card is None or card.day is None:
            return None
        slots = self.layout_of(self.month_model.index_of(card.day)).slots
        return next((slot.box.toRect() for slot in slots if slot.card.id == item_id), None)

    def _card_at(self, at: QPoint) -> Card | None:
        index = self.indexAt(at)
        return self.layout_of(index).card_at(at.x(), at.y()) if index.isValid() else None

    # the keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and key in _STEPS:
            self._move_chosen(_STEPS[key])
        elif event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._go(self.day + _STEPS[key], last=False)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._up_or_down(down=key == Qt.Key.Key_Down)
        elif key == Qt.Key.Key_Home:
            self._go(self.day - timedelta(days=self.day.weekday()), last=False)
        elif key == Qt.Key.Key_End:
            self._go(self.day + timedelta(days=6 - self.day.weekday()), last=False)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.chosen is not None:
                self.opened.emit(self.chosen)
            else:
                self.create_asked.emit(self.day)
        else:
            event.ignore()

    def _move_chosen(self, by: timedelta) -> None:
        card = self.month_model.find(self.chosen) if self.chosen is not None else None
        if card is not None and card.day is not None:
            self.month_model.move_asked.emit((card.id,), card.day + by)

    def _up_or_down(self, *, down: bool) -> None:
        ids = [card.id for card in self.month_model.cards(self.day)]
        at = ids.index(self.chosen) if self.chosen in ids else -1 if down else 0
        following = at + (1 if down else -1)
        if 0 <= following < len(ids):
            self.choose(self.day, ids[following])
        else:
            self._go(self.day + timedelta(days=7 if down else -7), last=not down)

    def _go(self, day: date, *, last: bool) -> None:
        if not self.month_model.index_of(day).isValid():
            self.month_asked.emit(day)
        cards = self.month_model.cards(day)
        self.choose(day, cards[-1 if last else 0].id if cards else None)

    # the mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = None
        swallowed, self.swallow_click = self.swallow_click, False
        index = self.indexAt(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return
        card = self._card_at(event.position().toPoint())
        if card is not None or not swallowed:
            self._pressed = event.position().toPoint(), card
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.choose(self.month_model.day_of(index), card.id if card else None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self._pressed and event.buttons() & Qt.MouseButton.LeftButton:
            pressed, card = self._pressed
            if card and (at - pressed).manhattanLength() >= QApplication.startDragDistance():
                self._pressed = None
                self.drag_card(card)
            return
        on_card = self._card_at(at) is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if on_card else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        at = event.position().toPoint()
        index = self.indexAt(at)
        if pressed is None or pressed[1] is not None or not index.isValid():
            return
        layout = self.layout_of(index)
        day = self.month_model.day_of(index)
        if layout.more is not None and layout.more.contains(at.x(), at.y()):
            self.more_asked.emit(day, layout.more.toRect())
        elif index == self.indexAt(pressed[0]):
            self.create_asked.emit(day)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        card = self._card_at(event.position().toPoint())
        if card is not None:
            self.opened.emit(card.id)

    def forget_click(self) -> None:
        """The click that closed an editor has been handled."""
        self.swallow_click = False

    def drag_card(self, card: Card) -> None:
        """Take a card in hand; it goes where it is dropped."""
        drag = QDrag(self)
        drag.setMimeData(carry([card.id]))
        drag.setPixmap(card_picture(card, self.columnWidth(0), self.devicePixelRatioF()))
        drag.setHotSpot(QPoint(16, 12))
        drag.exec(Qt.DropAction.MoveAction)

    def dragEnterEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        index = self.indexAt(event.position().toPoint())
        self._hover(self.month_model.day_of(index) if index.isValid() else None)
        if index.isValid() and event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    def dragLeaveEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        self._hover(None)

    def dropEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        self._hover(None)
        index = self.indexAt(event.position().toPoint())
        if self.month_model.dropMimeData(event.mimeData(), Qt.DropAction.MoveAction, -1, -1, index):
            event.acceptProposedAction()

    def _hover(self, day: date | None) -> None:
        if day != self.delegate.drop_day:
            self.delegate.drop_day = day
            self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            card = self._card_at(event.pos())
            QToolTip.showText(event.globalPos(), card_tip(card) if card else "", self)
            return True
        return super().viewportEvent(event)


def card_tip(card: Card) -> str:
    """What a card says when the mouse rests on it."""
    facts = [
        words.clock(card.at) if card.at else "",
        words.kind_name(card.kind),
        words.stage_name(card.stage),
        card.owner,
    ]
    ready = words.translate("Words", "%1 % ready").replace("%1", str(round(card.score * 100))) if card.score else ""
    return "\n".join(line for line in (card.title, " · ".join(f for f in facts if f), ready) if line)


def card_picture(card: Card, width: int, ratio: float) -> QPixmap:
    """A card as a picture, for the hand that drags it."""
    slot = Slot(card, QRectF(2, 2, max(80, width - 14), 37), Form.FULL)
    picture = QPixmap(int((slot.box.width() + 4) * ratio), int((slot.box.height() + 4) * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_card(painter, slot, tokens(), chosen=True)
    painter.end()
    return picture
