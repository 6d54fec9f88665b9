"""The menu of a cell that holds one of a few values: stage, kind, language."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QMenu, QWidget

from studio.plan.item import Kind, Stage
from ui import fonts
from ui.calendar.parts import picture_of
from ui.glyphs import paint_kind, paint_stage
from ui.items.columns import choices
from ui.theme import color, tokens


def value_menu(parent: QWidget, name: str, now: str, call: Callable[[str], object]) -> QMenu:
    """Every value of the column `name` with its sign; `call` gets the one that is taken. It goes when it is closed."""
    menu = QMenu(parent)
    for value, says in choices(name):
        action = QAction(_icon(name, value), says, menu)
        action.triggered.connect(lambda _checked=False, value=value: call(value))
        menu.addAction(action)
        if value == now:
            menu.setActiveAction(action)
            action.setFont(fonts.font(weight=fonts.SEMIBOLD))
    menu.aboutToHide.connect(menu.deleteLater)
    return menu


def _icon(name: str, value: str) -> QIcon:
    t = tokens()
    if name == "stage":
        stage, tone = Stage(value), color(t.muted)
        return QIcon(picture_of(16, 16, 2, lambda p, box: paint_stage(p, box.adjusted(2, 2, -2, -2), stage, tone)))
    if name == "kind":
        kind = Kind(value)
        return QIcon(picture_of(16, 16, 2, lambda p, box: paint_kind(p, box.adjusted(3, 3, -3, -3), kind, t)))
    return QIcon()
