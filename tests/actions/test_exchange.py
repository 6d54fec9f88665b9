"""Import and export: nothing is changed before it is told to, then all of it, and one undo takes it back."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from studio import actions
from studio.actions.exchange import apply, difference_to_json, export_file, read_file
from studio.actions.scope import Scope
from studio.actions.series import repeat_item
from studio.errors import InvalidValue, NotFound
from studio.plan.fields import item_to_json
from studio.plan.filters import Filter
from studio.plan.item import Item
from studio.store import Store
from studio.store import items as rows
from studio.store.backups import backups
from studio.workspace import open_workspace

TODAY = date(2026, 12, 1)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with actions.open_studio(tmp_path / "Siar") as opened:
        yield opened


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Store]:
    """The workspace of a colleague."""
    with actions.open_studio(tmp_path / "Rekan") as opened:
        yield opened


def fill(store: Store) -> None:
    actions.add_item(store, "Cahaya bagus", start="2026-12-08T12:00", owner="Sari", tags="promo, foto")
    actions.add_item(store, "Live 12.12", kind="live", start="2026-12-12T19:00", zone="WITA", duration_min="90")
    actions.add_item(store, "Hari Natal", start="2026-12-25")
    actions.add_item(store, "Ide")


def tables(store: Store) -> dict[str, list[dict[str, object]]]:
    return {name: store.rows(f"SELECT * FROM {name} ORDER BY id") for name in ("items", "series", "days")}


def plan(store: Store) -> list[dict[str, object]]:
    """Every item, without the number that it has in this workspace."""
    return [item_to_json(replace(item, id=0), full=True) for item in actions.list_items(store)]


@pytest.mark.parametrize("ending", [".ics", ".xlsx", ".csv", ".ICS"])
def test_our_own_file_changes_nothing(store: Store, tmp_path: Path, ending: str) -> None:
    fill(store)
    before = tables(store)
    assert export_file(store, tmp_path / f"plan{ending}") == 4
    found = read_file(store, tmp_path / f"plan{ending}", today=TODAY)
    assert (found.is_empty, found.same, found.unread) == (True, 4, ())
    assert apply(store, found).backup is None
    assert tables(store) == before


@pytest.mark.parametrize("ending", [".ics", ".xlsx", ".csv"])
def test_a_colleague_gets_the_same_plan(store: Store, other: Store, tmp_path: Path, ending: str) -> None:
    fill(store)
    export_file(store, tmp_path / f"plan{ending}")
    found = read_file(other, tmp_path / f"plan{ending}", today=TODAY)
    assert tables(other)["items"] == []
    apply(other, found)
    assert plan(other) == plan(store)


def test_a_series_goes_to_a_colleague_and_comes_back_without_a_difference(
    store: Store, other: Store, tmp_path: Path
) -> None:
    first = actions.add_item(store, "Kelas #1", kind="live", start="2026-12-02T19:00", episode="1", duration_min="60")
    repeat_item(store, first.id, "weekly")
    actions.move_item(store, first.id + 1, "2026-12-10T20:00")
    actions.set_fields(store, first.id + 2, {"host": "Bima"})
    actions.remove_item(store, first.id + 3)
    export_file(store, tmp_path / "plan.ics")
    assert read_file(store, tmp_path / "plan.ics").is_empty
    apply(other, read_file(other, tmp_path / "plan.ics"))
    assert plan(other) == plan(store)
    export_file(other, tmp_path / "back.ics")
    assert read_file(store, tmp_path / "back.ics").is_empty
    assert actions.undo(other) == "Import plan.ics"
    assert all(table == [] for table in tables(other).values())


def test_a_moved_occurrence_of_a_colleague_is_moved_here(store: Store, other: Store, tmp_path: Path) -> None:
    first = actions.add_item(store, "Kelas", start="2026-12-02T19:00")
    repeat_item(store, first.id, "weekly")
    export_file(store, tmp_path / "plan.ics")
    apply(other, read_file(other, tmp_path / "plan.ics"))
    second = actions.list_items(other)[1]
    actions.move_item(other, second.id, "2026-12-10T20:00")
    export_file(other, tmp_path / "back.ics")
    found = read_file(store, tmp_path / "back.ics")
    assert difference_to_json(found)["changed"] == [
        {
            "id": 2,
            "uid": second.uid,
            "title": "Kelas",
            "fields": {"start": ["2026-12-09T19:00", "2026-12-10T20:00"]},
        }
    ]
    assert (found.new, found.removed) == ((), ())


def test_an_import_is_one_step_of_undo_after_a_backup(store: Store, tmp_path: Path) -> None:
    fill(store)
    export_file(store, tmp_path / "plan.ics")
    actions.set_fields(store, 1, {"title": "Cahaya buruk", "owner": ""})
    actions.remove_item(store, 2)
    before = tables(store)
    copies = len(backups(store.workspace))
    found = read_file(store, tmp_path / "plan.ics", today=TODAY)
    assert tables(store) == before
    done = apply(store, found)
    assert done.backup is not None and done.backup.is_file()
    assert len(backups(store.workspace)) == copies + 1
    assert [item.title for item in actions.list_items(store)] == ["Cahaya bagus", "Live 12.12", "Hari Natal", "Ide"]
    assert actions.undo(store) == "Import plan.ics"
    assert tables(store) == before
    assert actions.redo(store) == "Import plan.ics"
    assert actions.show_item(store, 1).owner == "Sari"


def test_a_plan_that_was_changed_meanwhile_is_compared_anew(store: Store, tmp_path: Path) -> None:
    fill(store)
    export_file(store, tmp_path / "plan.ics")
    actions.remove_item(store, 4)
    found = read_file(store, tmp_path / "plan.ics", today=TODAY)
    assert [item.title for item in found.new] == ["Ide"]
    actions.undo(store)
    done = apply(store, found)
    assert done.difference.new == ()
    assert actions.count_items(store) == 4


def test_the_difference_as_json(store: Store, tmp_path: Path) -> None:
    fill(store)
    export_file(store, tmp_path / "plan.ics")
    actions.set_fields(store, 2, {"start": "2026-12-13", "tags": "a, b", "duration_min": ""})
    actions.remove_item(store, 4)
    told = difference_to_json(read_file(store, tmp_path / "plan.ics", today=TODAY))
    assert [item["title"] for item in told.pop("new")] == ["Ide"]
    uid = actions.show_item(store, 2).uid
    assert told == {
        "changed": [
            {
                "id": 2,
                "uid": uid,
                "title": "Live 12.12",
                "fields": {
                    "start": ["2026-12-13", "2026-12-12T19:00"],
                    "duration_min": [None, 90],
                    "tags": [["a", "b"], []],
                },
            }
        ],
        "same": 2,
        "unread": [],
        "applied": False,
        "absent": 0,
        "removed": [],
        "series": {"new": [], "changed": []},
        "understood": {
            "file": "plan.ics",
            "source": "Siar Studio",
            "header_row": 0,
            "columns": [],
            "notes": [],
            "missing_zone": False,
        },
    }


def test_only_what_is_wanted_is_exported(store: Store, tmp_path: Path) -> None:
    fill(store)
    path = tmp_path / "plan.ics"
    assert export_file(store, path, Filter(kinds=frozenset({"live"}))) == 1
    assert export_file(store, path, first=date(2026, 12, 9), last=date(2026, 12, 25)) == 2
    assert export_file(store, path, Filter(text="cahaya")) == 1
    assert export_file(store, path, Filter(readiness="none")) == 4
    assert export_file(store, path, Filter(readiness="ready")) == 0


def test_a_part_of_a_series_changes_nothing_when_it_comes_back(store: Store, tmp_path: Path) -> None:
    first = actions.add_item(store, "Kelas", start="2026-12-02T19:00")
    repeat_item(store, first.id, "weekly")
    actions.set_fields(store, first.id + 1, {"owner": "Sari"})
    assert export_file(store, tmp_path / "a.ics", first=date(2026, 12, 9), last=date(2026, 12, 17)) == 2
    assert "RRULE" not in (tmp_path / "a.ics").read_text()
    found = read_file(store, tmp_path / "a.ics")
    assert (found.is_empty, found.same) == (True, 2)
    assert export_file(store, tmp_path / "b.ics", Filter(owners=frozenset({"sari"}))) == 1
    assert read_file(store, tmp_path / "b.ics").is_empty


def test_a_change_of_the_whole_series_is_one_change_of_it(store: Store, other: Store, tmp_path: Path) -> None:
    first = actions.add_item(store, "Kelas", start="2026-12-02T19:00")
    repeat_item(store, first.id, "weekly")
    export_file(store, tmp_path / "plan.ics")
    apply(other, read_file(other, tmp_path / "plan.ics"))
    actions.set_fields(store, first.id, {"host": "Bima"}, scope=Scope.ALL)
    actions.move_item(store, first.id, datetime(2026, 12, 2, 20), scope=Scope.ALL)
    export_file(store, tmp_path / "plan.ics")
    apply(other, read_file(other, tmp_path / "plan.ics"))
    assert {(item.host, item.start.hour) for item in actions.list_items(other) if item.start} == {("Bima", 20)}
    assert plan(other) == plan(store)
    assert read_file(other, tmp_path / "plan.ics").is_empty


@pytest.mark.parametrize(
    ("name", "told"),
    [
        (
            "plan.docx",
            '"plan.docx" ends in .docx, which is no calendar or sheet. '
            "Use a calendar (.ics), an Excel sheet (.xlsx) or a .csv.",
        ),
        (
            "plan.txt",
            '"plan.txt" ends in .txt, which is no calendar or sheet. '
            "Use a calendar (.ics), an Excel sheet (.xlsx) or a .csv.",
        ),
        (
            "plan",
            '"plan" has no ending that says what it is. Use a calendar (.ics), an Excel sheet (.xlsx) or a .csv.',
        ),
    ],
)
def test_another_ending_is_refused(store: Store, tmp_path: Path, name: str, told: str) -> None:
    for do in (lambda: read_file(store, tmp_path / name), lambda: export_file(store, tmp_path / name)):
        with pytest.raises(InvalidValue) as error:
            do()
        assert str(error.value) == told


def test_a_file_that_is_not_there_is_told(store: Store, tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="There is no file"):
        read_file(store, tmp_path / "plan.ics")


def test_an_empty_calendar_holds_no_item(store: Store, tmp_path: Path) -> None:
    (tmp_path / "leer.ics").write_text("BEGIN:VCALENDAR\nEND:VCALENDAR\n")
    with pytest.raises(InvalidValue) as error:
        read_file(store, tmp_path / "leer.ics")
    assert str(error.value) == "leer.ics holds no item. Choose another file, or another sheet of it."


def test_a_failed_export_leaves_the_file_as_it_was(store: Store, tmp_path: Path) -> None:
    (tmp_path / "plan.ics").mkdir()
    with pytest.raises(Exception, match="cannot be written"):
        export_file(store, tmp_path / "plan.ics")


def test_what_fails_within_an_import_leaves_nothing_of_it(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(store)
    export_file(store, tmp_path / "plan.ics")
    actions.set_fields(store, 1, {"title": "Lain"})
    actions.remove_item(store, 4)
    before = tables(store)
    found = read_file(store, tmp_path / "plan.ics")
    broken = replace(found, new=(replace(found.new[0], title=""),))
    with pytest.raises(InvalidValue):
        apply(store, broken)
    assert tables(store) == before
    assert actions.undo(store) == "Remove “Ide”"


def _import_until_killed(root: str, path: str, pipe: object) -> None:
    with actions.open_studio(Path(root)) as store:
        found = read_file(store, Path(path), today=TODAY)
        pipe.send("ready")  # type: ignore[attr-defined]
        real = rows.add_items

        def add_some(opened: Store, new: list[Item]) -> list[Item]:
            added = real(opened, new[: len(new) // 2])
            os.kill(os.getpid(), signal.SIGKILL)
            return added

        rows.add_items = add_some
        apply(store, found)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows has no SIGKILL")
def test_an_import_that_is_killed_leaves_nothing(store: Store, other: Store, tmp_path: Path) -> None:
    fill(store)
    export_file(store, tmp_path / "plan.ics")
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    root = str(other.workspace.root)
    other.close()
    child = context.Process(target=_import_until_killed, args=(root, str(tmp_path / "plan.ics"), there))
    child.start()
    child.join(60)
    assert child.exitcode == -signal.SIGKILL
    assert here.recv() == "ready"
    with actions.open_studio(open_workspace(Path(root)).root) as opened:
        assert actions.list_items(opened) == []
        with pytest.raises(NotFound):
            actions.undo(opened)
