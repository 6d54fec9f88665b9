"""How burned-in captions look: face, size, outline and place, measured so that every line fits its safe zone.

Upright videos get heavy, large letters a little below the middle, clear of the buttons of all platforms; others get
the classic two lines near the lower edge. One size is used for the whole file, so that captions do not pump.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from studio.resources import assets
from studio.subtitles.cue import Cue
from studio.subtitles.looks import PLAIN, Look
from studio.video.presets import Box, Preset

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

DEFAULT_SIZE = (1920, 1080)

# On a picture of 1080 x 1920 this box is clear of TikTok's and of Reels' own elements alike.
_CLEAR_ON_ALL = Box(65, 420, 910, 1248)
_CLEAR_SIZE = (1080, 1920)

# In ems. An outline eats into both: spaces are widened, and lines are set closer than libass does by itself (1.65).
WORD_SPACE = 0.09
LINE_PITCH = 1.24
OTHER_PITCH = 1.55  # of scripts with signs above and below, which our faces have not
_AROUND = 0.3  # what outline and shadow add to a line's width
_GROWTH = 0.4  # what the word being said adds to it, at most
_GROWING_SPACE = 0.15  # and by how much more spaces are widened, so that it keeps off its neighbours

_SMALLEST = 0.8  # of the intended size, for the whole file; a line that is still too long shrinks alone
_MEASURED_PX = 200


@dataclass(frozen=True, slots=True)
class Face:
    """A bundled font: its family as libass looks it up, and its file below `assets/fonts`.

    `box_ascent` and `box_descent` are OS/2's winAscent and winDescent in ems: libass, like VSFilter before it, counts
    a size as their sum. `descent` is how far a "g" really hangs.
    """

    family: str
    bold: bool
    file: str
    box_ascent: float
    box_descent: float
    descent: float

    @property
    def path(self) -> Path:
        """Where its file lies."""
        return assets("fonts", *self.file.split("/"))


HEAVY = Face(
    "Plus Jakarta Sans ExtraBold", False, "plus-jakarta-sans/PlusJakartaSans-ExtraBold.ttf", 1.296, 0.356, 0.222
)
STRONG = Face("Plus Jakarta Sans", True, "plus-jakarta-sans/PlusJakartaSans-Bold.ttf", 1.296, 0.356, 0.222)
FACES = (HEAVY, STRONG)


@dataclass(frozen=True, slots=True)
class CaptionStyle:
    """One look, in pixels of the picture. `em` is the size as typographers count it; `size` is as libass does."""

    face: Face
    em: float
    outline: float
    shadow: float
    margin_left: int
    margin_right: int
    margin_bottom: int
    width: int  # that a line may take, with what is around it
    height: int  # that all lines may take
    look: Look = PLAIN

    @property
    def size(self) -> float:
        """The size for an ASS style."""
        return self.em * (self.face.box_ascent + self.face.box_descent)

    @property
    def word_space(self) -> float:
        """By how much spaces are widened, in ems."""
        return _word_space(self.look)


def caption_style(
    cues: Sequence[Cue], size: tuple[int, int], preset: Preset | None = None, look: Look = PLAIN
) -> CaptionStyle:
    """`look` for `cues` on a picture of `size`, inside `preset`'s safe zone (None: one that suits all platforms)."""
    width, height = size
    upright = height > width
    face = HEAVY if upright else STRONG
    left, right, top, bottom = _margins(width, height, preset)
    room = width - left - right
    intended = ((0.056 * width) if upright else 0.05 * height) * look.size
    # A full line takes about 14 ems upright (24 characters), else 24 (42 characters).
    smallest = min(_SMALLEST * intended, room / (14 if upright else 24))
    around = _around(look)
    widths = [text_width(line, face, _word_space(look)) + around for cue in cues for line in cue.lines]
    widest = max((line for line in widths if line * smallest <= room), default=0.0)
    em = min(intended, room / widest) if widest else intended
    # A heavy face carries a heavier outline; it is drawn outwards, so the letters keep their shape.
    usual = 0.085 if upright else 0.065
    outline = em * (usual if look.edge_width is None else look.edge_width)
    shadow = em * (0.05 if upright else 0.035) if look.shadow else 0.0
    rounded = (round(em, 2), round(outline, 2), round(shadow, 2))
    return CaptionStyle(face, *rounded, left, right, bottom, room, height - top - bottom, look)


