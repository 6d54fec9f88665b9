"""How a recording is cut before it is subtitled: its ends, bumpers, its shape around a point, further takes."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from studio.errors import InvalidValue, SiarError
from studio.video.cut import Cut, kept_part
from studio.video.probe import Media, probe
from studio.video.times import time_text
from ui.background import Background, Result
from ui.subtitles.cut_fields import FileField, TakesField, TimeField
from ui.subtitles.frame_view import FrameView
from ui.subtitles.rendering import plain_frame
from ui.subtitles.scrubber import Scrubber
from ui.toggle import Toggle
from ui.widgets import button, label, line

_SHAPES = ((9, 16), (4, 5), (1, 1), (16, 9))


class CutDialog(QDialog):
    """Emits `asked` with the cut: an empty one where nothing is to be cut."""

    asked = Signal(object)  # Cut

    def __init__(self, recording: Path, cut: Cut, parent: QWidget | None = None) -> None:
        """`cut` is what is asked for already, its files as whole paths."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Cut the recording"))
        self.recording = recording
        self.media: Media | None = None
        self._over = False
        self.background = Background(self)
        self.background.finished.connect(self._take)
        self._wanted: float | None = None
        self.frame = FrameView(self.tr("Reading the recording…"))
        self.frame.setAccessibleName(self.tr("The recording; arrow keys move what stays in view"))
        self.time = Scrubber(self.tr("Where in the recording"))
        self.at = label("", "small")
        self.start = TimeField(self.tr("Start"), self.tr("beginning"), lambda: self.time.seconds)
        self.end = TimeField(self.tr("End"), self.tr("end", "of a recording"), lambda: self.time.seconds)
        self.speech = Toggle(self.tr("Trim to the first and last words"))
        self.shape = QComboBox()
        self.shape.setAccessibleName(self.tr("Shape"))
        self.focus_hint = label(self.tr("Drag the point to what must stay in view."), "small", wrap=True)
        self.before, self.after = FileField(self.tr("Bumper before")), FileField(self.tr("Bumper after"))
        self.takes = TakesField(self.tr("Further takes"))
        self.summary = label("", "small", wrap=True)
        self.none = button(self.tr("Do not cut"), call=lambda: self._answer(Cut()))
        self.cancel = button(self.tr("Cancel"), call=self.reject)
        self.save = button(self.tr("Save"), "primary", self.accept)
        self._rest = QTimer(self, singleShot=True, interval=80)
        self._rest.timeout.connect(self._ask)
        self._arrange()
        self._fill(cut)
        self._connect()
        self.background.run("media", partial(probe, recording))

    # how it looks

    def _arrange(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(24, 18, 24, 10)
        head.setSpacing(2)
        head.addWidget(label(self.tr("Cut the recording"), "title"))
        says = self.tr("%1 stays as it is; subtitles and captions are made from the cut.")
        head.addWidget(label(says.replace("%1", self.recording.name), "muted", wrap=True))
        left = QVBoxLayout()
        left.setSpacing(6)
        left.addWidget(self.frame, 1)
        below = QHBoxLayout()
        below.addWidget(self.time, 1)
        below.addWidget(self.at)
        left.addLayout(below)
        body = QHBoxLayout()
        body.setContentsMargins(24, 4, 12, 16)
        body.setSpacing(20)
        body.addLayout(left, 1)
        body.addWidget(self._form())
        foot = QWidget()
        foot.setObjectName("footer")
        row = QHBoxLayout(foot)
        row.setContentsMargins(24, 12, 24, 12)
        row.setSpacing(8)
        row.addWidget(self.summary, 1)
        row.addWidget(self.none)
        row.addWidget(self.cancel)
        row.addWidget(self.save)
        for other in (self.none, self.cancel):
            other.setAutoDefault(False)
        self.save.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(body, 1)
        column.addWidget(line())
        column.addWidget(foot)
        self.resize(940, 640)

    def _form(self) -> QWidget:
        inside = QWidget()
        form = QVBoxLayout(inside)
        form.setContentsMargins(0, 0, 12, 0)
        form.setSpacing(4)
        for title, field in ((self.tr("Start"), self.start), (self.tr("End"), self.end)):
            form.addWidget(label(title, "strong"))
            form.addWidget(field)
        form.addSpacing(2)
        form.addWidget(self.speech)
        form.addSpacing(10)
        form.addWidget(label(self.tr("Shape"), "strong"))
        form.addWidget(self.shape)
        form.addWidget(self.focus_hint)
        for title, field in (
            (self.tr("Bumper before"), self.before),
            (self.tr("Bumper after"), self.after),
            (self.tr("Further takes"), self.takes),
        ):
            form.addSpacing(8)
            form.addWidget(label(title, "strong"))
            form.addWidget(field)
        form.addStretch(1)
        scroll = QScrollArea(widgetResizable=True, widget=inside)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFixedWidth(300)
        return scroll

    def _fill(self, cut: Cut) -> None:
        self.shape.addItem(self.tr("As recorded"), None)
        for shape in dict.fromkeys((*_SHAPES, *([cut.shape] if cut.shape else []))):
            name = f"{shape[0]}:{shape[1]}"
            says = {
                (9, 16): self.tr("%1, upright (TikTok, Reels)"),
                (4, 5): self.tr("%1, upright post"),
                (1, 1): self.tr("%1, square"),
                (16, 9): self.tr("%1, wide (YouTube)"),
            }.get(shape, "%1")
            self.shape.addItem(says.replace("%1", name), shape)
        shapes = [self.shape.itemData(number) for number in range(self.shape.count())]
        self.shape.setCurrentIndex(shapes.index(cut.shape) if cut.shape in shapes else 0)
        self.start.show_value(cut.start)
        self.end.show_value(cut.end)
        self.speech.setChecked(cut.speech)
        self.before.show_path(cut.before)
        self.after.show_path(cut.after)
        self.takes.show_paths(cut.join)
        self.frame.set_focus_point(*cut.focus)
        self.none.setVisible(not cut.is_empty)
        self._shape_changed()

    def _connect(self) -> None:
        self.time.valueChanged.connect(self._time_changed)
        self.shape.currentIndexChanged.connect(lambda _index: self._shape_changed())
        self.speech.toggled.connect(lambda _on: self._say())
        for field in (self.start, self.end, self.before, self.after, self.takes):
            field.changed.connect(self._say)
        self._say()

    # what is asked for

    def cut(self) -> Cut:
        """What is asked for. Raises InvalidValue for a time that is none."""
        return Cut(
            start=self.start.value(),
            end=self.end.value(),
            speech=self.speech.isChecked(),
            before=self.before.path,
            after=self.after.path,
            shape=self._shape(),
            focus=self.frame.focus if self._shape() else (0.5, 0.5),
            join=self.takes.paths,
        )

    def _shape(self) -> tuple[int, int] | None:
        # A combo box gives a tuple back as a list.
        shape = self.shape.currentData()
        return (int(shape[0]), int(shape[1])) if shape else None

    def _shape_changed(self) -> None:
        shape = self._shape()
        self.frame.set_shape(shape)
        self.focus_hint.setVisible(shape is not None)
        self._say()

    def _say(self) -> None:
        """How much is kept, or what is wrong."""
        said = ""
        wrong = False
        try:
            cut = self.cut()
            if self.media is not None:
                start, end = kept_part(cut, self.recording.name, self.media.duration_s, None)
                self.time.set_kept(start, end)
                kept = self.tr("%1 of %2 is kept").replace("%2", time_text(self.media.duration_s))
                said = kept.replace("%1", time_text(end - start))
                if cut.speech:
                    said = self.tr("%1, less where nobody speaks").replace("%1", said)
        except InvalidValue as error:
            said, wrong = str(error), True
        self.summary.setText(said)
        self.summary.setProperty("role", "error" if wrong else "small")
        self.summary.style().unpolish(self.summary)
        self.summary.style().polish(self.summary)
        self.save.setEnabled(not wrong)

    # the frame

    def _time_changed(self, _value: int) -> None:
        self.at.setText(time_text(self.time.seconds))
        self._rest.start()

    def _ask(self) -> None:
        if self.media is not None:
            self._wanted = self.time.seconds
            self.background.drop()
            self.background.run(self._wanted, partial(plain_frame, self.media, self._wanted))

    def _take(self, result: Result) -> None:
        if self._over:
            return
        if result.error is not None:
            if result.key in ("media", self._wanted):
                self.frame.say(str(result.error))
        elif result.key == "media":
            self._show_media(result.value)
        elif result.key == self._wanted:
            self.frame.show_image(result.value)

    def _show_media(self, media: Media) -> None:
        if not media.has_video:
            self.frame.say(self.tr("It is sound alone: there is no picture to cut."))
            self.save.setEnabled(False)
            return
        self.media = media
        self.time.set_length(media.duration_s)
        self.time.look_at(min(self.start.value() or 0.0 if not self.start.is_wrong else 0.0, media.duration_s))
        self.at.setText(time_text(self.time.seconds))
        self._say()
        self._ask()

    # the end

    def accept(self) -> None:
        try:
            self._answer(self.cut())
        except SiarError as error:
            self.summary.setText(str(error))

    def _answer(self, cut: Cut) -> None:
        super().accept()
        self.asked.emit(cut)

    def done(self, result: int) -> None:
        self._over = True  # what was read meanwhile still arrives
        self._rest.stop()
        self.background.close()
        super().done(result)
        self.deleteLater()
