"""Spoken length, banned claims, and the checks that stand on them."""

from __future__ import annotations

from pathlib import Path

import pytest

from studio.checks import Check
from studio.errors import InvalidValue
from studio.plan.item import Item, Kind
from studio.scripts.checks import checks
from studio.scripts.claims import claim_rules, find_claims
from studio.scripts.export import teleprompter_text, write_script
from studio.scripts.script import parse_script
from studio.scripts.spoken import section_seconds, spoken_seconds

VIDEO = """# Judul

## Hook [hook] (0:05)
> Layar: PRODUK NOMOR 1 DI INDONESIA
Tiga detik pertama itu penting. Pertama, buka tirai.

## Konteks [context] (0:10)
Ini serum terbaik di dunia!

## Isi [value] (0:35)
- butir

## Ajakan [cta] (0:10)
Jangan bilang "terbaik".
"""
BANNED = {
    "id": [
        ("nomor-satu", "Serum nomor 1 di Indonesia."),
        ("nomor-satu", "Kami brand no. 1 se-Asia."),
        ("nomor-satu", "Ini produk nomor satu di Indonesia."),
        ("terbaik", "Lampu ini yang terbaik."),
        ("terbaik", "Jangan lupa, ini serum terbaik."),
        ("terbaik", "Bukan cuma terbaik, ini juga murah."),
        ("pertama", "Sabun pertama di Indonesia."),
        ("pertama", "Ini skincare pertama yang tahan lama."),
        ("satu-satunya", "Satu-satunya lampu yang awet."),
        ("superlatif", "Harga termurah, paling laris."),
        ("penyembuhan", "Krim ini mengobati jerawat."),
        ("hasil-instan", "Kulit putih dalam 3 hari!"),
        ("jaminan", "Dijamin laku."),
        ("jaminan", "Besok pasti viral."),
        ("penghasilan", "Ikuti cara ini, auto cuan."),
    ],
    "en": [
        ("number-one", "Indonesia's number one lamp."),
        ("best", "The best lamp in Indonesia."),
        ("first", "The first brand in Asia to do this."),
        ("only", "The only lamp you need is the only brand you know."),
        ("cure", "It cures acne."),
        ("instant-result", "White teeth in 3 days."),
        ("guarantee", "Results guaranteed."),
        ("income", "Get rich quick with this."),
    ],
}
FINE = {
    "id": [
        "Video pertama kamu tidak harus sempurna.",
        "Tiga detik pertama itu penting.",
        "Pertama, buka tirai.",
        "Klik keranjang nomor 1.",
        "Soal nomor satu, siapa tahu?",
        "Lakukan yang terbaik.",
        "Waktu terbaik untuk unggah adalah malam.",
        'Jangan tulis "nomor 1" di judul.',
        "Hindari kata terbaik dan satu-satunya.",
        "Produk ini tidak mengobati apa pun.",
        "Satu-satunya cara adalah mencoba.",
        "Garansi resmi satu tahun.",
        "Ada 10 nomor 10.",
        "Pasti bisa, coba pelan-pelan.",
    ],
    "en": [
        "Most viewers leave in the first three seconds.",
        "First, open the curtain.",
        "Never promise results you cannot prove.",
        "Do your best.",
        "The best time to post is the evening.",
        "Do not say it cures acne.",
        "Tap product number 1 in the basket.",
        "You only need one window.",
    ],
}


def rules_in(text: str, language: str) -> list[str]:
    return [finding.rule for finding in find_claims(parse_script(text, language))]


@pytest.mark.parametrize(("language", "rule", "text"), [(lang, *one) for lang in BANNED for one in BANNED[lang]])
def test_a_banned_claim_is_found(language: str, rule: str, text: str) -> None:
    assert rule in rules_in(text, language)


@pytest.mark.parametrize(("language", "text"), [(lang, text) for lang in FINE for text in FINE[lang]])
def test_the_same_words_in_an_honest_sentence_are_fine(language: str, text: str) -> None:
    assert rules_in(text, language) == []


def test_every_rule_has_a_suggestion_and_a_page_to_read() -> None:
    for language in ("id", "en"):
        assert all(rule.suggestion and rule.link.startswith("https://") for rule in claim_rules(language))
    assert claim_rules("th") == ()
    assert claim_rules("../id") == ()


def test_a_finding_says_where_it_is() -> None:
    found = find_claims(parse_script(VIDEO, "id"))
    assert [(one.rule, one.level, one.text, one.line) for one in found] == [
        ("nomor-satu", "error", "NOMOR 1", 4),
        ("terbaik", "error", "terbaik", 8),
    ]
    assert found[1].suggestion == "Ganti dengan kelebihan yang terlihat, misalnya bahan, ukuran atau hasil uji."


