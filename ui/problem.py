"""The page in place of the window when the workspace cannot be opened: what happened, and the ways out."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from studio.errors import DamagedDatabase, SiarError
from studio.workspace import default_root
from ui import words
from ui.settings.restoring import choose_backup
from ui.widgets import button, label

if TYPE_CHECKING:
    from studio.actions.backups import Backup


class ProblemPage(QWidget):
    """Offers another folder, and where the plan is damaged the newest good backup of it."""

    folder_chosen = Signal(object)  # Path
    restore_asked = Signal(object)  # Path of a backup
    anew_asked = Signal()
    retry_asked = Signal()

    def __init__(self, error: SiarError, root: Path | None = None, today: date | None = None) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle("Siar Studio")
        self.setFixedWidth(600)
        self.root, self.today = root or default_root(), today or date.today()
        self.backup: Backup | None = None
        self.title = label("", "heading", wrap=True)
        self.happened = label("", wrap=True)
        self.advice = label("", "muted", wrap=True)
        for text in (self.happened, self.advice):
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.restore = button(self.tr("Restore this backup"), "primary", self._restore)
        self.anew = button(self.tr("Begin with an empty plan"), call=self.anew_asked.emit)
        self.retry = button(self.tr("Try again"), call=self.retry_asked.emit)
        self.file = button(self.tr("Restore from a file…"), call=self._choose_file)
        self.folder = button(self.tr("Choose another folder…"), call=self._choose)
        self.quit = button(self.tr("Quit"), call=self.close)
        self._arrange()
        self.show_error(error)

    def _arrange(self) -> None:
        self.panel = QFrame()
        self.panel.setObjectName("panel")
        self.found = label("", "strong", wrap=True)
        self.holds = label("", wrap=True)
        self.keeps = label(
            self.tr("The damaged file is kept as it is in the folder “backups”. Nothing is deleted."),
            "small",
            wrap=True,
        )
        self.bar = QProgressBar(minimum=0, maximum=0, textVisible=False)
        inside = QVBoxLayout(self.panel)
        inside.setContentsMargins(18, 14, 18, 16)
        inside.setSpacing(6)
        for widget in (self.found, self.bar, self.holds, self.keeps):
            inside.addWidget(widget)
        first = QHBoxLayout()
        for made in (self.restore, self.anew):
            first.addWidget(made)
        first.addStretch(1)
        inside.addSpacing(4)
        inside.addLayout(first)
        row = QHBoxLayout()
        row.setSpacing(8)
        for made in (self.retry, self.file, self.folder, self.quit):
            row.addWidget(made)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 28, 32, 28)
        column.setSpacing(12)
        for widget in (self.title, self.happened, self.advice, self.panel):
            column.addWidget(widget)
        column.addSpacing(4)
        column.addLayout(row)

    def show_error(self, error: SiarError) -> None:
        """Say this. A damaged plan is followed by a look for its backups: `offer` tells what came of it."""
        damaged = isinstance(error, DamagedDatabase)
        self.title.setText(self.tr("The plan is damaged") if damaged else self.tr("This workspace cannot be opened"))
        self.happened.setText(error.happened.rstrip(".") + ".")
        self.advice.setText(error.advice.rstrip(".") + "." if error.advice and not damaged else "")
        self.advice.setVisible(bool(self.advice.text()))
        self.panel.setVisible(damaged)
        self.retry.setVisible(not damaged)
        self.file.setVisible(damaged)
        self.anew.setVisible(False)
        self._busy(self.tr("Looking for the newest good backup…"))
        self._enable(True)
        self._fit()

    def offer(self, backup: Backup | None, looked_at: int) -> None:
        """Offer the newest backup that is whole; None where none of those `looked_at` is."""
        self.backup = backup
        self.bar.hide()
        self.restore.setVisible(backup is not None)
        self.keeps.setVisible(True)
        self.anew.setVisible(backup is None)
        if backup is not None:
            self.found.setText(self.tr("The newest good backup"))
            made = words.moment(backup.made_at, self.today)
            facts = (made, words.items_counted(backup.items or 0), words.file_size(backup.size))
            self.holds.setText(" · ".join(facts))
            self.restore.setFocus()
        else:
            self.found.setText(self.tr("There is no good backup in this workspace"))
            self.holds.setText(
                self.tr("A copy that you have elsewhere can be restored from its file.")
                if not looked_at
                else self.tr("%n backup(s) were looked at, and none is whole.", "", looked_at)
                + " "
                + self.tr("A copy that you have elsewhere can be restored from its file.")
            )
        self.holds.show()
        self._enable(True)
        self._fit()

    def say_restoring(self) -> None:
        """Say that a backup is being brought back; nothing can be pressed meanwhile."""
        self._busy(self.tr("Restoring…"))
        self._enable(False)
        self._fit()

    def refuse(self, error: SiarError) -> None:
        """Say why a backup could not be brought back, and leave the other ways open."""
        self.happened.setText(str(error))
        self.offer(self.backup, 0)

    def _busy(self, text: str) -> None:
        self.found.setText(text)
        self.bar.show()
        self.holds.hide()
        self.keeps.hide()
        self.restore.hide()

    def _enable(self, on: bool) -> None:
        for made in (self.retry, self.file, self.anew, self.folder, self.quit):
            made.setEnabled(on)

    def _fit(self) -> None:
        for layout in (self.panel.layout(), self.layout()):
            layout.invalidate()
            layout.activate()
        self.setFixedHeight(self.layout().totalHeightForWidth(self.width()))

    def _restore(self) -> None:
        if self.backup is not None:
            self.restore_asked.emit(self.backup.path)

    def _choose_file(self) -> None:
        choose_backup(self, self.root, self.restore_asked.emit)

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("The workspace's folder"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda name: self.folder_chosen.emit(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
