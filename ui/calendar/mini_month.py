"""The small month that opens below the calendar's title, to go to any day."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.small_month import SmallMonth


class MonthPopover(QFrame):
    """Closes when a day is taken, or on a click elsewhere. `busy` tells which days of a month have items."""

    day_chosen = Signal(object)  # date

    def __init__(
        self, day: date, today: date, busy: Callable[[date], Collection[date]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("popover")
        self._busy = busy
        self.month = SmallMonth(day, today, self)
        self.month.turned.connect(self._mark)
        self.month.picked.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.addWidget(self.month)
        self._mark(day)

    def open_at(self, at: QPoint) -> None:
        """Show at this place of the screen."""
        self.adjustSize()
        self.move(at)
        self.show()
        self.month.setFocus()

    def _mark(self, month: date) -> None:
        self.month.set_busy(self._busy(month))

    def _take(self, day: date) -> None:
        self.close()
        self.day_chosen.emit(day)
