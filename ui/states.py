"""The states of a step as texts, equal to those of studio.steps.State.

The build graph draws in templates, pictures and checks: the first window must not wait for them to name a state.
"""

from __future__ import annotations

READY, EDITED, MISSING, STALE, FAILING = "ready", "edited", "missing", "stale", "failing"
