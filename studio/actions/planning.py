"""The days that a team marks, what clashes, and when each step is due. Every change is one step of undo."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from studio.errors import InvalidValue, NotFound, SiarError
from studio.plan.commerce import Commerce, Day, Mark, MarkKind, Run, built_in_runs
from studio.plan.commerce_fields import (
    checked_commerce,
    checked_day,
    commerce_from_json,
    commerce_to_json,
    parse_day,
    parse_kind,
)
from studio.plan.conflicts import Conflict, days_of, sentence
from studio.plan.conflicts import conflicts as clashes_of
from studio.plan.item import Item, Kind, Stage
from studio.plan.lead_times import REACH, Late, LeadTimes, lead_times_from_json, lead_times_to_json
from studio.plan.rules import Rules
from studio.store import Store
from studio.store import days as rows
from studio.store import items as item_rows
from studio.store.settings import get_setting, set_setting

if TYPE_CHECKING:
    from studio.steps import Readiness

_COMMERCE, _LEAD_TIMES = "commerce", "lead_times"
_YEAR = re.compile(r"[a-z_]+:(\d{4})\b")
# An item may be a week long, and a zone may put it into the next day.
_BEFORE, _AFTER = timedelta(days=8), timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Risk:
    """An item that will not be ready in time as it stands: the steps that are late, the first in the graph first."""

    item: Item
    late: tuple[Late, ...]


@dataclass(frozen=True, slots=True)
class Due:
    """A step of an item: its state, the day on which it is due (None: there is none), and how late it is, if it is."""

    step: str
    state: str
    day: date | None
    late: Late | None


def rules(store: Store) -> Rules:
    """What the team set, as one value: it may be asked in another thread, and no question of it reads the store."""
    return Rules(commerce(store), tuple(rows.list_days(store)), lead_times(store))


# what is marked


def commerce(store: Store) -> Commerce:
    """The settings of the marks; the usual ones where none were set, or another program broke them."""
    try:
        return commerce_from_json(get_setting(store, _COMMERCE, {}))
    except (SiarError, TypeError):
        return Commerce()


def set_commerce(store: Store, settings: Commerce) -> Commerce:
    """Keep the settings of the marks; as they were kept. Raises InvalidValue."""
    checked = checked_commerce(settings)
    if checked != commerce(store):
        set_setting(store, _COMMERCE, commerce_to_json(checked), label="Change what the calendar marks")
    return checked


def marks(store: Store, first: date, last: date, language: str) -> dict[date, list[Mark]]:
    """The marks of each marked day from `first` to `last`, both included, in Indonesian ("id") or English."""
    return rules(store).marks(first, last, language)


def own_days(store: Store) -> list[Day]:
    """What the team marked, hid or changed itself, by its first day."""
    return rows.list_days(store)


def add_day(
    store: Store,
    name: str,
    first: str | date,
    last: str | date | None = None,
    kind: str | MarkKind = MarkKind.BLACKOUT,
) -> Day:
    """Mark days; `last` is `first` where none is given. Raises InvalidValue."""
    begin = parse_day(first)
    day = checked_day(Day(begin, parse_day(last) if last else begin, name, parse_kind(kind)))
    with store.action(f"Mark “{day.name}”"):
        return rows.add_day(store, day)


def change_day(store: Store, number: int, fields: Mapping[str, Any]) -> Day:
    """Change `name`, `first`, `last` or `kind` of an own day; a new first day keeps its length where no last is given.

    Raises NotFound or InvalidValue.
    """
    with store.transaction():
        day = rows.get_day(store, number)
        changed = checked_day(_changed(day, fields))
        with store.action(f"Change “{day.name}”"):
            rows.change_day(store, changed)
    return changed


def remove_day(store: Store, number: int) -> Day:
    """Take an own day away; where it stood for a mark of the program, that is back. Raises NotFound."""
    return rows.remove_day(store, number)


def find_mark(store: Store, key: str, language: str = "id") -> Run:
    """The program's own mark with that key, with its days, as it is when nobody hid or changed it. Raises NotFound."""
    match = _YEAR.match(key)
    year = int(match[1]) if match else 0
    if 1970 <= year <= 2199:
        found = built_in_runs(
            date(year, 1, 1), date(year, 12, 31), language, replace(commerce(store), hidden=frozenset())
        )
        for run in found:
            if run.mark.key == key:
                return run
    raise NotFound(f'There is no mark "{key}"', "`siar days list` shows those that there are, with their keys")