def _around(look: Look) -> float:
    """What a look adds to a line's width, in ems."""
    box = 2 * look.box_padding if look.box else 0.0
    edge = 2 * look.edge_width if look.edge_width is not None else 0.0
    return max(_AROUND, box, edge) + (_GROWTH if look.words == "pop" else 0.0)


def _word_space(look: Look) -> float:
    return WORD_SPACE + (_GROWING_SPACE if look.words == "pop" else 0.0)


def _margins(width: int, height: int, preset: Preset | None) -> tuple[int, int, int, int]:
    """Left, right, top, bottom, in pixels. Sides are made equal where there is room: centred text reads calmest."""
    if preset is not None and preset.width <= preset.height and width <= height:
        box, box_width, box_height = preset.safe, preset.width, preset.height
    elif height > width:
        box, (box_width, box_height) = _CLEAR_ON_ALL, _CLEAR_SIZE
    else:
        # Of a wide video nothing is covered for good (a thumbnail's corner is no matter here); players lay their bar
        # over the lowest part at times.
        side = round(width * 0.06)
        return side, side, round(height * 0.04), round(height * 0.075)
    side = round(max(box.left, box_width - box.right) / box_width * width)
    top, bottom = box.top / box_height, (box_height - box.bottom) / box_height
    return side, side, round(top * height), round(bottom * height)


def cue_scale(cue: Cue, style: CaptionStyle) -> float:
    """How far the lines of a cue must shrink to fit the safe zone, in width and in height: 1 for nearly all."""
    scale = min((line_scale(line, style) for line in cue.lines), default=1.0)
    padding = 1.5 * style.look.box_padding if style.look.box else 0.0
    high = (line_pitch(cue, style) * len(cue.lines) + padding) * style.em
    return min(scale, style.height / high) if high else scale


def line_pitch(cue: Cue, style: CaptionStyle) -> float:
    """From one line of a cue to the next, in ems."""
    return LINE_PITCH if all(is_measured(line, style.face) for line in cue.lines) else OTHER_PITCH


def line_scale(line: str, style: CaptionStyle) -> float:
    """How far a line must shrink to fit the safe zone's width: 1 for nearly all."""
    look = style.look
    around = 2 * (style.outline + style.shadow)
    if look.box or look.words == "pop":
        around = max(around, _around(look) * style.em)
    width = text_width(line, style.face, style.word_space) * style.em + around
    return min(1.0, style.width / width) if width else 1.0


def text_width(text: str, face: Face, word_space: float = WORD_SPACE) -> float:
    """The width of a line in ems, with its spaces widened by `word_space`.

    Letters that the face has not come from a font of the system, which is not known here: they are taken to be wide.
    """
    known = _letters(face)
    other = [letter for letter in text if ord(letter) not in known]
    if other:
        text = "".join(letter for letter in text if ord(letter) in known)
    return _font(face).getlength(text) / _MEASURED_PX + text.count(" ") * word_space + sum(map(_guessed, other))


def is_measured(text: str, face: Face) -> bool:
    """Whether every letter of `text` is in the face, so that its width is known to the pixel."""
    return _letters(face).issuperset(map(ord, text))


def _guessed(letter: str) -> float:
    if unicodedata.combining(letter) or unicodedata.category(letter) in ("Cf", "Mn", "Me"):
        return 0.0
    if unicodedata.bidirectional(letter) in ("R", "AL"):
        return 0.7  # Arabic letters are narrow where they join
    return 1.25 if unicodedata.east_asian_width(letter) in "WF" else 0.9


@lru_cache
def _letters(face: Face) -> frozenset[int]:
    from fontTools.ttLib import TTFont

    with TTFont(face.path, lazy=True) as font:
        return frozenset(font.getBestCmap())


@lru_cache
def _font(face: Face) -> FreeTypeFont:
    from PIL import ImageFont

    return ImageFont.truetype(str(face.path), _MEASURED_PX)
