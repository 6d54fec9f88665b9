"""Profiles: the reading rules that cues are made by, each a TOML file that a person can copy and change."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, fields
from math import isfinite
from pathlib import Path

from studio.errors import NotFound, TemplateError
from studio.resources import templates

# Guides count frames at 24 to 30 a second; at 50 or 60 twice as many are the same time.
_GUIDE_FPS = 30.0


@dataclass(frozen=True, slots=True)
class Profile:
    """Reading rules. `chars` is a line's most, `lines` a cue's; `cps` reads well and `cps_max` is the limit.

    `min_s` and `max_s` bound how long a cue is shown. Between two cues are `gap_frames` at least; a gap under
    `close_under_s` seconds is closed to them. A cue outlasts its speech by `linger_frames` at most.
    """

    name: str
    title: str
    chars: int
    lines: int
    cps: float
    cps_max: float
    min_s: float
    max_s: float
    gap_frames: int
    close_under_s: float
    linger_frames: int

    def gap_s(self, fps: float) -> float:
        """The least gap between two cues, in seconds."""
        return self.gap_frames / fps

    def linger_s(self, fps: float) -> float:
        """How long a cue may outlast its speech, in seconds."""
        return self.linger_frames / min(fps, _GUIDE_FPS)


_LEAST = {"chars": 5, "lines": 1, "cps": 1.0, "cps_max": 1.0, "min_s": 0.1, "max_s": 0.5}


def load_profile(name: str, folders: Iterable[Path] = ()) -> Profile:
    """The profile `name`, from the first of `folders` that holds `name`.toml, else the program's own.

    Raises NotFound, naming those that there are, or TemplateError for a file that is no profile.
    """
    places = (*folders, templates("profiles"))
    for folder in places:
        if name and "/" not in name and "\\" not in name and (path := folder / f"{name}.toml").is_file():
            return read_profile(path)
    known = ", ".join(profile_names(places))
    raise NotFound(f"There is no profile {name}", f"Choose one of these: {known}")


def profile_names(folders: Iterable[Path] = ()) -> list[str]:
    """The names of all profiles of `folders` and of the program, sorted."""
    places = (*folders, templates("profiles"))
    return sorted({path.stem for folder in places if folder.is_dir() for path in folder.glob("*.toml")})


def default_profile(
    width: int | None, height: int | None, language: str | None, folders: Iterable[Path] = ()
) -> Profile:
    """The profile that suits a picture of that size (pixels; None or 0 for sound alone) in that language."""
    if width and height and height > width:
        return load_profile("vertical", folders)
    return load_profile("netflix-id" if language == "id" else "netflix-en", folders)


def read_profile(path: Path) -> Profile:
    """The profile in the file `path`; its name is the file's. Raises TemplateError, naming the line or the key."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise TemplateError(f"The profile {path} cannot be read: {error}", "Correct it or remove it") from error
    values: dict[str, str | int | float] = {"name": path.stem, "title": str(data.pop("title", path.stem))}
    for field in fields(Profile)[2:]:
        value = data.pop(field.name, None)
        whole = field.type == "int"
        least = _LEAST.get(field.name, 0)
        kinds = (int,) if whole else (int, float)
        if not isinstance(value, kinds) or isinstance(value, bool) or not isfinite(value) or value < least:
            kind = "a whole number" if whole else "a number"
            raise TemplateError(
                f"The profile {path} needs {field.name} = {kind} of {least} or more", "Add or correct that line"
            )
        values[field.name] = value if whole else float(value)
    if data:
        raise TemplateError(f"The profile {path} has a key that is not known: {min(data)}", "Correct or remove it")
    profile = Profile(**values)  # type: ignore[arg-type]  # each was held against its field above
    for low, high in (("min_s", "max_s"), ("cps", "cps_max")):
        if getattr(profile, low) > getattr(profile, high):
            raise TemplateError(f"In the profile {path}, {low} is above {high}", "Correct one of the two")
    return profile
