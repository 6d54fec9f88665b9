"""The calendar page: joins the month, its header and the tray to the plan."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from PySide6.QtCore import QRect, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from studio.plan.item import Item, Kind
from ui import words
from ui.background import Background, Result
from ui.calendar.card import Card, DayMark, card_of
from ui.calendar.header import CalendarHeader
from ui.calendar.inline import InlineEditor, split_time, start_of
from ui.calendar.model import MonthModel
from ui.calendar.popover import DayPopover
from ui.calendar.tray import Tray
from ui.calendar.view import MonthView
from ui.empty import EmptyState
from ui.plan import Plan
from ui.survey import Survey


class CalendarPage(QWidget):
    """One month of the plan."""

    picked = Signal(object)  # item id or None
    opened = Signal(int)  # item id: the inspector takes the focus
    search_asked = Signal(str)

    def __init__(self, plan: Plan, survey: Survey, background: Background, today: date) -> None:
        super().__init__()
        self.setObjectName("page")
        self.plan, self.survey, self.background = plan, survey, background
        self.model = MonthModel(today, today, self)
        self.view = MonthView(self.model)
        self.header = CalendarHeader()
        self.tray = Tray()
        self.empty = EmptyState(self.view)
        self.editor = InlineEditor(self.view.viewport())
        self._scores: dict[int, float] = {}
        self._surveyed: dict[int, Item] = {}
        self._items: list[Item] = []
        self._wish: tuple[str, object] | None = None
        self._kind = Kind.VIDEO
        self._arrange()
        self._connect()
        self.midnight = QTimer(self, interval=60_000)
        self.midnight.timeout.connect(self._look_at_clock)
        self.midnight.start()
        self.refresh()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        inset = QHBoxLayout()
        inset.setContentsMargins(20, 0, 0, 0)
        inset.addWidget(self.view)
        column.addLayout(inset, 1)
        column.addWidget(self.tray)

    def _connect(self) -> None:
        self.plan.changed_elsewhere.connect(self._surveyed.clear)
        self.plan.changed.connect(self.refresh)
        self.survey.found.connect(self._take_readiness)
        self.background.finished.connect(self._take_marks)
        self.header.turned.connect(self.turn)
        self.header.today_asked.connect(self.go_today)
        self.header.new_asked.connect(self.new_item)
        self.header.filtered.connect(self.refresh)
        self.header.search.returnPressed.connect(self._search_everywhere)
        self.header.search.left.connect(self.view.setFocus)
        self.view.picked.connect(self.picked)
        self.view.opened.connect(self.opened)
        self.view.create_asked.connect(self.create_in)
        self.view.more_asked.connect(self.show_day)
        self.view.period_asked.connect(self.show_month)
        self.view.rename_asked.connect(self.rename)
        self.view.move_asked.connect(self.move)
        self.view.moves_asked.connect(self.plan.move_each)
        self.tray.picked.connect(self._pick_idea)
        self.tray.dropped.connect(self._undate)
        self.tray.add_asked.connect(self.new_idea)
        self.editor.committed.connect(self._commit)
        self.editor.closed.connect(self._editor_closed)

    # what is shown

    def refresh(self, month: date | None = None) -> None:
        """Read the page again, or another month: one query for the days and the ideas."""
        month = month or self.model.month
        items = self.plan.page(*self.view.span(month))
        self._items = items
        shown = [item for item in items if self._wanted(item)]
        cards = [card_of(item, self._scores.get(item.id)) for item in shown]
        self.view.show_cards(month, [card for card in cards if card.day is not None])
        self.tray.show_ideas([card for card in cards if card.day is None])
        self.header.show_month(self.model.month)
        self.empty.setVisible(not items and not self.header.search.text() and not self.editor.isVisible())
        self._survey(items)

    def _survey(self, items: list[Item]) -> None:
        """Ask for the rings of the items that are not as they were when they were last asked for."""
        unknown = [item for item in items if self._surveyed.get(item.id) != item]
        if unknown:
            self.survey.survey(unknown)

    def _wanted(self, item: Item) -> bool:
        text = self.header.search.text().strip().casefold()
        fits = not text or any(text in part.casefold() for part in (item.title, item.series, item.campaign, item.owner))
        return fits and self.header.kind in (None, item.kind)

    def _take_readiness(self, readiness) -> None:  # type: ignore[no-untyped-def]
        item = next((item for item in self._items if item.id == readiness.item_id), None)
        if item is not None:
            self._surveyed[item.id] = item
        if self._scores.get(readiness.item_id) != readiness.score:
            self._scores[readiness.item_id] = readiness.score
            self.model.set_scores({readiness.item_id: readiness.score})

    def load_marks(self) -> None:
        """Ask for the commerce marks of the page; they come from a thread, since `holidays` loads slowly."""
        first, last, language = self.model.first, self.model.last, words.locale().name()[:2]

        def marks() -> dict[date, tuple[DayMark, ...]]:
            from studio.plan.commerce import marks as commerce_marks

            found = commerce_marks(first, last, language)
            return {day: tuple(DayMark(mark.name, str(mark.kind)) for mark in of_day) for day, of_day in found.items()}

        self.background.run(("marks", first), marks)

    def _take_marks(self, result: Result) -> None:
        if result.key != ("marks", self.model.first):
            return
        if result.error is not None:
            self.plan.notices.error(result.error)
        else:
            self.model.set_marks(result.value)

    def _look_at_clock(self) -> None:
        if date.today() > self.model.today:
            self.model.set_today(date.today())

    # turning pages

    def show_month(self, day: date) -> None:
        """Show the month of this day."""
        self._surveyed.clear()
        self.refresh(day)
        self.load_marks()

    def turn(self, months: int) -> None:
        """Go on by months; the focus stays on the same day of the month, as far as there is one."""
        number = self.model.month.year * 12 + self.model.month.month - 1 + months
        month = date(number // 12, number % 12 + 1, 1)
        length = ((month.replace(day=28) + timedelta(days=4)).replace(day=1) - month).days
        day = month.replace(day=min(self.view.day.day, length))
        self.show_month(month)
        self._focus_day(day)

    def go_today(self) -> None:
        """Show today."""
        if self.model.month != self.model.today.replace(day=1):
            self.show_month(self.model.today)
        self._focus_day(self.model.today)

    def _focus_day(self, day: date) -> None:
        cards = self.model.cards(day)
        self.view.focus_on(day, cards[0].id if cards else None)

    def reveal(self, item: Item) -> None:
        """Show an item at its day, and choose it."""
        if item.day is None:
            return
        if not self.model.index_of(item.day).isValid():
            self.show_month(item.day)
        self.view.focus_on(item.day, item.id)

    def show_day(self, day: date, place: QRect) -> None:
        """Show all cards of a day."""
        popover = DayPopover(day, self.model.cards(day), self)
        popover.picked.connect(lambda item_id: self.view.focus_on(day, item_id))
        popover.open_at(self.view.viewport().mapToGlobal(place.topLeft()))

    # changing the plan

    def create_in(self, day: date) -> None:
        """Open the small editor in a day."""
        index = self.model.index_of(day)
        if not index.isValid():
            self.show_month(day)
        self._wish = ("new", day)
        self.empty.hide()
        place = self.view.place_for_new(day)
        self.editor.ask(place, kind=self.header.kind or self._kind, hint=self.tr("Title, or 19:30 and a title"))

    def new_item(self) -> None:
        """Open the small editor in the day with the focus."""
        self.create_in(self.view.day)

    def new_idea(self) -> None:
        """Open the small editor above the tray."""
        view = self.view.viewport()
        self._wish = ("new", None)
        self.empty.hide()
        self.editor.ask(
            QRect(160, view.height() - 40, 280, 32), kind=self.header.kind or self._kind, hint=self.tr("An idea")
        )

    def rename(self) -> None:
        """Change the title of the chosen card where it stands."""
        card = self._chosen()
        if card is None or card.day is None:
            return
        place = self.view.card_rect(card.id) or self.view.visualRect(self.model.index_of(card.day))
        self._wish = ("rename", card.id)
        self.editor.ask(place, text=card.title)

    def remove(self) -> None:
        """Remove the chosen item; undo is offered."""
        card = self._chosen()
        if card is not None:
            self.view.clear_choice()
            self.picked.emit(None)
            self.plan.remove(card.id)

    def move(self, ids: tuple[int, ...], day: date) -> None:
        """Give items another day, and go with the first of them."""
        self.plan.move(ids, day)
        item = self.plan.item(ids[0]) if ids else None
        if item is not None and item.day == day:
            self.view.focus_on(day, item.id)

    def _undate(self, ids: tuple[int, ...]) -> None:
        self.plan.move(ids, None)

    def _commit(self, text: str, kind: Kind) -> None:
        wish, self._wish = self._wish, None
        if wish is None:
            return
        if wish[0] == "rename":
            self.plan.set_fields(wish[1], {"title": text})
            return
        self._kind = kind
        day = wish[1]
        at, title = split_time(text) if day is not None else (None, text)
        start: date | datetime | None = start_of(day, at)
        item = self.plan.add(title, kind=kind, start=start)
        if item is not None and item.day is not None:
            self.view.focus_on(item.day, item.id)
        elif item is not None:
            self.picked.emit(item.id)

    def _editor_closed(self, left: bool) -> None:
        if left:
            # The click that took the focus away comes next, and must not open the next editor.
            self.view.hand.swallow_click = True
            QTimer.singleShot(0, self.view.hand.forget_click)
        else:
            self.view.setFocus()
        self.refresh()

    def _chosen(self) -> Card | None:
        return self.model.find(self.view.chosen) if self.view.chosen is not None else None

    def _pick_idea(self, item_id: int) -> None:
        self.view.clear_choice()
        self.opened.emit(item_id)

    def _search_everywhere(self) -> None:
        self.search_asked.emit(self.header.search.text())
