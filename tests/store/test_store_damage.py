"""Damage that SQLite itself does not tell, databases that were emptied or taken away, and disks with no room."""

import errno
import sqlite3
import tempfile

import pytest

from studio.actions.backups import begin_anew
from studio.errors import DamagedDatabase, OutOfSpace, WorkspaceBusy
from studio.plan.item import Item
from studio.store import open_store
from studio.store.backups import back_up, look_for_damage, restore
from studio.store.items import add_item, list_items
from studio.store.kept import kept, verified
from studio.store.soundness import newest_good
from studio.workspace import backups, open_workspace

TITLE = "Kelas komisi yang judulnya panjang"


def spoil_text(path, text=TITLE):
    """Make bytes in the middle of a stored text ones that are no UTF-8."""
    data = path.read_bytes()
    assert text.encode() in data
    path.write_bytes(data.replace(text.encode(), text[:5].encode() + b"\xff\xfe" + text[7:].encode()))


def test_a_spoilt_text_is_damage_and_the_backup_from_before_comes_back(workspace):
    with open_store(workspace) as store:
        add_item(store, Item(TITLE))
        good = back_up(store)
    spoil_text(workspace.database)
    with open_store(workspace) as store, pytest.raises(DamagedDatabase) as caught:
        list_items(store)
    assert str(caught.value) == (
        f"The database {workspace.database} is damaged (a text in it cannot be read). "
        f'The newest good backup is {good.name}: run `siar restore "{good}"`.'
    )
    with pytest.raises(DamagedDatabase, match="a text in it cannot be read"):
        look_for_damage(workspace)
    with open_store(workspace) as store:
        assert store.damage() == "a text in it cannot be read"
        with pytest.raises(DamagedDatabase):  # it would be no good backup
            back_up(store)
    assert backups(workspace) == [good]
    assert restore(workspace, good).name.startswith("damaged-siar-")
    with open_store(workspace) as store:
        assert [item.title for item in list_items(store)] == [TITLE]


def test_a_backup_with_a_spoilt_text_is_passed_over(workspace):
    with open_store(workspace) as store:
        add_item(store, Item(TITLE))
        good, spoilt = back_up(store), back_up(store)
    spoil_text(spoilt)
    newest_first = backups(workspace)
    assert newest_first[0] in (good, spoilt)
    assert newest_good(workspace) == good
    found = {one.path: one for one in map(verified, kept(workspace))}
    assert (found[good].whole, found[spoilt].whole) == (True, False)
    assert "a text in it cannot be read" in found[spoilt].reason


def test_a_spoilt_schema_that_python_cannot_even_read_is_damage(workspace):
    with open_store(workspace) as store:
        add_item(store, Item(TITLE))
        good = back_up(store)
    spoil_text(workspace.database, "CREATE TABLE items (")
    with pytest.raises(DamagedDatabase, match="The newest good backup is"), open_store(workspace) as store:
        list_items(store)
    restore(workspace, good)
    with open_store(workspace) as store:
        assert [item.title for item in list_items(store)] == [TITLE]


def test_an_error_in_a_file_of_the_caller_is_none_of_the_database(store):
    with pytest.raises(UnicodeDecodeError), store.action("baca"):
        b"\xff".decode()


@pytest.mark.parametrize("left", [b"", b"S"])
def test_an_emptied_database_is_damage_where_a_backup_tells_of_a_plan(workspace, left):
    with open_store(workspace) as store:
        add_item(store, Item(TITLE))
        good = back_up(store)
    workspace.database.write_bytes(left)
    with pytest.raises(DamagedDatabase, match=r"is damaged \(it is empty\)\. The newest good backup is"):
        open_store(workspace)
    assert workspace.database.read_bytes() == left
    restore(workspace, good)
    with open_store(workspace) as store:
        assert [item.title for item in list_items(store)] == [TITLE]


def test_a_database_that_was_taken_away_is_told_where_backups_are(workspace):
    with open_store(workspace) as store:
        assert store.notices == ()
        add_item(store, Item(TITLE))
        good = back_up(store)
    workspace.database.unlink()
    with open_store(workspace) as store:
        assert list_items(store) == []
        assert store.notices == (
            f"There was no siar.db in {workspace.root}, so an empty plan was begun. "
            f'Its backups are there: `siar restore "{good}"` brings the newest back.',
        )
    with open_store(workspace) as store:
        assert store.notices == ()


def test_who_begins_anew_knows_that_the_plan_is_empty(workspace):
    with open_store(workspace) as store:
        add_item(store, Item(TITLE))
        back_up(store)
    begin_anew(workspace.root)
    with open_store(workspace) as store:
        assert (list_items(store), store.notices) == ([], ())


def test_a_full_disk_keeps_nobody_from_reading_the_plan(workspace, monkeypatch):
    with open_store(workspace) as store:
        add_item(store, Item(TITLE))

    def full(*_arguments, **_options):
        raise OSError(errno.ENOSPC, "No space left on device")

    def full_in_sqlite(*_arguments, **_options):
        error = sqlite3.OperationalError("database or disk is full")
        error.sqlite_errorcode = sqlite3.SQLITE_FULL
        raise error

    monkeypatch.setattr(tempfile, "TemporaryFile", full)
    for breaks in ("find_damage", "whole_file"):
        with monkeypatch.context() as patch:
            patch.setattr(f"studio.store.backups.{breaks}", full_in_sqlite)
            with open_store(open_workspace(workspace.root)) as store:
                assert [item.title for item in list_items(store)] == [TITLE]
                [notice] = store.notices
                assert notice.startswith("Today's backup could not be made. The disk that holds ")
                with pytest.raises(OutOfSpace):
                    back_up(store)
    with pytest.raises(OutOfSpace):  # no plan is there yet, and there is no room for one
        open_workspace(workspace.root / "lain")


def test_how_long_a_store_waits_for_others_can_be_less(workspace):
    with open_store(workspace) as store:
        store.wait_at_most(0.05)
        other = sqlite3.connect(workspace.database, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(WorkspaceBusy):
            add_item(store, Item("satu"))
        other.execute("ROLLBACK")
        other.close()
        assert add_item(store, Item("satu")).id == 1
