"""A queue that was killed in the middle goes on where it was, and ends with the files of an undisturbed run."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import psutil
from program import ROOT, Siar

from studio import actions
from studio.store.queue import EntryState, list_entries

CLIPS = {"en": ROOT / "tests" / "assets" / "heldout-en.flac", "id": ROOT / "tests" / "assets" / "heldout-id.flac"}
NAMES = [f"{number:02d}-{code}.flac" for number in range(3) for code in CLIPS]


def clips(folder: Path) -> Path:
    folder.mkdir()
    for name in NAMES:
        (folder / name).write_bytes(CLIPS[name[3:5]].read_bytes() + name.encode())
    return folder


def subtitles(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.glob("*.srt")}


def wait_until_some_ended(root: Path, count: int) -> None:
    """Watched from here: a command would start too late to see it."""
    deadline = time.monotonic() + 120
    with actions.open_studio(root) as store:
        while time.monotonic() < deadline:
            if sum(one.state is EntryState.DONE for one in list_entries(store)) >= count:
                return
            time.sleep(0.01)
    raise AssertionError("nothing was ever done")


def test_a_killed_queue_goes_on_where_it_was(siar: Siar, tmp_path: Path) -> None:
    undisturbed, killed = clips(tmp_path / "undisturbed"), clips(tmp_path / "killed")
    for folder in (undisturbed, killed):
        root = tmp_path / f"{folder.name}-w"
        assert siar("--workspace", root, "queue", "add", folder, "--model", "demo", "--format", "srt").code == 0
    assert siar("--workspace", tmp_path / "undisturbed-w", "queue", "run").code == 0
    root = tmp_path / "killed-w"
    command = [sys.executable, "-m", "studio.cli", "--workspace", str(root), "queue", "run"]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    program = subprocess.Popen(command, env=env, stderr=subprocess.DEVNULL)
    wait_until_some_ended(root, 1)
    processes = [psutil.Process(program.pid), *psutil.Process(program.pid).children(recursive=True)]
    for process in processes:
        process.kill()
    psutil.wait_procs(processes, timeout=120)
    program.wait(timeout=120)
    again = siar("--workspace", root, "queue", "run", "--json")
    states = {one["state"] for one in again.json["entries"]}
    assert states <= {"done", "skipped"}
    assert subtitles(killed) == subtitles(undisturbed)
    assert len(subtitles(killed)) == len(NAMES)
