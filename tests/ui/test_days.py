"""The marked days in the window: the dialog of a day, the panels of the settings, and due days in the inspector."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime

import pytest
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from studio import actions
from studio.actions import planning
from studio.plan.commerce import Commerce, MarkKind, SaleDays
from studio.plan.conflicts import conflicts
from studio.plan.item import Item, Kind
from studio.store import Store
from ui import i18n
from ui.background import Background
from ui.calendar.card import DayMark
from ui.days import words as day_words
from ui.days.dialog import DaysDialog
from ui.days.row import MarkRow
from ui.notices import Notice, Notices
from ui.plan import Plan
from ui.settings.day_marks import DayMarksPanel
from ui.settings.lead_times import LeadTimesPanel
from ui.toggle import Toggle
from ui.window import SETTINGS, Window

NATAL = date(2026, 12, 25)
LEFT = Qt.MouseButton.LeftButton
ENTER = Qt.Key.Key_Return
Open = Callable[[date], DaysDialog]


@pytest.fixture
def plan(store: Store, notices: Notices) -> Iterator[Plan]:
    made = Plan(store, notices)
    yield made
    made.close()


@pytest.fixture
def open_dialog(qtbot: QtBot, plan: Plan) -> Iterator[Open]:
    """Opens the dialog on a day, and waits until its marks are there."""
    opened: list[DaysDialog] = []

    def build(day: date) -> DaysDialog:
        dialog = DaysDialog(plan, day)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(dialog)
        opened.append(dialog)
        dialog.open()
        qtbot.waitUntil(lambda: dialog.marks.count() > 0, timeout=20_000)
        return dialog

    yield build
    for dialog in opened:
        dialog.accept()


def rows(dialog: DaysDialog, layout: str = "marks") -> dict[str, MarkRow]:
    box = getattr(dialog, layout)
    widgets = [box.itemAt(number).widget() for number in range(box.count())]
    return {widget.name: widget for widget in widgets if isinstance(widget, MarkRow)}


def said(row: MarkRow) -> list[str]:
    return [label.text() for label in row.findChildren(QLabel)]


def press(qtbot: QtBot, row: MarkRow, text: str) -> None:
    qtbot.mouseClick(next(button for button in row.buttons if button.text() == text), LEFT)


def marks_of(qtbot: QtBot, dialog: DaysDialog, *names: str) -> None:
    qtbot.waitUntil(lambda: list(rows(dialog)) == list(names), timeout=10_000)


def test_a_day_shows_its_marks_with_their_kinds_and_days(open_dialog: Open) -> None:
    dialog = open_dialog(NATAL)
    assert dialog.title.text() == "Friday 25 December 2026"
    found = rows(dialog)
    assert [said(row) for row in found.values()] == [
        ["Christmas Day", "Public holiday", "25 Dec 2026"],
        ["Payday", "Payday", "25 – 31 Dec 2026"],
    ]
    assert found["Payday"].accessibleName() == "Payday, Payday, 25 – 31 Dec 2026"
    assert [button.accessibleName() for button in found["Payday"].buttons] == ["Change: Payday", "Hide: Payday"]


def test_a_day_without_marks_says_so_and_what_a_blackout_is(open_dialog: Open) -> None:
    dialog = open_dialog(date(2026, 12, 8))
    assert dialog.marks.itemAt(0).widget().text() == "Nothing is marked on this day."
    assert dialog.own.itemAt(0).widget().text() == (
        "Nothing yet. A blackout day is one on which nobody works and nothing should go out."
    )
    assert dialog.silent.isHidden()


def test_joint_leave_of_a_later_year_is_not_announced(open_dialog: Open) -> None:
    dialog = open_dialog(date(2090, 2, 8))
    assert dialog.silent.text() == "Joint leave of 2090: not announced"
    assert dialog.silent.isVisibleTo(dialog)


def test_a_blackout_is_added_with_the_keyboard_and_undone(
    qtbot: QtBot, open_dialog: Open, store: Store, plan: Plan
) -> None:
    dialog = open_dialog(date(2026, 12, 28))
    qtbot.keyClicks(dialog.form.name, "Stock opname")
    dialog.form.last.setDate(QDate(2026, 12, 29))
    qtbot.keyClick(dialog.form.name, ENTER)
    marks_of(qtbot, dialog, "Stock opname", "Payday")
    assert [(day.name, day.first, day.last, day.kind) for day in planning.own_days(store)] == [
        ("Stock opname", date(2026, 12, 28), date(2026, 12, 29), MarkKind.BLACKOUT)
    ]
    assert list(rows(dialog, "own")) == ["Stock opname"]
    assert dialog.form.name.text() == ""
    plan.undo()
    marks_of(qtbot, dialog, "Payday")


def test_what_cannot_be_a_day_is_said_beside_it(qtbot: QtBot, open_dialog: Open, store: Store) -> None:
    dialog = open_dialog(NATAL)
    qtbot.mouseClick(dialog.form.save, LEFT)
    assert dialog.form.error.text() == "The day has no name. Write what it is, such as Stock opname."
    assert dialog.form.name.property("wrong")
    qtbot.keyClicks(dialog.form.name, "Opname")
    assert dialog.form.error.isHidden()
    dialog.form.last.setDate(QDate(2026, 12, 24))
    qtbot.mouseClick(dialog.form.save, LEFT)
    assert dialog.form.error.text().startswith("The last day, 2026-12-24, comes before the first one, 2026-12-25.")
    assert planning.own_days(store) == []


def test_a_new_first_day_takes_the_last_one_along(open_dialog: Open) -> None:
    form = open_dialog(NATAL).form
    form.last.setDate(QDate(2026, 12, 27))
    form.first.setDate(QDate(2026, 12, 10))
    assert form.last.date() == QDate(2026, 12, 12)


def test_a_mark_of_the_program_is_hidden_and_shown_again(qtbot: QtBot, open_dialog: Open, store: Store) -> None:
    dialog = open_dialog(NATAL)
    press(qtbot, rows(dialog)["Payday"], "Hide")
    marks_of(qtbot, dialog, "Christmas Day")
    hidden = rows(dialog, "own")["Payday"]
    assert said(hidden)[-1] == "25 – 31 Dec 2026 · hidden"
    press(qtbot, hidden, "Show again")
    marks_of(qtbot, dialog, "Christmas Day", "Payday")
    assert planning.own_days(store) == []


def test_a_mark_of_the_program_is_renamed_and_put_back(qtbot: QtBot, open_dialog: Open) -> None:
    dialog = open_dialog(NATAL)
    press(qtbot, rows(dialog)["Christmas Day"], "Change")
    assert (dialog.form.title.text(), dialog.form.kind.isEnabled()) == ("Change “Christmas Day”", False)
    dialog.form.name.setText("Natal")
    qtbot.mouseClick(dialog.form.save, LEFT)
    marks_of(qtbot, dialog, "Natal", "Payday")
    assert said(rows(dialog)["Natal"])[-1] == "25 Dec 2026 · changed by you"
    press(qtbot, rows(dialog)["Natal"], "Put back")
    marks_of(qtbot, dialog, "Christmas Day", "Payday")


def test_an_own_day_is_changed_from_the_list_and_removed(qtbot: QtBot, open_dialog: Open, store: Store) -> None:
    planning.add_day(store, "Push", "2026-12-10", "2026-12-12", "campaign")
    dialog = open_dialog(NATAL)
    press(qtbot, rows(dialog, "own")["Push"], "Change")
    dialog.form.name.setText("Push 12.12")
    dialog.form.kind.setCurrentIndex(dialog.form.kind.findData("blackout"))
    qtbot.mouseClick(dialog.form.save, LEFT)
    assert [(day.name, day.kind) for day in planning.own_days(store)] == [("Push 12.12", MarkKind.BLACKOUT)]
    press(qtbot, rows(dialog, "own")["Push 12.12"], "Remove")
    assert planning.own_days(store) == []


def test_escape_leaves_a_change_first_and_the_dialog_then(qtbot: QtBot, open_dialog: Open) -> None:
    dialog = open_dialog(NATAL)
    press(qtbot, rows(dialog)["Payday"], "Change")
    qtbot.keyClick(dialog.form.name, Qt.Key.Key_Escape)
    assert dialog.form.title.text() == "Mark days of your own"
    assert dialog.isVisible()
    qtbot.keyClick(dialog.form.name, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_days_beside_it_are_one_step_away(qtbot: QtBot, open_dialog: Open) -> None:
    dialog = open_dialog(NATAL)
    dialog.turn(-1)
    marks_of(qtbot, dialog, "Christmas Joint Holiday")
    assert dialog.title.text() == "Thursday 24 December 2026"
    assert dialog.form.first.date() == QDate(2026, 12, 24)


# settings


@pytest.fixture
def panel(qtbot: QtBot, plan: Plan) -> Iterator[DayMarksPanel]:
    background = Background()
    made = DayMarksPanel(plan, background, date(2089, 12, 1))
    qtbot.addWidget(made)
    made.show()
    yield made
    background.close()


def test_each_kind_is_switched_off_and_on_and_undone(panel: DayMarksPanel, store: Store, plan: Plan) -> None:
    assert all(toggle.isChecked() for toggle in panel.kinds.values())
    panel.kinds[MarkKind.PAYDAY].click()
    panel.kinds[MarkKind.HOLIDAY].click()
    assert planning.commerce(store).hidden == {MarkKind.PAYDAY, MarkKind.HOLIDAY}
    assert not panel.payday_from.isEnabled()
    plan.undo()
    assert planning.commerce(store).hidden == {MarkKind.PAYDAY}
    assert panel.kinds[MarkKind.HOLIDAY].isChecked()
    panel.kinds[MarkKind.PAYDAY].click()
    assert planning.commerce(store) == Commerce()


def test_double_dates_payday_and_the_week_are_taken_at_once(panel: DayMarksPanel, store: Store) -> None:
    panel.months[1].click()
    panel.payday_from.setValue(27)
    panel.payday_to.setValue(3)
    panel.week[5].click()
    assert planning.commerce(store) == Commerce(
        double_dates=frozenset(range(2, 13)), payday_from=27, payday_to=3, weekend=frozenset({6})
    )


def test_a_team_that_works_on_no_day_is_not_taken(panel: DayMarksPanel, store: Store, told: list[Notice]) -> None:
    for number in range(7):
        if not panel.week[number].isChecked():
            panel.week[number].click()
    assert told[-1].text == "No day of the week would be left to work on."
    assert len(planning.commerce(store).weekend) == 6
    assert not panel.week[4].isChecked()


def test_sales_are_added_edited_and_removed(qtbot: QtBot, panel: DayMarksPanel, store: Store) -> None:
    panel.sales.add_row()
    row = panel.sales.rows[-1]
    assert planning.commerce(store) == Commerce()
    row.first.setDate(QDate(2028, 2, 18))
    row.last.setDate(QDate(2028, 3, 20))
    row.name.setText("Ramadan Sale")
    qtbot.keyClick(row.name, ENTER)
    assert planning.commerce(store).sales == (
        SaleDays("Harbolnas", (12, 10), (12, 12)),
        SaleDays("Ramadan Sale", (2, 18), (3, 20)),
    )
    row.name.setText("harbolnas")
    qtbot.keyClick(row.name, ENTER)
    assert panel.sales.error.text() == "Two sales are called “harbolnas”."
    assert len(planning.commerce(store).sales) == 2
    panel.sales.rows[0].removed.emit(panel.sales.rows[0])
    assert planning.commerce(store).sales == (SaleDays("harbolnas", (2, 18), (3, 20)),)
    assert panel.sales.error.isHidden()


def test_as_usual_again_is_one_step(panel: DayMarksPanel, store: Store, plan: Plan) -> None:
    planning.set_commerce(store, Commerce(payday_from=None, sales=()))
    plan.look_for_changes()
    assert not panel.kinds[MarkKind.PAYDAY].isChecked()
    panel.kinds[MarkKind.PAYDAY].click()
    assert planning.commerce(store).payday_from == 25
    plan.undo()
    assert planning.commerce(store).payday_from is None


def test_joint_leave_says_which_years_are_not_announced(qtbot: QtBot, panel: DayMarksPanel) -> None:
    qtbot.waitUntil(lambda: bool(panel.silent.text()), timeout=20_000)
    assert panel.silent.text() == "Joint leave of 2089: not announced · Joint leave of 2090: not announced"


def test_lead_times_are_typed_for_each_kind_and_none_is_below_zero(qtbot: QtBot, plan: Plan, store: Store) -> None:
    panel = LeadTimesPanel(plan)
    qtbot.addWidget(panel)
    script, deck = panel.fields[Kind.LIVE, "script"], panel.fields[Kind.LIVE, "deck"]
    assert (Kind.LIVE, "recording") not in panel.fields
    script.setValue(7)
    deck.setValue(-1)
    assert deck.text() == "none"
    assert planning.lead_times(store).of(Kind.LIVE) == {"script": 7, "thumbnail": 2, "rundown": 3}
    assert planning.lead_times(store).of(Kind.VIDEO)["script"] == 5
    plan.undo()
    assert deck.value() == 2
    assert script.value() == 7


def test_the_panels_are_made_when_the_settings_are_first_shown(window: Window) -> None:
    assert window.settings.day_marks is None
    window.show_page(SETTINGS)
    assert window.settings.day_marks is not None
    assert window.settings.lead_times is not None


def test_a_toggle_is_clicked_on_its_words_and_not_beside_them(qtbot: QtBot) -> None:
    toggle = Toggle("11.11", True)
    qtbot.addWidget(toggle)
    toggle.resize(300, 26)
    toggle.show()
    for x, on in ((30, False), (280, False), (8, True)):
        qtbot.mouseClick(toggle, LEFT, pos=QPoint(x, 13))
        assert toggle.isChecked() is on


# due days and clashes


def test_the_inspector_says_when_each_step_is_due_and_what_is_late(qtbot: QtBot, window: Window, store: Store) -> None:
    item = actions.add_item(store, "Kelas", kind="live", stage="planned", start="2026-12-16T19:30")
    window.inspector.today = date(2026, 12, 11)
    window.open_item(item.id)
    qtbot.waitUntil(
        lambda: bool(window.inspector.rows) and window.inspector.rows["script"].when.isVisibleTo(window.inspector),
        timeout=20_000,
    )
    rows = window.inspector.rows
    assert {name: (row.lateness.text(), row.due.text()) for name, row in rows.items()} == {
        "script": ("2 days late", "Due Wed 9 Dec"),
        "thumbnail": ("", "Due Mon 14 Dec"),
        "rundown": ("", "Due today"),
        "deck": ("", "Due Mon 14 Dec"),
    }
    assert rows["script"].accessibleName().startswith("2 days late. Due Wed 9 Dec. Script, Missing.")
    assert rows["deck"].lateness.isHidden()


def test_what_is_published_has_no_due_days(qtbot: QtBot, window: Window, store: Store) -> None:
    item = actions.add_item(store, "Kelas", kind="live", stage="published", start="2026-12-16T19:30")
    window.open_item(item.id)
    with qtbot.waitSignal(window.inspector.dues.found, timeout=20_000):
        pass
    qtbot.waitUntil(lambda: bool(window.inspector.rows), timeout=20_000)
    assert not any(row.when.isVisibleTo(window.inspector) for row in window.inspector.rows.values())


def test_a_clash_is_said_in_the_language_of_the_window(qapp: QApplication) -> None:
    items = {
        number: Item(
            f"Sesi %{number}",
            Kind.LIVE,
            number,
            stage="planned",
            start=datetime(2026, 12, 12, 18 + number),
            duration_min=90,
            host="Bima %2",
        )
        for number in (1, 2)
    }
    assert [day_words.clash(one, items) for one in conflicts(items.values())] == [
        "Bima %2 is booked at the same time: “Sesi %1” (Sat 12 Dec, 19:00–20:30 WIB), "
        "“Sesi %2” (Sat 12 Dec, 20:00–21:30 WIB)",
        "Live sessions overlap: “Sesi %1” (Sat 12 Dec, 19:00–20:30 WIB), “Sesi %2” (Sat 12 Dec, 20:00–21:30 WIB)",
    ]


def test_runs_of_days_are_written_with_what_differs(qapp: QApplication) -> None:
    assert day_words.span(NATAL, NATAL) == "25 Dec 2026"
    assert day_words.span(NATAL, date(2026, 12, 26)) == "25 – 26 Dec 2026"
    assert day_words.span(NATAL, date(2027, 1, 2)) == "25 Dec 2026 – 2 Jan 2027"
    assert day_words.span(date(2026, 11, 25), NATAL) == "25 Nov – 25 Dec 2026"


def test_every_kind_has_a_word_and_a_card_knows_a_day_off(qapp: QApplication) -> None:
    i18n.speak(qapp, "en")
    assert len({day_words.kind_name(kind) for kind in MarkKind}) == len(MarkKind)
    assert DayMark("Natal", MarkKind.HOLIDAY).is_holiday
