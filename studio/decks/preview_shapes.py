"""Outlines for the preview: the preset shapes that templates use, custom paths, and strokes with dashes."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from studio.decks.colours import Rgba
from studio.decks.figures import EMU, A, Box, Element

if TYPE_CHECKING:
    from PIL.Image import Image

Point = tuple[float, float]
_STEPS = 24


def outline_points(properties: Element | None, box: Box) -> list[Point]:
    """The outline of a shape in points on the slide; the box itself for a shape that is not known here."""
    custom = None if properties is None else properties.find(f"{A}custGeom/{A}pathLst/{A}path")
    if custom is not None and (points := _path(custom, box)):
        return points
    preset = None if properties is None else properties.find(f"{A}prstGeom")
    name = "rect" if preset is None else preset.get("prst", "rect")
    x, y, w, h = box.x, box.y, box.w, box.h
    if name == "ellipse":
        return [(x + w / 2 + w / 2 * math.cos(a), y + h / 2 + h / 2 * math.sin(a)) for a in _turn(0, 2 * math.pi, 3)]
    if name == "roundRect":
        radius = min(w, h) * _adjustment(preset, 16667) / 100_000
        left, right, top, bottom = x + radius, x + w - radius, y + radius, y + h - radius
        corners = ((right, top), (right, bottom), (left, bottom), (left, top))
        return [
            (cx + radius * math.cos(a), cy + radius * math.sin(a))
            for n, (cx, cy) in enumerate(corners)
            for a in _turn(math.pi / 2 * (n - 1), math.pi / 2 * n, 1)
        ]
    return [(x, y), (x + w, y), (x + w, y + h), (x, y + h)]


def _turn(begin: float, end: float, quarters: int) -> Iterator[float]:
    steps = _STEPS * quarters
    return (begin + (end - begin) * step / steps for step in range(steps + 1))


def _adjustment(preset: Element | None, default: int) -> int:
    guide = None if preset is None else preset.find(f"{A}avLst/{A}gd")
    words = [] if guide is None else str(guide.get("fmla", "")).split()
    return int(words[1]) if len(words) == 2 and words[1].lstrip("-").isdigit() else default


def _path(path: Element, box: Box) -> list[Point]:
    """A custom path flattened to straight lines; its own width and height are stretched to the box."""
    wide, high = int(path.get("w", 0)) or box.w * EMU, int(path.get("h", 0)) or box.h * EMU

    def placed(point: Element) -> Point:
        return box.x + int(point.get("x", 0)) / wide * box.w, box.y + int(point.get("y", 0)) / high * box.h

    points: list[Point] = []
    try:
        for step in path:
            given = [placed(point) for point in step.iterfind(f"{A}pt")]
            if step.tag == f"{A}cubicBezTo" and points and len(given) == 3:
                points += _curve(points[-1], *given)
            else:
                points += given
    except ValueError:  # figures that are names of guides
        return []
    return points


def _curve(a: Point, b: Point, c: Point, d: Point) -> list[Point]:
    found = []
    for step in range(1, _STEPS + 1):
        t = step / _STEPS
        weights = ((1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t * t, t**3)
        pulled = [(weight * px, weight * py) for weight, (px, py) in zip(weights, (a, b, c, d), strict=True)]
        found.append((sum(px for px, _ in pulled), sum(py for _, py in pulled)))
    return found


def stroke(image: Image, pixels: Sequence[Point], line: Element, colour: Rgba, scale: float) -> None:
    """Draw a line through `pixels`, with the width and the dashes of an `a:ln`."""
    from PIL import ImageDraw

    width = max(1, round(int(line.get("w", 9525)) / EMU * scale))
    draw = ImageDraw.Draw(image)
    dashed = (dash := line.find(f"{A}prstDash")) is not None and dash.get("val") != "solid"
    for piece in _dashes(pixels, 4.0 * width, 3.0 * width) if dashed else [list(pixels)]:
        draw.line(piece, fill=colour[:3], width=width, joint="curve")


def _dashes(pixels: Sequence[Point], on: float, off: float) -> Iterator[list[Point]]:
    """The pieces of a line that are drawn, `on` long and `off` apart."""
    piece: list[Point] = [pixels[0]]
    left, drawing = on, True
    for (x0, y0), (x1, y1) in pairwise(pixels):
        length = math.hypot(x1 - x0, y1 - y0)
        at = 0.0
        while length - at > left:
            at += left
            point = x0 + (x1 - x0) * at / length, y0 + (y1 - y0) * at / length
            if drawing:
                yield [*piece, point]
            piece = [point]
            drawing = not drawing
            left = on if drawing else off
        left -= length - at
        if drawing:
            piece.append((x1, y1))
    if drawing and len(piece) > 1:
        yield piece
