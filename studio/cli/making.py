"""`siar script`, `thumbnail`, `thumbnails`, `deck`, `ready`, `produce`."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from studio import actions
from studio.actions import making
from studio.actions.jobs import run_job
from studio.actions.planning import late_among
from studio.actions.producing import due, produce_request
from studio.actions.series import keep_ahead
from studio.cli.output import ProgressLine, open_for, print_json
from studio.errors import InvalidValue
from studio.files import existing_file
from studio.plan.item import Item
from studio.plan.lead_times import Late
from studio.steps import Readiness, State
from studio.store import Store

_SIGNS = {
    State.READY: "✓ ready",
    State.EDITED: "✎ edited",
    State.MISSING: "○ missing",
    State.STALE: "▲ stale",
    State.FAILING: "✗ failing",
}


def script(args: Namespace) -> int:
    """Write a script."""
    answers = dict(_pair(text) for text in args.set)
    with open_for(args) as store:
        item = making.prepare(store, args.item, script_template=args.template, answers=answers)
        _run(store, [item], ["script"], args)
        told = making.script_report(store, item, args.out)
    if args.json:
        print_json(told)
        return 0
    print(told["path"])
    print(f"{told['seconds']:.0f} s spoken")
    for section in told["sections"]:
        target = f" of {section['target']:.0f} s" if section["target"] else ""
        print(f"  {section['name']}: {section['seconds']:.0f} s{target}")
    for finding in told["findings"]:
        print(f"  {finding['level']}: {finding['text']} ({finding['rule']}). {finding['suggestion']}")
    return 0


def thumbnail(args: Namespace) -> int:
    """Make an item's thumbnails."""
    presets = args.preset
    with open_for(args) as store:
        item = making.prepare(store, args.item, thumbnail_template=args.template, presets=presets)
        _run(store, [item], ["thumbnail"], args, presets=presets)
        told = making.thumbnail_report(store, item, presets, args.out)
    if args.json:
        print_json(told)
    else:
        _tell_thumbnails(told["files"])
    return 0


def thumbnails(args: Namespace) -> int:
    """Make thumbnails for a sheet."""
    with open_for(args) as store:
        request = making.sheet_request(store, args.sheet, args.template, args.preset, args.out)
        told = run_job(store, request, ProgressLine())
    if args.json:
        print_json(told)
    else:
        _tell_thumbnails(told["files"])
    if told["kept"]:
        print(f"What you edited is kept as {', '.join(told['kept'])}", file=sys.stderr)
    for bad in told["unread"]:
        print(f"siar: error: row {bad['row']}: {bad['reason']}", file=sys.stderr)
    return 0 if not told["unread"] else 3 if told["files"] else 1


def deck(args: Namespace) -> int:
    """Make a deck."""
    with open_for(args) as store:
        item = making.prepare(store, args.item, deck_template=args.template, kind="live")
        _run(store, [item], ["deck"], args)
        told = making.deck_report(store, item, args.out)
    if args.json:
        print_json(told)
        return 0
    print(told["path"])
    print(f"{told['slides']} slides")
    for finding in told["findings"]:
        print(f"  slide {finding['slide']}: {finding['text']} ({finding['rule']})")
    return 0


def ready(args: Namespace) -> int:
    """Show readiness."""
    with open_for(args) as store:
        items = [actions.show_item(store, args.item)] if args.item else actions.list_items(store)
        keep_ahead(store, date.today())
        found = actions.reports(store, items)
        reports = [found[item.id] for item in items]
        late = late_among(store, zip(items, reports, strict=True), date.today())
    if args.json:
        print_json([ready_json(report) | {"at_risk": report.item_id in late} for report in reports])
        return 0
    for item, report in zip(items, reports, strict=True):
        print(f"{item.id}  {report.score:4.0%}  {item.title}{_lateness(late.get(item.id, ()))}")
        for step in report.steps if args.item else ():
            print(f"  {_SIGNS[step.state]:10} {step.title}: {step.evidence}")
            for path in step.paths:
                print(f"             {path}")
    return 0


