from __future__ import annotations

import pytest
from deck_samples import ITEM, replace, sample_deck, spoiled
from PIL import Image, ImageChops
from pptx import Presentation

from studio.decks.building import build_deck
from studio.decks.colours import palette, rgb
from studio.decks.opened import Opened
from studio.decks.outline import Slide, SlideKind
from studio.decks.preview import draw_pages
from studio.errors import InvalidValue


def ink(image: Image.Image, box: tuple[int, int, int, int]) -> int:
    """How many pixels of a box differ from its upper left one."""
    part = image.crop(box)
    ground = Image.new("RGB", part.size, part.getpixel((0, 0)))
    return sum(ImageChops.difference(part, ground).convert("L").point(lambda v: 255 if v > 40 else 0).histogram()[255:])


def test_every_slide_is_drawn_at_the_width_asked_for(tmp_path):
    pages = draw_pages(sample_deck(tmp_path).path, 480)

    assert [page.size for page in pages] == [(480, 270)] * 10


def test_slides_have_their_own_grounds_edges_and_accents(tmp_path):
    pages = draw_pages(sample_deck(tmp_path).path, 960)

    assert pages[0].getpixel((20, 20)) == rgb("0B3A36")[:3]
    assert pages[2].getpixel((5, 270)) == rgb("0B6E66")[:3]
    assert pages[2].getpixel((500, 20)) == (255, 255, 255)
    assert pages[9].getpixel((20, 20)) == rgb("0B3A36")[:3]
    # The red disc of a live session, thin teal under a quiz, the voucher's tint.
    assert pages[0].getpixel((79, 78)) == rgb("C43D2F")[:3]
    assert pages[8].getpixel((480, 160)) == pytest.approx((225, 238, 237), abs=1)
    assert pages[6].getpixel((100, 200)) == pytest.approx((250, 235, 233), abs=4)


def test_text_stands_where_its_placeholder_is(tmp_path):
    page = draw_pages(sample_deck(tmp_path).path, 960)[2]

    assert ink(page, (56, 60, 900, 136)) > 1000
    assert ink(page, (56, 152, 900, 300)) > 2000
    assert ink(page, (56, 400, 900, 480)) == 0
    assert ink(page, (848, 500, 906, 520)) > 20


def test_a_table_is_drawn_row_by_row(tmp_path):
    page = draw_pages(sample_deck(tmp_path).path, 960)[1]

    rows = [ink(page, (56, 154 + 40 * n, 140, 190 + 40 * n)) for n in range(8)]
    assert all(count > 100 for count in rows)


def test_pictures_are_drawn(tmp_path):
    Image.new("RGB", (300, 300), "blue").save(tmp_path / "a.png")
    deck = build_deck([Slide(SlideKind.POINTS, "Lampu", ("a",), picture=tmp_path / "a.png")], ITEM, tmp_path / "a.pptx")

    assert draw_pages(deck.path, 960)[0].getpixel((712, 300)) == (0, 0, 255)


def test_other_programs_decks_are_drawn_too(tmp_path):
    presentation = Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[1])
    slide.shapes.title.text = "Judul"
    presentation.save(str(tmp_path / "a.pptx"))
    page = draw_pages(tmp_path / "a.pptx", 720)[0]

    assert page.size == (720, 540)
    assert ink(page, (36, 22, 684, 112)) > 200


def test_a_damaged_slide_is_a_blank_page_and_a_damaged_file_is_told(tmp_path):
    path = sample_deck(tmp_path).path
    pages = draw_pages(spoiled(path, replace("ppt/slides/slide3.xml", "</p:sld>", "")), 240)
    assert len(pages) == 10
    assert ink(pages[2], (20, 40, 230, 110)) == 0

    (tmp_path / "none.pptx").write_bytes(b"")
    with pytest.raises(InvalidValue, match="is no PowerPoint file"):
        draw_pages(tmp_path / "none.pptx")


def test_tints_and_shades_are_those_of_office(tmp_path):
    opened = Opened(sample_deck(tmp_path).path)
    colours = palette(opened.tree("ppt/theme/theme1.xml"), opened.tree("ppt/slideMasters/slideMaster1.xml"))

    assert colours.colours["accent1"] == rgb("0B6E66")
    assert colours.names["tx1"] == "dk1"
