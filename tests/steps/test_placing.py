"""Files come to their place whole; what is there and is not ours stays beside; a cut-off recording is no edit."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from studio.errors import CannotWrite
from studio.steps.graph import Made
from studio.steps.placing import place, recorded, work_folder
from studio.store import Store
from studio.store.artefacts import artefacts, forget_artefacts, record_artefacts

SUBJECT = "item:one"


def make(store: Store, text: str, target: Path) -> tuple[list[Path], list[Path]]:
    with work_folder(store.workspace) as folder:
        path = folder / target.name
        path.write_text(text, "utf-8")
        return place(store, SUBJECT, "script", [Made("md", path, "by hand")], target.parent, {"md": {"title": text}})


def test_our_own_file_is_replaced_and_a_persons_is_kept(store: Store, tmp_path: Path) -> None:
    target = tmp_path / "elsewhere" / "a.md"
    assert make(store, "one", target) == ([target], [])
    assert make(store, "two", target) == ([target], [])
    target.write_text("mine", "utf-8")
    kept = target.with_name("a (kept).md")
    assert make(store, "three", target) == ([target], [kept])
    target.write_text("mine again", "utf-8")
    assert make(store, "four", target) == ([target], [target.with_name("a (kept) (2).md")])
    assert (target.read_text("utf-8"), kept.read_text("utf-8")) == ("four", "mine")


def test_a_file_that_was_moved_but_not_recorded_is_ours_all_the_same(store: Store, tmp_path: Path) -> None:
    target = tmp_path / "a.md"
    make(store, "one", target)
    (row,) = artefacts(store, SUBJECT)
    # As a kill between the move and the record leaves it.
    forget_artefacts(store, SUBJECT)
    record_artefacts(store, [replace(row, name="md~")])
    assert recorded(store, SUBJECT) == {("script", "md"): row}
    assert make(store, "two", target) == ([target], [])
    assert [one.name for one in artefacts(store, SUBJECT)] == ["md"]


def test_a_file_that_was_announced_but_not_moved_is_not_there(store: Store, tmp_path: Path) -> None:
    target = tmp_path / "a.md"
    make(store, "one", target)
    (row,) = artefacts(store, SUBJECT)
    record_artefacts(store, [replace(row, name="md~", output_hash="0" * 32)])
    assert recorded(store, SUBJECT) == {("script", "md"): row}


def test_what_was_placed_before_a_failure_is_recorded(store: Store, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    with work_folder(store.workspace) as folder:
        for name in ("a.md", "b.md"):
            (folder / name).write_text(name, "utf-8")
        made = [Made("a", folder / "a.md", ""), Made("b", folder / "gone.md", "")]
        with pytest.raises(CannotWrite):
            place(store, SUBJECT, "script", made, tmp_path / "out", {})
    assert [one.name for one in artefacts(store, SUBJECT)] == ["a"]
    assert (tmp_path / "out" / "a.md").read_text("utf-8") == "a.md"


def test_what_a_killed_process_left_is_swept_and_a_living_ones_is_not(store: Store) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait(timeout=60)
    dead, alive = (store.workspace.out / f".making-{pid}-x" for pid in (ended.pid, os.getpid()))
    for folder in (dead, alive):
        folder.mkdir(parents=True)
    with work_folder(store.workspace):
        assert (dead.exists(), alive.exists()) == (False, True)
