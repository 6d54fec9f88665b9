"""Opening a workspace's database: new, of a newer program, of another program, damaged, read-only, busy."""

import sqlite3
import subprocess
import sys
import threading

import pytest

from studio.errors import DamagedDatabase, NewerSchema, OutOfSpace, ReadOnlyWorkspace, WorkspaceBusy, WorkspaceError
from studio.plan.item import Item
from studio.store import migrations, open_store
from studio.store.backups import back_up
from studio.store.items import add_item, list_items
from studio.workspace import backups


def raw(workspace):
    return sqlite3.connect(workspace.database, isolation_level=None)


def spoil(workspace):
    """Write nonsense over every page but the first."""
    size = workspace.database.stat().st_size
    with workspace.database.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xa5" * (size - 4096))


def test_the_database_is_written_so_that_several_processes_may_open_it(store):
    asked = (
        "journal_mode",
        "synchronous",
        "foreign_keys",
        "recursive_triggers",
        "busy_timeout",
        "user_version",
        "application_id",
    )
    answers = {name: store.db.conn.execute(f"PRAGMA {name}").fetchone()[0] for name in asked}
    assert answers == {
        "journal_mode": "delete",
        "synchronous": 2,
        "foreign_keys": 1,
        "recursive_triggers": 1,
        "busy_timeout": 30000,
        "user_version": migrations.SCHEMA,
        "application_id": 0x73696172,
    }
    tables = {row["name"] for row in store.rows("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert tables == {
        "items",
        "artefacts",
        "jobs",
        "digests",
        "settings",
        "plan_state",
        "series",
        "days",
        "revisions",
        *("queue", "queue_state", "queue_speeds", "queue_taken"),
        *(f"items_search{part}" for part in ("", "_config", "_data", "_docsize", "_idx")),
        "undo_actions",
        "undo_log",
        "sqlite_sequence",
    }


def test_a_write_ahead_log_that_another_tool_turned_on_is_turned_off(workspace):
    open_store(workspace).close()
    connection = raw(workspace)
    connection.execute("PRAGMA journal_mode = WAL").fetchall()
    connection.close()
    with open_store(workspace) as store:
        assert store.db.conn.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_a_newer_schema_is_refused_and_left_as_it_is(workspace):
    open_store(workspace).close()
    connection = raw(workspace)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    before = workspace.database.read_bytes()
    with pytest.raises(NewerSchema) as caught:
        open_store(workspace)
    assert str(caught.value) == (
        f"{workspace.database} was written by a newer Siar Studio (schema 99; this version knows {migrations.SCHEMA}). "
        "Install the newest Siar Studio, then open it again."
    )
    assert workspace.database.read_bytes() == before
    assert backups(workspace) == []


def test_another_programs_database_is_refused(workspace):
    connection = raw(workspace)
    connection.execute("CREATE TABLE photos (id)")
    connection.close()
    with pytest.raises(WorkspaceError, match=r"siar\.db is a database of another program\. Move it away"):
        open_store(workspace)


def test_an_empty_file_is_a_new_database(workspace):
    workspace.database.touch()
    with open_store(workspace) as store:
        assert add_item(store, Item("satu")).id == 1


def test_a_migration_runs_once_after_a_backup_and_wholly_or_not_at_all(workspace, monkeypatch):
    with open_store(workspace) as store:
        add_item(store, Item("satu"))

    def breaks(db):
        db.execute("ALTER TABLE items ADD COLUMN colour TEXT")
        raise ZeroDivisionError

    def adds_colour(db):
        db.execute("ALTER TABLE items ADD COLUMN colour TEXT")
        migrations.make_undo_triggers(db, "items")

    now = migrations.SCHEMA
    monkeypatch.setattr("studio.store.opening.SCHEMA", now + 1)
    monkeypatch.setattr("studio.store.soundness.SCHEMA", now + 1)
    with monkeypatch.context() as patch:
        patch.setattr(migrations.migrate, "__defaults__", ((*migrations.MIGRATIONS, breaks),))
        with pytest.raises(ZeroDivisionError):
            open_store(workspace)
    connection = raw(workspace)
    assert connection.execute("PRAGMA user_version").fetchone() == (now,)
    assert "colour" not in str(connection.execute("SELECT sql FROM sqlite_master").fetchall())
    connection.close()
    assert len(backups(workspace)) == 1

    monkeypatch.setattr(migrations.migrate, "__defaults__", ((*migrations.MIGRATIONS, adds_colour),))
    for _ in range(2):
        with open_store(workspace) as store:
            assert store.rows("SELECT title, colour FROM items") == [{"title": "satu", "colour": None}]
    old = sqlite3.connect(backups(workspace)[0])
    assert old.execute("PRAGMA user_version").fetchone() == (now,)
    old.close()
    assert len(backups(workspace)) == 2


def test_a_file_that_is_no_database_is_damaged(workspace):
    workspace.database.write_text("Ini bukan basis data. " * 100)
    with pytest.raises(DamagedDatabase) as caught:
        open_store(workspace)
    assert str(caught.value) == (
        f"The database {workspace.database} is damaged (file is not a database). "
        "No backup of it is whole: move it away to begin anew, or restore a copy of yours."
    )


def test_damage_names_the_newest_backup_that_is_whole(workspace):
    with open_store(workspace) as store:
        for number in range(50):
            add_item(store, Item(f"Item {number}", notes="x" * 500))
        good = back_up(store)
    (workspace.backups / "siar-20990101-000000.db").write_bytes(b"kosong")
    spoil(workspace)
    with pytest.raises(DamagedDatabase) as caught, open_store(workspace) as store:
        list_items(store)
    assert str(caught.value) == (
        f"The database {workspace.database} is damaged (database disk image is malformed). "
        f'The newest good backup is {good.name}: run `siar restore "{good}"`.'
    )


def test_damage_that_no_query_meets_is_found_by_the_daily_backup(workspace):
    with open_store(workspace) as store:
        for number in range(50):
            add_item(store, Item(f"Item {number}", notes="x" * 500))
    spoil(workspace)
    with pytest.raises(DamagedDatabase):
        open_store(workspace)
    assert backups(workspace) == []
    assert list(workspace.backups.iterdir()) == []


def test_a_database_that_became_read_only_says_so(store):
    store.db.execute("PRAGMA query_only = ON")  # SQLite's own "attempt to write a readonly database"
    with pytest.raises(ReadOnlyWorkspace) as caught:
        add_item(store, Item("satu"))
    assert str(caught.value) == (
        f"The workspace's database {store.workspace.database} is read-only. "
        "Allow writing to it and to its folder, or choose another workspace."
    )


def test_a_full_disk_says_so_and_loses_nothing(store):
    add_item(store, Item("satu"))
    pages = store.db.conn.execute("PRAGMA page_count").fetchone()[0]
    store.db.conn.execute(f"PRAGMA max_page_count = {pages + 2}").fetchall()
    with pytest.raises(OutOfSpace, match=r"The disk that holds .*siar\.db is full\. Free some space"):
        add_item(store, Item("dua", notes="x" * 200_000))
    assert [item.title for item in list_items(store)] == ["satu"]


def test_a_workspace_that_another_program_holds_says_so(store, workspace):
    other = raw(workspace)
    other.execute("BEGIN EXCLUSIVE")
    store.db.execute("PRAGMA busy_timeout = 1")
    try:
        for attempt in (lambda: add_item(store, Item("satu")), lambda: list_items(store), store.version):
            with pytest.raises(WorkspaceBusy) as caught:
                attempt()
            assert str(caught.value) == (
                f"Another program has been changing {workspace.database} for too long. "
                "Close the other window of Siar Studio or wait until it is done, then try again."
            )
    finally:
        other.execute("ROLLBACK")
        other.close()
    assert add_item(store, Item("satu")).id == 1


def test_others_read_while_a_big_action_is_written(store, workspace):
    with store.action("Import besar"):
        for number in range(60):
            add_item(store, Item(f"Konten {number}", notes="x" * 100_000))  # more than SQLite's cache holds
        other = sqlite3.connect(workspace.database, timeout=0)
        assert other.execute("SELECT count(*) FROM items").fetchone() == (0,)
        other.close()


def test_sqlite_utils_own_writes_wait_for_others_too(store):
    with store.db.atomic():
        assert store.db.conn.in_transaction
        other = sqlite3.connect(store.workspace.database, timeout=0, isolation_level=None)
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
        other.close()


def test_a_mistake_of_the_program_stays_what_it_is(store):
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        store.rows("SELECT * FROM photos")


def test_a_store_belongs_to_its_thread(store):
    caught = []

    def elsewhere():
        try:
            list_items(store)
        except sqlite3.ProgrammingError as error:
            caught.append(str(error))

    thread = threading.Thread(target=elsewhere)
    thread.start()
    thread.join()
    assert len(caught) == 1


def test_importing_the_store_does_not_import_sqlite_utils():
    code = (
        "import sys, studio.store.items, studio.store.undo, studio.store.jobs, studio.store.backups;"
        "print(sorted({'sqlite_utils', 'numpy', 'psutil', 'holidays', 'babel'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
