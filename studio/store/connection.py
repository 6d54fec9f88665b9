"""One connection to `siar.db` as this program needs it, and SQLite's errors as sentences."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from studio.errors import DamagedDatabase, OutOfSpace, ReadOnlyWorkspace, SiarError, WorkspaceBusy, WorkspaceError
from studio.store.soundness import damage_told_by, damaged, find_damage, newest_good
from studio.workspace import Workspace

if TYPE_CHECKING:
    from sqlite_utils import Database

WAIT_S = 30.0

_SETTINGS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA recursive_triggers = ON",  # else REPLACE would delete rows without a word in the undo log
    "PRAGMA synchronous = FULL",
    # Before 3.51.3 SQLite's write-ahead log can lose a change when two processes write; this data is small.
    "PRAGMA journal_mode = DELETE",
    # A big action, such as an import, would else write before it is done, and let nobody read meanwhile.
    "PRAGMA cache_spill = OFF",
)


def connect(path: Path) -> Database:
    """A connection to the database at `path`, made there if there is none; its transactions begin IMMEDIATE.

    Raises sqlite3.Error, which `advised` turns into a SiarError.
    """
    from studio.store.database import ImmediateDatabase  # 0.3 s, and numpy with it: not on the way to `siar --help`

    # isolation_level None: the Database begins every transaction; Python's own would begin DEFERRED.
    connection = sqlite3.connect(path, timeout=WAIT_S, isolation_level=None)
    connection.create_function("casefold", 1, _casefold, deterministic=True)  # SQLite's own lower() knows ASCII only
    try:
        return ImmediateDatabase(connection, execute_plugins=False)
    except BaseException:
        connection.close()
        raise


def _casefold(value: str | float | None) -> str | float | None:
    return value.casefold() if isinstance(value, str) else value


def prepare(db: Database) -> None:
    """Settle how `db` is written. Not before its schema is known: a newer one must not be touched."""
    for setting in _SETTINGS:
        db.conn.execute(setting).fetchall()


@contextmanager
def advised(workspace: Workspace) -> Iterator[None]:
    """Turn SQLite's errors about the workspace's database, met in this block, into SiarErrors.

    Mistakes of the program itself (a wrong statement, a broken constraint) stay what they are.
    """
    try:
        yield
    except sqlite3.Error as error:
        told = _advice(error, workspace)
        if told is None:
            raise
        raise told from error
    except UnicodeDecodeError as error:
        # Python could not even read SQLite's words about a spoilt table; or the block read some file of its own.
        why = _damage(workspace)
        if why is None:
            raise
        raise damaged(workspace.database, why, newest_good(workspace)) from error


def _damage(workspace: Workspace) -> str | None:
    with suppress(sqlite3.Error), closing(sqlite3.connect(workspace.database, timeout=WAIT_S)) as other:
        return find_damage(other)
    return None


def _advice(error: sqlite3.Error, workspace: Workspace) -> SiarError | None:
    path = workspace.database
    if (why := damage_told_by(error)) is not None:
        return damaged(path, why, newest_good(workspace))
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return None
    if code == sqlite3.SQLITE_READONLY_DBMOVED:
        return moved(path)
    match code & 0xFF:  # the low byte is the kind of error, the rest its finer grain (sqlite.org/rescode.html)
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return busy(path)
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM | sqlite3.SQLITE_AUTH:
            return ReadOnlyWorkspace(
                f"The workspace's database {path} is read-only",
                "Allow writing to it and to its folder, or choose another workspace",
            )
        case sqlite3.SQLITE_CANTOPEN:
            return ReadOnlyWorkspace(f"{path} cannot be opened", "Allow reading and writing it and its folder")
        case sqlite3.SQLITE_FULL:
            return OutOfSpace(f"The disk that holds {path} is full", "Free some space, then try again")
        case sqlite3.SQLITE_IOERR:
            return WorkspaceError(f"{path} could not be read or written ({error})", "Check the disk, then try again")
        case _:
            return None


def moved(path: Path) -> DamagedDatabase:
    """The error for a database whose file another program took away while it was open here."""
    what = "replaced by another file" if path.exists() else "moved or removed"
    return DamagedDatabase(f"The database {path} was {what} while it was open", "Close it here, then open it again")


def busy(path: Path) -> WorkspaceBusy:
    """The error for a database at `path` that another process holds for longer than we wait."""
    return WorkspaceBusy(
        f"Another program has been changing {path} for too long",
        "Close the other window of Siar Studio or wait until it is done, then try again",
    )
