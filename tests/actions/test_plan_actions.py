"""Actions on the plan: what is typed is understood or refused whole, and each is one step of undo."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from studio import actions
from studio.actions.producing import due
from studio.errors import InvalidValue, NotFound
from studio.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with actions.open_studio(tmp_path / "w") as store:
        yield store


def test_an_item_is_added_from_typed_texts(store: Store) -> None:
    item = actions.add_item(
        store,
        "Kelas komisi #8",
        kind="live",
        start="2026-12-16T19:30",
        platforms="tiktok, instagram",
        duration_min="34",
    )
    assert (item.start, item.platforms, item.duration_min) == (
        datetime(2026, 12, 16, 19, 30),
        ("tiktok", "instagram"),
        34.0,
    )


def test_a_wrong_field_changes_nothing_at_all(store: Store) -> None:
    item = actions.add_item(store, "Mitos komisi")
    with pytest.raises(InvalidValue):
        actions.set_fields(store, item.id, {"owner": "Sari", "stage": "finished"})
    assert actions.show_item(store, item.id) == item


def test_a_day_from_a_drag_keeps_the_hour_and_a_typed_day_is_all_day(store: Store) -> None:
    item = actions.add_item(store, "Mitos komisi", start="2026-12-03T09:00")
    assert actions.move_item(store, item.id, date(2026, 12, 4)).start == datetime(2026, 12, 4, 9)
    assert actions.move_item(store, item.id, "2026-12-05").start == date(2026, 12, 5)
    assert actions.move_item(store, item.id, "").start is None


def test_a_recording_inside_the_workspace_is_kept_relative(store: Store, tmp_path: Path) -> None:
    item = actions.add_item(store, "Mitos komisi")
    inside, outside = store.workspace.media / "a.mp4", tmp_path / "b.mp4"
    inside.touch()
    outside.touch()
    assert actions.set_fields(store, item.id, {"recording": str(inside)}).recording == "media/a.mp4"
    assert actions.set_fields(store, item.id, {"recording": str(outside)}).recording == str(outside)


def test_a_recording_is_understood_in_the_same_way_when_it_is_added_and_when_it_is_set(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    here, inside = tmp_path / "klip.mp4", store.workspace.media / "a.mp4"
    here.touch()
    inside.touch()
    for typed, stored in (("klip.mp4", str(here)), ("~/klip.mp4", str(here)), ("media/a.mp4", "media/a.mp4")):
        item = actions.add_item(store, "Mitos komisi", recording=typed)
        assert item.recording == stored
        assert actions.set_fields(store, item.id, {"recording": ""}).recording == ""
        assert actions.set_fields(store, item.id, {"recording": typed}).recording == stored


def test_a_recording_that_is_not_there_is_refused_and_one_that_went_away_stays(store: Store) -> None:
    inside = store.workspace.media / "a.mp4"
    inside.touch()
    item = actions.add_item(store, "Mitos komisi", recording=str(inside))
    inside.unlink()
    with pytest.raises(NotFound, match=r"There is no file .*salah\.mp4"):
        actions.set_fields(store, item.id, {"recording": "salah.mp4"})
    with pytest.raises(NotFound, match=r"There is no file .*salah\.mp4"):
        actions.add_item(store, "Lain", recording="salah.mp4")
    told = {"recording": "media/a.mp4", "owner": "Sari"}
    assert actions.set_fields(store, item.id, told).recording == "media/a.mp4"


def test_undo_and_redo_name_what_they_did_until_nothing_is_left(store: Store) -> None:
    item = actions.add_item(store, "Mitos komisi")
    actions.move_item(store, item.id, "2026-12-05")
    assert actions.undo(store) == "Move “Mitos komisi” to 2026-12-05"
    assert actions.undo(store) == "Add “Mitos komisi”"
    with pytest.raises(NotFound, match="There is nothing to undo"):
        actions.undo(store)
    assert [actions.redo(store), actions.redo(store)] == ["Add “Mitos komisi”", "Move “Mitos komisi” to 2026-12-05"]
    with pytest.raises(NotFound, match="There is nothing to redo"):
        actions.redo(store)


def test_a_removed_item_comes_back_with_its_number(store: Store) -> None:
    item = actions.add_item(store, "Mitos komisi", tags="a, b")
    actions.remove_item(store, item.id)
    assert actions.list_items(store) == []
    actions.undo(store)
    assert actions.list_items(store) == [item]


def test_the_list_is_by_days_and_by_text(store: Store) -> None:
    for title, start in (("Satu", "2026-12-01"), ("Dua", "2026-12-02T10:00"), ("Tiga", None)):
        actions.add_item(store, title, start=start)

    def titles(**asked: object) -> list[str]:
        return [item.title for item in actions.list_items(store, **asked)]  # type: ignore[arg-type]

    day = date(2026, 12, 2)
    assert titles() == ["Satu", "Dua", "Tiga"]
    assert titles(first=day, last=day) == ["Dua"]
    assert titles(first=day, last=day, undated=True) == ["Dua", "Tiga"]
    assert titles(text="TIG") == ["Tiga"]
    assert actions.count_items(store) == 3


def test_what_is_due_leaves_out_what_is_over(store: Store) -> None:
    actions.add_item(store, "Hari ini", start="2026-12-01T09:00")
    actions.add_item(store, "Tayang", start="2026-12-01T10:00", stage="published")
    actions.add_item(store, "Nanti", start="2026-12-20T10:00")
    assert [item.title for item in due(store, 7, date(2026, 12, 1))] == ["Hari ini"]
