"""The panel of the marked days: which kinds are marked, which double dates, when payday is, which days are worked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from studio.actions import planning
from studio.plan.commerce import DEFAULT_COMMERCE, Commerce, MarkKind
from ui import words
from ui.background import Background, Result
from ui.days.words import not_announced
from ui.plan import Plan
from ui.settings.sales import SalesList
from ui.toggle import Toggle
from ui.widgets import button, label, roomy, set_number

_SILENT = "settings:joint leave"
_INDENT = 25


class DayMarksPanel(QFrame):
    """Every change is taken at once, and can be undone."""

    def __init__(self, plan: Plan, background: Background, today: date | None = None) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.plan, self.background, self.today = plan, background, today or date.today()
        self.kinds = {
            MarkKind.HOLIDAY: Toggle(self.tr("Public holidays")),
            MarkKind.JOINT_LEAVE: Toggle(self.tr("Joint leave")),
            MarkKind.DOUBLE_DATE: Toggle(self.tr("Double dates")),
            MarkKind.SALE: Toggle(self.tr("Sales")),
            MarkKind.PAYDAY: Toggle(self.tr("Payday")),
            MarkKind.CAMPAIGN: Toggle(self.tr("Campaigns of your own")),
        }
        self.months = {month: Toggle(f"{month}.{month}") for month in range(1, 13)}
        self.sales = SalesList()
        self.payday_from, self.payday_to = _day_of_month(), _day_of_month()
        self.week = {number: Toggle(_weekday(number)) for number in range(7)}
        self.silent = label("", "small")
        self.silent.hide()
        self._arrange()
        self._connect()
        self.show_settings()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 16)
        column.setSpacing(6)
        column.addWidget(label(self.tr("Marked days"), "strong"))
        says = self.tr(
            "What is ticked is written on its days in the calendar. Holidays, joint leave and blackout days "
            "that are marked are days off, and due days skip them."
        )
        column.addWidget(label(says, "small", wrap=True))
        column.addSpacing(4)
        leave = QHBoxLayout()
        leave.addWidget(self.kinds[MarkKind.JOINT_LEAVE])
        leave.addWidget(self.silent)
        leave.addStretch(1)
        months = QGridLayout()
        months.setContentsMargins(_INDENT, 0, 0, 4)
        months.setHorizontalSpacing(18)
        months.setVerticalSpacing(0)
        for month, toggle in self.months.items():
            months.addWidget(toggle, (month - 1) // 6, (month - 1) % 6)
        months.setColumnStretch(6, 1)
        sales = QVBoxLayout()
        sales.setContentsMargins(_INDENT, 0, 0, 4)
        sales.addWidget(self.sales)
        payday = _line(
            label(self.tr("from day")), self.payday_from, label(self.tr("to day")), self.payday_to, indent=_INDENT
        )
        column.addWidget(self.kinds[MarkKind.HOLIDAY])
        column.addLayout(leave)
        for kind, inside in (
            (MarkKind.DOUBLE_DATE, months),
            (MarkKind.SALE, sales),
            (MarkKind.PAYDAY, payday),
        ):
            column.addWidget(self.kinds[kind])
            column.addLayout(inside)
        column.addWidget(self.kinds[MarkKind.CAMPAIGN])
        column.addSpacing(8)
        column.addWidget(label(self.tr("The team does not work on"), "strong"))
        column.addLayout(_line(*self.week.values(), gap=16))
        column.addSpacing(4)
        own = button(self.tr("Days of your own…"), call=self.open_days)
        usual = button(self.tr("As usual again"), "link", lambda: self._keep(DEFAULT_COMMERCE))
        column.addLayout(_line(own, usual))

    def _connect(self) -> None:
        for kind, toggle in self.kinds.items():
            toggle.toggled.connect(partial(self._kind_toggled, kind))
        for toggle in (*self.months.values(), *self.week.values()):
            toggle.toggled.connect(lambda _on: self._take())
        for field in (self.payday_from, self.payday_to):
            field.valueChanged.connect(lambda _value: self._take())
        self.sales.changed.connect(self._take)
        self.plan.changed.connect(self.show_settings)
        self.background.finished.connect(self._take_silent)

    # what is shown

    def show_settings(self) -> None:
        """Show what the team set."""
        commerce = self.plan.rules().commerce
        fields = (*self.kinds.values(), *self.months.values(), *self.week.values(), self.payday_from, self.payday_to)
        # What is shown here was not typed here.
        blocked = [QSignalBlocker(field) for field in fields]
        for kind, toggle in self.kinds.items():
            toggle.setChecked(
                kind not in commerce.hidden and not (kind is MarkKind.PAYDAY and not commerce.payday_from)
            )
        for month, toggle in self.months.items():
            toggle.setChecked(month in commerce.double_dates)
        for number, toggle in self.week.items():
            toggle.setChecked(number in commerce.weekend)
        if commerce.payday_from is not None:
            set_number(self.payday_from, commerce.payday_from)
            set_number(self.payday_to, commerce.payday_to or 31)
        self.sales.show_sales(commerce.sales)
        self._enable()
        del blocked
        self._commerce = commerce

    def _enable(self) -> None:
        for toggle in self.months.values():
            toggle.setEnabled(self.kinds[MarkKind.DOUBLE_DATE].isChecked())
        self.sales.setEnabled(self.kinds[MarkKind.SALE].isChecked())
        for field in (self.payday_from, self.payday_to):
            field.setEnabled(self.kinds[MarkKind.PAYDAY].isChecked())

    def showEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        super().showEvent(event)
        # The first look at a year takes a moment.
        years = self.today, self.today.replace(year=self.today.year + 1, day=1)
        self.background.run(_SILENT, partial(self.plan.rules().not_announced, *years))

    def _take_silent(self, result: Result) -> None:
        if result.key == _SILENT and result.error is None:
            self.silent.setText(" · ".join(not_announced(year) for year in result.value))
            self.silent.setVisible(bool(result.value))

    # what is changed

    def _kind_toggled(self, kind: MarkKind, on: bool) -> None:
        hidden = self._commerce.hidden - {kind} if on else self._commerce.hidden | {kind}
        commerce = replace(self._commerce, hidden=hidden)
        if kind is MarkKind.PAYDAY and on and commerce.payday_from is None:
            commerce = replace(commerce, payday_from=self.payday_from.value(), payday_to=self._payday_to())
        self._keep(commerce)

    def _take(self) -> None:
        commerce = replace(
            self._commerce,
            double_dates=frozenset(month for month, toggle in self.months.items() if toggle.isChecked()),
            sales=self.sales.sales(),
            weekend=frozenset(number for number, toggle in self.week.items() if toggle.isChecked()),
        )
        if commerce.payday_from is not None:
            commerce = replace(commerce, payday_from=self.payday_from.value(), payday_to=self._payday_to())
        self._keep(commerce)

    def _payday_to(self) -> int | None:
        value = self.payday_to.value()
        return value if value < 31 else None

    def _keep(self, commerce: Commerce) -> None:
        if commerce != self._commerce:
            self.plan.do(partial(planning.set_commerce, self.plan.store, commerce))
        # Also what could not be taken is then shown as it is kept.
        self.show_settings()

    def open_days(self) -> None:
        """Open the days that the team marked itself."""
        from ui.days.dialog import DaysDialog

        DaysDialog(self.plan, self.today, self.window()).open()


def _line(*widgets: QWidget, indent: int = 0, gap: int = 8) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(indent, 0, 0, 4)
    row.setSpacing(gap)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row


def _day_of_month() -> QSpinBox:
    # A number that is typed is taken when it is done, one that is stepped to at once.
    return roomy(QSpinBox(minimum=1, maximum=31, keyboardTracking=False), 68)


def _weekday(number: int) -> str:
    return words.locale().dayName(number + 1, words.locale().FormatType.ShortFormat)
