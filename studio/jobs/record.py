"""Jobs as rows of the workspace: begun, how far, how they ended; so that a crash is seen and can be mended."""

from __future__ import annotations

import contextlib
import time
from pathlib import Path

import psutil

from studio.errors import InvalidValue
from studio.jobs.events import Cancelled, Done, Final, JobRequest, Progress
from studio.store import Store, open_store
from studio.store import jobs as rows
from studio.store.jobs import JobRow, JobState
from studio.workspace import open_workspace

_BETWEEN_S = 2.0  # each note of progress is a write to disk


class Ledger:
    """The jobs of one workspace, as the worker's thread writes them down; that thread opens the store itself.

    `resumes` is a row whose work this is again: it keeps its number.
    """

    def __init__(self, root: Path, resumes: JobRow | None = None) -> None:
        self._root = root
        self._resumes = resumes
        self._store: Store | None = None
        self._noted = 0.0

    def begin(self, request: JobRequest, pid: int) -> int:
        """Write the job down as running in the process `pid`; its number. InvalidValue if it runs already."""
        store = self._open()
        row = self._resumes or rows.add_job(store, request.title, request.function, request.arguments)
        if not rows.start_job(store, row.id, pid):
            raise InvalidValue(f"Job {row.id} runs or is done", "`siar jobs list` shows how the jobs stand")
        return row.id

    def go_on(self, row: int, old: int, pid: int) -> None:
        """Note that the job goes on in another process than `old`. InvalidValue if another program has it by now."""
        if not rows.move_job(self._open(), row, old, pid):
            raise InvalidValue(f"Job {row} goes on in another program", "`siar jobs list` shows how the jobs stand")

    def progress(self, row: int, event: Progress) -> None:
        """Note how far the job is, at most every two seconds."""
        if time.monotonic() - self._noted >= _BETWEEN_S:
            self._noted = time.monotonic()
            rows.update_job(self._open(), row, event.fraction, event.message)

    def end(self, row: int, final: Final) -> None:
        """Write down how the job ended."""
        store = self._open()
        if isinstance(final, Done):
            rows.finish_job(store, row, JobState.DONE, result=final.result)
        elif isinstance(final, Cancelled):
            rows.finish_job(store, row, JobState.CANCELLED)
        else:
            rows.finish_job(store, row, JobState.FAILED, error=str(final.error))

    def is_cancelled(self, row: int) -> bool:
        """Whether another program cancelled the job."""
        return rows.get_job(self._open(), row).state is JobState.CANCELLED

    def close(self) -> None:
        """Close the store."""
        if self._store is not None:
            self._store.close()
            self._store = None

    def _open(self) -> Store:
        if self._store is None:
            self._store = open_store(open_workspace(self._root))
        return self._store


def end_process_of(pid: int) -> None:
    """End the process `pid` with all its children; nothing happens if it is gone."""
    with contextlib.suppress(psutil.NoSuchProcess):
        worker = psutil.Process(pid)
        for process in [*worker.children(recursive=True), worker]:
            with contextlib.suppress(psutil.NoSuchProcess):
                process.kill()
