"""`siar profiles`: the reading rules of subtitles."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from studio.actions import profiles
from studio.cli.output import note, open_for, print_json, print_table

_SAYS = {
    "chars": "characters a line, at most",
    "lines": "lines a cue, at most",
    "cps": "characters a second that read well",
    "cps_max": "characters a second, at most",
    "min_s": "seconds that a cue is shown, at least",
    "max_s": "seconds that a cue is shown, at most",
    "gap_frames": "frames between two cues, at least",
    "close_under_s": "seconds: a shorter gap is closed",
    "linger_frames": "frames that a cue may outlast its speech",
    "dash": "begins each line where two people speak in one cue",
}


def list_(args: Namespace) -> int:
    """List the profiles."""
    with open_for(args) as store:
        rows = profiles.list_profiles(store.workspace)
    if args.json:
        print_json(rows)
        return 0
    print_table(("name", "title", "line", "speed", "shown", "from"), [_cells(row) for row in rows])
    for row in rows:
        if row["problem"]:
            note(row["problem"])
    return 0


def _cells(row: dict[str, Any]) -> tuple[str, ...]:
    where = "this workspace" if row["own"] else "Siar Studio"
    if row["problem"]:
        return row["name"], "cannot be used", "", "", "", where
    return (
        row["name"],
        row["title"],
        f"{row['lines']} x {row['chars']}",
        f"{row['cps']:g} to {row['cps_max']:g} cps" if row["cps"] != row["cps_max"] else f"{row['cps']:g} cps",
        f"{row['min_s']:g} to {row['max_s']:g} s",
        where,
    )


def show(args: Namespace) -> int:
    """Show the figures of one profile."""
    with open_for(args) as store:
        row = profiles.show_profile(store.workspace, args.name)
    if args.json:
        print_json(row)
        return 0
    print(f"{row['name']}: {row['title']}\n{row['path']}\n")
    for name, says in _SAYS.items():
        if row[name] != "":
            value = f'"{row[name]}"' if isinstance(row[name], str) else f"{row[name]:g}"
            print(f"{name:14} {value:6} {says}")
    return 0


def copy(args: Namespace) -> int:
    """Copy a profile into the workspace."""
    with open_for(args) as store:
        path = profiles.copy_profile(store.workspace, args.name, args.new)
    if args.json:
        print_json({"path": str(path)})
    else:
        print(path)
    return 0
