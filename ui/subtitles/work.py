"""Between the queue and the window: what starts and ends the work on it, and what is told of that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from ui.bridge import JobBridge, RunningJob
from ui.notices import Notice, Notices
from ui.rail import QUEUE
from ui.subtitles import queue_words
from ui.subtitles.desk import Call, QueueDesk

if TYPE_CHECKING:
    from studio.actions.queue import Added
    from studio.actions.queue_view import QueueView
    from studio.actions.subtitling import SubtitleOptions
    from studio.store.queue import Entry

SUBJECT = QUEUE
_START, _ADD, _QUIET, _OVER, _REMOVE = "start", "add", "quiet", "over", "remove"


class QueueWork(QObject):
    """What a person does with the queue in the window. `changed` comes whenever it stands otherwise than before."""

    changed = Signal()
    show_asked = Signal()
    ended = Signal()  # nothing waits any more

    def __init__(self, root: Path, bridge: JobBridge, notices: Notices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.bridge, self.notices = bridge, notices
        self.desk = QueueDesk(root, self)
        self.starting = False
        self._offered = self._offering = False
        self.desk.seen.connect(self._seen)
        self.desk.answered.connect(self._answered)
        self.desk.failed.connect(self._failed)
        self.desk.taken.connect(self._taken)
        bridge.done.connect(self._job_over)
        bridge.failed.connect(self._job_over)
        bridge.cancelled.connect(self._job_cancelled)

    def begin(self) -> None:
        """Look at the queue from now on."""
        self.desk.begin()

    def close(self) -> None:
        """Stop looking."""
        self.desk.close()

    @property
    def view(self) -> QueueView | None:
        """The queue as it was last seen."""
        return self.desk.view

    @property
    def ours(self) -> bool:
        """Whether this window works on the queue, or is about to."""
        return self.starting or self.bridge.working_on(SUBJECT) is not None

    @property
    def at_work(self) -> bool:
        """Whether any program works on it."""
        return self.ours or bool(self.view and self.view.running)

    @property
    def said(self) -> str:
        """How the queue stands, where something waits; else ""."""
        return queue_words.progress(self.view) if self.view and self.view.open else ""

    # what a person does

    def add(self, paths: Sequence[Path], options: SubtitleOptions) -> None:
        """Queue these files and folders."""

        def call(store):  # type: ignore[no-untyped-def]
            from studio.actions.queue import add_to_queue

            return add_to_queue(store, paths, options)

        self.desk.ask(_ADD, call)

    def add_item(self, item_id: int, options: SubtitleOptions | None = None) -> None:
        """Queue an item's recording."""

        def call(store):  # type: ignore[no-untyped-def]
            from studio.actions.queue import Added, add_recording_of

            return Added((add_recording_of(store, item_id, options),))

        self.desk.ask(_ADD, call)

    def start(self) -> None:
        """Let the queue go on, held or not."""
        if self.ours:
            return
        self.starting = True
        self.changed.emit()

        def call(store):  # type: ignore[no-untyped-def]
            from studio.actions.queue import queue_request, resume_queue

            resume_queue(store)
            return queue_request(store)

        self.desk.ask(_START, call)

    def pause(self) -> None:
        """Hold the queue."""
        from studio.actions.queue import pause_queue

        self.do(pause_queue)

    def do(self, call: Call) -> None:
        """Change the queue by an action of `studio.actions.queue`; what it gives is not needed."""
        self.desk.ask(_QUIET, call)

    def remove(self, ids: Sequence[int]) -> None:
        """Take these out of the queue; it can be taken back."""

        def call(store):  # type: ignore[no-untyped-def]
            from studio.actions.queue import remove_from_queue

            return remove_from_queue(store, ids)

        self.desk.ask(_REMOVE, call)

    def clear(self) -> None:
        """Take out what is done; it can be taken back."""
        from studio.actions.queue import clear_queue

        self.desk.ask(_REMOVE, clear_queue)

    # what is told

    def _seen(self, view: QueueView) -> None:
        if not self._offered:
            self._offered = True
            self._offer(view)
        self.changed.emit()

    def _offer(self, view: QueueView) -> None:
        """What was cut off by a crash or by closing the window is offered, not begun unasked."""
        from studio.store.queue import EntryState

        if view.count(EntryState.RUNNING) and not view.running and not self.ours:
            self._offering = True
            self.notices.post(Notice(
                self.tr("%n recording(s) still wait for subtitles.", "", view.open),
                self.tr("The work was cut off. It goes on where it was"),
                "warn",
                self.tr("Go on"),
                self.start,
            ))  # fmt: skip

    def _answered(self, key: Any, value: Any) -> None:
        if key == _START:
            self.starting = False
            title = self.tr("Subtitles for %n recording(s)", "", self.view.open if self.view else 1)
            self.bridge.submit(replace(value, title=title), SUBJECT)
            if self._offering:  # the offer would stand there until it is closed
                self._offering = False
                self.notices.info(self.tr("The queue goes on."))
            self.changed.emit()
        elif key == _ADD:
            self._tell_added(value)
        elif key == _REMOVE and value:
            self._tell_removed(value)
        elif key == _OVER:
            self._after_job(value)

    def _tell_added(self, added: Added) -> None:
        if added.refused:
            from studio.errors import SiarError

            more = self.tr("%n other(s) could not be taken either", "", len(added.refused) - 1)
            self.notices.error(SiarError(added.refused[0][1], more if len(added.refused) > 1 else ""))
        elif not added.entries and added.known:
            self.notices.info(self.tr("It is in the queue already."))
        if added.entries:
            text = self.tr("%n recording(s) added to the queue.", "", len(added.entries))
            self.notices.info(text, self.tr("Show"), self.show_asked.emit)

    def _tell_removed(self, removed: Sequence[Entry]) -> None:
        def back(store):  # type: ignore[no-untyped-def]
            from studio.actions.queue import put_back

            put_back(store, removed)

        text = self.tr("%n recording(s) taken out of the queue; their files stay.", "", len(removed))
        self.notices.info(text, self.tr("Undo"), lambda: self.do(back))

    def _failed(self, key: Any, error: Exception) -> None:
        if key == _START:
            self.starting = False
        self.notices.error(error)
        self.changed.emit()

    def _taken(self, entries: Sequence[Entry]) -> None:
        """A watched folder gave something: who watches a folder wants it done."""
        name, more = Path(entries[0].path).name, len(entries) - 1
        text = self.tr("New in the watched folder: %1").replace("%1", name)
        self.notices.info(f"{text} +{more}" if more else text)
        if not self.at_work and not (self.view and self.view.state.paused):
            self.start()

    def _job_over(self, job: RunningJob, _told: Any) -> None:
        if job.subject == SUBJECT:
            self.desk.ask(_OVER, _again)

    def _after_job(self, view: QueueView) -> None:
        self.desk.view = view
        if view.open and not view.state.paused and not view.running:
            self.start()  # it was added in the last moment
            return
        if view.state.paused and view.state.reason:
            self.notices.post(Notice(
                self.tr("The queue is paused."), view.state.reason, "error", self.tr("Go on"), self.start,
            ))  # fmt: skip
        elif not view.open:
            self.notices.info(queue_words.summary(view))
            self.ended.emit()
        self.changed.emit()

    def _job_cancelled(self, job: RunningJob) -> None:
        """Cancelled as a whole, from the rail: what was heard stays, and the queue is held."""
        if job.subject == SUBJECT:
            self.do(_hold)


def _again(store):  # type: ignore[no-untyped-def]
    from studio.actions.queue_view import view_queue

    return view_queue(store)


def _hold(store):  # type: ignore[no-untyped-def]
    from studio.actions.queue import pause_queue
    from studio.store.queue import wait_again
    from studio.store.queue_state import read_state

    pause_queue(store)
    if read_state(store).pid is None:
        wait_again(store)
