"""The one place where a job's events, told in another thread, become Qt signals."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from studio.errors import SiarError
from studio.jobs.events import Cancelled, Done, Event, Failed, JobRequest, Progress, Started

if TYPE_CHECKING:
    from studio.jobs.worker import Worker


@dataclass(frozen=True, slots=True)
class RunningJob:
    """A job as the rail shows it; `subject` is what it works on, such as an item's id."""

    number: int
    title: str
    subject: Any = None
    started: bool = False
    fraction: float = 0.0
    message: str = ""
    remaining_s: float | None = None


class JobBridge(QObject):
    """Hands requests to a worker and its events to the window."""

    changed = Signal()  # what runs or waits is another now
    done = Signal(object, object)  # RunningJob, what the job gave
    failed = Signal(object, object)  # RunningJob, SiarError
    cancelled = Signal(object)  # RunningJob
    _arrived = Signal(object)

    def __init__(self, make_worker: Callable[[Callable[[Event], None]], Worker], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._make_worker = make_worker
        self._worker: Worker | None = None
        self.jobs: dict[int, RunningJob] = {}
        # A signal that is emitted in the worker's thread arrives in ours, since the slot is a QObject's bound method.
        self._arrived.connect(self._take)

    def beside(self, parent: QObject | None = None) -> JobBridge:
        """A second queue with a worker of its own, for what recordings need not wait for, such as a download."""
        return JobBridge(self._make_worker, parent)

    def submit(self, request: JobRequest, subject: Any = None) -> int:
        """Put a job into the queue; the worker process starts with the first one."""
        if self._worker is None:
            self._worker = self._make_worker(self._arrived.emit)
        number = self._worker.submit(request)
        self.jobs.setdefault(number, RunningJob(number, request.title, subject))
        self.changed.emit()
        return number

    def cancel(self, number: int) -> None:
        """Stop a job, or drop it from the queue."""
        if self._worker is not None:
            self._worker.cancel(number)

    def close(self) -> None:
        """End the worker with all that it runs."""
        if self._worker is not None:
            self._worker.close()
            self._worker = None

    @property
    def current(self) -> RunningJob | None:
        """The job that runs, else the first that waits."""
        return next((job for job in self.jobs.values() if job.started), next(iter(self.jobs.values()), None))

    def working_on(self, subject: Any) -> RunningJob | None:
        """The job that works on `subject`, or waits to."""
        return next((job for job in self.jobs.values() if job.subject == subject), None)

    @Slot(object)
    def _take(self, event: Event) -> None:
        job = self.jobs.get(event.job)
        if job is None:
            return
        if isinstance(event, Started):
            self.jobs[event.job] = replace(job, started=True)
        elif isinstance(event, Progress):
            self.jobs[event.job] = replace(
                job, started=True, fraction=event.fraction, message=event.message, remaining_s=event.remaining_s
            )
        else:
            del self.jobs[event.job]
            self._tell_end(job, event)
        self.changed.emit()

    def _tell_end(self, job: RunningJob, event: Event) -> None:
        if isinstance(event, Done):
            self.done.emit(job, event.result)
        elif isinstance(event, Failed):
            self.failed.emit(job, event.error)
        elif isinstance(event, Cancelled):
            self.cancelled.emit(job)


def failures(result: Any) -> list[SiarError]:
    """What did not go well in a job that went on to its end: rows of `produce` whose state is "failed"."""
    rows = result if isinstance(result, list) else []
    return [
        SiarError(str(row.get("reason") or row.get("step")))
        for row in rows
        if isinstance(row, dict) and row.get("state") == "failed"
    ]
