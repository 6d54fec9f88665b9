"""Questions that a change of the plan asks first: of what is published, and of what repeats. Nothing waits for them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from studio.actions.scope import Scope
from studio.plan.item import Item
from ui import words


class Asker(QObject):
    """Asks over the window that it belongs to; every answer comes by a call, and no answer is no."""

    def scope(self, item: Item, deed: str, answered: Callable[[Scope | None], None]) -> None:
        """Whether only this occurrence is meant, this and the following, or all; None where it was all a mistake.

        `deed` is what is about to happen: "move", "change" or "remove".
        """
        from ui.series.scope import ScopeDialog

        ScopeDialog(item, deed, answered, self._window()).open()

    def published(self, items: Sequence[Item], go: Callable[[], None]) -> None:
        """Whether what people have seen already is to move."""
        box = QMessageBox(self._window())
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("Move what is published?"))
        if len(items) == 1:
            text = self.tr("“%1” is published: %2.").replace("%2", words.when(items[0])).replace("%1", items[0].title)
        else:
            text = self.tr("%n of these items are published.", "", len(items))
        box.setText(text)
        box.setInformativeText(self.tr("The calendar then no longer says when it went out. Undo brings it back."))
        move = box.addButton(self.tr("Move it"), QMessageBox.ButtonRole.AcceptRole)
        stay = box.addButton(self.tr("Leave it"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        box.buttonClicked.connect(lambda pressed: go() if pressed is move else None)
        box.open()

    def _window(self) -> QWidget | None:
        owner = self.parent()
        while owner is not None and not isinstance(owner, QWidget):
            owner = owner.parent()
        return owner
