"""Episode numbers that stay right, whatever happens to the occurrences of a series.

They are given by the days on which the occurrences really are. A skipped or removed one closes the gap, and so does a
cancelled one; a published one keeps its number, and those after it go on from there; a number that a person gave to
one occurrence stays, and changes no other.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import datetime

from studio.plan.item import Item, Stage
from studio.plan.series import Series, moment


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


def counted_together(
    chain: Sequence[tuple[Series, Sequence[Item]]], links: Callable[[Series], bool | None] = lambda series: None
) -> list[list[tuple[Series, Sequence[Item]]]]:
    """Series that were split from one another, in their order, in groups that count on and on.

    One goes on where its first number is the one that comes after those before it, or where `links` says so.
    """
    groups: list[list[tuple[Series, Sequence[Item]]]] = []
    for series, items in chain:
        linked = links(series)
        if groups and (linked or (linked is None and series.pattern.episode == due_after(groups[-1]))):
            groups[-1].append((series, items))
        else:
            groups.append([(series, items)])
    return groups


def due_after(group: Sequence[tuple[Series, Sequence[Item]]]) -> int | None:
    """The number that comes after all occurrences of series that count together."""
    head, items = group[0][0], [item for _, part in group for item in part]
    return next_number(head, items, numbered_by_hand(head, items))


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
    return moment(item.start or item.occurrence), moment(item.occurrence)
