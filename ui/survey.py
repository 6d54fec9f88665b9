"""Readiness found off the window's thread: of the item in the inspector first, then of every card's ring.

A thread of Python takes turns with the window's, and one that computes makes the window wait for 5 ms at every turn. So
the rings begin when nobody has touched the window for a moment, and stop while somebody does.
"""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QThread, QTimer, Signal, Slot
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QWidget

from studio.errors import SiarError
from studio.plan.item import Item

if TYPE_CHECKING:
    from studio.steps import Readiness

REST_MS = 200
_TURN_S = 0.0005
_ACTS = frozenset(
    {
        QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.Wheel,
        QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop, QEvent.Type.Resize,
    }
)  # fmt: skip


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
        # Set by the window's thread, read by this one between two items: a single word needs no lock.
        self.held = False

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
    def go_on(self) -> None:
        """Find the others, after a pause."""
        if self._timer is not None and self._rings:
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
        if self._rings and not self.held:
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
    """The window's side: owns the thread, and passes wishes and findings across it.

    Its parent is the window whose acts it waits for.
    """

    found = Signal(object)
    failed = Signal(object)
    _look = Signal(object)
    _survey = Signal(object)
    _go_on = Signal()

    def __init__(self, root: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # The window's thread asks for its turn after this long; Python's usual 5 ms are a third of a frame.
        sys.setswitchinterval(_TURN_S)
        self._thread = QThread(self)
        self._thread.setObjectName("siar-survey")
        self._surveyor = Surveyor(root)
        self._surveyor.moveToThread(self._thread)
        self._look.connect(self._surveyor.look)
        self._survey.connect(self._surveyor.survey)
        self._go_on.connect(self._surveyor.go_on)
        self._asked: tuple[Item, ...] | None = None
        self._known: dict[int, Readiness] = {}
        self._watched: QWindow | None = None
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._begin)
        # `finished` is emitted in the thread that ends: the store is closed by the thread that opened it.
        self._thread.finished.connect(self._surveyor.close, Qt.ConnectionType.DirectConnection)
        self._surveyor.found.connect(self._take)
        self._surveyor.failed.connect(self.failed)
        self._thread.start()

    @Slot(object)
    def _take(self, readiness: Readiness) -> None:
        self._known[readiness.item_id] = readiness
        self.found.emit(readiness)

    def known(self, item_id: int) -> Readiness | None:
        """What was found of an item last, to be shown until it is looked at again."""
        return self._known.get(item_id)

    def look(self, item: Item) -> None:
        """Ask for one item's readiness."""
        self._look.emit(item)

    def survey(self, items: Iterable[Item]) -> None:
        """Ask for many, when the window rests; a later call takes the place of an earlier one."""
        self._asked = tuple(items)
        self.pause()

    def pause(self) -> None:
        """Somebody acts: leave the processor to the window until it rests."""
        self._surveyor.held = True
        self._rest.start()
        self._watch()

    def _begin(self) -> None:
        self._surveyor.held = False
        asked, self._asked = self._asked, None
        if asked is not None:
            self._survey.emit(asked)
        else:
            self._go_on.emit()

    def _watch(self) -> None:
        # The native window sees every act before any widget does, and few other events.
        parent = self.parent()
        native = parent.window().windowHandle() if isinstance(parent, QWidget) else None
        if native is not None and native is not self._watched:
            self._watched = native
            native.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _ACTS:
            self.pause()
        return False

    def close(self) -> None:
        """End the thread; it must not outlive the window."""
        self._rest.stop()
        if self._watched is not None:
            self._watched.removeEventFilter(self)
            self._watched = None
        self._thread.quit()
        self._thread.wait(40_000)  # longer than a store waits for another process
