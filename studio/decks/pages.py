"""A slide's content set on the pages that it needs: sizes chosen by measurement, overflow split, nothing cut."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from studio.decks.figures import Box
from studio.decks.fit import Page as Paragraphs
from studio.decks.fit import Paragraph, largest, shorten, split, take
from studio.decks.layouts import PICTURE, PRODUCT_PICTURE, Design, Layout, Slot
from studio.decks.links import readable, target
from studio.decks.outline import Slide, SlideKind
from studio.decks.tables import Table, set_table
from studio.decks.text import clean, clean_line, clean_lines

# Which slot shows a slide's `lead`.
_LEADS = {SlideKind.PRODUCT: "Price", SlideKind.VOUCHER: "Code", SlideKind.QUIZ: "Question"}
_GAP = 24.0


@dataclass(frozen=True, slots=True)
class Block:
    """Text in a slot, at one size in points; `box` only where it differs from the layout's."""

    slot: Slot
    paragraphs: Paragraphs
    size: float
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture within a box, with the words that stand for it; `slot` is the placeholder that it fills, if any."""

    path: Path
    box: Box
    alt: str
    slot: Slot | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One slide of the file, ready to be drawn."""

    layout: Layout
    blocks: tuple[Block, ...] = ()
    notes: str = ""
    table: Table | None = None
    table_slot: Slot | None = None
    picture: Picture | None = None


def set_pages(slide: Slide, design: Design) -> list[Page]:
    """The pages of one slide; where there are more than one, their titles end in "(2/3)"."""
    slide = _cleaned(slide)
    pages = _contents(slide, design, "")
    widest = ""
    if len(pages) > 1:
        # The number may push words of a long title into the text, and so add a page: measure the widest it can be.
        digits = "0" * len(str(len(pages) + 1))
        widest = f" ({digits}/{digits})"
        pages = _contents(slide, design, widest)
    found = []
    for number, page in enumerate(pages, 1):
        suffix = f" ({number}/{len(pages)})" if widest else ""
        heading, _ = _heading(slide, page.layout, suffix, widest)
        said = (slide.timing, slide.notes if number == 1 else _text(page))
        found.append(replace(page, blocks=heading + page.blocks, notes="\n\n".join(part for part in said if part)))
    return found


def _cleaned(slide: Slide) -> Slide:
    rows = tuple(tuple(clean_line(cell) for cell in row) for row in slide.rows)
    return replace(
        slide,
        title=clean_line(slide.title) or "–",
        body=clean_lines(slide.body),
        kicker=clean_line(slide.kicker),
        lead=clean_line(slide.lead),
        link=clean_line(slide.link),
        rows=tuple(row for row in rows if any(row)),
        timing=clean_line(slide.timing),
        notes=clean(slide.notes),
        alt=clean_line(slide.alt),
    )


def _text(page: Page) -> str:
    rows = (" · ".join(filter(None, row)) for row in page.table.rows) if page.table else ()
    return "\n".join((*(p.text for block in page.blocks for p in block.paragraphs), *rows))


def _size(slot: Slot, text: str) -> float | None:
    return largest((Paragraph(text),), slot.box.w, slot.box.h, slot.sizes, slot.setting)


def _heading(slide: Slide, layout: Layout, suffix: str, widest: str) -> tuple[tuple[Block, ...], list[Paragraph]]:
    """Kicker and title in their slots, and what of them did not fit there whole."""
    blocks, over = [], []
    kicker = layout.slots.get("Kicker")
    if kicker and slide.kicker:
        size = _size(kicker, slide.kicker)
        if size is None:
            over.append(Paragraph(slide.kicker))
        else:
            blocks.append(Block(kicker, (Paragraph(slide.kicker),), size))
    slot = layout.slots["Title"]
    size = _size(slot, slide.title + widest)
    title = slide.title
    if size is None:
        size = slot.sizes[-1]
        title = shorten(slide.title, slot.box.w, slot.box.h, size, slot.setting, "…" + widest)
        over.append(Paragraph(slide.title))
    return (*blocks, Block(slot, (Paragraph(title + suffix),), size)), over


