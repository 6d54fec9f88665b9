"""The thumbnail step: the title and the item's facts become a picture for each preset."""

from __future__ import annotations

import tempfile
from pathlib import Path

from studio.checks import Check
from studio.errors import InvalidValue
from studio.steps.context import Context
from studio.steps.graph import Inputs, Made, Report, Step
from studio.thumbnails.making import make_thumbnails
from studio.thumbnails.template import find_thumbnail_template, load_thumbnail_template
from studio.video.presets import PRESETS, Preset


def presets(names: tuple[str, ...]) -> list[Preset]:
    """The presets of those names. Raises InvalidValue that names the ones there are."""
    for name in names:
        if name not in PRESETS:
            raise InvalidValue(f"There is no preset {name}", f"Use {', '.join(PRESETS)}")
    return [PRESETS[name] for name in dict.fromkeys(names)]


def values_of(context: Context) -> dict[str, str]:
    """What the template's layers show: title, series and episode, a badge for live, host."""
    item = context.item
    series = item.series or item.campaign
    if series and item.episode is not None:
        series = f"{series} #{item.episode}"
    badge = {"video": "", "live": "LIVE"}[item.kind]
    return {"title": item.title, "kicker": series, "badge": badge, "host": item.host}


def template_of(context: Context) -> Path:
    """The item's template: the one it names, else the first."""
    folders = [context.template_folders / "thumbnails"]
    return find_thumbnail_template(context.item.thumbnail_template, folders)


def _background(context: Context, template: Path) -> Path | None:
    return context.recording if load_thumbnail_template(template).wants_picture else None


def _expected(context: Context) -> dict[str, Inputs]:
    template = template_of(context)
    inputs = {**values_of(context), "template": context.digest(template)}
    if background := _background(context, template):
        inputs["recording"] = context.digest(background)
    # A size that was made once is kept up to date like the others.
    made = tuple(name for step, name in context.records if step == "thumbnail" and name in PRESETS)
    return {preset.name: inputs for preset in presets((*context.options.presets, *made))}


def _make(context: Context, wanted: tuple[str, ...], folder: Path, progress: Report) -> list[Made]:
    template = template_of(context)
    recording = _background(context, template)
    with tempfile.TemporaryDirectory(dir=folder) as work:
        frame = None
        if recording is not None:
            from studio.video.frames import best_frame

            progress(0.1, "choosing a frame")
            frame = Path(work) / "frame.png"
            best_frame(recording, frame)
        made = make_thumbnails(template, values_of(context), presets(wanted), folder, context.stem, frame, progress)
    how = f"template {template.stem}" + (", best frame of the recording" if frame else "")
    return [Made(one.preset, one.path, how, tuple(one.checks)) for one in made]


def _check(_context: Context, _paths: dict[str, Path]) -> tuple[Check, ...]:
    return ()  # measured while drawing: a finished picture does not tell where its text is


STEP = Step("thumbnail", "Thumbnail", ("script",), lambda _item: True, _expected, lambda _context: "", _check, _make)
