"""The export: which format, which items, and where to; the plan itself is not changed."""

from __future__ import annotations

from datetime import date
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

from PySide6.QtCore import QDate, QStandardPaths, Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDateEdit,
    QDialog,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from studio.plan.filters import Filter
from ui import words
from ui.background import Background, Result
from ui.desktop import open_path
from ui.exchange.said import said
from ui.kept import Kept
from ui.notices import Notice
from ui.plan import Plan
from ui.toggle import Toggle
from ui.widgets import button, label, line, roomy

FORMATS = (".xlsx", ".csv", ".ics")
LANGUAGES = ("id", "en")
SHOWN, BETWEEN, ALL = range(3)
_numbers = count()


class ExportDialog(QDialog):
    """Asks for little, says how many items it would be, and then for a name."""

    def __init__(
        self,
        plan: Plan,
        background: Background,
        parent: QWidget | None = None,
        *,
        wanted: Filter | None = None,
        days: tuple[date, date],
        title: str,
    ) -> None:
        """`wanted` is what the filters show; `days` are the first and last day in view, and `title` their name."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Export"))
        self.setFixedWidth(520)
        self.plan, self.background = plan, background
        self.root = plan.store.workspace.root
        self.wanted, self.days = wanted or Filter(), days
        self.ask_name = self.choose_name
        self.open_path = open_path
        self._kept = Kept("export")
        self._asked: object = None
        self.formats, self.spans, self.languages = QButtonGroup(self), QButtonGroup(self), QButtonGroup(self)
        self.first, self.last = _day(days[0]), _day(days[1])
        self.filtered = Toggle(self.tr("Only what the filters show"), on=True)
        self.count = label("", "small", wrap=True)
        self.cancel = button(self.tr("Cancel"), call=self.reject)
        self.primary = button("", "primary", self.export)
        self._arrange(title)
        self._connect()
        background.finished.connect(self._take)
        self.formats.button(self._kept.get("format", 0) % len(FORMATS)).setChecked(True)
        self.languages.button(self._kept.get("language", _spoken()) % len(LANGUAGES)).setChecked(True)
        self.spans.button(SHOWN).setChecked(True)
        self._say()

    # how it looks

    def _arrange(self, title: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        body = QVBoxLayout()
        body.setContentsMargins(24, 18, 24, 18)
        body.setSpacing(4)
        body.addWidget(label(self.tr("Export the plan"), "title"))
        body.addSpacing(10)
        formats = QVBoxLayout()
        formats.setSpacing(0)
        for number, (name, says) in enumerate(self._formats()):
            self._radio(self.formats, number, name, formats)
            formats.addWidget(_indented(says))
        body.addLayout(formats)
        body.addSpacing(8)
        body.addWidget(label(self.tr("Which items"), "strong"))
        self._radio(self.spans, SHOWN, title, body)
        self._radio(self.spans, BETWEEN, self.tr("From one day to another"), body)
        body.addLayout(self._between())
        self._radio(self.spans, ALL, self.tr("Everything, ideas with no date too"), body)
        self.filtered.setVisible(not self.wanted.is_empty)
        body.addSpacing(4)
        body.addWidget(self.filtered)
        body.addSpacing(12)
        self.headings = QWidget()
        row = QHBoxLayout(self.headings)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(label(self.tr("Headings of the sheet"), "strong"))
        for number, name in enumerate(map(words.language_name, LANGUAGES)):
            self._radio(self.languages, number, name, row)
        row.addStretch(1)
        body.addWidget(self.headings)
        column.addLayout(body)
        column.addWidget(line())
        foot = QWidget()
        foot.setObjectName("footer")
        row = QHBoxLayout(foot)
        row.setContentsMargins(24, 12, 24, 12)
        row.setSpacing(8)
        row.addWidget(self.count, 1)
        row.addWidget(self.cancel)
        row.addWidget(self.primary)
        self.cancel.setAutoDefault(False)
        self.primary.setDefault(True)
        column.addWidget(foot)

    def _formats(self) -> tuple[tuple[str, str], ...]:
        return (
            (self.tr("Excel (.xlsx)"), self.tr("A table with filters and drop-down lists, a summary and a pivot")),
            (self.tr("CSV (.csv)"), self.tr("For other programs; Excel opens it with a double click")),
            (
                self.tr("Calendar (.ics)"),
                self.tr("For Google Calendar, Outlook and phones, with repeats"),
            ),
        )

    def _radio(self, group: QButtonGroup, number: int, text: str, layout: Any) -> None:
        made = QRadioButton(text)
        group.addButton(made, number)
        layout.addWidget(made)

    def _between(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(24, 2, 0, 4)
        grid.setHorizontalSpacing(8)
        for place, (text, field) in enumerate(((self.tr("From"), self.first), (self.tr("to"), self.last))):
            says = label(text, "muted")
            says.setBuddy(field)
            field.setAccessibleName(text)
            grid.addWidget(says, 0, 2 * place)
            grid.addWidget(field, 0, 2 * place + 1)
        grid.setColumnStretch(4, 1)
        return grid

    def _connect(self) -> None:
        for group in (self.formats, self.spans, self.languages):
            group.idClicked.connect(lambda _number: self._say())
        for field in (self.first, self.last):
            field.dateChanged.connect(self._day_changed)
        self.filtered.toggled.connect(lambda _on: self._say())

    # what is asked for

    @property
    def ending(self) -> str:
        """The format, as the ending of a file's name."""
        return FORMATS[self.formats.checkedId()]

    def span(self) -> tuple[date | None, date | None]:
        """The first and last day, None where it is open."""
        if self.spans.checkedId() == ALL:
            return None, None
        if self.spans.checkedId() == SHOWN:
            return self.days
        return tuple(sorted((self.first.date().toPython(), self.last.date().toPython())))

    def filter(self) -> Filter:
        """What is let through."""
        return self.wanted if self.filtered.isChecked() else Filter()

    def _day_changed(self, _day: QDate) -> None:
        self.spans.button(BETWEEN).setChecked(True)
        self._say()

    def _say(self) -> None:
        from studio.actions.finding import find_items

        self.headings.setVisible(self.ending != ".ics")
        first, last = self.span()
        number = 0
        with self.plan.notices.guarded():
            number = len(find_items(self.plan.store, self.filter(), first=first, last=last))
        self.count.setText("" if number else self.tr("No item of the plan fits."))
        text = self.tr("Export %n item(s)…", "", number) if number else self.tr("Export…")
        self.primary.setText(text)
        self.primary.setEnabled(number > 0)
        self._fit()

    def _fit(self) -> None:
        self.layout().activate()
        self.resize(self.width(), self.layout().totalHeightForWidth(self.width()))

    # doing it

    def export(self) -> None:
        """Ask for a name, then write the file."""
        self.ask_name(self._folder() / self.suggested_name(), self.write)

    def suggested_name(self) -> str:
        """A name that tells what is in the file: plan-2026-12.xlsx."""
        first, last = self.span()
        name = self.tr("plan", "a file's name")
        if first is not None and last is not None:
            whole = first.day == 1 and (first.year, first.month) == (last.year, last.month) and last.day >= 28
            name += f"-{first:%Y-%m}" if whole else f"-{first:%Y-%m-%d}" if first == last else f"-{first}-{last}"
        return name + self.ending

    def _folder(self) -> Path:
        kept = Path(self._kept.get("folder", ""))
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return kept if kept.is_absolute() and kept.is_dir() else Path(documents)

    def choose_name(self, suggested: Path, take: Any) -> QFileDialog:
        """Let a person choose where to; the system asks before a file is replaced."""
        dialog = QFileDialog(self, self.tr("Export to"), str(suggested.parent))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(self.ending[1:])
        dialog.setNameFilter(f"{self._formats()[self.formats.checkedId()][0]} (*{self.ending})")
        dialog.selectFile(suggested.name)
        dialog.fileSelected.connect(lambda name: take(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def write(self, path: Path) -> None:
        """Write the file, in the background."""
        if path.suffix.lower() != self.ending:
            path = path.with_name(path.name + self.ending)
        self._kept.put("format", self.formats.checkedId())
        self._kept.put("language", self.languages.checkedId())
        self._kept.put("folder", str(path.parent))
        self._asked = ("export", next(_numbers))
        self.primary.setEnabled(False)
        self.primary.setText(self.tr("Exporting…"))
        language = LANGUAGES[self.languages.checkedId()]
        self.background.run(self._asked, partial(_export, self.root, path, self.filter(), self.span(), language))

    def _take(self, result: Result) -> None:
        if self._asked is None or result.key != self._asked:
            return
        self._asked = None
        if result.error is not None:
            self._say()
            self.count.setText(f"{said(str(result.error))}.")
            self._fit()
            return
        path, number = result.value
        self.plan.notices.post(
            Notice(
                self.tr("Exported %n item(s) to %1", "", number).replace("%1", path.name),
                action=self.tr("Open"),
                call=partial(self.open_path, path),
                other=self.tr("Open folder"),
                other_call=partial(self.open_path, path.parent),
            )
        )
        self.accept()


def _spoken() -> int:
    code = words.locale().name()[:2]
    return LANGUAGES.index(code) if code in LANGUAGES else 0


def _day(day: date) -> QDateEdit:
    made = roomy(QDateEdit(words.qdate(day), calendarPopup=True), 174)
    made.setDisplayFormat("ddd d MMM yyyy")
    return made


def _indented(text: str) -> QWidget:
    made = label(text, "small", wrap=True)
    made.setContentsMargins(25, 0, 0, 8)
    return made


def _export(
    root: Path, path: Path, wanted: Filter, span: tuple[date | None, date | None], language: str
) -> tuple[Path, int]:
    from studio import actions
    from studio.actions.exchange import export_file

    with actions.open_studio(root) as store:
        return path, export_file(store, path, wanted, first=span[0], last=span[1], language=language)
