"""Plans heard one after another, or several at once where there are more workers than one of them keeps busy."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from queue import SimpleQueue
from typing import TYPE_CHECKING

from studio.speech.hearing import Understood
from studio.speech.plans import Plan

if TYPE_CHECKING:
    from studio.speech.audio import Samples

Tell = Callable[[Plan, float, str], None]
"""Is told of a plan how many seconds of its sound are heard by now, and what a person should read."""
Hear = Callable[[Plan, "dict[int, Samples]", Tell], dict[int, Understood]]
"""Hears a plan with its sounds; an error that its `Tell` raises ends it."""


def heard_in_turn(
    plans: Iterable[tuple[Plan, dict[int, Samples]]], hear: Hear, groups: int, tell: Tell
) -> Iterator[tuple[Plan, dict[int, Understood]]]:
    """Each plan with what `hear` gives for it, in the order of the plans; so many `groups` are heard at once.

    `tell` is called in the thread of who asks only, and one plan at a time is heard in it too. An error ends the others
    that are being heard before it is raised.
    """
    if groups > 1:
        yield from _side_by_side(plans, hear, groups, tell)
        return
    for plan, sounds in plans:
        found = hear(plan, sounds, tell)
        del sounds
        yield plan, found


class _Stopped(Exception):
    """Nobody waits for what is being heard any more."""


def _side_by_side(
    plans: Iterable[tuple[Plan, dict[int, Samples]]], hear: Hear, groups: int, tell: Tell
) -> Iterator[tuple[Plan, dict[int, Understood]]]:
    news: SimpleQueue[tuple[Plan, float, str] | None] = SimpleQueue()
    stopped = threading.Event()
    under_way: deque[tuple[Plan, Future[dict[int, Understood]]]] = deque()

    def note(plan: Plan, heard_s: float, message: str) -> None:
        if stopped.is_set():
            raise _Stopped
        news.put((plan, heard_s, message))

    def first() -> tuple[Plan, dict[int, Understood]]:
        plan, future = under_way.popleft()
        while not (future.done() and news.empty()):
            if (told := news.get()) is not None:
                tell(*told)
        return plan, future.result()

    with ThreadPoolExecutor(groups, thread_name_prefix="siar-group") as pool:
        try:
            for plan, sounds in plans:
                future = pool.submit(hear, plan, sounds, note)
                future.add_done_callback(lambda _: news.put(None))
                under_way.append((plan, future))
                del sounds
                if len(under_way) == groups:
                    yield first()
            while under_way:
                yield first()
        finally:
            stopped.set()
