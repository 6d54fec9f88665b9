"""The queue on disk: its order, what runs together, its states, its speed, and what was taken before."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from studio.errors import NotFound
from studio.store import Store, open_store
from studio.store import queue as rows
from studio.store import queue_state as standing
from studio.store.queue import OPEN, EntryState, NewEntry
from studio.workspace import Workspace

DONE = {
    "reason": "", "outputs": ["/v/a.id.srt"], "notes": ["Nobody speaks."], "problems": [{"cue": 1}, {"cue": 2}],
    "cues": 3, "language": "id", "engine": "fast", "model": "demo", "took_s": 1.5, "audio_s": 10.0,
}  # fmt: skip


def add(store: Store, *names: str) -> list[int]:
    new = [NewEntry(f"/v/{name}.mp4", "/v", name, {"engine": "auto", "formats": ["srt"]}) for name in names]
    return [one.id for one in rows.add_entries(store, new)]


def order(store: Store) -> str:
    return "".join(one.stem for one in rows.list_entries(store))


def states(store: Store) -> dict[str, str]:
    return {one.stem: one.state.value for one in rows.list_entries(store)}


def test_entries_keep_their_order_and_outlive_the_program(workspace: Workspace) -> None:
    with open_store(workspace) as store:
        a, _, c = add(store, "a", "b", "c")
        rows.place_entries(store, [c, a], 2)
        assert order(store) == "bca"
    with open_store(workspace) as store:
        assert order(store) == "bca"
        add(store, "d")
        rows.place_entries(store, [c], 99)
        assert order(store) == "badc"
        rows.place_entries(store, [c], -3)
        assert order(store) == "cbad"


def test_what_became_of_an_entry_is_kept(store: Store) -> None:
    (a,) = add(store, "a")
    assert rows.begin_batch(store, [a]) == [a]
    assert rows.end_entry(store, a, EntryState.DONE, DONE)
    entry = rows.get_entry(store, a)
    assert (entry.state, entry.outputs, entry.notes, entry.problems, entry.cues) == (
        EntryState.DONE, ("/v/a.id.srt",), ("Nobody speaks.",), 2, 3,
    )  # fmt: skip
    assert (entry.length_s, entry.took_s, entry.batch) == (10.0, 1.5, None)


def test_a_cancelled_entry_is_not_done_after_all(store: Store) -> None:
    (a,) = add(store, "a")
    rows.begin_batch(store, [a])
    rows.set_state(store, [a], EntryState.CANCELLED, within=OPEN)
    assert not rows.end_entry(store, a, EntryState.DONE, DONE)
    assert states(store) == {"a": "cancelled"}


def test_what_ran_together_waits_again_together_until_it_is_ordered_anew(store: Store) -> None:
    a, b, c = add(store, "a", "b", "c")
    rows.begin_batch(store, [c, a])
    rows.wait_again(store, died=True)
    assert states(store) == dict.fromkeys("abc", "waiting")
    assert [(one.batch, one.deaths) for one in rows.list_entries(store)] == [(1, 1), (None, 0), (0, 1)]
    rows.place_entries(store, [b], 1)
    assert [one.batch for one in rows.list_entries(store)] == [None, None, None]


def test_only_what_waits_is_begun(store: Store) -> None:
    a, b = add(store, "a", "b")
    rows.set_state(store, [a], EntryState.CANCELLED, within=OPEN)
    assert rows.begin_batch(store, [a, b, 77]) == [b]


def test_an_entry_that_is_not_there_says_where_to_look(store: Store) -> None:
    with pytest.raises(NotFound, match=r"There is no recording 7 in the queue\. `siar queue list` shows"):
        rows.get_entry(store, 7)


def test_every_change_of_an_entry_is_seen_by_the_revision(store: Store) -> None:
    seen = [standing.read_state(store).revision]
    (a,) = add(store, "a")
    seen.append(standing.read_state(store).revision)
    rows.set_length(store, a, 3.0)
    seen.append(standing.read_state(store).revision)
    rows.remove_entries(store, [a])
    seen.append(standing.read_state(store).revision)
    assert seen == sorted(set(seen))


def test_one_process_works_on_the_queue_and_a_dead_one_does_not_keep_it(store: Store) -> None:
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as child:
        assert standing.claim(store)
        with store.transaction():
            created = standing.created_at(child.pid)
            store.db.execute("UPDATE queue_state SET pid = ?, pid_created = ?", [child.pid, created])
        assert not standing.claim(store)
        assert standing.read_state(store).pid == child.pid
        child.kill()
    assert standing.read_state(store).pid is None
    assert standing.claim(store)
    assert standing.read_state(store).pid == os.getpid()
    standing.release(store)
    assert standing.read_state(store).pid is None


def test_the_queue_is_held_with_a_reason(store: Store) -> None:
    standing.set_paused(store, True, "The disk is full.")
    assert (standing.is_paused(store), standing.read_state(store).reason) == (True, "The disk is full.")
    standing.set_paused(store, False)
    assert (standing.is_paused(store), standing.read_state(store).reason) == (False, "")


def test_the_speed_is_a_sum_in_which_old_work_counts_less(store: Store) -> None:
    standing.note_speed(store, "fast", 100.0, 10.0)
    standing.note_speed(store, "fast", 100.0, 30.0)
    assert standing.speeds(store) == {"fast": (200.0, 40.0)}
    standing.note_speed(store, "fast", 40_000.0, 40_000.0)
    standing.note_speed(store, "fast", 14_400.0, 1440.0)
    sound_s, took_s = standing.speeds(store)["fast"]
    assert 1.5 < sound_s / took_s < 2.0


def test_a_content_is_taken_once(store: Store) -> None:
    assert not standing.is_taken(store, "d1")
    standing.note_taken(store, "d1", "/v/a.mp4")
    standing.note_taken(store, "d1", "/v/b.mp4")
    assert standing.is_taken(store, "d1")


def test_undo_knows_nothing_of_the_queue(store: Store) -> None:
    before = store.version()
    add(store, "a")
    assert store.version() == before
    assert store.rows("SELECT * FROM undo_actions") == []
