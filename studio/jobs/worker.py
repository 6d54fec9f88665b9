"""The parent's side of the worker: a queue of requests, one spawned process, events to a callback, cancel."""

from __future__ import annotations

import logging
import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from typing import Any

from studio.errors import Interrupted, SiarError, WorkerDied
from studio.jobs.child import serve, unforeseen
from studio.jobs.events import Cancelled, Done, Event, Failed, Final, JobRequest, Progress, Started
from studio.jobs.record import Ledger, end_process_of

_log = logging.getLogger(__name__)


AFTER_DEATH = "after_death"
"""The argument of a function that can go on after its process died."""
_MOST_DEATHS = 200  # a job that goes on sets aside what kills it; this only ends what would never end


class _Gone(Exception):
    """The process is not there any more."""


class Worker:
    """Runs requests one after another in one spawned process, which keeps its loaded models between them.

    `on_event` is called from the worker's own thread, never from the caller's. With a `ledger`, each job is a row of
    the workspace, so that what a crash cut off is seen and can be resumed. Cancelling ends the process with all its
    children, since neither torch nor ffmpeg can be asked to stop; the next job gets a new process.
    """

    def __init__(self, on_event: Callable[[Event], None], ledger: Ledger | None = None) -> None:
        self._on_event = on_event
        self._ledger = ledger
        self._waiting: deque[tuple[int, JobRequest]] = deque()
        self._change = threading.Condition()
        self._current: int | None = None
        self._cancelled: set[int] = set()
        self._closing = False
        self._count = 0
        self._done = 0.0
        self._process: SpawnProcess | None = None
        self._pipe: Connection | None = None
        self._thread = threading.Thread(target=self._work, name="siar-worker", daemon=True)
        self._thread.start()

    def submit(self, request: JobRequest) -> int:
        """Put `request` at the end of the queue; returns the job's number, which every event carries."""
        with self._change:
            self._count += 1
            job = self._count
            self._waiting.append((job, request))
            self._change.notify_all()
        return job

    def cancel(self, job: int) -> None:
        """Stop a running job or drop a waiting one; a `Cancelled` event follows. An ended job is left as it is."""
        with self._change:
            if job == self._current:
                self._cancelled.add(job)
                self._end_process()
            elif any(job == number for number, _ in self._waiting):
                self._cancelled.add(job)
                self._change.notify_all()

    def close(self) -> None:
        """Stop what runs, drop what waits, and wait for the end of the thread and the process."""
        with self._change:
            self._closing = True
            if self._current is None and self._pipe is not None:
                self._pipe.close()  # an idle process then ends by itself
                if self._process is not None:
                    self._process.join(timeout=5)
            self._cancelled.update(number for number, _ in self._waiting)
            if self._current is not None:
                self._cancelled.add(self._current)
            self._end_process()
            self._change.notify_all()
        self._thread.join(timeout=20)

    def _work(self) -> None:
        while (taken := self._next()) is not None:
            job, request = taken
            try:
                final = self._run(job, request)
            except SiarError as error:  # the workspace would not take the job's row
                final = Failed(job, error)
            except Exception as error:  # noqa: BLE001  a thread that dies would leave whoever waits for it waiting
                self._reap()
                final = Failed(job, unforeseen(error))
            with self._change:
                self._current = None
            self._tell(final)
        if self._ledger:
            self._ledger.close()
        with self._change:
            self._end_process()

    def _tell(self, event: Event) -> None:
        try:
            self._on_event(event)
        except Exception:  # noqa: BLE001  a listener that fails, as a closed terminal does, must not end the work
            _log.debug("the listener failed", exc_info=True)

    def _next(self) -> tuple[int, JobRequest] | None:
        with self._change:
            while not self._waiting and not self._closing:
                self._change.wait()
            if not self._waiting:
                return None
            job, request = self._waiting.popleft()
            self._current = job
            return job, request

    def _run(self, job: int, request: JobRequest) -> Final:
        self._tell(Started(job, request.title))
        row: int | None = None
        self._done, old = 0.0, 0
        for _ in range(_MOST_DEATHS):
            ready = self._ready(job)
            if ready is None:
                return Cancelled(job)
            pipe, pid = ready
            if self._ledger and row is None:
                row = self._ledger.begin(request, pid)
            elif self._ledger and row is not None:
                if self._ledger.is_cancelled(row):
                    return Cancelled(job)
                self._ledger.go_on(row, old, pid)
            try:
                final = self._listen(pipe, job, request, row or 0)
                break
            except _Gone:
                final = self._explain(job, request, row or 0)
            if isinstance(final, Cancelled) or AFTER_DEATH not in request.arguments:
                break
            request, old = replace(request, arguments={**request.arguments, AFTER_DEATH: True}), pid
        if self._ledger and row is not None:
            # The work is done all the same; its row is then found as interrupted.
            with suppress(SiarError):
                self._ledger.end(row, final)
        return final

    def _listen(self, pipe: Connection, job: int, request: JobRequest, row: int) -> Final:
        try:
            pipe.send((job, request))
        except OSError as error:
            raise _Gone from error
        begun = self._done
        while True:
            try:
                event: Event = pipe.recv()
            except (EOFError, OSError) as error:
                raise _Gone from error
            if event.job != job:
                continue
            if isinstance(event, Done | Failed):
                return event
            if isinstance(event, Progress):
                # After a death the function counts what is left only: the bar must not go back.
                self._done = begun + (1 - begun) * event.fraction
                event = replace(event, fraction=self._done)
                with suppress(SiarError):  # a note of progress is worth less than the work
                    if self._ledger:
                        self._ledger.progress(row, event)
            self._tell(event)

    def _explain(self, job: int, request: JobRequest, row: int) -> Final:
        """Why the process is gone: cancelled here, cancelled by another program, or dead by itself."""
        code = self._reap()
        if job in self._cancelled or (self._ledger and self._ledger.is_cancelled(row)):
            return Cancelled(job)
        why = f"by signal {-code}" if code is not None and code < 0 else f"with code {code}"
        advice = "Run it again: finished pieces are kept. If it happens again, there may be too little memory"
        return Failed(job, WorkerDied(f"The worker process ended {why} in the middle of “{request.title}”", advice))

    def _ready(self, job: int) -> tuple[Connection, int] | None:
        with self._change:
            if job in self._cancelled:
                return None
            if self._process is None or not self._process.is_alive() or self._pipe is None:
                context = multiprocessing.get_context("spawn")
                self._pipe, theirs = context.Pipe()
                self._process = context.Process(target=serve, args=(theirs,), name="siar-worker", daemon=True)
                with _quiet_tracker():
                    self._process.start()
                theirs.close()
            return self._pipe, self._process.pid or 0

    def _end_process(self) -> None:
        if self._process is not None and self._process.pid is not None and self._process.is_alive():
            end_process_of(self._process.pid)
        if self._current is None and self._process is not None:
            self._process.join(timeout=10)

    def _reap(self) -> int | None:
        with self._change:
            process, self._process, self._pipe = self._process, None, None
        if process is None:
            return None
        if process.pid is not None and process.is_alive():
            process.join(timeout=2)
            end_process_of(process.pid)
        process.join(timeout=10)
        return process.exitcode


