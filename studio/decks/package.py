"""The .pptx file as parts: emptied of a template's slides and traces, filled by a counter, reproducible.

python-pptx looks at every part to name the next one, which makes a thousand slides take half a minute; here names are
counted.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from studio.decks.figures import P, R, kind_of, placeholder, shapes
from studio.decks.layouts import open_design
from studio.decks.text import clean_line, clean_lines
from studio.plan.item import Item

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_PML = "application/vnd.openxmlformats-officedocument.presentationml"
SLIDE_TYPE, NOTES_TYPE = f"{_PML}.slide+xml", f"{_PML}.notesSlide+xml"
# What a template's own slides and authors leave behind.
_TRACES = (
    f"{_PACKAGE}/relationships/metadata/thumbnail",
    f"{_PACKAGE}/relationships/metadata/core-properties",
    f"{_OFFICE}/extended-properties",
    f"{_OFFICE}/custom-properties",
)
_PRESENTATION_TRACES = (
    f"{_OFFICE}/commentAuthors",
    f"{_OFFICE}/printerSettings",
    f"{_OFFICE}/slide",
    f"{_OFFICE}/changesInfo",
    # The outline view refers to the slides that were open in it.
    f"{_OFFICE}/viewProps",
)
_LISTS = ("sldMasterIdLst", "notesMasterIdLst", "handoutMasterIdLst", "sldIdLst", "sldSz", "notesSz")


def new_part(package: Any, name: str, content_type: str, content: bytes) -> Any:
    """A part of `package` with this content; it belongs to the file once something relates to it."""
    from pptx.opc.package import Part
    from pptx.opc.packuri import PackURI

    return Part(PackURI(name), content_type, package, content)


def strip(presentation: Any) -> None:
    """Take the template's slides, sections, authors, properties and thumbnail out of an open presentation."""
    root = presentation.part._element
    _drop(presentation.part.package._rels, _TRACES)
    _drop(presentation.part.rels, _PRESENTATION_TRACES)
    # Sections and custom shows name slides by their ids; with the slides gone PowerPoint would offer a repair. A
    # password against changes would lock the new deck too.
    for name in ("sldIdLst", "custShowLst", "extLst", "custDataLst", "modifyVerifier"):
        for element in root.findall(f"{P}{name}"):
            root.remove(element)
    size = root.find(f"{P}sldSz")
    if size is not None and size.get("type"):
        # A type such as screen4x3 that is left from another size misleads readers; the figures say it all.
        del size.attrib["type"]


def _drop(relations: Any, kinds: tuple[str, ...]) -> None:
    for key in [
        key for key, relation in relations.items() if relation.reltype in kinds or "revisionInfo" in relation.reltype
    ]:
        relations.pop(key)


def notes_master(presentation: Any) -> Any:
    """The presentation's notes master, our own where the template has none; listed where strict readers look for it."""
    from pptx.opc.constants import RELATIONSHIP_TYPE
    from pptx.opc.packuri import PackURI

    part, root = presentation.part, presentation.part._element
    relations = [key for key, rel in part.rels.items() if rel.reltype == RELATIONSHIP_TYPE.NOTES_MASTER]
    if relations:
        key = relations[0]
    else:
        own = open_design().presentation.part
        master = own.part_related_by(RELATIONSHIP_TYPE.NOTES_MASTER)
        master._package = part.package
        used = {str(each.partname) for each in part.package.iter_parts()}
        number = next(n for n in range(1, 1000) if f"/ppt/theme/theme{n}.xml" not in used)
        master.part_related_by(RELATIONSHIP_TYPE.THEME).partname = PackURI(f"/ppt/theme/theme{number}.xml")
        key = part.relate_to(master, RELATIONSHIP_TYPE.NOTES_MASTER)
    for element in root.findall(f"{P}notesMasterIdLst"):
        root.remove(element)
    listed = root.makeelement(f"{P}notesMasterIdLst", {})
    listed.append(root.makeelement(f"{P}notesMasterId", {f"{R}id": key}))
    _insert(root, listed)
    return part.rels[key].target_part


def list_slides(presentation: Any, keys: list[str]) -> None:
    """Name the slides, in order, in the presentation's list."""
    root = presentation.part._element
    listed = root.makeelement(f"{P}sldIdLst", {})
    for number, key in enumerate(keys):
        # Slide ids begin at 256 (ECMA-376, ST_SlideId).
        listed.append(root.makeelement(f"{P}sldId", {"id": str(256 + number), f"{R}id": key}))
    _insert(root, listed)


