"""Pictures of a deck's slides, drawn from the file's own figures: good enough to know each slide in the window.

Not a renderer of everything PowerPoint can do: places, fills, outlines, text with its sizes, wraps and bullets, tables
and pictures, inherited from layout and master as they are there. Charts and effects are left out.
"""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from studio.decks import figures
from studio.decks.colours import WHITE, Palette, Rgba, palette
from studio.decks.figures import A, Box, Element, P, R
from studio.decks.opened import Opened, OpenedSlide
from studio.decks.preview_shapes import outline_points, stroke
from studio.decks.preview_text import Frame, draw_text

if TYPE_CHECKING:
    from PIL.Image import Image

# Drawn larger and scaled down, so that edges are smooth.
_OVER = 2
_FOOTERS = ("ftr", "dt", "sldNum")


def draw_pages(path: Path, width: int = 480) -> list[Image]:
    """A picture of every slide of the .pptx at `path`, `width` pixels wide, in the order of the show.

    Raises NotFound, and InvalidValue for what is no such file.
    """
    opened = Opened(path)
    return [_Sheet(opened, slide, width).draw() for slide in opened.slides]


class _Sheet:
    """One slide being drawn."""

    def __init__(self, opened: Opened, slide: OpenedSlide, width: int) -> None:
        from PIL import Image

        self.opened, self.slide = opened, slide
        wide, high = opened.size
        self.scale = width * _OVER / wide
        self.size = width, max(1, round(width * high / wide))
        self.image = Image.new("RGB", (width * _OVER, self.size[1] * _OVER), WHITE[:3])
        self.roots = [opened.tree(name) for name in (slide.master, slide.layout, slide.name)]
        theme = opened.tree(opened.related(slide.master, "theme"))
        self.palette: Palette = palette(theme, self.roots[0])

    def draw(self) -> Image:
        """The finished picture."""
        from PIL import Image

        self._background()
        master, layout, slide = self.roots
        if layout is None or layout.get("showMasterSp") != "0":
            self._shapes(master, self.slide.master, own=False)
        self._shapes(layout, self.slide.layout, own=False)
        self._shapes(slide, self.slide.name, own=True)
        return self.image.resize(self.size, Image.Resampling.LANCZOS)

    def _background(self) -> None:
        for root in reversed(self.roots):
            bg = None if root is None else root.find(f"{P}cSld/{P}bg")
            if bg is None:
                continue
            colour = self.palette.fill(bg.find(f"{P}bgPr")) or self.palette.of(bg.find(f"{P}bgRef"))
            if colour:
                self.image.paste(colour[:3], (0, 0, *self.image.size))
            return

    def _shapes(self, root: Element | None, part: str, own: bool) -> None:
        for shape in () if root is None else figures.shapes(root):
            # A layout's placeholders only say where a slide's text goes.
            if (own or figures.placeholder(shape) is None) and shape.getparent().tag != f"{P}grpSp":
                self._shape(shape, part, own)

    def _shape(self, shape: Element, part: str, own: bool) -> None:
        found = figures.chain(shape, self.roots[1], self.roots[0]) if own else [shape]
        box = figures.box_of(found)
        if box is None:
            return
        if shape.tag == f"{P}pic":
            self._picture(shape, part, box)
        elif (table := shape.find(f".//{A}tbl")) is not None:
            self._table(table, box)
        elif shape.tag in (f"{P}sp", f"{P}cxnSp"):
            self._outline(found, box)
            self._text(shape, found, box)

    def _outline(self, found: Sequence[Element], box: Box) -> None:
        fills = ("noFill", "solidFill", "gradFill")
        properties = [each for shape in found if (each := shape.find(f"{P}spPr")) is not None]
        filled = next((p for p in properties if any(p.find(f"{A}{name}") is not None for name in fills)), None)
        lines = next((line for p in properties if (line := p.find(f"{A}ln")) is not None), None)
        fill, line = self.palette.fill(filled), self.palette.fill(lines)
        if fill is None and line is None:
            return
        points = outline_points(properties[0] if properties else None, box)
        pixels = [(x * self.scale, y * self.scale) for x, y in points]
        if fill is not None:
            self._polygon(pixels, fill)
        if line is not None and lines is not None:
            stroke(self.image, [*pixels, pixels[0]], lines, line, self.scale)

    def _polygon(self, pixels: list[tuple[float, float]], fill: Rgba) -> None:
        from PIL import Image, ImageDraw

        left, top = (math.floor(max(0, min(pixel[axis] for pixel in pixels))) for axis in (0, 1))
        right, bottom = (
            math.ceil(min(self.image.size[axis], max(pixel[axis] for pixel in pixels) + 1)) for axis in (0, 1)
        )
        if right <= left or bottom <= top:
            return
        mask = Image.new("L", (right - left, bottom - top), 0)
        ImageDraw.Draw(mask).polygon([(x - left, y - top) for x, y in pixels], fill=fill[3])
        self.image.paste(fill[:3], (left, top), mask)

    def _picture(self, shape: Element, part: str, box: Box) -> None:
        from PIL import Image, UnidentifiedImageError

        blip = shape.find(f"{P}blipFill/{A}blip")
        relation = self.opened.relations(part).get("" if blip is None else str(blip.get(f"{R}embed", "")))
        data = self.opened.parts.get(relation.target) if relation else None
        left, top, right, bottom = self._pixels(box)
        if data is None or right <= left or bottom <= top:
            return
        try:
            with Image.open(io.BytesIO(data)) as picture:
                small = picture.convert("RGBA").resize((right - left, bottom - top), Image.Resampling.BILINEAR)
        except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError):
            self._polygon([(left, top), (right, top), (right, bottom), (left, bottom)], (200, 200, 200, 255))
            return
        self.image.paste(small, (left, top), small)

    def _pixels(self, box: Box) -> tuple[int, int, int, int]:
        sides = (box.x, box.y, box.x + box.w, box.y + box.h)
        left, top, right, bottom = (round(side * self.scale) for side in sides)
        return left, top, right, bottom

    def _text(self, shape: Element, found: Sequence[Element], box: Box) -> None:
        body = shape.find(f"{P}txBody")
        if body is None:
            return
        insets = figures.insets(found)
        frame = Frame(
            Box(box.x + insets[0], box.y + insets[1], box.w - insets[0] - insets[2], box.h - insets[1] - insets[3]),
            figures.body_attribute(found, "anchor", "t"),
        )
        styles = [figures.level_styles(found, self.roots[0], level) for level in range(5)]
        draw_text(self.image, body, frame, styles, self.palette, self.scale)

    def _table(self, table: Element, box: Box) -> None:
        widths = [int(column.get("w", 0)) / figures.EMU for column in table.iterfind(f"{A}tblGrid/{A}gridCol")]
        y = box.y
        for row in table.iterfind(f"{A}tr"):
            height, x = int(row.get("h", 0)) / figures.EMU, box.x
            for width, cell in zip(widths, row.iterfind(f"{A}tc"), strict=False):
                self._cell(cell, Box(x, y, width, height))
                x += width
            y += height

    def _cell(self, cell: Element, box: Box) -> None:
        properties = cell.find(f"{A}tcPr")
        fill = self.palette.fill(properties)
        left, top, right, bottom = self._pixels(box)
        if fill is not None:
            self._polygon([(left, top), (right, top), (right, bottom), (left, bottom)], fill)
        below = None if properties is None else properties.find(f"{A}lnB")
        if below is not None and (line := self.palette.fill(below)) is not None:
            stroke(self.image, [(left, bottom), (right, bottom)], below, line, self.scale)
        given = [None if properties is None else properties.get(name) for name in ("marL", "marT", "marR", "marB")]
        sides = (7.2, 3.6, 7.2, 3.6)
        west, north, east, south = (
            side if emu is None else int(emu) / figures.EMU for emu, side in zip(given, sides, strict=True)
        )
        inner = Box(box.x + west, box.y + north, box.w - west - east, box.h - north - south)
        anchor = "t" if properties is None else str(properties.get("anchor", "t"))
        body = cell.find(f"{A}txBody")
        if body is not None:
            draw_text(self.image, body, Frame(inner, anchor), [[] for _ in range(5)], self.palette, self.scale)
