"""The inspector: an item's facts, its steps with their artefacts, and what its buttons do."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QObject, QPointF, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QDropEvent
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from studio import actions
from studio.plan.item import Item
from studio.steps import State
from studio.store import Store
from ui import states
from ui.item.previews import PagesView, PictureButton, ScriptView, TableView
from ui.item.step_row import short
from ui.window import Window

Month = dict[str, Item]
LEFT = Qt.MouseButton.LeftButton


class SystemPrograms(QObject):
    """Stands for the system's programs."""

    def __init__(self, parent: QObject, opened: list[str]) -> None:
        super().__init__(parent)
        self._opened = opened

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self._opened.append(url.toLocalFile())


def produce(store: Store, item: Item, *steps: str) -> None:
    """Make steps of an item here, without a worker."""
    from studio.steps import produce as run

    for step in steps:
        run(store, [item], only=[step])


def show(qtbot: QtBot, window: Window, item: Item, made: str = "") -> None:
    """Show an item, and wait until its readiness is known, with the step that was `made`."""
    window.open_item(item.id)

    def known() -> bool:
        found = window.inspector.readiness
        return found is not None and (not made or bool(found.step(made).paths))

    qtbot.waitUntil(known, timeout=20_000)


def texts(widget: object) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]  # type: ignore[attr-defined]


def chips(window: Window) -> list[str]:
    row = window.inspector.head.chips  # those of before may still be children, until the event loop deletes them
    return [widget.text() for number in range(row.count()) if isinstance(widget := row.itemAt(number).widget(), QLabel)]


def test_the_states_are_those_of_the_build_graph() -> None:
    assert list(State) == [states.READY, states.EDITED, states.MISSING, states.STALE, states.FAILING]


def test_with_nothing_chosen_it_says_what_to_do(window: Window) -> None:
    assert window.inspector.stack.currentWidget() is window.inspector.nothing
    assert "Choose an item to see what it is made of, what is missing and what is stale." in texts(window.inspector)


def test_the_head_says_who_the_item_is(qtbot: QtBot, window: Window, month: Month) -> None:
    show(qtbot, window, month["light"])
    head = window.inspector.head
    assert chips(window) == ["▶ Video", "Recorded"]
    assert head.title.text() == "Cahaya bagus, modal murah"
    assert head.when.text() == "Tue 8 Dec, 12:00 WIB · 60 s · Bahasa Indonesia"
    assert head.facts.text() == "Owner Sari"


def test_a_video_and_a_live_session_have_the_steps_of_the_graph(qtbot: QtBot, window: Window, month: Month) -> None:
    show(qtbot, window, month["light"])
    assert list(window.inspector.rows) == ["script", "thumbnail", "recording", "subtitles", "captioned"]
    window.inspector.readiness = None
    show(qtbot, window, month["clinic"])
    assert list(window.inspector.rows) == ["script", "thumbnail", "rundown", "deck"]
    assert window.inspector.produce_button.text() == "Produce 4 steps"


def test_what_was_found_of_an_item_before_is_shown_at_once(qtbot: QtBot, window: Window, month: Month) -> None:
    for name in ("light", "clinic"):
        qtbot.waitUntil(lambda name=name: window.survey.known(month[name].id) is not None)
    window.inspector.show_item(month["light"].id)
    assert list(window.inspector.rows) == ["script", "thumbnail", "recording", "subtitles", "captioned"]
    window.inspector.show_item(month["clinic"].id)
    assert list(window.inspector.rows) == ["script", "thumbnail", "rundown", "deck"]


def test_made_artefacts_are_shown_as_themselves(qtbot: QtBot, window: Window, store: Store, month: Month) -> None:
    produce(store, month["clinic"], "script", "rundown", "deck", "thumbnail")
    show(qtbot, window, month["clinic"], "thumbnail")
    rows = window.inspector.rows
    assert {row.report.state for row in rows.values()} <= {State.READY, State.FAILING}
    qtbot.waitUntil(lambda: bool(rows["deck"].findChildren(PagesView)), timeout=30_000)
    qtbot.waitUntil(lambda: len(rows["thumbnail"].findChildren(PictureButton)) == 2, timeout=10_000)
    assert len(rows["script"].findChildren(ScriptView)) == 1
    assert len(rows["rundown"].findChildren(TableView)) == 1
    assert len(rows["deck"].findChildren(PictureButton)) > 1


