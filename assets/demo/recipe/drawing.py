"""Flat drawings for the demo clips: a canvas in video pixels (540 x 960), and the things that stand on it.

Everything is drawn four times as large and reduced once, because Pillow's shapes have no soft edges of their own.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from PIL import Image, ImageChops, ImageDraw, ImageFilter

WIDTH, HEIGHT = 540, 960
LARGE = 4  # drawing scale
TABLE = 620  # the height at which things stand
KEPT = 2  # scale of the finished still, so that a slow zoom stays sharp

Point = tuple[float, float]
Colour = str


class Canvas:
    """A picture under construction; coordinates and sizes are video pixels."""

    def __init__(self, top: Colour, bottom: Colour) -> None:
        strip = Image.linear_gradient("L").resize((WIDTH, HEIGHT))
        soft = Image.composite(Image.new("RGB", (WIDTH, HEIGHT), bottom), Image.new("RGB", (WIDTH, HEIGHT), top), strip)
        self.image = soft.resize((WIDTH * LARGE, HEIGHT * LARGE))
        self.pen = ImageDraw.Draw(self.image)

    def box(self, x: float, y: float, w: float, h: float, colour: Colour, round_by: float = 0) -> None:
        """A rectangle from its top left corner."""
        area = [x * LARGE, y * LARGE, (x + w) * LARGE - 1, (y + h) * LARGE - 1]
        self.pen.rounded_rectangle(area, min(round_by, w / 2, h / 2) * LARGE, colour)

    def disc(self, x: float, y: float, rx: float, colour: Colour, ry: float | None = None) -> None:
        """An ellipse around (x, y)."""
        ry = rx if ry is None else ry
        self.pen.ellipse([(x - rx) * LARGE, (y - ry) * LARGE, (x + rx) * LARGE, (y + ry) * LARGE], colour)

    def shape(self, points: Sequence[Point], colour: Colour) -> None:
        """A polygon."""
        self.pen.polygon([(x * LARGE, y * LARGE) for x, y in points], colour)

    def line(self, points: Sequence[Point], width: float, colour: Colour) -> None:
        """A line with round ends and corners."""
        self.pen.line([(x * LARGE, y * LARGE) for x, y in points], colour, round(width * LARGE), joint="curve")
        for x, y in (points[0], points[-1]):
            self.disc(x, y, width / 2, colour)

    def arc(self, x: float, y: float, r: float, begin: float, end: float, width: float, colour: Colour) -> None:
        """Part of a circle, degrees clockwise from the top, with round ends."""
        steps = max(2, round(abs(end - begin) / 3))
        turns = [math.radians(begin + (end - begin) * i / steps) for i in range(steps + 1)]
        self.line([(x + r * math.sin(t), y - r * math.cos(t)) for t in turns], width, colour)

    def haze(self, points: Sequence[Point], colour: Colour, strength: float, blur: float) -> None:
        """A soft polygon: light or shadow of `strength` 0 to 1."""
        mask = Image.new("L", (WIDTH, HEIGHT))
        ImageDraw.Draw(mask).polygon(list(points), round(255 * strength))
        self._veil(mask, colour, blur)

    def glow(self, x: float, y: float, rx: float, ry: float, colour: Colour, strength: float, blur: float) -> None:
        """A soft ellipse of light or shadow."""
        mask = Image.new("L", (WIDTH, HEIGHT))
        ImageDraw.Draw(mask).ellipse([x - rx, y - ry, x + rx, y + ry], round(255 * strength))
        self._veil(mask, colour, blur)

    def _veil(self, mask: Image.Image, colour: Colour, blur: float) -> None:
        soft = mask.filter(ImageFilter.GaussianBlur(blur)).resize(self.image.size, Image.Resampling.BILINEAR)
        self.image.paste(Image.new("RGB", self.image.size, colour), mask=soft)

    def tint(self, colour: Colour) -> None:
        """Everything so far as if lit by `colour`."""
        self.image = ImageChops.multiply(self.image, Image.new("RGB", self.image.size, colour))
        self.pen = ImageDraw.Draw(self.image)

    def finished(self) -> Image.Image:
        """The still, reduced to the size that is kept."""
        return self.image.resize((WIDTH * KEPT, HEIGHT * KEPT), Image.Resampling.LANCZOS)


def window(c: Canvas, x: float, y: float, w: float, h: float) -> None:
    """A bright window with hills behind it and a curtain at each side."""
    c.glow(x + w / 2, y + h / 2, w * 0.75, h * 0.62, "#fff6df", 0.75, 50)
    c.box(x - 9, y - 9, w + 18, h + 18, "#ffffff", 8)
    c.box(x, y, w, h, "#cfe8f3", 3)
    c.shape(
        [
            (x, y + h * 0.72),
            (x + w * 0.3, y + h * 0.6),
            (x + w * 0.62, y + h * 0.74),
            (x + w, y + h * 0.62),
            (x + w, y + h),
            (x, y + h),
        ],
        "#a9cfae",
    )
    c.shape(
        [(x, y + h * 0.84), (x + w * 0.5, y + h * 0.76), (x + w, y + h * 0.86), (x + w, y + h), (x, y + h)], "#8dbd97"
    )
    c.disc(x + w * 0.72, y + h * 0.22, w * 0.1, "#fff4c9")
    c.box(x + w / 2 - 4, y, 8, h, "#ffffff")
    c.box(x, y + h * 0.46 - 4, w, 8, "#ffffff")
    for side in (-1, 1):
        edge = x - 20 if side < 0 else x + w + 20
        for fold in range(3):
            left = edge + side * (-14 + fold * 13) - 8
            c.box(left, y - 22, 18, h + 62, ("#efdcc6", "#f8ebda", "#e9d2b8")[fold], 7)
    c.box(x - 56, y - 32, w + 112, 8, "#b58a63", 4)
    c.box(x - 22, y + h + 8, w + 44, 13, "#fffaf2", 4)


def bottle(
    c: Canvas, x: float, ground: float, size: float, colour: Colour = "#d8694f", light: Colour = "#ef8d70"
) -> None:
    """The product: a serum bottle `size` tall that stands at `ground`."""
    w = size * 0.42
    c.glow(x + w * 0.3, ground, w * 0.9, size * 0.05, "#3a2a20", 0.35, 6)
    c.box(x - w / 2, ground - size * 0.68, w, size * 0.68, colour, w * 0.24)
    c.box(x - w * 0.4, ground - size * 0.62, w * 0.16, size * 0.54, light, w * 0.08)
    c.box(x - w * 0.2, ground - size * 0.78, w * 0.4, size * 0.12, "#f7efe6")
    c.box(x - w * 0.26, ground - size, w * 0.52, size * 0.24, "#3f3a44", w * 0.1)
    c.box(x - w * 0.3, ground - size * 0.46, w * 0.6, size * 0.26, "#fbf4ea", w * 0.06)
    c.disc(x, ground - size * 0.33, w * 0.13, colour)


def paper(c: Canvas, x: float, ground: float, w: float, h: float) -> None:
    """White paper that hangs behind the product and bends onto the table."""
    c.haze(
        [(x - 6, ground - h + 10), (x + w + 14, ground - h + 10), (x + w + 40, ground + 44), (x - 30, ground + 44)],
        "#5b4634",
        0.28,
        14,
    )
    c.shape(
        [
            (x, ground - h),
            (x + w, ground - h),
            (x + w, ground - 22),
            (x + w + 26, ground + 34),
            (x - 26, ground + 34),
            (x, ground - 22),
        ],
        "#fffdf8",
    )
    c.haze([(x, ground - 60), (x + w, ground - 60), (x + w + 6, ground - 6), (x - 6, ground - 6)], "#e6dfd4", 0.7, 12)
    for edge in (x + w * 0.14, x + w * 0.86):
        c.box(edge - 9, ground - h - 6, 18, 13, "#e3b75f", 3)


def phone(
    c: Canvas, x: float, y: float, w: float, screen: Colour, back: bool = False
) -> tuple[float, float, float, float]:
    """A phone whose middle is (x, y); gives its screen's left, top, width and height."""
    h = w * 2.02
    c.glow(x + 8, y + 12, w * 0.52, h * 0.5, "#10131c", 0.35, 14)
    c.box(x - w / 2, y - h / 2, w, h, "#20242f", w * 0.14)
    if back:
        c.box(x - w / 2 + 3, y - h / 2 + 3, w - 6, h - 6, "#39404f", w * 0.12)
        c.box(x - w * 0.4, y - h * 0.46, w * 0.36, w * 0.5, "#252a36", w * 0.08)
        for lift in (0, 1):
            c.disc(x - w * 0.22, y - h * 0.4 + lift * w * 0.24, w * 0.09, "#0f121a")
            c.disc(x - w * 0.22, y - h * 0.4 + lift * w * 0.24, w * 0.045, "#4f6c92")
    else:
        c.box(x - w / 2 + 7, y - h / 2 + 7, w - 14, h - 14, screen, w * 0.1)
        c.box(x - w * 0.13, y - h / 2 + 12, w * 0.26, 8, "#20242f", 4)
    return x - w / 2 + 7, y - h / 2 + 7, w - 14, h - 14


