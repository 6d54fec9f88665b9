"""What a calendar knows of its items beyond their fields: readiness, what is late, what clashes, which days are off."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from studio.plan.item import Item
from ui import words
from ui.background import Background, Result
from ui.calendar.card import Card, DayMark, card_of
from ui.plan import Plan
from ui.survey import Survey

if TYPE_CHECKING:
    from studio.plan.conflicts import Conflict
    from studio.plan.lead_times import Late
    from studio.plan.rules import Rules

_REST_MS = 120


@dataclass(frozen=True, slots=True)
class _Marked:
    """What the rules say of a span of days; it comes from a thread, since `holidays` loads slowly."""

    marks: Mapping[date, tuple[DayMark, ...]]
    off: frozenset[date]
    holidays: Mapping[date, str]


class Standing(QObject):
    """Keeps up with the items that are shown. Cards are made from it, and made anew when it says that they changed."""

    scored = Signal(object)  # {item id: score}: rings that changed, and nothing else
    changed = Signal()  # cards differ in what is late or clashes
    marked = Signal(object, object)  # {day: marks}, {day: texts of what clashes}

    def __init__(self, plan: Plan, survey: Survey, background: Background, today: date, parent: QObject) -> None:
        super().__init__(parent)
        self.plan, self.survey, self.background = plan, survey, background
        self.today = today
        self.scores: dict[int, float] = {}
        self._readiness: dict[int, object] = {}
        self._surveyed: dict[int, Item] = {}
        self._items: dict[int, Item] = {}
        self._shown: Sequence[Item] = ()
        self._span: tuple[date, date] | None = None
        self._begun = False  # until the window is on the screen
        self._rules: Rules | None = None
        self._marked = _Marked({}, frozenset(), {})
        self._known: tuple[object, ...] | None = None
        self._asked: tuple[object, ...] | None = None
        self._due: dict[tuple[object, ...], dict[str, date]] = {}
        # What was found of each item, with what it was found from: a page of hundreds is asked for again and again.
        self._late: dict[int, tuple[Item, object, list[Late]]] = {}
        self._cards: dict[int, tuple[Item, float | None, bool, bool, Card]] = {}
        self._conflicts: list[Conflict] = []
        self._clashing: frozenset[int] = frozenset()
        self._told: object = None
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._look)
        plan.changed_elsewhere.connect(self._surveyed.clear)
        survey.found.connect(self._take_readiness)
        background.finished.connect(self._take_marks)

    # what is looked at

    def look_at(self, items: Sequence[Item], first: date, last: date) -> None:
        """These items of these days are shown now. What takes long is looked for when the window rests."""
        self._shown, self._span = items, (first, last)
        self._items = {item.id: item for item in items}
        unknown = [item for item in items if self._surveyed.get(item.id) != item]
        if unknown:
            self.survey.survey(unknown)
        if self._begun:
            self._rest.start()

    def load(self) -> None:
        """The window is on the screen: now the days may be asked for, and what is late or clashes be found."""
        self._begun = True
        self._look()

    def set_today(self, today: date) -> None:
        """Midnight has passed: more may be late."""
        self.today = today
        self._late.clear()

    def stop(self) -> None:
        """The window closes: look no more."""
        self._rest.stop()
        self._span = None

    def forget(self) -> None:
        """Files may be others now: look at every item again."""
        self._surveyed.clear()

    def _look(self) -> None:
        if self._span is None:
            return
        self._rules = rules = self.plan.rules()
        first, last = self._span
        language = words.locale().name()[:2]
        wanted = (first, last, language, rules)
        if wanted != self._known and wanted != self._asked:
            self._asked = wanted
            self.background.run(("marks", wanted), lambda: _mark(rules, first, last, language))
        self._judge()

    def _take_marks(self, result: Result) -> None:
        if not isinstance(result.key, tuple) or result.key[0] != "marks" or result.key[1] != self._asked:
            return
        self._asked = None
        if result.error is not None:
            self.plan.notices.error(result.error)
            return
        self._known, self._marked = result.key[1], result.value
        self._due.clear()
        self._late.clear()
        self._judge()

    def _judge(self) -> None:
        from studio.plan.conflicts import conflicts
        from ui.calendar.tips import clash_texts

        if self._rules is None:
            return
        items = [item for item in self._shown if item.start is not None]
        self._conflicts = conflicts(items, self._rules.days, self._marked.holidays)
        # A live session on a holiday is worth a word where the day is told, and no sign on the card.
        self._clashing = frozenset(number for one in self._conflicts if not one.is_hint for number in one.items)
        late = frozenset(item.id for item in items if self.late(item))
        told = (self._clashing, late)
        if told != self._told:
            self._told = told
            self.changed.emit()
        self.marked.emit(self._marked.marks, clash_texts(self._conflicts, self._items))

    def _take_readiness(self, readiness) -> None:  # type: ignore[no-untyped-def]
        item = self._items.get(readiness.item_id)
        if item is not None:
            self._surveyed[item.id] = item
        self._readiness[readiness.item_id] = readiness
        if self.scores.get(readiness.item_id) != readiness.score:
            self.scores[readiness.item_id] = readiness.score
            self.scored.emit({readiness.item_id: readiness.score})
        if item is not None and self._span is not None:
            self._rest.start()

    # what is known

    def readiness(self) -> list[object]:
        """What was found of every item that was looked at (studio.steps.Readiness)."""
        return list(self._readiness.values())

    def card(self, item: Item) -> Card:
        """The card of an item, as far as it is known; the same object as long as nothing of it changes."""
        key = (item, self.scores.get(item.id), bool(self.late(item)), item.id in self._clashing)
        kept = self._cards.get(item.id)
        if kept is None or kept[0] is not item or kept[1:4] != key[1:]:
            card = card_of(item, key[1], late=key[2], clash=key[3])
            kept = self._cards[item.id] = (*key, card)
        return kept[4]

    def late(self, item: Item) -> list[Late]:
        """The steps of an item that should be done by now; none while its readiness is not known."""
        readiness = self._readiness.get(item.id)
        if readiness is None or self._known is None or self._rules is None or item.day is None:
            return []
        kept = self._late.get(item.id)
        if kept is None or kept[0] is not item or kept[1] is not readiness:
            kept = self._late[item.id] = (item, readiness, self._find_late(item, readiness))
        return kept[2]

    def _find_late(self, item: Item, readiness) -> list[Late]:  # type: ignore[no-untyped-def]
        from studio.plan.lead_times import due_days, late_of

        key = (item.kind, item.day)
        due = self._due.get(key)
        if due is None:
            due = self._due[key] = due_days(item, self._rules.lead_times, self._marked.off)
        return late_of(item, due, {step.step: step.state.counts == 1 for step in readiness.steps}, self.today)

    def late_count(self) -> int:
        """How many of the items that are shown have a late step."""
        return sum(1 for item in self._shown if self.late(item))

    def tip(self, item_id: int) -> str:
        """What is said of an item where the mouse rests on it: its facts and the evidence."""
        item = self._items.get(item_id)
        if item is None:
            return ""
        from ui.calendar.tips import tip

        mine = [one for one in self._conflicts if item_id in one.items]
        return tip(item, self._readiness.get(item_id), self.late(item), mine, self._items)


def _mark(rules: Rules, first: date, last: date, language: str) -> _Marked:
    from studio.plan.lead_times import REACH

    marks = {
        day: tuple(DayMark(mark.name, str(mark.kind)) for mark in of_day)
        for day, of_day in rules.marks(first, last, language).items()
    }
    return _Marked(marks, frozenset(rules.off_days(first - REACH, last)), rules.holidays(first, last, language))
