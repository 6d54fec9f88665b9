"""A script as a file: Markdown as it is, Word for people who comment, plain text for a teleprompter.

To add a format, write a function that takes the Markdown and a path, and name its ending in `_WRITERS`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from studio.errors import InvalidValue
from studio.files import whole_file, write_text
from studio.plan.item import Kind
from studio.scripts.rendering import clock
from studio.scripts.script import LIVE_KINDS, LineKind, Script, Section, parse_script

if TYPE_CHECKING:
    from docx.document import Document

_GREY = "6B7280"
_TEAL = "0B6E66"
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")  # what XML cannot hold


def write_script(markdown: str, path: Path, language: str | None = None) -> None:
    """Write a script to `path` as .md, .docx or .txt, whole or not at all.

    Raises InvalidValue for another ending, CannotWrite or OutOfSpace.
    """
    writer = _WRITERS.get(path.suffix.lower())
    if writer is None:
        raise InvalidValue(
            f"A script cannot be written as '{path.suffix or path.name}'", f"Choose {', '.join(_WRITERS)}"
        )
    writer(markdown, path, language)


def teleprompter_text(script: Script) -> str:
    """What is read off a screen: one sentence a line, a blank line between sections, no directions.

    A live session's sections have their name and target above them in square brackets, and their talking points,
    since those are glanced at; a short video's text is nothing but its spoken sentences.
    """
    live = _kind_of(script) is Kind.LIVE
    blocks: list[str] = []
    for section in script.sections:
        lines = [_prompter_heading(section)] if live else []
        for line in section.lines:
            if line.kind is LineKind.SPOKEN:
                lines += Section("", lines=(line,)).sentences
            elif line.kind is LineKind.POINT and live:
                lines.append(f"• {line.text}")
        if lines:
            blocks.append("\n".join(lines))
    return "\n\n".join(blocks) + "\n"


def _kind_of(script: Script) -> Kind:
    live = any(section.kind in LIVE_KINDS for section in script.sections)
    return Kind.LIVE if live else Kind.VIDEO


def _prompter_heading(section: Section) -> str:
    return f"[{section.name} · {clock(section.target_s)}]" if section.target_s else f"[{section.name}]"


def _write_markdown(markdown: str, path: Path, language: str | None) -> None:
    write_text(path, markdown)


def _write_text(markdown: str, path: Path, language: str | None) -> None:
    write_text(path, teleprompter_text(parse_script(markdown, language)))


def _write_word(markdown: str, path: Path, language: str | None) -> None:
    script = parse_script(markdown, language)
    document = _document(script)
    if script.facts:
        _paragraph(document, script.facts, colour=_GREY, size=10)
    for section in script.sections:
        heading = document.add_heading(_clean(section.name), level=2)
        if section.target_s:
            _run(heading, f"   {clock(section.target_s)}", colour=_GREY, size=11)
        for line in section.lines:
            if line.kind is LineKind.POINT:
                _paragraph(document, line.text, style="List Bullet")
            elif line.kind is LineKind.DIRECTION:
                _paragraph(document, line.text, colour=_GREY, size=10, italic=True)
            else:
                _paragraph(document, line.text)
    with whole_file(path) as temporary:
        document.save(str(temporary))


def _document(script: Script) -> Document:
    import docx
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt, RGBColor

    document = docx.Document()
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2.5)
    for name, size, colour in (("Normal", 12, None), ("Title", 24, _TEAL), ("Heading 2", 14, _TEAL)):
        style = document.styles[name]
        style.font.name = "Calibri"
        style.font.size = Pt(size)
        style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), "Calibri")
        for attribute in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            # A theme font would win over the name, and differ from one Word to the next.
            style.element.rPr.rFonts.attrib.pop(qn(f"w:{attribute}"), None)
        if colour:
            style.font.color.rgb = RGBColor.from_string(colour)
    document.styles["Normal"].paragraph_format.line_spacing = 1.35
    document.add_heading(_clean(script.title), level=0)
    properties = document.core_properties
    now = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
    # python-docx's own template says that it was written in 2013, by python-docx.
    properties.author, properties.comments, properties.title = "", "", _clean(script.title)
    properties.created = properties.modified = now
    properties.language = script.language
    return document


def _paragraph(
    document: Document, text: str, *, style: str | None = None, colour: str = "", size: float = 0, italic: bool = False
) -> None:
    _run(document.add_paragraph(style=style), text, colour=colour, size=size, italic=italic)


def _run(paragraph: object, text: str, *, colour: str = "", size: float = 0, italic: bool = False) -> None:
    from docx.shared import Pt, RGBColor

    run = paragraph.add_run(_clean(text))  # type: ignore[attr-defined]
    run.italic = italic or None
    if colour:
        run.font.color.rgb = RGBColor.from_string(colour)
    if size:
        run.font.size = Pt(size)


def _clean(text: str) -> str:
    return _CONTROL.sub("", text)


_WRITERS: dict[str, Callable[[str, Path, str | None], None]] = {
    ".md": _write_markdown,
    ".docx": _write_word,
    ".txt": _write_text,
}
