"""The engine for a known script: it recognises nothing, and times what is written; any language, no checkpoint."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studio.errors import NoSpeechSource
from studio.speech.audio import RATE, Progress
from studio.speech.script_timing import spoken_rate, time_script
from studio.speech.voice import speech_spans
from studio.speech.words import Transcript, segments_by_pause

if TYPE_CHECKING:
    from studio.speech.audio import Samples
    from studio.speech.phrases import Phrases

_RATES = (1.5, 9.0)
"""Syllables a second below and above which nobody speaks; the script is then not what was said."""

_COMMON = {
    "id": frozenset(("yang", "dan", "di", "ke", "dari", "untuk", "dengan", "ini", "itu", "kamu", "kita", "jangan")),
    "en": frozenset(("the", "and", "of", "to", "in", "for", "with", "this", "that", "you", "your", "do", "is", "a")),
}  # fmt: skip


class ScriptEngine:
    """Times a known script by voice activity, syllables and a dynamic programme."""

    name = "script"
    model = ""

    def transcribe(
        self,
        samples: Samples,
        *,
        language: str | None = None,
        script: str | None = None,
        prompt: str = "",
        phrases: Phrases | None = None,
        progress: Progress | None = None,
    ) -> Transcript:
        """The words of `script` with their times; nothing is recognised, so `prompt` and `phrases` have no part in it.

        Raises NoSpeechSource where there is no script.
        """
        if not (script or "").strip():
            raise NoSpeechSource(
                "There is no script to take the words from", "Give one with --script, or choose another engine"
            )
        assert script is not None
        language = language or guess_language(script)
        if progress:
            progress(0.0, "Listening for speech")
        spans = speech_spans(samples)
        if progress:
            progress(0.8, "Timing the script")
        words = time_script(samples, script, language, spans)
        notes: tuple[str, ...] = ()
        if not spans:
            notes = ("Nobody speaks in this recording.",)
        elif not _RATES[0] <= (rate := spoken_rate(script, language, spans)) <= _RATES[1]:
            length = "longer" if rate > _RATES[1] else "shorter"
            notes = (f"The script is much {length} than what is said here ({rate:.1f} syllables a second).",)
        return Transcript(
            language, self.name, self.model, len(samples) / RATE, words, segments_by_pause(words), notes=notes
        )


def guess_language(text: str) -> str:
    """ "en" where the commonest English words outnumber the Indonesian ones in `text`, else "id"."""
    words = re.findall(r"\w+", text.lower())
    counts = {language: sum(word in common for word in words) for language, common in _COMMON.items()}
    return "en" if counts["en"] > counts["id"] else "id"
