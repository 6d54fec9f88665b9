"""Which cards are picked: one with the focus, and perhaps others beside it that go where it goes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


class Picking:
    """The ids of the picked cards in the order in which they were picked; the last one taken has the focus."""

    def __init__(self) -> None:
        self.chosen: int | None = None
        self._picked: dict[int, None] = {}

    @property
    def ids(self) -> tuple[int, ...]:
        """All of them, the one with the focus first."""
        first = (self.chosen,) if self.chosen in self._picked else ()
        return (*first, *(i for i in self._picked if i != self.chosen))

    def choose(self, item_id: int | None) -> None:
        """Pick this one alone, or none."""
        self.chosen = item_id
        self._picked = {} if item_id is None else {item_id: None}

    def lead(self, item_id: int) -> None:
        """Give the focus to one that is picked."""
        self.chosen = item_id

    def toggle(self, item_id: int) -> None:
        """Pick one more, or let it go."""
        self.chosen = item_id
        if item_id in self._picked:
            del self._picked[item_id]
        else:
            self._picked[item_id] = None

    def take(self, item_id: int | None, *, adds: bool = False, keeps: bool = False) -> None:
        """Move the focus: `adds` picks what it comes to as well, `keeps` leaves the picked ones as they are."""
        if not adds and not keeps:
            self.choose(item_id)
            return
        self.chosen = item_id
        if adds and item_id is not None:
            self._picked[item_id] = None

    def pick_range(self, item_id: int, order: Sequence[int]) -> None:
        """Pick all that stand in `order` from the one with the focus to this one."""
        start = order.index(self.chosen) if self.chosen in order else order.index(item_id)
        end = order.index(item_id)
        self._picked |= dict.fromkeys(order[min(start, end) : max(start, end) + 1])
        self.chosen = item_id

    def pick_all(self, ids: Iterable[int]) -> None:
        """Pick these."""
        self._picked = dict.fromkeys(ids)
        if self.chosen not in self._picked:
            self.chosen = next(iter(self._picked), None)

    def restore(self, ids: Sequence[int]) -> None:
        """Pick these, the first with the focus, as they were picked before."""
        self._picked = dict.fromkeys(ids)
        self.chosen = ids[0] if ids else None

    def keep(self, ids: Iterable[int]) -> None:
        """Let go of all but these."""
        there = set(ids)
        self._picked = {i: None for i in self._picked if i in there}
        if self.chosen not in there:
            self.chosen = next(iter(self._picked), None)
