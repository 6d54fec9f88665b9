"""Open a workspace's database: refuse what is not ours or too new, back up, migrate."""

from __future__ import annotations

from datetime import datetime

from studio.errors import DamagedDatabase, SiarError
from studio.store.backups import back_up_database, thin
from studio.store.connection import advised, connect, prepare
from studio.store.migrations import SCHEMA, migrate
from studio.store.session import Store
from studio.store.soundness import damaged, newest_good, refuse_foreign, schema_of
from studio.workspace import Workspace, backup_time, backups

_LEAST = 512  # bytes of SQLite's smallest page: a file with fewer holds nothing, and SQLite takes it for a new one


def open_store(workspace: Workspace) -> Store:
    """The store of `workspace`, made on first use; use it as a context manager, in one thread.

    A verified backup is taken before a migration and once a day.
    An empty file where backups are is no new plan: a power failure or a synchroniser left it.
    Raises NewerSchema, DamagedDatabase (with the newest good backup named), ReadOnlyWorkspace, WorkspaceBusy,
    OutOfSpace, or WorkspaceError for another program's database.
    """
    missing = not workspace.database.exists()
    if not missing and workspace.database.stat().st_size < _LEAST and (good := newest_good(workspace)) is not None:
        raise damaged(workspace.database, "it is empty", good)
    with advised(workspace):
        db = connect(workspace.database)
        try:
            refuse_foreign(db.conn, workspace.database)
            prepare(db)
            notices = []
            schema = schema_of(db.conn)
            if 0 < schema < SCHEMA:
                back_up_database(workspace, db.conn)
            elif schema and not _backed_up_today(workspace):
                try:
                    with advised(workspace):
                        back_up_database(workspace, db.conn)
                    thin(workspace)
                except DamagedDatabase:
                    raise
                except SiarError as error:
                    # A full disk must not keep anybody from reading the plan; the caller shows the notice.
                    notices.append(f"Today's backup could not be made. {error}")
            migrate(db)
            if missing and (good := newest_good(workspace)) is not None:
                there = f"There was no siar.db in {workspace.root}, so an empty plan was begun"
                notices.append(f'{there}. Its backups are there: `siar restore "{good}"` brings the newest back.')
            return Store(workspace, db, notices)
        except BaseException:
            db.close()
            raise


def _backed_up_today(workspace: Workspace) -> bool:
    times = (backup_time(path) for path in backups(workspace))
    return any(when and when.date() == datetime.now().date() for when in times)
