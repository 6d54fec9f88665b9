"""`siar days ...`: the marked days, and which are marked."""

from __future__ import annotations

import re
from argparse import Namespace
from datetime import date, timedelta

from studio.actions import planning
from studio.cli.day_range import days_from
from studio.cli.output import open_for, print_json, print_table
from studio.errors import InvalidValue, NotFound
from studio.plan.commerce import Day, Run
from studio.plan.commerce_fields import (
    commerce_to_json,
    day_to_json,
    days_text,
    mark_to_json,
    set_commerce_field,
)
from studio.store import Store

_WEEKS = timedelta(weeks=12)


def list_(args: Namespace) -> int:
    """List marked days."""
    first, last = days_from(args.first, args.last, date.today(), _WEEKS)
    with open_for(args) as store:
        team = planning.rules(store)
    silent = team.not_announced(first, last)
    if args.json:
        found = team.marks(first, last, args.language)
        days = [{"day": str(day), "marks": [mark_to_json(mark) for mark in of_day]} for day, of_day in found.items()]
        own = [day_to_json(day) for day in team.days]
        print_json({"from": str(first), "to": str(last), "days": days, "own": own, "not_announced": silent})
        return 0
    if args.own:
        rows = [_own_row(day) for day in team.days]
    else:
        rows = [_row(run) for run in sorted(team.runs(first, last, args.language), key=lambda run: run.first)]
    if rows:
        print_table(("day", "name", "kind", "which"), rows)
    elif args.own:
        print('You marked no days yet. Mark one: siar days add "Stock opname" --first 2026-12-28')
    else:
        print(f"No day is marked from {first} to {last}.")
    for year in () if args.own else silent:
        print(f"Joint leave of {year}: not announced.")
    return 0


def _row(run: Run) -> tuple[object, ...]:
    kind = run.mark.kind.replace("_", " ")
    return days_text(run.first, run.last), run.mark.name, kind, run.mark.day_id or run.mark.key


def _own_row(day: Day) -> tuple[object, ...]:
    what = f"{day.kind.replace('_', ' ')}{', hidden' if day.hidden else ''}"
    return days_text(day.first, day.last), day.name, what, day.id


def add(args: Namespace) -> int:
    """Mark own days."""
    with open_for(args) as store:
        day = planning.add_day(store, args.name, args.first, args.last, args.kind)
    return _tell(day, f"Marked {day.id}: {day.name}, {days_text(day.first, day.last)}", as_json=args.json)


def set_(args: Namespace) -> int:
    """Change an own day or a mark."""
    fields = {name.strip(): value for name, _, value in (text.partition("=") for text in args.fields)}
    with open_for(args) as store:
        number = _number(args.which)
        if number is None:
            day = planning.change_mark(store, args.which.strip(), fields)
        else:
            day = planning.change_day(store, number, fields)
    return _tell(day, f"Changed {day.id}: {day.name}, {days_text(day.first, day.last)}", as_json=args.json)


def remove(args: Namespace) -> int:
    """Take an own day away."""
    with open_for(args) as store:
        day = planning.remove_day(store, _own(store, args.which).id)
    return _tell(day, f"Removed {day.id}: {day.name} (siar undo brings it back)", as_json=args.json)


def hide(args: Namespace) -> int:
    """Hide a mark."""
    with open_for(args) as store:
        day = planning.hide_mark(store, _key(store, args.which))
    return _tell(day, f"Hidden: {day.name}, {days_text(day.first, day.last)}", as_json=args.json)


def show(args: Namespace) -> int:
    """Show a mark again."""
    with open_for(args) as store:
        day = _own(store, args.which)
        planning.show_mark(store, day.replaces)
    return _tell(day, f"Shown again: {day.name}, {days_text(day.first, day.last)}", as_json=args.json)


def settings(args: Namespace) -> int:
    """Show or change which kinds of days are marked."""
    with open_for(args) as store:
        commerce = planning.commerce(store)
        for text in args.changes:
            name, _, value = text.partition("=")
            commerce = set_commerce_field(commerce, name, value)
        if args.changes:
            commerce = planning.set_commerce(store, commerce)
    told = commerce_to_json(commerce)
    if args.json:
        print_json(told)
        return 0
    begin, end = told["payday"] or (None, None)
    sales = (f"{sale['name']} {sale['first']}..{sale['last']}" for sale in told["sales"])
    print_table(
        ("setting", "value"),
        [
            ("payday", f"{begin}-{end or 31}" if begin else "none"),
            ("double-dates", ", ".join(f"{month}.{month}" for month in told["double_dates"]) or "none"),
            ("sales", ", ".join(sales) or "none"),
            ("hidden", ", ".join(told["hidden"]) or "none"),
            ("weekend", ", ".join(told["weekend"]) or "none"),
        ],
    )
    return 0


def _number(which: str) -> int | None:
    return int(which.lstrip("#")) if re.fullmatch(r"#?\d{1,9}", which.strip()) else None


def _own(store: Store, which: str) -> Day:
    number = _number(which)
    for day in planning.own_days(store):
        if day.id == number or (number is None and day.replaces == which.strip()):
            return day
    raise NotFound(f'You marked or changed no day "{which}"', "`siar days list --own` shows those that you did")


def _key(store: Store, which: str) -> str:
    if _number(which) is None:
        return which.strip()
    key = _own(store, which).replaces
    if not key:
        raise InvalidValue("A day of your own is not hidden but removed", f"Run: siar days remove {which}")
    return key


def _tell(day: Day, says: str, *, as_json: bool) -> int:
    if as_json:
        print_json(day_to_json(day))
    else:
        print(says)
    return 0
