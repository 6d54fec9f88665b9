"""The days that move a marketplace: public holidays, joint leave, double dates, sales, payday, a team's own days."""

from __future__ import annotations

import calendar
import uuid
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from studio.plan.item import DEFAULT_LANGUAGE
from studio.plan.national_days import JOINT_LEAVE, joint_leave_known, national_days, slug


class MarkKind(StrEnum):
    """Why a day is marked, in the order in which a day names its marks.

    Nobody works on a blackout day (a stock-taking, a move of the office); a campaign is a run of days that the team
    pushes together.
    """

    HOLIDAY = "holiday"
    JOINT_LEAVE = "joint_leave"
    BLACKOUT = "blackout"
    CAMPAIGN = "campaign"
    DOUBLE_DATE = "double_date"
    SALE = "sale"
    PAYDAY = "payday"


OFF_KINDS = frozenset({MarkKind.HOLIDAY, MarkKind.JOINT_LEAVE, MarkKind.BLACKOUT})
_ORDER = {kind: number for number, kind in enumerate(MarkKind)}


@dataclass(frozen=True, slots=True)
class Mark:
    """A name that a day bears, such as `Mark("Hari Raya Natal", MarkKind.HOLIDAY)`.

    `key` names a mark that the program made, the same in every language: "holiday:2026:hari-raya-natal". `day_id` is
    the Day that a team made or put in its place, 0 for none. An `estimated` day may still move.
    """

    name: str
    kind: MarkKind
    key: str = ""
    day_id: int = 0
    estimated: bool = False


@dataclass(frozen=True, slots=True)
class Day:
    """Days that a team marks itself, from `first` to `last`, both included.

    One that `replaces` the key of a mark stands in its place: under another name, on other days, or, when `hidden`,
    not at all.
    """

    first: date
    last: date
    name: str
    kind: MarkKind = MarkKind.CAMPAIGN
    id: int = 0
    uid: str = field(default_factory=lambda: str(uuid.uuid4()))
    replaces: str = ""
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class SaleDays:
    """A sale on the same days of every year, both ends included; days are (month, day), and may pass the new year."""

    name: str
    first: tuple[int, int]
    last: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Commerce:
    """What a team marks, and on which days of the week it does not work.

    `double_dates` are the months whose double date is marked. Salaries arrive from `payday_from` (a day of the month,
    None for no payday) to `payday_to` (None: the month's last day; before `payday_from`: of the month after).
    `hidden` are the kinds that are not marked, and then do not count as off. `weekend` counts from Monday = 0.
    """

    double_dates: frozenset[int] = frozenset(range(1, 13))
    sales: tuple[SaleDays, ...] = (SaleDays("Harbolnas", (12, 10), (12, 12)),)
    payday_from: int | None = 25
    payday_to: int | None = None
    hidden: frozenset[MarkKind] = frozenset()
    weekend: frozenset[int] = frozenset({5, 6})


DEFAULT_COMMERCE = Commerce()
_PAYDAY = {"id": "Gajian", "en": "Payday"}


@dataclass(frozen=True, slots=True)
class Run:
    """A mark with the days that bear it, both ends included."""

    first: date
    last: date
    mark: Mark


def marks(
    first: date,
    last: date,
    language: str = DEFAULT_LANGUAGE,
    commerce: Commerce = DEFAULT_COMMERCE,
    days: Iterable[Day] = (),
) -> dict[date, list[Mark]]:
    """The marks of each marked day from `first` to `last`, both included, in the order of MarkKind.

    `days` are all that the team marked, wherever they lie. Names are Indonesian where `language` is "id", else English.
    """
    found: dict[date, list[Mark]] = {}
    for run in runs(first, last, language, commerce, days):
        for day in _days(max(first, run.first), min(last, run.last)):
            found.setdefault(day, []).append(run.mark)
    return dict(sorted(found.items()))


def runs(
    first: date,
    last: date,
    language: str = DEFAULT_LANGUAGE,
    commerce: Commerce = DEFAULT_COMMERCE,
    days: Iterable[Day] = (),
) -> list[Run]:
    """The marks that touch the days from `first` to `last`, each with all its days; as `marks`."""
    own = tuple(days)
    replaced = {day.replaces for day in own if day.replaces}
    built_in = (run for run in built_in_runs(first, last, language, commerce) if run.mark.key not in replaced)
    added = (Run(day.first, day.last, _own(day)) for day in own if not day.hidden)
    shown = [
        run
        for run in (*built_in, *added)
        if run.mark.kind not in commerce.hidden and run.first <= last and run.last >= first
    ]
    return sorted(shown, key=lambda run: (_ORDER[run.mark.kind], run.first))


