"""The .ass that is burned in: every line of a cue in a place of its own, with its box, its words one by one.

libass sets lines further apart than they look well, so each stands alone; and it scales a word from its line's edge, so
a word that grows stands alone, too, and its neighbours stay where they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from studio.subtitles.cue import Cue
from studio.subtitles.files.ass import STYLE, ass_style, colour, document, escaped, shrunk
from studio.subtitles.files.content import Subtitles
from studio.subtitles.looks import PLAIN, Look
from studio.subtitles.spoken import Token, spoken_lines
from studio.subtitles.style import (
    DEFAULT_SIZE,
    LINE_PITCH,
    CaptionStyle,
    caption_style,
    cue_scale,
    is_measured,
    line_pitch,
    text_width,
)

_BOXED = "Boxed"
_ASCENT = 0.79  # how far capital letters and ascenders stand above the line, in ems
_UP_DOWN = 0.62  # of a box's padding: above and below the lines less is enough
_RISE_MS = 90  # in which a word grows
_BELOW, _ABOVE = 1, 2  # layers: text stands over boxes (0), the word being said over its neighbours


@dataclass(frozen=True, slots=True)
class _Line:
    """A line in its place: the middle of its lower edge as libass counts it, in pixels of the picture."""

    text: str
    tokens: tuple[Token, ...]
    x: float
    y: float
    em: float


def write_for_burning(subtitles: Subtitles, look: Look = PLAIN) -> str:
    """The text of an .ass file that draws `subtitles` in `look` on a picture of their size."""
    size = subtitles.size or DEFAULT_SIZE
    style = caption_style(subtitles.cues, size, subtitles.preset, look)
    events = [event for cue in subtitles.cues for event in _cue_events(cue, style, size)]
    return document(size, _styles(style), events)


def _styles(style: CaptionStyle) -> dict[str, Any]:
    plain = ass_style(style)
    plain.encoding = -1  # libass then finds out by itself which way a line runs
    if not style.look.box:
        return {STYLE: plain}
    # Around letters of a font that we cannot measure libass draws the box: its style 4, padded by the shadow's depth.
    boxed = ass_style(style)
    boxed.encoding, boxed.borderstyle = -1, 4
    boxed.backcolor = colour(style.look.box, style.look.box_opacity)
    boxed.shadow = round(style.look.box_padding * style.em, 1)
    return {STYLE: plain, _BOXED: boxed}


def _cue_events(cue: Cue, style: CaptionStyle, size: tuple[int, int]) -> Iterator[Any]:
    look, scale = style.look, cue_scale(cue, style)
    em = style.em * scale
    lines = _placed(cue, style, size, em)
    small = shrunk(style, scale)
    if look.box:
        if not all(is_measured(line.text, style.face) for line in lines):
            yield _boxed_by_libass(cue, style, lines, small, em)
            return
        yield _box(cue, style, size, lines, em)
    for line in lines:
        yield from _line_events(cue, line, style, small)


def _line_events(cue: Cue, line: _Line, style: CaptionStyle, small: str) -> Iterator[Any]:
    place = f"\\pos({line.x:.0f},{line.y:.0f})"
    if style.look.words == "pop" and line.tokens:
        draw = _popping if is_measured(line.text, style.face) else _coloured
        yield from draw(cue, line, style, small)
        return
    spaced = _spaced(style, line.em)
    if style.look.words == "fill" and line.tokens:
        text = spaced.join(_filling(cue, line.tokens))
    else:
        text = escaped(line.text).replace(" ", spaced)
    yield _event(cue.start, cue.end, f"{{{place}{small}}}{text}")


def _placed(cue: Cue, style: CaptionStyle, size: tuple[int, int], em: float) -> list[_Line]:
    """The lines of a cue from the top down, the lowest at the edge of the safe zone."""
    width, height = size
    padding = style.look.box_padding * _UP_DOWN * em if style.look.box else 0.0
    # A place is that of the box's lower edge, which hangs below the deepest letter.
    lowest = height - style.margin_bottom - padding + (style.face.box_descent - style.face.descent) * em
    spoken = spoken_lines(cue) if style.look.words != "none" else [[] for _ in cue.lines]
    last, pitch = len(cue.lines) - 1, line_pitch(cue, style)
    return [
        _Line(text, tuple(tokens), width / 2, lowest - (last - number) * pitch * em, em)
        for number, (text, tokens) in enumerate(zip(cue.lines, spoken, strict=True))
    ]


def _box(cue: Cue, style: CaptionStyle, size: tuple[int, int], lines: Sequence[_Line], em: float) -> Any:
    look = style.look
    widest = max((text_width(line.text, style.face) for line in lines), default=0.0)
    wide = (widest + 2 * look.box_padding) * em
    bottom = size[1] - style.margin_bottom
    high = ((len(lines) - 1) * LINE_PITCH + _ASCENT + style.face.descent + 2 * _UP_DOWN * look.box_padding) * em
    corner = min(look.box_corner * em, wide / 2, high / 2)
    fill = _told(look.box)
    see_through = f"&H{round(255 * (1 - look.box_opacity / 100)):02X}&"
    place = f"\\an7\\pos({(size[0] - wide) / 2:.1f},{bottom - high:.1f})"
    commands = f"{place}\\bord0\\shad0\\1c{fill}\\1a{see_through}\\p1"
    return _event(cue.start, cue.end, f"{{{commands}}}{_rounded(wide, high, corner)}{{\\p0}}", layer=0)


def _boxed_by_libass(cue: Cue, style: CaptionStyle, lines: Sequence[_Line], small: str, em: float) -> Any:
    padding = style.look.box_padding * em
    below = (style.face.box_descent - style.face.descent) * em
    padded = f"{small}\\shad{padding:.1f}" if small else ""
    place = f"\\pos({lines[0].x:.0f},{lines[-1].y - below - padding * (1 - _UP_DOWN):.0f})"
    event = _event(cue.start, cue.end, f"{{{place}{padded}}}{escaped(cue.text)}")
    event.style = _BOXED
    return event


def _rounded(wide: float, high: float, corner: float) -> str:
    """A rectangle with round corners as libass draws it, from 0, 0 to `wide`, `high`."""
    bend = corner * 0.448  # 1 - 0.552: where a Bezier's handles lie for a quarter of a circle
    right, low = wide - corner, high - corner
    curves = (
        ((right, 0), (wide - bend, 0), (wide, bend), (wide, corner)),
        ((wide, low), (wide, high - bend), (wide - bend, high), (right, high)),
        ((corner, high), (bend, high), (0, high - bend), (0, low)),
        ((0, corner), (0, bend), (bend, 0), (corner, 0)),
    )
    path = [f"m {corner:.1f} 0"]
    for start, *handles in curves:
        path.append("l {:.1f} {:.1f} b ".format(*start) + " ".join(f"{x:.1f} {y:.1f}" for x, y in handles))
    return " ".join(path)


def _filling(cue: Cue, tokens: Sequence[Token]) -> Iterator[str]:
    """Each word with the hundredths of a second until the next one turns, counted from the cue's start."""
    told = 0
    for number, token in enumerate(tokens):
        begins = round((token.start - cue.start) * 100)
        following = tokens[number + 1].start if number + 1 < len(tokens) else cue.end
        ends = max(begins, round((following - cue.start) * 100))
        wait = f"\\k{begins - told}" if begins > told else ""
        yield f"{{{wait}\\k{ends - begins}}}{escaped(token.text)}"
        told = ends


