"""Plain reading text (.txt): what was said, in paragraphs, without times."""

from __future__ import annotations

from studio.subtitles.files.content import Subtitles
from studio.subtitles.syntax import sentence_ends

# A speaker who pauses that long after a sentence begins another thought.
_PARAGRAPH_S = 1.5


def write(subtitles: Subtitles) -> str:
    """The text of a .txt file: one paragraph between two long pauses, each on a line of its own."""
    paragraphs: list[list[str]] = []
    end = 0.0
    for cue in subtitles.cues:
        text = " ".join(cue.lines)
        if not paragraphs or (cue.start - end >= _PARAGRAPH_S and sentence_ends(paragraphs[-1][-1].split()[-1])):
            paragraphs.append([])
        paragraphs[-1].append(text)
        end = cue.words[-1].end if cue.words else cue.end
    return "\n\n".join(" ".join(paragraph) for paragraph in paragraphs) + ("\n" if paragraphs else "")
