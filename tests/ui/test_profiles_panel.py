"""Profiles in the settings: their figures, a copy to change, a broken file with its line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from studio.store import Store
from ui.notices import Notice, Notices
from ui.plan import Plan
from ui.settings.profiles import ProfilesPanel, ask_name


@pytest.fixture
def opened() -> list[Path]:
    return []


@pytest.fixture
def panel(qtbot: QtBot, store: Store, notices: Notices, opened: list[Path]) -> Iterator[ProfilesPanel]:
    plan = Plan(store, notices)
    made = ProfilesPanel(plan)
    made.open = opened.append
    qtbot.addWidget(made)
    made.resize(640, 400)
    made.show()
    yield made
    plan.close()


def says(panel: ProfilesPanel, name: str) -> list[str]:
    return [one.text() for one in panel.rows[name].findChildren(QLabel)]


def test_each_profile_shows_its_figures(panel: ProfilesPanel) -> None:
    assert list(panel.rows) == ["netflix-en", "netflix-id", "vertical"]
    assert says(panel, "vertical") == [
        "Vertical short", "vertical", "2 lines of 24 · 18 characters a second, 25 at most · 0.7 to 5 s",
    ]  # fmt: skip
    assert says(panel, "netflix-id")[-1] == "2 lines of 42 · 17 characters a second · 0.83 to 7 s · 2 frames between"


def test_a_copy_is_made_opened_and_told(panel: ProfilesPanel, opened: list[Path], told: list[Notice]) -> None:
    panel.ask_name = lambda _panel, name, take: take(f"{name}-toko")
    copy = next(one for one in panel.rows["vertical"].findChildren(QPushButton) if one.text() == "Copy…")
    copy.click()
    assert [path.name for path in opened] == ["vertical-toko.toml"]
    assert told[-1].text == "Copied: change the figures in vertical-toko.toml"
    assert "This workspace's" in says(panel, "vertical-toko")
    copy = next(one for one in panel.rows["vertical"].findChildren(QPushButton) if one.text() == "Copy…")
    copy.click()
    assert "There is a profile vertical-toko already" in told[-1].text and len(opened) == 1
    opened[0].write_text("chars = banyak\n")
    panel.refresh()
    assert ", line 1, cannot be read" in says(panel, "vertical-toko")[-1]
    assert [one.text() for one in panel.rows["vertical-toko"].findChildren(QPushButton)] == ["Open"]


def test_the_name_is_asked_for_without_stopping_the_window(qtbot: QtBot, panel: ProfilesPanel) -> None:
    taken: list[str] = []
    dialog = ask_name(panel, "vertical", taken.append)
    assert dialog.textValue() == "vertical-2"
    dialog.accept()
    assert taken == ["vertical-2"]
