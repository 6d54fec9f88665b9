"""Cut recordings: loose files into a new one beside them, or an item's by its own wish; subtitles move along."""

from __future__ import annotations

import json
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

from studio.actions.items import set_fields, show_item
from studio.actions.opening import open_studio
from studio.errors import InvalidValue
from studio.files import existing_file
from studio.jobs.events import JobRequest, Report
from studio.plan.item import Item
from studio.plan.wishes import with_cut
from studio.steps.cutting import Plan, described, make_cut, plan_cut
from studio.steps.graph import Inputs, Made
from studio.steps.placing import place, work_folder
from studio.store import Store
from studio.store.digests import file_digest
from studio.video.cut import Cut
from studio.video.times import time_text


def cut_request(store: Store, recording: Path, cut: Cut, out: Path | None = None) -> JobRequest:
    """A job that cuts `recording` to `out` (.mp4; None: `NAME.cut.mp4` beside it).

    Raises NotFound for a file that is not there, InvalidValue for a name that cannot be, or one that would replace an
    input, or where nothing is asked for. Times are held against the recording only when the job runs.
    """
    recording = _whole(recording)
    cut = _with_whole_paths(cut)
    out = _whole(out) if out is not None else recording.with_name(f"{recording.stem}.cut.mp4")
    inputs = [recording, *(Path(one) for one in (cut.before, cut.after, *cut.join) if one)]
    for path in inputs:
        existing_file(path)
    if out.suffix.lower() != ".mp4":
        raise InvalidValue(f"{out.name} is no name for a cut video", "Let it end with .mp4")
    for path in inputs:
        if out == path or (out.exists() and out.samefile(path)):
            raise InvalidValue(f"{out.name} would replace {path.name} itself", "Choose another name for the result")
    if cut.is_empty:
        raise InvalidValue(
            "There is nothing to cut", "Say where it starts or ends, or name a bumper, a shape or further takes"
        )
    arguments = {
        "workspace": str(store.workspace.root),
        "recording": str(recording),
        "cut": cut.to_json(),
        "out": str(out),
    }
    return JobRequest(f"Cut {recording.name}", "studio.actions.cutting:run", arguments)


def run(*, workspace: str, recording: str, cut: dict[str, Any], out: str, progress: Report) -> dict[str, Any]:
    """What the worker does: `{input, path, width, height, duration_s, pieces, subtitles, kept, notes, took_s}`.

    `pieces` are `{input, start, end, at}` in seconds. What lay under the result's name and is not ours is kept beside.
    """
    from studio.subtitles.moving import move_files

    began = time.monotonic()
    source, target, wanted = Path(recording), Path(out), Cut.from_json(cut)
    share = 0.2 if wanted.speech else 0.0

    def tell(fraction: float, message: str) -> None:
        progress(fraction, f"{source.name} – {message}")

    with open_studio(Path(workspace)) as store:
        plan = plan_cut(source, wanted, lambda fraction, message: tell(share * fraction, message))
        with work_folder(store.workspace) as work:
            video = make_cut(
                plan,
                wanted,
                work / target.name,
                lambda fraction, message: tell(share + (1 - share) * fraction, message),
            )
            size = plan.size if wanted.shape is not None else None
            takes = [take.path for take in plan.takes]
            files, notes = move_files(takes, plan.pieces, work, target.stem, size)
            made = [Made(path.name, path, described(plan, wanted, time_text)) for path in (video, *files)]
            inputs = _inputs(store, takes, wanted)
            placed, kept = place(
                store, f"file:{source}>{target.parent}", "cut", made, target.parent,
                dict.fromkeys([one.name for one in made], inputs),
            )  # fmt: skip
    return {
        "input": recording,
        "path": str(placed[0]),
        "width": plan.size[0],
        "height": plan.size[1],
        "duration_s": round(plan.length, 3),
        "pieces": _pieces(plan),
        "subtitles": [str(path) for path in placed[1:]],
        "kept": [str(path) for path in kept],
        "notes": notes,
        "took_s": round(time.monotonic() - began, 3),
    }


def set_cut(store: Store, number: int | str, cut: Cut) -> Item:
    """Let an item's recording be cut like this before it is subtitled; an empty cut asks for none. One step of undo.

    Files inside the workspace are stored relative to it. Raises NotFound for an item or a file that is not there.
    """
    item = show_item(store, number)
    cut = _with_whole_paths(cut)
    for path in (cut.before, cut.after, *cut.join):
        if path:
            existing_file(Path(path))

    def stored(path: str) -> str:
        return store.workspace.relative(Path(path)) if path else ""

    kept = replace(
        cut, before=stored(cut.before), after=stored(cut.after), join=tuple(stored(path) for path in cut.join)
    )
    wish = {} if kept.is_empty else kept.to_json()
    answers = with_cut(item, wish)
    return item if answers == item.answers else set_fields(store, item.id, {"answers": answers})


def item_cut(store: Store, item: Item) -> Cut:
    """What the item's cut asks for, its files as whole paths; an empty cut where it asks for none."""
    from studio.plan.wishes import cut_wish

    cut = Cut.from_json(cut_wish(item))

    def whole(path: str) -> str:
        return str(store.workspace.absolute(path)) if path else ""

    return replace(cut, before=whole(cut.before), after=whole(cut.after), join=tuple(whole(path) for path in cut.join))


def _inputs(store: Store, takes: list[Path], cut: Cut) -> Inputs:
    files = [*takes, *(Path(one) for one in (cut.before, cut.after) if one)]
    own = replace(cut, before="", after="", join=()).to_json()
    return {
        "recording": " ".join(file_digest(store, path) for path in files),
        "cut": json.dumps(own, sort_keys=True),
    }


def _pieces(plan: Plan) -> list[dict[str, Any]]:
    return [
        {"input": str(plan.takes[piece.take].path), "start": piece.start, "end": piece.end, "at": piece.at}
        for piece in plan.pieces
    ]


def _with_whole_paths(cut: Cut) -> Cut:
    def whole(path: str) -> str:
        return str(_whole(Path(path))) if path else ""

    return replace(cut, before=whole(cut.before), after=whole(cut.after), join=tuple(whole(path) for path in cut.join))


def _whole(path: Path) -> Path:
    return path.expanduser().absolute()
