"""The sales of every year as lines that are edited in place: a name, a first and a last day."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QDate, QSignalBlocker, Signal
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QLineEdit, QWidget

from studio.plan.commerce import SaleDays
from studio.plan.national_days import slug
from ui.icons import icon_button
from ui.settings.lines import EditedLines
from ui.widgets import clear, label, restyle, roomy

_LEAP_YEAR = 2028  # a sale may be on 29 February
_FIELD = 32


class _SaleRow(QWidget):
    changed = Signal()
    removed = Signal(object)

    def __init__(self, sale: SaleDays) -> None:
        super().__init__()
        self.name = QLineEdit(sale.name, placeholderText=self.tr("Ramadan Sale"))
        self.name.setAccessibleName(self.tr("Name of the sale"))
        self.name.setFixedHeight(_FIELD)
        self.name.editingFinished.connect(self.changed)
        self.first, self.last = (_month_day(of_year) for of_year in (sale.first, sale.last))
        self.first.setAccessibleName(self.tr("First day"))
        self.last.setAccessibleName(self.tr("Last day"))
        away = icon_button("close", self.tr("Remove the sale"), self)
        away.clicked.connect(lambda _checked=False: self.removed.emit(self))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.name, 1)
        row.addWidget(self.first)
        row.addWidget(label("–", "muted"))
        row.addWidget(self.last)
        row.addWidget(away)
        for field in (self.first, self.last):
            field.dateChanged.connect(lambda _day: self.changed.emit())

    def sale(self) -> SaleDays:
        first, last = (field.date() for field in (self.first, self.last))
        return SaleDays(self.name.text().strip(), (first.month(), first.day()), (last.month(), last.day()))


class SalesList(EditedLines):
    """Shows and edits sales; `changed` when what can be taken is another than was shown."""

    def __init__(self) -> None:
        super().__init__(self.tr("Add a sale"))
        self.rows: list[_SaleRow] = []
        self._shown: tuple[SaleDays, ...] = ()

    def show_sales(self, sales: Sequence[SaleDays]) -> None:
        """Show these; a line that is still without a name stays."""
        if tuple(sales) == self._shown and self.rows:
            return
        self._shown = tuple(sales)
        self.rows = []
        clear(self._lines)
        for sale in sales:
            self._append(sale)
        self._look()

    def sales(self) -> tuple[SaleDays, ...]:
        """What stands in the lines; as it was shown while a line cannot be taken."""
        typed = tuple(row.sale() for row in self.rows)
        named = tuple(sale for sale in typed if sale.name)
        return named if not self._problem(named) else self._shown

    def add_row(self) -> None:
        """A new line, with the focus in its name."""
        self._append(SaleDays("", (1, 1), (1, 1)))
        self.rows[-1].name.setFocus()

    def _append(self, sale: SaleDays) -> None:
        row = _SaleRow(sale)
        row.changed.connect(self._row_changed)
        row.removed.connect(self._remove)
        self.rows.append(row)
        self._lines.addWidget(row)

    def _remove(self, row: _SaleRow) -> None:
        self.rows.remove(row)
        row.hide()
        row.deleteLater()
        self._row_changed()

    def _row_changed(self) -> None:
        self._look()
        sales = self.sales()
        if sales != self._shown:
            self._shown = sales
            self.changed.emit()

    def _look(self) -> None:
        named = tuple(row.sale() for row in self.rows if row.sale().name)
        problem = self._problem(named)
        self.error.setText(problem)
        self.error.setVisible(bool(problem))
        for row in self.rows:
            row.name.setProperty("wrong", bool(problem) and problem.find(f"“{row.sale().name}”") >= 0)
            restyle(row.name)

    def _problem(self, sales: Sequence[SaleDays]) -> str:
        seen: set[str] = set()
        for sale in sales:
            if slug(sale.name) in seen:
                return self.tr("Two sales are called “%1”.").replace("%1", sale.name)
            seen.add(slug(sale.name))
        return ""


def _month_day(of_year: tuple[int, int]) -> QDateEdit:
    made = QDateEdit(keyboardTracking=False)
    with QSignalBlocker(made):
        made.setDateRange(QDate(_LEAP_YEAR, 1, 1), QDate(_LEAP_YEAR, 12, 31))
        made.setDate(QDate(_LEAP_YEAR, *of_year))
    made.setDisplayFormat("d MMM")
    return roomy(made, 100)
