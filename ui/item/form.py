"""The form with all fields of an item: what cannot be taken is said beside its field, what is saved can be undone."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from studio.actions.scope import Scope
from studio.errors import InvalidValue
from studio.plan.fields import field_text, parse_field
from studio.plan.item import Item
from ui.item.editors import EDITORS, Editor
from ui.item.fields import groups
from ui.plan import Plan
from ui.widgets import button, label, line


class ItemForm(QFrame):
    """Edits one item; `ended` tells that it was saved or left."""

    ended = Signal()

    def __init__(self, plan: Plan) -> None:
        super().__init__()
        self.setObjectName("drawerHead")
        self.plan = plan
        self.item: Item | None = None
        self.editors: dict[str, Editor] = {}
        self.errors: dict[str, QLabel] = {}
        self._shown: dict[str, str] = {}
        head = label(self.tr("Edit the item"), "title")
        head.setContentsMargins(18, 16, 18, 8)
        body = QWidget()
        self._fields = QVBoxLayout(body)
        self._fields.setContentsMargins(18, 6, 14, 16)
        self._fields.setSpacing(4)
        self._scroll = QScrollArea(widgetResizable=True, widget=body)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        footer = QFrame()
        footer.setObjectName("footer")
        row = QHBoxLayout(footer)
        row.setContentsMargins(18, 10, 14, 12)
        self.save_button = button(self.tr("Save"), "primary", self.save)
        self.save_button.setToolTip("Ctrl+S")
        row.addWidget(self.save_button)
        row.addWidget(button(self.tr("Cancel"), call=self.cancel))
        row.addStretch(1)
        # Of what repeats one says here, and not after saving, which occurrences are meant.
        self.scope = QComboBox()
        self.scope.setAccessibleName(self.tr("Which of those that repeat"))
        for scope, text in (
            (Scope.THIS, self.tr("Only this one")),
            (Scope.FOLLOWING, self.tr("This and following")),
            (Scope.ALL, self.tr("All of them")),
        ):
            self.scope.addItem(text, scope)
        row.addWidget(self.scope)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._scroll, 1)
        column.addWidget(footer)

    def _build(self) -> None:
        # The fields are made when the form is first opened: a window that only shows the month needs none.
        for number, (title, fields) in enumerate(groups()):
            if number:
                self._fields.addSpacing(8)
                self._fields.addWidget(line())
                self._fields.addSpacing(6)
            if title:
                self._fields.addWidget(label(title, "strong"))
            for field in fields:
                editor = EDITORS[field.ask](field)
                editor.changed.connect(self._check_again)
                name = label(field.title, "small")
                name.setBuddy(editor)
                error = label("", "error", wrap=True)
                error.hide()
                self._fields.addSpacing(4)
                for widget in (name, editor, error):
                    self._fields.addWidget(widget)
                self.editors[field.name], self.errors[field.name] = editor, error
        self._fields.addStretch(1)

    def show_item(self, item: Item) -> None:
        """Fill the form."""
        if not self.editors:
            self._build()
        self.item = item
        self.scope.setCurrentIndex(0)
        self.scope.setVisible(bool(item.series_uid))
        for name, editor in self.editors.items():
            editor.blockSignals(True)
            editor.show_text(field_text(name, getattr(item, name)))
            editor.blockSignals(False)
            self._say(name, "")
        self._shown = {name: editor.text() for name, editor in self.editors.items()}
        self._scroll.verticalScrollBar().setValue(0)
        self.editors["title"].setFocus()

    @property
    def changes(self) -> dict[str, str]:
        """The fields that a person changed, as texts."""
        if self.item is None:
            return {}
        return {name: editor.text() for name, editor in self.editors.items() if editor.text() != self._shown[name]}

    def check(self) -> dict[str, Any] | None:
        """The changed fields as values; None if one cannot be taken, which is then said beside it."""
        values: dict[str, Any] = {}
        wrong: list[str] = []
        for name, text in self.changes.items():
            try:
                values[name] = parse_field(name, text)
                self._say(name, "")
            except InvalidValue as error:
                self._say(name, str(error))
                wrong.append(name)
        if wrong:
            self.editors[wrong[0]].setFocus()
            # The text below the field is new: it has no place before the layout gives it one.
            self._fields.activate()
            self._scroll.ensureWidgetVisible(self.editors[wrong[0]], 0, 24)
            self._scroll.ensureWidgetVisible(self.errors[wrong[0]], 0, 24)
            return None
        return values

    def save(self) -> bool:
        """Save what was changed, as one step of undo; whether all of it could be taken."""
        if self.item is None:
            return True
        values = self.check()
        if values is None:
            return False
        item, self.item = self.item, None
        if values and self.plan.set_fields(item.id, values, Scope(self.scope.currentData())) is None:
            self.item = item
            return False
        self.ended.emit()
        return True

    def cancel(self) -> None:
        """Leave everything as it was."""
        self.item = None
        self.ended.emit()

    def leave(self) -> bool:
        """Another item is wanted: save what can be saved. False if something cannot be taken and must be mended."""
        return self.save()

    def forget(self) -> None:
        """The item is gone."""
        self.item = None
        self.ended.emit()

    def _check_again(self) -> None:
        # Only a field that was called wrong is looked at while it is typed: nobody likes to be told too early.
        for name, error in self.errors.items():
            if error.isVisibleTo(self):
                try:
                    parse_field(name, self.editors[name].text())
                    self._say(name, "")
                except InvalidValue as why:
                    self._say(name, str(why))

    def _say(self, name: str, text: str) -> None:
        self.errors[name].setText(text)
        self.errors[name].setVisible(bool(text))
        self.editors[name].mark(bool(text))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancel()
        elif event.key() == Qt.Key.Key_S and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.save()
        else:
            super().keyPressEvent(event)
