"""The panel of the profiles: the reading rules that subtitles are made by, and a copy of one to change."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QInputDialog, QVBoxLayout, QWidget

from studio.errors import SiarError
from ui.desktop import open_path
from ui.plan import Plan
from ui.subtitles.rule_words import number
from ui.widgets import button, chip, clear, label, line

translate = QCoreApplication.translate


class ProfilesPanel(QFrame):
    """Lists the program's profiles and the workspace's own."""

    def __init__(self, plan: Plan) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.plan = plan
        self.ask_name: Callable[..., object] = ask_name
        self.open: Callable[[Path], object] = open_path
        self.rows: dict[str, QWidget] = {}
        self.list = QVBoxLayout()
        self.list.setSpacing(0)
        says = self.tr(
            "The rules by which subtitles are broken and timed. Which one holds goes by the picture's shape and the "
            "language. Copy one to change its figures; a copy of the same name takes its place in this workspace."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 16)
        column.setSpacing(8)
        column.addWidget(label(self.tr("Subtitle profiles"), "strong"))
        column.addWidget(label(says, "small", wrap=True))
        column.addLayout(self.list)

    def showEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Look again which there are, and what stands in them."""
        from studio.actions.profiles import list_profiles

        clear(self.list)
        self.rows = {}
        for place, row in enumerate(list_profiles(self.plan.store.workspace)):
            if place:
                self.list.addWidget(line())
            self.rows[row["name"]] = self._row(row)
            self.list.addWidget(self.rows[row["name"]])

    def _row(self, row: dict[str, Any]) -> QWidget:
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 9, 0, 9)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(label(row.get("title", row["name"]), "strong"))
        head.addWidget(label(row["name"], "small"))
        if row["own"]:
            head.addWidget(chip(self.tr("This workspace's")))
        head.addStretch(1)
        grid.addLayout(head, 0, 0, 1, 2)
        actions = QHBoxLayout()
        actions.setSpacing(2)
        name, path = row["name"], Path(row["path"])
        if row["own"]:
            actions.addWidget(self._action(self.tr("Open"), "quiet", name, lambda: self.open(path)))
        if not row["problem"]:
            actions.addWidget(self._action(self.tr("Copy…"), "link", name, lambda: self._ask(name)))
        grid.addLayout(actions, 0, 2)
        text = label(row["problem"] or self._figures(row), "error" if row["problem"] else "muted", wrap=True)
        grid.addWidget(text, 1, 0, 1, 3)
        box.setAccessibleName(f"{row.get('title', name)}. {text.text()}")
        return box

    def _action(self, text: str, role: str, name: str, call: Callable[[], object]) -> QWidget:
        made = button(text, role, call)
        made.setAccessibleName(f"{text}: {name}")
        return made

    def _figures(self, row: dict[str, Any]) -> str:
        speed = self.tr("%1 characters a second")
        if row["cps"] != row["cps_max"]:
            speed = self.tr("%1 characters a second, %2 at most").replace("%2", number(row["cps_max"]))
        gap = row["gap_frames"]
        parts = (
            self.tr("%1 lines of %2").replace("%2", str(row["chars"])).replace("%1", str(row["lines"])),
            speed.replace("%1", number(row["cps"])),
            self.tr("%1 to %2 s").replace("%2", number(row["max_s"])).replace("%1", number(row["min_s"])),
            self.tr("%n frame(s) between", "", gap) if gap else "",
        )
        return " · ".join(part for part in parts if part)

    def _ask(self, name: str) -> None:
        self.ask_name(self, name, lambda new: self.copy(name, new))

    def copy(self, name: str, new: str) -> None:
        """Copy a profile into the workspace, and open the copy to be changed."""
        from studio.actions.profiles import copy_profile

        try:
            path = copy_profile(self.plan.store.workspace, name, new)
        except SiarError as error:
            self.plan.notices.error(error)
            return
        self.refresh()
        self.plan.notices.info(self.tr("Copied: change the figures in %1").replace("%1", path.name))
        self.open(path)


def ask_name(parent: QWidget, name: str, take: Callable[[str], object]) -> QInputDialog:
    """Ask what the copy of the profile `name` shall be called; `take` is called with it."""
    dialog = QInputDialog(parent)
    dialog.setWindowTitle(translate("Profiles", "Copy a profile"))
    dialog.setLabelText(translate("Profiles", "Name of the copy of %1 (letters, digits, hyphens)").replace("%1", name))
    dialog.setTextValue(f"{name}-2")
    dialog.textValueSelected.connect(take)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
