"""Shapes, placeholders and text styles for the recipe of the deck templates. Figures are in points."""

from __future__ import annotations

EMU = 12700
NAMES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
_NUMBER = "{5A1A2B3C-0001-4000-8000-000000000001}"


def colour(name: str) -> str:
    """A fill of a theme colour: "accent2+80" is a tint 80 % lighter, "accent1-20" 20 % darker, "accent1%12" thin.

    A teal made lighter turns to glaring cyan; laid thinly over white it stays quiet.
    """
    for sign in "+-%":
        if sign in name:
            base, percent = name.split(sign)
            if sign == "%":
                thin = f'<a:alpha val="{int(percent) * 1000}"/>'
                return f'<a:solidFill><a:schemeClr val="{base}">{thin}</a:schemeClr></a:solidFill>'
            keep = f'<a:lumMod val="{(100 - int(percent)) * 1000}"/>'
            lift = f'<a:lumOff val="{int(percent) * 1000}"/>' if sign == "+" else ""
            return f'<a:solidFill><a:schemeClr val="{base}">{keep}{lift}</a:schemeClr></a:solidFill>'
    return f'<a:solidFill><a:schemeClr val="{name}"/></a:solidFill>'


def frame(x: float, y: float, w: float, h: float) -> str:
    """The place and size of a shape."""
    left, top, width, height = (round(value * EMU) for value in (x, y, w, h))
    return f'<a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'


def level(size: float, fill: str, *, bold: bool = False, align: str = "l", bullet: bool = False, n: int = 1) -> str:
    """One level of a text style. Line spacing is in percent: a viewer that draws exact points too tall cuts text."""
    indent = size * 0.9 if bullet else 0
    margin = round((indent + (n - 1) * 24) * EMU)
    sign = "•" if n == 1 else "–"
    mark = f'<a:buClr><a:schemeClr val="accent1"/></a:buClr><a:buFont typeface="Arial"/><a:buChar char="{sign}"/>'
    return (
        f'<a:lvl{n}pPr marL="{margin}" indent="{round(-indent * EMU)}" algn="{align}" defTabSz="914400" rtl="0" '
        f'eaLnBrk="1" latinLnBrk="0" hangingPunct="1"><a:lnSpc><a:spcPct val="90000"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="{round(size * 40) if bullet else 0}"/></a:spcBef>{mark if bullet else "<a:buNone/>"}'
        f'<a:defRPr sz="{round(size * 100)}" b="{int(bold)}" kern="1200">{colour(fill)}<a:latin typeface="+mn-lt"/>'
        f'<a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:lvl{n}pPr>'
    )


class Drawing:
    """The shapes of one master or layout, numbered as they are added."""

    def __init__(self) -> None:
        self.shapes: list[str] = []

    def _add(self, name: str, place: str, properties: str, body: str = "", decorative: bool = False) -> None:
        number = len(self.shapes) + 2
        extra = ""
        if decorative:  # screen readers pass over it
            uri = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
            extra = (
                f'<a:extLst><a:ext uri="{uri}"><adec:decorative '
                'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
            )
        locks = '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>' if place else "<p:cNvSpPr/>"
        self.shapes.append(
            f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name}">{extra}</p:cNvPr>{locks}'
            f"<p:nvPr>{'' if decorative else '<p:ph ' + place + '/>'}</p:nvPr></p:nvSpPr>"
            f"<p:spPr>{properties}</p:spPr>{body}</p:sp>"
        )

    def shape(self, name: str, box: tuple[float, ...], fill: str, geometry: str = "rect", line: str = "") -> None:
        """A decoration: a preset geometry, or a path of `M x y`, `L x y`, `C x1 y1 x2 y2 x y`, `Z` within the box."""
        x, y, w, h = box
        if geometry.startswith("M"):
            outline = _path(geometry, w, h)
        else:
            preset, _, adjust = geometry.partition(" ")
            guide = f'<a:gd name="adj" fmla="val {adjust}"/>' if adjust else ""
            outline = f'<a:prstGeom prst="{preset}"><a:avLst>{guide}</a:avLst></a:prstGeom>'
        stroke = f"<a:ln{line}</a:ln>" if line else "<a:ln><a:noFill/></a:ln>"
        paint = colour(fill) if fill else "<a:noFill/>"
        empty = '<p:txBody><a:bodyPr rtlCol="0"/><a:lstStyle/><a:p><a:endParaRPr lang="en-US"/></a:p></p:txBody>'
        self._add(name, "", frame(x, y, w, h) + outline + paint + stroke, empty, decorative=True)

    def place(
        self,
        name: str,
        kind: str,
        index: int,
        box: tuple[float, ...],
        style: str = "",
        *,
        anchor: str = "t",
        prompt: str = "",
    ) -> None:
        """A placeholder: what a slide fills."""
        x, y, w, h = box
        ph = f'type="{kind}"' + (f' idx="{index}"' if index else "")
        ph += ' sz="quarter"' if index else ""
        said = {
            "sldNum": f'<a:fld id="{_NUMBER}" type="slidenum"><a:rPr lang="en-US"/><a:t>‹#›</a:t></a:fld>',
            "dt": "",
            "ftr": '<a:r><a:rPr lang="en-US"/><a:t>Footer</a:t></a:r>',
        }.get(kind, f'<a:r><a:rPr lang="en-US"/><a:t>{prompt or name}</a:t></a:r>')
        body = (
            f'<p:txBody><a:bodyPr vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" '
            f'anchor="{anchor}"><a:noAutofit/></a:bodyPr><a:lstStyle>{style}</a:lstStyle>'
            f'<a:p>{said}<a:endParaRPr lang="en-US"/></a:p></p:txBody>'
        )
        outline = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        self._add(name, ph, frame(x, y, w, h) + outline, body)

    def tree(self) -> str:
        """The shape tree."""
        return (
            '<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
            '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm>'
            f"</p:grpSpPr>{''.join(self.shapes)}</p:spTree>"
        )


def _path(source: str, w: float, h: float) -> str:
    words = source.split()
    steps, at = [], 0
    tags = {"M": ("moveTo", 1), "L": ("lnTo", 1), "C": ("cubicBezTo", 3), "Z": ("close", 0)}
    while at < len(words):
        tag, points = tags[words[at]]
        numbers = [round(float(word) * EMU) for word in words[at + 1 : at + 1 + 2 * points]]
        pairs = zip(numbers[::2], numbers[1::2], strict=True)
        steps.append(f"<a:{tag}>" + "".join(f'<a:pt x="{a}" y="{b}"/>' for a, b in pairs) + f"</a:{tag}>")
        at += 1 + 2 * points
    size = f'w="{round(w * EMU)}" h="{round(h * EMU)}"'
    rect = '<a:rect l="0" t="0" r="r" b="b"/>'
    lists = "<a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
    return f"<a:custGeom>{lists}{rect}<a:pathLst><a:path {size}>{''.join(steps)}</a:path></a:pathLst></a:custGeom>"
