"""The panel of a team's words: names and terms that recognition is told, and what is put right after it."""

from __future__ import annotations

import re
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout

from studio.actions import wording
from studio.errors import InvalidValue
from ui.plan import Plan
from ui.settings.replacements import ReplacementsList
from ui.widgets import label, restyle

_LEAST_LINES, _MOST_LINES = 4, 9
_PADDING = 11


class _Terms(QPlainTextEdit):
    """One term a line; `left` when the focus goes elsewhere, and as tall as its lines within bounds."""

    left = Signal()

    def __init__(self, hint: str) -> None:
        super().__init__(placeholderText=hint)
        self.setTabChangesFocus(True)
        self.textChanged.connect(self.fit)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.left.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fit()

    def fit(self) -> None:
        """Be as tall as the lines; the stylesheet's own least height is forgotten."""
        lines = min(max(self.blockCount(), _LEAST_LINES), _MOST_LINES)
        around = 2 * round(self.document().documentMargin()) + 2 * _PADDING
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + around)


class WordingPanel(QFrame):
    """Every change is taken at once, and can be undone."""

    def __init__(self, plan: Plan) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.plan = plan
        self._terms: tuple[str, ...] = ()
        self.terms = _Terms("TikTok Shop\nSerum Glow\nKelas Dasar")
        self.terms.setAccessibleName(self.tr("Names and terms"))
        self.error = label("", "error", wrap=True)
        self.error.hide()
        self.rules = ReplacementsList()
        self._arrange()
        self.terms.left.connect(self._take_terms)
        self.rules.changed.connect(self._take_rules)
        plan.changed.connect(self.show_settings)
        self.show_settings()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 16)
        column.setSpacing(8)
        column.addWidget(label(self.tr("Names and terms"), "strong"))
        told = self.tr(
            "One a line. Speech recognition is told of them before it listens, after the products, host, series and "
            "campaign of the item, so that it spells them right. Where there are many, the first ones count."
        )
        column.addWidget(label(told, "small", wrap=True))
        column.addWidget(self.terms)
        column.addWidget(self.error)
        column.addSpacing(8)
        column.addWidget(label(self.tr("Find and replace"), "strong"))
        ruled = self.tr(
            "What is still heard wrongly is put right here, whole words at a time; captions keep the time of the "
            "speech. The script of an item has the last word."
        )
        column.addWidget(label(ruled, "small", wrap=True))
        column.addWidget(self.rules)

    def show_settings(self) -> None:
        """Show what the team set; what is being typed stays."""
        with self.plan.notices.guarded():
            terms, rules = wording.glossary(self.plan.store), wording.rules(self.plan.store)
            self.rules.show_rules(rules)
            if terms != self._terms:
                self._terms = terms
                self._write(terms)

    def _write(self, terms: tuple[str, ...]) -> None:
        text = "\n".join(terms)
        if self.terms.toPlainText() != text:
            self.terms.setPlainText(text)
        self._tell("")

    def _take_terms(self) -> None:
        typed = re.split(r"[\n,;\t]", self.terms.toPlainText())
        try:
            terms = wording.checked_terms(typed)
        except InvalidValue:
            self._tell(self._wrong(typed))
            return
        if terms != self._terms and self.plan.do(partial(wording.set_glossary, self.plan.store, terms)) is None:
            return  # a notice says why; what was typed stays
        self._terms = terms
        self._write(terms)

    def _wrong(self, typed: list[str]) -> str:
        for term in typed:
            try:
                wording.checked_terms([term])
            except InvalidValue:
                told = self.tr("“%1” is no name or term: at most %2 characters, and a letter or a digit among them.")
                shown = term.strip()[:40]
                return told.replace("%2", str(wording.LONGEST_TERM)).replace("%1", shown)
        return self.tr("At most %1 names and terms are kept.").replace("%1", str(wording.MOST))

    def _tell(self, problem: str) -> None:
        self.error.setText(problem)
        self.error.setVisible(bool(problem))
        if bool(self.terms.property("wrong")) != bool(problem):
            self.terms.setProperty("wrong", bool(problem))
            restyle(self.terms)
            self.terms.fit()

    def _take_rules(self) -> None:
        self.plan.do(partial(wording.set_rules, self.plan.store, self.rules.rules()))
        self.show_settings()
