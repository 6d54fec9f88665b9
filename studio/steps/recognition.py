"""From a recording to subtitle files: sound, engine, the script's spelling, cues; for items and loose files alike."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from studio.errors import NoSound, SiarError
from studio.files import digest, read_text
from studio.steps.graph import Made, Report
from studio.steps.wording import NO_WORDING, Wording
from studio.subtitles.cue import Cue
from studio.subtitles.files import read_cues, write_subtitles
from studio.subtitles.profiles import default_profile, load_profile
from studio.subtitles.quality import Problem, find_problems
from studio.subtitles.segmentation import make_cues
from studio.video.probe import probe

if TYPE_CHECKING:
    from studio.speech.choose import Choice
    from studio.speech.hearing import PackEngine
    from studio.speech.journal import Journal
    from studio.speech.words import Transcript, Word
    from studio.video.probe import Media


JOURNALS = ".heard"
"""The folder in a workspace's `out/` with the journals of what is being recognised."""


_UNFIT = ("tiny", "base")
"""With these every second or third Indonesian word is wrong (word error rates on FLEURS-id)."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for: `language` None is detected, `profile` None goes by the picture and the language.

    `journals` is the folder in which what was heard is kept until it is written, so that a kill costs little.
    `cluster` is the address of a Dask cluster that does what the fast engine would do here, "" for none.
    """

    formats: tuple[str, ...] = ("srt",)
    engine: str = "auto"
    model: str | None = None
    language: str | None = None
    script: str | None = None
    profile: str | None = None
    folders: tuple[Path, ...] = ()
    wording: Wording = NO_WORDING
    journals: Path | None = None
    cluster: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """A recording that can be subtitled, the digest of its file, and what will hear it."""

    path: Path
    digest: str
    media: Media
    choice: Choice


@dataclass(frozen=True, slots=True)
class Subtitled:
    """What one recording became; `took_s` is wall time, `audio_s` the length of the sound, both in seconds."""

    files: tuple[Made, ...]
    transcript: Transcript
    cues: tuple[Cue, ...]
    problems: tuple[Problem, ...]
    took_s: float


def source(recording: Path, wanted: Wanted, file_digest: str = "") -> Source:
    """`recording` with what will hear it. Raises NotFound, NotMedia, NoSound, UnknownCheckpoint or NoSpeechSource."""
    from studio.speech.checkpoints import is_demo_file
    from studio.speech.choose import choose

    media = probe(recording)
    if not media.has_audio:
        raise NoSound(f"{recording.name} has no sound", "Record it again with a microphone, or choose another file")
    choice = choose(wanted.engine, wanted.model, wanted.script, is_demo_file(recording), wanted.language)
    return Source(recording, file_digest or digest(recording), media, choice)


def subtitle(
    recording: Path, wanted: Wanted, folder: Path, stem: str, progress: Report, file_digest: str = ""
) -> Subtitled:
    """Recognise or time the speech of `recording`, and write `stem.LANGUAGE.FORMAT` for each wanted format.

    Raises what `source` does.
    """
    began = time.monotonic()
    one = source(recording, wanted, file_digest)

    def recognising(fraction: float, message: str) -> None:
        progress(0.02 + 0.9 * fraction, message)

    def written(transcript: Transcript) -> Subtitled:
        progress(0.92, "setting the cues")
        return replace(write(one, transcript, wanted, folder, stem), took_s=time.monotonic() - began)

    if one.choice.engine != "fast":
        return written(hear(one, wanted, recognising))
    with open_heard(one.choice, wanted) as journal:
        ((_, found),) = hear_all([one], wanted, journal, recognising)
        if isinstance(found, SiarError):
            journal.finish(one.digest)
            raise found
        done = written(found)
        journal.finish(one.digest)
        return done


def hear(one: Source, wanted: Wanted, progress: Report) -> Transcript:
    """What is said in one recording, by an engine that takes one after another."""
    from studio.speech.audio import load_audio
    from studio.speech.phrases import load_phrases

    progress(0.0, "reading the sound")
    samples = load_audio(one.path)
    words = wanted.wording
    transcript: Transcript = _loaded(one.choice).transcribe(
        samples,
        language=wanted.language,
        script=wanted.script,
        prompt=words.prompt,
        phrases=load_phrases(words.phrases) if one.choice.engine != "script" else None,
        progress=lambda fraction, message: progress(0.03 + 0.97 * fraction, message),
    )
    return replace(transcript, model=one.choice.name)


