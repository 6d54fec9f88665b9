from __future__ import annotations

import re
from pathlib import Path

import pytest
from deck_samples import Change, replace, sample_deck, spoiled
from pptx import Presentation

from studio.decks.lint import RULES, lint
from studio.errors import InvalidValue, NotFound

PRESENTATION, TYPES = "ppt/presentation.xml", "[Content_Types].xml"
SLIDE = "ppt/slides/slide3.xml"
LIST = re.compile(r"<p:notesMasterIdLst>.*?</p:notesMasterIdLst>")


@pytest.fixture(scope="module")
def deck(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sample_deck(tmp_path_factory.mktemp("deck")).path


def edited(part: str, pattern: str, new: str) -> Change:
    def change(parts: dict[str, bytes]) -> None:
        text, count = re.subn(pattern, new, parts[part].decode(), count=1, flags=re.DOTALL)
        assert count, f"{pattern} is not in {part}"
        parts[part] = text.encode()

    return change


def removed(*names: str) -> Change:
    def change(parts: dict[str, bytes]) -> None:
        for name in names:
            del parts[name]

    return change


def raw(part: str, old: bytes, new: bytes) -> Change:
    def change(parts: dict[str, bytes]) -> None:
        assert old in parts[part]
        parts[part] = parts[part].replace(old, new, 1)

    return change


def notes_last(parts: dict[str, bytes]) -> None:
    text = parts[PRESENTATION].decode()
    listed = LIST.search(text)
    assert listed
    parts[PRESENTATION] = (LIST.sub("", text).replace("</p:sldIdLst>", f"</p:sldIdLst>{listed[0]}")).encode()


def narrowed(parts: dict[str, bytes]) -> None:
    name = "ppt/slideMasters/slideMaster1.xml"
    parts[name] = parts[name].replace(b'cx="10769600"', b'cx="7000000"')


BAD = f"{SLIDE} holds a character that no reader takes"
PICTURE = (
    '<p:pic><p:nvPicPr><p:cNvPr id="90" name="Picture 89"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill><a:blip/>'
    "</p:blipFill><p:spPr/></p:pic></p:spTree>"
)
OUTSIDE = '<p:spPr><a:xfrm><a:off x="11684000" y="0"/><a:ext cx="1270000" cy="127000"/></a:xfrm></p:spPr>'

FAILING: list[tuple[str, Change, int | None, str]] = [
    (
        "notes-master",
        edited(PRESENTATION, LIST.pattern, ""),
        None,
        "The notes master is not listed, so Keynote refuses the deck",
    ),
    ("notes-master", notes_last, None, "The lists of masters and slides stand in the wrong order"),
    (
        "slide-size",
        replace(PRESENTATION, '<p:sldSz cx="12192000"', '<p:sldSz type="screen4x3" cx="12192000"'),
        None,
        "The slides are 1.78:1, and their type says screen4x3",
    ),
    (
        "slide-size",
        narrowed,
        None,
        "The placeholders of ppt/slideMasters/slideMaster1.xml are made for slides of another size",
    ),
    ("slide-size", edited(PRESENTATION, r"<p:sldSz[^>]*/>", ""), None, "The size of the slides is not given"),
    (
        "content-types",
        removed("docProps/app.xml"),
        None,
        "A content type is given for docProps/app.xml, which is not there",
    ),
    (
        "content-types",
        edited(TYPES, r'(<Override PartName="/docProps/app.xml"[^>]*/>)', r"\1\1"),
        None,
        "The content type of docprops/app.xml is given 2 times",
    ),
    (
        "content-types",
        lambda parts: parts.update({"ppt/media/a.heic": b"x"}),
        None,
        "ppt/media/a.heic has no content type",
    ),
    (
        "content-types",
        lambda parts: parts.update({TYPES: b"<"}),
        None,
        "The list of content types is missing or damaged",
    ),
    ("shape-ids", replace(SLIDE, '<p:cNvPr id="3"', '<p:cNvPr id="2"'), 3, "2 shapes have the id 2"),
    ("text-bodies", edited(SLIDE, r"(<a:lstStyle/>)<a:p>.*?</a:p>", r"\1"), 3, f"A text in {SLIDE} has no paragraph"),
    (
        "empty-placeholders",
        edited(SLIDE, r"<a:t>Materi</a:t>", "<a:t> </a:t>"),
        3,
        'The placeholder "Kicker 1" is empty',
    ),
    ("footers", edited(SLIDE, r'type="ftr"', 'type="body"'), 3, "The footer of the layout is missing"),
    ("footers", edited(SLIDE, r'type="sldNum"', 'type="body"'), 3, "The slide number of the layout is missing"),
    (
        "properties",
        replace("docProps/core.xml", "<dc:creator>Dewi", "<dc:creator>Steve Canny"),
        None,
        'The properties name "Steve Canny", who did not make this deck',
    ),
    (
        "properties",
        edited("docProps/core.xml", r"(W3CDTF\">)\d{4}-\d\d-\d\d", r"\g<1>2013-01-27"),
        None,
        "The properties say that the deck was created in 2013",
    ),
    (
        "properties",
        edited("docProps/core.xml", r"<dc:title>[^<]*", "<dc:title>PowerPoint Presentation"),
        None,
        "The properties have no title of their own",
    ),
    (
        "properties",
        edited("_rels/.rels", r"extended-properties", "metadata/thumbnail"),
        None,
        "A thumbnail of another deck may have stayed in the file",
    ),
    (
        "properties",
        edited("_rels/.rels", r"/metadata/core-properties", "/other"),
        None,
        "The file has no document properties",
    ),
    ("characters", replace(SLIDE, "Materi", "_x000C_"), 3, f"{BAD} (_x000C_)"),
    ("characters", raw(SLIDE, b"Materi", b"\x1b"), 3, f"{BAD} (\\x1b)"),
    ("characters", raw(SLIDE, b"Materi", b"\xed\xa0\x80"), 3, f"{BAD} (\\xed\\xa0\\x80)"),
    ("characters", raw(SLIDE, b"Materi", b"\xef\xbf\xbe"), 3, f"{BAD} (\\xef\\xbf\\xbe)"),
    ("characters", replace(SLIDE, "Materi", "&#xD800;"), 3, f"{BAD} (&#xD800;)"),
    (
        "titles",
        edited(SLIDE, r'type="title"', 'type="body" idx="1"'),
        3,
        "The slide has no title, which screen readers announce it by",
    ),
    (
        "alt-text",
        replace(SLIDE, "</p:spTree>", PICTURE),
        3,
        'The picture "Picture 89" has no words for those who cannot see it',
    ),
    (
        "relations",
        removed("ppt/notesSlides/notesSlide3.xml"),
        3,
        f"{SLIDE} relates to ppt/notesSlides/notesSlide3.xml, which is not there",
    ),
    (
        "relations",
        replace(SLIDE, "</p:spTree>", PICTURE.replace("<a:blip/>", '<a:blip r:embed="rId77"/>')),
        3,
        f"{SLIDE} refers to rId77, which it has no relation of",
    ),
    ("outside", replace(SLIDE, "<p:spPr/>", OUTSIDE), 3, 'The text "Kicker 1" leaves the slide by 60 points'),
]


def test_a_deck_as_it_is_written_is_clean(deck):
    assert lint(deck) == []


@pytest.mark.parametrize(("rule", "change", "slide", "text"), FAILING)
def test_a_spoiled_deck_is_found_out(deck, rule, change, slide, text):
    found = lint(spoiled(deck, change))

    assert (rule, slide, text) in [(finding.rule, finding.slide, finding.text) for finding in found]


def test_a_part_that_is_in_the_zip_twice_is_found(deck):
    with pytest.warns(UserWarning, match="Duplicate name"):
        copy = spoiled(deck, lambda parts: None, extra=((SLIDE, b"<x/>"),))
    assert ("duplicate-parts", f"The file holds 2 parts named {SLIDE}") in [(f.rule, f.text) for f in lint(copy)]


def test_what_cannot_be_parsed_is_found(deck):
    found = lint(spoiled(deck, raw(SLIDE, b"</p:sld>", b"")))
    assert [(finding.rule, finding.slide) for finding in found] == [("well-formed", 3)]
    assert found[0].text.startswith(f"{SLIDE} cannot be read (")


def test_every_rule_has_a_deck_that_it_fails():
    tried = {rule for rule, *_ in FAILING} | {"duplicate-parts", "well-formed"}
    assert {name for name, _ in RULES} == tried


def test_python_pptx_as_it_is_has_most_of_these_faults(tmp_path):
    presentation = Presentation()
    presentation.slide_width = 12192000
    presentation.slides.add_slide(presentation.slide_layouts[1]).notes_slide.notes_text_frame.text = "19.30"
    presentation.save(str(tmp_path / "plain.pptx"))

    assert sorted({finding.rule for finding in lint(tmp_path / "plain.pptx")}) == [
        "empty-placeholders", "footers", "notes-master", "properties", "slide-size", "titles",
    ]  # fmt: skip


def test_what_is_no_deck_is_told(tmp_path):
    (tmp_path / "a.pptx").write_text("no deck")
    with pytest.raises(InvalidValue, match=r"a.pptx is no PowerPoint file"):
        lint(tmp_path / "a.pptx")
    with pytest.raises(NotFound):
        lint(tmp_path / "none.pptx")
