"""`siar subtitle`, `siar styles`."""

from __future__ import annotations

import sys
from argparse import Namespace
from dataclasses import replace
from pathlib import Path
from typing import Any

from studio.actions.jobs import run_job
from studio.actions.subtitle_reports import gate_rows
from studio.actions.subtitling import SubtitleOptions, subtitle_request
from studio.cli.output import ProgressLine, open_for, print_json
from studio.speech.detection import language_name
from studio.subtitles.gates import gate_rules


def subtitle(args: Namespace) -> int:
    """Subtitle files and folders; with --preview, only show how one would look."""
    if args.preview:
        return _preview(args)
    if args.at:
        args.wrong_usage("--at is the time of --preview: add --preview FILE.png")
    options = options_of(args)
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


def options_of(args: Namespace) -> SubtitleOptions:
    """What the command was asked for."""
    return replace(SubtitleOptions(), **named_options(args))


def named_options(args: Namespace) -> dict[str, Any]:
    """Those of the options that were named, as SubtitleOptions has them."""
    told = {
        "script": _absolute(args.script) if args.script else None,
        "engine": args.engine,
        "model": args.model,
        "language": args.language,
        "profile": args.profile,
        "formats": None
        if args.format is None
        else tuple(one.strip().lower() for one in args.format.split(",") if one.strip()),
        "burn": args.burn,
        "mux": args.mux,
        "out": _absolute(args.out) if args.out else None,
        "force": args.force,
        "style": args.style,
        "preset": args.preset,
        "cluster": args.cluster,
    }
    return {name: value for name, value in told.items() if value is not None}


def _preview(args: Namespace) -> int:
    from studio.actions.captions import beside, caption_preview
    from studio.video.times import parse_time

    if len(args.paths) > 1:
        args.wrong_usage("--preview takes one video")
    at = parse_time(args.at) if args.at else None
    video, language = args.paths[0], args.language or "id"
    # Subtitles that were written elsewhere lie there under the video's name.
    subtitles = beside(args.out / video.name, language) if args.out and args.out.is_dir() else None
    with open_for(args) as store:
        told = caption_preview(
            store,
            video,
            args.preview,
            style=args.style or "",
            preset=args.preset or "",
            at_s=at,
            subtitles=subtitles,
            language=language,
        )
    if args.json:
        print_json(told)
        return 0
    source = "a sample, since no subtitles lie beside the video" if told["sample"] else Path(told["subtitles"]).name
    print(f"{told['path']}  at {told['at_s']:.1f} s, style {told['style']}, captions: {source}")
    return 0


def styles(args: Namespace) -> int:
    """List the caption styles, or choose one for an item."""
    from studio.actions import show_item
    from studio.actions.captions import caption_styles, set_caption_style
    from studio.plan.wishes import caption_style
    from studio.subtitles.looks import DEFAULT_LOOK

    if args.use and not args.item:
        args.wrong_usage("--use NAME needs --item ITEM")
    with open_for(args) as store:
        item = show_item(store, args.item) if args.item else None
        if item is not None and args.use:
            item = set_caption_style(store, item.id, args.use)
        told = caption_styles(store)
    used = (caption_style(item) or DEFAULT_LOOK) if item is not None else None
    if args.json:
        print_json([{**one, "used": one["name"] == used} for one in told] if used else told)
        return 0
    for one in told:
        mark = "* " if one["name"] == used else "  " if used else ""
        says = f"cannot be used: {one['problem']}" if one["problem"] else one["about"]
        print(f"{mark}{one['name']:12} {says}" + (f"  ({one['path']})" if one["own"] else ""))
    return 0


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
        sure = row["language_confidence"]
        language = f" in {language_name(row['language'])} ({sure:.0%} sure)" if sure is not None else ""
        print(f"{name}: {row['cues']} cues{language}{by} in {row['took_s']:.1f} s{look}")
    if row["look"]:
        print(f"siar: note: {name} needs a look: {', '.join(row['look'])}", file=sys.stderr)
    if not quiet:
        for sentence in row["notes"]:
            print(f"  {sentence}")
        if row["kept"]:
            print(f"  What was there is kept as {', '.join(Path(one).name for one in row['kept'])}")
        for path in row["outputs"]:
            print(f"  {path}")
