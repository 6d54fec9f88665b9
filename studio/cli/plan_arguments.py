"""The arguments of the commands on the plan: items, series, views, undo, redo."""

from __future__ import annotations

import argparse
from typing import Any

from studio.cli.arguments import add_command, add_item_argument, assignment

_FIELDS = (
    *("zone", "stage", "language", "owner", "host", "studio", "platforms", "campaign", "series", "episode", "audience"),
    *("learning-goal", "products", "links", "tags", "notes", "recording"),
    *("script-template", "thumbnail-template", "deck-template"),
)


FILTER_FLAGS = ("kind", "stage", "owner", "host", "studio", "platform", "campaign", "series", "language", "tag")
_RULE = 'words such as "weekly", "last working day", "setiap Rabu", or FREQ=WEEKLY;BYDAY=WE'
_SCOPE = "of an item that repeats: only this one (without it), this and the following ones, or all"


def add(commands: Any) -> None:
    """Add them."""
    items = commands.add_parser(
        "items", help="the plan: add, list, show, set, move, repeat, skip, remove"
    ).add_subparsers(metavar="ACTION", required=True)
    _add_reading(items)
    _add_changing(items)
    _add_repeating(items, commands)
    _add_views(commands)
    add_command(commands, "undo", "items:undo", "take the last change of the plan back")
    add_command(commands, "redo", "items:redo", "do again what was undone last")


def _add_reading(items: Any) -> None:
    listing = add_command(items, "list", "items:list_", "list the items, by start")
    listing.add_argument("--from", dest="first", metavar="DAY", help="the first day, such as 2026-12-01")
    listing.add_argument("--to", dest="last", metavar="DAY", help="the last day")
    listing.add_argument("--text", default="", help="only titles with this in them")
    listing.add_argument("--view", metavar="NAME", help="only what a saved view shows")
    add_filter_flags(listing)
    add_item_argument(add_command(items, "show", "items:show", "show an item with all its fields"))


def _add_changing(items: Any) -> None:
    add = add_command(items, "add", "items:add", "add an item to the plan")
    add.add_argument("title")
    add.add_argument("--kind", choices=("video", "live"), default="video")
    add.add_argument(
        "--start", metavar="S", help='"2026-12-01T19:00", or "2026-12-01" for all day; without it: undated'
    )
    add.add_argument("--duration-min", metavar="MIN")
    for field in _FIELDS:
        add.add_argument(f"--{field}", metavar=field.rpartition("-")[2].upper())
    change = add_command(items, "set", "items:set_", "change fields of an item")
    add_item_argument(change)
    change.add_argument("fields", nargs="+", type=assignment, metavar="FIELD=VALUE")
    move = add_command(items, "move", "items:move", "give an item another start")
    add_item_argument(move)
    move.add_argument("start", metavar="START", help='"2026-12-01T19:00", "2026-12-01", or "none" for no date')
    remove = add_command(items, "remove", "items:remove", "take an item off the plan (undo brings it back)")
    add_item_argument(remove)
    for parser in (change, move, remove):
        parser.add_argument("--scope", choices=("this", "following", "all"), default="this", help=_SCOPE)


def _add_repeating(items: Any, commands: Any) -> None:
    repeat = add_command(items, "repeat", "series:repeat", "let an item repeat, or change how it repeats from there on")
    add_item_argument(repeat)
    how = repeat.add_mutually_exclusive_group(required=True)
    how.add_argument("--rule", metavar="RULE", help=_RULE)
    how.add_argument("--every", nargs="+", metavar="WORD", help='"week", "2 weeks", "Wednesday", "month"')
    end = repeat.add_mutually_exclusive_group()
    end.add_argument("--until", metavar="DAY", help="the last day, such as 2026-12-31")
    end.add_argument("--count", type=int, metavar="N", help="how many times")
    repeat.add_argument(
        "--number", action=argparse.BooleanOptionalAction, help="number the episodes, in their titles too"
    )
    skip = add_command(items, "skip", "series:skip", "leave one occurrence out; the rest stays (undo brings it back)")
    add_item_argument(skip)
    series = commands.add_parser("series", help="the items that repeat: list, show, stop, extend").add_subparsers(
        metavar="ACTION", required=True
    )
    add_command(series, "list", "series:list_", "list the series")
    show = add_command(series, "show", "series:show", "show a series with its occurrences")
    stop = add_command(series, "stop", "series:stop", "end a series; what is over and what you worked on stays")
    for parser in (show, stop):
        parser.add_argument("series", metavar="SERIES", help="its number, name or uid")
    stop.add_argument("--after", metavar="DAY", help="the last day that stays (without it: today)")
    extend = add_command(series, "extend", "series:extend", "put the next occurrences on the calendar")
    extend.add_argument("--until", metavar="DAY", help="to this day (without it: 12 weeks ahead)")


def _add_views(commands: Any) -> None:
    views = commands.add_parser("views", help="filters under a name: list, save, rename, remove").add_subparsers(
        metavar="ACTION", required=True
    )
    add_command(views, "list", "views:list_", "list the saved views")
    save = add_command(views, "save", "views:save", "save a filter under a name, for the window too")
    save.add_argument("name", metavar="NAME")
    add_filter_flags(save)
    rename = add_command(views, "rename", "views:rename", "give a saved view another name")
    rename.add_argument("name", metavar="NAME")
    rename.add_argument("new", metavar="NEW")
    remove = add_command(views, "remove", "views:remove", "forget a saved view (undo brings it back)")
    remove.add_argument("name", metavar="NAME")


def add_filter_flags(parser: argparse.ArgumentParser) -> None:
    """The flags that choose items; each of FILTER_FLAGS takes several names, separated by commas."""
    for flag in FILTER_FLAGS:
        parser.add_argument(f"--{flag}", metavar="NAME,...", default="", help=f"only items of this {flag}")
    parser.add_argument("--search", metavar="WORDS", default="", help="only items that hold all these words, anywhere")
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--readiness", choices=("ready", "part", "none", "late"), default="", help="how far its files are")
    for short, meaning in (("ready", "only what is ready"), ("late", "only what has a step that should be done")):
        how.add_argument(f"--{short}", dest="readiness", action="store_const", const=short, help=meaning)
