"""The surface of the week: an item view that lays out, scrolls and paints cards, and wishes nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QPointF, QRect, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from studio.plan.item import DEFAULT_ZONE
from ui.calendar.card import Card, DayMark
from ui.calendar.week.geometry import HOUR, Geometry
from ui.calendar.week.hand import Deed
from ui.calendar.week.layout import lay_out, opening
from ui.calendar.week.model import WeekModel
from ui.calendar.week.painting import paint_week
from ui.calendar.week.pictures import Pictures
from ui.calendar.week.scene import Scene
from ui.theme import tokens

_CLOCK_MS = 30_000


class WeekSurface(QListView):
    """Shows a WeekModel by day and hour. A list, so that a screen reader finds a row for every card."""

    def __init__(self, first: date, days: int, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("week")
        self.week = WeekModel(first, days, self)
        self.scene = Scene(Geometry(first, days, 1, 1), today)
        self.pictures = Pictures()
        self.clock: Callable[[], datetime] = lambda: datetime.now(ZoneInfo(DEFAULT_ZONE)).replace(tzinfo=None)
        self.scroll_speed = 0.0
        self._settled = False
        self._beside_head, self._beside_strip = QWidget(), QWidget()
        self._set_up()
        self.setModel(self.week)
        self._timer = QTimer(self, interval=_CLOCK_MS)
        self._timer.timeout.connect(self.look_at_clock)
        self._rest = QTimer(self, singleShot=True, interval=0)
        self._rest.timeout.connect(self.viewport().update)

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        # The bar stands beside the hours alone: it does not move the days' names.
        for widget in (self._beside_strip, self._beside_head):  # each is put above the one before
            self.addScrollBarWidget(widget, Qt.AlignmentFlag.AlignTop)
        self._beside_head.setBackgroundRole(QPalette.ColorRole.Window)
        self._beside_head.setAutoFillBackground(True)
        self.setAutoScroll(False)
        self.setAcceptDrops(True)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    # what is shown

    def show_week(self, first: date, cards: Sequence[Card]) -> None:
        """Show these cards from this day on."""
        turned = first != self.week.first
        changed = self.week.show_cards(first, cards)
        if changed is None:
            self.relayout()
        else:
            self._look_different(changed)
        if turned and self._settled and not self._something_seen():
            self._settled = False
        self._settle()

    def set_scores(self, scores: Mapping[int, float]) -> None:
        """Fill the rings."""
        self._look_different(self.week.set_scores(scores))

    def _look_different(self, ids: Sequence[int]) -> None:
        """Paint cards again that stay where they are."""
        for number in ids:
            card = self.week.find(number)
            if card is not None:
                self.scene.cards[number] = card
                self.update_item(number)

    def set_marks(self, marks: Mapping[date, Sequence[DayMark]]) -> None:
        """Show the commerce marks of these days."""
        self.scene.marks = marks
        self.viewport().update()

    def set_today(self, today: date) -> None:
        """Midnight has passed."""
        self.scene.today = today
        self.look_at_clock()
        self.viewport().update()

    def show_ghosts(self, cards: Sequence[Card], deed: Deed = Deed.MOVE) -> None:
        """Show where cards would stand; none ends it."""
        cards = tuple(cards)
        if (cards, deed) == (self.scene.ghosts, self.scene.deed):
            return
        before = self._ghost_region()
        self.scene.ghosts, self.scene.deed = cards, deed
        self.viewport().update(before | self._ghost_region())

    def _ghost_region(self) -> QRegion:
        scene, region = self.scene, QRegion()
        if scene.ghosts:
            region |= QRegion(scene.ghost_times().toAlignedRect())
        for card, box in scene.ghost_boxes():
            region |= QRegion(box.adjusted(-2, -2, 2, 2).toAlignedRect())
            for own in scene.boxes(card.id):
                region |= QRegion(own.adjusted(-2, -2, 2, 2).toAlignedRect())
        return region

    def update_item(self, item_id: int | None) -> None:
        """Paint an item again, wherever it stands."""
        for box in self.scene.boxes(item_id) if item_id is not None else ():
            self.viewport().update(box.adjusted(-3, -3, 3, 3).toAlignedRect())

    # the clock

    def look_at_clock(self) -> None:
        """Move the line of the current time on."""
        self.scene.now = self.clock()
        g = self.scene.geometry
        self.viewport().update(QRect(0, int(g.top), int(g.width), int(g.page)))

    def showEvent(self, event: QEvent) -> None:
        super().showEvent(event)
        self.look_at_clock()
        self._timer.start()

    def hideEvent(self, event: QEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    # places

    def relayout(self) -> None:
        """Place the cards anew; the hours stay where they are on the screen, whatever the strip above them takes."""
        size, before = self.viewport().size(), self.scene.geometry
        plain = Geometry(self.week.first, self.week.days, size.width(), size.height())
        self.scene.layout, self.scene.cards = lay_out(self.week.cards, plain), {}
        rows = self.scene.layout.strip.rows
        after = replace(plain, rows=max(1, rows), scroll=before.scroll)
        if self._settled:
            after = replace(after, scroll=before.scroll + after.top - before.top)
        self.scene.geometry = after
        self._beside_head.setFixedHeight(int(after.head))
        self._beside_strip.setFixedHeight(int(after.top - after.head))
        self.updateGeometries()
        self.scroll_to(after.scroll)
        self.viewport().update()

    def scroll_to(self, scroll: float) -> None:
        """Put this many pixels of the day out of sight."""
        wanted = max(0, min(round(scroll), round(self.scene.geometry.longest_scroll)))
        self.verticalScrollBar().setValue(wanted)
        self.scene.geometry = replace(self.scene.geometry, scroll=float(wanted))

    def scroll_on(self) -> None:
        """Scroll by one beat of a drag at the edge."""
        self.scroll_to(self.scene.geometry.scroll + self.scroll_speed)

    def _settle(self) -> None:
        if not self._settled and self.isVisible():
            self.scroll_to(opening(self.scene.layout, self.scene.geometry))
            self.viewport().update()

    def _something_seen(self) -> bool:
        g, seats = self.scene.geometry, self.scene.layout.hours
        above, below = g.top + g.scroll, g.height + g.scroll
        return not seats or any(seat.at[1] < below and seat.at[1] + seat.at[3] > above for seat in seats)

    def reveal(self, top: float, bottom: float) -> None:
        """Scroll as little as is needed to have minutes of the day in sight."""
        g = self.scene.geometry
        above, below = g.y(top) - g.top - 6, g.y(bottom) - g.height + 6
        if above < 0:
            self.scroll_to(g.scroll + above)
        elif below > 0:
            self.scroll_to(g.scroll + min(below, above))

    # Qt's side

    def paintEvent(self, event: QPaintEvent) -> None:
        self._settled = True
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.scene.focused = self.hasFocus()
        paint_week(painter, self.scene, self.pictures, event.rect(), tokens())
        painter.end()
        if self.pictures.unfinished:
            self._rest.start()

    def dataChanged(self, first: QModelIndex, last: QModelIndex, roles: Sequence[int] = ()) -> None:
        # Not the list's own way, which lays every row out anew for a ring that has arrived.
        QAbstractItemView.dataChanged(self, first, last, list(roles))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.relayout()
        self._settle()

    def updateGeometries(self) -> None:
        g, bar = self.scene.geometry, self.verticalScrollBar()
        bar.setRange(0, round(g.longest_scroll))
        bar.setPageStep(max(1, int(g.page)))
        bar.setSingleStep(int(HOUR / 2))

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self.scene.geometry = replace(self.scene.geometry, scroll=float(self.verticalScrollBar().value()))
        self.viewport().update()

    def visualRect(self, index: QModelIndex) -> QRect:
        boxes = self.scene.boxes(index.data(Qt.ItemDataRole.UserRole + 1).id) if index.isValid() else []
        return boxes[0].toAlignedRect() if boxes else QRect()

    def indexAt(self, point: QPoint) -> QModelIndex:
        seat = self.scene.seat_at(QPointF(point))
        return self.week.index_of(seat.card.id if seat else None)

    def scrollTo(
        self, index: QModelIndex, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        if index.isValid():
            self.reveal_card(self.week.cards[index.row()])

    def reveal_card(self, card: Card) -> None:
        """Scroll as little as is needed to see a card."""
        seats = self.scene.layout.by_id.get(card.id)
        if seats and seats[0].part is not None:
            self.reveal(*seats[0].part.span)
        elif card.at is not None:
            first = card.at.hour * 60.0 + card.at.minute
            self.reveal(first, first + 30)

    def horizontalOffset(self) -> int:
        return 0

    def verticalOffset(self) -> int:
        return int(self.scene.geometry.scroll)

    def isIndexHidden(self, index: QModelIndex) -> bool:
        return False

    def moveCursor(self, _action: QAbstractItemView.CursorAction, _held: Qt.KeyboardModifier) -> QModelIndex:
        return self.currentIndex()

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Nothing: cards are picked one by one."""

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        region = QRegion()
        for index in selection.indexes():
            region |= QRegion(self.visualRect(index))
        return region

    @property
    def last(self) -> date:
        """The last day that is shown."""
        return self.week.first + timedelta(days=self.week.days - 1)
