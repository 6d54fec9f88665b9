"""The panel of the speech checkpoints: what is here and what could be, get, add, check, remove, mirror and proxy."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QMessageBox, QVBoxLayout, QWidget

from studio.errors import SiarError
from studio.jobs.events import JobRequest
from ui.background import Background, Result
from ui.bridge import JobBridge, RunningJob
from ui.desktop import open_path
from ui.notices import Notices
from ui.settings import model_words
from ui.settings.machine_form import MachineForm
from ui.settings.model_row import CANCEL, CHECK, GET, PREPARE, REMOVE, ModelRow
from ui.settings.network_form import NetworkForm
from ui.widgets import button, clear, label, line

translate = QCoreApplication.translate
_KEY = "checkpoints:look"
_ADDING = ("checkpoint", "")
_ADVISED = ("small", "medium", "large-v2", "large-v3-turbo")
"""Shown at first; the others unfold. One to begin with, one better, the best, the best for its speed."""


class ModelsPanel(QFrame):
    """Lists the checkpoints; what takes long runs in a queue of its own, beside that of the recordings."""

    def __init__(self, background: Background, bridge: JobBridge, notices: Notices) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.background, self.bridge, self.notices = background, bridge, notices
        self.ask: Callable[..., object] = ask_to_remove
        self.ask_file: Callable[..., object] = choose_checkpoint
        self.rows: dict[str, ModelRow] = {}
        self._told: list[dict[str, Any]] = []
        self._found: dict[str, tuple[str, bool]] = {}
        self._all = False
        self._folder = Path()
        self.list = QVBoxLayout()
        self.list.setSpacing(0)
        self.where = label("", "small", wrap=True)
        self.adding = label("", "small", wrap=True)
        self.more = button("", "link", self._unfold)
        self.add = button(self.tr("Add from a file…"), call=self.choose_file)
        self.folder = button(self.tr("Open folder"), "link", lambda: open_path(self._folder))
        self.machine_button = button(self.tr("Threads"), "link", self._toggle_machine)
        self.machine = MachineForm(notices)
        self.network_button = button(self.tr("Mirror and proxy"), "link", self._toggle_network)
        self.network = NetworkForm()
        self.network.saved.connect(lambda _told: notices.info(self.tr("The settings are saved.")))
        self._arrange()
        background.finished.connect(self._take)
        bridge.changed.connect(self._show_work)
        bridge.done.connect(self._done)
        bridge.failed.connect(self._failed)
        bridge.cancelled.connect(lambda _job: self.refresh())

    def _arrange(self) -> None:
        says = self.tr(
            "Speech is recognised by one of Whisper's checkpoints, downloaded once. With none, subtitles are timed "
            "from the item's script."
        )
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.add)
        row.addWidget(self.folder)
        row.addStretch(1)
        row.addWidget(self.machine_button)
        row.addWidget(self.network_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 16)
        column.setSpacing(8)
        column.addWidget(label(self.tr("Speech checkpoints"), "strong"))
        column.addWidget(label(says, "small", wrap=True))
        column.addLayout(self.list)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.where)
        column.addWidget(self.adding)
        column.addLayout(row)
        column.addWidget(self.machine)
        column.addWidget(self.network)
        self.list.addWidget(label(self.tr("Looking…"), "muted"))
        self.more.setProperty("flush", True)
        for hidden in (self.adding, self.machine, self.network, self.more):
            hidden.hide()

    # the list

    def refresh(self) -> None:
        """Look again what is there."""
        self.background.run(_KEY, _look)

    def showEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        super().showEvent(event)
        self.refresh()

    def _take(self, result: Result) -> None:
        if result.key != _KEY:
            return
        if result.error is not None:
            clear(self.list)
            self.list.addWidget(label(str(result.error), "error", wrap=True))
            return
        self._told, place, settings = result.value
        self._folder = Path(place["folder"])
        free = "" if place["free_mb"] is None else model_words.size_of(place["free_mb"])
        text = self.tr("They lie in %1. %2 are free there.") if free else self.tr("They lie in %1.")
        self.where.setText(text.replace("%2", free).replace("%1", place["folder"]))
        self.folder.setEnabled(self._folder.is_dir())
        if isinstance(settings, SiarError):
            self.notices.error(settings)
        else:
            self.network.show_settings(settings)
        self._fill()

    def _unfold(self) -> None:
        self._all = not self._all
        self._fill()

    def _fill(self) -> None:
        """Those that are here, those that are advised, and on demand the others."""
        clear(self.list)
        self.rows = {}
        none_here = not any(row["state"] == "here" for row in self._told)
        there = [row for row in self._told if row["state"] != "missing"]
        others = [row for row in self._told if row["state"] == "missing"]
        shown = [row for row in others if self._all or row["name"] in _ADVISED or self._job_on(row["name"])]
        for number, row in enumerate((*there, *shown)):
            if number:
                self.list.addWidget(line())
            made = ModelRow(row, first=none_here and row["name"] == "small")
            made.asked.connect(self.wish)
            self.rows[row["name"]] = made
            self.list.addWidget(made)
        hidden = len(others) - len(shown)
        self.more.setVisible(self._all or hidden > 0)
        self.more.setText(self.tr("Show fewer") if self._all else self.tr("Show %n more", "", hidden))
        for name, (text, bad) in self._found.items():
            if name in self.rows:
                self.rows[name].show_found(text, bad)
        self._show_work()

    def _job_on(self, name: str) -> RunningJob | None:
        return self.bridge.working_on(("checkpoint", name))

    def _show_work(self) -> None:
        for name, row in self.rows.items():
            row.show_job(self._job_on(name))
        job = self.bridge.working_on(_ADDING)
        self.add.setEnabled(job is None)
        self.adding.setVisible(job is not None)
        if job is not None:
            self.adding.setText(f"{job.title} – {model_words.progress(job)}")

    # what a person does

    def wish(self, wish: str, name: str) -> None:
        """Do what a row asks for."""
        from studio.actions import models

        job = self._job_on(name)
        if wish == CANCEL and job is not None:
            self.bridge.cancel(job.number)
        elif wish == REMOVE:
            row = self.rows[name].row
            if row["state"] == "part":
                self.remove(name)
            else:
                self.ask(self, row, lambda: self.remove(name))
        elif wish in (GET, PREPARE, CHECK) and job is None:
            make = {GET: models.get_request, PREPARE: models.prepare_request, CHECK: models.check_request}[wish]
            self._submit(lambda: make(name), ("checkpoint", name))

    def _submit(self, make: Callable[[], JobRequest], subject: tuple[str, str]) -> None:
        self._found.pop(subject[1], None)
        if subject[1] in self.rows:
            self.rows[subject[1]].show_found("", False)
        try:
            self.bridge.submit(make(), subject)
        except SiarError as error:
            self.notices.error(error)

    def remove(self, name: str) -> None:
        """Remove a checkpoint, or what arrived of it."""
        from studio.actions.models import remove_model

        self._found.pop(name, None)
        try:
            remove_model(name)
        except SiarError as error:
            self.notices.error(error)
        else:
            self.notices.info(self.tr("Removed: %1").replace("%1", name))
        self.refresh()

    def choose_file(self) -> None:
        """Let a person choose a checkpoint's file."""
        self.ask_file(self, self.add_file)

    def add_file(self, file: Path) -> None:
        """Install the checkpoint in a file."""
        from studio.actions.models import add_request

        self._submit(lambda: add_request(file), _ADDING)

    def _toggle_machine(self) -> None:
        self.machine.setVisible(self.machine.isHidden())
        if self.machine.isVisible():
            self.machine.look()
            self.machine.threads.setFocus()

    def _toggle_network(self) -> None:
        self.network.setVisible(self.network.isHidden())
        if self.network.isVisible():
            self.network.mirror.setFocus()

    # what the jobs give

    def _done(self, job: RunningJob, result: Any) -> None:
        if job.subject[0] != _ADDING[0]:  # another panel's job
            return
        name = job.subject[1] or (Path(result).stem if isinstance(result, str) else "")
        if isinstance(result, list):
            self._found[name] = (model_words.say(result[0]["evidence"]), not result[0]["ok"])
        else:
            self.notices.info(self.tr("%1 is ready: recordings are recognised with it.").replace("%1", name))
        self.refresh()

    def _failed(self, job: RunningJob, error: SiarError) -> None:
        if job.subject[0] != _ADDING[0]:
            return
        if job.subject[1]:
            self._found[job.subject[1]] = (str(error), True)
        self.notices.error(error)
        self.refresh()


