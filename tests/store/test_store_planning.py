"""Series, own days, settings, revisions and search in the store, and the way there from an older plan."""

import sqlite3
from datetime import date, datetime

import pytest

from studio.errors import NotFound
from studio.plan.commerce import Day, MarkKind
from studio.plan.item import Item, Kind
from studio.plan.series import Series
from studio.store import open_store
from studio.store.connection import connect, prepare
from studio.store.days import add_day, change_day, get_day, list_days, remove_day
from studio.store.items import add_item, change_item, list_items, remove_item
from studio.store.migrations import MIGRATIONS, SCHEMA, migrate
from studio.store.revisions import revisions
from studio.store.search import search
from studio.store.series import add_series, change_series, get_series, list_series, remove_series
from studio.store.settings import get_setting, get_settings, set_setting
from studio.store.undo import history, redo, undo

CLASS = Item(
    "Kelas komisi #{episode}", Kind.LIVE, start=datetime(2026, 12, 2, 19, 30), series="Kelas komisi", episode=8
)


def test_a_plan_of_the_first_version_is_brought_along_with_its_history(workspace):
    db = connect(workspace.database)
    prepare(db)
    migrate(db, MIGRATIONS[:1])
    db.execute("INSERT INTO undo_actions (label, made_at) VALUES ('Add “Satu”', '2026-11-01T00:00:00+00:00')")
    db.execute("UPDATE plan_state SET action = 1")
    db.execute(
        "INSERT INTO items (uid, title, kind, stage, start, zone, language, owner, host, platforms, campaign, series,"
        " audience, learning_goal, products, links, tags, notes, recording, script_template, thumbnail_template,"
        " deck_template, answers) VALUES ('u1', 'Satu komisi', 'video', 'idea', '2026-12-01', 'Asia/Jakarta', 'id',"
        " 'Sari', '', '[]', '', '', '', '', '[]', '[]', '[]', '', '', '', '', '', '{}')"
    )
    db.execute("UPDATE plan_state SET action = NULL")
    db.close()

    with open_store(workspace) as store:
        assert store.rows("PRAGMA user_version") == [{"user_version": SCHEMA}]
        (item,) = list_items(store)
        assert (item.title, item.studio, item.series_uid, item.occurrence) == ("Satu komisi", "", "", None)
        assert search(store, "komisi") == {item.id}
        assert revisions(store)["u1"].sequence == 0
        assert undo(store) == "Add “Satu”"
        assert list_items(store) == []
        assert redo(store) == "Add “Satu”"
        assert list_items(store) == [item]
    assert len(list(workspace.backups.glob("siar-*.db"))) == 1


def test_a_series_comes_back_as_it_was_stored(store):
    series = add_series(
        store,
        Series("FREQ=WEEKLY", CLASS, skipped=(datetime(2026, 12, 9, 19, 30),), made_until=date(2027, 2, 1)),
    )
    assert get_series(store, series.uid) == series
    assert series.name == "Kelas komisi"
    later = Series("FREQ=DAILY", series.pattern, series.id, series.uid)
    change_series(store, later)
    assert list_series(store) == [later]
    undo(store)
    assert list_series(store) == [series]
    remove_series(store, series.uid)
    assert list_series(store) == []
    with pytest.raises(NotFound):
        get_series(store, series.uid)
    undo(store)
    assert list_series(store) == [series]


def test_own_days_are_found_by_the_days_that_they_touch(store):
    shut = add_day(store, Day(date(2026, 12, 24), date(2027, 1, 2), "Kantor tutup", MarkKind.BLACKOUT))
    push = add_day(store, Day(date(2026, 12, 10), date(2026, 12, 12), "Push 12.12", MarkKind.CAMPAIGN))
    assert list_days(store) == [push, shut]
    assert list_days(store, date(2027, 1, 1), date(2027, 1, 31)) == [shut]
    assert list_days(store, last=date(2026, 12, 10)) == [push]
    changed = Day(shut.first, shut.last, "Cuti bersama kantor", shut.kind, shut.id, shut.uid, hidden=True)
    change_day(store, changed)
    assert get_day(store, shut.id) == changed
    assert remove_day(store, push.id) == push
    undo(store)
    undo(store)
    assert list_days(store) == [push, shut]


