"""The panel of the backups: what there is, one more now, and the way back to an earlier plan."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QHeaderView, QTableView, QVBoxLayout

from ui import words
from ui.background import Background, Result
from ui.plan import Plan
from ui.settings.backups_model import BACKUP, COLUMNS, BackupsModel, StateDelegate
from ui.settings.restoring import ask_to_restore, choose_backup
from ui.widgets import button, label

if TYPE_CHECKING:
    from studio.actions.backups import Backup

_LIST, _LOOK, _MAKE, _FILE = "backups:list", "backups:look", "backups:make", "backups:file"
_ROW, _ROWS = 34, 6
_WIDTHS = {"items": 110, "size": 90, "state": 120}


class _Table(QTableView):
    opened = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.opened.emit()
        else:
            super().keyPressEvent(event)


class BackupsPanel(QFrame):
    """Lists the backups, and asks for one of them to be brought back."""

    restore_asked = Signal(object)  # Backup; it was asked about already

    def __init__(self, plan: Plan, background: Background, today: date | None = None) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.plan, self.background = plan, background
        self.root = plan.store.workspace.root
        self.ask = ask_to_restore
        self.model = BackupsModel(today or date.today(), self)
        self.table = _Table()
        self.empty = label(self.tr("No backup yet. One is taken every day when the program opens."), "muted", wrap=True)
        self.now = button(self.tr("Back up now"), call=self.back_up)
        self.restore = button(self.tr("Restore…"), call=self.ask_for_chosen)
        self.file = button(self.tr("Restore from a file…"), "link", self._choose_file)
        self._arrange()
        background.finished.connect(self._take)
        self.table.opened.connect(self.ask_for_chosen)
        self.table.doubleClicked.connect(lambda _index: self.ask_for_chosen())
        self.table.selectionModel().currentRowChanged.connect(self._chosen_changed)
        self.model.dataChanged.connect(self._chosen_changed)
        self._show_rows()

    def _arrange(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.setItemDelegate(StateDelegate(table))
        table.setAccessibleName(self.tr("Backups"))
        table.setShowGrid(False)
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(_ROW)
        heads = table.horizontalHeader()
        heads.setHighlightSections(False)
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heads.setFixedHeight(28)
        for name, width in _WIDTHS.items():
            table.setColumnWidth(COLUMNS.index(name), width)
        heads.setSectionResizeMode(COLUMNS.index("made"), QHeaderView.ResizeMode.Stretch)
        says = self.tr(
            "A verified copy of the plan is taken once a day and before every import. Two weeks of days and a year of "
            "months are kept. Recordings and what was made are not in it."
        )
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.now)
        row.addWidget(self.restore)
        row.addStretch(1)
        row.addWidget(self.file)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 16)
        column.setSpacing(8)
        column.addWidget(label(self.tr("Backups"), "strong"))
        column.addWidget(label(says, "small", wrap=True))
        column.addWidget(self.empty)
        column.addWidget(table)
        column.addSpacing(4)
        column.addLayout(row)

    # the list

    def refresh(self) -> None:
        """Look again what backups there are."""
        self.background.run(_LIST, partial(_list, self.root))

    def showEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        super().showEvent(event)
        self.refresh()

    def _show_rows(self) -> None:
        rows = self.model.rowCount()
        self.table.setVisible(rows > 0)
        self.empty.setVisible(rows == 0)
        self.table.setFixedHeight(28 + _ROW * min(rows, _ROWS) + 2)
        self._chosen_changed()

    def chosen(self) -> Backup | None:
        """The backup in the chosen row."""
        index = self.table.currentIndex()
        return index.data(BACKUP) if index.isValid() else None

    def _chosen_changed(self, *_changed: QModelIndex) -> None:
        chosen = self.chosen()
        self.restore.setEnabled(chosen is not None and bool(chosen.whole))
        self.restore.setToolTip(chosen.reason if chosen is not None else "")

    # what a person does

    def back_up(self) -> None:
        """Take a backup now."""
        self.now.setEnabled(False)
        self.now.setText(self.tr("Backing up…"))
        self.background.run(_MAKE, partial(_make, self.root))

    def ask_for_chosen(self) -> None:
        """Ask whether the chosen backup shall be brought back."""
        chosen = self.chosen()
        if chosen is not None and chosen.whole:
            self.ask(self, chosen, self.model.today, lambda: self.restore_asked.emit(chosen))

    def _choose_file(self) -> None:
        choose_backup(self, self.root, self.look_at)

    def look_at(self, file: Path) -> None:
        """Look whether a file from elsewhere is a backup, and ask."""
        self.background.run(_FILE, partial(_examine, file))

    # what the background gives

    def _take(self, result: Result) -> None:
        kind = result.key if isinstance(result.key, str) else ""
        if kind == _MAKE:
            self.now.setEnabled(True)
            self.now.setText(self.tr("Back up now"))
        if not kind.startswith("backups:"):
            return
        if result.error is not None:
            self.plan.notices.error(result.error)
        elif kind == _LIST:
            self._take_list(result.value)
        elif kind == _LOOK:
            self.model.set_backup(result.value)
        elif kind == _MAKE:
            self.plan.notices.info(self.tr("Backed up: %1").replace("%1", words.items_counted(self.plan.count())))
            self.refresh()
        elif kind == _FILE:
            self._take_file(result.value)

    def _take_list(self, found: list[Backup]) -> None:
        before = self.chosen()
        self.model.show_backups(found)
        row = self.model.row_of(before.path) if before is not None else -1
        if found:
            self.table.setCurrentIndex(self.model.index(max(row, 0), 0))
        self._show_rows()
        for one in self.model.backups:
            if one.whole is None:
                self.background.run(_LOOK, partial(_look, one))

    def _take_file(self, backup: Backup) -> None:
        if backup.whole:
            self.ask(self, backup, self.model.today, lambda: self.restore_asked.emit(backup))
        else:
            from studio.errors import InvalidValue

            self.plan.notices.error(InvalidValue(backup.reason))


def _list(root: Path) -> list[Backup]:
    from studio.actions.backups import list_backups

    return list_backups(root, verify=False)


def _look(backup: Backup) -> Backup:
    from studio.actions.backups import verified

    return verified(backup)


def _examine(file: Path) -> Backup:
    from studio.actions.backups import examine_backup

    return examine_backup(file)


def _make(root: Path) -> Path:
    from studio.actions.backups import backup_beside

    return backup_beside(root)
