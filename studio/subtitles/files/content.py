"""What a subtitle file is written from, and the times and errors that the formats share."""

from __future__ import annotations

from dataclasses import dataclass

from studio.errors import InvalidValue
from studio.speech.words import Word
from studio.subtitles.cue import Cue
from studio.video.presets import Preset


@dataclass(frozen=True, slots=True)
class Subtitles:
    """Cues, and what some formats keep beside them; `size` is the picture's, in pixels."""

    cues: tuple[Cue, ...]
    language: str = "und"
    engine: str = ""
    words: tuple[Word, ...] = ()
    size: tuple[int, int] | None = None
    preset: Preset | None = None


def clock(seconds: float, point: str) -> str:
    """Seconds as "00:01:02,345", with `point` before the milliseconds; below zero is zero."""
    whole, milliseconds = divmod(max(0, round(seconds * 1000)), 1000)
    minutes, second = divmod(whole, 60)
    hour, minute = divmod(minutes, 60)
    return f"{hour:02d}:{minute:02d}:{second:02d}{point}{milliseconds:03d}"


def timed_cue(start: float, end: float, lines: list[str], line_number: int) -> Cue | None:
    """A cue that was read at `line_number`; None without text. Raises InvalidValue where it ends before it starts."""
    text = [line.strip() for line in lines]
    if end < start:
        raise InvalidValue(f"the cue of line {line_number} ends before it starts", "Correct its times in a text editor")
    kept = tuple(line for line in text if line)
    return Cue(start, end, kept) if kept else None
