"""Lint rules about the file: its zip, content types, relations, characters, properties and presentation part."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

from studio.decks.figures import P, R, box_of, kind_of, placeholder, shapes
from studio.decks.opened import CONTENT_TYPES, PRESENTATION, Opened

Found = Iterator[tuple[int | None, str]]
Rule = Callable[[Opened], Found]

_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
# The order that the schema gives these lists in (ECMA-376, CT_Presentation).
_ORDER = [
    f"{P}{name}"
    for name in ("sldMasterIdLst", "notesMasterIdLst", "handoutMasterIdLst", "sldIdLst", "sldSz", "notesSz")
]
_RATIOS = {"screen4x3": 4 / 3, "screen16x9": 16 / 9, "screen16x10": 16 / 10, "35mm": 3 / 2}
_REFERENCES = {f"{R}{name}" for name in ("id", "embed", "link", "pict", "dm", "lo", "qs", "cs")}
# Control characters, lone surrogates and U+FFFE/U+FFFF as bytes or references, and what office programs write for them.
_BAD_BYTES = re.compile(
    rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|\xed[\xa0-\xbf][\x80-\xbf]|\xef\xbf[\xbe\xbf]"
    rb"|&#(?:x0*(?:[0-8bcefBCEF]|1[0-9a-fA-F]|[dD][89a-fA-F][0-9a-fA-F]{2}|[fF]{3}[eEfF])|0*(?:[0-8]|1[124-9]|2\d|3[01]));"
    rb"|_x00(?:[01][0-9A-Fa-f]|7[Ff])_"
)
_SOMEBODY = ("steve canny", "python-pptx")


def _members(opened: Opened) -> Found:
    for name, count in Counter(name.lower() for name in opened.entries).items():
        if count > 1:
            yield None, f"The file holds {count} parts named {name}"


def _content_types(opened: Opened) -> Found:
    root = opened.tree(CONTENT_TYPES)
    if root is None:
        yield None, "The list of content types is missing or damaged"
        return
    names = [row.get("PartName", "").lstrip("/") for row in root.iterfind(f"{_TYPES}Override")]
    defaults = {row.get("Extension", "").lower() for row in root.iterfind(f"{_TYPES}Default")}
    for name, count in Counter(name.lower() for name in names).items():
        if count > 1:
            yield None, f"The content type of {name} is given {count} times"
    known = {name.lower() for name in names}
    there = {name.lower() for name in opened.parts}
    for name in names:
        if name.lower() not in there:
            yield None, f"A content type is given for {name}, which is not there"
    for name in opened.parts:
        if name != CONTENT_TYPES and name.lower() not in known and name.rpartition(".")[2].lower() not in defaults:
            yield None, f"{name} has no content type"


def _relations(opened: Opened) -> Found:
    numbers = _numbers(opened)
    for name in ("", *opened.parts):
        if name.endswith(".rels") or name == CONTENT_TYPES:
            continue
        relations = opened.relations(name)
        for relation in relations.values():
            if not relation.external and relation.target not in opened.parts:
                yield numbers.get(name), f"{name or 'The file'} relates to {relation.target}, which is not there"
        data = opened.parts.get(name, b"")
        if not name.endswith(".xml") or b"r:" not in data or (root := opened.tree(name)) is None:
            continue
        for element in root.iter():
            for attribute, value in element.attrib.items():
                # An empty id is how PowerPoint writes an action that leads nowhere.
                if attribute in _REFERENCES and value and value not in relations:
                    yield numbers.get(name), f"{name} refers to {value}, which it has no relation of"


def _numbers(opened: Opened) -> dict[str, int]:
    return {name: slide.number for slide in opened.slides for name in (slide.name, slide.notes) if name}


def _characters(opened: Opened) -> Found:
    numbers = _numbers(opened)
    for name, data in opened.parts.items():
        if name.endswith((".xml", ".rels")) and (bad := _BAD_BYTES.search(data)):
            shown = bad[0].decode("latin-1").encode("unicode_escape").decode()
            yield numbers.get(name), f"{name} holds a character that no reader takes ({shown})"


def _well_formed(opened: Opened) -> Found:
    numbers = _numbers(opened)
    for name in opened.parts:
        if name.endswith((".xml", ".rels")):
            opened.tree(name)
    for name, reason in opened.broken.items():
        yield numbers.get(name), f"{name} cannot be read ({reason})"


def _notes_master(opened: Opened) -> Found:
    root = opened.tree(PRESENTATION)
    if root is None:
        yield None, "The presentation part is missing or damaged"
        return
    has = any(relation.is_a("notesMaster") for relation in opened.relations(PRESENTATION).values())
    listed = root.find(f"{P}notesMasterIdLst")
    if has or any(slide.notes for slide in opened.slides):
        if listed is None:
            yield None, "The notes master is not listed, so Keynote refuses the deck"
        elif not has:
            yield None, "The list of notes masters names none that is there"
    found = [_ORDER.index(child.tag) for child in root if child.tag in _ORDER]
    if found != sorted(found):
        yield None, "The lists of masters and slides stand in the wrong order"


def _slide_size(opened: Opened) -> Found:
    root = opened.tree(PRESENTATION)
    size = None if root is None else root.find(f"{P}sldSz")
    if size is None:
        yield None, "The size of the slides is not given"
        return
    width, height = opened.size
    ratio = _RATIOS.get(size.get("type", ""))
    if ratio is not None and abs(width / height - ratio) > 0.02:
        yield None, f"The slides are {width / height:.2f}:1, and their type says {size.get('type')}"
    for master in sorted({slide.master for slide in opened.slides if slide.master}):
        tree = opened.tree(master)
        boxes = [
            box
            for shape in (() if tree is None else shapes(tree))
            if (ph := placeholder(shape)) is not None
            and kind_of(ph) in ("title", "body")
            and (box := box_of([shape])) is not None
        ]
        # The same margin is meant on both sides; a master made for 4:3 leaves a quarter of 16:9 free on the right.
        if boxes:
            left, right = min(box.x for box in boxes), width - max(box.x + box.w for box in boxes)
            if right - left > width * 0.2 or right < -1:
                yield None, f"The placeholders of {master} are made for slides of another size"


def _properties(opened: Opened) -> Found:
    for relation in opened.relations("").values():
        if relation.kind.endswith("/thumbnail"):
            yield None, "A thumbnail of another deck may have stayed in the file"
    core = next((r.target for r in opened.relations("").values() if r.kind.endswith("/core-properties")), "")
    root = opened.tree(core) if core else None
    if root is None:
        yield None, "The file has no document properties"
        return
    for element in root.iter():
        name = str(element.tag).rpartition("}")[2]
        text = (element.text or "").strip()
        if name in ("creator", "lastModifiedBy") and text.lower() in _SOMEBODY:
            yield None, f'The properties name "{text}", who did not make this deck'
        if name in ("created", "modified") and text.startswith("2013-01-27"):
            yield None, f"The properties say that the deck was {name} in 2013"
        if name == "title" and text == "PowerPoint Presentation":
            yield None, "The properties have no title of their own"


RULES: tuple[tuple[str, Rule], ...] = (
    ("duplicate-parts", _members),
    ("content-types", _content_types),
    ("characters", _characters),
    ("well-formed", _well_formed),
    ("relations", _relations),
    ("notes-master", _notes_master),
    ("slide-size", _slide_size),
    ("properties", _properties),
)
