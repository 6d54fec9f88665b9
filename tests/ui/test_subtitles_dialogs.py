"""The dialogs of captions and of the cut: what they show, what they ask for, and that both reach the item."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from studio import actions
from studio.plan.item import Item
from studio.plan.wishes import caption_style, cut_wish
from studio.store import Store
from studio.video.cut import Cut
from studio.video.ffmpeg import run_ffmpeg
from ui.subtitles.cut_dialog import CutDialog
from ui.subtitles.style_picker import StylePicker
from ui.window import Window

LEFT = Qt.MouseButton.LeftButton
WAIT = 20_000


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two seconds of wide grey."""
    path = tmp_path_factory.mktemp("film") / "rekaman.mp4"
    source = ["-f", "lavfi", "-i", "color=gray:s=320x180:r=5:d=2,format=yuv420p"]
    run_ffmpeg([*source, "-c:v", "libx264", "-preset", "ultrafast", str(path)])
    return path


@pytest.fixture
def cut_dialog(qtbot: QtBot, film: Path) -> Iterator[CutDialog]:
    dialog = CutDialog(film, Cut())
    dialog.show()
    qtbot.waitUntil(lambda: not dialog.frame.image.isNull(), timeout=WAIT)
    answered: list[object] = []
    dialog.finished.connect(answered.append)
    yield dialog
    if not answered:
        dialog.reject()


def test_the_styles_are_shown_on_the_recording_itself(qtbot: QtBot, window: Window, film: Path) -> None:
    picker = StylePicker(window.plan, film, window, style="boxed")
    picker.show()
    names = [picker.styles.item(row).data(Qt.ItemDataRole.UserRole) for row in range(picker.styles.count())]
    assert names == ["plain", "boxed", "highlight", "pop"]
    assert picker.style_name == "boxed"
    qtbot.waitUntil(lambda: not picker.frame.image.isNull(), timeout=WAIT)
    boxed = picker.frame.image
    assert (boxed.width(), boxed.height()) == (320, 180)
    assert picker.note.text() == "There are no subtitles yet: this is a sample."
    picker.styles.setCurrentRow(3)
    qtbot.waitUntil(lambda: picker.frame.image != boxed, timeout=WAIT)
    picker.styles.setCurrentRow(1)
    assert picker.frame.image == boxed  # drawn before: shown at once
    with qtbot.waitSignal(picker.chosen) as told:
        qtbot.mouseClick(picker.use, LEFT)
    assert told.args == ["boxed"]


def test_a_recording_that_cannot_be_shown_says_why(qtbot: QtBot, window: Window, tmp_path: Path) -> None:
    (tmp_path / "teks.mp4").write_text("bukan video", encoding="utf-8")
    picker = StylePicker(window.plan, tmp_path / "teks.mp4", window)
    picker.show()
    qtbot.waitUntil(lambda: "cannot be read as a recording" in picker.frame.says, timeout=WAIT)
    picker.reject()


def test_the_ends_are_taken_from_the_frame_that_is_shown(qtbot: QtBot, cut_dialog: CutDialog) -> None:
    dialog = cut_dialog
    dialog.time.look_at(0.5)
    qtbot.mouseClick(dialog.start.here, LEFT)
    dialog.time.look_at(1.5)
    qtbot.mouseClick(dialog.end.here, LEFT)
    assert dialog.cut() == Cut(start=0.5, end=1.5)
    assert dialog.summary.text() == "0:01 of 0:02 is kept"
    dialog.speech.setChecked(True)
    assert dialog.summary.text() == "0:01 of 0:02 is kept, less where nobody speaks"


def test_a_time_that_is_none_or_beyond_the_end_cannot_be_saved(cut_dialog: CutDialog) -> None:
    cut_dialog.start.line.setText("soon")
    assert not cut_dialog.save.isEnabled()
    assert cut_dialog.summary.text().startswith('"soon" is no time.')
    cut_dialog.start.line.setText("")
    cut_dialog.end.line.setText("9:00")
    assert cut_dialog.summary.text().startswith("The end 9:00 lies beyond the end of rekaman.mp4")
    cut_dialog.end.line.setText("1")
    assert cut_dialog.save.isEnabled()