def _insert(root: Any, element: Any) -> None:
    """Put a list where the schema's sequence has it."""
    name = element.tag.removeprefix(P)
    after = {f"{P}{other}" for other in _LISTS[: _LISTS.index(name)]}
    position = max((n + 1 for n, child in enumerate(root) if child.tag in after), default=0)
    root.insert(position, element)


def notes_places(master: Any) -> list[tuple[str, tuple[tuple[str, str], ...]]]:
    """The placeholders of a notes master that a notes page repeats: the slide's image, the text, the number."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for shape in shapes(master._element):
        ph = placeholder(shape)
        if ph is not None and (kind := kind_of(ph)) in ("sldImg", "body", "sldNum"):
            found.setdefault(kind, tuple((key, str(value)) for key, value in ph.attrib.items()))
    found.setdefault("body", (("type", "body"), ("idx", "1")))
    return [(kind, found[kind]) for kind in ("sldImg", "body", "sldNum") if kind in found]


def add_properties(presentation: Any, item: Item, slides: int, when: datetime) -> None:
    """The document's properties from the item: title, author (its owner), subject, keywords, dates."""
    package = presentation.part.package
    owner = clean_line(item.owner)
    stamp = when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    fields = {
        "dc:title": clean_line(item.title),
        "dc:subject": clean_line(item.learning_goal),
        "dc:creator": owner,
        "cp:keywords": ", ".join(clean_lines(item.tags)),
        "cp:category": clean_line(item.series or item.campaign),
        "cp:lastModifiedBy": owner,
    }
    said = "".join(f"<{name}>{escape(text)}</{name}>" for name, text in fields.items() if text)
    dates = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{stamp}</dcterms:{name}>' for name in ("created", "modified")
    )
    core = (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{said}{dates}</cp:coreProperties>'
    )
    app = (
        f'{_HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        f"<Application>Siar Studio</Application><PresentationFormat>Widescreen</PresentationFormat>"
        f"<Slides>{slides}</Slides><Notes>{slides}</Notes></Properties>"
    )
    kinds = (
        "application/vnd.openxmlformats-package.core-properties+xml",
        "application/vnd.openxmlformats-officedocument",
    )
    package.relate_to(new_part(package, "/docProps/core.xml", kinds[0], core.encode()), _TRACES[1])
    app_part = new_part(package, "/docProps/app.xml", f"{kinds[1]}.extended-properties+xml", app.encode())
    package.relate_to(app_part, _TRACES[2])


def write_package(presentation: Any, path: Path, when: datetime) -> None:
    """Write every part that something relates to, in one order and with one date: equal decks are equal files."""
    package = presentation.part.package
    parts = list(package.iter_parts())
    when = max(when.astimezone(UTC), datetime(1980, 1, 1, tzinfo=UTC))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in _members(package, parts):
            entry = zipfile.ZipInfo(name, (when.year, when.month, when.day, when.hour, when.minute, when.second))
            # Fixed, since Python writes the running system's own.
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            entry.compress_type = zipfile.ZIP_STORED if name.startswith("ppt/media/") else zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    path.write_bytes(buffer.getvalue())


def _members(package: Any, parts: list[Any]) -> Iterator[tuple[str, bytes]]:
    yield "[Content_Types].xml", _content_types(parts).encode()
    yield "_rels/.rels", package._rels.xml
    for part in parts:
        yield part.partname.membername, part.blob
        if len(part.rels):
            yield part.partname.rels_uri.membername, part.rels.xml


def _content_types(parts: list[Any]) -> str:
    defaults = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"}
    overrides = {}
    for part in parts:
        ext = part.partname.ext.lower()
        if part.content_type.startswith("image/") and defaults.setdefault(ext, part.content_type) == part.content_type:
            continue
        overrides[str(part.partname)] = part.content_type
    rows = [
        f"<Default Extension={quoteattr(ext)} ContentType={quoteattr(kind)}/>" for ext, kind in sorted(defaults.items())
    ]
    rows += [
        f"<Override PartName={quoteattr(name)} ContentType={quoteattr(kind)}/>"
        for name, kind in sorted(overrides.items())
    ]
    return f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">{"".join(rows)}</Types>'
