"""A check: one thing that was looked at, whether it is right, and the evidence in one sentence."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Check:
    """One line of readiness, such as `Check("contrast", True, "Contrast 8.2:1 behind the title")`."""

    name: str
    ok: bool
    evidence: str
