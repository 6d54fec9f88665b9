"""From slides to a .pptx file: native text, tables and pictures on a template's layouts, with speaker notes."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from studio.decks.drawing import Footer, notes_xml, slide_xml
from studio.decks.fit import shorten_line
from studio.decks.layouts import Design, open_design
from studio.decks.lint import DeckFinding, lint
from studio.decks.outline import Slide, SlideKind
from studio.decks.package import (
    NOTES_TYPE,
    SLIDE_TYPE,
    add_properties,
    list_slides,
    new_part,
    notes_master,
    notes_places,
    strip,
    write_package,
)
from studio.decks.pages import Page, set_pages
from studio.decks.pictures import Pictures
from studio.decks.text import clean_line
from studio.decks.words import short_date, tag
from studio.errors import InvalidValue
from studio.files import whole_file
from studio.plan.item import Item


@dataclass(frozen=True, slots=True)
class Deck:
    """A deck that was written: where, how many slides it has, and what its lint found."""

    path: Path
    slides: int
    findings: tuple[DeckFinding, ...]


def build_deck(
    slides: Sequence[Slide],
    item: Item,
    path: Path,
    template: Path | None = None,
    progress: Callable[[float, str], None] | None = None,
) -> Deck:
    """Write `slides` to `path` (.pptx), whole or not at all, on `template` (.pptx or .potx) or our own.

    Text that does not fit is split over more slides. With SOURCE_DATE_EPOCH set, equal slides give equal bytes.
    Raises TemplateError, NotFound or InvalidValue for a picture or a name, CannotWrite and OutOfSpace.
    """
    if path.suffix.lower() != ".pptx":
        raise InvalidValue(f"{path.name} does not end in .pptx", "Give the deck a name that does")
    design = open_design(template)
    pages = [page for slide in slides or (Slide(SlideKind.TITLE, item.title),) for page in set_pages(slide, design)]
    when = _now()
    strip(design.presentation)
    _add(pages, design, item, progress or (lambda fraction, message: None))
    add_properties(design.presentation, item, len(pages), when)
    with whole_file(path) as temporary:
        write_package(design.presentation, temporary, when)
        findings = lint(temporary)
    return Deck(path, len(pages), tuple(findings))


def _now() -> datetime:
    """The time of SOURCE_DATE_EPOCH (seconds since 1970, reproducible-builds.org), else now."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC) if epoch.isdigit() else datetime.now(UTC)


def _add(pages: Sequence[Page], design: Design, item: Item, progress: Callable[[float, str], None]) -> None:
    from pptx.opc.constants import RELATIONSHIP_TYPE as TYPES

    presentation = design.presentation
    package = presentation.part.package
    master = notes_master(presentation)
    places = notes_places(master)
    pictures = Pictures(package)
    lang = tag(item.language)
    footer = Footer(_footer_text(item, design), short_date(item.day, item.language) if item.day else "")
    keys = []
    for number, page in enumerate(pages, 1):
        slide = new_part(package, f"/ppt/slides/slide{number}.xml", SLIDE_TYPE, b"")
        notes = new_part(package, f"/ppt/notesSlides/notesSlide{number}.xml", NOTES_TYPE, b"")
        slide.relate_to(page.layout.part, TYPES.SLIDE_LAYOUT)
        slide.relate_to(notes, TYPES.NOTES_SLIDE)
        embed = ""
        if page.picture is not None:
            picture, part = pictures.placed(page.picture)
            page, embed = replace(page, picture=picture), str(slide.relate_to(part, TYPES.IMAGE))
        relate = partial(slide.relate_to, reltype=TYPES.HYPERLINK, is_external=True)
        slide.blob = slide_xml(page, number, footer, lang, relate, embed).encode()
        notes.blob = notes_xml(page.notes, number, places, lang).encode()
        notes.relate_to(master, TYPES.NOTES_MASTER)
        notes.relate_to(slide, TYPES.SLIDE)
        keys.append(presentation.part.relate_to(slide, TYPES.SLIDE))
        if number % 20 == 0 or number == len(pages):
            progress(number / len(pages), f"Slide {number} of {len(pages)}")
    list_slides(presentation, keys)


def _footer_text(item: Item, design: Design) -> str:
    """The item's title, shortened to the narrowest footer; the title slide has it whole."""
    text = clean_line(item.title)
    for layout in design.layouts.values():
        for slot in layout.footers:
            if dict(slot.ph).get("type") == "ftr":
                text = shorten_line(text, slot.box.w, slot.sizes[0], slot.setting)
    return text
