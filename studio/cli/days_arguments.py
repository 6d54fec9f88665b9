"""The arguments of the commands on days, conflicts and lead times."""

from __future__ import annotations

from typing import Any


def add(commands: Any) -> None:
    """Add them."""
