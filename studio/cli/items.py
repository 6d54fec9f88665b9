"""`siar items ...`, `siar undo`, `siar redo`."""

from __future__ import annotations

from argparse import Namespace
from datetime import date

from studio import actions
from studio.actions import planning
from studio.actions.finding import find_items
from studio.actions.series import keep_ahead
from studio.cli.day_range import day_range
from studio.cli.filtering import filter_of
from studio.cli.output import open_for, print_json, print_table
from studio.cli.series import scope_of
from studio.plan.fields import item_to_json, parse_assignment
from studio.plan.item import Item
from studio.store import Store

_FIELDS = (
    *("kind", "start", "duration_min", "zone", "stage", "language", "owner", "host", "studio", "platforms", "campaign"),
    *("series", "episode", "audience", "learning_goal", "products", "links", "tags", "notes", "recording"),
    *("script_template", "thumbnail_template", "deck_template"),
)


def add(args: Namespace) -> int:
    """Add an item."""
    with open_for(args) as store:
        item = actions.add_item(store, args.title, **{name: getattr(args, name) for name in _FIELDS})
        return _tell(store, item, f"Added {item.id}: {item.title}", as_json=args.json)


def list_(args: Namespace) -> int:
    """List items."""
    first, last = day_range(args.first, args.last)
    with open_for(args) as store:
        keep_ahead(store, date.today())
        wanted = filter_of(store, args)
        found = [
            item
            for item in find_items(store, wanted, first=first, last=last)
            if args.text.casefold() in item.title.casefold()
        ]
        reports = actions.reports(store, found)
        late = planning.late_among(store, ((item, reports[item.id]) for item in found), date.today())
        if wanted.readiness:
            found = [item for item in found if wanted.matches(item, reports[item.id].score, late=item.id in late)]
        rows = [item_to_json(item, readiness=reports[item.id].score) | {"at_risk": item.id in late} for item in found]
        searched = not wanted.is_empty or args.text or first or last
    if args.json:
        print_json(rows)
    elif not rows and searched:
        print("No items are like that.")
    elif not rows:
        print('No items. Add one: siar items add "Cahaya bagus, modal murah" --start 2026-12-08T12:00')
    else:
        cells = [
            (
                row["id"],
                (row["start"] or "no date").replace("T", " "),
                row["kind"],
                row["stage"],
                f"{row['readiness']:.0%}{', late' if row['at_risk'] else ''}",
                row["title"],
            )
            for row in rows
        ]
        print_table(("id", "start", "kind", "stage", "ready", "title"), cells)
    return 0


def show(args: Namespace) -> int:
    """Show one item."""
    with open_for(args) as store:
        item = actions.show_item(store, args.item)
        return _tell(store, item, None, as_json=args.json)


def set_(args: Namespace) -> int:
    """Change fields of an item."""
    fields = dict(parse_assignment(text) for text in args.fields)
    with open_for(args) as store:
        item = actions.show_item(store, args.item)
        item = actions.set_fields(store, item.id, fields, scope_of(args, store, item))
        return _tell(store, item, f"Changed {item.id}: {item.title}", as_json=args.json)


def move(args: Namespace) -> int:
    """Move an item."""
    start = "" if args.start.strip().lower() in ("none", "-") else args.start
    with open_for(args) as store:
        item = actions.show_item(store, args.item)
        item = actions.move_item(store, item.id, start, scope_of(args, store, item))
        when = item_to_json(item)["start"] or "no date"
        return _tell(store, item, f"Moved {item.id}: {item.title} to {when}", as_json=args.json)


def remove(args: Namespace) -> int:
    """Remove an item."""
    with open_for(args) as store:
        item = actions.show_item(store, args.item)
        actions.remove_item(store, item.id, scope_of(args, store, item))
    if args.json:
        print_json(item_to_json(item, full=True))
    else:
        print(f"Removed {item.id}: {item.title} (siar undo brings it back)")
    return 0


def undo(args: Namespace) -> int:
    """Undo."""
    with open_for(args) as store:
        label = actions.undo(store)
    return _said("undone", label, as_json=args.json)


def redo(args: Namespace) -> int:
    """Redo."""
    with open_for(args) as store:
        label = actions.redo(store)
    return _said("redone", label, as_json=args.json)


def _said(what: str, label: str, *, as_json: bool) -> int:
    if as_json:
        print_json({what: label})
    else:
        print(f"{what.capitalize()}: {label}")
    return 0


def _tell(store: Store, item: Item, sentence: str | None, *, as_json: bool) -> int:
    if as_json:
        print_json(item_to_json(item, full=True, readiness=actions.readiness(store, item).score))
    elif sentence:
        print(sentence)
    else:
        for name, value in item_to_json(item, full=True, readiness=actions.readiness(store, item).score).items():
            if value not in (None, "", [], {}):
                print(f"{name:15} {', '.join(map(str, value)) if isinstance(value, list) else value}")
    return 0
