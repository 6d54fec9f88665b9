"""The calendar page: one range of the plan, read once, shown as a month, a week, a day, a list or a board."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from PySide6.QtCore import QPoint, QRect, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from studio.plan.filters import Filter
from studio.plan.item import Item, Kind
from ui.background import Background
from ui.calendar.card import Card
from ui.calendar.header import CalendarHeader
from ui.calendar.standing import Standing
from ui.calendar.tray import Tray
from ui.calendar.vacant import Vacant
from ui.calendar.views import VIEWS, make_view
from ui.calendar.views_of_plan import ViewsOfPlan
from ui.calendar.writing import Writing
from ui.kept import Kept
from ui.months import last_day
from ui.plan import Plan
from ui.survey import Survey

MONTH = "month"


class CalendarPage(QWidget):
    """Turns pages, filters, and passes what a view wishes on to the plan."""

    picked = Signal(object)  # item id or None
    opened = Signal(int)  # item id: the inspector takes the focus
    search_asked = Signal(str)
    menu_asked = Signal(object, object, QPoint)  # day or None, item id or None, where on the screen

    def __init__(self, plan: Plan, survey: Survey, background: Background, today: date) -> None:
        super().__init__()
        self.setObjectName("page")
        self.plan, self.today = plan, today
        self.standing = Standing(plan, survey, background, today, self)
        self.header = CalendarHeader()
        self.tray = Tray()
        self.stack = QStackedWidget()
        self.views: dict[str, Any] = {}
        self.day = today
        self._kept = Kept("calendar")
        self._items: list[Item] = []
        self.month: Any = self._view(MONTH)
        self.view: Any = self.month
        self.name = MONTH
        self.vacant = Vacant(self.stack)
        self.empty = self.vacant.empty
        self.writing = Writing(plan, self.stack, lambda: self.view)
        self.editor = self.writing.editor
        self._arrange()
        self._connect()
        self.fitting = QTimer(self, interval=150, singleShot=True, timeout=self._show_cards)
        self.midnight = QTimer(self, interval=60_000, timeout=self._look_at_clock)
        self.midnight.start()
        self._restore()
        self.refresh()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        inset = QHBoxLayout()
        inset.setContentsMargins(20, 0, 0, 0)
        inset.addWidget(self.stack)
        column.addLayout(inset, 1)
        column.addWidget(self.tray)

    def _connect(self) -> None:
        plan, header = self.plan, self.header
        plan.changed_elsewhere.connect(self.standing.forget)
        plan.changed.connect(self.refresh)
        plan.moved.connect(self._go_with)
        self.standing.scored.connect(self._show_scores)
        self.standing.changed.connect(self._show_late)
        self.standing.marked.connect(self._show_marks)
        header.turned.connect(self.turn)
        header.today_asked.connect(self.go_today)
        header.new_asked.connect(self.new_item)
        header.view_chosen.connect(self.show_view)
        header.filter_changed.connect(self._filter)
        header.day_asked.connect(self.choose_day)
        self.vacant.unfit.cleared.connect(self.clear_filters)
        self.vacant.unfit.search_asked.connect(self.search_asked)
        header.search.returnPressed.connect(lambda: self.search_asked.emit(header.search.text()))
        header.search.left.connect(lambda: self.view.setFocus())
        self.tray.picked.connect(self._pick_idea)
        self.tray.dropped.connect(lambda ids: plan.move(ids, None))
        self.tray.add_asked.connect(self.new_idea)
        self.writing.added.connect(self._added)
        self.writing.closed.connect(self.refresh)

    def _view(self, name: str) -> Any:
        view = self.views.get(name)
        if view is None:
            view = self.views[name] = make_view(name, self.today)
            self.stack.addWidget(view)
            self._connect_view(view)
            view.set_tip(self.standing.tip)
            if hasattr(view, "set_ahead"):
                view.set_ahead(self._ahead)
            if hasattr(view, "take_readiness"):
                for found in self.standing.readiness():
                    view.take_readiness(found)
                self.standing.survey.found.connect(view.take_readiness)
        return view

    def _connect_view(self, view: Any) -> None:
        plan = self.plan
        view.picked.connect(self.picked)
        view.opened.connect(self.opened)
        view.create_asked.connect(self._create)
        view.rename_asked.connect(self.rename)
        view.move_asked.connect(self.move)
        view.menu_asked.connect(self.menu_asked)
        view.period_asked.connect(self.show_day)
        for name, call in (
            ("change_asked", plan.change),
            ("changes_asked", plan.set_each),
            ("moves_asked", plan.move_each),
            ("more_asked", self.show_all),
            ("titles_pasted", plan.add_ideas),
            ("refused", plan.notices.error),
        ):
            signal = getattr(view, name, None)
            if signal is not None:
                signal.connect(call)

    # what is shown

    @property
    def model(self) -> Any:
        """The month's model."""
        return self.month.month_model

    @property
    def filter(self) -> Filter:
        """What is wanted of the items."""
        return self.header.filter

    def refresh(self) -> None:
        """Read the days of this view again, and the ideas with no date: one query."""
        view = self.view
        first, last = getattr(view, "reads", view.span)(self.day)
        self._items = self.plan.page(first, last)
        self.standing.look_at(self._items, first, last)
        self._show_cards()
        self.header.show_title(view.title(self.day))
        self.header.set_choices(self._items)

    def _show_late(self) -> None:
        self.header.filters.set_late(self.standing.late_count())
        self._show_cards()

    def _show_cards(self) -> None:
        cards = [self.standing.card(item) for item in self._wanted()]
        dated = [card for card in cards if card.day is not None]
        self.view.show_cards(self.day, dated)
        self.tray.show_ideas([card for card in cards if card.day is None])
        if self.writing.is_open:
            self.vacant.hide()
        else:
            no_plan = not self._items and not self.plan.count()
            self.vacant.look(self.view, self.day, self.filter, no_plan=no_plan, nothing=not dated)

    def _ahead(self, day: date) -> list[Card]:
        """The cards of another page, as far as they are known."""
        items = self._wanted(self.plan.page(*self.view.span(day)))
        return [card for card in map(self.standing.card, items) if card.day is not None]

    def _wanted(self, items: list[Item] | None = None) -> list[Item]:
        """Those of `items`, else of the items of this page, that are not filtered away."""
        wanted, standing = self.filter, self.standing
        items = self._items if items is None else items
        if wanted.is_empty:
            return items
        held = self.plan.search(wanted.text) if wanted.text.strip() else None
        late = wanted.readiness == "late"
        return [
            item
            for item in items
            if (held is None or item.id in held)
            and wanted.matches(item, standing.scores.get(item.id), late=late and bool(standing.late(item)))
        ]

    def _show_scores(self, scores: dict[int, float]) -> None:
        self.view.set_scores(scores)
        if self.filter.readiness:  # other items fit by now; not with each that is looked at
            self.fitting.start()

    def _show_marks(self, marks: object, clashes: object) -> None:
        self.view.set_marks(marks)
        if hasattr(self.view, "set_clashes"):
            self.view.set_clashes(clashes)

    def load_marks(self) -> None:
        """The window is on the screen: ask for what is slow to load."""
        self.standing.load()

    @property
    def period(self) -> tuple[date, date]:
        """The first and the last day of what the title names: of a month its own days, not all of its page."""
        if self.name == MONTH:
            return self.day.replace(day=1), last_day(self.day)
        return self.view.span(self.day)

    def stop(self) -> None:
        """The window closes: look no more."""
        self.midnight.stop()
        self.standing.stop()

    def _look_at_clock(self) -> None:
        if date.today() > self.today:
            self.today = date.today()
            self.standing.set_today(self.today)
            for view in self.views.values():
                view.set_today(self.today)
            self.plan.keep_ahead(self.today)
            self.refresh()

    # filters and views

    def show_view(self, name: str) -> None:
        """Show the time around the day with the focus as another view."""
        if name not in VIEWS:
            name = MONTH
        chosen, self.day = self.view.chosen, self.view.day
        focused = self.stack.isAncestorOf(self.focusWidget()) if self.focusWidget() else True
        self.name, self.view = name, self._view(name)
        self.stack.setCurrentWidget(self.view)
        self.header.show_view(name)
        self._kept.put("view", name)
        self.refresh()
        if chosen is not None:
            self.view.choose(chosen)
        self.standing.load()
        if focused:
            self.view.setFocus()

    def _filter(self, wanted: Filter) -> None:
        self._kept.put("filter", wanted.replaced(text="").to_json())
        self._show_cards()

    def clear_filters(self) -> None:
        """Show everything again."""
        self.header.set_filter(Filter())

    def _restore(self) -> None:
        try:
            self.header.set_filter(Filter.from_json(self._kept.get("filter", {})))
        except Exception:  # noqa: BLE001  what another version kept is no reason not to start
            self.header.set_filter(Filter())
        ViewsOfPlan(self.plan, self.header.filters, self)
        self.header.show_view(self.name)

    def restore_view(self) -> None:
        """Show the view that was shown last; after the first picture, so that the window is there at once."""
        name = self._kept.get("view", MONTH)
        if name != self.name:
            self.show_view(name)

    # turning pages

    def show_day(self, day: date) -> None:
        """Show the page of this day."""
        self.day = day
        self.refresh()

    def turn(self, steps: int) -> None:
        """Go on by pages; the focus stays on the same day, as far as there is one, and nothing is chosen."""
        self.go_to(self.view.turned(self.view.day if self.name == MONTH else self.day, steps), choose=False)

    def go_to(self, day: date, *, choose: bool = True) -> None:
        """Show a day, with the focus on it, and choose its first item."""
        if self.view.span(day) != self.view.span(self.day):
            self.show_day(day)
        self.day = day
        cards = self._cards_of(day) if choose else []
        first = min(cards, key=lambda card: card.order, default=None)
        if hasattr(self.view, "focus_on"):
            self.view.focus_on(day, first.id if first else None)

    def _cards_of(self, day: date) -> list[Card]:
        return [self.standing.card(item) for item in self._wanted() if item.day == day]

    def choose_day(self) -> None:
        """Open a small month to go to a day."""

        def busy(month: date) -> set[date]:
            first = month.replace(day=1)
            return {item.day for item in self.plan.page(first, first + timedelta(days=31)) if item.day is not None}

        from ui.calendar.mini_month import MonthPopover

        popover = MonthPopover(self.day, self.today, busy, self)
        popover.day_chosen.connect(self.go_to)
        popover.open_at(self.header.title.mapToGlobal(QPoint(0, self.header.title.height() + 4)))

    def go_today(self) -> None:
        """Show today."""
        self.go_to(self.today)

    def reveal(self, item: Item) -> None:
        """Show an item at its day, and choose it."""
        if item.day is None:
            return
        if not self.filter.matches(item) or self.filter.text:
            self.header.set_filter(Filter())
        if self.view.span(item.day) != self.view.span(self.day):
            self.day = item.day
        self.refresh()
        self.view.choose(item.id)

    def show_all(self, day: date, place: QRect) -> None:
        """Show all cards of a day that has too many."""
        from ui.calendar.popover import DayPopover

        popover = DayPopover(day, sorted(self._cards_of(day), key=lambda card: card.order), self)
        popover.picked.connect(self.view.choose)
        popover.open_at(getattr(self.view, "viewport", lambda: self.view)().mapToGlobal(place.topLeft()))

    # changing the plan

    def _create(self, start: date | datetime | None, place: QRect) -> None:
        self.vacant.hide()
        minutes = getattr(self.view, "wanted_minutes", None)
        self.writing.new(start, place, self._wanted_kind(), minutes)

    def _wanted_kind(self) -> Kind | None:
        kinds = self.filter.kinds
        return Kind(next(iter(kinds))) if len(kinds) == 1 else None

    def create_in(self, day: date) -> None:
        """Open the small editor in a day."""
        first, last = self.view.span(self.day)
        if not first <= day <= last:
            self.show_day(day)
        self._create(
            day, self.view.place_for_new(day) if hasattr(self.view, "place_for_new") else QRect(20, 44, 320, 32)
        )

    def new_item(self) -> None:
        """Open the small editor at the place with the focus."""
        if hasattr(self.view, "create_here"):
            self.view.create_here()
        else:
            self.create_in(self.view.day)

    def new_idea(self) -> None:
        """Open the small editor above the tray."""
        self.vacant.hide()
        self.writing.new(None, QRect(160, self.stack.height() - 40, 280, 32), self._wanted_kind())

    def rename(self, item_id: int | None = None) -> None:
        """Change a title where it stands, that of the chosen card where none is named."""
        item = self.plan.item(item_id or self.view.chosen or 0)
        if item is None:
            return
        if item_id is None and hasattr(self.view, "rename"):
            self.view.rename()
            return
        place = self.view.place_of(item.id)
        if place is not None:
            self.writing.rename(item.id, item.title, place)

    def remove(self) -> None:
        """Remove the chosen items; undo is offered."""
        ids = self.view.selected
        if ids:
            self.picked.emit(None)
            self.plan.remove(*ids)

    def move(self, ids: tuple[int, ...], to: date | datetime | None) -> None:
        """Give items another start, and go with the first of them."""
        self.plan.move(ids, to)

    def _go_with(self, ids: tuple[int, ...]) -> None:
        item = self.plan.item(ids[0]) if len(ids) == 1 else None
        if item is not None and item.day is not None and self.view.chosen in (None, item.id):
            first, last = self.view.span(self.day)
            if first <= item.day <= last:
                self.view.choose(item.id)

    def _added(self, item: Item) -> None:
        if item.day is None:
            self.picked.emit(item.id)
        else:
            self.reveal(item)

    def _pick_idea(self, item_id: int) -> None:
        self.view.choose(None)
        self.opened.emit(item_id)
