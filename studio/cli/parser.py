"""The command line: names, flags and help; nothing that a command needs is imported before it runs."""

from __future__ import annotations

import argparse
from typing import Any

from studio import __version__
from studio.cli import (
    cluster,
    cutting,
    days_arguments,
    exchange_arguments,
    models_arguments,
    plan_arguments,
    queue_arguments,
    reading_arguments,
    wording_arguments,
)
from studio.cli.arguments import add_command, add_item_argument, assignment, names, path

_ENGINES = ("auto", "script", "fast", "whisper")


def build_parser() -> argparse.ArgumentParser:
    """The whole command line."""
    parser = argparse.ArgumentParser(
        prog="siar",
        description="Plan creator lessons, write their scripts, subtitle recordings, export decks.",
        epilog="Start with `siar demo`. The window: `siar ui`.",
    )
    parser.add_argument("--version", action="version", version=f"siar {__version__}")
    parser.add_argument(
        "--workspace", type=path, metavar="DIR", help="the workspace (else $SIAR_WORKSPACE, else ~/Siar)"
    )
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    _add_start(commands)
    plan_arguments.add(commands)
    exchange_arguments.add(commands)
    days_arguments.add(commands)
    _add_making(commands)
    _add_subtitle(commands)
    queue_arguments.add(commands, _wishes)
    wording_arguments.add(commands)
    cutting.add(commands)
    cluster.add(commands)
    reading_arguments.add(commands)
    _add_upkeep(commands)
    return parser


def _add_start(commands: Any) -> None:
    demo = add_command(
        commands, "demo", "starting:demo", "build a sample workspace, and produce a video and a live session in it"
    )
    demo.add_argument("--out", type=path, metavar="DIR", help="where to build it (else ~/Siar-demo)")
    demo.add_argument("--no-window", action="store_true", help="do not open the window afterwards")
    demo.add_argument("--engine", choices=_ENGINES, default="auto", help="how the clip is recognised")
    ui = add_command(commands, "ui", "starting:ui", "open the window", json=False)
    ui.add_argument("--item", type=int, metavar="ITEM", help="with this item open")
    add_command(commands, "doctor", "starting:doctor", "look whether everything that the program needs is there")


def _add_making(commands: Any) -> None:
    script = add_command(commands, "script", "making:script", "write an item's script from a template")
    add_item_argument(script)
    script.add_argument("--template", metavar="T", help="a template's name")
    script.add_argument(
        "--set",
        action="append",
        default=[],
        type=assignment,
        metavar="KEY=VALUE",
        help="answer a question of the template; @FILE takes the answer from a file",
    )
    script.add_argument("--out", type=path, metavar="FILE", help="a copy as .md, .docx or .txt")
    thumbnail = add_command(commands, "thumbnail", "making:thumbnail", "make an item's thumbnails")
    add_item_argument(thumbnail)
    thumbnail.add_argument("--template", metavar="T")
    thumbnail.add_argument(
        "--preset", metavar="P,...", type=names, default="tiktok,youtube", help="tiktok, reels, youtube, square"
    )
    thumbnail.add_argument("--out", type=path, metavar="DIR", help="a folder for copies")
    sheet = add_command(commands, "thumbnails", "making:thumbnails", "make thumbnails for every row of a sheet")
    sheet.add_argument("sheet", type=path, metavar="SHEET", help=".csv or .xlsx with a column for each layer's text")
    sheet.add_argument("--template", metavar="T", default="")
    sheet.add_argument("--preset", metavar="P,...", type=names, default="tiktok,youtube")
    sheet.add_argument("--out", type=path, metavar="DIR", required=True)
    deck = add_command(commands, "deck", "making:deck", "make a live session's deck (.pptx)")
    add_item_argument(deck)
    deck.add_argument("--template", metavar="T")
    deck.add_argument("--out", type=path, metavar="FILE", help="a copy of the deck")
    for parser in (script, thumbnail, deck):
        parser.add_argument("--force", action="store_true", help="make it again; what you edited is kept beside")
    ready = add_command(commands, "ready", "making:ready", "how far the items are, with the evidence")
    ready.add_argument("item", nargs="?", metavar="ITEM")
    produce = add_command(commands, "produce", "making:produce", "make what is missing or stale")
    # "Items or --due" is more than argparse can say itself.
    produce.set_defaults(wrong_usage=produce.error)
    produce.add_argument("items", nargs="*", metavar="ITEM")
    produce.add_argument("--due", type=int, metavar="DAYS", help="all items of the next DAYS days")
    produce.add_argument("--step", action="append", default=[], help="only this step, and what it needs")
    produce.add_argument("--force", action="store_true", help="make them again; what you edited is kept beside")
    _speech(produce)


