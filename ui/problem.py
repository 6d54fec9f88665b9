"""The page in place of the window when the workspace cannot be opened: what happened, and what to do."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from studio.errors import SiarError
from ui.widgets import button, label


class ProblemPage(QWidget):
    """Offers another folder, and to leave."""

    folder_chosen = Signal(object)  # Path

    def __init__(self, error: SiarError) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle("Siar Studio")
        self.setFixedWidth(560)
        self.title = label(self.tr("This workspace cannot be opened"), "heading")
        self.happened = label("", wrap=True)
        self.advice = label("", "muted", wrap=True)
        for text in (self.happened, self.advice):
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = QHBoxLayout()
        row.addWidget(button(self.tr("Choose another folder…"), "primary", self._choose))
        row.addWidget(button(self.tr("Quit"), call=self.close))
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 28, 32, 28)
        column.setSpacing(12)
        for widget in (self.title, self.happened, self.advice):
            column.addWidget(widget)
        column.addSpacing(8)
        column.addLayout(row)
        self.show_error(error)

    def show_error(self, error: SiarError) -> None:
        """Say this."""
        self.happened.setText(error.happened.rstrip(".") + ".")
        self.advice.setText(error.advice.rstrip(".") + "." if error.advice else "")
        self.adjustSize()

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("The workspace's folder"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda name: self.folder_chosen.emit(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
