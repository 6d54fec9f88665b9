"""Words and cues with their times (.json), for other programs: keys as the README lists them, times in seconds."""

from __future__ import annotations

import json
from contextlib import suppress

from studio.errors import InvalidValue
from studio.speech.words import Word
from studio.subtitles.cue import Cue
from studio.subtitles.files.content import Subtitles


def write(subtitles: Subtitles) -> str:
    """`{language, engine, words: [{text, start, end, confidence}], cues: [{start, end, text}]}`.

    A cue that a person should look at has a `note` too.
    """
    document = {
        "language": subtitles.language,
        "engine": subtitles.engine,
        "words": [
            {
                "text": word.text,
                "start": round(word.start, 3),
                "end": round(word.end, 3),
                "confidence": None if word.confidence is None else round(word.confidence, 3),
            }
            for word in subtitles.words
        ],
        "cues": [
            {
                "start": round(cue.start, 3),
                "end": round(cue.end, 3),
                "text": cue.text,
                **({"note": cue.note} if cue.note else {}),
            }
            for cue in subtitles.cues
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def read_words(text: str) -> list[Word]:
    """The words of such a document; those that cannot be read, as after a slip of an editor, are left out."""
    words: list[Word] = []
    with suppress(ValueError):
        document = json.loads(text)
        told = document.get("words") if isinstance(document, dict) else None
        for one in told if isinstance(told, list) else []:
            with suppress(KeyError, TypeError, ValueError):
                words.append(Word(str(one["text"]), float(one["start"]), float(one["end"]), one.get("confidence")))
    return words


def read(text: str, name: str) -> Subtitles:
    """What such a document holds. Raises InvalidValue, with the file's `name`, for another one."""
    try:
        document = json.loads(text)
        cues = tuple(
            Cue(float(one["start"]), float(one["end"]), tuple(str(one["text"]).split("\n")))
            for one in document.get("cues", [])
        )
        told = str(document.get("language", "und")), str(document.get("engine", ""))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise InvalidValue(
            f"{name} holds no words and cues", "Make it again with `siar subtitle --format json`"
        ) from error
    return Subtitles(cues, *told, tuple(read_words(text)))
