"""Below the queue: the chosen recordings, what can be done with them, and the report on the subtitles of one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from studio.store.queue import ENDED, OPEN, WENT_WRONG, Entry
from ui.background import Background, Result
from ui.desktop import open_path
from ui.subtitles import queue_words, rule_words
from ui.subtitles.report_table import ReportTable
from ui.widgets import button, label

if TYPE_CHECKING:
    from studio.actions.subtitle_reports import FileReport
    from studio.workspace import Workspace

_REPORTED = (".srt", ".vtt", ".ass")


class ReportPane(QFrame):
    """Shows what is chosen in the table of the queue."""

    retry_asked = Signal()
    cancel_asked = Signal()
    remove_asked = Signal()

    def __init__(self, workspace: Workspace, background: Background) -> None:
        super().__init__()
        self.setObjectName("drawerHead")
        self.workspace, self._background = workspace, background
        self.entries: tuple[Entry, ...] = ()
        self._asked: tuple[object, ...] | None = None
        self.title = label("", "strong")
        self.facts = label("", "muted", wrap=True)
        self.table = ReportTable()
        self.subtitles = button(self.tr("Open the subtitles"), "link", lambda: self.open("subtitles"))
        self.video = button(self.tr("Open the video"), "link", lambda: self.open("video"))
        self.folder = button(self.tr("Open folder"), "link", lambda: self.open("folder"))
        self.retry = button(self.tr("Make again"), "link", self.retry_asked.emit)
        self.cancel = button(self.tr("Cancel"), "link", self.cancel_asked.emit)
        self.remove = button(self.tr("Remove"), "link", self.remove_asked.emit)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.title)
        head.addStretch(1)
        for made in (self.subtitles, self.video, self.folder, self.retry, self.cancel, self.remove):
            head.addWidget(made)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 14, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.facts, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.table, 1)
        background.finished.connect(self._take)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show what is chosen; the report of one recording is read again when it was made anew."""
        self.entries = tuple(entries)
        if not self.entries:
            self._asked = None
            return
        first, one = self.entries[0], len(self.entries) == 1
        self.title.setText(Path(first.path).name if one else self.tr("%n recordings chosen", "", len(self.entries)))
        self.subtitles.setVisible(self.path("subtitles") is not None)
        self.video.setVisible(self.path("video") is not None)
        self.folder.setVisible(one)
        self.retry.setVisible(any(entry.state in ENDED for entry in self.entries))
        bad = all(entry.state not in ("done", "skipped") for entry in self.entries)
        self.retry.setText(self.tr("Try again") if bad else self.tr("Make again"))
        self.cancel.setVisible(any(entry.state in OPEN for entry in self.entries))
        path = self.path("subtitles") if one else None
        self.table.setVisible(path is not None)
        if path is None:
            self._asked = None
            self.facts.setText(self._says(first) if one else "")
            return
        asked = ("queue report", first.id, str(path), first.ended)
        if asked != self._asked:
            self._asked = asked
            self.table.show_report(None)
            self.facts.setText("\n".join(first.notes) or self.tr("Looking…"))
            video = Path(first.path)
            profile = str(first.options.get("profile") or "") or None
            self._background.run(asked, partial(_report, self.workspace, path, profile, video, first.language))

    def _says(self, entry: Entry) -> str:
        if entry.state in WENT_WRONG:
            return entry.reason
        name = queue_words.state_name(entry.state.value)
        return " · ".join(filter(None, (name, entry.reason, *entry.notes)))

    def path(self, what: str) -> Path | None:
        """The chosen recording's subtitles ("subtitles"), its video with captions ("video"), or its folder."""
        entry = self.entries[0] if len(self.entries) == 1 else None
        if entry is None:
            return None
        outputs = [Path(one) for one in entry.outputs]
        if what == "folder":
            return (outputs[0] if outputs else Path(entry.path)).parent
        if what == "video":
            return next((one for one in outputs if one.suffix == ".mp4"), Path(entry.path))
        return next((one for ending in _REPORTED for one in outputs if one.suffix == ending), None)

    def open(self, what: str) -> None:
        """Open one of the chosen recording's files with its program."""
        path = self.path(what)
        if path is not None:
            open_path(path)

    def _take(self, result: Result) -> None:
        if result.key != self._asked or not self.entries:
            return
        entry, notes = self.entries[0], "\n".join(self.entries[0].notes)
        if result.error is not None:
            self.facts.setText(str(result.error))
            return
        found: FileReport = result.value
        assert found.report is not None
        self.table.show_report(found.report)
        count = len(found.report.findings)
        parts = [
            self.tr("%n thing(s) to look at", "", count) if count else "",
            self.tr("profile %1").replace("%1", found.report.profile),
            rule_words.figures_text(found.report.figures) if count else "",
            f"{entry.engine} ({entry.model})" if entry.model else "",
        ]
        line = " · ".join(part for part in parts if part)
        self.facts.setText(f"{line}\n{notes}" if notes else line)


def _report(workspace: Workspace, path: Path, profile: str | None, video: Path, language: str | None) -> FileReport:
    from studio.actions.subtitle_reports import report_file

    return report_file(workspace, path, profile, video if video.is_file() else None, language)
