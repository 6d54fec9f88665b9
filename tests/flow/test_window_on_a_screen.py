"""The whole program on a screen: started as a person starts it, driven by its keys, seen by another program."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from program import ROOT, Siar

TOOLS = ("Xvfb", "openbox", "xdotool")
MISSING = [tool for tool in TOOLS if shutil.which(tool) is None]
pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"needs {', '.join(MISSING)} (setup.sh installs them on Debian)")


def until(found: Callable[[], Any], what: str) -> Any:
    """What `found` gives once it gives something; the pause between two looks is a wait for another process."""
    deadline = time.monotonic() + 150
    while time.monotonic() < deadline:
        if value := found():
            return value
        time.sleep(0.2)
    raise AssertionError(f"waited in vain for {what}")


@pytest.fixture
def screen() -> Iterator[dict[str, str]]:
    """The environment of a screen with a window manager, without which focus and shortcuts fail."""
    reading, writing = os.pipe()
    size = ["-screen", "0", "1440x900x24", "-nolisten", "tcp"]
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), *size], pass_fds=[writing], stderr=subprocess.DEVNULL
    )
    os.close(writing)
    with os.fdopen(reading) as told:
        number = told.readline().strip()
    env = {
        **os.environ,
        "DISPLAY": f":{number}",
        "QT_QPA_PLATFORM": "xcb",
        "PYTHONPATH": str(ROOT),
        "LC_ALL": "C.UTF-8",
    }
    manager = subprocess.Popen(["openbox"], env=env, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    yield env
    for process in (manager, server):
        process.terminate()
        process.wait(timeout=20)


def test_an_item_is_planned_by_keys_and_taken_back(screen: dict[str, str], siar: Siar, tmp_path: Path) -> None:
    root = tmp_path / "w"

    def titles() -> list[str]:
        return [item["title"] for item in siar("--workspace", root, "items", "list", "--json").json]

    def press(*words: str) -> None:
        subprocess.run(["xdotool", *words], env=screen, check=True, timeout=30)

    def shown() -> str:
        command = ["xdotool", "search", "--onlyvisible", "--name", "Siar Studio"]
        return subprocess.run(command, env=screen, capture_output=True, text=True, timeout=30).stdout.strip()

    def active(window: str) -> bool:
        # The window manager may not be there yet, and then says nothing or an error.
        subprocess.run(["xdotool", "windowactivate", window], env=screen, capture_output=True, timeout=30)
        told = subprocess.run(["xdotool", "getactivewindow"], env=screen, capture_output=True, text=True, timeout=30)
        return told.stdout.strip() == window

    siar("--workspace", root, "items", "add", "Mitos komisi", "--start", "2026-12-08T12:00")
    command = [sys.executable, "-m", "studio.cli", "--workspace", str(root), "ui", "--item", "1"]
    program = subprocess.Popen(command, env=screen, stderr=subprocess.PIPE, text=True)
    try:
        window = until(shown, "the window").splitlines()[0]
        until(lambda: active(window), "the window to be the active one")
        press("key", "alt+Right")
        until(lambda: _day(siar, root) == "2026-12-09", "the item to move")
        press("key", "ctrl+z")
        until(lambda: _day(siar, root) == "2026-12-08", "the move to be undone")
        # The mouse carries the card from Tuesday to Thursday, as Qt's own drag and drop does it.
        press("mousemove", "--window", window, "406", "318", "mousedown", "1")
        for x in ("420", "480", "560", "640", "660"):
            press("mousemove", "--window", window, x, "345")
        press("mouseup", "1")
        until(lambda: _day(siar, root) == "2026-12-10", "the item to be carried")
        press("key", "w")
        press("key", "alt+Up")
        until(lambda: _start(siar, root) == "2026-12-10T11:45", "the item to move by a quarter of an hour")
        press("key", "m")
        press("key", "c")
        press("type", "--delay", "30", "Rapat pagi")
        press("key", "Return")
        until(lambda: "Rapat pagi" in titles(), "the new item")
        press("key", "ctrl+q")
        _, said = program.communicate(timeout=120)
        assert (program.returncode, said) == (0, "")
    finally:
        with suppress(ProcessLookupError):
            program.kill()


def _start(siar: Siar, root: Path) -> str:
    start: str = siar("--workspace", root, "items", "show", "1", "--json").json["start"]
    return start


def _day(siar: Siar, root: Path) -> str:
    return _start(siar, root)[:10]


def test_with_no_display_one_sentence_says_so(siar: Siar, tmp_path: Path) -> None:
    ran = siar("--workspace", tmp_path, "ui", env={"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""})
    assert ran.code == 1
    assert ran.err == (
        "siar: error: There is no display to open a window on. Start it from a desktop; the other commands need none.\n"
    )
