"""Recordings, checkpoints and engines of the speech room's tests; what takes seconds to load is loaded once."""

from __future__ import annotations

from pathlib import Path

import pytest
from speech_clips import Clip, read_clip, save_network

from studio.resources import assets
from studio.speech.engines import Engine, load_engine

HELD_OUT = Path(__file__).resolve().parent.parent / "assets"


@pytest.fixture(scope="session")
def clips() -> dict[str, Clip]:
    """The demo's two recordings, and two in voices that the demo checkpoint never heard."""
    paths = [assets("demo", "cahaya-bagus.mp4"), assets("demo", "hook-3-seconds.mp4")]
    paths += [HELD_OUT / "heldout-id.flac", HELD_OUT / "heldout-en.flac"]
    return {path.stem: read_clip(path) for path in paths}


@pytest.fixture(scope="session")
def demo() -> Path:
    return assets("demo", "siar-demo.pt")


@pytest.fixture(scope="session")
def engines(demo: Path) -> dict[str, Engine]:
    return {name: load_engine(name, demo) for name in ("fast", "whisper")}


@pytest.fixture(scope="session")
def network(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_network(tmp_path_factory.mktemp("network") / "blank.pt")
