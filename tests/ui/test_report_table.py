"""What there is to mend, cue by cue: in a table that can be sorted, and from the inspector's subtitles."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from studio import actions
from studio.plan.item import Item
from studio.resources import assets
from studio.store import Store
from studio.subtitles.cue import Cue
from studio.subtitles.profiles import load_profile
from studio.subtitles.quality import RULES
from studio.subtitles.report import Report, examine
from ui import i18n
from ui.subtitles import rule_words
from ui.subtitles.report_dialog import ReportDialog
from ui.subtitles.report_model import COLUMNS
from ui.subtitles.report_table import ReportTable
from ui.window import Window

BAD = [
    Cue(1.0, 3.0, ("Cahaya bagus itu nggak harus mahal sama sekali.",)),
    Cue(2.8, 3.2, ("Harganya cuma Rp", "15.000 ya.")),
    Cue(70.0, 79.0, ("Sampai jumpa",), note="not in the script"),
]


def report(cues: list[Cue], duration_s: float | None = 41.0) -> Report:
    return examine(cues, load_profile("vertical"), duration_s)


@pytest.fixture
def table(qtbot: QtBot) -> ReportTable:
    made = ReportTable()
    qtbot.addWidget(made)
    made.resize(820, 420)
    made.show()
    return made


def shown(table: ReportTable) -> list[tuple[str, ...]]:
    model = table.table.model()
    return [tuple(model.index(row, column).data() for column in range(len(COLUMNS))) for row in range(model.rowCount())]


def test_each_broken_rule_is_a_row_with_what_is_and_what_may_be(table: ReportTable) -> None:
    table.show_report(report(BAD))
    text = "Harganya cuma Rp / 15.000 ya."
    assert shown(table) == [
        ("1", "0:01.0", BAD[0].text, "Line too long", "47 / 24"),
        ("1", "0:01.0", BAD[0].text, "Overlaps the next", "0.2 s"),
        ("2", "0:02.8", text, "Too fast to read", "67.5 / 25"),
        ("2", "0:02.8", text, "Shown too briefly", "0.4 s / 0.7 s"),
        ("2", "0:02.8", text, "Number parted from its unit", "Rp | 15.000"),
        ("3", "1:10.0", "Sampai jumpa", "Shown too long", "9 s / 5 s"),
        ("3", "1:10.0", "Sampai jumpa", "After the video's end", "38 s"),
        ("3", "1:10.0", "Sampai jumpa", "Look at the words", "not in the script"),
    ]
    tip = table.table.model().index(0, COLUMNS.index("rule")).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "Cue 1 has a line of 47 characters (24 at most)"


def test_it_is_sorted_by_any_column_and_figures_as_figures(table: ReportTable) -> None:
    table.show_report(report(BAD))
    value = COLUMNS.index("value")
    table.table.sortByColumn(value, Qt.SortOrder.DescendingOrder)
    assert [row[value] for row in shown(table)][2:4] == ["67.5 / 25", "47 / 24"]
    table.table.sortByColumn(COLUMNS.index("cue"), Qt.SortOrder.DescendingOrder)
    assert [row[0] for row in shown(table)] == ["3", "3", "3", "2", "2", "2", "1", "1"]


def test_a_cue_is_asked_for_by_enter_and_rows_are_copied(qtbot: QtBot, table: ReportTable) -> None:
    table.show_report(report(BAD))
    table.table.selectRow(2)
    with qtbot.waitSignal(table.cue_asked) as asked:
        qtbot.keyClick(table.table, Qt.Key.Key_Return)
    assert asked.args == [2, 2.8]
    qtbot.keyClick(table.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = "2\t0:02.8\tHarganya cuma Rp / 15.000 ya.\tToo fast to read\t67.5 / 25"
    assert QApplication.clipboard().text() == copied


def test_where_nothing_is_to_mend_it_says_so(table: ReportTable) -> None:
    assert table.nothing.text() == "No report yet" and table.nothing.isVisible()
    table.show_report(report([Cue(1.0, 3.0, ("Taruh produk", "di dekat jendela."))]))
    assert table.nothing.text() == "Nothing to mend" and not table.table.isVisible()
    assert table.kept.text() == (
        "Every rule of the profile “vertical” is kept.\n1 cue · longest line 17 · 15 characters a second at most"
    )
    table.show_report(report(BAD))
    assert table.table.isVisible() and not table.nothing.isVisible()


def test_every_rule_has_a_name_in_both_languages(qapp: QApplication) -> None:
    english = [rule_words.rule_name(rule) for rule in (*RULES, "empty")]
    assert not set(english) & set(RULES)
    i18n.speak(qapp, "id")
    assert not set(english) & {rule_words.rule_name(rule) for rule in (*RULES, "empty")}
    assert rule_words.number(1.25) == "1,25"


def test_the_inspector_shows_the_report_on_an_items_subtitles(
    qtbot: QtBot, store: Store, window: Window, month: dict[str, Item], tmp_path: Path
) -> None:
    from studio.steps import produce

    clip = shutil.copy(assets("demo", "hook-3-seconds.mp4"), tmp_path / "hook.mp4")
    item = actions.set_fields(store, month["light"].id, {"recording": str(clip), "language": "en"})
    produce(store, [item], only=["subtitles"])
    path = next((store.workspace.out).rglob("*.srt"))
    path.write_text("1\n00:00:01,000 --> 00:00:01,300\nMost viewers leave in the first three seconds.\n")
    window.plan.look_for_changes()
    window.open_item(item.id)
    qtbot.waitUntil(
        lambda: bool(window.inspector.readiness and window.inspector.readiness.step("subtitles").paths), timeout=20_000
    )
    row = window.inspector.rows["subtitles"]
    link = next(one for one in row.findChildren(QPushButton) if one.text() == "Report")
    link.click()
    (dialog,) = window.inspector.findChildren(ReportDialog)
    qtbot.waitUntil(lambda: dialog.table.report is not None, timeout=20_000)
    assert [finding.rule for finding in dialog.table.report.findings] == ["chars", "cps", "min_duration"]
    assert dialog.facts.text().startswith("3 things to look at · profile ")
    path.write_text("")
    dialog.refresh()
    qtbot.waitUntil(lambda: dialog.table.report is None, timeout=20_000)
    assert "holds no cues" in dialog.facts.text()
    dialog.close()
