"""Text that fits by measurement: line breaks, the largest size that fits, and a split over pages of what does not.

Widths are measured with Carlito, whose letters are as wide as Calibri's; other faces are taken a factor wider.
Sizes and lengths are in points.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from studio.resources import assets

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

# Calibri's ascent, descent and gap over its size; then what viewers differ by (Google Slides sets lines taller).
_LINE = 1.2207
_SLACK = 1.06
_NARROWER = 0.985
# Widths over Carlito's, measured on text in both languages with faces of the same metrics (Liberation, DejaVu).
_FACES = {
    "calibri": 1.0,
    "carlito": 1.0,
    "times new roman": 1.02,
    "arial": 1.12,
    "helvetica": 1.12,
    "aptos": 1.12,
    "segoe ui": 1.14,
    "tahoma": 1.14,
    "verdana": 1.28,
}
_OTHER_FACE = 1.28
_WORD = re.compile(r"\S+\s*|\s+")
_JOINERS = "\u200d\ufe0e\ufe0f"


@dataclass(frozen=True, slots=True)
class Setting:
    """How a text is set: weight, width over Carlito's, line spacing, and the space before a paragraph over its size."""

    bold: bool = False
    width: float = 1.0
    spacing: float = 0.9
    before: float = 0.0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `continued` if it began on the page before, `link` if all of it leads somewhere."""

    text: str
    link: str = ""
    continued: bool = False


Page = tuple[Paragraph, ...]


def face_width(name: str) -> float:
    """How much wider than Calibri a face is; a cautious guess for one that is not known."""
    return _FACES.get(name.strip().casefold(), _OTHER_FACE)


@cache
def _font(bold: bool) -> FreeTypeFont:
    from PIL import ImageFont

    name = "Carlito-Bold.ttf" if bold else "Carlito-Regular.ttf"
    return ImageFont.truetype(str(assets("fonts", "carlito", name)), 1000, layout_engine=ImageFont.Layout.BASIC)


def _in_carlito(letter: str) -> bool:
    code = ord(letter)
    return code < 0x530 or 0x1E00 <= code < 0x2190 or 0xFB00 <= code < 0xFB07


@cache
def _advance(letter: str, bold: bool) -> float:
    """A letter's width over the text's size. What Carlito lacks comes from another face, so it is taken wide."""
    if letter in _JOINERS or unicodedata.combining(letter):
        return 0.0
    if _in_carlito(letter):
        return _font(bold).getlength(letter) / 1000
    if ord(letter) >= 0x1F000 or unicodedata.category(letter) == "So":
        return 1.4
    return 1.05 if unicodedata.east_asian_width(letter) in "WF" else 0.8


@lru_cache(maxsize=30_000)
def _width(text: str, bold: bool) -> float:
    return sum(_advance(letter, bold) for letter in text)


def text_width(text: str, size: float, setting: Setting) -> float:
    """The width of `text` on one line."""
    return _width(text, setting.bold) * size * setting.width


def break_lines(text: str, width: float, size: float, setting: Setting) -> list[str]:
    """`text` in lines no wider than `width`, broken at spaces, a word that is too long at letters.

    Joined, the lines are `text` again.
    """
    room = width * _NARROWER / (size * setting.width)
    lines: list[str] = []
    line, at = "", 0.0
    for token in _WORD.findall(text):
        word = token.rstrip()
        needs = _width(word, setting.bold)
        if line and at + needs > room:
            lines.append(line)
            line, at = "", 0.0
        if needs > room:
            *full, token = _letters(token, room, setting.bold)
            lines += full
        line += token
        at += _width(token, setting.bold)
    return [*lines, line] if line or not lines else lines


def _letters(word: str, room: float, bold: bool) -> list[str]:
    pieces, piece, at = [], "", 0.0
    for letter in word:
        needs = _advance(letter, bold)
        # Never between a letter and its accent, nor inside an emoji made of several.
        joined = not needs or piece.endswith(_JOINERS[0])
        if piece and at + needs > room and not joined:
            pieces.append(piece)
            piece, at = "", 0.0
        piece += letter
        at += needs
    return [*pieces, piece]


def _line_height(text: str, size: float, setting: Setting) -> float:
    # Faces for emoji and other scripts stand taller in the line.
    tall = 1.0 if all(map(_in_carlito, text)) else 1.2
    return size * _LINE * setting.spacing * _SLACK * tall


def text_height(paragraphs: Sequence[Paragraph], width: float, size: float, setting: Setting) -> float:
    """The height of `paragraphs` set `width` wide."""
    return sum(_measured(paragraph, width, size, setting).height for paragraph in paragraphs)


def largest(
    paragraphs: Sequence[Paragraph], width: float, height: float, sizes: Sequence[float], setting: Setting
) -> float | None:
    """The first of `sizes` (largest first) at which all fits, None if none does.

    A size that would break a word within is taken only where every size would.
    """
    words = (token.rstrip() for paragraph in paragraphs for token in _WORD.findall(paragraph.text))
    longest = max((_width(word, setting.bold) for word in words), default=0.0) * setting.width
    whole = [size for size in sizes if longest * size <= width * _NARROWER]
    fits = (size for size in (*whole, *sizes) if text_height(paragraphs, width, size, setting) <= height)
    return next(fits, None)


@dataclass(frozen=True, slots=True)
class _Measured:
    paragraph: Paragraph
    lines: tuple[str, ...]
    line_height: float
    before: float

    @property
    def height(self) -> float:
        return self.before + len(self.lines) * self.line_height

    def split(self, count: int) -> tuple[Paragraph, _Measured]:
        head = replace(self.paragraph, text="".join(self.lines[:count]).strip())
        rest = replace(self.paragraph, continued=True)
        return head, _Measured(rest, self.lines[count:], self.line_height, self.before)

    def whole(self) -> Paragraph:
        return replace(self.paragraph, text="".join(self.lines).strip())


def _measured(paragraph: Paragraph, width: float, size: float, setting: Setting) -> _Measured:
    lines = tuple(break_lines(paragraph.text, width, size, setting))
    return _Measured(paragraph, lines, _line_height(paragraph.text, size, setting), setting.before * size)


def _pages(measured: Sequence[_Measured], height: float, goal: float) -> list[list[Paragraph]]:
    """Pages filled to `goal`. A paragraph is broken only if it is taller than a whole page of `height`."""
    pages: list[list[Paragraph]] = [[]]
    at = 0.0
    waiting = list(reversed(measured))
    while waiting:
        piece = waiting.pop()
        if at + piece.height <= goal or (not at and piece.height <= height):
            pages[-1].append(piece.whole())
            at += piece.height
            continue
        fits = int((goal - at - piece.before) / piece.line_height)
        if piece.height > height and (fits >= 2 or not at):
            head, rest = piece.split(max(1, fits))
            pages[-1].append(head)
            waiting.append(rest)
        else:
            waiting.append(piece)
        pages.append([])
        at = 0.0
    return [page for page in pages if page] or [[]]


def split(
    paragraphs: Sequence[Paragraph], width: float, height: float, sizes: Sequence[float], setting: Setting
) -> tuple[float, list[Page]]:
    """The size and the pages: one page at the largest of `sizes` that fits, else as few pages as the smallest needs.

    Pages are evened out, so that the last is not left with one line, and take the largest size that needs no more.
    """
    size = largest(paragraphs, width, height, sizes, setting)
    if size is not None:
        return size, [tuple(paragraphs)]
    fewest = 0
    chosen: tuple[float, list[_Measured]] = (sizes[-1], [])
    for step in reversed(sizes):
        measured = [_measured(paragraph, width, step, setting) for paragraph in paragraphs]
        count = len(_pages(measured, height, height))
        if fewest and count > fewest:
            break
        fewest, chosen = count, (step, measured)
    size, measured = chosen
    low, high = height / 2, height
    for _ in range(6):
        goal = (low + high) / 2
        low, high = (low, goal) if len(_pages(measured, height, goal)) <= fewest else (goal, high)
    return size, [tuple(page) for page in _pages(measured, height, high)]


def take(
    paragraphs: Sequence[Paragraph], width: float, height: float, size: float, setting: Setting
) -> tuple[Page, list[Paragraph]]:
    """What fits one page at `size`, and the rest; the first may be empty."""
    measured = [_measured(paragraph, width, size, setting) for paragraph in paragraphs]
    placed: list[Paragraph] = []
    at = 0.0
    for i, piece in enumerate(measured):
        if at + piece.height > height:
            return tuple(placed), list(paragraphs[i:])
        placed.append(piece.whole())
        at += piece.height
    return tuple(placed), []


def shorten(text: str, width: float, height: float, size: float, setting: Setting, tail: str = "…") -> str:
    """The first words of `text` that fit with `tail` behind them, and "…". The caller shows all of it elsewhere."""
    count = max(1, int(height / _line_height(text, size, setting)))
    kept = "".join(break_lines(text, width, size, setting)[:count]).rstrip()
    while len(kept) > 1 and len(break_lines(kept + tail, width, size, setting)) > count:
        kept = kept.rsplit(" ", 1)[0].rstrip() if " " in kept else kept[:-1]
    return kept + "…"


def shorten_line(text: str, width: float, size: float, setting: Setting) -> str:
    """`text` if it fits one line, else its first words and "…"."""
    return text if len(break_lines(text, width, size, setting)) == 1 else shorten(text, width, size, size, setting)
