"""The checkpoints on this machine: which there are, which there could be, and whether they are whole."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from studio.checks import Check
from studio.errors import DamagedCheckpoint, SiarError, UnknownCheckpoint
from studio.files import digest, write_error
from studio.resources import assets
from studio.speech.audio import Progress

DEMO = "demo"
"""The name of the checkpoint that comes with the program and knows nothing but the demo's sentences."""
_BLOCK = 1 << 22
_SURELY_SHORT = 0.97
"""The sizes of the list are rounded; a file that is shorter than that share of its own is not whole."""
_RECORDINGS = {".mp4", ".mov", ".mkv", ".webm", ".flac", ".wav", ".mp3", ".m4a"}


@dataclass(frozen=True, slots=True)
class Known:
    """A checkpoint of openai-whisper's own list; `size` is about how many bytes it has."""

    name: str
    sha256: str
    size: int
    languages: str
    advice: str

    @property
    def file(self) -> str:
        """The last part of its address: "small.pt"."""
        return f"{self.name}.pt"


_ALL, _EN = "99 languages", "English only"
_UNFIT = "not fit for Indonesian: every second or third word is wrong"
KNOWN: dict[str, Known] = {
    known.name: known
    for known in (
        Known("tiny", "65147644a518d12f04e32d6f3b26facc3f8dd46e5390956a9424a650c0ce22b9", 75_600_000, _ALL, _UNFIT),
        Known("tiny.en", "d3dd57d32accea0b295c96e26691aa14d8822fac7d9d27d5dc00b4ca2826dd03", 75_600_000, _EN,
              "a first impression of English, on any machine"),
        Known("base", "ed3a0b6b1c0edf879ad9b11b1af5a0e6ab5db9205f891f668f8b0e6c6326e34e", 145_300_000, _ALL, _UNFIT),
        Known("base.en", "25a8566e1d0c1e2231d1c762132cd20e0f96a85d16145c3a00adf5d1ac670ead", 145_300_000, _EN,
              "clear English on an old laptop"),
        Known("small", "9ecf779972d90ba49c06d968637d720dd632c55bbf19d441fb42bf17a411e794", 483_600_000, _ALL,
              "the one to begin with: good Indonesian and English on a laptop"),
        Known("small.en", "f953ad0fd29cacd07d5a9eda5624af0f6bcf2258be67c92b79389873d91e0872", 483_600_000, _EN,
              "good English on a laptop"),
        Known("medium", "345ae4da62f9b3d59415adc60127b97c714f32e89e936602e85993674d08dcb1", 1_528_000_000, _ALL,
              "better Indonesian, three times slower than small"),
        Known("medium.en", "d7440d1dc186f76616474e0ff0b3b6b879abc9d1a4926b7adfa41db2d497ab4f", 1_528_000_000, _EN,
              "very good English, three times slower than small.en"),
        Known("large-v1", "e4b87e7e0bf463eb8e6956e646f1e277e901512310def2c24bf0e11bd3c28e9a", 3_087_000_000, _ALL,
              "superseded by large-v2 and large-v3"),
        Known("large-v2", "81f7c96c852ee8fc832187b0132e569d6c3065a3252ed18e56effd0b6a73e524", 3_087_000_000, _ALL,
              "the best Indonesian, for machines with a GPU or for the night"),
        Known("large-v3", "e5b1a55b89c1367dacf97e3e19bfd829a01529dbfdeefa8caeb59b3f1b81dadb", 3_087_000_000,
              "100 languages", "as good as large-v2, for machines with a GPU"),
        Known("large-v3-turbo", "aff26ae408abcba5fbf8813c21e62b0941638c5f6eebfb145be0c9839262a19a", 1_618_000_000,
              "100 languages", "near large-v3 at the speed of medium; it cannot translate"),
    )
}  # fmt: skip
_ALIASES = {"large": "large-v3", "turbo": "large-v3-turbo"}


@dataclass(frozen=True, slots=True)
class Installed:
    """A checkpoint on this machine; `known` is None for one that somebody made."""

    name: str
    path: Path
    size: int
    known: Known | None


def checkpoints_folder() -> Path:
    """Where checkpoints lie: `$SIAR_MODELS`, else the system's folder for a person's data."""
    given = os.environ.get("SIAR_MODELS")
    if given:
        return Path(given)
    from platformdirs import user_data_path

    return user_data_path("siar-studio", appauthor=False) / "models"


def known(name: str) -> Known:
    """The published checkpoint of that name ("turbo" and "large" are names too). Raises UnknownCheckpoint."""
    found = KNOWN.get(_ALIASES.get(name.lower(), name.lower()))
    if found is None:
        raise UnknownCheckpoint(f"No checkpoint called {name} is published", f"Choose one of: {', '.join(KNOWN)}")
    return found


