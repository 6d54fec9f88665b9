"""The mouse over the month: what a click picks, opens or makes, and what a drag carries where."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QDrag, QDragEnterEvent, QDragMoveEvent, QDropEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from ui.calendar.card import Card
from ui.calendar.layout import PADDING, TIME_LINE, Form
from ui.calendar.model import MIME, carried, carried_days, carry
from ui.calendar.painting import hand_picture
from ui.calendar.turning import Turning

if TYPE_CHECKING:
    from ui.calendar.view import MonthView

_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class Hand(QObject):
    """Takes the mouse events of a MonthView; what they ask for is told by the view's signals."""

    def __init__(self, view: MonthView) -> None:
        super().__init__(view)
        self.view = view
        self.turning = Turning(self._turn, view.viewport())
        self._pressed: tuple[QPoint, Card | None] | None = None
        self._again = False
        self._renames = QTimer(self, singleShot=True, interval=QApplication.doubleClickInterval())
        self._renames.timeout.connect(self._rename)
        # A click that closes an open editor only closes it.
        self.swallow_click = False

    def forget_click(self) -> None:
        """The click that closed an editor has been handled."""
        self.swallow_click = False

    # clicks

    def press(self, event: QMouseEvent) -> None:
        """The left button picks; what more it means is known when it goes up or the mouse moves."""
        self._pressed = None
        self._renames.stop()
        swallowed, self.swallow_click = self.swallow_click, False
        view, at = self.view, event.position().toPoint()
        index = view.indexAt(at)
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return
        card, day = view.card_at(at), view.month_model.day_of(index)
        had_focus = view.hasFocus()
        view.setFocus(Qt.FocusReason.MouseFocusReason)
        if card is None:
            # With several picked, a click beside them lets them go, and does no more.
            if not swallowed and len(view.selected) < 2:
                self._pressed = at, None
            view.focus_on(day)
            return
        # A second click on a title renames it, as in a list of files; a double click opens.
        self._again = had_focus and not event.modifiers() and view.selected == (card.id,) and self._on_title(card, at)
        self._pressed = at, card
        self._pick(card, event.modifiers())
        view.go_to(day)
        view.picked.emit(view.chosen)

    def _pick(self, card: Card, held: Qt.KeyboardModifier) -> None:
        picking = self.view.picking
        if held & _CTRL:
            picking.toggle(card.id)
        elif held & _SHIFT:
            picking.pick_range(card.id, [other.id for other in self.view.month_model.all_cards()])
        elif card.id in picking.ids:
            # Several stay together for a drag; that it was a click alone is known when the button goes up.
            picking.lead(card.id)
        else:
            picking.choose(card.id)

    def _on_title(self, card: Card, at: QPoint) -> bool:
        slot = self.view.slot_of(card.id)
        if slot is None:
            return False
        if slot.form is Form.FULL:
            return at.y() >= slot.box.top() + TIME_LINE
        return slot.box.left() + PADDING + 48 <= at.x() <= slot.box.right() - 24

    def move(self, event: QMouseEvent) -> None:
        """Far enough with the button held is a drag; else the cursor says what can be clicked."""
        at = event.position().toPoint()
        if self._pressed and event.buttons() & Qt.MouseButton.LeftButton:
            pressed, card = self._pressed
            if card and (at - pressed).manhattanLength() >= QApplication.startDragDistance():
                self._pressed = None
                self.drag(card)
            return
        view = self.view
        shape = Qt.CursorShape.ArrowCursor if view.card_at(at) is None else Qt.CursorShape.PointingHandCursor
        if view.viewport().cursor().shape() != shape:
            view.viewport().setCursor(shape)

    def release(self, event: QMouseEvent) -> None:
        """A click that was no drag: on one of several it picks that one alone, on an empty place it makes an item."""
        pressed, self._pressed = self._pressed, None
        view, at = self.view, event.position().toPoint()
        index = view.indexAt(at)
        if pressed is None or not index.isValid():
            return
        if pressed[1] is not None:
            if not event.modifiers() and len(view.selected) > 1:
                view.choose(pressed[1].id)
            elif self._again:
                self._renames.start()
            return
        layout = view.layout_of(index)
        day = view.month_model.day_of(index)
        if layout.more is not None and layout.more.contains(at.x(), at.y()):
            view.more_asked.emit(day, layout.more.toRect())
        elif index == view.indexAt(pressed[0]):
            view.create_asked.emit(day, view.place_for_new(day))

    def double_click(self, event: QMouseEvent) -> None:
        """Open the card."""
        self._renames.stop()
        card = self.view.card_at(event.position().toPoint())
        if card is not None:
            self.view.opened.emit(card.id)

    def _rename(self) -> None:
        if self.view.chosen is not None:
            self.view.rename_asked.emit(self.view.chosen)

    def ask_menu(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the card below the mouse, or, by the keyboard, of the one with the focus."""
        view = self.view
        if event.reason() != QContextMenuEvent.Reason.Mouse:
            place = view.place_of(view.chosen) if view.chosen is not None else view.visualRect(view.currentIndex())
            view.menu_asked.emit(view.day, view.chosen, view.viewport().mapToGlobal(place.center()))
            return
        index, card = view.indexAt(event.pos()), view.card_at(event.pos())
        if not index.isValid():
            return
        day = view.month_model.day_of(index)
        if card is None or card.id not in view.selected:
            view.focus_on(day, card.id if card else None)
        view.menu_asked.emit(day, card.id if card else None, event.globalPos())

    # drags

    def drag(self, card: Card) -> None:
        """Take a card in hand, with the others that are picked; they go where it is dropped."""
        self._renames.stop()
        view = self.view
        others = (i for i in view.selected if i != card.id) if card.id in view.selected else ()
        cards = [card, *(found for i in others if (found := view.month_model.find(i)) is not None)]
        drag = QDrag(view)
        drag.setMimeData(carry([each.id for each in cards], {each.id: each.day for each in cards if each.day}))
        drag.setPixmap(hand_picture(cards, view.columnWidth(0) - 14, view.devicePixelRatioF()))
        drag.setHotSpot(QPoint(16, 12))
        drag.exec(Qt.DropAction.MoveAction)
        self.drag_leaves()

    def drag_enters(self, event: QDragEnterEvent) -> None:
        """Items may come in."""
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    def drag_moves(self, event: QDragMoveEvent) -> None:
        """Show the day that would take them; at an edge the page turns after a rest."""
        view, at = self.view, event.position().toPoint()
        index = view.indexAt(at)
        self._hover(view.month_model.day_of(index) if index.isValid() else None)
        self.turning.hover_at(at.x(), view.viewport().width())
        if index.isValid() and event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    def drag_leaves(self) -> None:
        """Nothing hovers any more."""
        self._hover(None)
        self.turning.rest()

    def drop(self, event: QDropEvent) -> None:
        """Ask for the day on which they were let go."""
        self.drag_leaves()
        view = self.view
        index = view.indexAt(event.position().toPoint())
        ids, days = carried(event.mimeData()), carried_days(event.mimeData())
        if not ids or not index.isValid():
            return
        event.acceptProposedAction()
        to = view.month_model.day_of(index)
        if days.get(ids[0]) != to:
            view.ask_move(ids, days, to)

    def _hover(self, day: date | None) -> None:
        view = self.view
        before, view.delegate.drop_day = view.delegate.drop_day, day
        if before != day:
            for each in (before, day):
                if each is not None:
                    view.update(view.month_model.index_of(each))

    def _turn(self, pages: int) -> None:
        self.view.period_asked.emit(self.view.turned(self.view.month_model.month, pages))
