"""One at a time: two windows that write one file would spoil it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from studio.errors import SpeechError
from studio.files import write_error


@contextmanager
def alone(lock: Path, doing: str) -> Iterator[None]:
    """Hold the file `lock`, which the system lets go of when the process ends, however it ends.

    Raises SpeechError where another process holds it (`doing` says what it does, such as "small is being fetched"),
    CannotWrite.
    """
    try:
        lock.parent.mkdir(parents=True, exist_ok=True)
        file = lock.open("ab")
    except OSError as error:
        raise write_error(lock, error) from error
    with file:
        try:
            _take(file.fileno())
        except OSError as error:
            raise SpeechError(
                f"{doing} by another window or command already", "Wait until it is done there, then look again"
            ) from error
        yield


def _take(handle: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
