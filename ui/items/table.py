"""The table of the list: keyboard, mouse, choosing of rows, and editing that no refresh disturbs."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QHeaderView, QTableView, QWidget

from ui.calendar.card import Card
from ui.items.columns import COLUMNS, NUMBER, Ask, Column
from ui.items.delegate import ROW, CellDelegate
from ui.items.model import ListModel
from ui.items.painting import paint_cell, paint_focus, paint_ground, paint_head, plus_box
from ui.theme import tokens

_Hint = QAbstractItemDelegate.EndEditHint
_ALT, _CTRL, _SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
_DAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}


class ItemTable(QTableView):
    """Shows a ListModel. It changes nothing by itself."""

    picked = Signal(object)  # item id, or None where the head of a group has the focus
    chosen_changed = Signal()
    opened = Signal(int)
    choice_asked = Signal(int, str)  # row, column
    create_asked = Signal(object, QRect)  # day or None, place in the viewport
    menu_asked = Signal(object, object, QPoint)  # day or None, item id or None, place on the screen
    days_asked = Signal(int)  # the chosen items by so many days
    copy_asked = Signal(bool)  # with the headings
    paste_asked = Signal()
    fill_asked = Signal(str)  # column

    def __init__(self, model: ListModel, *, whole_plan: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list_model = model
        self.delegate = CellDelegate(self)
        self._whole_plan = whole_plan
        self._kept: tuple[set[int], int | None, object, int] = (set(), None, None, 0)
        self._typed: tuple[int, str, str] | None = None
        self._last_pick: int | None = None
        self._restoring = False
        self._focused_row = self._hovered_row = -1  # of heads of groups
        self.setModel(model)
        self.setItemDelegate(self.delegate)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        down = self.verticalHeader()
        down.hide()
        down.setMinimumSectionSize(ROW)
        down.setDefaultSectionSize(ROW)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        model.modelAboutToBeReset.connect(self._keep_place)
        model.modelReset.connect(self._restore_place)
        self.doubleClicked.connect(self._double_clicked)
        self.selectionModel().selectionChanged.connect(lambda _now, _before: self._chosen_changed())
        self.selectionModel().currentChanged.connect(self._current_changed)

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        # A row at a time: asking a delegate for each cell took three times as long, and a search paints all rows.
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area, t, model = event.rect(), tokens(), self.list_model
        first, last = self.rowAt(area.top()), self.rowAt(area.bottom())
        columns = self._seen_columns(area)
        chosen = self._chosen_between(first, last if last >= 0 else len(model.lines) - 1)
        focus = self.currentIndex() if self.hasFocus() else QModelIndex()
        for row in range(max(first, 0), (last if last >= 0 else len(model.lines) - 1) + 1):
            box, line = self._row_box(row), model.lines[row]
            if isinstance(line, Card):
                paint_ground(painter, box, t, chosen=row in chosen)
                for column, left, width in columns:
                    cell = QRectF(left, box.top(), width, box.height())
                    paint_cell(painter, cell, column, model.text(line, column), line, model.score(line), t)
                    if row == focus.row() and NUMBER[column.name] == focus.column():
                        paint_focus(painter, cell, t)
            else:
                paint_head(
                    painter, box, line, model.marks(line), t, today=line.name == "day" and line.key == model.today,
                    focused=row == self._focused_row, hovered=row == self._hovered_row,
                )  # fmt: skip
        painter.end()

    def _seen_columns(self, area: QRect) -> list[tuple[Column, int, int]]:
        """The columns that `area` touches, each with its left edge and its width."""
        header = self.horizontalHeader()
        found = (
            (c, header.sectionViewportPosition(NUMBER[c.name]), header.sectionSize(NUMBER[c.name])) for c in COLUMNS
        )
        return [one for one in found if one[2] and one[1] <= area.right() and one[1] + one[2] >= area.left()]

    # what is chosen

    @property
    def row(self) -> int:
        """The row with the focus, -1 for none."""
        return self.currentIndex().row()

    @property
    def column(self) -> str:
        """The column with the focus."""
        index = self.currentIndex()
        return COLUMNS[index.column()].name if index.isValid() else "title"

    @property
    def chosen_rows(self) -> list[int]:
        """The chosen rows of items, from the top."""
        return sorted(self._chosen_between(0, len(self.list_model.lines)))

    def _chosen_between(self, first: int, last: int) -> set[int]:
        parts = self.selectionModel().selection()
        rows = {row for part in parts for row in range(max(first, part.top()), min(last, part.bottom()) + 1)}
        return {row for row in rows if self.list_model.card(row) is not None}

    def choose_rows(self, rows: list[int]) -> None:
        """Choose these rows and no others; the focus stays where it is."""
        how = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().select(_ranges(self.list_model, rows), how)

    def go_to(self, row: int, column: str | None = None) -> None:
        """Put the focus on a row, and choose it."""
        self.setCurrentIndex(self.list_model.index(row, NUMBER[column or self.column]))

    def stand_at(self, row: int) -> None:
        """Put the focus on a row and choose nothing."""
        self.clearSelection()
        if row >= len(self.list_model.lines):
            return
        self._restoring = True
        index = self.list_model.index(row, NUMBER[self.column])
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        self._restoring = False
        self._last_pick = None
        self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtTop)
        self._show_focus()
        self.picked.emit(None)

    def _chosen_changed(self) -> None:
        if not self._restoring:
            self.chosen_changed.emit()

    def _current_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        self._show_focus()
        card = self.list_model.card(current.row()) if current.isValid() else None
        picked = card.id if card is not None else None
        if picked != self._last_pick and not self._restoring:
            self._last_pick = picked
            self.picked.emit(picked)

    def _keep_place(self) -> None:
        """Rows come and go: what is chosen, has the focus or is being typed belongs to items, and stays with them."""
        model = self.list_model
        card, head = model.card(self.row), model.head(self.row)
        ids = {card.id for row in self.chosen_rows if (card := model.card(row)) is not None}
        self._kept = (ids, card.id if card else None, head.key if head else None, self.row)
        editor, editing = self.delegate.editor, self.delegate.editing
        self._typed = (*editing, editor.text()) if editor is not None and editing is not None else None
        self._column, self._restoring = self.column, True

    def _restore_place(self) -> None:
        model, (ids, current, head, row) = self.list_model, self._kept
        rows = [at for item_id in ids if (at := model.row_of(item_id)) is not None]
        stands = model.row_of(current) if current is not None else None
        if stands is None and head is not None:
            stands = next((r for r, line in enumerate(model.lines) if model.head(r) and line.key == head), None)  # type: ignore[union-attr]
        lost = stands is None and row >= 0
        if lost and model.lines:
            # What had the focus is gone: the next row takes its place, so that the keyboard goes on from there.
            stands = min(row, len(model.lines) - 1)
        if stands is not None:
            index = model.index(stands, NUMBER[self._column])
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.choose_rows(sorted(rows) if rows or not lost or stands is None else [stands])
        self._restoring = False
        self._show_focus()
        self.chosen_changed.emit()
        if lost and stands is not None and self.hasFocus():
            self._current_changed(self.currentIndex(), QModelIndex())
        if self._typed is not None:
            item_id, column, text = self._typed
            self._typed = None
            at = model.row_of(item_id)
            if at is not None:
                self.edit_cell(at, column)
                if self.delegate.editor is not None:
                    self.delegate.editor.setText(text)

    # editing

    def edit_cell(self, row: int | None = None, column: str | None = None) -> None:
        """Open the editor of a cell, else of the one with the focus; a cell that has none opens the item."""
        at = self.row if row is None else row
        name = column or self.column
        card = self.list_model.card(at)
        if card is None:
            return
        ask = COLUMNS[NUMBER[name]].ask
        index = self.list_model.index(at, NUMBER[name])
        if row is not None:
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.scrollTo(index)
        if ask is Ask.NOT:
            self.opened.emit(card.id)
        elif ask is Ask.CHOICE:
            self.choice_asked.emit(at, name)
        else:
            self.edit(index)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, _Hint.NoHint)
        self.delegate.editor = self.delegate.editing = None
        if hint is _Hint.SubmitModelCache and len(self.chosen_rows) < 2:
            self._step(1, 0)  # as Enter does in a sheet
        elif hint in (_Hint.EditNextItem, _Hint.EditPreviousItem):
            self._step(0, 1 if hint is _Hint.EditNextItem else -1)
            if self.list_model.card(self.row) is not None and COLUMNS[NUMBER[self.column]].ask is not Ask.NOT:
                self.edit_cell()

    def _step(self, down: int, right: int) -> None:
        """Go on by one cell; at the end of a row its neighbour begins."""
        heads, row = self.horizontalHeader(), self.row
        seen = [n for v in range(len(COLUMNS)) if not heads.isSectionHidden(n := heads.logicalIndex(v))]
        at = seen.index(NUMBER[self.column]) + right if NUMBER[self.column] in seen else 0
        row += down + at // len(seen)
        while self.list_model.head(row) is not None:
            row += 1 if down + right > 0 else -1
        if self.list_model.card(row) is not None:
            self.setCurrentIndex(self.list_model.index(row, seen[at % len(seen)]))

    # the keyboard

    def event(self, event: QEvent) -> bool:
        # F2 renames in the window; here it opens the cell. The pages of a plan of years are those of its list.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            keys = [Qt.Key.Key_F2] + [Qt.Key.Key_PageUp, Qt.Key.Key_PageDown] * self._whole_plan
            if event.key() in keys and not event.modifiers():
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() == QAbstractItemView.State.EditingState and not self.hasFocus():
            return  # the editor's keys, which it lets go on
        key = Qt.Key(event.key())
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        card, head = self.list_model.card(self.row), self.list_model.head(self.row)
        if event.matches(QKeySequence.StandardKey.Copy) or (key == Qt.Key.Key_C and held == _CTRL | _SHIFT):
            self.copy_asked.emit(bool(held & _SHIFT))
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste_asked.emit()
        elif held == _CTRL and key == Qt.Key.Key_D:
            self.fill_asked.emit(self.column)
        elif held == _ALT and key in _DAYS:
            self.days_asked.emit(_DAYS[key])
        elif head is not None and not held and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.list_model.fold(self.row, key == Qt.Key.Key_Left)
        elif head is not None and not held and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.list_model.fold(self.row, not head.folded)
        elif not held and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.edit_cell()
        elif key == Qt.Key.Key_Space and not held and card is not None:
            self.opened.emit(card.id)
        elif key == Qt.Key.Key_Insert and not held:
            self._ask_for_new(self.row)
        elif event.text().strip() and not held & (_CTRL | _ALT):
            event.ignore()  # letters are commands of the window
        else:
            super().keyPressEvent(event)

    def _ask_for_new(self, row: int) -> None:
        card, head = self.list_model.card(row), self.list_model.head(row)
        day = card.day if card is not None else head.day if head is not None else None
        self.create_asked.emit(day, self._row_box(row).toRect())

    # the mouse

    def _row_box(self, row: int) -> QRectF:
        return QRectF(0, self.rowViewportPosition(row), self.viewport().width(), ROW)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self.rowAt(event.position().toPoint().y())
        head = self.list_model.head(row)
        if head is None or event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.go_to(row)
        if head.day is not None and plus_box(self._row_box(row)).contains(event.position()):
            self._ask_for_new(row)
        else:
            self.list_model.fold(row, not head.folded)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        row = self.rowAt(event.position().toPoint().y())
        self._hover(row if self.list_model.head(row) is not None else -1)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, row: int) -> None:
        before, self._hovered_row = self._hovered_row, row
        if row != before:
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if row >= 0 else Qt.CursorShape.ArrowCursor)
            self._paint_rows(before, row)

    def _double_clicked(self, index: QModelIndex) -> None:
        if self.list_model.card(index.row()) is not None:
            self.edit_cell(index.row(), COLUMNS[index.column()].name)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        row = self.row if event.reason() == QContextMenuEvent.Reason.Keyboard else self.rowAt(event.pos().y())
        card, head = self.list_model.card(row), self.list_model.head(row)
        at = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            at = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())
        day = card.day if card is not None else head.day if head is not None else None
        self.menu_asked.emit(day, card.id if card is not None else None, at)

    # the focus

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.row < 0 and self.list_model.lines:
            first = next((row for row in (0, 1) if self.list_model.card(row) is not None), 0)
            self.selectionModel().setCurrentIndex(
                self.list_model.index(first, NUMBER["title"]), QItemSelectionModel.SelectionFlag.NoUpdate
            )
        self._show_focus()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_focus()

    def _show_focus(self) -> None:
        before = self._focused_row
        self._focused_row = self.row if self.hasFocus() and self.list_model.head(self.row) is not None else -1
        self._paint_rows(before, self._focused_row)

    def _paint_rows(self, *rows: int) -> None:
        for row in rows:
            if row >= 0:
                self.viewport().update(self._row_box(row).toRect())


def _ranges(model: ListModel, rows: list[int]) -> QItemSelection:
    """Rows as few ranges: a thousand chosen rows are chosen again in a moment."""
    selection = QItemSelection()
    first = 0
    for at in range(1, len(rows) + 1):
        if at == len(rows) or rows[at] != rows[at - 1] + 1:
            selection.select(model.index(rows[first], 0), model.index(rows[at - 1], len(COLUMNS) - 1))
            first = at
    return selection
