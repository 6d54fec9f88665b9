"""The notice bar: what stays, what goes by itself, and what can be done about it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from studio.errors import DamagedBackup, DamagedDatabase
from ui.notices import Notice, NoticeBar, Notices


@pytest.fixture
def bar(qtbot: QtBot, notices: Notices) -> NoticeBar:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(900, 600)
    made = NoticeBar(notices, page)
    page.show()
    made.page = page  # it lives as long as the bar
    return made


def test_a_notice_can_offer_two_things_and_closes_with_either(bar: NoticeBar, notices: Notices) -> None:
    done: list[str] = []
    notice = Notice(
        "Exported", action="Open", call=lambda: done.append("open"),
        other="Open folder", other_call=lambda: done.append("folder"),
    )  # fmt: skip
    notices.post(notice)
    assert (bar.button.text(), bar.other.text()) == ("Open", "Open folder")
    bar.other.click()
    assert done == ["folder"] and not bar.isVisible()
    notices.post(notice)
    bar.button.click()
    assert done == ["folder", "open"] and not bar.isVisible()
    notices.info("Nothing to do")
    assert not bar.button.isVisible() and not bar.other.isVisible()


@pytest.mark.parametrize(("tone", "goes"), [("info", True), ("warn", False), ("error", False)])
def test_only_good_news_goes_by_itself(tone: str, goes: bool, bar: NoticeBar, notices: Notices) -> None:
    notices.post(Notice("Something", tone=tone))
    assert bar._timer.isActive() is goes
    assert bar.property("tone") == tone


def test_a_damaged_plan_goes_to_whoever_can_lead_out_and_a_damaged_backup_does_not(
    notices: Notices, told: list[Notice]
) -> None:
    led: list[DamagedDatabase] = []
    damage, bad = DamagedDatabase("The plan is damaged"), DamagedBackup("The backup is damaged", "Choose another")
    notices.error(damage)
    assert told.pop().text == "The plan is damaged."
    notices.on_damage = led.append
    notices.error(damage)
    notices.error(bad)
    assert led == [damage]
    assert [notice.text for notice in told] == ["The backup is damaged."]
