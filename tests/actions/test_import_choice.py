"""What a person leaves out of an import stays out, also where the plan moved on meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from studio import actions
from studio.actions.exchange import apply
from studio.errors import PlanChanged
from studio.plan.choosing import LeftOut, alike, chosen
from studio.plan.difference import Difference, SeriesChange, compare
from studio.plan.item import Item
from studio.plan.reading import Incoming, Reading
from studio.plan.series import Series
from studio.store import Store

AT = datetime(2026, 12, 8, 12, 0)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with actions.open_studio(tmp_path / "Siar") as opened:
        actions.add_item(opened, "Cahaya bagus", start=AT, owner="Sari")
        yield opened


def difference(store: Store) -> Difference:
    """Two new items in rows 3 and 4; in row 2 another date and owner for the item that is there."""
    rows = (
        Incoming(2, {"title": "Cahaya bagus", "start": datetime(2026, 12, 9, 12, 0), "owner": "Bima"}, id=1),
        Incoming(3, {"title": "Hook 3 detik"}),
        Incoming(4, {"title": "Mitos sampel", "start": date(2026, 12, 10)}),
    )
    found = compare(Reading(incoming=rows), actions.list_items(store))
    return replace(found, version=store.version(), file="plan.xlsx")


def plan(store: Store) -> list[tuple[str, object, str]]:
    return [(item.title, item.start, item.owner) for item in actions.list_items(store)]


def test_a_row_and_a_field_that_are_left_out_are_not_taken_over(store: Store) -> None:
    done = apply(store, difference(store), LeftOut(new=frozenset({0}), fields=frozenset({(1, "start")})))
    assert plan(store) == [("Cahaya bagus", AT, "Bima"), ("Mitos sampel", date(2026, 12, 10), "")]
    assert (len(done.difference.new), done.difference.rows, dict(done.difference.changed[0].fields)) == (
        1, (4,), {"owner": ("Sari", "Bima")},
    )  # fmt: skip
    assert actions.undo(store) == "Import plan.xlsx"
    assert plan(store) == [("Cahaya bagus", AT, "Sari")]


def test_a_change_of_which_every_field_is_left_out_is_none(store: Store) -> None:
    left_out = LeftOut(frozenset({0, 1}), frozenset({(1, "start"), (1, "owner")}))
    assert chosen(difference(store), left_out).is_empty


def test_the_choice_holds_where_the_plan_changed_in_something_else(store: Store) -> None:
    seen = difference(store)
    actions.add_item(store, "Yang lain")
    apply(store, seen, LeftOut(new=frozenset({1})))
    assert [title for title, _, _ in plan(store)] == ["Cahaya bagus", "Yang lain", "Hook 3 detik"]


def test_the_choice_is_asked_for_again_where_the_difference_is_another_one(store: Store) -> None:
    seen = difference(store)
    actions.set_fields(store, 1, {"owner": "Bima"})
    before = plan(store)
    with pytest.raises(PlanChanged) as caught:
        apply(store, seen, LeftOut())
    assert str(caught.value) == "The plan was changed while you looked at the file. Look at the difference again."
    assert plan(store) == before
    assert not alike(seen, difference(store))


def test_a_series_is_left_out_with_its_occurrences() -> None:
    weekly = Series("FREQ=WEEKLY", Item("Kelas", start=AT), uid="weekly")
    other = Series("FREQ=DAILY", Item("Lain", start=AT), uid="other")
    daily = {"rule": ("FREQ=DAILY", "FREQ=WEEKLY")}
    seen = Difference(
        new=(Item("Kelas", series_uid="weekly", occurrence=AT), Item("Satu")),
        rows=(5, 6),
        removed=(Item("Lain", id=4, series_uid="other", occurrence=AT),),
        new_series=(weekly,),
        changed_series=(SeriesChange(other, replace(other, rule="FREQ=WEEKLY"), daily),),
    )
    without = chosen(seen, LeftOut(series=frozenset({"weekly"})))
    assert ([item.title for item in without.new], without.rows, without.new_series) == (["Satu"], (6,), ())
    assert len(without.removed) == len(without.changed_series) == 1
    without = chosen(seen, LeftOut(series=frozenset({"other"})))
    assert (without.removed, without.changed_series) == ((), ())
    assert len(without.new) == 2
