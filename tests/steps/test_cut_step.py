"""An item's cut and what follows from it: subtitles are made from the cut, and edited ones move along."""

from __future__ import annotations

from studio.actions.cutting import set_cut
from studio.plan.item import Item
from studio.steps import produce, readiness
from studio.steps.graph import State
from studio.store import Store
from studio.subtitles.files import read_cues
from studio.video.cut import Cut
from studio.video.probe import probe


def made(store: Store, item: Item, *steps: str) -> None:
    outcomes = produce(store, [item], only=steps)
    assert [one.reason for one in outcomes if one.state == "failed"] == []


def test_subtitles_are_made_from_the_cut(store: Store, item: Item) -> None:
    made(store, item, "subtitles")
    before = readiness(store, item).step("subtitles")
    assert before is not None and before.state is State.READY
    item = set_cut(store, item.id, Cut(start=4.0, end=8.0))
    stale = readiness(store, item).step("subtitles")
    assert stale is not None and (stale.state, stale.evidence) == (State.STALE, "Waits for the cut")
    made(store, item, "subtitles", "captioned")
    report = readiness(store, item)
    assert {step.step: step.state for step in report.steps}["cut"] is State.READY
    srt, captioned = report.step("subtitles"), report.step("captioned")
    assert srt is not None and captioned is not None
    assert read_cues(srt.paths[0])[-1].end <= 4.1
    assert abs(probe(captioned.paths[0]).duration_s - 4.0) < 0.3


def test_edited_subtitles_move_along_and_are_kept_as_they_were(store: Store, item: Item) -> None:
    made(store, item, "subtitles")
    first = readiness(store, item).step("subtitles")
    assert first is not None
    srt = next(path for path in first.paths if path.suffix == ".srt")
    text = "1\n00:00:01,000 --> 00:00:02,000\nHilang\n\n2\n00:00:05,000 --> 00:00:06,500\nTetap ada\n"
    srt.write_text(text, encoding="utf-8")
    item = set_cut(store, item.id, Cut(start=4.0, end=8.0))
    made(store, item, "cut")
    assert [(cue.start, cue.end, cue.text) for cue in read_cues(srt)] == [(1.0, 2.5, "Tetap ada")]
    assert srt.with_name(f"{srt.stem} (uncut).srt").read_text("utf-8") == text
    report = readiness(store, item).step("subtitles")
    assert report is not None and "Edited by hand" in report.evidence
    assert "recording changed" not in report.evidence
    made(store, item, "cut")  # nothing moves twice
    assert read_cues(srt)[0].start == 1.0
