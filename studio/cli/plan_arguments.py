"""The arguments of the commands on the plan: items, undo, redo."""

from __future__ import annotations

from typing import Any

from studio.cli.arguments import add_command, add_item_argument, assignment

_FIELDS = (
    *("zone", "stage", "language", "owner", "host", "studio", "platforms", "campaign", "series", "episode", "audience"),
    *("learning-goal", "products", "links", "tags", "notes", "recording"),
    *("script-template", "thumbnail-template", "deck-template"),
)


def add(commands: Any) -> None:
    """Add them."""
    items = commands.add_parser("items", help="the plan: add, list, show, set, move, remove").add_subparsers(
        metavar="ACTION", required=True
    )
    add = add_command(items, "add", "items:add", "add an item to the plan")
    add.add_argument("title")
    add.add_argument("--kind", choices=("video", "live"), default="video")
    add.add_argument(
        "--start", metavar="S", help='"2026-12-01T19:00", or "2026-12-01" for all day; without it: undated'
    )
    add.add_argument("--duration-min", metavar="MIN")
    for field in _FIELDS:
        add.add_argument(f"--{field}", metavar=field.rpartition("-")[2].upper())
    listing = add_command(items, "list", "items:list_", "list the items, by start")
    listing.add_argument("--from", dest="first", metavar="DAY", help="the first day, such as 2026-12-01")
    listing.add_argument("--to", dest="last", metavar="DAY", help="the last day")
    for field in ("kind", "stage", "owner"):
        listing.add_argument(f"--{field}")
    listing.add_argument("--text", default="", help="only titles with this in them")
    add_item_argument(add_command(items, "show", "items:show", "show an item with all its fields"))
    change = add_command(items, "set", "items:set_", "change fields of an item")
    add_item_argument(change)
    change.add_argument("fields", nargs="+", type=assignment, metavar="FIELD=VALUE")
    move = add_command(items, "move", "items:move", "give an item another start")
    add_item_argument(move)
    move.add_argument("start", metavar="START", help='"2026-12-01T19:00", "2026-12-01", or "none" for no date')
    add_item_argument(add_command(items, "remove", "items:remove", "take an item off the plan (undo brings it back)"))
    add_command(commands, "undo", "items:undo", "take the last change of the plan back")
    add_command(commands, "redo", "items:redo", "do again what was undone last")
