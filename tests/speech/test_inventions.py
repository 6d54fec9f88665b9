"""What nobody said goes, what is doubtful is marked, and what was clearly said stays, phrase or not."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.errors import TemplateError
from studio.resources import templates
from studio.speech.inventions import DOUBTFUL, ECHO, UNHEARD, without_inventions
from studio.speech.phrases import Find, Phrases, find_phrases, load_phrases, plain
from studio.speech.voice import Span
from studio.speech.words import Word

PHRASES = load_phrases()


def said(text: str, start: float, confidence: float = 0.9, each: float = 0.4) -> list[Word]:
    return [
        Word(word, round(start + index * each, 3), round(start + (index + 1) * each, 3), confidence)
        for index, word in enumerate(text.split())
    ]


def left(
    *segments: list[Word], spans: list[Span], prompt: str = "", language: str = "id"
) -> tuple[str, list[str], tuple[str, ...]]:
    """The text that stays, the words that are marked, and the notes."""
    kept, notes = without_inventions(segments, spans, language, PHRASES, prompt)
    words = [word for part in kept for word in part]
    return " ".join(word.text for word in words), [word.text for word in words if word.note], notes


THANKS = [
    "Terima kasih sudah menonton.",
    "Thanks for watching!",
    "Subtitle by Andi Pratama",
    "Jangan lupa like, share, dan subscribe!",
    "Terima kasih telah menonton video ini.",
    "Subtitles by the Amara.org community",
    "1 2 3 4 5 6 7 8",
    "0.0.0.0.0.0.0.0.0.0",
]


@pytest.mark.parametrize("phrase", THANKS)
@pytest.mark.parametrize("confidence", [0.2, 0.95])
def test_a_phrase_with_nothing_spoken_under_it_goes_and_is_told(phrase: str, confidence: float) -> None:
    said_before = said("Cukup satu jendela saja.", 1.0)

    text, marked, notes = left([*said_before, *said(phrase, 6.0, confidence)], spans=[Span(1.0, 2.6)])

    assert (text, marked) == ("Cukup satu jendela saja.", [])
    assert notes == (f"Left out at 0:06: “{phrase}” Nobody says it there.",)


@pytest.mark.parametrize("phrase", THANKS)
def test_a_phrase_that_was_heard_with_speech_under_it_is_never_taken_away(phrase: str) -> None:
    length = 0.6 * len(phrase.split()) + 4

    text, _, notes = left(said(phrase, 1.0, 0.2, length / len(phrase.split())), spans=[Span(1.0, 1.0 + length)])

    assert (text, notes) == (phrase, ())


def test_low_confidence_marks_a_phrase_and_high_confidence_does_not() -> None:
    thanks = "Terima kasih sudah menonton."
    spans = [Span(1.0, 3.0)]

    assert left(said(thanks, 1.0, 0.3, 0.5), spans=spans)[1] == thanks.split()
    assert left(said(thanks, 1.0, 0.7, 0.5), spans=spans)[1] == []
    kept, _ = without_inventions([said(thanks, 1.0, 0.3, 0.5)], spans, "id", PHRASES)
    assert {word.note for word in kept[0]} == {DOUBTFUL}


def test_a_credit_needs_to_be_very_clear() -> None:
    credit = "Subtitle by Andi."

    assert left(said(credit, 1.0, 0.7, 0.6), spans=[Span(1.0, 3.0)])[1] == credit.split()
    assert left(said(credit, 1.0, 0.9, 0.6), spans=[Span(1.0, 3.0)])[1] == []


def test_a_phrase_that_is_squeezed_beside_speech_is_faster_than_anybody_talks() -> None:
    spoken = said("Taruh produk di sini.", 1.0)
    squeezed = said("Terima kasih sudah menonton.", 2.6, 0.6, 0.05)

    assert left(spoken + squeezed, spans=[Span(1.0, 2.65)])[0] == "Taruh produk di sini."


def test_a_clear_phrase_that_attention_gave_no_time_is_kept_and_marked() -> None:
    spoken = said("Taruh produk di sini.", 1.0)
    timeless = said("Terima kasih.", 2.6, 0.95, 0.0)

    text, marked, _ = left(spoken + timeless, spans=[Span(1.0, 2.6)])
    assert (text, marked) == ("Taruh produk di sini. Terima kasih.", ["Terima", "kasih."])
    kept, _ = without_inventions([spoken + timeless], [Span(1.0, 2.6)], "id", PHRASES)
    assert kept[0][-1].note == UNHEARD


@pytest.mark.parametrize(
    ("heard", "stays"),
    [
        ("[Musik]", ""),
        ("♪", ""),
        ("(tepuk tangan) Halo!", "Halo!"),
        ("♪ Cahaya bagus ♪", "Cahaya bagus"),
        ("[Sari] Halo", "[Sari] Halo"),
        ("Harga (diskon) lima", "Harga (diskon) lima"),
        ("*Tertawa*", ""),
    ],
)
def test_sounds_in_brackets_and_notes_of_music_are_no_words(heard: str, stays: str) -> None:
    assert left(said(heard, 1.0, 0.99), spans=[Span(1.0, 3.0)])[0] == stays


PROMPT = "Siar Studio, TikTok Shop, Kelas Dasar."


@pytest.mark.parametrize("heard", ["Siar Studio, TikTok Shop, Kelas Dasar.", "TikTok Shop, Kelas Dasar", "Siar Studio"])
def test_an_echo_of_the_prompt_in_silence_goes(heard: str) -> None:
    spoken = said("Cukup satu jendela saja.", 1.0)

    assert left(spoken, said(heard, 7.0, 0.9), spans=[Span(1.0, 2.6)], prompt=PROMPT)[0] == "Cukup satu jendela saja."
    assert left(spoken, said(heard, 7.0, 0.9), spans=[Span(1.0, 2.6)])[0] != ""


def test_a_brand_that_was_said_stays_also_where_attention_gave_it_no_time() -> None:
    spoken = [*said("Beli di", 1.0), *said("TikTok Shop", 1.8, 0.6, 0.0), *said("sekarang juga.", 1.8)]

    assert left(spoken, spans=[Span(1.0, 2.6)], prompt=PROMPT) == ("Beli di TikTok Shop sekarang juga.", [], ())


def test_an_echo_with_little_confidence_is_marked() -> None:
    heard = said("Siar Studio, TikTok Shop.", 1.0, 0.3)
    kept, _ = without_inventions([heard], [Span(1.0, 3.0)], "id", PHRASES, PROMPT)

    assert {word.note for word in kept[0]} == {ECHO}


def test_several_words_timed_into_a_pause_go_or_are_marked() -> None:
    spoken, spans = said("Cukup satu.", 1.0), [Span(1.0, 1.8)]

    assert left(spoken + said("itu dia teman semua", 3.0, 0.3), spans=spans)[:2] == ("Cukup satu.", [])
    assert left(spoken + said("itu dia teman semua", 3.0, 0.8), spans=spans)[1] == ["itu", "dia", "teman", "semua"]
    assert left(spoken + said("itu dia", 3.0, 0.3), spans=spans)[:2] == ("Cukup satu. itu dia", [])


def test_the_longest_phrase_is_found_and_a_credit_ends_with_its_sentence() -> None:
    words = said("Halo. Terima kasih sudah menonton video ini. Subtitle by Andi Pratama. Sampai nanti", 0.0)

    assert find_phrases(words, PHRASES) == [Find(1, 7), Find(7, 11, credit=True)]


def test_prices_and_short_counts_are_no_invention() -> None:
    assert find_phrases(said("1 2 3 mulai! Rp1.000.000.000 diskon 50% tanggal 12.12", 0.0), PHRASES) == []


def test_a_workspace_may_have_phrases_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "phrases.yaml").write_text("said:\n  - Salam, cuan!\nsounds: [gong]\n", "utf-8")

    own = load_phrases(tmp_path)

    assert own == Phrases(frozenset({("salam", "cuan")}), frozenset(), frozenset({"gong"}))
    assert load_phrases(tmp_path / "nowhere") == PHRASES


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("said: {a: 1}", "'said' is not a list of texts"),
        ("sayd: [a]", "'sayd' is not known here"),
        ("credits: ['...']", "of dots alone"),
        ("said: [", "line 1"),
    ],
)
def test_a_broken_file_is_named_with_its_line(tmp_path: Path, text: str, says: str) -> None:
    (tmp_path / "phrases.yaml").write_text(text, "utf-8")

    with pytest.raises(TemplateError, match=r"phrases\.yaml") as told:
        load_phrases(tmp_path)
    assert says in str(told.value)


def test_the_programs_own_file_says_how_to_change_it() -> None:
    head = templates("speech", "phrases.yaml").read_text("utf-8").split("\nname:")[0]

    assert "templates/speech/phrases.yaml in a workspace" in head
    assert min(map(len, PHRASES.said)) >= 2


words = st.lists(
    st.tuples(
        st.sampled_from(["Terima", "kasih", "sudah", "menonton.", "Halo", "1", "♪", "[Musik]", "Siar", "Studio", "-"]),
        st.floats(0, 20),
        st.floats(0, 2),
        st.floats(0, 1),
    ),
    max_size=25,
)
spans = st.lists(st.tuples(st.floats(0, 20), st.floats(0.1, 5)), max_size=4)


@given(words, spans)
def test_words_keep_their_order_and_times(made: list[tuple[str, float, float, float]], lengths: list) -> None:
    heard = [Word(text, start, start + length, sure) for text, start, length, sure in made]
    speech = [Span(start, start + length) for start, length in sorted(lengths)]

    kept, notes = without_inventions([heard[:7], heard[7:]], speech, "id", PHRASES, "Siar Studio.")

    rest = iter(heard)
    flat = [word for part in kept for word in part]
    assert all(any((one.start, one.end) == (word.start, word.end) for one in rest) for word in flat)
    assert all(part for part in kept)
    assert all(plain(note) for note in notes)
