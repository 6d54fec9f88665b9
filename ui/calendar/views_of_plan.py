"""The saved views of a plan in the calendar's head: shown as they are now, whoever saved, renamed or took one back."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ui.calendar.header import CalendarHeader
from ui.plan import Plan


class ViewsOfPlan(QObject):
    """Joins the head, which offers them, and the plan, which keeps them."""

    def __init__(self, plan: Plan, header: CalendarHeader, parent: QObject) -> None:
        super().__init__(parent)
        self._plan, self._header = plan, header
        filters = header.filters
        filters.view_saved.connect(self._save)
        filters.view_renamed.connect(plan.rename_view)
        filters.view_removed.connect(plan.remove_view)
        # Undo, another window and `siar views` change them too.
        plan.changed.connect(self.show_views)
        self.show_views()

    def show_views(self) -> None:
        """Offer those that there are."""
        self._header.set_saved_views(self._plan.saved_views())

    def _save(self, name: str) -> None:
        self._plan.save_view(name, self._header.filter)
