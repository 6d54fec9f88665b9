"""The menus of a card and of a day in the calendar."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from studio.plan.item import Item, Stage
from ui import words

if TYPE_CHECKING:
    from ui.window import Window

translate = QCoreApplication.translate


def open_menu(window: Window, day: date | None, item_id: int | None, at: QPoint) -> QMenu:
    """Open the menu of what is below the mouse: of the chosen items, or of a day."""
    menu = QMenu(window)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    item = window.plan.item(item_id) if item_id is not None else None
    if item is not None:
        chosen = window.calendar.view.selected
        _fill_items(menu, window, item, chosen if item.id in chosen else (item.id,))
    elif day is not None:
        _fill_day(menu, window, day)
    if not menu.isEmpty():
        menu.popup(at)
    return menu


def _fill_items(menu: QMenu, window: Window, item: Item, ids: Sequence[int]) -> None:
    plan, calendar = window.plan, window.calendar
    one = len(ids) == 1
    if one:
        menu.addAction(translate("Menu", "Open"), lambda: window.open_item(item.id))
        _with_key(menu, translate("Menu", "Rename"), "F2", calendar.rename)
        repeat = translate("Menu", "Edit the repeat…") if item.series_uid else translate("Menu", "Repeat…")
        menu.addAction(repeat, window.dialogs.repeat).setEnabled(item.start is not None)
    stages = menu.addMenu(translate("Menu", "Stage"))
    for stage in Stage:
        action = stages.addAction(words.stage_name(stage))
        action.setCheckable(True)
        action.setChecked(one and stage is item.stage)
        action.triggered.connect(
            lambda _on=False, stage=stage: plan.set_each([(number, {"stage": stage}) for number in ids])
        )
    recorded = [number for number in ids if (one := plan.item(number)) is not None and one.recording]
    if recorded:
        text = translate("Menu", "Subtitle in the queue")
        menu.addAction(text, lambda: [window.work.add_item(number) for number in recorded])
    if item.start is not None:
        menu.addAction(translate("Menu", "Move to the ideas"), lambda: plan.move(ids, None))
    menu.addSeparator()
    text = translate("Menu", "Skip this one…") if one and item.series_uid else translate("Menu", "Remove")
    _with_key(menu, text, "Del", lambda: plan.remove(*ids))
    if item.day is not None:
        menu.addSeparator()
        menu.addAction(_days_text(item.day), lambda: window.dialogs.open_days(item.day))


def _fill_day(menu: QMenu, window: Window, day: date) -> None:
    _with_key(menu, translate("Menu", "New item"), "C", window.new_item)
    menu.addAction(_days_text(day), lambda: window.dialogs.open_days(day))


def _days_text(day: date) -> str:
    return translate("Menu", "Holidays and own days of %1…").replace("%1", words.short_day(day))


def _with_key(menu: QMenu, text: str, key: str, call) -> None:  # type: ignore[no-untyped-def]
    action = menu.addAction(text, call)
    # Shown only: the window's own command has the key.
    action.setShortcut(QKeySequence(key))
    action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
