"""What goes into the worker and what comes out of it: a request, and frozen events that travel over a pipe."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from studio.errors import SiarError

Report = Callable[[float, str], None]
"""How a long function tells its progress: a fraction from 0 to 1, and what it is doing."""


@dataclass(frozen=True, slots=True)
class JobRequest:
    """`function` is a dotted name, "package.module:function"; `arguments` hold only what JSON can.

    The function is called as `function(**arguments, progress=report)` and returns what JSON can hold. One that keeps a
    journal of its pieces has an argument `after_death`, False: where its process dies by itself it is called again in a
    new one with True, and goes on where it was.
    """

    title: str
    function: str
    arguments: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Started:
    """The worker took the job up."""

    job: int
    title: str


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the job is: `fraction` from 0 to 1; `remaining_s` is None until it can be told."""

    job: int
    fraction: float
    message: str
    remaining_s: float | None


@dataclass(frozen=True, slots=True)
class Done:
    """The job ended well, with what its function returned."""

    job: int
    result: Any


@dataclass(frozen=True, slots=True)
class Failed:
    """The job ended with an error that a person can read."""

    job: int
    error: SiarError


@dataclass(frozen=True, slots=True)
class Cancelled:
    """The person stopped the job."""

    job: int


Event = Started | Progress | Done | Failed | Cancelled
Final = Done | Failed | Cancelled


class TimeLeft:
    """Seconds left, from the fraction done and the time it took; None for the first second and the first hundredth.

    Work that goes on where it was cut off begins at a fraction above 0, which took no time of now.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._began = clock()
        self._first: float | None = None

    def after(self, fraction: float) -> float | None:
        """The seconds that are left when `fraction` (0 to 1) is done."""
        took = self._clock() - self._began
        if self._first is None:
            # A first word that comes late tells of work that was done meanwhile.
            self._first = fraction if took < 1 else 0.0
        if fraction < self._first:
            self._first = 0.0
        done = fraction - self._first
        if took < 1 or done < 0.01:
            return None
        return took * (1 - min(fraction, 1)) / done


def in_words(seconds: float) -> str:
    """A length of time as a person says it: "about 40 s left", "about 3 min left"."""
    if seconds < 90:
        return f"about {max(1, round(seconds))} s left"
    if seconds < 90 * 60:
        return f"about {round(seconds / 60)} min left"
    return f"about {seconds / 3600:.1f} h left"
