"""All steps, upstream first. To add one: a module with a `STEP`, and its line here."""

from __future__ import annotations

from studio.steps import captioned, cut, deck, recording, rundown, script, subtitles, thumbnail
from studio.steps.graph import Step

STEPS: dict[str, Step] = {
    module.STEP.name: module.STEP for module in (script, thumbnail, rundown, deck, recording, cut, subtitles, captioned)
}
