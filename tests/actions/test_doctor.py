"""What the doctor finds: rows that another program left unreadable, and a workspace named with "~"."""

from __future__ import annotations

from pathlib import Path

import pytest

from studio import actions
from studio.actions.doctor import examine
from studio.speech.checkpoints import checkpoints_folder


def evidence(root: Path) -> dict[str, tuple[bool, str]]:
    return {check.name: (check.ok, check.evidence) for check in examine(root)}


def test_a_row_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with actions.open_studio(tmp_path) as store:
        for title in ("Satu", "Dua"):
            actions.add_item(store, title)
        with store.action("x"):
            store.db.execute("UPDATE items SET stage = 'weird' WHERE id = 2")
    assert evidence(tmp_path)["items"] == (
        False,
        f"Item 2 of {tmp_path / 'siar.db'} cannot be read (stage 'weird'): "
        "correct them, or run `siar restore` with a backup from before",
    )


def test_a_workspace_may_be_named_by_the_home_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    found = evidence(Path("~/x"))
    assert found["workspace"] == (True, f"{tmp_path / 'x'}, 0 items, database ok")
    assert found["items"] == (True, "Every row can be read")
    assert found["engines"] == (True, "script (always), fast and whisper (with a checkpoint)")
    assert found["cluster"][0]
    assert found["cluster"][1].startswith(("possible, by Dask 20", "not possible without Dask: pip install"))


def test_a_damaged_checkpoint_is_told(tmp_path: Path) -> None:
    checkpoints_folder().mkdir(parents=True)
    (checkpoints_folder() / "small.pt").write_bytes(b"<html>Masuk</html>")
    assert evidence(tmp_path)["checkpoints"] == (
        False, "small not whole: get or add it again, or `siar models remove small`",
    )  # fmt: skip
