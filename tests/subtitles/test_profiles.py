from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from studio.errors import InvalidValue, NotFound, TemplateError
from studio.resources import templates
from studio.subtitles.profiles import Profile, copy_profile, default_profile, load_profile, profile_names, read_profile

VERTICAL = templates("profiles", "vertical.toml").read_text(encoding="utf-8")


def test_the_program_brings_three_profiles():
    assert profile_names() == ["netflix-en", "netflix-id", "vertical"]


def test_the_vertical_profile_has_the_figures_for_shorts():
    assert load_profile("vertical") == Profile("vertical", "Vertical short", 24, 2, 18.0, 25.0, 0.7, 5.0, 0, 0.5, 12)


@pytest.mark.parametrize(
    ("name", "title", "cps", "dash"),
    [("netflix-id", "Indonesian", 17.0, "- "), ("netflix-en", "English", 20.0, "")],
)
def test_the_netflix_profiles_have_the_figures_of_their_guides(name: str, title: str, cps: float, dash: str):
    assert load_profile(name) == Profile(name, f"Netflix {title}", 42, 2, cps, cps, 0.833, 7.0, 2, 0.5, 12, dash)


@pytest.mark.parametrize(
    ("width", "height", "language", "name"),
    [
        (1080, 1920, "id", "vertical"),
        (1080, 1920, "en", "vertical"),
        (1920, 1080, "id", "netflix-id"),
        (1920, 1080, "en", "netflix-en"),
        (1080, 1080, "fr", "netflix-en"),
        (0, 0, "id", "netflix-id"),
        (None, None, None, "netflix-en"),
    ],
)
def test_a_profile_is_chosen_by_the_pictures_shape_and_the_language(width, height, language, name):
    assert default_profile(width, height, language).name == name


def test_a_file_in_a_users_folder_wins(tmp_path: Path):
    (tmp_path / "vertical.toml").write_text(VERTICAL.replace("chars = 24 ", "chars = 18 "), encoding="utf-8")
    assert load_profile("vertical", [tmp_path]).chars == 18
    assert default_profile(9, 16, "id", [tmp_path]).chars == 18
    assert load_profile("vertical").chars == 24


def test_a_profile_that_is_not_there_names_those_that_are():
    with pytest.raises(NotFound) as caught:
        load_profile("netflx")
    assert str(caught.value) == "There is no profile netflx. Choose one of these: netflix-en, netflix-id, vertical."


@pytest.mark.parametrize("name", ["", "../profiles/vertical", "..\\vertical"])
def test_a_name_cannot_leave_its_folder(name: str):
    with pytest.raises(NotFound):
        load_profile(name)


@pytest.mark.parametrize(
    ("old", "new", "happened"),
    [
        (
            "chars = 24",
            "chars = 24,5",
            "line 6, cannot be read (Expected newline or end of document after a statement)",
        ),
        ("chars = 24", "chars = ", "line 6, cannot be read (Invalid value)"),
        ("chars = 24", "chars = 2400", "line 6, needs chars = a whole number of 200 at most. Correct that line."),
        ("lines = 2", "lines = 9", "line 7, needs lines = a whole number of 4 at most"),
        ('title = "Vertical short"', "title = 3", "line 5, needs title = a text in quotation marks"),
        ("chars = 24", "chars = 24.5", "line 6, needs chars = a whole number of 5 or more"),
        ("chars = 24", "#", "toml needs chars = a whole number of 5 or more. Add that line."),
        ("chars = 24", "chars = true", "needs chars = a whole number of 5 or more"),
        ("cps = 18.0", 'cps = "18"', "needs cps = a number of 1.0 or more"),
        ("cps = 18.0", "cps = nan", "needs cps = a number of 1.0 or more"),
        ("cps = 18.0", "cps = 30.0", "line 8, has cps above cps_max. Correct one of the two."),
        ("min_s = 0.7", "min_s = 9", "line 10, has min_s above max_s"),
        ("gap_frames = 0", "gap_frames = -1", "needs gap_frames = a whole number of 0 or more"),
        (
            "gap_frames = 0",
            "gap_frames = 0\nspeed = 3",
            "line 13, has a key that is not known: speed. Correct or remove that line.",
        ),
    ],
)
def test_a_broken_profile_says_what_is_wrong_with_it(tmp_path: Path, old: str, new: str, happened: str):
    path = tmp_path / "mine.toml"
    path.write_text(VERTICAL.replace(old, new), encoding="utf-8")
    with pytest.raises(TemplateError, match=r"mine\.toml") as caught:
        read_profile(path)
    assert happened in str(caught.value)


def test_a_copy_keeps_the_comments_and_says_where_it_is_from(tmp_path: Path):
    path = copy_profile("vertical", "toko-kita", tmp_path / "profiles")
    text = path.read_text(encoding="utf-8")
    assert 'title = "toko-kita (from Vertical short)"' in text
    assert "# characters a line, at most" in text and "Copy this file" not in text
    assert replace(read_profile(path), name="vertical", title="Vertical short") == load_profile("vertical")
    assert profile_names([path.parent]) == ["netflix-en", "netflix-id", "toko-kita", "vertical"]


def test_a_copy_of_the_same_name_takes_the_place_of_the_programs(tmp_path: Path):
    path = copy_profile("vertical", "vertical", tmp_path)
    path.write_text(path.read_text("utf-8").replace("chars = 24", "chars = 20"), "utf-8")
    assert load_profile("vertical", [tmp_path]).chars == 20
    assert copy_profile("vertical", "lain", tmp_path, [tmp_path]).read_text("utf-8").count("chars = 20") == 1


@pytest.mark.parametrize("new", ["", "../lain", "a/b", ".toml", "nama toko", "con", "x" * 90])
def test_a_name_that_is_none_is_refused(tmp_path: Path, new: str):
    with pytest.raises(InvalidValue, match="cannot be the name of a profile"):
        copy_profile("vertical", new, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_profile_that_is_there_is_not_written_over(tmp_path: Path):
    path = copy_profile("vertical", "punyaku", tmp_path)
    path.write_text("punya orang", "utf-8")
    with pytest.raises(InvalidValue, match="There is a profile punyaku already"):
        copy_profile("netflix-id", "punyaku", tmp_path)
    assert path.read_text("utf-8") == "punya orang"
