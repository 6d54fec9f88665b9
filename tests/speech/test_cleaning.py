"""Nothing is invented in silence, nothing loops, and no word starts in a pause."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from studio.speech.audio import RATE
from studio.speech.cleaning import clean
from studio.speech.voice import Span
from studio.speech.words import Word

SILENCE = np.zeros(20 * RATE, np.float32)


def said(text: str, start: float, each: float = 0.4) -> list[Word]:
    return [
        Word(word, start + index * each, start + (index + 1) * each, 0.9) for index, word in enumerate(text.split())
    ]


def test_thanks_in_silence_go() -> None:
    spans = [Span(1.0, 2.6)]

    cleaned = clean(
        [said("Cukup satu jendela saja.", 1.0), said("Terima kasih sudah menonton.", 8.0)], spans, SILENCE, "id"
    )

    assert [word.text for words in cleaned for word in words] == ["Cukup", "satu", "jendela", "saja."]


def test_a_word_drawn_back_into_the_pause_starts_with_its_speech() -> None:
    spans = [Span(1.0, 2.6), Span(5.0, 6.6)]
    words = [*said("Cukup satu jendela saja.", 1.0), Word("Taruh", 2.6, 5.4, 0.8), *said("produk di sini.", 5.4)]

    cleaned = clean([words], spans, SILENCE, "id")[0]

    assert [(word.text, word.start) for word in cleaned if word.text in {"Cukup", "Taruh"}] == [
        ("Cukup", 1.0),
        ("Taruh", 5.0),
    ]
    assert (cleaned[3].text, cleaned[3].end) == ("saja.", 2.6)


def test_a_last_word_does_not_hang_over_the_pause() -> None:
    cleaned = clean([[*said("Cukup satu", 1.0), Word("jendela.", 1.8, 4.5, 0.9)]], [Span(1.0, 2.4)], SILENCE, "id")[0]

    assert cleaned[-1].end == 2.4


def test_a_loop_is_said_once_and_marked() -> None:
    words = [*said("Taruh produk.", 1.0), *said("lihat bedanya sekarang juga " * 5, 2.0, 0.1)]

    cleaned = clean([words], [Span(1.0, 4.5)], SILENCE, "id")[0]

    assert [word.text for word in cleaned] == ["Taruh", "produk.", "lihat", "bedanya", "sekarang", "juga"]
    assert cleaned[-1].note == "recognised 5 times on end"


def test_what_people_do_repeat_stays() -> None:
    words = said("ya, ya, ya, terima kasih, terima kasih. Ayo ikut kelas ini! Ayo ikut kelas ini!", 1.0, 0.3)

    cleaned = clean([words], [Span(1.0, 6.0)], SILENCE, "id")[0]

    assert [word.text for word in cleaned] == [word.text for word in words]


@given(
    st.lists(st.tuples(st.floats(0.3, 3), st.floats(0.3, 4)), min_size=1, max_size=5),
    st.lists(st.floats(0, 25), min_size=1, max_size=20),
)
def test_words_stay_in_order_and_within_speech(gaps: list[tuple[float, float]], times: list[float]) -> None:
    spans, at = [], 0.0
    for pause, length in gaps:
        spans.append(Span(round(at + pause, 3), round(at + pause + length, 3)))
        at += pause + length
    edges = sorted(min(time, at) for time in times)
    words = [Word(f"kata{i}", a, b, 0.5) for i, (a, b) in enumerate(zip(edges, [*edges[1:], at], strict=True))]

    cleaned = [word for part in clean([words], spans, SILENCE, "id") for word in part]

    assert [word.text for word in cleaned] in ([word.text for word in words], [])
    for word in cleaned:
        assert word.start <= word.end
        assert any(span.start - 0.002 <= word.start and word.end <= span.end + 0.002 for span in spans)
    assert all(one.end <= other.start + 0.002 for one, other in pairwise(cleaned))
