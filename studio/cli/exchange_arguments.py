"""The arguments of the commands on import and export."""

from __future__ import annotations

from typing import Any


def add(commands: Any) -> None:
    """Add them."""
