"""What the program says of steps and checks, in the language of the interface."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from studio import actions
from studio.plan.item import Item
from studio.resources import assets
from studio.steps import produce
from studio.store import Store
from ui import i18n
from ui.evidence import SENTENCES, WORDS, say
from ui.item.previews import Reader
from ui.item.step_row import StepRow

SAID = {
    "Not made yet": "Belum dibuat",
    "Waits for the rundown": "Menunggu rundown",
    "Waits for the script": "Menunggu naskah",
    "akhir.mp4 is not there any more: choose the file again": "akhir.mp4 sudah tidak ada: pilih lagi filenya",
    "Edited by hand": "Disunting manual",
    "Edited by hand; the title and date changed since": "Disunting manual; setelah itu judul dan tanggal berubah",
    "The host, date and products changed after it was made": "Setelah ini dibuat, host, tanggal dan produk berubah",
    "Its recording is stale": "Bahannya sudah usang: rekaman",
    "Edited by hand. The learning goal changed after it was made. 4 sections · 7 s spoken of 60 s": (
        "Disunting manual. Setelah ini dibuat, tujuan belajar berubah. 4 bagian · 7 dtk ucapan dari 60 dtk"
    ),
    "No hook and no cta section": "Belum ada bagian hook dan cta",
    "62 s spoken of 60 s: 2 s too long": "62 dtk ucapan dari 60 dtk: kelebihan 2 dtk",
    "9:00 planned of 8:00: 1:00 too long; Tanya and jawab is spoken for 0:12 of 0:05; Tutup is spoken for 0:9 of 0:5": (
        "9:00 terencana dari 8:00: kelebihan 1:00; Tanya and jawab diucapkan selama 0:12 dari 0:05; "
        "Tutup diucapkan selama 0:9 dari 0:5"
    ),
    'Banned: "best and cheapest" in line 3, "no. 1" in line 4 and 2 more': (
        'Terlarang: "best and cheapest" di baris 3, "no. 1" di baris 4 dan 2 lagi'
    ),
    "2 places to fill in: line 3, 9": "2 tempat perlu diisi: baris 3, 9",
    "Contrast 3.1:1 behind the kicker, 4.5:1 is needed": "Kontras 3.1:1 di belakang kicker, perlu 4.5:1",
    "All text is inside YouTube thumbnail's safe zone": "Semua teks ada di dalam zona aman YouTube thumbnail",
    'The title is cut: "Cahaya 100%1 …"': 'Bagian judul terpotong: "Cahaya 100%1 …"',
    "The badge covers the title": "Bagian lencana menutupi judul",
    "1,204 KB of 2,000 KB": "1,204 KB dari 2,000 KB",
    "Cue 3 overlaps the next by 0.4 s, and 2 more have such a problem": (
        "Subtitle 3 bertumpuk 0.4 dtk dengan berikutnya, dan 2 lagi bermasalah serupa"
    ),
    "Cue 4 is marked: not in the script, and 1 more has such a problem": (
        "Subtitle 4 ditandai: tidak ada di naskah, dan 1 lagi bermasalah serupa"
    ),
    "Cue 4 is marked: perhaps not said: words of the glossary; recognised 5 times on end": (
        "Subtitle 4 ditandai: mungkin tidak diucapkan: kata dari glosarium; dikenali 5 kali berturut-turut"
    ),
    "2 min 5 s over the slot": "2 mnt 5 dtk melebihi slot",
    "34 min, the whole slot": "34 mnt, pas dengan slot",
    "Cue 2 runs 1 min over cue 3; Cue 4 runs 2 min over cue 5": (
        "Baris 2 melewati awal baris 3 selama 1 mnt; Baris 4 melewati awal baris 5 selama 2 mnt"
    ),
}
KEPT = ("cahaya.mp4 · 1080×1920 · 36.0 s", "84 KB", "", "Something new was looked at", "No. Not this; nor that")
VALUES = {"1": "3", "2": "4.5", "3": "12", "4": "7", "5": "title", "6": "script", "7": "Cahaya", "8": "x"}
ENGLISH = re.compile(
    r"(^|· |\. |; )(The |No |Not |Waits |Each |All |None |Edited |Contrast |Nothing |Its |There |Cue |Banned)|"
    r"\d (sections|cues|slides|s spoken|places|planned|min)\b| (of|the) "
)


def an_example(template: str) -> str:
    return re.sub(r"%(\d)", lambda hole: VALUES[hole[1]], template).replace("“", '"').replace("”", '"')


@pytest.mark.parametrize("template", SENTENCES)
def test_every_sentence_is_itself_in_english_and_another_in_indonesian(qapp: QApplication, template: str) -> None:
    said = an_example(template)
    assert say(said) == said
    i18n.speak(qapp, "id")
    told = say(said)
    assert told != said
    assert not ENGLISH.search(told)
    assert "%" not in told
    assert sorted(re.findall(r"[\d.]*\d", told)) == sorted(
        re.findall(r"[\d.]*\d", said if not said.startswith("1 ") else told)
    )


def test_every_word_has_a_translation_of_its_own(qapp: QApplication) -> None:
    same = {"host", "platform", "checkpoint", "thumbnail", "rundown", "kicker", "hook", "cta", "episode"}
    for word in WORDS[:-2]:
        assert say(f"Its {word} is stale") == f"Its {word} is stale"
    i18n.speak(qapp, "id")
    for word in WORDS[:-2]:
        said = say(f"Its {word} is stale").removeprefix("Bahannya sudah usang: ")
        assert (said == word) is (word in same), word


@pytest.mark.parametrize(("said", "told"), SAID.items())
def test_evidence_reads_naturally_in_both_languages(qapp: QApplication, said: str, told: str) -> None:
    assert say(said) == said
    i18n.speak(qapp, "id")
    assert say(said) == told


@pytest.mark.parametrize("text", KEPT)
def test_what_is_not_known_stays_as_it_is(qapp: QApplication, text: str) -> None:
    i18n.speak(qapp, "id")
    assert say(text) == text


def test_the_real_evidence_of_items_is_said_in_indonesian(qapp: QApplication, store: Store, tmp_path: Path) -> None:
    live = actions.add_item(store, "Klinik produk", kind="live", start="2026-12-08T19:30", duration_min=34)
    empty = actions.add_item(store, "Belum ada apa-apa")
    video = actions.add_item(store, "Cahaya bagus", duration_min=1, recording=str(assets("demo", "cahaya-bagus.mp4")))
    live_before = actions.readiness(store, live)
    produce(store, [live])
    produce(store, [video], only=["script", "thumbnail", "subtitles"])
    live_made = actions.readiness(store, live)
    edited = live_made.step("script").paths[0]
    edited.write_text(edited.read_text(encoding="utf-8") + "\nTambahan.\n", encoding="utf-8")
    actions.set_fields(store, video.id, {"title": "Cahaya dari jendela"})
    found = [live_before, live_made, actions.readiness(store, live)]
    found += [actions.readiness(store, actions.show_item(store, item.id)) for item in (empty, video)]
    said = [text for one in found for step in one.steps for text in _texts(step)]
    assert len(said) > 40
    assert [text for text in said if say(text) != text] == []
    i18n.speak(qapp, "id")
    assert [say(text) for text in said if ENGLISH.search(say(text))] == []


def _texts(step) -> list[str]:  # type: ignore[no-untyped-def]
    return [step.evidence, *(check.evidence for check in step.checks)]


def test_a_step_and_its_checks_are_shown_in_indonesian(
    qapp: QApplication, qtbot: QtBot, store: Store, month: dict[str, Item]
) -> None:
    produce(store, [month["light"]], only=["script"])
    report = actions.readiness(store, month["light"]).step("script")
    i18n.speak(qapp, "id")
    reader = Reader()
    row = StepRow(report, month["light"], reader, expanded=True)
    qtbot.addWidget(row)
    shown = [label.text() for label in row.findChildren(QLabel)]
    assert "Tidak ada klaim terlarang" in shown
    assert row.evidence.text().startswith("4 bagian · ") or "perlu diisi" in row.evidence.text()
    assert "Script" not in row.accessibleName()
    reader.background.close()