def _popping(cue: Cue, line: _Line, style: CaptionStyle, small: str) -> Iterator[Any]:
    """Each word in its own place: as the others before and after it is said, grown and coloured meanwhile."""
    look, em = style.look, line.em
    space = text_width(" ", style.face, style.word_space) * em
    widths = [text_width(token.text, style.face) * em for token in line.tokens]
    left = line.x - (sum(widths) + space * (len(widths) - 1)) / 2
    middle = line.y - (style.face.box_ascent + style.face.box_descent) * em / 2
    for token, width in zip(line.tokens, widths, strict=True):
        place = f"\\an5\\pos({left + width / 2:.1f},{middle:.1f}){small}"
        left += width + space
        text = escaped(token.text)
        # A long word grows by no more than what keeps it off its neighbours.
        grown = 100 * min(look.word_scale, 1 + 0.9 * space / max(width, 1.0))
        rise = f"\\t(0,{_RISE_MS},\\fscx{grown:.0f}\\fscy{grown:.0f})\\1c{_told(look.word_fill)}"
        for start, end, commands, layer in (
            (cue.start, token.start, "", _BELOW),
            (token.start, token.end, rise, _ABOVE),
            (token.end, cue.end, "", _BELOW),
        ):
            if round(end * 100) > round(start * 100):
                yield _event(start, end, f"{{{place}{commands}}}{text}", layer=layer)


def _coloured(cue: Cue, line: _Line, style: CaptionStyle, small: str) -> Iterator[Any]:
    """The line as one piece with its word being said coloured: where libass alone knows widths and order."""
    spaced = _spaced(style, line.em)
    place = f"{{\\pos({line.x:.0f},{line.y:.0f}){small}}}"
    lit, plain = f"{{\\1c{_told(style.look.word_fill)}}}", f"{{\\1c{_told(style.look.fill)}}}"
    texts = [escaped(token.text) for token in line.tokens]
    at = cue.start
    for number, token in enumerate(line.tokens):
        shown = [f"{lit}{text}{plain}" if one == number else text for one, text in enumerate(texts)]
        for start, end, parts in ((at, token.start, texts), (token.start, token.end, shown)):
            if round(end * 100) > round(start * 100):
                yield _event(start, end, place + spaced.join(parts))
        at = max(at, token.end)
    if round(cue.end * 100) > round(at * 100):
        yield _event(at, cue.end, place + spaced.join(texts))


def _event(start: float, end: float, text: str, *, layer: int = _BELOW) -> Any:
    import pysubs2

    return pysubs2.SSAEvent(start=round(start * 1000), end=round(end * 1000), text=text, style=STYLE, layer=layer)


def _spaced(style: CaptionStyle, em: float) -> str:
    return f"{{\\fsp{style.word_space * em:.1f}}} {{\\fsp0}}"


def _told(colour_: str) -> str:
    """ "#RRGGBB" as a command has it."""
    return f"&H{colour_[5:7]}{colour_[3:5]}{colour_[1:3]}&"
