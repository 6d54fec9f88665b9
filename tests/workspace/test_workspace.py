"""The folder of a workspace: made, refused, warned about; the names and thinning of its backups."""

import os
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.errors import ReadOnlyWorkspace, WorkspaceError
from studio.workspace import (
    Workspace,
    backup_name,
    backup_time,
    backups,
    default_root,
    open_workspace,
    superfluous,
    sync_warning,
)


def test_a_workspace_is_made_on_first_use(tmp_path):
    workspace = open_workspace(tmp_path / "dalam" / "Siar 😀 it's")
    assert workspace.database == workspace.root / "siar.db"
    assert [path.is_dir() for path in (workspace.media, workspace.out, workspace.backups)] == [True, True, True]
    assert open_workspace(workspace.root) == workspace
    assert sorted(path.name for path in workspace.root.iterdir()) == ["backups", "media", "out"]


def test_the_workspace_is_named_by_the_environment_else_in_the_home_folder(monkeypatch, tmp_path):
    monkeypatch.setenv("SIAR_WORKSPACE", str(tmp_path / "here"))
    assert default_root() == tmp_path / "here"
    assert open_workspace().root == (tmp_path / "here").resolve()
    monkeypatch.delenv("SIAR_WORKSPACE")
    assert default_root() == Path.home() / "Siar"


def test_a_folder_without_a_write_bit_is_read_only_even_for_the_administrator(tmp_path):
    root = open_workspace(tmp_path / "ws").root
    root.chmod(0o555)
    try:
        with pytest.raises(ReadOnlyWorkspace) as caught:
            open_workspace(root)
    finally:
        root.chmod(0o755)
    assert str(caught.value) == (
        f"The workspace {root} cannot be written to. "
        "Allow writing to this folder, or choose another one with --workspace."
    )


def test_a_read_only_database_is_told_apart(tmp_path):
    workspace = open_workspace(tmp_path / "ws")
    workspace.database.write_bytes(b"")
    workspace.database.chmod(0o444)
    with pytest.raises(ReadOnlyWorkspace) as caught:
        open_workspace(workspace.root)
    assert str(caught.value) == (
        f"The workspace's database {workspace.database} is read-only. Allow writing to it, or choose another workspace."
    )


def test_a_file_in_place_of_the_folder_or_above_it_is_named(tmp_path):
    file = tmp_path / "catatan.txt"
    file.write_text("x")
    for root in (file, file / "dalam" / "ws"):
        with pytest.raises(ReadOnlyWorkspace) as caught:
            open_workspace(root)
        assert str(caught.value) == (
            f"{file} is a file, so the workspace {root} cannot be there. Choose another folder."
        )


def test_a_folder_in_place_of_the_database_is_named(tmp_path):
    (tmp_path / "siar.db").mkdir()
    with pytest.raises(WorkspaceError, match=r"siar\.db is a folder, not a database"):
        open_workspace(tmp_path)


def test_a_workspace_where_the_system_allows_none_says_why():
    nowhere = Path("/proc/siar") if Path("/proc").is_dir() else Path("Z:/")
    with pytest.raises(ReadOnlyWorkspace, match=r"^The workspace .* cannot be written to"):
        open_workspace(nowhere)


def test_a_name_that_is_no_folder_is_told_in_one_sentence(tmp_path, monkeypatch):
    with pytest.raises(WorkspaceError, match="cannot be written to"):
        open_workspace(tmp_path / ("x" * 300))
    monkeypatch.setenv("SIAR_WORKSPACE", "~nobody-of-that-name/Siar")
    if os.name == "posix":
        with pytest.raises(WorkspaceError, match=r"^The workspace ~nobody-of-that-name/Siar cannot be found"):
            open_workspace()
        (tmp_path / "lingkaran").symlink_to(tmp_path / "lingkaran")
        with pytest.raises(WorkspaceError, match=r"lingkaran cannot be "):
            open_workspace(tmp_path / "lingkaran")


def test_paths_inside_are_stored_from_the_root_and_others_whole(tmp_path, monkeypatch):
    workspace = open_workspace(tmp_path / "ws")
    inside = workspace.media / "a" / ".." / "rekaman é.mp4"
    assert workspace.relative(inside) == "media/rekaman é.mp4"
    assert workspace.absolute("media/rekaman é.mp4") == workspace.media / "rekaman é.mp4"
    outside = tmp_path / "lain.mp4"
    assert workspace.relative(outside) == str(outside)
    assert workspace.absolute(str(outside)) == outside
    monkeypatch.chdir(workspace.out)
    assert workspace.relative(Path("deck.pptx")) == "out/deck.pptx"


