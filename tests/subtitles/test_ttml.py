"""TTML: what is written is IMSC 1 text, comes back as it was, and the dialects of others are read."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studio.errors import InvalidValue
from studio.subtitles.cue import Cue
from studio.subtitles.files import READERS, WRITERS, read_cues, write_subtitles
from studio.subtitles.files.content import Subtitles

CUES = [
    Cue(0.3, 2.973, ("Cahaya bagus itu", "nggak harus mahal.")),
    Cue(3723.5, 3725.0, ('Harga & diskon <50%> "pas"', "15.000")),
]
TT = "{http://www.w3.org/ns/ttml}"
TTS = "{http://www.w3.org/ns/ttml#styling}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def test_the_paragraphs_in_full(tmp_path: Path) -> None:
    text = write_subtitles(CUES, tmp_path / "a.ttml", language="id", size=(1080, 1920)).read_text("utf-8")
    assert (
        "    <div>\n"
        '      <p begin="00:00:00.300" end="00:00:02.973">Cahaya bagus itu<br/>nggak harus mahal.</p>\n'
        '      <p begin="01:02:03.500" end="01:02:05.000">Harga &amp; diskon &lt;50%&gt; "pas"<br/>15.000</p>\n'
        "    </div>\n"
    ) in text


def test_it_says_its_language_profile_region_and_shape(tmp_path: Path) -> None:
    root = ET.parse(write_subtitles(CUES, tmp_path / "a.ttml", language="id", size=(1080, 1920))).getroot()
    assert root.tag == f"{TT}tt"
    assert root.get(LANG) == "id"
    assert root.get("{http://www.w3.org/ns/ttml#parameter}profile") == "http://www.w3.org/ns/ttml/profile/imsc1/text"
    assert root.get("{http://www.w3.org/ns/ttml/profile/imsc1#parameter}aspectRatio") == "1080 1920"
    body = root.find(f"{TT}body")
    region = root.find(f".//{TT}region")
    assert body is not None and region is not None
    assert body.get("region") == region.get("{http://www.w3.org/XML/1998/namespace}id")
    left, top = (float(part.strip("%")) for part in str(region.get(f"{TTS}origin")).split())
    wide, high = (float(part.strip("%")) for part in str(region.get(f"{TTS}extent")).split())
    assert left + wide <= 95 and top + high <= 65  # above the buttons of TikTok and Reels


def test_arabic_runs_from_right_to_left(tmp_path: Path) -> None:
    text = write_subtitles([Cue(0, 1, ("مرحبا",))], tmp_path / "a.ttml", language="ar").read_text("utf-8")
    assert 'tts:direction="rtl"' in text
    assert 'tts:direction="rtl"' not in WRITERS["ttml"](Subtitles(tuple(CUES), "id"))


LINE = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zs", "Zl", "Zp", "Cn")), min_size=1, max_size=20)
TIMES = st.integers(0, 20_000_000).map(lambda milliseconds: milliseconds / 1000)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(TIMES, TIMES, st.lists(LINE, min_size=1, max_size=3)), min_size=1, max_size=4))
def test_it_comes_back_as_it_was(told: list[tuple[float, float, list[str]]]) -> None:
    cues = [Cue(min(a, b), max(a, b), tuple(lines)) for a, b, lines in told]
    assert READERS["ttml"](WRITERS["ttml"](Subtitles(tuple(cues), "id"))) == cues


def test_signs_that_xml_cannot_hold_are_left_out() -> None:
    text = WRITERS["ttml"](Subtitles((Cue(0, 1, ("a\x0b\x00b\ufffe",)),)))
    assert READERS["ttml"](text) == [Cue(0, 1, ("ab",))]


def tt(inside: str, head: str = "") -> str:
    namespaces = 'xmlns="http://www.w3.org/2006/10/ttaf1" xmlns:p="http://www.w3.org/ns/ttml#parameter"'
    return f"<tt {namespaces} {head}>{inside}</tt>"


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        (tt('<body><div><p begin="1.5s" dur="500ms">Halo</p></div></body>'), [Cue(1.5, 2.0, ("Halo",))]),
        (
            tt('<body><div><p begin="00:00:01:12" end="00:00:02:00">a</p></div></body>', 'p:frameRate="24"'),
            [Cue(1.5, 2.0, ("a",))],
        ),
        (
            tt('<body><div><p begin="15000000t" end="20000000t">a</p></div></body>', 'p:tickRate="10000000"'),
            [Cue(1.5, 2.0, ("a",))],
        ),
        (
            tt('<body begin="10s"><div begin="1s"><p begin="1s" end="2s">a<br/> b\n  c</p></div></body>'),
            [Cue(12.0, 13.0, ("a", "b c"))],
        ),
        (
            tt('<body><p begin="1s" end="9s"><span begin="0s" end="1s">a</span><span begin="1s">b</span></p></body>'),
            [Cue(1.0, 2.0, ("a",)), Cue(2.0, 9.0, ("b",))],
        ),
        (
            tt('<body><div timeContainer="seq"><p dur="1s">a</p><p dur="2s">b</p></div></body>'),
            [Cue(0.0, 1.0, ("a",)), Cue(1.0, 3.0, ("b",))],
        ),
        (
            tt('<body><div><p begin="0s" end="1s" xml:space="preserve">a\nb<span> c</span></p></div></body>'),
            [Cue(0.0, 1.0, ("a", "b c"))],
        ),
        (
            tt('<body><div><p begin="0s" end="1s"><metadata>no</metadata>a &amp; b</p></div></body>'),
            [Cue(0.0, 1.0, ("a & b",))],
        ),
    ],
    ids=["offsets", "frames", "ticks", "nested", "spans", "sequence", "preserved", "metadata"],
)  # fmt: skip
def test_other_dialects_are_read(text: str, cues: list[Cue]) -> None:
    assert READERS["ttml"](text) == cues


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Halo", "a.ttml: line 1 is no XML (syntax error). Correct it in a text editor, or export the file again."),
        (
            tt('\n<body><div>\n<p begin="soon" end="2s">a</p></div></body>'),
            'a.ttml: line 3 has a time "soon", which should be such as "00:00:01.200". '
            "Correct it in a text editor, or export the file again.",
        ),
        (
            '<!DOCTYPE tt [<!ENTITY a "aaaa">]><tt><body><div><p begin="0s" end="1s">&a;</p></div></body></tt>',
            "a.ttml: it declares a document type, which subtitles have no use for. Remove <!DOCTYPE ...>.",
        ),
        ("<html><body/></html>", "a.ttml: the first element should be <tt>. Choose a .ttml file."),
        (tt("<head/>"), "a.ttml holds no cues. Choose a subtitle file with text and times in it."),
        (
            tt('<body><p begin="0s" end="1s">a</p></body>', 'p:frameRate="none"'),
            "a.ttml: line 1 has a frame or tick rate that is no number. "
            "Correct it in a text editor, or export the file again.",
        ),
        (
            tt("<div>" * 200),
            "a.ttml: line 1 is nested too deeply. Choose a subtitle file.",
        ),
    ],
    ids=["text", "time", "entities", "html", "empty", "rate", "deep"],
)
def test_what_is_no_ttml_says_why(tmp_path: Path, text: str, says: str) -> None:
    (tmp_path / "a.ttml").write_text(text, encoding="utf-8")
    with pytest.raises(InvalidValue) as caught:
        read_cues(tmp_path / "a.ttml")
    assert str(caught.value) == says
