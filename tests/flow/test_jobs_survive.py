"""A killed program leaves a job that says so, no process behind it, and work that goes on where it was."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest
from program import ROOT, Siar

from studio import actions
from studio.cli import main
from studio.resources import assets
from studio.store.jobs import JobState, list_jobs


def wait_for_the_running_job(root: Path) -> int:
    """The process of the job; looked for here, since it would be done before a command has started."""
    deadline = time.monotonic() + 120
    with actions.open_studio(root) as store:
        while time.monotonic() < deadline:
            rows = list_jobs(store)
            if rows and rows[0].state is JobState.RUNNING and rows[0].pid:
                return rows[0].pid
            time.sleep(0.02)
    raise AssertionError("the job never ran")


def test_a_job_that_was_killed_is_interrupted_and_resumed(siar: Siar, tmp_path: Path) -> None:
    root, out, script = tmp_path / "w", tmp_path / "out", tmp_path / "said.txt"
    script.write_text("Most viewers leave in the first three seconds.")
    clip = assets("demo", "hook-3-seconds.mp4")
    options = ["--engine", "script", "--script", script, "--language", "en", "--burn", "--out", out]
    command = [sys.executable, "-m", "studio.cli", "--workspace", root, "subtitle", clip, *options]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    program = subprocess.Popen([str(part) for part in command], env=env, stderr=subprocess.DEVNULL)
    worker = psutil.Process(wait_for_the_running_job(root))
    program.kill()
    program.wait(timeout=120)
    psutil.wait_procs([worker], timeout=120)
    assert not worker.is_running()
    (row,) = siar("--workspace", root, "jobs", "list", "--json").json
    assert (row["state"], row["title"]) == ("interrupted", "Subtitle hook-3-seconds.mp4")
    assert not list(out.glob("*.mp4"))
    assert siar("--workspace", root, "jobs", "resume", "--json").json["resumed"] == [row["id"]]
    assert sorted(path.name for path in out.iterdir()) == ["hook-3-seconds.captioned.mp4", "hook-3-seconds.en.srt"]
    (row,) = siar("--workspace", root, "jobs", "list", "--json").json
    assert row["state"] == "done"
    assert siar("--workspace", root, "jobs", "resume").out == "Nothing was interrupted.\n"


def test_a_job_is_cancelled_from_another_program(
    siar: Siar, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root, script = tmp_path / "w", tmp_path / "said.txt"
    script.write_text("Most viewers leave in the first three seconds.")
    clip = assets("demo", "hook-3-seconds.mp4")
    options = ["--engine", "script", "--script", script, "--language", "en", "--burn", "--out", tmp_path / "out"]
    command = [sys.executable, "-m", "studio.cli", "--workspace", root, "subtitle", clip, *options]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    program = subprocess.Popen([str(part) for part in command], env=env, stderr=subprocess.PIPE, text=True)
    wait_for_the_running_job(root)
    assert main(["--workspace", str(root), "jobs", "cancel", "1", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"cancelled": "Subtitle hook-3-seconds.mp4"}
    _, said = program.communicate(timeout=120)
    assert program.returncode == 1
    assert "siar: error: The work was cancelled. Run it again: what is done is not done twice." in said
    assert siar("--workspace", root, "jobs", "list", "--json").json[0]["state"] == "cancelled"


def test_a_damaged_workspace_is_restored_from_its_backup(siar: Siar, tmp_path: Path) -> None:
    root = tmp_path / "w"
    siar("--workspace", root, "items", "add", "Mitos komisi 🎉")
    backup = Path(siar("--workspace", root, "backup").out.strip())
    (root / "siar.db").write_bytes(b"\0" * 10_000)
    assert siar("--workspace", root, "items", "list").code == 1
    assert siar("--workspace", root, "restore", backup).code == 0
    (item,) = siar("--workspace", root, "items", "list", "--json").json
    assert item["title"] == "Mitos komisi 🎉"