@pytest.mark.parametrize(
    ("root", "where"),
    [
        ("/Users/r/OneDrive - Toko/Siar", "in a folder that OneDrive synchronises"),
        ("/home/r/Dropbox (Personal)/Siar", "in a folder that Dropbox synchronises"),
        ("/Users/r/CloudStorage/GoogleDrive-r@contoh.id/Siar", "in a folder that Google Drive synchronises"),
        ("G:/My Drive/Siar", "in a folder that Google Drive synchronises"),
        ("/Users/r/Library/Mobile Documents/Siar", "in a folder that iCloud synchronises"),
        ("//server/tim/Siar", "on a network drive"),
    ],
)
def test_a_synchronised_or_network_folder_is_warned_about(root, where):
    assert sync_warning(Path(root)) == (
        f"The workspace {Path(root)} lies {where}, where its database can lose changes. "
        "Keep it on this computer's own disk, and exchange plans by sheet or calendar file."
    )


def test_a_folder_on_the_own_disk_is_not_warned_about(tmp_path):
    assert sync_warning(tmp_path / "Boxing" / "onedriver") is None


def test_backups_are_known_by_their_names(tmp_path):
    workspace = open_workspace(tmp_path)
    second = "siar-20251201-190000"
    names = [f"{second}.db", f"{second} (2).db", f"{second} (10).db", "siar-20251202-080000.db"]
    for name in [*names, "siar-old.db", "damaged-siar-20251203-080000.db", "siar-20251204-080000.db-journal"]:
        (workspace.backups / name).touch()
    assert [path.name for path in backups(workspace)] == names[::-1]
    assert backup_name(datetime(2025, 12, 1, 19, 0)) == names[0]
    assert backup_time(Path(names[1])) == datetime(2025, 12, 1, 19, 0)


def test_backups_are_thinned_by_age():
    today = date(2026, 12, 20)
    at = [datetime(2026, 12, 20, 9), datetime(2026, 12, 20, 8), datetime(2026, 12, 19, 9), datetime(2026, 12, 19, 8),
          datetime(2026, 12, 6, 9), datetime(2026, 12, 5, 9), datetime(2026, 11, 30, 9), datetime(2026, 11, 29, 9),
          datetime(2025, 12, 31, 9), datetime(2025, 12, 30, 9)]  # fmt: skip
    at += [datetime(2026, 11, day, 9) for day in range(15, 26)]
    gone = superfluous([Path(backup_name(when)) for when in at] + [Path("siar-mine.db")], today)
    assert [backup_time(path) for path in gone] == [
        datetime(2026, 12, 19, 8),
        *(datetime(2026, 11, day, 9) for day in (16, 15)),
        datetime(2025, 12, 30, 9),
    ]


def test_a_clock_that_is_wrong_for_a_day_costs_no_backup_that_would_not_go_else():
    days = [Path(backup_name(datetime(2026, 12, day, 9))) for day in range(6, 20)]
    months = [Path(backup_name(datetime(2026, month, 28, 9))) for month in range(1, 12)]
    for wrong in (date(2040, 1, 1), date(1970, 1, 2), date(2026, 12, 20)):
        today = Path(backup_name(datetime(wrong.year, wrong.month, wrong.day, 9)))
        assert superfluous([*days, *months, today], wrong) == []


def test_a_backup_that_a_wrong_clock_dated_is_not_the_newest(tmp_path):
    workspace = open_workspace(tmp_path)
    now = datetime.now()
    times = [now - timedelta(days=1), now - timedelta(days=2), now + timedelta(days=900)]
    for when in times:
        (workspace.backups / backup_name(when)).touch()
    assert [path.name for path in backups(workspace)] == [backup_name(when) for when in times]


@given(st.lists(st.datetimes(datetime(2024, 1, 1), datetime(2026, 12, 20)), max_size=40))
def test_thinning_keeps_every_day_of_two_weeks_and_settles(times):
    today = date(2026, 12, 20)
    paths = {Path(backup_name(when)) for when in times}
    kept = paths - set(superfluous(paths, today))
    days = {when.date() for when in times if when.date() >= today - timedelta(days=14)}
    assert {backup_time(path).date() for path in kept} >= days
    assert len({backup_time(path).date() for path in kept}) >= min(14, len({when.date() for when in times}))
    assert superfluous(kept, today) == []
    assert len([path for path in kept if backup_time(path).date() < today]) <= 14 + 13


def test_a_workspace_is_a_value():
    assert Workspace(Path("/a")) == Workspace(Path("/a"))
