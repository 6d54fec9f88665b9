"""Every command of the README runs, in the order in which a newcomer would type them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```sh\n(.*?)```", README, re.S)
COMMANDS = [line for block in BLOCKS for line in block.strip().splitlines()]


def test_the_readme_starts_with_the_two_commands_of_a_fresh_machine() -> None:
    assert COMMANDS[:2] == ["sh setup.sh && .venv/bin/siar demo", "sh setup.sh && .venv/bin/pytest"]


@pytest.fixture
def shell(tmp_path: Path) -> dict[str, str]:
    """A home of its own, and `siar` on the path as an activated environment has it."""
    bin_ = tmp_path / "bin"
    bin_.mkdir()
    command = bin_ / "siar"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m studio.cli "$@"\n')
    command.chmod(0o755)
    keep = {name: value for name, value in os.environ.items() if name not in ("SIAR_WORKSPACE", "DISPLAY")}
    path = f"{bin_}{os.pathsep}{keep['PATH']}"
    return {**keep, "HOME": str(tmp_path), "PATH": path, "PYTHONPATH": str(ROOT)}


@pytest.mark.skipif(sys.platform == "win32", reason="the commands are a POSIX shell's")
def test_every_command_of_the_tour_ends_with_0(shell: dict[str, str]) -> None:
    tour = [line for line in COMMANDS if line.startswith("siar ")]
    assert len(tour) > 15
    failures = {}
    for line in tour:
        done = subprocess.run(["sh", "-c", line], cwd=ROOT, env=shell, capture_output=True, text=True, timeout=240)
        if done.returncode:
            failures[line] = done.stderr or done.stdout
    assert failures == {}


def test_setup_is_a_sound_shell_script_and_ci_runs_the_readme_command() -> None:
    assert subprocess.run(["sh", "-n", str(ROOT / "setup.sh")], check=False).returncode == 0
    assert COMMANDS[1] in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
