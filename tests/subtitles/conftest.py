from __future__ import annotations

import sys
from pathlib import Path

import pytest

from studio.subtitles.profiles import Profile, load_profile

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture(scope="session")
def vertical() -> Profile:
    return load_profile("vertical")


@pytest.fixture(scope="session")
def netflix() -> Profile:
    return load_profile("netflix-id")
