"""Watched folders: what is copied into one is taken once, when its copying ended, and never what we made ourselves."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from studio import actions
from studio.actions.queue import clear_queue
from studio.actions.queue_run import run_queue
from studio.actions.subtitling import SubtitleOptions
from studio.actions.watching import Watched, Watcher, unwatch_folder, watch_folder, watched_folders
from studio.errors import InvalidValue, NotFound
from studio.store import Store
from studio.store.queue import list_entries

SPOKEN = Path(__file__).resolve().parents[1] / "assets" / "heldout-en.flac"


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "Rekaman masuk"
    made.mkdir()
    return made


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def watcher(clock: Clock) -> Watcher:
    return Watcher(clock=clock)


def look(watcher: Watcher, clock: Clock, store: Store, folder: Path, after_s: float = 4.0) -> list[str]:
    clock.now += after_s
    return [Path(one.path).name for one in watcher.look(store, [Watched(folder, SubtitleOptions(language="en"))])]


def test_a_recording_is_taken_when_it_does_not_change_any_more(
    store: Store, folder: Path, watcher: Watcher, clock: Clock
) -> None:
    whole = SPOKEN.read_bytes()
    (folder / "a.flac").write_bytes(whole[: len(whole) // 2])
    assert look(watcher, clock, store, folder) == []
    assert watcher.pending == 1
    (folder / "a.flac").write_bytes(whole)
    assert look(watcher, clock, store, folder) == []
    assert look(watcher, clock, store, folder, after_s=1.0) == []
    assert look(watcher, clock, store, folder) == ["a.flac"]
    assert watcher.pending == 0
    assert look(watcher, clock, store, folder) == []
    assert list_entries(store)[0].options["language"] == "en"


def test_what_arrives_is_known_by_its_name_and_left_alone(
    store: Store, folder: Path, watcher: Watcher, clock: Clock
) -> None:
    for name in ("a.mp4.part", "b.mp4.crdownload", "~$c.mp4", ".d.mp4", "notes.txt", "e.captioned.mp4", "f.flac"):
        shutil.copy(SPOKEN, folder / name)
    (folder / "f.flac.part").touch()
    look(watcher, clock, store, folder)
    assert look(watcher, clock, store, folder) == []
    (folder / "f.flac.part").unlink()
    look(watcher, clock, store, folder)
    assert look(watcher, clock, store, folder) == ["f.flac"]


def test_a_film_that_cannot_be_read_yet_is_waited_for_and_taken_in_the_end(
    store: Store, folder: Path, watcher: Watcher, clock: Clock
) -> None:
    (folder / "half.mp4").write_bytes(b"\0" * 1000)
    assert [look(watcher, clock, store, folder) for _ in range(4)] == [[]] * 4
    assert look(watcher, clock, store, folder, after_s=70) == ["half.mp4"]


def test_the_same_content_is_taken_once_whatever_it_is_called(
    store: Store, folder: Path, watcher: Watcher, clock: Clock
) -> None:
    shutil.copy(SPOKEN, folder / "a.flac")
    look(watcher, clock, store, folder)
    assert look(watcher, clock, store, folder) == ["a.flac"]
    (folder / "below").mkdir()
    shutil.copy(SPOKEN, folder / "below" / "copy.flac")
    clear_queue(store, everything=True)
    look(watcher, clock, store, folder)
    assert look(watcher, clock, store, folder) == []
    again = Watcher(clock=clock)  # the program was started anew
    look(again, clock, store, folder)
    assert look(again, clock, store, folder) == []


def test_what_we_made_is_never_taken(
    store: Store, folder: Path, watcher: Watcher, clock: Clock, tmp_path: Path
) -> None:
    from studio.resources import assets

    clip = shutil.copy(assets("demo", "hook-3-seconds.mp4"), folder / "hook.mp4")
    look(watcher, clock, store, folder)
    assert look(watcher, clock, store, folder) == ["hook.mp4"]
    (entry,) = list_entries(store)
    from studio.actions.queue import change_in_queue

    change_in_queue(store, [entry.id], {"mux": True})
    run_queue(workspace=str(store.workspace.root), progress=lambda _fraction, _message: None)
    assert (folder / "hook.subtitled.mp4").is_file()
    shutil.copy(folder / "hook.subtitled.mp4", folder / "for-tiktok.mp4")
    look(watcher, clock, store, folder)
    assert look(watcher, clock, store, folder) == []
    assert Path(clip).is_file()
    (store.workspace.out / "x").mkdir()
    shutil.copy(SPOKEN, store.workspace.out / "x" / "cut.flac")
    look(watcher, clock, store, store.workspace.root)
    assert look(watcher, clock, store, store.workspace.root) == []


def test_a_folder_that_is_gone_is_told_and_what_was_seen_in_it_stays_seen(
    store: Store, folder: Path, watcher: Watcher, clock: Clock
) -> None:
    shutil.copy(SPOKEN, folder / "a.flac")
    look(watcher, clock, store, folder)
    look(watcher, clock, store, folder)
    away = folder.rename(folder.with_name("away"))
    assert look(watcher, clock, store, folder) == []
    assert watcher.problems == {folder: f"The watched folder {folder} cannot be read (there is no such folder)."}
    away.rename(folder)
    look(watcher, clock, store, folder)
    assert (look(watcher, clock, store, folder), watcher.problems) == ([], {})


def test_folders_are_kept_in_the_workspace_and_can_be_undone(store: Store, folder: Path, tmp_path: Path) -> None:
    watch_folder(store, folder, SubtitleOptions(language="Indonesian", force=True))
    watch_folder(store, folder, SubtitleOptions(language="id", formats=("srt", "vtt")))
    (kept,) = watched_folders(store)
    assert (kept.folder, kept.options) == (folder, replace(SubtitleOptions(language="id"), formats=("srt", "vtt")))
    unwatch_folder(store, folder)
    assert watched_folders(store) == ()
    actions.undo(store)
    assert [one.folder for one in watched_folders(store)] == [folder]
    with pytest.raises(NotFound, match="There is no folder"):
        watch_folder(store, tmp_path / "none", SubtitleOptions())
    with pytest.raises(NotFound, match="is not watched"):
        unwatch_folder(store, tmp_path)
    with pytest.raises(InvalidValue):
        watch_folder(store, folder, SubtitleOptions(formats=("doc",)))
