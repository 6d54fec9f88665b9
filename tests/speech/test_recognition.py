"""How what a recogniser hears becomes a transcript, whichever it is."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from speech_clips import Clip, read_clip

from studio.errors import InvalidValue
from studio.speech.audio import RATE
from studio.speech.correction import correct
from studio.speech.languages import whisper_code
from studio.speech.recognition import recognise
from studio.speech.replacing import Rule, apply_rules
from studio.speech.words import Transcript, Word


class Ear:
    """A recogniser that hears what it is told to; it remembers the lengths of what it was given, in seconds."""

    def __init__(self, *answers: str, languages: tuple[dict[str, float], ...] = ({"id": 0.9, "ms": 0.1},)) -> None:
        self.answers, self.languages, self.given = list(answers), list(languages), []

    def hear(self, samples: np.ndarray, language: str) -> list[list[Word]]:
        length = len(samples) / RATE
        self.given.append(round(length))
        words = (self.answers.pop(0) if self.answers else "").split()
        return [
            [Word(word, length - 4 + index * 0.4, length - 3.6 + index * 0.4, 0.9) for index, word in enumerate(words)]
        ]

    def detect(self, samples: np.ndarray) -> dict[str, float]:
        return self.languages.pop(0)

    def transcript(
        self, samples: np.ndarray, language: str | None = "id", multilingual: bool = True, prompt: str = ""
    ) -> Transcript:
        return recognise(
            samples,
            self.hear,
            self.detect,
            engine="fast",
            model="ear",
            multilingual=multilingual,
            language=language,
            progress=None,
            prompt=prompt,
        )


def test_nothing_is_asked_of_silence() -> None:
    ear = Ear("Terima kasih sudah menonton.", languages=())

    assert ear.transcript(np.zeros(60 * RATE, np.float32), language=None).words == ()
    assert ear.given == []


def test_a_clip_that_comes_back_empty_is_heard_as_a_whole(clips: dict[str, Clip]) -> None:
    samples = np.concatenate([np.zeros(6 * RATE, np.float32), clips["heldout-id"].samples])
    ear = Ear("", "Cahaya bagus")

    transcript = ear.transcript(samples)

    assert ear.given == [8, 14]
    assert [word.text for word in transcript.words] == ["Cahaya", "bagus"]
    assert transcript.notes == ()


def test_speech_that_nobody_understands_is_told(clips: dict[str, Clip]) -> None:
    transcript = Ear().transcript(clips["heldout-id"].samples)

    assert (transcript.words, transcript.notes) == (
        (),
        ("There is speech in this recording, but no word was understood.",),
    )


def test_an_unsure_language_is_asked_of_more_windows(clips: dict[str, Clip]) -> None:
    samples = clips["cahaya-bagus"].samples
    unsure = ({"ms": 0.5, "id": 0.4}, {"id": 0.9, "ms": 0.1})

    transcript = Ear("halo", languages=unsure).transcript(samples, language=None)

    assert (transcript.language, transcript.language_confidence) == ("id", 0.65)


def test_an_english_checkpoint_takes_english_only(clips: dict[str, Clip]) -> None:
    samples = clips["heldout-en"].samples

    assert Ear("So", languages=()).transcript(samples, None, multilingual=False).language == "en"
    with pytest.raises(InvalidValue, match="ear knows English only"):
        Ear().transcript(samples, "id", multilingual=False)


def test_a_language_that_was_given_is_never_asked_for(clips: dict[str, Clip]) -> None:
    transcript = Ear("halo", languages=()).transcript(clips["heldout-id"].samples, "ms")

    assert (transcript.language, transcript.language_confidence, transcript.notes) == ("ms", None, ())


def test_a_neighbour_of_indonesian_is_noted(clips: dict[str, Clip]) -> None:
    samples = clips["heldout-id"].samples

    transcript = Ear("halo semua", languages=({"ms": 0.5, "id": 0.45},)).transcript(samples, None)

    assert (transcript.language, transcript.language_confidence) == ("ms", 0.5)
    assert [note[:45] for note in transcript.notes] == ["It sounds like Malay (50%), or like Indonesia"]


def test_what_is_understood_for_hardly_certain_is_told(clips: dict[str, Clip]) -> None:
    ear = Ear()
    ear.hear = lambda samples, language: [[Word(f"kata{at}", at * 0.5, at * 0.5 + 0.4, 0.2) for at in range(10)]]

    transcript = ear.transcript(clips["heldout-id"].samples)

    assert transcript.notes == (
        "Little of this was understood for certain (20%): look whether it is spoken in Indonesian, and whether a "
        "larger checkpoint does better.",
    )


def test_the_prompt_said_back_in_silence_is_no_speech(clips: dict[str, Clip]) -> None:
    clip = clips["heldout-id"]
    length, quiet = len(clip.samples) / RATE, np.zeros(RATE, np.float32)
    echo = [Word("Siar", length + 0.2, length + 0.4, 0.9), Word("Studio.", length + 0.4, length + 0.8, 0.9)]
    said = [Word(word["text"], word["start"], word["end"], 0.9) for word in clip.words]
    ear = Ear()
    ear.hear = lambda samples, language: [said, echo]

    transcript = ear.transcript(np.concatenate([clip.samples, quiet]), prompt="Siar Studio.")

    assert transcript.text == clip.text.replace("\n", " ")


@lru_cache(maxsize=1)
def short_clip() -> Clip:
    return read_clip(Path(__file__).resolve().parent.parent / "assets" / "heldout-id.flac")


numbers = st.sampled_from(["Rp50.000", "lima", "puluh", "ribu,", "50%", "12.12", "kata", "[Musik]", "♪", "1"])
times = st.floats(-3, 40)
anything = st.lists(st.tuples(numbers, times, times, st.floats(0, 1)), max_size=20)


@settings(max_examples=40, deadline=None)
@given(anything, st.sampled_from(["", "Harga lima puluh ribu rupiah, diskon 50% di 12.12. Kata lima puluh ribu."]))
def test_every_word_has_a_time_inside_the_recording_whatever_is_heard(
    heard: list[tuple[str, float, float, float]], script: str
) -> None:
    ear = Ear()
    ear.hear = lambda samples, language: [[Word(*one) for one in heard[:12]], [Word(*one) for one in heard[12:]]]
    rules = [Rule("lima puluh ribu", "Rp50.000"), Rule("kata", "dua kata"), Rule(r"(\d+)%", r"\1 persen", regex=True)]

    transcript = apply_rules(ear.transcript(short_clip().samples), rules)
    transcript = correct(transcript, script) if script else transcript

    for word in transcript.words:
        assert 0 <= word.start <= word.end <= transcript.audio_s + 0.001, word
    assert [word.start for word in transcript.words] == sorted(word.start for word in transcript.words)


@pytest.mark.parametrize(
    ("given", "code"),
    [("id", "id"), ("id-ID", "id"), ("Indonesian", "id"), ("en_US", "en"), ("jv", "jw"), ("auto", None), ("", None)],
)
def test_languages_are_known_by_their_names(given: str, code: str | None) -> None:
    assert whisper_code(given) == code


def test_what_is_no_language_is_told() -> None:
    with pytest.raises(InvalidValue, match="xx is no language"):
        whisper_code("xx")
