"""Whether a file is a whole database of this program, and one that this version can read."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from studio.errors import DamagedBackup, DamagedDatabase, NewerSchema, SiarError, WorkspaceError
from studio.store.migrations import APPLICATION_ID, SCHEMA, USER_TABLES
from studio.workspace import Workspace, backups

_DAMAGE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


def schema_of(connection: sqlite3.Connection) -> int:
    """The number of the last migration that the database went through, 0 for a new one."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def is_empty(connection: sqlite3.Connection) -> bool:
    """Whether nothing was ever stored in the database."""
    return bool(connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0)


def refuse_foreign(connection: sqlite3.Connection, path: Path) -> None:
    """Raise NewerSchema or WorkspaceError where `path` is not a database that this version can read."""
    schema = schema_of(connection)
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    if application != APPLICATION_ID and not (application == 0 and schema == 0 and is_empty(connection)):
        raise WorkspaceError(f"{path} is a database of another program", "Move it away, or choose another file")
    if schema > SCHEMA:
        raise NewerSchema(
            f"{path} was written by a newer Siar Studio (schema {schema}; this version knows {SCHEMA})",
            "Install the newest Siar Studio, then open it again",
        )


def find_damage(connection: sqlite3.Connection) -> str | None:
    """What is wrong in the database, None if it is whole: SQLite's quick_check, and all that was planned can be read.

    quick_check looks at how the pages hang together; a few spoilt bytes within a text are nothing to it.
    """
    try:
        answer = str(connection.execute("PRAGMA quick_check(1)").fetchone()[0])
        if answer != "ok":
            return " ".join(answer.split())
        there = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        for table in there.intersection(USER_TABLES):
            for _ in connection.execute(f"SELECT * FROM {table}"):
                pass
    except (sqlite3.Error, UnicodeDecodeError) as error:
        why = damage_told_by(error)
        if why is None:
            raise
        return why
    return None


def damage_told_by(error: Exception) -> str | None:
    """What is wrong with a database of which a query gave `error`; None where the error tells of no damage."""
    if isinstance(error, UnicodeDecodeError) or str(error).startswith("Could not decode to UTF-8"):
        return "a text in it cannot be read"
    return str(error) if getattr(error, "sqlite_errorcode", 0) & 0xFF in _DAMAGE else None


def examine(path: Path) -> None:
    """Raise DamagedDatabase, NewerSchema or WorkspaceError unless `path` is a whole backup that we can read."""
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as connection:
            if (why := find_damage(connection)) is not None:
                raise _bad_backup(path, why)
            refuse_foreign(connection, path)
            if is_empty(connection):
                raise _bad_backup(path, "it is empty")
    except sqlite3.DatabaseError as error:
        raise _bad_backup(path, str(error)) from error


def _bad_backup(path: Path, why: str) -> DamagedBackup:
    return DamagedBackup(f"The backup {path} is damaged ({why})", "Choose one that is whole")


def newest_good(workspace: Workspace) -> Path | None:
    """The newest backup of the workspace that is whole, None if there is none."""
    for path in backups(workspace):
        try:
            examine(path)
        except SiarError:
            continue
        return path
    return None


def damaged(path: Path, why: str, good: Path | None) -> DamagedDatabase:
    """The error for a workspace's database at `path` that is not whole; `good` is the newest backup that is."""
    if good is None:
        advice = "No backup of it is whole: move it away to begin anew, or restore a copy of yours"
    else:
        advice = f'The newest good backup is {good.name}: run `siar restore "{good}"`'
    return DamagedDatabase(f"The database {path} is damaged ({why})", advice)
