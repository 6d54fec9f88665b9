"""Backup and restore of the workspace's plan."""

from __future__ import annotations

from pathlib import Path

from studio.store import Store
from studio.store import backups as copies
from studio.workspace import open_workspace


def backup(store: Store) -> Path:
    """A verified backup, made now; its path. Raises OutOfSpace, CannotWrite, WorkspaceBusy or DamagedDatabase."""
    return copies.back_up(store)


def restore(root: Path | None, file: Path) -> Path | None:
    """Bring the backup `file` back; where what was there lies now, None if nothing was.

    Raises NotFound, and DamagedDatabase or NewerSchema for a file that cannot be used; then nothing is changed.
    """
    return copies.restore(open_workspace(root), file.expanduser().absolute())
