"""The worker process: takes requests from a pipe one after another, and sends events back."""

from __future__ import annotations

import importlib
import logging
import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from multiprocessing.connection import Connection, wait
from typing import Any

import psutil

from studio.errors import SiarError
from studio.jobs.events import Done, Failed, JobRequest, Progress, TimeLeft

_log = logging.getLogger(__name__)
_LEAST_PAUSE_S = 0.05  # between two progress events: a window repaints no faster


def serve(connection: Connection) -> None:
    """Run what comes over `connection` until it closes; this is the main function of the worker process."""
    # What a library prints must not mix with the one JSON document on the parent's stdout.
    sys.stdout = sys.stderr
    # Ctrl+C reaches every process of a terminal; what becomes of the job is the parent's to say.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    while True:
        try:
            job, request = connection.recv()
        except (EOFError, OSError):
            return
        connection.send(run(job, request, connection.send))


def run(job: int, request: JobRequest, send: Callable[[Progress], None]) -> Done | Failed:
    """Call the function that `request` names; every error becomes a `Failed` that a person can read."""
    left, last = TimeLeft(), 0.0

    def report(fraction: float, message: str) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last >= _LEAST_PAUSE_S or fraction >= 1:
            last = now
            send(Progress(job, min(max(fraction, 0.0), 1.0), message, left.after(fraction)))

    try:
        return Done(job, resolve(request.function)(**request.arguments, progress=report))
    except SiarError as error:
        return Failed(job, error)
    except MemoryError:
        return Failed(job, SiarError("There is not enough memory for this", "Close other programs, then try again"))
    except BaseException as error:  # noqa: BLE001  the one door out of the process: nothing may pass it unseen
        if os.environ.get("SIAR_DEBUG"):
            _log.exception("job %s (%s) failed", job, request.function)
        return Failed(job, unforeseen(error))


def unforeseen(error: BaseException) -> SiarError:
    """An error that nobody thought of, as a sentence."""
    return SiarError(
        f"Something unforeseen went wrong ({type(error).__name__}: {error})",
        "Try again; if it happens twice, tell the developers what you did",
    )


def resolve(dotted: str) -> Callable[..., Any]:
    """The function that "package.module:function" names."""
    module, _, name = dotted.partition(":")
    function: Callable[..., Any] = getattr(importlib.import_module(module), name)
    return function


def _end_with_parent() -> None:
    # A killed parent cannot close its worker, and an orphan would go on writing into the workspace.
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        for child in psutil.Process().children(recursive=True):
            child.kill()
        os._exit(1)
