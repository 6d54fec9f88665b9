"""The stage that is proposed from what is ready."""

from __future__ import annotations

import pytest

from studio.plan.item import Item, Kind, Stage
from studio.plan.proposals import proposed_stage


@pytest.mark.parametrize(
    ("stage", "ready", "proposed"),
    [
        (Stage.IDEA, (), None),
        (Stage.IDEA, ("script",), Stage.SCRIPTED),
        (Stage.PLANNED, ("script", "thumbnail"), Stage.SCRIPTED),
        (Stage.PLANNED, ("recording",), Stage.RECORDED),
        (Stage.PLANNED, ("subtitles",), None),  # of a recording that is gone
        (Stage.RECORDED, ("script", "recording", "subtitles"), Stage.SUBTITLED),
        (Stage.SUBTITLED, ("script", "recording", "subtitles", "captioned"), None),
        (Stage.SUBTITLED, ("script",), None),
    ],
)
def test_what_is_ready_speaks_for_a_stage(stage: Stage, ready: tuple[str, ...], proposed: Stage | None) -> None:
    for kind in Kind:
        assert proposed_stage(Item("Cahaya", kind, stage=stage), ready) is proposed


@pytest.mark.parametrize("stage", [Stage.SCHEDULED, Stage.PUBLISHED, Stage.CANCELLED])
def test_what_a_person_decided_is_never_questioned(stage: Stage) -> None:
    assert proposed_stage(Item("Cahaya", stage=stage), ("script", "recording", "subtitles")) is None
