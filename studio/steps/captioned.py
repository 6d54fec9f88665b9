"""The captioned step: the cues are burned into the recording."""

from __future__ import annotations

from pathlib import Path

from studio.checks import Check
from studio.plan.wishes import caption_style
from studio.steps.context import Context
from studio.steps.graph import Inputs, Made, Report, Step
from studio.steps.recording import belongs
from studio.subtitles.burn import burn
from studio.subtitles.files import read_cues, read_words
from studio.subtitles.looks import Look, load_look
from studio.subtitles.spoken import with_words


def _cues(context: Context) -> Path | None:
    """What to burn: of the .srt and the .ass the one that a person edited, the later one of two, else the .srt."""
    both = [path for name in ("srt", "ass") if (path := context.path("subtitles", name)) is not None]
    edited = [path for path in both if context.is_edited("subtitles", path.suffix[1:])]
    return max(edited, key=lambda path: path.stat().st_mtime_ns) if edited else next(iter(both), None)


def look_of(context: Context) -> Look:
    """The caption style that the item asks for. Raises NotFound or TemplateError."""
    return load_look(caption_style(context.item), (context.template_folders / "captions",))


def _expected(context: Context) -> dict[str, Inputs]:
    cues, recording = _cues(context), context.footage
    if cues is None or recording is None or not context.media(recording).has_video:
        return {}
    inputs = {"recording": context.digest(recording), "subtitles": context.digest(cues)}
    look = look_of(context)
    if caption_style(context.item) and look.path is not None:
        inputs["caption style"] = context.digest(look.path)
    return {"mp4": inputs}


def _waits(context: Context) -> str:
    if context.footage is None:
        return context.waits_for_footage
    if not context.media(context.footage).has_video:
        return "The recording is sound alone: there is no picture to caption"
    return "" if _cues(context) else "Waits for the subtitles"


def _make(context: Context, wanted: tuple[str, ...], folder: Path, progress: Report) -> list[Made]:
    source, recording = _cues(context), context.footage
    assert source is not None and recording is not None  # `waits` says so before
    path = folder / f"{context.stem}.captioned.mp4"
    # A person edits an .ass for its styling, which cues do not carry.
    styled = source if source.suffix == ".ass" else None
    cues, look = read_cues(source), look_of(context)
    words = context.path("subtitles", "json")
    if words is not None:
        cues = with_words(cues, read_words(words))
    burn(recording, cues, path, look=look, styled=styled, progress=progress)
    styling = f", style {look.name}" if caption_style(context.item) and styled is None else ""
    return [Made(name, path, f"captions of {source.name} burned in{styling}") for name in wanted]


def _check(context: Context, paths: dict[str, Path]) -> tuple[Check, ...]:
    made, recording = context.media(paths["mp4"]), context.footage
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
