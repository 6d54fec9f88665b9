"""How a script is said aloud, and how long that takes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.speech.numerals import say, speakable
from studio.speech.syllables import syllables


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Kertas putih harganya cuma Rp15.000.", "kertas putih harganya cuma lima belas ribu rupiah"),
        ("Coba geser badan 45 derajat.", "coba geser badan empat puluh lima derajat"),
        ("Diskon 15%!", "diskon lima belas persen"),
        ("Diskon 15 persen", "diskon lima belas persen"),
        ("Promo 11.11 dan 12.12", "promo sebelas sebelas dan dua belas dua belas"),
        ("pukul 19.30 WIB", "pukul sembilan belas tiga puluh wib"),
        ("jam 19:00", "jam sembilan belas"),
        ("Rp 89.000, Rp1,5 juta, Rp50rb", "delapan puluh sembilan ribu rupiah satu koma lima juta rupiah "
                                          "lima puluh ribu rupiah"),
        ("Rp50.000-Rp100.000", "lima puluh ribu rupiah sampai seratus ribu rupiah"),
        ("Rp1.000 dan 1.250 orang", "seribu rupiah dan seribu dua ratus lima puluh orang"),
        ("foto-foto, 5-10 orang", "foto foto lima sampai sepuluh orang"),
        ("kelas ke-3 #8", "kelas ketiga nomor delapan"),
        ("1,5 kg", "satu koma lima kilogram"),
        ("kode 0812", "kode nol delapan satu dua"),
        ("video 4K dan 50K penonton", "video empat k dan lima puluh ribu penonton"),
        ("A & B — selesai", "a dan b selesai"),
    ],
)  # fmt: skip
def test_indonesian_is_said_as_people_say_it(written: str, said: str) -> None:
    assert speakable(written, "id") == said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("This lamp costs Rp89.000.", "this lamp costs eighty nine thousand rupiah"),
        ("This lamp costs Rp89,000.", "this lamp costs eighty nine thousand rupiah"),
        ("Keep it under 2 seconds.", "keep it under two seconds"),
        ("15% off, 1,250 people", "fifteen percent off one thousand two hundred and fifty people"),
        ("At 7:30 PM on 12.12", "at seven thirty pm on twelve twelve"),
        ("1.5 kg, the 3rd time, $5", "one point five kilograms the third time five dollars"),
        ("It's the viewer's choice", "it's the viewer's choice"),
    ],
)
def test_english_is_said_as_people_say_it(written: str, said: str) -> None:
    assert speakable(written, "en") == said


def test_what_is_said_as_one_stands_together() -> None:
    assert [(one.written, len(one.spoken)) for one in say("harga Rp 1,5 juta saja", "id")] == [
        ("harga", 1),
        ("Rp 1,5 juta", 5),
        ("saja", 1),
    ]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("cahaya", 3), ("kalau", 2), ("pakai", 2), ("baik", 2), ("siap", 2), ("nggak", 1), ("foto-foto", 4),
        ("keranjang", 3), ("afiliasi", 5), ("Rp15.000", 9), ("45", 6), ("WIB", 3), ("", 0), ("—", 0),
    ],
)  # fmt: skip
def test_indonesian_syllables(text: str, count: int) -> None:
    # A word beside it, so that an acronym is not a text in capitals.
    assert syllables(f"{text} di", "id") - 1 == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("welcome", 2), ("creator", 3), ("watched", 1), ("wanted", 2), ("table", 2), ("makes", 1), ("changes", 2),
        ("rules", 1), ("lovely", 2), ("people", 2), ("Americans", 4), ("video", 3), ("country", 2), ("through", 1),
        ("the", 1), ("seconds", 2), ("boxes", 2), ("actually", 4), ("2.5", 3),
    ],
)  # fmt: skip
def test_english_syllables(text: str, count: int) -> None:
    assert syllables(text, "en") == count


@pytest.mark.parametrize(
    ("text", "language", "count"),
    [
        ("ありがとう", "ja", 5),
        ("谢谢大家", "zh", 4),
        ("감사합니다", "ko", 5),
        ("спасибо", "ru", 3),
        ("gracias", "es", 2),
    ],
)
def test_any_language_has_a_sane_count(text: str, language: str, count: int) -> None:
    assert syllables(text, language) == count


TEXTS = st.text(st.sampled_from("abz AEé.,:;-–/%&#+°RpKkjt0123459\"'(!)\n日"), max_size=40)


@given(TEXTS, st.sampled_from(["id", "en", "ms", "fr", "zh", "xx"]))
def test_no_text_loses_a_word_or_is_too_much(text: str, language: str) -> None:
    said = say(text, language)

    assert " ".join(one.written for one in said).split() == text.split()
    assert syllables(text, language) >= 0
    assert not any(sign.isdigit() for one in said for word in one.spoken for sign in word)
