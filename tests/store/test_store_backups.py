"""Backups: verified, once a day, thinned; restored without losing what is there."""

import os
import sqlite3
from datetime import datetime, timedelta

import pytest

from studio.errors import CannotWrite, DamagedDatabase, InvalidValue, NewerSchema, NotFound, WorkspaceError
from studio.plan.item import Item
from studio.store import open_store
from studio.store.backups import back_up, look_for_damage, restore, set_aside
from studio.store.items import add_item, list_items
from studio.store.kept import kept, verified
from studio.store.migrations import SCHEMA
from studio.store.undo import undo
from studio.workspace import backup_name, backup_time, backups, open_workspace


def titles(path):
    connection = sqlite3.connect(path)
    rows = connection.execute("SELECT title FROM items ORDER BY id").fetchall()
    connection.close()
    return [title for (title,) in rows]


def test_a_backup_is_a_whole_database_of_its_own(store):
    add_item(store, Item("satu"))
    path = back_up(store)
    add_item(store, Item("dua"))
    assert path.parent == store.workspace.backups
    assert backup_time(path) <= datetime.now()
    assert titles(path) == ["satu"]
    assert sorted(file.name for file in store.workspace.backups.iterdir()) == [path.name]


def test_two_backups_in_one_second_are_both_kept(store):
    assert len({back_up(store) for _ in range(3)}) == 3
    assert len(backups(store.workspace)) == 3


def test_the_first_opening_of_a_day_makes_a_backup_and_the_next_does_not(workspace):
    with open_store(workspace) as store:
        add_item(store, Item("satu"))
    assert backups(workspace) == []
    for _ in range(3):
        open_store(workspace).close()
    assert [titles(path) for path in backups(workspace)] == [["satu"]]


def test_a_backup_that_fails_is_told_and_keeps_nobody_from_the_plan(workspace):
    with open_store(workspace) as store:
        add_item(store, Item("satu"))
    workspace.backups.rmdir()
    workspace.backups.write_text("bukan folder")
    with open_store(workspace) as store:
        assert [item.title for item in list_items(store)] == ["satu"]
        assert len(store.notices) == 1
        assert store.notices[0].startswith("Today's backup could not be made. ")
        with pytest.raises(CannotWrite):
            back_up(store)


def test_old_backups_are_thinned_when_one_is_made(store):
    before = [datetime.now() - timedelta(days=days) for days in range(800, 814)]
    old = [store.workspace.backups / backup_name(when) for when in before]
    superfluous = store.workspace.backups / backup_name(before[3] - timedelta(seconds=1))
    mine = store.workspace.backups / "sebelum pindah.db"
    for file in (*old, superfluous, mine):
        file.touch()
    path = back_up(store)
    assert set(store.workspace.backups.iterdir()) == {path, mine, *old}


def test_the_half_of_a_backup_that_a_killed_process_left_goes_a_day_later(store):
    old, journal, new = (
        store.workspace.backups / f".siar-{name}" for name in ("lama.db", "lama.db-journal", "baru.db")
    )
    for path in (old, journal, new):
        path.write_bytes(b"setengah")
    yesterday = (datetime.now() - timedelta(days=2)).timestamp()
    for path in (old, journal):
        os.utime(path, (yesterday, yesterday))
    path = back_up(store)
    assert set(store.workspace.backups.iterdir()) == {path, new}


def test_a_backup_within_an_action_is_a_mistake(store):
    with pytest.raises(RuntimeError, match="a backup within a transaction"), store.action("x"):
        back_up(store)


def test_restore_puts_the_backup_in_place_and_keeps_what_was_there(workspace):
    with open_store(workspace) as store:
        add_item(store, Item("satu"))
        path = back_up(store)
        add_item(store, Item("dua"))
        seen = store.version()
    kept = restore(workspace, path)
    assert titles(kept) == ["satu", "dua"]
    with open_store(workspace) as store:
        assert [item.title for item in list_items(store)] == ["satu"]
        assert store.version() > seen
        assert undo(store) == 'Add "satu"'
    restore(workspace, kept)
    assert titles(workspace.database) == ["satu", "dua"]


