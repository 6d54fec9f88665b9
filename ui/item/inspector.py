"""The inspector: an item's facts, and its build graph from top to bottom with each artefact as itself."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from studio.plan.item import Item, Stage
from studio.plan.lead_times import late_of
from ui import words
from ui.bridge import JobBridge
from ui.days.dues import Dues
from ui.desktop import open_path
from ui.item.form import ItemForm
from ui.item.head import ItemHead
from ui.item.pick import RECORDINGS, pick_file
from ui.item.previews import Reader
from ui.item.step_row import REPORTED, StepRow
from ui.item.wishes import Wishes
from ui.plan import Plan
from ui.survey import Survey
from ui.widgets import button, clear, label, line

if TYPE_CHECKING:
    from studio.steps import Readiness

WIDTH = 336


class Inspector(QFrame):
    """Shows one item, or says how to choose one; `form` takes its place while fields are edited."""

    closed = Signal()
    queue_asked = Signal(int)  # the recording of the item with this id is to be subtitled in the queue

    def __init__(self, plan: Plan, survey: Survey, bridge: JobBridge) -> None:
        super().__init__()
        self.setObjectName("inspector")
        self.setAccessibleName(self.tr("Inspector"))
        self.setFixedWidth(WIDTH)
        self.setAcceptDrops(True)
        self.plan, self.survey, self.bridge = plan, survey, bridge
        self.item: Item | None = None
        self.readiness: Readiness | None = None
        self.reader = Reader(self)
        self.dues = Dues(plan, self)
        self.wishes = Wishes(self)
        self.today: date | None = None  # the clock's where none is set
        self._due: dict[str, date] = {}
        self.head = ItemHead()
        self.head.close_asked.connect(self.closed)
        self.head.edit_asked.connect(self.edit)
        self.form = ItemForm(plan)
        self.form.ended.connect(self._form_ended)
        self.rows: dict[str, StepRow] = {}
        self._arrange()
        # Arrow keys run over many cards: only the one where they rest is looked at.
        self._rest = QTimer(self, singleShot=True, interval=60)
        self._rest.timeout.connect(self._look)
        plan.changed.connect(self.refresh)
        survey.found.connect(self._take)
        self.dues.found.connect(self._take_dues)
        survey.failed.connect(plan.notices.error)
        bridge.changed.connect(self._show_work)
        self.show_item(None)

    def _arrange(self) -> None:
        self.nothing = QWidget()
        empty = QVBoxLayout(self.nothing)
        empty.setContentsMargins(24, 24, 24, 24)
        hint = label(
            self.tr("Choose an item to see what it is made of, what is missing and what is stale."), "muted", wrap=True
        )
        hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        empty.addStretch(1)
        empty.addWidget(hint)
        empty.addStretch(1)
        body = QWidget()
        self.steps = QVBoxLayout(body)
        self.steps.setContentsMargins(18, 0, 14, 12)
        self.steps.setSpacing(0)
        scroll = QScrollArea(widgetResizable=True, widget=body)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.produce_button = button("", "primary", self.produce)
        self.folder_button = button(self.tr("Open folder"), call=self.open_folder)
        self.working = label("", "small", wrap=True)
        footer = QFrame()
        footer.setObjectName("footer")
        self.footer = QVBoxLayout(footer)
        self.footer.setContentsMargins(18, 10, 14, 12)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.produce_button)
        buttons.addWidget(self.folder_button)
        buttons.addStretch(1)
        self.footer.addWidget(self.working)
        self.footer.addLayout(buttons)
        self.shown = QWidget()
        column = QVBoxLayout(self.shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(scroll, 1)
        column.addWidget(footer)
        self.stack = QStackedWidget()
        for page in (self.nothing, self.shown, self.form):
            self.stack.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 0, 0, 0)
        whole.addWidget(self.stack)

    # what is shown

    def show_item(self, item_id: int | None) -> None:
        """Show an item, or nothing. A form with unsaved changes is saved first."""
        if self.item is not None and item_id == self.item.id and not self.form.isVisible():
            return
        if self.stack.currentWidget() is self.form and not self.form.leave():
            return
        self.item = self.plan.item(item_id) if item_id is not None else None
        self.readiness, self._due = self.survey.known(item_id) if self.item is not None else None, {}
        self._fill_steps()
        if self.item is None:
            self.stack.setCurrentWidget(self.nothing)
            return
        self.head.show_item(self.item, self.readiness)
        self.stack.setCurrentWidget(self.shown)
        self._show_work()
        self._rest.start()

    def refresh(self) -> None:
        """Read the item again: something changed."""
        if self.item is None:
            return
        item = self.plan.item(self.item.id)
        if item is None:
            self.form.forget()
            self.show_item(None)
            return
        self.item = item
        self.head.show_item(self.item, self.readiness)
        self._rest.start()

    def _look(self) -> None:
        if self.item is not None:
            self.survey.look(self.item)
            self.dues.ask(self.item)

    def _take(self, readiness: Readiness) -> None:
        if self.item is None or readiness.item_id != self.item.id or readiness == self.readiness:
            return
        self.readiness = readiness
        self.head.show_item(self.item, readiness)
        self._fill_steps()
        self._show_work()

    def _fill_steps(self) -> None:
        expanded = {name for name, row in self.rows.items() if row.expanded}
        clear(self.steps)
        self.rows = {}
        if self.item is not None and self.readiness is not None:
            for number, report in enumerate(self.readiness.steps):
                if number:
                    self.steps.addWidget(line())
                row = StepRow(report, self.item, self.reader, report.step in expanded)
                row.make_asked.connect(self._make)
                row.open_asked.connect(self._open)
                row.choose_asked.connect(self.choose_recording)
                row.cut_asked.connect(self.wishes.cut)
                row.style_asked.connect(self.wishes.choose_style)
                row.report_asked.connect(self.show_report)
                row.queue_asked.connect(self._queue)
                self.rows[report.step] = row
                self.steps.addWidget(row)
        self.steps.addStretch(1)
        self._show_dues()

    def _take_dues(self, item: Item, due: dict[str, date]) -> None:
        if item == self.item:
            self._due = due
            self._show_dues()

    def _show_dues(self) -> None:
        """Say on each step that is still to do when it is due, or how late it is."""
        if self.item is None or self.readiness is None:
            return
        today = self.today or date.today()
        done = {step.step: step.state.counts == 1 for step in self.readiness.steps}
        over = self.item.stage in (Stage.PUBLISHED, Stage.CANCELLED)
        late = {one.step: one for one in late_of(self.item, self._due, done, today)}
        for name, row in self.rows.items():
            row.show_due(None if over or done[name] else self._due.get(name), late.get(name), today)

    def _show_work(self) -> None:
        """Say on the button what there is to do, or that it is being done."""
        job = self.bridge.working_on(self.item.id) if self.item else None
        count = len(self.readiness.to_make) if self.readiness else 0
        self.produce_button.setVisible(count > 0 or job is not None)
        self.produce_button.setEnabled(job is None)
        self.produce_button.setText(self.tr("Produce %n step(s)", "", count) if job is None else self.tr("Producing…"))
        said = ""
        if job is not None:
            left = words.time_left(job.remaining_s) if job.remaining_s is not None else ""
            message = job.message if job.started else self.tr("Waits for its turn")
            said = " · ".join(part for part in (message, left) if part)
        self.working.setText(said)
        self.working.setVisible(bool(said))

    # what a person does

    def produce(self) -> None:
        """Make what is missing or stale."""
        self._submit(())

    def _make(self, step: str) -> None:
        self._submit((step,))

    def _submit(self, steps: tuple[str, ...]) -> None:
        if self.item is None or self.bridge.working_on(self.item.id) is not None:
            return
        request = self.plan.produce_request([self.item.id], steps)
        if request is not None:
            self.bridge.submit(request, self.item.id)

    def _queue(self, _step: str) -> None:
        if self.item is not None:
            self.queue_asked.emit(self.item.id)

    def edit(self) -> None:
        """Edit all fields."""
        if self.item is not None:
            self.form.show_item(self.item)
            self.stack.setCurrentWidget(self.form)

    def _form_ended(self) -> None:
        self.stack.setCurrentWidget(self.shown if self.item is not None else self.nothing)

    def _open(self, step: str) -> None:
        report = self.readiness.step(step) if self.readiness else None
        if report is not None and report.paths:
            path = report.paths[0].parent if step in ("recording", "thumbnail") else report.paths[0]
            open_path(path)

    def show_report(self, step: str = "subtitles") -> None:
        """Show what there is to mend in the subtitles, cue by cue."""
        report = self.readiness.step(step) if self.readiness else None
        path = next((one for one in report.paths if one.suffix in REPORTED), None) if report else None
        if path is None or self.item is None:
            return
        from ui.subtitles.report_dialog import ReportDialog

        recording = self.readiness.step("recording") if self.readiness else None
        video = next((one for one in recording.paths if one.is_file()), None) if recording else None
        workspace = self.plan.store.workspace
        ReportDialog(workspace, path, video, self.item.language, self.reader.background, self).show()

    def folder(self) -> Path | None:
        """Where the item's artefacts lie; None before there is any."""
        for report in self.readiness.steps if self.readiness else ():
            if report.paths and report.step != "recording":
                return report.paths[0].parent
        return None

    def open_folder(self) -> None:
        """Open the folder with the item's artefacts, or the workspace's before there is any."""
        open_path(self.folder() or self.plan.store.workspace.root)

    def choose_recording(self, _step: str = "recording") -> None:
        """Ask for the file that the item was recorded to."""
        if self.item is not None:
            item_id = self.item.id
            pick_file(self, self.tr("The recording"), RECORDINGS, lambda path: self._set_recording(item_id, path))

    def _set_recording(self, item_id: int, path: Path) -> None:
        self.plan.set_fields(item_id, {"recording": str(path)})

    def dragEnterEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        if self.item is not None and any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if files and self.item is not None:
            event.acceptProposedAction()
            self._set_recording(self.item.id, files[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.stack.currentWidget() is not self.form:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def close_reader(self) -> None:
        """Wait for what is being read."""
        self.reader.background.close()
        self.dues.close()
