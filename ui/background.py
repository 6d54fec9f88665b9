"""Short reading work off the window's thread: one result, handed to a bound method of a QObject."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from studio.errors import SiarError


@dataclass(frozen=True, slots=True)
class Result:
    """What a background call gave: `value`, or the error that ended it; `key` tells which call it was."""

    key: Any
    value: Any = None
    error: SiarError | None = None


class Background(QObject):
    """Runs calls in a small pool. `finished` arrives in the thread of this object, which is the window's."""

    finished = Signal(object)  # Result

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        # Pillow and the database hold the GIL for most of their time: more threads would only take turns.
        self._pool.setMaxThreadCount(1)

    def run(self, key: Any, call: Callable[[], Any]) -> None:
        """Call `call` in the pool."""
        self._pool.start(_Call(self, key, call))

    def drop(self) -> None:
        """Forget the calls that wait; what runs goes on."""
        self._pool.clear()

    def close(self) -> None:
        """Drop what waits, and wait for what runs."""
        self._pool.clear()
        self._pool.waitForDone(40_000)  # longer than a store waits for another process


class _Call(QRunnable):
    def __init__(self, owner: Background, key: Any, call: Callable[[], Any]) -> None:
        super().__init__()
        self._owner, self._key, self._call = owner, key, call

    def run(self) -> None:
        try:
            result = Result(self._key, self._call())
        except SiarError as error:
            result = Result(self._key, error=error)
        except Exception as error:  # noqa: BLE001  QRunnable would swallow it; here it becomes a notice
            result = Result(self._key, error=SiarError(f"Something unforeseen went wrong ({error!r})"))
        self._owner.finished.emit(result)
