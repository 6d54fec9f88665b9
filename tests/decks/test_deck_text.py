from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studio.decks.fit import (
    Paragraph,
    Setting,
    break_lines,
    face_width,
    largest,
    shorten,
    split,
    text_height,
    text_width,
)
from studio.decks.links import readable, target
from studio.decks.text import ESCAPED, FORBIDDEN, clean, clean_lines, right_to_left
from studio.decks.words import length, listed, tonight

PLAIN = Setting()
SIZES = (32, 28, 24, 20, 18)


def test_widths_are_those_of_calibri():
    # Calibri's advance widths: H 1276, i 470 of 2048 units to the em.
    assert text_width("Hi", 20.48, PLAIN) == pytest.approx(12.76 + 4.70, abs=0.05)
    assert text_width("Hi", 20.48, Setting(bold=True)) > text_width("Hi", 20.48, PLAIN)


def test_an_unknown_face_is_taken_to_be_wide():
    assert face_width("Calibri") == 1
    assert face_width("Arial") == 1.12
    assert face_width("Comic Neue") == 1.28


def test_a_line_is_broken_at_spaces_and_a_long_word_at_letters():
    assert break_lines("satu dua tiga", 70, 18, PLAIN) == ["satu dua ", "tiga"]
    pieces = break_lines("a" * 300, 100, 18, PLAIN)
    assert "".join(pieces) == "a" * 300
    assert all(text_width(piece, 18, PLAIN) <= 100 for piece in pieces)


def test_an_emoji_made_of_several_is_never_torn():
    family = "👩‍👩‍👧‍👦"
    assert all(piece.count(family) * len(family) == len(piece) for piece in break_lines(family * 20, 100, 18, PLAIN))


def test_the_largest_size_that_fits_is_taken():
    short, long = [Paragraph("Tiga jenis komisi")], [Paragraph("Tiga jenis komisi yang perlu kamu tahu " * 3)]
    assert largest(short, 400, 100, SIZES, PLAIN) == 32
    assert largest(long, 400, 100, SIZES, PLAIN) == 24
    assert largest(long, 100, 100, SIZES, PLAIN) is None


def test_a_smaller_size_is_better_than_a_broken_word():
    assert largest([Paragraph("KELASKOMISI2026")], 170, 200, SIZES, PLAIN) == 20
    assert largest([Paragraph("a" * 300)], 170, 2000, SIZES, PLAIN) == 32


def test_what_does_not_fit_is_split_over_even_pages_with_every_word():
    points = [Paragraph(f"Poin nomor {n} tentang komisi") for n in range(20)]
    size, pages = split(points, 400, 200, SIZES, PLAIN)

    assert size == 24
    assert [len(page) for page in pages] == [7, 7, 6]
    assert [p.text for page in pages for p in page] == [p.text for p in points]
    assert all(text_height(page, 400, size, PLAIN) <= 200 for page in pages)


def test_a_paragraph_longer_than_a_page_goes_on_on_the_next():
    text = " ".join(f"kata{n}" for n in range(400))
    _, pages = split([Paragraph(text)], 400, 200, SIZES, PLAIN)

    assert [page[0].continued for page in pages] == [False] + [True] * (len(pages) - 1)
    assert " ".join(page[0].text for page in pages) == text


@settings(max_examples=60, deadline=None)
@given(
    texts=st.lists(st.text(max_size=200), max_size=6),
    width=st.floats(24, 800),
    height=st.floats(40, 400),
)
def test_no_letter_is_lost_by_a_split(texts, width, height):
    _, pages = split([Paragraph(text) for text in texts], width, height, SIZES, Setting(before=0.4))

    assert "".join("".join(p.text for page in pages for p in page).split()) == "".join("".join(texts).split())


def test_a_title_that_is_too_long_is_shortened_at_a_word():
    assert shorten("Tiga jenis komisi yang perlu kamu tahu", 150, 30, 20, PLAIN) == "Tiga jenis komisi…"


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("satu\x0cdua\r\ntiga\vempat", "satu\ndua\ntiga\nempat"),
        ("a\x00b\x1bc\x7fd\x9fe", "a b c d e"),
        ("a\ud800b\udfff c\ufffed\uffffe", "a b  c d e"),
        ("\ud83c\udf89", "🎉"),
        ("_x000C_ dan _x005F_ dan _x00_x000C_0C_", "dan _x005F_ dan _x00 0C_"),
        ("a\tb", "a b"),
    ],
)
def test_what_no_deck_can_hold_is_cleaned(raw, text):
    assert clean(raw) == text


@given(st.text(st.characters(codec=None), max_size=50) | st.text("_x00C1F \x0c\ud800", max_size=30))
def test_clean_text_stays_clean(raw):
    once = clean(raw)
    assert not FORBIDDEN.search(once.replace("\n", "").replace("\t", ""))
    assert not ESCAPED.search(once)
    assert clean(once) == once


def test_lines_are_told_apart_and_empty_ones_dropped():
    assert clean_lines(("a\n\nb", " ", "c  d")) == ("a", "b", "c d")


def test_arabic_and_hebrew_run_from_the_right():
    assert right_to_left("12. مرحبا")
    assert right_to_left("שלום world")
    assert not right_to_left("Halo مرحبا")
    assert not right_to_left("12.12")


@pytest.mark.parametrize(
    ("link", "shown", "address"),
    [
        ("https://www.tok.id/ring/", "tok.id/ring", "https://www.tok.id/ring/"),
        ("tok.id/ring", "tok.id/ring", "https://tok.id/ring"),
        ("https://tok.id/a?b=c d", "tok.id/a?b=c d", ""),
        ("https://tok.id/kué?q=ü", "tok.id/kué?q=ü", "https://tok.id/ku%C3%A9?q=%C3%BC"),
        ("javascript:alert(1)", "javascript:alert(1)", ""),
        ("file:///C:/x.exe", "file:///C:/x.exe", ""),
        ("keranjang kuning", "keranjang kuning", ""),
        ("", "", ""),
    ],
)
def test_a_link_is_shown_short_and_followed_only_to_the_web(link, shown, address):
    assert (readable(link), target(link)) == (shown, address)


def test_a_decks_own_words_are_in_the_items_language():
    from datetime import date, datetime

    assert length(90, "id") == "1 menit 30 detik"
    assert length(3900, "en") == "1 h 5 min"
    assert length(0, "id") == "0 menit"
    assert listed(("Bima", "Sari", "Tono"), "id") == "Bima, Sari, dan Tono"
    assert [tonight(datetime(2026, 12, 16, hour), "id") for hour in (8, 12, 16, 19)] == [
        "Pagi ini", "Siang ini", "Sore ini", "Malam ini",
    ]  # fmt: skip
    assert [tonight(datetime(2026, 12, 16, hour), "en") for hour in (8, 12, 19)] == [
        "This morning",
        "This afternoon",
        "Tonight",
    ]
    assert tonight(date(2026, 12, 16), "en") == "Agenda"
