"""Subtitle files: one module a format, and the two functions that choose among them by the ending of the name.

To add a format: write a module here with `write(subtitles) -> str`, and with `read(text) -> list[Cue]` where the
format can be read back; then name both in WRITERS and READERS. What a writer may need beside the cues stands in
`Subtitles`. Reading raises InvalidValue with the number of the line.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable, Sequence
from pathlib import Path

from studio.errors import InvalidValue
from studio.files import existing_file, read_text, write_text
from studio.speech.words import Word
from studio.subtitles.cue import Cue
from studio.subtitles.files import ass, plain, subrip, timed_json, ttml, webvtt
from studio.subtitles.files.content import Subtitles
from studio.video.presets import Preset

WRITERS: dict[str, Callable[[Subtitles], str]] = {
    "srt": subrip.write,
    "vtt": webvtt.write,
    "ass": ass.write,
    "ttml": ttml.write,
    "txt": plain.write,
    "json": timed_json.write,
}
READERS: dict[str, Callable[[str], list[Cue]]] = {
    "srt": subrip.read,
    "vtt": webvtt.read,
    "ass": ass.read,
    "ttml": ttml.read,
    "dfxp": ttml.read,
}

# Far above any real file: three hours of talk are 300 kB.
_MOST_BYTES = 20_000_000


def write_subtitles(
    cues: Sequence[Cue],
    path: Path,
    *,
    language: str = "und",
    engine: str = "",
    words: Sequence[Word] | None = None,
    size: tuple[int, int] | None = None,
    preset: Preset | None = None,
) -> Path:
    """Write `cues` to `path` in the format of its ending (srt, vtt, ass, ttml, txt, json), whole or not at all.

    `language` goes into .ttml and .json; `engine` ("script", "fast", "whisper") goes into .json, and so do `words`:
    those of the cues where None is given. .ass and .ttml are made for a picture of `size` (width, height in pixels;
    1920 x 1080 where None is given); .ass keeps its text inside the safe zone of `preset` (a zone that suits all
    platforms where None is given).
    Raises InvalidValue for another ending, CannotWrite or OutOfSpace. Gives `path` back.
    """
    writer = WRITERS.get(_ending(path))
    if writer is None:
        raise InvalidValue(
            f"{path.name} ends with no format of subtitles that can be written", f"Choose one of {', '.join(WRITERS)}"
        )
    all_words = tuple(word for cue in cues for word in cue.words) if words is None else tuple(words)
    write_text(path, writer(Subtitles(tuple(cues), language, engine, all_words, size, preset)))
    return path


def read_cues(path: Path) -> list[Cue]:
    """The cues of an .srt, .vtt, .ass or .ttml file, also one that was edited by hand, in order of their starts.

    Formatting tags are left out. Cues may overlap: `quality.find_problems` reports that. Raises NotFound, or
    InvalidValue with the number of the line where the file is not what its ending says.
    """
    reader = READERS.get(_ending(path))
    if reader is None:
        raise InvalidValue(
            f"{path.name} ends with no format of subtitles that can be read", f"Choose one of {', '.join(READERS)}"
        )
    existing_file(path)
    if path.stat().st_size > _MOST_BYTES:
        raise InvalidValue(f"{path.name} is too large for subtitles", "Choose the subtitle file, not the video")
    data = path.read_bytes()
    if b"\0" in data and not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise InvalidValue(f"{path.name} holds no text", "Choose a subtitle file that opens in a text editor")
    try:
        cues = reader(_decoded(data).replace("\r\n", "\n").replace("\r", "\n"))
    except InvalidValue as error:
        raise InvalidValue(f"{path.name}: {error.happened}", error.advice) from error
    if not cues:
        raise InvalidValue(f"{path.name} holds no cues", "Choose a subtitle file with text and times in it")
    return sorted(cues, key=lambda cue: cue.start)


def read_words(path: Path) -> list[Word]:
    """The words of a .json that `write_subtitles` wrote, with their times; [] where it holds none that can be read."""
    return timed_json.read_words(read_text(path))


def _ending(path: Path) -> str:
    return path.suffix.lower().removeprefix(".")


def _decoded(data: bytes) -> str:
    """Text in UTF-8 or UTF-16 with or without its mark, else in the code page of a Western Windows."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")