def test_english_is_spoken_at_130_to_140_words_a_minute() -> None:
    text = (
        "Most viewers leave in the first three seconds. So show the product before you say hello. Start with a "
        "problem your viewer knows, then show the result on camera. Speak slowly, and look into the lens."
    )
    assert 130 <= len(text.split()) / spoken_seconds(text, "en") * 60 <= 140


def test_numbers_take_as_long_as_their_words() -> None:
    written = spoken_seconds("Harganya cuma Rp15.000.", "id")
    assert written == spoken_seconds("Harganya cuma lima belas ribu rupiah.", "id")
    assert written == 3.04
    assert spoken_seconds("", "id") == 0


def test_a_host_has_a_rate_of_their_own() -> None:
    text = "Taruh produk di dekat jendela."
    assert spoken_seconds(text, "id", rate=11) == 1.26
    assert spoken_seconds(text, "id", rate=5.5) == 2.17


def test_sections_are_told_with_their_targets() -> None:
    parts = section_seconds(parse_script(VIDEO, "id"))
    assert [(part.name, part.seconds, part.target) for part in parts] == [
        ("Hook", 4.3, 5), ("Konteks", 2.5, 10), ("Isi", 0, 35), ("Ajakan", 1.7, 10),
    ]  # fmt: skip


def test_the_checks_say_what_is_wrong() -> None:
    script = parse_script(VIDEO + "[isi: satu hal]\n", "id")
    assert checks(script, Item("Judul", duration_min=0.1)) == (
        Check("sections", True, "4 sections"),
        Check("length", False, "8 s spoken of 6 s: 2 s too long"),
        Check("claims", False, 'Banned: "NOMOR 1" in line 4, "terbaik" in line 8'),
        Check("filled", False, "1 place to fill in: line 15"),
    )
    assert checks(parse_script("## Hook [hook]\nSerum termurah."), Item("J")) == (
        Check("sections", False, "No context and no value and no cta section"),
        Check("length", True, "1 s spoken, no length is set"),
        Check("claims", True, 'No banned claim; look again at "termurah" in line 2'),
        Check("filled", True, "Nothing is left to fill in"),
    )


def test_a_live_session_is_measured_by_its_plan() -> None:
    text = (
        "## Pembukaan [opening] (0:02)\nHalo semuanya, selamat datang di kelas.\n## Penutup [closing] (1:00)\n- dadah\n"
    )
    found = checks(parse_script(text, "id"), Item("L", kind=Kind.LIVE, duration_min=1))
    assert found[1] == Check(
        "length", False, "1:02 planned of 1:00: 0:02 too long; Pembukaan is spoken for 0:03 of 0:02"
    )


def test_a_teleprompter_gets_what_is_read_and_nothing_else() -> None:
    assert teleprompter_text(parse_script(VIDEO, "id")) == (
        "Tiga detik pertama itu penting.\nPertama, buka tirai.\n\n"
        "Ini serum terbaik di dunia!\n\n"
        'Jangan bilang "terbaik".\n'
    )
    live = "## Pembukaan [opening] (2:00)\n> Musik.\nHalo. Selamat datang.\n- agenda\n"
    assert teleprompter_text(parse_script(live)) == "[Pembukaan · 2:00]\nHalo.\nSelamat datang.\n• agenda\n"


def test_a_word_file_has_headings_and_directions_apart(tmp_path: Path) -> None:
    import docx

    path = tmp_path / "naskah.docx"
    write_script(VIDEO.replace("butir", "butir\x00\x0b"), path)
    document = docx.Document(str(path))
    assert [(p.style.name, p.text) for p in document.paragraphs][:5] == [
        ("Title", "Judul"),
        ("Heading 2", "Hook   0:05"),
        ("Normal", "Layar: PRODUK NOMOR 1 DI INDONESIA"),
        ("Normal", "Tiga detik pertama itu penting. Pertama, buka tirai."),
        ("Heading 2", "Konteks   0:10"),
    ]
    direction = document.paragraphs[2].runs[0]
    assert (direction.italic, str(direction.font.color.rgb)) == (True, "6B7280")
    assert (document.core_properties.author, document.core_properties.title) == ("", "Judul")
    assert document.core_properties.created.year > 2025


def test_markdown_and_text_are_written_as_they_are(tmp_path: Path) -> None:
    write_script(VIDEO, tmp_path / "a.md")
    assert (tmp_path / "a.md").read_text(encoding="utf-8") == VIDEO
    write_script(VIDEO, tmp_path / "a.txt")
    assert (tmp_path / "a.txt").read_text(encoding="utf-8").startswith("Tiga detik pertama itu penting.\n")


def test_another_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidValue) as error:
        write_script(VIDEO, tmp_path / "a.pdf")
    assert str(error.value) == "A script cannot be written as '.pdf'. Choose .md, .docx, .txt."
