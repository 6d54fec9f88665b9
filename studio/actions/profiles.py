"""Profiles as a person meets them: the program's and the workspace's own, their figures, and a copy to change."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

from studio.errors import TemplateError
from studio.subtitles import profiles
from studio.workspace import Workspace


def own_folder(workspace: Workspace) -> Path:
    """Where the profiles of a workspace lie; it may not be there yet."""
    return workspace.root / "templates" / "profiles"


def list_profiles(workspace: Workspace) -> list[dict[str, Any]]:
    """Every profile: `{name, path, own, problem}` and its figures; a broken file has its sentence in `problem`."""
    return [_row(name, own_folder(workspace)) for name in profiles.profile_names([own_folder(workspace)])]


def show_profile(workspace: Workspace, name: str) -> dict[str, Any]:
    """One profile as `list_profiles` tells it. Raises NotFound, TemplateError for a broken file."""
    profiles.load_profile(name, [own_folder(workspace)])
    return _row(name, own_folder(workspace))


def copy_profile(workspace: Workspace, name: str, new: str) -> Path:
    """A copy of a profile in the workspace, to be changed. Raises NotFound, InvalidValue, CannotWrite."""
    folder = own_folder(workspace)
    return profiles.copy_profile(name, new.strip(), folder, [folder])


def _row(name: str, folder: Path) -> dict[str, Any]:
    path = profiles.profile_path(name, [folder])
    row: dict[str, Any] = {"name": name, "path": str(path), "own": path.parent == folder, "problem": ""}
    try:
        return row | asdict(profiles.read_profile(path))
    except TemplateError as error:
        return row | {"problem": str(error)}
