"""Which language is spoken, how sure that is, and a plain sentence where it is easily taken for another one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from studio.speech.windows import Window

if TYPE_CHECKING:
    from studio.speech.audio import Samples

Detect = Callable[["Samples"], dict[str, float]]
"""The probability of each language (Whisper's code), from the first half minute of the sound."""

CONFUSED = ("id", "ms", "jw", "su")
"""Indonesian and the languages that Whisper takes it for: Malay, Javanese and Sundanese."""
_SURE = 0.6
"""Below this probability two more windows are asked."""
_DOMINANT = 0.5
"""From this sum on, Indonesian and its neighbours are meant, whichever of them is ahead."""
_WINDOWS = 3


@dataclass(frozen=True, slots=True)
class Detected:
    """The likeliest language as Whisper's code, its probability, and what a person should know of it, or ""."""

    language: str
    confidence: float
    note: str = ""


def detected(samples: Samples, windows: Sequence[Window], detect: Detect) -> Detected:
    """The likeliest language by the mean over three windows, or by the first where that is sure and no neighbour's.

    A narrow lead of Malay, Javanese or Sundanese over Indonesian is never passed over in silence: `note` says it.
    """
    sums: dict[str, float] = {}
    for count, window in enumerate(windows[:_WINDOWS], 1):
        for language, probability in detect(window.sound(samples)).items():
            sums[language] = sums.get(language, 0.0) + probability
        best = max(sums, key=sums.__getitem__)
        if count == 1 and sums[best] >= _SURE and best not in CONFUSED[1:]:
            break
    means = {language: total / count for language, total in sums.items()}
    return Detected(best, round(means[best], 3), _note(means, best))


def _note(means: dict[str, float], best: str) -> str:
    close = sum(means.get(language, 0.0) for language in CONFUSED)
    if best in CONFUSED[1:] and close >= _DOMINANT:
        indonesian = means.get("id", 0.0)
        also = f", or like Indonesian ({indonesian:.0%})" if indonesian >= 0.005 else ""
        return (
            f"It sounds like {language_name(best)} ({means[best]:.0%}){also}; the two are easily confused. "
            "If it is Indonesian, choose that language and make it again (--language id)."
        )
    if means[best] >= _SURE:
        return ""
    second = max((one for one in means if one != best), key=means.__getitem__, default=None)
    rival = f", perhaps {language_name(second)} ({means[second]:.0%})" if second and means[second] >= 0.005 else ""
    return (
        f"The language is not sure: {language_name(best)} ({means[best]:.0%}){rival}. "
        "If it is another, choose that and make it again (--language CODE)."
    )


def language_name(code: str) -> str:
    """The English name of a language by Whisper's code: "Malay" for "ms"; the code where there is none."""
    from babel import Locale

    return str(Locale("en").languages.get({"jw": "jv"}.get(code, code), code))
