"""An item and answers become a script that one could read out."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from studio.errors import InvalidValue, TemplateError
from studio.plan.item import Item, Kind, Product
from studio.resources import assets
from studio.scripts.checks import checks
from studio.scripts.rendering import clock, render, resolve, section_lengths
from studio.scripts.script import parse_script
from studio.scripts.template import Template, find_template, load_template

VIDEO = Item(
    "Cahaya bagus, modal murah",
    start=datetime(2026, 12, 8, 12),
    duration_min=1,
    host="Bima",
    audience="kreator pemula",
    learning_goal="menata cahaya di rumah dengan modal di bawah Rp50.000",
    products=(Product("Kertas foto A3", "Rp15.000", "https://contoh.id/kertas"),),
)
LIVE = Item(
    "Kelas komisi #8",
    kind=Kind.LIVE,
    start=datetime(2026, 12, 16, 19, 30),
    duration_min=34,
    host="Bima dan Sari",
    series="Kelas komisi",
    episode=8,
    learning_goal="menghitung komisi",
    products=(Product("Lampu ring", "Rp89.000", "https://contoh.id/lampu"), Product("Tripod | meja", "Rp45.000")),
)


def demo_sentences(language: str) -> list[str]:
    recipe = json.loads(assets("demo", "recipe", "sentences.json").read_text(encoding="utf-8"))[language]
    return [recipe["written"].get(sentence, sentence) for sentence in recipe["spoken"]]


def template_of(folder: Path, body: str, questions: str = "") -> Template:
    path = folder / "own.id.md"
    head = f"---\nname: own\ntitle: Own\nkind: video\nlanguage: id\nquestions:\n{questions or '  []'}\n---\n"
    path.write_text(head + body, encoding="utf-8")
    return load_template(path)


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_spoken_text_of_a_video_is_exactly_its_answers(language: str) -> None:
    said = demo_sentences(language)
    answers = {"hook": said[:1], "context": said[1:3], "points": said[3:9], "cta": said[9:]}
    script = parse_script(render(find_template("", Kind.VIDEO, language), VIDEO, answers))
    assert script.spoken_text == "\n".join(said)
    assert script.language == language
    assert [(section.kind, section.target_s) for section in script.sections] == [
        ("hook", 5), ("context", 10), ("value", 35), ("cta", 10),
    ]  # fmt: skip
    assert all(check.ok for check in checks(script, VIDEO))


def test_a_first_draft_is_built_from_the_item_alone() -> None:
    script = parse_script(render(find_template("", Kind.VIDEO, "id"), VIDEO, {}))
    assert script.title == "Cahaya bagus, modal murah"
    assert script.facts == "Video pendek · Bahasa Indonesia · 60 detik · Bima · Selasa, 8 Desember 2026, 12.00 WIB"
    assert script.sections[0].spoken == ("Kamu kreator pemula? Ini buat kamu.", "Cahaya bagus, modal murah.")
    assert script.sections[1].spoken[1] == (
        "Sesudah video ini, targetnya satu: menata cahaya di rumah dengan modal di bawah Rp50.000."
    )
    assert "Layar: CAHAYA BAGUS, MODAL MURAH" in script.sections[0].directions
    evidence = {check.name: check.evidence for check in checks(script, VIDEO)}
    assert evidence["filled"] == "3 places to fill in: line 26, 28, 34"


def test_an_item_with_nothing_but_a_title_has_a_script_too() -> None:
    for kind in Kind:
        for language in ("id", "en"):
            script = parse_script(render(find_template("", kind, language), Item("Halo", kind=kind, language=language)))
            assert script.title == "Halo"
            assert len(script.sections) >= 4
            assert "None" not in script.spoken_text


def test_a_live_session_gets_a_section_for_each_product_and_fills_its_slot() -> None:
    script = parse_script(render(find_template("", Kind.LIVE, "id"), LIVE, {"voucher": "Kode KOMISI8 sampai jam 9"}))
    assert [(section.kind, section.name, clock(section.target_s or 0)) for section in script.sections] == [
        ("opening", "Pembukaan", "3:00"),
        ("teaching", "Materi inti", "8:00"),
        ("demo", "Praktik langsung", "6:00"),
        ("product", "Lampu ring", "3:00"),
        ("product", "Tripod / meja", "3:00"),
        ("voucher", "Voucher", "1:30"),
        ("qa", "Tanya jawab", "6:00"),
        ("quiz", "Kuis", "2:00"),
        ("closing", "Penutup", "1:30"),
    ]
    assert script.sections[3].product == Product("Lampu ring", "Rp89.000", "https://contoh.id/lampu")
    assert script.sections[4].product == Product("Tripod / meja", "Rp45.000")
    assert script.sections[0].spoken[:2] == (
        "Halo, selamat malam semuanya! Selamat datang di Kelas komisi, pertemuan ke-8.",
        "Saya Bima, dan di sebelah saya ada Sari. Kami berdua akan menemani kamu sampai selesai.",
    )
    assert script.sections[5].spoken[0] == "Sekarang vouchernya. Kode KOMISI8 sampai jam 9."


@pytest.mark.parametrize("minutes", [10, 20, 33, 34, 45, 60, 90, 180])
def test_the_sections_fill_the_slot_whatever_it_is(minutes: int) -> None:
    item = Item("Kelas", kind=Kind.LIVE, duration_min=minutes, products=LIVE.products)
    script = parse_script(render(find_template("", Kind.LIVE, "id"), item))
    assert script.target_s == minutes * 60
    opening = script.of_kind("opening")[0].target_s or 0
    assert 60 <= opening <= 300


def test_a_section_without_content_gives_its_time_to_the_others() -> None:
    template = find_template("", Kind.LIVE, "en")
    values = resolve(template, Item("Class", kind=Kind.LIVE), {"demo": "", "quiz": []})
    kinds = [length.part.kind for length in section_lengths(template, values, 1800)]
    assert kinds == ["opening", "teaching", "qa", "closing"]
    assert sum(length.seconds for length in section_lengths(template, values, 1800)) == 1800


def test_an_answer_that_looks_like_markup_is_still_spoken() -> None:
    hook = ["# bukan judul", "- bukan butir", "> bukan arahan", "1. bukan daftar", "5 * 3 itu 15"]
    script = parse_script(render(find_template("", Kind.VIDEO, "id"), VIDEO, {"hook": hook}))
    assert script.sections[0].spoken == tuple(hook)


def test_answers_from_a_command_line_are_texts() -> None:
    values = resolve(find_template("", Kind.VIDEO, "id"), VIDEO, {"hook": "Satu. | Dua.\nTiga."})
    assert values["hook"] == ["Satu.", "Dua.", "Tiga."]
    values = resolve(find_template("", Kind.LIVE, "id"), LIVE, {"products": "Lampu | Rp89.000\nTripod"})
    assert [product["name"] for product in values["products"]] == ["Lampu", "Tripod"]


def test_an_unknown_answer_is_told_with_the_nearest_question() -> None:
    with pytest.raises(InvalidValue) as error:
        render(find_template("", Kind.VIDEO, "id"), VIDEO, {"point": "x"})
    assert str(error.value) == "The template 'short-video' has no question 'point'. Perhaps 'points' is meant."


def test_choices_and_numbers_are_checked(tmp_path: Path) -> None:
    questions = (
        "  - {key: tone, label: Nada, type: choice, choices: [santai, resmi]}\n"
        "  - {key: count, label: Jumlah, type: number, default: 3}\n"
        "  - {key: extra, label: Lain, when: \"tone == 'resmi'\", required: true}\n"
    )
    template = template_of(tmp_path, "{{ tone }} {{ count }} {{ extra }}", questions)
    assert render(template, VIDEO, {}) == "santai 3\n"
    assert render(template, VIDEO, {"tone": "resmi", "count": "2,5", "extra": "ya"}) == "resmi 2.5 ya\n"
    with pytest.raises(InvalidValue, match="Choose from santai, resmi"):
        render(template, VIDEO, {"tone": "lucu"})
    with pytest.raises(InvalidValue, match="'banyak' is no number for 'count'"):
        render(template, VIDEO, {"count": "banyak"})
    with pytest.raises(TemplateError, match=r"needs an answer to 'Lain'\. Answer it in the form, or with --set extra="):
        render(template, VIDEO, {"tone": "resmi"})


@pytest.mark.parametrize(
    ("body", "happened"),
    [
        ("a\n{{ item.tilte }}", "own.id.md, line 10: 'dict object' has no attribute 'tilte'"),
        ("\n\n{{ 1 / 0 }}", "own.id.md, line 11: division by zero"),
        ("\n{{ 'a' * 50000000 }}", "own.id.md, line 10: '*' works on numbers"),
        ("{% for i in range(9) %}" * 25 + "{% endfor %}" * 25, "own.id.md, line 9: too many statically nested blocks"),
    ],
)
def test_a_fault_in_rendering_is_told_with_file_and_line(tmp_path: Path, body: str, happened: str) -> None:
    with pytest.raises(TemplateError) as error:
        render(template_of(tmp_path, body), VIDEO, {})
    assert error.value.happened.split(" (")[0] == happened


@pytest.mark.parametrize("minutes", [0.25, 1, 2, 5, 7, 10, 12, 20, 34, 60, 180])
def test_the_sections_of_a_live_fill_its_slot_however_short_and_none_is_left_with_nothing(minutes: float) -> None:
    template = find_template("", Kind.LIVE, "id")
    item = replace(LIVE, duration_min=minutes)
    lengths = section_lengths(template, resolve(template, item, {}), minutes * 60)
    assert sum(one.seconds * (2 if one.part.each else 1) for one in lengths) == pytest.approx(minutes * 60)
    proportional = minutes * 60 / sum(one.part.seconds for one in lengths)
    for one in lengths:
        share = min(one.part.seconds * proportional, one.part.most) / (2 if one.part.each else 1)
        assert one.seconds >= share / 3, one.part.name


def test_half_a_surrogate_pair_is_a_fault_of_the_template(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match=r"own\.id\.md, line "):
        render(template_of(tmp_path, "# A\n\n{{ '\\ud800' }}\n"), VIDEO)
