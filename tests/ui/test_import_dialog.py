"""The import: what a file would change is looked through and ticked, and nothing is changed before."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studio import actions
from studio.actions.exchange import export_file
from studio.plan.difference import Difference, SeriesChange, compare
from studio.plan.item import Item, Kind, Stage
from studio.plan.reading import Column, Incoming, Reading, Unread
from studio.plan.series import Series
from studio.store import Store
from studio.workspace import backups
from ui import i18n
from ui.background import Background
from ui.exchange.difference_view import CHANGED, NEW, UNREAD
from ui.exchange.import_dialog import ImportDialog
from ui.exchange.painting import check_box
from ui.exchange.selection import field_key, new_key, series_key
from ui.notices import Notice, Notices
from ui.plan import Plan

TODAY = date(2026, 12, 7)
WEDNESDAY = datetime(2026, 12, 9, 19, 0)


@pytest.fixture
def plan(store: Store, notices: Notices, month: dict[str, Item]) -> Iterator[Plan]:
    made = Plan(store, notices)
    yield made
    made.close()


@pytest.fixture
def dialog(qtbot: QtBot, plan: Plan) -> Iterator[ImportDialog]:
    background = Background()
    made = ImportDialog(plan, background, None, TODAY)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.open()
    yield made
    background.close()


def sheet(store: Store) -> Difference:
    """Rows of a team's sheet: one item at another hour with another owner, two new ones, one that cannot be read."""
    rows = (
        Incoming(5, {"title": "Cahaya bagus, modal murah", "start": datetime(2026, 12, 8, 15, 0), "owner": ""}, id=1),
        Incoming(6, {"title": "Klinik produk", "start": datetime(2026, 12, 8, 19, 30)}, id=2),
        Incoming(7, {"title": "Hook 3 detik", "start": datetime(2026, 12, 9, 10, 0), "owner": "Bima"}),
        Incoming(8, {"title": "Gladi 12.12", "kind": Kind.LIVE, "stage": Stage.SCRIPTED}),
    )
    columns = (
        Column("A", "Tanggal", "start"), Column("B", "Judul", "title"), Column("C", "PIC", "owner"), Column("D", "Acc"),
    )  # fmt: skip
    unread = (Unread(9, "It has no title"),)
    reading = Reading(rows, (), unread, columns, "Desember", 4, ("Dates are read with the day first",))
    found = compare(reading, actions.list_items(store))
    return replace(found, version=store.version(), file="Rencana.xlsx")


def texts(model) -> list[str]:  # type: ignore[no-untyped-def]
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def labels(widget) -> list[str]:  # type: ignore[no-untyped-def]
    from PySide6.QtWidgets import QLabel

    return [label.text() for label in widget.findChildren(QLabel) if label.text()]


def click_tick(qtbot: QtBot, view, row: int) -> None:  # type: ignore[no-untyped-def]
    index = view.model().index(row, 0)
    indent = 26.0 if view.model().data(index).startswith(("Date", "Owner")) else 0.0
    place = check_box(view.visualRect(index), indent).center().toPoint()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_to_begin_with_it_says_what_can_be_dropped(dialog: ImportDialog) -> None:
    opening = dialog.opening
    assert opening.isVisible() and opening.title.text() == "Drop a sheet or a calendar here"
    assert opening.choose.isVisible() and not dialog.foot.isVisible() and not dialog.sheets.isVisible()


def test_what_was_understood_stands_beside_the_difference(dialog: ImportDialog, store: Store) -> None:
    dialog.show_difference(sheet(store))
    said = [text.replace("\N{NO-BREAK SPACE}", " ") for text in labels(dialog.view.understood)]
    assert said[:2] == ["What was understood", "Sheet “Desember”, headings in row 4"]
    assert said[2:11] == ["A", "Tanggal", "→ Date", "B", "Judul", "→ Title", "C", "PIC", "→ Owner"]
    assert said[11:] == ["Not used: Acc", "Assumed", "Dates are read with the day first."]


def test_of_a_sheet_of_ours_only_what_is_not_known_is_told(dialog: ImportDialog, store: Store) -> None:
    columns = (Column("A", "ID", "id"), Column("B", "UID", "uid"), Column("C", "Judul", "title"), Column("D", "Acc"))
    rows = (Incoming(2, {"title": "Cahaya bagus"}, id=1),)
    reading = Reading(rows, (), (), columns, "Rencana", 1)
    dialog.show_difference(replace(compare(reading, actions.list_items(store)), file="plan.xlsx"))
    assert labels(dialog.view.understood) == [
        "What was understood",
        "Sheet “Rencana”, headings in row 1",
        "A sheet of Siar Studio: its columns are known.",
        "Not used: Acc",
        "3 items of the plan are not in it, and stay as they are.",
    ]


