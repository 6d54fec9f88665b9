from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from studio.errors import EncodingFailed, OutOfSpace
from studio.video.ffmpeg import file_argument, run_ffmpeg

ENDLESS = ["-re", "-f", "lavfi", "-i", "testsrc=s=64x64", "-f", "null", "-"]
TWO_SECONDS = ["-f", "lavfi", "-i", "testsrc=s=64x64:r=10:d=2", "-f", "null", "-"]


def children() -> set[psutil.Process]:
    return set(psutil.Process().children(recursive=True))


def test_progress_grows_to_one_with_a_message():
    seen: list[tuple[float, str]] = []
    run_ffmpeg(TWO_SECONDS, 2.0, lambda fraction, message: seen.append((fraction, message)), verb="Burning in")
    fractions = [fraction for fraction, _ in seen]
    assert fractions == sorted(fractions)
    assert seen[-2] == (1.0, "Burning in 0:02 of 0:02")
    assert seen[-1] == (1.0, "Burning in done")


def test_an_error_carries_the_line_that_says_why(tmp_path: Path):
    with pytest.raises(EncodingFailed) as caught:
        run_ffmpeg(["-i", file_argument(tmp_path / "tidak ada.mp4"), "-f", "null", "-"])
    assert str(caught.value) == (
        "ffmpeg gave up: Error opening input: No such file or directory. "
        "Check that the recording plays to its end, then try again."
    )


def test_a_wrong_filter_is_named():
    with pytest.raises(EncodingFailed, match="No such filter: 'nosuch'"):
        run_ffmpeg(["-f", "lavfi", "-i", "testsrc=s=64x64:d=1", "-vf", "nosuch", "-f", "null", "-"])


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
def test_a_full_disk_is_seen_as_one():
    with pytest.raises(OutOfSpace, match="The disk is full"):
        run_ffmpeg(["-f", "lavfi", "-i", "testsrc=s=64x64:d=1", "-f", "rawvideo", "/dev/full"])


def test_an_exception_in_the_listener_ends_ffmpeg():
    class StoppedError(Exception):
        pass

    before = children()  # multiprocessing keeps a helper of its own once another test has spawned

    def cancel(fraction: float, message: str) -> None:
        assert children() - before
        raise StoppedError

    with pytest.raises(StoppedError):
        run_ffmpeg(ENDLESS, 60.0, cancel)
    _, alive = psutil.wait_procs(children() - before, timeout=60)
    assert alive == []


@pytest.mark.skipif(sys.platform == "win32", reason="signals of Unix")
def test_ffmpeg_dies_with_a_parent_that_is_killed():
    code = (
        f"from studio.video.ffmpeg import run_ffmpeg\nrun_ffmpeg({ENDLESS!r}, 60.0, lambda f, m: print(m, flush=True))"
    )
    root = Path(__file__).resolve().parents[2]
    parent = subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, cwd=root, env={**os.environ, "PYTHONPATH": str(root)}
    )
    assert parent.stdout is not None
    parent.stdout.readline()  # ffmpeg is at work
    offspring = psutil.Process(parent.pid).children(recursive=True)
    assert any("ffmpeg" in process.name() for process in offspring)
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    parent.stdout.close()
    _, alive = psutil.wait_procs(offspring, timeout=60)
    assert alive == []
