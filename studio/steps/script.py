"""The script step: a template, the item and the person's answers become a Markdown script."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from studio.checks import Check
from studio.errors import SiarError
from studio.files import read_text, write_text
from studio.plan.fields import item_to_json
from studio.scripts.checks import checks
from studio.scripts.rendering import render
from studio.scripts.script import parse_script
from studio.scripts.template import Template, find_template
from studio.steps.context import Context, text_digest
from studio.steps.graph import Inputs, Made, Report, Step


def template_of(context: Context) -> Template:
    """The item's script template: the one it names, else the first for its kind and language."""
    item = context.item
    return find_template(item.script_template, item.kind, item.language, [context.template_folders / "scripts"])


def coming(context: Context) -> str | None:
    """The script as the next steps will find it: what a person edited, else what would be rendered now.

    None where there is neither. Rendering fails as `render` does only where there is no script to fall back on.
    """
    made = context.script_path
    if made is not None and context.is_edited("script", "md"):
        return read_text(made)
    try:
        return rendered(context)
    except SiarError:
        return read_text(made) if made is not None else None


def rendered(context: Context) -> str:
    """What the template gives for the item now. Raises TemplateError, NotFound, InvalidValue."""
    if context.rendered is None:
        context.rendered = render(template_of(context), context.item, context.item.answers)
    return context.rendered


def _expected(context: Context) -> dict[str, Inputs]:
    template, item = template_of(context), context.item
    text = rendered(context)
    told = item_to_json(item, full=True)
    # Only the text decides whether a script is stale: a field that the template does not use changes nothing.
    # The others are there to say what it was that changed.
    named = {"start": "date", "duration_min": "duration", "learning_goal": "learning goal"}
    fields = ("start", "zone", "duration_min", "host", "audience", "learning_goal", "products", "platforms", "series")
    reasons = {f"~{named.get(field, field)}": json.dumps(told[field]) for field in fields}
    return {
        "md": {
            "title": item.title,
            "template": context.digest(template.path),
            "text": text_digest(text),
            "~answers": text_digest(json.dumps(_answers(item.answers), sort_keys=True)),
            **reasons,
        }
    }


def _answers(answers: dict[str, Any]) -> dict[str, Any]:
    return {key: answer for key, answer in answers.items() if not key.startswith("_")}


def _make(context: Context, wanted: tuple[str, ...], folder: Path, _progress: Report) -> list[Made]:
    template = template_of(context)
    path = folder / f"{context.stem}.script.md"
    write_text(path, rendered(context))
    return [Made(name, path, f"template {template.name}") for name in wanted]


def _check(context: Context, paths: dict[str, Path]) -> tuple[Check, ...]:
    text = read_text(paths["md"])
    return checks(parse_script(text), context.item)


STEP = Step("script", "Script", (), lambda _item: True, _expected, lambda _context: "", _check, _make)
