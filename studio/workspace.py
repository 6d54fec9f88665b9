"""A workspace: the folder that a user owns, with `siar.db`, `media/`, `out/` and `backups/`."""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path, PurePath

from studio.errors import OutOfSpace, ReadOnlyWorkspace, WorkspaceError

_FULL = {errno.ENOSPC, errno.EDQUOT}
# Folders that another program copies to and from a server: it copies siar.db in the middle of a change.
_SYNCED = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "icloud": "iCloud",
    "icloud drive": "iCloud",
    "iclouddrive": "iCloud",
    "mobile documents": "iCloud",
    "nextcloud": "Nextcloud",
}
NETWORK = "network"
_NETWORKS = {"nfs", "nfs4", "cifs", "smbfs", "smb3", "afpfs", "webdav", "fuse.sshfs", "9p"}
DAYS_KEPT, MONTHS_KEPT = 14, 12


@dataclass(frozen=True, slots=True)
class Workspace:
    """The paths of one workspace; `root` is absolute."""

    root: Path

    @property
    def database(self) -> Path:
        """The plan and all that is known of its files."""
        return self.root / "siar.db"

    @property
    def media(self) -> Path:
        """Recordings that the user put here."""
        return self.root / "media"

    @property
    def out(self) -> Path:
        """What the program makes."""
        return self.root / "out"

    @property
    def backups(self) -> Path:
        """Verified copies of `database`, named by when they were made."""
        return self.root / "backups"

    def relative(self, path: Path) -> str:
        """`path` as it is stored: from the root and with "/" where it lies inside, else absolute.

        A path that is not absolute is one from the current folder, as everywhere.
        """
        for whole in (Path(os.path.normpath(path.absolute())), path.resolve()):
            if whole.is_relative_to(self.root):
                return whole.relative_to(self.root).as_posix()
        return str(Path(os.path.normpath(path.absolute())))

    def absolute(self, text: str) -> Path:
        """The path that `relative` stored as `text`; ".." and "." are taken out, links are not followed."""
        return Path(os.path.normpath(self.root / text))


def default_root() -> Path:
    """`$SIAR_WORKSPACE`, else `~/Siar`."""
    named = os.environ.get("SIAR_WORKSPACE", "")
    return Path(named).expanduser() if named else Path.home() / "Siar"


def open_workspace(root: Path | None = None) -> Workspace:
    """The workspace in the folder `root` (else `default_root()`), created on first use.

    Raises ReadOnlyWorkspace where it cannot be written, OutOfSpace, or WorkspaceError where `root` cannot be a folder.
    """
    try:
        workspace = Workspace((root or default_root()).expanduser().resolve())
    except (OSError, RuntimeError) as error:  # "~name" of nobody on this computer; links in a circle
        raise WorkspaceError(
            f"The workspace {root or os.environ.get('SIAR_WORKSPACE', '~/Siar')} cannot be found ({error})",
            "Name its whole path with --workspace",
        ) from error
    folders = (workspace.root, workspace.media, workspace.out, workspace.backups)
    for folder in folders:
        _make(folder, workspace.root)
    _try_to_write(workspace.root)
    _look_at_database(workspace)
    return workspace


def _make(folder: Path, root: Path) -> None:
    try:
        if folder.is_dir():
            return
        for part in (folder, *folder.parents):
            if part.is_file():
                raise ReadOnlyWorkspace(
                    f"{part} is a file, so the workspace {root} cannot be there", "Choose another folder"
                )
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise cannot_write(root, error) from error


def _try_to_write(root: Path) -> None:
    # The administrator may write where the owner said nobody should; and access() knows nothing of a full or
    # read-only disk on every system. So: the mode, then the system's word, then a real file.
    # On Windows the read-only attribute of a folder says nothing about files in it.
    no_write_bit = os.name == "posix" and not root.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH)
    if no_write_bit or not os.access(root, os.W_OK):
        raise cannot_write(root)
    try:
        with tempfile.TemporaryFile(dir=root, prefix=".siar-") as file:
            file.write(b"0")
    except OSError as error:
        if error.errno in _FULL and (root / "siar.db").is_file():
            return  # the plan can be read, and a change that finds no room says so itself
        raise cannot_write(root, error) from error


def _look_at_database(workspace: Workspace) -> None:
    # Never by opening it: closing a database file outside SQLite drops the locks of this process on it
    # (sqlite.org/howtocorrupt.html, 2.2).
    path = workspace.database
    if not path.exists():
        return
    if not path.is_file():
        raise WorkspaceError(f"{path} is a folder, not a database", "Move it away, or choose another workspace")
    if not path.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH) or not os.access(path, os.W_OK):
        raise ReadOnlyWorkspace(
            f"The workspace's database {path} is read-only", "Allow writing to it, or choose another workspace"
        )


