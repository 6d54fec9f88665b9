"""Two processes that edit, undo and import in one workspace at once: nothing is lost, nobody is told "locked"."""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
from collections import Counter
from contextlib import suppress
from pathlib import Path
from typing import Any

from planning_writer import TODAY, examined, write_plan

from studio import actions
from studio.actions.exchange import apply, read_file
from studio.actions.series import repeat_item
from studio.errors import NotFound
from studio.store.undo import history, undo

SPAWN = multiprocessing.get_context("spawn")
ROOT = Path(__file__).resolve().parent.parent.parent
ROUNDS = 15


def edit(root: Path, name: str, errors: Any) -> None:
    """Add, change, move and remove, each an action of its own."""
    try:
        with actions.open_studio(root) as store:
            for number in range(ROUNDS):
                kept = actions.add_item(store, f"{name} {number}", start="2026-12-08T12:00")
                actions.set_fields(store, kept.id, {"owner": name})
                actions.move_item(store, kept.id, "2026-12-09")
                gone = actions.add_item(store, f"{name} {number} dibuang")
                actions.remove_item(store, gone.id)
            repeat_item(store, kept.id, "FREQ=WEEKLY", today=TODAY)
    except BaseException as error:
        errors.put(f"{name}: {error!r}")
        raise


def take_in(root: Path, files: list[Path], errors: Any) -> None:
    """Import one file after another, while others edit."""
    try:
        with actions.open_studio(root) as store:
            for file in files:
                apply(store, read_file(store, file, today=TODAY))
    except BaseException as error:
        errors.put(f"import: {error!r}")
        raise


def go_back_and_forth(root: Path, name: str, errors: Any) -> None:
    """Undo and redo whatever anybody did last, and add something in between."""
    try:
        with actions.open_studio(root) as store:
            for number in range(ROUNDS):
                actions.add_item(store, f"{name} {number}")
                for turn in (actions.undo, actions.redo, actions.undo):
                    with suppress(NotFound):  # the other one was there before
                        turn(store)
    except BaseException as error:
        errors.put(f"{name}: {error!r}")
        raise


def together(*works: tuple[Any, ...]) -> None:
    """Run each of these in a process of its own, all at once; none may fail."""
    errors = SPAWN.Queue()
    children = [SPAWN.Process(target=work, args=(*arguments, errors)) for work, *arguments in works]
    for child in children:
        child.start()
    for child in children:
        child.join(240)
    told = [] if all(child.exitcode == 0 for child in children) else errors.get(timeout=60)
    assert [child.exitcode for child in children] == [0] * len(children), told


def test_two_that_edit_and_one_that_imports_lose_nothing(tmp_path: Path) -> None:
    files = [tmp_path / f"rencana {number}.ics" for number in range(3)]
    for number, file in enumerate(files):
        write_plan(tmp_path / f"tim {number}", file, 10)
    root = tmp_path / "bersama"
    actions.open_studio(root).close()
    together((edit, root, "Sari"), (edit, root, "Bima"), (take_in, root, files))
    with examined(root) as store:
        items = actions.list_items(store)
        alone = Counter(item.title for item in items if not item.series_uid)
        expected = {f"Konten {number}": 3 for number in range(10)}
        expected |= {f"{name} {number}": 1 for name in ("Sari", "Bima") for number in range(ROUNDS - 1)}
        assert alone == expected
        assert {item.owner for item in items if item.title.startswith("Sari")} == {"Sari"}
        repeating = Counter(item.title for item in items if item.series_uid)
        assert repeating.keys() == {"Kelas", f"Sari {ROUNDS - 1}", f"Bima {ROUNDS - 1}"}
        assert len(history(store, 10_000)) == 2 * (5 * ROUNDS + 1) + len(files)
        while undo(store):
            pass
        assert actions.list_items(store) == []


def test_two_that_undo_and_redo_each_others_actions_leave_a_whole_history(tmp_path: Path) -> None:
    root = tmp_path / "bersama"
    with actions.open_studio(root) as store:
        actions.add_item(store, "Saksi")
    together(*((go_back_and_forth, root, name) for name in ("Sari", "Bima", "Dewi")))
    with examined(root) as store:
        standing = len([one for one in history(store, 10_000) if not one.undone])
        titles = Counter(item.title for item in actions.list_items(store))
        assert len(titles) == standing and set(titles.values()) == {1}
        while undo(store):
            pass
        assert actions.list_items(store) == []
        for _ in range(standing):
            actions.redo(store)
        assert Counter(item.title for item in actions.list_items(store)) == titles


def test_commands_at_once_never_show_a_traceback(tmp_path: Path) -> None:
    write_plan(tmp_path / "tim", file := tmp_path / "rencana.ics", 10)
    root = tmp_path / "bersama"
    actions.open_studio(root).close()
    siar = [sys.executable, "-m", "studio.cli", "--workspace", str(root)]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    commands = [
        ["import", str(file), "--apply"],
        *(["items", "add", f"Konten baru {number}"] for number in range(3)),
        ["undo"],
        ["redo"],
    ]
    running = [
        subprocess.Popen([*siar, *command], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=env)
        for command in commands
    ]
    for process, command in zip(running, commands, strict=True):
        _, said = process.communicate(timeout=240)
        assert "Traceback" not in said and "locked" not in said, said
        if command in (["undo"], ["redo"]):
            assert process.returncode == 0 or f"There is nothing to {command[0]}" in said
        else:
            assert process.returncode == 0, said
    with examined(root) as store:
        assert history(store)
        while undo(store):
            pass
        assert actions.list_items(store) == []
