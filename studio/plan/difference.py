"""What a file would change in the plan: what is new, what is changed field by field, what goes, what stays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from studio.plan.following import following, shift
from studio.plan.item import Item
from studio.plan.matching import match
from studio.plan.readers import FIELDS
from studio.plan.reading import Incoming, Reading, Unread
from studio.plan.recurrence import occurrences
from studio.plan.series import Series, day_of, occurrence

_COPIED = "Empty its ID and UID if it is another item"


@dataclass(frozen=True, slots=True)
class Change:
    """An item of the plan as it is, and the fields that the file has otherwise, each as (old, new)."""

    item: Item
    fields: Mapping[str, tuple[Any, Any]]
    row: int = 0

    @property
    def after(self) -> Item:
        """The item as it would be."""
        return replace(self.item, **{name: new for name, (_, new) in self.fields.items()})


@dataclass(frozen=True, slots=True)
class SeriesChange:
    """A series of the plan as it is and as it would be; `fields` are (old, new) of its rule, skips and pattern."""

    series: Series
    after: Series
    fields: Mapping[str, tuple[Any, Any]]


@dataclass(frozen=True, slots=True)
class Difference:
    """What a reading would change.

    `rows` are the rows of the file that `new` come from, in the same order (none where no rows are known).
    `absent` counts the items of the plan that a sheet of ours does not have: they stay (it may be a part of the plan).
    `same` counts the items that the file has just as the plan has them. `removed` are occurrences that the file's
    series no longer holds; nothing else is ever removed by a file. `version` is the store's when this was compared,
    `file` the name of the file.
    """

    reading: Reading = field(default_factory=Reading)
    new: tuple[Item, ...] = ()
    changed: tuple[Change, ...] = ()
    same: int = 0
    unread: tuple[Unread, ...] = ()
    removed: tuple[Item, ...] = ()
    new_series: tuple[Series, ...] = ()
    changed_series: tuple[SeriesChange, ...] = ()
    version: int = -1
    file: str = ""
    rows: tuple[int, ...] = ()
    absent: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether applying it would change nothing."""
        return not (self.new or self.changed or self.removed or self.new_series or self.changed_series)


def compare(reading: Reading, items: Iterable[Item], series: Iterable[Series] = ()) -> Difference:
    """What `reading` would change in a plan of `items` and `series`."""
    plan, known = list(items), {one.uid: one for one in series}
    rows = [one for one in reading.incoming if one.series is None or one.occurrence is not None]
    changed_series = _changed_series(reading, plan, known)
    pairs, repeated = match(rows, plan, {one.series.uid: shift(one.series, one.after) for one in changed_series})
    if reading.columns:  # a person copied a row of our sheet, to begin another item from it
        repeated = [Unread(one.row, f"{one.reason}. {_COPIED}") for one in repeated]
    unread = [*reading.unread, *repeated]
    after = known | {one.uid: one for one in reading.series} | {one.series.uid: one.after for one in changed_series}
    new, new_rows, changed, same = [], [], [], 0
    for row, item in pairs:
        if item is not None:
            fields = _changes(row, item) | _link(row, item, after)
            same += not fields
            if fields:
                changed.append(Change(item, fields, row.row))
        elif str(row.fields.get("title", "")).strip() or row.series_uid in after:
            new.append(_new_item(row, after.get(row.series_uid)))
            new_rows.append(row.row)
        else:
            unread.append(Unread(row.row, "It has no title"))
    matched = {item.uid for _, item in pairs if item is not None}
    told_until = {one.uid: one.made_until for one in reading.series}
    heads = {one.series.uid: one.row for one in reading.incoming if one.series is not None}
    for place, change in enumerate(changed_series):
        uid = change.series.uid
        if change.fields:
            follows = following(change.series, change.after, told_until[uid], plan, matched)
            changed += [Change(item, fields, heads.get(uid, 0)) for item, fields in follows.changed]
            new += follows.new
            new_rows += [heads.get(uid, 0)] * len(follows.new)
            matched |= follows.seen
            if follows.made_until is not None:
                changed_series[place] = replace(change, after=replace(change.after, made_until=follows.made_until))
    further = [*new, *(one.after for one in changed if "occurrence" in one.fields)]
    removed = tuple(_removed(plan, matched, changed_series))
    named = matched | {item.uid for item in removed} | {one.uid for one in reading.unread}
    return Difference(
        reading=reading,
        new=tuple(new),
        rows=tuple(new_rows),
        changed=tuple(changed),
        same=same,
        unread=tuple(sorted(unread, key=lambda one: one.row)),
        removed=removed,
        absent=sum(item.uid not in named for item in plan) if reading.is_own_sheet else 0,
        new_series=tuple(one for one in reading.series if one.uid not in known),
        changed_series=tuple(
            one for one in _reaching(changed_series, known, reading, further) if one.fields or one.after != one.series
        ),
    )


