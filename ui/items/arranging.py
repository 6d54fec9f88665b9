"""The cards of the list searched, sorted and grouped: plain lists, so that ten thousand take a frame and no more.

What costs is done once for each set of cards: the text that is searched, the keys of a sorted column, the groups.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from datetime import datetime, time
from enum import StrEnum

from studio.plan.item import Item, Kind, Stage
from ui import words
from ui.calendar.card import Card
from ui.items.columns import COLUMNS, NUMBER
from ui.items.groups import GROUPINGS, NONE, Head, group_title

Line = Card | Head


class Arrangement:
    """Cards and how they are wanted; `lines()` are the rows to show. Every card holds its item."""

    def __init__(self) -> None:
        self.cards: list[Card] = []
        self.sorted_by = "date"
        self.descending = False
        self.grouping = NONE
        self.words: tuple[str, ...] = ()
        self.folded: set[tuple[str, Hashable]] = set()
        self.shown = 0  # how many cards fit the search, folded ones too
        self._texts: list[str] = []
        self._orders: dict[str, tuple[list[int], int]] = {}
        self._groups: dict[str, list[tuple[Hashable, ...]]] = {}
        self._titles: dict[tuple[str, Hashable], str] = {}
        self._by_start: list[int] = []

    def show_cards(self, cards: Sequence[Card]) -> None:
        """Take these cards."""
        self.cards = list(cards)
        self._texts, self._orders, self._groups, self._titles, self._by_start = [], {}, {}, {}, []

    def prepare_search(self) -> None:
        """Collect the texts that are searched, so that the first letter of a search need not wait for them."""
        if not self._texts:
            says: dict[StrEnum, str] = {name: words.stage_name(name) for name in Stage}
            says |= {name: words.kind_name(name) for name in Kind}
            self._texts = [_text(_item(card), says) for card in self.cards]

    def forget_order(self, column: str) -> None:
        """The keys of this column changed behind the cards."""
        self._orders.pop(column, None)

    def lines(self, scores: dict[int, float] | None = None) -> list[Line]:
        """The rows: cards that hold all words of the search, in order, under the heads of their groups."""
        fitting = self._fitting(self._order(scores or {}))
        self.shown = len(fitting)
        cards = self.cards
        if self.grouping == NONE:
            return [cards[number] for number in fitting]
        groups: defaultdict[Hashable, list[int]] = defaultdict(list)
        of = self._groups_of()
        for number in fitting:
            for key in of[number]:
                groups[key].append(number)
        lines: list[Line] = []
        for key in self._group_order(groups):
            numbers = groups[key]
            folded = (self.grouping, key) in self.folded
            title = self._title(key, cards[numbers[0]])
            day = key if self.grouping == "day" else None
            lines.append(Head(self.grouping, key, title, len(numbers), folded, day))  # type: ignore[arg-type]
            if not folded:
                lines += [cards[number] for number in numbers]
        return lines

    def _fitting(self, order: Sequence[int]) -> Sequence[int]:
        if not self.words:
            return order
        self.prepare_search()
        texts = self._texts
        for word in self.words:
            order = [number for number in order if word in texts[number]]
        return order

    def _title(self, key: Hashable, first: Card) -> str:
        title = self._titles.get((self.grouping, key))
        if title is None:
            title = self._titles[self.grouping, key] = group_title(self.grouping, key, _item(first))
        return title

    def _order(self, scores: dict[int, float]) -> list[int]:
        """The numbers of the cards as the chosen column sorts them; what has no value there comes last either way."""
        if self.sorted_by not in self._orders:
            self._orders[self.sorted_by] = self._sorted(scores)
        order, filled = self._orders[self.sorted_by]
        return order[:filled][::-1] + order[filled:] if self.descending else order

    def _sorted(self, scores: dict[int, float]) -> tuple[list[int], int]:
        if self.sorted_by == "ready":
            keys = [scores.get(card.id, card.score) for card in self.cards]
        else:
            key = COLUMNS[NUMBER[self.sorted_by]].key
            keys = [key(_item(card)) for card in self.cards]
        if not self._by_start:
            starts = [_start(card) for card in self.cards]
            self._by_start = sorted(range(len(starts)), key=starts.__getitem__)
        # Rows that are alike stand by their start, as everywhere.
        filled = [number for number in self._by_start if keys[number] not in (None, "")]
        empty = [number for number in self._by_start if keys[number] in (None, "")]
        filled.sort(key=keys.__getitem__)
        return filled + empty, len(filled)

    def _groups_of(self) -> list[tuple[Hashable, ...]]:
        if self.grouping not in self._groups:
            of = GROUPINGS[self.grouping].of
            self._groups[self.grouping] = [of(_item(card)) for card in self.cards]
        return self._groups[self.grouping]

    def _group_order(self, groups: dict[Hashable, list[int]]) -> list[Hashable]:
        grouping = GROUPINGS[self.grouping]
        last_first = self.descending and (
            self.sorted_by == "date" if grouping.by_time else self.sorted_by == grouping.name
        )
        named = sorted((key for key in groups if key is not None), key=grouping.order, reverse=last_first)
        return [*named, None] if None in groups else named


def _item(card: Card) -> Item:
    assert card.item is not None
    return card.item


def _start(card: Card) -> tuple[datetime, bool, int]:
    day = card.day
    return (datetime.max if day is None else datetime.combine(day, card.at or time()), card.at is not None, card.id)


def _text(item: Item, says: Mapping[StrEnum, str]) -> str:
    """All that is searched of an item, in one text; `says` are the words for its stage and kind."""
    parts = (
        item.title, item.owner, item.host, item.studio, item.campaign, item.series, item.audience, item.notes,
        says[item.stage], says[item.kind], *item.platforms, *item.tags,
    )  # fmt: skip
    return "\n".join(parts).casefold()