def tripod(c: Canvas, x: float, top: float, ground: float, spread: float, colour: Colour = "#2b303c") -> None:
    """Legs below a phone."""
    knee = top + (ground - top) * 0.3
    c.line([(x, top), (x, knee + 10)], 9, colour)
    for foot in (-spread, 0, spread):
        c.line([(x, knee), (x + foot, ground)], 7, colour)
    c.box(x - 13, knee - 8, 26, 18, "#454c5b", 5)


def pendant(c: Canvas, x: float, y: float, w: float) -> None:
    """A yellow lamp that hangs from above and lights a cone."""
    c.haze([(x - w * 0.45, y), (x + w * 0.45, y), (x + w * 2.0, 960), (x - w * 2.0, 960)], "#f2b63c", 0.5, 26)
    c.line([(x, 0), (x, y - w * 0.5)], 4, "#2e2724")
    c.shape(
        [(x - w * 0.16, y - w * 0.52), (x + w * 0.16, y - w * 0.52), (x + w * 0.56, y), (x - w * 0.56, y)], "#5b4334"
    )
    c.disc(x, y + 2, w * 0.22, "#ffe08a")
    c.glow(x, y + 6, w * 0.5, w * 0.3, "#ffd76e", 0.8, 16)


def person(
    c: Canvas,
    x: float,
    ground: float,
    size: float,
    cloth: Colour = "#6f8f86",
    skin: Colour = "#dfa883",
    dress: Colour = "#d99a7c",
    turn: float = 0,
) -> None:
    """A creator in a headscarf, from the chest up; `turn` from -1 to 1 moves the face to a side."""
    r = size * 0.2
    head = ground - size + r * 1.3
    c.box(x - size * 0.42, ground - size * 0.36, size * 0.84, size * 0.6, dress, size * 0.2)
    c.disc(x, ground - size * 0.27, r * 1.62, cloth, r * 1.02)
    c.shape(
        [
            (x - r * 1.27, head + r * 0.1),
            (x + r * 1.27, head + r * 0.1),
            (x + r * 1.62, ground - size * 0.27),
            (x - r * 1.62, ground - size * 0.27),
        ],
        cloth,
    )
    c.disc(x, head, r * 1.28, cloth, r * 1.38)
    face = x + turn * r * 0.42
    c.disc(face, head + r * 0.08, r * 0.86, skin, r * 1.02)
    for side in (-1, 1):
        c.disc(face + turn * r * 0.2 + side * r * 0.32, head + r * 0.02, r * 0.075, "#3b2a25")
    c.arc(face + turn * r * 0.2, head + r * 0.26, r * 0.28, 125, 235, r * 0.08, "#a8503f")


