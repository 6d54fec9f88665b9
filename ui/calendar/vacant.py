"""What the calendar says where it shows no item: what to do first, or that the filter leaves nothing."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from studio.plan.filters import Filter
from ui.empty import EmptyState
from ui.widgets import button, label


class Unfit(QFrame):
    """One line in the middle of `over`, with the ways out of a filter that lets nothing through."""

    cleared = Signal()
    search_asked = Signal(str)

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setObjectName("panel")
        self._text = ""
        self.says = label("", "muted")
        self.search = button(self.tr("Search all items"), "link", lambda: self.search_asked.emit(self._text))
        self.clear = button(self.tr("Show everything"), "link", self.cleared.emit)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 10, 14, 10)
        row.setSpacing(10)
        for widget in (self.says, self.search, self.clear):
            row.addWidget(widget)
        self.hide()
        over.installEventFilter(self)

    def say(self, period: str, wanted: Filter) -> None:
        """Say that nothing of this period is wanted."""
        self._text = wanted.text.strip()
        if not self._text:
            says = self.tr("Nothing in %1 fits the filter.")
        elif wanted.replaced(text="").is_empty:
            says = self.tr("Nothing in %1 holds “%2”.")
        else:
            says = self.tr("Nothing in %1 that fits the filter holds “%2”.")
        short = self._text if len(self._text) <= 40 else self._text[:39].rstrip() + "…"
        self.says.setText(says.replace("%1", period).replace("%2", short))
        self.search.setVisible(bool(self._text))
        self.place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.place()
        return False

    def place(self) -> None:
        """Stand in the middle, over whichever view was made last."""
        self.layout().activate()
        self.adjustSize()
        room = self.parentWidget().size() - self.size()
        self.move(QPoint(room.width() // 2, room.height() // 2))
        self.raise_()


class Vacant:
    """Shows one of the two, or none."""

    def __init__(self, over: QWidget) -> None:
        self.empty, self.unfit = EmptyState(over), Unfit(over)

    def hide(self) -> None:
        """Say nothing: something is being written."""
        self.empty.hide()
        self.unfit.hide()

    def look(self, view: Any, day: date, wanted: Filter, *, no_plan: bool, nothing: bool) -> None:
        """`no_plan`: there is no item at all; `nothing`: none is shown in `view`, which stands at `day`."""
        unfit = nothing and not wanted.is_empty
        if unfit:
            self.unfit.say(view.title(day), wanted)
        self.unfit.setVisible(unfit)
        self.empty.setVisible(no_plan and not unfit)
        if no_plan:
            self.empty.raise_()  # a view that is shown comes to the top
        if hasattr(view, "keep_quiet"):
            view.keep_quiet(unfit or no_plan)
