"""Gates: which broken rules keep a file from being published as it is."""

from __future__ import annotations

from studio.errors import InvalidValue
from studio.subtitles.quality import RULES

GATES: dict[str, tuple[str, ...]] = {
    "publish": ("chars", "lines", "cps", "overlap", "beyond_end", "split", "marked"),
    "strict": RULES,
}
"""`publish` holds what a viewer stumbles over, or what a player shows wrongly; `strict` every rule."""


def gate_rules(text: str) -> tuple[str, ...]:
    """The rules that "publish", "strict" or "cps,overlap" names, each once; none for "".

    Raises InvalidValue for a name that is neither a gate nor a rule.
    """
    found: list[str] = []
    for name in (part.strip().lower() for part in text.split(",")):
        if name in GATES:
            found += GATES[name]
        elif name in RULES:
            found.append(name)
        elif name:
            raise InvalidValue(
                f"There is no gate or rule called {name}", f"Use {', '.join(GATES)}, or some of {', '.join(RULES)}"
            )
    if text.strip() and not found:
        raise InvalidValue(f"{text} names no rule", f"Use {', '.join(GATES)}, or some of {', '.join(RULES)}")
    return tuple(dict.fromkeys(found))
