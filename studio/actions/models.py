"""Checkpoints as a person meets them: what is there, get one, add one from a stick, look whether it is whole."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from studio.jobs.events import JobRequest, Report
from studio.speech import checkpoints


def list_models() -> list[dict[str, Any]]:
    """Every known or installed checkpoint: `{name, installed, path, size_mb, languages, advice}`."""
    there = {one.name: one for one in checkpoints.installed()}
    own = [_row(one.name, one.size, "", "added from a file", one.path) for one in there.values() if one.known is None]
    published = [
        _row(one.name, one.size, one.languages, one.advice, there[one.name].path if one.name in there else None)
        for one in checkpoints.KNOWN.values()
    ]
    return own + published


def _row(name: str, size: int, languages: str, advice: str, path: Path | None) -> dict[str, Any]:
    return {
        "name": name,
        "installed": path is not None,
        "path": str(path) if path else None,
        "size_mb": round(size / 1e6),
        "languages": languages,
        "advice": advice,
    }


def get_request(name: str) -> JobRequest:
    """A job that downloads a checkpoint. Raises UnknownCheckpoint for a name that is not Whisper's."""
    checkpoints.known(name)
    return JobRequest(f"Download the checkpoint {name}", "studio.actions.models:run_get", {"name": name})


def run_get(*, name: str, progress: Report) -> str:
    """What the worker does: the path of the verified file."""
    from studio.speech.download import get

    return str(get(name, progress=progress))


def add_model(file: Path) -> Path:
    """Install a checkpoint from a file; returns where it lies now. Raises NotFound, DamagedCheckpoint."""
    return checkpoints.add(file).path


def check_models(name: str | None = None) -> list[dict[str, Any]]:
    """One dict for each installed checkpoint, or for `name`: `{name, ok, evidence}`."""
    names = [name] if name else [one.name for one in checkpoints.installed()]
    checks = [(one, checkpoints.check(one)) for one in names]
    return [{"name": one, "ok": check.ok, "evidence": check.evidence} for one, check in checks]


def remove_model(name: str) -> Path:
    """Remove an installed checkpoint, and what was converted from it. Raises UnknownCheckpoint."""
    return checkpoints.remove(name)
