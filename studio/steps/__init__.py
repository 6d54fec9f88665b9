"""The build graph: what an item needs, how it stands, and how to make what is missing or stale."""

from studio.steps.context import Options
from studio.steps.graph import Readiness, State, StepReport
from studio.steps.produce import Outcome, produce
from studio.steps.report import readiness, reports, scores

__all__ = ["Options", "Outcome", "Readiness", "State", "StepReport", "produce", "readiness", "reports", "scores"]
