"""Undo and redo: whatever was done, the table comes back as it was, and goes forth again."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from studio.plan.item import Item, Product, Stage
from studio.store import open_store, undo_log
from studio.store.items import add_item, add_items, change_item, list_items, remove_item
from studio.store.undo import history, redo, undo
from studio.store.undo_log import make_undo_triggers
from studio.workspace import open_workspace


def table(store):
    return store.rows("SELECT * FROM items ORDER BY id")


def test_undo_and_redo_survive_a_restart_and_name_the_action(workspace):
    with open_store(workspace) as store:
        add_item(store, Item("satu"))
        change_item(store, 1, title="dua")
        remove_item(store, 1)
    with open_store(workspace) as store:
        assert undo(store) == 'Remove "dua"'
        assert undo(store) == 'Rename "satu"'
        assert [item.title for item in list_items(store)] == ["satu"]
    with open_store(workspace) as store:
        assert [(step.label, step.undone) for step in history(store)] == [
            ('Remove "dua"', True),
            ('Rename "satu"', True),
            ('Add "satu"', False),
        ]
        assert [redo(store), redo(store), redo(store)] == ['Rename "satu"', 'Remove "dua"', None]
        assert list_items(store) == []
        assert [undo(store), undo(store), undo(store), undo(store)] == [
            'Remove "dua"',
            'Rename "satu"',
            'Add "satu"',
            None,
        ]


def test_an_undo_in_one_process_is_seen_in_another(workspace):
    with open_store(workspace) as one, open_store(workspace) as other:
        add_item(one, Item("satu"))
        seen = one.version()
        assert undo(other) == 'Add "satu"'
        assert one.version() != seen
        assert list_items(one) == []
        assert redo(one) == 'Add "satu"'


def test_an_action_groups_its_changes_and_joins_the_one_around_it(store):
    with store.action("Impor"):
        add_items(store, [Item("satu"), Item("dua")])
        change_item(store, 1, title="satu sekali")
        with store.action("tidak terlihat"):
            remove_item(store, 2)
    assert [step.label for step in history(store)] == ["Impor"]
    assert undo(store) == "Impor"
    assert list_items(store) == []
    assert redo(store) == "Impor"
    assert [item.title for item in list_items(store)] == ["satu sekali"]


def test_an_error_takes_the_whole_action_back(store):
    add_item(store, Item("satu"))
    before = table(store)
    with pytest.raises(ZeroDivisionError), store.action("Gagal"):
        change_item(store, 1, title="dua")
        add_item(store, Item("tiga"))
        raise ZeroDivisionError
    assert table(store) == before
    assert [step.label for step in history(store)] == ['Add "satu"']
    add_item(store, Item("empat"))  # the store goes on after an error


def test_an_inner_action_that_fails_and_is_caught_leaves_the_outer_one_whole(store):
    with store.action("Luar"):
        add_item(store, Item("satu"))
        with pytest.raises(ZeroDivisionError), store.action("Dalam"):
            add_item(store, Item("dua"))
            raise ZeroDivisionError
    assert [item.title for item in list_items(store)] == ["satu"]
    assert undo(store) == "Luar"
    assert list_items(store) == []


def test_a_new_action_ends_what_could_be_redone_but_an_empty_one_does_not(store):
    add_item(store, Item("satu"))
    undo(store)
    with store.action("kosong"):
        pass
    assert [(step.label, step.undone) for step in history(store)] == [('Add "satu"', True)]
    add_item(store, Item("dua"))
    assert redo(store) is None
    assert [step.label for step in history(store)] == ['Add "dua"']


def test_the_history_is_bounded(store, monkeypatch):
    monkeypatch.setattr(undo_log, "KEPT_ACTIONS", 3)
    for number in range(5):
        add_item(store, Item(f"Item {number}"))
    assert [step.label for step in history(store)] == ['Add "Item 4"', 'Add "Item 3"', 'Add "Item 2"']
    assert store.rows("SELECT count(*) AS n FROM undo_log") == [{"n": 3}]


def test_the_history_is_bounded_by_what_it_holds_and_keeps_the_last_action_however_big(store, monkeypatch):
    monkeypatch.setattr(undo_log, "KEPT_STATEMENTS", 10)
    for number in range(3):
        add_items(store, [Item(f"{number} {part}") for part in range(4)])
    assert len(history(store)) == 2  # 8 statements; the first action would be 4 more
    add_item(store, Item("kecil"))
    assert len(history(store)) == 3
    add_items(store, [Item(f"banyak {number}") for number in range(25)])
    assert [step.label for step in history(store)] == ["Add 25 items"]
    assert undo(store) == "Add 25 items" and undo(store) is None
    assert redo(store) == "Add 25 items"
    assert len(list_items(store)) == 3 * 4 + 1 + 25
    add_item(store, Item("sesudah"))
    assert undo(store) is not None
    assert len(list_items(store)) == 3 * 4 + 1 + 25


def test_a_replaced_row_is_logged_as_removed_and_added(store):
    item = add_item(store, Item("satu"))
    before = table(store)
    with store.action("Ganti"):
        row = before[0] | {"id": 9, "title": "pengganti"}
        store.db["items"].insert(row, replace=True)  # same uid: the old row goes
    assert [(other.id, other.title, other.uid) for other in list_items(store)] == [(9, "pengganti", item.uid)]
    undo(store)
    assert table(store) == before


def test_a_change_outside_an_action_is_refused(store):
    add_item(store, Item("satu"))
    with pytest.raises(Exception, match=r"a user table is changed within store\.action\(\) only"):
        store.db["items"].update(1, {"title": "lewat belakang"})
    assert [item.title for item in list_items(store)] == ["satu"]


def test_undo_within_an_action_is_a_mistake(store):
    add_item(store, Item("satu"))
    with pytest.raises(RuntimeError, match="undo and redo are actions of their own"), store.action("x"):
        undo(store)
    assert [item.title for item in list_items(store)] == ["satu"]


def test_triggers_are_made_anew_for_a_table_with_other_columns(store):
    name = 'it\'s "new"'
    quoted = '"it\'s ""new"""'
    add_item(store, Item("satu"))
    with store.transaction():
        store.db.execute(f"ALTER TABLE items ADD COLUMN {quoted} TEXT")
        make_undo_triggers(store.db, "items")
    before = table(store)
    with store.action("Isi"):
        store.db.execute(f"UPDATE items SET {quoted} = ?", ["a'b"])
    with store.action("Buang"):
        store.db.execute("DELETE FROM items")
    undo(store)
    undo(store)
    assert table(store) == before
    redo(store)
    assert table(store)[0][name] == "a'b"


