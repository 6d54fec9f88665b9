"""How much of this computer recognition takes: two fields over the settings that the command line reads too."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QSpinBox

from studio.errors import SiarError
from ui.notices import Notices
from ui.widgets import label


class MachineForm(QFrame):
    """Threads and the form of the weights; a change is kept at once."""

    def __init__(self, notices: Notices) -> None:
        super().__init__()
        self._notices = notices
        self._shown = False
        self.threads = QSpinBox(minimum=0, maximum=64)
        self.threads.setSpecialValueText(self.tr("Automatic"))
        self.compute = QComboBox()
        for text, value in (
            (self.tr("Automatic"), "auto"),
            (self.tr("8 bits: fastest (int8)"), "int8"),
            (self.tr("32 bits: exact (float32)"), "float32"),
        ):
            self.compute.addItem(text, value)
        self.says = label("", "small", wrap=True)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(2, 1)
        for row, (text, field) in enumerate(((self.tr("Threads"), self.threads), (self.tr("Weights"), self.compute))):
            name = label(text, "small")
            name.setBuddy(field)
            field.setAccessibleName(text)
            grid.addWidget(name, row, 0)
            grid.addWidget(field, row, 1)
        grid.addWidget(self.says, 2, 0, 1, 3)
        self.threads.valueChanged.connect(lambda number: self._keep(threads=str(number)))
        self.compute.currentIndexChanged.connect(lambda _row: self._keep(compute=self.compute.currentData()))

    def look(self) -> None:
        """Show what is set."""
        self._keep()

    def _keep(self, *, threads: str | None = None, compute: str | None = None) -> None:
        from studio.actions.models import machine_settings

        try:
            told = machine_settings(threads, compute)
        except SiarError as error:
            self._notices.error(error)
            return
        for field in (self.threads, self.compute):
            field.blockSignals(True)
        self.threads.setValue(told["set_threads"])
        self.compute.setCurrentIndex(max(0, self.compute.findData(told["set_compute"])))
        for field in (self.threads, self.compute):
            field.blockSignals(False)
        text = self.tr("Recognition takes %1 threads and %2 weights on this computer.")
        self.says.setText(text.replace("%1", str(told["threads"])).replace("%2", told["compute"]))
