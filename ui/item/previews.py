"""An artefact as itself: the script's words, the thumbnails, the first cues, the deck's pages."""

from __future__ import annotations

import html
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QImage, QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from studio.plan.item import Item
from ui.background import Background, Result
from ui.desktop import open_path
from ui.item import reading
from ui.theme import tokens
from ui.widgets import Flow, button, label

translate = QCoreApplication.translate
THUMBNAIL_HEIGHT, POSTER_HEIGHT, PAGE_WIDTH = 92, 150, 124
_FEW_LINES = 4


class Reader(QObject):
    """Reads artefacts in a thread, and keeps what was read as long as the file stays the same."""

    arrived = Signal(object)  # Result

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.background = Background(self)
        self.background.finished.connect(self._keep)
        self._kept: dict[Any, Result] = {}

    def read(self, what: str, path: Path, call: Callable[[], Any]) -> Any:
        """Ask for `call()`; the key under which `arrived` will tell it, at once if it is kept."""
        try:
            stamp = path.stat().st_mtime_ns
        except OSError:
            stamp = 0
        key = (what, str(path), stamp)
        if key in self._kept:
            self.arrived.emit(self._kept[key])
        else:
            self.background.run(key, call)
        return key

    def kept(self, key: Any) -> Result | None:
        """What was read under that key."""
        return self._kept.get(key)

    def _keep(self, result: Result) -> None:
        if len(self._kept) > 60:
            del self._kept[next(iter(self._kept))]
        self._kept[result.key] = result
        self.arrived.emit(result)


class Preview(QFrame):
    """Waits for what it shows, then shows it."""

    def __init__(self, reader: Reader, what: str, path: Path, call: Callable[[], Any], build: Callable[[Any], QWidget]):
        super().__init__()
        self._build = build
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 2, 0, 0)
        self._column.setSpacing(4)
        self._shown = False
        reader.arrived.connect(self._take)
        self._key = reader.read(what, path, call)
        kept = reader.kept(self._key)
        if kept is not None:
            self._take(kept)

    def _take(self, result: Result) -> None:
        if self._shown or result.key != getattr(self, "_key", None):
            return
        self._shown = True
        if result.error is not None:
            self._column.addWidget(label(str(result.error), "small", wrap=True))
        else:
            self._column.addWidget(self._build(result.value))


def preview_of(reader: Reader, step: str, paths: Sequence[Path], item: Item) -> QWidget | None:
    """The preview of a step's artefacts; None where there is nothing to show."""
    by_ending = {path.suffix.lower(): path for path in paths}
    if step == "script" and ".md" in by_ending:
        path = by_ending[".md"]
        return Preview(reader, "script", path, lambda: reading.script_text(path), _script_view)
    if step == "thumbnail" and paths:
        return _pictures(reader, paths)
    readable = [by_ending[ending] for ending in (".srt", ".vtt", ".ass") if ending in by_ending]
    if step == "subtitles" and readable:
        return Preview(reader, "cues", readable[0], lambda: reading.cue_table(readable[0]), TableView)
    if step in ("captioned", "cut") and ".mp4" in by_ending:
        path = by_ending[".mp4"]
        return Preview(
            reader,
            "poster",
            path,
            lambda: reading.poster(path, POSTER_HEIGHT * 2),
            lambda image: PictureButton(image, path, POSTER_HEIGHT),
        )
    if step == "rundown" and ".csv" in by_ending:
        path = by_ending[".csv"]
        return Preview(reader, "rundown", path, lambda: reading.rundown_table(path, item), TableView)
    if step == "deck" and ".pptx" in by_ending:
        path = by_ending[".pptx"]
        return Preview(reader, "deck", path, lambda: reading.deck_pages(path), lambda found: PagesView(*found, path))
    return None


