"""The month: what it shows, and everything that mouse and keyboard do in it."""

from __future__ import annotations

from datetime import date, datetime, time

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from studio import actions
from studio.plan.filters import Filter
from studio.plan.item import Item, Kind
from studio.store import Store
from ui.calendar.inline import split_time
from ui.calendar.model import carry, weeks
from ui.calendar.popover import DayPopover
from ui.notices import Notice
from ui.window import Window

Month = dict[str, Item]
MONDAY, TUESDAY, WEDNESDAY = date(2026, 12, 7), date(2026, 12, 8), date(2026, 12, 9)
LEFT = Qt.MouseButton.LeftButton


def titles(window: Window, day: date) -> list[str]:
    return [card.title for card in window.calendar.model.cards(day)]


def middle_of(window: Window, day: date, item_id: int | None = None) -> QPoint:
    """The middle of a card, or an empty place low in the day."""
    view = window.calendar.view
    if item_id is not None:
        place = view.card_rect(item_id)
        assert place is not None
        return place.center()
    cell = view.visualRect(window.calendar.model.index_of(day))
    return QPoint(cell.center().x(), cell.bottom() - 6)


def drop(window: Window, item_id: int, day: date) -> None:
    """Let a card go over a day."""
    drop_on(window.calendar.view.viewport(), QPointF(middle_of(window, day)), item_id)


def drop_on(target: QWidget, at: QPointF, item_id: int) -> None:
    """What Qt sends when a card is let go."""
    data = carry([item_id])
    move, none = Qt.DropAction.MoveAction, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(target, QDragEnterEvent(at.toPoint(), move, data, LEFT, none))
    QApplication.sendEvent(target, QDropEvent(at, move, data, LEFT, none))


def type_title(qtbot: QtBot, window: Window, text: str) -> None:
    field = window.calendar.editor.field
    assert field.isVisible()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_the_month_shows_the_items_on_their_days(window: Window) -> None:
    assert titles(window, TUESDAY) == ["Cahaya bagus, modal murah", "Klinik produk"]
    assert titles(window, date(2026, 12, 12)) == ["12.12 dimulai"]
    assert window.calendar.header.title.text() == "December 2026"


def test_a_page_begins_on_monday_and_has_five_weeks_or_six(window: Window) -> None:
    model = window.calendar.model
    assert (model.first, model.last) == (date(2026, 11, 30), date(2027, 1, 3))
    assert [model.headerData(c, Qt.Orientation.Horizontal) for c in (0, 6)] == ["Mon", "Sun"]
    assert (weeks(date(2026, 12, 1)), weeks(date(2026, 8, 1)), weeks(date(2027, 2, 1))) == (5, 6, 5)


def test_a_day_says_all_of_itself_to_a_screen_reader(qtbot: QtBot, window: Window, month: Month) -> None:
    index = window.calendar.model.index_of(TUESDAY)
    qtbot.waitUntil(lambda: window.calendar.model.find(month["clinic"].id).late)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == (
        "Tuesday 8 December 2026, 2 items. 12:00, Video, Cahaya bagus, modal murah, Recorded, 0 % ready, at risk. "
        "19:30, Live, Klinik produk, Idea, 0 % ready, at risk"
    )


def test_ideas_wait_in_the_tray(window: Window) -> None:
    assert [card.title for card in window.calendar.tray._cards] == ["Studio tur"]


def test_a_click_on_an_empty_day_and_a_title_make_an_item(qtbot: QtBot, window: Window, store: Store) -> None:
    qtbot.mouseClick(window.calendar.view.viewport(), LEFT, pos=middle_of(window, WEDNESDAY))
    type_title(qtbot, window, "19.30 Hook 3 detik")
    assert titles(window, WEDNESDAY) == ["Hook 3 detik"]
    made = actions.list_items(store, first=WEDNESDAY, last=WEDNESDAY)[0]
    assert made.start == datetime(2026, 12, 9, 19, 30)
    assert window.calendar.view.chosen == made.id


def test_with_no_time_the_item_takes_the_whole_day(qtbot: QtBot, window: Window, store: Store) -> None:
    window.calendar.create_in(WEDNESDAY)
    type_title(qtbot, window, "Hook 3 detik")
    assert actions.list_items(store, first=WEDNESDAY, last=WEDNESDAY)[0].start == WEDNESDAY


