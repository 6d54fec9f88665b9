"""Backups of `siar.db`: copied by SQLite, verified, renamed into place; thinned; restored."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from studio.errors import InvalidValue
from studio.files import existing_file, free_name, whole_file, write_error
from studio.store.connection import WAIT_S, advised, busy
from studio.store.session import Store
from studio.store.soundness import damaged, examine, find_damage, newest_good
from studio.workspace import Workspace, backup_name, backups, superfluous


def back_up(store: Store) -> Path:
    """A verified backup of the whole workspace database, made now; old backups are thinned. Its path.

    Raises OutOfSpace, CannotWrite, WorkspaceBusy, or DamagedDatabase where the database itself is not whole.
    """
    with advised(store.workspace):
        path = back_up_database(store.workspace, store.db.conn)
    thin(store.workspace)
    return path


def back_up_file(workspace: Workspace) -> Path:
    """`back_up` of a workspace whose store another thread has open: by a connection of its own. Its path."""
    with advised(workspace), closing(sqlite3.connect(workspace.database, timeout=WAIT_S)) as present:
        path = back_up_database(workspace, present)
    thin(workspace)
    return path


def back_up_database(workspace: Workspace, connection: sqlite3.Connection) -> Path:
    """A verified copy of what `connection` reads, in the workspace's backups. Its path.

    The copy is page by page, so what is wrong with it is wrong with the database: DamagedDatabase.
    """
    if connection.in_transaction:
        raise RuntimeError("a backup within a transaction would hold changes that may never be made")
    path = free_name(workspace.backups / backup_name(datetime.now()))
    with whole_file(path) as temporary:
        with closing(sqlite3.connect(temporary)) as copy:
            connection.backup(copy, progress=_patience(workspace.database), sleep=0.05)
        with closing(sqlite3.connect(temporary)) as copy:
            why = find_damage(copy)
        if why is not None:
            raise damaged(workspace.database, why, newest_good(workspace))
    return path


def thin(workspace: Workspace) -> list[Path]:
    """Remove the backups that need not be kept, and halves that a killed process left; those that were removed."""
    gone = superfluous(backups(workspace), datetime.now().date())
    gone += [path for path in workspace.backups.glob(".siar-*.db*") if _is_old(path)]
    for path in gone:
        # One that another program has open on Windows is taken next time.
        with suppress(OSError):
            path.unlink(missing_ok=True)
    return gone


def restore(workspace: Workspace, file: Path) -> Path | None:
    """Put the backup `file` in place of the workspace's database; where what was there now lies, None if nothing was.

    What is there is backed up first; a damaged database is kept as it is, under backups/. The store is not open
    in this process meanwhile. Raises NotFound, DamagedDatabase or NewerSchema for the backup (nothing is changed then).
    """
    examine(existing_file(file))
    if workspace.database.exists() and file.samefile(workspace.database):
        raise InvalidValue(f"{file} is the workspace's database itself", f"Choose a backup from {workspace.backups}")
    kept, revision = _keep_present(workspace)
    with advised(workspace), closing(sqlite3.connect(workspace.database, timeout=WAIT_S)) as target:
        with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)) as source:
            source.backup(target, progress=_patience(workspace.database), sleep=0.05)
        # Views compare this number: it must not come back to one that they have seen.
        target.execute("UPDATE plan_state SET revision = max(revision, ?) + 1", [revision])
        target.commit()
    thin(workspace)
    return kept


def _keep_present(workspace: Workspace) -> tuple[Path | None, int]:
    path = workspace.database
    if not path.exists() or path.stat().st_size == 0:
        return None, 0
    with advised(workspace), closing(sqlite3.connect(path, timeout=WAIT_S)) as present:
        if find_damage(present) is None:
            return back_up_database(workspace, present), _revision(present)
    return set_aside(workspace), 0


def _revision(connection: sqlite3.Connection) -> int:
    if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'plan_state'").fetchone():
        return 0
    return int(connection.execute("SELECT revision FROM plan_state").fetchone()[0])


def _is_old(path: Path) -> bool:
    """Whether nobody can be writing this file any more."""
    with suppress(OSError):
        return time.time() - path.stat().st_mtime > 24 * 3600
    return False


def look_for_damage(workspace: Workspace) -> None:
    """Raise DamagedDatabase, with the newest good backup named, where the workspace's database is not whole."""
    with advised(workspace), closing(sqlite3.connect(workspace.database, timeout=WAIT_S)) as present:
        if (why := find_damage(present)) is not None:
            raise damaged(workspace.database, why, newest_good(workspace))


def set_aside(workspace: Workspace) -> Path:
    """Move the workspace's database as it is under backups/, with its journal; where it lies then.

    The store is not open in this process meanwhile. Raises CannotWrite.
    """
    kept = free_name(workspace.backups / f"damaged-{backup_name(datetime.now())}")
    try:
        workspace.database.rename(kept)
        # Its journal belongs to it: SQLite would roll it back into the restored database.
        for ending in ("-journal", "-wal", "-shm"):
            beside = workspace.database.with_name(workspace.database.name + ending)
            if beside.exists():
                beside.rename(kept.with_name(kept.name + ending))
    except OSError as error:
        raise write_error(kept, error) from error
    return kept


def _patience(path: Path) -> Callable[[int, int, int], None]:
    """A progress callback that gives up after WAIT_S: the backup itself would ask a locked database for ever."""
    until = time.monotonic() + WAIT_S

    def ask(status: int, remaining: int, total: int) -> None:
        if status & 0xFF in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED} and time.monotonic() > until:
            raise busy(path)

    return ask
