"""The schema of `siar.db`, as numbered steps that each run once.

To change the schema, add a function to the end of MIGRATIONS; never edit one that was released. After a change
of a user table call `make_undo_triggers(db, table)` again: sqlite-utils' `transform` drops triggers without a word.
A step that leaves the undo log's statements wrong (a column renamed or dropped) also calls `forget_history(db)`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from studio.store.undo_log import make_undo_triggers

if TYPE_CHECKING:
    from sqlite_utils import Database

_FIRST = """
-- Ids are typed by people and stand in their sheets: AUTOINCREMENT never gives one out twice.
CREATE TABLE items (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    kind TEXT NOT NULL,
    stage TEXT NOT NULL,
    start TEXT,                      -- '2026-12-01T19:00' wall time, '2026-12-01' all day, NULL undated
    zone TEXT NOT NULL,
    duration_min REAL,
    language TEXT NOT NULL,
    owner TEXT NOT NULL,
    host TEXT NOT NULL,
    platforms TEXT NOT NULL,         -- JSON, as are products, links, tags and answers
    campaign TEXT NOT NULL,
    series TEXT NOT NULL,
    episode INTEGER,
    audience TEXT NOT NULL,
    learning_goal TEXT NOT NULL,
    products TEXT NOT NULL,
    links TEXT NOT NULL,
    tags TEXT NOT NULL,
    notes TEXT NOT NULL,
    recording TEXT NOT NULL,
    script_template TEXT NOT NULL,
    thumbnail_template TEXT NOT NULL,
    deck_template TEXT NOT NULL,
    answers TEXT NOT NULL
);
CREATE INDEX items_by_start ON items (start);

CREATE TABLE artefacts (
    subject TEXT NOT NULL,           -- 'item:UID' or 'file:PATH'
    step TEXT NOT NULL,
    name TEXT NOT NULL,
    path TEXT NOT NULL,              -- from the workspace, or absolute
    fingerprint TEXT NOT NULL,
    inputs TEXT NOT NULL,            -- JSON
    output_hash TEXT NOT NULL,
    made_at TEXT NOT NULL,           -- ISO 8601 in UTC, as every time of day below
    how TEXT NOT NULL,
    checks TEXT NOT NULL,            -- JSON: what was looked at when it was made
    PRIMARY KEY (subject, step, name)
);

CREATE TABLE digests (
    path TEXT PRIMARY KEY,
    size INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL,
    digest TEXT NOT NULL
);

CREATE TABLE jobs (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    title TEXT NOT NULL,
    function TEXT NOT NULL,          -- dotted name
    arguments TEXT NOT NULL,         -- JSON
    state TEXT NOT NULL,
    fraction REAL NOT NULL,
    message TEXT NOT NULL,
    created TEXT NOT NULL,
    started TEXT,
    ended TEXT,
    error TEXT NOT NULL,
    result TEXT,                     -- JSON
    pid INTEGER,                     -- of the process that runs it, with when that began: pids are used again
    pid_created REAL
);
CREATE INDEX jobs_by_state ON jobs (state);

CREATE TABLE settings (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL              -- JSON
);

-- The action that is being written (NULL between actions), and a counter that tells views to look again.
CREATE TABLE plan_state (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    action INTEGER,
    revision INTEGER NOT NULL
);
INSERT INTO plan_state (id, action, revision) VALUES (1, NULL, 0);

