"""Small parts of cards as pictures: a month shows hundreds of the same few rings, signs and times."""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

_MOST = 2000
_kept: dict[Hashable, QPixmap] = {}


def blit(painter: QPainter, key: Hashable, box: QRectF, paint: Callable[[QPainter, QRectF], None]) -> None:
    """Paint in `box` what `paint(painter, box)` makes; `key` names all that its looks depend on but the size."""
    left, top, width, height = box.getRect()
    ratio = painter.device().devicePixelRatioF()
    whole = (key, width, height, ratio)
    picture = _kept.get(whole)
    if picture is None:
        if len(_kept) >= _MOST:
            _kept.clear()
        picture = _kept[whole] = picture_of(width, height, ratio, paint)
    if ratio != 1 or left % 1 or top % 1:
        # A picture that lies between the pixels of the screen loses a line or doubles one.
        origin = painter.deviceTransform()
        left, top = on_pixel(left, ratio, origin.dx()), on_pixel(top, ratio, origin.dy())
    painter.drawPixmap(QPointF(left, top), picture)


def on_pixel(place: float, ratio: float, origin: float = 0.0) -> float:
    """The nearest place that begins a pixel of the screen; `origin` is where the painter's own 0 lies, in pixels."""
    return (round(place * ratio + origin) - origin) / ratio


def picture_of(
    width: float, height: float, ratio: float, paint: Callable[[QPainter, QRectF], None], ground: QColor | None = None
) -> QPixmap:
    """A picture of this size with what `paint(painter, box)` makes, for a screen with `ratio` pixels a point.

    With a `ground` nothing shines through, and it is copied in a fraction of the time; the ground itself is seen in the
    part of a pixel that the box leaves over at its right and bottom edge.
    """
    picture = QPixmap(math.ceil(width * ratio), math.ceil(height * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent if ground is None else ground)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint(painter, QRectF(0, 0, width, height))
    painter.end()
    return picture
