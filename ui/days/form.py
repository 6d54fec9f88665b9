"""The small form that adds an own day, or changes one, or gives a mark of the program another name and place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QDateEdit, QFrame, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout

from studio.errors import InvalidValue
from studio.plan.commerce import Day, MarkKind
from studio.plan.commerce_fields import OWN_KINDS, checked_day
from ui.days.words import kind_hint, kind_name
from ui.widgets import button, label, restyle
from ui.words import qdate

_FIELD = 32


@dataclass(frozen=True, slots=True)
class Subject:
    """What the form is about: a new day (neither is set), an own day by its number, a mark by its key."""

    day_id: int = 0
    key: str = ""


class DayForm(QFrame):
    """Emits `saved` with what was typed, as a Day, once it can be taken."""

    saved = Signal(object, object)  # Subject, Day

    def __init__(self, day: date) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.day = day
        self.subject = Subject()
        self.title = label("", "strong")
        self.kind = QComboBox()
        self.name = QLineEdit(placeholderText=self.tr("Stock opname, Push 12.12"))
        self.first, self.last = _day_edit(), _day_edit()
        self.error = label("", "error", wrap=True)
        self.hint = label("", "small", wrap=True)
        self.save = button("", "primary", self.submit)
        self.cancel = button(self.tr("Cancel"), call=self.reset)
        self._arrange()
        self.kind.currentIndexChanged.connect(self._say_hint)
        self.name.textEdited.connect(lambda _text: self._say(""))
        self.first.dateChanged.connect(self._keep_length)
        self._span = 0
        self.last.dateChanged.connect(self._remember_length)
        self.reset()

    def _arrange(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        fields = (
            (self.tr("Name"), self.name, 0, 0, 3),
            (self.tr("Kind"), self.kind, 2, 0, 1),
            (self.tr("First day"), self.first, 2, 1, 1),
            (self.tr("Last day"), self.last, 2, 2, 1),
        )
        for text, widget, row, column, width in fields:
            name = label(text, "small")
            name.setBuddy(widget)
            widget.setAccessibleName(text)
            widget.setFixedHeight(_FIELD)
            grid.addWidget(name, row, column, 1, width)
            grid.addWidget(widget, row + 1, column, 1, width)
        for column in range(3):
            grid.setColumnStretch(column, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.hint, 1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addLayout(grid)
        column.addWidget(self.error)
        column.addLayout(buttons)

    def reset(self) -> None:
        """Be ready for a new day."""
        self._fill(Subject(), "", MarkKind.BLACKOUT, self.day, self.day, OWN_KINDS)
        self.title.setText(self.tr("Mark days of your own"))
        self.save.setText(self.tr("Add"))
        self.cancel.hide()

    def edit(self, subject: Subject, name: str, kind: MarkKind, first: date, last: date) -> None:
        """Be about a day that is there; the kind of a mark of the program stays what it is."""
        self._fill(subject, name, kind, first, last, (kind,) if subject.key else OWN_KINDS)
        self.title.setText(self.tr("Change “%1”").replace("%1", name))
        self.save.setText(self.tr("Save"))
        self.cancel.show()
        self.name.setFocus()
        self.name.selectAll()

    def set_day(self, day: date) -> None:
        """A new day begins here, unless one is being changed."""
        self.day = day
        if self.subject == Subject():
            self.first.setDate(qdate(day))
            self.last.setDate(qdate(day))

    def typed(self) -> Day:
        """What stands in the form. Raises InvalidValue."""
        first, last = (edit.date().toPython() for edit in (self.first, self.last))
        kind = MarkKind(self.kind.currentData())
        return checked_day(Day(first, last, self.name.text(), kind, self.subject.day_id, replaces=self.subject.key))

    def submit(self) -> None:
        """Hand over what was typed, or say what is wrong with it."""
        try:
            day = self.typed()
        except InvalidValue as error:
            self._say(str(error))
            (self.last if self.name.text().strip() else self.name).setFocus()
            return
        self._say("")
        self.saved.emit(self.subject, day)

    def _fill(
        self, subject: Subject, name: str, kind: MarkKind, first: date, last: date, kinds: Sequence[MarkKind]
    ) -> None:
        self.subject = subject
        self.kind.clear()
        for one in kinds:
            self.kind.addItem(kind_name(one), one.value)
        self.kind.setCurrentIndex(self.kind.findData(kind.value))
        self.kind.setEnabled(len(kinds) > 1)
        self.name.setText(name)
        self.first.setDate(qdate(first))
        self.last.setDate(qdate(last))
        self._say("")

    def _keep_length(self, first: QDate) -> None:
        self.last.setDate(first.addDays(max(0, self._span)))

    def _remember_length(self, last: QDate) -> None:
        self._span = self.first.date().daysTo(last)
        self._say("")

    def _say_hint(self) -> None:
        data = self.kind.currentData()
        self.hint.setText(kind_hint(MarkKind(data)) if data else "")

    def _say(self, text: str) -> None:
        self.error.setText(text)
        self.error.setVisible(bool(text))
        self.name.setProperty("wrong", bool(text) and not self.name.text().strip())
        restyle(self.name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.subject != Subject():
            self.reset()
        else:
            super().keyPressEvent(event)


def _day_edit() -> QDateEdit:
    made = QDateEdit(calendarPopup=True)
    made.setDisplayFormat("ddd d MMM yyyy")
    made.calendarWidget().setFirstDayOfWeek(Qt.DayOfWeek.Monday)
    return made
