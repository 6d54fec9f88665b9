"""How often each item and series was changed, and when last: what a calendar file needs to be taken as newer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from studio.store.session import Store


@dataclass(frozen=True, slots=True)
class Revision:
    """`sequence` only ever grows, also when a change is undone (RFC 5545, 3.8.7.4); `changed` is in UTC."""

    sequence: int
    changed: datetime


def revisions(store: Store) -> dict[str, Revision]:
    """The revision of every item and series that there ever was, by uid."""
    rows = store.rows("SELECT uid, sequence, changed FROM revisions")
    return {row["uid"]: Revision(row["sequence"], datetime.fromisoformat(row["changed"])) for row in rows}
