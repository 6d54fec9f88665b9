"""The flags of `siar import` and `siar export`."""

from __future__ import annotations

from typing import Any


def add(commands: Any) -> None:
    """Add the commands that exchange the plan with other programs."""
