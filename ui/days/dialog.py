"""The marks of a day: hide or rename them, mark days of one's own, and see what is hidden."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from studio.actions import planning
from studio.plan.commerce import Day, MarkKind, Run
from studio.plan.rules import Rules
from ui import words
from ui.background import Background, Result
from ui.days.form import DayForm, Subject
from ui.days.row import Deed, MarkRow
from ui.days.words import not_announced
from ui.icons import icon_button
from ui.plan import Plan
from ui.widgets import button, clear, label, line

_WIDTH, _HEIGHT = 560, 620


class DaysDialog(QDialog):
    """Shows one day and all that a team marked itself. Every change is taken at once, and can be undone."""

    def __init__(self, plan: Plan, day: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Days"))
        self.setFixedWidth(_WIDTH)
        self.plan, self.day = plan, day
        self.background = Background(self)
        self.background.finished.connect(self._take)
        self.language = words.locale().name()[:2]
        self.title = label("", "title")
        self.silent = label("", "small")
        self.form = DayForm(day)
        self.form.saved.connect(self._save)
        self.marks, self.own = QVBoxLayout(), QVBoxLayout()
        self._arrange()
        plan.changed.connect(self.refresh)
        self.show_day(day)

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self.title, 1)
        for icon, says, step, key in (
            ("previous", self.tr("The day before"), -1, "Alt+Left"),
            ("next", self.tr("The day after"), 1, "Alt+Right"),
        ):
            made = icon_button(icon, says, self, "square")
            made.setToolTip(f"{says} ({key})")
            made.setAutoDefault(False)
            made.clicked.connect(lambda _checked=False, step=step: self.turn(step))
            QShortcut(QKeySequence(key), self, lambda step=step: self.turn(step))
            head.addWidget(made)
        body = QWidget()
        inside = QVBoxLayout(body)
        inside.setContentsMargins(20, 0, 20, 16)
        inside.setSpacing(0)
        inside.addLayout(self.marks)
        inside.addWidget(self.silent)
        inside.addSpacing(12)
        inside.addWidget(self.form)
        inside.addSpacing(16)
        inside.addWidget(label(self.tr("What you marked, changed or hid"), "strong"))
        inside.addSpacing(4)
        inside.addLayout(self.own)
        inside.addStretch(1)
        self.scroll = QScrollArea(widgetResizable=True, widget=body)
        self.scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        foot = QFrame()
        foot.setObjectName("footer")
        row = QHBoxLayout(foot)
        row.setContentsMargins(20, 10, 20, 10)
        row.addWidget(label(self.tr("Ctrl+Z takes a change back."), "small"), 1)
        row.addWidget(button(self.tr("Close"), call=self.accept))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head.setContentsMargins(20, 16, 20, 10)
        column.addLayout(head)
        column.addWidget(self.scroll, 1)
        column.addWidget(foot)
        QShortcut(QKeySequence.StandardKey.Undo, self, self.plan.undo)
        self.resize(_WIDTH, _HEIGHT)
        # Enter in any field of the form presses it. A button knows its dialog only once it stands in it.
        self.form.save.setDefault(True)
        self.form.name.setFocus()

    # what is shown

    def show_day(self, day: date) -> None:
        """Show the marks of this day."""
        self.day = day
        self.title.setText(words.long_day(day))
        self.form.set_day(day)
        self.refresh()

    def turn(self, days: int) -> None:
        """Go on by days."""
        self.show_day(self.day + timedelta(days=days))

    def refresh(self) -> None:
        """Read the days again. The first look at a year takes a moment, so it is not done here."""
        self.rules = self.plan.rules()
        self._show_own()
        self.background.run(self.day, partial(_look, self.rules, self.day, self.language))

    def _take(self, result: Result) -> None:
        if result.key != self.day:
            return
        clear(self.marks)
        if result.error is not None:
            self.marks.addWidget(label(str(result.error), "error", wrap=True))
            return
        runs, silent = result.value
        for run in runs:
            self.marks.addWidget(line())
            self.marks.addWidget(self._mark_row(run))
        if not runs:
            self.marks.addWidget(label(self.tr("Nothing is marked on this day."), "muted"))
        self.silent.setText(" · ".join(not_announced(year) for year in silent))
        self.silent.setVisible(bool(silent))

    def _mark_row(self, run: Run) -> MarkRow:
        mark = run.mark
        deeds = [self._edit_deed(mark.day_id, mark.key, mark.name, mark.kind, run.first, run.last)]
        if mark.key:
            deeds.append((self.tr("Hide"), partial(self._hide, mark.key)))
        if mark.day_id:
            deeds.append(self._away_deed(mark.day_id, mark.key))
        changed = self.tr("changed by you") if mark.key and mark.day_id else ""
        note = self.tr("may still move") if mark.estimated else changed
        return MarkRow(mark.name, mark.kind, run.first, run.last, note, deeds)

    def _show_own(self) -> None:
        clear(self.own)
        days = sorted(self.rules.days, key=lambda day: (day.first, day.id))
        for number, day in enumerate(days):
            if number:
                self.own.addWidget(line())
            self.own.addWidget(self._own_row(day))
        if not days:
            says = self.tr("Nothing yet. A blackout day is one on which nobody works and nothing should go out.")
            self.own.addWidget(label(says, "muted", wrap=True))

    def _own_row(self, day: Day) -> MarkRow:
        if day.hidden:
            note = self.tr("hidden")
            deeds: list[Deed] = [(self.tr("Show again"), partial(self._show, day.replaces))]
        else:
            note = self.tr("changed by you") if day.replaces else ""
            edit = self._edit_deed(day.id, day.replaces, day.name, day.kind, day.first, day.last)
            deeds = [edit, self._away_deed(day.id, day.replaces)]
        return MarkRow(day.name, day.kind, day.first, day.last, note, deeds)

    def _edit_deed(self, number: int, key: str, name: str, kind: MarkKind, first: date, last: date) -> Deed:
        subject = Subject(0 if key else number, key)
        return self.tr("Change"), partial(self._edit, subject, name, kind, first, last)

    def _away_deed(self, number: int, key: str) -> Deed:
        return self.tr("Put back") if key else self.tr("Remove"), partial(self._remove, number)

    def _edit(self, subject: Subject, name: str, kind: MarkKind, first: date, last: date) -> None:
        self.form.edit(subject, name, kind, first, last)
        self.scroll.ensureWidgetVisible(self.form)

    # what is changed

    def _save(self, subject: Subject, day: Day) -> None:
        store = self.plan.store
        fields = {"name": day.name, "first": day.first, "last": day.last}
        if subject.key:
            call = partial(planning.change_mark, store, subject.key, fields, self.language)
        elif subject.day_id:
            call = partial(planning.change_day, store, subject.day_id, {**fields, "kind": day.kind})
        else:
            call = partial(planning.add_day, store, day.name, day.first, day.last, day.kind)
        if self.plan.do(call) is not None:
            self.form.reset()

    def _hide(self, key: str) -> None:
        self._change(partial(planning.hide_mark, self.plan.store, key, self.language))

    def _show(self, key: str) -> None:
        self._change(partial(planning.show_mark, self.plan.store, key, self.language))

    def _remove(self, number: int) -> None:
        self._change(partial(planning.remove_day, self.plan.store, number))

    def _change(self, call) -> None:  # type: ignore[no-untyped-def]
        self.plan.do(call)
        # What the form was about may be gone.
        self.form.reset()

    def done(self, result: int) -> None:
        self.background.close()
        super().done(result)


def _look(rules: Rules, day: date, language: str) -> tuple[list[Run], list[int]]:
    return rules.runs(day, day, language), rules.not_announced(day, day)
