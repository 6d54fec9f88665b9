"""Thumbnails of a sheet: a bad row is told, the others are made, and nothing that somebody edited is lost."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from studio.actions.making import run_sheet


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "judul.csv"
    path.write_text("judul\nCahaya bagus\n你好\nCahaya bagus\n", encoding="utf-8")
    return path


def made(sheet: Path) -> dict[str, Any]:
    folder = sheet.parent
    return run_sheet(
        workspace=str(folder / "w"),
        sheet=str(sheet),
        template="",
        presets=["square"],
        out=str(folder / "out"),
        progress=lambda _fraction, _message: None,
    )


def test_a_row_that_cannot_be_drawn_is_told_and_the_others_are_made(sheet: Path) -> None:
    told = made(sheet)
    assert [Path(one["path"]).name for one in told["files"]] == ["cahaya-bagus.square.jpg", "cahaya-bagus-2.square.jpg"]
    assert all(Path(one["path"]).parent == sheet.parent / "out" for one in told["files"])
    assert [one["row"] for one in told["unread"]] == [3]
    assert "has no text to show" in told["unread"][0]["reason"]


def test_an_edited_picture_is_kept_beside_and_an_own_one_is_made_anew(sheet: Path) -> None:
    made(sheet)
    edited = sheet.parent / "out" / "cahaya-bagus.square.jpg"
    edited.write_bytes(b"my own")
    told = made(sheet)
    kept = edited.with_name("cahaya-bagus.square (kept).jpg")
    assert told["kept"] == [str(kept)]
    assert kept.read_bytes() == b"my own"
    assert sorted(path.name for path in edited.parent.iterdir()) == [
        "cahaya-bagus-2.square.jpg", "cahaya-bagus.square (kept).jpg", "cahaya-bagus.square.jpg",
    ]  # fmt: skip
