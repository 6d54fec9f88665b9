"""One step of an item's graph: its state, its evidence, its artefact, and what can be done about it."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from studio.checks import Check
from studio.plan.item import Item
from studio.plan.lead_times import Late
from studio.plan.wishes import caption_style, cut_wish
from ui import evidence, words
from ui.days import words as day_words
from ui.item.previews import Reader, preview_of
from ui.states import FAILING, MISSING, READY, STALE
from ui.widgets import StateGlyph, button, chip, clear, label

if TYPE_CHECKING:
    from studio.steps import StepReport


REPORTED = (".srt", ".vtt", ".ass")


class StepRow(QFrame):
    """Shows a StepReport. Wishes are signals that carry the step's name."""

    make_asked = Signal(str)
    open_asked = Signal(str)
    choose_asked = Signal(str)  # a person gives this one: the recording
    cut_asked = Signal(str)
    style_asked = Signal(str)
    queue_asked = Signal(str)  # the recording is to be subtitled in the queue
    report_asked = Signal(str)  # each thing that the checks found, one by one

    def __init__(self, report: StepReport, item: Item, reader: Reader, expanded: bool = False) -> None:
        super().__init__()
        self.report = report
        self.expanded = expanded
        self._item, self._reader = item, reader
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 9, 0, 9)
        grid.setHorizontalSpacing(11)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(1, 1)
        title = words.step_name(report.step, report.title)
        self._said = f"{title}, {words.state_name(report.state)}. {evidence.say(report.evidence)}"
        self.setAccessibleName(self._said)
        grid.addWidget(StateGlyph(report.state), 0, 0)
        grid.addWidget(label(title, "strong"), 0, 1)
        grid.addLayout(self._actions(), 0, 2)
        grid.addWidget(self._due_line(), 1, 1, 1, 2)
        self.evidence = label(short(evidence.say(report.evidence)), "muted", wrap=True)
        self.evidence.setToolTip(self._how())
        self.evidence.setVisible(bool(report.evidence))
        grid.addWidget(self.evidence, 2, 1, 1, 2)
        self.checks = QVBoxLayout()
        self.checks.setSpacing(3)
        grid.addLayout(self.checks, 3, 1, 1, 2)
        wish = self._wish()
        if wish is not None:
            grid.addWidget(wish, 5, 1, 1, 2, Qt.AlignmentFlag.AlignLeft)
        preview = preview_of(reader, report.step, report.paths, item)
        if preview is not None:
            grid.addWidget(preview, 4, 1, 1, 2)
        self._fill_checks()

    def _due_line(self) -> QWidget:
        self.lateness, self.due = chip("", "warn"), label("", "small")
        self.when = QWidget()
        row = QHBoxLayout(self.when)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(7)
        row.addWidget(self.lateness)
        row.addWidget(self.due)
        row.addStretch(1)
        self.when.hide()
        return self.when

    def show_due(self, due: date | None, late: Late | None, today: date) -> None:
        """Say when the step is due, and how late it is; nothing where it has no due day, or is done."""
        self.due.setText(day_words.due(due, today) if due else "")
        self.lateness.setText(day_words.late(late.days_late) if late else "")
        self.lateness.setVisible(late is not None)
        self.when.setVisible(due is not None)
        said = [self.lateness.text(), self.due.text(), self._said] if due else [self._said]
        self.setAccessibleName(". ".join(part for part in said if part))

    def _actions(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2)
        state, name = self.report.state, self.report.step
        if state == STALE:
            row.addWidget(chip(words.state_name(state), "warn"))
        elif state == FAILING:
            row.addWidget(chip(words.state_name(state), "live"))
        if name == "recording":
            if self.report.paths:
                row.addWidget(self._action(self.tr("Show"), "quiet", self.open_asked))
            else:
                row.addWidget(self._action(self.tr("Choose…"), "link", self.choose_asked))
        elif self.report.can_make and state in (MISSING, STALE):
            says = self.tr("Make") if state == MISSING else self.tr("Remake")
            row.addWidget(self._action(says, "link", self.make_asked))
        elif not self.report.paths and state == MISSING:
            row.addWidget(label(words.state_name(state), "small"))
        if self.report.paths and name != "recording":
            row.addWidget(self._action(self.tr("Open"), "quiet", self.open_asked))
        return row

    def _wish(self) -> QWidget | None:
        """How the step is asked for, where a person can say that of this item."""
        name = self.report.step
        asked: list[tuple[str, SignalInstance]] = []
        if name == "captioned":
            style = caption_style(self._item) or "plain"
            asked.append((self.tr("Style: %1…").replace("%1", words.caption_style_name(style)), self.style_asked))
        if name == "cut":
            asked.append((self.tr("Change the cut…"), self.cut_asked))
        if name == "recording" and self.report.paths:
            if not cut_wish(self._item):
                asked.append((self.tr("Cut or reframe…"), self.cut_asked))
            asked.append((self.tr("Subtitle in the queue"), self.queue_asked))
        if not asked:
            return None
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for says, signal in asked:
            made = self._action(says, "link", signal)
            made.setProperty("flush", True)
            row.addWidget(made)
        return box

    def _action(self, text: str, role: str, signal) -> QWidget:  # type: ignore[no-untyped-def]
        made = button(text, role, lambda: signal.emit(self.report.step))
        made.setAccessibleName(f"{text}: {words.step_name(self.report.step, self.report.title)}")
        return made

    def _how(self) -> str:
        if not self.report.made_at:
            return self.report.how
        try:
            made = datetime.fromisoformat(self.report.made_at).astimezone()
        except ValueError:
            return self.report.how
        when = f"{words.short_day(made.date())}, {words.clock(made.time())}"
        return self.tr("Made %1: %2").replace("%1", when).replace("%2", self.report.how)

    def _fill_checks(self) -> None:
        clear(self.checks)
        count = len(self.report.checks)
        if count < 2:
            return
        good = sum(check.ok for check in self.report.checks)
        says = self.tr("%1 of %2 checks are fine").replace("%1", str(good)).replace("%2", str(count))
        toggle = button(self.tr("Hide the checks") if self.expanded else says, "quiet", self._toggle)
        toggle.setProperty("flush", True)
        toggle.setAccessibleName(says)
        row = QHBoxLayout()
        row.addWidget(toggle)
        if self.report.step == "subtitles" and any(path.suffix in REPORTED for path in self.report.paths):
            report = self._action(self.tr("Report"), "link", self.report_asked)
            report.setProperty("flush", True)
            row.addSpacing(10)
            row.addWidget(report)
        row.addStretch(1)
        self.checks.addLayout(row)
        if self.expanded:
            for check in self.report.checks:
                self.checks.addWidget(_check_line(check))
            if self._how():
                self.checks.addWidget(label(self._how(), "small", wrap=True))

    def _toggle(self) -> None:
        self.expanded = not self.expanded
        self._fill_checks()


def short(said: str, most: int = 3) -> str:
    """The first facts of a long row of them; the others stand among the checks."""
    facts = said.split(" · ")
    return said if len(facts) <= most + 1 else " · ".join(facts[:most])


def _check_line(check: Check) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(7)
    row.addWidget(StateGlyph(READY if check.ok else FAILING, 11), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(label(evidence.say(check.evidence) or check.name, "small", wrap=True), 1)
    return box
