"""The rundown step: a live script becomes timed rows, as a sheet that a person can edit."""

from __future__ import annotations

import json
from pathlib import Path

from studio.checks import Check
from studio.decks.rows import checks
from studio.decks.rundown import rundown_from_script
from studio.decks.sheet import read_rundown, write_rundown
from studio.plan.fields import item_to_json
from studio.plan.item import Item, Kind
from studio.steps.context import Context, text_digest
from studio.steps.graph import Inputs, Made, Report, Step
from studio.steps.script import coming


def is_live(item: Item) -> bool:
    """Whether the item is a live session."""
    return item.kind is Kind.LIVE


def _expected(context: Context) -> dict[str, Inputs]:
    if context.script_path is None:
        return {}
    told = item_to_json(context.item, full=True)
    given = {"start": "date", "zone": "zone", "duration_min": "duration", "host": "host", "products": "products"}
    return {
        "csv": {
            "script": text_digest(coming(context) or ""),
            **{name: json.dumps(told[field]) for field, name in given.items()},
        }
    }


def _waits(context: Context) -> str:
    return "" if context.script_path else "Waits for the script"


def _make(context: Context, wanted: tuple[str, ...], folder: Path, _progress: Report) -> list[Made]:
    script = context.script
    assert script is not None  # `waits` says so before
    path = folder / f"{context.stem}.rundown.csv"
    rundown = rundown_from_script(script, context.item)
    write_rundown(rundown, path, language=context.item.language)
    return [Made(name, path, f"script, {len(rundown.rows)} rows") for name in wanted]


def _check(context: Context, paths: dict[str, Path]) -> tuple[Check, ...]:
    return checks(read_rundown(paths["csv"], context.item))


STEP = Step("rundown", "Rundown", ("script",), is_live, _expected, _waits, _check, _make)