def test_a_deleted_row_of_a_sheet_of_ours_is_told(dialog: ImportDialog) -> None:
    dialog.show_difference(Difference(same=3, absent=1, file="plan.xlsx"))
    assert dialog.opening.title.text() == "plan.xlsx changes nothing"
    assert dialog.opening.detail.text() == "1 item of the plan is not in it, and stays as it is."


def test_new_changed_untouched_and_unread_are_told_apart(dialog: ImportDialog, store: Store) -> None:
    dialog.show_difference(sheet(store))
    view = dialog.view
    assert [view.tabs.button(tab).text() for tab in (NEW, CHANGED, UNREAD)] == ["New  2", "Changed  1", "Not read  1"]
    assert "1 the same" in labels(view)
    model = view.new.model()
    assert [[model.index(row, c).data() for c in range(6)] for row in range(2)] == [
        ["Hook 3 detik", "Wed 9 Dec, 10:00", "Idea", "Bima", "", "7"],
        ["Gladi 12.12", "No date yet", "Scripted", "", "", "8"],
    ]
    assert model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Live, Gladi 12.12, No date yet, Scripted"
    assert texts(view.changes.model()) == [
        "Cahaya bagus, modal murah (Tue 8 Dec, 12:00, row 5)",
        "Date: Tue 8 Dec, 12:00 → Tue 8 Dec, 15:00",
        "Owner: Sari → empty",
    ]
    assert [view.unread.model().index(0, column).data() for column in (0, 1)] == ["9", "It has no title"]
    assert dialog.primary.text() == "Import 2 new, 1 change"
    assert dialog.promise.text() == "Nothing is changed yet. A backup is made first, and Undo takes all of it back."


def test_each_row_can_be_taken_out_by_mouse_and_by_keyboard(qtbot: QtBot, dialog: ImportDialog, store: Store) -> None:
    dialog.show_difference(sheet(store))
    view = dialog.view
    click_tick(qtbot, view.new, 0)
    assert not view.selection.is_on(new_key(0)) and dialog.primary.text() == "Import 1 new, 1 change"
    qtbot.keyClick(view.new, Qt.Key.Key_Down)
    qtbot.keyClick(view.new, Qt.Key.Key_Space)
    assert dialog.primary.text() == "Import 1 change"
    view.show_tab(CHANGED)
    click_tick(qtbot, view.changes, 2)
    assert view.selection.left_out().fields == {(1, "owner")}
    head = view.changes.model().index(0).data(Qt.ItemDataRole.CheckStateRole)
    assert Qt.CheckState(head) is Qt.CheckState.PartiallyChecked
    view.changes.setCurrentIndex(view.changes.model().index(0))
    qtbot.keyClick(view.changes, Qt.Key.Key_Space)  # some: all come in
    qtbot.keyClick(view.changes, Qt.Key.Key_Space)  # all: all go out
    assert view.selection.left_out().fields == {(1, "owner"), (1, "start")}
    assert dialog.primary.text() == "Import" and not dialog.primary.isEnabled()
    view.all.click()
    assert dialog.primary.text() == "Import 1 change"


def test_all_and_none_are_one_press(dialog: ImportDialog, store: Store) -> None:
    dialog.show_difference(sheet(store))
    dialog.view.none.click()
    assert dialog.primary.text() == "Import 1 change"
    dialog.view.all.click()
    assert dialog.primary.text() == "Import 2 new, 1 change"


def test_what_is_ticked_is_imported_and_one_undo_takes_it_back(
    qtbot: QtBot, dialog: ImportDialog, plan: Plan, store: Store, told: list[Notice]
) -> None:
    before = actions.list_items(store)
    dialog.show_difference(sheet(store))
    dialog.view.selection.toggle([new_key(1)])
    dialog.view.selection.toggle([field_key(1, "start")])
    assert actions.list_items(store) == before
    with qtbot.waitSignals([dialog.accepted, plan.changed]):
        dialog.primary.click()
        assert dialog.opening.title.text() == "Importing Rencana.xlsx…"
        dialog.reject()  # it cannot be left in these seconds
        assert dialog.isVisible()
    assert not dialog.isVisible()
    after = {item.title: item for item in actions.list_items(store)}
    assert set(after) == {item.title for item in before} | {"Hook 3 detik"}
    light = after["Cahaya bagus, modal murah"]
    assert (light.start, light.owner) == (datetime(2026, 12, 8, 12, 0), "")
    assert len(backups(store.workspace)) >= 1
    assert (told[-1].text, told[-1].action) == ("Imported from Rencana.xlsx: 1 new item, 1 change", "Undo")
    told[-1].call()
    assert actions.list_items(store) == before


