"""The options of a recording in the interface's language."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui import words
from ui.subtitles import queue_words

if TYPE_CHECKING:
    from studio.actions.subtitling import SubtitleOptions

translate = QCoreApplication.translate


def field_name(field: str) -> str:
    """What a field is called."""
    return {
        "language": translate("Options", "Language"),
        "engine": translate("Options", "Recognition"),
        "profile": translate("Options", "Profile"),
        "formats": translate("Options", "Formats"),
        "video": translate("Options", "Video"),
        "script": translate("Options", "Script"),
        "out": translate("Options", "Results"),
    }[field]


def said(options: SubtitleOptions, field: str) -> str:
    """What a recording with these options wants in a field, in a word or two."""
    if field == "language":
        return queue_words.language_name(options.language) if options.language else translate("Options", "detect")
    if field == "engine":
        return _engine(options)
    if field == "profile":
        return options.profile or translate("Options", "by the picture")
    if field == "formats":
        return ", ".join(options.formats)
    if field == "video":
        return _video(options)
    if field == "script":
        return Path(options.script).name if options.script else translate("Options", "none")
    return Path(options.out).name if options.out else translate("Options", "beside the recording")


def _engine(options: SubtitleOptions) -> str:
    if options.engine == "script":
        return translate("Options", "only the script's timing")
    model = Path(options.model).name if options.model else ""
    if options.engine == "whisper":
        slow = translate("Options", "OpenAI's own, slow")
        return f"{model}, {slow}" if model else slow
    return model or translate("Options", "automatic")


def _video(options: SubtitleOptions) -> str:
    parts = []
    if options.burn:
        style = words.caption_style_name(options.style or "plain")
        parts.append(translate("Options", "captions in the picture (%1)").replace("%1", style))
    if options.mux:
        parts.append(translate("Options", "as a track"))
    return ", ".join(parts) or translate("Options", "none")
