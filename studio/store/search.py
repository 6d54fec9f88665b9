"""Search over the items: every word as the beginning of one, letters with marks like those without."""

from __future__ import annotations

from studio.plan.texts import search_words
from studio.store.session import Store

_MOST = 64  # words of one search: a page that was pasted has more than FTS5 takes


def search(store: Store, text: str) -> set[int]:
    """The ids of the items that hold all words of `text`; none where it has no word."""
    words = search_words(text)[:_MOST]
    if not words:
        return set()
    # In no order: to weigh ten thousand finds takes longer than a person waits for a letter.
    query = " ".join(f'"{word}"*' for word in words)
    rows = store.tuples("SELECT rowid FROM items_search WHERE items_search MATCH ?", [query])
    return {number for (number,) in rows}