def _add_subtitle(commands: Any) -> None:
    subtitle = add_command(commands, "subtitle", "subtitling:subtitle", "subtitle recordings: files and folders")
    subtitle.add_argument("paths", nargs="+", type=path, metavar="PATH")
    _wishes(subtitle)
    subtitle.add_argument("--preview", type=path, metavar="FILE.png", help="only a frame with captions, of one video")
    subtitle.add_argument("--at", metavar="TIME", help="the frame of --preview: seconds, or 1:05.5")
    subtitle.set_defaults(wrong_usage=subtitle.error)
    styles = add_command(commands, "styles", "subtitling:styles", "the styles of burned-in captions")
    styles.add_argument("--item", metavar="ITEM", help="the style of this item's captioned video")
    styles.add_argument("--use", metavar="NAME", help="with --item: from now on this one")
    styles.set_defaults(wrong_usage=styles.error)
    reading_arguments.add_gate(subtitle)


def _wishes(parser: argparse.ArgumentParser) -> None:
    """What is wanted of a recording. What is not named is None, so that `queue set` changes only what is."""
    parser.add_argument("--script", type=path, metavar="FILE", help="what is said, if it is known")
    parser.add_argument("--engine", choices=_ENGINES, help="how speech becomes text")
    parser.add_argument("--model", metavar="NAME", help="a checkpoint's name, or its file")
    parser.add_argument("--language", metavar="CODE", help="id, en, or any of Whisper's; without it: detected")
    parser.add_argument("--profile", metavar="P", help="vertical, netflix-id, netflix-en, or your own")
    parser.add_argument("--format", metavar="F,...", help="srt (as a rule), vtt, ass, ttml, txt, json")
    parser.add_argument("--style", metavar="NAME", help="of burned-in captions: `siar styles` lists them")
    parser.add_argument("--preset", metavar="P", help="keep them inside its safe zone: tiktok, reels")
    flag = argparse.BooleanOptionalAction
    parser.add_argument("--burn", action=flag, help="also a video with the captions in its picture")
    parser.add_argument("--mux", action=flag, help="also a video with the captions as a track")
    parser.add_argument("--out", type=path, metavar="DIR", help="where to write (else beside each recording)")
    parser.add_argument("--force", action=flag, help="make again what is done")
    parser.add_argument(
        "--cluster", metavar="ADDRESS", help='recognise on a Dask cluster, as tcp://HOST:PORT, or "none": here'
    )


def _add_upkeep(commands: Any) -> None:
    models_arguments.add(commands)
    jobs = commands.add_parser("jobs", help="the queue of long work").add_subparsers(metavar="ACTION", required=True)
    add_command(jobs, "list", "upkeep:jobs_list", "list the jobs, the newest first")
    resume = add_command(jobs, "resume", "upkeep:jobs_resume", "go on with what was interrupted")
    resume.add_argument("job", nargs="?", type=int)
    cancel = add_command(jobs, "cancel", "upkeep:jobs_cancel", "stop a job")
    cancel.add_argument("job", type=int)
    backup = add_command(commands, "backup", "upkeep:backup", "take a verified backup of the plan")
    backup.add_argument(
        "--list", action="store_true", help="list the backups that there are, and whether they are whole"
    )
    restore = add_command(
        commands, "restore", "upkeep:restore", "bring a backup back; what is there now is backed up first"
    )
    restore.add_argument("file", type=path, metavar="FILE")


def _speech(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--engine", choices=_ENGINES, default="auto", help="how speech becomes text")
    parser.add_argument("--model", metavar="NAME", help="a checkpoint's name, or its file")
