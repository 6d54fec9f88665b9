"""The dialogs that the window opens; each is made when it is asked for, and none holds the window up."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent

if TYPE_CHECKING:
    from ui.window import Window

PLANS = frozenset({".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".ics"})


class Dialogs(QObject):
    """Belongs to the window, and knows where it stands."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window

    def import_plan(self, path: Path | None = None) -> None:
        """Look through a sheet or a calendar file, and take over what is wanted of it."""
        from ui.exchange.import_dialog import ImportDialog

        window = self._window
        dialog = ImportDialog(window.plan, window.background, window, window.calendar.today)
        dialog.open()
        if path is not None:
            dialog.open_file(path)

    def export_plan(self) -> None:
        """Write the plan as a sheet or a calendar file."""
        from ui.exchange.export_dialog import ExportDialog

        window, calendar = self._window, self._window.calendar
        title = calendar.view.title(calendar.day)
        ExportDialog(
            window.plan, window.background, window, wanted=calendar.filter, days=calendar.period, title=title
        ).open()

    def open_days(self, day: date | None = None) -> None:
        """The holidays and own days of a day."""
        from ui.days.dialog import DaysDialog

        window = self._window
        DaysDialog(window.plan, day or window.calendar.view.day, window).open()

    def repeat(self) -> None:
        """Let the chosen item repeat, or change how it does."""
        from ui.series.repeat import RepeatDialog

        window = self._window
        item = window.plan.item(window.chosen or 0)
        if item is not None:
            RepeatDialog(window.plan, item, window).open()

    def drag(self, event: QDragEnterEvent) -> None:
        """Take a plan's file that is dragged over the window."""
        if _plan_file(event) is not None:
            event.acceptProposedAction()

    def drop(self, event: QDropEvent) -> None:
        """Look through the file that was dropped."""
        path = _plan_file(event)
        if path is not None:
            event.acceptProposedAction()
            self.import_plan(path)


def _plan_file(event: QDropEvent) -> Path | None:
    paths = (Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())
    return next((path for path in paths if path.suffix.lower() in PLANS), None)
