"""A display that is named but does not answer: one sentence, where Qt would abort."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from ui.display import wayland_answers, x_answers

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="X and Wayland are looked for on Linux alone")


def start(root: Path, **display: str) -> subprocess.CompletedProcess[str]:
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR")
    }
    command = [sys.executable, "-m", "ui.app", "--workspace", str(root)]
    return subprocess.run(command, env={**kept, **display}, capture_output=True, text=True, timeout=120, check=False)


@linux
@pytest.mark.parametrize(
    "display",
    [{"DISPLAY": ":4093"}, {"WAYLAND_DISPLAY": "wayland-93"}, {"DISPLAY": ":4093", "QT_QPA_PLATFORM": "xcb"}],
    ids=["x", "wayland", "asked for"],
)
def test_a_dead_display_is_told_in_one_sentence(tmp_path: Path, display: dict[str, str]) -> None:
    named = next(iter(display.values()))
    done = start(tmp_path / "Siar", XDG_RUNTIME_DIR=str(tmp_path), **display)
    assert (done.returncode, done.stderr) == (
        1,
        f"siar: error: The display {named} does not answer. "
        "Start it from a desktop; the other commands need none.\n",
    )  # fmt: skip


@linux
def test_a_compositor_answers_by_name_and_by_path_until_it_is_gone(tmp_path: Path) -> None:
    named = {"WAYLAND_DISPLAY": "wayland-5", "XDG_RUNTIME_DIR": str(tmp_path)}
    path = {"WAYLAND_DISPLAY": str(tmp_path / "wayland-5")}
    with socket.socket(socket.AF_UNIX) as compositor:
        compositor.bind(str(tmp_path / "wayland-5"))
        compositor.listen()
        assert wayland_answers(named)
        assert wayland_answers(path)
    assert (tmp_path / "wayland-5").exists()
    assert not wayland_answers(named)
    assert not wayland_answers({"WAYLAND_DISPLAY": "wayland-5"})


@linux
@pytest.mark.parametrize(
    "name", ["", "nonsense", ":", ":4093", "unix:4093", "localhost:4093.0", "[::1]:4093", ":99999"]
)
def test_no_x_server_answers_to_these_names(name: str) -> None:
    assert not x_answers({"DISPLAY": name})


@linux
def test_who_listens_but_lets_nobody_in_is_no_display() -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("\0/tmp/.X11-unix/X4094")
        server.listen()
        server.settimeout(10)
        import threading

        def hang_up() -> None:
            for _ in range(2):
                server.accept()[0].close()

        thread = threading.Thread(target=hang_up)
        thread.start()
        assert not x_answers({"DISPLAY": ":4094"})
        thread.join()
