"""`siar jobs`, `backup`, `restore`."""

from __future__ import annotations

import sys
from argparse import Namespace
from dataclasses import asdict
from typing import Any

from studio.actions import backups, jobs
from studio.cli.output import ProgressLine, open_for, print_json, print_table
from studio.errors import SiarError
from studio.store.jobs import JobRow


def jobs_list(args: Namespace) -> int:
    """List jobs."""
    with open_for(args) as store:
        rows = jobs.list_jobs(store)
    if args.json:
        print_json([_job(row) for row in rows])
    elif not rows:
        print("No jobs yet.")
    else:
        cells = [(row.id, row.state, f"{row.fraction:.0%}", row.title, row.error) for row in rows]
        print_table(("job", "state", "done", "what", ""), cells)
    return 0


def _job(row: JobRow) -> dict[str, Any]:
    times = {
        name: when.isoformat() if (when := getattr(row, name)) else None for name in ("created", "started", "ended")
    }
    return {**asdict(row), "state": row.state.value, **times}


def jobs_resume(args: Namespace) -> int:
    """Go on with interrupted jobs; one that fails does not keep the others from their turn."""
    told: list[dict[str, Any]] = []
    with open_for(args) as store:
        for row in jobs.interrupted(store, args.job):
            try:
                result = jobs.resume_job(store, row, ProgressLine())
            except SiarError as error:
                told.append({"id": row.id, "title": row.title, "failed": [str(error)]})
            else:
                pieces = result if isinstance(result, list) else []
                failed = [piece["reason"] for piece in pieces if piece.get("state") == "failed"]
                told.append({"id": row.id, "title": row.title, "failed": failed})
    if args.json:
        print_json({"resumed": [one["id"] for one in told], "jobs": told})
    elif not told:
        print("Nothing was interrupted.")
    for one in told:
        for reason in one["failed"]:
            print(f"siar: error: {one['title']}: {reason}", file=sys.stderr)
        if not one["failed"] and not args.json:
            print(f"Done: {one['title']}")
    bad = sum(bool(one["failed"]) for one in told)
    return 0 if not bad else 1 if bad == len(told) else 3


def jobs_cancel(args: Namespace) -> int:
    """Stop a job."""
    with open_for(args) as store:
        row = jobs.cancel_job(store, args.job)
    return _said("cancelled", row.title, as_json=args.json)


def backup(args: Namespace) -> int:
    """Take a backup, or list those that there are."""
    if args.list:
        return _list_backups(args)
    with open_for(args) as store:
        path = backups.backup(store)
    return _said("path", str(path), as_json=args.json)


def _list_backups(args: Namespace) -> int:
    # Without opening the plan: it is when the plan is damaged that one looks for its backups.
    found = backups.list_backups(args.workspace)
    if args.json:
        print_json([backups.backup_to_json(one) for one in found])
    elif not found:
        print("No backups yet. One is taken every day; `siar backup` takes one now.")
    else:
        cells = [
            (
                f"{one.made_at:%Y-%m-%d %H:%M}",
                "" if one.items is None else one.items,
                f"{max(1, round(one.size / 1024))} KB",
                "whole" if one.whole else "not whole",
                one.path,
            )
            for one in found
        ]
        print_table(("made", "items", "size", "state", "file"), cells)
    return 0


def restore(args: Namespace) -> int:
    """Bring a backup back."""
    before = backups.restore(args.workspace, args.file)
    if args.json:
        print_json({"restored": str(args.file), "before": str(before) if before else None})
    else:
        kept = f" What was there is kept as {before}." if before else ""
        print(f"Restored {args.file}.{kept}")
    return 0


def _said(key: str, text: str, *, as_json: bool) -> int:
    if as_json:
        print_json({key: text})
    else:
        print(text if key == "path" else f"{key.capitalize()}: {text}")
    return 0
