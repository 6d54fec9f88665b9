"""Profiles: the reading rules that cues are made by, each a TOML file that a person can copy and change."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, fields
from math import isfinite
from pathlib import Path

from studio.errors import InvalidValue, NotFound, TemplateError
from studio.files import read_text, write_text
from studio.resources import templates

# Guides count frames at 24 to 30 a second; at 50 or 60 twice as many are the same time.
_GUIDE_FPS = 30.0
_NAME = re.compile(r"[\w][\w.-]{0,58}\w|\w")
_DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))}


@dataclass(frozen=True, slots=True)
class Profile:
    """Reading rules. `chars` is a line's most, `lines` a cue's; `cps` reads well and `cps_max` is the limit.

    `min_s` and `max_s` bound how long a cue is shown (seconds). Between two cues are `gap_frames` at least; a gap under
    `close_under_s` seconds is closed to them. A cue outlasts its speech by `linger_frames` at most. `dash` begins the
    lines of two who speak in one cue; "" where the guide says nothing of it.
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
    dash: str = ""

    def gap_s(self, fps: float) -> float:
        """The least gap between two cues, in seconds."""
        return self.gap_frames / fps

    def linger_s(self, fps: float) -> float:
        """How long a cue may outlast its speech, in seconds."""
        return self.linger_frames / min(fps, _GUIDE_FPS)


_LEAST = {"chars": 5, "lines": 1, "cps": 1.0, "cps_max": 1.0, "min_s": 0.1, "max_s": 0.5}
# Far beyond any guide: what lies above is a slip of the finger, and would make the search for breaks endless.
_MOST = {
    "chars": 200, "lines": 4, "cps": 100.0, "cps_max": 100.0, "min_s": 10.0, "max_s": 60.0,
    "gap_frames": 60, "close_under_s": 5.0, "linger_frames": 300,
}  # fmt: skip


def load_profile(name: str, folders: Iterable[Path] = ()) -> Profile:
    """The profile `name`, from the first of `folders` that holds `name`.toml, else the program's own.

    Raises NotFound, naming those that there are, or TemplateError for a file that is no profile.
    """
    return read_profile(profile_path(name, folders))


def profile_names(folders: Iterable[Path] = ()) -> list[str]:
    """The names of all profiles of `folders` and of the program, sorted."""
    places = (*folders, templates("profiles"))
    return sorted({path.stem for folder in places if folder.is_dir() for path in folder.glob("*.toml")})


def profile_path(name: str, folders: Iterable[Path] = ()) -> Path:
    """The file of the profile `name`, from the first of `folders` that has one. Raises NotFound."""
    places = (*folders, templates("profiles"))
    for folder in places:
        if name and "/" not in name and "\\" not in name and (path := folder / f"{name}.toml").is_file():
            return path
    known = ", ".join(profile_names(places))
    raise NotFound(f"There is no profile {name}", f"Choose one of these: {known}")


def copy_profile(name: str, new: str, folder: Path, folders: Iterable[Path] = ()) -> Path:
    """A copy of the profile `name` as `folder`/`new`.toml, to be changed; its comments come along.

    `new` may be `name` itself: the copy then takes the place of the program's. Raises NotFound, InvalidValue for a
    name that cannot be one or is taken in `folder`, CannotWrite, OutOfSpace.
    """
    source = profile_path(name, folders)
    if not _NAME.fullmatch(new) or new.casefold() in _DEVICES:
        raise InvalidValue(
            f"{new} cannot be the name of a profile", "Use letters, digits and hyphens, such as toko-kita"
        )
    target = folder / f"{new}.toml"
    if target.exists():
        raise InvalidValue(f"There is a profile {new} already, in {target}", "Choose another name, or change that one")
    text = read_text(source)
    if new != name:
        title = read_profile(source).title
        text = re.sub(r"(?m)^title\s*=.*$", lambda _line: f'title = "{new} (from {_plain(title)})"', text, count=1)
    text = re.sub(r"(?m)^# Copy this file into .*\n", "", text)
    write_text(target, text)
    return target


def _plain(text: str) -> str:
    return text.replace("\\", "").replace('"', "")


def default_profile(
    width: int | None, height: int | None, language: str | None, folders: Iterable[Path] = ()
) -> Profile:
    """The profile that suits a picture of that size (pixels; None or 0 for sound alone) in that language."""
    if width and height and height > width:
        return load_profile("vertical", folders)
    return load_profile("netflix-id" if language == "id" else "netflix-en", folders)


def read_profile(path: Path) -> Profile:
    """The profile in the file `path`; its name is the file's. Raises TemplateError, naming the line and the key."""
    try:
        text = path.read_text(encoding="utf-8-sig")
        data = tomllib.loads(text)
    except OSError as error:
        raise TemplateError(
            f"The profile {path} cannot be read ({error.strerror or error})", "Allow reading it, or remove it"
        ) from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise _unreadable(path, error) from error
    values: dict[str, str | int | float] = {"name": path.stem}
    for name in ("title", "dash"):
        value = data.pop(name, {"title": path.stem, "dash": ""}[name])
        if not isinstance(value, str):
            raise _wrong(path, text, name, f'needs {name} = a text in quotation marks, such as "{path.stem}"')
        values[name] = value
    for field in fields(Profile):
        if field.name not in values:
            values[field.name] = _figure(path, text, field.name, data.pop(field.name, None), whole=field.type == "int")
    if data:
        key = min(data)
        raise _wrong(path, text, key, f"has a key that is not known: {key}", "Correct or remove that line")
    profile = Profile(**values)  # type: ignore[arg-type]  # each was held against its field above
    for low, high in (("min_s", "max_s"), ("cps", "cps_max")):
        if getattr(profile, low) > getattr(profile, high):
            raise _wrong(path, text, low, f"has {low} above {high}", "Correct one of the two")
    return profile


def _figure(path: Path, text: str, name: str, value: object, *, whole: bool) -> int | float:
    """`value` as the figure of the key `name`."""
    least, most = _LEAST.get(name, 0), _MOST[name]
    kind = "a whole number" if whole else "a number"
    if isinstance(value, bool) or not isinstance(value, int if whole else int | float) or not isfinite(value):
        raise _wrong(path, text, name, f"needs {name} = {kind} of {least} or more")
    if value < least:
        raise _wrong(path, text, name, f"needs {name} = {kind} of {least} or more")
    if value > most:
        raise _wrong(path, text, name, f"needs {name} = {kind} of {most} at most")
    return value if whole else float(value)


def _wrong(path: Path, text: str, key: str, what: str, advice: str = "Correct that line") -> TemplateError:
    lines = (number for number, line in enumerate(text.splitlines(), 1) if line.partition("=")[0].strip() == key)
    number = next(lines, None)
    if number is None:
        return TemplateError(f"The profile {path} {what}", "Add that line")
    return TemplateError(f"The profile {path}, line {number}, {what}", advice)


def _unreadable(path: Path, error: UnicodeDecodeError | tomllib.TOMLDecodeError) -> TemplateError:
    if isinstance(error, UnicodeDecodeError):
        return TemplateError(f"The profile {path} cannot be read: it is not a UTF-8 text", "Save it as UTF-8")
    # Python's own sentence ends with "(at line 5, column 12)", or "(at end of document)".
    what, _, where = str(error).partition(" (at ")
    line = where.partition(",")[0].removeprefix("line ")
    at = f", line {line}," if line.isdigit() else ""
    return TemplateError(
        f"The profile {path}{at} cannot be read ({what})",
        "Write each line as key = number, with a point in fractions; put texts in quotation marks",
    )
