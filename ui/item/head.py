"""The head of the inspector: chips for the facts that decide, the title, and the rest in two muted lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from studio.plan.item import Item, Kind
from ui import words
from ui.icons import icon_button
from ui.states import FAILING, READY, STALE
from ui.widgets import Flow, chip, clear, label, line

if TYPE_CHECKING:
    from studio.steps import Readiness

translate = QCoreApplication.translate
_GLYPHS = {Kind.VIDEO: "▶", Kind.LIVE: "●"}


class ItemHead(QFrame):
    """Shows who an item is."""

    close_asked = Signal()
    edit_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("drawerHead")
        self._said: object = None
        box = QWidget()
        self.chips = Flow(box)
        edit = icon_button("edit", self.tr("Edit all fields (Ctrl+E)"))
        edit.clicked.connect(self.edit_asked)
        close = icon_button("close", self.tr("Close the inspector"))
        close.clicked.connect(self.close_asked)
        for made in (edit, close):
            made.setFixedSize(QSize(26, 24))
        top = QHBoxLayout()
        top.setSpacing(2)
        top.addWidget(box, 1)
        top.addWidget(edit, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self.title = label("", "title", wrap=True)
        self.when = label("", "small", wrap=True)
        self.facts = label("", "small", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 12, 12)
        column.setSpacing(4)
        column.addLayout(top)
        column.addSpacing(2)
        column.addWidget(self.title)
        column.addWidget(self.when)
        column.addWidget(self.facts)
        bottom = QVBoxLayout()
        bottom.setContentsMargins(0, 8, 6, 0)
        bottom.addWidget(line())
        column.addLayout(bottom)

    def show_item(self, item: Item, readiness: Readiness | None) -> None:
        """Show this item."""
        if (item, readiness) == self._said:
            return
        self._said = (item, readiness)
        clear(self.chips)
        self.chips.addWidget(chip(f"{_GLYPHS[item.kind]} {words.kind_name(item.kind)}", str(item.kind)))
        self.chips.addWidget(chip(words.stage_name(item.stage)))
        for text, tone in _alarms(readiness):
            self.chips.addWidget(chip(text, tone))
        self.title.setText(item.title)
        self.when.setText(first_line(item))
        facts = second_line(item)
        self.facts.setText(facts)
        self.facts.setVisible(bool(facts))


def first_line(item: Item) -> str:
    """Tue 8 Dec, 12:00 WIB · 60 s · Bahasa Indonesia."""
    parts = (words.when(item), words.length(item.duration_min), words.language_name(item.language))
    return " · ".join(part for part in parts if part)


def second_line(item: Item) -> str:
    """Owner Sari · Kelas Dasar, episode 6 · TikTok, Instagram."""
    owner = translate("ItemHead", "Owner %1").replace("%1", item.owner) if item.owner else ""
    host = translate("ItemHead", "Host %1").replace("%1", item.host) if item.host else ""
    series = item.series
    if item.episode is not None:
        episode = translate("ItemHead", "episode %1").replace("%1", str(item.episode))
        series = f"{series}, {episode}" if series else episode
    parts = (owner, host, series, item.campaign, ", ".join(_platform(name) for name in item.platforms))
    return " · ".join(part for part in parts if part)


def _platform(name: str) -> str:
    known = {"tiktok": "TikTok", "youtube": "YouTube", "instagram": "Instagram", "reels": "Reels", "shopee": "Shopee"}
    return known.get(name.casefold(), name)


def _alarms(readiness: Readiness | None) -> list[tuple[str, str]]:
    if readiness is None:
        return []
    found = []
    for state, tone in ((STALE, "warn"), (FAILING, "live")):
        count = sum(1 for step in readiness.steps if step.state == state)
        if count:
            found.append((f"{count} {words.state_name(state).lower()}", tone))
    if readiness.steps and readiness.score >= 0.999:
        found.append((words.state_name(READY), ""))
    return found
