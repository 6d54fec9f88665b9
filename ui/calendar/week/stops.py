"""Where the keyboard's focus can stand in a day: each card, and each half hour that is free."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ui.calendar.card import Card
from ui.calendar.week.geometry import DAY
from ui.calendar.week.layout import parts, whole_days

STEP = 30


@dataclass(frozen=True, slots=True)
class Stop:
    """A place of the focus: a minute of the day, None for the strip of whole days; `id` where a card stands there."""

    minute: float | None
    id: int | None = None


def stops(cards: Sequence[Card], day: date) -> list[Stop]:
    """All stops of a day from top to bottom: the strip, then cards and free half hours as the day goes."""
    ordered = sorted(cards, key=lambda card: card.order)
    whole = [Stop(None, card.id) for card in ordered if whole_days(card, day, 1) is not None]
    taken = [part for card in ordered for part in parts(card, day, 1)]
    hours = [Stop(part.first, part.card.id) for part in taken]
    hours += [
        Stop(float(minute))
        for minute in range(0, DAY, STEP)
        if not any(part.first < minute + STEP and part.last > minute for part in taken)
    ]
    return (whole or [Stop(None)]) + sorted(hours, key=lambda stop: stop.minute or 0.0)


def beside(cards: Sequence[Card], day: date, minute: float | None) -> Stop:
    """The stop of another day at this minute: what takes place then, else the free half hour, else what is nearest."""
    found = stops(cards, day)
    if minute is None:
        return found[0]
    running = [
        part
        for card in cards
        for part in parts(card, day, 1)
        if part.first <= minute < max(part.last, part.first + STEP)
    ]
    if running:
        latest = max(running, key=lambda part: (part.first, -part.card.id))
        return Stop(latest.first, latest.card.id)
    hours = [stop for stop in found if stop.minute is not None]
    wanted = minute // STEP * STEP
    return min(hours, key=lambda stop: abs((stop.minute or 0.0) - wanted), default=found[0])


def free_near(cards: Sequence[Card], day: date, minute: float | None) -> float | None:
    """The free half hour of a day that is nearest to a minute; where none is free, the minute itself."""
    if minute is None:
        return None
    free = [stop.minute for stop in stops(cards, day) if stop.id is None and stop.minute is not None]
    return min(free, key=lambda each: abs(each - minute), default=minute)


def following(found: Sequence[Stop], here: Stop, by: int, *, cards_only: bool = False) -> Stop | None:
    """The next stop down (`by` 1) or up (-1); None at the end of the day."""
    order = [stop for stop in found if stop.id is not None or stop == here] if cards_only else list(found)
    at = next((i for i, stop in enumerate(order) if stop == here), None)
    if at is None:
        at = next((i for i, stop in enumerate(order) if stop.id is not None and stop.id == here.id), None)
    if at is None:
        # The place is a stop no longer: go to the nearest in the wanted direction.
        place = -1.0 if here.minute is None else here.minute
        after = [stop for stop in order if (-1.0 if stop.minute is None else stop.minute) > place]
        before = [stop for stop in order if (-1.0 if stop.minute is None else stop.minute) < place]
        return (after[0] if after else None) if by > 0 else (before[-1] if before else None)
    return order[at + by] if 0 <= at + by < len(order) else None
