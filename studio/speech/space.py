"""Whether a disk has room for what is about to be written."""

from __future__ import annotations

import shutil
from pathlib import Path

from studio.errors import OutOfSpace
from studio.files import write_error

_SPARE = 100_000_000
"""Bytes that stay free: a full disk breaks more than this program."""


def require_space(folder: Path, size: int) -> None:
    """Make `folder` where it is missing, and raise OutOfSpace where `size` bytes do not fit into it; or CannotWrite."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        free = shutil.disk_usage(folder).free
    except OSError as error:
        raise write_error(folder, error) from error
    if free < size + _SPARE:
        raise OutOfSpace(
            f"{size / 1e6:,.0f} MB are needed in {folder}, and {free / 1e6:,.0f} MB are free",
            "Free some space, or set SIAR_MODELS to a folder on another disk",
        )