def built_in_runs(first: date, last: date, language: str, commerce: Commerce) -> Iterator[Run]:
    """The marks that the program makes, before a team hid or replaced any: those that may touch these days."""
    if first > last:
        return
    words = "id" if language == "id" else "en"
    # What begins in one year may end in the next one.
    for year in range(first.year - 1, last.year + 1):
        yield from _yearly(year, commerce)
        if commerce.payday_from is not None:
            yield from (_payday(date(year, month, 1), words, commerce) for month in range(1, 13))
    for year in range(first.year, last.year + 1):
        if not {MarkKind.HOLIDAY, MarkKind.JOINT_LEAVE} <= commerce.hidden:
            yield from _national(year, words)


def off_days(first: date, last: date, commerce: Commerce = DEFAULT_COMMERCE, days: Sequence[Day] = ()) -> set[date]:
    """The days on which the team does not work: its weekend, and the holidays, joint leave and blackouts it marks."""
    off = {day for day in _days(first, last) if day.weekday() in commerce.weekend}
    for run in runs(first, last, commerce=commerce, days=days):
        if run.mark.kind in OFF_KINDS:
            off.update(_days(max(first, run.first), min(last, run.last)))
    return off


def joint_leave_announced(year: int, days: Iterable[Day] = ()) -> bool:
    """Whether the joint leave of `year` is known; where it is not, a calendar says "not announced" and never "none".

    It is, too, once a team entered a day of it itself.
    """
    return joint_leave_known(year) or any(
        day.kind is MarkKind.JOINT_LEAVE and not day.hidden and year in (day.first.year, day.last.year) for day in days
    )


def _own(day: Day) -> Mark:
    return Mark(day.name, day.kind, day.replaces, day.id)


def _days(first: date, last: date) -> Iterator[date]:
    for offset in range((last - first).days + 1):
        yield first + timedelta(days=offset)


def _national(year: int, words: str) -> Iterator[Run]:
    seen: Counter[str] = Counter()
    for one in national_days(year, words):
        if one.category == JOINT_LEAVE:
            kind, key = MarkKind.JOINT_LEAVE, f"joint_leave:{one.day.isoformat()}"
        else:
            # By its name and not by its day: an estimate that moves keeps what the team made of it.
            kind, key = MarkKind.HOLIDAY, f"holiday:{year}:{one.slug}"
        seen[key] += 1
        if seen[key] > 1:  # a year of the moon is short: two of the same feast may fall into one of ours
            key = f"{key}:{seen[key]}"
        yield Run(one.day, one.day, Mark(one.name, kind, key, estimated=one.estimated))


def _yearly(year: int, commerce: Commerce) -> Iterator[Run]:
    for month in sorted(commerce.double_dates):
        day = date(year, month, month)
        yield Run(day, day, Mark(f"{month}.{month}", MarkKind.DOUBLE_DATE, f"double_date:{day.isoformat()}"))
    for sale in commerce.sales:
        first, last = _day_of(year, sale.first), _day_of(year + (sale.last < sale.first), sale.last)
        yield Run(first, last, Mark(sale.name, MarkKind.SALE, f"sale:{year}:{slug(sale.name)}"))


def _payday(month: date, words: str, commerce: Commerce) -> Run:
    begin, end = commerce.payday_from or 1, commerce.payday_to or 31
    until = month if end >= begin else (month + timedelta(days=31)).replace(day=1)
    # In a month that is shorter than the payday, the salary comes on its last day.
    return Run(
        _day_of(month.year, (month.month, begin)),
        _day_of(until.year, (until.month, end)),
        Mark(_PAYDAY[words], MarkKind.PAYDAY, f"payday:{month.year}-{month.month:02}"),
    )


def _day_of(year: int, of_year: tuple[int, int]) -> date:
    """That day of `year`, or the month's last one where it has none (29 February)."""
    month, day = of_year
    return date(year, month, min(day, calendar.monthrange(year, month)[1]))
