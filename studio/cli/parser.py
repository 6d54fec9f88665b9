"""The command line: names, flags and help; nothing that a command needs is imported before it runs."""

from __future__ import annotations

import argparse
import importlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from studio import __version__

_FIELDS = (
    *("zone", "stage", "language", "owner", "host", "platforms", "campaign", "series", "episode", "audience"),
    *("learning-goal", "products", "links", "tags", "notes", "recording"),
    *("script-template", "thumbnail-template", "deck-template"),
)
_ENGINES = ("auto", "script", "fast", "whisper")


def _command(dotted: str) -> Callable[[argparse.Namespace], int]:
    """A function that imports "module:function" of studio.cli only when it is called."""

    def run(args: argparse.Namespace) -> int:
        module, _, name = dotted.partition(":")
        code: int = getattr(importlib.import_module(f"studio.cli.{module}"), name)(args)
        return code

    return run


def _path(text: str) -> Path:
    try:
        return Path(text).expanduser()
    except RuntimeError:  # "~name" of nobody on this computer
        return Path(text)


def _assignment(text: str) -> str:
    name, equals, _ = text.partition("=")
    if not (equals and name.strip()):
        raise argparse.ArgumentTypeError(f'"{text}" has no value: write it as NAME=VALUE, such as title="Cahaya bagus"')
    return text


def _names(text: str) -> tuple[str, ...]:
    names = tuple(name.strip().lower() for name in text.split(",") if name.strip())
    if not names:
        raise argparse.ArgumentTypeError("it names nothing")
    return names


def build_parser() -> argparse.ArgumentParser:
    """The whole command line."""
    parser = argparse.ArgumentParser(
        prog="siar",
        description="Plan creator lessons, write their scripts, subtitle recordings, export decks.",
        epilog="Start with `siar demo`. The window: `siar ui`.",
    )
    parser.add_argument("--version", action="version", version=f"siar {__version__}")
    parser.add_argument(
        "--workspace", type=_path, metavar="DIR", help="the workspace (else $SIAR_WORKSPACE, else ~/Siar)"
    )
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    _add_start(commands)
    _add_plan(commands)
    _add_making(commands)
    _add_subtitle(commands)
    _add_upkeep(commands)
    return parser


def _add(commands: Any, name: str, dotted: str, help_: str, *, json: bool = True) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(
        name, help=help_, description=help_[0].upper() + help_[1:] + "."
    )
    if json:
        parser.add_argument("--json", action="store_true", help="print one JSON document")
    parser.set_defaults(run=_command(dotted))
    return parser


def _add_start(commands: Any) -> None:
    demo = _add(
        commands, "demo", "starting:demo", "build a sample workspace, and produce a video and a live session in it"
    )
    demo.add_argument("--out", type=_path, metavar="DIR", help="where to build it (else ~/Siar-demo)")
    demo.add_argument("--no-window", action="store_true", help="do not open the window afterwards")
    demo.add_argument("--engine", choices=_ENGINES, default="auto", help="how the clip is recognised")
    ui = _add(commands, "ui", "starting:ui", "open the window", json=False)
    ui.add_argument("--item", type=int, metavar="ITEM", help="with this item open")
    _add(commands, "doctor", "starting:doctor", "look whether everything that the program needs is there")


def _add_plan(commands: Any) -> None:
    items = commands.add_parser("items", help="the plan: add, list, show, set, move, remove").add_subparsers(
        metavar="ACTION", required=True
    )
    add = _add(items, "add", "items:add", "add an item to the plan")
    add.add_argument("title")
    add.add_argument("--kind", choices=("video", "live"), default="video")
    add.add_argument(
        "--start", metavar="S", help='"2026-12-01T19:00", or "2026-12-01" for all day; without it: undated'
    )
    add.add_argument("--duration-min", metavar="MIN")
    for field in _FIELDS:
        add.add_argument(f"--{field}", metavar=field.rpartition("-")[2].upper())
    listing = _add(items, "list", "items:list_", "list the items, by start")
    listing.add_argument("--from", dest="first", metavar="DAY", help="the first day, such as 2026-12-01")
    listing.add_argument("--to", dest="last", metavar="DAY", help="the last day")
    for field in ("kind", "stage", "owner"):
        listing.add_argument(f"--{field}")
    listing.add_argument("--text", default="", help="only titles with this in them")
    _item(_add(items, "show", "items:show", "show an item with all its fields"))
    change = _add(items, "set", "items:set_", "change fields of an item")
    _item(change)
    change.add_argument("fields", nargs="+", type=_assignment, metavar="FIELD=VALUE")
    move = _add(items, "move", "items:move", "give an item another start")
    _item(move)
    move.add_argument("start", metavar="START", help='"2026-12-01T19:00", "2026-12-01", or "none" for no date')
    _item(_add(items, "remove", "items:remove", "take an item off the plan (undo brings it back)"))
    _add(commands, "undo", "items:undo", "take the last change of the plan back")
    _add(commands, "redo", "items:redo", "do again what was undone last")