def installed() -> list[Installed]:
    """The checkpoints in the folder, by name; the demo's is not among them."""
    folder = checkpoints_folder()
    if not folder.is_dir():
        return []
    files = sorted(path for path in folder.glob("*.pt") if path.is_file() and not path.name.startswith("."))
    return [Installed(path.stem, path, path.stat().st_size, KNOWN.get(path.stem)) for path in files]


def find(name_or_file: str | Path) -> Path:
    """The checkpoint's file: an installed one by name, the demo's by "demo", or a .pt file by its path.

    Raises UnknownCheckpoint, with the names that are there.
    """
    text = str(name_or_file)
    if text == DEMO and demo_checkpoint().is_file():
        return demo_checkpoint()
    there = {one.name: one.path for one in installed()}
    for name in (text, _ALIASES.get(text.lower(), text.lower())):
        if name in there:
            return there[name]
    path = Path(name_or_file).expanduser()
    if path.is_file():
        return path
    names = ", ".join(there) or "none"
    canonical = _ALIASES.get(text.lower(), text.lower())
    advice = f"`siar models get {canonical}` fetches it" if canonical in KNOWN else "Run `siar models list`"
    raise UnknownCheckpoint(f"No checkpoint called {text} is installed (there: {names})", advice)


def part_of(name: str) -> Path:
    """Where what has arrived of the published checkpoint `name` lies until it is whole; it may not be there."""
    return checkpoints_folder() / f".{name}.pt.part"


def looks_damaged(one: Installed) -> bool:
    """Whether a short look shows that an installed checkpoint is none, or not whole; `check` looks at all of it."""
    from studio.speech.impostors import refuse_impostors

    try:
        refuse_impostors(one.path)
    except DamagedCheckpoint:
        return True
    return one.known is not None and one.size < _SURELY_SHORT * one.known.size


def remove(name: str) -> Path:
    """Delete the installed checkpoint `name`, what arrived of it, and what was converted from it; the file that went.

    Raises UnknownCheckpoint, CannotWrite.
    """
    from studio.speech.conversion import forget

    name = _ALIASES.get(name, name)
    path = next((one.path for one in installed() if one.name == name), None)
    part = part_of(name)
    if name in KNOWN and part.is_file():
        try:
            part.unlink()
        except OSError as error:
            raise write_error(part, error) from error
        path = path or part
    if path is None:
        names = ", ".join(one.name for one in installed()) or "none"
        raise UnknownCheckpoint(f"No checkpoint called {name} is installed (there: {names})", "Run `siar models list`")
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise write_error(path, error) from error
    forget(path)
    return path


def check(name: str, progress: Progress | None = None) -> Check:
    """Whether the installed checkpoint `name` is whole: by its digest where it is published, else by reading it."""
    from studio.speech.weights import read_checkpoint

    path = find(name)
    published = KNOWN.get(path.stem)
    if published is not None:
        ok = sha256(path, progress) == published.sha256
        return Check(path.stem, ok, "as published" if ok else "not the file that is published: get it again")
    try:
        read_checkpoint(path)
    except SiarError as error:
        return Check(path.stem, False, error.happened)
    return Check(path.stem, True, "a whole Whisper checkpoint, not one of OpenAI's")


def sha256(path: Path, progress: Progress | None = None) -> str:
    """The digest by which OpenAI publishes its checkpoints. Raises OSError."""
    made, size, at = hashlib.sha256(), max(1, path.stat().st_size), 0
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            made.update(block)
            at += len(block)
            if progress:
                progress(min(1.0, at / size), f"Checking {path.name}")
    return made.hexdigest()


def demo_checkpoint() -> Path:
    """The small checkpoint that comes with the program."""
    return assets("demo", "siar-demo.pt")


def model_name(checkpoint: Path) -> str:
    """What a checkpoint is called in what is written: its file's name without the ending, "demo" for the demo's."""
    return DEMO if checkpoint == demo_checkpoint() else checkpoint.stem


def is_demo_file(path: Path) -> bool:
    """Whether `path` is one of the demo's recordings, or a copy of one."""
    try:
        return path.stat().st_size in _demo_sizes() and digest(path) in demo_files()
    except OSError:
        return False


@cache
def demo_files() -> frozenset[str]:
    """The digests of the demo's recordings."""
    return frozenset(digest(path) for path in _demo_recordings())


@cache
def _demo_sizes() -> frozenset[int]:
    return frozenset(path.stat().st_size for path in _demo_recordings())


def _demo_recordings() -> list[Path]:
    return [path for path in assets("demo").iterdir() if path.suffix in _RECORDINGS]
