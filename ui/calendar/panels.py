"""What is said over the calendar where it shows nothing: what to do first, or that a filter hides everything."""

from __future__ import annotations

from collections.abc import Callable, Sized

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from studio.plan.filters import Filter
from ui.empty import EmptyState

translate = QCoreApplication.translate


class Panels:
    """The two panels over the views; one of them is seen at most."""

    def __init__(self, over: QWidget, clear_filters: Callable[[], object]) -> None:
        self.empty = EmptyState(over)
        self.filtered = EmptyState(over)
        self.filtered.say(
            translate("CalendarPanels", "Nothing here fits the filter"),
            translate("CalendarPanels", "Enter in the search field looks through all items, of any day."),
            translate("Commands", "Clear all filters"),
            clear_filters,
        )

    def say(self, items: Sized, shown: Sized, wanted: Filter, *, writing: bool) -> None:
        """Say what fits: of a page with these items, of which these are shown; nothing while somebody is `writing`."""
        self._show(self.empty, not items and wanted.is_empty and not writing)
        self._show(self.filtered, bool(items) and not shown and not writing)

    def hide(self) -> None:
        """Say nothing."""
        self._show(self.empty, False)
        self._show(self.filtered, False)

    def _show(self, panel: EmptyState, wanted: bool) -> None:
        panel.setVisible(wanted)
        if wanted:
            panel.raise_()  # a view that was made later lies above it
