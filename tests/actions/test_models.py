"""Checkpoints as the command line and the window see them: states, jobs, settings."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from studio.actions import models
from studio.cli import main
from studio.errors import DamagedCheckpoint, InvalidValue, UnknownCheckpoint
from studio.resources import assets
from studio.speech.checkpoints import checkpoints_folder
from studio.speech.conversion import is_prepared
from studio.speech.network import settings_file


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """The demo's checkpoint under a name of its own."""
    return Path(shutil.copy(assets("demo", "siar-demo.pt"), tmp_path / "kelas kreator.pt"))


def row(name: str) -> dict[str, Any]:
    return next(one for one in models.list_models() if one["name"] == name)


def test_the_list_tells_how_each_checkpoint_stands(stick: Path) -> None:
    assert row("small") == {
        "name": "small", "installed": False, "path": None, "size_mb": 484, "languages": "99 languages",
        "advice": "the one to begin with: good Indonesian and English on a laptop",
        "state": "missing", "part_mb": 0, "prepared": False,
    }  # fmt: skip
    checkpoints_folder().mkdir(parents=True)
    (checkpoints_folder() / ".small.pt.part").write_bytes(b"x" * 3_000_000)
    (checkpoints_folder() / "tiny.pt").write_bytes(b"<html>Masuk</html>")
    shutil.copy(stick, checkpoints_folder() / "punyaku.pt")
    assert (row("small")["state"], row("small")["part_mb"]) == ("part", 3)
    assert (row("tiny")["state"], row("tiny")["installed"]) == ("damaged", True)
    assert (row("punyaku")["state"], row("punyaku")["prepared"]) == ("here", False)
    assert models.list_models()[0]["name"] == "punyaku"


def test_what_is_added_is_prepared_and_its_removal_takes_that_along(stick: Path) -> None:
    request = models.add_request(stick)
    assert request.title == "Add the checkpoint kelas kreator.pt"
    told: list[tuple[float, str]] = []
    path = models.run_add(**request.arguments, progress=lambda fraction, message: told.append((fraction, message)))
    assert Path(path) == checkpoints_folder() / "kelas-kreator.pt"
    assert is_prepared(Path(path)) and row("kelas-kreator")["prepared"]
    assert [fraction for fraction, _ in told] == sorted(fraction for fraction, _ in told)
    assert told[-1] == (1.0, "kelas-kreator is ready")
    models.remove_model("kelas-kreator")
    shutil.copy(stick, path)
    assert not is_prepared(Path(path))


def test_the_part_of_one_that_arrived_can_be_removed() -> None:
    checkpoints_folder().mkdir(parents=True)
    part = checkpoints_folder() / ".small.pt.part"
    part.write_bytes(b"half")
    assert models.remove_model("small") == part
    assert row("small")["state"] == "missing"
    with pytest.raises(UnknownCheckpoint):
        models.remove_model("small")


def test_what_cannot_begin_is_refused_before_a_job_is_made(tmp_path: Path) -> None:
    with pytest.raises(UnknownCheckpoint):
        models.get_request("smal")
    with pytest.raises(InvalidValue):
        models.get_request("small", mirror="file:///etc")
    with pytest.raises(InvalidValue, match="siar models settings --proxy"):
        models.get_request("small", proxy="http://siti:rahasia@proxy:8080")
    (tmp_path / "page.pt").write_bytes(b"<html>Masuk</html>")
    with pytest.raises(DamagedCheckpoint, match="web page"):
        models.add_request(tmp_path / "page.pt")
    assert models.get_request("turbo", proxy="proxy:8080").arguments == {
        "name": "large-v3-turbo", "proxy": "http://proxy:8080",
    }  # fmt: skip


def test_the_settings_are_shown_and_set(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SIAR_MODELS_MIRROR", "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    assert (
        main(["models", "settings", "--mirror", "https://cermin.example/", "--proxy", "siti:rahasia@proxy:8080"]) == 0
    )
    said = capsys.readouterr().out
    assert "mirror    https://cermin.example\n" in said and "proxy     http://siti:…@proxy:8080\n" in said
    assert "rahasia" in settings_file().read_text("utf-8")
    monkeypatch.setenv("SIAR_MODELS_MIRROR", "https://lain.example")
    assert main(["models", "settings", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["mirror"], told["mirror_from"]) == ("https://lain.example", "environment")
    assert (told["set_mirror"], told["proxy_from"]) == ("https://cermin.example", "settings")
    assert main(["models", "settings", "--proxy", "socks5://proxy:1"]) == 1
    assert "A socks5 proxy cannot be used" in capsys.readouterr().err


def test_a_stick_is_added_and_listed_by_command(stick: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["models", "add", str(stick)]) == 0
    assert capsys.readouterr().out.strip() == str(checkpoints_folder() / "kelas-kreator.pt")
    assert main(["models", "list"]) == 0
    said = capsys.readouterr().out
    assert "kelas-kreator   here" in said and f"They lie in {checkpoints_folder()}, " in said
    assert "not fit for Indonesian" in said
