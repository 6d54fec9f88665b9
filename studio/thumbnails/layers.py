"""One layer of a thumbnail's template: what it may say, read from YAML with every fault told by its line."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from studio.errors import TemplateError
from studio.thumbnails.fonts import font_path
from studio.yaml_file import Fields

VALUES = ("title", "kicker", "badge", "host", "date", "price")
KINDS = ("gradient", "photo", "shape", "text", "chip", "logo")
SHAPES = ("rectangle", "ellipse", "ring", "slant", "triangle", "dots")
_VALUE = re.compile(r"\{(\w+)\}")
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_FRACTION = 4.0  # a layer may reach over the edge, but not for ever


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer for one preset. Boxes are shares of `of`; sizes, gaps and widths are shares of the shorter side."""

    name: str
    kind: str
    of: str = "safe"
    box: tuple[float, float, float, float] = (0.0, 0.0, 1.0, 1.0)
    above: str = ""
    below: str = ""
    along: str = ""
    gap: float = 0.0
    colours: tuple[str, ...] = ()
    angle: float = 90.0
    opacity: float = 1.0
    shape: str = "rectangle"
    radius: float = 0.0
    width: float = 0.0
    text: str = ""
    font: str = "bold"
    narrow: str = ""
    size: tuple[float, float] = (0.04, 0.08)
    lines: int = 1
    leading: float = 1.0
    align: str = "left"
    valign: str = "top"
    capitals: bool = False
    stroke: float = 0.0
    stroke_colour: str = ""
    shadow: float = 0.0
    plate: str = ""
    pad: tuple[float, float] = (0.0, 0.0)
    file: str = ""
    scrim: str = ""
    side: str = "bottom"
    strength: tuple[float, float] = (0.2, 0.85)
    line: int = 1

    @property
    def values(self) -> tuple[str, ...]:
        """The names of the values in its text."""
        return tuple(_VALUE.findall(self.text))

    def filled(self, values: Mapping[str, str]) -> str:
        """Its text with the values put in; "" when it has values and all of them are empty."""
        names = self.values
        if names and not any(values.get(name, "").strip() for name in names):
            return ""
        text = " ".join(_VALUE.sub(lambda found: values.get(found[1], ""), self.text).split())
        return text.upper() if self.capitals else text


FIELDS = (
    "name", "kind", "of", "box", "above", "below", "along", "gap", "colour", "colours", "angle", "opacity", "shape",
    "radius", "width", "text", "font", "narrow", "size", "lines", "leading", "align", "valign", "capitals", "stroke",
    "stroke_colour", "shadow", "plate", "pad", "file", "scrim", "side", "strength",
)  # fmt: skip


def read_layer(fields: Fields, colours: Mapping[str, str]) -> Layer:
    """The layer that these fields describe. Raises TemplateError with the line of the fault."""
    layer = Layer(
        name=fields.text("name"),
        kind=_one_of(fields, "kind", KINDS),
        of=_one_of(fields, "of", ("safe", "picture"), "safe"),
        box=_numbers4(fields),
        above=fields.text("above", ""),
        below=fields.text("below", ""),
        along=fields.text("along", ""),
        gap=fields.number("gap", 0),
        colours=tuple(_colour(fields, one, colours) for one in (fields.texts("colours") or fields.texts("colour"))),
        angle=fields.number("angle", 90),
        opacity=min(1.0, fields.number("opacity", 1)),
        shape=_one_of(fields, "shape", SHAPES, "rectangle"),
        radius=fields.number("radius", 0),
        width=fields.number("width", 0),
        text=fields.text("text", ""),
        font=fields.text("font", "bold"),
        narrow=fields.text("narrow", ""),
        size=_pair(fields, "size", (0.04, 0.08)),
        lines=int(min(12, max(1, fields.number("lines", 1)))),
        leading=min(3.0, max(0.5, fields.number("leading", 1))),
        align=_one_of(fields, "align", ("left", "centre", "right"), "left"),
        valign=_one_of(fields, "valign", ("top", "middle", "bottom"), "top"),
        capitals=fields.flag("capitals"),
        stroke=fields.number("stroke", 0),
        stroke_colour=_colour(fields, fields.text("stroke_colour", "#000000"), colours),
        shadow=fields.number("shadow", 0),
        plate=_colour(fields, fields.text("plate"), colours) if "plate" in fields.values else "",
        pad=_pair(fields, "pad", (0.0, 0.0)),
        file=fields.text("file", ""),
        scrim=_colour(fields, fields.text("scrim"), colours) if "scrim" in fields.values else "",
        side=_one_of(fields, "side", ("bottom", "left", "all"), "bottom"),
        strength=_pair(fields, "strength", (0.2, 0.85)),
        line=fields.line,
    )
    _check(layer, fields)
    return layer


