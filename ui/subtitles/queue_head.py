"""The head of the page: how the whole queue stands, and what is done with it as a whole; and the summary at its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from ui.glyphs import paint_state, paint_warning
from ui.subtitles import queue_words
from ui.theme import tokens
from ui.widgets import button, label, restyle

if TYPE_CHECKING:
    from studio.actions.queue_view import QueueView


class QueueHead(QWidget):
    """The title with the queue's progress; Add, Watch, and one button that starts, holds, or lets go on."""

    files_asked = Signal()
    folder_asked = Signal()
    watch_asked = Signal()
    start_asked = Signal()
    pause_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.facts = label("", "small")
        self.facts.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.bar = QProgressBar(textVisible=False, maximum=1000)
        self.bar.setAccessibleName(self.tr("How far the queue is"))
        policy = self.bar.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # what is below must not jump when it comes
        self.bar.setSizePolicy(policy)
        self.watch = button("", "quiet", self.watch_asked.emit)
        self.add = button(self.tr("Add…"))
        menu = QMenu(self.add)
        menu.addAction(self.tr("Files…"), self.files_asked.emit)
        menu.addAction(self.tr("A folder…"), self.folder_asked.emit)
        self.add.setMenu(menu)
        self.go = button("", "primary", self._go)
        self._holds = False
        row = QHBoxLayout()
        row.setContentsMargins(20, 14, 20, 10)
        row.setSpacing(12)
        row.addWidget(label(self.tr("Subtitles"), "heading"))
        row.addWidget(self.facts, 1)
        row.addWidget(self.watch)
        row.addWidget(self.add)
        row.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.bar)

    def show_view(self, view: QueueView | None, *, ours: bool) -> None:
        """Show how the queue stands; `ours` where this window works on it."""
        working = ours or bool(view and view.running)
        self._holds = working and not (view and view.state.paused)
        waits = bool(view and view.open)
        self.facts.setText(queue_words.progress(view) if view else "")
        self.bar.setVisible(waits and (working or bool(view and view.fraction)))
        self.bar.setValue(round(view.fraction * 1000) if view else 0)
        begun = bool(view and (view.state.paused or view.open < len(view.lines)))
        start = self.tr("Go on") if begun and waits else self.tr("Start")
        self.go.setText(self.tr("Pause") if self._holds else start)
        self.go.setEnabled(self._holds or (waits and not working))
        if working and not self._holds:
            self.go.setText(self.tr("Stopping…"))
        # What rests is the one thing to do next; what runs needs no pressing.
        self.go.setProperty("role", "" if self._holds else "primary")
        restyle(self.go)

    def show_watched(self, folders: list[str], *, problem: bool) -> None:
        """Show what is watched."""
        self.watch.setText(
            self.tr("Watching “%1”").replace("%1", _short(folders[0]).replace("&", "&&"))
            if len(folders) == 1
            else self.tr("Watching %n folder(s)", "", len(folders))
            if folders
            else self.tr("Watch a folder…")
        )
        self.watch.setToolTip("\n".join(folders))
        self.watch.setProperty("role", "link" if folders and not problem else "quiet")
        restyle(self.watch)

    def _go(self) -> None:
        (self.pause_asked if self._holds else self.start_asked).emit()


def _short(name: str, most: int = 22) -> str:
    return name if len(name) <= most else f"{name[: most - 1]}…"


class _Sign(QWidget):
    """A tick, a warning or a cross."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(18, 18)
        self.tone = "ok"

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.tone == "warn":
            paint_warning(painter, box, tokens())
        else:
            paint_state(painter, box, "ready" if self.tone == "ok" else "failing", tokens())
        painter.end()


class QueueBanner(QFrame):
    """What became of everything, or why the queue is held, with what to do about it."""

    look_asked = Signal()
    clear_asked = Signal()
    retry_asked = Signal()
    start_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.sign = _Sign()
        self.text = label("", "strong", wrap=True)
        self.look = button(self.tr("Show them"), "link", self.look_asked.emit)
        self.retry = button(self.tr("Try the failed ones again"), "link", self.retry_asked.emit)
        self.clear = button(self.tr("Clear what is done"), "link", self.clear_asked.emit)
        self.go = button(self.tr("Go on"), "link", self.start_asked.emit)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 10, 8)
        row.setSpacing(10)
        row.addWidget(self.sign)
        row.addWidget(self.text, 1)
        for made in (self.look, self.retry, self.clear, self.go):
            row.addWidget(made, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def show_view(self, view: QueueView | None, *, working: bool) -> None:
        """Show the summary where nothing waits any more, or the reason of a pause; else hide."""
        from studio.store.queue import WENT_WRONG

        over = view is not None and bool(view.lines) and not view.open and not working
        held = view is not None and bool(view.state.reason) and view.state.paused and bool(view.open)
        self.setVisible(over or held)
        if view is None or not (over or held):
            return
        wrong = view.count(*WENT_WRONG)
        self.text.setText(view.state.reason if held else queue_words.summary(view))
        self.sign.tone = "error" if held else "warn" if view.look else "ok"
        self.sign.update()
        self.go.setVisible(held)
        self.look.setVisible(over and bool(view.look))
        self.retry.setVisible(over and bool(wrong))
        self.clear.setVisible(over)
