"""The week and the day of the calendar: the period, and everything that a person wishes in it, as signals."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, timedelta

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from ui import words
from ui.calendar.card import Card
from ui.calendar.week import titles
from ui.calendar.week.focusing import FocusedWeek
from ui.calendar.week.geometry import minute_of
from ui.calendar.week.hand import changes
from ui.calendar.week.keys import Keys
from ui.calendar.week.layout import Rest, box_of
from ui.calendar.week.mouse import Mouse
from ui.calendar.week.scene import Focus


class WeekView(FocusedWeek):
    """Seven days from Monday, or one day. It changes nothing by itself: every wish is a signal."""

    opened = Signal(int)
    move_asked = Signal(object, object)  # ids; a moment, or a day on which they keep being without an hour
    moves_asked = Signal(object)  # ((id, its new start), ...) as one step; those with a date have no hour
    change_asked = Signal(int, object)  # id, {field: value}
    changes_asked = Signal(object)  # ((id, {field: value}), ...) as one step
    create_asked = Signal(object, QRect)  # a moment or a day, and the place of it in the view; see `wanted_minutes`
    rename_asked = Signal(int)
    more_asked = Signal(object, QRect)  # a day, and where "+N" stands in the view
    menu_asked = Signal(object, object, QPoint)  # a day, an item id or None, and where on the screen
    painted = Signal()  # for the first time

    def __init__(self, today: date, days: int = 7, parent: QWidget | None = None) -> None:
        self.days = days
        super().__init__(self.span(today)[0], days, today, parent)
        self.setAccessibleName(self.tr("Calendar week") if days > 1 else self.tr("Calendar day"))
        self.wanted_minutes: int | None = None  # while it is asked for: how long what was drawn should be
        self.known: dict[int, Card] = {}
        self._tip: Callable[[int], str] | None = None
        self._shown = self._painted = False
        self.hand = Mouse(self)
        self.keys = Keys(self)

    # the period

    def span(self, day: date) -> tuple[date, date]:
        """The first and the last day that are shown with this one."""
        first = day - timedelta(days=day.weekday()) if self.days > 1 else day
        return first, first + timedelta(days=self.days - 1)

    def reads(self, day: date) -> tuple[date, date]:
        """The days whose items are wanted: one more before, for what runs over midnight."""
        first, last = self.span(day)
        return first - timedelta(days=1), last

    def turned(self, day: date, steps: int) -> date:
        """The day on which the focus is after some periods more."""
        return day + timedelta(days=steps * self.days)

    def title(self, day: date) -> str:
        """What stands above: "7–13 December 2026"."""
        return titles.title(self.span(day)[0], self.days)

    def show_cards(self, day: date, cards: Sequence[Card]) -> None:
        """Show these items in the period of `day`; after a failed save that puts them back where they were."""
        first = self.span(day)[0]
        turned, self._shown = first != self.week.first or not self._shown, True
        before = self.week.find(self.chosen)
        self.known = {card.id: card for card in cards}
        self.show_week(first, cards)
        self.keep_choice(day, before, turned=turned)

    def set_tip(self, tip: Callable[[int], str]) -> None:
        """Take what the mouse is told when it rests on a card, by the item's id."""
        self._tip = tip

    def set_clashes(self, clashes: Mapping[date, Sequence[str]]) -> None:
        """Show on which days something cannot take place as planned."""
        self.scene.clashes = clashes
        self.viewport().update()

    def place_of(self, item_id: int) -> QRect | None:
        """Where a card is seen in the view; None where it is not, its "+N" while it hides behind that."""
        boxes, card = self.scene.boxes(item_id), self.week.find(item_id)
        if not boxes or card is None:
            return None
        seen = boxes[0].toAlignedRect()
        return seen.intersected(self.scene.geometry.hours.toAlignedRect()) if card.at is not None else seen

    def place_for_new(self, day: date) -> QRect:
        """Where the editor of a new all-day item opens."""
        box = self.scene.slot_box(Focus(day))
        return box.toAlignedRect() if box is not None else QRect()

    # wishes

    def create_here(self) -> None:
        """Ask for something new at the place with the focus."""
        self.ask_create(self.slot)

    def ask_create(self, start: datetime | date, minutes: int | None = None) -> None:
        """Ask for something new."""
        self.wanted_minutes = minutes
        at = minute_of(start) if isinstance(start, datetime) else None
        day = start.date() if isinstance(start, datetime) else start
        if at is not None:
            self.reveal(at, at + 30)
        box = self.scene.slot_box(Focus(day, at), minutes or 30)
        self.create_asked.emit(start, box.toAlignedRect() if box is not None else QRect())
        self.wanted_minutes = None

    def ask_moves(self, before: Sequence[Card], after: Sequence[Card]) -> None:
        """Ask for cards to begin elsewhere, if any of them would."""
        pairs = changes(before, after)
        starts = {start for _number, start in pairs}
        lost = any(old.at is not None and new.at is None for old, new in zip(before, after, strict=True))
        if len(starts) == 1 and not lost:
            self.move_asked.emit(tuple(number for number, _start in pairs), starts.pop())
        elif len(pairs) == 1:
            self.change_asked.emit(pairs[0][0], {"start": pairs[0][1]})
        elif lost:
            self.changes_asked.emit(tuple((number, {"start": start}) for number, start in pairs))
        elif pairs:
            self.moves_asked.emit(pairs)

    def ask_moves_and_follow(self, before: Sequence[Card], after: Sequence[Card]) -> None:
        """Ask for cards to begin elsewhere, and turn the page with the first where it leaves it."""
        ids, day = self.selected, after[0].day
        self.ask_moves(before, after)
        if day is not None and self.scene.geometry.column_of(day) is None and self.week.find(before[0].id) is None:
            self.period_asked.emit(day)
            self.restore(ids)

    def ask_length(self, before: Card, after: Card) -> None:
        """Ask for a card to be as long as this, if that is new."""
        if after.minutes is not None and after.minutes != before.minutes:
            self.change_asked.emit(before.id, {"duration_min": round(after.minutes)})

    def ask_more(self, rest: Rest) -> None:
        """Ask for the whole of a day whose cards have no room."""
        place = box_of(rest, self.scene.geometry).toAlignedRect()
        self.more_asked.emit(self.scene.geometry.day(rest.column), place)

    def ask_menu(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of what is below the mouse, or, by the keyboard, of what has the focus."""
        where = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self.hand.point(QPointF(event.pos()))
        else:
            place = self.place_of(self.chosen) if self.chosen is not None else None
            box = self.scene.slot_box(Focus(self.day, self.minute))
            inner = place.center() if place is not None else box.center().toPoint() if box else self.rect().center()
            where = self.viewport().mapToGlobal(inner)
        self.menu_asked.emit(self.day, self.chosen, where)

    # Qt's side: the keyboard see Keys, the mouse and what it carries see Mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.hand.cancel():
            return
        if not self.keys.press(event):
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.hand.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.hand.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.hand.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.hand.double_click(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.ask_menu(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.hand.enter(event):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if self.hand.over(event):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self.hand.leave()

    def dropEvent(self, event: QDropEvent) -> None:
        if self.hand.let_go(event):
            event.acceptProposedAction()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.hand.turning.paint(self.viewport())
        if not self._painted:
            self._painted = True
            self.painted.emit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.hand.scrolled()

    def hideEvent(self, event: QEvent) -> None:
        self.hand.cancel()
        super().hideEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            text = "" if self.hand.held is not None else self.tip_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().viewportEvent(event)

    def tip_at(self, at: QPointF) -> str:
        """What the mouse is told at a place: of a card its facts, of a day's name its marks and clashes."""
        seat = self.scene.seat_at(at)
        if seat is not None:
            return self._tip(seat.card.id) if self._tip is not None else ""
        g = self.scene.geometry
        if at.y() >= g.head or at.x() < g.left(0):
            return ""
        day = g.day(g.column_at(at.x()))
        marks = [mark.name for mark in self.scene.marks.get(day, ())]
        return "\n".join([words.long_day(day), *marks, *self.scene.clashes.get(day, ())])
