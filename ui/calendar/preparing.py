"""Makes the pictures of cards while nobody acts: of this page first, then of the pages to which it may turn."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer

_REST_MS, _SLICE_S = 150, 0.004


class Preparing(QObject):
    """Runs steps of work between events, a few milliseconds at a time, when `rest` was called a moment ago.

    `begin()` gives the work; each of its steps should take less than a millisecond or two.
    """

    def __init__(self, begin: Callable[[], Iterator[None]], parent: QObject) -> None:
        super().__init__(parent)
        self._begin = begin
        self._work: Iterator[None] = iter(())
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._start)
        self._idle = QTimer(self, interval=0)
        self._idle.timeout.connect(self._step)

    def rest(self) -> None:
        """Something changed: drop what is under way, and begin anew when nothing changes any more."""
        self._idle.stop()
        self._rest.start()

    def stop(self) -> None:
        """Do no more."""
        self._idle.stop()
        self._rest.stop()

    def finish(self) -> None:
        """Do all of it now."""
        self.stop()
        for _step in self._begin():
            pass

    def _start(self) -> None:
        self._work = self._begin()
        self._idle.start()

    def _step(self) -> None:
        until = time.perf_counter() + _SLICE_S
        for _step in self._work:
            if time.perf_counter() >= until:
                return
        self._idle.stop()
