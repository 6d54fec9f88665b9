"""A workspace and its open store, for every test of this folder."""

import pytest

from studio.store import open_store
from studio.workspace import open_workspace


@pytest.fixture
def workspace(tmp_path):
    return open_workspace(tmp_path / "ws")


@pytest.fixture
def store(workspace):
    with open_store(workspace) as opened:
        yield opened
