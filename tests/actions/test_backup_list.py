"""`siar backup --list`: what there is to go back to, also where the plan itself cannot be opened."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import pytest

from studio import actions
from studio.actions.backups import backup, begin_anew, examine_backup, list_backups, newest_good
from studio.cli import main
from studio.errors import NotFound


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A workspace of two items with a backup of the first, and one that is cut short."""
    with actions.open_studio(tmp_path) as store:
        actions.add_item(store, "Satu")
        backup(store).rename(tmp_path / "backups" / "siar-20251206-080000.db")
        actions.add_item(store, "Dua")
        cut = tmp_path / "backups" / "siar-20251207-080000.db"
        cut.write_bytes(backup(store).rename(cut).read_bytes()[:9000])
    return tmp_path


def test_the_backups_are_listed_with_what_they_hold(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--workspace", str(root), "backup", "--list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    folder = root / "backups"
    assert [line.split() for line in lines] == [
        ["made", "items", "size", "state", "file"],
        ["2025-12-07", "08:00", "9", "KB", "not", "whole", str(folder / "siar-20251207-080000.db")],
        ["2025-12-06", "08:00", "1", *lines[2].split()[3:5], "whole", str(folder / "siar-20251206-080000.db")],
    ]


def test_the_list_as_json_needs_no_plan_that_can_be_opened(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "siar.db").write_bytes(b"rusak" * 1000)
    assert main(["--workspace", str(root), "backup", "--list", "--json"]) == 0
    cut, whole = json.loads(capsys.readouterr().out)
    path = root / "backups" / "siar-20251206-080000.db"
    assert whole == {
        "path": str(path), "made_at": "2025-12-06T08:00:00", "size": path.stat().st_size,
        "items": 1, "whole": True, "reason": "",
    }  # fmt: skip
    assert (cut["items"], cut["whole"]) == (None, False)
    assert cut["reason"].startswith(f"The backup {cut['path']} is damaged (")


def test_with_none_it_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--workspace", str(tmp_path), "backup", "--list"]) == 0
    assert capsys.readouterr().out == "No backups yet. One is taken every day; `siar backup` takes one now.\n"


def test_the_newest_good_one_is_found_behind_one_that_is_cut_short(root: Path) -> None:
    found = newest_good(root)
    assert found is not None
    assert (found.made_at, found.items, found.whole) == (datetime(2025, 12, 6, 8, 0), 1, True)
    assert [one.whole for one in list_backups(root, verify=False)] == [None, None]


def test_a_file_from_elsewhere_is_looked_at_too(root: Path, tmp_path: Path) -> None:
    copy = tmp_path / "salinan.db"
    copy.write_bytes((root / "backups" / "siar-20251206-080000.db").read_bytes())
    assert (examine_backup(copy).items, examine_backup(copy).whole) == (1, True)
    with pytest.raises(NotFound, match=r"There is no file .*tidak ada\.db"):
        examine_backup(tmp_path / "tidak ada.db")


def test_a_plan_is_begun_anew_and_the_old_one_kept(root: Path) -> None:
    kept = begin_anew(root)
    assert examine_backup(kept).items == 2
    with actions.open_studio(root) as store:
        assert actions.list_items(store) == []
    (root / "siar.db").unlink()
    with pytest.raises(NotFound, match="There is no plan in"):
        begin_anew(root)
