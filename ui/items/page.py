"""The page with every item: the list of the whole plan, its filters, its search, and how many there are."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPoint, QRect, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from studio.errors import SiarError
from studio.plan.filters import Filter
from ui.calendar.card import card_of
from ui.calendar.filters import FilterBar
from ui.calendar.header import SearchField
from ui.calendar.views_of_plan import ViewsOfPlan
from ui.empty import EmptyState
from ui.items.view import ListView
from ui.kept import Kept
from ui.plan import Plan
from ui.survey import Survey
from ui.widgets import button, label


class ItemsPage(QWidget):
    """All items in one list."""

    picked = Signal(object)
    opened = Signal(int)
    new_asked = Signal()
    menu_asked = Signal(object, object, QPoint)
    create_asked = Signal(object, QRect)

    def __init__(self, plan: Plan, survey: Survey, today: date | None = None) -> None:
        super().__init__()
        self.setObjectName("page")
        self.plan, self._survey = plan, survey
        self._fixed_today = today
        self.view = ListView(today or date.today(), whole_plan=True)
        self.model, self.table = self.view.model, self.view.table
        self.search = SearchField(self.tr("Search  /"), self.tr("Search the items"))
        self.search.setMaximumWidth(260)
        self.search.setMinimumWidth(130)
        self.filters = FilterBar(without=("readiness",))
        self._kept = Kept("all-items")
        self.count = label("", "small")
        self.empty = EmptyState(self.table)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(20, 14, 20, 10)
        top.setSpacing(12)
        top.addWidget(label(self.tr("Items"), "heading"))
        top.addWidget(self.count)
        top.addWidget(self.filters, 4)
        top.addWidget(self.search, 1)
        top.addWidget(button(self.tr("New item"), "primary", self.new_asked.emit))
        inset = QHBoxLayout()
        inset.setContentsMargins(20, 0, 0, 0)
        inset.addWidget(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addLayout(inset, 1)
        self.view.bar.setContentsMargins(0, 0, 20, 0)
        self.setFocusProxy(self.table)

    def _connect(self) -> None:
        view, plan = self.view, self.plan
        self.search.textChanged.connect(self._search)
        self.search.left.connect(self.table.setFocus)
        self.filters.changed.connect(self._filter)
        self.filters.set_filter(self._kept_filter())
        ViewsOfPlan(plan, self.filters, self)
        view.picked.connect(self.picked)
        view.opened.connect(self.opened)
        view.menu_asked.connect(self.menu_asked)
        view.create_asked.connect(self.create_asked)
        view.change_asked.connect(plan.change)
        view.changes_asked.connect(plan.set_each)
        view.move_asked.connect(plan.move)
        view.moves_asked.connect(plan.move_each)
        view.titles_pasted.connect(plan.add_ideas)
        view.refused.connect(plan.notices.error)
        view.seen.connect(self._survey.survey)
        self._survey.found.connect(self._take_readiness)
        plan.changed.connect(self.refresh)
        plan.changed_elsewhere.connect(view.forget_scores)

    def refresh(self) -> None:
        """Read all items, if the page is seen; a page that is not seen reads when it is shown."""
        if self.isVisible():
            items = self.plan.all_items()
            # What did not change comes as the same item: of a plan of years only a few cards are made anew.
            known = {card.id: card for card in self.model.arrangement.cards}
            cards = [c if (c := known.get(item.id)) is not None and c.item is item else card_of(item) for item in items]
            self.view.show_cards(self.model.today, cards)
            self.filters.set_choices(items)
            self._say()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._fixed_today is None and self.model.today != date.today():
            self.view.set_today(date.today())
        self.refresh()

    def _take_readiness(self, readiness) -> None:  # type: ignore[no-untyped-def]
        self.view.set_scores({readiness.item_id: readiness.score})

    def find(self, text: str) -> None:
        """Search for this in all items, whatever was filtered."""
        self.filters.clear()
        self.search.setText(text)
        self.table.setFocus()

    def _search(self, text: str) -> None:
        self.filters.set_filter(self.filters.filter.replaced(text=text.strip()))

    def _filter(self, wanted: Filter) -> None:
        if self.search.text().strip() != wanted.text:  # a saved view brings its words along
            self.search.setText(wanted.text)
        plain = wanted.replaced(text="")
        self._kept.put("filter", plain.to_json())
        holds = self.tr("No item holds “%1”.").replace("%1", wanted.text)
        if not plain.is_empty:
            fits = self.tr("No item that fits the filter holds “%1”.").replace("%1", wanted.text)
            holds = fits if wanted.text else self.tr("No item fits the filter.")
        self.view.nothing = holds
        self.model.filter(plain)
        self.view.search(wanted.text)
        self._say()

    def _kept_filter(self) -> Filter:
        try:
            return Filter.from_json(self._kept.get("filter", {})).replaced(text="", readiness="")
        except SiarError:  # what another version kept is no reason not to start
            return Filter()

    def _say(self) -> None:
        shown, whole = self.model.arrangement.shown, len(self.model.arrangement.cards)
        self.count.setText(
            str(whole) if shown == whole else self.tr("%1 of %2").replace("%1", str(shown)).replace("%2", str(whole))
        )
        self.empty.setVisible(whole == 0)
        self.view.keep_quiet(whole == 0)

    @property
    def chosen(self) -> int | None:
        """The id of the item in the row with the focus."""
        return self.view.chosen
