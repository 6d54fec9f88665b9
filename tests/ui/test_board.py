"""The board: its columns, its cards, moving them by mouse and keyboard, and the stage that is proposed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studio import actions
from studio.plan.item import Item, Kind, Stage
from studio.steps import Readiness, State, StepReport
from studio.store import Store
from ui.board.cards import CardList
from ui.board.view import BoardView
from ui.calendar.card import Card, card_of
from ui.calendar.model import carry
from ui.window import Window

TODAY = date(2026, 12, 7)
LEFT = Qt.MouseButton.LeftButton
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
DECEMBER = (
    Item("Cahaya bagus", id=1, uid="1", start=datetime(2026, 12, 8, 12), stage=Stage.RECORDED),
    Item("Klinik produk", Kind.LIVE, id=2, uid="2", start=datetime(2026, 12, 8, 19, 30), stage=Stage.PLANNED),
    Item("12.12 dimulai", id=3, uid="3", start=date(2026, 12, 12), stage=Stage.PLANNED),
    Item("Studio tur", id=4, uid="4"),
    Item("Rekap", id=5, uid="5", start=date(2026, 12, 1), stage=Stage.PUBLISHED),
)
Wishes = list[tuple[Any, ...]]


def cards(*items: Item) -> list[Card]:
    return [card_of(item) for item in items or DECEMBER]


@pytest.fixture
def wishes() -> Wishes:
    """What the board asked for."""
    return []


@pytest.fixture
def board(qtbot: QtBot, wishes: Wishes) -> BoardView:
    view = BoardView(TODAY)
    qtbot.addWidget(view)
    view.resize(1300, 600)
    for name in ("change_asked", "changes_asked", "opened", "menu_asked"):
        getattr(view, name).connect(lambda *told, name=name: wishes.append((name, *told)))
    view.show_cards(TODAY, cards())
    with qtbot.waitExposed(view):
        view.show()
    view.activateWindow()
    view.setFocus()
    return view


def titles(board: BoardView) -> dict[str, list[str]]:
    return {str(stage): [card.title for card in column.model.cards] for stage, column in board.columns.items()}


def list_of(board: BoardView, stage: Stage) -> CardList:
    return board.columns[stage].cards


def middle_of(board: BoardView, item_id: int) -> tuple[CardList, QPoint]:
    column = board._column_of(item_id)
    assert column is not None
    rect = column.cards.visualRect(column.model.index(column.model.row_of(item_id) or 0))
    return column.cards, rect.topLeft() + QPoint(40, 14)


def click(qtbot: QtBot, board: BoardView, item_id: int, held: Qt.KeyboardModifier = CTRL & ALT) -> None:
    cards_of, at = middle_of(board, item_id)
    qtbot.mouseClick(cards_of.viewport(), LEFT, held, at)


def drop_on(target: CardList, ids: list[int]) -> None:
    """What Qt sends when cards are let go."""
    data, at = carry(ids), QPointF(30, 30)
    move, none = Qt.DropAction.MoveAction, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(target.viewport(), QDragEnterEvent(at.toPoint(), move, data, LEFT, none))
    QApplication.sendEvent(target.viewport(), QDropEvent(at, move, data, LEFT, none))


def ready(item_id: int, *steps: str) -> Readiness:
    """These steps of an item are ready."""
    reports = (StepReport(step, step, State.READY, (), None, "", "", (), True, ()) for step in steps)
    return Readiness(item_id, 0.5, tuple(reports))


def test_every_stage_has_a_column_and_cards_stand_by_their_start(board: BoardView) -> None:
    assert titles(board) == {
        "idea": ["Studio tur"], "planned": ["Klinik produk", "12.12 dimulai"], "scripted": [],
        "recorded": ["Cahaya bagus"], "subtitled": [], "scheduled": [], "published": ["Rekap"], "cancelled": [],
    }  # fmt: skip
    assert board.columns[Stage.PLANNED].head.accessibleName() == "Planned, 2"


def test_a_screen_reader_hears_columns_and_cards(board: BoardView) -> None:
    planned = list_of(board, Stage.PLANNED)
    assert QAccessible.queryAccessibleInterface(planned).text(QAccessible.Text.Name) == "Planned, 2"
    board.take_readiness(ready(2, "script"))
    assert planned.column_model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == (
        "Tue 8 Dec, 19:30, Live, Klinik produk, Planned, ready for Scripted"
    )
    idea = list_of(board, Stage.IDEA).column_model.index(0)
    assert idea.data(Qt.ItemDataRole.AccessibleTextRole) == "No date yet, Video, Studio tur, Idea"


def test_what_is_over_is_folded_at_first_and_the_choice_is_kept(qtbot: QtBot, board: BoardView) -> None:
    folded = [str(stage) for stage, column in board.columns.items() if column.folded]
    assert folded == ["published", "cancelled"]
    qtbot.mouseClick(board.columns[Stage.PUBLISHED].head, LEFT)
    qtbot.mouseClick(board.columns[Stage.IDEA].head, LEFT)
    again = BoardView(TODAY)
    qtbot.addWidget(again)
    assert [str(stage) for stage, column in again.columns.items() if column.folded] == ["idea", "cancelled"]


def test_a_card_dropped_on_a_column_asks_for_its_stage(board: BoardView, wishes: Wishes) -> None:
    drop_on(list_of(board, Stage.SCRIPTED), [2])
    assert wishes.pop() == ("change_asked", 2, {"stage": "scripted"})
    assert titles(board)["planned"] == ["Klinik produk", "12.12 dimulai"]  # the store decides
    drop_on(list_of(board, Stage.PLANNED), [2])
    assert wishes == []
    drop_on(list_of(board, Stage.SCHEDULED), [1, 2, 3])
    scheduled = {"stage": "scheduled"}
    assert wishes == [("changes_asked", ((1, scheduled), (2, scheduled), (3, scheduled)))]


def test_a_card_can_be_dropped_on_a_folded_column(board: BoardView, wishes: Wishes) -> None:
    column = board.columns[Stage.CANCELLED]
    data = carry([3])
    event = QDropEvent(QPointF(10, 200), Qt.DropAction.MoveAction, data, LEFT, Qt.KeyboardModifier.NoModifier)
    column.dropEvent(event)
    assert wishes == [("change_asked", 3, {"stage": "cancelled"})]


def test_ctrl_click_picks_cards_of_several_columns(qtbot: QtBot, board: BoardView) -> None:
    click(qtbot, board, 1)
    click(qtbot, board, 3, CTRL)
    assert set(board.selected) == {1, 3}
    assert board.chosen == 3
    click(qtbot, board, 2)
    assert board.selected == (2,)


def test_a_click_tells_which_card_is_picked_and_a_double_click_opens_it(
    qtbot: QtBot, board: BoardView, wishes: Wishes
) -> None:
    with qtbot.waitSignal(board.picked) as told:
        click(qtbot, board, 3)
    assert told.args == [3]
    cards_of, at = middle_of(board, 3)
    qtbot.mouseDClick(cards_of.viewport(), LEFT, pos=at)
    assert wishes == [("opened", 3)]
    assert board.day == date(2026, 12, 12)


def test_arrows_go_through_the_cards_and_over_empty_columns(qtbot: QtBot, board: BoardView, wishes: Wishes) -> None:
    board.choose(2)
    qtbot.keyClick(list_of(board, Stage.PLANNED), Qt.Key.Key_Down)
    assert board.chosen == 3
    qtbot.keyClick(list_of(board, Stage.PLANNED), Qt.Key.Key_Right)
    assert (board.chosen, list_of(board, Stage.RECORDED).hasFocus()) == (1, True)
    assert board.selected == (1,)
    qtbot.keyClick(list_of(board, Stage.RECORDED), Qt.Key.Key_Right)  # published is folded
    assert board.chosen == 1
    qtbot.keyClick(list_of(board, Stage.RECORDED), Qt.Key.Key_Return)
    assert wishes == [("opened", 1)]


def test_alt_and_arrows_move_the_stage_of_all_that_is_picked(qtbot: QtBot, board: BoardView, wishes: Wishes) -> None:
    board.choose(2)
    qtbot.keyClick(list_of(board, Stage.PLANNED), Qt.Key.Key_Left, ALT)
    assert wishes.pop() == ("change_asked", 2, {"stage": "idea"})
    click(qtbot, board, 1, CTRL)
    qtbot.keyClick(list_of(board, Stage.RECORDED), Qt.Key.Key_Right, ALT)
    assert wishes.pop() == ("changes_asked", ((2, {"stage": "scripted"}), (1, {"stage": "subtitled"})))
    board.choose(4)
    qtbot.keyClick(list_of(board, Stage.IDEA), Qt.Key.Key_Left, ALT)
    assert wishes == []


def test_the_focus_follows_a_card_to_its_new_column(qtbot: QtBot, board: BoardView) -> None:
    board.choose(2)
    with qtbot.assertNotEmitted(board.picked):
        board.show_cards(TODAY, cards(replace(DECEMBER[1], stage=Stage.SCRIPTED), *DECEMBER[2:]))
    assert (board.chosen, board.selected) == (2, (2,))
    assert list_of(board, Stage.SCRIPTED).hasFocus()


def test_what_is_ready_proposes_a_stage_that_a_click_takes(qtbot: QtBot, board: BoardView, wishes: Wishes) -> None:
    board.take_readiness(ready(1, "script", "recording", "subtitles"))
    recorded = list_of(board, Stage.RECORDED)
    box = recorded.piece(0).hint_box
    assert box is not None
    qtbot.mouseClick(recorded.viewport(), LEFT, pos=box.center().toPoint())
    assert wishes.pop() == ("change_asked", 1, {"stage": "subtitled"})
    board.choose(1)
    qtbot.keyClick(recorded, Qt.Key.Key_Return, ALT)
    assert wishes.pop() == ("change_asked", 1, {"stage": "subtitled"})
    board.take_readiness(ready(1, "script", "recording"))
    assert recorded.piece(0).hint_box is None


def test_letters_are_left_to_the_window(qtbot: QtBot, board: BoardView) -> None:
    board.choose(2)
    qtbot.keyClicks(list_of(board, Stage.PLANNED), "1")
    assert board.chosen == 2


def test_the_place_of_a_card_is_where_it_is_painted(board: BoardView) -> None:
    place = board.place_of(2)
    assert place is not None and board.rect().contains(place)
    assert board.place_of(5) is None  # folded away
    assert board.place_of(99) is None


def test_a_ring_is_filled_where_its_card_stands(board: BoardView) -> None:
    board.set_scores({2: 0.6})
    assert list_of(board, Stage.PLANNED).column_model.cards[0].score == 0.6


def test_it_turns_by_months(board: BoardView) -> None:
    assert board.span(TODAY) == (date(2026, 12, 1), date(2026, 12, 31))
    assert board.turned(date(2026, 12, 31), 2) == date(2027, 2, 28)
    assert board.title(TODAY) == "December 2026"


def test_the_calendar_shows_the_board_and_a_stage_is_one_step_of_undo(
    qtbot: QtBot, window: Window, store: Store, month: dict[str, Item]
) -> None:
    calendar = window.calendar
    calendar.show_view("board")
    board = calendar.view
    assert titles(board)["recorded"] == ["Cahaya bagus, modal murah"]
    light = month["light"].id
    board.choose(light)
    qtbot.keyClick(list_of(board, Stage.RECORDED), Qt.Key.Key_Right, ALT)
    assert actions.show_item(store, light).stage is Stage.SUBTITLED
    assert (board.chosen, titles(board)["subtitled"]) == (light, ["Cahaya bagus, modal murah"])
    drop_on(list_of(board, Stage.SCHEDULED), [light, month["clinic"].id])
    assert {actions.show_item(store, month[name].id).stage for name in ("light", "clinic")} == {Stage.SCHEDULED}
    window.plan.undo()
    assert titles(board)["scheduled"] == []
    window.survey.found.emit(ready(month["clinic"].id, "script"))
    assert list_of(board, Stage.IDEA).column_model.proposed(board._cards[month["clinic"].id]) is Stage.SCRIPTED
