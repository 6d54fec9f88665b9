"""The saved views of a plan in a bar of filters: as they are now, whoever saved, renamed or took one back."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ui.calendar.filters import FilterBar
from ui.plan import Plan


class ViewsOfPlan(QObject):
    """Joins the bar, which offers them, and the plan, which keeps them."""

    def __init__(self, plan: Plan, filters: FilterBar, parent: QObject) -> None:
        super().__init__(parent)
        self._plan, self._filters = plan, filters
        filters.view_saved.connect(self._save)
        filters.view_renamed.connect(plan.rename_view)
        filters.view_removed.connect(plan.remove_view)
        # Undo, another window and `siar views` change them too.
        plan.changed.connect(self.show_views)
        self.show_views()

    def show_views(self) -> None:
        """Offer those that there are."""
        self._filters.set_saved_views(self._plan.saved_views())

    def _save(self, name: str) -> None:
        self._plan.save_view(name, self._filters.filter)
