"""How speech becomes words: the engines by name.

To add one, write a module with a class that has `name`, `model` and `transcribe` (see Engine), and a line in ENGINES.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from studio.errors import InvalidValue
from studio.speech.audio import Progress
from studio.speech.words import Transcript

if TYPE_CHECKING:
    from studio.speech.audio import Samples
    from studio.speech.phrases import Phrases


class Engine(Protocol):
    """Something that has loaded what it needs, once, and takes any number of recordings.

    `name` is its key in ENGINES, `model` the name of its checkpoint, "" where it needs none.
    """

    name: str
    model: str

    def transcribe(
        self,
        samples: Samples,
        *,
        language: str | None = None,
        script: str | None = None,
        prompt: str = "",
        phrases: Phrases | None = None,
        progress: Progress | None = None,
    ) -> Transcript:
        """What is said in `samples` (mono float32, 16 kHz).

        `language` is Whisper's code; None has it detected. `script` is what was meant to be said, for the engine that
        only times it; the others ignore it (see studio.speech.correction). `prompt` is a list of names and terms that
        may be said (see studio.speech.prompt); as many of its first ones as the model takes are told to it before
        every window. `phrases` are those that models invent, else the program's own. Silence gives a transcript
        without words.
        """
        ...


def _script(checkpoint: Path | None) -> Engine:
    from studio.speech.engines.script import ScriptEngine

    return ScriptEngine()


def _fast(checkpoint: Path | None) -> Engine:
    from studio.speech.engines.fast import FastEngine

    return FastEngine(_given(checkpoint, "fast"))


def _whisper(checkpoint: Path | None) -> Engine:
    from studio.speech.engines.openai import WhisperEngine

    return WhisperEngine(_given(checkpoint, "whisper"))


def _given(checkpoint: Path | None, engine: str) -> Path:
    if checkpoint is None:
        raise InvalidValue(
            f"The engine {engine} needs a checkpoint", "Name one with --model, or run `siar models list`"
        )
    return checkpoint


# The modules of engines are imported when one is asked for: torch takes seconds.
ENGINES: dict[str, Callable[[Path | None], Engine]] = {"script": _script, "fast": _fast, "whisper": _whisper}


def load_engine(name: str, checkpoint: Path | None = None) -> Engine:
    """The engine called `name` with the Whisper checkpoint (.pt) at `checkpoint`.

    Raises InvalidValue for a name that is none, DamagedCheckpoint for a file that is no checkpoint.
    """
    if name not in ENGINES:
        raise InvalidValue(f"There is no engine called {name}", f"Choose one of: auto, {', '.join(ENGINES)}")
    return ENGINES[name](checkpoint)
