from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from deck_samples import said, sample_deck
from pptx import Presentation

from studio.decks.opened import Opened
from studio.errors import TemplateError
from studio.resources import templates


def company(folder: Path, **names: str) -> Path:
    """python-pptx's default template, with a slide of its own, its layouts renamed."""
    presentation = Presentation()
    presentation.slides.add_slide(presentation.slide_layouts[0]).shapes.title.text = "Rahasia perusahaan"
    presentation.slides[0].notes_slide.notes_text_frame.text = "Rahasia"
    for layout in presentation.slide_layouts:
        layout.name = names.get(layout.name.replace(" ", "_"), layout.name)
    presentation.save(str(folder / "company.pptx"))
    return folder / "company.pptx"


def test_a_companys_template_gives_its_layouts_and_nothing_else(tmp_path):
    deck = sample_deck(tmp_path, company(tmp_path))

    assert not deck.findings
    made = Presentation(str(deck.path))
    assert [slide.slide_layout.name for slide in made.slides][:3] == [
        "Title Slide",
        "Title and Content",
        "Title and Content",
    ]
    everything = b"".join(Opened(deck.path).parts.values())
    assert b"Rahasia" not in everything
    assert b"Steve Canny" not in everything
    text = said(deck.path)
    assert all(
        word in text for word in ("Rp89.000", "tok.id/ring", "KELAS10", "Komisi dihitung dari harga sebelum diskon.")
    )


def test_a_template_that_lacks_layouts_is_told_which(tmp_path):
    template = company(tmp_path, Title_Slide="Cover", Title_and_Content="Isi")
    with pytest.raises(TemplateError) as caught:
        sample_deck(tmp_path, template)

    assert caught.value.happened == (
        'company.pptx has no layout named "Title" or "Title Slide" and none named "Points" or "Title and Content"; '
        'it has "Cover", "Isi", "Section Header", "Two Content", "Comparison", "Title Only", "Blank", '
        '"Content with Caption", "Picture with Caption", "Title and Vertical Text", "Vertical Title and Text"'
    )
    assert caught.value.advice == "Rename its layouts in PowerPoint (View, Slide Master), or choose another template"


def test_a_layout_without_its_placeholders_is_told(tmp_path):
    template = company(tmp_path, Title_and_Content="Old", Title_Only="Points")
    with pytest.raises(TemplateError, match=r'The layout "Points" of company.pptx has no text placeholder'):
        sample_deck(tmp_path, template)


def test_a_potx_serves_as_well(tmp_path):
    source = Opened(templates("decks", "siar.pptx")).parts
    with zipfile.ZipFile(tmp_path / "a.potx", "w") as archive:
        for name, data in source.items():
            archive.writestr(name, data.replace(b"presentation.main+xml", b"template.main+xml"))

    assert not sample_deck(tmp_path, tmp_path / "a.potx").findings


@pytest.mark.parametrize("data", [b"", b"no zip at all", b"PK\x03\x04" + b"\x00" * 40])
def test_a_file_that_is_no_presentation_is_told(tmp_path, data):
    (tmp_path / "a.pptx").write_bytes(data)
    with pytest.raises(TemplateError, match=r"a.pptx is no PowerPoint file. Choose a .pptx or .potx."):
        sample_deck(tmp_path, tmp_path / "a.pptx")


def test_a_zip_with_no_presentation_in_it_is_told(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.pptx", "w") as archive:
        archive.writestr(
            "[Content_Types].xml", "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>"
        )
    with pytest.raises(TemplateError, match=r"a.pptx cannot be opened as a presentation"):
        sample_deck(tmp_path, tmp_path / "a.pptx")


def test_nothing_keeps_a_templates_slides_in_the_deck(tmp_path):
    parts = Opened(company(tmp_path)).parts
    rels = "ppt/_rels/presentation.xml.rels"
    assert b"viewProps" in parts[rels]
    parts["ppt/_rels/viewProps.xml.rels"] = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/slide" Target="slides/slide1.xml"/>'
        b"</Relationships>"
    )
    sections = (
        b'<p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"><p14:sectionLst xmlns:p14="http://schemas.microsoft'
        b'.com/office/powerpoint/2010/main"/></p:ext></p:extLst></p:presentation>'
    )
    parts["ppt/presentation.xml"] = parts["ppt/presentation.xml"].replace(b"</p:presentation>", sections)
    with zipfile.ZipFile(tmp_path / "sections.pptx", "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    opened = Opened(sample_deck(tmp_path, tmp_path / "sections.pptx").path)

    assert b"sectionLst" not in opened.parts["ppt/presentation.xml"]
    assert not any(b"Rahasia" in data for data in opened.parts.values())


def test_a_template_without_notes_gets_our_notes_master(tmp_path):
    Presentation().save(str(tmp_path / "plain.pptx"))
    deck = sample_deck(tmp_path, tmp_path / "plain.pptx")

    assert not deck.findings
    slide = Presentation(str(deck.path)).slides[0]
    assert slide.notes_slide.notes_text_frame.text.startswith("19.30–19.32 WIB · 2 menit · Bima")


def test_the_template_is_what_its_recipe_draws(tmp_path):
    recipe = templates("decks", "recipe.py")
    subprocess.run([sys.executable, recipe, tmp_path / "siar.pptx"], check=True)

    assert (tmp_path / "siar.pptx").read_bytes() == templates("decks", "siar.pptx").read_bytes()
