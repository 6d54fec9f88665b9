from __future__ import annotations

import zipfile
from collections import Counter
from dataclasses import replace as changed
from pathlib import Path

import pytest
from deck_samples import ITEM, said, sample_deck
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image
from pptx import Presentation

from studio.decks.building import build_deck
from studio.decks.lint import lint
from studio.decks.opened import Opened
from studio.decks.outline import Slide, SlideKind
from studio.decks.text import clean
from studio.errors import CannotWrite, InvalidValue, NotFound

K = SlideKind


def titles(path: Path) -> list[str]:
    return [slide.shapes.title.text for slide in Presentation(str(path)).slides]


def test_a_live_sessions_deck_is_clean_and_says_what_the_session_says(tmp_path):
    deck = sample_deck(tmp_path)

    assert (deck.slides, deck.findings) == (10, ())
    assert titles(deck.path)[:4] == [
        "Kelas komisi #8",
        "Malam ini",
        "Tiga jenis komisi",
        "Buka dasbor, cari angka kemarin",
    ]
    slides = Presentation(str(deck.path)).slides
    assert slides[2].notes_slide.notes_text_frame.text.startswith(
        "19.32–19.40 WIB · 8 menit · Bima\n\n2. Tiga jenis komisi"
    )
    assert [slide.slide_layout.name for slide in slides] == [
        "Title", "Agenda", "Points", "Points", "Product", "Product", "Voucher", "Q&A", "Quiz", "Closing",
    ]  # fmt: skip


def test_the_agenda_is_a_native_table_and_the_price_a_link_away(tmp_path):
    slides = Presentation(str(sample_deck(tmp_path).path)).slides
    table = next(shape.table for shape in slides[1].shapes if shape.has_table)
    link = next(shape for shape in slides[4].shapes if shape.name.startswith("Link"))

    assert [cell.text for cell in table.rows[1].cells] == ["19.32", "Tiga jenis komisi", "Bima"]
    assert link.text_frame.text == "tok.id/ring"
    assert link.text_frame.paragraphs[0].runs[0].hyperlink.address == "https://tok.id/ring"


def test_footer_date_and_number_are_on_every_light_slide(tmp_path):
    slide = Presentation(str(sample_deck(tmp_path).path)).slides[2]
    texts = {shape.placeholder_format.type.name: shape.text_frame.text for shape in slide.placeholders}

    assert (texts["FOOTER"], texts["DATE"], texts["SLIDE_NUMBER"]) == ("Kelas komisi #8", "16 Des 2026", "3")


