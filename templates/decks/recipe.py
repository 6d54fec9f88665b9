"""Draws `siar.pptx`, the deck template that comes with the program: `python templates/decks/recipe.py [FILE]`.

Every figure is in points on a slide of 960 x 540 (13.333 x 7.5 in), on a grid of 8. The same source gives the same
bytes. A layout is found by its name, and a text by the name of its placeholder (`Kicker`, `Text`, `Price`, `Link`,
`Code`, `Question`, `Picture`, `Table`); a company's own template may use the same names.
"""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

from recipe_shapes import EMU, NAMES, Drawing, colour, frame, level

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PML = "application/vnd.openxmlformats-officedocument.presentationml"

# The tokens of the product's look; text on each ground has at least 4.5:1.
COLOURS = {
    "dk1": "1E1D1A",  # text
    "lt1": "FFFFFF",  # content slides
    "dk2": "0B3A36",  # title and closing slides
    "lt2": "F6F5F2",  # cards
    "accent1": "0B6E66",  # teal: kickers, bullets, dividers
    "accent2": "C43D2F",  # live red: prices, vouchers
    "accent3": "3F51B5",
    "accent4": "9A6200",
    "accent5": "2F7D3B",
    "accent6": "6A665E",  # muted text
    "hlink": "0B6E66",
    "folHlink": "6A665E",
}


def waves(drawing: Drawing, fill: str, radii: tuple[int, ...] = (352, 256, 160, 64)) -> None:
    """A broadcast from the lower right corner: quarter rings, the last one a quarter disc, all inside the slide."""
    k = 0.5523
    for i, outer in enumerate(radii):
        inner = outer - 48 if i < len(radii) - 1 else 0
        o, n = outer * (1 - k), outer - inner
        curve = f"M 0 {outer} C 0 {o:.2f} {o:.2f} 0 {outer} 0 L {outer} {n}"
        if inner:
            m = n + inner * (1 - k)
            curve += f" C {m:.2f} {n} {n} {m:.2f} {n} {outer} Z"
        else:
            curve += f" L {outer} {outer} Z"
        drawing.shape(f"Wave {i + 1}", (960 - outer, 540 - outer, outer, outer), fill, curve)


TITLE = (56, 60, 848, 76)
BODY = (56, 152, 848, 320)
FOOTER_INK = level(12, "accent6")


def footer(drawing: Drawing, ink: str = "accent6") -> None:
    """Footer, date and slide number along the lower edge."""
    drawing.place("Footer", "ftr", 11, (56, 500, 560, 20), level(12, ink), anchor="ctr")
    drawing.place("Date", "dt", 10, (632, 500, 200, 20), level(12, ink, align="r"), anchor="ctr")
    drawing.place("Slide Number", "sldNum", 12, (848, 500, 56, 20), level(12, ink, bold=True, align="r"), anchor="ctr")


def heading(drawing: Drawing) -> None:
    """The small line over a slide's title, and the title."""
    drawing.place("Kicker", "body", 13, (56, 34, 848, 22), level(16, "accent1", bold=True), anchor="ctr")
    drawing.place("Title", "title", 0, TITLE, prompt="Title of the slide")


def text(drawing: Drawing, box: tuple[float, ...] = BODY) -> None:
    """The bullets of a slide."""
    drawing.place("Text", "body", 1, box, level(32, "tx1", bullet=True), prompt="What is said here")


def dark(name: str, ground: str, soft: str) -> tuple[str, str]:
    """Title, Section and Closing: a dark ground, a large title on it."""
    drawing = Drawing()
    waves(drawing, {"tx2": "accent1-25", "accent1": "accent1-25"}[ground], (352, 256, 160, 64))
    if name == "Title":
        drawing.shape("On air", (72, 71, 14, 14), "accent2", "ellipse")
    left = 96 if name == "Title" else 72
    drawing.place("Kicker", "body", 13, (left, 64, 700, 28), level(20, soft, bold=True), anchor="ctr")
    kind = "ctrTitle" if name == "Title" else "title"
    large = level(60, "bg1", bold=True)
    drawing.place("Title", kind, 0, (72, 144, 744, 184), large, anchor="b", prompt="Title of the session")
    drawing.place("Text", "subTitle" if name == "Title" else "body", 1, (72, 344, 640, 132), level(26, soft))
    if name == "Section":
        footer(drawing, soft)
    return ground, drawing.tree()


