"""The queue as the window sees it: a thread with a store of its own reads and writes it, looks, measures and watches.

Other processes change the queue all the time, above all the one that works on it: every change is seen by looking.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QThread, QTimer, Signal, Slot

from studio.errors import SiarError, WorkspaceBusy

if TYPE_CHECKING:
    from studio.actions.queue_view import QueueView
    from studio.actions.watching import Watcher
    from studio.store import Store

LOOK_MS = 500
_WATCH_EVERY = 4  # looks at the queue between two at the watched folders
_PATIENCE_S = 5.0
_MEASURE_S = 0.2

Call = Callable[["Store"], Any]


class _Clerk(QObject):
    """Lives in the thread of the desk."""

    seen = Signal(object)  # QueueView
    answered = Signal(object, object)  # key, what the call gave
    failed = Signal(object, object)  # key, SiarError
    taken = Signal(object)  # entries that a watched folder gave
    watched = Signal(object, object)  # the watched folders, and why some cannot be read

    def __init__(self, root: Path) -> None:
        super().__init__()
        self._root = root
        self._store: Store | None = None
        self._timer: QTimer | None = None
        self._watcher: Watcher | None = None
        self._last: Any = None
        self._told_watched: Any = None
        self._count = 0
        self._ended = False

    @Slot()
    def begin(self) -> None:
        """Look from now on."""
        self._timer = QTimer(interval=LOOK_MS)  # ours alone: it goes in the thread in which it came
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self.look()

    @Slot(object, object)
    def do(self, key: Any, call: Call) -> None:
        """Call `call` with the store, and look what came of it."""
        try:
            value = call(self._opened())
        except SiarError as error:
            self.failed.emit(key, error)
        except Exception as error:  # noqa: BLE001  an exception in this thread's slots would only be printed
            self.failed.emit(key, SiarError(f"Something unforeseen went wrong ({error!r})", "Try again"))
        else:
            self.answered.emit(key, value)
        self._guarded(self._look)

    @Slot()
    def look(self) -> None:
        """Tell the queue if it is another one than before; measure recordings; look at the watched folders."""
        self._guarded(self._look)
        if not self._ended:
            self._count += 1
            self._guarded(self._measure)
            if self._count % _WATCH_EVERY == 1:
                self._guarded(self._watch)

    def _guarded(self, call: Callable[[], None]) -> None:
        if self._ended:
            return
        try:
            with suppress(WorkspaceBusy):  # the next look comes soon
                call()
        except SiarError as error:
            self._stop(error)
        except Exception as error:  # noqa: BLE001
            self._stop(SiarError(f"The queue cannot be shown ({error!r})", "Close the window, and open it again"))

    def _stop(self, error: SiarError) -> None:
        """What keeps the queue from being read would be met at every look: it is told once."""
        if self._timer is not None:
            self._timer.stop()
        self.failed.emit("look", error)

    def _opened(self) -> Store:
        if self._store is None:
            from studio.actions.opening import open_studio

            self._store = open_studio(self._root)
            self._store.wait_at_most(_PATIENCE_S)
        return self._store

    def _look(self) -> None:
        from studio.actions.queue_view import view_queue
        from studio.store.queue_state import read_state

        state = read_state(self._opened())
        if state != self._last:
            view = view_queue(self._opened())
            self._last = view.state
            self.seen.emit(view)

    def _measure(self) -> None:
        from studio.actions.queue import measure_next

        until = time.monotonic() + _MEASURE_S
        while time.monotonic() < until and measure_next(self._opened()):
            pass
        self._look()

    def _watch(self) -> None:
        from studio.actions.watching import Watcher, watched_folders

        watched = watched_folders(self._opened())
        if self._watcher is None and watched:
            self._watcher = Watcher()
        if self._watcher is not None:
            taken = self._watcher.look(self._opened(), watched)
            if taken:
                self.taken.emit(taken)
        told = (watched, dict(self._watcher.problems) if self._watcher is not None else {})
        if told != self._told_watched:
            self._told_watched = told
            self.watched.emit(*told)

    @Slot()
    def close(self) -> None:
        """Close the store, in the thread that opened it."""
        self._ended = True
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        if self._store is not None:
            self._store.close()
            self._store = None


class QueueDesk(QObject):
    """The window's side: owns the thread. `view` is the queue as it was last seen, None before that."""

    seen = Signal(object)
    answered = Signal(object, object)
    failed = Signal(object, object)
    taken = Signal(object)
    watched_changed = Signal()
    _do = Signal(object, object)
    _begin = Signal()

    def __init__(self, root: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.view: QueueView | None = None
        self._closed = False
        self.watched: tuple[Any, ...] = ()
        self.watch_problems: dict[Path, str] = {}
        self._thread = QThread(self)
        self._thread.setObjectName("siar-queue")
        self._clerk = _Clerk(root)
        self._clerk.moveToThread(self._thread)
        self._do.connect(self._clerk.do)
        self._begin.connect(self._clerk.begin)
        # `finished` is emitted in the thread that ends: the store is closed by the thread that opened it.
        self._thread.finished.connect(self._clerk.close, Qt.ConnectionType.DirectConnection)
        self._clerk.seen.connect(self._take)
        self._clerk.answered.connect(self._pass_answer)
        self._clerk.failed.connect(self._pass_failure)
        self._clerk.taken.connect(self._pass_taken)
        self._clerk.watched.connect(self._take_watched)

    def begin(self) -> None:
        """Look at the queue from now on."""
        if not self._closed and not self._thread.isRunning():  # a job's end may be told after the window is gone
            self._thread.start()
            self._begin.emit()

    def ask(self, key: Any, call: Call) -> None:
        """Call `call` with a store in the desk's thread; `answered` or `failed` comes with `key`."""
        self.begin()
        self._do.emit(key, call)

    # What comes after the window is gone concerns nobody.

    @Slot(object)
    def _take(self, view: QueueView) -> None:
        if not self._closed:
            self.view = view
            self.seen.emit(view)

    @Slot(object, object)
    def _pass_answer(self, key: Any, value: Any) -> None:
        if not self._closed:
            self.answered.emit(key, value)

    @Slot(object, object)
    def _pass_failure(self, key: Any, error: SiarError) -> None:
        if not self._closed:
            self.failed.emit(key, error)

    @Slot(object)
    def _pass_taken(self, entries: Any) -> None:
        if not self._closed:
            self.taken.emit(entries)

    @Slot(object, object)
    def _take_watched(self, watched: tuple[Any, ...], problems: dict[Path, str]) -> None:
        if not self._closed:
            self.watched, self.watch_problems = watched, problems
            self.watched_changed.emit()

    def close(self) -> None:
        """End the thread, when what it does is done."""
        self._closed = True
        if self._thread.isRunning():
            self._thread.quit()
            self._thread.wait(40_000)
