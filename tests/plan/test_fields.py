"""Every field of an item, typed and as JSON."""

import json
from dataclasses import fields
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.errors import InvalidValue
from studio.plan.fields import (
    check_field,
    checked,
    field_text,
    item_from_json,
    item_to_json,
    parse_assignment,
    parse_field,
)
from studio.plan.item import Item, Kind, Product, Stage
from studio.plan.readers import FIELDS

MORE = "Give more than 0 minutes, and a week at most."
LIVE = Item(
    "Kelas komisi #8",
    kind=Kind.LIVE,
    id=7,
    uid="0b7c3f6e-9a43-4a8e-8f0d-1f5c7e6f0a11",
    stage=Stage.PLANNED,
    start=datetime(2026, 12, 16, 19, 30),
    duration_min=34.0,
    owner="Rani",
    host="Bima, Sari",
    platforms=("TikTok", "YouTube"),
    campaign="12.12",
    series="Kelas komisi",
    episode=8,
    audience="Afiliator baru",
    learning_goal="Menghitung komisi",
    products=(Product("Lampu ring", "Rp89.000", "https://toko.example/a;b"), Product("Tripod")),
    links=("https://contoh.example/x,y", "https://contoh.example/z"),
    tags=("komisi", "pemula"),
    notes="Bawa tripod.\nMulai tepat waktu.",
    answers={"hook": "Kenapa komisimu kecil?", "poin": [1, 2]},
)


def test_the_list_has_the_fixed_keys_in_their_order():
    assert json.dumps(item_to_json(LIVE, readiness=0.5)) == (
        '{"id": 7, "uid": "0b7c3f6e-9a43-4a8e-8f0d-1f5c7e6f0a11", "kind": "live", "title": "Kelas komisi #8", '
        '"stage": "planned", "start": "2026-12-16T19:30", "zone": "Asia/Jakarta", "all_day": false, '
        '"duration_min": 34, "language": "id", "owner": "Rani", "host": "Bima, Sari", '
        '"platforms": ["TikTok", "YouTube"], "campaign": "12.12", "series": "Kelas komisi", "episode": 8, '
        '"tags": ["komisi", "pemula"], "readiness": 0.5}'
    )


def test_an_all_day_and_an_undated_item_say_so():
    all_day = item_to_json(Item("Rapat", start=date(2026, 12, 1)))
    assert (all_day["start"], all_day["all_day"]) == ("2026-12-01", True)
    undated = item_to_json(Item("Ide"))
    assert (undated["start"], undated["all_day"]) == (None, False)


def test_the_full_form_holds_every_field_and_comes_back_whole():
    full = item_to_json(LIVE, full=True)
    assert set(full) == {part.name for part in fields(Item)} | {"all_day", "readiness"}
    assert list(full)[:18] == list(item_to_json(LIVE))
    assert item_from_json(json.loads(json.dumps(full))) == LIVE


@pytest.mark.parametrize(
    ("assignment", "name", "value"),
    [
        ("title=Cahaya  bagus\n", "title", "Cahaya bagus"),
        ("title=a=b", "title", "a=b"),
        ("kind=LIVE", "kind", Kind.LIVE),
        ("kind=sv", "kind", Kind.VIDEO),
        ("stage=recorded", "stage", Stage.RECORDED),
        ("start=2026-12-01 19:00", "start", datetime(2026, 12, 1, 19, 0)),
        ("start=", "start", None),
        ("zone=WIT", "zone", "Asia/Jayapura"),
        ("duration-min=34,5", "duration_min", 34.5),
        ("duration_min=", "duration_min", None),
        ("language=Indonesian", "language", "id"),
        ("language=en-US", "language", "en"),
        ("episode=#8", "episode", 8),
        ("platforms=TikTok, YouTube,tiktok,, Instagram", "platforms", ("TikTok", "YouTube", "Instagram")),
        ("platforms=", "platforms", ()),
        ("tags=[]", "tags", ()),
        ('tags=["a, b", "c"]', "tags", ("a, b", "c")),
        ("tags=[baru", "tags", ("[baru",)),
        ("links=https://a.example/x,y,https://b.example", "links", ("https://a.example/x,y", "https://b.example")),
        (
            "products=Lampu | Rp89.000 | https://a.example; Tripod",
            "products",
            (Product("Lampu", "Rp89.000", "https://a.example"), Product("Tripod")),
        ),
        ('products=[{"name": "Lampu; besar", "price": null}]', "products", (Product("Lampu; besar"),)),
        ("notes=satu\r\ndua\x07", "notes", "satu\ndua"),
        ('answers={"hook": "Hai"}', "answers", {"hook": "Hai"}),
        ("owner=\ud83d Rani\ufffe", "owner", "Rani"),
    ],
)
def test_a_field_is_read_as_it_is_typed(assignment, name, value):
    assert parse_assignment(assignment) == (name, value)


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("title", " \t\x00", "The title is empty. Give the item a title."),
        ("title", "a" * 301, "The title has 301 characters. Shorten it to 300; the rest can go into the notes."),
        ("kind", "podcast", '"podcast" is no kind of item. Choose one of: video, live.'),
        (
            "stage",
            "ready",
            '"ready" is no stage. Choose one of: '
            "idea, planned, scripted, recorded, subtitled, scheduled, published, cancelled.",
        ),
        ("duration_min", "0", "A duration of 0 minutes is not possible. " + MORE),
        ("duration_min", "-5", "A duration of -5 minutes is not possible. " + MORE),
        ("duration_min", "10081", "A duration of 10081 minutes is not possible. " + MORE),
        ("duration_min", "nan", 'The duration "nan" is no number. Write it as minutes, such as 34.'),
        ("duration_min", "1e999", 'The duration "1e999" is no number. Write it as minutes, such as 34.'),
        ("episode", "8a", 'The episode "8a" is no number. Write it as a whole number, such as 8.'),
        ("episode", "1.5", 'The episode "1.5" is no whole number from 0 up. Write it as 8.'),
        ("language", "klingon", '"klingon" is no language that is known. Write its code, such as id or en.'),
        ("products", "| Rp5", 'A product has no name. Write it as "Name | Rp89.000 | https://link".'),
        ("products", "a|b|c|d|e", 'The product "a|b|c|d|e" has 5 parts. Write name | price | link | note, no more.'),
        ("answers", "[1]", 'The answers are no JSON object. Write them as {"hook": "..."}.'),
        ("id", "5", "The field id cannot be set. The workspace gives it."),
        (
            "all_day",
            "true",
            "The field all_day cannot be set. It follows from start: give a date without a time for a whole day.",
        ),
    ],
)
def test_what_cannot_be_taken_says_what_can(name, text, says):
    with pytest.raises(InvalidValue) as caught:
        parse_field(name, text)
    assert str(caught.value) == says


