"""Lint rules about slides: shape ids, text bodies, placeholders, footers, titles, words for pictures, the edges."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from studio.decks.figures import A, Element, P, box_of, chain, kind_of, placeholder, shape_name, shapes
from studio.decks.lint_file import Found, Rule
from studio.decks.opened import Opened, OpenedSlide

_TITLES = ("title", "ctrTitle")
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
# A hair over the edge is how rounding looks.
_SLACK = 1.0


def _slides(opened: Opened) -> Iterator[tuple[OpenedSlide, Element]]:
    for slide in opened.slides:
        root = opened.tree(slide.name)
        if root is not None:
            yield slide, root


def _words(shape: Element) -> str:
    return "".join(text.text or "" for text in shape.iter(f"{A}t")).strip()


def _shape_ids(opened: Opened) -> Found:
    for slide, root in _slides(opened):
        counts = Counter(element.get("id") for element in root.iter(f"{P}cNvPr"))
        for key, count in counts.items():
            if count > 1:
                yield slide.number, f"{count} shapes have the id {key}"


def _text_bodies(opened: Opened) -> Found:
    for slide in opened.slides:
        for name in (slide.name, slide.notes):
            root = opened.tree(name) if name else None
            for body in () if root is None else root.iter(f"{P}txBody", f"{A}txBody"):
                if body.find(f"{A}p") is None:
                    yield slide.number, f"A text in {name} has no paragraph"


def _empty_placeholders(opened: Opened) -> Found:
    for slide, root in _slides(opened):
        for shape in shapes(root):
            # Pictures and tables fill their placeholder by being there.
            if shape.tag == f"{P}sp" and placeholder(shape) is not None and not _words(shape):
                yield slide.number, f'The placeholder "{shape_name(shape)}" is empty'


def _kinds(root: Element | None) -> set[str]:
    if root is None:
        return set()
    return {kind_of(ph) for shape in shapes(root) if (ph := placeholder(shape)) is not None}


def _footers(opened: Opened) -> Found:
    layouts: dict[str, set[str]] = {}
    for slide, root in _slides(opened):
        if slide.layout not in layouts:
            layouts[slide.layout] = _kinds(opened.tree(slide.layout))
        lacking = layouts[slide.layout] - _kinds(root)
        for kind, word in (("ftr", "footer"), ("sldNum", "slide number")):
            if kind in lacking:
                yield slide.number, f"The {word} of the layout is missing"


def _titles(opened: Opened) -> Found:
    for slide, root in _slides(opened):
        titles = (shape for shape in shapes(root) if (ph := placeholder(shape)) is not None and kind_of(ph) in _TITLES)
        if not any(_words(shape) for shape in titles):
            yield slide.number, "The slide has no title, which screen readers announce it by"


def _alt_text(opened: Opened) -> Found:
    for slide, root in _slides(opened):
        for picture in root.iter(f"{P}pic"):
            named = picture.find(f"{P}nvPicPr/{P}cNvPr")
            plain = picture.find(f".//{_DECORATIVE}") is None
            if plain and (named is None or not named.get("descr", "").strip()):
                yield slide.number, f'The picture "{shape_name(picture)}" has no words for those who cannot see it'


def _outside(opened: Opened) -> Found:
    width, height = opened.size
    for slide, root in _slides(opened):
        layout, master = opened.tree(slide.layout), opened.tree(slide.master)
        for shape in shapes(root):
            # Shapes in a group are placed in the group's own figures.
            if shape.getparent().tag == f"{P}grpSp" or not _words(shape):
                continue
            box = box_of(chain(shape, layout, master))
            if box is None:
                yield slide.number, f'The text "{shape_name(shape)}" stands nowhere'
                continue
            over = max(-box.x, -box.y, box.x + box.w - width, box.y + box.h - height)
            if over > _SLACK:
                yield slide.number, f'The text "{shape_name(shape)}" leaves the slide by {over:.0f} points'


RULES: tuple[tuple[str, Rule], ...] = (
    ("shape-ids", _shape_ids),
    ("text-bodies", _text_bodies),
    ("empty-placeholders", _empty_placeholders),
    ("footers", _footers),
    ("titles", _titles),
    ("alt-text", _alt_text),
    ("outside", _outside),
)
