"""Choosing a backup's file, and the question before the plan goes back to it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from ui import words

if TYPE_CHECKING:
    from studio.actions.backups import Backup

translate = QCoreApplication.translate


def choose_backup(parent: QWidget, root: Path, take: Callable[[Path], object]) -> QFileDialog:
    """Let a person choose a backup's file; `take` is called with it."""
    dialog = QFileDialog(parent, translate("Backups", "A backup of the plan"), str(root / "backups"))
    dialog.setNameFilter(translate("Backups", "Plans of Siar Studio (*.db)"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(lambda name: take(Path(name)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def ask_to_restore(parent: QWidget, backup: Backup, today: date, yes: Callable[[], object]) -> QMessageBox:
    """Ask whether the plan of that backup shall take the place of the present one, without stopping the window."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle("Siar Studio")
    box.setText(translate("Backups", "Go back to an earlier plan?"))
    facts = translate("Backups", "%1, with %2.").replace("%1", words.moment(backup.made_at, today))
    keeps = translate(
        "Backups",
        "What is there now is kept as a backup first, so you can come back to it. Recordings and files that "
        "were made stay as they are.",
    )
    box.setInformativeText(f"{facts.replace('%2', words.items_counted(backup.items or 0))} {keeps}")
    keep = box.addButton(translate("Backups", "Keep the plan as it is"), QMessageBox.ButtonRole.RejectRole)
    restore = box.addButton(translate("Backups", "Restore"), QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(keep)
    box.setEscapeButton(keep)
    restore.clicked.connect(yes)
    box.finished.connect(box.deleteLater)
    box.open()
    return box
