from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studio.errors import InvalidValue, NotFound
from studio.speech.words import Word
from studio.subtitles.cue import Cue
from studio.subtitles.files import READERS, WRITERS, read_cues, write_subtitles
from studio.subtitles.files.content import Subtitles
from studio.video.presets import PRESETS

CUES = [
    Cue(0.3, 2.973, ("Cahaya bagus itu", "nggak harus mahal."), (Word("Cahaya", 0.3, 0.72934, 0.98765),)),
    Cue(3723.5, 3725.0004, ("Harga & diskon <50%:", "15.000")),
    Cue(3726, 3728, ("{cek} C:\\Nada -->", "ya")),
]


def written(path: Path) -> str:
    return write_subtitles(CUES, path, language="id", engine="fast").read_bytes().decode("utf-8")


def test_srt_in_full(tmp_path: Path):
    assert written(tmp_path / "a.srt") == (
        "1\r\n00:00:00,300 --> 00:00:02,973\r\nCahaya bagus itu\r\nnggak harus mahal.\r\n\r\n"
        "2\r\n01:02:03,500 --> 01:02:05,000\r\nHarga & diskon <50%:\r\n15.000\r\n\r\n"
        "3\r\n01:02:06,000 --> 01:02:08,000\r\n{cek} C:\\Nada →\r\nya\r\n"
    )


def test_vtt_in_full(tmp_path: Path):
    assert written(tmp_path / "a.vtt") == (
        "WEBVTT\n\n00:00:00.300 --> 00:00:02.973\nCahaya bagus itu\nnggak harus mahal.\n\n"
        "01:02:03.500 --> 01:02:05.000\nHarga &amp; diskon &lt;50%:\n15.000\n\n"
        "01:02:06.000 --> 01:02:08.000\n{cek} C:\\Nada --&gt;\nya\n"
    )


def test_txt_in_full(tmp_path: Path):
    assert written(tmp_path / "a.txt") == (
        "Cahaya bagus itu nggak harus mahal.\n\nHarga & diskon <50%: 15.000 {cek} C:\\Nada --> ya\n"
    )


def test_json_in_full(tmp_path: Path):
    text = written(tmp_path / "a.json")
    assert json.loads(text) == {
        "language": "id",
        "engine": "fast",
        "words": [{"text": "Cahaya", "start": 0.3, "end": 0.729, "confidence": 0.988}],
        "cues": [
            {"start": 0.3, "end": 2.973, "text": "Cahaya bagus itu\nnggak harus mahal."},
            {"start": 3723.5, "end": 3725.0, "text": "Harga & diskon <50%:\n15.000"},
            {"start": 3726, "end": 3728, "text": "{cek} C:\\Nada -->\nya"},
        ],
    }


def test_json_takes_the_words_that_it_is_given(tmp_path: Path):
    path = write_subtitles([], tmp_path / "a.json", language="en", engine="script", words=[Word("Hi", 0, 1)])
    assert json.loads(path.read_text(encoding="utf-8"))["words"] == [
        {"text": "Hi", "start": 0, "end": 1, "confidence": None}
    ]


def test_ass_names_the_bundled_font_and_the_pictures_size(tmp_path: Path):
    path = write_subtitles(CUES, tmp_path / "a.ass", size=(1080, 1920), preset=PRESETS["tiktok"])
    text = path.read_text(encoding="utf-8")
    assert "PlayResX: 1080\nPlayResY: 1920\n" in text
    style = text.split("Style: Caption,")[1].splitlines()[0].split(",")
    assert style[0] == "Plus Jakarta Sans ExtraBold"
    assert style[18:21] == ["170", "170", "420"]  # left, right, bottom: clear of TikTok's elements
    assert "Dialogue: 0,0:00:00.30,0:00:02.97,Caption,,0,0,0,,Cahaya bagus itu\\Nnggak harus mahal." in text


def test_ass_escapes_what_libass_would_take_for_a_command(tmp_path: Path):
    text = write_subtitles(CUES, tmp_path / "a.ass").read_text(encoding="utf-8")
    assert "\\{cek\\} C:\\\u2060Nada -->\\Nya" in text


few = settings(max_examples=50, deadline=None)
lines = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"), exclude_characters="\u2060"), min_size=1)
lines = lines.map(lambda text: " ".join(text.split())).filter(bool)
cue_lists = st.lists(st.tuples(st.integers(0, 9_000_000), st.lists(lines, min_size=1, max_size=3)), min_size=1).map(
    lambda rows: [
        Cue(start / 1000, (start + 1500) / 1000, tuple(texts)) for start, texts in sorted(rows, key=lambda row: row[0])
    ]
)


@few
@given(cue_lists)
def test_vtt_comes_back_as_it_was(cues: list[Cue]):
    assert READERS["vtt"](WRITERS["vtt"](Subtitles(tuple(cues)))) == cues


@few
@given(cue_lists)
def test_srt_comes_back_as_it_was_but_for_what_it_cannot_say(cues: list[Cue]):
    plain = [cue for cue in cues if not any(mark in cue.text for mark in ("<", "{", "-->"))]
    text = WRITERS["srt"](Subtitles(tuple(plain))).replace("\r\n", "\n")
    assert not plain or READERS["srt"](text) == plain


