"""The captioned step: the cues are burned into the recording."""

from __future__ import annotations

from pathlib import Path

from studio.checks import Check
from studio.steps.context import Context
from studio.steps.graph import Inputs, Made, Report, Step
from studio.steps.recording import belongs
from studio.subtitles.burn import burn
from studio.subtitles.files import read_cues


def _cues(context: Context) -> Path | None:
    """What to burn: of the .srt and the .ass the one that a person edited, the later one of two, else the .srt."""
    both = [path for name in ("srt", "ass") if (path := context.path("subtitles", name)) is not None]
    edited = [path for path in both if context.is_edited("subtitles", path.suffix[1:])]
    return max(edited, key=lambda path: path.stat().st_mtime_ns) if edited else next(iter(both), None)


def _expected(context: Context) -> dict[str, Inputs]:
    cues, recording = _cues(context), context.recording
    if cues is None or recording is None or not context.media(recording).has_video:
        return {}
    return {"mp4": {"recording": context.digest(recording), "subtitles": context.digest(cues)}}


def _waits(context: Context) -> str:
    if context.recording is None:
        return "Waits for the recording"
    if not context.media(context.recording).has_video:
        return "The recording is sound alone: there is no picture to caption"
    return "" if _cues(context) else "Waits for the subtitles"


def _make(context: Context, wanted: tuple[str, ...], folder: Path, progress: Report) -> list[Made]:
    cues, recording = _cues(context), context.recording
    assert cues is not None and recording is not None  # `waits` says so before
    path = folder / f"{context.stem}.captioned.mp4"
    # A person edits an .ass for its styling, which cues do not carry.
    burn(recording, read_cues(cues), path, styled=cues if cues.suffix == ".ass" else None, progress=progress)
    return [Made(name, path, f"captions of {cues.name} burned in") for name in wanted]


def _check(context: Context, paths: dict[str, Path]) -> tuple[Check, ...]:
    made, recording = context.media(paths["mp4"]), context.recording
    facts = Check("video", True, f"{made.width}×{made.height} · {made.duration_s:.1f} s")
    if recording is None:
        return (facts,)
    drift = abs(made.duration_s - context.media(recording).duration_s)
    return (
        (facts, Check("length", drift < 0.5, f"{drift:.1f} s longer or shorter than the recording"))
        if drift >= 0.5
        else (facts,)
    )


STEP = Step("captioned", "Captioned video", ("subtitles",), belongs, _expected, _waits, _check, _make)
