"""iCalendar files (RFC 5545), written and read; those of other programs too."""

from studio.plan.calendars.reading import read_calendar
from studio.plan.calendars.writing import calendar_bytes, write_calendar

__all__ = ["calendar_bytes", "read_calendar", "write_calendar"]