def test_a_setting_is_undone_like_any_change(store):
    assert get_setting(store, "lead_times", {"script": 5}) == {"script": 5}
    set_setting(store, "lead_times", {"script": 7}, label="Change the lead times")
    set_setting(store, "view:Live", {"kinds": ["live"]}, label="Save the view")
    set_setting(store, "view:Sari", {"owners": ["Sari"]}, label="Save the view")
    assert get_settings(store, "view:") == {"Live": {"kinds": ["live"]}, "Sari": {"owners": ["Sari"]}}
    set_setting(store, "view:Live", None, label="Remove the view")
    assert list(get_settings(store, "view:")) == ["Sari"]
    for _ in range(4):
        undo(store)
    assert get_setting(store, "lead_times") is None


def test_search_finds_words_by_their_beginnings_in_every_field_and_follows_undo(store):
    coffee = add_item(store, Item("Café racik", owner="Sari", notes="Bawa lampu"))
    lamp = add_item(store, Item("Lampu murah", tags=("alat",)))
    assert search(store, "lamp") == {lamp.id, coffee.id}
    assert search(store, "cafe sar") == {coffee.id}
    assert search(store, "alat") == {lamp.id}
    assert search(store, "racikan") == search(store, "") == search(store, "–") == set()
    assert search(store, 'lamp" OR "x*(') == set()
    for text in ("AND", '"', "*", "-", ":", "NEAR(", "^x", "title:lampu", "\x00", "\ud800", "x" * 5000):
        assert search(store, text) == set(), text
    assert search(store, "lampu " * 3000) == {lamp.id, coffee.id}
    change_item(store, coffee.id, title="Kopi racik")
    assert search(store, "cafe") == set()
    undo(store)
    assert search(store, "cafe") == {coffee.id}
    remove_item(store, lamp.id)
    assert search(store, "murah") == set()
    undo(store)
    assert search(store, "murah") == {lamp.id}


def test_a_revision_only_ever_grows(store):
    item = add_item(store, Item("Satu"))
    assert revisions(store)[item.uid].sequence == 0
    change_item(store, item.id, title="Dua")
    undo(store)
    assert revisions(store)[item.uid].sequence == 2
    remove_item(store, item.id)
    undo(store)
    assert revisions(store)[item.uid].sequence == 3


def test_what_the_program_does_by_itself_is_undone_with_what_a_person_did_before(store):
    add_item(store, Item("Kelas"))
    add_item(store, Item("Catatan"))
    with store.continued("Plan the next occurrences"):
        add_item(store, Item("Kelas, minggu depan"))
    assert [step.label for step in history(store)] == ['Add "Catatan"', 'Add "Kelas"']
    assert undo(store) == 'Add "Catatan"'
    assert [item.title for item in list_items(store)] == ["Kelas"]
    assert redo(store) == 'Add "Catatan"'
    assert [item.title for item in list_items(store)] == ["Kelas", "Catatan", "Kelas, minggu depan"]


def test_what_the_program_does_first_is_a_step_of_its_own(store):
    with store.continued("Plan the next occurrences"):
        add_item(store, Item("Kelas"))
    assert [step.label for step in history(store)] == ["Plan the next occurrences"]


def test_a_look_that_changes_nothing_keeps_what_can_be_redone(store):
    add_item(store, Item("Kelas"))
    undo(store)
    with store.continued("Plan the next occurrences"):
        pass
    assert redo(store) == 'Add "Kelas"'
    with store.continued("Plan the next occurrences"):
        pass
    assert [step.label for step in history(store)] == ['Add "Kelas"']


@pytest.mark.parametrize("table", ["series", "days", "settings"])
def test_no_user_table_is_changed_outside_an_action(store, table):
    with pytest.raises(sqlite3.IntegrityError, match=r"within store\.action"):
        store.db.execute(f"INSERT INTO {table} SELECT {', '.join(['1'] * columns(store, table))}")


def columns(store, table):
    return len(store.rows(f"SELECT 1 FROM pragma_table_info('{table}')"))
