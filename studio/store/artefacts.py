"""What the steps made: each artefact with the fingerprint of its inputs and its own hash. Not part of the undo log."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from studio.checks import Check
from studio.store.session import Store
from studio.store.undo_log import bump_revision


@dataclass(frozen=True, slots=True)
class Artefact:
    """A file that a step made.

    `subject` is "item:UID" or "file:ABSPATH"; `path` is as `Workspace.relative` gives it; `inputs` are the hashes
    or values that went into `fingerprint`, by name; `made_at` is in UTC; `how` is for people ("fast, siar-demo");
    `checks` are what was looked at when it was made.
    """

    subject: str
    step: str
    name: str
    path: str
    fingerprint: str
    inputs: dict[str, Any]
    output_hash: str
    made_at: datetime
    how: str = ""
    checks: tuple[Check, ...] = ()


def record_artefacts(store: Store, made: Iterable[Artefact]) -> None:
    """Remember `made`; each takes the place of the one of the same subject, step and name."""
    rows = [
        (part.subject, part.step, part.name, part.path, part.fingerprint, json.dumps(part.inputs, ensure_ascii=False),
         part.output_hash, part.made_at.isoformat(), part.how, _text(part.checks))
        for part in made
    ]  # fmt: skip
    with store.transaction():
        store.db.conn.executemany(f"INSERT OR REPLACE INTO artefacts VALUES ({', '.join('?' * 10)})", rows)
        bump_revision(store.db)  # readiness follows from artefacts, and views show it


def record_checks(store: Store, subject: str, step: str, checks: Iterable[Check]) -> None:
    """Keep what was looked at with every artefact of the step, so that showing it later costs nothing."""
    with store.transaction():
        store.db.execute(
            "UPDATE artefacts SET checks = ? WHERE subject = ? AND step = ?", [_text(checks), subject, step]
        )
        bump_revision(store.db)


def forget_artefacts(store: Store, subject: str, step: str | None = None, names: Iterable[str] | None = None) -> None:
    """Forget what `step` (or any step) made for `subject`, all of it or these names; the files stay."""
    rows = [(subject, step, name) for name in names] if names is not None else [(subject, step, None)]
    with store.transaction():
        store.db.conn.executemany(
            "DELETE FROM artefacts WHERE subject = ? AND step = coalesce(?, step) AND name = coalesce(?, name)", rows
        )
        bump_revision(store.db)


def artefacts(store: Store, subject: str, step: str | None = None) -> list[Artefact]:
    """What `step` (or any step) made for `subject`, by step and name."""
    return [
        _artefact(row)
        for row in store.rows(
            "SELECT * FROM artefacts WHERE subject = ? AND step = coalesce(?, step) ORDER BY step, name",
            [subject, step],
        )
    ]


def all_artefacts(store: Store) -> dict[str, list[Artefact]]:
    """Every artefact by subject: one query for a view that shows the readiness of many items."""
    found: dict[str, list[Artefact]] = {}
    for row in store.rows("SELECT * FROM artefacts ORDER BY subject, step, name"):
        found.setdefault(row["subject"], []).append(_artefact(row))
    return found


def is_made(store: Store, path: str, digest: str) -> bool:
    """Whether the program itself made the file at `path` (as the workspace stores it), or one with this digest."""
    return bool(store.rows("SELECT 1 FROM artefacts WHERE path = ? OR output_hash = ? LIMIT 1", [path, digest]))


def _text(checks: Iterable[Check]) -> str:
    return json.dumps([asdict(check) for check in checks], ensure_ascii=False)


def _artefact(row: Mapping[str, Any]) -> Artefact:
    read = {
        "inputs": json.loads(row["inputs"]),
        "made_at": datetime.fromisoformat(row["made_at"]),
        "checks": tuple(Check(**check) for check in json.loads(row["checks"])),
    }
    return Artefact(**{**row, **read})
