"""What a person can do, one function each; the command line and the window call these and nothing below."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from studio.actions.items import (
    add_item,
    count_items,
    list_items,
    move_item,
    redo,
    remove_item,
    set_fields,
    show_item,
    undo,
)
from studio.actions.opening import open_studio

if TYPE_CHECKING:
    from studio.actions.producing import produce_request
    from studio.steps import readiness, reports, scores

__all__ = [
    "add_item",
    "count_items",
    "list_items",
    "move_item",
    "open_studio",
    "produce_request",
    "readiness",
    "redo",
    "remove_item",
    "reports",
    "scores",
    "set_fields",
    "show_item",
    "undo",
]

# The steps bring every feature along, and a window that only lists items should not wait for them.
_LATE = dict.fromkeys(("readiness", "reports", "scores"), "studio.steps") | {
    "produce_request": "studio.actions.producing"
}


def __getattr__(name: str) -> Any:
    if name in _LATE:
        return getattr(import_module(_LATE[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
