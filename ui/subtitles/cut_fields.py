"""The small fields of the cut: a time with a button that takes the one looked at, files to choose, further takes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from studio.errors import InvalidValue
from studio.video.times import parse_time, time_text
from ui.icons import icon_button
from ui.item.pick import RECORDINGS, pick_file
from ui.widgets import button, clear, label, restyle

_MIDDLE = Qt.TextElideMode.ElideMiddle


class TimeField(QWidget):
    """A time as people write it, "" for the beginning or the end; `value` is in seconds."""

    changed = Signal()

    def __init__(self, says: str, empty: str, looked_at: Callable[[], float]) -> None:
        """`empty` is said while nothing is given; `looked_at` gives the time to take."""
        super().__init__()
        self.line = QLineEdit(placeholderText=empty)
        self.line.setAccessibleName(says)
        self.line.setFixedWidth(104)
        self.here = button(self.tr("Here"), call=lambda: self.show_value(looked_at()))
        self.here.setToolTip(self.tr("Take the time of the frame that is shown"))
        self.here.setAutoDefault(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.line)
        row.addWidget(self.here)
        row.addStretch(1)
        self.line.textChanged.connect(self._typed)
        self.setFocusProxy(self.line)

    def _typed(self, _text: str) -> None:
        self.line.setProperty("wrong", self.is_wrong)
        restyle(self.line)
        self.changed.emit()

    @property
    def is_wrong(self) -> bool:
        """Whether what stands there is no time."""
        try:
            self.value()
        except InvalidValue:
            return True
        return False

    def value(self) -> float | None:
        """The time in seconds, None where nothing is given. Raises InvalidValue."""
        text = self.line.text().strip()
        return parse_time(text) if text else None

    def show_value(self, seconds: float | None) -> None:
        """Show a time."""
        self.line.setText("" if seconds is None else time_text(seconds))


class FileField(QWidget):
    """One video that is chosen, or none."""

    changed = Signal()

    def __init__(self, says: str) -> None:
        super().__init__()
        self.path = ""
        self._says = says
        self.name = label("", "muted")
        self.pick = button(self.tr("Choose…"), call=self._pick)
        self.pick.setAccessibleName(f"{says}: {self.pick.text()}")
        self.pick.setAutoDefault(False)
        self.drop = icon_button("close", self.tr("Take it out"))
        self.drop.setAutoDefault(False)
        self.drop.clicked.connect(lambda _checked=False: self.show_path(""))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.pick)
        row.addWidget(self.name, 1)
        row.addWidget(self.drop)
        self.show_path("")

    def show_path(self, path: str) -> None:
        """Show this file, "" for none."""
        self.path = path
        name = Path(path).name if path else self.tr("None")
        self.name.setText(self.name.fontMetrics().elidedText(name, _MIDDLE, 150))
        self.name.setToolTip(path)
        self.drop.setVisible(bool(path))
        self.changed.emit()

    def _pick(self) -> None:
        pick_file(self, self._says, RECORDINGS, lambda path: self.show_path(str(path)))


class TakesField(QWidget):
    """Further takes, in their order."""

    changed = Signal()

    def __init__(self, says: str) -> None:
        super().__init__()
        self.paths: tuple[str, ...] = ()
        self._says = says
        self.add = button(self.tr("Add a take…"), call=self._pick)
        self.add.setAutoDefault(False)
        self.rows = QVBoxLayout()
        self.rows.setSpacing(2)
        row = QHBoxLayout()
        row.addWidget(self.add)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self.rows)
        column.addLayout(row)

    def show_paths(self, paths: tuple[str, ...]) -> None:
        """Show these."""
        self.paths = paths
        clear(self.rows)
        for number, path in enumerate(paths):
            made = QWidget()
            row = QHBoxLayout(made)
            row.setContentsMargins(0, 0, 0, 0)
            name = label(f"{number + 2}. {Path(path).name}", "muted")
            name.setText(name.fontMetrics().elidedText(name.text(), _MIDDLE, 210))
            name.setToolTip(path)
            row.addWidget(name, 1)
            drop = icon_button("close", self.tr("Take it out"))
            drop.setAutoDefault(False)
            drop.clicked.connect(partial(self._drop, number))
            row.addWidget(drop)
            self.rows.addWidget(made)
        self.changed.emit()

    def _drop(self, number: int, _checked: bool = False) -> None:
        self.show_paths(self.paths[:number] + self.paths[number + 1 :])

    def _pick(self) -> None:
        pick_file(self, self._says, RECORDINGS, lambda path: self.show_paths((*self.paths, str(path))))
