"""Windows put together: each is heard once, in half a minute at most, and what was heard comes back to its clip."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.speech.audio import RATE
from studio.speech.packing import APART_S, LONGEST_S, Segment, handed_back, joined, packed, placed
from studio.speech.words import Word

LENGTHS = st.lists(st.floats(0.1, 28.0), max_size=40)


@given(LENGTHS)
def test_every_window_is_in_one_pack_that_whisper_hears_at_once(lengths: list[float]) -> None:
    packs = packed(lengths)

    assert sorted(index for pack in packs for index in pack) == list(range(len(lengths)))
    for pack in packs:
        assert placed([lengths[index] for index in pack])[-1][1] <= LONGEST_S + 1e-6


@given(LENGTHS)
def test_no_two_packs_would_have_gone_into_one(lengths: list[float]) -> None:
    packs = packed(lengths)
    whole = [sum(lengths[index] for index in pack) + APART_S * (len(pack) - 1) for pack in packs]

    assert all(
        one + APART_S + other > LONGEST_S - 1e-6
        for number, one in enumerate(whole)
        for other in whole[number + 1 :]
    )  # fmt: skip


def test_short_clips_share_half_a_minute() -> None:
    assert packed([5.0] * 10) == [(0, 1, 2, 3, 4), (5, 6, 7, 8, 9)]
    assert packed([20.0, 5.0, 28.0, 1.0, 29.5]) == [(0, 1, 3), (2,), (4,)]
    assert packed([]) == []


@given(st.lists(st.integers(1, 3 * RATE), min_size=1, max_size=6))
def test_each_sound_lies_where_it_was_placed(counts: list[int]) -> None:
    sounds = [np.full(count, number + 1, np.float32) for number, count in enumerate(counts)]

    whole = joined(sounds)

    bounds = placed([count / RATE for count in counts])
    for sound, (start, end) in zip(sounds, bounds, strict=True):
        assert np.array_equal(whole[round(start * RATE) : round(end * RATE)], sound)
    assert len(whole) == round(bounds[-1][1] * RATE)


@st.composite
def heard(draw: st.DrawFn) -> tuple[list[Segment], list[tuple[float, float]]]:
    """Segments anywhere in half a minute, some over two clips, some in the silence between, and the clips' bounds."""
    bounds = placed(draw(st.lists(st.floats(0.3, 8.0), min_size=1, max_size=4)))
    segments = []
    for number in range(draw(st.integers(0, 5))):
        start = draw(st.floats(0, 28))
        end = start + draw(st.floats(0, 6))
        times = sorted(draw(st.lists(st.floats(start, end), min_size=2, max_size=8)))
        words = [Word(f"{number}.{at}", a, b, 0.5) for at, (a, b) in enumerate(pairwise(times))]
        segments.append(Segment(start, end, tuple(words)))
    return segments, bounds


@given(heard())
def test_no_word_is_lost_and_each_lies_inside_its_clip(given_: tuple[list[Segment], list[tuple[float, float]]]) -> None:
    segments, bounds = given_

    parts = handed_back(segments, bounds)

    back = [word.text for part in parts for words in part for word in words]
    assert sorted(back) == sorted(word.text for one in segments for word in one.words)
    for (start, end), part in zip(bounds, parts, strict=True):
        assert all(0 <= word.start <= word.end <= end - start + 1e-9 for words in part for word in words)
        assert all(words for words in part)


def test_a_sentence_belongs_to_the_clip_in_which_it_lies_whatever_a_words_time() -> None:
    bounds = placed([5.0, 4.0])
    words = (Word("halo", 5.2, 5.5), Word("semua", 5.7, 6.4))

    first, second = handed_back([Segment(5.6, 7.0, words)], bounds)

    assert first == []
    assert [(word.text, word.start, word.end) for word in second[0]] == [
        ("halo", 0.0, 0.0),
        ("semua", pytest.approx(0.1), pytest.approx(0.8)),
    ]


def test_a_sentence_over_two_clips_is_parted_between_its_words() -> None:
    bounds = placed([5.0, 4.0])
    words = (Word("satu", 3.0, 4.0), Word("dua", 6.0, 6.5), Word("tiga", 7.0, 7.5))

    first, second = handed_back([Segment(3.0, 8.0, words)], bounds)

    assert [[word.text for word in part] for part in (first[0], second[0])] == [["satu"], ["dua", "tiga"]]
