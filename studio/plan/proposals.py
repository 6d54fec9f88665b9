"""Which stage an item could be said to have reached, from the steps that are ready: proposed, never set."""

from __future__ import annotations

from collections.abc import Container

from studio.plan.item import Item, Stage

_ORDER = {stage: number for number, stage in enumerate(Stage)}
# That something is scheduled or published happens outside the program: only a person knows.
_DECIDED = frozenset({Stage.SCHEDULED, Stage.PUBLISHED, Stage.CANCELLED})


def proposed_stage(item: Item, ready: Container[str]) -> Stage | None:
    """The stage that the steps in `ready` speak for, where it is further than the item's own; else None.

    `ready` holds names of the build graph's steps: "script", "recording", "subtitles".
    """
    if item.stage in _DECIDED:
        return None
    reached = None
    if "script" in ready:
        reached = Stage.SCRIPTED
    if "recording" in ready:
        reached = Stage.SUBTITLED if "subtitles" in ready else Stage.RECORDED
    return reached if reached is not None and _ORDER[reached] > _ORDER[item.stage] else None
