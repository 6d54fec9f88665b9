"""Advanced SubStation (.ass), by pysubs2: the format that is burned in, with face, size and place.

Braces and backslashes of the text are escaped as libass reads them. A file for people to edit has one line of dialogue
a cue. The one that is burned in has one for each line of a cue, which alone sets lines as close as they look well.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from studio.errors import InvalidValue
from studio.subtitles.cue import Cue
from studio.subtitles.files.content import Subtitles, timed_cue
from studio.subtitles.style import DEFAULT_SIZE, LINE_PITCH, WORD_SPACE, CaptionStyle, caption_style, line_scale

_TAGS = re.compile(r"(?<!\\)\{[^{}]*\}")
# Keeps a backslash from taking the next letter as a command; takes no room.
_WORD_JOINER = "\u2060"
_STYLE = "Caption"


def write(subtitles: Subtitles) -> str:
    """The text of an .ass file for the picture's own size, lines broken as they are and nowhere else."""
    return _document(subtitles, _cue_texts)


def write_for_burning(subtitles: Subtitles) -> str:
    """The same with every line of a cue in a place of its own."""
    return _document(subtitles, _placed_lines)


def _document(subtitles: Subtitles, texts: Callable[[Cue, CaptionStyle, tuple[int, int]], Iterable[str]]) -> str:
    import pysubs2

    width, height = subtitles.size or DEFAULT_SIZE
    style = caption_style(subtitles.cues, (width, height), subtitles.preset)
    document = pysubs2.SSAFile()
    document.info = {
        "Title": "Captions",
        "PlayResX": str(width),
        "PlayResY": str(height),
        "WrapStyle": "2",
        "ScaledBorderAndShadow": "yes",
        "YCbCr Matrix": "None",
    }
    document.styles = {_STYLE: _ass_style(style)}
    document.events = [
        pysubs2.SSAEvent(start=round(cue.start * 1000), end=round(cue.end * 1000), text=text, style=_STYLE)
        for cue in subtitles.cues
        for text in texts(cue, style, (width, height))
    ]
    text: str = document.to_string("ass", header_notice="Made by Siar Studio")
    return text


def _cue_texts(cue: Cue, style: CaptionStyle, size: tuple[int, int]) -> Iterable[str]:
    scale = _scale(cue, style)
    text = r"\N".join(map(_escaped, cue.lines))
    return [f"{{{_shrunk(style, scale)}}}{text}" if scale < 1 else text]


def _placed_lines(cue: Cue, style: CaptionStyle, size: tuple[int, int]) -> Iterable[str]:
    width, height = size
    scale = _scale(cue, style)
    em = style.em * scale
    # A place is that of the box's lower edge, which hangs below the deepest letter.
    lowest = height - style.margin_bottom + (style.face.box_descent - style.face.descent) * em
    space = f"{{\\fsp{WORD_SPACE * em:.1f}}} {{\\fsp0}}"
    for above, line in enumerate(reversed(cue.lines)):
        place = f"\\pos({width / 2:.0f},{lowest - above * LINE_PITCH * em:.0f})"
        yield f"{{{place}{_shrunk(style, scale)}}}{_escaped(line).replace(' ', space)}"


def _scale(cue: Cue, style: CaptionStyle) -> float:
    return min((line_scale(line, style) for line in cue.lines), default=1.0)


def _shrunk(style: CaptionStyle, scale: float) -> str:
    if scale == 1:
        return ""
    return rf"\fs{style.size * scale:.1f}\bord{style.outline * scale:.1f}\shad{style.shadow * scale:.1f}"


def _ass_style(style: CaptionStyle) -> Any:
    import pysubs2

    return pysubs2.SSAStyle(
        fontname=style.face.family,
        fontsize=round(style.size, 1),
        bold=style.face.bold,
        primarycolor=pysubs2.Color(255, 255, 255, 0),
        secondarycolor=pysubs2.Color(255, 255, 255, 0),
        outlinecolor=pysubs2.Color(12, 13, 18, 0),
        backcolor=pysubs2.Color(0, 0, 0, 110),
        borderstyle=1,
        outline=style.outline,
        shadow=style.shadow,
        alignment=pysubs2.Alignment.BOTTOM_CENTER,
        marginl=style.margin_left,
        marginr=style.margin_right,
        marginv=style.margin_bottom,
        encoding=1,
    )


def _escaped(line: str) -> str:
    line = line.replace("\\", "\\" + _WORD_JOINER).replace("{", r"\{").replace("}", r"\}")
    return line.replace("\n", r"\N")


def read(text: str) -> list[Cue]:
    """The cues of an .ass file: its dialogue, without comments, drawings and formatting."""
    import pysubs2

    if "[events]" not in text.lower():
        raise InvalidValue("there is no [Events] section", "Choose an .ass file")
    try:
        document = pysubs2.SSAFile.from_string(text, format_="ass")
    except (ValueError, TypeError, IndexError, pysubs2.Pysubs2Error) as error:
        raise InvalidValue(
            f"it cannot be understood ({error})", "Save it again from the program that made it"
        ) from error
    cues: list[Cue] = []
    for number, event in enumerate(document.events, 1):
        if event.is_comment or r"\p1" in event.text:
            continue
        if event.end < event.start:
            raise InvalidValue(f"dialogue {number} ends before it starts", "Correct its times")
        cue = timed_cue(event.start / 1000, event.end / 1000, _plain(event.text).split("\n"), number)
        if cue:
            cues.append(cue)
    return cues


def _plain(text: str) -> str:
    text = _TAGS.sub("", text)
    text = re.sub(r"\\[Nn]", "\n", text).replace(r"\h", "\u00a0")
    return text.replace(r"\{", "{").replace(r"\}", "}").replace(_WORD_JOINER, "")
