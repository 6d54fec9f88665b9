"""One run of the window: the application's look and language, the open workspace, and the window on it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QWidget

from studio.errors import SiarError
from studio.resources import assets
from studio.store import Store
from ui import fonts, i18n, theme
from ui.bridge import JobBridge
from ui.notices import Notices
from ui.plan import Plan
from ui.preferences import Preferences
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
        self.problem: QWidget | None = None
        self.error: SiarError | None = None
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
        self.notices.take_excepthook()
        self.build()
        return True

    def build(self) -> None:
        """Make the window and show it."""
        assert self.store is not None
        plan = Plan(self.store, self.notices)
        self.window = Window(plan, JobBridge(self._worker), self.notices, self.preferences)
        plan.setParent(self.window)
        self.window.bridge.setParent(self.window)
        self.window.language_chosen.connect(self.speak)
        if not self.window.restoreGeometry(self.preferences.geometry):
            area = self.window.screen().availableGeometry()
            self.window.resize(min(1440, area.width()), min(900, area.height()))
        self.window.show()

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
        if self.window.bridge.jobs:
            text = self.tr("The language changes when the window is opened next: a job is running.")
            self.notices.info(text)
            return
        page, old = self.window.stack.currentIndex(), self.window
        i18n.speak(self.application, code)
        quits = self.application.quitOnLastWindowClosed()
        self.application.setQuitOnLastWindowClosed(False)
        old.close()
        old.deleteLater()
        self.build()
        self.window.show_page(page)
        self.application.setQuitOnLastWindowClosed(quits)

    def show_problem(self) -> None:
        """Say why the workspace cannot be opened, and what to do."""
        from ui.problem import ProblemPage

        assert self.error is not None
        self.problem = ProblemPage(self.error)
        self.problem.folder_chosen.connect(self._try_folder)
        self.problem.show()

    def _try_folder(self, folder: Path) -> None:
        self.root = folder
        if self.open():
            self.problem.hide()
            self.problem.deleteLater()
            self.problem = None
        else:
            self.problem.show_error(self.error)

    def close(self) -> None:
        """Close what is open."""
        if self.window is not None:
            self.window.stop_and_close()
        if self.store is not None:
            self.store.close()
            self.store = None
