"""The work on the queue: real recordings, what is changed meanwhile, a full disk, and what ends the program."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from studio import actions
from studio.actions import queue_run
from studio.actions.queue import (
    add_recording_of,
    add_to_queue,
    cancel_entries,
    order_entries,
    pause_queue,
    remove_from_queue,
    resume_queue,
    retry_entries,
)
from studio.actions.queue_run import run_queue
from studio.actions.queue_view import view_queue
from studio.actions.subtitling import SubtitleOptions
from studio.errors import InvalidValue
from studio.files import digest
from studio.resources import assets
from studio.speech.journal import Journal
from studio.store import Store, open_store
from studio.store import queue as rows
from studio.store.queue import EntryState
from studio.store.queue_state import created_at, speeds

ASSETS = Path(__file__).resolve().parents[1] / "assets"
SAID = "So show the product before you say hello. Speak slowly and look into the lens."


@pytest.fixture
def timed(tmp_path: Path) -> SubtitleOptions:
    """Script timing: every recording by itself, and no model to load."""
    script = tmp_path / "said.txt"
    script.write_text(SAID, "utf-8")
    return SubtitleOptions(script=str(script), engine="script", language="en")


def clips(folder: Path, *names: str, source: str = "heldout-en.flac") -> list[Path]:
    """Copies of a recording, each with another content."""
    folder.mkdir(exist_ok=True, parents=True)
    for name in names:
        (folder / name).write_bytes((ASSETS / source).read_bytes() + name.encode())
    return [folder / name for name in names]


def run(store: Store, on: Callable[[Store, str], None] | None = None, *, after_death: bool = False) -> None:
    """Work on the queue as the worker does; `on` is another program that acts meanwhile."""

    def progress(_fraction: float, message: str) -> None:
        if on is not None:
            with open_store(store.workspace) as other:
                on(other, message)

    run_queue(workspace=str(store.workspace.root), progress=progress, after_death=after_death)


def states(store: Store) -> dict[str, str]:
    return {Path(one.path).name: one.state.value for one in rows.list_entries(store)}


def test_recordings_are_heard_together_and_each_ends_as_a_clear_line(store: Store, tmp_path: Path) -> None:
    told = SubtitleOptions(model="demo", engine="fast", language="en")
    folder = tmp_path / "in"
    good = clips(folder, "a b: 'c' 🎉.flac", "z.flac")
    (folder / "empty.mp4").touch()
    (folder / "text.mp4").write_text("no film")
    gone = clips(folder, "gone.flac")
    add_to_queue(store, [folder], told)
    gone[0].unlink()
    assert view_queue(store).left_s is None
    run(store)
    good_ones = dict.fromkeys(("a b: 'c' 🎉.flac", "z.flac"), "done")
    assert states(store) == good_ones | dict.fromkeys(("empty.mp4", "gone.flac", "text.mp4"), "failed")
    reasons = {Path(one.path).name: one.reason for one in rows.list_entries(store)}
    assert "is empty (0 bytes). Copy or export the recording again." in reasons["empty.mp4"]
    assert "cannot be read as a recording" in reasons["text.mp4"]
    assert "There is no file" in reasons["gone.flac"]
    for path in good:
        assert "product" in path.with_name(f"{path.stem}.en.srt").read_text("utf-8")
    entry = rows.list_entries(store)[0]
    assert (entry.language, entry.engine, entry.model, entry.outputs) == (
        "en", "fast", "demo", (str(folder / "a b: 'c' 🎉.en.srt"),),
    )  # fmt: skip
    # The next run can tell how long it takes, from its first moment.
    (added,) = add_to_queue(store, clips(folder, "next.flac"), told).entries
    rows.set_length(store, added.id, 30.0)
    sound_s, took_s = speeds(store)["fast/demo/"]
    assert view_queue(store).left_s == pytest.approx(30.0 * took_s / sound_s)


def test_what_is_done_already_is_skipped_and_made_again_when_asked(
    store: Store, tmp_path: Path, timed: SubtitleOptions
) -> None:
    (path,) = clips(tmp_path, "a.flac")
    (entry,) = add_to_queue(store, [path], timed).entries
    run(store)
    before = path.with_name("a.en.srt").stat().st_ino
    rows.set_state(store, [entry.id], EntryState.WAITING, within=set(EntryState))
    run(store)
    skipped = rows.get_entry(store, entry.id)
    assert (skipped.state, skipped.cues is not None and skipped.cues > 0) == (EntryState.SKIPPED, True)
    retry_entries(store, [entry.id])
    run(store)
    again = rows.get_entry(store, entry.id)
    assert (again.state, again.forced) == (EntryState.DONE, False)
    assert path.with_name("a.en.srt").stat().st_ino != before


def test_what_is_added_removed_and_ordered_meanwhile_counts(
    store: Store, tmp_path: Path, timed: SubtitleOptions, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queue_run, "BATCH_MOST", 1)
    names = ("a.flac", "b.flac", "c.flac", "d.flac")
    ids = [one.id for one in add_to_queue(store, clips(tmp_path / "in", *names), timed).entries]
    late = clips(tmp_path / "late", "late.flac")
    order: list[str] = []

    def meanwhile(other: Store, message: str) -> None:
        name = message.partition(" – ")[0]
        if name not in order and name.endswith(".flac"):
            order.append(name)
            if name == "a.flac":
                remove_from_queue(other, [ids[1]])
                order_entries(other, [ids[3]], 1)
                add_to_queue(other, late, timed)

    run(store, meanwhile)
    assert order == ["a.flac", "d.flac", "c.flac", "late.flac"]
    assert states(store) == dict.fromkeys(("d.flac", "a.flac", "c.flac", "late.flac"), "done")
    assert not (tmp_path / "in" / "b.en.srt").exists()


def test_it_stops_at_once_when_it_is_held_or_one_is_cancelled_and_goes_on_later(
    store: Store, tmp_path: Path, timed: SubtitleOptions, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queue_run, "TICK_S", 0.0)
    ids = [one.id for one in add_to_queue(store, clips(tmp_path, "a.flac", "b.flac", "c.flac"), timed).entries]

    def cancel(other: Store, message: str) -> None:
        if message.startswith("b.flac") and states(other)["b.flac"] == "running":
            assert states(other) == {"a.flac": "done", "b.flac": "running", "c.flac": "running"}
            cancel_entries(other, [ids[1]])
            pause_queue(other)

    run(store, cancel)
    assert states(store) == {"a.flac": "done", "b.flac": "cancelled", "c.flac": "waiting"}
    run(store)
    assert states(store)["c.flac"] == "waiting"
    resume_queue(store)
    run(store)
    assert states(store) == {"a.flac": "done", "b.flac": "cancelled", "c.flac": "done"}


def test_held_in_the_middle_of_a_batch_it_ends_with_the_same_files(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = SubtitleOptions(model="demo", engine="fast", language="en")
    monkeypatch.setattr(queue_run, "TICK_S", 0.0)
    names = ("a.flac", "b.flac", "c.flac")
    with actions.open_studio(tmp_path / "undisturbed") as other:
        add_to_queue(other, clips(tmp_path / "one", *names), told)
        run(other)
    add_to_queue(store, clips(tmp_path / "two", *names), told)
    held: list[str] = []

    def hold(other: Store, message: str) -> None:
        if "recognising" in message and len(held) < 2:
            held.append(message)
            pause_queue(other)

    while view_queue(store).open:
        resume_queue(store)
        run(store, hold)
    assert held
    for name in names:
        srt = Path(name).with_suffix(".en.srt").name
        assert (tmp_path / "two" / srt).read_bytes() == (tmp_path / "one" / srt).read_bytes()


def test_a_full_disk_holds_the_queue_and_loses_nothing(
    store: Store, tmp_path: Path, timed: SubtitleOptions, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_to_queue(store, clips(tmp_path / "in", "a.flac", "b.flac"), timed)
    real = os.fsync

    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as disk:
        disk.setattr(os, "fsync", full)
        run(store)
    assert os.fsync is real
    view = view_queue(store)
    assert states(store) == {"a.flac": "waiting", "b.flac": "waiting"}
    assert view.state.paused
    assert view.state.reason.endswith("is full. Free some space, then try again.")
    resume_queue(store)
    run(store)
    assert states(store) == {"a.flac": "done", "b.flac": "done"}


def test_what_ended_the_program_again_and_again_is_set_aside_and_the_rest_goes_on(
    store: Store, tmp_path: Path, timed: SubtitleOptions
) -> None:
    bad, worse, good = clips(tmp_path, "bad.flac", "worse.flac", "good.flac")
    ids = [one.id for one in add_to_queue(store, [bad, worse, good], timed).entries]
    for _ in range(2):  # at what is done with one recording
        journal = Journal(store.workspace.out / ".heard" / "files.jsonl")
        journal.begin_again(after_death=True)
        journal.begin(f"file:{digest(bad)}")
        journal._file.close()  # as a death leaves it
    for _ in range(6):  # elsewhere, all of them together
        rows.begin_batch(store, ids[1:2])
        rows.wait_again(store, died=True)
    run(store, after_death=True)
    assert states(store) == {"bad.flac": "set aside", "worse.flac": "set aside", "good.flac": "done"}
    assert (
        "bad.flac ended the program twice while it was worked on, and is set aside."
        in rows.get_entry(store, ids[0]).reason
    )
    retry_entries(store, ids[:2])
    run(store)
    assert states(store) == dict.fromkeys(("bad.flac", "worse.flac", "good.flac"), "done")


def test_an_items_recording_makes_the_items_step(store: Store, tmp_path: Path) -> None:
    clip = shutil.copy(assets("demo", "hook-3-seconds.mp4"), tmp_path / "hook.mp4")
    item = actions.add_item(store, "Hook", language="en")
    actions.set_fields(store, item.id, {"recording": str(clip)})
    entry = add_recording_of(store, item.id)
    run(store)
    done = rows.get_entry(store, entry.id)
    ready = actions.readiness(store, actions.show_item(store, item.id)).step("subtitles")
    assert (done.state, [Path(one) for one in done.outputs]) == (EntryState.DONE, list(ready.paths))
    assert done.cues
    rows.set_state(store, [entry.id], EntryState.WAITING, within=set(EntryState))
    run(store)
    assert rows.get_entry(store, entry.id).state is EntryState.SKIPPED
    actions.remove_item(store, item.id)
    retry_entries(store, [entry.id])
    run(store)
    assert rows.get_entry(store, entry.id).state is EntryState.FAILED


def test_two_programs_do_not_work_on_it_at_once(store: Store, tmp_path: Path, timed: SubtitleOptions) -> None:
    add_to_queue(store, clips(tmp_path, "a.flac"), timed)
    with store.transaction():
        parent = os.getppid()
        store.db.execute("UPDATE queue_state SET pid = ?, pid_created = ?", [parent, created_at(parent)])
    with pytest.raises(InvalidValue, match="Another program works on the queue already"):
        run(store)
    assert states(store) == {"a.flac": "waiting"}


def test_how_far_one_is_does_not_count_what_was_done_before_it(
    store: Store, tmp_path: Path, timed: SubtitleOptions, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queue_run, "TICK_S", 0.0)
    add_to_queue(store, clips(tmp_path, "a.flac", "b.flac", "c.flac"), timed)
    seen: dict[str, list[float]] = {}

    def watch(other: Store, message: str) -> None:
        name = message.partition(" – ")[0]
        for line in view_queue(other).lines:
            if line.entry.path.endswith(name) and line.entry.state is EntryState.RUNNING:
                seen.setdefault(name, []).append(line.fraction)

    run(store, watch)
    assert set(seen) == {"a.flac", "b.flac", "c.flac"}
    for fractions in seen.values():
        assert fractions[0] < 0.5  # at its beginning
        assert fractions == sorted(fractions)
