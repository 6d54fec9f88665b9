"""The fonts that thumbnails are drawn with, and which characters each can draw.

Pillow draws a box for a character that a font lacks, and says nothing: so the font's own table is asked first.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from studio.errors import TemplateError
from studio.resources import assets

if TYPE_CHECKING:
    from PIL import ImageFont

_JAKARTA = ("fonts", "plus-jakarta-sans")
BUNDLED: dict[str, tuple[str, ...]] = {
    "regular": (*_JAKARTA, "PlusJakartaSans-Regular.ttf"),
    "medium": (*_JAKARTA, "PlusJakartaSans-Medium.ttf"),
    "semi-bold": (*_JAKARTA, "PlusJakartaSans-SemiBold.ttf"),
    "bold": (*_JAKARTA, "PlusJakartaSans-Bold.ttf"),
    "extra-bold": (*_JAKARTA, "PlusJakartaSans-ExtraBold.ttf"),
    "loud": ("fonts", "anton", "Anton-Regular.ttf"),
}
_HEAVY = frozenset({"semi-bold", "bold", "extra-bold", "loud"})


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A text that its font can draw; `ornaments` (emoji, symbols) and `letters` are what was left out of it."""

    text: str
    ornaments: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()


def font_path(name: str, folder: Path) -> Path:
    """The file of a bundled font, or of one that lies beside the template in `folder`. Raises TemplateError."""
    if name in BUNDLED:
        return assets(*BUNDLED[name])
    path = folder / name
    if Path(name).name == name and path.suffix.lower() in (".ttf", ".otf") and path.is_file():
        return path
    raise TemplateError(
        f"There is no font '{name}'", f"Use {', '.join(BUNDLED)}, or put a .ttf file beside the template"
    )


def is_heavy(name: str) -> bool:
    """Whether a font counts as bold where WCAG asks for it."""
    return name in _HEAVY or "bold" in name.lower() or "black" in name.lower()


@lru_cache(maxsize=256)
def font(path: Path, size: int) -> ImageFont.FreeTypeFont:
    """A font at a size in pixels, opened once. Raises TemplateError for a damaged file."""
    from PIL import ImageFont

    try:
        return ImageFont.truetype(str(path), max(1, size))
    except OSError as error:
        raise TemplateError(f"The font {path.name} cannot be read", "Put another .ttf file in its place") from error


@lru_cache(maxsize=32)
def characters(path: Path) -> frozenset[int]:
    """The code points that a font has a glyph for. Raises TemplateError for a damaged file."""
    from fontTools.ttLib import TTFont, TTLibError

    try:
        with TTFont(str(path), lazy=True) as opened:
            return frozenset(opened.getBestCmap() or {})
    except (TTLibError, OSError, KeyError) as error:
        raise TemplateError(f"The font {path.name} cannot be read", "Put another .ttf file in its place") from error


def cleaned(text: str, path: Path) -> Cleaned:
    """`text` with what the font at `path` cannot draw replaced by its plain form, or else left out."""
    known = characters(path)
    kept: list[str] = []
    ornaments: list[str] = []
    letters: list[str] = []
    for sign in unicodedata.normalize("NFC", text):
        if sign.isspace():
            kept.append(" ")
        elif ord(sign) in known:
            kept.append(sign)
        elif plain := _plain(sign, known):
            kept.append(plain)
        elif unicodedata.category(sign)[0] in "LN":
            letters.append(sign)
        elif unicodedata.category(sign) not in ("Cf", "Cc", "Mn", "Me", "Sk"):
            ornaments.append(sign)  # joiners and variation selectors are parts of emoji, not worth a word
    return Cleaned(" ".join("".join(kept).split()), tuple(dict.fromkeys(ornaments)), tuple(dict.fromkeys(letters)))


def _plain(sign: str, known: frozenset[int]) -> str:
    simple = unicodedata.normalize("NFKD", sign)
    simple = "".join(part for part in simple if not unicodedata.combining(part))
    return simple if simple and simple != sign and all(ord(part) in known for part in simple) else ""
