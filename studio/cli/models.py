"""`siar models`: the speech checkpoints."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from studio.actions import jobs, models
from studio.cli.output import ProgressLine, open_for, print_json, print_table


def list_(args: Namespace) -> int:
    """List checkpoints."""
    rows = models.list_models()
    if args.json:
        print_json(rows)
        return 0
    cells = [(row["name"], _state(row), f"{row['size_mb']} MB", row["languages"], row["advice"]) for row in rows]
    print_table(("name", "state", "size", "languages", "advice"), cells)
    where = models.place()
    free = f", {where['free_mb']:,} MB free" if where["free_mb"] is not None else ""
    print(f"\nThey lie in {where['folder']}{free}.")
    return 0


def _state(row: dict[str, object]) -> str:
    if row["state"] == models.PART:
        return f"{row['part_mb']} MB here, get goes on"
    return {models.HERE: "here", models.DAMAGED: "damaged", models.MISSING: ""}[str(row["state"])]


def get(args: Namespace) -> int:
    """Download a checkpoint."""
    request = models.get_request(args.name, args.mirror, args.proxy)
    with open_for(args) as store:
        path = jobs.run_job(store, request, ProgressLine())
    return _said("path", path, as_json=args.json)


def add(args: Namespace) -> int:
    """Install a checkpoint from a file."""
    request = models.add_request(Path(args.name))
    with open_for(args) as store:
        path = jobs.run_job(store, request, ProgressLine())
    return _said("path", path, as_json=args.json)


def check(args: Namespace) -> int:
    """Look whether checkpoints are whole."""
    rows = models.check_models(args.name)
    if args.json:
        print_json(rows)
    elif not rows:
        print("No checkpoint is installed. Get one: siar models get small")
    for row in () if args.json else rows:
        print(f"{'✓' if row['ok'] else '✗'} {row['name']}: {row['evidence']}")
    return 0 if all(row["ok"] for row in rows) else 1


def remove(args: Namespace) -> int:
    """Remove a checkpoint."""
    return _said("removed", str(models.remove_model(args.name)), as_json=args.json)


def settings(args: Namespace) -> int:
    """Show from where checkpoints come, and how much of the computer they take; or set that."""
    told = models.model_settings(args.mirror, args.proxy) | models.machine_settings(args.threads, args.compute)
    if args.json:
        print_json(told)
        return 0
    said = {"environment": " (the environment says so)", "settings": "", "": " (nothing is set)"}
    print(f"mirror    {told['mirror']}{said[told['mirror_from']]}")
    print(f"proxy     {told['proxy'] or 'as the system is set'}{said[told['proxy_from']]}")
    print(f"threads   {told['threads']}{'' if told['set_threads'] else ' (by the computer)'}")
    print(f"compute   {told['compute']}{'' if told['set_compute'] else ' (by the computer)'}")
    print(f"folder    {told['folder']}")
    print(f"settings  {told['file']}")
    return 0


def _said(key: str, text: str, *, as_json: bool) -> int:
    if as_json:
        print_json({key: text})
    else:
        print(text if key == "path" else f"{key.capitalize()}: {text}")
    return 0