def _changes(row: Incoming, item: Item) -> dict[str, tuple[Any, Any]]:
    """The fields that the row tells otherwise than `item` has them, as (old, new)."""
    told = dict(row.fields)
    if "day" in told:
        day = told.pop("day")
        keeps = isinstance(item.start, datetime) and day is not None
        told["start"] = datetime.combine(day, item.start.time()) if keeps else day  # type: ignore[union-attr]
    if row.zone_assumed and isinstance(told.get("start"), datetime):
        told["start"] = _on_clock(told["start"], told.pop("zone", item.zone), item.zone)
    return {name: (getattr(item, name), value) for name, value in told.items() if getattr(item, name) != value}


def _on_clock(at: datetime, zone: str, other: str) -> datetime:
    """The wall time in the zone `other` when it is `at` in `zone`."""
    return at.replace(tzinfo=ZoneInfo(zone)).astimezone(ZoneInfo(other)).replace(tzinfo=None)


def _link(row: Incoming, item: Item, series: Mapping[str, Series]) -> dict[str, tuple[Any, Any]]:
    """What changes of the place of `item` in a series, as (old, new)."""
    if row.series_uid not in series or row.occurrence is None:
        return {}
    told = {"series_uid": row.series_uid, "occurrence": row.occurrence}
    return {name: (getattr(item, name), value) for name, value in told.items() if getattr(item, name) != value}


def _new_item(row: Incoming, series: Series | None) -> Item:
    told = dict(row.fields)
    if "day" in told:
        told["start"] = told.pop("day")
    if series is not None and row.occurrence is not None:
        item = occurrence(series, row.occurrence, told.get("episode"))
        return replace(item, **told, uid=row.uid or item.uid)
    return Item(**told, uid=row.uid) if row.uid else Item(**told)


def _changed_series(reading: Reading, plan: list[Item], known: Mapping[str, Series]) -> list[SeriesChange]:
    """Every series that the file and the plan both have, with what the file has otherwise."""
    told = {one.series.uid: one.fields for one in reading.incoming if one.series is not None and one.occurrence is None}
    found = []
    for one in reading.series:
        present = known.get(one.uid)
        if present is None:
            continue
        names = told.get(one.uid, FIELDS)
        values = {name: getattr(one.pattern, name) for name in names if name in FIELDS}
        pattern = replace(present.pattern, **values)
        stored = {item.occurrence for item in plan if item.series_uid == one.uid}
        after = replace(present, rule=one.rule, pattern=pattern, skipped=_skipped(present, one, stored))
        fields: dict[str, tuple[Any, Any]] = {
            name: (getattr(present.pattern, name), value)
            for name, value in values.items()
            if getattr(present.pattern, name) != value
        }
        for name in ("rule", "skipped"):
            if getattr(present, name) != getattr(after, name):
                fields[name] = getattr(present, name), getattr(after, name)
        found.append(SeriesChange(present, after, fields))
    return found


def _skipped(present: Series, told: Series, stored: set[datetime | date | None]) -> tuple[datetime | date, ...]:
    """The skipped starts as the file has them; one that makes no difference to the plan is none."""
    if (told.rule, told.start) != (present.rule, present.start):  # what it skips is on its new days and hours
        return told.skipped
    gone = set(told.skipped) - set(present.skipped)
    real = {at for at in gone if at in stored or present.made_until is None or day_of(at) > present.made_until}
    kept = tuple(at for at in present.skipped if at in told.skipped)
    return (*kept, *sorted(real, key=str)) if real or len(kept) < len(present.skipped) else present.skipped


def _reaching(
    changes: list[SeriesChange], known: Mapping[str, Series], reading: Reading, new: list[Item]
) -> list[SeriesChange]:
    """The changes, with the days to which the series are made once the `new` and moved occurrences are there."""
    until = {one.uid: one.made_until for one in reading.series}
    further = {
        item.series_uid for item in new if item.series_uid in known and _is_further(item, known[item.series_uid])
    }
    return [
        replace(one, after=replace(one.after, made_until=_later(until[one.series.uid], one.after.made_until)))
        if one.series.uid in further
        else one
        for one in changes
    ]


def _later(one: date | None, other: date | None) -> date | None:
    return max(filter(None, (one, other)), default=None)


def _is_further(item: Item, series: Series) -> bool:
    return item.occurrence is not None and (series.made_until is None or day_of(item.occurrence) > series.made_until)


def _removed(plan: list[Item], matched: set[str], changes: list[SeriesChange]) -> Iterator[Item]:
    """The occurrences that the file's series skips, or has no more under its new rule."""
    for change in changes:
        of_series = [item for item in plan if item.series_uid == change.series.uid and item.uid not in matched]
        if not (of_series and change.fields):
            continue
        skipped, rule = set(change.after.skipped), change.after.rule
        last = max((day_of(item.occurrence) for item in of_series if item.occurrence is not None), default=date.min)
        given = (
            set(occurrences(rule, change.after.start, date.min, last))
            if change.fields.keys() & {"rule", "start"}
            else None
        )
        for item in of_series:
            if item.occurrence in skipped or (given is not None and item.occurrence not in given):
                yield item
