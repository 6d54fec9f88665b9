"""Templates are read with care: a fault is told with its file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from studio.errors import NotFound, TemplateError
from studio.plan.item import Kind
from studio.scripts.template import broken_templates, find_template, load_template, templates

GOOD = """---
name: mine
title: Mine
kind: video
language: id
sections:
  - {kind: hook, name: Hook, seconds: 5}
questions:
  - key: hook
    label: Hook
    type: lines
    default: "{{ item.title }}"
---
# {{ item.title }}

## {{ section.hook.name }} [hook] ({{ section.hook.length }})

{{ hook | join("\\n\\n") }}
"""


def written(folder: Path, text: str, name: str = "mine.id.md") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_the_bundled_templates_are_sound() -> None:
    assert [(t.name, t.language, t.kind, t.seconds) for t in templates()] == [
        ("live-session", "en", Kind.LIVE, 2040),
        ("live-session", "id", Kind.LIVE, 2040),
        ("short-video", "en", Kind.VIDEO, 60),
        ("short-video", "id", Kind.VIDEO, 60),
    ]
    assert broken_templates() == []


def test_both_languages_of_a_template_ask_the_same_questions() -> None:
    for kind in Kind:
        first, second = (find_template("", kind, language) for language in ("id", "en"))
        assert [(q.key, q.type, q.required) for q in first.questions] == [
            (q.key, q.type, q.required) for q in second.questions
        ]


def test_without_a_name_the_usual_template_of_kind_and_language_is_found() -> None:
    assert find_template("", Kind.LIVE, "id").path.name == "live-session.id.md"
    assert find_template("", Kind.VIDEO, "en").path.name == "short-video.en.md"


def test_a_language_without_a_template_gets_the_english_one() -> None:
    assert find_template("", Kind.VIDEO, "th").language == "en"


def test_the_workspaces_own_template_wins_over_the_bundled_one(tmp_path: Path) -> None:
    written(tmp_path, GOOD.replace("name: mine", "name: short-video"))
    assert find_template("", Kind.VIDEO, "id", [tmp_path]).title == "Mine"


def test_a_template_is_found_by_its_path_too(tmp_path: Path) -> None:
    assert find_template(str(written(tmp_path, GOOD)), Kind.VIDEO, "id").name == "mine"


def test_an_unknown_template_is_answered_with_those_there_are() -> None:
    with pytest.raises(NotFound) as error:
        find_template("reels", Kind.VIDEO, "id")
    assert str(error.value) == "There is no script template 'reels'. Templates for a video are: short-video."


def test_a_template_of_the_other_kind_is_refused() -> None:
    with pytest.raises(TemplateError) as error:
        find_template("live-session", Kind.VIDEO, "id")
    assert str(error.value) == (
        "The template 'live-session' is for a live, and this item is a video. Choose another template."
    )


@pytest.mark.parametrize(
    ("old", "new", "happened"),
    [
        ("---\nname", "name", "mine.id.md, line 1: the template has no head"),
        ("kind: video", "kind: podcast", "mine.id.md, line 2: kind is 'podcast'"),
        ("title: Mine\n", "", "mine.id.md, line 2: 'title' is missing"),
        ("title: Mine", "title: [a, b]", "mine.id.md, line 2: 'title' is not a text"),
        ("title: Mine", "title: no", "mine.id.md, line 2: 'title' is a yes or no, not a text"),
        ("title: Mine", "titel: Mine\ntitle: Mine", "mine.id.md, line 2: 'titel' is not known here"),
        ("title: Mine", "title: a: b", "mine.id.md, line 3: mapping values are not allowed here"),
        ("seconds: 5", "seconds: soon", "mine.id.md, line 7: 'seconds' is not a number from 0 to 100,000"),
        ("seconds: 5", "seconds: 5, each: hosts", "mine.id.md, line 7: each is 'hosts'"),
        ("seconds: 5", "seconds: 5, when: prize", "mine.id.md, line 7: nothing is called 'prize' there"),
        ("type: lines", "type: essay", "mine.id.md, line 9: type is 'essay'"),
        ("type: lines", "type: choice", "mine.id.md, line 9: the question 'hook' has no choices"),
        ("key: hook", "key: item", "mine.id.md, line 9: 'item' cannot be the key of a question"),
        ("{{ item.title }}\"", "{{ cta }}\"", "mine.id.md, line 9: nothing is called 'cta' there"),
        ("{{ hook |", "{{ hok |", "mine.id.md, line 18: nothing is called 'hok' there"),
        ("{{ hook |", "{{ hook | pprint |", "mine.id.md, line 18: there is no filter 'pprint'"),
        ("{{ hook |", "{% if %}{{ hook |", "mine.id.md, line 18: Expected an expression, got 'end of statement block'"),
        ("# {{ item.title }}", "{% include 'x' %}", "mine.id.md, line 14: it cannot take in other files"),
        ("# {{ item.title }}", "{{ item.__mro__ }}", "mine.id.md, line 14: '__mro__' is out of reach for templates"),
        ("# {{ item.title }}", "{{ " + "(" * 4000, "mine.id.md, line 14: the text below cannot be understood"),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_file_and_line(tmp_path: Path, old: str, new: str, happened: str) -> None:
    assert old in GOOD
    with pytest.raises(TemplateError) as error:
        load_template(written(tmp_path, GOOD.replace(old, new, 1)))
    assert error.value.happened == happened
    assert error.value.advice


def test_files_that_are_no_templates_are_refused(tmp_path: Path) -> None:
    binary = tmp_path / "photo.md"
    binary.write_bytes(b"\xff\xd8\xff\xe0" * 100)
    with pytest.raises(TemplateError, match=r"photo\.md is not a UTF-8 text"):
        load_template(binary)
    with pytest.raises(TemplateError, match="is larger than 100,000 bytes"):
        load_template(written(tmp_path, "x" * 200_000))
    with pytest.raises(TemplateError, match="cannot be read"):
        load_template(tmp_path / "gone.md")


def test_yaml_that_runs_code_or_nests_without_end_is_refused(tmp_path: Path) -> None:
    for head in ("name: !!python/object/apply:os.system [true]", "name: " + "[" * 2000):
        with pytest.raises(TemplateError):
            load_template(written(tmp_path, f"---\n{head}\n---\n"))


def test_a_broken_template_hides_no_other_and_is_named_when_it_is_wanted(tmp_path: Path) -> None:
    written(tmp_path, GOOD.replace("kind: video", "kind: podcast"))
    assert len(templates([tmp_path])) == 4
    assert [error.happened for error in broken_templates([tmp_path])] == ["mine.id.md, line 2: kind is 'podcast'"]
    with pytest.raises(TemplateError, match="kind is 'podcast'"):
        find_template("mine", Kind.VIDEO, "id", [tmp_path])
