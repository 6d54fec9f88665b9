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

_SMALLEST = 0.8  # of the intended size, for the whole file; a single longer line shrinks alone
_MEASURED_PX = 200


@dataclass(frozen=True, slots=True)
class Face:
    """A bundled font: its family as libass looks it up, and its file below `assets/fonts`."""

    family: str
    bold: bool
    file: str

    @property
    def path(self) -> Path:
        """Where its file lies."""
        return assets("fonts", *self.file.split("/"))


HEAVY = Face("Plus Jakarta Sans ExtraBold", False, "plus-jakarta-sans/PlusJakartaSans-ExtraBold.ttf")
STRONG = Face("Plus Jakarta Sans", True, "plus-jakarta-sans/PlusJakartaSans-Bold.ttf")
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
        """The size for an ASS style: the height of a line, from the font's ascent to its descent."""
        return self.em * line_height(self.face)


def caption_style(cues: Sequence[Cue], size: tuple[int, int], preset: Preset | None = None) -> CaptionStyle:
    """The look for `cues` on a picture of `size`, inside `preset`'s safe zone (None: one that suits all platforms)."""
    width, height = size
    upright = height > width
    face = HEAVY if upright else STRONG
    left, right, bottom = _margins(width, height, preset)
    room = width - left - right
    intended = 0.056 * width if upright else min(0.05 * height, room / 24)  # 42 characters are about 24 ems
    widest = max((text_width(line, face) for cue in cues for line in cue.lines), default=0.0)
    em = max(min(intended, room / (widest + 0.2)), intended * _SMALLEST) if widest else intended
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
    width = text_width(line, style.face) * style.em + 2 * style.outline
    return min(1.0, style.width / width) if width else 1.0


def text_width(text: str, face: Face) -> float:
    """The width of a line in ems."""
    return _font(face).getlength(text) / _MEASURED_PX


@lru_cache
def line_height(face: Face) -> float:
    """Ascent and descent of the face, in ems."""
    ascent, descent = _font(face).getmetrics()
    return (ascent + descent) / _MEASURED_PX


@lru_cache
def _font(face: Face) -> FreeTypeFont:
    from PIL import ImageFont

    return ImageFont.truetype(str(face.path), _MEASURED_PX)
