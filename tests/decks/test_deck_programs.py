"""Decks in other people's programs, where they are installed."""

from __future__ import annotations

import os
import shutil
import subprocess

import pytest
from deck_samples import ITEM, sample_deck
from PIL import Image
from pptx import Presentation

from studio.decks.building import build_deck
from studio.decks.outline import Slide, SlideKind
from studio.resources import templates

K = SlideKind


def validator() -> str | None:
    return os.environ.get("OOXML_VALIDATOR") or shutil.which("ooxml-validator")


@pytest.mark.skipif(not validator(), reason="no Open XML validator (OOXML_VALIDATOR, or ooxml-validator on PATH)")
def test_the_open_xml_validator_finds_nothing(tmp_path):
    Image.new("RGB", (40, 30)).save(tmp_path / "a.png")
    hard = [
        Slide(K.POINTS, "Panjang " * 40, ("kata " * 2000, "مرحبا"), picture=tmp_path / "a.png"),
        Slide(K.QUIZ, "Kuis", ("A", "B"), lead="?"),
    ]
    decks = [
        sample_deck(tmp_path).path,
        build_deck(hard, ITEM, tmp_path / "hard.pptx").path,
        templates("decks", "siar.pptx"),
    ]
    Presentation().save(str(tmp_path / "company.pptx"))
    decks.append(sample_deck(tmp_path / "company", tmp_path / "company.pptx").path)
    for deck in decks:
        ran = subprocess.run([validator() or "", str(deck)], capture_output=True, text=True, check=False, timeout=120)
        assert '"errors": []' in ran.stdout, ran.stdout + ran.stderr


@pytest.mark.skipif(
    not shutil.which("soffice") or not shutil.which("pdfinfo"), reason="no LibreOffice with poppler-utils"
)
def test_libreoffice_draws_as_many_pages_as_there_are_slides(tmp_path):
    deck = sample_deck(tmp_path)
    home = f"-env:UserInstallation=file://{tmp_path}/office"
    subprocess.run(
        ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, deck.path],
        check=True,
        capture_output=True,
        timeout=200,
    )
    told = subprocess.run(["pdfinfo", tmp_path / "kelas.pdf"], check=True, capture_output=True, text=True).stdout

    assert f"Pages:           {deck.slides}\n" in told
