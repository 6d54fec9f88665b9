"""The arguments of `siar queue`: recordings that wait for their subtitles, and folders that are watched."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Callable
from typing import Any

from studio.cli.arguments import add_command, path


def add(commands: Any, wishes: Callable[[ArgumentParser], None]) -> None:
    """Add `queue`; `wishes` adds the options that say what is wanted of a recording, as `siar subtitle` has them."""
    queue = commands.add_parser("queue", help="recordings that wait for their subtitles").add_subparsers(
        metavar="ACTION", required=True
    )
    adding = add_command(queue, "add", "queue:add", "put recordings at the end: files, folders, an item's")
    adding.add_argument("paths", nargs="*", type=path, metavar="PATH")
    adding.add_argument("--item", action="append", default=[], metavar="ITEM", help="the recording of this item")
    wishes(adding)
    adding.set_defaults(wrong_usage=adding.error)
    add_command(queue, "list", "queue:list_", "list the queue, with time left")
    add_command(queue, "run", "queue:run", "work on the queue until nothing waits; goes on where it was cut off")
    add_command(queue, "pause", "queue:pause", "hold the queue; what was heard stays")
    add_command(queue, "resume", "queue:run", "let the queue go on")
    setting = add_command(queue, "set", "queue:set_", "give recordings other options; only those named change")
    _ids(setting)
    wishes(setting)
    ordering = add_command(queue, "order", "queue:order", "let a recording stand elsewhere")
    ordering.add_argument("id", type=int, metavar="ID")
    ordering.add_argument("position", type=int, metavar="POSITION", help="1 is the first")
    _ids(add_command(queue, "cancel", "queue:cancel", "stop recordings; they stay in the list"))
    retrying = add_command(queue, "retry", "queue:retry", "let recordings wait again; without ID, all that failed")
    retrying.add_argument("ids", nargs="*", type=int, metavar="ID")
    _ids(add_command(queue, "remove", "queue:remove", "take recordings out of the queue; their files stay"))
    clearing = add_command(queue, "clear", "queue:clear", "take out what is done")
    clearing.add_argument("--all", action="store_true", help="all that does not run")
    watching = add_command(queue, "watch", "queue_watch:watch", "subtitle what is copied into a folder, as it comes")
    watching.add_argument("folder", nargs="?", type=path, metavar="DIR", help="(else those that are watched already)")
    watching.add_argument("--once", action="store_true", help="take what is there now, and end")
    watching.add_argument("--list", action="store_true", help="list the watched folders")
    watching.add_argument("--stop", action="store_true", help="watch DIR no more")
    wishes(watching)
    watching.set_defaults(wrong_usage=watching.error)


def _ids(parser: ArgumentParser) -> None:
    parser.add_argument("ids", nargs="+", type=int, metavar="ID")
