from __future__ import annotations

from pathlib import Path

import pytest

from studio.subtitles.profiles import Profile, load_profile
from studio.video.ffmpeg import run_ffmpeg


@pytest.fixture(scope="session")
def vertical() -> Profile:
    return load_profile("vertical")


@pytest.fixture(scope="session")
def netflix() -> Profile:
    return load_profile("netflix-id")


@pytest.fixture(scope="session")
def clips(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of tiny recordings, three seconds of plain grey each, so that what is drawn on them can be found."""
    folder = tmp_path_factory.mktemp("clips")

    def grey(size: str, name: str, *options: str, sound: str = "aac") -> None:
        colours = "setparams=color_primaries=bt709:color_trc=bt709:colorspace=bt709:range=tv"
        run_ffmpeg([
            "-f", "lavfi", "-i", f"color=gray:s={size}:r=20:d=3,format=yuv420p,{colours}",
            *(["-f", "lavfi", "-i", "sine=440:d=3", "-c:a", sound, "-strict", "-2"] if sound else []),
            "-c:v", "libx264", "-preset", "ultrafast", *options, str(folder / name),
        ])  # fmt: skip

    grey("270x480", "upright.mp4")
    grey("480x270", "wide.mp4")
    grey("480x270", "opus.mkv", sound="opus")
    grey("480x270", "silent.mp4", sound="")
    grey("480x270", "variable.mp4", "-vf", "select='lt(t,1)+not(mod(n,3))'", "-fps_mode", "vfr")
    run_ffmpeg(["-display_rotation", "90", "-i", str(folder / "wide.mp4"), "-c", "copy", str(folder / "turned.mp4")])
    run_ffmpeg([
        "-f", "lavfi", "-i", "color=gray:s=481x271:r=20:d=1", "-c:v", "ffv1", "-pix_fmt", "yuv444p",
        str(folder / "odd.mkv"),
    ])  # fmt: skip
    run_ffmpeg(["-f", "lavfi", "-i", "sine=440:d=1", "-c:a", "aac", str(folder / "sound.m4a")])
    return folder
