"""Tiny recordings, made once by ffmpeg's own sources."""

from __future__ import annotations

from pathlib import Path

import pytest

from studio.video.ffmpeg import run_ffmpeg


@pytest.fixture(scope="session")
def scenes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A second of black, of blur, of a sharp test card, and of white: 320 x 180, a keyframe at each second."""
    path = tmp_path_factory.mktemp("scenes") / "empat adegan.mp4"
    source = "s=320x180:r=10:d=1"
    run_ffmpeg(
        [
            "-f", "lavfi", "-i", f"color=black:{source}", "-f", "lavfi", "-i", f"testsrc2={source}",
            "-f", "lavfi", "-i", f"testsrc2={source}", "-f", "lavfi", "-i", f"color=white:{source}",
            "-filter_complex", "[1:v]gblur=12[soft];[0:v][soft][2:v][3:v]concat=n=4,format=yuv420p",
            "-c:v", "libx264", "-preset", "ultrafast", "-force_key_frames", "0,1,2,3", str(path),
        ]
    )  # fmt: skip
    return path


@pytest.fixture(scope="session")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A second of a tone without picture."""
    path = tmp_path_factory.mktemp("sound") / "suara.m4a"
    run_ffmpeg(["-f", "lavfi", "-i", "sine=440:d=1", "-c:a", "aac", str(path)])
    return path
