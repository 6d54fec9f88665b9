"""The mouse over the week: picking, moving and resizing cards, drawing new ones, and handing cards over to the tray."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QDrag, QDropEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from ui.calendar.card import Card
from ui.calendar.model import MIME, carried, carry
from ui.calendar.painting import hand_picture
from ui.calendar.turning import Turning
from ui.calendar.week.geometry import snapped_down
from ui.calendar.week.hand import NEW, Deed, Hand, taken
from ui.calendar.week.layout import LEAST, Rest, Seat, box_of
from ui.calendar.week.scene import Focus, end_of
from ui.calendar.week.stops import STEP

if TYPE_CHECKING:
    from ui.calendar.week.view import WeekView

_EDGE = 6.0  # pixels at the lower edge of a card that resize it
_SCROLL_ZONE, _SCROLL_MS = 26.0, 30
_LEFT = Qt.MouseButton.LeftButton


class Mouse:
    """Takes the mouse events of a WeekView, which is told what to show and what a person wishes."""

    def __init__(self, view: WeekView) -> None:
        self.view = view
        self.held: Hand | None = None
        self.drag_out = self._drag_out  # replaceable: it waits until the drag has ended
        # A click that closes an open editor only closes it.
        self.swallow_click = False
        self.turning = Turning(self._turn, view.viewport())
        self._pressed: tuple[QPointF, Seat | Rest | None] | None = None
        self._foreign = False
        self._last = QPointF()
        self._from: float | None = None  # where the mouse went down; None for what is dragged in
        self._scroller = QTimer(view, interval=_SCROLL_MS)
        self._scroller.timeout.connect(view.scroll_on)
        self._again = False
        self._renames = QTimer(view, singleShot=True, interval=QApplication.doubleClickInterval())
        self._renames.timeout.connect(self._rename)

    def forget_click(self) -> None:
        """The click that closed an editor has been handled."""
        self.swallow_click = False

    # pressing

    def press(self, event: QMouseEvent) -> None:
        """Take the focus to what is under the pointer, and perhaps begin a drag."""
        view, at = self.view, event.position()
        self._pressed = None
        self._renames.stop()
        swallowed, self.swallow_click = self.swallow_click, False
        if event.button() != _LEFT or self.held is not None:
            return
        had_focus = view.hasFocus()
        view.setFocus(Qt.FocusReason.MouseFocusReason)
        seat, rest = view.scene.seat_at(at), view.scene.rest_at(at)
        if seat is not None:
            # A second click on a title renames it, as in a list of files; a double click opens.
            self._again = had_focus and not event.modifiers() and view.selected == (seat.card.id,)
            self._pressed = at, seat
            view.pick(seat.card.id, event.modifiers())
        elif rest is not None:
            self._pressed = at, rest
        elif (place := self._place_at(at)) is not None:
            # With several picked, a click beside them lets them go, and does no more.
            in_days = view.scene.geometry.in_hours(at) or view.scene.geometry.in_strip(at)
            if in_days and not swallowed and len(view.selected) < 2:
                self._pressed = at, None
            view.stand(place, scrolls=False)

    def point(self, at: QPointF) -> None:
        """Take the focus to what is under the pointer, for a menu; what is picked together stays so."""
        seat, place = self.view.scene.seat_at(at), self._place_at(at)
        if seat is not None:
            self.view.pick(seat.card.id)
        elif place is not None:
            self.view.stand(place, scrolls=False)

    def _place_at(self, at: QPointF) -> Focus | None:
        g = self.view.scene.geometry
        if at.x() < g.left(0):
            return None
        day = g.day(g.column_at(at.x()))
        if not g.in_hours(at):
            return Focus(day)
        return Focus(day, float(g.minute_at(at.y()) // STEP * STEP))

    # moving

    def move(self, event: QMouseEvent) -> None:
        """Show what a drag would do; with no button down, what a press would."""
        at = event.position()
        if not event.buttons() & _LEFT:
            self._set_cursor(self._cursor(at))
            return
        if self._pressed is not None and self.held is None:
            pressed, what = self._pressed
            if (at - pressed).manhattanLength() < QApplication.startDragDistance():
                return
            self.held, self._from = self._take(pressed, what), pressed.y()
            self._foreign = False
        if self.held is not None:
            self._drag_to(at)

    def _cursor(self, at: QPointF) -> Qt.CursorShape:
        seat = self.view.scene.seat_at(at)
        if seat is not None:
            return Qt.CursorShape.SizeVerCursor if self._on_edge(seat, at) else Qt.CursorShape.PointingHandCursor
        return Qt.CursorShape.PointingHandCursor if self.view.scene.rest_at(at) else Qt.CursorShape.ArrowCursor

    def _on_edge(self, seat: Seat, at: QPointF) -> bool:
        if seat.part is None or not seat.part.closes:
            return False
        box = box_of(seat, self.view.scene.geometry)
        return at.y() >= box.bottom() - min(_EDGE, box.height() / 3)

    def _take(self, pressed: QPointF, what: Seat | Rest | None) -> Hand | None:
        view, g = self.view, self.view.scene.geometry
        if isinstance(what, Rest):
            return None
        if what is None:
            if not g.in_hours(pressed):
                return None
            start = snapped_down(g.moment_at(pressed))
            return Hand(Deed.CREATE, (Card(NEW, "", day=start.date(), at=start.time()),))
        card = view.week.find(what.card.id)
        if card is None:
            return None
        if self._on_edge(what, pressed):
            end = end_of(card)
            # The edge of a card that is taller than it is long says nothing about its end.
            as_long = what.part is not None and g.y(what.part.last) - g.y(what.part.first) >= LEAST
            return Hand(Deed.RESIZE, (card,), g.moment_at(pressed) - end if as_long and end else timedelta())
        others = [other for other in map(view.week.find, view.selected) if other is not None and other.id != card.id]
        return taken((card, *others), pressed, g)

    def _drag_to(self, at: QPointF) -> None:
        view = self.view
        assert self.held is not None
        if self.held.deed is Deed.MOVE and not view.viewport().rect().contains(at.toPoint()):
            self._hide()
            self.drag_out(self.held)
            self.end()
            return
        moves = self.held.deed is Deed.MOVE
        self._set_cursor(Qt.CursorShape.ClosedHandCursor if moves else Qt.CursorShape.SizeVerCursor)
        self._show(at)

    def _show(self, at: QPointF) -> None:
        assert self.held is not None
        g, self._last = self.view.scene.geometry, at
        self.view.show_ghosts(self.held.at(at, g), self.held.deed)
        if self.held.deed is Deed.MOVE:
            self.turning.hover_at(int(at.x()), int(g.width))
        # A card that is taken near an edge does not scroll until it is drawn towards it.
        speed = _speed(at.y(), g.top, g.height) if at.y() >= g.top else 0.0
        self.view.scroll_speed = speed if self._from is None or speed * (at.y() - self._from) > 0 else 0.0
        if self.view.scroll_speed and not self._scroller.isActive():
            self._scroller.start()
        elif not self.view.scroll_speed:
            self._scroller.stop()

    def scrolled(self) -> None:
        """The hours have moved on below the hand."""
        if self.held is not None and self.view.scene.ghosts:
            self._show(self._last)

    def _turn(self, pages: int) -> None:
        self.view.period_asked.emit(self.view.turned(self.view.week.first, pages))
        self.scrolled()

    def _hide(self) -> None:
        self._scroller.stop()
        self.turning.rest()
        self.view.show_ghosts(())

    # letting go

    def release(self, event: QMouseEvent) -> None:
        """Say what the drag or the click wishes."""
        pressed, self._pressed = self._pressed, None
        if event.button() != _LEFT:
            return
        view, at = self.view, event.position()
        if self.held is not None:
            self._drop(at)
            return
        if pressed is None:
            return
        what = pressed[1]
        if isinstance(what, Seat):
            if not event.modifiers() and len(view.selected) > 1:
                view.choose(what.card.id)
            elif self._again:
                self._renames.start()
        elif isinstance(what, Rest):
            view.ask_more(what)
        else:
            view.create_here()

    def _drop(self, at: QPointF) -> None:
        hand = self.held
        assert hand is not None
        after = hand.at(at, self.view.scene.geometry)
        self.end()
        if hand.deed is Deed.CREATE:
            start = datetime.combine(after[0].day, after[0].at)  # type: ignore[arg-type]
            self.view.ask_create(start, int(after[0].minutes or 0))
        elif hand.deed is Deed.RESIZE:
            self.view.ask_length(hand.cards[0], after[0])
        else:
            self.view.ask_moves(hand.cards, after)

    def cancel(self) -> bool:
        """Let go of everything where it was; whether there was anything."""
        held = self.held is not None
        self._pressed = None
        self._renames.stop()
        if held:
            self.end()
        return held

    def end(self) -> None:
        """Nothing is held any more."""
        self.held = None
        self._pressed = None
        self._foreign = False
        self._hide()
        self._set_cursor(Qt.CursorShape.ArrowCursor)

    def _set_cursor(self, shape: Qt.CursorShape) -> None:
        if self.view.viewport().cursor().shape() != shape:
            self.view.viewport().setCursor(shape)

    def double_click(self, event: QMouseEvent) -> None:
        """Open the card."""
        self._renames.stop()
        seat = self.view.scene.seat_at(event.position())
        if seat is not None and event.button() == _LEFT:
            self.view.opened.emit(seat.card.id)

    def _rename(self) -> None:
        if self.view.chosen is not None:
            self.view.rename_asked.emit(self.view.chosen)

    # drags that come from elsewhere, or go there

    def _drag_out(self, hand: Hand) -> None:
        drag = QDrag(self.view)
        drag.setMimeData(carry(hand.ids, {card.id: card.day for card in hand.cards if card.day}))
        drag.setPixmap(hand_picture(hand.cards, 140, self.view.devicePixelRatioF()))
        drag.setHotSpot(QPoint(16, 12))
        drag.exec(Qt.DropAction.MoveAction)

    def enter(self, event: QDropEvent) -> bool:
        """Cards are dragged in; whether they are ours to take."""
        if not event.mimeData().hasFormat(MIME):
            return False
        ids = carried(event.mimeData())
        if ids and (self.held is None or self.held.ids != ids):
            known = self.view.known
            self.held = Hand(Deed.MOVE, tuple(known.get(number, Card(number, "")) for number in ids))
            self._foreign, self._from = True, None
        return bool(ids)

    def over(self, event: QDropEvent) -> bool:
        """Cards are dragged over the days; whether they could be let go here."""
        if self.held is None:
            return False
        self._show(event.position())
        return event.position().x() >= self.view.scene.geometry.left(0)

    def leave(self) -> None:
        """Cards are dragged out again; our own stay in the hand, for they may come back."""
        self._hide()
        if self._foreign:
            self.end()

    def let_go(self, event: QDropEvent) -> bool:
        """Cards are dropped; whether they were ours to take."""
        if not self.enter(event):
            return False
        self._drop(event.position())
        return True


def _speed(y: float, top: float, bottom: float) -> float:
    """Pixels to scroll by at each beat, while a hand stands near an edge of the hours."""
    if y < top + _SCROLL_ZONE:
        return -4.0 - (top + _SCROLL_ZONE - y) / 4
    if y > bottom - _SCROLL_ZONE:
        return 4.0 + (y - bottom + _SCROLL_ZONE) / 4
    return 0.0
