"""A theme's colours as pixels: scheme names through the colour map, tints, shades and transparency."""

from __future__ import annotations

import colorsys
from collections.abc import Mapping
from dataclasses import dataclass

from studio.decks.figures import A, Element, P

Rgba = tuple[int, int, int, int]
BLACK: Rgba = (0, 0, 0, 255)
WHITE: Rgba = (255, 255, 255, 255)


@dataclass(frozen=True, slots=True)
class Palette:
    """A theme's twelve colours by name (`dk1`, `accent1`), and what the master's map calls them (`tx1` is `dk1`)."""

    colours: Mapping[str, Rgba]
    names: Mapping[str, str]

    def of(self, element: Element | None, own: Rgba = BLACK) -> Rgba | None:
        """The colour of the first colour element within `element`, None where it has none; `own` stands for phClr."""
        for child in () if element is None else element:
            colour = self._one(child, own)
            if colour is not None:
                return colour
        return None

    def fill(self, element: Element | None) -> Rgba | None:
        """The plain fill given in a shape's or cell's properties, the first stop of a gradient; None for no fill."""
        if element is None or element.find(f"{A}noFill") is not None:
            return None
        if (solid := element.find(f"{A}solidFill")) is not None:
            return self.of(solid)
        stop = element.find(f"{A}gradFill/{A}gsLst/{A}gs")
        return self.of(stop)

    def _one(self, child: Element, own: Rgba) -> Rgba | None:
        name = str(child.tag).removeprefix(A)
        value = str(child.get("val", ""))
        if name == "srgbClr" and len(value) == 6:
            base = rgb(value)
        elif name == "sysClr":
            base = rgb(str(child.get("lastClr", "000000")))
        elif name == "schemeClr":
            base = own if value == "phClr" else self.colours.get(self.names.get(value, value), BLACK)
        elif name == "prstClr":
            base = {"white": WHITE, "black": BLACK}.get(value, (128, 128, 128, 255))
        else:
            return None
        return _changed(base, child)


def rgb(text: str) -> Rgba:
    """Six hexadecimal digits as a colour, black where they are none."""
    try:
        number = int(text[:6], 16)
    except ValueError:
        return BLACK
    return number >> 16 & 255, number >> 8 & 255, number & 255, 255


def _changed(base: Rgba, element: Element) -> Rgba:
    """The changes below a colour, in order (ECMA-376, 20.1.2.3): luminance and saturation, tint, shade, alpha."""
    red, green, blue = (part / 255 for part in base[:3])
    alpha = base[3] / 255
    for change in element:
        name, value = str(change.tag).removeprefix(A), int(change.get("val", "100000")) / 100_000
        if name in ("lumMod", "lumOff", "satMod"):
            hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
            light = light * value if name == "lumMod" else light + value if name == "lumOff" else light
            saturation = min(1.0, saturation * value) if name == "satMod" else saturation
            red, green, blue = colorsys.hls_to_rgb(hue, min(1.0, max(0.0, light)), saturation)
        elif name == "tint":
            red, green, blue = (part * value + 1 - value for part in (red, green, blue))
        elif name == "shade":
            red, green, blue = (part * value for part in (red, green, blue))
        elif name == "alpha":
            alpha = value
    return round(red * 255), round(green * 255), round(blue * 255), round(alpha * 255)


def palette(theme: Element | None, master: Element | None) -> Palette:
    """The palette of a theme part, seen through a master's colour map."""
    colours: dict[str, Rgba] = {}
    scheme = None if theme is None else theme.find(f"{A}themeElements/{A}clrScheme")
    for entry in () if scheme is None else scheme:
        found = Palette({}, {}).of(entry)
        colours[str(entry.tag).removeprefix(A)] = found or BLACK
    mapped = None if master is None else master.find(f"{P}clrMap")
    return Palette(colours, {} if mapped is None else {str(key): str(value) for key, value in mapped.attrib.items()})
