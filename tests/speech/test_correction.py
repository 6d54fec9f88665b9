"""A known script corrects what was recognised."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.speech.correction import DEPARTURE, correct
from studio.speech.words import Transcript, Word, segments_by_pause

SCRIPT = (
    "Kertas putih harganya cuma Rp15.000.\nCoba geser badan 45 derajat.\n"
    "Pasang tautan Shopee Affiliate di keranjang kuning."
)


def recognised(text: str, language: str = "id") -> Transcript:
    """`text` as a recogniser gives it, half a second a word."""
    words = tuple(Word(word, index / 2, index / 2 + 0.5, 0.9) for index, word in enumerate(text.split()))
    return Transcript(language, "fast", "demo", len(words) / 2, words, segments_by_pause(words))


def marked(transcript: Transcript) -> str:
    """The words, with those that are marked in brackets."""
    return " ".join(f"[{word.text}]" if word.note == DEPARTURE else word.text for word in transcript.words)


def test_prices_names_and_numbers_are_spelled_as_in_the_script() -> None:
    transcript = recognised(
        "kertas putih harganya cuma lima belas ribu rupiah coba geser badan empat puluh lima derajat "
        "pasang tautan sopi afiliet di keranjang kuning"
    )

    corrected = correct(transcript, SCRIPT)

    assert marked(corrected) == " ".join(SCRIPT.split())
    price = corrected.words[4]
    assert (price.text, price.start, price.end, price.confidence) == ("Rp15.000.", 2.0, 4.0, 0.9)
    assert [part.text for part in corrected.segments] == SCRIPT.splitlines()
    assert corrected.notes == ()


def test_a_recogniser_that_writes_figures_is_understood() -> None:
    corrected = correct(recognised("Kertas putih harganya cuma Rp 15.000. Coba geser badan 45 derajat."), SCRIPT)

    assert marked(corrected) == "Kertas putih harganya cuma Rp15.000. Coba geser badan 45 derajat."
    assert (corrected.words[4].start, corrected.words[4].end) == (2.0, 3.0)


def test_another_price_stands_as_it_was_said() -> None:
    corrected = correct(recognised("kertas putih harganya cuma dua puluh ribu rupiah coba geser badan"), SCRIPT)

    assert marked(corrected) == "Kertas putih harganya cuma [dua] [puluh] [ribu] [rupiah] Coba geser badan"


def test_what_was_added_is_marked_and_what_was_not_said_is_left_out() -> None:
    corrected = correct(recognised("kertas putih ya teman-teman harganya cuma lima belas ribu rupiah"), SCRIPT)

    assert marked(corrected) == "Kertas putih [ya] [teman-teman] harganya cuma Rp15.000."
    assert corrected.notes == ("12 of the script's 17 words were not heard.",)


def test_a_script_of_another_recording_changes_nothing() -> None:
    transcript = recognised("isi rekaman ini tentang kucing dan ikan di rumah nenek")

    corrected = correct(transcript, SCRIPT)

    assert corrected.words == transcript.words
    assert corrected.notes == (
        "The script hardly fits what is said here (20% of the words), so nothing was taken from it.",
    )


def test_silence_stays_silent() -> None:
    assert correct(recognised(""), SCRIPT) == recognised("")
    assert correct(recognised("halo"), " \n") == recognised("halo")


@pytest.mark.parametrize("sentence", ["This lamp costs Rp89.000.", "Keep every shot under 2 seconds."])
def test_english_prices_too(sentence: str) -> None:
    heard = {"This lamp costs Rp89.000.": "this lamp costs eighty nine thousand rupiah"}
    transcript = recognised(heard.get(sentence, "keep every shot under two seconds"), "en")

    assert marked(correct(transcript, sentence)) == sentence


WORDS = st.lists(
    st.sampled_from(["satu", "dua", "produk", "kelas", "live", "Rp15.000", "45", "foto-foto", "lampu", "di"]),
    max_size=25,
)


@given(WORDS)
def test_a_transcript_is_not_changed_by_its_own_text(words: list[str]) -> None:
    transcript = recognised(" ".join(words))

    corrected = correct(transcript, transcript.text)

    assert marked(corrected) == transcript.text
    assert [word.start for word in corrected.words] == [word.start for word in transcript.words]


@given(WORDS, WORDS)
def test_what_was_said_is_never_lost_without_trace(said: list[str], script: list[str]) -> None:
    transcript = recognised(" ".join(said))

    corrected = correct(transcript, " ".join(script))

    assert all(word.text in {*said, *script} for word in corrected.words)
    starts = [word.start for word in corrected.words]
    assert starts == sorted(starts)
    if transcript.words:
        assert corrected.words
