"""kill -9 at random moments of edits and of imports, looked at one by one. Run `python tests/bench/kills.py [KILLS]`.

Half of the processes are killed while they edit, half while they import a file and take it back. After each kill the
database must be whole, every action there wholly or not at all, nothing lost that was told as done, and the undo
history able to go back to the beginning and forth again; what is not stops the run with the workspace's name.
"""

from __future__ import annotations

import multiprocessing
import os
import random
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "faults"))

from planning_writer import (
    Expected,
    check_edits,
    check_import,
    edit_for_ever,
    import_for_ever,
    kill_at_random,
    state,
    write_plan,
)  # fmt: skip

from studio import actions
from studio.actions.exchange import apply, read_file

SPAWN = multiprocessing.get_context("spawn")
AT_ONCE = max(2, min(8, os.cpu_count() or 2))


def started(target: Any, *arguments: Any) -> tuple[Any, Any]:
    ours, theirs = SPAWN.Pipe(duplex=False)
    child = SPAWN.Process(target=target, args=(*arguments, theirs))
    child.start()
    theirs.close()
    return ours, child


def batch(folder: Path, first: int, count: int, work: Any, chance: random.Random) -> list[tuple[Path, int]]:
    """Kill `count` processes, each in a workspace of its own; the workspaces, and what each process told last."""
    roots = [folder / f"{work[0].__name__} {number}" for number in range(first, first + count)]
    children = dict(started(work[0], root, *work[1:]) for root in roots)
    last = kill_at_random(children, chance)
    return [(root, last[pipe]) for root, pipe in zip(roots, children, strict=True)]


def within_a_write(roots: list[Path]) -> int:
    """How many were killed in the middle of a write: SQLite's rollback journal is still there."""
    return sum((root / "siar.db-journal").exists() for root in roots)


def main() -> None:
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else random.randrange(1 << 30)
    chance, begun = random.Random(seed), time.perf_counter()
    print(f"{kills} kills, {AT_ONCE} processes at once, seed {seed}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = folder / "rencana.ics"
        write_plan(folder / "tim", file, 100)
        with actions.open_studio(folder / "unharmed import") as store:
            apply(store, read_file(store, file))
            whole = state(store)
        expected, steps, there = Expected(folder / "unharmed"), 0, 0
        half, writing = kills // 2, 0
        for first in range(0, kills - half, AT_ONCE):
            killed = batch(folder, first, min(AT_ONCE, kills - half - first), (edit_for_ever,), chance)
            writing += within_a_write([root for root, _ in killed])
            steps += sum(check_edits(root, told, expected) for root, told in killed)
        print(f"edits   {kills - half:4} kills, {writing} within a write: {steps} actions there, undone and redone")
        writing = 0
        for first in range(0, half, AT_ONCE):
            killed = batch(folder, first, min(AT_ONCE, half - first), (import_for_ever, file), chance)
            writing += within_a_write([root for root, _ in killed])
            there += sum(check_import(root, file, told, whole) for root, told in killed)
        print(f"imports {half:4} kills, {writing} within a write: {there} there, {half - there} not, none in part")
    print("every database whole, no action in part, nothing lost that was done")
    print(f"took {time.perf_counter() - begun:.0f} s")


if __name__ == "__main__":
    main()
