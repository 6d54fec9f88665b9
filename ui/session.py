"""One run of the window: the application's look and language, the open workspace, and the window on it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from studio.errors import SiarError
from studio.resources import assets
from studio.store import Store
from ui import fonts, i18n, theme
from ui.bridge import JobBridge
from ui.notices import Notices
from ui.plan import Plan
from ui.preferences import Preferences
from ui.recovery import Recovery
from ui.window import Window


class Session(QObject):
    """Owns what outlives a window."""

    def __init__(self, application: QApplication, root: Path | None) -> None:
        super().__init__()
        self.application = application
        self.root = root
        self.preferences = Preferences()
        self.notices = Notices(self)
        self.store: Store | None = None
        self.window: Window | None = None
        self.error: SiarError | None = None
        self.recovery = Recovery(self)
        self._quits = application.quitOnLastWindowClosed()
        application.setApplicationName("Siar Studio")
        application.setDesktopFileName("siar-studio")
        application.setWindowIcon(QIcon(str(assets("icons", "siar-studio.svg"))))
        application.setStyle("Fusion")
        fonts.load(application)
        i18n.speak(application, self.preferences.language)
        theme.apply(application, self.preferences.theme)

    def open(self) -> bool:
        """Open the workspace and show its window; False, with the reason in `error`, where that cannot be."""
        from studio import actions

        try:
            self.store = actions.open_studio(self.root)
        except SiarError as error:
            self.error = error
            return False
        self.error = None
        self.notices.take_excepthook()
        self.build()
        if self.recovery.damage is not None:  # met by the window's first queries
            self.leave(self.recovery.damage)
            return False
        return True

    def build(self) -> None:
        """Make the window and show it."""
        assert self.store is not None
        plan = Plan(self.store, self.notices)
        self.window = Window(plan, JobBridge(self._worker), self.notices, self.preferences)
        plan.setParent(self.window)
        self.window.bridge.setParent(self.window)
        self.window.language_chosen.connect(self.speak)
        self.recovery.watch(self.window)
        if not self.window.restoreGeometry(self.preferences.geometry):
            area = self.window.screen().availableGeometry()
            self.window.resize(min(1440, area.width()), min(900, area.height()))
        self.window.show()
        self.shown()

    def _worker(self, on_event):  # type: ignore[no-untyped-def]
        from studio.jobs.record import Ledger
        from studio.jobs.worker import Worker

        assert self.store is not None
        return Worker(on_event, Ledger(self.store.workspace.root))

    def speak(self, code: str) -> None:
        """Change the interface's language: the window is built anew, on the page where it was."""
        self.preferences.language = code
        if self.window is None:
            return
        if self.window.running:
            text = self.tr("The language changes when the window is opened next: a job is running.")
            self.notices.info(text)
            return
        page = self.window.stack.currentIndex()
        i18n.speak(self.application, code)
        self._close_window()
        self.build()
        self.window.show_page(page)

    def _close_window(self) -> None:
        """Close the window, and go on: something takes its place."""
        self.application.setQuitOnLastWindowClosed(False)
        old, self.window = self.window, None
        old.stop_and_close()
        old.deleteLater()

    def shown(self) -> None:
        """A window is there again, whose end is the program's."""
        self.application.setQuitOnLastWindowClosed(self._quits)

    def rest(self) -> None:
        """Close the store under a window that goes on being shown, while the plan is changed as a whole."""
        self.root = self.store.workspace.root
        self.window.rest()
        self.store.close()
        self.store = None

    def leave(self, error: SiarError | None) -> None:
        """Close window and store; `error` is why the workspace cannot be shown now."""
        if self.store is not None:
            self.rest()
        self._close_window()
        self.error = error

    def show_problem(self) -> None:
        """Say why the workspace cannot be opened, and what to do."""
        self.recovery.show_problem()

    def close(self) -> None:
        """Close what is open."""
        self.recovery.close()
        if self.window is not None:
            self.window.stop_and_close()
        if self.store is not None:
            self.store.close()
            self.store = None
