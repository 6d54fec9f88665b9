"""Which occurrences of a series an action means."""

from __future__ import annotations

from enum import StrEnum


class Scope(StrEnum):
    """This occurrence alone, this and the following ones, or all of them."""

    THIS = "this"
    FOLLOWING = "following"
    ALL = "all"
