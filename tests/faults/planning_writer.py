"""Child processes that plan without end, to be killed; and what must be true of a workspace afterwards."""

from __future__ import annotations

import random
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from studio import actions
from studio.actions.backups import list_backups
from studio.actions.exchange import apply, export_file, read_file
from studio.actions.series import repeat_item
from studio.store import Store
from studio.store.migrations import USER_TABLES
from studio.store.soundness import find_damage
from studio.store.undo import history, undo

MONDAY = datetime(2026, 12, 7, 9, 0)
TODAY = date(2026, 12, 7)
LONGEST_LIFE_S = 0.4
_UID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def step(store: Store, number: int) -> None:
    """The step `number` of an edit, always the same one: several changes each, one entry of the history or none."""
    label = f"Step {number}"
    kind = number % 6
    if kind == 0:
        actions.undo(store)
        actions.redo(store)
        return
    with store.action(label):
        if kind == 1:
            for part in "abc":
                actions.add_item(store, f"{number} {part}", start=MONDAY + timedelta(hours=number))
        elif kind == 2:
            for item in titled(store, number - 1):
                actions.set_fields(store, item.id, {"stage": "scripted", "owner": f"Sari {number}"})
        elif kind == 3:
            for item in titled(store, number - 2):
                actions.move_item(store, item.id, MONDAY.date() + timedelta(days=number))
        elif kind == 4:
            actions.remove_item(store, titled(store, number - 3)[-1].id)
        else:
            repeat_item(store, titled(store, number - 4)[0].id, "FREQ=WEEKLY", today=TODAY)


def titled(store: Store, number: int) -> list[Any]:
    """The items that step `number` added, and no occurrence of a series."""
    return [item for item in actions.list_items(store) if item.title.split()[0] == str(number) and not item.series_uid]


def edit_for_ever(root: Path, pipe: Any) -> None:
    """Step after step, each told once it is done."""
    with actions.open_studio(root) as store:
        number = 0
        while True:
            pipe.send(number)
            number += 1
            step(store, number)


def import_for_ever(root: Path, file: Path, pipe: Any) -> None:
    """Import a file and take it back, over and over; what is done is told."""
    with actions.open_studio(root) as store:
        done = 0
        while True:
            pipe.send(done)
            done += 1
            if done % 2:
                apply(store, read_file(store, file, today=TODAY))
            else:
                actions.undo(store)


def write_plan(root: Path, file: Path, count: int) -> None:
    """A file to import: `count` items, and a weekly class."""
    with actions.open_studio(root) as store:
        with store.action("fill"):
            for number in range(count):
                actions.add_item(store, f"Konten {number}", start=MONDAY + timedelta(hours=number))
            kelas = actions.add_item(store, "Kelas", kind="live", start=MONDAY)
            repeat_item(store, kelas.id, "FREQ=WEEKLY", today=TODAY)
        export_file(store, file)


def state(store: Store) -> dict[str, list[str]]:
    """Every user table, without the numbers that are another one in each workspace."""
    return {
        table: sorted(_UID.sub("uid", repr({**row, "id": 0})) for row in store.rows(f"SELECT * FROM {table}"))
        for table in USER_TABLES
    }


def expected_states(root: Path) -> Iterator[dict[str, list[str]]]:
    """The states after 0, 1, 2 ... entries of the history, made in a workspace in which nobody is killed."""
    with actions.open_studio(root) as store:
        yield state(store)
        number = 0
        while True:
            number += 1
            if number % 6:
                step(store, number)
                yield state(store)


class Expected:
    """`expected_states` by number, made as far as they are asked for."""

    def __init__(self, root: Path) -> None:
        self._states: list[dict[str, list[str]]] = []
        self._more = expected_states(root)

    def __getitem__(self, number: int) -> dict[str, list[str]]:
        while len(self._states) <= number:
            self._states.append(next(self._more))
        return self._states[number]


def entries(steps: int) -> int:
    """How many entries of the history that many steps leave."""
    return steps - steps // 6


@contextmanager
def examined(root: Path) -> Iterator[Store]:
    """The workspace of a killed process, open; all that must be true of it wherever it was killed is looked at."""
    with actions.open_studio(root) as store:
        assert find_damage(store.db.conn) is None
        assert store.rows("SELECT action FROM plan_state") == [{"action": None}]  # no action is half open
        alone = "SELECT count(*) AS n FROM undo_actions WHERE id NOT IN (SELECT action FROM undo_log)"
        assert store.rows(alone) == [{"n": 0}]  # every entry of the history can be taken back
        assert all(one.whole for one in list_backups(root))
        yield store


def check_edits(root: Path, told: int, expected: Expected) -> int:
    """Every step is there wholly or not at all, none that was told is lost, and undo goes back to the beginning.

    How many entries the history holds.
    """
    with examined(root) as store:
        standing = [one for one in history(store, 10_000) if not one.undone]
        undone = [one for one in history(store, 10_000) if one.undone]
        assert entries(told) <= len(standing) + len(undone) <= entries(told + 1)
        assert len(undone) <= 1  # killed between an undo and its redo
        assert state(store) == expected[len(standing)]
        while undo(store):
            pass
        assert state(store) == expected[0]
        for _ in standing:
            actions.redo(store)
        assert state(store) == expected[len(standing)]
        return len(standing)


def check_import(root: Path, file: Path, told: int, whole: dict[str, list[str]]) -> bool:
    """The import is there wholly or not at all, what was told is not lost, and both can be done again.

    Whether it is there.
    """
    with examined(root) as store:
        found = state(store)
        there = any(found.values())
        assert not there or found == whole
        done = told + 1 if there != bool(told % 2) else told  # the one that was under way may be done
        assert len([one for one in history(store) if not one.undone]) == done % 2
        if not there:
            apply(store, read_file(store, file, today=TODAY))
        assert state(store) == whole
        actions.undo(store)
        assert not any(state(store).values())
        return there


def kill_at_random(children: dict[Any, Any], chance: random.Random) -> dict[Any, int]:
    """Kill each child at a moment of its own, within LONGEST_LIFE_S of its beginning; what each told last.

    `children` are processes by their pipes.
    """
    from multiprocessing.connection import wait

    ends: dict[Any, float] = {}
    last: dict[Any, int] = {}
    living = dict(children)
    while living:
        now = time.monotonic()
        for pipe in [pipe for pipe, end in ends.items() if end <= now and pipe in living]:
            child = living.pop(pipe)
            child.kill()
            child.join(60)
            last[pipe] = _drain(pipe, last[pipe])
            pipe.close()
        soonest = min((end for pipe, end in ends.items() if pipe in living), default=now + 60)
        for pipe in wait(list(living), timeout=max(0.0, soonest - time.monotonic())) if living else []:
            last[pipe] = pipe.recv()
            if pipe not in ends:
                ends[pipe] = time.monotonic() + chance.uniform(0, LONGEST_LIFE_S)
    return last


def _drain(pipe: Any, last: int) -> int:
    try:
        while pipe.poll():
            last = pipe.recv()
    except EOFError:
        pass
    return last
