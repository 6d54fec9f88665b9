"""A checkpoint from a stick: named as it is published, copied once, and nothing left behind by a cut."""

from __future__ import annotations

import hashlib
import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from studio.errors import DamagedCheckpoint, OutOfSpace
from studio.speech import checkpoints
from studio.speech.adding import add
from studio.speech.checkpoints import KNOWN, checkpoints_folder, installed


@pytest.fixture
def small_tiny(monkeypatch: pytest.MonkeyPatch, network: Path) -> None:
    """ "tiny" is the blank network here."""
    content = network.read_bytes()
    one = replace(KNOWN["tiny"], sha256=hashlib.sha256(content).hexdigest(), size=len(content))
    monkeypatch.setitem(checkpoints.KNOWN, "tiny", one)


@pytest.mark.usefixtures("small_tiny")
def test_a_published_one_gets_its_name_whatever_the_browser_called_it(tmp_path: Path, network: Path) -> None:
    shutil.copy(network, tmp_path / "tiny (1).pt")
    told: list[tuple[float, str]] = []
    one = add(tmp_path / "tiny (1).pt", lambda fraction, message: told.append((fraction, message)))
    assert (one.name, one.known) == ("tiny", KNOWN["tiny"])
    assert told[-1][0] == 1.0 and told[-1][1].startswith("Copying tiny (1).pt: ")
    assert [path.name for path in checkpoints_folder().iterdir()] == ["tiny.pt"]


@pytest.mark.usefixtures("small_tiny")
def test_a_good_one_takes_the_place_of_a_damaged_one(tmp_path: Path, network: Path) -> None:
    checkpoints_folder().mkdir(parents=True)
    (checkpoints_folder() / "tiny.pt").write_bytes(b"rusak")
    shutil.copy(network, tmp_path / "tiny.pt")
    add(tmp_path / "tiny.pt")
    assert (checkpoints_folder() / "tiny.pt").read_bytes() == network.read_bytes()


@pytest.mark.usefixtures("small_tiny")
def test_a_cut_copy_of_a_published_one_is_refused(tmp_path: Path, network: Path) -> None:
    (tmp_path / "tiny.pt").write_bytes(network.read_bytes()[:-50_000])
    with pytest.raises(DamagedCheckpoint, match="cut off"):
        add(tmp_path / "tiny.pt")
    assert installed() == [] and list(checkpoints_folder().glob(".*")) == []


def test_room_for_the_converted_one_is_asked_too(network: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    size = network.stat().st_size
    usage = shutil.disk_usage(network.parent)
    room = 100_000_000 + round(size * 1.2)
    monkeypatch.setattr("studio.speech.space.shutil.disk_usage", lambda folder: usage._replace(free=room))
    with pytest.raises(OutOfSpace):
        add(network)
    assert installed() == []


def test_what_a_killed_copy_left_is_swept(tmp_path: Path, network: Path) -> None:
    checkpoints_folder().mkdir(parents=True)
    dead = checkpoints_folder() / ".siar-999999999-adding.pt"
    alive = checkpoints_folder() / f".siar-{os.getppid()}-adding.pt"
    for path in (dead, alive):
        path.write_bytes(b"half")
    add(network)
    assert not dead.exists() and alive.exists()
