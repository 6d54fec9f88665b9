"""From a recording to subtitle files: sound, engine, the script's spelling, cues; for items and loose files alike."""

from __future__ import annotations

import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from studio.errors import NoSound
from studio.files import read_text
from studio.steps.graph import Made, Report
from studio.subtitles.cue import Cue
from studio.subtitles.files import read_cues, write_subtitles
from studio.subtitles.profiles import default_profile, load_profile
from studio.subtitles.quality import Problem, find_problems
from studio.subtitles.segmentation import make_cues
from studio.video.probe import probe

if TYPE_CHECKING:
    from studio.speech.choose import Choice
    from studio.speech.engines import Engine
    from studio.speech.words import Transcript, Word


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for: `language` None is detected, `profile` None goes by the picture and the language."""

    formats: tuple[str, ...] = ("srt",)
    engine: str = "auto"
    model: str | None = None
    language: str | None = None
    script: str | None = None
    profile: str | None = None
    folders: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Subtitled:
    """What one recording became; `took_s` is wall time, `audio_s` the length of the sound, both in seconds."""

    files: tuple[Made, ...]
    transcript: Transcript
    cues: tuple[Cue, ...]
    problems: tuple[Problem, ...]
    took_s: float


def subtitle(recording: Path, wanted: Wanted, folder: Path, stem: str, progress: Report) -> Subtitled:
    """Recognise or time the speech of `recording`, and write `stem.LANGUAGE.FORMAT` for each wanted format.

    Raises NotFound, NotMedia, NoSound, UnknownCheckpoint or NoSpeechSource.
    """
    from studio.speech.audio import load_audio
    from studio.speech.checkpoints import is_demo_file
    from studio.speech.choose import choose
    from studio.speech.correction import correct

    began = time.monotonic()
    media = probe(recording)
    if not media.has_audio:
        raise NoSound(f"{recording.name} has no sound", "Record it again with a microphone, or choose another file")
    choice = choose(wanted.engine, wanted.model, wanted.script, is_demo_file(recording), wanted.language)
    progress(0.02, "reading the sound")
    samples = load_audio(recording)
    engine = _loaded(choice)

    def recognising(fraction: float, message: str) -> None:
        progress(0.05 + 0.85 * fraction, message)

    transcript = engine.transcribe(samples, language=wanted.language, script=wanted.script, progress=recognising)
    transcript = replace(transcript, model=choice.name)
    if wanted.script and choice.engine != "script":
        transcript = correct(transcript, wanted.script)
    progress(0.92, "setting the cues")
    language = transcript.language
    if wanted.profile:
        profile = load_profile(wanted.profile, wanted.folders)
    else:
        profile = default_profile(media.width, media.height, language, wanted.folders)
    cues = make_cues(transcript.words, profile, language, fps=media.fps or 25.0, end_s=media.duration_s)
    how = described(transcript, corrected=bool(wanted.script) and choice.engine != "script")
    spoken = _Spoken(language, transcript.engine, transcript.words, (media.width, media.height))
    files = tuple(_write(cues, spoken, wanted.formats, folder, stem, how))
    problems = tuple(find_problems(cues, profile, media.duration_s, media.fps or 25.0))
    return Subtitled(files, transcript, tuple(cues), problems, time.monotonic() - began)


@lru_cache(maxsize=1)
def _loaded(choice: Choice) -> Engine:
    """The engine, kept for the next recording: loading a checkpoint takes seconds."""
    from studio.speech.engines import load_engine

    return load_engine(choice.engine, choice.checkpoint)


def described(transcript: Transcript, *, corrected: bool) -> str:
    """How the words came about, in words: "fast engine, checkpoint demo, spelling from the script"."""
    if transcript.engine == "script":
        return "timing of the script by voice activity and syllables"
    spelled = ", spelling from the script" if corrected else ""
    return f"{transcript.engine} engine, checkpoint {transcript.model}{spelled}"


def rewrite(
    edited: Path, recording: Path, formats: Sequence[str], language: str, folder: Path, stem: str, words: Path | None
) -> list[Made]:
    """The other formats, from cues that a person edited; `words` is a .json whose word times are kept."""
    import json

    from studio.speech.words import Word

    told: dict[str, Any] = {}
    with suppress(ValueError):  # a person may have edited it too; without word times the cues are still right
        told = json.loads(read_text(words)) if words is not None else {}
    said = told.get("words", []) if isinstance(told, dict) else []
    kept = tuple(Word(str(one["text"]), float(one["start"]), float(one["end"]), one.get("confidence")) for one in said)
    media = probe(recording)
    spoken = _Spoken(language, str(told.get("engine", "")), kept, (media.width, media.height))
    return _write(read_cues(edited), spoken, formats, folder, stem, f"from {edited.name} as edited")


@dataclass(frozen=True, slots=True)
class _Spoken:
    """What a subtitle file tells besides its cues; `size` is the picture's, in pixels."""

    language: str
    engine: str
    words: tuple[Word, ...]
    size: tuple[int, int]


def _write(
    cues: Sequence[Cue], spoken: _Spoken, formats: Sequence[str], folder: Path, stem: str, how: str
) -> list[Made]:
    code = {"jw": "jv"}.get(spoken.language, spoken.language)  # Whisper's code for Javanese is not BCP-47's
    made = []
    for name in formats:
        path = folder / f"{stem}.{code}.{name}"
        size = spoken.size if all(spoken.size) else None
        write_subtitles(cues, path, language=code, engine=spoken.engine, words=spoken.words, size=size)
        made.append(Made(name, path, how))
    return made
