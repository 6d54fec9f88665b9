"""The rail at the left: the pages that there are, and the queue at its foot."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from ui import words
from ui.bridge import JobBridge, RunningJob
from ui.icons import icon, icon_button
from ui.theme import color, tokens
from ui.widgets import label

WIDE, NARROW = 196, 60
QUEUE = "queue"
"""The subject of the job that makes the subtitles of the recordings in the queue."""


class _Dot(QWidget):
    """The sign of the program: a broadcast's red light."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(QSize(12, 12))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(tokens().live))
        painter.drawEllipse(self.rect().adjusted(1, 1, -1, -1))
        painter.end()


class RailButton(QPushButton):
    """One page: its icon, its name, and how many things are on it."""

    def __init__(self, icon_name: str, text: str) -> None:
        super().__init__()
        self._icon, self._text = icon_name, text
        self.setCheckable(True)
        self.setProperty("role", "rail")
        self.setAccessibleName(text)
        self.setIconSize(QSize(16, 16))
        self._count = QLabel("", self)
        self._count.setProperty("role", "small")
        self._count.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 10, 0)
        row.addStretch(1)
        row.addWidget(self._count)
        self.setIcon(icon(icon_name, tokens()))
        self.set_narrow(False)

    def set_narrow(self, narrow: bool) -> None:
        """Show the icon alone."""
        self.setText("" if narrow else "  " + self._text)
        self.setToolTip(self._text if narrow else "")
        self._count.setVisible(not narrow)

    def set_count(self, count: int) -> None:
        """Show how many, nothing for none."""
        self._count.setText(str(count) if count else "")
        self.setAccessibleDescription(str(count) if count else "")

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.PaletteChange):
            self.setIcon(icon(self._icon, tokens()))
        super().changeEvent(event)


class QueueCard(QFrame):
    """What runs, how far it is, how long it takes yet, and what needs a look. Always there, never modal."""

    cancel_asked = Signal(int)
    look_asked = Signal()

    def __init__(self, *bridges: JobBridge) -> None:
        """The first of these queues in which something runs is shown."""
        super().__init__()
        self._bridges = bridges
        self.setObjectName("queue")
        self.setAccessibleName(self.tr("Queue"))
        self._need_look = 0
        self._waiting = ""
        self.title = label("", "strong", wrap=True)
        self.bar = QProgressBar(textVisible=False, maximum=1000)
        self.facts = label("", "small", wrap=True)
        self.cancel = icon_button("close", self.tr("Cancel"), self)
        self.cancel.clicked.connect(self._cancel)
        self.look = QPushButton()
        self.look.setProperty("role", "link")
        self.look.setProperty("flush", True)
        self.look.clicked.connect(self._look)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.title, 1)
        head.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(6)
        self._column.addLayout(head)
        self._column.addWidget(self.bar)
        self._column.addWidget(self.facts)
        self._column.addWidget(self.look, 0, Qt.AlignmentFlag.AlignLeft)
        self._narrow = False
        for bridge in bridges:
            bridge.changed.connect(self.refresh)
        self.refresh()

    def set_narrow(self, narrow: bool) -> None:
        """Show only how far it is, and Cancel; the rest is in the tooltip."""
        self._narrow = narrow
        self.refresh()

    def need_look(self, more: int) -> None:
        """So many more things did not go well."""
        self._need_look += more
        self.refresh()

    def show_waiting(self, said: str) -> None:
        """Say this of the recordings that wait for subtitles, while nothing runs here; "" for none."""
        if said != self._waiting:
            self._waiting = said
            self.refresh()

    def refresh(self) -> None:
        """Show how the queue stands."""
        job = self._shown().current
        for widget in (self.bar, self.cancel):
            widget.setVisible(job is not None)
        self._column.setContentsMargins(*((4, 6, 4, 6) if self._narrow else (12, 10, 8, 10)))
        look = self.tr("%n need(s) a look", "", self._need_look)
        self.look.setVisible(self._need_look > 0)
        self.look.setText(f"{self._need_look} !" if self._narrow else look)
        self.look.setAccessibleName(look)
        self.title.setVisible(not self._narrow)
        self.facts.setAlignment(Qt.AlignmentFlag.AlignHCenter if self._narrow else Qt.AlignmentFlag.AlignLeft)
        self.facts.setVisible(self._narrow or job is not None or bool(self._waiting) or not self._need_look)
        if job is None:
            self.title.setText(self.tr("Subtitles") if self._waiting else self.tr("Nothing is running"))
            self.facts.setText("–" if self._narrow else self._waiting or self.tr("What you produce shows here"))
            self.setToolTip(f"{self.title.text()}\n{self._waiting}".strip() if self._narrow else "")
            return
        self.title.setText(job.title)
        self.bar.setValue(round(job.fraction * 1000))
        self.bar.setAccessibleName(job.title)
        facts = self._facts(job)
        self.facts.setText(f"{round(job.fraction * 100)} %" if self._narrow else facts)
        self.setToolTip(f"{job.title}\n{facts}" if self._narrow else job.message)

    def _shown(self) -> JobBridge:
        return next((bridge for bridge in self._bridges if bridge.jobs), self._bridges[0])

    def _facts(self, job: RunningJob) -> str:
        waiting = sum(1 for other in self._shown().jobs.values() if other.number != job.number)
        left = words.time_left(job.remaining_s) if job.remaining_s is not None else ""
        queue = self.tr("%n waiting", "", waiting) if waiting else ""
        if job.subject == QUEUE and self._waiting:
            left = self._waiting  # measured before: told from the first moment
        head = " · ".join(part for part in (left, queue) if part)
        return "\n".join(part for part in (head, job.message) if part)

    def _cancel(self) -> None:
        job = self._shown().current
        if job is not None and self._shown() is self._bridges[0]:
            self.cancel_asked.emit(job.number)
        elif job is not None:
            self._shown().cancel(job.number)

    def _look(self) -> None:
        self._need_look = 0
        self.refresh()
        self.look_asked.emit()


