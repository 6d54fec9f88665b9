"""The editors of the list's cells: most are a line that completes to the values in use."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from ui.calendar.card import Card
from ui.items.columns import Ask, Column
from ui.items.day_editor import DayEditor
from ui.items.model import ListModel

_MOST = 200
_WIDTHS = {Ask.TEXT: 76, Ask.NAME: 130, Ask.NAMES: 190, Ask.DAY: 150}


def make_editor(parent: QWidget, column: Column, card: Card, model: ListModel) -> QLineEdit:
    """The editor for a cell of this column. Its `taken` tells that a value was chosen, where it has such a signal."""
    editor: QLineEdit
    if column.ask is Ask.DAY:
        editor = DayEditor(parent, card.day, model.today)
    elif column.ask in (Ask.NAME, Ask.NAMES):
        editor = NameEditor(parent, values_in_use(model.arrangement.cards, column, model), many=column.ask is Ask.NAMES)
    else:
        editor = QLineEdit(parent)
    editor.setAccessibleName(column.title)
    editor.setMinimumWidth(200 if column.name == "title" else _WIDTHS[column.ask])
    return editor


def values_in_use(cards: Sequence[Card], column: Column, model: ListModel) -> list[str]:
    """The values of a column, those used most first; of a list of names each one."""
    counted: Counter[str] = Counter()
    for card in cards:
        assert card.item is not None
        if column.ask is Ask.NAMES:
            counted.update(getattr(card.item, column.field))
        else:
            counted[column.edit_text(card.item, model.today)] += 1
    counted.pop("", None)
    return [value for value, _count in sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))[:_MOST]]


class NameEditor(QLineEdit):
    """A line that offers the values in use at once; of several, the one after the last comma is completed."""

    taken = Signal()

    def __init__(self, parent: QWidget, values: Sequence[str], *, many: bool) -> None:
        super().__init__(parent)
        self._many = many
        self._offers = QCompleter(QStringListModel(list(values), self), self)
        self._offers.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._offers.setFilterMode(Qt.MatchFlag.MatchContains)
        self._offers.setMaxVisibleItems(9)
        self._offers.setWidget(self)
        self._offers.popup().setObjectName("offers")
        self._offers.activated[str].connect(self._take)
        self.textEdited.connect(self._offer)
        self.returnPressed.connect(self._return)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # After the first paint: the offers stand below the place that the table gives the editor only then.
        QTimer.singleShot(0, self, self._offer_all)

    def _offer_all(self) -> None:
        if self.hasFocus() and not self._offers.popup().isVisible():
            self._complete("")

    def _offer(self, text: str) -> None:
        self._complete(text.rpartition(",")[2].strip() if self._many else text.strip())

    def _complete(self, prefix: str) -> None:
        self._offers.setCompletionPrefix(prefix)
        if self._offers.completionCount():
            # Nothing is chosen before a key or the mouse does it: Enter takes what was typed.
            self._offers.complete()
        else:
            self._offers.popup().hide()

    def _take(self, value: str) -> None:
        if self._many:
            kept = self.text().rpartition(",")[0].strip()
            self.setText(f"{kept}, {value}, " if kept else f"{value}, ")
        else:
            self.setText(value)
            self.taken.emit()

    def _return(self) -> None:
        # While the offers are open, Enter reaches this line but not the table: one Enter should be enough.
        popup = self._offers.popup()
        if not popup.isVisible():
            return
        index = popup.currentIndex()
        popup.hide()
        if index.isValid():
            self._take(str(index.data()))
        else:
            self.taken.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and not self._offers.popup().isVisible():
            self._complete("")
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._offers.popup().hide()

    def event(self, event: QEvent) -> bool:
        # Letters are commands of the window, but not while one types.
        if event.type() == QEvent.Type.ShortcutOverride and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.accept()
            return True
        return super().event(event)
