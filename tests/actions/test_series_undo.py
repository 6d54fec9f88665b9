"""Whatever is done to series, in whatever order: undo gives back every user table, and the plan stays whole."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from studio import actions
from studio.actions.scope import Scope
from studio.actions.series import extend_all, list_series, occurrences_of, repeat_item, series_of, stop_repeating
from studio.errors import InvalidValue
from studio.plan.item import Item
from studio.plan.recurrence import occurrences
from studio.plan.series import day_of
from studio.store import Store
from studio.store.migrations import USER_TABLES
from studio.store.undo import history

TODAY = date(2026, 12, 1)
RULES = (
    *("weekly", "every 2 weeks", "last working day", "second Thursday", "monthly", "daily 20 times", "the 31st"),
    *("weekly until 2027-01-13", "Monday and Thursday", "every working day", "weekly 5 times", "FREQ=MONTHLY"),
)
FIELDS = (
    {"host": "Bima"},
    {"title": "Kelas #7"},
    {"title": "Lain", "host": "Rani"},
    {"episode": 12},
    {"episode": None},
    {"stage": "published"},
    {"stage": "cancelled"},
    {"stage": "planned"},
    {"zone": "Asia/Makassar"},
    {"start": "2026-12-11T08:00", "duration_min": 30},
)
scopes = st.sampled_from(Scope)
pick = st.integers(0, 40)
changes = st.one_of(
    st.tuples(st.just("repeat"), pick, st.sampled_from(RULES), st.sampled_from([None, True, False])),
    st.tuples(st.just("set"), pick, st.sampled_from(FIELDS), scopes),
    st.tuples(st.just("move"), pick, st.integers(-9, 9), scopes),
    st.tuples(st.just("remove"), pick, scopes),
    st.tuples(st.just("stop"), pick, st.integers(0, 60)),
    st.tuples(st.just("extend"), st.integers(0, 40)),
)


def tables(store: Store) -> dict[str, list[dict[str, object]]]:
    return {name: store.rows(f"SELECT * FROM {name} ORDER BY id") for name in USER_TABLES}


def do(store: Store, change: tuple[object, ...]) -> None:
    name, *rest = change
    items = actions.list_items(store)

    def item() -> Item:
        return items[int(str(rest[0])) % len(items)]

    known: dict[str, Callable[[], object]] = {
        "repeat": lambda: repeat_item(store, item().id, str(rest[1]), numbering=rest[2], today=TODAY),  # type: ignore[arg-type]
        "set": lambda: actions.set_fields(store, item().id, rest[1], rest[2]),  # type: ignore[arg-type]
        "move": lambda: actions.move_item(
            store, item().id, (item().day or TODAY) + timedelta(days=int(str(rest[1]))), Scope(str(rest[2]))
        ),
        "remove": lambda: actions.remove_item(store, item().id, Scope(str(rest[1]))),
        "stop": lambda: [
            stop_repeating(store, series.uid, TODAY + timedelta(days=int(str(rest[1]))))
            for series in list_series(store)[:1]
        ],
        "extend": lambda: extend_all(store, TODAY + timedelta(days=int(str(rest[0])))),
    }
    if len(items) > 0 or name in ("stop", "extend"):
        known[str(name)]()


def is_possible(store: Store) -> None:
    """What must hold of every plan."""
    items = actions.list_items(store)
    assert len({item.uid for item in items}) == len(items)
    bound = [(item.series_uid, item.occurrence) for item in items if item.series_uid]
    assert len(set(bound)) == len(bound), "an occurrence was made twice"
    assert all((series_of(store, item) is not None) == bool(item.series_uid) for item in items)
    for series in list_series(store):
        assert series.made_until is not None
        made = {item.occurrence for item in occurrences_of(store, series)}
        due = set(occurrences(series.rule, series.start, day_of(series.start), series.made_until))
        # What the rule gives is on the calendar or was skipped, and nothing else is.
        assert made | set(series.skipped) == due
        assert made.isdisjoint(series.skipped)


@given(st.lists(changes, min_size=1, max_size=8))
@settings(max_examples=60, deadline=None)
def test_undo_of_any_changes_gives_back_every_user_table(wished: list[tuple[object, ...]]) -> None:
    with tempfile.TemporaryDirectory() as folder, actions.open_studio(Path(folder) / "w") as store:
        store.db.execute("PRAGMA synchronous = OFF")
        empty = tables(store)
        lesson = actions.add_item(store, "Kelas #3", start="2026-12-02T19:00", episode=3)
        repeat_item(store, lesson.id, "weekly", today=TODAY)
        pictures = [empty, tables(store)]
        steps = len(history(store))
        for change in wished:
            before = tables(store)
            try:
                do(store, change)
            except InvalidValue:
                assert tables(store) == before
                continue
            is_possible(store)
            after = tables(store)
            if len(history(store)) > steps:
                pictures.append(after)
                steps = len(history(store))
            else:  # what joined the last step, or changed nothing
                pictures[-1] = after
        for picture in reversed(pictures[1:-1]):
            actions.undo(store)
            assert tables(store) == picture
        while any(not step.undone for step in history(store)):
            actions.undo(store)
        assert tables(store) == empty
        while any(step.undone for step in history(store)):
            actions.redo(store)
        assert tables(store) == pictures[-1]
