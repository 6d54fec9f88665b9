"""Scripts from odd editors, every field that a deck shows, sizes made once, and one odd step among good ones."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from studio.actions import set_fields
from studio.plan.item import Item
from studio.steps import Options, State, StepReport, produce, readiness
from studio.store import Store

QUICK = Options(presets=("youtube",))


def report(store: Store, item: Item, step: str, options: Options = QUICK) -> StepReport:
    found = readiness(store, item, options).step(step)
    assert found is not None
    return found


def file_of(store: Store, item: Item, step: str, ending: str) -> Path:
    return next(path for path in report(store, item, step).paths if path.suffix == ending)


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-8-sig"])
def test_a_script_saved_by_any_editor_is_read(store: Store, item: Item, encoding: str) -> None:
    produce(store, [item], only=["script"], options=QUICK)
    script = file_of(store, item, "script", ".md")
    script.write_bytes((script.read_text("utf-8") + "\nOlé.\n").encode(encoding))
    assert report(store, item, "script").state is State.EDITED
    produce(store, [item], only=["subtitles"], options=QUICK)
    assert "Olé" in file_of(store, item, "subtitles", ".srt").read_text("utf-8")


@pytest.fixture
def live(store: Store, item: Item) -> Item:
    live = set_fields(store, item.id, {"kind": "live", "recording": "", "duration_min": "30", "answers": {}})
    produce(store, [live], options=QUICK)
    assert report(store, live, "deck").state is State.READY
    return live


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("zone", "Asia/Makassar"),
        ("series", "Kelas"),
        ("campaign", "12.12"),
        ("learning_goal", "to count"),
        ("owner", "Sari"),
        ("host", "Bima"),
        ("tags", "a, b"),
        ("start", "2026-12-09T12:00"),
        ("products", "Lamp | Rp89.000"),
    ],
)
def test_every_field_that_a_deck_shows_makes_it_stale(store: Store, live: Item, field: str, value: str) -> None:
    changed = set_fields(store, live.id, {field: value})
    assert report(store, changed, "deck").state is State.STALE


def test_a_size_that_was_made_once_stays_up_to_date(store: Store, item: Item) -> None:
    produce(store, [item], only=["thumbnail"], options=Options(presets=("square",)))
    changed = set_fields(store, item.id, {"title": "Another title"})
    names = {path.name for path in report(store, changed, "thumbnail").paths}
    assert names == {"three-seconds.square.jpg"}
    assert set(report(store, changed, "thumbnail").wanted) == {"square", "youtube"}


def test_words_that_were_spoilt_by_hand_do_not_stop_the_formats(store: Store, item: Item) -> None:
    produce(store, [item], only=["subtitles"], options=QUICK)
    srt, words = (file_of(store, item, "subtitles", ending) for ending in (".srt", ".json"))
    words.write_text("{bad", "utf-8")
    srt.write_text(srt.read_text("utf-8").replace("show", "SHOW"), "utf-8", newline="")
    outcomes = {one.step: one.state for one in produce(store, [item], only=["subtitles"], options=QUICK)}
    assert outcomes["subtitles"] == "made"
    assert "SHOW" in file_of(store, item, "subtitles", ".vtt").read_text("utf-8")


def test_of_two_edited_files_the_later_is_burned(store: Store, item: Item) -> None:
    produce(store, [item], options=QUICK)
    srt, ass = (file_of(store, item, "subtitles", ending) for ending in (".srt", ".ass"))
    ass.write_text(ass.read_text("utf-8").replace("&H00FFFFFF", "&H0000FFFF"), "utf-8")
    produce(store, [item], options=QUICK)
    assert report(store, item, "captioned").how == f"captions of {ass.name} burned in"
    srt.write_text(srt.read_text("utf-8").replace("show", "SHOW"), "utf-8", newline="")
    later = ass.stat().st_mtime_ns + 10**9
    os.utime(srt, ns=(later, later))
    produce(store, [item], options=QUICK)
    assert report(store, item, "captioned").how == f"captions of {srt.name} burned in"


def test_a_checkpoint_that_is_not_there_is_told_though_the_subtitles_are_fresh(store: Store, item: Item) -> None:
    produce(store, [item], only=["subtitles"], options=QUICK)
    asked = Options(engine="fast", model="nonsense", presets=("youtube",))
    (outcome,) = (one for one in produce(store, [item], only=["subtitles"], options=asked) if one.step == "subtitles")
    assert outcome.state == "failed"
    assert "nonsense" in outcome.reason


def test_a_step_that_waits_for_a_failed_one_says_why(store: Store, live: Item) -> None:
    shutil.rmtree(file_of(store, live, "script", ".md").parent)
    broken = set_fields(store, live.id, {"script_template": "no-such-one"})
    outcomes = {one.step: one for one in produce(store, [broken], options=QUICK)}
    assert (outcomes["rundown"].state, outcomes["thumbnail"].state) == ("failed", "made")
    assert outcomes["rundown"].reason.startswith("Waits for the script: ")
    assert "no-such-one" in outcomes["rundown"].reason
