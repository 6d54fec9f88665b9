"""Episode numbers that stay right, whatever happens to the occurrences of a series.

They are given by the days on which the occurrences really are. A skipped or removed one closes the gap, and so does a
cancelled one; a published one keeps its number, and those after it go on from there; a number that a person gave to
one occurrence stays, and changes no other.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date, datetime, time

from studio.plan.item import Item, Stage
from studio.plan.series import Series


def numbers(series: Series, items: Iterable[Item], by_hand: Collection[str] = ()) -> dict[str, int | None]:
    """The episode number of each occurrence by its uid; `by_hand` are the uids of those whose number stays."""
    return {item.uid: number for item, number, _ in _walk(series, items, by_hand)}


def next_number(series: Series, items: Iterable[Item], by_hand: Collection[str] = ()) -> int | None:
    """The number that comes after all of `items`, None for a series without numbers."""
    number = series.pattern.episode
    for _, _, number in _walk(series, items, by_hand):  # noqa: B007
        pass
    return number


def numbered_by_hand(series: Series, items: Iterable[Item]) -> set[str]:
    """The uids of the occurrences whose number is another than the one that would come."""
    return {item.uid for item, number, _ in _walk(series, items, None) if number != item.episode}


def _walk(
    series: Series, items: Iterable[Item], by_hand: Collection[str] | None
) -> Iterator[tuple[Item, int | None, int | None]]:
    """Each item with its number and the one that comes after it; with `by_hand` None, with the number due to it."""
    due = series.pattern.episode
    for item in sorted(items, key=_when):
        if item.stage is Stage.CANCELLED or due is None:
            yield item, item.episode, due
        elif item.stage is Stage.PUBLISHED:
            due = due if item.episode is None else item.episode + 1
            yield item, item.episode, due
        elif by_hand is None:
            number, due = due, due if item.episode is None else due + 1
            yield item, number, due
        elif item.uid in by_hand:
            due = due if item.episode is None else due + 1
            yield item, item.episode, due
        else:
            number, due = due, due + 1
            yield item, number, due


def _when(item: Item) -> tuple[datetime, datetime]:
    return _moment(item.start or item.occurrence), _moment(item.occurrence)


def _moment(start: datetime | date | None) -> datetime:
    if start is None:
        return datetime.max
    return start if isinstance(start, datetime) else datetime.combine(start, time())
