"""What was understood of a file: where its headings are, what each column was taken for, and what was assumed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from studio.plan.reading import Reading
from ui.exchange.said import said
from ui.exchange.values import field_title
from ui.widgets import label, line


class Understood(QScrollArea):
    """A narrow column of facts."""

    def __init__(self, reading: Reading, absent: int) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("What was understood"))
        body = QWidget()
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(20, 14, 16, 16)
        self._column.setSpacing(8)
        self._column.addWidget(label(self.tr("What was understood"), "strong"))
        if reading.source:
            self._column.addWidget(label(self._from(reading), "muted", wrap=True))
        if reading.columns:
            self._columns(reading)
            self._unused(reading)
        if absent:
            text = self.tr("%n item(s) of the plan are not in it, and stay as they are.", "", absent)
            self._column.addWidget(label(text, "muted", wrap=True))
        if reading.notes or reading.missing_zone:
            self._assumed(reading)
        self._column.addStretch(1)
        self.setWidget(body)

    def _from(self, reading: Reading) -> str:
        if not reading.header_row:
            return self.tr("Calendar “%1”").replace("%1", reading.source)
        text = self.tr("Sheet “%1”, headings in row %2")
        return text.replace("%1", reading.source).replace("%2", str(reading.header_row))

    def _columns(self, reading: Reading) -> None:
        if reading.is_own_sheet:
            text = self.tr("A sheet of Siar Studio: its columns are known.")
            self._column.addWidget(label(text, wrap=True))
            return
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(5)
        grid.setColumnStretch(2, 1)
        used = [column for column in reading.columns if column.field]
        for row, column in enumerate(used):
            grid.addWidget(label(column.letter, "small"), row, 0, Qt.AlignmentFlag.AlignTop)
            heading = label(column.heading or self.tr("(no heading)"), wrap=True)
            grid.addWidget(heading, row, 1, Qt.AlignmentFlag.AlignTop)
            field = label(f"→\N{NO-BREAK SPACE}{field_title(column.field)}", "strong", wrap=True)
            field.setAccessibleName(self.tr("is taken for %1").replace("%1", field_title(column.field)))
            grid.addWidget(field, row, 2, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(grid)

    def _unused(self, reading: Reading) -> None:
        if reading.unused:
            names = ", ".join(column.heading for column in reading.unused)
            self._column.addWidget(label(self.tr("Not used: %1").replace("%1", names), "small", wrap=True))

    def _assumed(self, reading: Reading) -> None:
        self._column.addSpacing(4)
        self._column.addWidget(line())
        self._column.addSpacing(4)
        self._column.addWidget(label(self.tr("Assumed"), "strong"))
        notes = list(reading.notes)
        for note in notes:
            self._column.addWidget(label(said(note) + ".", "muted", wrap=True))
        if reading.missing_zone and not any("zone" in note.casefold() for note in notes):
            text = self.tr("Times without a zone are in the plan's own.")
            self._column.addWidget(label(text, "muted", wrap=True))


class UnderstoodFrame(QFrame):
    """The column in its frame, with the hairline at its right."""

    def __init__(self, reading: Reading, absent: int) -> None:
        super().__init__()
        self.setObjectName("understood")
        self.setFixedWidth(300)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Understood(reading, absent))
