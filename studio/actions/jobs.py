"""The queue: run a request to its end, list what ran, go on with what was cut off, stop what runs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from studio.errors import InvalidValue, NotFound
from studio.jobs.events import Event, JobRequest
from studio.jobs.record import Ledger, end_process_of
from studio.jobs.worker import run_request
from studio.store import Store
from studio.store import jobs as rows
from studio.store.jobs import JobRow, JobState


def run_job(store: Store, request: JobRequest, on_event: Callable[[Event], None]) -> Any:
    """Run one request in the worker, recorded in the workspace; returns its result or raises its error."""
    return run_request(request, on_event, Ledger(store.workspace.root))


def list_jobs(store: Store) -> list[JobRow]:
    """All jobs, the newest first; those whose process is gone are shown as interrupted."""
    rows.interrupt_dead_jobs(store)
    return rows.list_jobs(store)[::-1]


def interrupted(store: Store, number: int | None = None) -> list[JobRow]:
    """The job with that number, or all that were cut off, oldest first. Raises NotFound."""
    rows.interrupt_dead_jobs(store)
    if number is not None:
        return [rows.get_job(store, number)]
    return rows.list_jobs(store, [JobState.INTERRUPTED])


def resume_job(store: Store, row: JobRow, on_event: Callable[[Event], None]) -> Any:
    """Run a job again under its own number; what it had finished is fresh by now, and is not made twice.

    Raises InvalidValue for one that runs or is done.
    """
    if row.state in (JobState.RUNNING, JobState.DONE):
        raise InvalidValue(f"Job {row.id} is {row.state}", "Only what was cut off, failed or cancelled can be resumed")
    request = JobRequest(row.title, row.function, row.arguments)
    return run_request(request, on_event, Ledger(store.workspace.root, resumes=row))


def cancel_job(store: Store, number: int) -> JobRow:
    """Stop a running job of any process, or drop one that waits. Raises NotFound if there is none to stop."""
    rows.interrupt_dead_jobs(store)
    row = rows.get_job(store, number)
    if row.state not in (JobState.WAITING, JobState.RUNNING):
        raise NotFound(
            f"Job {number} does not run, it is {row.state}", "`siar jobs list` shows the jobs and their states"
        )
    # Written first: whoever runs the job finds the reason when its process is gone.
    rows.finish_job(store, row.id, JobState.CANCELLED)
    if row.pid is not None:
        end_process_of(row.pid)
    return row
