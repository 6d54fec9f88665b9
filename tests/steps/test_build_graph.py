"""What is missing is made, what changed is stale and says why, and what a person edited is left alone."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import pptx
import pysubs2
import pytest
from spoken_clip import SENTENCES

from studio.actions import move_item, set_fields
from studio.errors import NotFound
from studio.plan.item import Item
from studio.resources import templates
from studio.steps import Options, State, produce, readiness
from studio.store import Store

ONE_PICTURE = Options(presets=("youtube",))


def make(store: Store, item: Item, *steps: str, force: bool = False) -> dict[str, str]:
    return {one.step: one.state for one in produce(store, [item], only=steps, force=force, options=ONE_PICTURE)}


def states(store: Store, item: Item) -> dict[str, str]:
    return {step.step: step.state.value for step in readiness(store, item, ONE_PICTURE).steps}


def evidence(store: Store, item: Item, step: str) -> str:
    found = readiness(store, item, ONE_PICTURE).step(step)
    assert found is not None
    return found.evidence


def path_of(store: Store, item: Item, step: str, ending: str) -> Path:
    found = readiness(store, item, ONE_PICTURE).step(step)
    assert found is not None
    return next(path for path in found.paths if path.suffix == ending)


def test_everything_is_made_once_and_then_fresh(store: Store, item: Item) -> None:
    assert states(store, item) == {
        "script": "missing",
        "thumbnail": "missing",
        "recording": "ready",
        "subtitles": "missing",
        "captioned": "missing",
    }
    assert make(store, item) == {
        "script": "made",
        "thumbnail": "made",
        "recording": "fresh",
        "subtitles": "made",
        "captioned": "made",
    }
    report = readiness(store, item, ONE_PICTURE)
    assert {step.state for step in report.steps} == {State.READY}
    before = {path: path.stat().st_mtime_ns for step in report.steps for path in step.paths}
    assert set(make(store, item).values()) == {"fresh"}
    assert {path: path.stat().st_mtime_ns for path in before} == before
    assert not list(store.workspace.out.glob(".making-*"))


def test_subtitles_with_no_checkpoint_are_timed_by_the_script(store: Store, item: Item) -> None:
    make(store, item, "subtitles")
    report = readiness(store, item).step("subtitles")
    assert report is not None
    assert report.how == "timing of the script by voice activity and syllables"
    cues = pysubs2.load(str(path_of(store, item, "subtitles", ".srt")))
    assert " ".join(cue.plaintext for cue in cues).split() == " ".join(SENTENCES).split()


def test_a_new_title_makes_script_and_thumbnail_stale_and_produce_mends_it(store: Store, item: Item) -> None:
    make(store, item, "thumbnail")
    item = set_fields(store, item.id, {"title": "Two seconds"})
    assert states(store, item)["script"] == "stale"
    assert states(store, item)["thumbnail"] == "stale"
    assert evidence(store, item, "script").startswith("The title changed after it was made")
    assert make(store, item, "thumbnail") == {"script": "made", "thumbnail": "made"}
    assert "# Two seconds" in path_of(store, item, "script", ".md").read_text("utf-8")


def test_a_move_to_another_day_touches_what_shows_the_day_and_nothing_else(store: Store, item: Item) -> None:
    make(store, item)
    item = move_item(store, item.id, "2026-12-09T12:00")
    assert evidence(store, item, "script").startswith("The date changed after it was made")
    found = states(store, item)
    assert found.pop("script") == "stale"
    assert set(found.values()) == {"ready"}


def test_an_edited_script_counts_is_never_replaced_and_makes_the_subtitles_stale(store: Store, item: Item) -> None:
    make(store, item, "subtitles")
    script = path_of(store, item, "script", ".md")
    edited = script.read_text("utf-8") + "\nOne more sentence.\n"
    script.write_text(edited, "utf-8")
    assert states(store, item)["script"] == "edited"
    assert states(store, item)["subtitles"] == "stale"
    assert evidence(store, item, "subtitles").startswith("The script changed after it was made")
    assert make(store, item, "script") == {"script": "kept"}
    assert script.read_text("utf-8") == edited
    assert make(store, item, "script", force=True) == {"script": "made"}
    assert script.with_name(f"{script.stem} (kept).md").read_text("utf-8") == edited
    assert states(store, item)["script"] == "ready"


def test_a_script_that_was_edited_before_its_title_changed_says_so(store: Store, item: Item) -> None:
    make(store, item, "script")
    script = path_of(store, item, "script", ".md")
    script.write_text(script.read_text("utf-8") + "\nMore.\n", "utf-8")
    item = set_fields(store, item.id, {"title": "Two seconds"})
    assert evidence(store, item, "script").startswith("Edited by hand; the title changed since")


def test_a_changed_template_makes_what_it_made_stale(store: Store, item: Item) -> None:
    own = store.workspace.root / "templates" / "scripts" / "short-video.en.md"
    own.parent.mkdir(parents=True)
    shutil.copy(templates("scripts", "short-video.en.md"), own)
    make(store, item, "script")
    own.write_text(own.read_text("utf-8") + "\n> Smile.\n", "utf-8")
    assert states(store, item)["script"] == "stale"
    assert evidence(store, item, "script").startswith("The template changed after it was made")


def test_a_changed_recording_makes_subtitles_and_video_stale(store: Store, item: Item) -> None:
    make(store, item)
    recording = store.workspace.absolute(item.recording)
    recording.write_bytes(recording.read_bytes() + b"\0")
    assert states(store, item) == {
        "script": "ready",
        "thumbnail": "ready",
        "recording": "ready",
        "subtitles": "stale",
        "captioned": "stale",
    }
    assert evidence(store, item, "subtitles").startswith("The recording changed after it was made")


def test_edited_subtitles_lead_the_other_formats_and_the_video(store: Store, item: Item) -> None:
    make(store, item)
    srt = path_of(store, item, "subtitles", ".srt")
    edited = srt.read_text("utf-8").replace(srt.read_text("utf-8").splitlines()[2], "HELLO THERE")
    srt.write_text(edited, "utf-8", newline="")
    assert (states(store, item)["subtitles"], states(store, item)["captioned"]) == ("stale", "stale")
    assert make(store, item) == {
        "script": "fresh",
        "thumbnail": "fresh",
        "recording": "fresh",
        "subtitles": "made",
        "captioned": "made",
    }
    assert "HELLO THERE" in srt.read_text("utf-8")
    assert "HELLO THERE" in path_of(store, item, "subtitles", ".vtt").read_text("utf-8")
    assert states(store, item)["subtitles"] == "edited"


def test_a_file_of_the_same_name_that_is_not_ours_is_kept(store: Store, item: Item) -> None:
    folder = store.workspace.out / f"{item.id}-three-seconds"
    folder.mkdir(parents=True)
    own = folder / "three-seconds.script.md"
    own.write_text("# My own\n", "utf-8")
    make(store, item, "script")
    assert (folder / "three-seconds.script (kept).md").read_text("utf-8") == "# My own\n"


def test_an_artefact_that_was_deleted_is_missing_and_made_again(store: Store, item: Item) -> None:
    make(store, item, "script")
    path_of(store, item, "script", ".md").unlink()
    assert states(store, item)["script"] == "missing"
    assert make(store, item, "script") == {"script": "made"}


def test_a_recording_that_is_gone_is_said_and_stops_only_its_own_branch(store: Store, item: Item) -> None:
    store.workspace.absolute(item.recording).unlink()
    assert evidence(store, item, "recording") == "media/rekaman.mp4 is not there any more: choose the file again"
    assert make(store, item) == {
        "script": "made",
        "thumbnail": "made",
        "recording": "waits",
        "subtitles": "waits",
        "captioned": "waits",
    }


def test_a_template_that_fails_fails_its_branch_with_the_reason(store: Store, item: Item) -> None:
    broken = set_fields(store, item.id, {"script_template": "nothing-like-it"})
    outcomes = {one.step: one for one in produce(store, [broken], options=ONE_PICTURE)}
    assert outcomes["script"].state == "failed"
    assert "nothing-like-it" in outcomes["script"].reason
    assert outcomes["thumbnail"].state == "made"
    assert states(store, broken)["script"] == "failing"


def test_a_new_title_moves_no_file(store: Store, item: Item) -> None:
    make(store, item, "script")
    before = path_of(store, item, "script", ".md")
    item = set_fields(store, item.id, {"title": "Something else entirely"})
    make(store, item, "script")
    assert path_of(store, item, "script", ".md") == before


def test_a_workspace_that_was_moved_finds_its_artefacts(store: Store, item: Item, tmp_path: Path) -> None:
    from studio.actions import open_studio

    make(store, item, "script")
    store.close()
    moved = tmp_path / "dipindah"
    store.workspace.root.rename(moved)
    with open_studio(moved) as again:
        assert states(again, item)["script"] != "missing"


def test_an_unknown_step_is_named(store: Store, item: Item) -> None:
    with pytest.raises(NotFound, match=r"There is no step paint\. The steps are script, thumbnail, rundown, deck"):
        make(store, item, "paint")


def test_a_live_item_goes_from_script_to_deck_and_its_edited_rundown_is_used(store: Store, item: Item) -> None:
    live = set_fields(store, item.id, {"kind": "live", "recording": "", "duration_min": "30", "answers": {}})
    assert make(store, live) == {"script": "made", "thumbnail": "made", "rundown": "made", "deck": "made"}
    rundown = path_of(store, live, "rundown", ".csv")
    with rundown.open(encoding="utf-8-sig", newline="") as file:
        head, *rows = csv.reader(file, delimiter=";")
    rows[1][head.index("Title")] = "A better name"
    with rundown.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=";").writerows([head, *rows])
    assert (states(store, live)["rundown"], states(store, live)["deck"]) == ("edited", "stale")
    assert make(store, live)["deck"] == "made"
    assert states(store, live)["deck"] == "ready"
    slides = pptx.Presentation(str(path_of(store, live, "deck", ".pptx"))).slides
    assert any(
        "A better name" in shape.text_frame.text for slide in slides for shape in slide.shapes if shape.has_text_frame
    )
