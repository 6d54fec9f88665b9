"""What the readers of files say, in the interface's language."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from ui import i18n
from ui.exchange.said import said
from ui.exchange.sentences import SENTENCES


@pytest.mark.parametrize(
    ("english", "indonesian"),
    [
        ("It has no title", "Tidak ada judulnya"),
        (
            "“Kelas”: The event has no start. Give it a date in the calendar program.",
            "“Kelas”: Acara ini tidak punya waktu mulai. Beri tanggal di program kalender",
        ),
        (
            "It is “Gladi: satu” once more, which row 4 has already",
            "Ini “Gladi: satu” lagi, padahal sudah ada di baris 4",
        ),
        (
            "The date “32 Des 2026” cannot be understood: there is no such day. Write it as 1 Des 2026 or 01/12/2026.",
            "Tanggal “32 Des 2026” tidak bisa dipahami: hari itu tidak ada. Tulis seperti 1 Des 2026 atau 01/12/2026",
        ),
        ("“tahu” is no stage that is known: it is left out", "“tahu” bukan tahap yang dikenal: dilewati"),
        ("Nobody knows this sentence. Nor this one.", "Nobody knows this sentence. Nor this one"),
    ],
)
def test_what_the_readers_say_is_said_in_indonesian(qapp: QApplication, english: str, indonesian: str) -> None:
    i18n.speak(qapp, "id")
    assert said(english) == indonesian


def test_every_sentence_of_the_readers_is_translated(qapp: QApplication) -> None:
    i18n.speak(qapp, "id")
    assert [text for text in SENTENCES if QCoreApplication.translate("Exchange", text) == text] == []
