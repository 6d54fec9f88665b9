"""The week and the day of the calendar: what has the focus, what is picked, and every wish as a signal."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QAccessible, QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip, QWidget

from ui import words
from ui.calendar.card import Card
from ui.calendar.week import titles
from ui.calendar.week.geometry import moment
from ui.calendar.week.hand import changes
from ui.calendar.week.keys import Keys
from ui.calendar.week.layout import Rest, box_of_rest, start_of
from ui.calendar.week.mouse import Mouse
from ui.calendar.week.scene import Focus
from ui.calendar.week.surface import WeekSurface

_MORNING = 9 * 60.0


class WeekView(WeekSurface):
    """Seven days from Monday, or one day. It changes nothing by itself: every wish is a signal."""

    picked = Signal(object)  # item id, or None where a free place has the focus
    opened = Signal(int)
    move_asked = Signal(object, object)  # ids; a moment, or a day on which they keep being without an hour
    moves_asked = Signal(object)  # ((id, its new start), ...) as one step; a date takes the hour away
    change_asked = Signal(int, object)  # id, {field: value}
    create_asked = Signal(object, QRect)  # a moment or a day, and the place of it in the view; see `wanted_minutes`
    rename_asked = Signal(int)
    more_asked = Signal(object, QRect)  # a day, and where "+N" stands in the view
    menu_asked = Signal(object, object, object)  # a day or None, an item id or None, a QPoint of the screen
    period_asked = Signal(object)  # a day that is not shown

    def __init__(self, today: date, days: int = 7, parent: QWidget | None = None) -> None:
        self.days = days
        super().__init__(self.span(today)[0], days, today, parent)
        self.setAccessibleName(self.tr("Calendar week") if days > 1 else self.tr("Calendar day"))
        self.scene.focus = Focus(today, _MORNING)
        self.wanted_minutes: int | None = None  # how long what was drawn should be; None after a click
        # A click that closes an open editor only closes it.
        self.swallow_click = False
        self.known: dict[int, Card] = {}
        self._tip: Callable[[int], str] | None = None
        self.mouse = Mouse(self)
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
        first, last = self.span(day)
        turned = first != self.week.first
        before = self.week.find(self.scene.chosen)
        self.known = {card.id: card for card in cards}
        self.show_week(first, cards)
        shown = {card.id for card in self.week.cards}
        self.mouse.forget(shown)
        self.scene.selected &= shown
        after = self.week.find(self.scene.chosen)
        if after is None:
            self.scene.chosen = None
        elif before is not None and start_of(before) != start_of(after):
            self.scene.focus = self._focus_of(after)
            self.reveal_card(after)
        if turned and (self.scene.focus is None or not first <= self.scene.focus.day <= last):
            self.scene.focus = Focus(day, self.minute)
        self._mark()

    # the focus and the choice

    @property
    def day(self) -> date:
        """The day with the focus."""
        return self.scene.focus.day if self.scene.focus is not None else self.week.first

    @property
    def minute(self) -> float | None:
        """The minute of the day with the focus, None in the strip of whole days."""
        return self.scene.focus.minute if self.scene.focus is not None else _MORNING

    @property
    def slot(self) -> datetime | date:
        """The moment with the focus, or its day in the strip: where something new would begin."""
        card = self.week.find(self.chosen)
        start = start_of(card) if card is not None else None
        if start is not None:
            return start
        return self.day if self.minute is None else moment(self.day, self.minute)

    @property
    def chosen(self) -> int | None:
        """The id of the card with the focus."""
        return self.scene.chosen

    @property
    def selected(self) -> tuple[int, ...]:
        """The ids of the cards that are picked, in the order of the week."""
        return tuple(card.id for card in self.week.cards if card.id in self.scene.selected)

    def choose(self, item_id: int | None, *, keep: bool = False, add: bool = False, at: Focus | None = None) -> None:
        """Put the focus on a card, or on the free place where it is; `keep` leaves the others picked, `add` adds it."""
        card = self.week.find(item_id)
        self.scene.chosen = card.id if card is not None else None
        one = {card.id} if card is not None else set()
        self.scene.selected = frozenset(self.scene.selected | one if add else self.scene.selected if keep else one)
        if card is not None:
            self.scene.focus = at or self._focus_of(card)
            self.reveal_card(card)
        self._mark()
        self.picked.emit(self.scene.chosen)

    def focus(self, place: Focus) -> None:
        """Put the focus on a free place."""
        self.scene.focus = place
        if place.minute is not None:
            self.reveal(place.minute, place.minute + 30)
        self.choose(None)

    def toggle(self, item_id: int) -> None:
        """Pick one more card, or one less."""
        self.scene.selected = self.scene.selected ^ {item_id}
        self.choose(item_id, keep=True)

    def clear_choice(self) -> None:
        """Forget the chosen card, when it is shown no longer."""
        self.scene.chosen, self.scene.selected = None, frozenset()
        self._mark()

    def _focus_of(self, card: Card) -> Focus:
        day = max(card.day or self.week.first, self.week.first)
        if card.at is None:
            return Focus(day, None)
        return Focus(day, card.at.hour * 60.0 + card.at.minute if day == card.day else 0.0)

    def _mark(self) -> None:
        """Tell Qt, and so a screen reader, what has the focus and what is picked."""
        picked = QItemSelection()
        for number in self.scene.selected:
            index = self.week.index_of(number)
            picked.select(index, index)
        model = self.selectionModel()
        model.select(picked, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        model.setCurrentIndex(self.week.index_of(self.chosen), QItemSelectionModel.SelectionFlag.NoUpdate)
        self._say_place()
        self.viewport().update()

    def _say_place(self) -> None:
        card = self.week.find(self.chosen)
        if card is not None:
            text = f"{card.title}, {words.long_day(self.day)}"
        else:
            free = self.tr("free") if self.minute is not None else self.tr("all day, free")
            at = [words.clock(moment(self.day, self.minute).time())] if self.minute is not None else []
            text = ", ".join([words.long_day(self.day), *at, free])
        if text != self.accessibleDescription():
            self.setAccessibleDescription(text)
            if card is None and self.hasFocus():
                _announce(self, text)

    def place_of(self, item_id: int) -> QRect | None:
        """Where a card is seen in the view; None where it is not, or hides behind "+N"."""
        boxes = self.scene.boxes(item_id)
        card = self.week.find(item_id)
        if not boxes or card is None or self.scene.is_hidden(item_id):
            return None
        seen = boxes[0].toAlignedRect()
        g = self.scene.geometry
        return seen.intersected(g.hours.toAlignedRect()) if card.at is not None else seen

    def set_tip(self, tip: Callable[[int], str]) -> None:
        """Say by this what a card tells when the mouse rests on it."""
        self._tip = tip

    # wishes

    def create_here(self) -> None:
        """Ask for something new at the free place with the focus."""
        self.ask_create(self.slot)

    def ask_create(self, start: datetime | date, minutes: int | None = None) -> None:
        """Ask for something new."""
        self.wanted_minutes = minutes
        at = start.hour * 60.0 + start.minute if isinstance(start, datetime) else None
        day = start.date() if isinstance(start, datetime) else start
        if at is not None:
            self.reveal(at, at + 30)
        box = self.scene.slot_box(Focus(day, at), minutes or 30)
        self.create_asked.emit(start, box.toAlignedRect() if box is not None else QRect())

    def ask_moves(self, before: Sequence[Card], after: Sequence[Card]) -> None:
        """Ask for cards to begin elsewhere, if any of them would."""
        pairs = changes(before, after)
        starts = {start for _number, start in pairs}
        lost = any(old.at is not None and new.at is None for old, new in zip(before, after, strict=True))
        if len(starts) == 1 and not lost:
            self.move_asked.emit(tuple(number for number, _start in pairs), starts.pop())
        elif len(pairs) == 1:
            self.change_asked.emit(pairs[0][0], {"start": pairs[0][1]})
        elif pairs:
            self.moves_asked.emit(pairs)

    def ask_length(self, before: Card, after: Card) -> None:
        """Ask for a card to be as long as this, if that is new."""
        if after.minutes is not None and after.minutes != before.minutes:
            self.change_asked.emit(before.id, {"duration_min": round(after.minutes)})

    def ask_more(self, rest: Rest) -> None:
        """Ask for the whole of a day whose cards have no room."""
        place = box_of_rest(rest, self.scene.geometry).toAlignedRect()
        self.more_asked.emit(self.scene.geometry.day(rest.column), place)

    # Qt's side

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.mouse.cancel():
            return
        if not self.keys.press(event):
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.mouse.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.mouse.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.mouse.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        seat = self.scene.seat_at(event.position())
        if seat is not None and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(seat.card.id)

    def forget_click(self) -> None:
        """The click that closed an editor has been handled."""
        self.swallow_click = False

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.mouse.scrolled()

    def focusInEvent(self, event: QEvent) -> None:
        self.viewport().update()

    def focusOutEvent(self, event: QEvent) -> None:
        self.viewport().update()

    def hideEvent(self, event: QEvent) -> None:
        self.mouse.cancel()
        super().hideEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = QPointF(event.pos())
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self.mouse.point(at)
            where = event.globalPos()
        else:
            place = self.place_of(self.chosen) if self.chosen is not None else None
            box = self.scene.slot_box(Focus(self.day, self.minute))
            inner = place.center() if place is not None else box.center().toPoint() if box else self.rect().center()
            where = self.viewport().mapToGlobal(inner)
        self.menu_asked.emit(self.day, self.chosen, where)

    def dragEnterEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        if self.mouse.enter(event):
            event.acceptProposedAction()

    def dragMoveEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        if self.mouse.over(event):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragLeaveEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        self.mouse.leave()

    def dropEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        if self.mouse.let_go(event):
            event.acceptProposedAction()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            seat = self.scene.seat_at(QPointF(event.pos())) if self.mouse.hand is None else None
            text = self._tip(seat.card.id) if seat is not None and self._tip is not None else self._day_tip(event.pos())
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().viewportEvent(event)

    def _day_tip(self, at) -> str:  # type: ignore[no-untyped-def]
        g = self.scene.geometry
        if at.y() >= g.head or at.x() < g.left(0):
            return ""
        day = g.day(g.column_at(at.x()))
        return "\n".join([words.long_day(day), *(mark.name for mark in self.scene.marks.get(day, ()))])


def _announce(view: QWidget, text: str) -> None:
    """Let a screen reader say a free place: no row of the list stands for it."""
    from PySide6 import QtGui

    if QAccessible.isActive() and hasattr(QtGui, "QAccessibleAnnouncementEvent"):  # since Qt 6.8
        QAccessible.updateAccessibility(QtGui.QAccessibleAnnouncementEvent(view, text))