def layouts() -> list[tuple[str, str, str, str]]:
    """Each layout's name, type, ground and shape tree. The master's own shapes are hidden on dark grounds."""
    agenda, points, picture, product, shown, voucher, quiz, asks = (Drawing() for _ in range(8))
    soft = "bg2-15"
    light = (agenda, points, picture, product, shown, voucher, quiz, asks)
    for drawing in light:
        heading(drawing)
    agenda.place("Table", "tbl", 15, BODY, level(24, "tx1"))
    text(points)
    text(picture, (56, 152, 440, 320))
    picture.place("Picture", "pic", 16, (520, 152, 384, 320), level(16, "accent6"))

    for drawing in (product, shown):
        drawing.shape("Card", (56, 152, 384, 320), "bg2", "roundRect 4000", f' w="12700">{colour("bg2-10")}')
    product.shape("Bag ground", (88, 184, 104, 104), "accent2+80", "ellipse")
    product.shape("Bag", (116, 220, 48, 44), "accent2", "M 4 0 L 44 0 L 48 44 L 0 44 Z")
    product.shape("Handle", (128, 206, 24, 22), "accent2", "M 0 22 C 0 -7 24 -7 24 22 L 19 22 C 19 -1 5 -1 5 22 Z")
    shown.place("Picture", "pic", 16, (72, 168, 352, 176), level(16, "accent6"))
    for drawing, top, height in ((product, 312, 72), (shown, 348, 44)):
        price = level(54 if drawing is product else 40, "accent2", bold=True)
        drawing.place("Price", "body", 17, (88, top, 320, height), price, anchor="b")
        drawing.place("Link", "body", 18, (88, 396, 320, 56), level(22, "accent1", bold=True))
        text(drawing, (472, 152, 432, 320))

    dashes = f' w="38100" cap="rnd">{colour("accent2")}<a:prstDash val="dash"/>'
    voucher.shape("Coupon", (56, 156, 848, 132), "accent2+90", "roundRect 9000", dashes)
    voucher.place("Code", "body", 17, (88, 168, 784, 108), level(80, "accent2", bold=True, align="ctr"), anchor="ctr")
    text(voucher, (56, 320, 848, 152))

    quiz.shape("Panel", (56, 156, 848, 148), "accent1%12", "roundRect 6000")
    quiz.shape("Panel edge", (56, 172, 6, 116), "accent1")
    quiz.place("Question", "body", 17, (88, 168, 784, 124), level(40, "tx2", bold=True), anchor="ctr")
    text(quiz, (56, 328, 848, 144))

    text(asks, (56, 152, 552, 320))
    bubble = (
        "M 20 0 L 192 0 C 203 0 212 9 212 20 L 212 108 C 212 119 203 128 192 128 L 92 128 L 48 164 L 56 128 "
        "L 20 128 C 9 128 0 119 0 108 L 0 20 C 0 9 9 0 20 0 Z"
    )
    asks.shape("Speech", (660, 176, 212, 164), "accent1%12", bubble)
    for i in range(3):
        asks.shape(f"Dot {i + 1}", (720 + i * 36, 230, 20, 20), "accent1", "ellipse")

    for drawing in light:
        footer(drawing)
    names = ("Agenda", "Points", "Picture", "Product", "Product with picture", "Voucher", "Quiz", "Q&amp;A")
    types = ("tbl", "obj", *[""] * 6)
    content = [(name, kind, "", drawing.tree()) for name, kind, drawing in zip(names, types, light, strict=True)]
    return [
        ("Title", "title", *dark("Title", "tx2", soft)),
        ("Section", "secHead", *dark("Section", "accent1", "bg2")),
        *content,
        ("Closing", "", *dark("Closing", "tx2", soft)),
    ]


