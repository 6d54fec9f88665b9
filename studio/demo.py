"""The guided demo: a month of a creator-education team, with every artefact of one video and one live session."""

from __future__ import annotations

import json
import os
import shutil
import sys
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from studio.actions import open_studio, readiness
from studio.actions.jobs import run_job
from studio.actions.planning import add_day
from studio.actions.producing import as_json
from studio.actions.series import repeat_item
from studio.errors import InvalidValue
from studio.files import whole_file
from studio.jobs.events import Event, JobRequest, Report
from studio.plan.fields import item_from_json
from studio.plan.item import Item
from studio.resources import assets
from studio.steps import Options, produce
from studio.store import Store
from studio.store import items as rows
from studio.workspace import Workspace

_FAMILY = uuid.UUID("6f7b0b2e-6a39-4a0e-9d53-1212f0a1c7e4")
_ALL = "*"


@dataclass(frozen=True, slots=True)
class Told:
    """What the demo did: every outcome of every step, as `siar produce --json` gives it."""

    workspace: Path
    items: tuple[tuple[Item, tuple[Any, ...]], ...]
    outcomes: tuple[dict[str, Any], ...]
    took_s: float

    @property
    def made(self) -> int:
        """How many steps were run."""
        return sum(one["state"] == "made" for one in self.outcomes)

    @property
    def failed(self) -> list[dict[str, Any]]:
        """The steps that could not be made."""
        return [one for one in self.outcomes if one["state"] == "failed"]

    def as_json(self) -> dict[str, Any]:
        """The document of `siar demo --json`."""
        return {
            "workspace": str(self.workspace),
            "database": str(self.workspace / "siar.db"),
            "items": [
                {
                    "id": item.id,
                    "title": item.title,
                    "kind": item.kind.value,
                    "steps": [
                        {
                            "step": one.step,
                            "state": one.state.value,
                            "paths": [str(path) for path in one.paths],
                            "how": one.how,
                        }
                        for one in steps
                    ],
                }
                for item, steps in self.items
            ],
            "outcomes": list(self.outcomes),
            "made": self.made,
            "took_s": round(self.took_s, 1),
        }

    def as_text(self) -> str:
        """What lies where and how it was made, for reading."""
        root = Workspace(self.workspace)
        lines = [f"The sample workspace: {self.workspace}", ""]
        for item, steps in self.items:
            lines.append(f"{item.id}  {item.title} ({item.kind})")
            for one in steps:
                lines.append(f"    {one.title}: {one.state.value}{f' – {one.how}' if one.how else ''}")
                lines += [f"        {root.relative(path)}" for path in one.paths]
        lines += ["", *(f"siar: error: {one['step']}: {one['reason']}" for one in self.failed)]
        fresh = f"{self.made} steps made" if self.made else "Everything was fresh, nothing was made again"
        lines.append(f"{fresh}, in {self.took_s:.0f} s.")
        where = f'--workspace "{self.workspace}"'
        lines += [
            "",
            "Go on from here:",
            f"    siar {where} items list",
            f"    siar {where} ready",
            f"    siar {where} ui",
        ]
        return "\n".join(lines)


def build_demo(out: Path, *, engine: str = "auto", on_event: Callable[[Event], None] = lambda _event: None) -> Told:
    """Fill the workspace `out` with the demo's month, and make what the plan asks for that is missing or stale.

    Nothing that is there is made again, and what was edited is kept. `engine` other than "auto" recognises the clip
    with that engine, also when another one did it before. Raises InvalidValue where `out` holds another plan.
    """
    began = time.monotonic()
    sample = json.loads(assets("demo", "plan.json").read_text(encoding="utf-8"))
    plan = sample["items"]
    with open_studio(out.expanduser().absolute()) as store:
        items = _fill(store, plan, sample["days"])
        batches = [
            {"items": [items[_uid(one)].id], "steps": [step for step in one["produce"] if step != _ALL]}
            for one in plan
            if one["produce"] and _uid(one) in items
        ]
        arguments = {"workspace": str(store.workspace.root), "batches": batches, "engine": engine}
        request = JobRequest("Produce the demo", f"{__name__}:run", arguments)
        outcomes: list[dict[str, Any]] = run_job(store, request, on_event)
        shown = [items[_uid(one)] for one in plan if one["produce"] == [_ALL] and _uid(one) in items]
        told = tuple((item, readiness(store, item).steps) for item in shown)
        return Told(store.workspace.root, told, tuple(outcomes), time.monotonic() - began)


def run(*, workspace: str, batches: list[dict[str, Any]], engine: str, progress: Report) -> list[dict[str, Any]]:
    """What the worker does for the demo: each batch is `{items, steps}`, no steps being all."""
    done: list[dict[str, Any]] = []
    with open_studio(Path(workspace)) as store:
        for number, batch in enumerate(batches):

            def tell(fraction: float, message: str, number: int = number) -> None:
                progress((number + fraction) / len(batches), message)

            items = [rows.get_item(store, item) for item in batch["items"]]
            outcomes = produce(store, items, only=batch["steps"], options=Options(engine=engine), progress=tell)
            done += [as_json(outcome) for outcome in outcomes]
    return done


def has_display() -> bool:
    """Whether a window could be shown."""
    return sys.platform in ("win32", "darwin") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


# What stands in the demo's plan beside the fields of an item.
_OURS = ("key", "clip", "produce", "repeat")


def _fill(store: Store, plan: list[dict[str, Any]], days: list[dict[str, str]]) -> dict[str, Item]:
    """The demo's items in the store, by uid; added when the plan is empty, never again after that."""
    there = {item.uid: item for item in rows.list_items(store)}
    ours = {_uid(one): one for one in plan}
    if there and not set(there) & set(ours):
        raise InvalidValue(f"{store.workspace.root} holds another plan", "Give --out a folder that is new or empty")
    if not there:
        with store.action("Fill the demo's month"):
            for uid, one in ours.items():
                fields = {name: value for name, value in one.items() if name not in _OURS}
                item = replace(
                    item_from_json(fields), uid=uid, recording=f"media/{one['clip']}" if "clip" in one else ""
                )
                there[uid] = item = rows.add_item(store, item)
                if "repeat" in one:
                    repeat_item(store, item.id, one["repeat"], today=item.day)
            for day in days:
                add_day(store, **day)
    for one in plan:
        if "clip" in one:
            _copy(assets("demo", one["clip"]), store.workspace.media / one["clip"])
    return {uid: item for uid, item in there.items() if uid in ours}


def _copy(source: Path, target: Path) -> None:
    if not target.exists():  # what is there may be a recording that the user put in its place
        with whole_file(target) as temporary:
            shutil.copyfile(source, temporary)


def _uid(one: dict[str, Any]) -> str:
    return str(uuid.uuid5(_FAMILY, one["title"]))