def test_a_plan_that_changed_meanwhile_is_looked_at_again(
    qtbot: QtBot, dialog: ImportDialog, plan: Plan, store: Store, tmp_path: Path
) -> None:
    file = tmp_path / "rencana.ics"
    export_file(store, file)
    actions.remove_item(store, 1)
    dialog.open_file(file)
    qtbot.waitUntil(lambda: dialog.view is not None)
    assert dialog.primary.text() == "Import 1 new"
    seen = dialog.view
    actions.set_fields(store, 2, {"title": "Klinik toko"})
    dialog.primary.click()
    qtbot.waitUntil(lambda: dialog.view is not None and dialog.view is not seen)
    assert dialog.primary.text() == "Import 1 new, 1 change"
    assert dialog.promise.text() == ("The plan was changed while you looked: this is what the file would change now.")
    with qtbot.waitSignal(dialog.accepted):
        dialog.primary.click()
    assert actions.show_item(store, 2).title == "Klinik produk"


def test_a_dropped_file_is_read_in_the_background(
    qtbot: QtBot, dialog: ImportDialog, store: Store, tmp_path: Path
) -> None:
    file = tmp_path / "rencana.ics"
    export_file(store, file)
    actions.set_fields(store, 2, {"title": "Klinik toko"})
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    dialog.dropEvent(
        QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0))
    )
    assert dialog.opening.title.text() == "Reading rencana.ics…" and dialog.opening.cancel.isVisible()
    qtbot.waitUntil(lambda: dialog.view is not None)
    assert dialog.title.text() == "rencana.ics"
    assert texts(dialog.view.changes.model())[1] == "Title: Klinik toko → Klinik produk"


