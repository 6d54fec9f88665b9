"""What the inspector shows of each artefact, read in a background thread: functions from a path to plain values."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QImageReader

from studio.errors import InvalidValue, NotFound
from studio.plan.item import Item

PAGE_WIDTH = 320


@dataclass(frozen=True, slots=True)
class ScriptText:
    """A script's sections: name, target such as "0:05", and its lines as (kind, text)."""

    sections: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of texts, and how many there are in all."""

    rows: tuple[tuple[str, ...], ...]
    total: int


def script_text(path: Path) -> ScriptText:
    """The script of a Markdown file."""
    from studio.scripts.script import parse_script

    script = parse_script(path.read_text(encoding="utf-8-sig"))
    sections = []
    for section in script.sections:
        target = f"{int(section.target_s) // 60}:{int(section.target_s) % 60:02d}" if section.target_s else ""
        lines = tuple((str(line.kind), line.text) for line in section.lines if line.text)
        sections.append((section.name, target, lines))
    return ScriptText(tuple(sections))


def cue_table(path: Path, most: int = 4) -> Table:
    """The first cues of a subtitle file: when each begins, and its lines."""
    from studio.subtitles.files import read_cues

    cues = read_cues(path)
    return Table(tuple((_minutes(cue.start), cue.text) for cue in cues[:most]), len(cues))


def rundown_table(path: Path, item: Item, most: int = 6) -> Table:
    """The first rows of a rundown: start, title, length."""
    from studio.decks.rundown import read_rundown, timeline

    rows = []
    times = timeline(read_rundown(path, item))
    for timed in times[:most]:
        start = timed.start.strftime("%H:%M") if timed.start else _minutes(timed.begin_s, tenths=False)
        rows.append((start, timed.row.title, _minutes(timed.row.duration_s, tenths=False)))
    return Table(tuple(rows), len(times))


def picture(path: Path, height: int) -> QImage:
    """A picture, `height` pixels high. Raises NotFound where it cannot be read."""
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid():
        # A JPEG decodes at the size that is wanted, many times faster than whole.
        reader.setScaledSize(QSize(max(1, round(size.width() * height / size.height())), height))
    image = reader.read()
    if image.isNull():
        raise NotFound(f"The picture {path.name} cannot be shown ({reader.errorString()})", "Make it again")
    return image


def deck_pages(path: Path, most: int = 6) -> tuple[tuple[QImage, ...], int]:
    """The first pages of a deck as pictures, and how many pages there are."""
    from studio.decks.preview import draw_pages

    pages = draw_pages(path, PAGE_WIDTH)
    return tuple(_image(page) for page in pages[:most]), len(pages)


def poster(path: Path, height: int) -> QImage:
    """A frame of a video, from a third of its length on, where a title has gone and people are seen."""
    from studio.media import open_media

    with open_media(path) as media:
        if not media.streams.video:
            raise InvalidValue(f"{path.name} has no picture", "Make it again")
        stream = media.streams.video[0]
        if media.duration:
            media.seek(media.duration // 3)
        for frame in media.decode(stream):
            return _image(frame.to_image(height=height, width=max(2, round(frame.width * height / frame.height))))
    raise InvalidValue(f"{path.name} has no picture that can be decoded", "Make it again")


def _image(picture: object) -> QImage:
    rgb = picture.convert("RGB")  # type: ignore[attr-defined]
    data = rgb.tobytes()
    # The copy owns its bytes; without it the picture would read memory that Python has given back.
    return QImage(data, rgb.width, rgb.height, rgb.width * 3, QImage.Format.Format_RGB888).copy()


def _minutes(seconds: float, *, tenths: bool = True) -> str:
    whole = int(seconds)
    text = f"{whole // 60}:{whole % 60:02d}"
    return f"{text}.{int(seconds * 10) % 10}" if tenths else text
