"""What there is to mend in one subtitle file, as a table that can be sorted; where there is nothing, it says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QHeaderView, QStackedWidget, QTableView, QVBoxLayout, QWidget

from ui.subtitles import rule_words
from ui.subtitles.report_model import COLUMNS, FINDING, ORDER, ReportModel
from ui.widgets import label

if TYPE_CHECKING:
    from studio.subtitles.report import Report

_ROW = 32
_WIDTHS = {"cue": 56, "time": 76, "rule": 216, "value": 130}


class _Table(QTableView):
    opened = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.opened.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            rows = sorted(self.selectionModel().selectedRows(), key=lambda index: index.row())
            lines = [
                "\t".join(index.siblingAtColumn(column).data() for column in range(len(COLUMNS))) for index in rows
            ]
            QApplication.clipboard().setText("\n".join(lines))
        else:
            super().keyPressEvent(event)


class ReportTable(QWidget):
    """Shows a `studio.subtitles.report.Report`. `cue_asked` carries a cue's number and its start in seconds."""

    cue_asked = Signal(int, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.report: Report | None = None
        self.model = ReportModel(self)
        self.sorted = QSortFilterProxyModel(self)
        self.sorted.setSortRole(ORDER)
        self.sorted.setSourceModel(self.model)
        self.table = _Table()
        self.nothing = label("", "strong")
        self.kept = label("", "muted", wrap=True)
        self._stack = QStackedWidget()
        self._arrange()
        self.table.opened.connect(self._open)
        self.table.doubleClicked.connect(lambda _index: self._open())
        self.show_report(None)

    def _arrange(self) -> None:
        table = self.table
        table.setModel(self.sorted)
        table.setAccessibleName(self.tr("What there is to mend"))
        table.setShowGrid(False)
        table.setSortingEnabled(True)
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(_ROW)
        heads = table.horizontalHeader()
        heads.setHighlightSections(False)
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heads.setFixedHeight(28)
        for name, width in _WIDTHS.items():
            table.setColumnWidth(COLUMNS.index(name), width)
        heads.setSectionResizeMode(COLUMNS.index("text"), QHeaderView.ResizeMode.Stretch)
        empty = QWidget()
        column = QVBoxLayout(empty)
        column.addStretch(1)
        for text in (self.nothing, self.kept):
            text.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(text)
        column.addStretch(1)
        self._stack.addWidget(table)
        self._stack.addWidget(empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def show_report(self, report: Report | None) -> None:
        """Show a report; None for a file on which there is none yet."""
        self.report = report
        self.model.show_findings(report.findings if report else ())
        self.sorted.sort(COLUMNS.index("cue"), Qt.SortOrder.AscendingOrder)
        self.table.horizontalHeader().setSortIndicator(COLUMNS.index("cue"), Qt.SortOrder.AscendingOrder)
        self._stack.setCurrentIndex(0 if self.model.findings else 1)
        if report is None:
            self.nothing.setText(self.tr("No report yet"))
            self.kept.setText(self.tr("It is made with the subtitles."))
        else:
            self.nothing.setText(self.tr("Nothing to mend"))
            kept = self.tr("Every rule of the profile “%1” is kept.").replace("%1", report.profile)
            self.kept.setText(f"{kept}\n{rule_words.figures_text(report.figures)}")

    def _open(self) -> None:
        index = self.table.currentIndex()
        finding = index.data(FINDING) if index.isValid() else None
        if finding is not None:
            self.cue_asked.emit(finding.cue, finding.start)