class Rail(QWidget):
    """The pages' names; `page_asked` carries the page's number."""

    page_asked = Signal(int)

    def __init__(self, pages: list[tuple[str, str]], *bridges: JobBridge) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.queue = QueueCard(*bridges)
        self.buttons = [RailButton(icon_name, text) for icon_name, text in pages]
        self._name = label(self.tr("Siar Studio"), "title")
        self._name.setStyleSheet("font-size: 15px")
        self._brand = brand = QHBoxLayout()
        brand.setContentsMargins(10, 0, 0, 0)
        brand.setSpacing(9)
        brand.addWidget(_Dot())
        brand.addWidget(self._name, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 18, 13, 12)
        self._column = column
        column.setSpacing(2)
        column.addLayout(brand)
        column.addSpacing(18)
        group = QButtonGroup(self)
        for number, made in enumerate(self.buttons):
            group.addButton(made, number)
            column.addWidget(made)
        column.addStretch(1)
        column.addWidget(self.queue)
        group.idClicked.connect(self.page_asked)
        self.set_narrow(False)

    def set_narrow(self, narrow: bool) -> None:
        """Shrink to icons in a narrow window."""
        self.setFixedWidth(NARROW if narrow else WIDE)
        self._column.setContentsMargins(*((10, 18, 11, 12) if narrow else (12, 18, 13, 12)))
        self._name.setVisible(not narrow)
        # With its name hidden the sign stands in the middle, as the icons do.
        self._brand.setContentsMargins(*((0, 0, 3, 0) if narrow else (10, 0, 0, 0)))
        self._brand.setSpacing(0 if narrow else 9)
        self.queue.set_narrow(narrow)
        for made in self.buttons:
            made.set_narrow(narrow)

    def show_page(self, number: int) -> None:
        """Mark this page as the one that is shown."""
        self.buttons[number].setChecked(True)
