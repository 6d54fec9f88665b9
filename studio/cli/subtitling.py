"""`siar subtitle`."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path
from typing import Any

from studio.actions.jobs import run_job
from studio.actions.reports import gate_rows
from studio.actions.subtitling import SubtitleOptions, subtitle_request
from studio.cli.output import ProgressLine, open_for, print_json
from studio.subtitles.gates import gate_rules


def subtitle(args: Namespace) -> int:
    """Subtitle files and folders."""
    options = SubtitleOptions(
        script=_absolute(args.script),
        engine=args.engine,
        model=args.model,
        language=args.language,
        profile=args.profile,
        formats=tuple(name.strip().lower() for name in args.format.split(",") if name.strip()),
        burn=args.burn,
        mux=args.mux,
        out=_absolute(args.out),
        force=args.force,
    )
    rules = gate_rules(args.gate)
    with open_for(args) as store:
        request = subtitle_request(store, args.paths, options)
        rows = gate_rows(store, run_job(store, request, ProgressLine()), rules, args.profile)
    if args.json:
        print_json({"files": rows})
    for row in rows:
        _tell(row, quiet=args.json)
    failed = sum(row["state"] == "failed" for row in rows)
    if failed == len(rows):
        return 1
    return 3 if failed or any(row["look"] for row in rows) else 0


def _absolute(path: Path | None) -> str:
    return str(path.expanduser().absolute()) if path else ""


def _tell(row: dict[str, Any], *, quiet: bool) -> None:
    name = Path(row["input"]).name
    if row["state"] == "failed":
        print(f"siar: error: {name}: {row['reason']}", file=sys.stderr)
    elif quiet:
        pass
    elif row["state"] == "skipped":
        print(f"{name}: {row['reason']}")
    else:
        look = f", {len(row['problems'])} to look at" if row["problems"] else ""
        model = f" ({row['model']})" if row["model"] else ""
        by = f" by {row['engine']}{model}" if row["engine"] else ""
        print(f"{name}: {row['cues']} cues{by} in {row['took_s']:.1f} s{look}")
    if row["look"]:
        print(f"siar: note: {name} needs a look: {', '.join(row['look'])}", file=sys.stderr)
    if not quiet:
        for sentence in row["notes"]:
            print(f"  {sentence}")
        if row["kept"]:
            print(f"  What was there is kept as {', '.join(Path(one).name for one in row['kept'])}")
        for path in row["outputs"]:
            print(f"  {path}")
