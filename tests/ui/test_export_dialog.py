"""The export: a format, some items, a name; then a notice that opens what was written."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studio.plan.filters import Filter
from studio.plan.item import Item
from studio.store import Store
from ui import i18n
from ui.background import Background
from ui.exchange.export_dialog import ALL, BETWEEN, SHOWN, ExportDialog
from ui.notices import Notice, Notices
from ui.plan import Plan

DECEMBER = (date(2026, 12, 1), date(2026, 12, 31))
XLSX, CSV, ICS = range(3)


@pytest.fixture
def background() -> Iterator[Background]:
    made = Background()
    yield made
    made.close()


@pytest.fixture
def plan(store: Store, notices: Notices, month: dict[str, Item]) -> Iterator[Plan]:
    made = Plan(store, notices)
    yield made
    made.close()


def opened(qtbot: QtBot, plan: Plan, background: Background, wanted: Filter | None = None) -> ExportDialog:
    made = ExportDialog(plan, background, None, wanted=wanted, days=DECEMBER, title="December 2026")
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.open()
    return made


@pytest.fixture
def dialog(qtbot: QtBot, plan: Plan, background: Background) -> ExportDialog:
    return opened(qtbot, plan, background)


def test_it_says_how_many_items_it_would_be(dialog: ExportDialog) -> None:
    assert dialog.primary.text() == "Export 3 items…"
    dialog.spans.button(ALL).click()
    assert dialog.primary.text() == "Export 4 items…"
    dialog.first.setDate(date(2026, 12, 12))
    assert dialog.spans.checkedId() == BETWEEN
    assert dialog.primary.text() == "Export 1 item…"
    dialog.first.setDate(date(2027, 2, 1))
    dialog.last.setDate(date(2027, 1, 1))
    assert dialog.span() == (date(2027, 1, 1), date(2027, 2, 1))
    assert (dialog.primary.text(), dialog.primary.isEnabled()) == ("Export…", False)
    assert dialog.count.text() == "No item of the plan fits."


def test_only_what_the_filters_show_is_offered_where_there_are_filters(
    qtbot: QtBot, plan: Plan, background: Background, dialog: ExportDialog
) -> None:
    assert not dialog.filtered.isVisible()
    filtered = opened(qtbot, plan, background, Filter(owners=frozenset({"Sari"})))
    assert filtered.filtered.isVisible() and filtered.filtered.isChecked()
    assert filtered.primary.text() == "Export 1 item…"
    filtered.filtered.click()
    assert filtered.primary.text() == "Export 3 items…"


def test_a_name_is_suggested_that_tells_what_is_in_the_file(dialog: ExportDialog) -> None:
    assert dialog.suggested_name() == "plan-2026-12.xlsx"
    dialog.formats.button(CSV).click()
    dialog.spans.button(ALL).click()
    assert dialog.suggested_name() == "plan.csv"
    dialog.formats.button(ICS).click()
    dialog.first.setDate(date(2026, 12, 7))
    dialog.last.setDate(date(2026, 12, 13))
    assert dialog.suggested_name() == "plan-2026-12-07-2026-12-13.ics"


def test_headings_are_asked_for_where_there_are_headings(dialog: ExportDialog) -> None:
    assert dialog.headings.isVisible()
    dialog.formats.button(ICS).click()
    assert not dialog.headings.isVisible()


@pytest.mark.parametrize(("kind", "begins"), [(XLSX, b"PK"), (CSV, b"\xef\xbb\xbf"), (ICS, b"BEGIN:VCALENDAR")])
def test_the_file_is_written_and_can_be_opened_from_the_notice(
    kind: int, begins: bytes, qtbot: QtBot, dialog: ExportDialog, tmp_path: Path, told: list[Notice]
) -> None:
    opened: list[Path] = []
    dialog.open_path = opened.append
    dialog.formats.button(kind).click()
    dialog.ask_name = lambda suggested, take: take(tmp_path / "keluar" / suggested.stem)
    with qtbot.waitSignal(dialog.accepted):
        dialog.primary.click()
        assert (dialog.primary.text(), dialog.primary.isEnabled()) == ("Exporting…", False)
    path = tmp_path / "keluar" / dialog.suggested_name()
    assert path.read_bytes().startswith(begins)
    notice = told[-1]
    assert (notice.text, notice.action, notice.other) == (f"Exported 3 items to {path.name}", "Open", "Open folder")
    notice.call()
    notice.other_call()
    assert opened == [path, path.parent]


def test_a_file_that_cannot_be_written_says_why_and_stays_as_it_was(
    qtbot: QtBot, dialog: ExportDialog, tmp_path: Path
) -> None:
    (tmp_path / "keluar").write_text("bukan folder")
    dialog.formats.button(ICS).click()
    dialog.write(tmp_path / "keluar" / "plan.ics")
    qtbot.waitUntil(dialog.primary.isEnabled)
    assert dialog.isVisible()
    assert dialog.count.text().startswith(f"{tmp_path / 'keluar' / 'plan.ics'} cannot be written")
    assert (tmp_path / "keluar").read_text() == "bukan folder"


def test_the_format_is_remembered(qtbot: QtBot, plan: Plan, background: Background, tmp_path: Path) -> None:
    first = opened(qtbot, plan, background)
    first.formats.button(ICS).click()
    with qtbot.waitSignal(first.accepted):
        first.write(tmp_path / "plan.ics")
    again = opened(qtbot, plan, background)
    assert again.ending == ".ics" and again._folder() == tmp_path
    assert again.spans.checkedId() == SHOWN


def test_the_export_speaks_indonesian(qapp: QApplication, qtbot: QtBot, plan: Plan, background: Background) -> None:
    i18n.speak(qapp, "id")
    dialog = opened(qtbot, plan, background)
    assert dialog.primary.text() == "Ekspor 3 konten…"
    assert dialog.languages.checkedButton().text() == "Bahasa Indonesia"
    assert dialog.suggested_name() == "rencana-2026-12.xlsx"
