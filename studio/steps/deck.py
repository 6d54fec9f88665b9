"""The deck step: the rundown becomes slides that a host presents from."""

from __future__ import annotations

import json
from pathlib import Path

from studio.checks import Check
from studio.plan.fields import item_to_json
from studio.steps.context import Context
from studio.steps.graph import Inputs, Made, Report, Step
from studio.steps.rundown import is_live


def template_of(context: Context) -> Path:
    """The item's template: the one it names, else the first."""
    from studio.decks.template import find_deck_template

    return find_deck_template(context.item.deck_template, [context.template_folders / "decks"])


def _expected(context: Context) -> dict[str, Inputs]:
    rundown = context.path("rundown", "csv")
    if rundown is None:
        return {}
    told = item_to_json(context.item, full=True)
    facts = {name: json.dumps(told[field]) for field, name in {"start": "date", "products": "products"}.items()}
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
    from studio.decks.rundown import read_rundown

    source = context.path("rundown", "csv")
    assert source is not None  # `waits` says so before
    slides = outline(read_rundown(source, context.item), context.item)
    progress(0.2, f"{len(slides)} slides")
    template = template_of(context)
    deck = build_deck(slides, context.item, folder / f"{context.stem}.pptx", template=template)
    return [Made(name, deck.path, f"rundown, template {template.stem}, {deck.slides} slides") for name in wanted]


def _check(_context: Context, paths: dict[str, Path]) -> tuple[Check, ...]:
    from studio.decks.lint import check_deck

    return check_deck(paths["pptx"])


STEP = Step("deck", "Deck", ("rundown",), is_live, _expected, _waits, _check, _make)
