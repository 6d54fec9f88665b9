"""Typing into the calendar: a new item where it will stand, or another name on its card."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from PySide6.QtCore import QObject, QPoint, QRect, QTimer, Signal
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from studio.plan.item import Kind
from ui.calendar.inline import InlineEditor, split_time, start_of
from ui.plan import Plan


class Writing(QObject):
    """Owns the small editor that opens over whichever view is shown."""

    added = Signal(object)  # the new item
    closed = Signal()

    def __init__(self, plan: Plan, over: QWidget, view: Callable[[], QWidget]) -> None:
        super().__init__(over)
        self.plan, self._over, self._view = plan, over, view
        self.editor = InlineEditor(over)
        self.editor.committed.connect(self._commit)
        self.editor.closed.connect(self._closed)
        self._asked: tuple[QRect, dict[str, Any]] = QRect(), {}
        self._commits: Callable[[str, Kind], bool] | None = None
        self._kind = Kind.VIDEO

    @property
    def is_open(self) -> bool:
        """Whether somebody types."""
        return self.editor.isVisible()

    def new(self, start: date | datetime | None, place: QRect, kind: Kind | None, minutes: float | None = None) -> None:
        """Open for a new item that begins at `start`, at `place` in the view. No `kind`: the last one."""

        def commit(text: str, chosen: Kind) -> bool:
            self._kind = chosen
            at, title = split_time(text) if start is not None else (None, text)
            when = start
            if at is not None:
                when = start_of(start.date() if isinstance(start, datetime) else start, at)
            item = self.plan.add(title, kind=chosen, start=when, duration_min=minutes)
            if item is not None:
                self.added.emit(item)
            return item is not None

        hint = self.tr("Title, or 19:30 and a title") if start is not None else self.tr("An idea")
        self._open(place, commit, kind=kind or self._kind, hint=hint)

    def rename(self, item_id: int, title: str, place: QRect) -> None:
        """Open for another title."""
        self._open(place, lambda text, _kind: self.plan.change(item_id, {"title": text}), text=title)

    def _open(self, place: QRect, commits: Callable[[str, Kind], bool], **asked: Any) -> None:
        view = self._view()
        inner = view.viewport() if isinstance(view, QAbstractScrollArea) else view
        self._commits = commits
        self._asked = place.translated(inner.mapTo(self._over, QPoint(0, 0))), asked
        self.editor.ask(self._asked[0], **asked)

    def _commit(self, text: str, kind: Kind) -> None:
        commits, self._commits = self._commits, None
        if commits is not None and not commits(text, kind):
            # What was typed is not lost; a notice says why it could not be saved. Later, for the focus is on its way.
            QTimer.singleShot(0, self, lambda: self._again(commits, text, kind))

    def _again(self, commits: Callable[[str, Kind], bool], text: str, kind: Kind) -> None:
        if self.is_open or not self._over.isVisible():
            return
        self._commits = commits
        place, asked = self._asked
        again = asked if asked.get("kind") is None else {**asked, "kind": kind}
        self.editor.ask(place, **again, typed=text)

    def _closed(self, left: bool) -> None:
        view = self._view()
        hand = getattr(view, "hand", None)
        if not left:
            view.setFocus()
        elif hand is not None:
            # The click that took the focus away comes next, and must not open the next editor.
            hand.swallow_click = True
            QTimer.singleShot(0, hand.forget_click)
        self.closed.emit()
