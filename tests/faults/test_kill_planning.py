"""kill -9 at random moments of edits and of an import: every action is there wholly or not at all."""

from __future__ import annotations

import multiprocessing
import random
from pathlib import Path

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
KILLS = 10


def started(target, arguments):  # type: ignore[no-untyped-def]
    """A child on its workspace, by the pipe on which it tells what is done."""
    ours, theirs = SPAWN.Pipe(duplex=False)
    child = SPAWN.Process(target=target, args=(*arguments, theirs))
    child.start()
    theirs.close()
    return ours, child


def test_an_edit_that_is_killed_is_there_wholly_or_not_at_all(tmp_path: Path) -> None:
    roots = [tmp_path / str(number) for number in range(KILLS)]
    children = dict(started(edit_for_ever, (root,)) for root in roots)
    last = kill_at_random(children, random.Random(20261207))
    expected = Expected(tmp_path / "unharmed")
    made = [check_edits(root, last[pipe], expected) for root, pipe in zip(roots, children, strict=True)]
    assert sum(made) > 0  # not all of them died before the first step


def test_an_import_that_is_killed_is_there_wholly_or_not_at_all(tmp_path: Path) -> None:
    file = tmp_path / "rencana.ics"
    write_plan(tmp_path / "tim", file, 60)
    with actions.open_studio(tmp_path / "unharmed") as store:
        apply(store, read_file(store, file))
        whole = state(store)
    assert len(whole["items"]) > 60 and len(whole["series"]) == 1
    roots = [tmp_path / str(number) for number in range(KILLS)]
    children = dict(started(import_for_ever, (root, file)) for root in roots)
    last = kill_at_random(children, random.Random(20261208))
    for root, pipe in zip(roots, children, strict=True):
        check_import(root, file, last[pipe], whole)
