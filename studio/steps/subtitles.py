"""The subtitles step: speech becomes cues, in the files that editors and platforms take."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

from studio.checks import Check
from studio.scripts.script import parse_script
from studio.steps.context import Context, text_digest
from studio.steps.graph import Inputs, Made, Report, Step
from studio.steps.recognition import JOURNALS, Wanted, rewrite, subtitle
from studio.steps.recording import belongs
from studio.steps.script import coming
from studio.steps.wording import rules_input, wording
from studio.subtitles.files import read_cues
from studio.subtitles.profiles import Profile, default_profile
from studio.subtitles.quality import summary

FORMATS = ("srt", "vtt", "ass", "json")


def profile_of(context: Context, recording: Path) -> Profile:
    """The reading rules for the item: as asked for, else by the picture's shape and the language."""
    media = context.media(recording)
    folders = [context.template_folders / "profiles"]
    return default_profile(media.width, media.height, context.item.language, folders)


def _engine(context: Context) -> str:
    """The engine asked for; where none is, what the subtitles were made by is as good as any other."""
    asked = context.options.engine
    record = context.records.get(("subtitles", "srt"))
    return str(record.inputs.get("engine", asked)) if asked == "auto" and record is not None else asked


def _checkpoint(context: Context) -> str:
    """The digest of the checkpoint asked for, else of that which made the subtitles. Raises UnknownCheckpoint."""
    record = context.records.get(("subtitles", "srt"))
    if context.options.model is None:
        return str(record.inputs.get("checkpoint", "")) if record is not None else ""
    from studio.speech.checkpoints import find

    return context.digest(find(context.options.model))


def _expected(context: Context) -> dict[str, Inputs]:
    recording = context.footage
    if recording is None:
        return {}
    script = coming(context)
    inputs = {
        "recording": context.digest(recording),
        "script": text_digest(parse_script(script).spoken_text) if script else "",
        "language": context.item.language,
        "profile": text_digest(repr(asdict(profile_of(context, recording)))),
        "engine": _engine(context),
        "checkpoint": _checkpoint(context),
    }
    record = context.records.get(("subtitles", "srt"))
    rules = rules_input(context.store, record.inputs if record else None, context.path("subtitles", "srt"))
    if rules:
        inputs["rules"] = rules
    expected: dict[str, Inputs] = {"srt": inputs}
    # A person edits the .srt: the other files then follow it.
    edited = context.path("subtitles", "srt") if context.is_edited("subtitles", "srt") else None
    follow = {**inputs, "edited subtitles": context.digest(edited) if edited else ""}
    return expected | {name: follow for name in FORMATS if name != "srt"}


def _waits(context: Context) -> str:
    return context.waits_for_footage


def _make(context: Context, wanted: tuple[str, ...], folder: Path, progress: Report) -> list[Made]:
    recording, item, script = context.footage, context.item, context.script
    assert recording is not None  # `waits` says so before
    edited = context.path("subtitles", "srt")
    if "srt" not in wanted and edited is not None and context.is_edited("subtitles", "srt"):
        words = context.path("subtitles", "json")
        return rewrite(edited, recording, wanted, item.language, folder, context.stem, words)
    done = subtitle(
        recording,
        Wanted(
            formats=wanted,
            engine=context.options.engine,
            model=context.options.model,
            language=item.language,
            script=script.spoken_text if script and script.spoken_text.strip() else None,
            profile=profile_of(context, recording).name,
            folders=(context.template_folders / "profiles",),
            wording=wording(context.store, item),
            journals=context.workspace.out / JOURNALS,
        ),
        folder,
        context.stem,
        progress,
        context.digest(recording),
    )
    return list(done.files)


def _check(context: Context, paths: dict[str, Path]) -> tuple[Check, ...]:
    recording = context.footage
    if recording is None or "srt" not in paths:
        return ()
    media = context.media(recording)
    return summary(read_cues(paths["srt"]), profile_of(context, recording), media.duration_s, media.fps or 25.0)


STEP = Step("subtitles", "Subtitles", ("recording", "cut", "script"), belongs, _expected, _waits, _check, _make)
