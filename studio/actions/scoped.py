"""Change, move and remove occurrences of a series: only this one, this and the following ones, or all of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from studio.actions.occurrences import SAME_MONTH, SAME_WEEK, edit, make, numbered, refit, split
from studio.actions.scope import Scope
from studio.actions.series import end_series, series_of
from studio.errors import InvalidValue
from studio.plan.item import Item
from studio.plan.rule_shift import shifted
from studio.plan.series import Series, day_of, moment
from studio.store import Store
from studio.store import items as rows
from studio.store import series as series_rows


def change_occurrences(store: Store, item: Item, fields: Mapping[str, Any], scope: Scope) -> Item:
    """Give fields to this occurrence and the following ones, or to all of its series; the item as it is then.

    Raises InvalidValue for what one occurrence alone can have.
    """
    series = _series_for(store, item)
    rest = {name: value for name, value in fields.items() if name != "start"}
    with store.action(_label("Change", item, series, scope)), numbered(store, series.uid) as by_hand:
        if scope is Scope.FOLLOWING and item.occurrence is not None:
            series = split(store, series, item.occurrence, by_hand)
        if "start" in fields:
            series = _move(store, series, item, fields["start"], by_hand)
        if rest:
            edit(store, series, rest, rows.get_item(store, item.id), by_hand)
    return rows.get_item(store, item.id)


def move_occurrences(store: Store, item: Item, start: datetime | date | None, scope: Scope, *, keep_hour: bool) -> Item:
    """Move this occurrence and the following ones, or all of its series, as this one moves to `start`.

    Those that were moved by hand before, or are published, stay where they are. With `keep_hour`, a day keeps the hour
    of the series. Raises InvalidValue where the rule cannot follow.
    """
    series = _series_for(store, item)
    hour = series.start.time() if isinstance(series.start, datetime) else None
    if keep_hour and hour is not None and start is not None and not isinstance(start, datetime):
        start = datetime.combine(start, hour)
    with store.action(_label("Move", item, series, scope)), numbered(store, series.uid) as by_hand:
        if scope is Scope.FOLLOWING and item.occurrence is not None:
            series = split(store, series, item.occurrence, by_hand)
        _move(store, series, item, start, by_hand)
    return rows.get_item(store, item.id)


def _move(store: Store, series: Series, item: Item, start: datetime | date | None, by_hand: set[str]) -> Series:
    if start is None or item.occurrence is None:
        raise InvalidValue("A series cannot be without dates", "Take the date from this one only")
    rule, first, moved = shifted(series.rule, series.start, day_of(item.occurrence), day_of(start))
    begin = datetime.combine(first, start.time()) if isinstance(start, datetime) else first
    new = replace(series, rule=rule, pattern=replace(series.pattern, start=begin))
    until = series.made_until or day_of(start)
    present = rows.get_item(store, item.id)
    # What is dragged along stands where it was dragged to, also when it had been moved by hand before.
    rows.put_items(store, [replace(present, start=present.occurrence)])
    monthly = "MONTHLY" in rule or "YEARLY" in rule
    new = refit(store, series, new, until, moved, within=SAME_MONTH if monthly else SAME_WEEK)
    rows.put_items(store, [replace(rows.get_item(store, item.id), start=start)])
    make(store, new, new.made_until or until, by_hand)
    return new


def remove_occurrences(store: Store, item: Item, scope: Scope) -> None:
    """Skip this occurrence, or remove it and the following ones, or all of its series with the series itself."""
    series = series_of(store, item)
    if series is None or item.occurrence is None:
        with store.action(f"Remove “{item.title}”"):
            rows.remove_item(store, item.id)
        return
    with store.action(_label("Remove", item, series, scope)), numbered(store, series.uid):
        if scope is Scope.THIS:
            skipped = tuple(sorted({*series.skipped, item.occurrence}, key=moment))
            series_rows.change_series(store, replace(series, skipped=skipped))
            rows.remove_item(store, item.id)
            return
        items = rows.items_of_series(store, [series.uid])
        going = [one for one in items if scope is Scope.ALL or moment(one.occurrence) >= moment(item.occurrence)]
        for one in going:
            rows.remove_item(store, one.id)
        if len(going) == len(items):
            series_rows.remove_series(store, series.uid)
        else:
            end_series(store, series, day_of(item.occurrence) - timedelta(days=1))


def _series_for(store: Store, item: Item) -> Series:
    series = series_of(store, item)
    if series is None:
        raise InvalidValue(f"“{item.title}” does not repeat", "Leave the scope out, or let it repeat first")
    return series


def _label(what: str, item: Item, series: Series, scope: Scope) -> str:
    match scope:
        case Scope.THIS:
            return f"{what} “{item.title}”"
        case Scope.FOLLOWING:
            return f"{what} “{item.title}” and those after it"
        case _:
            return f"{what} all of “{series.name}”"
