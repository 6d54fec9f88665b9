"""The page of the queue: drop, say what is wanted, start, order, hold, remove, and see what needs a look."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from studio import actions
from studio.actions.queue import add_to_queue
from studio.actions.subtitling import SubtitleOptions
from studio.actions.watching import Watcher, watched_folders
from studio.plan.item import Item
from studio.store import Store
from studio.store import queue as rows
from studio.store.queue import EntryState
from studio.store.queue_state import is_paused
from ui import i18n
from ui.notices import Notice
from ui.subtitles import queue_words
from ui.subtitles.page import SubtitlesPage
from ui.subtitles.queue_model import MIME
from ui.window import SUBTITLES, Window

SPOKEN = Path(__file__).resolve().parents[1] / "assets" / "heldout-en.flac"
SAID = "So show the product before you say hello. Speak slowly and look into the lens."
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def timed(tmp_path: Path) -> SubtitleOptions:
    script = tmp_path / "said.txt"
    script.write_text(SAID, "utf-8")
    return SubtitleOptions(script=str(script), engine="script", language="en")


def clips(folder: Path, *names: str) -> list[Path]:
    folder.mkdir(exist_ok=True, parents=True)
    for name in names:
        (folder / name).write_bytes(SPOKEN.read_bytes() + name.encode())
    return [folder / name for name in names]


@pytest.fixture
def page(qtbot: QtBot, window: Window) -> SubtitlesPage:
    window.show_page(SUBTITLES)
    qtbot.waitUntil(lambda: window.work.view is not None)
    return window.subtitles


@pytest.fixture
def three(qtbot: QtBot, page: SubtitlesPage, store: Store, tmp_path: Path, timed: SubtitleOptions) -> list[int]:
    found = clips(tmp_path / "in", "a.flac", "b.flac", "c.flac")
    ids = [one.id for one in add_to_queue(store, found, timed).entries]
    qtbot.waitUntil(lambda: shown(page) == ["a.flac", "b.flac", "c.flac"])
    return ids


def shown(page: SubtitlesPage, column: str = "file") -> list[str]:
    model = page.table.queue
    return [model.text(line, column) for line in model.lines]


def drop(page: SubtitlesPage, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    page.dropEvent(QDropEvent(QPointF(9, 9), action, data, button, Qt.KeyboardModifier.NoModifier))


def choose(page: SubtitlesPage, *ids: int) -> None:
    page.table.choose(list(ids), ids[0])
    page.table.setFocus()


def test_an_empty_queue_says_what_to_do_first_and_takes_what_is_dropped(
    qtbot: QtBot, page: SubtitlesPage, tmp_path: Path, told: list[Notice], window: Window
) -> None:
    assert page.empty.isVisible()
    assert (page.empty.title.text(), page.head.go.isEnabled()) == ("Drop recordings here", False)
    picked: list[str] = []
    page.ask_files = lambda _parent, title, _call: picked.append(title)
    qtbot.mouseClick(page.empty.button, Qt.MouseButton.LeftButton)
    assert picked == ["Recordings"]
    clips(tmp_path / "in", "a.flac", "b.mp4")
    (tmp_path / "notes.txt").touch()
    drop(page, tmp_path / "in", tmp_path / "notes.txt")
    qtbot.waitUntil(lambda: shown(page) == ["a.flac", "b.mp4"])
    assert not page.empty.isVisible()
    qtbot.waitUntil(lambda: bool(told) and told[-1].text == "2 recordings added to the queue.")
    assert told[0].text == "1 file left out: not a recording."
    assert window.rail.buttons[SUBTITLES]._count.text() == "2"
    qtbot.waitUntil(lambda: shown(page, "length") == ["0:10", "0:10"])


def test_the_queue_is_done_by_the_real_worker_and_summed_up(
    qtbot: QtBot, page: SubtitlesPage, window: Window, three: list[int], tmp_path: Path, told: list[Notice]
) -> None:
    (tmp_path / "in" / "b.flac").write_text("no sound")
    assert page.head.go.text() == "Start"
    qtbot.mouseClick(page.head.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.work.view is not None and not window.work.view.open and not window.work.at_work)
    assert shown(page, "state") == ["Done", "Failed", "Done"]
    assert shown(page, "look")[1] == "The sound of b.flac cannot be decoded. Export the recording again as .mp4."
    qtbot.waitUntil(page.banner.isVisible)
    assert page.banner.text.text().startswith("2 done, 1 failed. ")
    assert page.head.facts.text() == "3 of 3 done"
    assert (tmp_path / "in" / "a.en.srt").is_file()
    choose(page, three[0])
    qtbot.waitUntil(lambda: page.pane.table.report is not None)
    assert page.pane.path("subtitles") == tmp_path / "in" / "a.en.srt"
    choose(page, three[1])
    assert "cannot be decoded" in page.pane.facts.text()
    page.banner.clear.click()
    qtbot.waitUntil(lambda: shown(page) == ["b.flac"])
    qtbot.waitUntil(lambda: told[-1].action == "Undo")
    told[-1].call()
    qtbot.waitUntil(lambda: shown(page) == ["a.flac", "b.flac", "c.flac"])


def test_order_by_keys_and_by_dragging(qtbot: QtBot, page: SubtitlesPage, three: list[int], store: Store) -> None:
    choose(page, three[0])
    qtbot.keyClick(page.table, Qt.Key.Key_Down, ALT)
    qtbot.waitUntil(lambda: shown(page) == ["b.flac", "a.flac", "c.flac"])
    assert page.table.chosen == [three[0]]
    qtbot.keyClick(page.table, Qt.Key.Key_Up, ALT)
    qtbot.waitUntil(lambda: shown(page) == ["a.flac", "b.flac", "c.flac"])
    qtbot.keyClick(page.table, Qt.Key.Key_Up, ALT)  # it is the first already
    model = page.table.queue
    data = model.mimeData([model.index(2, 0), model.index(2, 1)])
    assert bytes(data.data(MIME).data()) == str(three[2]).encode()
    model.dropMimeData(data, Qt.DropAction.MoveAction, 1, 0, model.index(-1, 0))
    qtbot.waitUntil(lambda: shown(page) == ["a.flac", "c.flac", "b.flac"])
    data = model.mimeData([model.index(0, 0), model.index(1, 0)])
    model.dropMimeData(data, Qt.DropAction.MoveAction, 3, 0, model.index(-1, 0))
    qtbot.waitUntil(lambda: shown(page) == ["b.flac", "a.flac", "c.flac"])
    assert [one.id for one in rows.list_entries(store)] == [three[1], three[0], three[2]]


def test_delete_takes_out_what_is_chosen_and_it_can_be_taken_back(
    qtbot: QtBot, page: SubtitlesPage, window: Window, three: list[int], told: list[Notice]
) -> None:
    choose(page, *three[:2])
    window.remove_item()
    qtbot.waitUntil(lambda: shown(page) == ["c.flac"])
    qtbot.waitUntil(lambda: told[-1].text == "2 recordings taken out of the queue; their files stay.")
    told[-1].call()
    qtbot.waitUntil(lambda: shown(page) == ["a.flac", "b.flac", "c.flac"])


def test_options_are_of_new_files_or_of_those_that_are_chosen(
    qtbot: QtBot, page: SubtitlesPage, three: list[int], store: Store, open_window: Callable[[], Window]
) -> None:
    bar = page.bar
    assert bar.whose.text() == "New recordings:"
    assert bar.chips["language"].text() == "Language: detect"
    bar.choose(language="id", formats=("srt", "vtt"))
    assert bar.chips["language"].text() == "Language: Bahasa Indonesia"
    assert rows.list_entries(store)[0].options["language"] == "en"
    choose(page, *three[1:])
    assert (bar.whose.text(), bar.chips["language"].text()) == ("2 chosen:", "Language: English")
    bar.choose(language="jw", burn=True, style="boxed")
    qtbot.waitUntil(lambda: shown(page, "language") == ["English", "Javanese", "Javanese"])
    qtbot.waitUntil(lambda: bar.chips["video"].text() == "Video: captions in the picture (Boxed)")
    choose(page, *three)
    assert bar.chips["language"].text() == "Language: differs"
    page.table.clearSelection()
    assert bar.chips["formats"].text() == "Formats: srt, vtt"
    again = open_window()
    again.show_page(SUBTITLES)
    assert (again.subtitles.options.language, again.subtitles.options.script) == ("id", "")


def test_the_menus_offer_what_there_is(qtbot: QtBot, page: SubtitlesPage, three: list[int]) -> None:
    for field, chip in page.bar.chips.items():
        menu = chip.menu()
        menu.aboutToShow.emit()
        assert menu.actions(), field
    texts = [action.text() for action in page.bar.chips["profile"].menu().actions()]
    assert {"vertical", "netflix-id", "netflix-en"} <= set(texts)
    formats = page.bar.chips["formats"].menu()
    formats.actions()[1].trigger()
    assert page.options.formats == ("srt", "vtt")
    page.bar.chips["language"].menu().actions()[2].trigger()
    assert page.options.language == "id"


def test_what_is_chosen_is_cancelled_and_tried_again(qtbot: QtBot, page: SubtitlesPage, three: list[int]) -> None:
    choose(page, three[1])
    page.pane.cancel.click()
    qtbot.waitUntil(lambda: shown(page, "state") == ["Waiting", "Cancelled", "Waiting"])
    qtbot.waitUntil(lambda: page.pane.retry.isVisible() and not page.pane.cancel.isVisible())
    assert page.pane.retry.text() == "Try again"
    page.pane.retry.click()
    qtbot.waitUntil(lambda: shown(page, "state") == ["Waiting"] * 3)


def test_cancelled_in_the_rail_the_queue_is_held_and_goes_on_where_it_was(
    qtbot: QtBot, page: SubtitlesPage, window: Window, three: list[int], store: Store
) -> None:
    window.work.start()
    qtbot.waitUntil(lambda: bool(window.subtitling.jobs))
    assert window.rail.queue.title.text() == "Subtitles for 3 recordings"
    with qtbot.waitSignal(window.subtitling.cancelled):
        window.rail.queue.cancel.click()
    qtbot.waitUntil(lambda: is_paused(store))
    qtbot.waitUntil(lambda: page.head.go.text() in ("Go on", "Start") and page.head.go.isEnabled())
    assert EntryState.RUNNING not in {one.state for one in rows.list_entries(store)}
    window.work.start()
    qtbot.waitUntil(lambda: window.work.view is not None and not window.work.view.open and not window.work.at_work)
    assert set(shown(page, "state")) <= {"Done", "Done before"}


def test_what_was_cut_off_is_offered_at_the_next_start(
    qtbot: QtBot, store: Store, tmp_path: Path, timed: SubtitleOptions, open_window: Callable[[], Window],
    told: list[Notice],
) -> None:  # fmt: skip
    ids = [one.id for one in add_to_queue(store, clips(tmp_path / "in", "a.flac", "b.flac"), timed).entries]
    rows.begin_batch(store, ids[:1])
    window = open_window()
    qtbot.waitUntil(lambda: bool(told))
    assert (told[-1].text, told[-1].action) == ("2 recordings still wait for subtitles.", "Go on")
    told[-1].call()
    qtbot.waitUntil(lambda: window.work.view is not None and not window.work.view.open and not window.work.at_work)
    assert [one.state for one in rows.list_entries(store)] == [EntryState.DONE] * 2


def test_a_watched_folder_is_done_by_itself(
    qtbot: QtBot, page: SubtitlesPage, window: Window, store: Store, tmp_path: Path, timed: SubtitleOptions,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(Watcher.__init__, "__defaults__", (0.0, 60.0, time.monotonic))
    folder = tmp_path / "masuk"
    folder.mkdir()
    page.ask_folder = lambda _parent, _title, call: call(folder)
    page.head.watch.click()
    qtbot.waitUntil(lambda: page.head.watch.text() == "Watching “masuk”")
    assert [one.folder for one in watched_folders(store)] == [folder]
    clips(folder, "baru.flac")
    qtbot.waitUntil(lambda: shown(page) == ["baru.flac"])
    # Nothing is installed here that could recognise it: that is what it says.
    qtbot.waitUntil(lambda: shown(page, "state") == ["Failed"])
    assert "peech cannot be recognised" in shown(page, "look")[0]
    window.plan.undo()
    qtbot.waitUntil(lambda: page.head.watch.text() == "Watch a folder…")


def test_an_items_recording_is_sent_from_the_inspector(
    qtbot: QtBot, window: Window, store: Store, month: dict[str, Item], tmp_path: Path, told: list[Notice]
) -> None:
    (clip,) = clips(tmp_path / "in", "a.flac")
    item = actions.set_fields(store, month["light"].id, {"recording": str(clip)})
    window.plan.look_for_changes()
    window.open_item(item.id)
    qtbot.waitUntil(lambda: bool(window.inspector.readiness and window.inspector.readiness.step("recording").paths))
    row = window.inspector.rows["recording"]
    next(one for one in row.findChildren(QPushButton) if one.text() == "Subtitle in the queue").click()
    qtbot.waitUntil(lambda: bool(told) and told[-1].text == "1 recording added to the queue.")
    (entry,) = rows.list_entries(store)
    assert entry.item == item.uid
    told[-1].call()
    assert window.stack.currentIndex() == SUBTITLES
    choose(window.subtitles, entry.id)
    assert not window.subtitles.bar.chips["language"].isEnabled()
    assert window.subtitles.bar.chips["engine"].isEnabled()


def test_a_full_disk_is_told_where_one_looks(qtbot: QtBot, page: SubtitlesPage, three: list[int], store: Store) -> None:
    from studio.store.queue_state import set_paused

    set_paused(store, True, "The disk that holds /v is full. Free some space, then try again.")
    qtbot.waitUntil(page.banner.isVisible)
    assert page.banner.text.text() == "The disk that holds /v is full. Free some space, then try again."
    assert page.banner.go.isVisible() and page.head.go.text() == "Go on"
    assert page.head.facts.text() == "0 of 3 done · paused"


def test_every_state_has_its_words_in_both_languages(qapp: QApplication) -> None:
    english = {state: queue_words.state_name(state) for state in EntryState}
    assert len(set(english.values())) == len(EntryState)
    i18n.speak(qapp, "id")
    for state, name in english.items():
        assert queue_words.state_name(state) != name


def test_a_menu_opens_on_what_is_chosen(qtbot: QtBot, page: SubtitlesPage, three: list[int]) -> None:
    from ui.subtitles import page_menus

    choose(page, three[2])
    menu = page_menus.chosen(page)
    by_text = {action.text(): action for action in menu.actions()}
    by_text["To the top"].trigger()
    qtbot.waitUntil(lambda: shown(page)[0] == "c.flac")
    menu.popup(QPoint(0, 0))
    menu.close()
