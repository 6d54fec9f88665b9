"""An open workspace database: reads, transactions, and actions that can be undone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from types import TracebackType
from typing import TYPE_CHECKING, Any

from studio.plan.item import Item
from studio.store import undo_log
from studio.store.connection import advised
from studio.store.soundness import find_damage
from studio.workspace import Workspace

if TYPE_CHECKING:
    from sqlite_utils import Database


class Store:
    """One connection to a workspace's database; it belongs to the thread that opened it.

    `notices` are sentences for the user about what did not go well on opening, such as a backup that failed.
    """

    def __init__(self, workspace: Workspace, db: Database, notices: Sequence[str] = ()) -> None:
        self.workspace = workspace
        self.db = db
        self.notices = tuple(notices)
        # The items that were read, by id, each with its row: a page that is shown again is not made again.
        self.known_items: dict[int, tuple[tuple[Any, ...], Item]] = {}
        self._action: int | None = None

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def wait_at_most(self, seconds: float) -> None:
        """Wait no longer than this for another process that holds the database, before WorkspaceBusy is raised."""
        self.db.conn.execute(f"PRAGMA busy_timeout = {round(seconds * 1000)}").fetchall()

    def close(self) -> None:
        """Close the connection; what was not committed is lost."""
        self.db.close()

    def rows(self, sql: str, values: Sequence[object] | Mapping[str, object] = ()) -> list[dict[str, Any]]:
        """The rows of one SELECT. All of them at once: a half-read query would keep other processes from writing.

        Raises WorkspaceBusy, DamagedDatabase and the other WorkspaceErrors.
        """
        with advised(self.workspace):
            cursor = self.db.conn.execute(sql, values)
            names = [column[0] for column in cursor.description]
            return [dict(zip(names, row, strict=True)) for row in cursor]

    def tuples(self, sql: str, values: Sequence[object] | Mapping[str, object] = ()) -> list[tuple[Any, ...]]:
        """As `rows`, each row without its names: for queries that give thousands."""
        with advised(self.workspace):
            return list(self.db.conn.execute(sql, values))

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of the block's writes or none, for what is not part of the undo history. Nests.

        Raises WorkspaceBusy, ReadOnlyWorkspace, OutOfSpace and the other WorkspaceErrors.
        """
        with advised(self.workspace), self.db.atomic():
            yield

    @contextmanager
    def action(self, label: str) -> Iterator[None]:
        """All of the block's changes or none, as one step of the undo history, named `label`.

        An action within an action joins the outer one. A block that changes nothing leaves no step.
        """
        with self._logged(undo_log.open_action, label):
            yield

    @contextmanager
    def continued(self, label: str) -> Iterator[None]:
        """All of the block's changes or none, as a part of the last action of the history; `label` where there is none.

        For what the program does by itself, such as planning the next occurrences of a series: undo takes back what a
        person did last, and never meets such changes alone.
        """
        with self._logged(undo_log.reopen_action, label):
            yield

    @contextmanager
    def _logged(self, begin: Callable[[Database, str], int], label: str) -> Iterator[None]:
        with self.transaction():
            if self._action is not None:
                yield
                return
            before = undo_log.last_change(self.db)
            number = begin(self.db, label)
            self._action = number
            try:
                yield
                undo_log.close_action(self.db, number, before)
            finally:
                self._action = None

    @property
    def in_action(self) -> bool:
        """Whether an action is open on this connection."""
        return self._action is not None

    def damage(self) -> str | None:
        """What is wrong in the database, None if it is whole: every page is looked at, which no query does."""
        with advised(self.workspace):
            return find_damage(self.db.conn)

    def version(self) -> int:
        """A number that is another one after any process changed the plan or what is known of its files."""
        with advised(self.workspace):
            return int(self.db.conn.execute("SELECT revision FROM plan_state").fetchone()[0])
