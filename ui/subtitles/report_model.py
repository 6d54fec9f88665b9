"""The findings of a report as rows of a table, which can be put in any order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from ui import evidence
from ui.subtitles import rule_words

if TYPE_CHECKING:
    from studio.subtitles.report import Finding

FINDING, ORDER = Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2
COLUMNS = ("cue", "time", "text", "rule", "value")


class ReportModel(QAbstractTableModel):
    """One row for each broken rule; ORDER is what a column is sorted by."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.findings: list[Finding] = []

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these."""
        self.beginResetModel()
        self.findings = list(findings)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.findings)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            heads = (self.tr("Cue"), self.tr("Time"), self.tr("Text"), self.tr("What"), self.tr("Is / may be"))
            return heads[section]
        return None

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        finding, column = self.findings[index.row()], COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(finding, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return finding.text if column == "text" else evidence.say(finding.says)
        if role == ORDER:
            return self._order(finding, column)
        if role == FINDING:
            return finding
        if role == Qt.ItemDataRole.AccessibleTextRole and column == "cue":
            return ", ".join(self._text(finding, name) for name in COLUMNS)
        return None

    def _text(self, finding: Finding, column: str) -> str:
        return {
            "cue": str(finding.cue),
            "time": rule_words.time_text(finding.start),
            "text": finding.text.replace("\n", " / "),
            "rule": rule_words.rule_name(finding.rule),
            "value": rule_words.value_text(finding),
        }[column]

    def _order(self, finding: Finding, column: str) -> Any:
        if column == "cue":
            return finding.cue
        if column == "time":
            return finding.start
        if column == "value":
            # Figures of one rule beside one another; words after them.
            return float(finding.value) if not isinstance(finding.value, str) else float("inf")
        return self._text(finding, column).casefold()
