"""What the demo tells when it is done, also where somebody gave an item a recording of their own."""

from __future__ import annotations

from pathlib import Path

from studio.demo import Told
from studio.plan.item import Item
from studio.steps.graph import State, StepReport


def test_a_recording_outside_the_workspace_is_told_by_its_whole_path(tmp_path: Path) -> None:
    root = tmp_path / "w"
    inside, outside = root / "media" / "a.mp4", tmp_path / "b.mp4"
    report = StepReport("recording", "Recording", State.READY, (inside, outside), None, "", "", (), False, ())
    lines = Told(root, ((Item("Mitos komisi", id=1), (report,)),), (), 0.0).as_text().splitlines()
    assert lines[2:6] == [
        "1  Mitos komisi (video)",
        "    Recording: ready",
        "        media/a.mp4",
        f"        {outside}",
    ]
