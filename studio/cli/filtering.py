"""The flags that choose items, as a filter: for `siar items list` and `siar views save`."""

from __future__ import annotations

from argparse import Namespace

from studio.actions.finding import saved_views
from studio.cli.plan_arguments import FILTER_FLAGS
from studio.errors import NotFound
from studio.plan.fields import check_field
from studio.plan.filters import Filter
from studio.store import Store

# The filter's field that each flag fills, where it is not the flag with an "s".
_FIELDS = {"series": "series"}
_CHECKED = ("kind", "stage", "language")


def filter_of(store: Store, args: Namespace) -> Filter:
    """The filter that the flags say, over the saved view that they name. Raises NotFound or InvalidValue."""
    wanted = _view(store, args.view) if getattr(args, "view", None) else Filter()
    given: dict[str, frozenset[str] | str] = {}
    for flag in FILTER_FLAGS:
        names = [name.strip() for name in getattr(args, flag).split(",") if name.strip()]
        if names:
            checked = (str(check_field(flag, name)) if flag in _CHECKED else name for name in names)
            given[_FIELDS.get(flag, f"{flag}s")] = frozenset(checked)
    texts = {"text": args.search.strip(), "readiness": args.readiness}
    return wanted.replaced(**given, **{field: text for field, text in texts.items() if text})


def _view(store: Store, name: str) -> Filter:
    views = saved_views(store)
    if name in views:
        return views[name]
    for other, wanted in views.items():
        if other.casefold() == name.strip().casefold():
            return wanted
    raise NotFound(f'There is no saved view "{name}"', "`siar views list` shows those that there are")


def in_words(wanted: Filter) -> str:
    """A filter on one line: "kinds live, owners Sari; search “komisi”"."""
    parts = [
        f"{name} {', '.join(values)}" if isinstance(values, list) else f"{name} {values}"
        for name, values in wanted.to_json().items()
    ]
    return "; ".join(parts) or "everything"
