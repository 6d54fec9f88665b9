"""Which engine and checkpoint a recording gets when nobody says, and whether what somebody says is possible."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from studio.errors import InvalidValue, NoSpeechSource
from studio.speech.checkpoints import DEMO, Installed, demo_checkpoint, find, installed, looks_damaged, model_name
from studio.speech.engines import ENGINES

_BETTER_FIRST = ("large-v3-turbo", "medium", "medium.en", "large-v3", "large-v2", "large-v1", "small", "small.en",
                 "base", "base.en", "tiny", "tiny.en")  # fmt: skip
_HOW = "Run `siar models get small` (about 480 MB, once), or give what is said with --script"


@dataclass(frozen=True, slots=True)
class Choice:
    """An engine by its name in ENGINES, and its checkpoint; `checkpoint` is None and `name` is "" for a script."""

    engine: str
    checkpoint: Path | None
    name: str


def choose(
    engine: str = "auto",
    model: str | Path | None = None,
    script: str | None = None,
    is_demo_file: bool = False,
    language: str | None = None,
) -> Choice:
    """The engine and checkpoint for one recording.

    `auto` takes an installed checkpoint with the fast engine, else the timing of a known `script`. The demo checkpoint
    is taken for the demo's own recordings only, and where somebody names it. `language` (Whisper's code) rules out
    English-only checkpoints for anything else. Raises InvalidValue, UnknownCheckpoint, NoSpeechSource.
    """
    if engine != "auto" and engine not in ENGINES:
        raise InvalidValue(f"There is no engine called {engine}", f"Choose one of: auto, {', '.join(ENGINES)}")
    known_script = bool((script or "").strip())
    if engine == "script":
        if not known_script:
            raise NoSpeechSource("There is no script to time", "Give one with --script, or choose another engine")
        return Choice("script", None, "")
    recogniser = "fast" if engine == "auto" else engine
    if model:
        path = find(model)
        return Choice(recogniser, path, model_name(path))
    if is_demo_file and demo_checkpoint().is_file():
        return Choice(recogniser, demo_checkpoint(), DEMO)
    best = _best(language)
    if best is not None:
        return Choice(recogniser, best.path, best.name)
    if engine == "auto" and known_script:
        return Choice("script", None, "")
    missing = "no checkpoint is installed" if engine != "auto" else "there is neither a checkpoint nor a script"
    raise NoSpeechSource(f"Speech cannot be recognised: {missing}", _HOW)


def _best(language: str | None) -> Installed | None:
    """The installed checkpoint that fits best: one that somebody added before the published ones, then the better."""
    fitting = [one for one in installed() if language in {None, "en"} or not one.name.endswith(".en")]
    # Where all are damaged, one of them is taken all the same: its error then says what is wrong with it.
    fitting = [one for one in fitting if not looks_damaged(one)] or fitting

    def rank(one: Installed) -> tuple[bool, int]:
        # With the language unknown, one that knows all of them comes first.
        narrow = language is None and one.name.endswith(".en")
        return narrow, _BETTER_FIRST.index(one.name) if one.name in _BETTER_FIRST else -1

    return min(fitting, key=rank, default=None)