def layout(name: str, kind: str, ground: str, tree: str) -> str:
    """One slide layout."""
    attributes = f' type="{kind}"' if kind else ' userDrawn="1"'
    attributes += ' preserve="1"' + (' showMasterSp="0"' if ground else "")
    bg = f"<p:bg><p:bgPr>{colour(ground)}<a:effectLst/></p:bgPr></p:bg>" if ground else ""
    return (
        f'{_HEAD}<p:sldLayout {NAMES}{attributes}><p:cSld name="{name}">{bg}{tree}</p:cSld>'
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


_MAP = (
    'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" '
    'accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"'
)
_WHITE = '<p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg>'


def master(count: int) -> str:
    """The slide master: a teal edge, a hairline over the footer, and the styles that all layouts inherit."""
    drawing = Drawing()
    drawing.shape("Edge", (0, 0, 12, 540), "accent1")
    drawing.shape("Hairline", (56, 490, 848, 1), "bg2-10")
    drawing.place("Title", "title", 0, TITLE, prompt="Title of the slide")
    drawing.place("Text", "body", 1, BODY, prompt="What is said here")
    footer(drawing)
    ids = "".join(f'<p:sldLayoutId id="{2147483649 + i}" r:id="rId{i + 1}"/>' for i in range(count))
    body = "".join(level(32 - 4 * (n - 1), "tx1", bullet=True, n=n) for n in range(1, 6))
    other = "".join(level(18, "tx1", n=n) for n in range(1, 6))
    heads = level(44, "tx1", bold=True).replace("+mn-", "+mj-")
    styles = (
        f"<p:titleStyle>{heads}</p:titleStyle><p:bodyStyle>{body}</p:bodyStyle><p:otherStyle>{other}</p:otherStyle>"
    )
    return (
        f"{_HEAD}<p:sldMaster {NAMES}><p:cSld>{_WHITE}{drawing.tree()}</p:cSld><p:clrMap {_MAP}/>"
        f"<p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst><p:txStyles>{styles}</p:txStyles></p:sldMaster>"
    )


def notes_master() -> str:
    """A portrait page: the slide's picture above, what is said below, a page number."""
    drawing = Drawing()
    drawing.place("Notes", "body", 3, (54, 318, 432, 348), level(12, "tx1"), prompt="Notes")
    drawing.place("Slide Number", "sldNum", 5, (306, 684, 180, 20), level(10, "tx1", align="r"), anchor="b")
    picture = (
        '<p:sp><p:nvSpPr><p:cNvPr id="9" name="Slide Image"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" '
        'noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr>'
        f'{frame(54, 48, 432, 243)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/>'
        f'<a:ln w="12700">{colour("tx1")}</a:ln></p:spPr></p:sp>'
    )
    drawing.shapes.insert(0, picture)
    styles = "".join(level(12, "tx1", n=n) for n in range(1, 6))
    return (
        f"{_HEAD}<p:notesMaster {NAMES}><p:cSld>{_WHITE}{drawing.tree()}</p:cSld><p:clrMap {_MAP}/>"
        f"<p:notesStyle>{styles}</p:notesStyle></p:notesMaster>"
    )


def theme(name: str) -> str:
    """Colours, fonts and the plain effects that every theme must list three of."""
    colours = "".join(f'<a:{key}><a:srgbClr val="{value}"/></a:{key}>' for key, value in COLOURS.items())
    font = '<a:latin typeface="Calibri" panose="020F0502020204030204"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    lines = "".join(
        f'<a:ln w="{w}" cap="flat" cmpd="sng" algn="ctr">{fill}<a:prstDash val="solid"/></a:ln>'
        for w in (6350, 12700, 19050)
    )
    effects = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    return (
        f'{_HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="{name}">'
        f'<a:themeElements><a:clrScheme name="{name}">{colours}</a:clrScheme>'
        f'<a:fontScheme name="{name}"><a:majorFont>{font}</a:majorFont><a:minorFont>{font}</a:minorFont></a:fontScheme>'
        f'<a:fmtScheme name="{name}"><a:fillStyleLst>{fill * 3}'
        f"</a:fillStyleLst><a:lnStyleLst>{lines}</a:lnStyleLst><a:effectStyleLst>{effects}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )


def relations(*targets: tuple[str, str]) -> str:
    """A part's relationships, rId1 first."""
    rows = "".join(
        f'<Relationship Id="rId{i}" Type="{kind if ":" in kind else _OFFICE + "/" + kind}" Target="{target}"/>'
        for i, (kind, target) in enumerate(targets, 1)
    )
    return f'{_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rows}</Relationships>'


def parts() -> dict[str, tuple[str, str]]:
    """Every part's name with its content type and XML; relationships have no type of their own."""
    drawn = layouts()
    count = len(drawn)
    size = f'<p:sldSz cx="{960 * EMU}" cy="{540 * EMU}"/><p:notesSz cx="{540 * EMU}" cy="{720 * EMU}"/>'
    presentation = (
        f'{_HEAD}<p:presentation {NAMES} saveSubsetFonts="1">'
        '<p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>'
        f'<p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>{size}'
        "</p:presentation>"
    )
    core = (
        f'{_HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Siar</dc:title></cp:coreProperties>'
    )
    drawing = "application/vnd.openxmlformats-officedocument"
    made = {
        "ppt/presentation.xml": (f"{_PML}.presentation.main+xml", presentation),
        "ppt/_rels/presentation.xml.rels": (
            "",
            relations(
                ("slideMaster", "slideMasters/slideMaster1.xml"),
                ("notesMaster", "notesMasters/notesMaster1.xml"),
                ("theme", "theme/theme1.xml"),
                ("tableStyles", "tableStyles.xml"),
            ),
        ),
        "ppt/tableStyles.xml": (
            f"{_PML}.tableStyles+xml",
            f'{_HEAD}<a:tblStyleLst {NAMES.split(" xmlns:r")[0]} def="{{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}}"/>',
        ),
        "ppt/slideMasters/slideMaster1.xml": (f"{_PML}.slideMaster+xml", master(count)),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": (
            "",
            relations(
                *(("slideLayout", f"../slideLayouts/slideLayout{n}.xml") for n in range(1, count + 1)),
                ("theme", "../theme/theme1.xml"),
            ),
        ),
        "ppt/notesMasters/notesMaster1.xml": (f"{_PML}.notesMaster+xml", notes_master()),
        "ppt/notesMasters/_rels/notesMaster1.xml.rels": ("", relations(("theme", "../theme/theme2.xml"))),
        "ppt/theme/theme1.xml": (f"{drawing}.theme+xml", theme("Siar")),
        "ppt/theme/theme2.xml": (f"{drawing}.theme+xml", theme("Siar notes")),
        "docProps/core.xml": ("application/vnd.openxmlformats-package.core-properties+xml", core),
    }
    for n, figures in enumerate(drawn, 1):
        made[f"ppt/slideLayouts/slideLayout{n}.xml"] = (f"{_PML}.slideLayout+xml", layout(*figures))
        to_master = relations(("slideMaster", "../slideMasters/slideMaster1.xml"))
        made[f"ppt/slideLayouts/_rels/slideLayout{n}.xml.rels"] = ("", to_master)
    return made


def draw(path: Path) -> None:
    """Write the template to `path`."""
    made = parts()
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, (kind, _) in sorted(made.items()) if kind
    )
    types = (
        f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
        f'ContentType="application/xml"/>{overrides}</Types>'
    )
    package = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    root = relations(("officeDocument", "ppt/presentation.xml"), (package, "docProps/core.xml"))
    files = {"[Content_Types].xml": types, "_rels/.rels": root} | {name: xml for name, (_, xml) in made.items()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, xml in files.items():
            # A fixed date and system: the archive is then the same bytes on every machine.
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.create_system, entry.external_attr, entry.compress_type = 3, 0o644 << 16, zipfile.ZIP_DEFLATED
            archive.writestr(entry, xml.encode())


if __name__ == "__main__":
    draw(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).with_name("siar.pptx"))
