"""Search over the items: every word as the beginning of one, letters with marks like those without."""

from __future__ import annotations

import re

from studio.store.session import Store

# A word in the title says more about an item than one in its notes; the order is that of the index's columns.
_WEIGHTS = (10.0, 5.0, 4.0, 3.0, 3.0, 2.0, 2.0, 3.0, 1.0, 1.0, 2.0, 1.0)


def search(store: Store, text: str) -> list[int]:
    """The ids of the items that hold all words of `text`, the best first; [] where it has no word."""
    words = re.findall(r"\w+", text)
    if not words:
        return []
    query = " ".join(f'"{word}"*' for word in words)
    rank = f"bm25(items_search, {', '.join(map(str, _WEIGHTS))})"
    rows = store.rows(f"SELECT rowid AS id FROM items_search WHERE items_search MATCH ? ORDER BY {rank}", [query])
    return [row["id"] for row in rows]
