"""What a person does with the queue, and what is told of it; nothing is recognised here."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from studio import actions
from studio.actions import queue
from studio.actions.queue import add_recording_of, add_to_queue, cancel_entries, change_in_queue, clear_queue
from studio.actions.queue_view import short_reason, summary, to_json, told, view_queue, viewed
from studio.actions.subtitling import SubtitleOptions
from studio.errors import InvalidValue, NotFound
from studio.store import Store
from studio.store import queue as rows
from studio.store.queue import OPEN, EntryState
from studio.store.queue_state import QueueState, note_speed

SPOKEN = Path(__file__).resolve().parents[1] / "assets" / "heldout-en.flac"
USUAL = SubtitleOptions()


def files(folder: Path, *names: str) -> list[Path]:
    folder.mkdir(exist_ok=True, parents=True)
    for name in names:
        (folder / name).write_bytes(name.encode())
    return [folder / name for name in names]


@pytest.fixture
def three(store: Store, tmp_path: Path) -> list[int]:
    found = files(tmp_path / "in", "a.mp4", "b.mp4", "c.mp4")
    return [one.id for one in add_to_queue(store, found, USUAL).entries]


def states(store: Store) -> list[str]:
    return [one.state.value for one in rows.list_entries(store)]


def test_files_and_folders_are_added_once(store: Store, tmp_path: Path) -> None:
    files(tmp_path / "in", "b.mp4", "a.wav", "notes.txt", "a.captioned.mp4", ".hidden.mp4")
    added = add_to_queue(store, [tmp_path / "in", tmp_path / "gone.mp4"], USUAL)
    assert [Path(one.path).name for one in added.entries] == ["a.wav", "b.mp4"]
    gone = str(tmp_path / "gone.mp4")
    assert added.refused == ((gone, f"There is no file {gone}. Check the name, or choose the file again."),)
    again = add_to_queue(store, [tmp_path / "in"], USUAL)
    assert (again.entries, len(again.known)) == ((), 2)
    other = add_to_queue(store, [tmp_path / "in" / "b.mp4"], replace(USUAL, language="id"))
    assert len(other.entries) == 1
    assert len(rows.list_entries(store)) == 3


def test_one_that_ended_waits_again_when_it_is_added_again(store: Store, three: list[int], tmp_path: Path) -> None:
    cancel_entries(store, three[:1])
    assert states(store) == ["cancelled", "waiting", "waiting"]
    assert [one.id for one in add_to_queue(store, [tmp_path / "in" / "a.mp4"], USUAL).entries] == three[:1]
    assert states(store) == ["waiting"] * 3


def test_recordings_of_one_name_do_not_write_over_each_other(store: Store, tmp_path: Path) -> None:
    out = replace(USUAL, out=str(tmp_path / "o"))
    stems = [
        add_to_queue(store, files(tmp_path / folder, name), out).entries[0].stem
        for folder, name in (("a", "clip.mp4"), ("b", "clip.mp4"), ("b", "clip.wav"), ("c/a", "CLIP.mp4"))
    ]
    assert stems[0] == "clip"
    assert len({stem.casefold() for stem in stems}) == 4


def test_options_that_cannot_be_taken_are_refused_and_nothing_is_added(store: Store, tmp_path: Path) -> None:
    found = files(tmp_path / "in", "a.mp4")
    for options in (replace(USUAL, formats=("doc",)), replace(USUAL, language="klingon")):
        with pytest.raises(InvalidValue):
            add_to_queue(store, found, options)
    with pytest.raises(NotFound):
        add_to_queue(store, found, replace(USUAL, script=str(tmp_path / "none.md")))
    with pytest.raises(NotFound):
        add_to_queue(store, found, replace(USUAL, burn=True, style="none"))
    with pytest.raises(InvalidValue, match="There is no recording in there"):
        add_to_queue(store, [files(tmp_path / "empty", "x.txt")[0].parent], USUAL)
    assert rows.list_entries(store) == []


def test_options_change_by_file_and_a_done_one_waits_again(store: Store, three: list[int]) -> None:
    rows.set_state(store, three[:1], EntryState.DONE, within=OPEN)
    changed = change_in_queue(store, three[:2], {"language": "Indonesian", "formats": ("srt", "vtt")})
    assert [one.options["language"] for one in changed] == ["id", "id"]
    assert states(store) == ["waiting"] * 3
    change_in_queue(store, three[:1], {"language": None})
    assert [one.options["language"] for one in rows.list_entries(store)] == [None, "id", None]
    rows.begin_batch(store, three[2:])
    with pytest.raises(InvalidValue, match=r"c\.mp4 is being subtitled\. Cancel it first"):
        change_in_queue(store, three, {"language": "en"})
    assert [one.options["language"] for one in rows.list_entries(store)] == [None, "id", None]


def test_another_folder_for_the_results_is_another_name_where_it_must(
    store: Store, three: list[int], tmp_path: Path
) -> None:
    other = add_to_queue(store, files(tmp_path / "other", "a.mp4"), replace(USUAL, out=str(tmp_path / "o"))).entries[0]
    (moved,) = change_in_queue(store, three[:1], {"out": str(tmp_path / "o")})
    assert (other.stem, moved.folder, moved.stem) == ("a", str(tmp_path / "o"), "a.mp4")


def test_what_failed_is_taken_up_again_and_what_is_done_is_made_again(store: Store, three: list[int]) -> None:
    a, b, c = three
    rows.set_state(store, [a], EntryState.FAILED, within=OPEN, reason="broken")
    rows.set_state(store, [b], EntryState.CANCELLED, within=OPEN)
    rows.set_state(store, [c], EntryState.DONE, within=OPEN)
    assert queue.retry_failed(store) == 2
    assert states(store) == ["waiting", "waiting", "done"]
    assert rows.get_entry(store, a).reason == ""
    assert queue.retry_entries(store, [c]) == 1
    assert [one.forced for one in rows.list_entries(store)] == [False, False, True]


def test_done_ones_are_cleared_and_others_removed(store: Store, three: list[int]) -> None:
    rows.set_state(store, three[:1], EntryState.DONE, within=OPEN)
    before = rows.list_entries(store)
    cleared = clear_queue(store)
    assert [one.id for one in cleared] == three[:1]
    removed = queue.remove_from_queue(store, three[1:2])
    assert [one.id for one in rows.list_entries(store)] == three[2:]
    queue.put_back(store, [*removed, *cleared])
    assert rows.list_entries(store) == before
    rows.begin_batch(store, three[2:])
    assert [one.id for one in clear_queue(store, everything=True)] == three[:2]
    with pytest.raises(NotFound):
        queue.remove_from_queue(store, [99])


def test_an_items_recording_is_queued_with_its_language(store: Store, tmp_path: Path) -> None:
    item = actions.add_item(store, "Cahaya bagus", language="id")
    with pytest.raises(NotFound, match=r"“Cahaya bagus” has no recording\. Choose its recording first"):
        add_recording_of(store, item.id)
    clip = shutil.copy(SPOKEN, tmp_path / "clip.flac")
    actions.set_fields(store, item.id, {"recording": str(clip)})
    entry = add_recording_of(store, item.id, replace(USUAL, burn=True, language="en"))
    assert (entry.item, entry.options["language"], entry.options["burn"]) == (item.uid, "id", True)
    assert add_recording_of(store, item.id).id == entry.id
    (changed,) = change_in_queue(store, [entry.id], {"language": "en", "burn": False})
    assert (changed.options["language"], changed.options["burn"]) == ("id", False)


def test_lengths_are_measured_and_what_cannot_be_is_not_asked_again(store: Store, tmp_path: Path) -> None:
    clip = Path(shutil.copy(SPOKEN, tmp_path / "clip.flac"))
    add_to_queue(store, [clip, *files(tmp_path, "text.mp4")], USUAL)
    while queue.measure_next(store):
        pass
    assert [round(one.length_s or 0, 1) for one in rows.list_entries(store)] == [9.9, 0.0]


def test_time_left_is_told_for_each_file_and_the_whole(store: Store, three: list[int]) -> None:
    for number, length_s in zip(three, (100.0, 50.0, 50.0), strict=True):
        rows.set_length(store, number, length_s)
    assert view_queue(store).left_s is None
    note_speed(store, "auto//", 1000.0, 100.0)
    view = view_queue(store)
    assert ([line.left_s for line in view.lines], view.left_s, view.fraction) == ([10.0, 15.0, 20.0], 20.0, 0.0)
    rows.begin_batch(store, three[:2])
    view = viewed(rows.list_entries(store), QueueState(False, "", 1, 125.0, "a.mp4", 0), {"": (10.0, 1.0)})
    assert [line.fraction for line in view.lines] == [1.0, 0.5, 0.0]
    assert [line.left_s for line in view.lines] == [0.0, 2.5, 7.5]
    assert (view.left_s, view.fraction, view.running) == (7.5, 125 / 200, True)


def test_a_reason_is_told_without_the_path_that_stands_beside_it(
    store: Store, three: list[int], tmp_path: Path
) -> None:
    path = tmp_path / "in" / "a.mp4"
    for reason, short in (
        (f"{path} is empty (0 bytes). Copy it again.", "Is empty (0 bytes). Copy it again."),
        (f"There is no file {path}. Check the name.", "There is no file a.mp4. Check the name."),
    ):
        rows.set_state(store, three[:1], EntryState.FAILED, within=set(EntryState), reason=reason)
        assert short_reason(rows.get_entry(store, three[0])) == short


def test_the_summary_names_what_needs_a_look(store: Store, three: list[int]) -> None:
    a, b, c = three
    rows.begin_batch(store, three)
    blank = {"reason": "", "outputs": [], "notes": [], "problems": [], "cues": 4, "language": "id", "engine": "fast",
             "model": "small", "took_s": 1.0, "audio_s": None}  # fmt: skip
    rows.end_entry(store, a, EntryState.DONE, blank)
    rows.end_entry(store, b, EntryState.DONE, blank | {"problems": [1, 2, 3]})
    rows.end_entry(store, c, EntryState.SET_ASIDE, blank | {"reason": "It ended the program twice."})
    view = view_queue(store)
    assert summary(view)["look"] == [b, c]
    assert told(view) == "2 done, 1 set aside; 2 need a look"
    assert [one["state"] for one in to_json(view)["entries"]] == ["done", "done", "set aside"]
    with pytest.raises(NotFound, match="Nothing waits in the queue"):
        queue.queue_request(store)
