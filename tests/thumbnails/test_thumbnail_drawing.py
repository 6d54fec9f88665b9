"""Pictures are drawn in every platform's size, and judged by what can be seen on them."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from PIL import Image

from studio.checks import Check
from studio.errors import CannotWrite, InvalidValue, NotFound, NotMedia
from studio.thumbnails.contrast import contrast, is_large, worst_contrast
from studio.thumbnails.making import Thumbnail, draw_thumbnail, make_thumbnails
from studio.thumbnails.template import find_thumbnail_template, load_thumbnail_template
from studio.video.presets import PRESETS

BOLD = find_thumbnail_template("bold-title")
PHOTO = find_thumbnail_template("photo-title")
VALUES = {"title": "Cahaya bagus, modal murah", "kicker": "Kelas kreator #3", "badge": "LIVE", "host": "Bima"}
PLAIN = """name: plain
title: Plain
layers:
  - {name: ground, kind: gradient, of: picture, colours: ["GROUND"]}
  - {name: title, kind: text, text: "{title}", colour: "#FFFFFF", size: [0.05, 0.1]}
"""


@pytest.fixture
def light_photo(tmp_path: Path) -> Path:
    path = tmp_path / "light.jpg"
    picture = Image.new("RGB", (640, 480), "#FFFFFF")
    picture.paste("#D8A36B", (200, 100, 400, 400))
    picture.save(path)
    return path


def checks_of(made: list[Thumbnail]) -> dict[str, Check]:
    return {check.name: check for one in made for check in one.checks}


def plain_template(folder: Path, ground: str = "#102030", extra: str = "") -> Path:
    path = folder / "plain.yaml"
    path.write_text(PLAIN.replace("GROUND", ground) + extra, encoding="utf-8")
    return path


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("template", [BOLD, PHOTO], ids=lambda path: path.stem)
def test_every_preset_passes_its_own_checks(template: Path, preset: str, light_photo: Path, tmp_path: Path) -> None:
    made = make_thumbnails(template, VALUES, [PRESETS[preset]], tmp_path, "cahaya", light_photo)
    with Image.open(made[0].path) as picture:
        assert (picture.format, picture.size) == ("JPEG", (PRESETS[preset].width, PRESETS[preset].height))
    assert (made[0].preset, made[0].path) == (preset, tmp_path / f"cahaya.{preset}.jpg")
    assert [check for check in made[0].checks if not check.ok] == []


def test_the_evidence_is_told_in_sentences(tmp_path: Path) -> None:
    made = make_thumbnails(BOLD, VALUES, [PRESETS["youtube"]], tmp_path, "cahaya")
    *others, size = made[0].checks
    assert others == [
        Check("contrast", True, "Contrast 5.3:1 behind the badge"),
        Check("safe zone", True, "All text is inside YouTube's safe zone"),
        Check("legible", True, "The title's letters are 8.9 px high at 168 x 94"),
        Check("whole", True, "No word is cut or covered"),
        Check("signs", True, "The font has every sign"),
    ]
    assert size.ok
    assert size.evidence.endswith(" KB of 2,000 KB")


@pytest.mark.parametrize(
    "title",
    [
        "Hook",
        "Pertanggungjawabannya",
        "Tiga kesalahan pencahayaan yang bikin produk kamu kelihatan kusam",
        "Cara menghitung komisi afiliasi supaya tidak salah memilih produk saat kampanye 12.12 Harbolnas",
        "Jualan laris 🔥 tanpa ribet 😀",
    ],
)
def test_titles_of_all_lengths_pass(title: str, tmp_path: Path) -> None:
    made = make_thumbnails(BOLD, {**VALUES, "title": title}, [PRESETS["tiktok"], PRESETS["youtube"]], tmp_path, "x")
    assert [check for one in made for check in one.checks if not check.ok] == []


def test_a_title_that_has_no_room_is_cut_and_fails(tmp_path: Path) -> None:
    found = checks_of(make_thumbnails(BOLD, {"title": "kata " * 90}, [PRESETS["youtube"]], tmp_path, "x"))
    assert found["whole"].evidence.startswith('The title is cut: "kata kata')
    assert not found["whole"].ok


def test_too_little_contrast_is_found_on_the_worst_pixels(tmp_path: Path) -> None:
    path = plain_template(tmp_path, "#E8E8E8")
    found = checks_of(make_thumbnails(path, {"title": "Terang"}, [PRESETS["square"]], tmp_path, "x"))
    assert found["contrast"] == Check("contrast", False, "Contrast 1.2:1 behind the title, 3.0:1 is needed")
    behind, letters = Image.new("RGB", (100, 100), "#000000"), Image.new("L", (100, 100), 255)
    assert worst_contrast(behind, letters, "#FFFFFF") == pytest.approx(21)
    behind.paste("#FFFFFF", (0, 0, 100, 1))
    assert worst_contrast(behind, letters, "#FFFFFF") == pytest.approx(1)


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)
    assert is_large(60, True, 1080)
    assert not is_large(60, False, 1080)


def test_what_lies_outside_the_safe_zone_or_over_other_text_is_told(tmp_path: Path) -> None:
    extra = '  - {name: note, kind: text, text: "catatan", colour: "#FFFFFF", of: picture}\n'
    found = checks_of(
        make_thumbnails(plain_template(tmp_path, extra=extra), VALUES, [PRESETS["tiktok"]], tmp_path, "x")
    )
    assert found["safe zone"] == Check("safe zone", False, "The note reaches 250 px out of TikTok's safe zone")
    extra = '  - {name: note, kind: text, text: "catatan", colour: "#FFFFFF"}\n'
    found = checks_of(
        make_thumbnails(plain_template(tmp_path, extra=extra), VALUES, [PRESETS["tiktok"]], tmp_path, "x")
    )
    assert found["whole"] == Check("whole", False, "The note covers the title")


def test_small_letters_are_not_legible(tmp_path: Path) -> None:
    path = plain_template(tmp_path)
    path.write_text(path.read_text(encoding="utf-8").replace("[0.05, 0.1]", "[0.02, 0.03]"), encoding="utf-8")
    found = checks_of(make_thumbnails(path, VALUES, [PRESETS["youtube"]], tmp_path, "x"))
    assert found["legible"] == Check("legible", False, "The title's letters are 2.2 px high at 168 x 94")


def test_signs_that_the_font_lacks_are_told(tmp_path: Path) -> None:
    youtube = [PRESETS["youtube"]]
    found = checks_of(make_thumbnails(BOLD, {"title": "Laris 🔥"}, youtube, tmp_path, "x"))
    assert found["signs"] == Check("signs", True, "Left out, the font has none: 🔥")
    found = checks_of(make_thumbnails(BOLD, {"title": "学 Video"}, youtube, tmp_path, "x"))
    assert found["signs"] == Check("signs", False, "The font has no 学")


def test_a_picture_without_words_is_refused(tmp_path: Path) -> None:
    for values in ({}, {"title": "🔥🔥"}, {"title": "学学"}):
        with pytest.raises(InvalidValue) as error:
            make_thumbnails(BOLD, values, [PRESETS["square"]], tmp_path, "x")
        assert error.value.happened == "The thumbnail template 'bold-title' has no text to show"


def test_a_kicker_that_repeats_the_title_is_left_out() -> None:
    template, preset = load_thumbnail_template(BOLD), PRESETS["square"]
    once = draw_thumbnail(template, {"title": "Kelas komisi #8"}, preset)
    twice = draw_thumbnail(template, {"title": "Kelas komisi #8", "kicker": "kelas komisi #8"}, preset)
    assert once.tobytes() == twice.tobytes()


def test_a_busy_photo_stays_under_youtubes_limit(tmp_path: Path) -> None:
    noise = Image.frombytes("RGB", (1280, 720), random.Random(7).randbytes(1280 * 720 * 3))
    noise.save(tmp_path / "noise.png")
    path = plain_template(tmp_path, extra="  - {name: photo, kind: photo, of: picture}\n")
    made = make_thumbnails(path, VALUES, [PRESETS["youtube"]], tmp_path, "x", tmp_path / "noise.png")
    assert made[0].path.stat().st_size < 2_000_000


def test_a_rotated_photo_stands_upright(tmp_path: Path) -> None:
    photo = Image.new("RGB", (400, 300), "#FF0000")
    photo.paste("#0000FF", (0, 0, 200, 300))
    exif = Image.Exif()
    exif[0x0112] = 6
    photo.save(tmp_path / "phone.jpg", exif=exif, quality=95)
    path = plain_template(tmp_path, extra="  - {name: photo, kind: photo, of: picture}\n")
    picture = draw_thumbnail(load_thumbnail_template(path), VALUES, PRESETS["tiktok"], tmp_path / "phone.jpg")
    top, bottom = picture.getpixel((540, 100)), picture.getpixel((540, 1800))
    assert isinstance(top, tuple)
    assert isinstance(bottom, tuple)
    assert top[2] > 200
    assert bottom[0] > 200


def test_what_is_no_photo_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(b"not a picture")
    (tmp_path / "b.jpg").write_bytes(b"")
    for name in ("a.jpg", "b.jpg"):
        with pytest.raises(NotMedia, match=r"is not a picture that can be read\. Choose a JPEG or PNG"):
            make_thumbnails(PHOTO, VALUES, [PRESETS["tiktok"]], tmp_path, "x", tmp_path / name)
    with pytest.raises(NotFound, match="There is no picture"):
        make_thumbnails(PHOTO, VALUES, [PRESETS["tiktok"]], tmp_path, "x", tmp_path / "gone.jpg")


def test_a_folder_that_is_a_file_cannot_be_written_to(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    with pytest.raises(CannotWrite):
        make_thumbnails(BOLD, VALUES, [PRESETS["square"]], tmp_path / "out", "x")


def test_the_same_values_give_the_same_bytes(tmp_path: Path) -> None:
    first = make_thumbnails(BOLD, VALUES, [PRESETS["square"]], tmp_path, "a")[0].path.read_bytes()
    second = make_thumbnails(BOLD, VALUES, [PRESETS["square"]], tmp_path, "b")[0].path.read_bytes()
    assert first == second


def test_progress_is_told_preset_by_preset(tmp_path: Path) -> None:
    told: list[tuple[float, str]] = []
    presets = [PRESETS["tiktok"], PRESETS["square"]]
    make_thumbnails(BOLD, VALUES, presets, tmp_path, "x", progress=lambda share, text: told.append((share, text)))
    assert told == [(0.0, "Drawing TikTok"), (0.5, "Drawing Square post")]
