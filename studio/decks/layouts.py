"""A deck template as the builder sees it: for each kind of slide a layout, and in it the slots that text goes into.

Layouts are found by name and slots by their placeholder's name, so that a company's own template can serve; the first
two kinds below are all that it must have, the others fall back on them.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from studio.decks import figures
from studio.decks.figures import A, Box, Element
from studio.decks.fit import Setting, face_width
from studio.decks.outline import SlideKind
from studio.errors import TemplateError
from studio.files import existing_file
from studio.resources import templates

PICTURE, PRODUCT_PICTURE = "picture", "product-picture"

# The names that a layout may have for each kind, ours first; PowerPoint's own in English and Indonesian follow.
LAYOUT_NAMES: dict[str, tuple[str, ...]] = {
    SlideKind.TITLE: ("Title", "Title Slide", "Slide Judul"),
    SlideKind.POINTS: ("Points", "Title and Content", "Judul dan Konten"),
    SlideKind.AGENDA: ("Agenda",),
    SlideKind.SECTION: ("Section", "Section Header", "Header Bagian"),
    SlideKind.PRODUCT: ("Product",),
    SlideKind.VOUCHER: ("Voucher",),
    SlideKind.QUIZ: ("Quiz",),
    SlideKind.QA: ("Q&A",),
    SlideKind.CLOSING: ("Closing",),
    PICTURE: ("Picture",),
    PRODUCT_PICTURE: ("Product with picture", "Product"),
}
_INSTEAD: dict[str, SlideKind] = {SlideKind.SECTION: SlideKind.TITLE, SlideKind.CLOSING: SlideKind.TITLE}
_TITLES = ("title", "ctrTitle")
_FOOTERS = ("ftr", "dt", "sldNum")
_LADDER = (96, 88, 80, 72, 66, 60, 54, 48, 44, 40, 36, 32, 28, 26, 24, 22, 20, 18, 16, 14, 12, 11, 10)
_LARGEST = 400_000_000
_POTX = b"application/vnd.openxmlformats-officedocument.presentationml.template.main+xml"
_PPTX = b"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for text, a table or a picture. `box` is where its content goes, margins taken off.

    `ph` are the attributes that a slide's placeholder repeats; `sizes` the steps to try, largest first, in points.
    """

    name: str
    ph: tuple[tuple[str, str], ...]
    box: Box
    setting: Setting
    sizes: tuple[float, ...]
    bullet: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """One layout: its part, its slots by name, and the footer placeholders that a slide copies."""

    name: str
    part: Any
    slots: dict[str, Slot]
    footers: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class Design:
    """An open template: python-pptx's presentation, a layout for each kind, the slide's size in points."""

    presentation: Any
    layouts: dict[str, Layout]
    width: float
    height: float


def open_design(template: Path | None = None) -> Design:
    """Open a template, our own by default. Raises NotFound, and TemplateError naming what the file lacks."""
    from pptx import Presentation

    path = existing_file(template or templates("decks", "siar.pptx"))
    advice = "Choose a PowerPoint file (.pptx or .potx)"
    try:
        presentation = Presentation(io.BytesIO(_contents(path)))
        found = {layout.name: layout for master in presentation.slide_masters for layout in master.slide_layouts}
    except TemplateError:
        raise
    # python-pptx lets the errors of zip, XML and its own tables through as they are.
    except Exception as error:
        raise TemplateError(f"{path.name} cannot be opened as a presentation ({error})", advice) from error
    layouts: dict[str, Layout] = {}
    missing = []
    for kind, names in LAYOUT_NAMES.items():
        name = next((name for name in names if name in found), None)
        if name is not None:
            layouts[kind] = _layout(found[name], path.name, kind)
        elif kind in (SlideKind.TITLE, SlideKind.POINTS):
            missing.append(" or ".join(f'"{each}"' for each in names[:2]))
    if missing:
        has = ", ".join(f'"{name}"' for name in found) or "none"
        happened = f"{path.name} has no layout named {' and none named '.join(missing)}; it has {has}"
        raise TemplateError(
            happened, "Rename its layouts in PowerPoint (View, Slide Master), or choose another template"
        )
    for kind in LAYOUT_NAMES:
        layouts.setdefault(kind, layouts[_INSTEAD.get(kind, SlideKind.POINTS)])
    return Design(presentation, layouts, presentation.slide_width / 12700, presentation.slide_height / 12700)


