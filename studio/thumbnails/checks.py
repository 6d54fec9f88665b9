"""What is looked at on a finished thumbnail, each with its evidence in a sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from studio.checks import Check
from studio.thumbnails.contrast import LARGE, NORMAL, is_large
from studio.thumbnails.fonts import cleaned, font_path, is_heavy
from studio.thumbnails.layout import Placed, texts
from studio.thumbnails.template import ThumbnailTemplate
from studio.video.presets import Preset

# How wide a thumbnail is in a list: YouTube's smallest, and a third of a phone's width in a profile's grid.
_LISTED_WIDE, _LISTED_HIGH = 168, 120
_LEGIBLE = 6.0  # pixels of a capital letter; below that, strokes of a bold letter run together


def thumbnail_checks(
    template: ThumbnailTemplate,
    placed: Sequence[Placed],
    ratios: Mapping[str, float],
    values: Mapping[str, str],
    preset: Preset,
    size_bytes: int,
) -> tuple[Check, ...]:
    """The checks of one picture: contrast, safe zone, legibility, whole text, missing signs, file size."""
    written = texts(placed)
    return (
        _contrast(written, ratios, preset),
        _safe(written, preset),
        _legible(written, preset),
        _whole(written),
        _signs(template, values, preset),
        _size(size_bytes, preset),
    )


def _contrast(written: Sequence[Placed], ratios: Mapping[str, float], preset: Preset) -> Check:
    found = []
    for one in written:
        if one.setting is not None:
            large = is_large(one.setting.fit.size, is_heavy(one.layer.font), preset.width)
            need = LARGE if large else NORMAL
            found.append((ratios[one.layer.name] / need, ratios[one.layer.name], need, one.layer.name))
    if not found:
        return Check("contrast", False, "There is no text on it")
    share, ratio, need, name = min(found)
    evidence = f"Contrast {ratio:.1f}:1 behind the {name}"
    return Check("contrast", share >= 1, evidence if share >= 1 else f"{evidence}, {need:.1f}:1 is needed")


def _safe(written: Sequence[Placed], preset: Preset) -> Check:
    zone = preset.safe
    for one in written:
        box = one.box
        out = max(zone.left - box.left, zone.top - box.top, box.right - zone.right, box.bottom - zone.bottom)
        if out > 0:
            return Check("safe zone", False, f"The {one.layer.name} reaches {out} px out of {preset.title}'s safe zone")
    return Check("safe zone", True, f"All text is inside {preset.title}'s safe zone")


def _legible(written: Sequence[Placed], preset: Preset) -> Check:
    settings = [one.setting for one in written if one.setting is not None]
    if not settings:
        return Check("legible", False, "There is no text on it")
    width = _LISTED_WIDE if preset.width > preset.height else _LISTED_HIGH
    scale = width / preset.width
    # The largest text is what a list is read by; the rest is for those who came closer.
    high = max(setting.capital for setting in settings) * scale
    shown = f"{width} x {int(preset.height * scale)}"
    return Check("legible", high >= _LEGIBLE, f"The title's letters are {high:.1f} px high at {shown}")


def _whole(written: Sequence[Placed]) -> Check:
    for one in written:
        fit = one.setting.fit if one.setting is not None else None
        if fit is not None and fit.cut:
            return Check("whole", False, f'The {one.layer.name} is cut: "{" ".join(fit.lines)}"')
        if fit is not None and fit.small:
            return Check("whole", False, f"The {one.layer.name} does not fit its box")
    for number, one in enumerate(written):
        for other in written[:number]:
            if one.box.overlaps(other.box):
                return Check("whole", False, f"The {one.layer.name} covers the {other.layer.name}")
    return Check("whole", True, "No word is cut or covered")


def _signs(template: ThumbnailTemplate, values: Mapping[str, str], preset: Preset) -> Check:
    ornaments: list[str] = []
    letters: list[str] = []
    for layer in template.for_preset(preset.name):
        if layer.kind in ("text", "chip"):
            shown = cleaned(layer.filled(values), font_path(layer.font, template.path.parent))
            ornaments += shown.ornaments
            letters += shown.letters
    left = " ".join(dict.fromkeys(letters + ornaments))
    if letters:
        return Check("signs", False, f"The font has no {left}")
    if ornaments:
        return Check("signs", True, f"Left out, the font has none: {left}")
    return Check("signs", True, "The font has every sign")


def _size(size_bytes: int, preset: Preset) -> Check:
    shown = f"{max(1, round(size_bytes / 1000)):,} KB"
    if preset.max_bytes is None:
        return Check("file size", True, shown)
    return Check("file size", size_bytes < preset.max_bytes, f"{shown} of {preset.max_bytes // 1000:,} KB")


def picture_path(folder: Path, stem: str, preset: Preset) -> Path:
    """Where the picture of a preset goes: `STEM.PRESET.jpg`."""
    return folder / f"{stem}.{preset.name}.jpg"
