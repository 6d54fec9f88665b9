"""Long work: the real worker, its events in the window, cancelling, and what went wrong."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QThread
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from studio import actions
from studio.errors import MediaError, SiarError
from studio.jobs.events import JobRequest
from studio.jobs.worker import Worker
from studio.plan.item import Item
from studio.store import Store
from ui import i18n
from ui.bridge import JobBridge, failures
from ui.closing import ask_to_close
from ui.notices import Notice
from ui.window import Window

Report = Callable[[float, str], None]
LONG = 60_000


def half_way(*, flag: str, progress: Report) -> str:
    """Tell the half, and go on when the flag is there."""
    progress(1.0 / 2, "Recognising 0:12 of 0:36")
    while not Path(flag).exists():
        threading.Event().wait(0.02)
    return "all of it"


def refuse(*, progress: Report) -> None:
    raise MediaError("The recording has no sound", "Record it again")


def request(name: str, title: str = "Subtitle 3 files", **arguments: Any) -> JobRequest:
    return JobRequest(title, f"{__name__}:{name}", arguments)


def test_events_arrive_in_the_windows_thread_with_the_result(qtbot: QtBot, tmp_path: Path) -> None:
    bridge = JobBridge(Worker)
    threads = []
    bridge.changed.connect(lambda: threads.append(QThread.currentThread()))
    flag = tmp_path / "go"
    number = bridge.submit(request("half_way", flag=str(flag)), subject="item")
    qtbot.waitUntil(lambda: bridge.jobs[number].fraction == 0.5, timeout=LONG)
    assert bridge.working_on("item").message == "Recognising 0:12 of 0:36"
    with qtbot.waitSignal(bridge.done, timeout=LONG) as signal:
        flag.touch()
    assert signal.args[1] == "all of it"
    assert bridge.jobs == {}
    assert set(threads) == {QThread.currentThread()}
    bridge.close()


def test_the_queue_card_shows_what_runs_and_cancels_it(
    qtbot: QtBot, window: Window, tmp_path: Path, told: list[Notice]
) -> None:
    queue = window.rail.queue
    assert queue.title.text() == "Nothing is running"
    number = window.bridge.submit(request("half_way", flag=str(tmp_path / "never")))
    window.bridge.submit(request("half_way", "Produce “Klinik”", flag=str(tmp_path / "never")))
    qtbot.waitUntil(lambda: window.bridge.jobs[number].fraction > 0, timeout=LONG)
    assert (queue.title.text(), queue.bar.value()) == ("Subtitle 3 files", 500)
    assert "1 waiting" in queue.facts.text()
    assert "Recognising 0:12 of 0:36" in queue.facts.text()
    with qtbot.waitSignal(window.bridge.cancelled, timeout=LONG):
        qtbot.mouseClick(queue.cancel, Qt.MouseButton.LeftButton)
    assert told[-1].text == "Cancelled: Subtitle 3 files"
    with qtbot.waitSignal(window.bridge.cancelled, timeout=LONG):
        qtbot.mouseClick(queue.cancel, Qt.MouseButton.LeftButton)
    assert queue.title.text() == "Nothing is running"


def test_a_failed_job_is_told_with_its_advice_and_needs_a_look(
    qtbot: QtBot, window: Window, told: list[Notice]
) -> None:
    with qtbot.waitSignal(window.bridge.failed, timeout=LONG):
        window.bridge.submit(request("refuse"))
    assert (told[-1].text, told[-1].advice, told[-1].tone) == (
        "The recording has no sound.", "Record it again", "error",
    )  # fmt: skip
    assert window.rail.queue.look.text() == "1 needs a look"
    window.rail.queue.look.click()
    assert not window.rail.queue.look.isVisible()


def test_produce_makes_what_is_missing_by_the_real_worker(
    qtbot: QtBot, window: Window, store: Store, month: dict[str, Item]
) -> None:
    inspector = window.inspector
    window.open_item(month["clinic"].id)
    qtbot.waitUntil(lambda: inspector.readiness is not None, timeout=LONG)
    with qtbot.waitSignal(window.bridge.done, timeout=LONG):
        inspector.rows["script"].make_asked.emit("script")
        assert inspector.produce_button.text() == "Producing…"
        assert not inspector.produce_button.isEnabled()
    qtbot.waitUntil(lambda: bool(inspector.readiness.step("script").paths), timeout=LONG)
    assert inspector.produce_button.isEnabled()
    assert actions.readiness(store, month["clinic"]).step("script").paths[0].is_file()
    qtbot.waitUntil(lambda: (window.calendar.model.find(month["clinic"].id).score or 0) > 0, timeout=LONG)


def test_rows_of_a_batch_that_failed_are_counted() -> None:
    rows = [{"state": "made"}, {"state": "failed", "reason": "The disk is full."}, {"state": "failed", "step": "deck"}]
    assert [str(error) for error in failures(rows)] == ["The disk is full.", "deck."]
    assert failures(None) == failures("done") == []


def test_closing_the_window_ends_its_worker(qtbot: QtBot, open_window: Callable[[], Window], tmp_path: Path) -> None:
    window = open_window()
    number = window.bridge.submit(request("half_way", flag=str(tmp_path / "never")))
    qtbot.waitUntil(lambda: window.bridge.jobs[number].fraction > 0, timeout=LONG)
    worker = window.bridge._worker
    window.close()
    assert worker._process is None or not worker._process.is_alive()


def test_an_error_of_the_survey_is_told(window: Window, told: list[Notice]) -> None:
    window.survey.failed.emit(SiarError("The disk is full", "Free some space"))
    assert (told[-1].text, told[-1].advice) == ("The disk is full.", "Free some space")


def test_closing_while_a_job_runs_asks_first(qtbot: QtBot, open_window: Callable[[], Window], tmp_path: Path) -> None:
    window = open_window()
    asked: list[tuple[str, ...]] = []
    window.ask = lambda _window, titles, _stop: asked.append(titles)
    number = window.bridge.submit(request("half_way", flag=str(tmp_path / "never")))
    window.bridge.submit(request("half_way", "Produce “Klinik”", flag=str(tmp_path / "never")))
    qtbot.waitUntil(lambda: window.bridge.jobs[number].fraction > 0, timeout=LONG)
    assert not window.close()
    assert asked == [("Subtitle 3 files", "Produce “Klinik”")]
    assert window.isVisible()
    assert window.bridge.working_on(None).fraction == 0.5
    window.stop_and_close()
    assert not window.isVisible()


def test_a_window_with_nothing_to_do_closes_without_a_question(open_window: Callable[[], Window]) -> None:
    window = open_window()
    window.ask = lambda *_: pytest.fail("it asked")
    assert window.close()


@pytest.mark.parametrize(
    ("language", "titles", "text", "keep", "stop"),
    [
        ("en", ["Produce “Klinik”"], "“Produce “Klinik”” is not done yet", "Keep working", "Stop and close"),
        ("en", ["A %2", "B", "C"], "“A %2” and 2 more are not done yet", "Keep working", "Stop and close"),
        ("id", ["A"], "“A” belum selesai", "Lanjutkan", "Hentikan dan tutup"),
        ("id", ["A", "B"], "“A” dan 1 lainnya belum selesai", "Lanjutkan", "Hentikan dan tutup"),
    ],
)
def test_the_question_stops_the_work_on_a_yes_alone(
    qapp: QApplication, qtbot: QtBot, language: str, titles: list[str], text: str, keep: str, stop: str
) -> None:
    i18n.speak(qapp, language)
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    stopped: list[bool] = []
    box = ask_to_close(parent, titles, lambda: stopped.append(True))
    assert ask_to_close(parent, titles, lambda: stopped.append(True)) is box
    assert (box.text(), box.defaultButton().text()) == (text, keep)
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert not box.isVisible()
    assert stopped == []
    box = ask_to_close(parent, titles, lambda: stopped.append(True))
    yes = next(button for button in box.buttons() if button.text() == stop)
    qtbot.mouseClick(yes, Qt.MouseButton.LeftButton)
    assert stopped == [True]
