"""The month as an item view: the mouse, the keyboard, drag and drop over days and cards."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyleOptionViewItem, QTableView, QToolTip, QWidget

from ui import words
from ui.calendar.card import Card, DayMark, spoken
from ui.calendar.delegate import DayDelegate
from ui.calendar.hand import Hand
from ui.calendar.keys import Keys
from ui.calendar.layout import HEAD, SIDE, DayLayout, Form, Slot
from ui.calendar.model import MonthModel, first_day, moved_together, weeks
from ui.calendar.picking import Picking
from ui.calendar.preparing import Preparing

_AHEAD = (1, -1, 2, -2)  # pages, the likeliest first


class MonthView(QTableView):
    """Shows a MonthModel. It changes nothing by itself: every wish is a signal."""

    picked = Signal(object)  # item id, or None where a day without a card has the focus
    opened = Signal(int)
    create_asked = Signal(object, QRect)  # date, and the place for an editor in the viewport
    rename_asked = Signal(int)
    move_asked = Signal(object, object)  # tuple[int, ...] of item ids, date
    moves_asked = Signal(object)  # tuple[tuple[int, date], ...]: several items, each with its own day
    more_asked = Signal(object, QRect)  # date, and where "+N more" stands in the viewport
    menu_asked = Signal(object, object, QPoint)  # day, item id or None, where on the screen
    period_asked = Signal(object)  # a day that the page does not show
    painted = Signal()  # for the first time

    def __init__(self, model: MonthModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("month")
        self.setAccessibleName(self.tr("Calendar month"))
        self.delegate = DayDelegate(self)
        self.month_model = model
        self.picking = Picking()
        self.hand, self.keys = Hand(self), Keys(self)
        self._tip: Callable[[int], str] | None = None
        self._ahead: Callable[[date], Sequence[Card]] | None = None
        self.preparing = Preparing(self._prepare, self)
        self.setModel(model)
        self.setItemDelegate(self.delegate)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        # The days cover all of it: what is below needs no paint.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setTabKeyNavigation(False)
        self.setAcceptDrops(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        for bar in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            bar(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._headers()
        self._painted = False
        model.modelReset.connect(self._after_reset)
        self._after_reset()

    def _headers(self) -> None:
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        across.setSectionsClickable(False)
        across.setHighlightSections(False)
        across.setMinimumSectionSize(20)
        across.setFixedHeight(26)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        down.setMinimumSectionSize(20)
        down.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        # The delegate paints all of a cell: Qt's own way would ask the stylesheet for a ground below each of them.
        painter, option, stale = QPainter(self.viewport()), QStyleOptionViewItem(), event.region()
        for number in range(7 * self.month_model.rowCount()):
            index = self.month_model.index(number // 7, number % 7)
            option.rect = self.visualRect(index)
            if stale.intersects(option.rect):
                self.delegate.paint(painter, option, index)
        painter.end()
        self.hand.turning.paint(self.viewport())
        if not self._painted:
            self._painted = True
            self.painted.emit()

    # what every view of the calendar can be asked

    def span(self, day: date) -> tuple[date, date]:
        """The first and the last day that the view shows when it shows `day`."""
        first = first_day(day)
        return first, first + timedelta(days=7 * weeks(day) - 1)

    def turned(self, day: date, steps: int) -> date:
        """The day to show after `steps` pages: the same day of another month, as far as there is one."""
        number = day.year * 12 + day.month - 1 + steps
        month = date(number // 12, number % 12 + 1, 1)
        length = ((month.replace(day=28) + timedelta(days=4)).replace(day=1) - month).days
        return month.replace(day=min(day.day, length))

    def title(self, day: date) -> str:
        """The words above the view when it shows `day`."""
        return words.month_name(day)

    def show_cards(self, day: date, cards: Sequence[Card]) -> None:
        """Show the month of `day` with these cards."""
        if day.replace(day=1) == self.month_model.month:
            self.month_model.set_cards(cards)
        else:
            self.month_model.show_month(day, cards)
            self._after_reset()
        self.keep_choice()
        self.preparing.rest()

    def keep_choice(self) -> None:
        """Forget the chosen cards that are gone, and follow the one with the focus to its day."""
        self.picking.keep(card.id for card in self.month_model.all_cards())
        card = self.month_model.find(self.chosen)
        if card is not None and card.day != self.day:
            self.setCurrentIndex(self.month_model.index_of(card.day))
        self.show_choice()

    def set_scores(self, scores: Mapping[int, float]) -> None:
        """Fill the rings."""
        self.month_model.set_scores(scores)

    def set_marks(self, marks: Mapping[date, Sequence[DayMark]]) -> None:
        """Show the marks of the days."""
        self.month_model.set_marks(marks)

    def set_clashes(self, clashes: Mapping[date, Sequence[str]]) -> None:
        """Show on which days something cannot take place as planned."""
        self.month_model.set_clashes(clashes)

    def set_today(self, today: date) -> None:
        """Midnight has passed."""
        self.month_model.set_today(today)

    def set_tip(self, tip: Callable[[int], str]) -> None:
        """Take what the mouse is told when it rests on a card, by the item's id."""
        self._tip = tip

    def set_ahead(self, cards: Callable[[date], Sequence[Card]]) -> None:
        """Take what tells the cards of any day's page, to make the pages to turn to ready while nobody acts."""
        self._ahead = cards

    def place_of(self, item_id: int) -> QRect | None:
        """Where the title of a card stands in the viewport; its day's, while it hides behind "+N more"."""
        card = self.month_model.find(item_id)
        if card is None or card.day is None:
            return None
        place = self.card_rect(item_id)
        return place if place is not None else self.visualRect(self.month_model.index_of(card.day))

    def _prepare(self) -> Iterator[None]:
        """Make the pictures of this page's days and cards, and of the days of the pages around it, one by one."""
        model, ratio = self.month_model, self.devicePixelRatioF()
        for number in range(7 * model.rowCount()):
            index = model.index(number // 7, number % 7)
            slots = self.layout_of(index).slots
            yield from self._make(slots)
            day, rect = model.content(model.day_of(index)), QRectF(self.visualRect(index))
            self.delegate.make_ready(day, rect, ratio)
            yield
            self.delegate.make_ground_ready(day, rect, ratio)
            yield
            # What is behind "+N more" comes forth when others are filtered away.
            form = slots[-1] if slots else None
            if form is not None and form.form is Form.SLIM:
                hidden = model.cards(model.day_of(index))[len(slots) :]
                yield from self._make([Slot(card, form.box, form.form) for card in hidden])
        for step in _AHEAD if self._ahead is not None else ():
            month = self.turned(model.month, step)
            days = model.ahead(month, self._ahead(month))
            yield
            for number, day in enumerate(days):
                self.delegate.make_ready(day, self._place_in(weeks(month), number), ratio)
                yield

    def _place_in(self, rows: int, number: int) -> QRectF:
        """The size of a day of a page with so many weeks, the days counted from its first."""
        if rows == self.month_model.rowCount():
            return QRectF(self.visualRect(self.month_model.index(number // 7, number % 7)))
        height, longer = divmod(self.viewport().height(), rows)
        # A header that stretches its sections gives the pixels that are left over to the first of them.
        return QRectF(0, 0, self.columnWidth(number % 7), height + (number // 7 < longer))

    def _make(self, slots: Sequence[Slot]) -> Iterator[None]:
        ratio = self.devicePixelRatioF()
        for slot in slots:
            self.delegate.pictures.make(slot, ratio)
            yield

    # the focus and the choice

    @property
    def day(self) -> date:
        """The day with the focus: today, or the first of the month, until another is taken."""
        index = self.currentIndex()
        if index.isValid():
            return self.month_model.day_of(index)
        today = self.month_model.today
        return today if today.replace(day=1) == self.month_model.month else self.month_model.month

    @property
    def chosen(self) -> int | None:
        """The id of the card with the focus."""
        return self.picking.chosen

    @property
    def selected(self) -> tuple[int, ...]:
        """The ids of all picked cards, the one with the focus first."""
        return self.picking.ids

    def choose(self, item_id: int | None) -> None:
        """Put the focus on a card of the page, or on none."""
        card = self.month_model.find(item_id)
        self.focus_on(card.day if card is not None and card.day else self.day, card.id if card else None)

    def focus_on(self, day: date, item_id: int | None = None) -> None:
        """Put the focus on a day and on one of its cards; a day off the page turns it."""
        self.picking.choose(item_id)
        self.go_to(day)
        self.picked.emit(item_id)

    def clear_choice(self) -> None:
        """Forget the chosen cards, when they are shown no longer."""
        self.picking.choose(None)
        self.show_choice()

    def go_to(self, day: date) -> None:
        if not self.month_model.index_of(day).isValid():
            self.period_asked.emit(day)
        self.setCurrentIndex(self.month_model.index_of(day))
        self.show_choice()

    def show_choice(self) -> None:
        """Paint again the days whose look the choice or the focus changes, and say it to a screen reader."""
        delegate, model = self.delegate, self.month_model
        before, after = delegate.selected, frozenset(self.picking.ids)
        stale = {card.day for i in before ^ after if (card := model.find(i)) is not None}
        focus = self.day if self.hasFocus() else None
        if focus != delegate.day_focus or before != after:
            stale |= {delegate.day_focus, focus}
        delegate.selected, delegate.day_focus = after, focus
        for day in stale - {None}:
            self.update(model.index_of(day))
        card = model.find(self.chosen)
        self.setAccessibleDescription(f"{card.title}, {words.long_day(card.day)}" if card and card.day else "")

    def _after_reset(self) -> None:
        # Without a current day Qt would take the first cell, which is often of the month before.
        index = self.currentIndex()
        if not index.isValid() or self.month_model.day_of(index).month != self.month_model.month.month:
            today, month = self.month_model.today, self.month_model.month
            self.setCurrentIndex(self.month_model.index_of(today if today.replace(day=1) == month else month))
        self.show_choice()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.preparing.rest()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.preparing.stop()

    def focusInEvent(self, event: QEvent) -> None:
        super().focusInEvent(event)
        self.show_choice()

    def focusOutEvent(self, event: QEvent) -> None:
        super().focusOutEvent(event)
        self.show_choice()

    # geometry

    def layout_of(self, index: QModelIndex) -> DayLayout:
        """The places of the cards of a day in the viewport."""
        return self.delegate.layout_of(QRectF(self.visualRect(index)), index)

    def card_rect(self, item_id: int) -> QRect | None:
        """Where a card stands in the viewport; None while it hides behind "+N more"."""
        slot = self.slot_of(item_id)
        return slot.box.toRect() if slot is not None else None

    def slot_of(self, item_id: int) -> Slot | None:
        card = self.month_model.find(item_id)
        if card is None or card.day is None:
            return None
        slots = self.layout_of(self.month_model.index_of(card.day)).slots
        return next((slot for slot in slots if slot.card.id == item_id), None)

    def card_at(self, at: QPoint) -> Card | None:
        index = self.indexAt(at)
        return self.layout_of(index).card_at(at.x(), at.y()) if index.isValid() else None

    def place_for_new(self, day: date) -> QRect:
        """Where the editor of a new item opens in a day: below its cards."""
        index = self.month_model.index_of(day)
        cell = self.visualRect(index)
        slots = self.layout_of(index).slots
        top = int(slots[-1].box.bottom()) + 3 if slots else cell.top() + int(HEAD)
        return QRect(cell.left() + int(SIDE) - 2, top, cell.width() - 2 * int(SIDE) + 4, 32)

    # moving what is picked

    def move_selected(self, by: timedelta) -> None:
        """Ask for the picked cards to move by so many days, and go with them where they leave the page."""
        cards = [card for i in self.selected if (card := self.month_model.find(i)) is not None and card.day]
        if not cards:
            return
        focus, ids, days = cards[0].id, self.selected, {card.id: card.day for card in cards}
        to = cards[0].day + by
        self.ask_move([card.id for card in cards], days, to)
        if self.month_model.find(focus) is None and not self.month_model.index_of(to).isValid():
            # They went off the page: the view goes with them.
            self.period_asked.emit(to)
            if self.month_model.find(focus) is not None:
                self.picking.restore(ids)
                self.keep_choice()
                self.picked.emit(self.chosen)

    def ask_move(self, ids: Sequence[int], days: Mapping[int, date], to: date) -> None:
        """Ask for the first item to go to the day `to`; others keep their distance. `days` are those of now."""
        if len(ids) == 1:
            self.move_asked.emit(tuple(ids), to)
        else:
            self.moves_asked.emit(moved_together(ids, days, to))

    # the keyboard: see Keys; the mouse and what it carries: see Hand

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.keys.press(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.hand.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.hand.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.hand.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.hand.double_click(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.hand.ask_menu(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.hand.drag_enters(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self.hand.drag_moves(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.hand.drag_leaves()

    def dropEvent(self, event: QDropEvent) -> None:
        self.hand.drop(event)

    # what the mouse is told where it rests

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.tip_at(event.pos()), self)
            return True
        return super().viewportEvent(event)

    def tip_at(self, at: QPoint) -> str:
        """What the mouse is told at a place of the viewport: of a card its facts, of a day's head its marks."""
        index, card = self.indexAt(at), self.card_at(at)
        if card is not None:
            return self._tip(card.id) if self._tip is not None else spoken(card)
        if not index.isValid():
            return ""
        model, cell = self.month_model, self.visualRect(index)
        day = model.day_of(index)
        box = self.delegate.clash_box(QRectF(cell), index)
        if box is not None and box.contains(at.x(), at.y()):
            return "\n".join(model.clashes(day))
        return "\n".join(mark.name for mark in model.marks(day)) if at.y() <= cell.top() + HEAD + 30 else ""
