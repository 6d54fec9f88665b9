"""The words of a team: a glossary that recognition is told, and rules that mend what it hears. All can be undone."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace

from studio.errors import InvalidValue, NotFound
from studio.speech.replacing import Rule, checked_rule
from studio.store import Store
from studio.store.wording import keep_glossary, keep_rules, read_glossary, read_rules

MOST = 300
"""Terms, and rules: more would be too many to keep an eye on."""
LONGEST_TERM = 60
"""Characters of a term."""
_CHANGE_GLOSSARY, _CHANGE_RULES = "Change the glossary", "Change the replacement rules"


def glossary(store: Store) -> tuple[str, ...]:
    """The brand names and terms that recognition is told, the first ones before all."""
    return read_glossary(store)


def set_glossary(store: Store, terms: Iterable[str]) -> tuple[str, ...]:
    """Keep these terms, each once; as they were kept. Raises InvalidValue."""
    checked = checked_terms(terms)
    if checked != glossary(store):
        keep_glossary(store, checked, _CHANGE_GLOSSARY)
    return checked


def add_terms(store: Store, terms: Sequence[str]) -> tuple[str, ...]:
    """Add terms at the end; those that were not there yet. Raises InvalidValue."""
    with store.transaction():
        known = {term.casefold() for term in glossary(store)}
        new = tuple(term for term in checked_terms(terms) if term.casefold() not in known)
        if new:
            label = f"Add “{new[0]}” to the glossary" if len(new) == 1 else _CHANGE_GLOSSARY
            keep_glossary(store, checked_terms((*glossary(store), *new)), label)
    return new


def remove_term(store: Store, term: str) -> str:
    """Take a term away; it as it was kept. Raises NotFound."""
    with store.transaction():
        terms = glossary(store)
        wanted = _plain(term).casefold()
        found = next((one for one in terms if one.casefold() == wanted), None)
        if found is None:
            raise NotFound(f"“{term}” is not in the glossary", "`siar glossary list` shows what is")
        keep_glossary(store, [one for one in terms if one != found], f"Remove “{found}” from the glossary")
    return found


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def checked_terms(terms: Iterable[str]) -> tuple[str, ...]:
    """The terms as they are kept: without needless space, each once, in any case. Raises InvalidValue."""
    seen: dict[str, str] = {}
    for term in terms:
        if not (text := _plain(term)):
            continue
        if len(text) > LONGEST_TERM or not text.isprintable():
            raise InvalidValue(
                f"“{text[:LONGEST_TERM]}…” is no name or term",
                f"Write one name or term at a time, of {LONGEST_TERM} characters at most",
            )
        if not any(sign.isalnum() for sign in text):
            raise InvalidValue(f"“{text}” holds no letter and no digit", "Write a name or a term")
        if "," in text or ";" in text:
            raise InvalidValue(f"“{text}” holds a comma or a semicolon", "Write one name or term at a time")
        seen.setdefault(text.casefold(), text)
    if len(seen) > MOST:
        raise InvalidValue(f"A glossary holds {MOST} terms at most", "Keep those that are misheard most often")
    return tuple(seen.values())


def rules(store: Store) -> tuple[Rule, ...]:
    """The find-and-replace rules, in the order in which they apply."""
    return read_rules(store)


def set_rules(store: Store, changed: Iterable[Rule]) -> tuple[Rule, ...]:
    """Keep these rules; as they were kept. Raises InvalidValue."""
    checked = tuple(checked_rule(rule) for rule in changed)
    for number, rule in enumerate(checked):
        if any(_same(rule, other) for other in checked[:number]):
            raise InvalidValue(f"There are two rules for “{rule.find}”", "Keep one of them")
    if len(checked) > MOST:
        raise InvalidValue(f"There may be {MOST} rules at most", "Remove those that are no longer needed")
    if checked != rules(store):
        keep_rules(store, checked, _CHANGE_RULES)
    return checked


def add_rule(store: Store, find: str, new: str, *, case: bool = False, regex: bool = False) -> Rule:
    """Add a rule at the end, or change the one that finds the same; it as it is kept. Raises InvalidValue."""
    rule = checked_rule(Rule(find, new, case, regex))
    with store.transaction():
        there = rules(store)
        if len(there) >= MOST:
            raise InvalidValue(f"There may be {MOST} rules at most", "Remove those that are no longer needed")
        changed = [rule if _same(rule, one) else one for one in there]
        if rule not in changed:
            changed.append(rule)
        if tuple(changed) != there:
            keep_rules(store, changed, f"Replace “{rule.find}” after recognition")
    return rule


def remove_rule(store: Store, find: str) -> Rule:
    """Take the rule for `find` away; it as it was. Raises NotFound."""
    with store.transaction():
        there = rules(store)
        wanted = Rule(unicodedata.normalize("NFC", find).strip())
        found = next((one for one in there if _same(replace(one, regex=False), wanted)), None)
        if found is None:
            raise NotFound(f"There is no rule for “{find}”", "`siar rules list` shows those that there are")
        keep_rules(store, [one for one in there if one != found], f"Replace “{found.find}” no more")
    return found


def _same(one: Rule, other: Rule) -> bool:
    return one.regex == other.regex and (
        one.find == other.find if one.regex else one.find.casefold() == other.find.casefold()
    )