def hide_mark(store: Store, key: str, language: str = "id") -> Day:
    """Do not show a mark of the program any more; the Day that hides it. Raises NotFound."""
    # Read within the transaction: another process may hide it between a look and a write.
    with store.transaction():
        day = _standing_for(store, key, language)
        with store.action(f"Hide “{day.name}”"):
            return _kept(store, replace(day, hidden=True))


def show_mark(store: Store, key: str, language: str = "id") -> None:
    """Show a hidden mark again, under the name and on the days that a team gave it, if it did.

    Raises NotFound where it is not hidden.
    """
    day = next((day for day in rows.list_days(store) if day.replaces == key and day.hidden), None)
    if day is None:
        raise NotFound(f'No mark "{key}" is hidden', "`siar days list --own` shows those that are")
    with store.action(f"Show “{day.name}”"):
        if _is_plain(store, day):
            rows.remove_day(store, day.id)
        else:
            rows.change_day(store, replace(day, hidden=False))


def change_mark(store: Store, key: str, fields: Mapping[str, Any], language: str = "id") -> Day:
    """Give a mark of the program another `name`, `first` or `last` day; the Day that stands for it.

    Raises NotFound or InvalidValue.
    """
    if "kind" in fields:
        raise InvalidValue("The kind of a mark of the program cannot be changed", "Hide it, and add a day of your own")
    with store.transaction():
        day = _standing_for(store, key, language)
        changed = checked_day(replace(_changed(day, fields), hidden=False))
        with store.action(f"Change “{day.name}”"):
            return _kept(store, changed)


def _standing_for(store: Store, key: str, language: str) -> Day:
    for day in rows.list_days(store):
        if day.replaces == key:
            return day
    run = find_mark(store, key, language)
    return Day(run.first, run.last, run.mark.name, run.mark.kind, replaces=key)


def _kept(store: Store, day: Day) -> Day:
    if day.id == 0:
        return rows.add_day(store, day)
    rows.change_day(store, day)
    return day


def _is_plain(store: Store, day: Day) -> bool:
    """Whether a Day says of a mark only what the program itself would say."""
    for language in ("id", "en"):
        try:
            run = find_mark(store, day.replaces, language)
        except NotFound:
            return False
        if (run.first, run.last, run.mark.name) == (day.first, day.last, day.name):
            return True
    return False


def _changed(day: Day, fields: Mapping[str, Any]) -> Day:
    unknown = set(fields) - {"name", "first", "last", "kind"}
    if unknown:
        raise InvalidValue(f'A day has no field "{sorted(unknown)[0]}"', "Choose one of: name, first, last, kind")
    length = day.last - day.first
    changed = replace(day, name=str(fields.get("name", day.name)))
    if "first" in fields:
        first = parse_day(fields["first"])
        changed = replace(changed, first=first, last=first + length)
    if "last" in fields:
        changed = replace(changed, last=parse_day(fields["last"]))
    if "kind" in fields:
        changed = replace(changed, kind=parse_kind(fields["kind"]))
    return changed


# what clashes


