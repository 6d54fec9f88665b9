"""The report on an item's subtitles, in a window of its own beside the plan."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.background import Background, Result
from ui.desktop import open_path
from ui.subtitles import rule_words
from ui.subtitles.report_table import ReportTable
from ui.widgets import button, label

if TYPE_CHECKING:
    from studio.actions.subtitle_reports import FileReport
    from studio.workspace import Workspace


class ReportDialog(QDialog):
    """Reads a subtitle file and shows what there is to mend; again as often as the file was changed."""

    def __init__(
        self,
        workspace: Workspace,
        path: Path,
        video: Path | None,
        language: str,
        background: Background,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Report on %1").replace("%1", path.name))
        self.resize(860, 520)
        self.path = path
        self._background = background
        self._look = partial(_report, workspace, path, video, language)
        self._key = ("report", str(path), id(self))
        self.title = label(path.name, "title")
        self.facts = label(self.tr("Looking…"), "muted", wrap=True)
        self.table = ReportTable()
        self.again = button(self.tr("Look again"), call=self.refresh)
        opening = button(self.tr("Open the file"), call=lambda: open_path(path))
        closing = button(self.tr("Close"), call=self.close)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(opening)
        row.addWidget(self.again)
        row.addStretch(1)
        row.addWidget(closing)
        for one in (opening, self.again, closing):
            one.setAutoDefault(False)  # Enter is the table's
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addWidget(self.title)
        column.addWidget(self.facts)
        column.addWidget(self.table, 1)
        column.addLayout(row)
        background.finished.connect(self._take)
        self.table.table.setFocus()
        self.refresh()

    def refresh(self) -> None:
        """Read the file again."""
        self.again.setEnabled(False)
        self._background.run(self._key, self._look)

    def _take(self, result: Result) -> None:
        if result.key != self._key:
            return
        self.again.setEnabled(True)
        if result.error is not None:
            self.table.show_report(None)
            self.facts.setText(str(result.error))
            return
        found: FileReport = result.value
        assert found.report is not None
        self.table.show_report(found.report)
        count = len(found.report.findings)
        look = self.tr("%n thing(s) to look at", "", count) if count else ""
        profile = self.tr("profile %1").replace("%1", found.report.profile)
        figures = rule_words.figures_text(found.report.figures) if count else ""
        self.facts.setText(" · ".join(part for part in (look, profile, figures) if part))


def _report(workspace: Workspace, path: Path, video: Path | None, language: str) -> FileReport:
    from studio.actions.subtitle_reports import report_file

    return report_file(workspace, path, None, video, language)