def _contents(slide: Slide, design: Design, widest: str) -> list[Page]:
    """The pages without their headings."""
    kind: str = slide.kind
    if slide.picture:
        kind = PRODUCT_PICTURE if slide.kind is SlideKind.PRODUCT else PICTURE
    layout = design.layouts[kind]
    _, body = _heading(slide, layout, widest, widest)
    blocks: list[Block] = []
    link = target(slide.link)
    for name, paragraph in (
        (_LEADS.get(slide.kind, ""), Paragraph(slide.lead)),
        ("Link", Paragraph(readable(slide.link), link)),
    ):
        slot = layout.slots.get(name)
        size = _size(slot, paragraph.text) if slot else None
        if not paragraph.text:
            continue
        if slot and size is not None:
            blocks.append(Block(slot, (paragraph,), size))
        else:
            body.append(paragraph)
    body += [Paragraph(text) for text in slide.body]
    first = Page(layout, tuple(blocks))
    if slide.rows:
        return [
            *_tables(first, slide.rows),
            *(_flow(body, Page(design.layouts[SlideKind.POINTS]), design) if body else ()),
        ]
    if slide.picture:
        first, slot = _beside(first, slide.picture, slide.alt or slide.title)
        return _flow(body, first, design, slot)
    return _flow(body, first, design, layout.slots.get("Text"))


def _tables(first: Page, rows: Sequence[tuple[str, ...]]) -> list[Page]:
    slot = first.layout.slots.get("Table") or first.layout.slots["Text"]
    own = slot if slot.name == "Table" else None
    return [replace(first, table=table, table_slot=own) for table in set_table(rows, slot)]


def _beside(page: Page, path: Path, alt: str) -> tuple[Page, Slot | None]:
    """The page with its picture, and the slot for text: beside the picture where the layout has no place for one."""
    slot, text = page.layout.slots.get("Picture"), page.layout.slots.get("Text")
    if slot is not None:
        return replace(page, picture=Picture(path, slot.box, alt, slot)), text
    if text is None:
        return page, None
    box = text.box
    half = (box.w - _GAP) * 0.55
    left = replace(text, box=replace(box, w=half))
    right = Box(box.x + half + _GAP, box.y, box.w - half - _GAP, box.h)
    return replace(page, picture=Picture(path, right, alt)), left


def _flow(body: Sequence[Paragraph], first: Page, design: Design, slot: Slot | None = None) -> list[Page]:
    """`body` on the first page as far as its slot holds it, the rest on pages of points."""
    points = design.layouts[SlideKind.POINTS]
    usual = points.slots["Text"]
    if first.layout is points and slot is None:
        slot = usual
    if not body:
        return [first]
    if slot is not None:
        box = slot.box if slot.box != first.layout.slots["Text"].box else None
        size = largest(body, slot.box.w, slot.box.h, slot.sizes, slot.setting)
        if size is not None:
            return [replace(first, blocks=(*first.blocks, Block(slot, tuple(body), size, box)))]
        if slot is usual:
            size, parts = split(body, usual.box.w, usual.box.h, usual.sizes, usual.setting)
            return [
                Page(points, (*(first.blocks if not n else ()), Block(usual, part, size)))
                for n, part in enumerate(parts)
            ]
        placed, body = take(body, slot.box.w, slot.box.h, slot.sizes[-1], slot.setting)
        if placed:
            first = replace(first, blocks=(*first.blocks, Block(slot, placed, slot.sizes[-1], box)))
    size, parts = split(body, usual.box.w, usual.box.h, usual.sizes, usual.setting)
    return [first, *(Page(points, (Block(usual, part, size),)) for part in parts)]
