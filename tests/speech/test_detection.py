"""The language is detected with how sure that is; Indonesian and its neighbours are never confused in silence."""

from __future__ import annotations

import numpy as np
import pytest

from studio.speech.audio import RATE
from studio.speech.detection import Detected, detected, language_name
from studio.speech.voice import Span
from studio.speech.windows import Window

SOUND = np.zeros(10 * RATE, np.float32)
WINDOWS = [Window((Span(at, at + 1.0),)) for at in (0.0, 2.0, 4.0, 6.0)]


def asked(*answers: dict[str, float]) -> tuple[Detected, int]:
    """What is found, and how many windows were asked."""
    left = list(answers)
    found = detected(SOUND, WINDOWS, lambda samples: left.pop(0))
    return found, len(answers) - len(left)


def test_a_sure_language_is_asked_once_and_needs_no_note() -> None:
    assert asked({"id": 0.93, "ms": 0.05}) == (Detected("id", 0.93), 1)
    assert asked({"en": 0.99}) == (Detected("en", 0.99), 1)


def test_malay_is_told_with_the_way_out_though_it_is_sure() -> None:
    found, windows = asked(*[{"ms": 0.62, "id": 0.31, "jw": 0.02}] * 3)

    assert (found.language, found.confidence, windows) == ("ms", 0.62, 3)
    assert found.note == (
        "It sounds like Malay (62%), or like Indonesian (31%); the two are easily confused. "
        "If it is Indonesian, choose that language and make it again (--language id)."
    )


@pytest.mark.parametrize(("code", "name"), [("jw", "Javanese"), ("su", "Sundanese"), ("ms", "Malay")])
def test_every_neighbour_that_leads_narrowly_is_told(code: str, name: str) -> None:
    found, _ = asked(*[{code: 0.41, "id": 0.4}] * 3)

    assert found.language == code
    assert found.note.startswith(f"It sounds like {name} (41%), or like Indonesian (40%)")


def test_more_windows_may_turn_a_neighbour_into_indonesian() -> None:
    found, windows = asked({"jw": 0.7, "id": 0.3}, {"id": 0.95}, {"id": 0.95})

    assert (found.language, found.confidence, found.note, windows) == ("id", 0.733, "", 3)


def test_any_other_doubt_is_told_with_its_rival() -> None:
    found, _ = asked(*[{"en": 0.45, "de": 0.3, "nl": 0.25}] * 3)

    assert found.note == (
        "The language is not sure: English (45%), perhaps German (30%). "
        "If it is another, choose that and make it again (--language CODE)."
    )
    assert asked(*[{"id": 0.5}] * 3)[0].note.startswith("The language is not sure: Indonesian (50%). ")


def test_languages_have_english_names() -> None:
    assert [language_name(code) for code in ("id", "jw", "en", "xx")] == ["Indonesian", "Javanese", "English", "xx"]
