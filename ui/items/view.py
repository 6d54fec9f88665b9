"""The list as a view of the plan: rows to sort, group, choose and edit, for a month or for all items."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from studio.errors import InvalidValue
from studio.plan.item import Item
from ui import words
from ui.calendar.card import Card, DayMark
from ui.items.bar import ListBar
from ui.items.choosing import value_menu
from ui.items.clipboard import as_text, titles
from ui.items.columns import COLUMNS, NUMBER
from ui.items.groups import GROUPINGS, NONE
from ui.items.heads import Heads
from ui.items.model import ListModel
from ui.items.nothing import Nothing
from ui.items.table import ItemTable
from ui.items.wishes import Wishes, entered, shifted
from ui.kept import Kept
from ui.months import last_day, turned


class ListView(QWidget):
    """A list of cards, each with its item. It changes nothing by itself: every wish is a signal.

    With `whole_plan` it shows all items and not those of a month: then PageUp and PageDown are the list's own.
    """

    picked = Signal(object)
    opened = Signal(int)
    move_asked = Signal(object, object)
    change_asked = Signal(int, object)
    changes_asked = Signal(object)  # tuple of (id, fields): one step of undo
    moves_asked = Signal(object)  # tuple of (id, start): one step of undo
    create_asked = Signal(object, QRect)
    rename_asked = Signal(int)
    more_asked = Signal(object, QRect)
    menu_asked = Signal(object, object, QPoint)
    period_asked = Signal(object)
    titles_pasted = Signal(object)  # tuple of texts
    refused = Signal(object)  # InvalidValue: what was typed is nothing that the plan could take
    _entered = Signal(object, str, str)  # items, column, text
    seen = Signal(object)  # tuple of items whose rows are seen and whose readiness, as they are now, is not known

    def __init__(self, today: date, *, whole_plan: bool = False) -> None:
        super().__init__()
        self._kept = Kept("all-items" if whole_plan else "list")
        self._day = today
        self._page = today.replace(day=1)
        self._surveyed: dict[int, Item] = {}
        self.nothing = ""  # what to say where no row is shown
        self._quiet = False
        self.model = ListModel(today, self)
        self.table = ItemTable(self.model, whole_plan=whole_plan)
        self.table.setAccessibleName(self.tr("Items"))
        self.bar = ListBar()
        self.heads = Heads(self.table, self._kept)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.table, 1)
        self.setFocusProxy(self.table)
        self._hint = Nothing(self.table.viewport())
        # Scrolling passes over many rows: only where it rests are they asked for.
        self._rest = QTimer(self, singleShot=True, interval=150)
        self._rest.timeout.connect(self._ask_for_seen)
        self._sort_again = QTimer(self, singleShot=True, interval=600)
        self._sort_again.timeout.connect(self.model.arrange_again)
        self._connect()
        self.group(str(self._kept.get("group", NONE if whole_plan else "day")))

    def _connect(self) -> None:
        table, bar = self.table, self.bar
        self.model.entered.connect(self._enter)
        # The plan changes, and the rows with it, when the table has closed its editor.
        self._entered.connect(self._change, Qt.ConnectionType.QueuedConnection)
        self.model.arranged.connect(self._rest.start)
        self.model.arranged.connect(self._say_nothing)
        table.verticalScrollBar().valueChanged.connect(lambda _value: self._rest.start())
        table.picked.connect(self.picked)
        table.opened.connect(self.opened)
        table.menu_asked.connect(self.menu_asked)
        table.chosen_changed.connect(lambda: bar.show_chosen(len(self.selected)))
        table.choice_asked.connect(self.choose_value)
        table.create_asked.connect(lambda day, box: self.create_asked.emit(day, self._from_table(box)))
        table.days_asked.connect(self._move_days)
        table.copy_asked.connect(self.copy)
        table.paste_asked.connect(self.paste)
        table.fill_asked.connect(self._fill)
        bar.grouped.connect(self.group)
        bar.together_asked.connect(self._edit_together)
        bar.columns_asked.connect(self._show_columns)

    # the view's interface

    @property
    def day(self) -> date:
        """The day with the focus: that of the row, else the month's."""
        card, head = self.model.card(self.table.row), self.model.head(self.table.row)
        of_row = card.day if card is not None else head.day if head is not None else None
        return of_row or self._day

    @property
    def chosen(self) -> int | None:
        """The id of the item with the focus."""
        card = self.model.card(self.table.row)
        return card.id if card is not None else None

    @property
    def selected(self) -> tuple[int, ...]:
        """The ids of all chosen items, from the top; each once."""
        cards = (self.model.card(row) for row in self.table.chosen_rows)
        return tuple(dict.fromkeys(card.id for card in cards if card is not None))

    def span(self, day: date) -> tuple[date, date]:
        """The month of a day."""
        return day.replace(day=1), last_day(day)

    def turned(self, day: date, steps: int) -> date:
        """The same day so many months on, as far as there is one."""
        return turned(day, steps)

    def title(self, day: date) -> str:
        """December 2026."""
        return words.month_name(day)

    def show_cards(self, day: date, cards: Sequence[Card]) -> None:
        """Show these items; `day` is the one that the page stands at."""
        self._day = day
        self.model.show_cards(cards)
        self._say_nothing()
        self._rest.start()
        if len(cards) > 1000:
            QTimer.singleShot(0, self.model.arrangement.prepare_search)

    def set_scores(self, scores: Mapping[int, float]) -> None:
        """Fill the rings."""
        self.model.set_scores(scores)
        for item_id in scores:
            item = self.model.item_of(item_id)
            if item is not None:
                self._surveyed[item_id] = item
        if self.model.arrangement.sorted_by == "ready":
            # Not with each of them: rows that leap about cannot be read.
            self._sort_again.start()

    def set_marks(self, marks: Mapping[date, Sequence[DayMark]]) -> None:
        """Show holidays and campaigns on the heads of days."""
        self.model.set_marks(marks)

    def set_today(self, today: date) -> None:
        """Midnight has passed."""
        self.model.set_today(today)

    def set_tip(self, tip: Callable[[int], str]) -> None:
        """What an item says when the mouse rests on its title."""
        self.model.tip = tip

    def choose(self, item_id: int | None) -> None:
        """Put the focus on an item, and choose it."""
        row = self.model.row_of(item_id)
        if row is not None:
            self.table.go_to(row)
        else:
            self.table.clearSelection()

    def place_of(self, item_id: int) -> QRect | None:
        """Where the title of an item stands in this view; None where it is not seen."""
        row = self.model.row_of(item_id)
        if row is None:
            return None
        box = self.table.visualRect(self.model.index(row, NUMBER["title"]))
        return self._from_table(box) if self.table.viewport().rect().intersects(box) else None

    def focus_on(self, day: date, item_id: int | None = None) -> None:
        """Put the focus on an item; without one, choose none, and show a page that was turned from its first row."""
        turned_page, self._page = self._page != day.replace(day=1), day.replace(day=1)
        row = self.model.row_of(item_id)
        if row is not None:
            self.table.go_to(row)
        else:
            self.table.stand_at(0 if turned_page else self.model.row_from(day) or 0)

    def place_for_new(self, day: date) -> QRect:
        """Where the editor of a new item opens: over the row with the focus."""
        top = self.table.rowViewportPosition(max(0, self.table.row)) if self.model.lines else 0
        height = self.table.viewport().height()
        return self._from_table(QRect(8, max(0, min(top, height - 36)), 360, 32))

    def rename(self) -> None:
        """Open the title of the row with the focus."""
        if self.chosen is not None:
            self.table.edit_cell(self.table.row, "title")

    def search(self, text: str) -> None:
        """Show only the items that hold all these words."""
        self.model.search(text)

    def group(self, name: str) -> None:
        """Put the rows into groups, and remember it."""
        name = name if name in GROUPINGS else NONE
        self.bar.show_grouping(name)
        self.model.group(name)
        self.heads.say_elsewhere({"day": "date", "platform": "platforms"}.get(name, name))
        self._kept.put("group", name)

    def forget_scores(self) -> None:
        """Another program changed the workspace: every ring is asked for again."""
        self._surveyed.clear()
        self._rest.start()

    def _from_table(self, box: QRect) -> QRect:
        return QRect(self.table.viewport().mapTo(self, box.topLeft()), box.size())

    def _ask_for_seen(self) -> None:
        """Ask for the rings of the rows that are seen: a plan of years has too many to ask for all."""
        table, count = self.table, len(self.model.lines)
        if not self.isVisible() or not count:
            return
        bottom = table.rowAt(table.viewport().height() - 1)
        rows = range(max(0, table.rowAt(0)), (bottom if bottom >= 0 else count - 1) + 1)
        if self.model.arrangement.sorted_by == "ready":
            rows = [*rows, *range(count)]  # type: ignore[assignment]  # whoever sorts by it wants all of them
        items = {item.id: item for row in rows if (item := self.model.item(row)) is not None}
        unknown = tuple(item for item in items.values() if self._surveyed.get(item.id) != item)
        if unknown:
            self.seen.emit(unknown)

    def keep_quiet(self, quiet: bool) -> None:
        """Leave it to the page to say why no row is shown, or say it here."""
        if quiet != self._quiet:
            self._quiet = quiet
            self._say_nothing()

    def _say_nothing(self) -> None:
        usual = self.tr("No items in %1. Press C to plan one.").replace("%1", words.month_name(self._day))
        self._hint.say("" if self.model.lines or self._quiet else self.nothing or usual)

    # editing

    def _targets(self, item_id: int, *, each: bool) -> list[Item]:
        """The items that an entry is for: all chosen ones, if the edited row is among several of them."""
        chosen = self.selected
        wanted = chosen if not each and len(chosen) > 1 and item_id in chosen else (item_id,)
        return [item for one in wanted if (item := self.model.item_of(one)) is not None]

    def _enter(self, item_id: int, name: str, text: str) -> None:
        column = COLUMNS[NUMBER[name]]
        self._entered.emit(self._targets(item_id, each=column.each), name, text)

    def _change(self, items: Sequence[Item], name: str, text: str) -> None:
        try:
            self._wish(entered(items, COLUMNS[NUMBER[name]], text, self.model.today))
        except InvalidValue as error:
            self.refused.emit(error)

    def _wish(self, wishes: Wishes) -> None:
        if len(wishes.changes) == 1:
            self.change_asked.emit(*wishes.changes[0])
        elif wishes.changes:
            self.changes_asked.emit(wishes.changes)
        if len(wishes.moves) == 1:
            item_id, start = wishes.moves[0]
            self.move_asked.emit((item_id,), start)
        elif wishes.moves:
            self.moves_asked.emit(wishes.moves)

    def choose_value(self, row: int, name: str) -> None:
        """Open the menu of a cell that holds one of a few values."""
        item = self.model.item(row)
        if item is None:
            return
        menu = value_menu(self, name, str(getattr(item, name)), lambda value: self._enter(item.id, name, value))
        box = self.table.visualRect(self.model.index(row, NUMBER[name]))
        menu.popup(self.table.viewport().mapToGlobal(box.bottomLeft()))

    def _edit_together(self, name: str) -> None:
        rows = self.table.chosen_rows
        if rows:
            self.table.setFocus()
            self.heads.show_column(name, True)
            self.table.edit_cell(self.table.row if self.table.row in rows else rows[0], name)

    def _fill(self, name: str) -> None:
        """Ctrl+D: what stands in the first chosen row goes to the others, as in a sheet."""
        items = [item for row in self.table.chosen_rows if (item := self.model.item(row)) is not None]
        column = COLUMNS[NUMBER[name]]
        if len(items) > 1 and column.field and not column.each:
            self._change(items[1:], name, column.edit_text(items[0], self.model.today))

    def _move_days(self, days: int) -> None:
        ids = self.selected or tuple(filter(None, (self.chosen,)))
        self._wish(shifted([item for one in ids if (item := self.model.item_of(one)) is not None], days))

    def copy(self, headings: bool = False) -> None:
        """Put the chosen rows on the clipboard, as a sheet takes them."""
        rows = [card for row in self.table.chosen_rows if (card := self.model.card(row)) is not None]
        cells = [(card.item, self.model.score(card)) for card in rows if card.item is not None]
        if cells:
            shown = [COLUMNS[NUMBER[name]] for name in self.heads.shown]
            QGuiApplication.clipboard().setText(as_text(cells, shown, headings=headings))

    def paste(self) -> None:
        """Ask for an idea for each title on the clipboard."""
        found = titles(QGuiApplication.clipboard().text())
        if found:
            self.titles_pasted.emit(found)

    def _show_columns(self) -> None:
        chip = self.bar.columns_chip
        menu = self.heads.menu()
        corner = chip.mapToGlobal(QPoint(chip.width(), chip.height() + 4))
        menu.popup(corner - QPoint(menu.sizeHint().width(), 0))
