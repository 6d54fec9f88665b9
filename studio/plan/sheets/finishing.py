"""What openpyxl leaves undone in a workbook that it saved: many rows, the values of formulas, the order of a font."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO
from xml.sax.saxutils import escape

Values = Mapping[str, str | int | float]  # what a formula gives, by the coordinate of its cell

_FORMULA = re.compile(r'<c r="([A-Z]+\d+)"([^>]*)><f>([^<]*)</f><v\s*/?>(?:</v>)?</c>')
_DIMENSION = re.compile(r'<dimension ref="[^"]*"\s*/>')
_FONT = re.compile(r"<font>(.*?)</font>", re.DOTALL)
_FONT_PART = re.compile(r"<(\w+)[^>]*/>")
# A pivot has its cache by a relation of its part: the schema knows no such attribute.
_RELATION = re.compile(rb' (?:xmlns:\w+="[^"]*/relationships"|\w+:id="[^"]*")')
# The order of the standard's schema for spreadsheets (CT_Font): programs that check it refuse openpyxl's.
_FONT_ORDER = [
    *("b", "i", "strike", "condense", "extend", "outline", "shadow", "u"),
    *("vertAlign", "sz", "color", "name", "family", "charset", "scheme"),
]


@dataclass(frozen=True, slots=True)
class Additions:
    """What one sheet gets: <row> elements behind its own, the range that it then fills, the values of its formulas.

    Without the values a viewer that does not calculate, such as the preview of a mail program, shows empty cells.
    """

    rows: Iterable[str] = ()
    dimension: str = ""
    values: Values = field(default_factory=dict)


def finish(source: IO[bytes], target: Path, additions: Mapping[str, Additions]) -> None:
    """Write the workbook `source`, as openpyxl saved it, to `target`, with what is added to its sheets.

    `additions` are by the part's name ("xl/worksheets/sheet1.xml"). Raises OSError.
    """
    with (
        zipfile.ZipFile(source) as read,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as write,
    ):
        for part in read.infolist():
            data = read.read(part)
            added = additions.get(part.filename)
            if added is not None:
                _write_sheet(write, part.filename, data.decode("utf-8"), added)
                continue
            if part.filename == "xl/styles.xml":
                data = _FONT.sub(_ordered, data.decode("utf-8")).encode("utf-8")
            elif part.filename.startswith("xl/pivotTables/pivotTable"):
                data = _RELATION.sub(b"", data)
            write.writestr(part.filename, data)


def _write_sheet(write: zipfile.ZipFile, name: str, xml: str, added: Additions) -> None:
    if added.values:
        xml = _with_values(xml, added.values)
    if added.dimension:
        xml = _DIMENSION.sub(f'<dimension ref="{added.dimension}"/>', xml)
    before, end, after = xml.partition("</sheetData>")
    with write.open(name, "w") as part:
        part.write(before.encode("utf-8"))
        for row in added.rows:
            part.write(row.encode("utf-8"))
        part.write((end + after).encode("utf-8"))


def _with_values(xml: str, values: Values) -> str:
    def filled(match: re.Match[str]) -> str:
        coordinate, style, formula = match.groups()
        value = values.get(coordinate)
        if value is None:
            return match[0]
        kind, text = (' t="str"', escape(value)) if isinstance(value, str) else ("", repr(value))
        return f'<c r="{coordinate}"{style}{kind}><f>{formula}</f><v>{text}</v></c>'

    return _FORMULA.sub(filled, xml)


def _ordered(match: re.Match[str]) -> str:
    parts = sorted(_FONT_PART.finditer(match[1]), key=lambda part: _FONT_ORDER.index(part[1]))
    return f"<font>{''.join(part[0] for part in parts)}</font>"
