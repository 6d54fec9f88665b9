"""SubRip (.srt), which every player and platform takes.

Written as UTF-8 without a mark (TikTok and YouTube ask for UTF-8; with a mark some importers lose the first cue) and
with CRLF, SubRip's own line end: CapCut, TikTok, YouTube and players take both, and an old Notepad, in which teams
correct such files, shows one long line otherwise. pysubs2 is not used for it: it takes a line that is a number, such
as a price, for the number of the next cue.
"""

from __future__ import annotations

import re

from studio.errors import InvalidValue
from studio.subtitles.cue import Cue
from studio.subtitles.files.content import Subtitles, clock, timed_cue

_TIME = r"(\d{1,3}):(\d{1,2}):(\d{1,2})(?:[,.:](\d{1,3}))?"
_TIMES = re.compile(rf"\s*{_TIME}\s*-+>\s*{_TIME}(?:\s.*)?")
_TAG = re.compile(r"</?(?:[ibus]|font)(?:\s[^<>]*)?>|\{\\[^{}]*\}", re.I)


def write(subtitles: Subtitles) -> str:
    """The text of an .srt file."""
    blocks = (
        f"{number}\n{clock(cue.start, ',')} --> {clock(cue.end, ',')}\n{_shown(cue.text)}\n"
        for number, cue in enumerate(subtitles.cues, 1)
    )
    return "\n".join(blocks).replace("\n", "\r\n")


def _shown(text: str) -> str:
    # The format has no way to escape its arrow, and readers look for it anywhere.
    return text.replace("-->", "→")


def read(text: str) -> list[Cue]:
    """The cues of an .srt file; the numbers of its cues may be missing or wrong."""
    lines = text.split("\n")
    heads = [index for index, line in enumerate(lines) if "-->" in line]
    cues: list[Cue] = []
    for position, head in enumerate(heads):
        match = _TIMES.fullmatch(lines[head])
        if match is None:
            raise InvalidValue(
                f'line {head + 1} should be two times such as "00:00:01,200 --> 00:00:03,400"',
                "Correct it in a text editor",
            )
        stop = heads[position + 1] if position + 1 < len(heads) else len(lines)
        body = lines[head + 1 : stop]
        if position + 1 < len(heads):
            body = _without_number(body)
        start, end = seconds(match.groups()[:4]), seconds(match.groups()[4:])
        cue = timed_cue(start, end, [_TAG.sub("", line) for line in body], head + 1)
        if cue:
            cues.append(cue)
    if not heads and text.strip():
        raise InvalidValue("no line holds two times with --> between them", "Choose an .srt file")
    return cues


def _without_number(body: list[str]) -> list[str]:
    """The lines of a cue without the next one's number, which stands right before the next one's times."""
    return body[:-1] if body and body[-1].strip().isdigit() else body


def seconds(groups: tuple[str | None, ...]) -> float:
    """Hours, minutes, seconds and the digits after the point (or None) as seconds."""
    hours, minutes, whole, fraction = groups
    total = int(hours or 0) * 3600 + int(minutes or 0) * 60 + int(whole or 0)
    return (total * 1000 + int((fraction or "0").ljust(3, "0"))) / 1000