CREATE TABLE undo_actions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    label TEXT NOT NULL,
    made_at TEXT NOT NULL,
    undone INTEGER NOT NULL DEFAULT 0
);
-- The statements that take an action back, or, once it is undone, make it again; the last one runs first.
CREATE TABLE undo_log (
    seq INTEGER PRIMARY KEY,
    action INTEGER NOT NULL REFERENCES undo_actions (id) ON DELETE CASCADE,
    sql TEXT NOT NULL
);
CREATE INDEX undo_log_by_action ON undo_log (action);
"""


def _first(db: Database) -> None:
    db.executescript(_FIRST)
    make_undo_triggers(db, "items")


_PLANNING = (
    "ALTER TABLE items ADD COLUMN studio TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE items ADD COLUMN series_uid TEXT NOT NULL DEFAULT ''",  # '' where no series made it
    "ALTER TABLE items ADD COLUMN occurrence TEXT",  # its start by the rule of its series
    "CREATE INDEX items_by_series ON items (series_uid, occurrence) WHERE series_uid != ''",
    """CREATE TABLE series (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        uid TEXT NOT NULL UNIQUE,
        rule TEXT NOT NULL,              -- the value of an RRULE
        pattern TEXT NOT NULL,           -- JSON of an item
        skipped TEXT NOT NULL,           -- JSON: starts
        made_until TEXT
    )""",
    """CREATE TABLE days (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        uid TEXT NOT NULL UNIQUE,
        first TEXT NOT NULL,
        last TEXT NOT NULL,
        name TEXT NOT NULL,
        kind TEXT NOT NULL,
        replaces TEXT NOT NULL,          -- the key of the mark that it stands for, '' for none
        hidden INTEGER NOT NULL
    )""",
    "CREATE INDEX days_by_first ON days (first)",
    # Nothing was ever kept in the first one, and the undo log wants an integer key.
    "DROP TABLE settings",
    """CREATE TABLE settings (
        id INTEGER PRIMARY KEY,
        key TEXT NOT NULL UNIQUE,
        value TEXT NOT NULL              -- JSON
    )""",
    # How often each item and series was changed, undoing included: iCalendar's SEQUENCE must never go back.
    """CREATE TABLE revisions (
        uid TEXT PRIMARY KEY,
        sequence INTEGER NOT NULL,
        changed TEXT NOT NULL
    )""",
    "INSERT INTO revisions SELECT uid, 0, strftime('%Y-%m-%dT%H:%M:%SZ', 'now') FROM items",
    *(
        f"""CREATE TRIGGER revise_{table}_{event} AFTER {event} ON {table} BEGIN
            INSERT INTO revisions VALUES (new.uid, 0, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
            ON CONFLICT (uid) DO UPDATE SET sequence = sequence + 1, changed = excluded.changed; END"""
        for table in ("items", "series")
        for event in ("INSERT", "UPDATE")
    ),
)
# What a search looks through. A search index is made by triggers, too, and so follows an undo by itself.
SEARCHED = (
    *("title", "series", "campaign", "owner", "host", "studio", "platforms", "tags"),
    *("audience", "learning_goal", "products", "notes"),
)
_HELD = ", ".join(SEARCHED)
_NEW = ", ".join(f"new.{name}" for name in SEARCHED)
_OLD = ", ".join(f"old.{name}" for name in SEARCHED)
_SEARCH = (
    f"""CREATE VIRTUAL TABLE items_search USING fts5 (
        {_HELD}, content = 'items', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
    )""",
    f"""CREATE TRIGGER search_items_insert AFTER INSERT ON items BEGIN
        INSERT INTO items_search (rowid, {_HELD}) VALUES (new.id, {_NEW}); END""",
    f"""CREATE TRIGGER search_items_delete AFTER DELETE ON items BEGIN
        INSERT INTO items_search (items_search, rowid, {_HELD})
        VALUES ('delete', old.id, {_OLD}); END""",
    f"""CREATE TRIGGER search_items_update AFTER UPDATE OF id, {_HELD} ON items BEGIN
        INSERT INTO items_search (items_search, rowid, {_HELD})
        VALUES ('delete', old.id, {_OLD});
        INSERT INTO items_search (rowid, {_HELD}) VALUES (new.id, {_NEW}); END""",
    "INSERT INTO items_search (items_search) VALUES ('rebuild')",
)


def _planning(db: Database) -> None:
    for statement in (*_PLANNING, *_SEARCH):
        db.execute(statement)
    for table in USER_TABLES:
        make_undo_triggers(db, table)


_QUEUE = (
    # Work to do, not plan: it changes by itself all the time, so it is no part of the undo history.
    """CREATE TABLE queue (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        path TEXT NOT NULL,
        folder TEXT NOT NULL,            -- where the new files go, and how their names begin
        stem TEXT NOT NULL,
        item TEXT NOT NULL,              -- the uid of the item whose recording it is, '' for a loose file
        position INTEGER NOT NULL,
        options TEXT NOT NULL,           -- JSON
        state TEXT NOT NULL,
        reason TEXT NOT NULL,
        length_s REAL,                   -- of the recording; NULL until it is measured, 0 where it cannot be
        batch INTEGER,                   -- its place among those that were last begun together
        deaths INTEGER NOT NULL DEFAULT 0,
        forced INTEGER NOT NULL DEFAULT 0,
        outputs TEXT NOT NULL DEFAULT '[]',
        notes TEXT NOT NULL DEFAULT '[]',
        problems INTEGER NOT NULL DEFAULT 0,
        cues INTEGER,
        language TEXT,
        engine TEXT,
        model TEXT,
        took_s REAL,
        ended TEXT
    )""",
    "CREATE INDEX queue_by_position ON queue (position, id)",
    """CREATE TABLE queue_state (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        paused INTEGER NOT NULL,
        reason TEXT NOT NULL,
        pid INTEGER,                     -- of the process that works on it, with when that began
        pid_created REAL,
        done_s REAL NOT NULL,            -- seconds of sound that are done of those begun together
        message TEXT NOT NULL,
        revision INTEGER NOT NULL
    )""",
    "INSERT INTO queue_state VALUES (1, 0, '', NULL, NULL, 0, '', 0)",
    *(
        f"""CREATE TRIGGER queue_changed_{event} AFTER {event} ON queue BEGIN
            UPDATE queue_state SET revision = revision + 1; END"""
        for event in ("INSERT", "UPDATE", "DELETE")
    ),
    # How fast this computer is at it: sums that older work counts less and less in.
    "CREATE TABLE queue_speeds (how TEXT PRIMARY KEY, sound_s REAL NOT NULL, took_s REAL NOT NULL)",
    # What a watched folder gave, by content, so that nothing is taken twice.
    "CREATE TABLE queue_taken (digest TEXT PRIMARY KEY, path TEXT NOT NULL)",
)


def _queue(db: Database) -> None:
    for statement in _QUEUE:
        db.execute(statement)


# The tables that hold what a person planned: undo gives back every row of them.
USER_TABLES = ("items", "series", "days", "settings")
# PRAGMA application_id of our files: "siar" in ASCII. It tells them from other programs' databases.
APPLICATION_ID = 0x73696172
Migration = Callable[["Database"], None]
MIGRATIONS: tuple[Migration, ...] = (_first, _planning, _queue)
SCHEMA = len(MIGRATIONS)


def migrate(db: Database, migrations: Sequence[Migration] = MIGRATIONS) -> None:
    """Run the migrations that `db` has not been through, all of them in one transaction or none.

    Safe when several processes open a new workspace at once: the number is read again once the lock is held.
    """
    if _number(db) >= len(migrations):
        return
    with db.atomic():
        for migration in migrations[_number(db) :]:
            migration(db)
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {len(migrations)}")


def _number(db: Database) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])
