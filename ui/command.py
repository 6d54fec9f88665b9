"""A command as a value."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that a person can do. `shortcuts` are in Qt's portable writing, the first is the one that is shown.

    A single letter works wherever no text field has the focus: a text field takes it first.
    """

    id: str
    text: str
    call: Callable[[], object]
    shortcuts: tuple[str, ...] = ()
