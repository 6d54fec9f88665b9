"""`siar views ...`: filters that were saved under a name."""

from __future__ import annotations

from argparse import Namespace

from studio.actions import finding
from studio.cli.filtering import filter_of, in_words
from studio.cli.output import open_for, print_json, print_table


def list_(args: Namespace) -> int:
    """List the saved views."""
    with open_for(args) as store:
        views = finding.saved_views(store)
    if args.json:
        print_json({name: wanted.to_json() for name, wanted in views.items()})
    elif views:
        print_table(("name", "shows"), [(name, in_words(wanted)) for name, wanted in views.items()])
    else:
        print('No saved views. Save one: siar views save "Live of Sari" --kind live --owner Sari')
    return 0


def save(args: Namespace) -> int:
    """Save a view."""
    with open_for(args) as store:
        wanted = filter_of(store, args)
        name = finding.save_view(store, args.name, wanted)
    if args.json:
        print_json({name: wanted.to_json()})
    else:
        print(f"Saved “{name}”: {in_words(wanted)} (siar items list --view “{name}”)")
    return 0


def rename(args: Namespace) -> int:
    """Give a view another name."""
    with open_for(args) as store:
        name = finding.rename_view(store, args.name, args.new)
    if args.json:
        print_json({"renamed": args.name, "name": name})
    else:
        print(f"“{args.name}” is now “{name}”")
    return 0


def remove(args: Namespace) -> int:
    """Forget a view."""
    with open_for(args) as store:
        finding.remove_view(store, args.name)
    if args.json:
        print_json({"removed": args.name})
    else:
        print(f"Removed the view “{args.name}” (siar undo brings it back)")
    return 0
