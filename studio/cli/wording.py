"""`siar glossary ...` and `siar rules ...`: the words of a team."""

from __future__ import annotations

from argparse import Namespace

from studio.actions import wording
from studio.cli.output import open_for, print_json, print_table
from studio.speech.replacing import Rule
from studio.store.wording import rule_to_json


def list_terms(args: Namespace) -> int:
    """List the glossary."""
    with open_for(args) as store:
        terms = wording.glossary(store)
    if args.json:
        print_json(list(terms))
    elif terms:
        print("\n".join(terms))
    else:
        print('The glossary is empty. Add a name: siar glossary add "TikTok Shop"')
    return 0


def add_terms(args: Namespace) -> int:
    """Add terms."""
    with open_for(args) as store:
        new = wording.add_terms(store, args.terms)
        terms = wording.glossary(store)
    if args.json:
        print_json(list(terms))
    elif new:
        print(f"Added: {', '.join(new)}. What is recognised from now on is told of it.")
    else:
        print("It is in the glossary already.")
    return 0


def remove_term(args: Namespace) -> int:
    """Take a term away."""
    with open_for(args) as store:
        term = wording.remove_term(store, args.term)
        terms = wording.glossary(store)
    if args.json:
        print_json(list(terms))
    else:
        print(f"Removed: {term} (siar undo brings it back)")
    return 0


def list_rules(args: Namespace) -> int:
    """List the rules."""
    with open_for(args) as store:
        rules = wording.rules(store)
    if args.json:
        print_json([rule_to_json(rule) for rule in rules])
    elif rules:
        print_table(("find", "replace", "how"), [(rule.find, rule.replace, _how(rule)) for rule in rules])
    else:
        print('There are no rules. Add one: siar rules add "lima puluh ribu" Rp50.000')
    return 0


def add_rule(args: Namespace) -> int:
    """Add or change a rule."""
    with open_for(args) as store:
        rule = wording.add_rule(store, args.find, args.replace, case=args.case, regex=args.regex)
    if args.json:
        print_json(rule_to_json(rule))
    else:
        print(f"“{rule.find}” becomes “{rule.replace}”." if rule.replace else f"“{rule.find}” is taken away.")
    return 0


def remove_rule(args: Namespace) -> int:
    """Take a rule away."""
    with open_for(args) as store:
        rule = wording.remove_rule(store, args.find)
    if args.json:
        print_json(rule_to_json(rule))
    else:
        print(f"Removed the rule for “{rule.find}” (siar undo brings it back)")
    return 0


def _how(rule: Rule) -> str:
    return ", ".join(
        (*(["regular expression"] if rule.regex else ["whole words"]), *(["capitals count"] if rule.case else []))
    )
