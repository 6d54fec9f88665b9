"""The board as a view of the plan: a column for each stage, from idea to cancelled."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from studio.plan.item import Stage
from studio.plan.proposals import proposed_stage
from ui import words
from ui.board.cards import CardList
from ui.board.column import StageColumn
from ui.calendar.card import Card, DayMark
from ui.calendar.card_pictures import CardPictures
from ui.calendar.preparing import Preparing
from ui.kept import Kept
from ui.months import last_day, turned
from ui.states import EDITED, READY

_STAGES = list(Stage)
_FOLDED_AT_FIRST = [str(Stage.PUBLISHED), str(Stage.CANCELLED)]
_ALT, _CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


class BoardView(QWidget):
    """Cards in columns of stages. It changes nothing by itself: every wish is a signal."""

    picked = Signal(object)
    opened = Signal(int)
    move_asked = Signal(object, object)
    change_asked = Signal(int, object)
    changes_asked = Signal(object)  # tuple of (id, fields): one step of undo
    create_asked = Signal(object, QRect)
    rename_asked = Signal(int)
    more_asked = Signal(object, QRect)
    menu_asked = Signal(object, object, QPoint)
    period_asked = Signal(object)

    def __init__(self, today: date) -> None:
        super().__init__()
        self._day = today
        self._kept = Kept("board")
        self._cards: dict[int, Card] = {}
        self._ready: dict[int, frozenset[str]] = {}  # the steps that are ready, by item
        self._last: CardList | None = None
        self._showing = False
        self._told: int | None = None
        self._ahead: Callable[[date], Sequence[Card]] | None = None
        self.pictures = CardPictures()
        self.preparing = Preparing(self._prepare, self)
        self.columns = {stage: StageColumn(stage, self.pictures) for stage in Stage}
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 20, 12)
        row.setSpacing(8)
        for column in self.columns.values():
            row.addWidget(column, 1)
            self._connect(column)
        self.area = QScrollArea(widgetResizable=True, widget=body)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.area)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        folded = self._kept.get("folded", _FOLDED_AT_FIRST)
        for stage, column in self.columns.items():
            column.fold(str(stage) in folded)

    def _connect(self, column: StageColumn) -> None:
        cards = column.cards
        column.folded_asked.connect(self._fold)
        cards.key_pressed.connect(self._key)
        cards.pressed_alone.connect(self._let_go)
        cards.hint_clicked.connect(self.take_proposal)
        cards.drag_begun.connect(self._drag)
        cards.dropped.connect(lambda ids, stage=column.stage: self.ask_for_stage(ids, stage))
        cards.menu_asked.connect(lambda row, at, column=column: self._ask_for_menu(column, row, at))
        cards.doubleClicked.connect(lambda index, column=column: self.opened.emit(column.model.cards[index.row()].id))
        cards.selectionModel().currentChanged.connect(lambda _now, _before, cards=cards: self._picked(cards))

    # the view's interface

    @property
    def day(self) -> date:
        """The day with the focus: that of the card, else the month's."""
        card = self._last.card if self._last is not None else None
        return (card.day if card is not None else None) or self._day

    @property
    def chosen(self) -> int | None:
        """The id of the card with the focus."""
        card = self._last.card if self._last is not None else None
        return card.id if card is not None else None

    @property
    def selected(self) -> tuple[int, ...]:
        """The ids of all picked cards, column by column."""
        return tuple(card.id for card in self._selected_cards())

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
        """Show these items, those with no date among them; `day` is the one that the page stands at."""
        self._day = day
        chosen, selected, had_focus = self.chosen, set(self.selected), self._has_focus()
        self._showing = True
        self._cards = {card.id: card for card in cards}
        proposed = {card.id: stage for card in cards if (stage := self._proposal(card)) is not None}
        for stage, column in self.columns.items():
            column.model.show_cards([card for card in cards if card.stage is stage], proposed)
            column.say_count()
        self._showing = False
        self._restore(chosen, selected, had_focus)
        self.preparing.rest()

    def set_scores(self, scores: Mapping[int, float]) -> None:
        """Fill the rings."""
        for column in self.columns.values():
            column.model.set_scores(scores)

    def take_readiness(self, readiness) -> None:  # type: ignore[no-untyped-def]
        """Hear which steps of an item are ready (studio.steps.Readiness), and propose a stage if they speak for one."""
        ready = frozenset(step.step for step in readiness.steps if str(step.state) in (READY, EDITED))
        self._ready[readiness.item_id] = ready
        card = self._cards.get(readiness.item_id)
        if card is not None:
            self.columns[card.stage].model.propose(card.id, self._proposal(card))

    def set_marks(self, marks: Mapping[date, Sequence[DayMark]]) -> None:
        """A board has no days to mark."""

    def set_today(self, today: date) -> None:
        """A board looks the same on every day."""

    def set_tip(self, tip: Callable[[int], str]) -> None:
        """What a card says when the mouse rests on it."""
        for column in self.columns.values():
            column.model.tip = tip

    def set_ahead(self, cards: Callable[[date], Sequence[Card]]) -> None:
        """Take what gives the cards of another page: those to which this one may turn are made ready."""
        self._ahead = cards

    def _prepare(self) -> Iterator[None]:
        ratio = self.devicePixelRatioF()
        for column in self._open():
            for card in column.model.cards:
                self.pictures.make(column.cards.slot_of(card), ratio)
                yield
        for step in (1, -1) if self._ahead is not None else ():
            for card in self._ahead(turned(self._day, step)):
                column = self.columns[card.stage]
                if not column.folded:
                    self.pictures.make(column.cards.slot_of(card), ratio)
                yield

    def hideEvent(self, event: QHideEvent) -> None:
        self.preparing.stop()
        super().hideEvent(event)

    def choose(self, item_id: int | None) -> None:
        """Put the focus on a card, and pick it alone."""
        column = self._column_of(item_id)
        if column is None or column.folded:
            self._let_go(None)
            return
        had_focus = self._has_focus()
        self._let_go(column.cards)
        self._go(column.cards, column.model.row_of(item_id) or 0, focus=had_focus)

    def place_of(self, item_id: int) -> QRect | None:
        """Where a card stands in this view; None where it is not seen."""
        column = self._column_of(item_id)
        row = column.model.row_of(item_id) if column is not None else None
        if column is None or row is None or column.folded:
            return None
        box = column.cards.piece(row).card_box.toRect()
        place = QRect(column.cards.viewport().mapTo(self, box.topLeft()), box.size())
        return place if self.rect().intersects(place) else None

    def focusInEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        super().focusInEvent(event)
        column = self._column_of(self.chosen) or next((c for c in self._open() if c.model.cards), None)
        if column is not None:
            column.cards.setFocus()

    # what is picked

    def _open(self) -> list[StageColumn]:
        return [column for column in self.columns.values() if not column.folded]

    def _has_focus(self) -> bool:
        return self.hasFocus() or any(column.cards.hasFocus() for column in self.columns.values())

    def _column_of(self, item_id: int | None) -> StageColumn | None:
        card = self._cards.get(item_id) if item_id is not None else None
        return self.columns[card.stage] if card is not None else None

    def _selected_cards(self) -> list[Card]:
        return [card for column in self._open() for card in column.cards.chosen_cards]

    def _let_go(self, kept: CardList | None) -> None:
        """What is picked in other columns is picked no longer."""
        for column in self.columns.values():
            if column.cards is not kept:
                column.cards.clearSelection()

    def _picked(self, cards: CardList) -> None:
        if self._showing:
            return
        self._last = cards
        if self.chosen != self._told:
            self._told = self.chosen
            self.picked.emit(self.chosen)

    def _go(self, cards: CardList, row: int, *, focus: bool = True) -> None:
        cards.setCurrentIndex(cards.column_model.index(row))
        if focus:
            cards.setFocus()
        self._picked(cards)
        self.area.ensureWidgetVisible(cards.parentWidget(), 12, 0)

    def _restore(self, chosen: int | None, selected: set[int], had_focus: bool) -> None:
        """The focus and what was picked follow their cards to other columns."""
        column = self._column_of(chosen)
        if column is not None and not column.folded:
            if column.model.row_of(chosen) != column.cards.currentIndex().row() or self._last is not column.cards:
                self._go(column.cards, column.model.row_of(chosen) or 0, focus=had_focus)
        elif chosen is not None and had_focus and self._last is not None:
            # The card went out of sight: the keyboard goes on where it stood.
            self._last.setFocus()
        for open_column in self._open():
            selection = open_column.cards.selectionModel()
            for row, card in enumerate(open_column.model.cards):
                if card.id in selected and not selection.isSelected(open_column.model.index(row)):
                    selection.select(open_column.model.index(row), selection.SelectionFlag.Select)

    # wishes

    def ask_for_stage(self, ids: Sequence[int], stage: Stage) -> None:
        """Wish another stage for these items."""
        self._wish([(i, stage) for i in ids if i not in self._cards or self._cards[i].stage is not stage])

    def take_proposal(self, item_id: int) -> None:
        """Wish the stage that is proposed for an item."""
        card = self._cards.get(item_id)
        stage = self._proposal(card) if card is not None else None
        if stage is not None:
            self._wish([(item_id, stage)])

    def _wish(self, stages: Sequence[tuple[int, Stage]]) -> None:
        changes = tuple((item_id, {"stage": str(stage)}) for item_id, stage in stages)
        if len(changes) == 1:
            self.change_asked.emit(*changes[0])
        elif changes:
            self.changes_asked.emit(changes)

    def _proposal(self, card: Card) -> Stage | None:
        ready = self._ready.get(card.id)
        return proposed_stage(card.item, ready) if ready is not None and card.item is not None else None

    def _drag(self) -> None:
        cards = self._selected_cards()
        if cards and self._last is not None:
            self._last.drag(cards)

    def _ask_for_menu(self, column: StageColumn, row: int | None, at: QPoint) -> None:
        card = column.model.cards[row] if row is not None else None
        self.menu_asked.emit(card.day if card is not None else None, card.id if card is not None else None, at)

    def _fold(self, column: StageColumn) -> None:
        column.fold(not column.folded)
        self._kept.put("folded", [str(stage) for stage, one in self.columns.items() if one.folded])

    # the keyboard

    def _key(self, cards: CardList, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        card = cards.card
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if card is not None and held == _ALT:
                self.take_proposal(card.id)
            elif card is not None and not held:
                self.opened.emit(card.id)
            else:
                event.ignore()
            return
        step = -1 if event.key() == Qt.Key.Key_Left else 1
        if held == _ALT:
            self._move_stage(step)
        elif not held:
            self._go_beside(cards, step)
        else:
            event.ignore()

    def _move_stage(self, step: int) -> None:
        moved = []
        focused = self._cards.get(self.chosen) if self.chosen is not None else None
        for card in self._selected_cards() or ([focused] if focused is not None else []):
            number = _STAGES.index(card.stage) + step
            if 0 <= number < len(_STAGES):
                moved.append((card.id, _STAGES[number]))
        self._wish(moved)

    def _go_beside(self, cards: CardList, step: int) -> None:
        """Go to the next column that has cards, to the one that stands level."""
        columns = [column for column in self._open() if column.model.cards or column.cards is cards]
        number = next(n for n, column in enumerate(columns) if column.cards is cards) + step
        if not 0 <= number < len(columns):
            return
        level = cards.visualRect(cards.currentIndex()).center()
        target = columns[number].cards
        index = target.indexAt(QPoint(target.viewport().width() // 2, level.y()))
        self._let_go(target)
        self._go(target, index.row() if index.isValid() else len(columns[number].model.cards) - 1)
