"""A list that is edited line by line: its lines, what is wrong with them, and the way to add one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets import button, label


class EditedLines(QWidget):
    """The frame of such a list; what a line is, and which can be taken, is the subclass's to say."""

    changed = Signal()  # what can be taken is another than was shown

    def __init__(self, add_text: str) -> None:
        super().__init__()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        self.error = label("", "error", wrap=True)
        self.error.hide()
        self.add = button(add_text, "link", self.add_row)
        self.add.setProperty("flush", True)
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._lines)
        column.addWidget(self.error)
        column.addLayout(foot)

    def add_row(self) -> None:
        """A new line, with the focus in its first field."""
        raise TypeError(f"{type(self).__name__} does not say what a line is")