def cannot_write(root: Path, error: OSError | None = None) -> WorkspaceError | OutOfSpace:
    """The error to raise where the workspace in `root` cannot be written."""
    if error is not None and error.errno in _FULL:
        return OutOfSpace(f"The disk that holds the workspace {root} is full", "Free some space, then try again")
    why = f" ({error.strerror})" if error is not None and error.strerror else ""
    return ReadOnlyWorkspace(
        f"The workspace {root} cannot be written to{why}",
        "Allow writing to this folder, or choose another one with --workspace",
    )


def unsafe_place(root: Path) -> str | None:
    """The name of the service that synchronises `root` ("OneDrive"), NETWORK on a network drive, else None.

    SQLite loses data there: a synchroniser copies half a change, and network drives answer wrongly about locks.
    """
    for part in root.parts:
        # "OneDrive - Nama Perusahaan", "Dropbox (Personal)", "GoogleDrive-nama@contoh.id"
        word = part.casefold()
        for name, service in _SYNCED.items():
            if word == name or word.startswith((f"{name} -", f"{name} (", f"{name}-")):
                return service
    if str(root).startswith(("\\\\", "//")) or _file_system(root) in _NETWORKS:
        return NETWORK
    return None


def sync_warning(root: Path) -> str | None:
    """A sentence for the user where `root` lies in a cloud folder or on a network drive, else None."""
    place = unsafe_place(root)
    if place is None:
        return None
    where = "on a network drive" if place == NETWORK else f"in a folder that {place} synchronises"
    return (
        f"The workspace {root} lies {where}, where its database can lose changes. "
        "Keep it on this computer's own disk, and exchange plans by sheet or calendar file."
    )


def _file_system(root: Path) -> str:
    import psutil

    mounts = {part.mountpoint: part.fstype for part in psutil.disk_partitions(all=True)}
    return next((mounts[str(part)] for part in (root, *root.parents) if str(part) in mounts), "")


def backup_name(now: datetime) -> str:
    """The file name of a backup made at `now`: "siar-20261201-190000.db"."""
    return now.strftime("siar-%Y%m%d-%H%M%S.db")


def backup_time(path: PurePath) -> datetime | None:
    """When the backup `path` was made, by its name; None where the file is no backup of ours."""
    name, _, copy = path.stem.partition(" ")
    if path.suffix != ".db" or (copy and not (copy.startswith("(") and copy.endswith(")"))):
        return None
    try:
        return datetime.strptime(name, "siar-%Y%m%d-%H%M%S")
    except ValueError:
        return None


def backups(workspace: Workspace) -> list[Path]:
    """The workspace's backups, the newest first; last those that a wrong clock dated into the future."""
    now = datetime.now() + timedelta(days=1)  # a computer that is carried westwards
    made = [path for path in workspace.backups.glob("siar-*.db") if backup_time(path)]
    return sorted(made, key=lambda path: (_age(path)[0] <= now, *_age(path)), reverse=True)


def _age(path: PurePath) -> tuple[datetime, int]:
    """What the backups of ours are ordered by: of two made in the same second, the later one is numbered."""
    number = path.stem.partition(" (")[2].rstrip(")")
    return backup_time(path) or datetime.min, int(number) if number.isdecimal() else 1


def superfluous(paths: Iterable[Path], today: date) -> list[Path]:
    """The backups among `paths` that need not be kept.

    Kept are all of today, the last of each of the 14 days before on which one was made, and of each of the 12 months
    before. They are counted, not reckoned from today: after a long absence, or on a day on which the computer's clock
    is wrong, nothing goes that would not go else. Files that are no backups of ours are never superfluous.
    """
    ordered = sorted((path for path in paths if backup_time(path)), key=_age, reverse=True)
    dated = [(_age(path)[0], path) for path in ordered]
    last_of_day: dict[date, Path] = {}
    last_of_month: dict[tuple[int, int], Path] = {}
    for when, path in dated:
        last_of_day.setdefault(when.date(), path)
        last_of_month.setdefault((when.year, when.month), path)
    this_month = (today.year, today.month)
    days = sorted((day for day in last_of_day if day < today), reverse=True)[:DAYS_KEPT]
    months = sorted((month for month in last_of_month if month < this_month), reverse=True)[:MONTHS_KEPT]
    kept = {last_of_day[day] for day in days} | {last_of_month[month] for month in months}
    if this_month in last_of_month:
        kept.add(last_of_month[this_month])
    return [path for when, path in dated if when.date() < today and path not in kept]
