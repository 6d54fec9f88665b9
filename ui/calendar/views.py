"""The views of the calendar, by name: each is made when it is first shown."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from ui.calendar.model import MonthModel
from ui.calendar.view import MonthView

VIEWS = ("day", "week", "month", "list", "board")


def make_view(name: str, today: date) -> QWidget:
    """A view that shows the time around `today`."""
    return _MAKERS[name](today)


def _month(today: date) -> QWidget:
    model = MonthModel(today, today)
    view = MonthView(model)
    model.setParent(view)
    return view


def _days(count: int) -> Callable[[date], QWidget]:
    def make(today: date) -> QWidget:
        from ui.calendar.week.view import WeekView

        return WeekView(today, count)

    return make


def _list(today: date) -> QWidget:
    from ui.items.view import ListView

    view = ListView(today)
    view.bar.setContentsMargins(0, 0, 20, 0)
    return view


def _board(today: date) -> QWidget:
    from ui.board.view import BoardView

    return BoardView(today)


_MAKERS: dict[str, Callable[[date], QWidget]] = {
    "day": _days(1),
    "week": _days(7),
    "month": _month,
    "list": _list,
    "board": _board,
}
