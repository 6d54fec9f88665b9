"""Claims that a marketplace bans ("nomor 1", "terbaik", cures, guarantees), found by rules that are data.

The rules lie in `templates/scripts/claims/LANGUAGE.yaml`. Each has a pattern, a level (error: banned; warning: look
again), a suggestion, and contexts in which the same words are fine: "pertama" is a claim in "merek pertama di
Indonesia", and none in "video pertama".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from studio.errors import TemplateError
from studio.resources import templates as bundled
from studio.scripts.script import Script
from studio.scripts.sentences import sentences
from studio.yaml_file import Fields, read_text, read_yaml

LEVELS = ("error", "warning")


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: `pattern` is the claim, `unless` are the contexts (in the same sentence) in which it is none."""

    name: str
    level: str
    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None
    suggestion: str
    link: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A claim in a script: `text` are its words, `line` where they stand, `link` a page that explains the rule."""

    rule: str
    level: str
    text: str
    suggestion: str
    line: int
    link: str = ""


def find_claims(script: Script) -> list[Finding]:
    """The claims in what is said and shown, in order; an empty list for a language without rules."""
    rules = claim_rules(script.language)
    found: list[Finding] = []
    for section in script.sections:
        for line in section.lines:
            for sentence in sentences(line.text):
                found += _in_sentence(rules, sentence, line.number)
    return found


@cache
def claim_rules(language: str) -> tuple[Rule, ...]:
    """The bundled rules of a language. Raises TemplateError when their file is wrong."""
    path = bundled("scripts", "claims", f"{language}.yaml")
    if not re.fullmatch(r"[a-z]{2,3}", language) or not path.is_file():
        return ()
    fields = read_yaml(read_text(path), path)
    fields.only("language", "fine", "link", "rules")
    fine = list(fields.texts("fine"))
    return tuple(_rule(part, fine, fields.text("link", "")) for part in fields.parts("rules"))


def _in_sentence(rules: tuple[Rule, ...], sentence: str, line: int) -> list[Finding]:
    return [
        Finding(rule.name, rule.level, match[0].strip(), rule.suggestion, line, rule.link)
        for rule in rules
        for match in rule.pattern.finditer(sentence)
        if not _is_fine(rule, sentence, match)
    ]


def _is_fine(rule: Rule, sentence: str, match: re.Match[str]) -> bool:
    # A context excuses a claim only where the two touch: "jangan lupa, ini serum terbaik" is still a claim.
    if rule.unless is None:
        return False
    return any(
        context.start() < match.end() and match.start() < context.end() for context in rule.unless.finditer(sentence)
    )


def _rule(fields: Fields, fine: list[str], link: str) -> Rule:
    fields.only("rule", "level", "pattern", "unless", "suggestion", "link")
    level = fields.text("level")
    if level not in LEVELS:
        fields.refuse(f"level is '{level}'", f"Levels are {', '.join(LEVELS)}")
    pattern = fields.text("pattern")
    unless = [*(text.replace("CLAIM", f"(?:{pattern})") for text in fine), *fields.texts("unless")]
    try:
        return Rule(
            fields.text("rule"),
            level,
            re.compile(pattern, re.IGNORECASE),
            re.compile("|".join(f"(?:{text})" for text in unless), re.IGNORECASE) if unless else None,
            fields.text("suggestion"),
            fields.text("link", link),
        )
    except re.error as error:
        raise TemplateError(
            f"{fields.path.name}, line {fields.line}: the pattern is wrong ({error})", "Correct it"
        ) from error
