"""Drawing the layers of a thumbnail, and measuring the contrast of each text against what lies behind it."""

from __future__ import annotations

import math
import warnings
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageOps, UnidentifiedImageError

from studio.errors import NotFound, NotMedia, TemplateError
from studio.thumbnails.contrast import NORMAL, multiplies, rgb, scrim_strength, worst_contrast
from studio.thumbnails.fonts import font
from studio.thumbnails.layers import Layer
from studio.thumbnails.layout import Placed, Setting, texts
from studio.video.presets import Box, Preset

_FINE = 3  # shapes are drawn this many times larger, for smooth edges
_LARGEST_PHOTO = 120_000_000  # pixels; a phone's largest has 108 million
_RAMP = 0.3  # a scrim fades in over this share of the picture
_MARGIN = 0.03  # and is whole this much before the first letter


def paint(
    placed: Sequence[Placed], preset: Preset, photo: Path | None, folder: Path
) -> tuple[Image.Image, dict[str, float]]:
    """The picture, and the contrast of each text layer by name; `folder` is where the template's own pictures lie.

    Raises NotMedia or NotFound for a bad photo, TemplateError for a bad logo.
    """
    picture = Image.new("RGB", (preset.width, preset.height), "#000000")
    ratios: dict[str, float] = {}
    for one in placed:
        match one.layer.kind:
            case "gradient":
                picture.paste(_gradient(one.layer.colours, one.layer.angle, one.box.width, one.box.height), _at(one))
            case "photo":
                if photo is not None:
                    picture = _with_photo(picture, one, photo, texts(placed))
            case "shape":
                _paste(picture, _shape(one), one.layer.colours[0], one.layer.opacity, one.box)
            case "logo":
                _paste_logo(picture, one, folder)
            case _:
                if one.setting is not None:
                    ratios[one.layer.name] = _write(picture, one, one.setting)
    return picture, ratios


