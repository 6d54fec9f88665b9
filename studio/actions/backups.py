"""Backup and restore of the workspace's plan."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from studio.errors import NotFound
from studio.store import Store, kept, open_store
from studio.store import backups as copies
from studio.store.connection import moved
from studio.store.kept import Backup, verified
from studio.workspace import backup_time, open_workspace

__all__ = [
    "Backup",
    "backup",
    "backup_beside",
    "backup_to_json",
    "begin_anew",
    "examine_backup",
    "list_backups",
    "look_for_damage",
    "moved",
    "newest_good",
    "restore",
    "verified",
]


def backup(store: Store) -> Path:
    """A verified backup, made now; its path. Raises OutOfSpace, CannotWrite, WorkspaceBusy or DamagedDatabase."""
    return copies.back_up(store)


def backup_beside(root: Path | None) -> Path:
    """`backup` of a workspace whose store another thread has open; its path."""
    return copies.back_up_file(open_workspace(root))


def list_backups(root: Path | None, *, verify: bool = True) -> list[Backup]:
    """The backups of the workspace, the newest first; without `verify` none is opened, which takes no time.

    Raises WorkspaceError where the workspace cannot be used; a damaged database is no hindrance.
    """
    found = kept.kept(open_workspace(root))
    return [verified(one) for one in found] if verify else found


def newest_good(root: Path | None) -> Backup | None:
    """The newest backup that is whole, None if there is none; those before it are looked at and no more."""
    return next((one for one in map(verified, list_backups(root, verify=False)) if one.whole), None)


def examine_backup(file: Path) -> Backup:
    """What a backup from anywhere is, such as one from a USB stick: verified. Raises NotFound."""
    path = file.expanduser().absolute()
    try:
        found = path.stat()
    except OSError as error:
        raise NotFound(f"There is no file {path}", "Check the name, or choose the file again") from error
    return verified(Backup(path, backup_time(path) or datetime.fromtimestamp(found.st_mtime), found.st_size))


def look_for_damage(root: Path | None) -> None:
    """Raise DamagedDatabase where the plan is not whole: every page is looked at, which no query does."""
    workspace = open_workspace(root)
    if workspace.database.exists():
        copies.look_for_damage(workspace)


def restore(root: Path | None, file: Path) -> Path | None:
    """Bring the backup `file` back; where what was there lies now, None if nothing was.

    Raises NotFound, and DamagedDatabase or NewerSchema for a file that cannot be used; then nothing is changed.
    """
    return copies.restore(open_workspace(root), file.expanduser().absolute())


def begin_anew(root: Path | None) -> Path:
    """Move a database that cannot be used under backups/, so that the workspace opens empty; where it lies now.

    Raises NotFound where there is none, and CannotWrite.
    """
    workspace = open_workspace(root)
    if not workspace.database.exists():
        raise NotFound(f"There is no plan in {workspace.root}", "Open it: a new plan is made")
    kept_as = copies.set_aside(workspace)
    open_store(workspace).close()
    return kept_as


def backup_to_json(one: Backup) -> dict[str, Any]:
    """`one` under the keys of `siar backup --list --json`; the time is local, without a zone."""
    return {
        "path": str(one.path),
        "made_at": one.made_at.isoformat(timespec="seconds"),
        "size": one.size,
        "items": one.items,
        "whole": one.whole,
        "reason": one.reason,
    }