def test_an_unknown_field_names_those_that_there_are():
    with pytest.raises(
        InvalidValue, match=r'^An item has no field "judul"\. Its fields are title, kind, stage, start, '
    ):
        parse_assignment("judul=x")


def test_an_assignment_without_a_value_says_how_to_write_one():
    with pytest.raises(InvalidValue, match=r'^"title" gives no field a value\. Write it as FIELD=VALUE'):
        parse_assignment("title")


@pytest.mark.parametrize(
    ("name", "value"),
    [("title", 5), ("owner", 5), ("zone", None), ("duration_min", True), ("platforms", [1]), ("products", 5),
     ("start", 5), ("products", [{"nama": "x"}]), ("answers", {"a": float("nan")})],
)  # fmt: skip
def test_json_of_the_wrong_kind_is_refused(name, value):
    with pytest.raises(InvalidValue):
        check_field(name, value)


def test_an_item_from_json_needs_a_title():
    with pytest.raises(InvalidValue, match="The item has no title"):
        item_from_json({"kind": "live"})


texts = st.text(max_size=20)
titles = st.sampled_from(["=HYPERLINK(1)", "\"Kutip\"; 'satu'", "Emoji 👩‍🏫🇮🇩", "+cmd|x", "a\nb"])
names = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=12)
LINKS = ["https://a.example/x,y", "www.b.example", "a, b", "https://c.example/?a=1;b=2"]
items = st.builds(
    Item,
    title=titles | texts.filter(str.split).map(lambda text: f"x{text}"),
    kind=st.sampled_from(Kind),
    stage=st.sampled_from(Stage),
    start=st.none()
    | st.dates(date(1970, 1, 1), date(2199, 12, 31))
    | st.datetimes(datetime(1970, 1, 1), datetime(2199, 1, 1)),
    zone=st.sampled_from(["Asia/Jakarta", "Asia/Makassar", "Europe/London"]),
    duration_min=st.none() | st.floats(0.01, 10080),
    episode=st.none() | st.integers(0, 999_999),
    platforms=st.lists(names, max_size=4).map(tuple),
    tags=st.lists(texts, max_size=4).map(tuple),
    links=st.lists(st.sampled_from(LINKS)).map(tuple),
    products=st.lists(st.builds(Product, names.map(lambda name: f"P{name}"), names, names, texts), max_size=3).map(
        tuple
    ),
    notes=texts,
    audience=texts,
    answers=st.dictionaries(
        texts, st.none() | st.booleans() | st.integers() | texts | st.lists(texts, max_size=2), max_size=3
    ),
)


@given(items)
def test_each_field_shown_as_text_reads_back(item):
    clean = checked(item)
    for name in FIELDS:
        value = getattr(clean, name)
        assert parse_field(name, field_text(name, value)) == value, name


@given(items)
def test_each_item_as_json_reads_back(item):
    clean = checked(item)
    assert item_from_json(json.loads(json.dumps(item_to_json(clean, full=True)))) == clean
    assert checked(clean) == clean
