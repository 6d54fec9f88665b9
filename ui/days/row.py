"""One marked day, or a run of them, as a line with what can be done about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from studio.plan.commerce import MarkKind
from ui.days.words import kind_name, kind_tone, span
from ui.widgets import button, chip, label

Deed = tuple[str, Callable[[], object]]


class MarkRow(QWidget):
    """A name, its kind as a chip, its days, and buttons; `deeds` are the words of each with what it does."""

    def __init__(self, name: str, kind: MarkKind, first: date, last: date, note: str, deeds: Sequence[Deed]) -> None:
        super().__init__()
        self.name = name
        said = " · ".join(part for part in (span(first, last), note) if part)
        self.setAccessibleName(f"{name}, {kind_name(kind)}, {said}")
        title = label(name, wrap=True)
        title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        about = QHBoxLayout()
        about.setSpacing(8)
        about.addWidget(chip(kind_name(kind), kind_tone(kind)))
        about.addWidget(label(said, "small"))
        about.addStretch(1)
        text = QVBoxLayout()
        text.setSpacing(3)
        text.addWidget(title)
        text.addLayout(about)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 7, 0, 7)
        row.setSpacing(2)
        row.addLayout(text, 1)
        self.buttons = []
        for says, call in deeds:
            made = button(says, "link", call)
            made.setAccessibleName(f"{says}: {name}")
            self.buttons.append(made)
            row.addWidget(made)