def _look() -> tuple[list[dict[str, Any]], dict[str, Any], dict[str, Any] | SiarError]:
    from studio.actions import models

    try:
        settings: dict[str, Any] | SiarError = models.model_settings()
    except SiarError as error:
        settings = error
    return models.list_models(), models.place(), settings


def choose_checkpoint(parent: ModelsPanel, take: Callable[[Path], object]) -> QFileDialog:
    """Let a person choose a checkpoint's file; `take` is called with it."""
    dialog = QFileDialog(parent, translate("Checkpoints", "A checkpoint of Whisper's"))
    dialog.setNameFilter(translate("Checkpoints", "Checkpoints (*.pt)"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(lambda name: take(Path(name)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def ask_to_remove(parent: QWidget, row: dict[str, Any], yes: Callable[[], object]) -> QMessageBox:
    """Ask whether a checkpoint may go: it takes long to come back."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle("Siar Studio")
    box.setText(translate("Checkpoints", "Remove %1?").replace("%1", row["name"]))
    size = model_words.size_of(row["size_mb"])
    text = translate(
        "Checkpoints", "%1 and what was prepared from it are deleted. To have it again, it must be downloaded or added."
    )
    box.setInformativeText(text.replace("%1", size))
    keep = box.addButton(translate("Checkpoints", "Keep it"), QMessageBox.ButtonRole.RejectRole)
    remove = box.addButton(translate("Checkpoints", "Remove"), QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(keep)
    box.setEscapeButton(keep)
    remove.clicked.connect(yes)
    box.finished.connect(box.deleteLater)
    box.open()
    return box