def basket(c: Canvas, x: float, ground: float, w: float) -> None:
    """The yellow basket of a shop."""
    top = ground - w * 0.52
    c.glow(x, ground + 2, w * 0.55, w * 0.06, "#2a2320", 0.4, 8)
    c.arc(x, top, w * 0.34, -90, 90, w * 0.05, "#d99a1f")
    c.shape([(x - w * 0.5, top), (x + w * 0.5, top), (x + w * 0.38, ground), (x - w * 0.38, ground)], "#f4bd3a")
    for bar in (-0.3, -0.1, 0.1, 0.3):
        c.line([(x + w * bar * 1.12, top + w * 0.12), (x + w * bar * 0.92, ground - w * 0.09)], w * 0.04, "#d99a1f")
    c.box(x - w * 0.54, top - w * 0.04, w * 1.08, w * 0.11, "#ffd15c", w * 0.05)


def plant(c: Canvas, x: float, ground: float, size: float) -> None:
    """Some leaves in a pot."""
    for lean, tall in ((-0.55, 0.72), (0.5, 0.76), (-0.25, 0.95), (0.22, 1.0), (0, 0.86)):
        tip = (x + lean * size * 0.62, ground - size * tall)
        foot = (x, ground - size * 0.3)
        side = size * 0.1
        middle = ((tip[0] + foot[0]) / 2, (tip[1] + foot[1]) / 2)
        c.shape(
            [foot, (middle[0] - side, middle[1]), tip, (middle[0] + side, middle[1])],
            "#6d9a78" if lean > 0 else "#5b8768",
        )
    c.shape(
        [
            (x - size * 0.2, ground - size * 0.36),
            (x + size * 0.2, ground - size * 0.36),
            (x + size * 0.14, ground),
            (x - size * 0.14, ground),
        ],
        "#d9a27c",
    )
