"""Actions on series: repeat an item, change how it repeats, stop it, and plan its next occurrences ahead of time."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from studio.actions.occurrences import (
    SAME_WEEK,
    cut,
    edit,
    make,
    numbered,
    refit,
    release,
    split,
)
from studio.errors import InvalidValue, NotFound, OutOfSpace, ReadOnlyWorkspace, WorkspaceBusy
from studio.plan.episodes import EPISODE, pattern_title, spoken_number, titled
from studio.plan.item import Item, Stage
from studio.plan.recurrence import begin, describe, next_starts, parse_rule
from studio.plan.rule import read_rule, rule_text
from studio.plan.series import Series, day_of, moment
from studio.plan.wishes import with_cut
from studio.store import Store
from studio.store import items as rows
from studio.store import series as series_rows

HORIZON = timedelta(weeks=12)
_FARTHEST = timedelta(days=2 * 366)
_NEW_STAGES = (Stage.IDEA, Stage.PLANNED)


@dataclass(frozen=True, slots=True)
class Stopped:
    """What became of the occurrences after the end: how many were removed, how many stay as items of their own."""

    removed: int
    kept: int


def list_series(store: Store) -> list[Series]:
    """Every series, the oldest first."""
    return series_rows.list_series(store)


def show_series(store: Store, which: int | str) -> Series:
    """The series with that id, uid (or its beginning) or name. Raises NotFound, also where several are meant."""
    text = str(which).strip().lstrip("#")
    every = series_rows.list_series(store)
    exact = [one for one in every if text in (one.uid, str(one.id))]
    named = [one for one in every if one.name.casefold() == text.casefold()]
    begun = [one for one in every if len(text) >= 8 and one.uid.startswith(text)]
    for found in (exact, named, begun):
        if len(found) > 1:
            raise NotFound(
                f'Several series are called "{text}"', f"Give its number: {', '.join(str(one.id) for one in found)}"
            )
        if found:
            return found[0]
    raise NotFound(f'There is no series "{which}"', "`siar series list` shows those that there are")


def series_of(store: Store, item: Item) -> Series | None:
    """The series whose occurrence `item` is, None for an item that does not repeat."""
    if not item.series_uid or item.occurrence is None:
        return None
    try:
        return series_rows.get_series(store, item.series_uid)
    except NotFound:  # another program took it away
        return None


def occurrences_of(store: Store, series: Series) -> list[Item]:
    """The occurrences of a series that are on the calendar, in the order of its rule."""
    return rows.items_of_series(store, [series.uid])


def repeat_item(
    store: Store, number: int | str, rule: str, *, numbering: bool | None = None, today: date | None = None
) -> Series:
    """Let an item repeat by `rule`, an RRULE or words such as "every 2 weeks on Tuesday"; it is the first occurrence.

    Occurrences are made for the 12 weeks that come. An item that repeats already does so by this rule from here on;
    only another end changes the whole series; where its following ones were split off, it goes no further than to
    those. `numbering` says whether occurrences are numbered; without it, they are
    if the item has an episode number. Where the rule has not the day of the item, this moves to the first day it has.
    Raises NotFound; InvalidValue for a rule that cannot be understood, an undated item, or a published one that would
    have to move.
    """
    item = rows.get_item(store, number)
    start = item.start or item.occurrence
    parsed = parse_rule(rule, start, item.zone)
    first = start and begin(parsed, start)
    if start is None or first is None:  # parse_rule has refused both
        raise InvalidValue("An item without a date cannot repeat", "Give it a date first")
    if first != start and item.stage is Stage.PUBLISHED:
        raise InvalidValue(
            f"“{item.title}” was published on {day_of(start):%Y-%m-%d}, which the rule has not",
            "Choose a rule that has this day, or repeat an item that is not published yet",
        )
    series = series_of(store, item)
    if series is not None:
        parsed = _up_to_the_next(store, series, parsed, first)
    with store.action(f"Repeat “{item.title}” {describe(parsed, start, 'en')}"):
        if series is None:
            return _begin(store, item, parsed, first, numbering, today or date.today())
        with numbered(store, series.uid) as by_hand:
            series = _change_rule(store, series, item, parsed, first, by_hand, today or date.today())
            _change_numbering(store, series, item, numbering, by_hand)
        return series_rows.get_series(store, series.uid)


def _begin(store: Store, item: Item, rule: str, first: datetime | date, numbering: bool | None, today: date) -> Series:
    said = item.episode if item.episode is not None else spoken_number(item.title)
    counts = numbering if numbering is not None else item.episode is not None or EPISODE in item.title
    number = (1 if said is None else said) if counts else None
    title = _title_for_all(item.title, number, add=bool(numbering))
    pattern = replace(
        item,
        id=0,
        title=title,
        stage=item.stage if item.stage in _NEW_STAGES else Stage.PLANNED,
        start=first,
        episode=number,
        series=item.series or titled(title, None),
        recording="",
        answers=with_cut(item, {}),  # of this recording, and of no other
        series_uid="",
        occurrence=None,
    )
    series = series_rows.add_series(store, Series(rule=rule, pattern=pattern))
    series = replace(series, pattern=replace(pattern, uid=series.uid))
    own = titled(title, number) if counts else item.title
    bound = replace(
        item, title=own, start=first, episode=number if counts else item.episode, series=pattern.series,
        series_uid=series.uid, occurrence=first,
    )  # fmt: skip
    rows.put_items(store, [bound])
    make(store, series, max(today, day_of(first)) + HORIZON)
    return series_rows.get_series(store, series.uid)


def _title_for_all(title: str, number: int | None, *, add: bool) -> str:
    found = pattern_title(title, number)
    return f"{found} #{EPISODE}" if add and number is not None and EPISODE not in found else found


def _change_rule(
    store: Store, series: Series, item: Item, rule: str, first: datetime | date, by_hand: set[str], today: date
) -> Series:
    at = item.occurrence or first
    until = max(today, day_of(first)) + HORIZON
    if first == at and _same_days(series, rule, at):
        new = replace(series, rule=_with_end_of(series, rule, at))
        return _placed(store, series, new, max(until, series.made_until or until), by_hand)
    series = split(store, series, at, by_hand)
    new = replace(series, rule=rule, pattern=replace(series.pattern, start=first))
    new = refit(store, series, new, until, within=SAME_WEEK, target=item)
    make(store, new, new.made_until or until, by_hand)
    return new


def _placed(store: Store, old: Series, new: Series, until: date, by_hand: set[str]) -> Series:
    new = refit(store, old, new, until)
    make(store, new, new.made_until or until, by_hand)
    return new


def _up_to_the_next(store: Store, series: Series, rule: str, first: datetime | date) -> str:
    """`rule`, ended where its series was split: without an end of its own, it would give what comes after it twice."""
    asked = read_rule(rule, first)
    if asked.count is not None or asked.until is not None:
        return rule
    others = [other for other in series_rows.list_series(store) if other.root == series.root]
    later = sorted(
        day_of(other.start) for other in others if moment(other.start) > max(moment(first), moment(series.start))
    )
    if not later or next_starts(series.rule, series.start, later[0], 1):
        return rule
    return rule_text(asked.ending(later[0] - timedelta(days=1)))


def _same_days(series: Series, rule: str, at: datetime | date) -> bool:
    """Whether `rule` from `at` on has the days of the series, whatever end they have."""
    ours, theirs = (rule_text(read_rule(text, at).endless) for text in (series.rule, rule))
    return next_starts(ours, series.start, day_of(at), 60) == next_starts(theirs, at, day_of(at), 60)


def _with_end_of(series: Series, rule: str, at: datetime | date) -> str:
    """The rule of the series with the end of `rule`, whose number of times is counted from `at`."""
    own, asked = read_rule(series.rule, series.start), read_rule(rule, at)
    if asked.count is None:
        return rule_text(replace(own, count=None, until=asked.until))
    far = next_starts(rule, at, day_of(at), asked.count)
    return rule_text(own.ending(day_of(far[-1])))


def _change_numbering(store: Store, series: Series, item: Item, numbering: bool | None, by_hand: set[str]) -> None:
    counts = series.pattern.episode is not None
    if numbering is None or numbering == counts:
        return
    item = rows.get_item(store, item.id)
    if not numbering:
        edit(store, series, {"episode": None, "title": titled(item.title, None)}, item, by_hand)
        return
    said = spoken_number(item.title) if item.episode is None else item.episode
    number = 1 if said is None else said
    title = _title_for_all(item.title, number, add=True)
    edit(store, series, {"episode": number, "title": title}, item, by_hand)


def end_series(store: Store, series: Series, last: date) -> None:
    """Make `last` the last day of a series, within an action; its occurrences are seen to by the caller."""
    skipped = tuple(start for start in series.skipped if day_of(start) <= last)
    series_rows.change_series(store, cut(replace(series, skipped=skipped), last))


def stop_repeating(store: Store, which: int | str, last: date) -> Stopped:
    """Let a series end with the day `last`; later occurrences are removed, those that somebody worked on stay as items.

    Where no more than one occurrence is left, that is an item like any other then. Raises NotFound.
    """
    series = show_series(store, which)
    removed = kept = 0
    with store.action(f"Stop repeating “{series.name}”"), numbered(store, series.uid):
        left = []
        for item in rows.items_of_series(store, [series.uid]):
            if item.occurrence is None or day_of(item.occurrence) <= last:
                left.append(item)
            elif release(store, series, item):
                kept += 1
            else:
                removed += 1
        if len(left) <= 1:
            rows.put_items(store, [replace(item, series_uid="", occurrence=None) for item in left])
            series_rows.remove_series(store, series.uid)
        else:
            end_series(store, series, last)
    return Stopped(removed, kept)


def extend_all(store: Store, today: date, until: date | None = None) -> int:
    """Plan the occurrences of every series for the 12 weeks after `today` (or to the day `until`); how many are new.

    They join the last action of the history, so that undo never meets them alone. Costs one query where nothing is due.
    Raises InvalidValue for a day more than two years ahead.
    """
    wanted = until or today + HORIZON
    if wanted - today > _FARTHEST:
        raise InvalidValue(f"{wanted:%Y-%m-%d} is too far ahead", "Plan two years ahead at most")
    if not store.rows("SELECT 1 FROM series WHERE coalesce(made_until, '') < ? LIMIT 1", [wanted.isoformat()]):
        return 0
    made = 0
    due = [series for series in series_rows.list_series(store) if _is_due(series, wanted)]
    # A week more than is asked for, so that most days find nothing to do.
    ahead = wanted if until else wanted + timedelta(weeks=1)
    if not due:
        return 0
    with store.continued("Plan the next occurrences"):
        # Read again within the transaction: another process may have made them meanwhile.
        for uid in [series.uid for series in due]:
            series = next((one for one in series_rows.list_series(store) if one.uid == uid), None)
            if series is not None and _is_due(series, wanted):
                with numbered(store, uid) as by_hand:
                    made += make(store, series, ahead, by_hand)
    return made


def keep_ahead(store: Store, today: date) -> None:
    """`extend_all` for one who only wants to look: where the workspace cannot be written to, nothing is planned."""
    with suppress(ReadOnlyWorkspace, WorkspaceBusy, OutOfSpace):
        extend_all(store, today)


def _is_due(series: Series, wanted: date) -> bool:
    if series.made_until is None:
        return True
    if series.made_until >= wanted:
        return False
    rule = read_rule(series.rule, series.start)
    if rule.until is not None and rule.until <= series.made_until:
        return False
    return rule.count is None or bool(next_starts(series.rule, series.start, series.made_until + timedelta(days=1), 1))
