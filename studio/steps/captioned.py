"""The captioned step: the cues are burned into the recording."""

from __future__ import annotations

from pathlib import Path

from studio.checks import Check
from studio.steps.context import Context
from studio.steps.graph import Inputs, Made, Report, Step
from studio.steps.recording import belongs
from studio.subtitles.burn import burn
from studio.subtitles.files import read_cues
from studio.video.probe import probe


def _cues(context: Context) -> Path | None:
    """What to burn: the .ass where that is the file a person edited, else the .srt."""
    styled, plain = context.path("subtitles", "ass"), context.path("subtitles", "srt")
    return styled if context.is_edited("subtitles", "ass") else plain or styled


def _expected(context: Context) -> dict[str, Inputs]:
    cues, recording = _cues(context), context.recording
    if cues is None or recording is None or not probe(recording).has_video:
        return {}
    return {"mp4": {"recording": context.digest(recording), "subtitles": context.digest(cues)}}


def _waits(context: Context) -> str:
    if context.recording is None:
        return "Waits for the recording"
    if not probe(context.recording).has_video:
        return "The recording is sound alone: there is no picture to caption"
    return "" if _cues(context) else "Waits for the subtitles"


def _make(context: Context, wanted: tuple[str, ...], folder: Path, progress: Report) -> list[Made]:
    cues, recording = _cues(context), context.recording
    assert cues is not None and recording is not None  # `waits` says so before
    path = folder / f"{context.stem}.captioned.mp4"
    burn(recording, read_cues(cues), path, progress=progress)
    return [Made(name, path, f"captions of {cues.name} burned in") for name in wanted]


def _check(context: Context, paths: dict[str, Path]) -> tuple[Check, ...]:
    made, recording = probe(paths["mp4"]), context.recording
    facts = Check("video", True, f"{made.width}×{made.height} · {made.duration_s:.1f} s")
    if recording is None:
        return (facts,)
    drift = abs(made.duration_s - probe(recording).duration_s)
    return (
        (facts, Check("length", drift < 0.5, f"{drift:.1f} s longer or shorter than the recording"))
        if drift >= 0.5
        else (facts,)
    )


STEP = Step("captioned", "Captioned video", ("subtitles",), belongs, _expected, _waits, _check, _make)
