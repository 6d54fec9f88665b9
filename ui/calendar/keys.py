"""The keyboard over the month: arrows move the focus, with Alt what is picked; Shift and Ctrl pick more."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:
    from ui.calendar.view import MonthView

STEPS = {
    Qt.Key.Key_Left: timedelta(days=-1),
    Qt.Key.Key_Right: timedelta(days=1),
    Qt.Key.Key_Up: timedelta(days=-7),
    Qt.Key.Key_Down: timedelta(days=7),
}
_NONE, _CTRL, _SHIFT, _ALT = (
    Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)  # fmt: skip


class Keys(QObject):
    """Takes the key events of a MonthView; what is no key of its own goes on to the window."""

    def __init__(self, view: MonthView) -> None:
        super().__init__(view)
        self.view = view

    def press(self, event: QKeyEvent) -> None:
        """Do what the key says, or leave the event to the window."""
        view, key = self.view, Qt.Key(event.key())
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held == _ALT and key in STEPS:
            view.move_selected(STEPS[key])
        elif held == _CTRL and key == Qt.Key.Key_A:
            view.picking.pick_all(card.id for card in view.month_model.all_cards())
            view.show_choice()
        elif held == _CTRL and key == Qt.Key.Key_Space and view.chosen is not None:
            view.picking.toggle(view.chosen)
            view.show_choice()
        elif held in (_NONE, _SHIFT, _CTRL) and self._walk(key, held):
            pass
        elif held:
            event.ignore()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if view.chosen is not None:
                view.opened.emit(view.chosen)
            else:
                view.create_asked.emit(view.day, view.place_for_new(view.day))
        elif key == Qt.Key.Key_Escape and len(view.selected) > 1:
            view.choose(view.chosen)
        else:
            event.ignore()

    def _walk(self, key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
        """Move the focus by an arrow, Home or End; Shift picks what it comes to too, Ctrl leaves what is picked."""
        day = self.view.day
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._go(day + STEPS[key], held)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._up_or_down(day, held, down=key == Qt.Key.Key_Down)
        elif key == Qt.Key.Key_Home:
            self._go(day - timedelta(days=day.weekday()), held)
        elif key == Qt.Key.Key_End:
            self._go(day + timedelta(days=6 - day.weekday()), held)
        else:
            return False
        return True

    def _up_or_down(self, day: date, held: Qt.KeyboardModifier, *, down: bool) -> None:
        ids = [card.id for card in self.view.month_model.cards(day)]
        at = ids.index(self.view.chosen) if self.view.chosen in ids else -1 if down else 0
        following = at + (1 if down else -1)
        if 0 <= following < len(ids):
            self._take(day, ids[following], held)
        else:
            self._go(day + timedelta(days=7 if down else -7), held, last=not down)

    def _go(self, day: date, held: Qt.KeyboardModifier, *, last: bool = False) -> None:
        model = self.view.month_model
        if not model.index_of(day).isValid():
            self.view.period_asked.emit(day)
        cards = model.cards(day)
        self._take(day, cards[-1 if last else 0].id if cards else None, held)

    def _take(self, day: date, item_id: int | None, held: Qt.KeyboardModifier) -> None:
        self.view.picking.take(item_id, adds=held == _SHIFT, keeps=held == _CTRL)
        self.view.go_to(day)
        self.view.picked.emit(self.view.chosen)
