"""What of the week has the focus and what is picked, told to the painter, to Qt and to screen readers."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from ui import words
from ui.calendar.card import Card
from ui.calendar.picking import Picking
from ui.calendar.week.geometry import moment
from ui.calendar.week.layout import start_of
from ui.calendar.week.scene import Focus
from ui.calendar.week.stops import free_near
from ui.calendar.week.surface import WeekSurface

_MORNING = 9 * 60.0


class FocusedWeek(WeekSurface):
    """A surface on which one card, or one free half hour, has the focus, and cards are picked."""

    picked = Signal(object)  # item id, or None where a free place has the focus
    period_asked = Signal(object)  # a day that is not shown

    def __init__(self, first: date, days: int, today: date, parent: QWidget | None = None) -> None:
        super().__init__(first, days, today, parent)
        self.scene.focus = Focus(today, _MORNING)
        self.picking = Picking()

    # what is

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
        return self.picking.chosen

    @property
    def selected(self) -> tuple[int, ...]:
        """The ids of all picked cards, the one with the focus first."""
        return self.picking.ids

    # going

    def choose(self, item_id: int | None, *, at: Focus | None = None) -> None:
        """Put the focus on a card, or on the free place where it is; `at` is what part of a long card is meant."""
        card = self.week.find(item_id)
        self.picking.choose(card.id if card is not None else None)
        self._reveal_chosen()
        self._went(at)

    def take(self, item_id: int, *, add: bool = False) -> None:
        """Put the focus on a card and leave the others picked; `add` picks it too."""
        self.picking.take(item_id, adds=add, keeps=True)
        self._reveal_chosen()
        self._went()

    def pick(self, item_id: int, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Pick as the mouse does: Ctrl one more or less, Shift all up to it, else it alone, or it of several.

        Nothing is scrolled: what is under the mouse stays there.
        """
        if held & Qt.KeyboardModifier.ControlModifier:
            self.picking.toggle(item_id)
        elif held & Qt.KeyboardModifier.ShiftModifier:
            self.picking.pick_range(item_id, [card.id for card in self.week.cards])
        elif item_id in self.selected:
            # Several stay together for a drag; that it was a click alone is known when the button goes up.
            self.picking.lead(item_id)
        else:
            self.picking.choose(item_id)
        self._went()

    def stand(self, place: Focus, *, scrolls: bool = True) -> None:
        """Put the focus on a free place."""
        self.scene.focus = place
        if place.minute is not None and scrolls:
            self.reveal(place.minute, place.minute + 30)
        self.choose(None)

    def focus_on(self, day: date, item_id: int | None = None) -> None:
        """Put the focus on a day, and on one of its cards; a day that is not shown turns the page."""
        if self.scene.geometry.column_of(day) is None:
            self.period_asked.emit(day)
        if item_id is not None and self.week.find(item_id) is not None:
            self.choose(item_id)
        elif self.scene.geometry.column_of(day) is not None:
            self.stand(Focus(day, free_near(self.week.cards, day, self.minute)))

    def clear_choice(self) -> None:
        """Forget the chosen cards, when they are shown no longer."""
        self.picking.choose(None)
        self.show_choice()

    def keep_choice(self, day: date, before: Card | None, *, turned: bool) -> None:
        """Forget chosen cards that are gone, and follow the one with the focus, which was `before`, to its place."""
        self.picking.keep(card.id for card in self.week.cards)
        after = self.week.find(self.chosen)
        if after is not None and (before is None or start_of(before) != start_of(after)):
            self.scene.focus = self._focus_of(after)
            self.reveal_card(after)
        elif after is None and turned:
            stays = self.scene.geometry.column_of(self.day) is not None
            day = self.day if stays else day
            self.scene.focus = Focus(day, free_near(self.week.cards, day, self.minute))
        self.show_choice()

    def restore(self, ids: tuple[int, ...]) -> None:
        """Pick these again, the first with the focus."""
        self.picking.restore([number for number in ids if self.week.find(number) is not None])
        self._reveal_chosen()
        self._went()

    def _reveal_chosen(self) -> None:
        card = self.week.find(self.chosen)
        if card is not None:
            self.reveal_card(card)

    def _went(self, at: Focus | None = None) -> None:
        card = self.week.find(self.chosen)
        if card is not None:
            self.scene.focus = at or self._focus_of(card)
        self.show_choice()
        self.picked.emit(self.chosen)

    def _focus_of(self, card: Card) -> Focus:
        day = max(card.day or self.week.first, self.week.first)
        if card.at is None:
            return Focus(day, None)
        return Focus(day, card.at.hour * 60.0 + card.at.minute if day == card.day else 0.0)

    # telling

    def show_choice(self) -> None:
        """Paint again what has the focus and what is picked, and tell Qt, and so a screen reader."""
        before = {self.scene.chosen, *self.scene.selected}
        self.scene.chosen, self.scene.selected = self.chosen, frozenset(self.selected)
        picked = QItemSelection()
        for number in self.selected:
            index = self.week.index_of(number)
            picked.select(index, index)
        model = self.selectionModel()
        model.select(picked, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        model.setCurrentIndex(self.week.index_of(self.chosen), QItemSelectionModel.SelectionFlag.NoUpdate)
        self._say_place()
        for number in before | {self.chosen, *self.selected}:
            self.update_item(number)
        self.update_slot()

    def update_slot(self) -> None:
        """Paint the frame of the focus again, where it was and where it is."""
        for place in {self._painted_slot, self.scene.focus} - {None}:
            box = self.scene.slot_box(place)
            if box is not None:
                self.viewport().update(box.adjusted(-3, -3, 3, 3).toAlignedRect())
        self._painted_slot = self.scene.focus

    _painted_slot: Focus | None = None

    def _say_place(self) -> None:
        card = self.week.find(self.chosen)
        if card is not None:
            text = f"{card.title}, {words.long_day(self.day)}"
        elif self.minute is None:
            text = f"{words.long_day(self.day)}, {words.translate('WeekView', 'all day, free')}"
        else:
            at = words.clock(moment(self.day, self.minute).time())
            text = f"{words.long_day(self.day)}, {at}, {words.translate('WeekView', 'free')}"
        if text != self.accessibleDescription():
            self.setAccessibleDescription(text)
            if card is None and self.hasFocus():
                _announce(self, text)

    def focusInEvent(self, event: QEvent) -> None:
        # Not Qt's own way, which would take the first card of the list.
        self.update_item(self.chosen)
        self.update_slot()

    def focusOutEvent(self, event: QEvent) -> None:
        self.update_item(self.chosen)
        self.update_slot()


def _announce(view: QWidget, text: str) -> None:
    """Let a screen reader say a free place: no row of the list stands for it."""
    from PySide6 import QtGui

    if QAccessible.isActive() and hasattr(QtGui, "QAccessibleAnnouncementEvent"):  # since Qt 6.8
        QAccessible.updateAccessibility(QtGui.QAccessibleAnnouncementEvent(view, text))
