"""sqlite-utils' Database with write transactions that two processes can make at once."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

# sqlite-utils takes numpy along where it is there, for kinds of values that are never stored here: a fifth of the time
# in which the window starts. None makes its import fail, which sqlite-utils expects.
_WITHOUT = [name for name in ("numpy", "pandas") if name not in sys.modules]
sys.modules.update(dict.fromkeys(_WITHOUT))  # type: ignore[arg-type]
try:
    from sqlite_utils import Database
finally:
    for name in _WITHOUT:
        del sys.modules[name]


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
