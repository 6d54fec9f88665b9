"""The keyboard in the week: arrows go, Alt moves, Alt+Shift resizes, Ctrl and Shift pick several, Enter opens."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from ui.calendar.card import Card
from ui.calendar.week.geometry import SNAP, minute_of, snapped_down
from ui.calendar.week.hand import resized, shifted, to_hours, to_whole_day
from ui.calendar.week.layout import start_of
from ui.calendar.week.scene import Focus
from ui.calendar.week.stops import Stop, beside, following, stops

if TYPE_CHECKING:
    from ui.calendar.week.view import WeekView

_NONE, _ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier
_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_ACROSS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_DOWN = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_MORNING = 9 * 60  # where an all-day item goes that is moved down into the hours


class Keys:
    """Turns keys into where the view's focus goes, and into wishes."""

    def __init__(self, view: WeekView) -> None:
        self.view = view

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key means here; whether it means anything."""
        key = Qt.Key(event.key())
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in _ACROSS or key in _DOWN:
            return self._arrow(key, held)
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            return self._far(held, end=key == Qt.Key.Key_End)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and held == _NONE:
            if self.view.chosen is not None:
                self.view.opened.emit(self.view.chosen)
            else:
                self.view.create_here()
            return True
        if key == Qt.Key.Key_Space and held == _CTRL and self.view.chosen is not None:
            self.view.pick(self.view.chosen, _CTRL)
            return True
        return False

    def _arrow(self, key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
        across, down = _ACROSS.get(key, 0), _DOWN.get(key, 0)
        if held == _ALT:
            self._move(across, down)
        elif held == _ALT | _SHIFT and down:
            self._resize(down)
        elif held == _NONE:
            self._go_across(across) if across else self._go_down(down)
        elif held in (_CTRL, _SHIFT) and down:
            self._go_down(down, cards_only=True, add=held == _SHIFT)
        else:
            return False
        return True

    # going

    def _go_across(self, days: int) -> None:
        view = self.view
        day = view.day + timedelta(days=days)
        minute = view.minute
        if view.scene.geometry.column_of(day) is None:
            view.period_asked.emit(day)
        if view.scene.geometry.column_of(day) is not None:
            self._stand(day, beside(view.week.cards, day, minute), minute)

    def _go_down(self, by: int, *, cards_only: bool = False, add: bool = False) -> None:
        view = self.view
        here = Stop(view.minute if view.chosen is None else self._start_here(), view.chosen)
        stop = following(stops(view.week.cards, view.day), here, by, cards_only=cards_only)
        if stop is None:
            return
        if cards_only and stop.id is not None:
            view.take(stop.id, add=add)
        else:
            self._stand(view.day, stop, stop.minute)

    def _start_here(self) -> float | None:
        card = self.view.week.find(self.view.chosen)
        if card is None or card.at is None:
            return None
        return minute_of(card.at) if card.day == self.view.day else 0.0

    def _stand(self, day: date, stop: Stop, minute: float | None) -> None:
        if stop.id is not None:
            self.view.choose(stop.id, at=Focus(day, minute))
        else:
            self.view.stand(Focus(day, stop.minute))

    def _far(self, held: Qt.KeyboardModifier, *, end: bool) -> bool:
        view = self.view
        if held == _ALT and not end:
            cards = self._held()
            view.ask_moves(cards, tuple(to_whole_day(card) for card in cards))
        elif held == _NONE and view.days > 1:
            day = view.week.last if end else view.week.first
            self._stand(day, beside(view.week.cards, day, view.minute), view.minute)
        elif held in (_NONE, _CTRL):
            stop = stops(view.week.cards, view.day)[-1 if end else 0]
            self._stand(view.day, stop, stop.minute)
        else:
            return False
        return True

    # changing

    def _held(self) -> tuple[Card, ...]:
        """The card with the focus, then the others that are picked."""
        view = self.view
        ids = dict.fromkeys((view.chosen, *view.selected))
        return tuple(card for card in map(view.week.find, ids) if card is not None)

    def _move(self, days: int, quarters: int) -> None:
        cards = self._held()
        if not cards:
            return
        start = start_of(cards[0])
        if days:
            after = shifted(cards, days, 0)
        elif not isinstance(start, datetime):
            if quarters < 0:
                return
            after = tuple(to_hours(card, _MORNING) for card in cards)
        else:
            target = _quarter(start, quarters)
            if target.date() != start.date():
                return
            after = shifted(cards, 0, (target - start).total_seconds() / 60)
        self.view.ask_moves_and_follow(cards, after)

    def _resize(self, quarters: int) -> None:
        card = self.view.week.find(self.view.chosen)
        if card is not None and card.at is not None:
            self.view.ask_length(card, resized(card, quarters * SNAP))


def _quarter(at: datetime, by: int) -> datetime:
    """The next quarter of an hour, or the one before."""
    down = snapped_down(at)
    if by < 0:
        return down if down != at else at - timedelta(minutes=SNAP)
    return down + timedelta(minutes=SNAP)
