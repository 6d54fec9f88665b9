"""The find-and-replace rules as lines that are edited in place: what is heard, what is meant, how it is found."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from studio.errors import InvalidValue
from studio.speech.replacing import LONGEST, Rule, checked_rule
from ui.icons import icon_button
from ui.settings.lines import EditedLines
from ui.toggle import Toggle
from ui.widgets import clear, label, restyle

_FIELD = 32


class _RuleRow(QWidget):
    changed = Signal()
    removed = Signal(object)

    def __init__(self, rule: Rule) -> None:
        super().__init__()
        self.find = _field(rule.find, self.tr("lima puluh ribu"), self.tr("What is heard"))
        self.replace = _field(rule.replace, self.tr("nothing"), self.tr("What takes its place"))
        self.case = Toggle(self.tr("Aa"), rule.case)
        self.case.setAccessibleName(self.tr("Capitals count"))
        self.case.setToolTip(self.tr("Capitals count: “Sari” is found, “sari” is not"))
        self.regex = Toggle(".*", rule.regex)
        self.regex.setAccessibleName(self.tr("Regular expression"))
        self.regex.setToolTip(self.tr("A regular expression; \\1 stands for its first group"))
        away = icon_button("close", self.tr("Remove the rule"), self)
        away.clicked.connect(lambda _checked=False: self.removed.emit(self))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.find, 1)
        arrow = label("→", "muted")
        arrow.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row.addWidget(arrow)
        row.addWidget(self.replace, 1)
        row.addSpacing(4)
        row.addWidget(self.case)
        row.addWidget(self.regex)
        row.addWidget(away)
        for field in (self.find, self.replace):
            field.editingFinished.connect(self.changed)
        for toggle in (self.case, self.regex):
            toggle.toggled.connect(lambda _on: self.changed.emit())

    def rule(self) -> Rule:
        return Rule(
            self.find.text().strip(), self.replace.text().strip(), self.case.isChecked(), self.regex.isChecked()
        )

    def is_blank(self) -> bool:
        return not self.find.text().strip() and not self.replace.text().strip()


class ReplacementsList(EditedLines):
    """Shows and edits rules; `changed` when what can be taken is another than was shown."""

    def __init__(self) -> None:
        super().__init__(self.tr("Add a rule"))
        self.rows: list[_RuleRow] = []
        self._shown: tuple[Rule, ...] = ()

    def show_rules(self, rules: Sequence[Rule]) -> None:
        """Show these; a line that is not finished yet stays."""
        if tuple(rules) == self._shown:
            return
        self._shown = tuple(rules)
        unfinished = [row.rule() for row in self.rows if _problem(row.rule())]
        self.rows = []
        clear(self._lines)
        for rule in (*rules, *unfinished):
            self._append(rule)
        self._look()

    def rules(self) -> tuple[Rule, ...]:
        """What stands in the lines; as it was shown while a line cannot be taken."""
        typed = [row.rule() for row in self.rows if not row.is_blank()]
        return self._shown if self._first_problem(typed) else tuple(checked_rule(rule) for rule in typed)

    def add_row(self) -> None:
        """A new line, with the focus in what is found."""
        self._append(Rule(""))
        self.rows[-1].find.setFocus()

    def _append(self, rule: Rule) -> None:
        row = _RuleRow(rule)
        row.changed.connect(self._row_changed)
        row.removed.connect(self._remove)
        self.rows.append(row)
        self._lines.addWidget(row)

    def _remove(self, row: _RuleRow) -> None:
        self.rows.remove(row)
        row.hide()
        row.deleteLater()
        self._row_changed()

    def _row_changed(self) -> None:
        self._look()
        rules = self.rules()
        if rules != self._shown:
            self._shown = rules
            self.changed.emit()

    def _look(self) -> None:
        typed = [row.rule() for row in self.rows if not row.is_blank()]
        problem = self._first_problem(typed)
        self.error.setText(problem)
        self.error.setVisible(bool(problem))
        twice = _twice(typed)
        for row in self.rows:
            rule = row.rule()
            wrong = not row.is_blank() and (bool(_problem(rule)) or (twice is not None and _key(rule) == _key(twice)))
            row.find.setProperty("wrong", wrong)
            restyle(row.find)
            row.find.setFixedHeight(_FIELD)  # the stylesheet has a least height of its own

    def _first_problem(self, rules: Sequence[Rule]) -> str:
        for rule in rules:
            if _problem(rule):
                return self._says(rule)
        if (twice := _twice(rules)) is not None:
            return self.tr("There are two rules for “%1”.").replace("%1", twice.find)
        return ""

    def _says(self, rule: Rule) -> str:
        if not rule.find:
            return self.tr("Write what is heard wrongly on the left.")
        if rule.regex:
            return self.tr("“%1” is no regular expression that can be used.").replace("%1", rule.find)
        return self.tr("“%1” cannot be replaced by that.").replace("%1", rule.find)


def _field(text: str, hint: str, says: str) -> QLineEdit:
    made = QLineEdit(text, placeholderText=hint, maxLength=LONGEST)
    made.setAccessibleName(says)
    made.setFixedHeight(_FIELD)
    return made


def _problem(rule: Rule) -> InvalidValue | None:
    try:
        checked_rule(rule)
    except InvalidValue as error:
        return error
    return None


def _twice(rules: Sequence[Rule]) -> Rule | None:
    seen: set[tuple[bool, str]] = set()
    for rule in rules:
        if _key(rule) in seen:
            return rule
        seen.add(_key(rule))
    return None


def _key(rule: Rule) -> tuple[bool, str]:
    return rule.regex, rule.find if rule.regex else rule.find.casefold()
