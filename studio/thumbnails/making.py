"""A template, values and presets become JPEG files, each with the checks that were made on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from studio.checks import Check
from studio.errors import InvalidValue
from studio.files import whole_file
from studio.thumbnails.checks import picture_path, thumbnail_checks
from studio.thumbnails.layout import place
from studio.thumbnails.paint import paint
from studio.thumbnails.template import ThumbnailTemplate, load_thumbnail_template
from studio.video.presets import Preset

if TYPE_CHECKING:
    from PIL import Image

_QUALITIES = (90, 85, 80, 74, 68, 60, 50, 40, 30)


@dataclass(frozen=True, slots=True)
class Thumbnail:
    """A picture that was written: the preset's name, its path, its size in pixels, and what was looked at."""

    preset: str
    path: Path
    width: int
    height: int
    checks: tuple[Check, ...]


def make_thumbnails(
    template_path: Path,
    values: Mapping[str, str],
    presets: Iterable[Preset],
    folder: Path,
    stem: str,
    background: Path | None = None,
    progress: Callable[[float, str], None] | None = None,
) -> list[Thumbnail]:
    """Draw one picture for each preset into `folder`, as `STEM.PRESET.jpg`.

    `values` are texts by name (title, kicker, badge, host, ...); those that the template does not use are ignored.
    `background` is a photo, for templates that show one. Raises TemplateError, InvalidValue (nothing to show),
    NotMedia or NotFound (a bad photo), CannotWrite, OutOfSpace.
    """
    template = load_thumbnail_template(template_path)
    wanted = list(presets)
    made: list[Thumbnail] = []
    for number, preset in enumerate(wanted):
        if progress is not None:
            progress(number / len(wanted), f"Drawing {preset.title}")
        made.append(_make(template, values, preset, picture_path(folder, stem, preset), background))
    return made


def draw_thumbnail(
    template: ThumbnailTemplate, values: Mapping[str, str], preset: Preset, background: Path | None = None
) -> Image.Image:
    """The picture alone, for a preview. Raises as `make_thumbnails` does."""
    return paint(place(template, values, preset), preset, background, template.path.parent)[0]


def _make(
    template: ThumbnailTemplate, values: Mapping[str, str], preset: Preset, path: Path, background: Path | None
) -> Thumbnail:
    placed = place(template, values, preset)
    if not any(one.setting is not None for one in placed):
        raise InvalidValue(
            f"The thumbnail template '{template.name}' has no text to show",
            f"Give it a {' or '.join(template.values) or 'text'} in letters that its font has",
        )
    picture, ratios = paint(placed, preset, background, template.path.parent)
    size = _save(picture, path, preset.max_bytes)
    checks = thumbnail_checks(template, placed, ratios, values, preset, size)
    return Thumbnail(preset.name, path, preset.width, preset.height, checks)


def _save(picture: Image.Image, path: Path, max_bytes: int | None) -> int:
    """Write a JPEG, at the first quality that keeps it below `max_bytes`; returns its size in bytes."""
    from io import BytesIO

    data = b""
    for quality in _QUALITIES:
        buffer = BytesIO()
        # Full colour resolution: with less, red and amber letters grow soft edges. Optimized tables are not asked for:
        # Pillow makes them in one buffer, which a busy photo overflows.
        picture.save(buffer, "JPEG", quality=quality, subsampling=0 if quality >= 80 else 2)
        data = buffer.getvalue()
        if max_bytes is None or len(data) < max_bytes:
            break
    with whole_file(path) as temporary:
        temporary.write_bytes(data)
    return len(data)
