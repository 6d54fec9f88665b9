"""sqlite-utils' Database with write transactions that two processes can make at once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlite_utils import Database


class ImmediateDatabase(Database):  # type: ignore[misc]  # sqlite-utils is not followed by the type checker
    """A Database whose outermost `atomic()` begins IMMEDIATE; every write of sqlite-utils goes through it.

    A transaction that begins DEFERRED and reads before it writes cannot wait for another writer: SQLite answers
    "database is locked" at once, for otherwise both would wait for ever.
    """

    @contextmanager
    def atomic(self) -> Iterator[Database]:
        """One transaction, or a savepoint within one; rolled back by any exception."""
        if self.conn.in_transaction:
            with super().atomic():
                yield self
            return
        self.conn.execute("BEGIN IMMEDIATE")
        try:
            yield self
            self.conn.execute("COMMIT")
        except BaseException:
            self.rollback()
            raise