def test_the_properties_are_the_items(tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1797000000")
    properties = Presentation(str(sample_deck(tmp_path).path)).core_properties

    assert (properties.title, properties.author, properties.last_modified_by) == ("Kelas komisi #8", "Dewi", "Dewi")
    assert (properties.subject, properties.category, properties.keywords) == (
        "Paham tiga jenis komisi",
        "Kelas komisi",
        "komisi, pemula",
    )
    assert str(properties.created) == str(properties.modified) == "2026-12-11 14:40:00"


def test_equal_decks_are_equal_files_under_a_fixed_date(tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1797000000")
    (tmp_path / "a").mkdir()
    first = sample_deck(tmp_path / "a").path.read_bytes()
    second = sample_deck(tmp_path).path

    assert second.read_bytes() == first
    with zipfile.ZipFile(second) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(2026, 12, 11, 14, 40, 0)}


def test_no_text_says_less_than_its_explicit_size(tmp_path):
    xml = Opened(sample_deck(tmp_path).path).parts["ppt/slides/slide3.xml"].decode()

    assert "normAutofit" not in xml
    assert 'sz="3200"' in xml
    assert "spcPct" in xml


def test_what_does_not_fit_goes_on_with_a_number_in_its_title(tmp_path):
    points = tuple(f"Poin nomor {n}" for n in range(40))
    deck = build_deck([Slide(K.POINTS, "Komisi", points, timing="19.32", notes="Semua")], ITEM, tmp_path / "a.pptx")

    assert titles(deck.path) == ["Komisi (1/4)", "Komisi (2/4)", "Komisi (3/4)", "Komisi (4/4)"]
    slides = Presentation(str(deck.path)).slides
    assert slides[0].notes_slide.notes_text_frame.text == "19.32\n\nSemua"
    assert slides[1].notes_slide.notes_text_frame.text.startswith("19.32\n\nPoin nomor 10\n")


def test_a_title_that_is_too_long_is_whole_in_the_text(tmp_path):
    long = "Tiga jenis komisi " * 30
    deck = build_deck([Slide(K.POINTS, long)], ITEM, tmp_path / "a.pptx")

    assert titles(deck.path)[0].endswith("…")
    assert long.strip() in said(deck.path)


def test_pictures_have_words_are_carried_once_and_stand_upright(tmp_path):
    photo = Image.new("RGB", (60, 40), "red")
    exif = Image.Exif()
    exif[0x0112] = 6
    photo.save(tmp_path / "turned.jpg", exif=exif)
    slides = [
        Slide(kind, "Lampu", picture=tmp_path / "turned.jpg", alt="Lampu di meja") for kind in (K.PRODUCT, K.POINTS)
    ]
    deck = build_deck(slides, ITEM, tmp_path / "a.pptx")

    assert not deck.findings
    made = Presentation(str(deck.path)).slides
    pictures = [
        next(shape for shape in slide.shapes if shape.shape_type == 13 or hasattr(shape, "image")) for slide in made
    ]
    assert [picture._element.nvPicPr.cNvPr.get("descr") for picture in pictures] == ["Lampu di meja"] * 2
    assert {picture.image.size for picture in pictures} == {(40, 60)}
    assert [name for name in Opened(deck.path).entries if "media" in name] == ["ppt/media/image1.jpg"]
    assert [slide.slide_layout.name for slide in made] == ["Product with picture", "Picture"]


def test_an_empty_outline_is_the_items_title(tmp_path):
    deck = build_deck([], ITEM, tmp_path / "a.pptx")

    assert (titles(deck.path), deck.findings) == (["Kelas komisi #8"], ())


def test_progress_ends_at_one(tmp_path):
    told: list[tuple[float, str]] = []
    build_deck([Slide(K.POINTS, "a")] * 21, ITEM, tmp_path / "a.pptx", progress=lambda *step: told.append(step))

    assert told == [(20 / 21, "Slide 20 of 21"), (1.0, "Slide 21 of 21")]


# What a person can get wrong


def test_a_missing_template_or_picture_is_told(tmp_path):
    with pytest.raises(NotFound, match="There is no file"):
        sample_deck(tmp_path, tmp_path / "none.pptx")
    with pytest.raises(NotFound, match="There is no file"):
        build_deck([Slide(K.POINTS, "a", picture=tmp_path / "none.png")], ITEM, tmp_path / "a.pptx")
    assert list(tmp_path.iterdir()) == []


def test_a_picture_that_is_none_is_told(tmp_path):
    (tmp_path / "a.png").write_text("no picture")
    with pytest.raises(InvalidValue, match=r"a.png cannot be shown as a picture. Choose a PNG or JPEG file."):
        build_deck([Slide(K.POINTS, "a", picture=tmp_path / "a.png")], ITEM, tmp_path / "a.pptx")


def test_a_deck_that_cannot_be_written_leaves_the_old_one(tmp_path):
    with pytest.raises(InvalidValue, match=r"a.ppt does not end in .pptx"):
        build_deck([], ITEM, tmp_path / "a.ppt")
    (tmp_path / "file").write_text("")
    with pytest.raises(CannotWrite):
        build_deck([], ITEM, tmp_path / "file" / "a.pptx")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file"]


# Any outline at all

ODD = {
    "empty": "",
    "many words": "kata " * 400,
    "5000 words": "kata " * 5000,
    "one long word": "a" * 300,
    "emoji": "👩‍👩‍👧‍👦✨",
    "controls": "\x00\x0b\x1b_x000C_",
    "surrogates": "\ud800\udc00 \udfff\ufffe",
    "right to left": "مرحبا بكم",
    "no spaces": "漢字" * 90,
    "markup": "<&>\"']]>",
}
AGENDA = tuple((f"19.{n:02}", f"Bagian {n}", "Bima") for n in range(60))
texts = st.sampled_from([name for name in ODD if name != "5000 words"]) | st.text(max_size=20)
cells = st.tuples(texts, texts, texts)
any_slide = st.builds(
    Slide,
    st.sampled_from(K),
    title=texts,
    body=st.lists(texts, max_size=3).map(tuple),
    kicker=texts,
    lead=texts,
    link=texts,
    rows=st.lists(cells, max_size=2).map(tuple),
    notes=texts,
)


def odd(slide: Slide) -> Slide:
    """The slide with the names of odd texts replaced by them: examples then stay short to read."""

    def of(name: str) -> str:
        return ODD.get(name, name)

    rows = tuple(tuple(map(of, row)) for row in slide.rows)
    plain = {name: of(getattr(slide, name)) for name in ("title", "kicker", "lead", "link", "notes")}
    return changed(slide, body=tuple(map(of, slide.body)), rows=rows, **plain)


@settings(max_examples=15, deadline=None)
@example(slides=[])
@example(slides=[Slide(kind, "") for kind in K])
@example(
    slides=[
        Slide(K.POINTS, "empty", ("5000 words", "one long word", "emoji", "controls", "surrogates", "right to left"))
    ]
)
@example(slides=[Slide(kind, "many words", ("many words",), "many words", "many words", "no spaces") for kind in K])
@example(slides=[Slide(K.AGENDA, "Malam ini", rows=AGENDA)])
@given(slides=st.lists(any_slide, max_size=3))
def test_any_outline_gives_a_clean_deck_with_all_its_words(tmp_path_factory, slides):
    path = tmp_path_factory.mktemp("deck") / "a.pptx"
    slides = [odd(slide) for slide in slides]
    deck = build_deck(slides, ITEM, path)

    assert deck.findings == ()
    text = "".join(said(path).split())
    letters = Counter(text)
    for slide in slides:
        given_texts = (slide.title, *slide.body, slide.lead, slide.notes, *(cell for row in slide.rows for cell in row))
        for word in " ".join(clean(each) for each in given_texts).split():
            # A word that is longer than its cell goes on in the next one, with other cells in between.
            assert word in text or (len(word) > 60 and Counter(word) <= letters)


def test_nobodys_name_is_put_on_a_deck_without_an_owner(tmp_path):
    deck = build_deck([], changed(ITEM, owner=""), tmp_path / "a.pptx")

    assert Presentation(str(deck.path)).core_properties.author == ""
    assert lint(deck.path) == []
