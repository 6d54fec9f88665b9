"""`siar cut`: its arguments, and what it does."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from studio.cli.arguments import add_command, path


def add(commands: Any) -> None:
    """Add the command to the command line."""
    cut = add_command(commands, "cut", "cutting:cut", "cut a recording, and its subtitles with it, into a new file")
    cut.add_argument("file", nargs="?", type=path, metavar="FILE")
    cut.add_argument("--item", metavar="ITEM", help="cut this item's recording before it is subtitled (see produce)")
    cut.add_argument("--none", action="store_true", help="with --item: do not cut it")
    cut.add_argument("--start", metavar="TIME", help="where FILE starts: seconds, or 1:05.5")
    cut.add_argument("--end", metavar="TIME", help="where FILE ends")
    cut.add_argument("--speech", action="store_true", help="trim every take to its first and last words")
    cut.add_argument("--bumper-before", type=path, metavar="FILE", help="a video that stands before it")
    cut.add_argument("--bumper-after", type=path, metavar="FILE", help="a video that stands after it")
    cut.add_argument("--reframe", metavar="W:H", help="another shape: 9:16, 1:1, 4:5, 16:9")
    cut.add_argument(
        "--focus", metavar="X,Y", help="what stays in view: shares from the left and the top, else 0.5,0.5"
    )
    cut.add_argument("--join", nargs="+", type=path, default=[], metavar="FILE", help="further takes after it")
    cut.add_argument("--out", type=path, metavar="FILE", help="the new file (else NAME.cut.mp4 beside FILE)")
    cut.set_defaults(wrong_usage=cut.error)


def cut(args: Namespace) -> int:
    """Cut a file, or say how an item's recording is to be cut."""
    from studio.video.cut import Cut, parse_focus, parse_shape
    from studio.video.times import parse_time

    _check_usage(args, args.wrong_usage)
    wanted = Cut(
        start=parse_time(args.start) if args.start else None,
        end=parse_time(args.end) if args.end else None,
        speech=args.speech,
        before=_named(args.bumper_before),
        after=_named(args.bumper_after),
        shape=parse_shape(args.reframe) if args.reframe else None,
        focus=parse_focus(args.focus) if args.focus else (0.5, 0.5),
        join=tuple(_named(one) for one in args.join),
    )
    return _cut_item(args, wanted) if args.item else _cut_file(args, wanted)


def _check_usage(args: Namespace, wrong: Any) -> None:
    if bool(args.file) == bool(args.item):
        wrong("cut needs a FILE, or --item ITEM")
    if args.focus and not args.reframe:
        wrong("--focus says what stays in view: add --reframe 9:16")
    if args.none and not args.item:
        wrong("--none needs --item ITEM")
    if args.item and args.out:
        wrong("an item's cut lies with its other files: leave --out away")


def _cut_file(args: Namespace, wanted: Any) -> int:
    from studio.actions.cutting import cut_request
    from studio.actions.jobs import run_job
    from studio.cli.output import ProgressLine, open_for, print_json
    from studio.video.times import time_text

    with open_for(args) as store:
        told = run_job(store, cut_request(store, args.file, wanted, args.out), ProgressLine())
    if args.json:
        print_json(told)
        return 0
    print(f"{told['path']}  {told['width']}×{told['height']}, {told['duration_s']:.1f} s in {told['took_s']:.1f} s")
    for piece in told["pieces"]:
        print(f"  {Path(piece['input']).name}: {time_text(piece['start'])} to {time_text(piece['end'])}")
    for one in told["subtitles"]:
        print(f"  {one}")
    for sentence in told["notes"]:
        print(f"  {sentence}")
    if told["kept"]:
        print(f"  What was there is kept as {', '.join(Path(one).name for one in told['kept'])}")
    return 0


def _cut_item(args: Namespace, wanted: Any) -> int:
    from studio.actions import show_item
    from studio.actions.cutting import item_cut, set_cut
    from studio.cli.output import open_for, print_json

    with open_for(args) as store:
        item = show_item(store, args.item)
        if args.none or not wanted.is_empty:
            item = set_cut(store, item.id, wanted)
        asked = item_cut(store, item)
    if args.json:
        print_json({"id": item.id, "cut": asked.to_json()})
    elif asked.is_empty:
        print("The recording is not cut.")
    else:
        print(", ".join(f"{name} {value}" for name, value in asked.to_json().items()))
        print(f"`siar produce {item.id}` makes it.")
    return 0


def _named(file: Path | None) -> str:
    return str(file) if file else ""
