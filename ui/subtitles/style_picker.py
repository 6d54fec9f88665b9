"""Choose how captions look: the styles as a list, and a frame of the very recording with its captions in them."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from studio.actions.captions import caption_styles, captions_of
from studio.errors import SiarError
from studio.video.times import time_text
from ui import words
from ui.background import Background, Result
from ui.plan import Plan
from ui.subtitles.frame_view import FrameView
from ui.subtitles.rendering import Footage, captioned_frame, footage
from ui.subtitles.scrubber import Scrubber
from ui.widgets import button, label, line

_KEPT = 24  # frames


class StylePicker(QDialog):
    """Emits `chosen` with the style's name. Frames are drawn in the background, the last one asked for first."""

    chosen = Signal(str)

    def __init__(
        self,
        plan: Plan,
        video: Path,
        parent: QWidget | None = None,
        *,
        style: str = "",
        subtitles: Path | None = None,
        language: str = "id",
    ) -> None:
        """`style` is the one that is used now; `subtitles` are those of the video, else those beside it are shown."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Caption style"))
        self.plan, self.footage = plan, None
        self._over = False
        self.background = Background(self)
        self.background.finished.connect(self._take)
        self._drawn: dict[tuple[str, float], Any] = {}
        self._asked: tuple[str, float] | None = None
        self.styles = QListWidget()
        self.styles.setAccessibleName(self.tr("Caption styles"))
        self.styles.setObjectName("offers")
        self.styles.setFixedWidth(248)
        self.styles.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.frame = FrameView(self.tr("Reading the recording…"))
        self.frame.setAccessibleName(self.tr("The recording with captions in this style"))
        self.time = Scrubber(self.tr("Where in the recording"))
        self.at = label("", "small")
        self.note = label("", "small", wrap=True)
        self.use = button(self.tr("Use this style"), "primary", self.accept)
        self.cancel = button(self.tr("Cancel"), call=self.reject)
        # A slider gives many values in a row: only the one where it rests is drawn.
        self._rest = QTimer(self, singleShot=True, interval=120)
        self._rest.timeout.connect(self._ask)
        self._arrange(video)
        self._fill(style)
        self.styles.currentRowChanged.connect(lambda _row: self._ask())
        self.styles.itemDoubleClicked.connect(lambda _item: self.accept())
        self.time.valueChanged.connect(self._time_changed)
        self.background.run("footage", partial(footage, video, subtitles, language))

    def _arrange(self, video: Path) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(24, 18, 24, 12)
        head.setSpacing(2)
        head.addWidget(label(self.tr("Caption style"), "title"))
        head.addWidget(label(video.name, "muted"))
        right = QVBoxLayout()
        right.setSpacing(6)
        right.addWidget(self.frame, 1)
        below = QHBoxLayout()
        below.addWidget(self.time, 1)
        below.addWidget(self.at)
        right.addLayout(below)
        body = QHBoxLayout()
        body.setContentsMargins(24, 4, 24, 16)
        body.setSpacing(20)
        body.addWidget(self.styles)
        body.addLayout(right, 1)
        foot = QWidget()
        foot.setObjectName("footer")
        row = QHBoxLayout(foot)
        row.setContentsMargins(24, 12, 24, 12)
        row.setSpacing(8)
        row.addWidget(self.note, 1)
        row.addWidget(self.cancel)
        row.addWidget(self.use)
        self.cancel.setAutoDefault(False)
        self.use.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(body, 1)
        column.addWidget(line())
        column.addWidget(foot)
        self.resize(860, 620)

    def _fill(self, used: str) -> None:
        for one in self.plan.do(partial(caption_styles, self.plan.store), tell=False) or []:
            about = self._about(one["name"]) or one["about"]
            known = words.caption_style_name(one["name"])
            title = known if known != one["name"] else one["title"]
            says = one["problem"] or about
            row = _Row(title, says)
            item = QListWidgetItem()
            item.setData(Qt.ItemDataRole.UserRole, one["name"])
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{title}. {says}")
            item.setSizeHint(QSize(0, row.heightForWidth(self.styles.width() - 4)))
            if one["problem"]:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
                item.setToolTip(one["problem"])
            self.styles.addItem(item)
            self.styles.setItemWidget(item, row)
            if one["name"] == (used or "plain"):
                self.styles.setCurrentItem(item)
        self.styles.setFocus()

    def _about(self, name: str) -> str:
        return {
            "plain": self.tr("White with a dark edge"),
            "boxed": self.tr("White on a dark box"),
            "highlight": self.tr("Words are coloured as they are said"),
            "pop": self.tr("The word being said grows and is coloured"),
        }.get(name, "")

    @property
    def style_name(self) -> str:
        """The style that is chosen."""
        item = self.styles.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item is not None else ""

    # the frame

    def _time_changed(self, _value: int) -> None:
        self.at.setText(time_text(self.time.seconds))
        self._rest.start()

    def _ask(self) -> None:
        shown = self.footage
        if shown is None or not self.style_name:
            return
        key = (self.style_name, self.time.seconds)
        self._asked = key
        if key in self._drawn:
            self.frame.show_image(self._drawn[key])
            return
        try:
            captions = captions_of(self.plan.store, self.style_name)
        except SiarError as error:
            self.frame.say(str(error))
            return
        self.background.drop()
        self.background.run(key, partial(captioned_frame, shown, captions, key[1]))

    def _take(self, result: Result) -> None:
        if self._over:
            return
        if result.error is not None:
            if result.key in ("footage", self._asked):
                self.frame.say(str(result.error))
        elif result.key == "footage":
            self._show_footage(result.value)
        else:
            if len(self._drawn) >= _KEPT:
                del self._drawn[next(iter(self._drawn))]
            self._drawn[result.key] = result.value
            if result.key == self._asked:
                self.frame.show_image(result.value)

    def _show_footage(self, found: Footage) -> None:
        self.footage = found
        self.time.blockSignals(True)
        self.time.set_length(found.media.duration_s)
        self.time.look_at(found.captioned)
        self.time.blockSignals(False)
        self.at.setText(time_text(self.time.seconds))
        if found.source is None:
            self.note.setText(self.tr("There are no subtitles yet: this is a sample."))
        self.frame.say(self.tr("Drawing…"))
        self._ask()

    def accept(self) -> None:
        name = self.style_name
        super().accept()
        if name:
            self.chosen.emit(name)

    def done(self, result: int) -> None:
        self._over = True  # what was read meanwhile still arrives
        self._rest.stop()
        self.background.close()
        super().done(result)


class _Row(QWidget):
    """A style in the list: its name, and below what it does."""

    def __init__(self, title: str, says: str) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 9, 12, 9)
        column.setSpacing(1)
        column.addWidget(label(title, "strong"))
        column.addWidget(label(says, "small", wrap=True))