def test_the_glyph_in_the_editor_makes_it_a_live_session(qtbot: QtBot, window: Window, store: Store) -> None:
    window.calendar.create_in(WEDNESDAY)
    qtbot.mouseClick(window.calendar.editor.kind, LEFT)
    type_title(qtbot, window, "Kelas")
    assert actions.list_items(store, first=WEDNESDAY, last=WEDNESDAY)[0].kind is Kind.LIVE


def test_escape_makes_nothing(qtbot: QtBot, window: Window, store: Store) -> None:
    window.calendar.create_in(WEDNESDAY)
    qtbot.keyClicks(window.calendar.editor.field, "Hook")
    qtbot.keyClick(window.calendar.editor.field, Qt.Key.Key_Escape)
    assert not window.calendar.editor.isVisible()
    assert titles(window, WEDNESDAY) == []


def test_a_click_elsewhere_keeps_what_was_typed_and_opens_no_other_editor(qtbot: QtBot, window: Window) -> None:
    window.calendar.create_in(WEDNESDAY)
    qtbot.keyClicks(window.calendar.editor.field, "Hook 3 detik")
    window.activateWindow()
    window.calendar.view.setFocus()
    qtbot.mouseClick(window.calendar.view.viewport(), LEFT, pos=middle_of(window, date(2026, 12, 23)))
    assert titles(window, WEDNESDAY) == ["Hook 3 detik"]
    assert not window.calendar.editor.isVisible()


def test_c_opens_the_editor_in_the_day_with_the_focus(qtbot: QtBot, window: Window) -> None:
    window.activateWindow()
    window.calendar.view.focus_on(WEDNESDAY, None)
    qtbot.keyClick(window.calendar.view, Qt.Key.Key_C)
    type_title(qtbot, window, "Cek C")
    assert titles(window, WEDNESDAY) == ["Cek C"]


def test_a_letter_in_a_text_field_is_only_a_letter(qtbot: QtBot, window: Window) -> None:
    window.calendar.header.search.setFocus()
    qtbot.keyClicks(window.calendar.header.search, "ct")
    assert window.calendar.header.search.text() == "ct"
    assert not window.calendar.editor.isVisible()


def test_a_dropped_card_changes_its_day_and_keeps_its_hour(window: Window, store: Store, month: Month) -> None:
    drop(window, month["clinic"].id, WEDNESDAY)
    assert actions.show_item(store, month["clinic"].id).start == datetime(2026, 12, 9, 19, 30)
    assert titles(window, WEDNESDAY) == ["Klinik produk"]


