"""The panel of a team's words: what is typed is kept and can be undone, what cannot be is told beside it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from studio import actions
from studio.actions import wording
from studio.speech.replacing import Rule
from studio.store import Store
from studio.store.undo import history
from ui.notices import Notice, Notices
from ui.plan import Plan
from ui.settings.wording import WordingPanel


@pytest.fixture
def panel(qtbot: QtBot, store: Store, notices: Notices) -> Iterator[WordingPanel]:
    plan = Plan(store, notices)
    plan.stop_looking()
    made = WordingPanel(plan)
    plan.setParent(made)
    qtbot.addWidget(made)
    made.resize(640, 600)
    made.show()
    yield made
    plan.close()


def type_rule(panel: WordingPanel, find: str, replace: str, *, regex: bool = False) -> None:
    panel.rules.add_row()
    row = panel.rules.rows[-1]
    row.find.setText(find)
    row.replace.setText(replace)
    row.regex.setChecked(regex)
    row.find.editingFinished.emit()


def test_terms_are_kept_when_the_field_is_left(panel: WordingPanel, store: Store) -> None:
    panel.terms.setPlainText(" TikTok  Shop\n\nSerum Glow, tiktok shop\nSiar\n")
    assert wording.glossary(store) == ()
    panel.terms.left.emit()
    assert wording.glossary(store) == ("TikTok Shop", "Serum Glow", "Siar")
    assert panel.terms.toPlainText() == "TikTok Shop\nSerum Glow\nSiar"
    panel.terms.left.emit()
    assert len(history(store)) == 1
    panel.plan.undo()
    assert panel.terms.toPlainText() == ""


def test_a_term_that_is_none_is_told_and_stays_to_be_mended(
    panel: WordingPanel, store: Store, told: list[Notice]
) -> None:
    panel.terms.setPlainText("Siar\n" + "x" * 61)
    panel.terms.left.emit()
    assert panel.error.isVisible()
    assert panel.error.text().endswith("is no name or term: at most 60 characters, and a letter or a digit among them.")
    assert (wording.glossary(store), told) == ((), [])
    panel.terms.setPlainText("Siar")
    panel.terms.left.emit()
    assert not panel.error.isVisible()
    assert wording.glossary(store) == ("Siar",)


def test_too_many_terms_are_told(panel: WordingPanel, store: Store) -> None:
    panel.terms.setPlainText("\n".join(f"Merek {number}" for number in range(301)))
    panel.terms.left.emit()
    assert panel.error.text() == "At most 300 names and terms are kept."
    assert wording.glossary(store) == ()


def test_a_rule_is_kept_once_it_can_be(panel: WordingPanel, store: Store) -> None:
    type_rule(panel, "", "Rp50.000")
    assert panel.rules.error.text() == "Write what is heard wrongly on the left."
    panel.rules.rows[0].find.setText("lima puluh ribu")
    panel.rules.rows[0].find.editingFinished.emit()
    assert not panel.rules.error.isVisible()
    panel.rules.rows[0].case.setChecked(True)
    assert wording.rules(store) == (Rule("lima puluh ribu", "Rp50.000", case=True),)
    panel.plan.undo()
    assert not panel.rules.rows[0].case.isChecked()


@pytest.mark.parametrize(
    ("find", "replace", "regex", "says"),
    [
        ("(", "x", True, "“(” is no regular expression that can be used."),
        ("eee", "eee", False, "“eee” cannot be replaced by that."),
        ("Siar", "x", False, "There are two rules for “Siar”."),
    ],
)
def test_a_rule_that_cannot_be_is_told_and_the_others_stay(
    panel: WordingPanel, store: Store, find: str, replace: str, regex: bool, says: str
) -> None:
    type_rule(panel, "siar", "Siar!")
    type_rule(panel, find, replace, regex=regex)
    assert panel.rules.error.text() == says
    assert wording.rules(store) == (Rule("siar", "Siar!"),)
    panel.rules._remove(panel.rules.rows[1])
    assert not panel.rules.error.isVisible()


def test_a_change_from_elsewhere_is_shown_and_an_unfinished_line_stays(panel: WordingPanel, store: Store) -> None:
    type_rule(panel, "(", "x", regex=True)
    wording.add_rule(store, "tiktok sop", "TikTok Shop")
    wording.add_terms(store, ["Siar"])
    panel.plan.look_for_changes()
    assert [row.find.text() for row in panel.rules.rows] == ["tiktok sop", "("]
    assert panel.terms.toPlainText() == "Siar"


def test_removing_a_rule_is_one_step_back(panel: WordingPanel, store: Store) -> None:
    type_rule(panel, "eee", "")
    panel.rules._remove(panel.rules.rows[0])
    assert wording.rules(store) == ()
    actions.undo(store)
    panel.plan.look_for_changes()
    assert [row.find.text() for row in panel.rules.rows] == ["eee"]
