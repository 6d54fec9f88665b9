"""The arguments of the commands on days, conflicts and lead times."""

from __future__ import annotations

import argparse
from typing import Any

from studio.cli.arguments import add_command, assignment

_WHICH = "an own day by its number, or a mark of the program by its key (both as `siar days list` shows them)"


def add(commands: Any) -> None:
    """Add them."""
    _add_days(commands)
    conflicts = add_command(commands, "conflicts", "planning:conflicts", "what clashes: hosts, studios, live sessions")
    _range(conflicts, "the first day, such as 2026-12-01 (without it: from the beginning)")
    schedule = add_command(commands, "schedule", "planning:schedule", "when each step is due, and what is late")
    schedule.add_argument("item", nargs="?", metavar="ITEM", help="its number, or its uid (else those of four weeks)")
    _range(schedule, "the first publishing day (without it: today)")
    schedule.add_argument("--today", metavar="DAY", help="look at it as if it were this day")
    lead = add_command(
        commands, "lead-times", "planning:lead_times", "how many working days before publishing a step is due"
    )
    lead.add_argument(
        "changes", nargs="*", type=assignment, metavar="STEP=DAYS", help="such as script=5; none for no due day"
    )
    lead.add_argument("--kind", choices=("video", "live"), help="for this kind of item alone")


def _add_days(commands: Any) -> None:
    days = commands.add_parser("days", help="the marked days: holidays, sales, payday, and your own").add_subparsers(
        metavar="ACTION", required=True
    )
    listing = add_command(days, "list", "days:list_", "list the marked days")
    _range(listing, "the first day (without it: today)")
    listing.add_argument("--language", choices=("id", "en"), default="id", help="of the names")
    listing.add_argument("--own", action="store_true", help="only what you marked, changed or hid yourself")
    adding = add_command(days, "add", "days:add", "mark days of your own")
    adding.add_argument("name", metavar="NAME")
    adding.add_argument("--first", required=True, metavar="DAY", help="such as 2026-12-28")
    adding.add_argument("--last", metavar="DAY", help="without it: the first day alone")
    adding.add_argument(
        "--kind",
        default="blackout",
        choices=("blackout", "campaign", "holiday", "joint-leave"),
        help="blackout: nobody works, and nothing should go out; campaign: a push",
    )
    changing = add_command(days, "set", "days:set_", "change an own day, or rename or move a mark of the program")
    changing.add_argument("which", metavar="WHICH", help=_WHICH)
    changing.add_argument("fields", nargs="+", type=assignment, metavar="FIELD=VALUE", help="name, first, last, kind")
    for name, says in (
        ("remove", "take an own day away, or what you made of a mark of the program"),
        ("hide", "do not show a mark of the program"),
        ("show", "show a hidden mark again"),
    ):
        add_command(days, name, f"days:{name}", says).add_argument("which", metavar="WHICH", help=_WHICH)
    settings = add_command(days, "settings", "days:settings", "which kinds of days are marked, and when")
    settings.add_argument(
        "changes",
        nargs="*",
        type=assignment,
        metavar="SETTING=VALUE",
        help="payday=25-31, double-dates=9,10,11,12, sales=Harbolnas 12-10..12-12, hidden=payday, weekend=sat,sun; "
        "each may be none",
    )


def _range(parser: argparse.ArgumentParser, first: str) -> None:
    parser.add_argument("--from", dest="first", metavar="DAY", help=first)
    parser.add_argument("--to", dest="last", metavar="DAY", help="the last day")
