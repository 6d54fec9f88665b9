"""Words and cues with their times (.json), for other programs: keys as the README lists them, times in seconds."""

from __future__ import annotations

import json

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
