"""The arguments of the commands on a team's words: `siar glossary` and `siar rules`."""

from __future__ import annotations

from typing import Any

from studio.cli.arguments import add_command


def add(commands: Any) -> None:
    """Add them."""
    glossary = commands.add_parser(
        "glossary", help="brand names and terms that speech recognition is told, so that it spells them right"
    ).add_subparsers(metavar="ACTION", required=True)
    add_command(glossary, "list", "wording:list_terms", "list the terms; the first ones matter most")
    adding = add_command(glossary, "add", "wording:add_terms", "add terms at the end")
    adding.add_argument("terms", nargs="+", metavar="TERM", help='a name or a term, such as "TikTok Shop"')
    add_command(glossary, "remove", "wording:remove_term", "take a term away").add_argument("term", metavar="TERM")

    rules = commands.add_parser("rules", help="what is put right after recognition: find and replace").add_subparsers(
        metavar="ACTION", required=True
    )
    add_command(rules, "list", "wording:list_rules", "list the rules in the order in which they apply")
    ruling = add_command(rules, "add", "wording:add_rule", "add a rule, or change the one that finds the same")
    ruling.add_argument("find", metavar="FIND", help='whole words, such as "lima puluh ribu"')
    ruling.add_argument("replace", metavar="REPLACE", help='what takes their place and time; "" takes them away')
    ruling.add_argument("--case", action="store_true", help="capitals count in what is found")
    ruling.add_argument(
        "--regex", action="store_true", help="FIND is a regular expression, and REPLACE may name its groups (\\1)"
    )
    add_command(rules, "remove", "wording:remove_rule", "take a rule away").add_argument("find", metavar="FIND")
