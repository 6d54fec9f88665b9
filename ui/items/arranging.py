"""The cards of the list searched, sorted and grouped: plain lists, so that ten thousand take a frame and no more.

What costs is done once for each set of cards: the text that is searched, the keys of a sorted column, the groups.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from datetime import datetime, time
from enum import StrEnum

from studio.plan.filters import Filter
from studio.plan.item import Item, Kind, Stage
from studio.plan.texts import plain
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
        self.filter = Filter()
        self.folded: set[tuple[str, Hashable]] = set()
        self.shown = 0  # how many cards fit the search, folded ones too
        self._texts: list[str] = []
        self._orders: dict[tuple[str, bool], list[int]] = {}
        self._groups: dict[str, tuple[list[Hashable], list[tuple[int, ...]]]] = {}
        self._titles: dict[tuple[str, Hashable], str] = {}
        self._by_start: list[int] = []
        self._found: tuple[tuple[str, ...], list[int], list[int]] | None = None
        self._wanted: tuple[Filter, list[bool]] | None = None
        self._passed: tuple[Filter, list[int], list[int]] | None = None

    def show_cards(self, cards: Sequence[Card]) -> None:
        """Take these cards."""
        self.cards = list(cards)
        self._texts, self._orders, self._groups, self._titles, self._by_start = [], {}, {}, {}, []
        self._found = self._wanted = self._passed = None

    def prepare_search(self) -> None:
        """Collect the texts that are searched, so that the first letter of a search need not wait for them."""
        if not self._texts:
            says: dict[StrEnum, str] = {name: words.stage_name(name) for name in Stage}
            says |= {name: words.kind_name(name) for name in Kind}
            self._texts = [_text(_item(card), says) for card in self.cards]

    def forget_order(self, column: str) -> None:
        """The keys of this column changed behind the cards."""
        for descending in (False, True):
            self._orders.pop((column, descending), None)

    def lines(self, scores: dict[int, float] | None = None) -> list[Line]:
        """The rows: cards that hold all words of the search, in order, under the heads of their groups."""
        fitting = self._fitting(self._let_through(self._order(scores or {})))
        self.shown = len(fitting)
        cards = self.cards
        if self.grouping == NONE:
            return [cards[number] for number in fitting]
        keys, of = self._groups_of()
        groups: list[list[int]] = [[] for _ in keys]
        for number in fitting:
            for group in of[number]:
                groups[group].append(number)
        lines: list[Line] = []
        for group in self._group_order(keys):
            numbers = groups[group]
            if not numbers:
                continue
            key = keys[group]
            folded = (self.grouping, key) in self.folded
            day = key if self.grouping == "day" else None
            title = self._title(key, cards[numbers[0]])
            lines.append(Head(self.grouping, key, title, len(numbers), folded, day))  # type: ignore[arg-type]
            if not folded:
                lines += [cards[number] for number in numbers]
        return lines

    def _let_through(self, order: list[int]) -> list[int]:
        """Those that the filter wants; the same list as long as neither it nor the order is another."""
        if self.filter.is_empty:
            return order
        if self._wanted is None or self._wanted[0] != self.filter:
            self._wanted = self.filter, [self.filter.matches(_item(card)) for card in self.cards]
        if self._passed is None or self._passed[0] != self.filter or self._passed[1] is not order:
            wanted = self._wanted[1]
            self._passed = self.filter, order, [number for number in order if wanted[number]]
        return self._passed[2]

    def _fitting(self, order: list[int]) -> list[int]:
        if not self.words:
            return order
        self.prepare_search()
        texts, found = self._texts, order
        if self._found is not None:
            before, whole, fitting = self._found
            # One more letter only narrows what the letters before it found.
            if whole is order and all(any(old in new for new in self.words) for old in before):
                found = fitting
        for word in self.words:
            found = [number for number in found if word in texts[number]]
        self._found = (self.words, order, found)
        return found

    def _title(self, key: Hashable, first: Card) -> str:
        title = self._titles.get((self.grouping, key))
        if title is None:
            title = self._titles[self.grouping, key] = group_title(self.grouping, key, _item(first))
        return title

    def _order(self, scores: dict[int, float]) -> list[int]:
        """The numbers of the cards as the chosen column sorts them; what has no value there comes last either way."""
        wanted = (self.sorted_by, self.descending)
        if wanted not in self._orders:
            self._orders[wanted] = self._sorted(scores)
        return self._orders[wanted]

    def _sorted(self, scores: dict[int, float]) -> list[int]:
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
        filled.sort(key=keys.__getitem__, reverse=self.descending)
        return filled + empty

    def _groups_of(self) -> tuple[list[Hashable], list[tuple[int, ...]]]:
        """The keys of the groups in order, None last, and for each card the numbers of its groups among them."""
        if self.grouping not in self._groups:
            grouping = GROUPINGS[self.grouping]
            of = [grouping.of(_item(card)) for card in self.cards]
            found = {key for keys in of for key in keys}
            keys: list[Hashable] = sorted((key for key in found if key is not None), key=grouping.order)
            keys += [None] if None in found else []
            numbers = {key: number for number, key in enumerate(keys)}
            self._groups[self.grouping] = keys, [tuple(numbers[key] for key in its) for its in of]
        return self._groups[self.grouping]

    def _group_order(self, keys: list[Hashable]) -> list[int]:
        grouping = GROUPINGS[self.grouping]
        last_first = self.descending and (
            self.sorted_by == "date" if grouping.by_time else self.sorted_by == grouping.name
        )
        named = [number for number, key in enumerate(keys) if key is not None]
        return [*(reversed(named) if last_first else named), *range(len(named), len(keys))]


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
        item.learning_goal, says[item.stage], says[item.kind], *item.platforms, *item.tags,
        *(product.name for product in item.products),
    )  # fmt: skip
    return plain("\n".join(parts))
