"""What a placeholder inherits: its place and its text's style, from slide over layout to master.

Works on lxml elements, so that the builder, the lint and the preview all see the same figures. Lengths are in points.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

EMU = 12700
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

# lxml's classes are known to no type checker here.
Element = Any

# A layout's placeholder inherits from the master's one of the kind in the second column (ECMA-376, 19.7.10).
_MASTER_KIND = {"ctrTitle": "title", "subTitle": "body", "": "body", "obj": "body"}
_BODY_LIKE = {"tbl", "pic", "chart", "dgm", "media", "clipArt"}
_SHAPES = {f"{P}{name}" for name in ("sp", "pic", "graphicFrame", "cxnSp", "grpSp")}


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the slide."""

    x: float
    y: float
    w: float
    h: float


def shapes(root: Element) -> Iterator[Element]:
    """The shapes of a slide, layout or master, back to front; those within groups too."""
    tree = root.find(f"{P}cSld/{P}spTree")
    if tree is not None:
        yield from _within(tree)


def _within(parent: Element) -> Iterator[Element]:
    for child in parent:
        if child.tag in _SHAPES:
            yield child
            if child.tag == f"{P}grpSp":
                yield from _within(child)


def shape_name(shape: Element) -> str:
    """The name in the selection pane."""
    found = shape.find(f"*/{P}cNvPr")
    return "" if found is None else str(found.get("name", ""))


def placeholder(shape: Element) -> Element | None:
    """The shape's `p:ph`, None for a shape that is no placeholder."""
    return shape.find(f"*/{P}nvPr/{P}ph")


def kind_of(ph: Element) -> str:
    """The placeholder's type; the standard's default is "obj"."""
    return str(ph.get("type", "obj"))


def parent_of(ph: Element, root: Element | None, by_kind: bool) -> Element | None:
    """The shape of `root` that `ph` inherits from: on a layout by index (then kind), on a master by kind."""
    if root is None:
        return None
    kind = kind_of(ph)
    others = [(shape, other) for shape in shapes(root) if (other := placeholder(shape)) is not None]
    if not by_kind:
        for shape, other in others:
            if other.get("idx", "0") == ph.get("idx", "0"):
                return shape
    wanted = _MASTER_KIND.get(kind, "body" if kind in _BODY_LIKE else kind)
    for shape, other in others:
        if kind_of(other) in (kind, wanted):
            return shape
    return None


def chain(shape: Element, layout: Element | None, master: Element | None) -> list[Element]:
    """The shape, then the shapes it inherits from, nearest first. `layout` is None for a layout's own shape."""
    ph = placeholder(shape)
    if ph is None:
        return [shape]
    found = [shape]
    nearest = parent_of(ph, layout, by_kind=False)
    if nearest is not None:
        found.append(nearest)
        ph = placeholder(nearest)
    top = parent_of(ph, master, by_kind=True)
    return [*found, top] if top is not None else found


def box_of(shapes_: Sequence[Element]) -> Box | None:
    """The place of the first of a chain that has one."""
    for shape in shapes_:
        xfrm = shape.find(f"{P}spPr/{A}xfrm")
        if xfrm is None:
            xfrm = shape.find(f"{P}xfrm")
        if xfrm is None:
            xfrm = shape.find(f"{P}grpSpPr/{A}xfrm")
        if xfrm is not None and (off := xfrm.find(f"{A}off")) is not None and (ext := xfrm.find(f"{A}ext")) is not None:
            figures = (off.get("x"), off.get("y"), ext.get("cx"), ext.get("cy"))
            return Box(*(int(figure) / EMU for figure in figures))
    return None


def insets(shapes_: Sequence[Element]) -> tuple[float, float, float, float]:
    """Left, top, right and bottom margins of a text box."""
    found = []
    for name, default in (("lIns", 91440), ("tIns", 45720), ("rIns", 91440), ("bIns", 45720)):
        bodies = (shape.find(f"{P}txBody/{A}bodyPr") for shape in shapes_)
        values = (body.get(name) for body in bodies if body is not None)
        found.append(int(next((value for value in values if value is not None), default)) / EMU)
    return found[0], found[1], found[2], found[3]


def body_attribute(shapes_: Sequence[Element], name: str, default: str) -> str:
    """An attribute of the nearest `a:bodyPr` that has it, such as the anchor."""
    bodies = (shape.find(f"{P}txBody/{A}bodyPr") for shape in shapes_)
    values = (body.get(name) for body in bodies if body is not None)
    return str(next((value for value in values if value is not None), default))


def level_styles(shapes_: Sequence[Element], master: Element | None, level: int = 0) -> list[Element]:
    """The `a:lvlNpPr` elements that style a chain's text, nearest first, the master's text styles last."""
    name = f"{A}lvl{level + 1}pPr"
    found = [shape.find(f"{P}txBody/{A}lstStyle/{name}") for shape in shapes_]
    if master is not None:
        ph = placeholder(shapes_[0])
        kind = kind_of(ph) if ph is not None else ""
        style = "titleStyle" if kind in ("title", "ctrTitle") else "bodyStyle"
        if ph is None or kind in ("dt", "ftr", "sldNum"):
            style = "otherStyle"
        found.append(master.find(f"{P}txStyles/{P}{style}/{name}"))
    return [style for style in found if style is not None]


def style_attribute(styles: Sequence[Element], name: str, default: str) -> str:
    """An attribute of the nearest paragraph style that has it, such as `marL` or `algn`."""
    return str(next((value for style in styles if (value := style.get(name)) is not None), default))


def run_attribute(styles: Sequence[Element], name: str, default: str) -> str:
    """An attribute of the nearest run style that has it, such as `sz` (hundredths of a point) or `b`."""
    runs = (style.find(f"{A}defRPr") for style in styles)
    return str(next((value for run in runs if run is not None and (value := run.get(name)) is not None), default))


def style_child(styles: Sequence[Element], *names: str) -> Element | None:
    """The nearest child of one of these names in paragraph styles, such as `buChar` or `buNone`."""
    for style in styles:
        for name in names:
            if (child := style.find(f"{A}{name}")) is not None:
                return child
    return None
