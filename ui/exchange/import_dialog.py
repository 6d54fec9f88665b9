"""The import: a file is read, its difference is looked through, and only then the plan is changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QComboBox, QDialog, QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from studio.errors import PlanChanged, SiarError
from ui.background import Background, Result
from ui.exchange.difference_view import DifferenceView
from ui.exchange.opening import Opening
from ui.plan import Plan
from ui.widgets import button, label, line

if TYPE_CHECKING:
    from studio.actions.exchange import Imported
    from studio.plan.choosing import LeftOut
    from studio.plan.difference import Difference

_numbers = count()


@dataclass(frozen=True, slots=True)
class Read:
    """What came of reading a file: its sheets, and the difference or the error."""

    path: Path
    sheets: tuple[str, ...] = ()
    difference: Difference | None = None
    error: SiarError | None = None


class ImportDialog(QDialog):
    """Shows what a file would change; the plan is changed by its one primary button and nothing else."""

    def __init__(
        self, plan: Plan, background: Background, parent: QWidget | None = None, today: date | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Import"))
        self.setAcceptDrops(True)
        self.plan, self.background, self.today = plan, background, today or date.today()
        self.root = plan.store.workspace.root
        self.path: Path | None = None
        self.view: DifferenceView | None = None
        self._asked: object = None  # the key of the reading or importing that is waited for
        self._importing = False
        self._changed_meanwhile = False
        self.title = label(self.tr("Import"), "title")
        self.sheets = QComboBox()
        self.sheets.setAccessibleName(self.tr("Sheet"))
        self.sheets.setMaximumWidth(260)
        self.sheets.activated.connect(self._sheet_chosen)
        self.other = button(self.tr("Choose another file…"), "quiet", self.choose_file)
        self.opening = Opening()
        self.opening.file_asked.connect(self.choose_file)
        self.opening.cancelled.connect(self._cancel_reading)
        self.opening.closed.connect(self.close)
        self.promise = label("", "small", wrap=True)
        self.cancel = button(self.tr("Cancel"), call=self.reject)
        self.primary = button("", "primary", self.import_chosen)
        self._arrange()
        background.finished.connect(self._take)
        self._show_opening()
        self._size(parent)

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(20, 14, 16, 12)
        head.setSpacing(12)
        head.addWidget(self.title)
        head.addWidget(self.sheets)
        head.addStretch(1)
        head.addWidget(self.other)
        self.foot = QWidget()
        self.foot.setObjectName("footer")
        row = QHBoxLayout(self.foot)
        row.setContentsMargins(20, 12, 20, 12)
        row.setSpacing(8)
        row.addWidget(self.promise, 1)
        row.addWidget(self.cancel)
        row.addWidget(self.primary)
        for made in (self.other, self.cancel, self.primary):
            made.setAutoDefault(False)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.opening)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        self.under_head = line()
        column.addWidget(self.under_head)
        column.addWidget(self.stack, 1)
        column.addWidget(self.foot)

    def _size(self, parent: QWidget | None) -> None:
        room = parent.window().size() if parent is not None else QSize(1200, 780)
        self.setMinimumSize(760, 520)
        self.resize(min(1240, room.width() - 72), min(820, room.height() - 72))

    # choosing

    def choose_file(self) -> None:
        """Let a person choose a file."""
        dialog = QFileDialog(self, self.tr("A sheet or a calendar"))
        dialog.setNameFilter(self.tr("Sheets and calendars (*.xlsx *.xlsm *.xls *.ods *.csv *.ics)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.open_file(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def open_file(self, path: Path, sheet: str | None = None) -> None:
        """Read a file, and show what it would change."""
        self.path = path
        if sheet is None:
            self.sheets.clear()
        self._asked = ("import:read", next(_numbers))
        self._show_opening()
        self.opening.say_reading(path)
        self.background.run(self._asked, partial(_read, self.root, path, self.today, sheet))

    def _sheet_chosen(self, number: int) -> None:
        self.open_file(self.path, self.sheets.itemText(number))

    def _cancel_reading(self) -> None:
        self._asked = None  # what it gives is not looked at any more
        self._show_opening()
        self.opening.say_choose()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event) is not None and not self._importing:
            event.acceptProposedAction()
            self.opening.show_over(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.opening.show_over(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.opening.show_over(False)
        path = _dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self.open_file(path)

    # showing

    def _show_opening(self) -> None:
        self.stack.setCurrentWidget(self.opening)
        if self.view is not None:
            self.stack.removeWidget(self.view)
            self.view.deleteLater()
            self.view = None
        several = self.sheets.count() > 1
        self.title.setText(self.path.name if self.path is not None and several else self.tr("Import"))
        for widget in (self.foot, self.other, self.under_head):
            widget.setVisible(False)
        self.sheets.setVisible(several)
        self.sheets.setEnabled(not self._importing)

    def show_difference(self, difference: Difference) -> None:
        """Show what the file would change."""
        self._show_opening()
        if difference.is_empty and not difference.unread:
            self.opening.say_same(difference.file, difference.same, difference.absent)
            self.other.show()
            return
        self.view = DifferenceView(difference, self.today)
        self.view.changed.connect(self._count)
        self.stack.addWidget(self.view)
        self.stack.setCurrentWidget(self.view)
        self.title.setText(difference.file)
        for widget in (self.foot, self.other, self.under_head):
            widget.setVisible(True)
        self._count()
        self.view.stack.currentWidget().setFocus()

    def _count(self) -> None:
        selection = self.view.selection
        parts = [
            text
            for number, text in (
                (selection.new, self.tr("%n new", "", selection.new)),
                (selection.changes, self.tr("%n change(s)", "", selection.changes)),
            )
            if number
        ]
        self.primary.setText(self.tr("Import %1").replace("%1", ", ".join(parts)) if parts else self.tr("Import"))
        self.primary.setEnabled(bool(parts))
        if self._changed_meanwhile:
            text = self.tr("The plan was changed while you looked: this is what the file would change now.")
        elif self.view.difference.is_empty:
            text = self.tr("Nothing in this file can be taken over.")
        else:
            text = self.tr("Nothing is changed yet. A backup is made first, and Undo takes all of it back.")
        self.promise.setText(text)

    # importing

    def import_chosen(self) -> None:
        """Take over what is ticked."""
        view = self.view
        self._asked, self._importing = ("import:apply", next(_numbers)), True
        call = partial(_apply, self.root, view.difference, view.selection.left_out())
        text = self.tr("Importing %1…").replace("%1", view.difference.file)
        self._show_opening()
        self.opening.say_importing(text)
        self.background.run(self._asked, call)

    def reject(self) -> None:
        # The plan is being changed in these seconds: what comes of it must be told.
        if not self._importing:
            super().reject()

    def _take(self, result: Result) -> None:
        if result.key is None or result.key != self._asked:
            return
        kind, self._asked, self._importing = result.key[0], None, False
        if kind == "import:read":
            self._take_read(result.value if result.error is None else Read(self.path, error=result.error))
        elif isinstance(result.error, PlanChanged):
            self._changed_meanwhile = True
            self.open_file(self.path, self.sheets.currentText() or None)
        elif result.error is not None:
            self._show_opening()
            self.plan.notices.error(result.error)
            self.opening.say_error(result.error)
        else:
            self._tell(result.value)
            self.accept()

    def _take_read(self, read: Read) -> None:
        if read.sheets and not self.sheets.count():
            self.sheets.addItems(list(read.sheets))
        if read.error is not None or read.difference is None:
            self._show_opening()
            self.opening.say_error(read.error)
            return
        source = read.difference.reading.source
        if source in read.sheets:
            self.sheets.setCurrentText(source)
        self.show_difference(read.difference)
        self._changed_meanwhile = False

    def _tell(self, imported: Imported) -> None:
        self.plan.look_for_changes()
        done = imported.difference
        changes = len(done.changed) + len([one for one in done.changed_series if one.fields]) + len(done.removed)
        parts = [
            text
            for number, text in (
                (len(done.new), self.tr("%n new item(s)", "", len(done.new))),
                (changes, self.tr("%n change(s)", "", changes)),
            )
            if number
        ]
        text = self.tr("Imported from %1: %2").replace("%1", done.file).replace("%2", ", ".join(parts))
        self.plan.notices.info(text, self.tr("Undo"), self.plan.undo)


def _dropped(event: QDropEvent) -> Path | None:
    """The one file that is dropped, whatever it is: the reader says why it cannot take it."""
    urls = event.mimeData().urls() if event.mimeData().hasUrls() else []
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None


def _read(root: Path, path: Path, today: date, sheet: str | None) -> Read:
    from studio import actions
    from studio.actions.exchange import read_file, sheet_names

    sheets: tuple[str, ...] = ()
    try:
        sheets = tuple(sheet_names(path))
        # A store belongs to its thread: the window's cannot be used here.
        with actions.open_studio(root) as store:
            return Read(path, sheets, read_file(store, path, today=today, sheet=sheet))
    except SiarError as error:
        return Read(path, sheets, error=error)


def _apply(root: Path, difference: Difference, left_out: LeftOut) -> Imported:
    from studio import actions
    from studio.actions.exchange import apply

    with actions.open_studio(root) as store:
        return apply(store, difference, left_out)
