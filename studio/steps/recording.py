"""The recording step: given by a person; the program looks whether it can be used."""

from __future__ import annotations

from pathlib import Path

from studio.checks import Check
from studio.errors import SiarError
from studio.plan.item import Item, Kind
from studio.steps.context import Context
from studio.steps.graph import Inputs, Step


def belongs(item: Item) -> bool:
    """A video is recorded; of a live session there may be a recording."""
    return item.kind is Kind.VIDEO or bool(item.recording)


def _expected(context: Context) -> dict[str, Inputs]:
    return {"file": {"recording": context.item.recording}} if context.recording else {}


def _waits(context: Context) -> str:
    if context.recording:
        return ""
    if context.item.recording:
        return f"{context.item.recording} is not there any more: choose the file again"
    return "No recording yet: choose a file, or drop one on the item"


def _check(context: Context, paths: dict[str, Path]) -> tuple[Check, ...]:
    path = paths["file"]
    try:
        media = context.media(path)
    except SiarError as error:
        return (Check("media", False, str(error)),)
    size = f" · {media.width}×{media.height}" if media.has_video else ""
    facts = Check("media", True, f"{path.name}{size} · {media.duration_s:.1f} s")
    if not media.has_audio:
        return (facts, Check("sound", False, "It has no sound: subtitles cannot be made"))
    return (facts,)


STEP = Step("recording", "Recording", (), belongs, _expected, _waits, _check)
