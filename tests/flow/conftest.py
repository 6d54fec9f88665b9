"""`siar` for the flow tests, and the demo, built once."""

from __future__ import annotations

import pytest
from program import Demo, Siar, run_siar


@pytest.fixture
def siar() -> Siar:
    return run_siar


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    root = tmp_path_factory.mktemp("demo") / "Contoh Siar"
    return Demo(root, run_siar("demo", "--no-window", "--out", root, "--json").json)
