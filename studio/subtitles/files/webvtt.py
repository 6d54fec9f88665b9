"""WebVTT (.vtt), for players on the web."""

from __future__ import annotations

import html
import re

from studio.errors import InvalidValue
from studio.subtitles.cue import Cue
from studio.subtitles.files.content import Subtitles, clock, timed_cue
from studio.subtitles.files.subrip import seconds

_TIME = r"(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})\.(\d{3})"
_TIMES = re.compile(rf"\s*{_TIME}\s*-->\s*{_TIME}(?:\s.*)?")
_TAG = re.compile(r"<[^<>]*>")


def write(subtitles: Subtitles) -> str:
    """The text of a .vtt file."""
    blocks = (f"{clock(cue.start, '.')} --> {clock(cue.end, '.')}\n{_escaped(cue.text)}\n" for cue in subtitles.cues)
    return "\n".join(("WEBVTT\n", *blocks))


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def read(text: str) -> list[Cue]:
    """The cues of a .vtt file; notes, styles, regions and cue settings are left out."""
    if not text.lstrip().startswith("WEBVTT"):
        raise InvalidValue('the first line should be "WEBVTT"', "Choose a .vtt file, or add that line")
    lines = text.split("\n")
    cues: list[Cue] = []
    index = 0
    while index < len(lines):
        head = index
        index += 1
        if "-->" not in lines[head]:
            continue
        match = _TIMES.fullmatch(lines[head])
        if match is None:
            raise InvalidValue(
                f'line {head + 1} should be two times such as "00:01.200 --> 00:03.400"', "Correct it in a text editor"
            )
        while index < len(lines) and lines[index].strip() and "-->" not in lines[index]:
            index += 1
        body = [html.unescape(_TAG.sub("", line)) for line in lines[head + 1 : index]]
        cue = timed_cue(seconds(match.groups()[:4]), seconds(match.groups()[4:]), body, head + 1)
        if cue:
            cues.append(cue)
    return cues
