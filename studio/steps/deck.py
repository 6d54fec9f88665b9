"""The deck step: the rundown becomes slides that a host presents from."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path

from studio.checks import Check
from studio.errors import NotFound
from studio.plan.fields import item_to_json
from studio.resources import templates
from studio.steps.context import Context
from studio.steps.graph import Inputs, Made, Report, Step
from studio.steps.rundown import is_live

# Every field of the item that a slide, a note or the document's properties show.
_SHOWN = ("start", "zone", "language", "series", "campaign", "learning_goal", "host", "owner", "tags", "products")
_SAID = {"start": "date", "learning_goal": "learning goal"}


def template_of(context: Context) -> Path:
    """The .pptx that the item names, from the workspace's own folder or ours, else our first. Raises NotFound."""
    name = context.item.deck_template or "siar"
    if Path(name).name != name:
        raise NotFound(f"{name} is no name of a deck template", "Give the name of a .pptx in templates/decks")
    folders = (context.template_folders / "decks", templates("decks"))
    for folder in folders:
        if (path := folder / f"{name.removesuffix('.pptx')}.pptx").is_file():
            return path
    there = sorted({path.stem for folder in folders for path in folder.glob("*.pptx")})
    raise NotFound(
        f"There is no deck template {name}", f"Use {' or '.join(there)}, or put {name}.pptx into {folders[0]}"
    )


def _expected(context: Context) -> dict[str, Inputs]:
    rundown = context.path("rundown", "csv")
    if rundown is None:
        return {}
    told = item_to_json(context.item, full=True)
    facts = {_SAID.get(field, field): json.dumps(told[field]) for field in _SHOWN}
    return {
        "pptx": {
            "title": context.item.title,
            "rundown": context.digest(rundown),
            "template": context.digest(template_of(context)),
            **facts,
        }
    }


def _waits(context: Context) -> str:
    return "" if context.path("rundown", "csv") else "Waits for the rundown"


def _make(context: Context, wanted: tuple[str, ...], folder: Path, progress: Report) -> list[Made]:
    from studio.decks.building import build_deck
    from studio.decks.outline import outline
    from studio.decks.sheet import read_rundown

    source = context.path("rundown", "csv")
    assert source is not None  # `waits` says so before
    slides = outline(read_rundown(source, context.item), context.item, source.parent)
    template = template_of(context)
    deck = build_deck(slides, context.item, folder / f"{context.stem}.pptx", template, progress)
    return [Made(name, deck.path, f"rundown, template {template.stem}, {deck.slides} slides") for name in wanted]


def _check(_context: Context, paths: dict[str, Path]) -> tuple[Check, ...]:
    from studio.decks.lint import lint

    path = paths["pptx"]
    findings = lint(path)
    if findings:
        first = findings[0]
        more = f", and {len(findings) - 1} more" if len(findings) > 1 else ""
        return (Check("structure", False, f"Slide {first.slide}: {first.text}{more}"),)
    return (Check("structure", True, f"{count_slides(path)} slides, notes with timings, nothing cut"),)


def count_slides(path: Path) -> int:
    """How many slides a .pptx holds, by its parts."""
    with zipfile.ZipFile(path) as package:
        return sum(bool(re.fullmatch(r"ppt/slides/slide\d+\.xml", name)) for name in package.namelist())


STEP = Step("deck", "Deck", ("rundown",), is_live, _expected, _waits, _check, _make)
