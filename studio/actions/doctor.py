"""Look whether everything that the program needs is there, each with one line of evidence."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

from studio import __version__
from studio.checks import Check
from studio.errors import SiarError

_LIBRARIES = (
    "PySide6-Essentials",
    "moviepy",
    "pillow",
    "openai-whisper",
    "faster-whisper",
    "ctranslate2",
    "torch",
    "python-pptx",
    "sqlite-utils",
)
_LEAST_FREE = 2_000_000_000


def examine(root: Path | None = None) -> list[Check]:
    """One check for each thing: versions, ffmpeg, engines, checkpoints, fonts, database, GPU, free disk."""
    return [_versions(), _libraries(), _ffmpeg(), *_speech(), _fonts(), _gpu(), *_workspace(root)]


def _versions() -> Check:
    return Check(
        "program", True, f"Siar Studio {__version__}, Python {platform.python_version()}, {platform.platform()}"
    )


def _libraries() -> Check:
    found, missing = [], []
    for name in _LIBRARIES:
        try:
            found.append(f"{name} {importlib.metadata.version(name)}")
        except importlib.metadata.PackageNotFoundError:
            missing.append(name)
    if missing:
        return Check("libraries", False, f"{', '.join(missing)} missing: run setup.sh again")
    return Check("libraries", True, ", ".join(found))


def _ffmpeg() -> Check:
    import imageio_ffmpeg

    try:
        path = imageio_ffmpeg.get_ffmpeg_exe()
        said = subprocess.run(
            [path, "-hide_banner", "-filters"], capture_output=True, text=True, timeout=30, check=True
        ).stdout
    except (RuntimeError, OSError, subprocess.SubprocessError) as error:
        return Check("ffmpeg", False, f"It cannot run ({error}): run setup.sh again")
    if " ass " not in said:
        return Check(
            "ffmpeg",
            False,
            "It has no libass: captions cannot be burned. Unset IMAGEIO_FFMPEG_EXE, or name another ffmpeg there",
        )
    return Check("ffmpeg", True, f"ffmpeg {imageio_ffmpeg.get_ffmpeg_version()} with libass")


def _speech() -> list[Check]:
    from studio.speech import checkpoints

    installed = checkpoints.installed()
    names = ", ".join(one.name for one in installed)
    damaged = [one.name for one in installed if checkpoints.looks_damaged(one)]
    advice = "none installed: known scripts can be timed; for recognition run `siar models get small`"
    if damaged:
        again = f"{', '.join(damaged)} not whole: get or add it again, or `siar models remove {damaged[0]}`"
        return [_engines(), Check("checkpoints", False, again)]
    return [
        _engines(),
        Check("checkpoints", True, f"{names} in {checkpoints.checkpoints_folder()}" if names else advice),
        _cluster(),
    ]


def _engines() -> Check:
    engines = {"fast": "faster_whisper", "whisper": "whisper"}
    missing = [name for name, module in engines.items() if importlib.util.find_spec(module) is None]
    if missing:
        return Check("engines", False, f"script is there, {' and '.join(missing)} not: run setup.sh again")
    return Check("engines", True, "script (always), fast and whisper (with a checkpoint)")


def _cluster() -> Check:
    try:
        return Check("cluster", True, f"possible, by Dask {importlib.metadata.version('distributed')}")
    except importlib.metadata.PackageNotFoundError:
        return Check("cluster", True, 'not possible without Dask: pip install "siar-studio[cluster]"')


def _fonts() -> Check:
    from studio.resources import assets

    try:
        found = sorted(path.stem for path in assets("fonts").rglob("*.ttf"))
    except SiarError as error:
        return Check("fonts", False, str(error))
    return Check(
        "fonts", bool(found), f"{len(found)} bundled" if found else "The bundled fonts are missing: install again"
    )


def _gpu() -> Check:
    import ctranslate2

    count = ctranslate2.get_cuda_device_count()
    return Check("GPU", True, f"{count} for speech" if count else "none: speech runs on the CPU, which is fine")


def _workspace(root: Path | None) -> list[Check]:
    from studio.actions.opening import open_studio
    from studio.store.items import count_items, unreadable
    from studio.workspace import sync_warning

    try:
        with open_studio(root) as store:
            where = store.workspace.root
            count = count_items(store)
            bad = unreadable(store)
            whole = store.damage() or "ok"
    except SiarError as error:
        return [Check("workspace", False, str(error))]
    warning = sync_warning(where)
    free = shutil.disk_usage(where).free
    display = bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")) or sys.platform in (
        "win32",
        "darwin",
    )
    return [
        Check("workspace", whole == "ok", f"{where}, {count} items, database {whole}"),
        Check("items", not bad, _rows(bad)),
        Check("place", warning is None, warning or "On a disk of this machine"),
        Check(
            "disk",
            free > _LEAST_FREE,
            f"{free / 1e9:.1f} GB free" + ("" if free > _LEAST_FREE else ": free some space before a batch"),
        ),
        Check(
            "display",
            True,
            "There is one" if display else "none found, so `siar ui` cannot open a window; the command line needs none",
        ),
    ]


def _rows(bad: list[str]) -> str:
    if not bad:
        return "Every row can be read"
    more = f"; and {len(bad) - 3} more" if len(bad) > 3 else ""
    return f"{'; '.join(bad[:3])}{more}: correct them, or run `siar restore` with a backup from before"
