"""A day as one types it, with a small month below to click in."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from studio.errors import InvalidValue
from ui import words
from ui.items.typed import read_day
from ui.small_month import SmallMonth
from ui.widgets import button

_STEPS = {Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7, Qt.Key.Key_PageUp: -28, Qt.Key.Key_PageDown: 28}


class DayPopup(QFrame):
    """A month, today, and no date. It takes no focus, so that typing goes on in the line above it."""

    picked = Signal(object)  # date, or None for no date

    def __init__(self, parent: QWidget, day: date, today: date) -> None:
        super().__init__(parent)
        self.setObjectName("popover")
        self.month = SmallMonth(day, today)
        self.month.picked.connect(self.picked)
        foot = QHBoxLayout()
        foot.addWidget(button(self.tr("Today"), "link", lambda: self.picked.emit(today)))
        foot.addStretch(1)
        foot.addWidget(button(self.tr("No date"), "quiet", lambda: self.picked.emit(None)))
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 6)
        column.setSpacing(4)
        column.addWidget(self.month)
        column.addLayout(foot)
        for child in (self, *self.findChildren(QWidget)):
            child.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def open_below(self, line: QWidget) -> None:
        """Stand below `line`, or above it where there is no room below."""
        area = self.parentWidget().rect()
        size = self.sizeHint()
        at = line.mapTo(self.parentWidget(), QPoint(0, line.height() + 2))
        top = at.y() if at.y() + size.height() <= area.height() else at.y() - size.height() - line.height() - 4
        self.setGeometry(max(4, min(at.x(), area.width() - size.width() - 4)), max(4, top), size.width(), size.height())
        self.show()
        self.raise_()


class DayEditor(QLineEdit):
    """A day in words; "" is no date. Up and Down go by weeks, with Shift by days."""

    taken = Signal()

    def __init__(self, parent: QWidget, day: date | None, today: date) -> None:
        super().__init__(parent)
        self._near = day or today
        self.setPlaceholderText(self.tr("8/12, 8 Dec"))
        self.popup = DayPopup(parent.window(), self._near, today)
        self.popup.picked.connect(self._pick)
        self.popup.hide()
        self.destroyed.connect(self.popup.deleteLater)
        self.textEdited.connect(self._typed)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.popup.open_below(self)

    def hideEvent(self, event: QHideEvent) -> None:
        self.popup.hide()
        super().hideEvent(event)

    def moveEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        super().moveEvent(event)
        if self.popup.isVisible():
            self.popup.open_below(self)

    def _typed(self, text: str) -> None:
        try:
            day = read_day(text, self._near)
        except InvalidValue:
            return  # it is not written out yet
        if day is not None:
            self.popup.month.show_day(day)

    def _pick(self, day: date | None) -> None:
        self.setText("" if day is None else day.isoformat())
        self.taken.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        days = step // 7 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else step
        day = self.popup.month.day + timedelta(days=days)
        self.popup.month.show_day(day)
        self.setText(words.short_day(day) + f" {day.year}")