def _add_making(commands: Any) -> None:
    script = _add(commands, "script", "making:script", "write an item's script from a template")
    _item(script)
    script.add_argument("--template", metavar="T", help="a template's name")
    script.add_argument(
        "--set",
        action="append",
        default=[],
        type=_assignment,
        metavar="KEY=VALUE",
        help="answer a question of the template; @FILE takes the answer from a file",
    )
    script.add_argument("--out", type=_path, metavar="FILE", help="a copy as .md, .docx or .txt")
    thumbnail = _add(commands, "thumbnail", "making:thumbnail", "make an item's thumbnails")
    _item(thumbnail)
    thumbnail.add_argument("--template", metavar="T")
    thumbnail.add_argument(
        "--preset", metavar="P,...", type=_names, default="tiktok,youtube", help="tiktok, reels, youtube, square"
    )
    thumbnail.add_argument("--out", type=_path, metavar="DIR", help="a folder for copies")
    sheet = _add(commands, "thumbnails", "making:thumbnails", "make thumbnails for every row of a sheet")
    sheet.add_argument("sheet", type=_path, metavar="SHEET", help=".csv or .xlsx with a column for each layer's text")
    sheet.add_argument("--template", metavar="T", default="")
    sheet.add_argument("--preset", metavar="P,...", type=_names, default="tiktok,youtube")
    sheet.add_argument("--out", type=_path, metavar="DIR", required=True)
    deck = _add(commands, "deck", "making:deck", "make a live session's deck (.pptx)")
    _item(deck)
    deck.add_argument("--template", metavar="T")
    deck.add_argument("--out", type=_path, metavar="FILE", help="a copy of the deck")
    for parser in (script, thumbnail, deck):
        parser.add_argument("--force", action="store_true", help="make it again; what you edited is kept beside")
    ready = _add(commands, "ready", "making:ready", "how far the items are, with the evidence")
    ready.add_argument("item", nargs="?", metavar="ITEM")
    produce = _add(commands, "produce", "making:produce", "make what is missing or stale")
    # "Items or --due" is more than argparse can say itself.
    produce.set_defaults(wrong_usage=produce.error)
    produce.add_argument("items", nargs="*", metavar="ITEM")
    produce.add_argument("--due", type=int, metavar="DAYS", help="all items of the next DAYS days")
    produce.add_argument("--step", action="append", default=[], help="only this step, and what it needs")
    produce.add_argument("--force", action="store_true", help="make them again; what you edited is kept beside")
    _speech(produce)


def _add_subtitle(commands: Any) -> None:
    subtitle = _add(commands, "subtitle", "subtitling:subtitle", "subtitle recordings: files and folders")
    subtitle.add_argument("paths", nargs="+", type=_path, metavar="PATH")
    subtitle.add_argument("--script", type=_path, metavar="FILE", help="what is said, if it is known")
    _speech(subtitle)
    subtitle.add_argument("--language", metavar="CODE", help="id, en, or any of Whisper's; without it: detected")
    subtitle.add_argument("--profile", metavar="P", help="vertical, netflix-id, netflix-en, or your own")
    subtitle.add_argument("--format", default="srt", metavar="F,...", help="srt, vtt, ass, txt, json")
    subtitle.add_argument("--burn", action="store_true", help="also a video with the captions in its picture")
    subtitle.add_argument("--mux", action="store_true", help="also a video with the captions as a track")
    subtitle.add_argument("--out", type=_path, metavar="DIR", help="where to write (else beside each recording)")
    subtitle.add_argument("--force", action="store_true", help="make again what is done")


def _add_upkeep(commands: Any) -> None:
    models = commands.add_parser("models", help="the speech checkpoints").add_subparsers(
        metavar="ACTION", required=True
    )
    _add(models, "list", "upkeep:models_list", "list the checkpoints, installed or not")
    for name, help_ in (
        ("get", "download a checkpoint; it goes on where it was cut off"),
        ("add", "install a checkpoint from a file"),
        ("check", "look whether the installed checkpoints are whole"),
        ("remove", "remove an installed checkpoint"),
    ):
        parser = _add(models, name, f"upkeep:models_{name}", help_)
        metavar = "FILE" if name == "add" else "NAME"
        parser.add_argument("name", metavar=metavar, nargs="?" if name == "check" else None)
    jobs = commands.add_parser("jobs", help="the queue of long work").add_subparsers(metavar="ACTION", required=True)
    _add(jobs, "list", "upkeep:jobs_list", "list the jobs, the newest first")
    resume = _add(jobs, "resume", "upkeep:jobs_resume", "go on with what was interrupted")
    resume.add_argument("job", nargs="?", type=int)
    cancel = _add(jobs, "cancel", "upkeep:jobs_cancel", "stop a job")
    cancel.add_argument("job", type=int)
    _add(commands, "backup", "upkeep:backup", "take a verified backup of the plan")
    restore = _add(commands, "restore", "upkeep:restore", "bring a backup back; what is there now is backed up first")
    restore.add_argument("file", type=_path, metavar="FILE")


def _item(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("item", metavar="ITEM", help="its number, or its uid")


def _speech(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--engine", choices=_ENGINES, default="auto", help="how speech becomes text")
    parser.add_argument("--model", metavar="NAME", help="a checkpoint's name, or its file")