class PictureButton(QPushButton):
    """A picture with round corners; a click opens its file."""

    def __init__(self, image: QImage, path: Path, height: int, says: str = "") -> None:
        super().__init__()
        self.setProperty("role", "picture")
        self.setAccessibleName(says or path.name)
        self.setToolTip(says or path.name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        width = round(image.width() * height / max(1, image.height()))
        self.setIcon(QIcon(_rounded(image, width, height)))
        self.setIconSize(QSize(width, height))
        self.setFixedSize(width + 2, height + 2)
        self.clicked.connect(lambda: open_path(path))


def _rounded(image: QImage, width: int, height: int, ratio: float = 2.0) -> QPixmap:
    whole = QPixmap(round(width * ratio), round(height * ratio))
    whole.setDevicePixelRatio(ratio)
    whole.fill(Qt.GlobalColor.transparent)
    painter = QPainter(whole)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    shape = QPainterPath()
    shape.addRoundedRect(QRectF(0, 0, width, height), 5, 5)
    painter.setClipPath(shape)
    painter.drawImage(QRectF(0, 0, width, height), image)
    painter.end()
    return whole


def _pictures(reader: Reader, paths: Sequence[Path]) -> QWidget:
    box = QWidget()
    flow = Flow(box, gap=8)
    for path in paths:
        read = _reading_picture(path)
        flow.addWidget(Preview(reader, "picture", path, read, _picture_button(path)))
    return box


def _reading_picture(path: Path) -> Callable[[], QImage]:
    return lambda: reading.picture(path, THUMBNAIL_HEIGHT * 2)


def _picture_button(path: Path) -> Callable[[QImage], QWidget]:
    return lambda image: PictureButton(image, path, THUMBNAIL_HEIGHT)


class PagesView(QWidget):
    """The first pages of a deck, two in a line."""

    def __init__(self, pages: Sequence[QImage], total: int, path: Path) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(6)
        for number, image in enumerate(pages):
            says = self.tr("Slide %1 of %2").replace("%1", str(number + 1)).replace("%2", str(total))
            height = round(PAGE_WIDTH * image.height() / max(1, image.width()))
            grid.addWidget(PictureButton(image, path, height, says), number // 2, number % 2)
        grid.setColumnStretch(2, 1)
        if total > len(pages):
            more = self.tr("and %n more slide(s)", "", total - len(pages))
            grid.addWidget(label(more, "small"), len(pages) // 2 + 1, 0, 1, 2)


class TableView(QFrame):
    """The first rows of a table; the middle column is the one that is read."""

    def __init__(self, table: reading.Table) -> None:
        super().__init__()
        self.setObjectName("preview")
        grid = QGridLayout(self)
        grid.setContentsMargins(10, 8, 10, 8)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(5)
        for row, texts in enumerate(table.rows):
            for column, text in enumerate(texts):
                made = label(text, "" if column == 1 else "small", wrap=column == 1)
                grid.addWidget(made, row, column, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(1, 1)
        if table.total > len(table.rows):
            more = self.tr("and %n more", "", table.total - len(table.rows))
            grid.addWidget(label(more, "small"), len(table.rows), 1)


def _script_view(script: reading.ScriptText) -> QWidget:
    if not script.sections:
        return label(translate("Previews", "The script is empty."), "small")
    return ScriptView(script)


class ScriptView(QFrame):
    """A script as one reads it: its first lines, and all of it on demand."""

    def __init__(self, script: reading.ScriptText) -> None:
        super().__init__()
        self.setObjectName("preview")
        self._script = script
        self._whole = False
        self.text = QLabel(wordWrap=True, textFormat=Qt.TextFormat.RichText)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.more = button("", "link", self._toggle)
        self.more.setProperty("flush", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 6)
        column.setSpacing(4)
        column.addWidget(self.text)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.more.setVisible(len(script.sections) > 1 or len(script.sections[0][2]) > _FEW_LINES)
        self._fill()

    def _toggle(self) -> None:
        self._whole = not self._whole
        self._fill()

    def _fill(self) -> None:
        name, target, lines = self._script.sections[0]
        shown = self._script.sections if self._whole else ((name, target, lines[:_FEW_LINES]),)
        self.text.setText("".join(_section_html(*section) for section in shown))
        count = len(self._script.sections)
        self.more.setText(self.tr("Show less") if self._whole else self.tr("Show all %n section(s)", "", count))


def _section_html(name: str, target: str, lines: Sequence[tuple[str, str]]) -> str:
    t = tokens()
    facts = f" <span style='color:{t.muted};font-weight:400'>{target}</span>" if target else ""
    parts = [f"<p style='margin:0 0 3px 0;font-weight:600'>{html.escape(name)}{facts}</p>"]
    for kind, text in lines:
        style = f"color:{t.muted};font-style:italic" if kind == "direction" else ""
        bullet = "• " if kind == "point" else ""
        parts.append(f"<p style='margin:0 0 4px 0;{style}'>{bullet}{html.escape(text)}</p>")
    return "".join(parts)
