"""Profiles by command: listed with their figures, shown, copied; a broken one is told with its line."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from studio.cli import main


def folder() -> Path:
    return Path(os.environ["SIAR_WORKSPACE"]) / "templates" / "profiles"


def test_profiles_are_listed_copied_and_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["profiles", "copy", "vertical", "toko-kita"]) == 0
    path = Path(capsys.readouterr().out.strip())
    assert path == folder() / "toko-kita.toml"
    path.write_text(path.read_text("utf-8").replace("chars = 24", "chars = 20"), "utf-8")
    assert main(["profiles", "list"]) == 0
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert ["vertical", "Vertical", "short", "2", "x", "24", "18", "to", "25", "cps", "0.7", "to", "5", "s",
            "Siar", "Studio"] in lines  # fmt: skip
    assert next(line for line in lines if line[0] == "toko-kita")[-2:] == ["this", "workspace"]
    assert main(["profiles", "show", "toko-kita", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["chars"], told["own"], told["problem"]) == (20, True, "")
    assert main(["profiles", "show", "netflix-id"]) == 0
    said = capsys.readouterr().out
    assert 'dash           "- "   begins each line where two people speak in one cue\n' in said
    assert "cps            17     characters a second that read well\n" in said


def test_a_broken_profile_is_told_and_the_others_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    folder().mkdir(parents=True)
    (folder() / "rusak.toml").write_text("chars = banyak\n")
    assert main(["profiles", "list"]) == 0
    told = capsys.readouterr()
    assert "rusak       cannot be used" in told.out and "vertical" in told.out
    assert f"siar: note: The profile {folder() / 'rusak.toml'}, line 1, cannot be read" in told.err
    assert main(["profiles", "list", "--json"]) == 0
    rows = {row["name"]: row for row in json.loads(capsys.readouterr().out)}
    assert "line 1" in rows["rusak"]["problem"] and rows["vertical"]["chars"] == 24
    assert main(["profiles", "show", "rusak"]) == 1
    assert "line 1" in capsys.readouterr().err


def test_what_cannot_be_copied_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["profiles", "copy", "vertikal", "x"]) == 1
    assert "Choose one of these: netflix-en, netflix-id, vertical" in capsys.readouterr().err
    assert main(["profiles", "copy", "vertical", "../x"]) == 1
    assert "cannot be the name of a profile" in capsys.readouterr().err