@few
@given(cue_lists)
def test_ass_comes_back_to_the_hundredth(cues: list[Cue]):
    back = READERS["ass"](WRITERS["ass"](Subtitles(tuple(cues))))
    assert [cue.lines for cue in back] == [cue.lines for cue in cues]
    assert all(abs(a.start - b.start) < 0.0051 for a, b in zip(back, cues, strict=True))


def test_a_price_alone_on_a_line_is_not_taken_for_a_number_of_a_cue(tmp_path: Path):
    cues = [Cue(1, 2, ("Harganya", "15")), Cue(2, 3, ("20",)), Cue(3, 4, ("30",))]
    assert read_cues(write_subtitles(cues, tmp_path / "a.srt")) == cues


HAND_EDITED = (
    "1\r\n0:0:1,5 --> 00:00:03.250 \r\n<i>Halo</i> {\\an8}kak\r\n\r\n\r\n"
    "00:00:03,000 --> 00:00:04\r\nHarga Rp5.000\r\n5\r\n"
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_file_edited_by_hand_is_read(tmp_path: Path, encoding: str):
    path = tmp_path / "a.srt"
    path.write_bytes(HAND_EDITED.encode(encoding))
    assert read_cues(path) == [Cue(1.5, 3.25, ("Halo kak",)), Cue(3.0, 4.0, ("Harga Rp5.000", "5"))]


def test_an_old_windows_encoding_is_read(tmp_path: Path):
    path = tmp_path / "a.srt"
    path.write_bytes("1\n00:00:01,000 --> 00:00:02,000\nCafé “enak”\n".encode("cp1252"))
    assert read_cues(path)[0].lines == ("Café “enak”",)


def test_cues_out_of_order_are_put_in_order(tmp_path: Path):
    path = tmp_path / "a.srt"
    path.write_text(
        "2\n00:00:05,000 --> 00:00:06,000\nDua\n\n1\n00:00:01,000 --> 00:00:02,000\nSatu\n", encoding="utf-8"
    )
    assert [cue.text for cue in read_cues(path)] == ["Satu", "Dua"]


def test_a_vtt_of_another_program_is_read(tmp_path: Path):
    path = tmp_path / "a.vtt"
    path.write_text(
        "WEBVTT - made elsewhere\nKind: captions\n\nSTYLE\n::cue { color: red }\n\nNOTE hi\n\nintro\n"
        "00:01.000 --> 00:02.500 line:80% align:center\n<v Bima>Tom &amp; <00:01.500><c>Jerry</c>\n\n",
        encoding="utf-8",
    )
    assert read_cues(path) == [Cue(1.0, 2.5, ("Tom & Jerry",))]


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.srt", "", "a.srt holds no cues. Choose a subtitle file with text and times in it."),
        ("a.srt", "Halo\n", "a.srt: no line holds two times with --> between them. Choose an .srt file."),
        (
            "a.srt",
            "1\n00:00:01,000 --> 00:00\nHalo\n",
            'a.srt: line 2 should be two times such as "00:00:01,200 --> 00:00:03,400". Correct it in a text editor.',
        ),
        (
            "a.srt",
            "1\n00:00:05,000 --> 00:00:01,000\nHalo\n",
            "a.srt: the cue of line 2 ends before it starts. Correct its times in a text editor.",
        ),
        (
            "a.vtt",
            "00:01.000 --> 00:02.000\nHalo\n",
            'a.vtt: the first line should be "WEBVTT". Choose a .vtt file, or add that line.',
        ),
        ("a.vtt", "WEBVTT\n\n", "a.vtt holds no cues. Choose a subtitle file with text and times in it."),
        ("a.ass", "Halo", "a.ass: there is no [Events] section. Choose an .ass file."),
        ("a.srt", "\0\0\0\1", "a.srt holds no text. Choose a subtitle file that opens in a text editor."),
        (
            "a.docx",
            "Halo",
            "a.docx ends with no format of subtitles that can be read. Choose one of srt, vtt, ass, ttml, dfxp.",
        ),
    ],
)
def test_a_file_that_is_none_says_what_is_wrong(tmp_path: Path, name: str, text: str, message: str):
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(InvalidValue) as caught:
        read_cues(tmp_path / name)
    assert str(caught.value) == message


def test_a_broken_time_in_an_ass_file_says_so(tmp_path: Path):
    path = write_subtitles(CUES, tmp_path / "a.ass")
    path.write_text(path.read_text(encoding="utf-8").replace("0:00:00.30", "0.30.00"), encoding="utf-8")
    with pytest.raises(InvalidValue, match="it cannot be understood"):
        read_cues(path)


def test_a_file_that_is_not_there_says_so(tmp_path: Path):
    with pytest.raises(NotFound):
        read_cues(tmp_path / "none.srt")


def test_a_format_that_is_not_known_names_those_that_are(tmp_path: Path):
    with pytest.raises(InvalidValue, match="Choose one of srt, vtt, ass, ttml, txt, json"):
        write_subtitles(CUES, tmp_path / "a.sub")
    assert list(tmp_path.iterdir()) == []
