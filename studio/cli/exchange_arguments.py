"""The flags of `siar import` and `siar export`."""

from __future__ import annotations

from typing import Any

from studio.cli.arguments import add_command, path

# Each flag with the filter's field that it fills; a flag takes several names, separated by commas.
FILTERS = {
    "kind": "kinds", "stage": "stages", "owner": "owners", "host": "hosts", "platform": "platforms",
    "campaign": "campaigns", "series": "series", "studio": "studios", "tag": "tags",
}  # fmt: skip


def add(commands: Any) -> None:
    """Add the commands that exchange the plan with other programs."""
    taking = add_command(
        commands, "import", "exchange:import_", "show what a calendar or sheet would change in the plan; take it over"
    )
    taking.add_argument("file", type=path, metavar="FILE", help=".ics, .xlsx or .csv, ours or any other")
    taking.add_argument("--apply", action="store_true", help="take it over (a backup is made; siar undo takes it back)")
    taking.add_argument("--sheet", metavar="NAME", help="the sheet of a workbook, where it is not the first that fits")
    giving = add_command(commands, "export", "exchange:export", "write the plan as a calendar or sheet")
    giving.add_argument("file", type=path, metavar="FILE", help=".ics, .xlsx or .csv")
    giving.add_argument("--from", dest="first", metavar="DAY", help="the first day, such as 2026-12-01")
    giving.add_argument("--to", dest="last", metavar="DAY", help="the last day")
    for flag in FILTERS:
        giving.add_argument(f"--{flag}", metavar="NAME,...", default="", help=f"only items of this {flag}")
    giving.add_argument("--text", default="", help="only items with these words in them")
    giving.add_argument("--view", metavar="NAME", help="only what a saved view shows")
    giving.add_argument("--language", choices=("id", "en"), default="id", help="of a sheet's headings")
