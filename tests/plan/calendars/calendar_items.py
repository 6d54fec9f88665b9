"""Items and series as hypothesis makes them: every field, awkward texts, days and hours in many zones."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from hypothesis import strategies as st

from studio.plan.fields import checked
from studio.plan.item import Item, Kind, Product, Stage
from studio.plan.recurrence import first_start, occurrences, parse_rule
from studio.plan.series import Series, occurrence_items

TODAY = date(2026, 11, 1)
ZONES = ("Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura", "America/New_York", "Europe/Berlin", "UTC", "Asia/Kathmandu")
AWKWARD = (
    'Kata "kutip", koma; titik dua: C:\\New\\N', "baris 1\nbaris 2\n\n  menjorok", "=HYPERLINK(1)", "🎬👩🏽‍🚀 é",
    "a\u2028b\u2029c", "tab\tdi tengah", "\\n \\, \\;", "BEGIN:VEVENT", "x" * 200, "{episode}", "<b>tebal</b> & <br>",
)  # fmt: skip
texts = st.one_of(st.sampled_from(AWKWARD), st.text(max_size=40), st.just(""))
titles = st.one_of(st.sampled_from(AWKWARD), st.text(min_size=1, max_size=60)).filter(
    lambda text: Item(text) and bool("".join(sign for sign in text if sign.isprintable()).strip())
)
days = st.dates(date(2024, 1, 1), date(2028, 12, 31))
moments = st.datetimes(datetime(2024, 1, 1), datetime(2028, 12, 31)).map(lambda at: at.replace(second=0, microsecond=0))
minutes = st.one_of(
    st.none(),
    st.sampled_from((0.001, 0.5, 34.0, 34.5, 90.0, 1440.0, 2880.0, 10080.0)),
    st.floats(0.001, 10_080, allow_nan=False),
)
products = st.builds(Product, titles, texts, texts, texts)
answers = st.dictionaries(
    st.text(max_size=8), st.one_of(texts, st.integers(-9, 9), st.lists(texts, max_size=2)), max_size=2
)


@st.composite
def items(draw: st.DrawFn) -> Item:
    several = st.lists(texts, max_size=3).map(tuple)
    item = Item(
        draw(titles),
        kind=draw(st.sampled_from(Kind)),
        stage=draw(st.sampled_from(Stage)),
        start=draw(st.one_of(st.none(), days, moments)),
        zone=draw(st.sampled_from(ZONES)),
        duration_min=draw(minutes),
        language=draw(st.sampled_from(("id", "en"))),
        episode=draw(st.one_of(st.none(), st.integers(0, 999))),
        products=tuple(draw(st.lists(products, max_size=2))),
        answers=draw(answers),
        **{name: draw(several) for name in ("platforms", "links", "tags")},
        **{
            name: draw(texts) for name in ("owner", "host", "studio", "campaign", "series", "audience", "learning_goal")
        },
        **{
            name: draw(texts)
            for name in ("notes", "recording", "script_template", "thumbnail_template", "deck_template")
        },
    )
    return checked(item)


RULES = (
    "FREQ=WEEKLY", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH", "FREQ=MONTHLY;BYDAY=2TH", "FREQ=MONTHLY;BYMONTHDAY=31",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "FREQ=DAILY;COUNT=9", "FREQ=WEEKLY;UNTIL=20270131",
)  # fmt: skip


@st.composite
def series(draw: st.DrawFn) -> tuple[Series, list[Item]]:
    """A series, and its occurrences as a person has left them: some moved, some changed, some skipped."""
    near = st.datetimes(datetime(2026, 10, 1), datetime(2026, 12, 31)).map(
        lambda at: at.replace(second=0, microsecond=0)
    )
    start = draw(st.one_of(near, near.map(datetime.date)))
    title = draw(st.sampled_from(("Kelas komisi", "Kelas #{episode}", "Episode {episode}: harga; diskon")))
    pattern = replace(
        draw(items()), title=title, start=start, recording="", episode=draw(st.sampled_from((None, 1, 7)))
    )
    rule = parse_rule(draw(st.sampled_from(RULES)), start)
    starts = occurrences(rule, start, date.min, date(2027, 3, 1))
    skipped = tuple(draw(st.lists(st.sampled_from(starts), max_size=2, unique=True))) if starts else ()
    until = draw(st.one_of(st.none(), st.dates(date(2026, 10, 1), date(2027, 3, 1))))
    made = Series(rule, pattern, skipped=tuple(sorted(skipped)), made_until=until)
    if until is None or first_start(rule, start) is None:
        return made, []
    kept = []
    for item in occurrence_items(made, date.min, until):
        change = draw(st.sampled_from(("no", "no", "moved", "renamed", "undated", "stage", "all day")))
        at = item.start
        if change == "moved" and at is not None:
            item = replace(item, start=at + timedelta(days=1, hours=3))
        elif change == "renamed":
            item = replace(item, title=draw(titles).strip() or "x", uid="own-" + item.uid)
        elif change == "undated":
            item = replace(item, start=None)
        elif change == "stage":
            item = replace(item, stage=Stage.RECORDED, recording="media/a.mp4", episode=99)
        elif change == "all day" and isinstance(at, datetime):
            item = replace(item, start=at.date())
        kept.append(checked(item))
    return made, kept