def _lateness(late: Sequence[Late]) -> str:
    if not late:
        return ""
    steps = ", ".join(one.step for one in late)
    days = max(one.days_late for one in late)
    return f"  (at risk: {steps} late, up to {days} day{'s' if days > 1 else ''})"


def produce(args: Namespace) -> int:
    """Produce what is missing or stale."""
    if bool(args.items) == (args.due is not None):
        args.wrong_usage("produce needs items, or --due DAYS: write `siar produce 3`, or `siar produce --due 7`")
    with open_for(args) as store:
        keep_ahead(store, date.today())
        items = [actions.show_item(store, one) for one in args.items] if args.items else due(store, args.due)
        rows = _outcomes(store, items, args.step, args) if items else []
    if args.json:
        print_json(rows)
    elif not rows:
        print("Nothing is due.")
    for row in rows:
        _tell_outcome(row, quiet=args.json)
    failed = {row["id"] for row in rows if row["state"] == "failed"}
    if not failed:
        return 0
    return 1 if not any(row["state"] == "made" for row in rows) else 3


def ready_json(report: Readiness) -> dict[str, Any]:
    """One item of `siar ready --json`; `path` is the first of `paths`."""
    return {
        "id": report.item_id,
        "readiness": report.score,
        "steps": [
            {
                "step": step.step,
                "state": step.state.value,
                "path": str(step.paths[0]) if step.paths else None,
                "paths": [str(path) for path in step.paths],
                "made_at": step.made_at,
                "how": step.how,
                "evidence": step.evidence,
                "checks": [{"name": check.name, "ok": check.ok, "evidence": check.evidence} for check in step.checks],
            }
            for step in report.steps
        ],
    }


def _run(store: Store, items: list[Item], steps: list[str], args: Namespace, presets: tuple[str, ...] = ()) -> None:
    """Run steps of one command; the first failure is the command's error."""
    for row in _outcomes(store, items, steps, args, presets):
        if row["state"] in ("failed", "waits") and row["step"] in steps:
            raise InvalidValue(row["reason"])
        if row["kept"]:
            print(f"What you edited is kept as {', '.join(row['kept'])}", file=sys.stderr)
        elif row["state"] == "kept":
            print(
                "It was edited by hand and is left as it is; --force makes a new one and keeps yours beside.",
                file=sys.stderr,
            )


def _outcomes(
    store: Store, items: list[Item], steps: list[str], args: Namespace, presets: tuple[str, ...] = ()
) -> list[dict[str, Any]]:
    request = produce_request(
        store,
        [item.id for item in items],
        steps=steps,
        force=args.force,
        engine=getattr(args, "engine", "auto"),
        model=getattr(args, "model", None),
        presets=presets,
    )
    rows: list[dict[str, Any]] = run_job(store, request, ProgressLine())
    return rows


def _tell_outcome(row: dict[str, Any], *, quiet: bool) -> None:
    if row["state"] == "failed":
        print(f"siar: error: {row['step']} of item {row['id']}: {row['reason']}", file=sys.stderr)
    elif not quiet:
        print(f"{row['id']}  {row['step']:10} {row['state']:6} {row['reason']}")
        for path in row["paths"] if row["state"] == "made" else ():
            print(f"                     {path}")
        for path in row["kept"]:
            print(f"                     yours is kept as {path}")


def _tell_thumbnails(files: list[dict[str, Any]]) -> None:
    for one in files:
        print(f"{one['path']}  {one['width']}×{one['height']}")
        for check in one["checks"]:
            print(f"  {'✓' if check['ok'] else '✗'} {check['evidence']}")


def _pair(text: str) -> tuple[str, str]:
    key, _, value = text.partition("=")
    return key.strip(), _file_text(Path(value[1:]).expanduser()) if value.startswith("@") else value


def _file_text(path: Path) -> str:
    """The text of an answer that was given as "@FILE". Raises NotFound, or InvalidValue for what is no text."""
    try:
        return existing_file(path).read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise InvalidValue(f"{path} is no text in UTF-8", "Save it as plain text (UTF-8), then try again") from error
