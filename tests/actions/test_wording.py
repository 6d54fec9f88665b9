"""The words of a team: kept, checked, undone, and at work in the subtitles that they concern."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from studio import actions
from studio.actions import wording
from studio.actions.subtitling import SubtitleOptions, run, subtitle_request
from studio.errors import InvalidValue, NotFound
from studio.plan.item import Item, Product
from studio.resources import assets
from studio.speech.replacing import Rule
from studio.steps.produce import produce
from studio.steps.wording import wording as known
from studio.store import Store
from studio.store.settings import set_setting
from studio.store.undo import history

SPOKEN = Path(__file__).resolve().parents[1] / "assets" / "heldout-en.flac"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with actions.open_studio(tmp_path / "w") as store:
        yield store


def labels(store: Store) -> list[str]:
    return [step.label for step in history(store)]


def test_terms_are_kept_once_in_their_order_and_undone(store: Store) -> None:
    assert wording.add_terms(store, ["TikTok  Shop", "Siar"]) == ("TikTok Shop", "Siar")
    assert wording.add_terms(store, ["siar"]) == ()
    wording.add_terms(store, ["Serum Glow"])
    assert wording.remove_term(store, "tiktok shop") == "TikTok Shop"
    assert wording.glossary(store) == ("Siar", "Serum Glow")
    assert sorted(labels(store)) == [
        "Add “Serum Glow” to the glossary",
        "Change the glossary",
        "Remove “TikTok Shop” from the glossary",
    ]
    actions.undo(store)
    assert wording.glossary(store) == ("TikTok Shop", "Siar", "Serum Glow")
    with pytest.raises(NotFound, match="not in the glossary"):
        wording.remove_term(store, "Shopee")


@pytest.mark.parametrize("term", ["a" * 61, "dua, tiga", "...", "bell\x07"])
def test_what_is_no_term_is_refused_and_nothing_changes(store: Store, term: str) -> None:
    with pytest.raises(InvalidValue):
        wording.add_terms(store, ["Siar", term])
    assert wording.glossary(store) == ()


def test_a_glossary_has_its_limit(store: Store) -> None:
    wording.set_glossary(store, [f"Merek {number}" for number in range(wording.MOST)])
    with pytest.raises(InvalidValue, match="300 terms at most"):
        wording.add_terms(store, ["Siar"])


def test_a_rule_for_the_same_words_is_changed_in_its_place(store: Store) -> None:
    wording.add_rule(store, "tiktok sop", "TikTok Shop")
    wording.add_rule(store, "eee", "")
    wording.add_rule(store, "Tiktok Sop", "TikTok Shop Indonesia", case=True)
    assert wording.rules(store) == (Rule("Tiktok Sop", "TikTok Shop Indonesia", True), Rule("eee"))
    assert wording.remove_rule(store, "EEE") == Rule("eee")
    actions.undo(store)
    assert [rule.find for rule in wording.rules(store)] == ["Tiktok Sop", "eee"]
    with pytest.raises(NotFound, match="no rule for"):
        wording.remove_rule(store, "x")
    with pytest.raises(InvalidValue, match="two rules"):
        wording.set_rules(store, [Rule("a", "b"), Rule("A", "c")])


def test_settings_that_another_program_broke_are_passed_over(store: Store) -> None:
    set_setting(store, "glossary", {"a": 1}, label="x")
    set_setting(store, "replacements", [{"find": "(", "regex": True}, {"find": 3}, "x", {"find": "a"}], label="x")
    assert (wording.glossary(store), wording.rules(store)) == ((), (Rule("a"),))


def test_an_item_tells_its_own_names_before_the_glossary(store: Store) -> None:
    wording.add_terms(store, ["Siar", "Serum Glow"])
    item = Item("Kelas", host="Bima, Sari", series="Kelas Dasar", products=(Product("Serum Glow", "Rp89.000"),))
    assert known(store, item).prompt == "Serum Glow, Bima, Sari, Kelas Dasar, Siar."
    assert known(store).prompt == "Siar, Serum Glow."


def made(store: Store, options: SubtitleOptions, *paths: Path) -> list[dict[str, Any]]:
    request = subtitle_request(store, paths, options)
    return run(**request.arguments, progress=lambda fraction, message: None)


def test_only_a_rule_that_changes_the_subtitles_makes_them_anew(store: Store, tmp_path: Path) -> None:
    clip = Path(shutil.copyfile(SPOKEN, tmp_path / "clip.flac"))
    options = SubtitleOptions(engine="fast", model=str(assets("demo", "siar-demo.pt")), formats=("srt", "json"))

    (first,) = made(store, options, clip)
    assert (first["state"], first["language"]) == ("done", "en")
    assert 0.5 < first["language_confidence"] <= 1
    text = clip.with_name("clip.en.srt").read_text("utf-8")
    assert "the yellow basket" in text.replace("\n", " ")

    wording.add_terms(store, ["Siar"])
    wording.add_rule(store, "keranjang kuning", "Keranjang Kuning")
    assert [row["state"] for row in made(store, options, clip)] == ["skipped"]

    wording.add_rule(store, "yellow basket", "Yellow Basket")
    (row,) = made(store, replace(options, language="en"), clip)
    assert (row["state"], row["language_confidence"]) == ("done", None)
    assert "the Yellow Basket" in clip.with_name("clip.en.srt").read_text("utf-8").replace("\n", " ")
    assert made(store, replace(options, language="en"), clip)[0]["state"] == "skipped"


def test_rules_and_readiness_of_an_item(store: Store) -> None:
    clip = assets("demo", "hook-3-seconds.mp4")
    item = actions.add_item(store, "Hook", language="en", recording=str(clip))
    produce(store, [item], only=["subtitles"])

    def state() -> tuple[str, str]:
        step = actions.readiness(store, item).step("subtitles")
        assert step is not None
        return str(step.state), step.evidence

    before = state()
    assert before[0] in {"ready", "failing"}
    wording.add_rule(store, "nobody says this", "x")
    wording.add_terms(store, ["Siar"])
    assert state() == before
    srt = next(path for path in actions.readiness(store, item).step("subtitles").paths if path.suffix == ".srt")
    word = next(word for word in srt.read_text("utf-8").split() if len(word) > 4 and word.isalpha())
    wording.add_rule(store, word, "xyzzy")
    assert state()[0] == "stale"
    assert state()[1].startswith("The rules changed after it was made")
    wording.add_rule(store, "(.+)", r"\1 " * 60, regex=True)
    produce(store, [item], only=["subtitles"])
    assert state()[0] == before[0]
    how = actions.readiness(store, item).step("subtitles").how
    assert "The rule for “(.+)” makes the text too long and was left out." in how
    assert "xyzzy" in srt.read_text("utf-8").lower()
