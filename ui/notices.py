"""The one door through which anything is told to a person: a bar at the foot of the window, never a dialog."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import TracebackType

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from studio.errors import DamagedDatabase, SiarError
from ui.icons import icon_button

_log = logging.getLogger(__name__)
_SHOWN_MS = 7000


@dataclass(frozen=True)
class Notice:
    """What is told: a sentence, advice, and perhaps one thing or two to do about it."""

    text: str
    advice: str = ""
    tone: str = "info"  # or "warn" or "error", which stay until they are closed
    action: str = ""
    call: Callable[[], object] | None = None
    other: str = ""
    other_call: Callable[[], object] | None = None


class Notices(QObject):
    """Where every part of the window tells what happened."""

    posted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # A damaged plan needs more than words: whoever can lead out of it takes it here.
        self.on_damage: Callable[[DamagedDatabase], object] | None = None

    def post(self, notice: Notice) -> None:
        """Tell this."""
        self.posted.emit(notice)

    def info(self, text: str, action: str = "", call: Callable[[], object] | None = None) -> None:
        """Something went well; `action` is the word on the button that runs `call`."""
        self.posted.emit(Notice(text, action=action, call=call))

    def error(self, error: BaseException) -> None:
        """Something went wrong; an error that is not ours is logged with its traceback."""
        if type(error) is DamagedDatabase and self.on_damage is not None:  # a damaged backup is none of the plan
            self.on_damage(error)
            return
        if isinstance(error, SiarError):
            self.posted.emit(Notice(error.happened.rstrip(".") + ".", error.advice, "error"))
            return
        _log.error("unforeseen", exc_info=error)
        text = self.tr("Something unforeseen went wrong (%1).").replace("%1", f"{type(error).__name__}: {error}")
        advice = self.tr("Your plan is saved. If it happens again, tell the developers what you did")
        self.posted.emit(Notice(text, advice, "error"))

    @contextmanager
    def guarded(self) -> Iterator[None]:
        """Turn a SiarError of the block into a notice; the block ends there."""
        try:
            yield
        except SiarError as error:
            self.error(error)

    def take_excepthook(self) -> None:
        """Show what nobody caught; PySide6 would only print an exception in a slot."""

        def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
            if issubclass(kind, KeyboardInterrupt):
                sys.__excepthook__(kind, error, trace)
            else:
                self.error(error.with_traceback(trace))

        sys.excepthook = hook


class NoticeBar(QFrame):
    """Shows the latest notice over the foot of its parent, and moves nothing."""

    def __init__(self, notices: Notices, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._calls: list[Callable[[], object] | None] = [None, None]
        self.label = QLabel(wordWrap=True, textInteractionFlags=Qt.TextInteractionFlag.TextSelectableByMouse)
        self.label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.button, self.other = QPushButton(), QPushButton()
        for number, made in enumerate((self.button, self.other)):
            made.setProperty("role", "link")
            made.clicked.connect(lambda _checked=False, which=number: self._act(which))
        self.close_button = icon_button("close", self.tr("Close the message"), self)
        self.close_button.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 8, 8)
        row.addWidget(self.label, 1)
        row.addWidget(self.other, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self._timer = QTimer(self, singleShot=True, interval=_SHOWN_MS)
        self._timer.timeout.connect(self.hide)
        self.hide()
        notices.posted.connect(self.show_notice)

    def show_notice(self, notice: Notice) -> None:
        """Show this one in place of what was shown."""
        self._calls = [notice.call, notice.other_call]
        advice = f"<br>{_plain(notice.advice.rstrip('.'))}." if notice.advice else ""
        self.label.setText(f"<span style='font-weight:600'>{_plain(notice.text)}</span>{advice}")
        for made, text in ((self.button, notice.action), (self.other, notice.other)):
            made.setText(text)
            made.setVisible(bool(text))
        self.setProperty("tone", notice.tone)
        self.style().unpolish(self)
        self.style().polish(self)
        self.setAccessibleName(f"{notice.text} {notice.advice}")
        self.place()
        self.show()
        self.raise_()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        if notice.tone == "info":
            self._timer.start()
        else:
            self._timer.stop()

    def place(self) -> None:
        """Stand at the foot of the parent, in its middle, above the tray."""
        area = self.parentWidget().rect()
        width = min(560, area.width() - 48)
        self.layout().activate()
        height = max(self.layout().totalHeightForWidth(width), 46)
        self.setGeometry((area.width() - width) // 2, area.height() - height - 52, width, height)

    def _act(self, which: int) -> None:
        call = self._calls[which]
        self.hide()
        if call is not None:
            call()


def _plain(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>")
