"""`siar series ...`, `siar items repeat`: items that repeat."""

from __future__ import annotations

import re
from argparse import Namespace
from datetime import date
from typing import Any

from studio import actions
from studio.actions import series as doing
from studio.actions.scope import Scope
from studio.cli.output import open_for, print_json, print_table
from studio.errors import InvalidValue
from studio.plan.dates import format_start, parse_start
from studio.plan.fields import item_to_json
from studio.plan.item import Item
from studio.plan.recurrence import describe
from studio.plan.series import Series, day_of
from studio.store import Store

_SHOWN = 12
_EACH = re.compile(r"\s*(?:every|each|setiap|tiap)\b", re.IGNORECASE)


def repeat(args: Namespace) -> int:
    """Let an item repeat."""
    with open_for(args) as store:
        series = doing.repeat_item(store, args.item, _rule(args), numbering=args.number, today=date.today())
        item, made = actions.show_item(store, args.item), doing.occurrences_of(store, series)
        if args.json:
            print_json(series_to_json(series, made) | {"item": item_to_json(item, full=True)})
            return 0
    skipped = f", {len(series.skipped)} skipped" if series.skipped else ""
    said = describe(series.rule, series.start, "en")
    print(f"“{item.title}” repeats {said}. {len(made)} are on the calendar{skipped}:")
    print_table(("id", "start", "title"), [_row(one) for one in made[:_SHOWN]])
    if len(made) > _SHOWN:
        print(f"... and {len(made) - _SHOWN} more (siar series show {series.id})")
    return 0


def _rule(args: Namespace) -> str:
    rule = str(args.rule) if args.rule else " ".join(args.every)
    if not args.rule and not _EACH.match(rule):
        rule = f"every {rule}"
    if (args.until or args.count is not None) and ("UNTIL=" in rule.upper() or "COUNT=" in rule.upper()):
        raise InvalidValue("The rule has an end already", "Leave --until and --count out")
    if args.until:
        last = parse_start(args.until)
        if last is None:
            raise InvalidValue("No last day was given", "Write it as 2026-12-31")
        return f"{rule};UNTIL={day_of(last):%Y%m%d}" if "=" in rule else f"{rule} until {day_of(last)}"
    if args.count is not None:
        if args.count < 1:
            raise InvalidValue(f"An item cannot repeat {args.count} times", "Give --count a number from 1")
        return f"{rule};COUNT={args.count}" if "=" in rule else f"{rule} {args.count} times"
    return rule


def list_(args: Namespace) -> int:
    """List the series."""
    with open_for(args) as store:
        doing.keep_ahead(store, date.today())
        every = [(series, doing.occurrences_of(store, series)) for series in doing.list_series(store)]
    if args.json:
        print_json([series_to_json(series, items) for series, items in every])
    elif every:
        cells = [(one.id, one.name, describe(one.rule, one.start, "en"), _next(items)) for one, items in every]
        print_table(("id", "name", "repeats", "next"), cells)
    else:
        print("Nothing repeats. Let an item do so: siar items repeat ID --every week")
    return 0


def show(args: Namespace) -> int:
    """Show a series with its occurrences."""
    with open_for(args) as store:
        doing.keep_ahead(store, date.today())
        series = doing.show_series(store, args.series)
        items = doing.occurrences_of(store, series)
    if args.json:
        told = series_to_json(series, items)
        print_json(told | {"items": [item_to_json(item, full=True) for item in items]})
        return 0
    print(f"{series.name}: {describe(series.rule, series.start, 'en')} ({series.rule})")
    print_table(("id", "start", "title"), [_row(item) for item in items])
    for start in series.skipped:
        print(f"skipped: {_when(start)}")
    return 0


def stop(args: Namespace) -> int:
    """End a series."""
    with open_for(args) as store:
        series = doing.show_series(store, args.series)
        last = day_of(parse_start(args.after) or date.today()) if args.after else date.today()
        stopped = doing.stop_repeating(store, series.uid, last)
    if args.json:
        print_json({"uid": series.uid, "last": str(last), "removed": stopped.removed, "kept": stopped.kept})
        return 0
    print(f"“{series.name}” ends with {last}. {stopped.removed} later ones were removed (siar undo brings them back).")
    if stopped.kept:
        print(f"{stopped.kept} later ones stay as items of their own, because somebody worked on them.")
    return 0


def extend(args: Namespace) -> int:
    """Plan further ahead."""
    last = parse_start(args.until) if args.until else None
    with open_for(args) as store:
        made = doing.extend_all(store, date.today(), day_of(last) if last else None)
    if args.json:
        print_json({"made": made})
    else:
        print(f"{made} new on the calendar." if made else "Everything is on the calendar already.")
    return 0


def skip(args: Namespace) -> int:
    """Skip one occurrence."""
    with open_for(args) as store:
        item = actions.show_item(store, args.item)
        if doing.series_of(store, item) is None:
            raise InvalidValue(f"“{item.title}” does not repeat", f"Remove it with `siar items remove {item.id}`")
        actions.remove_item(store, item.id)
    if args.json:
        print_json(item_to_json(item, full=True))
    else:
        print(f"Skipped {item.id}: {item.title}, {_when(item.start)} (siar undo brings it back)")
    return 0


def series_to_json(series: Series, items: list[Item]) -> dict[str, Any]:
    """A series under the keys of `siar series list --json`; `items` are its stored occurrences."""
    return {
        "id": series.id,
        "uid": series.uid,
        "name": series.name,
        "title": series.pattern.title,
        "rule": series.rule,
        "repeats": describe(series.rule, series.start, "en"),
        "start": format_start(series.start),
        "zone": series.pattern.zone,
        "episode": series.pattern.episode,
        "skipped": [format_start(start) for start in series.skipped],
        "made_until": str(series.made_until) if series.made_until else None,
        "occurrences": [item.id for item in items],
    }


def scope_of(args: Namespace, store: Store, item: Item) -> Scope:
    """The scope that a command names; one for more than this item is refused where the item does not repeat."""
    scope = Scope(args.scope)
    if scope is not Scope.THIS and doing.series_of(store, item) is None:
        raise InvalidValue(f"“{item.title}” does not repeat", "Leave --scope out")
    return scope


def _next(items: list[Item]) -> str:
    coming = [item for item in items if item.day is not None and item.day >= date.today()]
    return _when(min(coming, key=lambda item: str(item.start)).start) if coming else "over"


def _row(item: Item) -> tuple[object, ...]:
    return item.id, _when(item.start), item.title


def _when(start: Any) -> str:
    return (format_start(start) or "no date").replace("T", " ")
