"""The lines of an iCalendar file (RFC 5545, 3.1): folded, escaped and nested, both ways."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from studio.errors import InvalidValue

# What a reader here looks at; inline pictures and the rest are passed over without being taken apart.
_READ = frozenset(
    (
        *("PRODID", "X-WR-CALNAME", "X-WR-TIMEZONE", "TZID", "X-LIC-LOCATION", "TZOFFSETTO"),
        *("UID", "SUMMARY", "DESCRIPTION", "LOCATION", "CATEGORIES", "URL", "STATUS", "SEQUENCE"),
        *("DTSTART", "DTEND", "DUE", "DURATION", "RRULE", "EXRULE", "RDATE", "EXDATE", "RECURRENCE-ID"),
        "X-MICROSOFT-CDO-ALLDAYEVENT",
    )
)
_NAME = re.compile(r"[A-Za-z0-9-]+")
# Most lines have no quotes among their parameters; the rest is left to icalendar, which is slower.
_PLAIN = re.compile(r"([A-Za-z0-9-]+)((?:;[A-Za-z0-9-]+=[^\s\":;,^\\\\=]*)*):(.*)", re.DOTALL)
# Outlook on the web writes such a zone without the quotes that its colon needs.
_UNQUOTED_ZONE = re.compile(r";TZID=(tzone://[^;:\"]+)", re.IGNORECASE)
_ESCAPED = re.compile(r"\\([\\,;:nN])")
_DEEPEST = 6  # a calendar holds an event, that holds an alarm; a hostile file holds a million of each


@dataclass(frozen=True, slots=True)
class Property:
    """One content line: its name in capitals, its parameters (their names in capitals), its value still escaped."""

    name: str
    value: str
    parameters: Mapping[str, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The value as TEXT, without its escapes."""
        return _ESCAPED.sub(lambda match: "\n" if match[1] in "nN" else match[1], self.value)

    @property
    def texts(self) -> list[str]:
        """The value as a list of TEXT."""
        from icalendar.parser.property import split_on_unescaped_comma

        return list(split_on_unescaped_comma(self.value))


@dataclass(slots=True)
class Component:
    """What stands between BEGIN (on the line `line`) and END: an event, a task, a zone; `whole` if the END is there."""

    name: str
    line: int
    properties: dict[str, list[Property]] = field(default_factory=dict)
    parts: list[Component] = field(default_factory=list)
    whole: bool = False

    def all(self, name: str) -> list[Property]:
        """Every property of that name."""
        return self.properties.get(name, [])

    def first(self, name: str) -> Property | None:
        """The first property of that name."""
        return next(iter(self.all(name)), None)

    def text(self, name: str) -> str:
        """The TEXT of the first property of that name, "" where there is none."""
        found = self.first(name)
        return found.text if found is not None else ""


def read_lines(text: str) -> list[Component]:
    """The calendars that `text` holds, each with its components; what is no content line is passed over.

    Raises InvalidValue where there is none.
    """
    calendars: list[Component] = []
    open_: list[Component] = []
    for number, line in _unfolded(text):
        match = _NAME.match(line)
        if match is None:
            continue
        name = match[0].upper()
        if name == "BEGIN":
            begun = Component(line.partition(":")[2].strip().upper(), number)
            if begun.name == "VCALENDAR":  # one that was not ended is followed by another
                open_ = [begun]
                calendars.append(begun)
            elif open_ and len(open_) < _DEEPEST:
                open_[-1].parts.append(begun)
                open_.append(begun)
        elif name == "END":
            ended = line.partition(":")[2].strip().upper()
            if any(one.name == ended for one in open_):
                while (last := open_.pop()).name != ended:
                    pass
                last.whole = True
        elif open_ and (name in _READ or name.startswith("X-SIAR-")):
            found = _property(line)
            if found is not None:
                open_[-1].properties.setdefault(found.name, []).append(found)
    if not calendars:
        raise InvalidValue("The file holds no calendar", "Export it again from the calendar program, as an .ics file")
    return calendars


def _unfolded(text: str) -> Iterator[tuple[int, str]]:
    """Each content line with the number, from 1, of the line on which it begins."""
    parts: list[str] = []
    begun = 0
    # Only these end a line: str.splitlines would break a title at a Unicode line separator too.
    for number, line in enumerate(re.split(r"\r\n|\n|\r", text), start=1):
        if line[:1] in (" ", "\t"):
            parts.append(line[1:])
            continue
        if parts:
            yield begun, "".join(parts)
        parts, begun = [line], number
    if parts:
        yield begun, "".join(parts)


def _property(line: str) -> Property | None:
    if "=tzone://" in line:
        line = _UNQUOTED_ZONE.sub(r';TZID="\1"', line)
    plain = _PLAIN.fullmatch(line)
    if plain is not None:
        pairs = (part.partition("=") for part in plain[2].split(";")[1:])
        return Property(plain[1].upper(), plain[3], {key.upper(): told for key, _, told in pairs})
    from icalendar.parser import Contentline

    try:
        name, parameters, value = Contentline(line).raw_parts()  # type: ignore[no-untyped-call]
    except ValueError:
        return None
    told = {key.upper(): one if isinstance(one, str) else ",".join(one) for key, one in parameters.items()}
    return Property(name.upper(), value, told)


def escaped(text: str) -> str:
    """`text` as a TEXT value. (icalendar's own writer takes the two signs of "\\N" for a line break.)"""
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\n", "\\n")


def file_of(lines: Iterable[str]) -> bytes:
    """The content lines as the bytes of a file: UTF-8, folded at 75 octets, each ended by CRLF."""
    from icalendar.parser import Contentline, Contentlines

    folded: bytes = Contentlines([Contentline(line) for line in lines]).to_ical()  # type: ignore[no-untyped-call]
    return folded
