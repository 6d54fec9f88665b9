"""The glossary and the find-and-replace rules of a workspace, as settings: each change is a step of undo."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from studio.errors import InvalidValue
from studio.speech.replacing import Rule, checked_rule
from studio.store.session import Store
from studio.store.settings import get_setting, set_setting

_GLOSSARY, _RULES = "glossary", "replacements"


def read_glossary(store: Store) -> tuple[str, ...]:
    """The terms in the order in which they were added; the first ones matter most."""
    kept = get_setting(store, _GLOSSARY, [])
    return tuple(term for term in kept if isinstance(term, str)) if isinstance(kept, list) else ()


def keep_glossary(store: Store, terms: Sequence[str], label: str) -> None:
    """Keep these terms; `label` names the step in the history."""
    set_setting(store, _GLOSSARY, list(terms) or None, label=label)


def read_rules(store: Store) -> tuple[Rule, ...]:
    """The rules in the order in which they apply; what another program broke is left out."""
    kept = get_setting(store, _RULES, [])
    return tuple(rule for row in kept if (rule := _rule(row))) if isinstance(kept, list) else ()


def keep_rules(store: Store, rules: Sequence[Rule], label: str) -> None:
    """Keep these rules; `label` names the step in the history."""
    set_setting(store, _RULES, [rule_to_json(rule) for rule in rules] or None, label=label)


def rule_to_json(rule: Rule) -> dict[str, Any]:
    """The rule by the names of its fields."""
    return {"find": rule.find, "replace": rule.replace, "case": rule.case, "regex": rule.regex}


def _rule(row: Any) -> Rule | None:
    if not isinstance(row, dict) or not isinstance(row.get("find"), str) or not row["find"]:
        return None
    rule = Rule(row["find"], str(row.get("replace", "")), row.get("case") is True, row.get("regex") is True)
    with suppress(InvalidValue):
        return checked_rule(rule)
    return None
