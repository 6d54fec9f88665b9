"""What a person can do, one function each; the command line and the window call these and nothing below."""

from studio.actions.items import add_item, list_items, move_item, redo, remove_item, set_fields, show_item, undo
from studio.actions.opening import open_studio
from studio.actions.producing import produce_request
from studio.steps import readiness, scores

__all__ = [
    "add_item",
    "list_items",
    "move_item",
    "open_studio",
    "produce_request",
    "readiness",
    "redo",
    "remove_item",
    "scores",
    "set_fields",
    "show_item",
    "undo",
]
