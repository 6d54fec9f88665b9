"""Digests of files, computed once for as long as a file does not change."""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path

from studio.errors import OutOfSpace, ReadOnlyWorkspace, WorkspaceBusy
from studio.files import digest, existing_file
from studio.store.session import Store

# A file that was written this short a while ago may be written again within the same tick of its clock
# (FAT counts in 2 s), and so change without a sign.
_SETTLED_NS = 2_500_000_000


def file_digest(store: Store, path: Path) -> str:
    """`studio.files.digest` of `path`, remembered by its path, size and time of change. Raises NotFound, OSError."""
    path = existing_file(path).resolve()
    state = path.stat()
    rows = store.rows(
        "SELECT digest FROM digests WHERE path = ? AND size = ? AND mtime_ns = ?",
        [str(path), state.st_size, state.st_mtime_ns],
    )
    if rows:
        return str(rows[0]["digest"])
    value = digest(path)
    if time.time_ns() - state.st_mtime_ns > _SETTLED_NS and path.stat().st_mtime_ns == state.st_mtime_ns:
        # Remembering spares time and no more: a full disk must not make what is there look as if it were not.
        with suppress(OutOfSpace, WorkspaceBusy, ReadOnlyWorkspace), store.transaction():
            store.db.execute(
                "INSERT INTO digests VALUES (?, ?, ?, ?) ON CONFLICT (path) DO UPDATE"
                " SET size = excluded.size, mtime_ns = excluded.mtime_ns, digest = excluded.digest",
                [str(path), state.st_size, state.st_mtime_ns, value],
            )
    return value
