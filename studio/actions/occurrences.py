"""What a change of a series means for its stored occurrences; all of it runs within an action of the caller."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import count
from typing import Any

from studio.errors import InvalidValue
from studio.plan.episodes import EPISODE, pattern_title, titled
from studio.plan.item import Item, Stage
from studio.plan.numbering import counted_together, next_number, numbered_by_hand, numbers
from studio.plan.recurrence import continued, ended, next_starts, occurrences
from studio.plan.series import Series, day_of, moment, occurrence, occurrence_uid, own_changes, split_uid
from studio.store import Store
from studio.store import items as rows
from studio.store import series as series_rows

# An occurrence that is to stay what it is, though the rule changed, finds its new day within so many days.
SAME_WEEK, SAME_MONTH = timedelta(days=6), timedelta(days=15)
_NEW_STAGES = (Stage.IDEA, Stage.PLANNED)
_Chain = list[tuple[Series, Sequence[Item]]]


@contextmanager
def numbered(store: Store, *uids: str) -> Iterator[set[str]]:
    """Episode numbers of these series are right again after the block.

    Gives the uids of the items whose number was set by hand, which the block may change. Series that were split from
    one another go on counting together, by the days on which their occurrences really are.
    """
    roots = {uid.partition("_R")[0] for uid in uids}
    by_hand: set[str] = set()
    first: dict[str, int | None] = {}
    linked: set[str] = set()
    for chain in _chains(store, roots):
        for group in counted_together(chain):
            by_hand |= numbered_by_hand(group[0][0], [item for _, items in group for item in items])
            linked |= {series.uid for series, _ in group[1:]}
        first |= {series.uid: series.pattern.episode for series, _ in chain}

    def links(series: Series) -> bool | None:
        # A number that the block gave to a series is kept; what it did not touch goes on as it did before.
        kept = series.uid in first and first[series.uid] == series.pattern.episode
        return series.uid in linked if kept else None

    yield by_hand
    for chain in _chains(store, roots):
        for group in counted_together(chain, links):
            _number(store, group, by_hand)


def _number(store: Store, group: Sequence[tuple[Series, Sequence[Item]]], by_hand: Collection[str]) -> None:
    head, before = group[0][0], list(group[0][1])
    for series, items in group[1:]:
        due = next_number(head, before, by_hand)
        series_rows.change_series(store, replace(series, pattern=replace(series.pattern, episode=due)))
        before += items
    right = numbers(head, before, by_hand)
    # Only those whose number changes: a series may have hundreds.
    found = ((item, _renumber(series, item, right[item.uid])) for series, items in group for item in items)
    rows.put_items(store, [new for item, new in found if new is not item])


def _chains(store: Store, roots: Collection[str]) -> list[_Chain]:
    chains: dict[str, _Chain] = {}
    for series in series_rows.list_series(store):
        if series.root in roots:
            chains.setdefault(series.root, []).append((series, rows.items_of_series(store, [series.uid])))
    for chain in chains.values():
        chain.sort(key=lambda part: moment(part[0].start))
    return list(chains.values())


def _renumber(series: Series, item: Item, number: int | None) -> Item:
    if number == item.episode:
        return item
    follows = item.title == titled(series.pattern.title, item.episode)
    return replace(item, episode=number, title=titled(series.pattern.title, number) if follows else item.title)


def with_title(store: Store, item: Item, changes: Mapping[str, Any]) -> dict[str, Any]:
    """`changes` that hold an episode number, with the title that follows it; one that was typed stays as it is."""
    found = [series for series in series_rows.list_series(store) if series.uid == item.series_uid]
    if not found or "title" in changes:
        return dict(changes)
    return {**changes, "title": _renumber(found[0], item, changes["episode"]).title}


def make(store: Store, series: Series, until: date, by_hand: Collection[str] = ()) -> int:
    """Store the occurrences that the rule gives to the day `until` and that are not there yet; how many those are."""
    present = rows.items_of_series(store, [series.uid])
    known = {item.occurrence for item in present} | set(series.skipped)
    starts = [start for start in occurrences(series.rule, series.start, date.min, until) if start not in known]
    new = [replace(occurrence(series, start, None), uid=_free_uid(store, series.uid, start)) for start in starts]
    right = numbers(series, [*present, *new], by_hand)
    rows.add_items(store, [_renumber(series, item, right[item.uid]) for item in new])
    series_rows.change_series(store, replace(series, made_until=max(until, series.made_until or until)))
    return len(new)


def _free_uid(store: Store, series_uid: str, original: datetime | date) -> str:
    # A series that was moved as a whole took its occurrences' uids along; what it left behind may be made anew.
    for attempt in count():
        uid = occurrence_uid(series_uid, original, attempt)
        if not store.rows("SELECT 1 FROM items WHERE uid = ?", [uid]):
            return uid
    raise AssertionError("unreachable")


def split(store: Store, series: Series, at: datetime | date, by_hand: Collection[str]) -> Series:
    """The series from its occurrence `at` on, as one of its own; it itself where nothing comes before.

    What is made already goes along with ids, uids and files, and the first one ends on the day before.
    """
    items = rows.items_of_series(store, [series.uid])
    earlier = [item for item in items if moment(item.occurrence) < moment(at)]
    before = tuple(start for start in series.skipped if moment(start) < moment(at))
    if not earlier and not before:
        return series
    new = Series(
        rule=continued(series.rule, series.start, at),
        pattern=replace(series.pattern, start=at, episode=next_number(series, earlier, by_hand)),
        uid=_free_series_uid(store, series, at),
        skipped=tuple(start for start in series.skipped if moment(start) >= moment(at)),
        made_until=series.made_until,
    )
    series_rows.change_series(store, cut(replace(series, skipped=before), day_of(at) - timedelta(days=1)))
    new = series_rows.add_series(store, new)
    rows.put_items(store, [replace(item, series_uid=new.uid) for item in items if item not in earlier])
    return new


def _free_series_uid(store: Store, series: Series, at: datetime | date) -> str:
    taken = {other.uid for other in series_rows.list_series(store)}
    wanted = split_uid(series, at)
    names = (wanted if number == 1 else f"{wanted}-{number}" for number in count(1))
    return next(uid for uid in names if uid not in taken)


def cut(series: Series, last: date) -> Series:
    """`series` with `last` as the last day of its rule, where it does not end before."""
    if not next_starts(series.rule, series.start, last + timedelta(days=1), 1):
        return series
    return replace(series, rule=ended(series.rule, series.start, last))


def edit(store: Store, series: Series, fields: Mapping[str, Any], target: Item, by_hand: set[str]) -> Series:
    """Give `fields` to the pattern, to `target`, and to every occurrence that did not change them by itself."""
    if "recording" in fields:
        raise InvalidValue(
            "A recording belongs to one occurrence, and not to all of its series", "Give it to this one only"
        )
    items = rows.items_of_series(store, [series.uid])
    shared = dict(fields)
    if "title" in shared and (series.pattern.episode is not None or EPISODE in shared["title"]):
        shared["title"] = pattern_title(shared["title"], target.episode)
    if shared.get("episode") is not None:
        shared["episode"] = _first_number(series, items, target, shared["episode"], by_hand)
    lasting = {name: value for name, value in shared.items() if name != "stage" or value in _NEW_STAGES}
    new = replace(series, pattern=replace(series.pattern, **lasting))
    series_rows.change_series(store, new)
    by_hand.discard(target.uid)
    changed = []
    for item in items:
        own = {} if item.uid == target.uid else own_changes(series, item)
        values = {name: value for name, value in shared.items() if name not in own and name != "episode"}
        if item.stage is Stage.PUBLISHED and item.uid != target.uid:
            values.pop("zone", None)
        if "title" in values:
            values["title"] = titled(values["title"], item.episode)
        if "episode" in shared and shared["episode"] is None and item.stage is not Stage.PUBLISHED:
            follows = "title" not in own
            values |= {"episode": None} | ({"title": titled(new.pattern.title, None)} if follows else {})
            by_hand.discard(item.uid)
        elif "episode" in shared and item.uid == target.uid:
            values["episode"] = fields["episode"]
            values["title"] = (
                titled(shared["title"], fields["episode"])
                if "title" in shared
                else _renumber(new, item, fields["episode"]).title
            )
        changed.append(replace(item, **values))
    rows.put_items(store, changed)
    return new


def _first_number(series: Series, items: Sequence[Item], target: Item, wanted: int, by_hand: Collection[str]) -> int:
    """The first number of a series in which `target` has the number `wanted`."""
    counting = replace(series, pattern=replace(series.pattern, episode=series.pattern.episode or 0))
    others = set(by_hand) - {target.uid}
    due = numbers(counting, items, others)[target.uid]
    first = wanted if due is None or target.stage is Stage.PUBLISHED else wanted - due + (series.pattern.episode or 0)
    if first < 0:
        raise InvalidValue(
            f"The episode {wanted} is too low: earlier ones would be numbered below 0",
            "Give a higher number, or give it to this and the following ones",
        )
    return first


def refit(
    store: Store,
    old: Series,
    new: Series,
    until: date,
    moved: Callable[[date], date] = lambda day: day,
    *,
    within: timedelta = timedelta(),
    target: Item | None = None,
) -> Series:
    """Let the occurrences of `old` stand where the rule of `new`, which bears the same uid, has them.

    Each finds a day of the new rule at or near the one that `moved` gives for its own, `target` the first one.
    Published ones and those that were moved by hand stay where they are. One that finds none is removed, or, where
    somebody worked on it, stays as an item of its own.
    """
    items = rows.items_of_series(store, [old.uid])
    originals = sorted({item.occurrence for item in items if item.occurrence} | set(old.skipped), key=moment)
    wanted = {start: moved(day_of(start)) for start in originals}
    until = max([until, *wanted.values()]) if within else until
    slots = occurrences(new.rule, new.start, date.min, until)
    places = paired(wanted, slots, within, first=target.occurrence if target else None)
    changed = []
    for item in items:
        slot = places.get(item.occurrence) if item.occurrence else None
        if slot is None:
            release(store, old, item)
            continue
        chosen = target is not None and item.uid == target.uid
        stays = not chosen and (item.start != item.occurrence or item.stage is Stage.PUBLISHED)
        changed.append(replace(item, occurrence=slot, start=item.start if stays else slot))
    rows.put_items(store, changed)
    skipped = tuple(places[start] for start in old.skipped if start in places)
    new = replace(new, skipped=skipped, made_until=until)
    series_rows.change_series(store, new)
    return new


def paired(
    wanted: Mapping[datetime | date, date],
    slots: Sequence[datetime | date],
    within: timedelta,
    first: datetime | date | None = None,
) -> dict[datetime | date, datetime | date]:
    """A slot for each start: the one of the day that is wanted for it, else the nearest that is free `within` days.

    The start `first` gets the first slot.
    """
    free = {day_of(slot): slot for slot in slots}
    places: dict[datetime | date, datetime | date] = {}
    if first is not None and slots:
        places[first] = free.pop(day_of(slots[0]))
    for start, day in wanted.items():
        if start not in places and day in free:
            places[start] = free.pop(day)
    near = [
        (abs(other - day), other, moment(start), start)
        for start, day in wanted.items()
        for other in free
        if start not in places and abs(other - day) <= within
    ]
    for _, other, _, start in sorted(near, key=lambda pair: pair[:3]):
        if start not in places and other in free:
            places[start] = free.pop(other)
    return places


def release(store: Store, series: Series, item: Item) -> bool:
    """Take an occurrence out of its series: removed, or, where somebody worked on it, an item of its own (True)."""
    if touched(store, series, item):
        rows.put_items(store, [replace(item, series_uid="", occurrence=None)])
        return True
    rows.remove_item(store, item.id)
    return False


def touched(store: Store, series: Series, item: Item) -> bool:
    """Whether somebody worked on this occurrence: it differs from its series, or something was made for it."""
    if own_changes(series, item):
        return True
    return bool(store.rows("SELECT 1 FROM artefacts WHERE subject = ? LIMIT 1", [f"item:{item.uid}"]))
