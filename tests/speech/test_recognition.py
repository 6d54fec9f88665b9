"""How what a recogniser hears becomes a transcript, whichever it is."""

from __future__ import annotations

import numpy as np
import pytest
from speech_clips import Clip

from studio.errors import InvalidValue
from studio.speech.audio import RATE
from studio.speech.languages import whisper_code
from studio.speech.recognition import recognise
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

    def transcript(self, samples: np.ndarray, language: str | None = "id", multilingual: bool = True) -> Transcript:
        return recognise(
            samples,
            self.hear,
            self.detect,
            engine="fast",
            model="ear",
            multilingual=multilingual,
            language=language,
            progress=None,
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


@pytest.mark.parametrize(
    ("given", "code"),
    [("id", "id"), ("id-ID", "id"), ("Indonesian", "id"), ("en_US", "en"), ("jv", "jw"), ("auto", None), ("", None)],
)
def test_languages_are_known_by_their_names(given: str, code: str | None) -> None:
    assert whisper_code(given) == code


def test_what_is_no_language_is_told() -> None:
    with pytest.raises(InvalidValue, match="xx is no language"):
        whisper_code("xx")
