"""An item is let repeat in the window, and which of its occurrences a change means."""

from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from studio import actions
from studio.actions.scope import Scope
from studio.actions.series import list_series, repeat_item
from studio.plan.item import Item, Stage
from studio.store import Store
from ui.series.repeat import COUNT, UNTIL, RepeatDialog
from ui.series.scope import ScopeDialog
from ui.window import Window

Month = dict[str, Item]
MONDAY = date(2026, 12, 7)


@pytest.fixture
def dialog(qtbot: QtBot, window: Window, month: Month) -> RepeatDialog:
    """The dialog on the clinic of Tuesday 8 December at 19:30."""
    window.calendar.view.choose(month["clinic"].id)
    window.dialogs.repeat()
    return window.findChild(RepeatDialog)


def starts(store: Store, title: str) -> list[str]:
    return [f"{item.start:%d.%m. %H:%M}" for item in actions.list_items(store) if item.title.startswith(title)]


def test_it_offers_what_a_person_would_want_and_shows_the_dates(dialog: RepeatDialog) -> None:
    assert dialog.how.itemText(0) == "Every Tuesday"
    assert dialog.how.itemText(dialog.how.count() - 1) == "Another rule…"
    assert dialog.means.text() == "On Tue 8 Dec, Tue 15 Dec, Tue 22 Dec, Tue 29 Dec, Tue 5 Jan …"
    dialog.ends.button(COUNT).click()
    dialog.times.setValue(3)
    assert dialog.means.text() == "On Tue 8 Dec, Tue 15 Dec, Tue 22 Dec"


def test_an_item_repeats_as_one_step_of_undo(dialog: RepeatDialog, window: Window, store: Store) -> None:
    dialog.ends.button(COUNT).click()
    dialog.times.setValue(3)
    dialog.numbers.setChecked(True)
    dialog.go.click()
    assert starts(store, "Klinik produk #") == ["08.12. 19:30", "15.12. 19:30", "22.12. 19:30"]
    window.plan.undo()
    assert starts(store, "Klinik produk") == ["08.12. 19:30"]
    assert list_series(store) == []


def test_a_rule_is_typed_in_words_in_either_language(dialog: RepeatDialog, store: Store) -> None:
    dialog.how.setCurrentIndex(dialog.how.count() - 1)
    dialog.how.activated.emit(dialog.how.currentIndex())
    assert not dialog.go.isEnabled()
    dialog.typed.setText("setiap 3 minggux")
    dialog.typed.textEdited.emit("")
    assert dialog.wrong.text().startswith('"setiap 3 minggux" is no repeat that is understood.')
    dialog.typed.setText("setiap 2 minggu")
    dialog.typed.textEdited.emit("")
    assert (dialog.wrong.text(), dialog.go.isEnabled()) == ("", True)
    dialog.last.setDate(date(2027, 1, 10))
    assert dialog.ends.checkedId() == UNTIL
    dialog.go.click()
    assert starts(store, "Klinik produk") == ["08.12. 19:30", "22.12. 19:30", "05.01. 19:30"]


def test_what_repeats_can_be_stopped_after_one(qtbot: QtBot, window: Window, store: Store, month: Month) -> None:
    repeat_item(store, month["clinic"].id, "FREQ=WEEKLY;COUNT=4", today=MONDAY)
    second = [item for item in actions.list_items(store) if item.series_uid][1]
    dialog = RepeatDialog(window.plan, second, window)
    assert (dialog.how.currentText(), dialog.ends.checkedId(), dialog.go.text()) == ("Every Tuesday", COUNT, "Change")
    dialog.stop.click()
    assert starts(store, "Klinik produk") == ["08.12. 19:30", "15.12. 19:30"]


def test_a_move_of_what_repeats_asks_which_are_meant(window: Window, store: Store, month: Month) -> None:
    repeat_item(store, month["clinic"].id, "FREQ=WEEKLY;COUNT=3", today=MONDAY)
    window.plan.move([month["clinic"].id], date(2026, 12, 9))
    asked = window.findChild(ScopeDialog)
    assert starts(store, "Klinik produk")[0] == "08.12. 19:30"
    asked.choose(Scope.ALL)
    asked.go.click()
    assert starts(store, "Klinik produk") == ["09.12. 19:30", "16.12. 19:30", "23.12. 19:30"]


def test_cancel_leaves_everything(window: Window, store: Store, month: Month) -> None:
    repeat_item(store, month["clinic"].id, "FREQ=WEEKLY;COUNT=3", today=MONDAY)
    window.plan.remove(month["clinic"].id)
    window.findChild(ScopeDialog).reject()
    assert len(starts(store, "Klinik produk")) == 3


def test_the_stage_of_one_occurrence_is_its_own_and_asks_nothing(window: Window, store: Store, month: Month) -> None:
    repeat_item(store, month["clinic"].id, "FREQ=WEEKLY;COUNT=3", today=MONDAY)
    window.plan.change(month["clinic"].id, {"stage": Stage.RECORDED})
    assert window.findChild(ScopeDialog) is None
    assert [item.stage.value for item in actions.list_items(store) if item.series_uid] == ["recorded", "idea", "idea"]


def test_what_is_published_moves_only_when_it_is_meant(window: Window, store: Store, month: Month) -> None:
    actions.set_fields(store, month["light"].id, {"stage": "published"})
    window.plan.move([month["light"].id], date(2026, 12, 9))
    box = window.findChild(QMessageBox)
    assert box.text() == "“Cahaya bagus, modal murah” is published: Tue 8 Dec, 12:00 WIB."
    stays, moves = box.buttons()[-1], box.buttons()[0]
    assert {stays.text(), moves.text()} == {"Leave it", "Move it"}
    (moves if moves.text() == "Leave it" else stays).click()
    assert actions.show_item(store, month["light"].id).start == datetime(2026, 12, 8, 12)
    window.plan.move([month["light"].id], date(2026, 12, 9))
    box = window.findChildren(QMessageBox)[-1]
    next(made for made in box.buttons() if made.text() == "Move it").click()
    assert actions.show_item(store, month["light"].id).start == datetime(2026, 12, 9, 12)


def test_the_menu_of_a_card_lets_it_repeat(qtbot: QtBot, window: Window, month: Month) -> None:
    from ui.calendar.menu import open_menu

    window.calendar.view.choose(month["clinic"].id)
    menu = open_menu(window, None, month["clinic"].id, window.mapToGlobal(window.rect().center()))
    texts = [action.text() for action in menu.actions() if action.text()]
    assert texts[:5] == ["Open", "Rename", "Repeat…", "Stage", "Move to the ideas"]
    menu.actions()[2].trigger()
    assert window.findChild(RepeatDialog).item.title == "Klinik produk"
    qtbot.keyClick(menu, Qt.Key.Key_Escape)


def test_the_form_says_which_occurrences_it_saves(window: Window, store: Store, month: Month) -> None:
    form = window.inspector.form
    form.show_item(month["clinic"])
    assert form.scope.isHidden()
    repeat_item(store, month["clinic"].id, "FREQ=WEEKLY;COUNT=3", today=MONDAY)
    form.show_item(actions.show_item(store, month["clinic"].id))
    assert not form.scope.isHidden()
    form.editors["host"].show_text("Dewi")
    form.scope.setCurrentIndex(form.scope.findText("All of them"))
    assert form.save()
    assert [item.host for item in actions.list_items(store) if item.series_uid] == ["Dewi", "Dewi", "Dewi"]