def test_the_focus_is_dragged_and_moved_by_keys(qtbot: QtBot, cut_dialog: CutDialog) -> None:
    dialog = cut_dialog
    assert dialog.cut().shape is None
    dialog.shape.setCurrentIndex(1)
    rect = dialog.frame.picture_rect()
    at = QPoint(round(rect.left() + 0.75 * rect.width()), round(rect.top() + 0.25 * rect.height()))
    qtbot.mousePress(dialog.frame, LEFT, pos=at)
    cut = dialog.cut()
    assert cut.shape == (9, 16)
    assert cut.focus == pytest.approx((0.75, 0.25), abs=0.01)
    seen = dialog.frame.seen_rect()
    assert seen.height() == pytest.approx(rect.height(), abs=1)
    assert seen.center().x() == pytest.approx(at.x(), abs=2)
    qtbot.keyClick(dialog.frame, Qt.Key.Key_Right)
    assert dialog.cut().focus[0] == pytest.approx(0.77, abs=0.01)


def test_files_are_put_in_and_taken_out(qtbot: QtBot, cut_dialog: CutDialog, film: Path) -> None:
    dialog = cut_dialog
    dialog.before.show_path("/a/bumper.mp4")
    dialog.takes.show_paths(("/a/satu.mp4", "/a/dua.mp4"))
    assert dialog.cut() == Cut(before="/a/bumper.mp4", join=("/a/satu.mp4", "/a/dua.mp4"))
    qtbot.mouseClick(dialog.before.drop, LEFT)
    dialog.takes._drop(0)
    assert dialog.cut() == Cut(join=("/a/dua.mp4",))
    with qtbot.waitSignal(dialog.asked) as told:
        qtbot.mouseClick(dialog.save, LEFT)
    assert told.args == [Cut(join=("/a/dua.mp4",))]


def test_what_is_asked_for_is_shown_again_and_can_be_given_up(qtbot: QtBot, film: Path) -> None:
    cut = Cut(0.5, 1.5, True, "/a/b.mp4", "/a/c.mp4", (1, 1), (0.25, 0.5), ("/a/d.mp4",))
    dialog = CutDialog(film, cut)
    dialog.show()
    assert dialog.cut() == cut
    with qtbot.waitSignal(dialog.asked) as told:
        qtbot.mouseClick(dialog.none, LEFT)
    assert told.args == [Cut()]


@pytest.fixture
def recorded(store: Store, film: Path) -> Item:
    recording = store.workspace.media / "rekaman.mp4"
    recording.write_bytes(film.read_bytes())
    return actions.add_item(store, "Cahaya", recording="media/rekaman.mp4", start="2026-12-09T12:00")


def test_both_are_reached_from_the_inspector(qtbot: QtBot, window: Window, store: Store, recorded: Item) -> None:
    inspector = window.inspector
    window.plan.changed.emit()
    window.open_item(recorded.id)
    qtbot.waitUntil(lambda: "recording" in inspector.rows, timeout=WAIT)

    def pressed(step: str, text: str) -> None:
        buttons = inspector.rows[step].findChildren(QPushButton)
        qtbot.mouseClick(next(one for one in buttons if one.text() == text), LEFT)

    pressed("recording", "Cut or reframe…")
    (dialog,) = window.findChildren(CutDialog)
    dialog.start.line.setText("0:01")
    qtbot.mouseClick(dialog.save, LEFT)
    assert cut_wish(actions.show_item(store, recorded.id)) == {"start": 1.0}
    qtbot.waitUntil(lambda: "cut" in inspector.rows, timeout=WAIT)
    assert inspector.rows["cut"].evidence.text() == "Not made yet"
    assert "Cut" in [label.text() for label in inspector.rows["cut"].findChildren(QLabel)]
    pressed("captioned", "Style: Plain…")
    (picker,) = window.findChildren(StylePicker)
    picker.styles.setCurrentRow(3)
    qtbot.mouseClick(picker.use, LEFT)
    assert caption_style(actions.show_item(store, recorded.id)) == "pop"
    window.plan.undo()
    assert caption_style(actions.show_item(store, recorded.id)) == ""
