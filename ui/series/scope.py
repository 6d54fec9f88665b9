"""The question which occurrences of a series a change means."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from studio.actions.scope import Scope
from studio.plan.item import Item
from ui import words
from ui.widgets import button, label, line

_WIDTH = 420


class ScopeDialog(QDialog):
    """Only this one, this and the following ones, or all; `answered` hears None where it was all a mistake.

    `deed` is what is about to happen: "move", "change" or "remove".
    """

    def __init__(
        self, item: Item, deed: str, answered: Callable[[Scope | None], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(_WIDTH)
        title, primary, one = {
            "move": (self.tr("Move what repeats"), self.tr("Move"), self.tr("Only this one")),
            "change": (self.tr("Change what repeats"), self.tr("Change"), self.tr("Only this one")),
            "remove": (self.tr("Remove what repeats"), self.tr("Remove"), self.tr("Only this one: skip it")),
        }[deed]
        self.setWindowTitle(title)
        self.choices = {
            Scope.THIS: QRadioButton(one),
            Scope.FOLLOWING: QRadioButton(self.tr("This and the following ones")),
            Scope.ALL: QRadioButton(self.tr("All of them")),
        }
        self.choices[Scope.THIS].setChecked(True)
        self._answered = answered
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        body = QVBoxLayout()
        body.setContentsMargins(24, 18, 24, 16)
        body.setSpacing(4)
        body.addWidget(label(title, "title"))
        body.addWidget(label(f"{item.title} · {words.when(item)}", "muted", wrap=True))
        body.addSpacing(10)
        for choice in self.choices.values():
            body.addWidget(choice)
        if deed != "change":
            body.addSpacing(4)
            body.addWidget(
                label(self.tr("What is published stays as it is, unless it is this one."), "small", wrap=True)
            )
        column.addLayout(body)
        column.addWidget(line())
        foot = QWidget()
        foot.setObjectName("footer")
        row = QHBoxLayout(foot)
        row.setContentsMargins(24, 12, 24, 12)
        row.addStretch(1)
        self.cancel = button(self.tr("Cancel"), call=self.reject)
        self.cancel.setAutoDefault(False)
        self.go = button(primary, "primary", self.accept)
        self.go.setDefault(True)
        row.addWidget(self.cancel)
        row.addWidget(self.go)
        column.addWidget(foot)
        self.choices[Scope.THIS].setFocus()

    def choose(self, scope: Scope) -> None:
        """Mark an answer."""
        self.choices[scope].setChecked(True)

    def accept(self) -> None:
        chosen = next(scope for scope, choice in self.choices.items() if choice.isChecked())
        super().accept()
        self._answered(chosen)

    def reject(self) -> None:
        super().reject()
        self._answered(None)
