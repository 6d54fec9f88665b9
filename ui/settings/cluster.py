"""The panel of a team's cluster: where its scheduler is, and whether it can be used now."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout

from studio.actions import cluster
from studio.errors import InvalidValue, SiarError
from ui.bridge import JobBridge, RunningJob
from ui.plan import Plan
from ui.widgets import button, label, restyle

_SUBJECT = ("cluster", "")


class ClusterPanel(QFrame):
    """An address, kept when the field is left; looking there is a job, since Dask takes its time."""

    def __init__(self, plan: Plan, bridge: JobBridge) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.plan, self.bridge = plan, bridge
        self.address = QLineEdit()
        self.address.setPlaceholderText("tcp://192.168.1.20:8786")
        self.address.setAccessibleName(self.tr("Address of the scheduler"))
        self.address.setClearButtonEnabled(True)
        self.address.editingFinished.connect(self.keep)
        self.address.textEdited.connect(self._edited)
        self.look = button(self.tr("Check"), call=self.look_now)
        self.says = label("", "small", wrap=True)
        self._shown = ""
        self._arrange()
        plan.changed.connect(self.show_settings)
        bridge.changed.connect(self._show_work)
        bridge.done.connect(self._done)
        bridge.failed.connect(self._failed)
        self.show_settings()
        if not cluster.can_use_clusters():
            self._say(self.tr('Dask is not installed here: pip install "siar-studio[cluster]"'))

    def _arrange(self) -> None:
        says = self.tr(
            "Several computers can recognise batches together, by Dask. While the field is empty, this one does it. "
            "Dask asks for no password: use it only in a network that you trust."
        )
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.address, 1)
        row.addWidget(self.look)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 16)
        column.setSpacing(8)
        column.addWidget(label(self.tr("Cluster"), "strong"))
        column.addWidget(label(says, "small", wrap=True))
        column.addLayout(row)
        column.addWidget(self.says)
        self.says.hide()

    def show_settings(self) -> None:
        """Show the address that is kept; what is being typed stays."""
        kept = cluster.cluster_address(self.plan.store)
        if kept != self._shown:
            self._say("")
        if self.address.text() == self._shown:
            self.address.setText(kept)
        self._shown = kept
        self._show_work()

    def keep(self) -> None:
        """Keep what stands in the field."""
        if self.address.text() == self._shown:
            return
        try:
            address = cluster.checked_address(self.address.text())
        except InvalidValue as error:
            self._say(str(error), wrong=True)
            return
        self.address.setText(address)
        self._say("")
        self.plan.do(partial(cluster.set_cluster, self.plan.store, address))
        self.show_settings()

    def look_now(self) -> None:
        """Have a look taken at the cluster; what it gives stands below."""
        self.keep()
        if self._shown and self.address.text() == self._shown and self.bridge.working_on(_SUBJECT) is None:
            self.bridge.submit(cluster.look_request(self._shown), _SUBJECT)
            self._say(self.tr("Looking…"))

    def _edited(self) -> None:
        self._say("")
        self._show_work()

    def _show_work(self) -> None:
        self.look.setEnabled(bool(self.address.text().strip()) and self.bridge.working_on(_SUBJECT) is None)

    def _done(self, job: RunningJob, told: dict[str, Any]) -> None:
        if job.subject != _SUBJECT or told["address"] != self._shown:
            return
        if not told["ok"]:
            self._say(told["reason"], wrong=True)
            return
        workers = self.tr("%n worker(s)", "", told["workers"])
        threads = self.tr("%n thread(s) in all", "", told["threads"])
        self._say(self.tr("It is ready: %1, %2.").replace("%2", threads).replace("%1", workers))

    def _failed(self, job: RunningJob, error: SiarError) -> None:
        if job.subject == _SUBJECT:
            self._say(str(error), wrong=True)

    def _say(self, text: str, *, wrong: bool = False) -> None:
        self.says.setText(text)
        self.says.setVisible(bool(text))
        self.says.setProperty("role", "error" if wrong else "small")
        restyle(self.says)
