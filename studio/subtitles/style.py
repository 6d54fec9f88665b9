"""How burned-in captions look: face, size, outline and place, measured so that every line fits its safe zone.

Upright videos get heavy, large letters a little below the middle, clear of the buttons of all platforms; others get
the classic two lines near the lower edge. One size is used for the whole file, so that captions do not pump.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from studio.resources import assets
from studio.subtitles.cue import Cue
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
_AROUND = 0.3  # what outline and shadow add to a line's width

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
    width: int  # that a line may take

    @property
    def size(self) -> float:
        """The size for an ASS style."""
        return self.em * (self.face.box_ascent + self.face.box_descent)


def caption_style(cues: Sequence[Cue], size: tuple[int, int], preset: Preset | None = None) -> CaptionStyle:
    """The look for `cues` on a picture of `size`, inside `preset`'s safe zone (None: one that suits all platforms)."""
    width, height = size
    upright = height > width
    face = HEAVY if upright else STRONG
    left, right, bottom = _margins(width, height, preset)
    room = width - left - right
    intended = (0.056 * width) if upright else 0.05 * height
    # A full line takes about 14 ems upright (24 characters), else 24 (42 characters).
    smallest = min(_SMALLEST * intended, room / (14 if upright else 24))
    widths = [text_width(line, face) + _AROUND for cue in cues for line in cue.lines]
    widest = max((line for line in widths if line * smallest <= room), default=0.0)
    em = min(intended, room / widest) if widest else intended
    # A heavy face carries a heavier outline; it is drawn outwards, so the letters keep their shape.
    outline, shadow = (em * 0.085, em * 0.05) if upright else (em * 0.065, em * 0.035)
    return CaptionStyle(face, round(em, 2), round(outline, 2), round(shadow, 2), left, right, bottom, room)


def _margins(width: int, height: int, preset: Preset | None) -> tuple[int, int, int]:
    """Left, right and bottom, in pixels. Sides are made equal where that leaves room: centred text reads calmest."""
    if preset is not None and preset.width <= preset.height and width <= height:
        box, box_width, box_height = preset.safe, preset.width, preset.height
    elif height > width:
        box, (box_width, box_height) = _CLEAR_ON_ALL, _CLEAR_SIZE
    else:
        # Of a wide video nothing is covered for good (a thumbnail's corner is no matter here); players lay their bar
        # over the lowest part at times.
        side = round(width * 0.06)
        return side, side, round(height * 0.075)
    side = round(max(box.left, box_width - box.right) / box_width * width)
    return side, side, round((box_height - box.bottom) / box_height * height)


def line_scale(line: str, style: CaptionStyle) -> float:
    """How far a line must shrink to fit the safe zone: 1 for nearly all."""
    width = text_width(line, style.face) * style.em + 2 * (style.outline + style.shadow)
    return min(1.0, style.width / width) if width else 1.0


def text_width(text: str, face: Face) -> float:
    """The width of a line in ems, with its widened spaces."""
    return _font(face).getlength(text) / _MEASURED_PX + text.count(" ") * WORD_SPACE


@lru_cache
def _font(face: Face) -> FreeTypeFont:
    from PIL import ImageFont

    return ImageFont.truetype(str(face.path), _MEASURED_PX)
