"""Packs heard by the real engine: clips that begin alike are no loop, and a batch fits into the memory there is."""

from __future__ import annotations

from types import SimpleNamespace

import psutil
import pytest
from speech_clips import Clip

from studio.speech.engines import Engine
from studio.speech.engines.decoding import _looped, _within
from studio.speech.engines.fast import _packs
from studio.speech.packing import Segment, joined
from studio.speech.words import Word

TINY = {"n_text_layer": 4, "n_audio_ctx": 1500, "n_text_state": 384}
LARGE = {"n_text_layer": 32, "n_audio_ctx": 1500, "n_text_state": 1280}


def said(*sentences: str) -> list[Segment]:
    return [
        Segment(at, at + 1.0, tuple(Word(word, at, at + 1.0) for word in sentence.split()))
        for at, sentence in enumerate(sentences)
    ]


def test_a_series_that_says_the_same_in_each_clip_is_not_doubtful(
    engines: dict[str, Engine], clips: dict[str, Clip]
) -> None:
    clip = clips["heldout-id"]
    count = int(29 / (len(clip.samples) / 16_000 + 0.6))
    assert count > 1
    (heard,) = engines["fast"].hear_packs([joined([clip.samples] * count)], "id", "")  # type: ignore[attr-defined]
    assert not heard.doubtful
    assert [word.text for one in heard.segments for word in one.words] == clip.text.split() * count


def test_a_loop_within_a_sentence_and_one_of_sentences_are_told_from_a_series() -> None:
    greeting, end = "Halo teman kreator, kembali lagi.", "Sampai jumpa minggu depan."
    assert not _looped(said(greeting, "Hari ini soal cahaya.", end, greeting, "Hari ini soal suara.", end) * 2)
    assert _looped(said("Terima kasih.", "Terima kasih.", "Terima kasih."))
    assert _looped(said("kelas kreator " * 9))


def test_words_far_from_their_sentence_are_shared_out_over_it_and_others_stay() -> None:
    near = [Word("Halo", 1.9, 2.4), Word("kreator.", 2.4, 3.2)]
    assert _within(2.0, 3.0, near) == tuple(near)
    far = [Word("Halo", 8.0, 8.1), Word("kreator.", 8.1, 8.2)]
    assert [(round(word.start, 3), round(word.end, 3)) for word in _within(2.0, 3.4, far)] == [(2.0, 2.5), (2.5, 3.4)]
    early = [Word("Halo", 0.9, 2.2), Word("kreator.", 2.2, 3.4)]
    assert _within(2.0, 3.4, early)[0].start == 2.0
    assert _within(2.0, 2.0, far) == tuple(far)  # a sentence of no length says nothing


@pytest.mark.parametrize(("gigabytes", "most"), [(8, 2), (64, 8)])
def test_a_large_network_takes_fewer_packs_at_once_where_there_is_little_memory(
    monkeypatch: pytest.MonkeyPatch, gigabytes: int, most: int
) -> None:
    monkeypatch.setattr(psutil, "virtual_memory", lambda: SimpleNamespace(total=gigabytes * 1e9))
    assert _packs(LARGE, 1) == most
    assert 1 <= _packs(LARGE, 4) <= most
    assert _packs(TINY, 4) == 8
