"""Checkpoints on this machine: listed, added, checked, removed, and the demo's kept apart."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from speech_clips import save_network

from studio.errors import DamagedCheckpoint, InvalidValue, NotFound, OutOfSpace, UnknownCheckpoint
from studio.resources import assets
from studio.speech import checkpoints
from studio.speech.adding import add
from studio.speech.checkpoints import (
    KNOWN,
    check,
    checkpoints_folder,
    find,
    installed,
    is_demo_file,
    known,
    remove,
)
from studio.speech.conversion import converted


def test_the_list_is_openai_whispers_own() -> None:
    import whisper

    published = {name: address.split("/")[-2] for name, address in whisper._MODELS.items()}

    assert {name: published[name] for name in KNOWN} == {name: one.sha256 for name, one in KNOWN.items()}
    assert {known(name).sha256 for name in published} == set(published.values())
    assert "not fit for Indonesian" in KNOWN["tiny"].advice
    assert "not fit for Indonesian" in KNOWN["base"].advice


def test_a_file_from_a_stick_is_added_found_checked_and_removed(tmp_path: Path, network: Path) -> None:
    stick = tmp_path / "kelas kreator.pt"
    shutil.copy(network, stick)

    added = add(stick)

    assert (added.name, added.path, added.known) == ("kelas-kreator", checkpoints_folder() / "kelas-kreator.pt", None)
    assert installed() == [added]
    assert add(stick) == added
    assert find("kelas-kreator") == added.path
    assert check("kelas-kreator").ok
    folder = converted(added.path, "float32")
    assert remove("kelas-kreator") == added.path
    assert installed() == []
    assert not folder.exists()


def test_a_damaged_checkpoint_is_noticed(network: Path) -> None:
    path = checkpoints_folder() / "mine.pt"
    path.parent.mkdir(parents=True)
    path.write_bytes(network.read_bytes()[:1000])

    assert (check("mine").name, check("mine").ok) == ("mine", False)


def test_a_file_that_only_claims_to_be_published_is_refused(tmp_path: Path, network: Path) -> None:
    shutil.copy(network, tmp_path / "small.pt")

    with pytest.raises(DamagedCheckpoint, match="not the file that is published as small"):
        add(tmp_path / "small.pt")
    assert installed() == []


def test_a_taken_name_is_not_overwritten(tmp_path: Path, network: Path) -> None:
    add(network)
    other = save_network(tmp_path / "blank.pt", mels=128)

    with pytest.raises(InvalidValue, match="Another checkpoint called blank"):
        add(other)
    shutil.copy(network, tmp_path / "demo.pt")
    with pytest.raises(InvalidValue, match="belongs to"):
        add(tmp_path / "demo.pt")
    with pytest.raises(NotFound):
        add(tmp_path / "hilang.pt")


def test_a_full_disk_is_told_before_copying(network: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = shutil.disk_usage(network.parent)
    monkeypatch.setattr("studio.speech.space.shutil.disk_usage", lambda folder: usage._replace(free=1000))

    with pytest.raises(OutOfSpace, match="0 MB are free"):
        add(network)


def test_an_unknown_name_tells_those_that_are_there(network: Path) -> None:
    add(network)

    with pytest.raises(UnknownCheckpoint, match=r"No checkpoint called smal is installed \(there: blank\)"):
        find("smal")
    with pytest.raises(UnknownCheckpoint, match="siar models get large-v3-turbo"):
        find("turbo")
    with pytest.raises(UnknownCheckpoint, match="tiny"):
        known("smal")
    with pytest.raises(UnknownCheckpoint):
        remove("smal")
    assert find(network) == network


def test_the_demos_recordings_are_known_by_their_content(tmp_path: Path) -> None:
    copy = tmp_path / "apa saja.mp4"
    shutil.copy(assets("demo", "cahaya-bagus.mp4"), copy)
    other = tmp_path / "lain.mp4"
    other.write_bytes(copy.read_bytes()[:-1] + b"x")

    assert is_demo_file(assets("demo", "hook-3-seconds.mp4"))
    assert is_demo_file(copy)
    assert not is_demo_file(other)
    assert not is_demo_file(tmp_path / "hilang.mp4")
    assert find("demo") == checkpoints.demo_checkpoint()
