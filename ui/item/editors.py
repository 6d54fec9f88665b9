"""One editor for each way a field is asked for; all speak the texts of studio.plan.fields."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QDate, Qt, QTime, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from studio.plan.dates import format_start, parse_start
from ui import words
from ui.item.fields import Ask, FormField
from ui.item.pick import RECORDINGS, pick_file
from ui.widgets import button, restyle, roomy

_JOINTS = {"products": "; ", "links": ", "}
_ZONES = ("Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura")


class Editor(QWidget):
    """A field's editor: `text` as `parse_field` takes it."""

    changed = Signal()

    def __init__(self, field: FormField) -> None:
        super().__init__()
        self.field = field

    def text(self) -> str:
        """What stands in the field."""
        raise NotImplementedError

    def show_text(self, text: str) -> None:
        """Put this into the field."""
        raise NotImplementedError

    def inner(self) -> QWidget:
        """The widget that takes the focus, and the red border."""
        raise NotImplementedError

    def mark(self, wrong: bool) -> None:
        """Show that the field cannot be taken as it is."""
        self.inner().setProperty("wrong", wrong)
        restyle(self.inner())

    def _hold(self, *widgets: QWidget) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for widget in widgets:
            row.addWidget(widget)
        self.inner().setAccessibleName(self.field.title)
        self.setFocusProxy(self.inner())


class LineEditor(Editor):
    """One line of text."""

    def __init__(self, field: FormField) -> None:
        super().__init__(field)
        self.line = QLineEdit(placeholderText=field.hint)
        self.line.textEdited.connect(lambda _text: self.changed.emit())
        self._hold(self.line)

    def inner(self) -> QWidget:
        return self.line

    def text(self) -> str:
        return self.line.text()

    def show_text(self, text: str) -> None:
        self.line.setText(text)
        self.line.setCursorPosition(0)


class TextEditor(Editor):
    """Several lines. Lists stand one entry a line, as long as none of them holds a line break."""

    def __init__(self, field: FormField) -> None:
        super().__init__(field)
        self.box = QPlainTextEdit(placeholderText=field.hint)
        self.box.setTabChangesFocus(True)
        self.box.setFixedHeight(74)
        self.box.textChanged.connect(self.changed)
        self._hold(self.box)

    def inner(self) -> QWidget:
        return self.box

    def text(self) -> str:
        return self.box.toPlainText()

    def show_text(self, text: str) -> None:
        joint = _JOINTS.get(self.field.name)
        self.box.setPlainText(text.replace(joint, "\n") if joint and not text.startswith("[") else text)


class ChoiceEditor(Editor):
    """One of a few; a value that is not among them is added, so that nothing is lost by opening the form."""

    def __init__(self, field: FormField) -> None:
        super().__init__(field)
        self.box = QComboBox()
        for value, says in field.choices:
            self.box.addItem(says, value)
        self.box.activated.connect(lambda _index: self.changed.emit())
        self._hold(self.box)

    def inner(self) -> QWidget:
        return self.box

    def text(self) -> str:
        return str(self.box.currentData())

    def show_text(self, text: str) -> None:
        if self.box.findData(text) < 0:
            self.box.addItem(words.language_name(text), text)
        self.box.setCurrentIndex(self.box.findData(text))


class ZoneEditor(Editor):
    """The three zones of Indonesia by the names that people use, or any other by its IANA name."""

    def __init__(self, field: FormField) -> None:
        super().__init__(field)
        self.box = QComboBox(editable=True)
        for zone in _ZONES:
            self.box.addItem(f"{words.zone_name(zone)} ({zone})", zone)
        self.box.editTextChanged.connect(lambda _text: self.changed.emit())
        self._hold(self.box)

    def inner(self) -> QWidget:
        return self.box

    def text(self) -> str:
        typed = self.box.currentText()
        index = self.box.findText(typed)
        return str(self.box.itemData(index)) if index >= 0 else typed

    def show_text(self, text: str) -> None:
        index = self.box.findData(text)
        self.box.setEditText(self.box.itemText(index) if index >= 0 else text)


class StartEditor(Editor):
    """A day and a time, a whole day, or no date yet."""

    def __init__(self, field: FormField) -> None:
        super().__init__(field)
        self.mode = QComboBox()
        self.mode.addItems([self.tr("At a time"), self.tr("All day"), self.tr("No date yet")])
        self.mode.setAccessibleName(self.tr("Time, all day or undated"))
        self.day = QDateEdit(calendarPopup=True)
        self.day.setDisplayFormat("ddd d MMM yyyy")
        self.day.calendarWidget().setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.at = roomy(QTimeEdit())
        self.at.setDisplayFormat("HH:mm")
        self.at.setAccessibleName(self.tr("Time"))
        self.mode.currentIndexChanged.connect(self._mode_changed)
        self.day.dateChanged.connect(lambda _day: self.changed.emit())
        self.at.timeChanged.connect(lambda _at: self.changed.emit())
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.mode)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.day, 3)
        row.addWidget(self.at, 2)
        column.addLayout(row)
        self.setLayout(column)
        self.day.setAccessibleName(field.title)
        self.setFocusProxy(self.mode)

    def inner(self) -> QWidget:
        return self.day

    def _mode_changed(self, mode: int) -> None:
        self.day.setVisible(mode != 2)
        self.at.setVisible(mode == 0)
        self.changed.emit()

    def text(self) -> str:
        if self.mode.currentIndex() == 2:
            return ""
        day = self.day.date().toPython()
        if self.mode.currentIndex() == 1:
            return format_start(day) or ""
        return format_start(datetime.combine(day, self.at.time().toPython())) or ""

    def show_text(self, text: str) -> None:
        start = parse_start(text)
        day = start if start is not None else date.today()
        self.day.setDate(QDate(day.year, day.month, day.day))
        hour = QTime(start.hour, start.minute) if isinstance(start, datetime) else QTime(9, 0)
        self.at.setTime(hour)
        self.mode.setCurrentIndex(2 if start is None else 0 if isinstance(start, datetime) else 1)
        self._mode_changed(self.mode.currentIndex())


class FileEditor(Editor):
    """A recording: typed, chosen, or dropped."""

    def __init__(self, field: FormField) -> None:
        super().__init__(field)
        self.setAcceptDrops(True)
        self.line = QLineEdit(placeholderText=field.hint)
        self.line.setAcceptDrops(False)  # a dropped file would be pasted as an address
        self.line.textChanged.connect(lambda _text: self.changed.emit())
        self.pick = button(self.tr("Choose…"), call=self._pick)
        self._hold(self.line, self.pick)

    def inner(self) -> QWidget:
        return self.line

    def text(self) -> str:
        return self.line.text().strip()

    def show_text(self, text: str) -> None:
        self.line.setText(text)

    def _pick(self) -> None:
        pick_file(self, self.field.title, RECORDINGS, lambda path: self.line.setText(str(path)))

    def dragEnterEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self.line.setText(str(files[0]))


EDITORS: dict[Ask, type[Editor]] = {
    Ask.LINE: LineEditor,
    Ask.TEXT: TextEditor,
    Ask.CHOICE: ChoiceEditor,
    Ask.START: StartEditor,
    Ask.ZONE: ZoneEditor,
    Ask.FILE: FileEditor,
}
