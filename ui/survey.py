"""Readiness found off the window's thread: of the item in the inspector first, then of every card's ring."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QThread, QTimer, Signal, Slot

from studio.errors import SiarError
from studio.plan.item import Item


class Surveyor(QObject):
    """Lives in a thread of its own, with a store of its own (a store belongs to the thread that opened it)."""

    found = Signal(object)  # Readiness
    failed = Signal(object)  # SiarError

    def __init__(self, root: Path) -> None:
        super().__init__()
        self._root = root
        self._store = None
        self._rings: deque[Item] = deque()
        self._timer: QTimer | None = None

    @Slot(object)
    def look(self, item: Item) -> None:
        """Find one item's readiness now."""
        self._find(item)

    @Slot(object)
    def survey(self, items: Iterable[Item]) -> None:
        """Find these items' readiness, one after another, in place of what was still to do."""
        if self._timer is None:
            # One at a time from the event loop, so that a `look` never waits for a whole month.
            self._timer = QTimer(self, interval=0)
            self._timer.timeout.connect(self._next)
        self._rings = deque(items)
        self._timer.start()

    @Slot()
    def close(self) -> None:
        """Close the store, in the thread that opened it."""
        self._rings.clear()
        if self._timer is not None:
            self._timer.stop()
        if self._store is not None:
            self._store.close()
            self._store = None

    @Slot()
    def _next(self) -> None:
        if self._rings:
            self._find(self._rings.popleft())
        elif self._timer is not None:
            self._timer.stop()

    def _find(self, item: Item) -> None:
        from studio import actions

        try:
            if self._store is None:
                self._store = actions.open_studio(self._root)
            self.found.emit(actions.readiness(self._store, item))
        except SiarError as error:
            self._rings.clear()
            self.failed.emit(error)
        except Exception as error:  # noqa: BLE001  an exception in this thread's slots would only be printed
            self.failed.emit(SiarError(f"The readiness of “{item.title}” cannot be told ({error!r})"))


class Survey(QObject):
    """The window's side: owns the thread, and passes wishes and findings across it."""

    found = Signal(object)
    failed = Signal(object)
    _look = Signal(object)
    _survey = Signal(object)

    def __init__(self, root: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = QThread(self)
        self._thread.setObjectName("siar-survey")
        self._surveyor = Surveyor(root)
        self._surveyor.moveToThread(self._thread)
        self._look.connect(self._surveyor.look)
        self._survey.connect(self._surveyor.survey)
        # `finished` is emitted in the thread that ends: the store is closed by the thread that opened it.
        self._thread.finished.connect(self._surveyor.close, Qt.ConnectionType.DirectConnection)
        self._surveyor.found.connect(self.found)
        self._surveyor.failed.connect(self.failed)
        self._thread.start()

    def look(self, item: Item) -> None:
        """Ask for one item's readiness."""
        self._look.emit(item)

    def survey(self, items: Iterable[Item]) -> None:
        """Ask for many; a later call takes the place of an earlier one."""
        self._survey.emit(tuple(items))

    def close(self) -> None:
        """End the thread; it must not outlive the window."""
        self._thread.quit()
        self._thread.wait(10_000)
