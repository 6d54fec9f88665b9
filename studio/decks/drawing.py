"""The XML of a slide and of its notes page, written straight: a thousand of them must not take a minute."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from studio.decks.figures import EMU, Box
from studio.decks.fit import Paragraph
from studio.decks.layouts import Slot
from studio.decks.pages import Block, Page, Picture
from studio.decks.tables import ABOVE, SIDE, Table
from studio.decks.text import right_to_left

_NAMES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TREE = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
_MAPPED = "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"
_SPACING = '<a:lnSpc><a:spcPct val="90000"/></a:lnSpc>'
# "No style, no grid": the cells say themselves how they look.
_NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
_NUMBER = "{5A1A2B3C-0001-4000-8000-000000000001}"


@dataclass(frozen=True, slots=True)
class Footer:
    """What the footer placeholders of every slide say; the date is "" while there is none."""

    text: str
    date: str


def slide_xml(page: Page, number: int, footer: Footer, lang: str, relate: Callable[[str], str], embed: str) -> str:
    """One slide. `relate` gives the relationship id of a link, `embed` is that of the page's picture."""
    shapes: list[str] = []
    for block in page.blocks:
        shapes.append(_text_shape(len(shapes) + 2, block, lang, relate))
    if page.table is not None:
        shapes.append(_table(len(shapes) + 2, page.table, page.table_slot, lang))
    if page.picture is not None:
        shapes.append(_picture(len(shapes) + 2, page.picture, embed))
    for slot in page.layout.footers:
        kind = dict(slot.ph)["type"]
        if said := _footer(kind, number, footer, lang):
            body = f"<p:txBody><a:bodyPr/><a:lstStyle/><a:p>{said}</a:p></p:txBody>"
            shapes.append(_placeholder(len(shapes) + 2, slot, "<p:spPr/>", body))
    tree = f"<p:spTree>{_TREE}{''.join(shapes)}</p:spTree>"
    return f"{_HEAD}<p:sld {_NAMES}><p:cSld>{tree}</p:cSld>{_MAPPED}</p:sld>"


def _footer(kind: str, number: int, footer: Footer, lang: str) -> str:
    if kind == "sldNum":
        return f'<a:fld id="{_NUMBER}" type="slidenum"><a:rPr lang="{lang}"/><a:t>{number}</a:t></a:fld>'
    text = footer.text if kind == "ftr" else footer.date
    return f'<a:r><a:rPr lang="{lang}"/><a:t>{escape(text)}</a:t></a:r>' if text else ""


def _frame(box: Box, tag: str = "a") -> str:
    left, top, width, height = (round(figure * EMU) for figure in (box.x, box.y, box.w, box.h))
    return f'<{tag}:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></{tag}:xfrm>'


def _ph(slot: Slot) -> str:
    return "<p:ph" + "".join(f" {key}={quoteattr(value)}" for key, value in slot.ph) + "/>"


def _placeholder(number: int, slot: Slot, properties: str, body: str) -> str:
    name = quoteattr(f"{slot.name} {number - 1}")
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name={name}/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr>{_ph(slot)}</p:nvPr></p:nvSpPr>{properties}{body}</p:sp>"
    )


def _text_shape(number: int, block: Block, lang: str, relate: Callable[[str], str]) -> str:
    before = round(block.slot.setting.before * block.size * 100)
    said = "".join(_paragraph(p, block.size, before, block.slot.bullet, lang, relate) for p in block.paragraphs)
    # Sizes are explicit and measured; automatic shrinking would do nothing until somebody edits the text.
    body = f"<p:txBody><a:bodyPr><a:noAutofit/></a:bodyPr><a:lstStyle/>{said}</p:txBody>"
    properties = f"<p:spPr>{_frame(block.box)}</p:spPr>" if block.box else "<p:spPr/>"
    return _placeholder(number, block.slot, properties, body)


def _paragraph(
    paragraph: Paragraph, size: float, before: int, bullet: bool, lang: str, relate: Callable[[str], str]
) -> str:
    attributes = ' algn="r" rtl="1"' if right_to_left(paragraph.text) else ""
    mark = ""
    if paragraph.continued and bullet:
        attributes += ' indent="0"'
        mark = "<a:buNone/>"
    click = f'<a:hlinkClick r:id="{relate(paragraph.link)}"/>' if paragraph.link else ""
    run = f'<a:rPr lang="{lang}" sz="{round(size * 100)}" dirty="0">{click}</a:rPr><a:t>{escape(paragraph.text)}</a:t>'
    spacing = f'{_SPACING}<a:spcBef><a:spcPts val="{before}"/></a:spcBef>{mark}'
    return f"<a:p><a:pPr{attributes}>{spacing}</a:pPr><a:r>{run}</a:r></a:p>"


