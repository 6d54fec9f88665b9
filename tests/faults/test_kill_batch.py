"""kill -9 at random moments of a batch: the files are those of an undisturbed run, and nothing is heard twice."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest
from killed_batch import cut_clips, killed_again_and_again, undisturbed_batch

KILLS = 10


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="Windows has no process groups to kill at once")
def test_a_batch_that_is_killed_again_and_again_makes_the_same_files_and_hears_nothing_twice(tmp_path: Path) -> None:
    clips = tmp_path / "clips"
    assert len(cut_clips(clips, 20)) == 20
    undisturbed, took = undisturbed_batch(tmp_path, clips)
    assert len(list(undisturbed.out.glob("*.id.srt"))) == 20
    # When a kill falls depends on the machine; what must hold does not: `check` looks at it after each batch.
    kills, _ = killed_again_and_again(tmp_path, clips, undisturbed, KILLS, took, random.Random(20261204))
    assert kills.total() == KILLS