def test_another_program_that_has_the_workspace_open_sees_the_restored_plan(workspace):
    with open_store(workspace) as store:
        add_item(store, Item("satu"))
        path = back_up(store)
        add_item(store, Item("dua"))
        seen = store.version()
        restore(workspace, path)
        assert [item.title for item in list_items(store)] == ["satu"]
        assert store.version() != seen
        add_item(store, Item("tiga"))


def test_restore_keeps_a_damaged_database_as_it_is(workspace):
    with open_store(workspace) as store:
        add_item(store, Item("satu"))
        path = back_up(store)
    spoilt = b"rusak" * 1000
    workspace.database.write_bytes(spoilt)
    kept = restore(workspace, path)
    assert kept.name.startswith("damaged-siar-")
    assert kept.read_bytes() == spoilt
    assert titles(workspace.database) == ["satu"]
    assert backups(workspace) == [path]


def test_restore_into_a_new_workspace(workspace, tmp_path):
    with open_store(workspace) as store:
        add_item(store, Item("satu"))
        path = back_up(store)
    other = open_workspace(tmp_path / "lain")
    assert restore(other, path) is None
    with open_store(other) as store:
        assert [item.title for item in list_items(store)] == ["satu"]


def test_what_cannot_be_restored_changes_nothing(workspace, tmp_path):
    with open_store(workspace) as store:
        add_item(store, Item("satu"))
        newer, cut, foreign, empty = (back_up(store) for _ in range(4))
        now = back_up(store)
    connection = sqlite3.connect(newer)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    cut.write_bytes(cut.read_bytes()[:9000])
    foreign.unlink()
    connection = sqlite3.connect(foreign)
    connection.execute("CREATE TABLE photos (id)")
    connection.close()
    empty.write_bytes(b"")
    before, there = workspace.database.read_bytes(), set(workspace.backups.iterdir())
    for file, error, says in (
        (newer, NewerSchema, f"schema 99; this version knows {SCHEMA}"),
        (cut, DamagedDatabase, r"is damaged \(.*\)\. Choose one that is whole\."),
        (foreign, WorkspaceError, "is a database of another program"),
        (empty, DamagedDatabase, r"is damaged \(it is empty\)"),
        (tmp_path / "tidak ada.db", NotFound, "There is no file"),
        (workspace.database, InvalidValue, "is the workspace's database itself"),
    ):
        with pytest.raises(error, match=says):
            restore(workspace, file)
    assert workspace.database.read_bytes() == before
    assert set(workspace.backups.iterdir()) == there
    assert titles(now) == ["satu"]


def test_the_backups_say_what_they_are(workspace):
    with open_store(workspace) as store:
        add_item(store, Item("satu"))
        first = back_up(store)
        add_item(store, Item("dua"))
        second = back_up(store)
        newer = back_up(store)
    broken = workspace.backups / backup_name(datetime.now() - timedelta(days=1))
    broken.write_bytes(first.read_bytes()[:9000])
    connection = sqlite3.connect(newer)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    known = {one.path: one for one in kept(workspace)}
    assert all((one.items, one.whole, one.reason) == (None, None, "") for one in known.values())
    assert known[broken].size == 9000
    seen = {path: verified(one) for path, one in known.items()}
    assert [(seen[path].items, seen[path].whole) for path in (first, second)] == [(1, True), (2, True)]
    assert (seen[broken].items, seen[broken].whole) == (None, False)
    assert seen[broken].reason.startswith(f"The backup {broken} is damaged (")
    assert not seen[newer].whole and "newer Siar Studio" in seen[newer].reason


def test_damage_is_looked_for_without_opening_the_store(workspace):
    open_store(workspace).close()
    look_for_damage(workspace)
    size = workspace.database.stat().st_size
    with workspace.database.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xa5" * (size - 4096))
    with pytest.raises(DamagedDatabase, match="No backup of it is whole"):
        look_for_damage(workspace)


def test_a_database_that_is_set_aside_leaves_room_for_a_new_one(workspace):
    with open_store(workspace) as store:
        add_item(store, Item("satu"))
    kept_as = set_aside(workspace)
    assert kept_as.name.startswith("damaged-siar-") and titles(kept_as) == ["satu"]
    with open_store(workspace) as store:
        assert list_items(store) == []