def _table(number: int, table: Table, slot: Slot | None, lang: str) -> str:
    columns = "".join(f'<a:gridCol w="{round(width * EMU)}"/>' for width in table.widths)
    last = len(table.rows) - 1
    rows = "".join(
        f'<a:tr h="{round(height * EMU)}">'
        + "".join(_cell(cell, column, len(row), table.size, lang, ruled=n < last) for column, cell in enumerate(row))
        + "</a:tr>"
        for n, (row, height) in enumerate(zip(table.rows, table.heights, strict=True))
    )
    words = quoteattr("; ".join(" ".join(filter(None, row)) for row in table.rows)[:1000])
    box = Box(table.box.x, table.box.y, sum(table.widths), sum(table.heights))
    return (
        f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{number}" name="Table {number - 1}" descr={words}/>'
        '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr>'
        f"<p:nvPr>{_ph(slot) if slot else ''}</p:nvPr></p:nvGraphicFramePr>{_frame(box, 'p')}<a:graphic><a:graphicData "
        f'uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl><a:tblPr firstCol="1"><a:tableStyleId>'
        f"{_NO_STYLE}</a:tableStyleId></a:tblPr><a:tblGrid>{columns}</a:tblGrid>{rows}</a:tbl></a:graphicData>"
        "</a:graphic></p:graphicFrame>"
    )


def _cell(text: str, column: int, columns: int, size: float, lang: str, ruled: bool) -> str:
    right = right_to_left(text) or (column == columns - 1 and column > 1)
    align = f' algn="{"r" if right else "l"}"' + (' rtl="1"' if right_to_left(text) else "")
    ink = "accent1" if column == 0 else "accent6" if column > 1 else "tx1"
    look = f'lang="{lang}" sz="{round(size * 100)}" b="{int(column == 0)}"'
    fill = f'<a:solidFill><a:schemeClr val="{ink}"/></a:solidFill>'
    run = f"<a:r><a:rPr {look}>{fill}</a:rPr><a:t>{escape(text)}</a:t></a:r>" if text else ""
    end = "" if run else f"<a:endParaRPr {look}/>"
    none = "".join(f'<a:{side} w="0"><a:noFill/></a:{side}>' for side in ("lnL", "lnR", "lnT"))
    rule = '<a:solidFill><a:schemeClr val="bg2"><a:lumMod val="90000"/></a:schemeClr></a:solidFill>'
    below = f'<a:lnB w="9525">{rule}</a:lnB>' if ruled else '<a:lnB w="0"><a:noFill/></a:lnB>'
    side, above = round(SIDE * EMU), round(ABOVE * EMU)
    margins = f'marL="{0 if column == 0 else side}" marR="{0 if column > 1 else side}" marT="{above}" marB="{above}"'
    return (
        f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/><a:p><a:pPr{align}>{_SPACING}</a:pPr>{run}{end}</a:p></a:txBody>"
        f'<a:tcPr {margins} anchor="ctr">{none}{below}<a:noFill/></a:tcPr></a:tc>'
    )


def _picture(number: int, picture: Picture, embed: str) -> str:
    ph = _ph(picture.slot) if picture.slot else ""
    locks = f'noGrp="{int(bool(ph))}" noChangeAspect="1"'
    return (
        f'<p:pic><p:nvPicPr><p:cNvPr id="{number}" name="Picture {number - 1}" descr={quoteattr(picture.alt)}/>'
        f"<p:cNvPicPr><a:picLocks {locks}/></p:cNvPicPr><p:nvPr>{ph}</p:nvPr></p:nvPicPr>"
        f'<p:blipFill><a:blip r:embed="{embed}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
        f'<p:spPr>{_frame(picture.box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
    )


def notes_xml(text: str, number: int, places: Sequence[tuple[str, tuple[tuple[str, str], ...]]], lang: str) -> str:
    """The notes page of a slide: a paragraph for each line of `text`.

    `places` are the notes master's placeholders that a page repeats: kind and attributes.
    """
    shapes = []
    for n, (kind, attributes) in enumerate(places, 2):
        ph = "<p:ph" + "".join(f" {key}={quoteattr(value)}" for key, value in attributes) + "/>"
        locks, name, said = 'noGrp="1"', "Notes", ""
        if kind == "sldImg":
            locks, name = 'noGrp="1" noRot="1" noChangeAspect="1"', "Slide Image"
        elif kind == "sldNum":
            name, said = "Slide Number", _footer("sldNum", number, Footer("", ""), lang)
        body = f"<a:p>{said}</a:p>" if said else "".join(_note(line, lang) for line in text.split("\n"))
        words = "" if kind == "sldImg" else f"<p:txBody><a:bodyPr/><a:lstStyle/>{body}</p:txBody>"
        shapes.append(
            f'<p:sp><p:nvSpPr><p:cNvPr id="{n}" name="{name} {n - 1}"/><p:cNvSpPr><a:spLocks {locks}/></p:cNvSpPr>'
            f"<p:nvPr>{ph}</p:nvPr></p:nvSpPr><p:spPr/>{words}</p:sp>"
        )
    tree = f"<p:spTree>{_TREE}{''.join(shapes)}</p:spTree>"
    return f"{_HEAD}<p:notes {_NAMES}><p:cSld>{tree}</p:cSld>{_MAPPED}</p:notes>"


def _note(line: str, lang: str) -> str:
    if not line:
        return f'<a:p><a:endParaRPr lang="{lang}"/></a:p>'
    pr = '<a:pPr algn="r" rtl="1"/>' if right_to_left(line) else ""
    return f'<a:p>{pr}<a:r><a:rPr lang="{lang}"/><a:t>{escape(line)}</a:t></a:r></a:p>'
