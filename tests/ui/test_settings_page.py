"""The settings page: its panels at their full height, whatever they hold."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QFrame
from pytestqt.qtbot import QtBot

from studio.actions import planning
from studio.plan.commerce import DEFAULT_COMMERCE, SaleDays
from ui.window import SETTINGS, Window


@pytest.mark.parametrize("width", [1000, 1920])
def test_no_panel_is_lower_than_what_stands_in_it(qtbot: QtBot, window: Window, width: int) -> None:
    window.resize(width, 640)
    window.show_page(SETTINGS)
    QApplication.processEvents()
    page = window.settings
    panels = [frame for frame in page.findChildren(QFrame) if frame.objectName() == "panel" and frame.isVisible()]
    assert len(panels) == 10
    # What is installed is looked for in a thread, and comes when the page is there already.
    qtbot.waitUntil(lambda: all(p.height() >= p.layout().heightForWidth(p.width()) for p in panels))
    toggles = list(page.day_marks.months.values())
    assert toggles[0].geometry().bottom() < toggles[6].geometry().top()
    assert all(toggle.height() == toggle.sizeHint().height() for toggle in toggles)


def test_a_panel_grows_with_what_is_added_to_it(qtbot: QtBot, window: Window) -> None:
    window.show_page(SETTINGS)
    panel = window.settings.day_marks
    QApplication.processEvents()
    before = panel.height()
    sales = (*DEFAULT_COMMERCE.sales, SaleDays("Ramadan", (2, 18), (3, 19)), SaleDays("Mudik", (3, 20), (3, 25)))
    window.plan.do(lambda: planning.set_commerce(window.plan.store, replace(DEFAULT_COMMERCE, sales=sales)))
    qtbot.waitUntil(lambda: panel.height() >= before + 2 * 32 and all(row.height() >= 32 for row in panel.sales.rows))