def conflicts(
    store: Store, first: date | None = None, last: date | None = None, language: str = "id"
) -> list[Conflict]:
    """What clashes on the days from `first` to `last` (None is open), by day, hints of holidays among it."""
    items = item_rows.list_items(
        store,
        first=first - _BEFORE if first else None,
        last=last + _AFTER if last else None,
        undated=False,
    )
    team = rules(store)
    on_air = [day for item in items if item.kind is Kind.LIVE for day in days_of(item)]
    holidays = team.holidays(min(on_air), max(on_air), language) if on_air else {}
    days = {item.id: item.day for item in items}

    def inside(conflict: Conflict) -> bool:
        touched = (conflict.day, *(days[number] for number in conflict.items))
        return any(day and (first is None or day >= first) and (last is None or day <= last) for day in touched)

    return [conflict for conflict in clashes_of(items, team.days, holidays) if inside(conflict)]


def evidence(store: Store, found: Sequence[Conflict]) -> list[str]:
    """A sentence in English for each clash, with the items and their times."""
    numbers = {number for conflict in found for number in conflict.items}
    items = {item.id: item for item in item_rows.items_of(store, numbers)}
    return [sentence(conflict, items) for conflict in found]


# when steps are due


def lead_times(store: Store) -> LeadTimes:
    """The lead times; the usual ones where none were set, or another program broke them."""
    try:
        return lead_times_from_json(get_setting(store, _LEAD_TIMES, {}))
    except (SiarError, TypeError):
        return lead_times_from_json({})


def set_lead_times(store: Store, new: LeadTimes) -> LeadTimes:
    """Keep the lead times. Raises InvalidValue."""
    as_json = lead_times_to_json(lead_times_from_json(lead_times_to_json(new)))
    if as_json != lead_times_to_json(lead_times(store)):
        set_setting(store, _LEAD_TIMES, as_json, label="Change the lead times")
    return new


def schedule(store: Store, item: Item) -> dict[str, date]:
    """The day on which each step of `item` is due, in the order of the graph; {} while it has no date."""
    return rules(store).due_days(item)


def timetable(store: Store, item: Item, today: date) -> list[Due]:
    """Every step of `item` as it stands, with the day on which it is due."""
    from studio.steps import readiness  # the steps bring every feature along

    team = rules(store)
    steps = readiness(store, item).steps
    due = team.due_days(item)
    late = {one.step: one for one in team.late_steps(item, {s.step: s.state.counts == 1 for s in steps}, today)}
    return [Due(step.step, step.state.value, due.get(step.step), late.get(step.step)) for step in steps]


def at_risk(store: Store, first: date, last: date, today: date | None = None) -> list[Risk]:
    """The items from `first` to `last` that have a step which is late, by start."""
    items = item_rows.list_items(store, first=first, last=last, undated=False)
    return _risks(store, items, today or date.today())


def late_among(store: Store, reports: Iterable[tuple[Item, Readiness]], today: date) -> dict[int, tuple[Late, ...]]:
    """The late steps of the items that have some, by id, where their readiness is known already."""
    over = (Stage.PUBLISHED, Stage.CANCELLED)
    known = [(item, item.day, report) for item, report in reports if item.day is not None and item.stage not in over]
    if not known:
        return {}
    team, days = rules(store), [day for _, day, _ in known]
    off = team.off_days(min(days) - REACH, max(days))
    late = {
        item.id: tuple(team.late_steps(item, {step.step: step.state.counts == 1 for step in report.steps}, today, off))
        for item, _, report in known
    }
    return {number: steps for number, steps in late.items() if steps}


def _risks(store: Store, items: Iterable[Item], today: date) -> list[Risk]:
    dated = [(item, item.day) for item in items if item.day is not None]
    if not dated:
        return []
    from studio.steps import readiness

    team = rules(store)
    off = team.off_days(min(day for _, day in dated) - REACH, max(day for _, day in dated))
    found = []
    for item, _ in dated:
        # Files are looked at only where something would be late if nothing were done.
        if team.late_steps(item, {}, today, off):
            done = {step.step: step.state.counts == 1 for step in readiness(store, item).steps}
            late = team.late_steps(item, done, today, off)
            if late:
                found.append(Risk(item, tuple(late)))
    return found