def test_undo_brings_a_moved_card_back(qtbot: QtBot, window: Window, store: Store, month: Month) -> None:
    drop(window, month["clinic"].id, WEDNESDAY)
    window.activateWindow()
    window.calendar.view.setFocus()
    qtbot.keyClick(window.calendar.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert actions.show_item(store, month["clinic"].id).start == datetime(2026, 12, 8, 19, 30)
    assert titles(window, WEDNESDAY) == []
    qtbot.keyClick(
        window.calendar.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert titles(window, WEDNESDAY) == ["Klinik produk"]


def test_several_items_that_moved_go_back_by_one_undo(window: Window, store: Store, month: dict[str, Item]) -> None:
    ids = [month["light"].id, month["day"].id, month["idea"].id]
    before = [actions.show_item(store, number).start for number in ids]
    window.plan.move(ids, date(2026, 12, 20))
    assert [actions.show_item(store, number).day for number in ids] == [date(2026, 12, 20)] * 3
    assert actions.undo(store) == "Move 3 items"
    assert [actions.show_item(store, number).start for number in ids] == before


def test_several_items_move_together_or_not_at_all(
    window: Window, store: Store, month: dict[str, Item], told: list[Notice]
) -> None:
    window.plan.move([month["light"].id, 999], None)
    assert told[-1].tone == "error"
    assert actions.show_item(store, month["light"].id).start == month["light"].start


def test_alt_and_an_arrow_move_the_item(qtbot: QtBot, window: Window, store: Store, month: Month) -> None:
    view = window.calendar.view
    view.focus_on(TUESDAY, month["light"].id)
    qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert actions.show_item(store, month["light"].id).start == datetime(2026, 12, 16, 12, 0)
    assert (view.chosen, view.day) == (month["light"].id, date(2026, 12, 16))


def test_alt_and_an_arrow_past_the_page_turn_it(qtbot: QtBot, window: Window, month: Month) -> None:
    view = window.calendar.view
    view.focus_on(TUESDAY, month["light"].id)
    for _ in range(4):
        qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert window.calendar.header.title.text() == "January 2027"
    assert titles(window, date(2027, 1, 5)) == ["Cahaya bagus, modal murah"]


def test_arrows_reach_every_day_and_every_card(qtbot: QtBot, window: Window, month: Month) -> None:
    view = window.calendar.view
    view.focus_on(MONDAY, None)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert (view.day, view.chosen) == (TUESDAY, month["light"].id)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert (view.day, view.chosen) == (TUESDAY, month["clinic"].id)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert (view.day, view.chosen) == (date(2026, 12, 15), None)
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert (view.day, view.chosen) == (TUESDAY, month["clinic"].id)
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.day == date(2026, 12, 13)


def test_an_arrow_past_the_page_turns_it(qtbot: QtBot, window: Window) -> None:
    window.calendar.view.focus_on(date(2027, 1, 3), None)
    qtbot.keyClick(window.calendar.view, Qt.Key.Key_Right)
    assert window.calendar.header.title.text() == "January 2027"
    assert window.calendar.view.day == date(2027, 1, 4)


def test_page_keys_turn_the_page_and_t_comes_back(qtbot: QtBot, window: Window) -> None:
    window.activateWindow()
    view = window.calendar.view
    view.focus_on(date(2026, 12, 31), None)
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert window.calendar.header.title.text() == "February 2027"
    assert view.day == date(2027, 2, 28)
    qtbot.keyClick(view, Qt.Key.Key_PageUp)
    assert window.calendar.header.title.text() == "January 2027"
    qtbot.keyClick(view, Qt.Key.Key_T)
    assert view.day == MONDAY


def test_f2_renames_where_the_card_stands(qtbot: QtBot, window: Window, store: Store, month: Month) -> None:
    window.activateWindow()
    window.calendar.view.focus_on(TUESDAY, month["clinic"].id)
    window.calendar.view.setFocus()
    qtbot.keyClick(window.calendar.view, Qt.Key.Key_F2)
    field = window.calendar.editor.field
    assert field.text() == "Klinik produk"
    qtbot.keyClicks(field, "Klinik toko")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert actions.show_item(store, month["clinic"].id).title == "Klinik toko"


def test_a_removed_item_can_be_had_back_from_the_notice(
    qtbot: QtBot, window: Window, month: Month, told: list[Notice]
) -> None:
    window.activateWindow()
    window.calendar.view.focus_on(TUESDAY, month["clinic"].id)
    window.calendar.view.setFocus()
    qtbot.keyClick(window.calendar.view, Qt.Key.Key_Delete)
    assert titles(window, TUESDAY) == ["Cahaya bagus, modal murah"]
    assert (told[-1].text, told[-1].action) == ("Removed “Klinik produk”", "Undo")
    qtbot.mouseClick(window.notice_bar.button, LEFT)
    assert titles(window, TUESDAY) == ["Cahaya bagus, modal murah", "Klinik produk"]


def test_the_tray_shows_what_it_would_take_and_leaves_its_own_ideas_alone(
    window: Window, store: Store, month: Month
) -> None:
    tray, before, data = window.calendar.tray, store.version(), carry([month["clinic"].id])
    at, move, none = QPointF(300, 20), Qt.DropAction.MoveAction, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(tray, QDragEnterEvent(at.toPoint(), move, data, LEFT, none))
    assert tray.hovers
    QApplication.sendEvent(tray, QDragLeaveEvent())
    assert not tray.hovers
    drop_on(tray, at, month["idea"].id)
    assert (tray.hovers, store.version()) == (False, before)


def test_the_tray_takes_a_card_and_gives_one(window: Window, store: Store, month: Month) -> None:
    tray = window.calendar.tray
    drop_on(tray, QPointF(20, 10), month["clinic"].id)
    assert actions.show_item(store, month["clinic"].id).start is None
    drop(window, month["idea"].id, WEDNESDAY)
    assert actions.show_item(store, month["idea"].id).start == WEDNESDAY
    assert [card.title for card in tray._cards] == ["Klinik produk"]


def test_a_full_day_offers_the_rest_in_a_popover(qtbot: QtBot, window: Window, store: Store) -> None:
    for number in range(12):
        actions.add_item(store, f"Sesi {number:02}", start=f"2026-12-23T{8 + number:02}:00")
    window.plan.look_for_changes()
    view = window.calendar.view
    layout = view.layout_of(window.calendar.model.index_of(date(2026, 12, 23)))
    assert (len(layout.slots) + layout.hidden, layout.more is not None) == (12, True)
    qtbot.mouseClick(view.viewport(), LEFT, pos=layout.more.center().toPoint())
    popover = window.calendar.findChild(DayPopover)
    assert popover.list.model().rowCount() == 12
    popover.list.clicked.emit(popover.list.model().index(11, 0))
    assert window.calendar.model.find(view.chosen).title == "Sesi 11"


def test_a_card_is_carried_out_of_the_popover_and_that_makes_way(qtbot: QtBot, window: Window, store: Store) -> None:
    for number in range(12):
        actions.add_item(store, f"Sesi {number:02}", start=f"2026-12-23T{8 + number:02}:00")
    window.plan.look_for_changes()
    window.calendar.show_all(date(2026, 12, 23), QRect())
    popover, taken = window.calendar.findChild(DayPopover), []
    popover.drag = lambda card: taken.append((card.title, popover.isVisible()))
    qtbot.waitUntil(popover.isVisible)
    place = popover.list.visualRect(popover.list.model().index(2, 0)).center()
    qtbot.mousePress(popover.list.viewport(), LEFT, pos=place)
    for step in (2, 40):
        send_move(popover.list.viewport(), place + QPoint(step, 0))
    assert taken == [("Sesi 02", False)]


def send_move(target: QWidget, at: QPoint) -> None:
    """What Qt sends when the mouse moves with its left button held."""
    kind, held = QEvent.Type.MouseMove, Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(kind, QPointF(at), QPointF(target.mapToGlobal(at)), LEFT, LEFT, held)
    QApplication.sendEvent(target, event)


def test_the_filter_and_the_search_leave_what_fits(qtbot: QtBot, window: Window) -> None:
    header = window.calendar.header
    header.set_filter(Filter(kinds=frozenset({"live"})))
    assert titles(window, TUESDAY) == ["Klinik produk"]
    assert header.filters.chips["kinds"].text() == "Kind: Live"
    header.filters.clear("kinds")
    with qtbot.waitSignal(header.filter_changed):
        header.search.setText("cahaya")
    assert titles(window, TUESDAY) == ["Cahaya bagus, modal murah"]


def test_slash_goes_to_the_search_and_escape_leaves_it(qtbot: QtBot, window: Window) -> None:
    window.activateWindow()
    window.calendar.view.setFocus()
    qtbot.keyClick(window.calendar.view, Qt.Key.Key_Slash)
    field: QLineEdit = window.calendar.header.search
    assert field.hasFocus()
    qtbot.keyClicks(field, "klinik")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert (field.text(), window.calendar.view.hasFocus()) == ("", True)


def test_what_another_process_changes_shows_up(qtbot: QtBot, window: Window, store: Store) -> None:
    with actions.open_studio(store.workspace.root) as other:
        actions.add_item(other, "Dari terminal", start="2026-12-09T10:00")
    with qtbot.waitSignal(window.plan.changed, timeout=5000):
        pass
    assert titles(window, WEDNESDAY) == ["Dari terminal"]


def test_the_marks_of_commerce_arrive(qtbot: QtBot, window: Window) -> None:
    model = window.calendar.model
    qtbot.waitUntil(lambda: bool(model._marks), timeout=20_000)
    assert "12.12" in [mark.name for mark in model._marks[date(2026, 12, 12)]]
    assert any(mark.is_holiday for mark in model._marks[date(2026, 12, 25)])


def test_a_time_before_a_title_is_taken_for_one() -> None:
    assert split_time("19.30 Kelas komisi") == (time(19, 30), "Kelas komisi")
    assert split_time("7:05 Pagi") == (time(7, 5), "Pagi")
    assert split_time("12:12 Mulai") == (time(12, 12), "Mulai")


def test_a_double_date_and_other_numbers_stay_in_the_title() -> None:
    for title in ("12.12 dimulai", "12.12", "Kelas 19.30", "25.30 Kelas", "3 kesalahan"):
        assert split_time(title) == (None, title)
