"""What leads out of trouble with the workspace: a damaged plan, a backup to go back to, a folder that loses changes."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from studio.errors import DamagedDatabase, SiarError
from ui import words
from ui.background import Background, Result
from ui.desktop import open_path
from ui.notices import Notice
from ui.problem import ProblemPage

if TYPE_CHECKING:
    from studio.actions.backups import Backup
    from ui.session import Session
    from ui.window import Window

FILE_MS = 2000
_SOUND, _PLACE, _NEWEST, _RESTORE = "recovery:sound", "recovery:place", "recovery:newest", "recovery:restore"


class Recovery(QObject):
    """Watches the window of a session, and takes its place while the plan cannot be shown."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.session = session
        self.background = Background(self)
        self.background.finished.connect(self._take)
        self.problem: ProblemPage | None = None
        self.damage: DamagedDatabase | None = None  # found while the window is open
        self._file: tuple[int, int] | None = None  # which file it is that the window has open
        self._timer = QTimer(self, interval=FILE_MS)
        self._timer.timeout.connect(self.look_at_file)
        self._page = 0
        session.notices.on_damage = self.tell_damage

    def watch(self, window: Window) -> None:
        """Look after this window's plan."""
        self._file = _identity(self._root())
        self._timer.start()
        window.begun.connect(self._look)
        window.restore_asked.connect(self.restore)

    def close(self) -> None:
        """Wait for what runs."""
        self._timer.stop()
        self.background.close()
        if self.problem is not None:
            self.problem.close()

    # in the window

    def _look(self) -> None:
        # A query meets only the pages that it reads: damage elsewhere would be met in the middle of work.
        root = self._root()
        self.background.run(_SOUND, partial(_look_for_damage, root))
        self.background.run(_PLACE, partial(_unsafe_place, root))

    def look_at_file(self) -> None:
        """Notice that another program took the open database away, before somebody tries to change it."""
        from studio.actions.backups import moved

        if self.session.store is not None and _identity(self._root()) != self._file:
            self.tell_damage(moved(self.session.store.workspace.database))

    def tell_damage(self, error: DamagedDatabase) -> None:
        """Say that the plan on the disk is damaged, with the way out."""
        self.damage = error
        if self.session.window is None:
            return
        # They would find the same again and again.
        self.session.window.plan.stop_looking()
        self._timer.stop()
        if _identity(self._root()) != self._file:
            self._save_what_is_open()
        self.session.notices.post(
            Notice(
                self.tr("The plan on the disk is damaged."),
                self.tr("What you change now may be lost. A backup can be brought back; the damaged file is kept"),
                "error",
                self.tr("Show the way out"),
                self.leave_window,
            )
        )

    def _save_what_is_open(self) -> None:
        """SQLite still reads the file that it opened, though it has no name any more."""
        from studio.actions.backups import backup

        with suppress(SiarError):  # then an older backup is offered
            backup(self.session.store)

    def leave_window(self) -> None:
        """Close the window, and offer the backups of its damaged plan."""
        assert self.damage is not None
        self.session.leave(self.damage)
        self.show_problem()

    def _tell_place(self, place: str | None) -> None:
        from studio.workspace import NETWORK

        root, preferences = self._root(), self.session.preferences
        if place is None or self.session.store is None or str(root) in preferences.calm_roots:
            return
        text = self.tr("This workspace lies on a network drive, where the plan can lose changes.")
        if place != NETWORK:
            text = self.tr("This workspace lies in a folder that %1 synchronises: the plan can lose changes there.")
        advice = self.tr("Keep it on this computer's own disk, and exchange plans by sheet or calendar file")
        earlier = "\n".join(self.session.store.notices)  # what was told at the start would be covered
        self.session.notices.post(
            Notice(
                text.replace("%1", place),
                f"{advice}.\n{earlier}" if earlier else advice,
                "warn",
                self.tr("Do not warn again"),
                lambda: preferences.calm(root),
            )
        )

    # the page in place of the window

    def show_problem(self) -> None:
        """Say why the workspace cannot be opened, and what to do."""
        error = self.session.error
        assert error is not None
        if self.problem is None:
            self.problem = ProblemPage(error, self.session.root, date.today())
            self.problem.folder_chosen.connect(self._try_folder)
            self.problem.retry_asked.connect(self._open)
            self.problem.restore_asked.connect(self._restore_from)
            self.problem.anew_asked.connect(self._begin_anew)
        else:
            self.problem.show_error(error)
        self.problem.show()
        self.session.shown()
        if isinstance(error, DamagedDatabase):
            self.background.run(_NEWEST, partial(_newest_good, self.session.root))

    def _try_folder(self, folder: Path) -> None:
        self.session.root = folder
        self._open()

    def _open(self) -> bool:
        """Open the workspace, and leave the page; False, and the page says why, where it cannot be."""
        self.damage = None
        if not self.session.open():
            self.show_problem()
            return False
        if self.problem is not None:
            self.problem.hide()
            self.problem.deleteLater()
            self.problem = None
        return True

    def _begin_anew(self) -> None:
        from studio.actions.backups import begin_anew

        try:
            kept = begin_anew(self.session.root)
        except SiarError as error:
            self.problem.refuse(error)
            return
        if self._open():
            self._tell_kept(self.tr("This is an empty plan. The damaged one is kept."), kept)

    # going back to a backup

    def restore(self, backup: Backup) -> None:
        """Put the plan of `backup` in place of the one in the window; what is there is kept."""
        window = self.session.window
        if window.running:
            self.session.notices.info(self.tr("A job is running: restore the backup when it is done."))
            return
        self._page = window.stack.currentIndex()
        window.setEnabled(False)
        self.session.notices.info(self.tr("Restoring…"))
        self.session.rest()
        self._begin_restore(backup.path)

    def _restore_from(self, file: Path) -> None:
        self.problem.say_restoring()
        self._begin_restore(file)

    def _begin_restore(self, file: Path) -> None:
        self.background.run(_RESTORE, partial(_restore, self.session.root, file))

    def _restored(self, made_at: datetime, kept: Path | None) -> None:
        if self.session.window is not None:
            self.session.leave(None)
        if not self._open():
            return
        self.session.window.show_page(self._page)
        made = words.moment(made_at, date.today())
        count = words.items_counted(self.session.window.plan.count())
        text = self.tr("Restored: %1, with %2.").replace("%1", made).replace("%2", count)
        self._tell_kept(text + ("" if kept is None else " " + self.tr("What was there before is kept.")), kept)

    def _not_restored(self, error: SiarError) -> None:
        if self.problem is not None:
            self.problem.refuse(error)
            return
        self.session.leave(None)
        if self._open():
            self.session.window.show_page(self._page)
            self.session.notices.error(error)

    def _tell_kept(self, text: str, kept: Path | None) -> None:
        if kept is None:
            self.session.notices.info(text)
        else:
            self.session.notices.info(text, self.tr("Open folder"), partial(open_path, kept.parent))

    # what the background gives

    def _take(self, result: Result) -> None:
        error = result.error
        if result.key == _SOUND and isinstance(error, DamagedDatabase):
            self.tell_damage(error)
        elif result.key == _PLACE and error is None:
            self._tell_place(result.value)
        elif result.key == _NEWEST and self.problem is not None:
            self.problem.offer(*(result.value if error is None else (None, 0)))
        elif result.key == _RESTORE:
            if error is None:
                self._restored(*result.value)
            else:
                self._not_restored(error)

    def _root(self) -> Path:
        store = self.session.store
        return store.workspace.root if store is not None else self.session.root


def _identity(root: Path) -> tuple[int, int] | None:
    try:
        found = (root / "siar.db").stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _look_for_damage(root: Path) -> None:
    from studio.actions.backups import look_for_damage

    look_for_damage(root)


def _unsafe_place(root: Path) -> str | None:
    from studio.workspace import unsafe_place

    return unsafe_place(root)


def _newest_good(root: Path | None) -> tuple[Backup | None, int]:
    from studio.actions.backups import list_backups, newest_good

    return newest_good(root), len(list_backups(root, verify=False))


def _restore(root: Path | None, file: Path) -> tuple[datetime, Path | None]:
    from studio.actions.backups import examine_backup, restore

    made_at = examine_backup(file).made_at  # before: the file may be one that is thinned away by now
    return made_at, restore(root, file)
