"""What undo says in the interface's language."""

import re
from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from studio import actions
from studio.actions import cluster, planning, wording
from studio.speech.replacing import Rule
from studio.store import Store
from studio.store.undo import history
from ui import deeds, i18n


@pytest.fixture
def indonesian(qapp: QApplication) -> Iterator[None]:
    i18n.speak(qapp, "id")
    yield
    i18n.speak(qapp, "en")


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("Move “Kelas to go” to 2026-12-10", "Pindah “Kelas to go” ke Kam 10 Des"),
        ("Move “2026-12-10” to 2026-12-11T19:30", "Pindah “2026-12-10” ke Jum 11 Des, 19.30"),
        ("Move “Kelas” to no date", "Pindah “Kelas” ke tanpa tanggal"),
        ("Change “Kelas” and those after it", "Ubah “Kelas” dan seterusnya"),
        ("Remove 3 items", "Hapus 3 konten"),
        ("Import plan.xlsx", "Impor plan.xlsx"),
        ("A step of another version", "A step of another version"),
    ],
)
def test_a_step_is_told_in_indonesian(indonesian: None, label: str, said: str) -> None:
    assert deeds.say(label) == said


def test_every_label_that_the_program_writes_has_its_words(indonesian: None, store: Store) -> None:
    item = actions.add_item(store, "Kelas", start="2026-12-08T12:00")
    actions.set_fields(store, item.id, {"owner": "Sari"})
    actions.move_item(store, item.id, date(2026, 12, 9))
    day = planning.add_day(store, "Tutup", date(2026, 12, 28), date(2026, 12, 29), kind="blackout")
    planning.remove_day(store, day.id)
    planning.set_lead_times(store, planning.lead_times(store).with_step("script", 9))
    actions.remove_item(store, item.id)
    wording.add_terms(store, ["Siar"])
    wording.remove_term(store, "Siar")
    wording.set_glossary(store, ["Siar", "Serum Glow"])
    wording.add_rule(store, "tiktok sop", "TikTok Shop")
    wording.remove_rule(store, "tiktok sop")
    wording.set_rules(store, [Rule("eee")])
    cluster.set_cluster(store, "tcp://meja-3:8786")
    cluster.set_cluster(store, "")
    labels = [step.label for step in history(store)]
    assert len(labels) == 15
    assert [label for label in labels if deeds.say(label) == label] == []


def test_no_two_templates_hold_the_same_places_in_another_order() -> None:
    assert all(re.findall(r"%[12]", template) in ([], ["%1"], ["%2"], ["%1", "%2"]) for template in deeds.DEEDS)
