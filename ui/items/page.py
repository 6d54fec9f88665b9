"""The page with every item: sort by a heading, search, and open one in the inspector."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from studio.plan.item import Kind
from ui.calendar.header import SearchField
from ui.empty import EmptyState
from ui.glyphs import paint_kind, paint_ring, paint_stage
from ui.items.model import COLUMNS, ITEM, SCORE, ItemsModel, ItemsProxy
from ui.plan import Plan
from ui.survey import Survey
from ui.theme import color, tokens
from ui.widgets import button, label

_WIDTHS = {"start": 176, "stage": 112, "owner": 92, "series": 140, "platforms": 130, "readiness": 84}


class _RowDelegate(QStyledItemDelegate):
    """Adds the kind's glyph, the stage's shape and the ring to the texts."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        column, item, t = COLUMNS[index.column()], index.data(ITEM), tokens()
        shifted = QStyleOptionViewItem(option)
        if column in ("title", "stage", "readiness"):
            super().paint(painter, option, index.sibling(-1, -1))
            if option.state & QStyle.StateFlag.State_Selected:
                painter.fillRect(option.rect, color(t.accent_bg))
            shifted.rect = option.rect.adjusted(20, 0, 0, 0)
        super().paint(painter, shifted, index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = option.rect.center().y() + 0.5
        if column == "title":
            paint_kind(painter, QRectF(option.rect.left() + 10, middle - 4.5, 9, 9), item.kind, t)
        elif column == "stage":
            paint_stage(painter, QRectF(option.rect.left() + 9, middle - 5.5, 11, 11), item.stage, color(t.muted))
        elif column == "readiness" and index.data(SCORE) is not None:
            tone = color(t.video if item.kind is Kind.VIDEO else t.live)
            paint_ring(painter, QRectF(option.rect.left() + 9, middle - 6.5, 13, 13), index.data(SCORE), tone, t)
        painter.restore()


class _Table(QTableView):
    opened = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.opened.emit()
        else:
            super().keyPressEvent(event)


class ItemsPage(QWidget):
    """All items in one table."""

    picked = Signal(object)
    opened = Signal(int)
    new_asked = Signal()

    def __init__(self, plan: Plan, survey: Survey) -> None:
        super().__init__()
        self.setObjectName("page")
        self.plan = plan
        self.model = ItemsModel(self)
        self.proxy = ItemsProxy(self)
        self.proxy.setSourceModel(self.model)
        self.search = SearchField(self.tr("Search  /"), self.tr("Search the items"))
        self.search.setMaximumWidth(320)
        self.count = label("", "small")
        self.table = _Table()
        self.empty = EmptyState(self.table)
        self._arrange()
        self.search.textChanged.connect(self._search)
        self.search.left.connect(self.table.setFocus)
        self.table.selectionModel().currentRowChanged.connect(self._picked)
        self.table.doubleClicked.connect(lambda _index: self._open())
        self.table.opened.connect(self._open)
        plan.changed.connect(self.refresh)
        survey.found.connect(lambda readiness: self.model.set_score(readiness.item_id, readiness.score))
        self._survey = survey
        # Scrolling passes over many rows: only where it rests are they asked for.
        self._rest = QTimer(self, singleShot=True, interval=150)
        self._rest.timeout.connect(self._survey_shown)
        self.table.verticalScrollBar().valueChanged.connect(lambda _value: self._rest.start())
        self.proxy.layoutChanged.connect(self._rest.start)
        plan.changed_elsewhere.connect(self.model.scores.clear)

    def _arrange(self) -> None:
        table = self.table
        table.setModel(self.proxy)
        table.setItemDelegate(_RowDelegate(table))
        table.setAccessibleName(self.tr("Items"))
        table.setSortingEnabled(True)
        table.sortByColumn(COLUMNS.index("start"), Qt.SortOrder.AscendingOrder)
        table.setShowGrid(False)
        table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(38)
        heads = table.horizontalHeader()
        heads.setHighlightSections(False)
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heads.setFixedHeight(30)
        heads.setMinimumSectionSize(60)
        for name, width in _WIDTHS.items():
            table.setColumnWidth(COLUMNS.index(name), width)
        heads.setSectionResizeMode(COLUMNS.index("title"), QHeaderView.ResizeMode.Stretch)
        top = QHBoxLayout()
        top.setContentsMargins(20, 14, 20, 12)
        top.setSpacing(12)
        top.addWidget(label(self.tr("Items"), "heading"))
        top.addWidget(self.count)
        top.addStretch(1)
        top.addWidget(self.search, 3)
        top.addWidget(button(self.tr("New item"), "primary", self.new_asked.emit))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        inset = QHBoxLayout()
        inset.setContentsMargins(20, 0, 0, 0)
        inset.addWidget(table)
        column.addLayout(inset, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # The title is what one looks for: the other columns give way to it, the least needed first.
        room = self.width() - 20 - 240
        for name in ("start", "readiness", "stage", "owner", "series", "platforms"):
            room -= _WIDTHS[name]
            self.table.setColumnHidden(COLUMNS.index(name), room < 0)

    def refresh(self) -> None:
        """Read all items, if the page is seen; a page that is not seen reads when it is shown."""
        if self.isVisible():
            self.model.show_items(self.plan.all_items())
            self._say()

    def showEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        super().showEvent(event)
        self.refresh()
        self._rest.start()

    def _survey_shown(self) -> None:
        """Ask for the rings of the rows that are seen: a plan of years has too many to ask for all."""
        table, last = self.table, self.proxy.rowCount() - 1
        first, bottom = table.rowAt(0), table.rowAt(table.viewport().height() - 1)
        rows = range(max(0, first), (bottom if bottom >= 0 else last) + 1)
        items = [self.proxy.index(row, 0).data(ITEM) for row in rows]
        unknown = [item for item in items if item.id not in self.model.scores]
        if unknown:
            self._survey.survey(unknown)

    def find(self, text: str) -> None:
        """Search for this."""
        self.search.setText(text)
        self.table.setFocus()

    def _search(self, text: str) -> None:
        self.proxy.search(text)
        self._rest.start()
        self._say()

    def _say(self) -> None:
        shown, whole = self.proxy.rowCount(), self.model.rowCount()
        self.count.setText(
            str(whole) if shown == whole else self.tr("%1 of %2").replace("%1", str(shown)).replace("%2", str(whole))
        )
        self.empty.setVisible(whole == 0)

    def _picked(self, current: QModelIndex, _before: QModelIndex) -> None:
        item = current.data(ITEM) if current.isValid() else None
        if item is not None:
            self.picked.emit(item.id)

    @property
    def chosen(self) -> int | None:
        """The id of the item in the chosen row."""
        item = self.table.currentIndex().data(ITEM) if self.table.currentIndex().isValid() else None
        return item.id if item is not None else None

    def _open(self) -> None:
        if self.chosen is not None:
            self.opened.emit(self.chosen)
