"""`siar conflicts`, `siar schedule`, `siar lead-times`."""

from __future__ import annotations

import re
from argparse import Namespace
from datetime import date, timedelta
from typing import Any

from studio import actions
from studio.actions import planning
from studio.actions.series import keep_ahead
from studio.cli.day_range import day_range, days_from
from studio.cli.output import open_for, print_json, print_table
from studio.errors import InvalidValue
from studio.plan.commerce_fields import parse_day
from studio.plan.dates import format_start
from studio.plan.item import Item, Kind, Stage
from studio.plan.lead_times import lead_times_to_json

_AHEAD = timedelta(weeks=4)


def conflicts(args: Namespace) -> int:
    """What clashes."""
    first, last = day_range(args.first, args.last)
    with open_for(args) as store:
        keep_ahead(store, date.today())
        found = planning.conflicts(store, first, last)
        told = planning.evidence(store, found)
    if args.json:
        print_json(
            [
                {
                    **{"kind": one.kind.value, "items": list(one.items), "day": str(one.day), "about": one.about},
                    "begin": one.begin.isoformat() if one.begin else None,
                    "end": one.end.isoformat() if one.end else None,
                    **{"hint": one.is_hint, "evidence": says},
                }
                for one, says in zip(found, told, strict=True)
            ]
        )
    elif not found:
        print("Nothing clashes.")
    for one, says in () if args.json else zip(found, told, strict=True):
        print(f"{one.day}  {'hint: ' if one.is_hint else ''}{says}")
    return 0


def schedule(args: Namespace) -> int:
    """When each step is due."""
    today = parse_day(args.today) if args.today else date.today()
    first, last = days_from(args.first, args.last, today, _AHEAD)
    with open_for(args) as store:
        keep_ahead(store, date.today())
        if args.item:
            items = [actions.show_item(store, args.item)]
        else:
            found = actions.list_items(store, first=first, last=last, undated=False)
            items = [item for item in found if item.stage not in (Stage.PUBLISHED, Stage.CANCELLED)]
        tables = [(item, planning.timetable(store, item, today)) for item in items]
    if args.json:
        print_json([_as_json(item, steps) for item, steps in tables])
    elif not tables:
        print("Nothing is to be published on these days. `siar items list` shows the whole plan.")
    for item, steps in () if args.json else tables:
        when = (format_start(item.start) or "no date yet").replace("T", " ")
        print(f"{item.id}: {item.title}, {when}")
        rows = [(f"  {one.step}", one.day or "", one.state, _lateness(one)) for one in steps]
        print_table(("  step", "due", "state", ""), rows)
    return 0


def _as_json(item: Item, steps: list[planning.Due]) -> dict[str, Any]:
    return {
        **{"id": item.id, "title": item.title, "kind": item.kind.value, "stage": item.stage.value},
        **{"start": format_start(item.start), "at_risk": any(one.late for one in steps)},
        "steps": [
            {
                **{"step": one.step, "due": str(one.day) if one.day else None, "state": one.state},
                "days_late": one.late.days_late if one.late else 0,
            }
            for one in steps
        ],
    }


def _lateness(due: planning.Due) -> str:
    if due.late is None:
        return ""
    return f"{due.late.days_late} day{'s' if due.late.days_late > 1 else ''} late"


def lead_times(args: Namespace) -> int:
    """Show or change the lead times."""
    kind = Kind(args.kind) if args.kind else None
    with open_for(args) as store:
        lead = planning.lead_times(store)
        for text in args.changes:
            step, _, days = text.partition("=")
            lead = lead.with_step(step.strip().casefold(), _days(days), kind)
        if args.changes:
            planning.set_lead_times(store, lead)
    if args.json:
        print_json(lead_times_to_json(lead))
        return 0
    rows = [(one.value, step, days) for one in Kind for step, days in lead.of(one).items() if kind in (None, one)]
    print_table(("kind", "step", "working days before"), rows)
    return 0


def _days(text: str) -> int | None:
    if text.strip().casefold() in ("none", "-", ""):
        return None
    if not re.fullmatch(r"\s*\d{1,4}\s*", text):
        raise InvalidValue(f'"{text}" is no number of days', "Write a whole number, such as script=5, or none")
    return int(text)
