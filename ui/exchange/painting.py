"""How the rows of a difference are painted: ticks, heads, and old values struck beside new ones in bold."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from studio.plan.item import Stage
from ui import fonts
from ui.exchange.models import KEYS, NEW_COLUMNS, ROW, ChangesModel, Head, Line, empty, rule_about
from ui.exchange.values import field_title, start_text
from ui.glyphs import paint_kind, paint_stage
from ui.theme import color, tokens
from ui.tokens import Tokens
from ui.words import translate

CHECK, LEFT = 15.0, 12.0  # the box of a tick, and where it stands
TEXT = LEFT + CHECK + 11.0
ROW_HEIGHT = 34
_FIELD, _INDENT = 150.0, 26.0
_ELIDE = Qt.TextElideMode.ElideRight
_MIDDLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


def check_box(row: QRect, indent: float = 0.0) -> QRectF:
    """Where the tick of a row stands."""
    return QRectF(row.left() + LEFT + indent, row.center().y() - CHECK / 2 + 0.5, CHECK, CHECK)


def paint_check(painter: QPainter, box: QRectF, state: Qt.CheckState, t: Tokens) -> None:
    """A tick, a dash where only some are in, or an empty box."""
    on = state is not Qt.CheckState.Unchecked
    painter.setPen(QPen(color(t.accent if on else t.muted), 1.2))
    painter.setBrush(color(t.accent if on else t.surface))
    painter.drawRoundedRect(box, 4, 4)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    shape = {
        Qt.CheckState.Checked: ((0.24, 0.53), (0.43, 0.72), (0.77, 0.3)),
        Qt.CheckState.PartiallyChecked: ((0.26, 0.5), (0.74, 0.5)),
    }.get(state)
    if shape:
        painter.setPen(QPen(color(t.on_accent), 1.8))
        points = [QPointF(box.left() + x * box.width(), box.top() + y * box.height()) for x, y in shape]
        painter.drawPolyline(QPolygonF(points))


def _ground(painter: QPainter, option: QStyleOptionViewItem, t: Tokens, plain: str = "") -> None:
    chosen = bool(option.state & QStyle.StateFlag.State_Selected)
    painter.fillRect(option.rect, color(t.accent_bg if chosen else plain or t.surface))
    painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), color(t.line))


def _focus(painter: QPainter, option: QStyleOptionViewItem, t: Tokens) -> None:
    if option.state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QPen(color(t.accent), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -2), 4, 4)


def _write(painter: QPainter, box: QRectF, text: str, font: QFont, tone: str) -> float:
    """Write one line as far as there is room; how wide it is."""
    painter.setFont(font)
    painter.setPen(color(tone))
    shown = painter.fontMetrics().elidedText(text, _ELIDE, int(box.width()))
    painter.drawText(box, _MIDDLE, shown)
    return float(painter.fontMetrics().horizontalAdvance(shown))


class NewDelegate(QStyledItemDelegate):
    """A row of what is new."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        t, column, row = tokens(), NEW_COLUMNS[index.column()], index.data(ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _ground(painter, option, t)
        box = QRectF(option.rect).adjusted(9, 0, -8, 0)
        if column == "title":
            ticked = index.data(Qt.ItemDataRole.CheckStateRole)
            paint_check(painter, check_box(option.rect), Qt.CheckState(ticked), t)
            middle = option.rect.center().y() + 0.5
            paint_kind(painter, QRectF(option.rect.left() + TEXT, middle - 4.5, 9, 9), row.item.kind, t)
            box.setLeft(option.rect.left() + TEXT + 18)
        elif column == "stage":
            if row.item.stage not in (Stage.IDEA, Stage.PLANNED):
                middle = option.rect.center().y() + 0.5
                paint_stage(painter, QRectF(box.left(), middle - 5.5, 11, 11), row.item.stage, color(t.muted))
            box.setLeft(box.left() + 18)
        weight = fonts.MEDIUM if column == "title" else fonts.REGULAR
        _write(painter, box, index.data(), fonts.font(weight=weight), t.muted if column == "row" else t.text)
        if column == "title":
            _focus(painter, option, t)
        painter.restore()


