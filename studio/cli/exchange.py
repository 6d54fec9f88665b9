"""`siar import` and `siar export`: what a file would change, in plain words, and the plan as a file."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, TypeVar

from studio.actions.exchange import Imported, apply, difference_to_json, export_file, read_file
from studio.actions.series import keep_ahead
from studio.cli.day_range import day_range
from studio.cli.exchange_arguments import FILTERS
from studio.cli.output import note, open_for, print_json
from studio.errors import InvalidValue, NotFound, SiarError
from studio.plan.dates import format_start
from studio.plan.difference import Change, Difference, SeriesChange
from studio.plan.episodes import titled
from studio.plan.fields import check_field
from studio.plan.filters import Filter
from studio.plan.item import Item
from studio.plan.readers import FIELDS
from studio.plan.recurrence import describe
from studio.plan.series import Series
from studio.store import Store

_SHOWN = 30  # lines of each kind; whoever wants all of them asks for --json
_T = TypeVar("_T")


def import_(args: Namespace) -> int:
    """Show what a file would change; with --apply, change it."""
    with open_for(args) as store:
        difference = read_file(store, args.file, sheet=args.sheet)
        readable = bool(difference.reading.incoming or difference.reading.series)
        done = apply(store, difference) if args.apply and readable else None
    if done is not None:
        difference = done.difference
    if args.json:
        print_json(difference_to_json(difference, applied=done is not None))
    else:
        _tell(difference, done, args)
    if not readable:
        raise _nothing_read(difference)
    return 3 if done is not None and difference.unread else 0


def export(args: Namespace) -> int:
    """Write the plan, or a part of it, as a calendar or sheet."""
    first, last = day_range(args.first, args.last)
    with open_for(args) as store:
        keep_ahead(store, date.today())
        number = export_file(store, args.file, _wanted(store, args), first=first, last=last, language=args.language)
    path = str(args.file.expanduser().absolute())
    if args.json:
        print_json({"path": path, "items": number})
    else:
        print(f"{path}: {_count(number, 'item')}")
    if not number:
        note("no item of the plan fits, so the file holds none")
    return 0


def _nothing_read(difference: Difference) -> SiarError:
    first = difference.unread[0]
    return InvalidValue(
        f"Nothing in {difference.file} can be read; {_place(difference, first.row)}: {first.reason}",
        "Correct that and import it again",
    )


def _wanted(store: Store, args: Namespace) -> Filter:
    """The filter of the flags, on top of the saved view that is named."""
    wanted = Filter()
    if args.view:
        from studio.actions.finding import saved_views

        views = saved_views(store)
        if args.view not in views:
            known = ", ".join(views) or "none is saved yet"
            raise NotFound(f'There is no saved view "{args.view}"', f"Saved views: {known}")
        wanted = views[args.view]
    given: dict[str, Any] = {"text": args.text} if args.text else {}
    for flag, name in FILTERS.items():
        names = [part.strip() for part in getattr(args, flag).split(",") if part.strip()]
        if flag in ("kind", "stage"):
            names = [str(check_field(flag, part)) for part in names]
        if names:
            given[name] = names
    return wanted.replaced(**given)


def _tell(difference: Difference, done: Imported | None, args: Namespace) -> None:
    _tell_understood(difference)
    repeats = [one for one in difference.changed_series if one.fields]
    _list("New series", difference.new_series, lambda one: f"{_title(one)}: {describe(one.rule, one.start, 'en')}")
    _list("Changed series", repeats, _series_line)
    _list("New", difference.new, _item_line)
    _list("Changed", difference.changed, _change_line)
    _list("No longer in their series", difference.removed, _item_line)
    _list("Not read", difference.unread, lambda one: f"{_place(difference, one.row)}: {one.reason}")
    if difference.absent:
        print(f"\nNot in the sheet, and left as they are: {_count(difference.absent, 'item')} of the plan")
    counts = [(len(difference.new), "new"), (len(difference.changed), "changed"), (len(difference.removed), "gone")]
    counts += [(len(difference.new_series) + len(repeats), "series")]
    parts = [f"{number} {word}" for number, word in counts if number] or ["nothing new"]
    print(f"\n{', '.join(parts)}, {difference.same} the same, {len(difference.unread)} not read")
    if done is not None and done.backup is not None:
        print(f"The plan is changed. `siar undo` takes it back; a backup lies in {done.backup}")
    elif difference.is_empty:
        print(
            "The plan is just as the file has it."
            if not difference.absent and not difference.unread
            else "The plan stays as it is."
        )
    else:
        sheet = f' --sheet "{args.sheet}"' if args.sheet else ""
        print(f'Nothing is changed yet. To take it over: siar import "{args.file}"{sheet} --apply')


def _tell_understood(difference: Difference) -> None:
    reading = difference.reading
    about = f" – {reading.source}" if reading.source else ""
    row = f", headings in row {reading.header_row}" if reading.header_row else ""
    print(f"{difference.file}{about}{row}")
    if reading.is_own_sheet:
        print("  a sheet of Siar Studio: its columns are known")
        for column in reading.unused:
            print(f"  {column.letter:3} {column.heading}: left out")
    else:
        for column in reading.columns:
            if column.heading or column.field:
                print(f"  {column.letter:3} {column.heading}: {column.field.replace('_', ' ') or 'left out'}")
    for sentence in reading.notes:
        print(f"  {sentence.rstrip('.')}.")
    if reading.others:
        print(f'  To read one of them, add --sheet "{reading.others[0]}".')


def _list(title: str, many: Sequence[_T], line: Callable[[_T], str]) -> None:
    if not many:
        return
    print(f"\n{title}:")
    for one in many[:_SHOWN]:
        print(f"  {line(one)}")
    if len(many) > _SHOWN:
        print(f"  … and {len(many) - _SHOWN} more (--json shows all of them)")


def _item_line(item: Item) -> str:
    when = (format_start(item.start) or "no date").replace("T", " ")
    return f"{when:16}  {item.kind:5}  {item.title}"


def _change_line(change: Change) -> str:
    return "\n".join([f"{change.item.id}: {change.item.title}", *_fields(change.fields)])


def _series_line(change: SeriesChange) -> str:
    fields = dict(change.fields)
    if "rule" in fields:
        new = describe(change.after.rule, change.after.start, "en")
        fields["repeats"] = describe(change.series.rule, change.series.start, "en"), new
        del fields["rule"]
    return "\n".join([_title(change.series), *_fields(fields)])


def _title(series: Series) -> str:
    return titled(series.pattern.title, None)


def _fields(fields: Any) -> list[str]:
    return [
        f"      {name.replace('_', ' ')}: {_text(name, old)} → {_text(name, new)}"
        for name, (old, new) in fields.items()
    ]


def _text(name: str, value: Any) -> str:
    if name in FIELDS:
        text = FIELDS[name].show(value)
    elif name == "skipped":
        text = ", ".join(format_start(at) or "" for at in value)
    else:
        text = (format_start(value) or "") if name == "occurrence" else str(value or "")
    line = " ".join(text.split())
    if name in ("start", "occurrence", "skipped"):
        line = line.replace("T", " ")
    if not line:
        return "(empty)"
    return f"{line[:77]}…" if len(line) > 78 else line


def _place(difference: Difference, row: int) -> str:
    return f"{'line' if difference.file.lower().endswith('.ics') else 'row'} {row}"


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
