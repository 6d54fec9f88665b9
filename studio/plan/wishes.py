"""What an item asks for besides its fields: how its recording is cut, and how its captions look.

Both stand among the item's answers, under names that begin with "_", which no template's question may have. So they
are undone, exported and removed with the item, and the script knows nothing of them.
"""

from __future__ import annotations

from typing import Any

from studio.plan.item import Item

CUT, CAPTIONS = "_cut", "_captions"


def cut_wish(item: Item) -> dict[str, Any]:
    """How the recording is to be cut, as `Cut.from_json` takes it; {} where it is not."""
    wish = item.answers.get(CUT)
    return wish if isinstance(wish, dict) else {}


def caption_style(item: Item) -> str:
    """The name of the caption style; "" for the usual one."""
    style = item.answers.get(CAPTIONS)
    return style if isinstance(style, str) else ""


def with_cut(item: Item, wish: dict[str, Any]) -> dict[str, Any]:
    """The item's answers with another cut; {} asks for none."""
    return _with(item, CUT, wish)


def with_caption_style(item: Item, style: str) -> dict[str, Any]:
    """The item's answers with another caption style; "" for the usual one."""
    return _with(item, CAPTIONS, style)


def _with(item: Item, name: str, value: Any) -> dict[str, Any]:
    others = {key: one for key, one in item.answers.items() if key != name}
    return {**others, name: value} if value else others
