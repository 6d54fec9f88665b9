"""Produce: a request for the worker, and the function that the worker calls."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from studio.actions.opening import open_studio
from studio.errors import NotFound
from studio.jobs.events import JobRequest, Report
from studio.plan.item import Item, Stage
from studio.steps import Options, Outcome, produce
from studio.store import Store
from studio.store import items as rows


def produce_request(
    store: Store,
    item_ids: Sequence[int],
    *,
    steps: Sequence[str] = (),
    force: bool = False,
    engine: str = "auto",
    model: str | None = None,
    presets: Sequence[str] = (),
) -> JobRequest:
    """A job that makes what is missing or stale for these items. Raises NotFound for an id that is not there."""
    items = [rows.get_item(store, number) for number in item_ids]
    if not items:
        raise NotFound("There is no item to produce", "Give an item's number, or --due DAYS")
    title = f"Produce “{items[0].title}”" if len(items) == 1 else f"Produce {len(items)} items"
    arguments = {
        "workspace": str(store.workspace.root),
        "items": [item.id for item in items],
        "steps": list(steps),
        "force": force,
        "engine": engine,
        "model": model,
        "presets": list(presets),
    }
    return JobRequest(title, "studio.actions.producing:run", arguments)


def run(
    *,
    workspace: str,
    items: list[int],
    steps: list[str],
    force: bool,
    engine: str,
    model: str | None,
    presets: list[str],
    progress: Report,
) -> list[dict[str, Any]]:
    """What the worker does: one dict for each step, `{id, step, state, paths, reason, kept}`."""
    options = Options(engine, model, presets=tuple(presets) or Options().presets)
    with open_studio(Path(workspace)) as store:
        wanted = [rows.get_item(store, number) for number in items]
        done = produce(store, wanted, only=steps, force=force, options=options, progress=progress)
    return [as_json(outcome) for outcome in done]


def as_json(outcome: Outcome) -> dict[str, Any]:
    """An outcome as JSON holds it, paths as texts."""
    return {
        "id": outcome.item_id,
        "step": outcome.step,
        "state": outcome.state,
        "paths": [str(path) for path in outcome.paths],
        "reason": outcome.reason,
        "kept": [str(path) for path in outcome.kept],
    }


def due(store: Store, days: int, today: date | None = None) -> list[Item]:
    """The items of the next `days` days, today included, that are neither published nor cancelled."""
    first = today or date.today()
    found = rows.list_items(store, first=first, last=first + timedelta(days=days), undated=False)
    return [item for item in found if item.stage not in (Stage.PUBLISHED, Stage.CANCELLED)]
