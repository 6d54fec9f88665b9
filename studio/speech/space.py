"""Whether a disk has room for what is about to be written."""

from __future__ import annotations

import shutil
from pathlib import Path

from studio.errors import OutOfSpace
from studio.files import write_error

_SPARE = 100_000_000
"""Bytes that stay free: a full disk breaks more than this program."""
_CONVERTED = 0.55
"""What the fast engine's form takes of a published checkpoint's size: its halves become 8-bit numbers with scales."""


def free_space(folder: Path) -> int | None:
    """The bytes that are free where `folder` is, or will be; None where the system does not say."""
    there = next((one for one in (folder, *folder.parents) if one.is_dir()), folder)
    try:
        return shutil.disk_usage(there).free
    except OSError:
        return None


def require_room(folder: Path, missing: int, whole: int) -> None:
    """Look for `missing` bytes in `folder`, and for what a checkpoint of `whole` bytes is converted to in the cache.

    Raises OutOfSpace or CannotWrite, before anything is fetched or copied.
    """
    from studio.speech.conversion import cache_folder

    cache = cache_folder()
    converted = round(whole * _CONVERTED)
    require_space(folder, missing)
    require_space(cache, converted, "SIAR_CACHE")
    if folder.stat().st_dev == cache.stat().st_dev:
        require_space(folder, missing + converted)


def require_space(folder: Path, size: int, variable: str = "SIAR_MODELS") -> None:
    """Make `folder` where it is missing, and raise OutOfSpace where `size` bytes do not fit into it; or CannotWrite."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        free = shutil.disk_usage(folder).free
    except OSError as error:
        raise write_error(folder, error) from error
    if free < size + _SPARE:
        raise OutOfSpace(
            f"{size / 1e6:,.0f} MB are needed in {folder}, and {free / 1e6:,.0f} MB are free",
            f"Free some space, or set {variable} to a folder on another disk",
        )
