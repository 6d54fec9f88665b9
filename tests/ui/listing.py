"""What the tests of the list share: four items of December, and how rows and cells are read and typed into."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from studio.plan.item import Item, Kind, Stage
from ui.calendar.card import Card, card_of
from ui.items.columns import NUMBER
from ui.items.view import ListView

TODAY = date(2026, 12, 7)
Wishes = list[tuple[Any, ...]]
ITEMS_OF_DECEMBER = (
    Item("Cahaya bagus", id=1, uid="1", start=datetime(2026, 12, 8, 12), stage=Stage.RECORDED, owner="Sari",
         platforms=("TikTok", "YouTube"), duration_min=1, series="Kelas Dasar", episode=6),
    Item("Klinik produk", Kind.LIVE, id=2, uid="2", start=datetime(2026, 12, 8, 19, 30), owner="Bima", duration_min=34),
    Item("12.12 dimulai", id=3, uid="3", start=date(2026, 12, 12), owner="sari", platforms=("TikTok",)),
    Item("Studio tur", id=4, uid="4"),
)  # fmt: skip


def cards(*items: Item) -> list[Card]:
    return [card_of(item) for item in items or ITEMS_OF_DECEMBER]


def rows(view: ListView) -> list[str]:
    """The first cell of each row; heads of groups with their count."""
    model = view.model
    return [
        f"[{head.title} {head.count}]" if (head := model.head(row)) else str(model.index(row, 0).data())
        for row in range(model.rowCount())
    ]


def cell(view: ListView, row: int, column: str) -> str:
    return str(view.model.index(row, NUMBER[column]).data())


def type_into(qtbot: QtBot, view: ListView, text: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
    """Type into the open cell, and leave it by this key."""
    editor = view.table.delegate.editor
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    qtbot.keyClicks(editor, text) if text else editor.clear()
    leave(qtbot, view, key)


def leave(qtbot: QtBot, view: ListView, key: Qt.Key = Qt.Key.Key_Return) -> None:
    """Leave the open cell by this key."""
    editor = view.table.delegate.editor
    qtbot.keyClick(editor, key)
    settle(qtbot, view, editor)


def settle(qtbot: QtBot, view: ListView, editor: object) -> None:
    """Wait until the cell is closed, and what was entered in it was asked for."""
    qtbot.waitUntil(lambda: view.table.delegate.editor is not editor)
    QApplication.processEvents()