@contextmanager
def _quiet_tracker() -> Iterator[None]:
    """A killed process leaves a semaphore of its libraries behind, which Python's tracker removes, but not silently."""
    before = os.environ.get("PYTHONWARNINGS")
    os.environ["PYTHONWARNINGS"] = ",".join(filter(None, [before, "ignore:resource_tracker:UserWarning"]))
    try:
        yield
    finally:
        if before is None:
            del os.environ["PYTHONWARNINGS"]
        else:
            os.environ["PYTHONWARNINGS"] = before


def run_request(request: JobRequest, on_event: Callable[[Event], None], ledger: Ledger | None = None) -> Any:
    """Run one request to its end and return its result, as the command line does.

    Raises the job's SiarError. On Ctrl+C the process is ended and KeyboardInterrupt goes on.
    """
    ended = threading.Event()
    finals: list[Final] = []

    def take(event: Event) -> None:
        try:
            on_event(event)
        finally:
            if isinstance(event, Done | Failed | Cancelled):
                finals.append(event)
                ended.set()

    worker = Worker(take, ledger)
    try:
        worker.submit(request)
        while not ended.wait(timeout=0.2):  # a wait without end would not let Ctrl+C through on Windows
            pass
    finally:
        worker.close()
    final = finals[0]
    if isinstance(final, Failed):
        raise final.error
    if isinstance(final, Cancelled):
        raise Interrupted("The work was cancelled", "Run it again: what is done is not done twice")
    return final.result
