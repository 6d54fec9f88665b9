"""The backups that a workspace keeps: when each was made, its size, what it holds, and whether it is whole."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from studio.errors import SiarError
from studio.store.soundness import examine
from studio.workspace import Workspace, backup_time, backups


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup of the plan; `made_at` is local time, `size` in bytes.

    While it was not looked at, `items` and `whole` are None. One that is not whole says why in `reason`, and one that
    a newer Siar Studio wrote counts as not whole here: it cannot be restored.
    """

    path: Path
    made_at: datetime
    size: int
    items: int | None = None
    whole: bool | None = None
    reason: str = ""


def kept(workspace: Workspace) -> list[Backup]:
    """The workspace's backups, the newest first, as their names and sizes tell them: none is opened."""
    found = []
    for path in backups(workspace):
        made_at = backup_time(path)
        with suppress(OSError):  # another program thinned it just now
            if made_at is not None:
                found.append(Backup(path, made_at, path.stat().st_size))
    return found


def verified(backup: Backup) -> Backup:
    """`backup` after a look into its file: whether it is whole, and how many items it holds."""
    try:
        examine(backup.path)
        return replace(backup, whole=True, items=_count(backup.path), reason="")
    except SiarError as error:
        return replace(backup, whole=False, items=None, reason=str(error))
    except sqlite3.Error as error:
        return replace(backup, whole=False, items=None, reason=f"It cannot be read ({error}).")


def _count(path: Path) -> int:
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        return int(connection.execute("SELECT count(*) FROM items").fetchone()[0])
