"""Spoken text cut into sentences, without being fooled by "Rp15.000", "jam 19.00" or "dll."."""

from __future__ import annotations

import re

# The end of a sentence: its sign with any closing quotes, then space, then something that can begin the next one.
_END = re.compile(r"""[.!?…]+["'”’»)\]]*(?=\s+["'“‘«(\[¿¡]*[A-Z0-9À-ÖØ-Þ])""")
_ABBREVIATION = re.compile(
    r"(?:\b(?:dll|dst|dsb|dkk|hlm|no|tgl|bpk|sdr|dr|prof|mr|mrs|ms|vs|etc|e\.g|i\.e|st|jl|min|max|approx)|\b[A-Z])\.$",
    re.IGNORECASE,
)
_NEVER_LAST = re.compile(r"\b(?:no|tgl|bpk|sdr|dr|prof|mr|mrs|ms|vs|e\.g|i\.e|st|jl|[A-Z])\.$", re.IGNORECASE)


def sentences(text: str) -> list[str]:
    """The sentences of `text`, in order, with their signs; joined by spaces they are `text` again (spaces folded)."""
    text = " ".join(text.split())
    found: list[str] = []
    start = 0
    for end in _END.finditer(text):
        piece = text[start : end.end()]
        # "dll." may end a sentence when a capital follows, "Dr." never does.
        if _NEVER_LAST.search(piece) or (_ABBREVIATION.search(piece) and text[end.end() + 1].isdigit()):
            continue
        found.append(piece.strip())
        start = end.end()
    if rest := text[start:].strip():
        found.append(rest)
    return found
