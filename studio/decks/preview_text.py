"""Text for the preview: paragraphs with inherited style, wrapped as they were measured, bullets and anchors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from studio.decks.colours import BLACK, Palette, Rgba
from studio.decks.figures import EMU, A, Box, Element, run_attribute, style_attribute, style_child
from studio.decks.fit import Setting, break_lines
from studio.resources import assets

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFont import FreeTypeFont

# Calibri's line over its size, and its ascent within the line.
_LINE, _ASCENT = 1.2207, 0.952


@dataclass(frozen=True, slots=True)
class Frame:
    """Where text stands: the box without its margins, and its anchor (t, ctr, b)."""

    box: Box
    anchor: str


@dataclass(frozen=True, slots=True)
class Style:
    """How a paragraph looks; lengths in points."""

    size: float
    bold: bool
    colour: Rgba
    align: str
    margin: float
    indent: float
    spacing: float
    before: float
    bullet: str
    bullet_colour: Rgba
    underline: bool


@dataclass(frozen=True, slots=True)
class _Set:
    style: Style
    lines: tuple[str, ...]

    @property
    def line_height(self) -> float:
        return self.style.size * _LINE * self.style.spacing


@lru_cache(maxsize=64)
def _font(bold: bool, pixels: int) -> FreeTypeFont:
    from PIL import ImageFont

    name = "Carlito-Bold.ttf" if bold else "Carlito-Regular.ttf"
    return ImageFont.truetype(str(assets("fonts", "carlito", name)), pixels)


def draw_text(
    image: Image, body: Element, frame: Frame, styles: Sequence[Sequence[Element]], palette: Palette, scale: float
) -> None:
    """Draw a text body into its frame; `styles` are the inherited styles of each level, nearest first."""
    from PIL import ImageDraw

    paragraphs = [_paragraph(p, frame.box.w, styles, palette) for p in body.iterfind(f"{A}p")]
    height = sum((p.style.before if n else 0) + len(p.lines) * p.line_height for n, p in enumerate(paragraphs))
    y = frame.box.y + {"ctr": (frame.box.h - height) / 2, "b": frame.box.h - height}.get(frame.anchor, 0.0)
    draw = ImageDraw.Draw(image)
    for number, paragraph in enumerate(paragraphs):
        style = paragraph.style
        y += style.before if number else 0
        font = _font(style.bold, max(1, round(style.size * scale)))
        left, room = frame.box.x + style.margin, frame.box.w - style.margin
        if style.bullet and any(paragraph.lines):
            base = y + style.size * _ASCENT * style.spacing
            at = ((left + style.indent) * scale, base * scale)
            draw.text(at, style.bullet, font=font, fill=style.bullet_colour[:3], anchor="ls")
        for line in paragraph.lines:
            said = line.rstrip()
            free = room - font.getlength(said) / scale
            x = left + {"ctr": free / 2, "r": free}.get(style.align, 0.0)
            base = y + style.size * _ASCENT * style.spacing
            draw.text((x * scale, base * scale), said, font=font, fill=style.colour[:3], anchor="ls")
            if style.underline and said:
                under = (base + style.size * 0.1) * scale
                end = (x + font.getlength(said) / scale) * scale
                draw.line([(x * scale, under), (end, under)], fill=style.colour[:3], width=max(1, round(scale)))
            y += paragraph.line_height


def _paragraph(p: Element, width: float, styles: Sequence[Sequence[Element]], palette: Palette) -> _Set:
    own = p.find(f"{A}pPr")
    level = min(4, int(own.get("lvl", 0))) if own is not None else 0
    chain = [*([own] if own is not None else []), *styles[level]]
    text = "".join(_said(child) for child in p)
    runs = p.findall(f"{A}r") + p.findall(f"{A}fld")
    look = runs[0].find(f"{A}rPr") if runs else p.find(f"{A}endParaRPr")
    style = _style(chain, look, palette)
    setting = Setting(bold=style.bold)
    lines: list[str] = []
    for piece in text.split("\n"):
        lines += break_lines(piece, max(1.0, width - style.margin), style.size, setting)
    return _Set(style, tuple(lines))


def _said(child: Element) -> str:
    if child.tag == f"{A}br":
        return "\n"
    text = child.find(f"{A}t")
    return "" if text is None else str(text.text or "")


def _style(chain: Sequence[Element], look: Element | None, palette: Palette) -> Style:
    def run(name: str, default: str) -> str:
        given = None if look is None else look.get(name)
        return str(given) if given is not None else run_attribute(chain, name, default)

    size = int(run("sz", "1800")) / 100
    colour = palette.fill(look)
    if colour is None:
        runs = (style.find(f"{A}defRPr") for style in chain)
        colour = next((found for each in runs if (found := palette.fill(each)) is not None), None)
    linked = look is not None and look.find(f"{A}hlinkClick") is not None
    if linked:
        colour = palette.colours.get("hlink", colour or BLACK)
    colour = colour or palette.colours.get(palette.names.get("tx1", "dk1"), BLACK)
    spacing = style_child(chain, "lnSpc")
    percent = None if spacing is None else spacing.find(f"{A}spcPct")
    mark = style_child(chain, "buNone", "buChar", "buAutoNum")
    before = style_child(chain, "spcBef")
    points = None if before is None else before.find(f"{A}spcPts")
    ratio = None if before is None else before.find(f"{A}spcPct")
    bullet = "" if mark is None or mark.tag == f"{A}buNone" else str(mark.get("char", "•"))
    return Style(
        size=size,
        bold=run("b", "0") in ("1", "true"),
        colour=colour,
        align=style_attribute(chain, "algn", "l"),
        margin=int(style_attribute(chain, "marL", "0")) / EMU,
        indent=int(style_attribute(chain, "indent", "0")) / EMU,
        spacing=1.0 if percent is None else int(str(percent.get("val", "100000")).rstrip("%")) / 100_000,
        before=int(points.get("val", 0)) / 100 if points is not None else _share(ratio) * size,
        bullet=bullet,
        bullet_colour=palette.of(style_child(chain, "buClr")) or colour,
        underline=linked or run("u", "none") not in ("none", ""),
    )


def _share(ratio: Element | None) -> float:
    return 0.0 if ratio is None else int(str(ratio.get("val", "0")).rstrip("%")) / 100_000