def test_another_sheet_of_a_teams_workbook_can_be_chosen(qtbot: QtBot, dialog: ImportDialog, tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    plan = book.active
    plan.title = "Desember"
    for row in (
        ["KONTEN DESEMBER 2026"], [], ["Tanggal", "Jam", "Judul", "PIC", "Acc"],
        ["8 Des", "19.00", "Klinik produk", "Bima", "ok"], ["32 Des", "", "Salah tanggal", "", ""],
    ):  # fmt: skip
        plan.append(row)
    ideas = book.create_sheet("Bank ide")
    ideas.append(["Judul", "PIC"])
    ideas.append(["Studio baru", "Sari"])
    book.create_sheet("Kosong")
    book.save(tmp_path / "tim.xlsx")
    dialog.open_file(tmp_path / "tim.xlsx")
    qtbot.waitUntil(lambda: dialog.view is not None)
    assert [dialog.sheets.itemText(number) for number in range(3)] == ["Desember", "Bank ide", "Kosong"]
    assert (dialog.title.text(), dialog.sheets.currentText()) == ("tim.xlsx", "Desember")
    assert texts(dialog.view.changes.model()) == [
        "Klinik produk (Tue 8 Dec, 19:30, row 4)",
        "Date: Tue 8 Dec, 19:30 → Tue 8 Dec, 19:00",
        "Owner: empty → Bima",
    ]
    assert dialog.view.tabs.button(UNREAD).text() == "Not read  1"
    assert "Not used: Acc" in labels(dialog.view.understood)
    dialog.sheets.setCurrentIndex(2)
    dialog.sheets.activated.emit(2)
    qtbot.waitUntil(lambda: not dialog.opening.bar.isVisible())
    assert dialog.opening.title.text() == (
        "The sheet “Kosong” of tim.xlsx has no row of headings with a title among them."
    )
    assert dialog.sheets.isVisible()
    dialog.sheets.setCurrentIndex(1)
    dialog.sheets.activated.emit(1)
    qtbot.waitUntil(lambda: dialog.view is not None)
    assert texts(dialog.view.new.model()) == ["Studio baru"]


def test_reading_can_be_cancelled(qtbot: QtBot, dialog: ImportDialog, store: Store, tmp_path: Path) -> None:
    file = tmp_path / "rencana.ics"
    export_file(store, file)
    actions.remove_item(store, 1)
    dialog.open_file(file)
    with qtbot.waitSignal(dialog.background.finished):
        dialog.opening.cancel.click()
    assert dialog.view is None and dialog.opening.title.text() == "Drop a sheet or a calendar here"


def test_a_file_that_changes_nothing_says_so(qtbot: QtBot, dialog: ImportDialog, store: Store, tmp_path: Path) -> None:
    export_file(store, tmp_path / "rencana.ics")
    dialog.open_file(tmp_path / "rencana.ics")
    qtbot.waitUntil(lambda: dialog.opening.done.isVisible())
    assert dialog.opening.title.text() == "rencana.ics changes nothing"
    assert dialog.opening.text.text() == "4 items are the same in the plan."
    dialog.opening.done.click()
    assert not dialog.isVisible()


@pytest.mark.parametrize(
    ("name", "happened", "advice"),
    [
        (
            "rencana.docx",
            '"rencana.docx" ends in .docx, which is no calendar or sheet.',
            "Use a calendar (.ics), an Excel sheet (.xlsx) or a .csv.",
        ),
        ("tidak ada.ics", "There is no file {}.", "Check the name, or choose the file again."),
    ],
)
def test_a_file_that_cannot_be_read_says_why(
    name: str, happened: str, advice: str, qtbot: QtBot, dialog: ImportDialog, tmp_path: Path
) -> None:
    dialog.open_file(tmp_path / name)
    qtbot.waitUntil(lambda: not dialog.opening.bar.isVisible())
    said = (dialog.opening.title.text(), dialog.opening.text.text())
    assert said == (happened.format(tmp_path / name), advice)
    assert dialog.opening.choose.isVisible()


def test_published_items_that_would_move_are_named(dialog: ImportDialog, store: Store) -> None:
    actions.set_fields(store, 1, {"stage": "published"})
    dialog.show_difference(sheet(store))
    dialog.view.show_tab(CHANGED)
    assert dialog.view.moves.isVisible()
    assert dialog.view.moves.text() == ("1 published item would get another date: “Cahaya bagus, modal murah”")


def test_a_series_is_one_row_with_its_dates(qtbot: QtBot, dialog: ImportDialog, store: Store) -> None:
    weekly = Series("FREQ=WEEKLY;BYDAY=WE", Item("Kelas #{episode}", Kind.LIVE, start=WEDNESDAY), uid="weekly")
    daily = Series("FREQ=DAILY", Item("Kabar", start=WEDNESDAY), uid="daily")
    found = Difference(
        new=tuple(
            Item("Kelas", start=at, series_uid="weekly", occurrence=at)
            for at in (WEDNESDAY + timedelta(days=7 * number) for number in range(3))
        ),
        new_series=(weekly,),
        removed=(Item("Kabar", id=9, start=WEDNESDAY, series_uid="daily", occurrence=WEDNESDAY),),
        changed_series=(
            SeriesChange(daily, replace(daily, rule="FREQ=WEEKLY;BYDAY=TH"),
                         {"rule": ("FREQ=DAILY", "FREQ=WEEKLY;BYDAY=TH")}),
        ),
        file="tim.ics",
    )  # fmt: skip
    dialog.show_difference(found)
    model = dialog.view.new.model()
    assert model.rowCount() == 1
    assert [model.index(0, column).data() for column in (0, 1)] == ["Kelas", "every Wednesday, 3 dates"]
    assert texts(dialog.view.changes.model()) == [
        "Kabar (series)",
        "Repeats: every day → every Thursday",
        "Wed 9 Dec, 19:00: no longer in the series",
    ]
    assert dialog.primary.text() == "Import 3 new, 2 changes"
    dialog.view.selection.toggle([series_key("daily")])
    assert dialog.primary.text() == "Import 3 new"
    dialog.view.selection.toggle([series_key("weekly")])
    assert not dialog.primary.isEnabled()


def test_ten_thousand_rows_are_shown_and_ticked_without_a_wait(
    qtbot: QtBot, dialog: ImportDialog, benchmark_ms: Callable[[Callable[[], object]], float]
) -> None:
    many = Difference(
        new=tuple(Item(f"Konten {number}", start=WEDNESDAY) for number in range(10_000)), file="besar.csv"
    )
    assert benchmark_ms(lambda: dialog.show_difference(many)) < 1000
    view = dialog.view
    view.new.scrollToBottom()
    assert benchmark_ms(lambda: (view.selection.toggle([new_key(9_999)]), view.new.grab())) < 250
    assert dialog.primary.text() == "Import 9999 new"
    assert benchmark_ms(view.none.click) < 500
    assert not dialog.primary.isEnabled()


@pytest.fixture
def benchmark_ms() -> Callable[[Callable[[], object]], float]:
    from time import thread_time

    def measure(call: Callable[[], object]) -> float:
        begun = thread_time()
        call()
        return (thread_time() - begun) * 1000

    return measure


def test_the_import_speaks_indonesian(qapp: QApplication, qtbot: QtBot, plan: Plan, store: Store) -> None:
    i18n.speak(qapp, "id")
    background = Background()
    made = ImportDialog(plan, background, None, TODAY)
    qtbot.addWidget(made)
    made.show_difference(sheet(store))
    assert made.primary.text() == "Impor 2 baru, 1 perubahan"
    assert texts(made.view.changes.model())[1:] == [
        "Tanggal: Sel 8 Des, 12.00 → Sel 8 Des, 15.00",
        "PIC: Sari → kosong",
    ]
    background.close()