def test_triggers_need_a_number_that_stays(store):
    with pytest.raises(ValueError, match="digests has no integer primary key"):
        make_undo_triggers(store.db, "digests")


titles = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Zs", "Zl", "Zp"]), min_size=1, max_size=6)
changes = st.fixed_dictionaries(
    {},
    optional={
        "title": titles,
        "stage": st.sampled_from(Stage),
        "start": st.sampled_from([None, "2026-12-01", "2026-12-01T19:00"]),
        "duration_min": st.none() | st.floats(0.01, 10080),
        "notes": st.text(max_size=6),
        "tags": st.lists(titles, max_size=2),
        "products": st.lists(titles.map(Product), max_size=2),
        "answers": st.dictionaries(titles, st.text(max_size=4), max_size=2),
    },
)


@settings(max_examples=15, stateful_step_count=20, deadline=None)
class UndoMachine(RuleBasedStateMachine):
    """The model: the table as it was after each action, and where in that row of pictures we stand."""

    def __init__(self):
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.store = open_store(open_workspace(Path(self.folder.name)))
        self.store.db.execute("PRAGMA synchronous = OFF")
        self.pictures, self.here, self.newest = [[]], 0, []

    def teardown(self):
        # Back to the very beginning, and forth to the end.
        while undo(self.store):
            self.here -= 1
            assert table(self.store) == self.pictures[self.here]
        assert self.here == 0
        while redo(self.store):
            self.here += 1
            assert table(self.store) == self.pictures[self.here]
        assert self.here == len(self.pictures) - 1
        self.store.close()
        self.folder.cleanup()

    def done(self):
        # An action may end where it began (added, then removed), and still be a step.
        newest = self.newest_step()
        if newest != self.newest:
            self.newest = newest
            self.pictures[self.here + 1 :] = [table(self.store)]
            self.here += 1

    def newest_step(self):
        return [step.id for step in history(self.store) if not step.undone][:1]

    def some(self, data):
        return data.draw(st.sampled_from([item.id for item in list_items(self.store)]))

    def filled(self):
        return bool(list_items(self.store))

    @rule(title=titles)
    def add(self, title):
        add_item(self.store, Item(title))
        self.done()

    @precondition(filled)
    @rule(data=st.data(), changes=changes)
    def change(self, data, changes):
        change_item(self.store, self.some(data), **changes)
        self.done()

    @precondition(filled)
    @rule(data=st.data())
    def remove(self, data):
        remove_item(self.store, self.some(data))
        self.done()

    @precondition(filled)
    @rule(data=st.data(), title=titles, changes=changes)
    def several_at_once(self, data, title, changes):
        with self.store.action("Several"):
            added = add_item(self.store, Item(title))
            change_item(self.store, self.some(data), **changes)
            remove_item(self.store, self.some(data))
            change_item(self.store, self.some(data), owner="Rani") if self.filled() else None
        assert added.id
        self.done()

    @precondition(filled)
    @rule(data=st.data())
    def fail(self, data):
        with pytest.raises(ZeroDivisionError), self.store.action("Fail"):
            remove_item(self.store, self.some(data))
            raise ZeroDivisionError

    @rule()
    def undo(self):
        label = undo(self.store)
        assert (label is None) == (self.here == 0)
        self.here -= label is not None
        self.newest = self.newest_step()

    @rule()
    def redo(self):
        label = redo(self.store)
        assert (label is None) == (self.here == len(self.pictures) - 1)
        self.here += label is not None
        self.newest = self.newest_step()

    @invariant()
    def the_table_is_as_pictured(self):
        assert table(self.store) == self.pictures[self.here]


TestUndo = UndoMachine.TestCase
