"""The cut step: trimmed, joined, with bumpers, reframed; there only where an item asks for it."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

from studio.checks import Check
from studio.errors import NotFound
from studio.files import digest, free_name, write_text
from studio.plan.item import Item
from studio.plan.wishes import cut_wish
from studio.steps.context import Context
from studio.steps.cutting import Plan, described, make_cut, plan_cut
from studio.steps.graph import Inputs, Made, Report, Step, fingerprint
from studio.store.artefacts import record_artefacts
from studio.subtitles.moving import moved_text
from studio.video.cut import Cut
from studio.video.times import time_text


def asked_for(context: Context) -> Cut:
    """The item's cut, its files as whole paths. Raises InvalidValue, or NotFound for one that is gone."""
    cut = Cut.from_json(cut_wish(context.item))

    def whole(path: str) -> str:
        found = context.workspace.absolute(path)
        if not found.is_file():
            raise NotFound(f"{path} is not there any more", "Choose it again in the cut")
        return str(found)

    return replace(
        cut,
        before=whole(cut.before) if cut.before else "",
        after=whole(cut.after) if cut.after else "",
        join=tuple(whole(path) for path in cut.join),
    )


def _belongs(item: Item) -> bool:
    return bool(item.recording and cut_wish(item))


def _expected(context: Context) -> dict[str, Inputs]:
    recording = context.recording
    if recording is None:
        return {}
    cut = asked_for(context)
    named = {"bumper before": cut.before, "bumper after": cut.after}
    files = {name: context.digest(Path(path)) for name, path in named.items() if path}
    takes = {"takes": " ".join(context.digest(Path(path)) for path in cut.join)} if cut.join else {}
    own = replace(cut, before="", after="", join=())
    wish = json.dumps(own.to_json(), sort_keys=True)
    return {"mp4": {"recording": context.digest(recording), "cut": wish, **files, **takes}}


def _waits(context: Context) -> str:
    return "" if context.recording else "Waits for the recording"


def _make(context: Context, wanted: tuple[str, ...], folder: Path, progress: Report) -> list[Made]:
    recording = context.recording
    assert recording is not None  # `waits` says so before
    cut = asked_for(context)
    plan = plan_cut(recording, cut, lambda fraction, message: progress(0.2 * fraction, message))
    path = folder / f"{context.stem}.cut.mp4"
    begins = 0.2 if cut.speech else 0.0
    make_cut(plan, cut, path, lambda fraction, message: progress(begins + (1 - begins) * fraction, message))
    _move_edited(context, plan, digest(path))
    return [Made(name, path, described(plan, cut, time_text)) for name in wanted]


def _move_edited(context: Context, plan: Plan, footage: str) -> None:
    """Let subtitles that a person edited move along: those that follow the recording then follow its cut.

    What the program made itself is made anew from the cut. The edited file is kept beside as it was.
    """
    recording = context.recording
    for name in ("srt", "ass"):
        path, record = context.path("subtitles", name), context.records.get(("subtitles", name))
        if path is None or record is None or recording is None or not context.is_edited("subtitles", name):
            continue
        if record.inputs.get("recording") != context.digest(recording):
            continue  # it follows another cut or recording: its evidence says so
        text = moved_text(path, plan.pieces, laid_out=plan.size == (plan.takes[0].width, plan.takes[0].height))
        if text:
            shutil.copy2(path, free_name(path.with_name(f"{path.stem} (uncut){path.suffix}")))
            inputs = {**record.inputs, "recording": footage}
            record_artefacts(context.store, [replace(record, inputs=inputs, fingerprint=fingerprint(inputs))])
            write_text(path, text)


def _check(context: Context, paths: dict[str, Path]) -> tuple[Check, ...]:
    made = context.media(paths["mp4"])
    return (Check("video", True, f"{made.width}×{made.height} · {made.duration_s:.1f} s"),)


STEP = Step("cut", "Cut", ("recording",), _belongs, _expected, _waits, _check, _make)