def _contents(path: Path) -> bytes:
    """The file's bytes; a .potx turned into a .pptx, which differs in one content type only."""
    try:
        with zipfile.ZipFile(path) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > _LARGEST:
                raise TemplateError(f"{path.name} is too large", "Take pictures and films out of the template")
            types = archive.read("[Content_Types].xml")
            if _POTX not in types:
                return path.read_bytes()
            out = io.BytesIO()
            with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as copy:
                for entry in archive.infolist():
                    copy.writestr(entry, archive.read(entry).replace(_POTX, _PPTX))
            return out.getvalue()
    except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError, EOFError) as error:
        raise TemplateError(f"{path.name} is no PowerPoint file", "Choose a .pptx or .potx") from error


def _layout(layout: Any, file: str, kind: str) -> Layout:
    root, master = layout.part._element, layout.slide_master.part._element
    widths = face_width(_face(layout.slide_master, "major")), face_width(_face(layout.slide_master, "minor"))
    slots: dict[str, Slot] = {}
    footers = []
    for shape in figures.shapes(root):
        ph = figures.placeholder(shape)
        if ph is None:
            continue
        slot = _slot(shape, ph, master, widths)
        if slot is None:
            continue
        role = figures.kind_of(ph)
        if role in _FOOTERS:
            footers.append(slot)
        elif role in _TITLES:
            slots.setdefault("Title", slot)
        elif role in ("body", "subTitle", "obj") and figures.shape_name(shape) not in _NAMED and "Text" not in slots:
            slots["Text"] = slot
        else:
            slots.setdefault(figures.shape_name(shape), slot)
    lacking = [name for name in ("Title", "Text") if name not in slots and (name == "Title" or kind == "points")]
    if lacking:
        what = " and no ".join({"Title": "title placeholder", "Text": "text placeholder"}[name] for name in lacking)
        raise TemplateError(
            f'The layout "{layout.name}" of {file} has no {what}', "Add it in PowerPoint (View, Slide Master)"
        )
    return Layout(layout.name, layout.part, slots, tuple(footers))


_NAMED = ("Kicker", "Price", "Link", "Code", "Question", "Picture", "Table")
# The smallest size of each slot: a share of the layout's own, and never under so many points.
_FLOORS = {
    "Title": (0.6, 24),
    "Text": (0.55, 18),
    "Kicker": (0.7, 12),
    "Link": (0.6, 14),
    "Table": (0.6, 16),
}


def _slot(shape: Element, ph: Element, master: Element, widths: tuple[float, float]) -> Slot | None:
    kind, name = figures.kind_of(ph), figures.shape_name(shape)
    found = figures.chain(shape, None, master)
    box = figures.box_of(found)
    if box is None:
        return None
    left, top, right, bottom = figures.insets(found)
    styles = figures.level_styles(found, master)
    margin = int(figures.style_attribute(styles, "marL", "0")) / figures.EMU
    size = int(figures.run_attribute(styles, "sz", "1800")) / 100
    mark = figures.style_child(styles, "buNone", "buChar", "buAutoNum", "buBlip")
    bullet = mark is not None and mark.tag != f"{A}buNone"
    role = "Title" if kind in _TITLES else name if name in _NAMED else "Text"
    if kind in _FOOTERS:
        sizes: tuple[float, ...] = (size,)
    else:
        share, least = _FLOORS.get(role, (0.35, 16))
        floor = min(size, max(least, size * share))
        sizes = (size, *(step for step in _LADDER if floor <= step < size))
    setting = Setting(
        bold=figures.run_attribute(styles, "b", "0") in ("1", "true"),
        width=widths[0] if kind in _TITLES else widths[1],
        before=0.4 if role == "Text" else 0.0,
    )
    inner = Box(box.x + left, box.y + top, max(24.0, box.w - left - right - margin), max(12.0, box.h - top - bottom))
    attributes = tuple((key, str(value)) for key, value in ph.attrib.items())
    return Slot(name, attributes, inner, setting, sizes, bullet)


def _face(master: Any, which: str) -> str:
    """The theme's face for titles ("major") or text ("minor"); "" where it cannot be read."""
    from lxml import etree
    from pptx.opc.constants import RELATIONSHIP_TYPE

    try:
        theme = etree.fromstring(master.part.part_related_by(RELATIONSHIP_TYPE.THEME).blob)
    except (KeyError, etree.XMLSyntaxError):
        return ""
    latin = theme.find(f".//{A}{which}Font/{A}latin")
    return "" if latin is None else str(latin.get("typeface", ""))
