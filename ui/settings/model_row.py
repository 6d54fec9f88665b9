"""One checkpoint in the panel: how it stands, what it is good for, what can be done, and how far that is."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QProgressBar, QWidget

from ui.bridge import RunningJob
from ui.settings import model_words
from ui.states import FAILING, MISSING, READY
from ui.widgets import StateGlyph, button, chip, clear, label, restyle

GET, PREPARE, CHECK, REMOVE, CANCEL = "get", "prepare", "check", "remove", "cancel"
_GLYPHS = {"here": READY, "part": MISSING, "damaged": FAILING, "missing": MISSING}


class ModelRow(QFrame):
    """Shows a row of `studio.actions.models.list_models`. `asked` carries what is wished and the checkpoint's name."""

    asked = Signal(str, str)

    def __init__(self, row: dict[str, Any], first: bool = False) -> None:
        super().__init__()
        self.row = row
        self._first = first
        self._job: RunningJob | None = None
        self.bar = QProgressBar(textVisible=False, maximum=1000)
        self.working = label("", "small")
        self.found = label("", "small", wrap=True)
        self._actions = QHBoxLayout()
        self._actions.setSpacing(2)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 9, 0, 9)
        grid.setHorizontalSpacing(11)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        grid.addWidget(StateGlyph(_GLYPHS[row["state"]]), 0, 0)
        grid.addWidget(self._head(), 0, 1)
        grid.addLayout(self._actions, 0, 2)
        grid.addWidget(label(model_words.facts(row), "muted", wrap=True), 1, 1, 1, 2)
        grid.addWidget(self.bar, 2, 1, 1, 2)
        grid.addWidget(self.working, 3, 1, 1, 2)
        grid.addWidget(self.found, 4, 1, 1, 2)
        self.setAccessibleName(f"{row['name']}, {model_words.standing(row)}. {model_words.facts(row)}")
        self.found.hide()
        self.show_job(None)

    def _head(self) -> QWidget:
        box = QWidget()
        line = QHBoxLayout(box)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(label(self.row["name"], "strong"))
        line.addWidget(label(model_words.standing(self.row), "small"))
        if self.row["state"] == "damaged":
            line.addWidget(chip(self.tr("Damaged"), "live"))
        elif "not fit for Indonesian" in self.row["advice"]:
            line.addWidget(chip(self.tr("Not for Indonesian"), "warn"))
        line.addStretch(1)
        return box

    def show_job(self, job: RunningJob | None) -> None:
        """Show how far the work on this checkpoint is; None for none."""
        changed = (job is None) != (self._job is None) or not self._actions.count()
        self._job = job
        for widget in (self.bar, self.working):
            widget.setVisible(job is not None)
        if job is not None:
            said = model_words.progress(job)
            self.bar.setValue(round(job.fraction * 1000))
            self.bar.setAccessibleName(said)
            self.working.setText(said)
        if changed:
            self._fill_actions()

    def show_found(self, text: str, bad: bool) -> None:
        """Say what a check found, or why something did not work."""
        self.found.setText(text)
        self.found.setProperty("role", "error" if bad else "small")
        restyle(self.found)
        self.found.setVisible(bool(text))

    def _fill_actions(self) -> None:
        clear(self._actions)
        for wish, text, role in self._wishes():
            made = button(text, role, lambda wish=wish: self.asked.emit(wish, self.row["name"]))
            made.setObjectName(wish)
            made.setAccessibleName(f"{text}: {self.row['name']}")
            self._actions.addWidget(made)

    def _wishes(self) -> list[tuple[str, str, str]]:
        if self._job is not None:
            return [(CANCEL, self.tr("Cancel"), "link")]
        state, published = self.row["state"], bool(self.row["languages"])
        if state == "missing":
            return [(GET, self.tr("Get"), "primary" if self._first else "link")]
        if state == "part":
            return [(GET, self.tr("Go on"), "link"), (REMOVE, self.tr("Discard"), "quiet")]
        if state == "damaged":
            again = [(GET, self.tr("Get again"), "link")] if published else []
            return [*again, (REMOVE, self.tr("Remove…"), "quiet")]
        prepare = [] if self.row["prepared"] else [(PREPARE, self.tr("Prepare"), "link")]
        return [*prepare, (CHECK, self.tr("Check"), "quiet"), (REMOVE, self.tr("Remove…"), "quiet")]
