"""When the steps of an item are due, found off the window's thread: the first look at a year of holidays is slow."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from studio.plan.item import Item
from ui.background import Background, Result
from ui.plan import Plan


class Dues(QObject):
    """Asked for one item after another; `found` gives the item with the due day of each of its steps."""

    found = Signal(object, object)  # Item, dict of step to date

    def __init__(self, plan: Plan, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._plan = plan
        self._background = Background(self)
        self._background.finished.connect(self._take)

    def ask(self, item: Item) -> None:
        """Find the due days of `item`."""
        rules = self._plan.rules()
        self._background.run(item, partial(rules.due_days, item))

    def _take(self, result: Result) -> None:
        if result.error is not None:
            self._plan.notices.error(result.error)
        else:
            self.found.emit(result.key, result.value)

    def close(self) -> None:
        """Wait for what is being found."""
        self._background.close()