def open_photo(path: Path, width: int, height: int) -> Image.Image:
    """The photo at `path`, upright, cut to fill `width` x `height`. Raises NotFound or NotMedia."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # the size is looked at below
            with Image.open(path) as image:
                if image.width * image.height > _LARGEST_PHOTO:
                    raise NotMedia(f"{path.name} has more than {_LARGEST_PHOTO:,} pixels", "Save it smaller first")
                image.draft("RGB", (width * 2, height * 2))
                upright = ImageOps.exif_transpose(image).convert("RGB")
    except FileNotFoundError as error:
        raise NotFound(f"There is no picture {path}", "Check the name, or choose another") from error
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError, SyntaxError) as error:
        raise NotMedia(f"{path.name} is not a picture that can be read", "Choose a JPEG or PNG") from error
    # Faces are above the middle.
    return ImageOps.fit(upright, (width, height), Image.Resampling.LANCZOS, centering=(0.5, 0.4))


def _with_photo(picture: Image.Image, one: Placed, path: Path, written: Sequence[Placed]) -> Image.Image:
    box = one.box
    photo = open_photo(path, box.width, box.height)
    layer = one.layer
    if layer.scrim:
        lines = [other for other in written if other.layer.kind == "text" and other.ink is not None]
        photo = _with_scrim(photo, layer, box, lines)
    # Rounded, it is a picture in the picture: the screen of a phone, a card.
    mask = _rounded(box, round(layer.radius * one.unit)) if layer.radius else None
    picture.paste(photo, (box.left, box.top), mask)
    return picture


def _with_scrim(photo: Image.Image, layer: Layer, box: Box, lines: Sequence[Placed]) -> Image.Image:
    least, most = layer.strength
    inks = [_within(other.ink, box) for other in lines if other.ink is not None]
    strength = least
    for other, ink in zip(lines, inks, strict=True):
        part = photo.crop((ink.left, ink.top, max(ink.right, ink.left + 1), max(ink.bottom, ink.top + 1)))
        need = scrim_strength(part, other.layer.colours[0], layer.scrim, NORMAL + 0.2, least, most)
        strength = max(strength, need)
    mask = _ramp(photo.size, layer.side, inks, least, strength)
    cover = Image.new("RGB", photo.size, layer.scrim)
    return Image.composite(ImageChops.multiply(photo, cover) if multiplies(layer.scrim) else cover, photo, mask)


def _within(ink: Box, box: Box) -> Box:
    return Box(ink.left - box.left, ink.top - box.top, ink.right - box.left, ink.bottom - box.top)


def _ramp(size: tuple[int, int], side: str, inks: Sequence[Box], least: float, strength: float) -> Image.Image:
    """How opaque the scrim is: `least` away from the text, `strength` wherever text stands."""
    width, height = size
    if side == "all" or not inks:
        return Image.new("L", size, round(255 * strength))
    along = height if side == "bottom" else width
    first = min(ink.top for ink in inks) if side == "bottom" else width - max(ink.right for ink in inks)
    whole = max(0.0, first / along - _MARGIN)
    steps = []
    for index in range(256):
        place = index / 255
        part = 1.0 if place >= whole else max(0.0, 1 - (whole - place) / _RAMP)
        steps.append(round(255 * (least + (strength - least) * part * part * (3 - 2 * part))))
    strip = Image.new("L", (1, 256))
    strip.putdata(steps)
    if side == "left":
        strip = strip.transpose(Image.Transpose.ROTATE_270)
    return strip.resize(size, Image.Resampling.BILINEAR)


def _write(picture: Image.Image, one: Placed, setting: Setting) -> float:
    """Draw a text with its plate, shadow and stroke; returns its contrast against all of those."""
    layer = one.layer
    if layer.plate:
        _paste(picture, _rounded(one.box, round(layer.radius * one.unit)), layer.plate, layer.opacity, one.box)
    reach = setting.stroke + 4 + round(layer.shadow * one.unit * 4)
    ink = one.ink or one.box
    area = Box(ink.left - reach, ink.top - reach, ink.right + reach, ink.bottom + reach)
    letters = _letters(setting, layer.align, area, 0)
    if layer.shadow:
        soft = ImageChops.offset(letters, 0, round(layer.shadow * one.unit))
        soft = soft.filter(ImageFilter.GaussianBlur(max(1.0, layer.shadow * one.unit)))
        _paste(picture, soft, "#000000", 0.55, area)
    if setting.stroke:
        _paste(picture, _letters(setting, layer.align, area, setting.stroke), layer.stroke_colour, 1.0, area)
    behind = picture.crop((area.left, area.top, area.right, area.bottom))
    # The rim of a letter is what it is read by: look a little past its edge, but not past its stroke.
    rim = letters.filter(ImageFilter.MaxFilter(5)) if setting.stroke != 1 else letters
    ratio = worst_contrast(behind, rim, layer.colours[0])
    _paste(picture, letters, layer.colours[0], 1.0, area)
    return ratio


def _letters(setting: Setting, align: str, area: Box, stroke: int) -> Image.Image:
    mask = Image.new("L", (area.width, area.height), 0)
    draw = ImageDraw.Draw(mask)
    face = font(setting.path, setting.fit.size)
    anchor = {"left": "ls", "centre": "ms", "right": "rs"}[align]
    for index, line in enumerate(setting.fit.lines):
        at = (setting.x - area.left, setting.baseline + index * setting.fit.pitch - area.top)
        draw.text(at, line, fill=255, font=face, anchor=anchor, stroke_width=stroke)
    return mask


def _paste(picture: Image.Image, mask: Image.Image, colour: str, opacity: float, box: Box) -> None:
    if opacity < 1:
        mask = mask.point([round(level * opacity) for level in range(256)])
    picture.paste(rgb(colour), (box.left, box.top), mask)


def _at(one: Placed) -> tuple[int, int]:
    return one.box.left, one.box.top


@lru_cache(maxsize=16)
def _gradient(colours: tuple[str, ...], angle: float, width: int, height: int) -> Image.Image:
    """Colours blended evenly along a line; 0 degrees runs from left to right, 90 from top to bottom."""
    import numpy as np

    if len(colours) == 1:
        return Image.new("RGB", (width, height), colours[0])
    across, down = math.cos(math.radians(angle)) * width, math.sin(math.radians(angle)) * height
    # A quarter of the size is enough for what is smooth, and sixteen times faster.
    columns = np.linspace(-0.5, 0.5, max(2, width // 4), dtype=np.float32)
    rows = np.linspace(-0.5, 0.5, max(2, height // 4), dtype=np.float32)
    place = rows[:, None] * down + columns[None, :] * across
    place = (place - place.min()) / max(1e-6, float(place.max() - place.min()))
    stops = np.linspace(0, 1, len(colours))
    parts = [np.interp(place, stops, [rgb(colour)[channel] for colour in colours]) for channel in range(3)]
    small = Image.fromarray(np.stack(parts, axis=-1).round().astype(np.uint8))
    return small.resize((width, height), Image.Resampling.BICUBIC)


def _rounded(box: Box, radius: int, outline: int = 0) -> Image.Image:
    mask = Image.new("L", (box.width * _FINE, box.height * _FINE), 0)
    corner = min(radius, box.width // 2, box.height // 2) * _FINE
    edges = (0, 0, mask.width - 1, mask.height - 1)
    draw = ImageDraw.Draw(mask)
    if outline:
        draw.rounded_rectangle(edges, corner, outline=255, width=outline * _FINE)
    else:
        draw.rounded_rectangle(edges, corner, fill=255)
    return mask.reduce(_FINE)


def _shape(one: Placed) -> Image.Image:
    layer, box = one.layer, one.box
    line = round(layer.width * one.unit)
    if layer.shape == "rectangle":
        return _rounded(box, round(layer.radius * one.unit), line)
    mask = Image.new("L", (box.width * _FINE, box.height * _FINE), 0)
    draw = ImageDraw.Draw(mask)
    width, height = mask.size
    if layer.shape == "slant":
        shift = min(line * _FINE, width)
        draw.polygon([(shift, 0), (width, 0), (width - shift, height), (0, height)], fill=255)
    elif layer.shape == "dots":
        pitch, radius = max(4, round(layer.gap * one.unit)) * _FINE, max(1, round(layer.radius * one.unit * _FINE))
        for y in range(pitch // 2, height - radius, pitch):
            for x in range(pitch // 2, width - radius, pitch):
                draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=255)
    else:
        # Round things stay round, whatever the picture's shape.
        half, mid_x, mid_y = min(width, height) / 2 - 1, width / 2, height / 2
        edges = (mid_x - half, mid_y - half, mid_x + half, mid_y + half)
        if layer.shape == "triangle":
            draw.polygon(
                [(mid_x - half * 0.72, mid_y - half), (mid_x + half, mid_y), (mid_x - half * 0.72, mid_y + half)],
                fill=255,
            )
        elif layer.shape == "ring":
            draw.ellipse(edges, outline=255, width=max(1, line * _FINE))
        else:
            draw.ellipse(edges, fill=255)
    return mask.reduce(_FINE)


def _paste_logo(picture: Image.Image, one: Placed, folder: Path) -> None:
    path = folder / one.layer.file
    try:
        with Image.open(path) as image:
            logo = ImageOps.contain(image.convert("RGBA"), (one.box.width, one.box.height), Image.Resampling.LANCZOS)
    except (OSError, UnidentifiedImageError, Image.DecompressionBombError, ValueError) as error:
        raise TemplateError(
            f"The picture {path.name} of the layer '{one.layer.name}' cannot be read", "Put a PNG beside the template"
        ) from error
    picture.paste(logo, (one.box.left, one.box.top + (one.box.height - logo.height) // 2), logo)