def hear_all(
    sources: Sequence[Source], wanted: Wanted, journal: Journal, progress: Report
) -> Iterator[tuple[Source, Transcript | SiarError]]:
    """What is said in recordings of one choice, heard together, as they are done. See studio.speech.batch.

    Raises ClusterFailed where the cluster that is wanted cannot be used, or is lost.
    """
    from studio.speech.batch import Asked, recognise_all
    from studio.speech.hearing import Listening
    from studio.speech.phrases import load_phrases

    words = wanted.wording
    listening = Listening(wanted.language, words.prompt, load_phrases(words.phrases))
    waiting: dict[Path, list[Source]] = {}
    for one in sources:
        waiting.setdefault(one.path, []).append(one)
    asked = [Asked(one.path, one.digest, one.media.duration_s) for one in sources]
    if wanted.cluster:
        progress(0.0, f"asking the cluster at {wanted.cluster}")
    with _together(sources[0].choice, wanted.cluster) as (engine, groups):
        for given, found in recognise_all(asked, engine, journal, listening, progress, groups):
            one = waiting[given.path].pop(0)
            yield one, found if isinstance(found, SiarError) else replace(found, model=one.choice.name)


@contextmanager
def _together(choice: Choice, cluster: str) -> Iterator[tuple[PackEngine, int]]:
    """What hears recordings together, a cluster or the engine here, and how many groups of them at once."""
    if not cluster:
        yield _loaded(choice), 1
        return
    from studio.speech.engines.cluster import ClusterEngine

    assert choice.checkpoint is not None
    with ClusterEngine(cluster, choice.checkpoint) as engine:
        yield engine, engine.groups


def open_heard(choice: Choice, wanted: Wanted, *, after_death: bool = False) -> Journal:
    """The journal of what `choice` hears with these wishes; what an earlier run left in it is gone on with.

    `after_death` says that the process before this one died at its work: see Journal.begin_again.
    """
    from studio.speech import machine
    from studio.speech.conversion import cache_folder
    from studio.speech.engines.fast import BEAM
    from studio.speech.journal import open_journal

    assert choice.checkpoint is not None
    journals = wanted.journals or cache_folder().parent / "heard"
    how = [digest(choice.checkpoint), machine.load().compute, wanted.language or "", wanted.wording.prompt, str(BEAM)]
    journal = open_journal(journals, hashlib.blake2b(json.dumps(how).encode(), digest_size=8).hexdigest())
    journal.begin_again(after_death=after_death)
    return journal


def write(one: Source, transcript: Transcript, wanted: Wanted, folder: Path, stem: str) -> Subtitled:
    """The cues of a transcript, in files; a known script corrects its spelling."""
    from studio.speech.correction import correct
    from studio.speech.replacing import apply_rules

    began = time.monotonic()
    media, listens = one.media, one.choice.engine != "script"
    if listens:
        # The script has the last word on spelling: rules mend what was heard, not what was written.
        transcript = apply_rules(transcript, wanted.wording.rules)
        transcript = correct(transcript, wanted.script) if wanted.script else transcript
    language = transcript.language
    if language == "id" and one.choice.name in _UNFIT:
        note = f"{one.choice.name} is not fit for Indonesian captions: take small, or a larger checkpoint."
        transcript = replace(transcript, notes=(*transcript.notes, note))
    if wanted.profile:
        profile = load_profile(wanted.profile, wanted.folders)
    else:
        profile = default_profile(media.width, media.height, language, wanted.folders)
    cues = make_cues(transcript.words, profile, language, fps=media.fps or 25.0, end_s=media.duration_s)
    how = described(transcript, corrected=bool(wanted.script) and listens)
    if transcript.notes:
        how = " ".join((f"{how}.", *transcript.notes))
    spoken = _Spoken(language, transcript.engine, transcript.words, (media.width, media.height))
    files = tuple(_write(cues, spoken, wanted.formats, folder, stem, how))
    problems = tuple(find_problems(cues, profile, media.duration_s, media.fps or 25.0))
    return Subtitled(files, transcript, tuple(cues), problems, time.monotonic() - began)


_kept: dict[Any, Any] = {}


def _loaded(choice: Choice) -> Any:
    """The engine, kept for the next recording: loading a checkpoint takes seconds. Other settings load it anew."""
    from studio.speech import machine
    from studio.speech.engines import load_engine

    state = choice.checkpoint.stat() if choice.checkpoint is not None else None
    key = (choice, state and (state.st_size, state.st_mtime_ns), machine.load())
    if key not in _kept:
        _kept.clear()  # first: two networks at once may be more than the memory holds
        _kept[key] = load_engine(choice.engine, choice.checkpoint)
    return _kept[key]


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
