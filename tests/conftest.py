"""For every test: no screen is needed, no folder of the user is touched, and no network is reached."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Home, workspace, checkpoints and caches of a test are its own."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    monkeypatch.setenv("SIAR_WORKSPACE", str(home / "Siar"))
    monkeypatch.setenv("SIAR_MODELS", str(home / "models"))
    monkeypatch.setenv("SIAR_CONFIG", str(home / "settings"))


@pytest.fixture(scope="session", autouse=True)
def one_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What is converted from a checkpoint is converted once for all tests."""
    before = os.environ.get("SIAR_CACHE")
    os.environ["SIAR_CACHE"] = str(tmp_path_factory.mktemp("cache"))
    yield
    if before is None:
        del os.environ["SIAR_CACHE"]
    else:
        os.environ["SIAR_CACHE"] = before


@pytest.fixture(scope="session", autouse=True)
def no_network() -> Iterator[None]:
    """Only this machine can be reached: a test that would ask the world fails at once."""
    real = socket.socket.connect

    def connect(self: socket.socket, address: object) -> None:
        host = address[0] if isinstance(address, tuple) else "local"
        if host not in ("127.0.0.1", "localhost", "::1", "local"):
            raise AssertionError(f"A test wants to reach {host}")
        real(self, address)  # type: ignore[arg-type]

    socket.socket.connect = connect  # type: ignore[method-assign]
    yield
    socket.socket.connect = real  # type: ignore[method-assign]


@pytest.fixture
def shared() -> Path:
    """The folder of recordings and drawings beside the project, where it is there."""
    if not SHARED.is_dir():
        pytest.skip("the folder of real recordings is not beside the project")
    return SHARED
