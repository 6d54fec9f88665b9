"""Where everything of a thumbnail goes: a template, values and a preset become layers with pixel boxes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from studio.thumbnails.fit import Fit, Style, cap_height, fit_text
from studio.thumbnails.fonts import Cleaned, cleaned, font_path
from studio.thumbnails.layers import Layer
from studio.thumbnails.template import ThumbnailTemplate
from studio.video.presets import Box, Preset

# A narrower font is tried below this share of a text's largest size, and taken if its capitals grow by this much.
_SMALL = 0.5
_GAIN = 1.25


@dataclass(frozen=True, slots=True)
class Setting:
    """A text that was fitted: its font file, fit, stroke (pixels), first baseline and the x that `align` refers to."""

    path: Path
    fit: Fit
    stroke: int
    x: int
    baseline: int
    cleaned: Cleaned
    capital: float


@dataclass(frozen=True, slots=True)
class Placed:
    """A layer with its box in pixels; for text the box of its ink, for a chip that of its plate."""

    layer: Layer
    box: Box
    unit: int
    setting: Setting | None = None
    ink: Box | None = None


def place(template: ThumbnailTemplate, values: Mapping[str, str], preset: Preset) -> list[Placed]:
    """The layers to draw, in order. A text without words is left out, and what goes along with it too.

    Raises TemplateError for a font that cannot be read.
    """
    placed: dict[str, Placed] = {}
    order: list[Placed] = []
    for layer in template.for_preset(preset.name):
        one = _place(layer, values, preset, placed, template.path.parent)
        if one is not None:
            placed[layer.name] = one
            order.append(one)
    return order


def texts(placed: Sequence[Placed]) -> list[Placed]:
    """Those that show text."""
    return [one for one in placed if one.setting is not None]


def _place(
    layer: Layer, values: Mapping[str, str], preset: Preset, placed: Mapping[str, Placed], folder: Path
) -> Placed | None:
    unit = min(preset.width, preset.height)
    box = _box(layer, preset)
    if layer.along:
        if layer.along not in placed:
            return None
        other, gap = placed[layer.along].box, round(layer.gap * unit)
        box = Box(box.left, other.top - gap, box.right, other.bottom + gap)
    if layer.kind not in ("text", "chip"):
        top = (
            _vertical(layer, box, box.height, round(layer.gap * unit), placed)
            if layer.above or layer.below
            else box.top
        )
        box = Box(box.left, top, box.right, top + box.height)
        return Placed(layer, box, unit)
    shown = cleaned(layer.filled(values), font_path(layer.font, folder))
    # A text of which nothing can be drawn is reported by the checks; one that is said already need not be repeated.
    if not shown.text or any(
        one.setting and one.setting.cleaned.text.casefold() == shown.text.casefold() for one in placed.values()
    ):
        return None
    return _place_text(layer, shown, box, unit, placed, folder)


def _place_text(
    layer: Layer, shown: Cleaned, box: Box, unit: int, placed: Mapping[str, Placed], folder: Path
) -> Placed:
    stroke = round(layer.stroke * unit)
    pad_x, pad_y = (round(share * unit) for share in layer.pad)
    room = (box.width - 2 * pad_x, box.height - 2 * pad_y)
    path, fit = _fitted(layer, shown, room, unit, folder, stroke)
    capital = cap_height(path, fit.size)
    # A chip is as high as its capitals, whatever letters it holds, so that a row of them is even.
    top, height = (
        (round(capital) + stroke, round(capital) + 2 * stroke) if layer.kind == "chip" else (fit.top, fit.height)
    )
    wide, high = fit.width + 2 * pad_x, height + 2 * pad_y
    y = _vertical(layer, box, high, round(layer.gap * unit), placed)
    left = {"left": box.left, "centre": box.left + (box.width - wide) // 2, "right": box.right - wide}[layer.align]
    x = {"left": left + pad_x + stroke, "centre": left + wide // 2, "right": left + wide - pad_x - stroke}[layer.align]
    whole = Box(left, y, left + wide, y + high)
    setting = Setting(path, fit, stroke, x, y + pad_y + top, shown, capital)
    ink_top = setting.baseline - fit.top
    ink = Box(left + pad_x, ink_top, left + wide - pad_x, ink_top + fit.height)
    return Placed(layer, whole, unit, setting, ink)


def _fitted(
    layer: Layer, shown: Cleaned, room: tuple[int, int], unit: int, folder: Path, stroke: int
) -> tuple[Path, Fit]:
    """The font that is used, and how the text fits in it: a narrower one where the first makes it much smaller."""
    sizes = (max(1, round(layer.size[0] * unit)), max(1, round(layer.size[1] * unit)))
    path = font_path(layer.font, folder)
    fit = fit_text(shown.text, Style(path, layer.leading, stroke), *room, sizes, layer.lines)
    if layer.narrow and (fit.cut or fit.size < sizes[1] * _SMALL):
        other = font_path(layer.narrow, folder)
        tried = fit_text(shown.text, Style(other, layer.leading, stroke), *room, sizes, layer.lines)
        gained = cap_height(other, tried.size) > cap_height(path, fit.size) * _GAIN
        if cleaned(shown.text, other).text == shown.text and (gained or (fit.cut and not tried.cut)):
            return other, tried
    return path, fit


def _vertical(layer: Layer, box: Box, height: int, gap: int, placed: Mapping[str, Placed]) -> int:
    if layer.above in placed:
        return placed[layer.above].box.top - gap - height
    if layer.below in placed:
        return placed[layer.below].box.bottom + gap
    return {"top": box.top, "middle": box.top + (box.height - height) // 2, "bottom": box.bottom - height}[layer.valign]


def _box(layer: Layer, preset: Preset) -> Box:
    area = preset.safe if layer.of == "safe" else Box(0, 0, preset.width, preset.height)
    left, top, right, bottom = layer.box
    return Box(
        round(area.left + left * area.width),
        round(area.top + top * area.height),
        round(area.left + right * area.width),
        round(area.top + bottom * area.height),
    )
