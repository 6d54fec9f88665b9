"""Script, thumbnail and deck of one item, and thumbnails of a sheet: prepare, and report what was made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from studio.actions.exporting import export_file, export_script
from studio.actions.items import set_fields, show_item
from studio.actions.opening import open_studio
from studio.checks import Check
from studio.errors import CannotWrite, InvalidValue, NotFound, OutOfSpace, SiarError
from studio.files import existing_file
from studio.jobs.events import JobRequest, Report
from studio.plan.item import Item, Kind
from studio.steps.context import Context, Options
from studio.steps.deck import count_slides
from studio.steps.deck import template_of as deck_template_of
from studio.steps.graph import Made
from studio.steps.placing import place, work_folder
from studio.steps.script import template_of as script_template_of
from studio.steps.thumbnail import presets as presets_named
from studio.steps.thumbnail import template_of as thumbnail_template_of
from studio.store import Store


def prepare(
    store: Store,
    number: int | str,
    *,
    script_template: str | None = None,
    thumbnail_template: str | None = None,
    deck_template: str | None = None,
    answers: Mapping[str, str] | None = None,
    presets: Sequence[str] = (),
    kind: str | None = None,
) -> Item:
    """The item, with its templates and answers as the command gives them; one step of undo if anything changes.

    Raises NotFound for a template that is not there, InvalidValue for an answer that cannot be taken, a preset that
    does not exist, or an item of another kind than `kind`.
    """
    item = show_item(store, number)
    if kind is not None and item.kind is not Kind(kind):
        raise InvalidValue(f"“{item.title}” is a {item.kind}, and only a {kind} session has this", "Choose a live item")
    presets_named(tuple(presets))
    given = {
        "script_template": script_template,
        "thumbnail_template": thumbnail_template,
        "deck_template": deck_template,
    }
    changes: dict[str, Any] = {name: value for name, value in given.items() if value and value != getattr(item, name)}
    if changes:
        from dataclasses import replace

        tried = Context(store, replace(item, **changes))
        for name, find in (
            ("script_template", script_template_of),
            ("thumbnail_template", thumbnail_template_of),
            ("deck_template", deck_template_of),
        ):
            if name in changes:
                find(tried)
    if answers:
        from studio.scripts.answers import given_answers

        template = script_template_of(Context(store, item))
        changes["answers"] = {**item.answers, **given_answers(template, answers)}
    return set_fields(store, item.id, changes) if changes else item


def script_report(store: Store, item: Item, out: Path | None) -> dict[str, Any]:
    """What `siar script --json` prints; with `out`, the copy's path."""
    from studio.scripts.claims import find_claims
    from studio.scripts.spoken import section_seconds

    context = Context(store, item)
    path, script = context.script_path, context.script
    if path is None or script is None:
        raise NotFound(f"“{item.title}” has no script", f"Run `siar script {item.id}`")
    lengths = section_seconds(script)
    return {
        "path": str(export_script(store, item, path, out) if out else path),
        "seconds": round(sum(one.seconds for one in lengths), 1),
        "sections": [{"name": one.name, "seconds": round(one.seconds, 1), "target": one.target} for one in lengths],
        "findings": [
            {"rule": one.rule, "level": one.level, "text": one.text, "suggestion": one.suggestion}
            for one in find_claims(script)
        ],
    }


def thumbnail_report(store: Store, item: Item, presets: Sequence[str], out: Path | None) -> dict[str, Any]:
    """What `siar thumbnail --json` prints; with `out`, the copies' paths."""
    context = Context(store, item, Options(presets=tuple(presets)))
    files = []
    for preset in presets_named(tuple(presets)):
        path = context.path("thumbnail", preset.name)
        if path is None:
            raise NotFound(f"The {preset.title} thumbnail is not there", f"Run `siar thumbnail {item.id}` again")
        shown = export_file(store, item, "thumbnail", path, out / path.name) if out else path
        files.append(_picture(preset.name, shown, context.records["thumbnail", preset.name].checks))
    return {"files": files}


def deck_report(store: Store, item: Item, out: Path | None) -> dict[str, Any]:
    """What `siar deck --json` prints; with `out`, the copy's path."""
    from studio.decks.lint import lint

    path = Context(store, item).path("deck", "pptx")
    if path is None:
        raise NotFound(f"“{item.title}” has no deck", f"Run `siar deck {item.id}`")
    findings = [{"rule": one.rule, "slide": one.slide, "text": one.text} for one in lint(path)]
    shown = export_file(store, item, "deck", path, out) if out else path
    return {"path": str(shown), "slides": count_slides(path), "findings": findings}


def sheet_request(store: Store, sheet: Path, template: str, presets: Sequence[str], out: Path) -> JobRequest:
    """A job that makes thumbnails for every row of a .csv or .xlsx. Raises NotFound, InvalidValue."""
    existing_file(sheet)
    presets_named(tuple(presets))
    arguments = {
        "workspace": str(store.workspace.root),
        "sheet": str(sheet.expanduser().absolute()),
        "template": template,
        "presets": list(presets),
        "out": str(out.expanduser().absolute()),
    }
    return JobRequest(f"Thumbnails of {sheet.name}", "studio.actions.making:run_sheet", arguments)


def run_sheet(
    *, workspace: str, sheet: str, template: str, presets: list[str], out: str, progress: Report
) -> dict[str, Any]:
    """What the worker does for a sheet: `{files: [...], unread: [{row, reason}], kept: [...]}`.

    A row that cannot be made is told with the reason, and the others are made; `kept` are files that somebody edited.
    """
    from studio.thumbnails.making import make_thumbnails
    from studio.thumbnails.sheet import read_rows
    from studio.thumbnails.template import find_thumbnail_template, load_thumbnail_template

    wanted = presets_named(tuple(presets))
    path = find_thumbnail_template(template, [Path(workspace) / "templates" / "thumbnails"])
    load_thumbnail_template(path)  # a template that is wrong is one error, not one for each row
    rows, unread = read_rows(Path(sheet))
    failed = [{"row": bad.row, "reason": bad.reason} for bad in unread]
    files: list[dict[str, Any]] = []
    kept: list[str] = []
    with open_studio(Path(workspace)) as store, work_folder(store.workspace) as work:
        for number, row in enumerate(rows):
            progress(number / max(1, len(rows)), row.stem)
            try:
                drawn = make_thumbnails(path, row.values, wanted, work, row.stem)
            except (OutOfSpace, CannotWrite):
                raise  # no other row would fare better
            except SiarError as error:
                failed.append({"row": row.row, "reason": str(error)})
                continue
            made = [Made(one.path.name, one.path, f"row {row.row} of {Path(sheet).name}", one.checks) for one in drawn]
            # Each row's own step: what was placed before is looked up anew for every row.
            placed, edited = place(store, f"sheet:{sheet}>{out}", f"thumbnail {row.stem}", made, Path(out), {})
            files += [_picture(one.preset, at, one.checks) for one, at in zip(drawn, placed, strict=True)]
            kept += map(str, edited)
    return {"files": files, "unread": sorted(failed, key=lambda one: int(str(one["row"]))), "kept": kept}


def _picture(preset: str, path: Path, checks: Sequence[Check]) -> dict[str, Any]:
    from PIL import Image

    with Image.open(path) as image:
        width, height = image.size
    told = [{"name": check.name, "ok": check.ok, "evidence": check.evidence} for check in checks]
    return {"preset": preset, "path": str(path), "width": width, "height": height, "checks": told}
