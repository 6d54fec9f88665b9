"""The checkpoints in the settings: how each stands, what can be done about it, and how far that is."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from studio.errors import OutOfSpace
from studio.jobs.events import Cancelled, Done, Event, Failed, JobRequest, Progress, Started
from studio.resources import assets
from studio.speech.checkpoints import KNOWN, checkpoints_folder
from ui.background import Background
from ui.bridge import JobBridge
from ui.notices import Notice, Notices
from ui.settings import model_words
from ui.settings.models import ModelsPanel, ask_to_remove
from ui.window import SETTINGS, Window


class Hand:
    """A worker whose jobs go as the test says."""

    def __init__(self, tell: Callable[[Event], None]) -> None:
        self.tell, self.requests, self.cancelled = tell, [], []

    def submit(self, request: JobRequest) -> int:
        self.requests.append(request)
        return len(self.requests)

    def cancel(self, job: int) -> None:
        self.cancelled.append(job)
        self.tell(Cancelled(job))

    def close(self) -> None:
        """Nothing runs."""


@pytest.fixture
def hands() -> list[Hand]:
    return []


@pytest.fixture
def panel(qtbot: QtBot, notices: Notices, hands: list[Hand]) -> Iterator[ModelsPanel]:
    background = Background()

    def make(tell: Callable[[Event], None]) -> Any:
        hands.append(Hand(tell))
        return hands[-1]

    made = ModelsPanel(background, JobBridge(make), notices)
    qtbot.addWidget(made)
    made.resize(640, 700)
    made.show()
    yield made
    background.close()


def looked(qtbot: QtBot, panel: ModelsPanel) -> None:
    panel.refresh()
    # Looks come back in their order: what was asked after it is answered after it.
    with qtbot.waitSignal(panel.background.finished, check_params_cb=lambda result: result.key == "then"):
        panel.background.run("then", lambda: None)


def actions(panel: ModelsPanel, name: str) -> list[str]:
    return [one.text() for one in panel.rows[name].findChildren(QPushButton) if not one.isHidden()]


def press(panel: ModelsPanel, name: str, wish: str) -> None:
    next(one for one in panel.rows[name].findChildren(QPushButton, wish) if not one.isHidden()).click()


@pytest.fixture
def folder() -> Path:
    checkpoints_folder().mkdir(parents=True)
    return checkpoints_folder()


def test_with_none_the_one_to_begin_with_is_offered_first(qtbot: QtBot, panel: ModelsPanel) -> None:
    looked(qtbot, panel)
    assert list(panel.rows) == ["small", "medium", "large-v2", "large-v3-turbo"]
    assert actions(panel, "small") == ["Get"]
    assert panel.rows["small"].findChild(QPushButton, "get").property("role") == "primary"
    assert model_words.standing(panel.rows["small"].row) == "484 MB"
    assert str(checkpoints_folder()) in panel.where.text() and "free there" in panel.where.text()
    panel.more.click()
    assert set(panel.rows) == set(KNOWN)
    assert panel.more.text() == "Show fewer"


def test_each_state_has_its_own_words_and_actions(qtbot: QtBot, panel: ModelsPanel, folder: Path) -> None:
    shutil.copy(assets("demo", "siar-demo.pt"), folder / "punyaku.pt")
    (folder / "tiny.pt").write_bytes(b"<html>Masuk</html>")
    (folder / ".medium.pt.part").write_bytes(b"x" * 2_000_000)
    looked(qtbot, panel)
    assert {name: actions(panel, name) for name in ("punyaku", "tiny", "medium")} == {
        "punyaku": ["Prepare", "Check", "Remove…"],
        "tiny": ["Get again", "Remove…"],
        "medium": ["Go on", "Discard"],
    }
    assert model_words.standing(panel.rows["medium"].row) == "2 MB of 1.5 GB are here"
    assert panel.rows["punyaku"].accessibleName() == "punyaku, 8 MB · here. Added from a file"


def test_a_download_shows_how_far_it_is_and_is_cancelled(
    qtbot: QtBot, panel: ModelsPanel, hands: list[Hand], told: list[Notice]
) -> None:
    looked(qtbot, panel)
    press(panel, "small", "get")
    (hand,) = hands
    assert hand.requests[0].function == "studio.actions.models:run_get"
    row = panel.rows["small"]
    assert (row.working.text(), row.bar.isHidden()) == ("Waits for its turn", False)
    qtbot.waitUntil(lambda: actions(panel, "small") == ["Cancel"])
    hand.tell(Started(1, ""))
    hand.tell(Progress(1, 0.34, "Fetching small: 164 of 484 MB", 180.0))
    assert (row.working.text(), row.bar.value()) == ("Downloading · 34 % · 3 min left", 340)
    hand.tell(Progress(1, 0.95, "Preparing small for this computer", None))
    assert row.working.text() == "Being prepared · 95 %"
    press(panel, "small", "cancel")
    assert hand.cancelled == [1]
    qtbot.waitUntil(lambda: actions(panel, "small") == ["Get"])
    press(panel, "small", "get")
    hand.tell(Done(2, str(checkpoints_folder() / "small.pt")))
    assert told[-1].text == "small is ready: recordings are recognised with it."


def test_why_it_failed_stays_beside_the_checkpoint(
    qtbot: QtBot, panel: ModelsPanel, hands: list[Hand], told: list[Notice]
) -> None:
    looked(qtbot, panel)
    press(panel, "small", "get")
    hands[0].tell(Failed(1, OutOfSpace("484 MB are needed", "Free some space")))
    looked(qtbot, panel)
    found = panel.rows["small"].found
    assert (found.text(), found.property("role")) == ("484 MB are needed. Free some space.", "error")
    assert told[-1].tone == "error"


def test_a_check_says_what_it_found(qtbot: QtBot, panel: ModelsPanel, folder: Path, hands: list[Hand]) -> None:
    shutil.copy(assets("demo", "siar-demo.pt"), folder / "punyaku.pt")
    looked(qtbot, panel)
    press(panel, "punyaku", "check")
    hands[0].tell(
        Done(1, [{"name": "punyaku", "ok": False, "evidence": "not the file that is published: get it again"}])
    )
    looked(qtbot, panel)
    assert panel.rows["punyaku"].found.text() == "not the file that is published: get it again"


def test_removal_is_asked_and_a_part_is_discarded_at_once(qtbot: QtBot, panel: ModelsPanel, folder: Path) -> None:
    shutil.copy(assets("demo", "siar-demo.pt"), folder / "punyaku.pt")
    (folder / ".medium.pt.part").write_bytes(b"half")
    looked(qtbot, panel)
    press(panel, "medium", "remove")
    assert not (folder / ".medium.pt.part").exists()
    boxes = []
    panel.ask = lambda *given: boxes.append(ask_to_remove(*given))
    looked(qtbot, panel)
    press(panel, "punyaku", "remove")
    (box,) = boxes
    assert (box.text(), box.defaultButton().text()) == ("Remove punyaku?", "Keep it")
    assert box.informativeText().startswith("8 MB and what was prepared from it are deleted.")
    box.defaultButton().click()
    assert (folder / "punyaku.pt").exists()
    panel.ask = lambda _parent, _row, yes: yes()
    press(panel, "punyaku", "remove")
    assert not (folder / "punyaku.pt").exists()


def test_a_file_is_added_and_what_is_none_is_refused_at_once(
    qtbot: QtBot, panel: ModelsPanel, hands: list[Hand], tmp_path: Path, told: list[Notice]
) -> None:
    looked(qtbot, panel)
    (tmp_path / "halaman.pt").write_bytes(b"<html>Masuk</html>")
    panel.ask_file = lambda _panel, take: take(tmp_path / "halaman.pt")
    panel.add.click()
    assert hands == [] and "is a web page, not a checkpoint" in told[-1].text
    stick = shutil.copy(assets("demo", "siar-demo.pt"), tmp_path / "kelas.pt")
    panel.ask_file = lambda _panel, take: take(Path(stick))
    panel.add.click()
    assert (panel.adding.isHidden(), panel.add.isEnabled()) == (False, False)
    assert panel.adding.text() == "Add the checkpoint kelas.pt – Waits for its turn"
    hands[0].tell(Done(1, str(checkpoints_folder() / "kelas.pt")))
    assert told[-1].text == "kelas is ready: recordings are recognised with it."
    assert panel.add.isEnabled()


def test_mirror_and_proxy_are_kept_for_the_command_line_too(
    qtbot: QtBot, panel: ModelsPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    from studio.speech.network import Network, load

    for name in ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    looked(qtbot, panel)
    panel.network_button.click()
    form = panel.network
    assert form.isVisible() and not form.keep.isEnabled()
    qtbot.keyClicks(form.mirror, "cermin.example")
    form.keep.click()
    assert "cermin.example is no web address" in form.says.text() and load() == Network()
    form.mirror.clear()
    qtbot.keyClicks(form.mirror, "https://cermin.example")
    qtbot.keyClicks(form.proxy, "siti:rahasia@proxy:8080")
    form.keep.click()
    kept = Network("https://cermin.example", "http://siti:rahasia@proxy:8080")
    assert load() == kept and not form.keep.isEnabled()
    assert form.proxy.text() == "http://siti:…@proxy:8080"
    qtbot.keyClicks(form.mirror, "/whisper")
    form.keep.click()
    assert load() == Network("https://cermin.example/whisper", kept.proxy)  # its password is not lost to the dots
    monkeypatch.setenv("SIAR_MODELS_MIRROR", "https://lain.example")
    looked(qtbot, panel)
    assert form.says.text() == "SIAR_MODELS_MIRROR is set in the environment and comes first."


def test_the_window_keeps_downloads_beside_the_recordings(qtbot: QtBot, window: Window) -> None:
    window.show_page(SETTINGS)
    assert window.settings.models.bridge is window.fetches is not window.bridge
    assert window.running == ()
    hand = Hand(window.fetches._arrived.emit)
    window.fetches._worker = hand  # type: ignore[assignment]
    press_get = window.settings.models.wish
    qtbot.waitUntil(lambda: "small" in window.settings.models.rows)
    press_get("get", "small")
    assert window.rail.queue.title.text() == "Download the checkpoint small"
    assert [job.title for job in window.running] == ["Download the checkpoint small"]
    window.rail.queue.cancel.click()
    assert hand.cancelled == [1] and window.running == ()


def test_all_advice_is_known_to_translators() -> None:
    assert {text for one in KNOWN.values() for text in (one.advice, one.languages)} <= set(model_words.ADVICE)


def test_threads_and_weights_are_kept_at_once(qtbot: QtBot, told: list[Notice], notices: Notices) -> None:
    from studio.speech import machine
    from ui.settings.machine_form import MachineForm

    form = MachineForm(notices)
    qtbot.addWidget(form)
    form.look()
    assert (form.threads.text(), form.compute.currentText()) == ("Automatic", "Automatic")
    form.threads.setValue(3)
    form.compute.setCurrentIndex(form.compute.findData("float32"))
    assert machine.load() == machine.Machine(3, "float32")
    assert form.says.text() == "Recognition takes 3 threads and float32 weights on this computer."
    form.threads.setValue(0)
    assert machine.load() == machine.Machine(0, "float32")
    assert told == []
