"""Whether a process that was written down still lives: its number alone says nothing, since numbers are used again."""

from __future__ import annotations


def created_at(pid: int) -> float | None:
    """When the process `pid` began, in seconds since 1970; None where there is no such process."""
    import psutil

    try:
        return float(psutil.Process(pid).create_time())
    except psutil.Error:
        return None


def is_alive(pid: int | None, created: float | None) -> bool:
    """Whether the process `pid` that began at `created` is there."""
    now = None if pid is None else created_at(pid)
    # The system's idea of when a process began may move a little with the clock.
    return now is not None and created is not None and abs(now - created) < 2.0
