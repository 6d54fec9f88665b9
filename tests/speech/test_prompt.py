"""The prompt is a plain list of terms, each once, as many as the model takes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from studio.speech.prompt import fitted, prompt_of, terms_of


def test_terms_become_a_list_in_their_order_each_once() -> None:
    assert prompt_of(["Serum Glow", "Sari", "", " serum  glow ", "TikTok Shop."]) == "Serum Glow, Sari, TikTok Shop."
    assert prompt_of([]) == prompt_of(["", " ."]) == ""


def test_a_host_field_with_two_names_gives_two_terms() -> None:
    assert terms_of(prompt_of(["Bima, Sari", "Rp1,5 juta"])) == ["Bima", "Sari", "Rp1,5 juta"]


def test_only_whole_terms_that_fit_are_told_the_first_ones_before_all() -> None:
    prompt = prompt_of(f"Merek{number}" for number in range(100))

    assert fitted(prompt, len, 20) == "Merek0, Merek1."
    assert fitted(prompt, lambda text: len(text.split()), 3) == "Merek0, Merek1, Merek2."
    assert fitted("Satu istilah yang panjang.", len, 5) == ""


@given(st.lists(st.text(max_size=12), max_size=12), st.integers(0, 60))
def test_it_always_fits(terms: list[str], room: int) -> None:
    prompt = prompt_of(terms)
    short = fitted(prompt, len, room)

    assert not short or len(" " + short) <= room
    assert terms_of(prompt)[: len(terms_of(short))] == terms_of(short)
