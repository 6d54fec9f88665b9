"""What a team set for its days, read and changed through the plan, with every error told."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from studio.actions import planning
from studio.plan.rules import Rules
from ui.plan import Plan

_T = TypeVar("_T")


def rules(plan: Plan) -> Rules:
    """What the team set; it may be asked in another thread. The usual rules where they cannot be read."""
    with plan.notices.guarded():
        return planning.rules(plan.store)
    return Rules()


def change(plan: Plan, call: Callable[[], _T]) -> _T | None:
    """Run an action of studio.actions.planning and tell every view; None, with a notice, where it could not be."""
    with plan.notices.guarded():
        result = call()
        plan.look_for_changes()
        return result
    return None
