"""Open a workspace for work: make it on first use, look that it is whole, take the day's backup."""

from __future__ import annotations

from pathlib import Path

from studio.store import Store, open_store
from studio.workspace import open_workspace


def open_studio(root: Path | None = None) -> Store:
    """The store of the workspace in `root`, else in `$SIAR_WORKSPACE`, else in `~/Siar`; made on first use.

    Raises ReadOnlyWorkspace, NewerSchema, DamagedDatabase or WorkspaceBusy.
    """
    return open_store(open_workspace(root))
