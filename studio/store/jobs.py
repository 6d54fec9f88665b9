"""The queue of long work as it lies on disk, so that it outlives a crash."""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from studio.errors import NotFound
from studio.store.processes import created_at, is_alive
from studio.store.session import Store

KEPT_ENDED = 500


class JobState(StrEnum):
    """How far a job is; "interrupted" means that its process died."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"
    INTERRUPTED = "interrupted"


ENDED = frozenset({JobState.DONE, JobState.FAILED, JobState.CANCELLED, JobState.INTERRUPTED})


@dataclass(frozen=True, slots=True)
class JobRow:
    """One job: a dotted function name and its arguments. Times are in UTC; `fraction` is 0 to 1."""

    id: int
    title: str
    function: str
    arguments: dict[str, Any]
    state: JobState
    fraction: float
    message: str
    created: datetime
    started: datetime | None
    ended: datetime | None
    error: str
    result: Any
    pid: int | None = None


def add_job(store: Store, title: str, function: str, arguments: Mapping[str, Any]) -> JobRow:
    """Put a job at the end of the queue. Of those that ended, the newest 500 are kept."""
    with store.transaction():
        cursor = store.db.execute(
            "INSERT INTO jobs (title, function, arguments, state, fraction, message, created, error)"
            " VALUES (?, ?, ?, ?, 0, '', ?, '')",
            [title, function, json.dumps(dict(arguments), ensure_ascii=False), JobState.WAITING, _now()],
        )
        store.db.execute(
            f"DELETE FROM jobs WHERE id IN (SELECT id FROM jobs WHERE state IN ({_marks(ENDED)})"
            " ORDER BY id DESC LIMIT -1 OFFSET ?)",
            [*ENDED, KEPT_ENDED],
        )
    return get_job(store, int(cursor.lastrowid))


def get_job(store: Store, job: int) -> JobRow:
    """The job with the id `job`. Raises NotFound."""
    rows = store.rows("SELECT * FROM jobs WHERE id = ?", [job])
    if not rows:
        raise NotFound(f"There is no job {job}", "`siar jobs list` shows those that there are")
    return _job(rows[0])


def list_jobs(store: Store, states: Collection[JobState] | None = None, limit: int | None = None) -> list[JobRow]:
    """The newest `limit` jobs in one of `states` (else in any), in the order in which they were added."""
    where = "" if states is None else f"WHERE state IN ({_marks(states)})"
    values = [*(states or ()), -1 if limit is None else limit]
    return [_job(row) for row in reversed(store.rows(f"SELECT * FROM jobs {where} ORDER BY id DESC LIMIT ?", values))]


def start_job(store: Store, job: int, pid: int | None = None) -> bool:
    """Mark a job that neither runs nor is done as running in the process `pid` (else this one).

    False when it is in another state, so that of two programs that want it only one gets it.
    """
    pid = os.getpid() if pid is None else pid
    startable = (JobState.WAITING, JobState.INTERRUPTED, JobState.FAILED, JobState.CANCELLED)
    with store.transaction():
        cursor = store.db.execute(
            "UPDATE jobs SET state = ?, started = ?, ended = NULL, error = '', pid = ?, pid_created = ?"
            f" WHERE id = ? AND state IN ({_marks(startable)})",
            [JobState.RUNNING, _now(), pid, created_at(pid), job, *startable],
        )
    return bool(cursor.rowcount == 1)


def move_job(store: Store, job: int, old: int, pid: int) -> bool:
    """Note that a running job goes on in the process `pid`, since `old` died; also where that was found and written.

    False when it was cancelled, or another program has taken it up meanwhile.
    """
    with store.transaction():
        cursor = store.db.execute(
            "UPDATE jobs SET state = ?, ended = NULL, error = '', pid = ?, pid_created = ?"
            " WHERE id = ? AND (state = ? AND pid = ? OR state = ?)",
            [JobState.RUNNING, pid, created_at(pid), job, JobState.RUNNING, old, JobState.INTERRUPTED],
        )
    return bool(cursor.rowcount == 1)


def update_job(store: Store, job: int, fraction: float, message: str = "") -> None:
    """Note how far a running job is, 0 to 1. Each call is a write to disk: the caller spaces them out."""
    with store.transaction():
        store.db.execute(
            "UPDATE jobs SET fraction = ?, message = ? WHERE id = ? AND state = ?",
            [min(max(fraction, 0.0), 1.0), message, job, JobState.RUNNING],
        )


def finish_job(store: Store, job: int, state: JobState, *, result: Any = None, error: str = "") -> None:
    """Note that a job ended, with its result (which JSON can hold) or an error's text; an ended one stays as it is."""
    with store.transaction():
        store.db.execute(
            "UPDATE jobs SET state = ?, ended = ?, result = ?, error = ?, pid = NULL, pid_created = NULL,"
            " fraction = CASE WHEN ? THEN 1.0 ELSE fraction END"
            f" WHERE id = ? AND state NOT IN ({_marks(ENDED)})",
            [state, _now(), json.dumps(result, ensure_ascii=False), error, state == JobState.DONE, job, *ENDED],
        )


def interrupt_dead_jobs(store: Store) -> list[JobRow]:
    """Mark as interrupted every running job whose process is gone; those jobs."""
    running = store.rows("SELECT id, pid, pid_created FROM jobs WHERE state = ?", [JobState.RUNNING])
    dead = [row["id"] for row in running if not is_alive(row["pid"], row["pid_created"])]
    for job in dead:
        finish_job(store, job, JobState.INTERRUPTED, error="Its process ended before the job did")
    return [get_job(store, job) for job in dead]


def _marks(values: Collection[object]) -> str:
    return ", ".join("?" * len(values))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def _job(row: Mapping[str, Any]) -> JobRow:
    values = dict(row)
    del values["pid_created"]
    for name in ("created", "started", "ended"):
        values[name] = None if values[name] is None else datetime.fromisoformat(values[name])
    values["state"] = JobState(values["state"])
    values["arguments"] = json.loads(values["arguments"])
    values["result"] = None if values["result"] is None else json.loads(values["result"])
    return JobRow(**values)
