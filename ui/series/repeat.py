"""How an item repeats: chosen in words, with the dates that it means."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDateEdit,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from studio.actions import series as repeats
from studio.errors import InvalidValue
from studio.plan.item import Item
from studio.plan.recurrence import describe, next_starts, parse_rule, suggestions
from studio.plan.rule import Rule, read_rule, rule_text
from studio.plan.series import Series
from ui import words
from ui.plan import Plan
from ui.toggle import Toggle
from ui.widgets import button, label, line, roomy

_WIDTH, _SHOWN = 480, 5
NEVER, UNTIL, COUNT = range(3)


class RepeatDialog(QDialog):
    """Lets an item repeat, or changes how it does from this one on; it can be undone."""

    def __init__(self, plan: Plan, item: Item, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(_WIDTH)
        self.plan, self.item = plan, item
        self.series: Series | None = plan.series_of(item) if item.series_uid else None
        self.language = words.locale().name()[:2]
        self.start: datetime | date = item.start or item.occurrence or date.today()
        present = read_rule(self.series.rule, self.series.start) if self.series is not None else None
        self.setWindowTitle(self.tr("Repeat"))
        self.how = QComboBox()
        self.how.setAccessibleName(self.tr("How often"))
        self.typed = QLineEdit()
        self.typed.setAccessibleName(self.tr("The rule in words"))
        self.typed.setPlaceholderText(self.tr("every 2 weeks on Tuesday, last working day, second Thursday"))
        self.ends = QButtonGroup(self)
        self.last = QDateEdit(_qdate(present.until if present and present.until else _day(self.start) + timedelta(84)))
        self.last.setCalendarPopup(True)
        self.last.setDisplayFormat("ddd d MMM yyyy")
        self.last.setAccessibleName(self.tr("The last day"))
        self.times = roomy(QSpinBox(minimum=2, maximum=500, value=present.count if present and present.count else 10))
        self.times.setAccessibleName(self.tr("How many times"))
        numbered = self.series.pattern.episode is not None if self.series is not None else item.episode is not None
        self.numbers = Toggle(self.tr("Number the episodes, in their titles too"), on=numbered)
        self.means = label("", "small", wrap=True)
        self.wrong = label("", "error", wrap=True)
        self.stop = button(self.tr("Stop after this one"), call=self.stop_repeating)
        self.cancel = button(self.tr("Cancel"), call=self.reject)
        self.go = button(self.tr("Change") if self.series is not None else self.tr("Repeat"), "primary", self.accept)
        self._arrange()
        self._offer(present)
        self.ends.button(UNTIL if present and present.until else COUNT if present and present.count else NEVER).click()
        self.how.activated.connect(lambda _number: self._say())
        self.typed.textEdited.connect(lambda _text: self._say())
        self.last.dateChanged.connect(lambda _day: self.ends.button(UNTIL).click())
        self.times.valueChanged.connect(lambda _count: self.ends.button(COUNT).click())
        self.ends.idClicked.connect(lambda _number: self._say())
        self._say()
        self.how.setFocus()

    # how it looks

    def _arrange(self) -> None:
        body = QVBoxLayout()
        body.setContentsMargins(24, 18, 24, 16)
        body.setSpacing(6)
        body.addWidget(label(self.tr("Repeat “%1”").replace("%1", self.item.title), "title", wrap=True))
        if self.series is not None:
            said = describe(self.series.rule, self.series.start, self.language)
            text = self.tr("It repeats %1. A change holds from this one on.").replace("%1", said)
        else:
            text = self.tr("The first is %1. Each one gets its own script, recording and files.").replace(
                "%1", words.when(self.item)
            )
        body.addWidget(label(text, "muted", wrap=True))
        body.addSpacing(8)
        body.addWidget(label(self.tr("How often"), "strong"))
        body.addWidget(self.how)
        body.addWidget(self.typed)
        body.addSpacing(8)
        body.addWidget(label(self.tr("Until when"), "strong"))
        grid = QGridLayout()
        grid.setVerticalSpacing(4)
        for number, (text, field) in enumerate(
            ((self.tr("Without an end"), None), (self.tr("Until"), self.last), (self.tr("So many times"), self.times))
        ):
            radio = QRadioButton(text)
            self.ends.addButton(radio, number)
            grid.addWidget(radio, number, 0)
            if field is not None:
                grid.addWidget(field, number, 1)
        grid.setColumnStretch(2, 1)
        body.addLayout(grid)
        body.addSpacing(8)
        body.addWidget(self.numbers)
        body.addSpacing(8)
        body.addWidget(self.means)
        body.addWidget(self.wrong)
        foot = QWidget()
        foot.setObjectName("footer")
        row = QHBoxLayout(foot)
        row.setContentsMargins(24, 12, 24, 12)
        row.setSpacing(8)
        self.stop.setVisible(self.series is not None)
        for made in (self.stop, self.cancel):
            made.setAutoDefault(False)
        self.go.setDefault(True)
        row.addWidget(self.stop)
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(body)
        column.addStretch(1)
        column.addWidget(line())
        column.addWidget(foot)

    def _offer(self, present: Rule | None) -> None:
        offered = list(suggestions(self.start))
        if present is not None:
            now = rule_text(present.endless)
            offered = [now, *(rule for rule in offered if rule != now)]
        for rule in offered:
            said = describe(rule, self.start, self.language)
            self.how.addItem(said[:1].upper() + said[1:], rule)
        self.how.addItem(self.tr("Another rule…"), "")

    # what is chosen

    def rule(self) -> str:
        """The rule that is chosen, with its end. Raises InvalidValue for one that was typed and is none."""
        text = self.how.currentData() or parse_rule(self.typed.text(), self.start, self.item.zone)
        read = read_rule(text, self.start, self.item.zone)
        if self.ends.checkedId() == UNTIL:
            read = read.ending(self.last.date().toPython())
        elif self.ends.checkedId() == COUNT:
            read = replace(read, count=self.times.value(), until=None)
        elif self.how.currentData():
            read = read.endless
        return parse_rule(rule_text(read), self.start, self.item.zone)

    def _say(self) -> None:
        self.typed.setVisible(not self.how.currentData())
        if self.typed.isVisible() and self.how.hasFocus():
            self.typed.setFocus()
        try:
            rule = self.rule() if self.how.currentData() or self.typed.text().strip() else ""
        except InvalidValue as error:
            self.means.setText("")
            self.wrong.setText(str(error))
            self.go.setEnabled(False)
            self._fit()
            return
        self.wrong.setText("")
        self.go.setEnabled(bool(rule))
        found = next_starts(rule, self.start, _day(self.start), _SHOWN + 1) if rule else []
        days = ", ".join(words.short_day(_day(start)) for start in found[:_SHOWN])
        more = " …" if len(found) > _SHOWN else ""
        self.means.setText(self.tr("On %1").replace("%1", days + more) if found else "")
        self._fit()

    def _fit(self) -> None:
        self.wrong.setVisible(bool(self.wrong.text()))
        self.means.setVisible(bool(self.means.text()))
        self.adjustSize()

    def accept(self) -> None:
        numbering = self.numbers.isChecked()
        if self.plan.repeat(self.item.id, self.rule(), numbering=numbering) is not None:
            super().accept()

    def stop_repeating(self) -> None:
        """Let the series end with this occurrence."""
        if self.series is None:
            return
        uid, last = self.series.uid, _day(self.item.occurrence or self.start)
        if self.plan.do(lambda: repeats.stop_repeating(self.plan.store, uid, last)) is not None:
            super().accept()


def _day(start: datetime | date) -> date:
    return start.date() if isinstance(start, datetime) else start


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
