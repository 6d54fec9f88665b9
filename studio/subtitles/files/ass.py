"""Advanced SubStation (.ass), by pysubs2: the format that is burned in, with face, size and place.

Braces and backslashes of the text are escaped as libass reads them. A file for people to edit has one line of dialogue
a cue; the one that is burned in is drawn by `studio.subtitles.drawing`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from studio.errors import InvalidValue
from studio.subtitles.cue import Cue
from studio.subtitles.files.content import Subtitles, timed_cue
from studio.subtitles.style import DEFAULT_SIZE, CaptionStyle, caption_style, cue_scale

_TAGS = re.compile(r"(?<!\\)\{[^{}]*\}")
# Keeps a backslash from taking the next letter as a command; takes no room.
_WORD_JOINER = "\u2060"
STYLE = "Caption"


def write(subtitles: Subtitles) -> str:
    """The text of an .ass file for the picture's own size, lines broken as they are and nowhere else."""
    import pysubs2

    size = subtitles.size or DEFAULT_SIZE
    style = caption_style(subtitles.cues, size, subtitles.preset)
    events = [
        pysubs2.SSAEvent(
            start=round(cue.start * 1000), end=round(cue.end * 1000), text=_cue_text(cue, style), style=STYLE
        )
        for cue in subtitles.cues
    ]
    return document(size, {STYLE: ass_style(style)}, events)


def document(size: tuple[int, int], styles: dict[str, Any], events: Iterable[Any]) -> str:
    """The text of an .ass file with these styles and events of pysubs2, for a picture of `size` pixels."""
    import pysubs2

    made = pysubs2.SSAFile()
    made.info = {
        "Title": "Captions",
        "PlayResX": str(size[0]),
        "PlayResY": str(size[1]),
        "WrapStyle": "2",
        "ScaledBorderAndShadow": "yes",
        "YCbCr Matrix": "None",
    }
    made.styles = styles
    made.events = list(events)
    text: str = made.to_string("ass", header_notice="Made by Siar Studio")
    return text


def _cue_text(cue: Cue, style: CaptionStyle) -> str:
    scale = cue_scale(cue, style)
    text = r"\N".join(map(escaped, cue.lines))
    return f"{{{shrunk(style, scale)}}}{text}" if scale < 1 else text


def shrunk(style: CaptionStyle, scale: float) -> str:
    """The commands that make letters and what is around them smaller; none for a scale of 1."""
    if scale == 1:
        return ""
    return rf"\fs{style.size * scale:.1f}\bord{style.outline * scale:.1f}\shad{style.shadow * scale:.1f}"


def ass_style(style: CaptionStyle) -> Any:
    """The style as pysubs2 has it."""
    import pysubs2

    look = style.look
    said = look.word_fill if look.words == "fill" else look.fill
    return pysubs2.SSAStyle(
        fontname=style.face.family,
        fontsize=round(style.size, 1),
        bold=style.face.bold,
        # Words turn from the second colour into the first one.
        primarycolor=colour(said),
        secondarycolor=colour(look.fill),
        outlinecolor=colour(look.edge),
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


def colour(told: str, opacity: float = 100.0) -> Any:
    """ "#RRGGBB" with an opacity in percent, as pysubs2 has it."""
    import pysubs2

    red, green, blue = (int(told[at : at + 2], 16) for at in (1, 3, 5))
    return pysubs2.Color(red, green, blue, round(255 * (1 - opacity / 100)))


def escaped(line: str) -> str:
    """A text with nothing in it that libass would take for a command."""
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
