"""Where days and hours stand in the view, and which moment a point means; the one place that knows the pixels."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QPointF, QRectF

HOUR = 48.0
DAY = 24 * 60
SNAP = 15
GUTTER = 56
STRIP_ROW = 24.0
STRIP_PAD = 3.0
HEAD, TALL_HEAD = 36.0, 50.0
_WIDE_DAY = 124.0  # a day's name and its marks stand on one line


@dataclass(frozen=True, slots=True)
class Geometry:
    """`days` columns from `first`; `rows` of all-day cards above hours of which `scroll` pixels are out of sight."""

    first: date
    days: int
    width: float
    height: float
    rows: int = 1
    scroll: float = 0.0

    # the places

    @property
    def head(self) -> float:
        """How high the line of the days' names is; two lines where days are narrow."""
        return HEAD if (self.width - GUTTER) / self.days >= _WIDE_DAY else TALL_HEAD

    @property
    def top(self) -> float:
        """Where the hours begin to be seen: below the names and the strip of whole days."""
        return self.head + max(1, self.rows) * STRIP_ROW + 2 * STRIP_PAD

    @property
    def page(self) -> float:
        """How many pixels of hours are seen."""
        return max(0.0, self.height - self.top)

    @property
    def longest_scroll(self) -> float:
        """The `scroll` at which midnight stands at the bottom."""
        return max(0.0, 24 * HOUR - self.page)

    @property
    def hours(self) -> QRectF:
        """What is seen of the hours, without the gutter."""
        return QRectF(GUTTER, self.top, self.width - GUTTER, self.page)

    @property
    def strip(self) -> QRectF:
        """The strip of whole days, without the gutter."""
        return QRectF(GUTTER, self.head, self.width - GUTTER, self.top - self.head)

    def left(self, column: int) -> float:
        """Where a column begins, in whole pixels; the column past the last one begins where the view ends."""
        return float(GUTTER + round(column * (self.width - GUTTER) / self.days))

    def column(self, number: int) -> QRectF:
        """A day from its name down to the bottom of the view."""
        return QRectF(self.left(number), 0, self.left(number + 1) - self.left(number), self.height)

    def y(self, minute: float) -> float:
        """Where a minute of the day stands; above `top` and below `height` it is out of sight."""
        return self.top - self.scroll + minute * HOUR / 60

    def box(self, column: int, first: float, last: float) -> QRectF:
        """A stretch of a day, in minutes, over the whole width of its column."""
        place = self.column(column)
        return QRectF(place.left(), self.y(first), place.width(), self.y(last) - self.y(first))

    def strip_box(self, first: int, last: int, row: int) -> QRectF:
        """A row of the strip over some columns, both included."""
        left, top = self.left(first), self.head + STRIP_PAD + row * STRIP_ROW
        return QRectF(left, top, self.left(last + 1) - left, STRIP_ROW)

    # what a point means

    def day(self, column: int) -> date:
        """The day of a column."""
        return self.first + timedelta(days=column)

    def column_of(self, day: date) -> int | None:
        """The column of a day, None where it is not shown."""
        number = (day - self.first).days
        return number if 0 <= number < self.days else None

    def column_at(self, x: float) -> int:
        """The column under x; beyond the edges the outermost."""
        number = int((x - GUTTER) * self.days // max(1.0, self.width - GUTTER))
        number = max(0, min(self.days - 1, number))
        # Columns begin at whole pixels, which division alone does not know.
        if number + 1 < self.days and x >= self.left(number + 1):
            return number + 1
        return number - 1 if number and x < self.left(number) else number

    def minute_at(self, y: float) -> float:
        """The minute of the day at y, kept within the day."""
        return max(0.0, min(float(DAY), (y - self.top + self.scroll) * 60 / HOUR))

    def in_hours(self, at: QPointF) -> bool:
        """Whether a point lies in the hours."""
        return at.x() >= GUTTER and at.y() >= self.top

    def in_strip(self, at: QPointF) -> bool:
        """Whether a point lies in the strip of whole days."""
        return at.x() >= GUTTER and self.head <= at.y() < self.top

    def moment_at(self, at: QPointF) -> datetime:
        """The moment that a point means, to the second."""
        return moment(self.day(self.column_at(at.x())), self.minute_at(at.y()))


def moment(day: date, minute: float) -> datetime:
    """A minute of a day, as wall time; minute 1440 is midnight after it."""
    return datetime.combine(day, time()) + timedelta(seconds=round(minute * 60))


def minute_of(at: datetime | time) -> float:
    """The minutes since midnight."""
    return at.hour * 60 + at.minute + at.second / 60


def snapped(at: datetime, step: int = SNAP) -> datetime:
    """The nearest quarter of an hour, or other `step` in minutes; half way it is the later one."""
    midnight = datetime.combine(at.date(), time())
    return midnight + timedelta(minutes=int((minute_of(at) + step / 2) // step) * step)


def snapped_down(at: datetime, step: int = SNAP) -> datetime:
    """The last quarter of an hour, or other `step` in minutes, that is not later."""
    midnight = datetime.combine(at.date(), time())
    return midnight + timedelta(minutes=int(minute_of(at) // step) * step)