class ChangesDelegate(QStyledItemDelegate):
    """A head, or a field with its old value and the new one."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        t, row, model = tokens(), index.data(ROW), index.model()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _ground(painter, option, t, t.sunken if isinstance(row, Head) else "")
        indent = 0.0 if isinstance(row, Head) else _INDENT
        if row.keys:
            state = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole))
            paint_check(painter, check_box(option.rect, indent), state, t)
        box = QRectF(option.rect).adjusted(TEXT + indent, 0, -14, 0)
        if isinstance(row, Head):
            self._head(painter, box, row, model, t)
        else:
            self._line(painter, box, row, model, t)
        _focus(painter, option, t)
        painter.restore()

    def _head(self, painter: QPainter, box: QRectF, head: Head, model: ChangesModel, t: Tokens) -> None:
        paint_kind(painter, QRectF(box.left(), box.center().y() - 4, 9, 9), head.item.kind, t)
        box.setLeft(box.left() + 18)
        about = rule_about(head, model.today)
        room = box.width() - painter.fontMetrics().horizontalAdvance(about) - 24
        title = QRectF(box.left(), box.top(), max(room, box.width() / 2), box.height())
        wide = _write(painter, title, head.item.title, fonts.font(weight=fonts.SEMIBOLD), t.text)
        box.setLeft(box.left() + wide + 12)
        _write(painter, box, about, fonts.font(fonts.SMALL), t.muted)

    def _line(self, painter: QPainter, box: QRectF, line: Line, model: ChangesModel, t: Tokens) -> None:
        name = QRectF(box.left(), box.top(), _FIELD - 12, box.height())
        values = QRectF(box.left() + _FIELD, box.top(), box.width() - _FIELD, box.height())
        if line.gone:
            _write(painter, name, translate("Exchange", "Goes"), fonts.font(), t.muted)
            wide = _write(painter, values, start_text(line.old.start, model.today), _struck(), t.muted)
            values.setLeft(values.left() + wide + 10)
            _write(painter, values, translate("Exchange", "no longer in the series"), fonts.font(), t.text)
            return
        _write(painter, name, field_title(line.name), fonts.font(), t.muted)
        old, new = model.sides(line)
        arrow = 26.0
        half = (values.width() - arrow) / 2
        font, bold = (_struck() if old else _italic()), (fonts.font(weight=fonts.BOLD) if new else _italic())
        painter.setFont(bold)
        needs = painter.fontMetrics().horizontalAdvance(new or empty()) + 2.0
        painter.setFont(font)
        has = painter.fontMetrics().horizontalAdvance(old or empty()) + 2.0
        # Each side gives the other what it does not need itself.
        room = min(has, max(half, values.width() - arrow - needs))
        box = QRectF(values.left(), values.top(), room, values.height())
        wide = _write(painter, box, old or empty(), font, t.muted)
        values.setLeft(values.left() + wide)
        _write(painter, values.adjusted(8, 0, 0, 0), "→", fonts.font(), t.muted)
        _write(painter, values.adjusted(arrow, 0, 0, 0), new or empty(), bold, t.text)


def _struck() -> QFont:
    font = QFont(fonts.font())
    font.setStrikeOut(True)
    return font


def _italic() -> QFont:
    font = QFont(fonts.font())
    font.setItalic(True)
    return font


def ticks(index: QModelIndex | QPersistentModelIndex, row: QRect, at: QPointF) -> bool:
    """Whether a click at `at` in the rectangle `row` of this index is one on its tick."""
    if not index.data(KEYS) or index.column() != 0:
        return False
    indent = 0.0 if not isinstance(index.data(ROW), Line) else _INDENT
    return check_box(row, indent).adjusted(-8, -9, 8, 9).contains(at)