def test_the_script_shows_its_first_lines_and_all_on_demand(
    qtbot: QtBot, window: Window, store: Store, month: Month
) -> None:
    produce(store, month["light"], "script")
    show(qtbot, window, month["light"], "script")
    row = window.inspector.rows["script"]
    qtbot.waitUntil(lambda: bool(row.findChildren(ScriptView)), timeout=10_000)
    view = row.findChildren(ScriptView)[0]
    few = len(view.text.text())
    assert view.more.text() == "Show all 4 sections"
    qtbot.mouseClick(view.more, LEFT)
    assert len(view.text.text()) > few
    assert view.more.text() == "Show less"


def test_a_new_title_makes_its_artefacts_stale_with_the_reason(
    qtbot: QtBot, window: Window, store: Store, month: Month
) -> None:
    produce(store, month["light"], "script", "thumbnail")
    window.plan.set_fields(month["light"].id, {"title": "Cahaya dari jendela"})
    show(qtbot, window, month["light"], "thumbnail")
    qtbot.waitUntil(lambda: window.inspector.rows["script"].report.state is State.STALE)
    assert chips(window)[-1] == "2 stale"
    assert "Remake" in [button.text() for button in window.inspector.rows["script"].findChildren(QPushButton)]
    assert "title changed after it was made" in window.inspector.rows["script"].evidence.text()


def test_checks_open_and_close(qtbot: QtBot, window: Window, store: Store, month: Month) -> None:
    produce(store, month["light"], "script")
    show(qtbot, window, month["light"], "script")
    row = window.inspector.rows["script"]
    before = len(texts(row))
    toggle = next(button for button in row.findChildren(QPushButton) if "checks are fine" in button.text())
    qtbot.mouseClick(toggle, LEFT)
    qtbot.waitUntil(lambda: len(texts(row)) >= before + len(row.report.checks))


def test_open_hands_the_file_to_its_program(qtbot: QtBot, window: Window, store: Store, month: Month) -> None:
    opened: list[str] = []
    QDesktopServices.setUrlHandler("file", SystemPrograms(window, opened), "take")
    produce(store, month["light"], "script")
    show(qtbot, window, month["light"], "script")
    button = next(b for b in window.inspector.rows["script"].findChildren(QPushButton) if b.text() == "Open")
    qtbot.mouseClick(button, LEFT)
    window.inspector.open_folder()
    QDesktopServices.unsetUrlHandler("file")
    assert opened[0].endswith(".md")
    assert opened[1] == str(Path(opened[0]).parent)


def test_a_dropped_video_becomes_the_recording(
    qtbot: QtBot, window: Window, store: Store, month: Month, tmp_path: Path
) -> None:
    show(qtbot, window, month["light"])
    file = tmp_path / "rekaman akhir.mp4"
    file.write_bytes(b"video")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    window.inspector.dropEvent(
        QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, LEFT, Qt.KeyboardModifier.NoModifier)
    )
    assert actions.show_item(store, month["light"].id).recording == str(file)


def test_a_removed_item_leaves_the_inspector_empty(qtbot: QtBot, window: Window, month: Month) -> None:
    show(qtbot, window, month["light"])
    window.plan.remove(month["light"].id)
    assert window.inspector.stack.currentWidget() is window.inspector.nothing


@pytest.mark.parametrize("size", [(1080, 1920), (1280, 720)])
def test_pictures_are_read_at_the_height_they_are_shown_in(tmp_path: Path, size: tuple[int, int]) -> None:
    from ui.item.reading import picture

    Image.new("RGB", size, "teal").save(tmp_path / "gambar.jpg")
    assert picture(tmp_path / "gambar.jpg", 184).height() == 184


def test_a_broken_picture_is_said_to_be_so(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    from ui.item.previews import preview_of

    (tmp_path / "rusak.jpg").write_bytes(b"no picture")
    box = preview_of(window.inspector.reader, "thumbnail", [tmp_path / "rusak.jpg"], Item("x"))
    assert box is not None
    qtbot.addWidget(box)
    qtbot.waitUntil(lambda: any("rusak.jpg cannot be shown" in text for text in texts(box)))


def test_long_evidence_is_cut_to_its_first_facts() -> None:
    assert short("a · b · c · d · e") == "a · b · c"
    assert short("a · b · c · d") == "a · b · c · d"
