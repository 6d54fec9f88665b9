"""Items in the store: added, found, changed, removed."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from studio.errors import DamagedDatabase, InvalidValue, NotFound
from studio.plan.item import Item, Kind, Product, Stage
from studio.store import open_store
from studio.store.items import add_item, add_items, change_item, get_item, list_items, remove_item, unreadable
from studio.store.undo import history

LIVE = Item(
    "Kelas komisi #8",
    kind=Kind.LIVE,
    stage=Stage.PLANNED,
    start=datetime(2026, 12, 16, 19, 30),
    zone="Asia/Makassar",
    duration_min=34.5,
    language="en",
    owner="Rani",
    host="Bima, Sari",
    platforms=("TikTok", "YouTube"),
    campaign="12.12",
    series="Kelas komisi",
    episode=8,
    audience="Afiliator baru",
    learning_goal="Menghitung komisi",
    products=(Product("Lampu ring", "Rp89.000", "https://toko.example/a;b", "catatan"),),
    links=("https://contoh.example/x,y",),
    tags=("komisi",),
    notes="Bawa tripod.\n\tMulai tepat waktu.",
    recording="media/kelas é.mp4",
    script_template="live-kelas",
    thumbnail_template="tebal",
    deck_template="sendiri",
    answers={"hook": 'Kenapa "kecil"?', "poin": [1, 2.5, None]},
)


def test_an_item_comes_back_with_every_field_after_a_restart(workspace):
    with open_store(workspace) as store:
        added = add_item(store, LIVE)
    assert added == replace(LIVE, id=1)
    with open_store(workspace) as store:
        assert get_item(store, 1) == added
        assert list_items(store) == [added]


@pytest.mark.parametrize(
    "title",
    [
        "=HYPERLINK(\"http://x\";'y')",
        "+cmd|' /C calc'!A0",
        "'); DROP TABLE items; --",
        "Emoji 👩‍🏫🇮🇩 ½ “kutip”",
        "100%_?*[a]",
        "\\n\\0",
    ],
)
def test_titles_are_only_ever_text(store, title):
    add_item(store, Item(title, notes=title, tags=(title,)))
    assert get_item(store, 1).title == title
    assert get_item(store, 1).tags == (title,)
    change_item(store, 1, owner=title)
    assert [item.id for item in list_items(store, owner=title, tag=title.upper())] == [1]


def test_text_is_cleaned_and_values_may_come_as_they_are_typed(store):
    added = add_item(store, Item("a\x00b\n", kind="live", start="2026-12-16 19:30", platforms="TikTok, YouTube"))
    assert added == replace(
        Item("a b", Kind.LIVE, 1, added.uid), start=datetime(2026, 12, 16, 19, 30), platforms=("TikTok", "YouTube")
    )
    assert get_item(store, 1) == added


def test_an_item_that_cannot_be_taken_is_not_stored(store):
    with pytest.raises(InvalidValue, match="is no time zone"):
        add_items(store, [Item("baik"), Item("buruk", zone="Mars/Olympus")])
    assert list_items(store) == []


def test_a_uid_is_taken_once_and_takes_the_whole_action_back(store):
    add_item(store, LIVE)
    with pytest.raises(InvalidValue, match=r"There is an item with the uid .* already\. Change that one instead\."):
        add_items(store, [Item("baru"), LIVE])
    assert [item.title for item in list_items(store)] == ["Kelas komisi #8"]


def test_a_uid_of_another_program_is_kept_but_for_what_no_file_can_hold(store):
    assert (
        add_item(store, Item("satu", uid="20261201T190000Z-ab\x00@contoh.id")).uid == "20261201T190000Z-ab @contoh.id"
    )
    with pytest.raises(InvalidValue, match="The item has no uid"):
        add_item(store, Item("dua", uid=" "))


def test_an_id_is_never_given_out_twice(store):
    add_items(store, [Item("satu"), Item("dua")])
    remove_item(store, 2)
    assert add_item(store, Item("tiga")).id == 3


def test_an_item_is_found_by_id_by_uid_and_by_the_beginning_of_its_uid(store):
    first = add_item(store, Item("satu", uid="abcdefgh-1"))
    add_item(store, Item("dua", uid="abcdefgh-12"))
    for which in (1, "1", "#1", " 1 ", "abcdefgh-1"):
        assert get_item(store, which) == first
    with pytest.raises(NotFound, match="Several items have a uid that begins with abcdefgh"):
        get_item(store, "abcdefgh")


@pytest.mark.parametrize("which", [99, "99", "", "x", "-1", "1 OR 1=1", "%%%%%%%%%", "9" * 30])
def test_an_item_that_is_not_there_says_where_to_look(store, which):
    add_item(store, Item("satu"))
    with pytest.raises(NotFound) as caught:
        get_item(store, which)
    assert str(caught.value) == f'There is no item "{which}". `siar items list` shows those that there are.'


def test_a_range_holds_both_of_its_days_and_sorts_by_wall_time(store):
    add_items(
        store,
        [
            Item("undated"),
            Item("after", start=date(2026, 12, 4)),
            Item("late", start=datetime(2026, 12, 3, 23, 59)),
            Item("day", start=date(2026, 12, 3)),
            Item("early", start=datetime(2026, 12, 1, 0, 0)),
            Item("before", start=datetime(2026, 11, 30, 23, 59)),
        ],
    )
    days = {"first": date(2026, 12, 1), "last": date(2026, 12, 3)}
    assert [item.title for item in list_items(store, **days)] == ["early", "day", "late", "undated"]
    assert [item.title for item in list_items(store, **days, undated=False)] == ["early", "day", "late"]
    assert [item.title for item in list_items(store, first=date(2026, 12, 4), undated=False)] == ["after"]
    assert [item.title for item in list_items(store, last=date(2026, 11, 30), undated=False)] == ["before"]


def test_filters_narrow_together_without_regard_to_case(store):
    add_items(store, [LIVE, Item("lain", owner="RANI", platforms=("tiktok",)), Item("Élan", owner="Ély")])
    assert [item.id for item in list_items(store, owner="rani")] == [1, 2]
    assert [item.id for item in list_items(store, owner="éLY")] == [3]
    assert [item.id for item in list_items(store, owner="Rani", kind="video")] == [2]
    assert [item.id for item in list_items(store, platform="TIKTOK", stage=Stage.PLANNED)] == [1]
    assert [item.id for item in list_items(store, language="en", campaign="12.12", series="kelas KOMISI")] == [1]
    assert list_items(store, tag="kom") == []
    with pytest.raises(InvalidValue, match="Choose one of: video, live"):
        list_items(store, kind="podcast")


def test_a_change_touches_what_it_names_and_says_so_in_the_history(store):
    add_item(store, LIVE)
    assert change_item(store, 1, title="Baru") == replace(LIVE, id=1, title="Baru")
    change_item(store, 1, start="2026-12-17")
    change_item(store, 1, duration_min=60)
    change_item(store, 1, stage="published", owner="")
    change_item(store, 1, notes="x", label="Import plan.xlsx")
    remove_item(store, 1)
    assert [step.label for step in history(store)] == [
        'Remove "Baru"',
        "Import plan.xlsx",
        'Change "Baru"',
        'Resize "Baru"',
        'Move "Baru"',
        'Rename "Kelas komisi #8"',
        'Add "Kelas komisi #8"',
    ]


def test_a_change_that_changes_nothing_leaves_no_step(store):
    item = add_item(store, LIVE)
    seen = store.version()
    assert change_item(store, 1, title=LIVE.title, platforms="TikTok, YouTube") == item
    assert (len(history(store)), store.version()) == (1, seen)


def test_a_change_of_what_is_no_field_is_refused(store):
    add_item(store, LIVE)
    for name in ("judul", "id", "uid", "all_day"):
        with pytest.raises(InvalidValue):
            change_item(store, 1, **{name: "x"})
    with pytest.raises(NotFound):
        change_item(store, 2, title="x")
    with pytest.raises(NotFound):
        remove_item(store, 2)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("stage", "weird"),
        ("start", "2026-99-99"),
        ("zone", "Mars/Olympus"),
        ("platforms", "[1]"),
        ("products", '[{"colour": "red"}]'),
        ("answers", "no JSON"),
        ("episode", "tujuh"),
    ],
)
def test_a_row_that_another_program_left_odd_is_named(store, column, value):
    add_item(store, Item("satu"))
    add_item(store, Item("dua"))
    with store.action("x"):
        store.db.execute(f"UPDATE items SET {column} = ? WHERE id = 2", [value])
    with pytest.raises(DamagedDatabase) as caught:
        list_items(store)
    assert caught.value.happened == f"Item 2 of {store.workspace.database} cannot be read ({column} {value!r})"
    assert "`siar restore FILE`" in caught.value.advice
    assert unreadable(store) == [caught.value.happened]
    assert get_item(store, 1).title == "satu"
