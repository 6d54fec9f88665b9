"""What recognition is told beside the recording: the item's names, the glossary, rules, phrases that are invented."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from studio.errors import SiarError
from studio.plan.item import Item
from studio.speech.prompt import prompt_of
from studio.speech.replacing import Rule, would_change
from studio.steps.graph import Inputs
from studio.store import Store
from studio.store.artefacts import Artefact
from studio.store.digests import file_digest
from studio.store.wording import read_glossary, read_rules, rule_to_json


@dataclass(frozen=True, slots=True)
class Wording:
    """`prompt` is a list of terms, `phrases` the folder where a workspace may have its own phrases.yaml."""

    prompt: str = ""
    rules: tuple[Rule, ...] = ()
    phrases: Path | None = None


NO_WORDING = Wording()


def wording(store: Store, item: Item | None = None) -> Wording:
    """What this workspace knows about words; of `item` its products, people and names come first."""
    own: tuple[str, ...] = ()
    if item is not None:
        own = (*(product.name for product in item.products), item.host, item.series, item.campaign)
    folder = store.workspace.root / "templates" / "speech"
    return Wording(prompt_of((*own, *read_glossary(store))), read_rules(store), folder)


def rules_input(store: Store, made_from: Inputs | None, subtitles: Path | None) -> str:
    """The rules as an input of subtitles: another text only where they would change the `subtitles` that are there.

    `made_from` are the inputs of those. A rule that finds nothing in them makes nothing stale. The glossary, like the
    engine, is a help to recognition: what was made with another one is as good.
    """
    rules = read_rules(store)
    now = json.dumps([rule_to_json(rule) for rule in rules], ensure_ascii=False) if rules else ""
    before = None if made_from is None else made_from.get("rules", "")
    if before is None or before == now or subtitles is None:
        return now
    return now if _touched(subtitles, file_digest(store, subtitles), rules) else before


def rules_of_latest(store: Store, made: Iterable[Artefact]) -> str:
    """As `rules_input`, for the latest of these subtitles that is there and can be read."""
    rows = [row for row in made if row.path.endswith((".srt", ".vtt", ".ass"))]
    there = [(row, path) for row in rows if (path := store.workspace.absolute(row.path)).is_file()]
    if not there:
        return rules_input(store, None, None)
    row, path = max(there, key=lambda pair: pair[0].made_at)
    return rules_input(store, row.inputs, path)


@lru_cache(maxsize=10_000)
def _touched(subtitles: Path, _digest: str, rules: tuple[Rule, ...]) -> bool:
    from studio.subtitles.files import read_cues

    try:
        text = " ".join(cue.text for cue in read_cues(subtitles))
    except SiarError:
        return False  # a person broke it, or its format is not read: it is left as it is
    return would_change(text, rules)
