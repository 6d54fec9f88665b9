"""A small workspace with one video item that has a script and a real recording."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import imageio_ffmpeg
import pytest
from spoken_clip import SENTENCES, SOUND

from studio.actions import add_item, open_studio
from studio.plan.item import Item
from studio.store import Store


@pytest.fixture(scope="session")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A few seconds of speech under a plain upright picture."""
    path = tmp_path_factory.mktemp("clip") / "rekaman.mp4"
    picture = ["-f", "lavfi", "-i", "color=teal:size=108x192:rate=5"]
    sound = ["-i", str(SOUND)]
    coded = ["-shortest", "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-c:a", "aac"]
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", *picture, *sound, *coded, str(path)]
    subprocess.run(command, check=True, timeout=60)
    return path


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_studio(tmp_path / "workspace") as store:
        yield store


@pytest.fixture
def item(store: Store, clip: Path) -> Item:
    recording = store.workspace.media / "rekaman.mp4"
    recording.write_bytes(clip.read_bytes())
    answers = {"hook": SENTENCES[:1], "context": [], "points": SENTENCES[1:-1], "cta": SENTENCES[-1:]}
    return add_item(
        store,
        "Three seconds",
        language="en",
        start="2026-12-08T12:00",
        duration_min="1",
        recording="media/rekaman.mp4",
        answers=answers,
    )
