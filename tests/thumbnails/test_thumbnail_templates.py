"""Thumbnail templates are read with care: a fault is told with its file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from studio.errors import NotFound, TemplateError
from studio.thumbnails.template import find_thumbnail_template, load_thumbnail_template, thumbnail_templates

GOOD = """name: mine
title: Mine
colours: {teal: "#0B6E66"}
layers:
  - {name: ground, kind: gradient, of: picture, colours: [teal]}
  - name: title
    kind: text
    text: "{title}"
    colour: "#FFFFFF"
    presets:
      youtube: {lines: 3}
      "tiktok reels": {lines: 5}
  - {name: host, kind: text, text: "oleh {host}", colour: "#FFFFFF", below: title}
"""

SIZES = "mine.yaml, line 6: the smallest size is 0, or larger than the largest"


def written(folder: Path, text: str, name: str = "mine.yaml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_the_bundled_templates_are_sound() -> None:
    found = {path.stem: load_thumbnail_template(path) for path in thumbnail_templates()}
    assert {name: (one.wants_picture, one.values) for name, one in found.items()} == {
        "bold-title": (False, ("title", "kicker", "badge", "host")),
        "photo-title": (True, ("title", "kicker", "badge", "host")),
    }


def test_the_usual_template_needs_no_picture_and_the_workspaces_own_comes_first(tmp_path: Path) -> None:
    assert find_thumbnail_template("").name == "bold-title.yaml"
    own = written(tmp_path, GOOD, "bold-title.yaml")
    assert find_thumbnail_template("", [tmp_path]) == own
    assert find_thumbnail_template(str(own)) == own
    assert thumbnail_templates([tmp_path])[0] == own


def test_an_unknown_template_is_answered_with_those_there_are() -> None:
    with pytest.raises(NotFound) as error:
        find_thumbnail_template("neon")
    assert str(error.value) == "There is no thumbnail template 'neon'. There are bold-title, photo-title."


def test_a_preset_changes_what_it_names_and_keeps_the_rest(tmp_path: Path) -> None:
    template = load_thumbnail_template(written(tmp_path, GOOD))
    assert [template.for_preset(name)[1].lines for name in ("youtube", "reels", "square")] == [3, 5, 1]
    assert template.for_preset("youtube")[1].colours == ("#FFFFFF",)


def test_a_layer_whose_values_are_empty_has_no_text(tmp_path: Path) -> None:
    host = load_thumbnail_template(written(tmp_path, GOOD)).for_preset("square")[2]
    assert host.filled({"title": "x", "host": " "}) == ""
    assert host.filled({"host": "Bima"}) == "oleh Bima"


@pytest.mark.parametrize(
    ("old", "new", "happened"),
    [
        ("name: mine\n", "", "mine.yaml, line 1: 'name' is missing"),
        ("kind: gradient", "kind: video", "mine.yaml, line 5: kind is 'video'"),
        ("colours: [teal]", "colours: [tael]", "mine.yaml, line 5: there is no colour 'tael'"),
        ("colours: [teal]", "angle: 3", "mine.yaml, line 5: the colour is missing"),
        ('"#0B6E66"', '"teal"', "mine.yaml, line 1: the colour 'teal' is 'teal'"),
        ("{title}", "{judul}", "mine.yaml, line 6: there is no value 'judul'"),
        ('text: "{title}"', "font: loud", "mine.yaml, line 6: the text is missing"),
        ("kind: text\n", "kind: text\n    font: comic\n", "mine.yaml, line 6: There is no font 'comic'"),
        ("kind: text\n", "kind: text\n    font: ../x.ttf\n", "mine.yaml, line 6: There is no font '../x.ttf'"),
        ("kind: text\n", "kind: text\n    size: [0.2, 0.1]\n", SIZES),
        ("kind: text\n", "kind: text\n    size: big\n", "mine.yaml, line 6: 'size' is not a list of 2 numbers"),
        ("kind: text\n", "kind: text\n    box: [1, 0, 0, 1]\n", "mine.yaml, line 6: the box is empty"),
        ("kind: text\n", "kind: text\n    box: [0, 0, 1000000, 1]\n", "mine.yaml, line 6: 'box' reaches too far"),
        ("kind: text\n", "kind: text\n    stroke: 3\n", "mine.yaml, line 6: a size is larger than the picture"),
        ("kind: text\n", "kind: text\n    colr: red\n", "mine.yaml, line 6: 'colr' is not known here"),
        ("{lines: 3}", "3", "mine.yaml, line 6: the changes for 'youtube' are not a mapping"),
        ("below: title", "below: badge", "mine.yaml, line 13: no layer before it is called 'badge'"),
        ("kind: gradient", "kind: logo, file: a/b", "mine.yaml, line 5: 'a/b' does not lie beside the template"),
        ("layers:", "layers: [", "mine.yaml, line 5: expected the node content, but found '-'"),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_file_and_line(tmp_path: Path, old: str, new: str, happened: str) -> None:
    assert old in GOOD
    with pytest.raises(TemplateError) as error:
        load_thumbnail_template(written(tmp_path, GOOD.replace(old, new, 1)))
    assert error.value.happened == happened
    assert error.value.advice