def _check(layer: Layer, fields: Fields) -> None:
    for name in layer.values:
        if name not in VALUES:
            fields.refuse(f"there is no value '{name}'", f"Values are {', '.join(VALUES)}")
    if layer.kind in ("text", "chip"):
        if not layer.text:
            fields.refuse("the text is missing", 'Write text: "{title}" there')
        for name in filter(None, (layer.font, layer.narrow)):
            try:
                font_path(name, fields.path.parent)
            except TemplateError as error:
                fields.refuse(error.happened, error.advice)
    if layer.kind in ("gradient", "shape", "text", "chip") and not layer.colours:
        fields.refuse("the colour is missing", 'Write colour: "#FFFFFF" there')
    if max(layer.radius, layer.width, layer.gap, layer.stroke, layer.shadow, *layer.size, *layer.pad) > 1:
        fields.refuse("a size is larger than the picture", "Sizes are shares of the picture's shorter side, up to 1")
    if layer.size[0] > layer.size[1] or not layer.size[0]:
        fields.refuse("the smallest size is 0, or larger than the largest", "Write size: [0.05, 0.12]")
    if layer.kind == "logo" and Path(layer.file).name != layer.file:
        fields.refuse(f"'{layer.file}' does not lie beside the template", "Put the picture into the template's folder")


def read_palette(head: Fields) -> dict[str, str]:
    """The colours that a template gives names to. Raises TemplateError."""
    value = head.values.get("colours", {})
    if not isinstance(value, dict):
        head.refuse("'colours' is not a mapping", 'Write colours: {teal: "#0B6E66"}')
    names = {str(name): str(colour) for name, colour in value.items() if name != "__line__"}
    for name, colour in names.items():
        if not _COLOUR.fullmatch(colour):
            head.refuse(f"the colour '{name}' is '{colour[:40]}'", 'Write it as "#0B6E66"')
    return names


def _colour(fields: Fields, text: str, colours: Mapping[str, str]) -> str:
    colour = colours.get(text, text)
    if not _COLOUR.fullmatch(colour):
        fields.refuse(f"there is no colour '{text[:40]}'", f'Write "#0B6E66", or one of {", ".join(colours)}')
    return colour


def _one_of(fields: Fields, name: str, allowed: Sequence[str], default: str | None = None) -> str:
    value = fields.text(name, default)
    if value not in allowed:
        fields.refuse(f"{name} is '{value}'", f"Choose from {', '.join(allowed)}")
    return value


def _list_of_numbers(fields: Fields, name: str, count: int) -> list[float]:
    value = fields.values[name]
    good = isinstance(value, list) and len(value) == count
    if not good or any(isinstance(one, bool) or not isinstance(one, (int, float)) for one in value):
        fields.refuse(f"'{name}' is not a list of {count} numbers")
    numbers = [float(one) for one in value]
    if any(not abs(one) <= _FRACTION for one in numbers):
        fields.refuse(f"'{name}' reaches too far", "Numbers are shares: 0 is the start, 1 the end")
    return numbers


def _numbers4(fields: Fields) -> tuple[float, float, float, float]:
    if "box" not in fields.values:
        return 0.0, 0.0, 1.0, 1.0
    left, top, right, bottom = _list_of_numbers(fields, "box", 4)
    if left >= right or top >= bottom:
        fields.refuse("the box is empty", "Write box: [left, top, right, bottom]")
    return left, top, right, bottom


def _pair(fields: Fields, name: str, default: tuple[float, float]) -> tuple[float, float]:
    if name not in fields.values:
        return default
    first, second = _list_of_numbers(fields, name, 2)
    if min(first, second) < 0:
        fields.refuse(f"'{name}' has a negative number")
    return first, second
