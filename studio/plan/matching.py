"""Which item of the plan each row of a file is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta

from studio.plan.item import Item
from studio.plan.reading import Incoming, Unread

Pair = tuple[Incoming, Item | None]


def match(
    incoming: Sequence[Incoming], items: Iterable[Item], shifts: Mapping[str, timedelta] | None = None
) -> tuple[list[Pair], list[Unread]]:
    """Each row with its item, None where it is a new one, in the order of the file; and rows that repeat another one.

    A row is found by its uid, by its series and original start, then by its id. One with neither is the item of the
    same title and start, else of the same title and day, else the only one of that title, if the file has it once.
    `shifts` are by how many days the file has moved a whole series, by its uid.
    """
    plan = list(items)
    by_uid = {item.uid: item for item in plan}
    by_id = {item.id: item for item in plan if item.id}
    by_start = {(item.series_uid, item.occurrence): item for item in plan if item.series_uid}
    # A series that was moved to another hour has other original starts on the same days.
    by_day = {(item.series_uid, _day(item.occurrence)): item for item in plan if item.series_uid}
    found: dict[int, Item] = {}
    taken: dict[str, int] = {}
    places: dict[str, int] = {}
    unread: list[Unread] = []
    loose: list[int] = []
    repeated: set[int] = set()

    def by_original(place: int) -> bool:
        return bool(incoming[place].series_uid) and incoming[place].uid not in by_uid

    # A uid says more than an original start, which another occurrence may have taken since.
    for place in sorted(range(len(incoming)), key=by_original):
        one = incoming[place]
        item = by_uid.get(one.uid) or by_start.get((one.series_uid, one.occurrence))
        if by_original(place) and item is not None and item.uid in taken:
            item = None
        if item is None and not one.uid:
            item = by_id.get(one.id)
        uid = item.uid if item is not None else one.uid
        if uid and uid in taken:
            about, first = f"“{item.title}”" if item is not None else "the same item", places[uid]
            if item is not None and _told_title(incoming[first]) != _title(item.title) == _told_title(one):
                # A copy that stands above its original has another title by now.
                found[place] = found.pop(first)
                taken[uid], places[uid] = one.row, place
                place, one = first, incoming[first]
            unread.append(Unread(one.row, f"It is {about} once more, which row {taken[uid]} has already"))
            repeated.add(place)
        elif uid:
            taken[uid], places[uid] = one.row, place
            if item is not None:
                found[place] = item
            elif one.series_uid:
                loose.append(place)
        else:
            loose.append(place)
    _pair(incoming, loose, found, taken, by_day, shifts or {})
    free = [item for item in plan if item.uid not in taken]
    _guess(incoming, [place for place in loose if not incoming[place].uid], found, plan, free)
    unread.sort(key=lambda one: one.row)
    return [(one, found.get(place)) for place, one in enumerate(incoming) if place not in repeated], unread


def _pair(
    incoming: Sequence[Incoming], loose: list[int], found: dict[int, Item], taken: dict[str, int],
    by_day: dict[tuple[str, date | None], Item], shifts: Mapping[str, timedelta],
) -> None:  # fmt: skip
    for place in loose:
        one = incoming[place]
        day = _day(one.occurrence)
        if not one.series_uid or day is None:
            continue
        for was in (day, day - shifts.get(one.series_uid, timedelta())):
            item = by_day.get((one.series_uid, was))
            if place not in found and item is not None and item.uid not in taken:
                taken[item.uid] = one.row
                found[place] = item


def _guess(
    incoming: Sequence[Incoming], places: list[int], found: dict[int, Item], plan: list[Item], free: list[Item]
) -> None:
    """Pair rows without uid and id with items that no other row is about, the surest first."""
    in_plan = Counter(_title(item.title) for item in plan)
    in_file = Counter(_title(incoming[place].fields.get("title")) for place in places)

    def alone(title: str) -> Hashable:
        return title if in_plan[title] == in_file[title] == 1 else None

    keys: list[tuple[Callable[[Incoming], Hashable], Callable[[Item], Hashable]]] = [
        (lambda one: (_told_title(one), _start(one)), lambda item: (_title(item.title), item.start)),
        (lambda one: (_told_title(one), _day(_start(one))), lambda item: (_title(item.title), item.day)),
        (lambda one: alone(_told_title(one)), lambda item: alone(_title(item.title))),
    ]
    for of_row, of_item in keys:
        waiting: dict[Hashable, list[Item]] = {}
        used = {item.uid for item in found.values()}
        for item in free:
            if item.uid not in used:
                waiting.setdefault(of_item(item), []).append(item)
        for place in places:
            key = of_row(incoming[place])
            if place not in found and key is not None and waiting.get(key):
                found[place] = waiting[key].pop(0)


def _told_title(one: Incoming) -> str:
    return _title(one.fields.get("title"))


def _title(title: object) -> str:
    return " ".join(str(title or "").split()).casefold()


def _start(one: Incoming) -> datetime | date | None:
    start: datetime | date | None = one.fields.get("start", one.fields.get("day"))
    return start


def _day(at: datetime | date | None) -> date | None:
    return at.date() if isinstance(at, datetime) else at
