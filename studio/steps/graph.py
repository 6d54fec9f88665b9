"""What the build graph is made of: a step, what it needs and makes, and the state in which it is found."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from studio.checks import Check
from studio.plan.item import Item

if TYPE_CHECKING:
    from studio.steps.context import Context

Report = Callable[[float, str], None]
Inputs = Mapping[str, str]
"""What an artefact is made from, by the name a person would use: {"title": "...", "template": "<digest>"}.

Values are texts or digests. A name that begins with "~" only helps to say what changed; it is not in the fingerprint.
"""


class State(StrEnum):
    """How a step stands. `edited` counts as ready."""

    READY = "ready"
    EDITED = "edited"
    MISSING = "missing"
    STALE = "stale"
    FAILING = "failing"

    @property
    def counts(self) -> float:
        """What a step in this state gives to readiness, from 0 to 1."""
        return {State.READY: 1.0, State.EDITED: 1.0, State.FAILING: 0.5, State.STALE: 0.5, State.MISSING: 0.0}[self]


@dataclass(frozen=True, slots=True)
class Made:
    """A file that a step made: `name` tells it from its siblings ("tiktok", "srt"), `how` says how it was made."""

    name: str
    path: Path
    how: str
    checks: tuple[Check, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One kind of work on an item.

    `expected` names the artefacts to be there and what each would be made from now; it is empty while something that
    the step needs is not there, and `waits` then says what. `make` writes the wanted ones into a folder and returns
    them; a step without `make` is given by a person. `check` looks at the artefacts as they are on disk.
    """

    name: str
    title: str
    needs: tuple[str, ...]
    belongs: Callable[[Item], bool]
    expected: Callable[[Context], dict[str, Inputs]]
    waits: Callable[[Context], str]
    check: Callable[[Context, dict[str, Path]], tuple[Check, ...]]
    make: Callable[[Context, tuple[str, ...], Path, Report], list[Made]] | None = None


@dataclass(frozen=True, slots=True)
class StepReport:
    """A step of one item as it stands now; `evidence` is one sentence for a person."""

    step: str
    title: str
    state: State
    paths: tuple[Path, ...]
    made_at: str | None
    how: str
    evidence: str
    checks: tuple[Check, ...]
    can_make: bool
    needs: tuple[str, ...]
    wanted: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Readiness:
    """All steps of one item; `score` from 0 to 1."""

    item_id: int
    score: float
    steps: tuple[StepReport, ...]

    @property
    def to_make(self) -> tuple[StepReport, ...]:
        """The steps that the program could make now, and those that would follow from them."""
        return tuple(step for step in self.steps if step.can_make and step.state in (State.MISSING, State.STALE))

    def step(self, name: str) -> StepReport | None:
        """The report of that step, None if the item has no such step."""
        return next((step for step in self.steps if step.step == name), None)


def fingerprint(inputs: Inputs) -> str:
    """32 hexadecimal digits that change when an input does; names with "~" are left out."""
    kept = {name: value for name, value in inputs.items() if not name.startswith("~")}
    text = json.dumps(kept, sort_keys=True, ensure_ascii=False)
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def changed(then: Inputs, now: Inputs) -> list[str]:
    """The names of the inputs that differ, in today's order, without "~"; [] if none does."""
    names = [name for name in now if then.get(name) != now[name]] + [name for name in then if name not in now]
    plain = [name.removeprefix("~") for name in names]
    # "text" is what the named ones lead to: it is worth naming only where nothing else tells why.
    return [name for name in dict.fromkeys(plain) if name != "text"] or plain


def list_words(words: list[str]) -> str:
    """`["title", "date"]` as "title and date"."""
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)
