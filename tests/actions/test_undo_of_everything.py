"""Whatever sequence of actions a person makes, undo gives back every user table as it was, and redo what came after."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from studio import actions
from studio.actions import exchange, finding, planning, wording
from studio.actions.scope import Scope
from studio.actions.series import extend_all, repeat_item
from studio.errors import SiarError
from studio.plan.filters import Filter
from studio.plan.item import Stage
from studio.store.items import list_items
from studio.store.migrations import USER_TABLES
from studio.store.search import search

TODAY = date(2026, 12, 7)
Tables = dict[str, list[dict[str, Any]]]
titles = st.sampled_from(["Kelas komisi #{episode}", "Cahaya bagus", "=1+1", "Baris\nbaru 🎬", "12.12"])
days = st.integers(0, 60).map(lambda number: TODAY + timedelta(days=number))
starts = st.one_of(
    st.none(),
    days,
    st.builds(
        lambda day, hour: datetime.combine(day, datetime.min.time()) + timedelta(hours=hour), days, st.integers(0, 23)
    ),
)
scopes = st.sampled_from(list(Scope))
rules = st.sampled_from(["FREQ=WEEKLY", "FREQ=WEEKLY;INTERVAL=2", "FREQ=MONTHLY;BYDAY=2TH", "FREQ=DAILY;COUNT=4"])


class Planning(RuleBasedStateMachine):
    """Remembers the tables as they were before every step of the history."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.root = Path(self.folder.name) / "Siar"
        self.store = actions.open_studio(self.root)
        self.before: list[Tables] = []
        self.after: list[Tables] = []

    def teardown(self) -> None:
        while self.before:
            self.take_back()
        self.store.close()
        self.folder.cleanup()

    def tables(self) -> Tables:
        return {name: self.store.rows(f"SELECT * FROM {name} ORDER BY id") for name in USER_TABLES}

    def steps(self) -> int:
        return int(self.store.rows("SELECT count(*) AS n FROM undo_actions WHERE NOT undone")[0]["n"])

    def act(self, call: Callable[[], object]) -> None:
        """One action; what it cannot take changes nothing, and what it changes is one step."""
        before, steps = self.tables(), self.steps()
        try:
            call()
        except SiarError:
            assert self.tables() == before
        if self.tables() == before:
            assert self.steps() == steps
            return
        assert self.steps() == steps + 1
        self.before.append(before)
        self.after.clear()

    def some(self, number: int) -> int | None:
        items = list_items(self.store)
        return items[number % len(items)].id if items else None

    @rule(title=titles, start=starts, host=st.sampled_from(["", "Bima", "Bima, Sari"]))
    def add(self, title: str, start: datetime | date | None, host: str) -> None:
        self.act(lambda: actions.add_item(self.store, title, start=start, host=host))

    @rule(number=st.integers(0, 99), title=titles, stage=st.sampled_from(list(Stage)), scope=scopes)
    def change(self, number: int, title: str, stage: Stage, scope: Scope) -> None:
        item = self.some(number)
        if item is not None:
            self.act(lambda: actions.set_fields(self.store, item, {"title": title, "stage": stage}, scope))

    @rule(number=st.integers(0, 99), start=starts, scope=scopes)
    def move(self, number: int, start: datetime | date | None, scope: Scope) -> None:
        item = self.some(number)
        if item is not None:
            self.act(lambda: actions.move_item(self.store, item, start, scope))

    @rule(number=st.integers(0, 99), scope=scopes)
    def remove(self, number: int, scope: Scope) -> None:
        item = self.some(number)
        if item is not None:
            self.act(lambda: actions.remove_item(self.store, item, scope))

    @rule(number=st.integers(0, 99), repeats=rules, numbering=st.booleans())
    def repeat(self, number: int, repeats: str, numbering: bool) -> None:
        item = self.some(number)
        if item is not None:
            self.act(lambda: repeat_item(self.store, item, repeats, numbering=numbering, today=TODAY))

    @rule(first=days, length=st.integers(0, 3), kind=st.sampled_from(["blackout", "campaign"]))
    def mark(self, first: date, length: int, kind: str) -> None:
        self.act(lambda: planning.add_day(self.store, "Tutup", first, first + timedelta(days=length), kind=kind))

    @rule(name=st.sampled_from(["Live", "Sari"]), kinds=st.frozensets(st.sampled_from(["live", "video"])))
    def save_view(self, name: str, kinds: frozenset[str]) -> None:
        self.act(lambda: finding.save_view(self.store, name, Filter(kinds=kinds)))

    @rule(word=st.sampled_from(["Siar", "tiktok sop", "lima  puluh"]), away=st.booleans())
    def teach_words(self, word: str, away: bool) -> None:
        self.act(lambda: wording.remove_term(self.store, word) if away else wording.add_terms(self.store, [word]))
        self.act(lambda: wording.remove_rule(self.store, word) if away else wording.add_rule(self.store, word, "Siar!"))

    @rule(title=titles, number=st.integers(0, 99))
    def take_over_a_sheet(self, title: str, number: int) -> None:
        sheet = self.root.parent / "rencana.csv"
        sheet.write_text("Judul;Tanggal;PIC\nBaru;2026-12-20;Sari\nCahaya bagus;2026-12-08;Bima\n", encoding="utf-8")
        self.act(lambda: exchange.apply(self.store, exchange.read_file(self.store, sheet, today=TODAY)))

    @rule()
    def take_back(self) -> None:
        if not self.before:
            assert self.steps() == 0
            return
        present = self.tables()
        actions.undo(self.store)
        self.after.append(present)
        assert self.tables() == self.before.pop()

    @rule()
    def do_again(self) -> None:
        if not self.after:
            return
        before = self.tables()
        actions.redo(self.store)
        self.before.append(before)
        assert self.tables() == self.after.pop()

    @rule(weeks=st.integers(13, 20))
    def time_goes_on(self, weeks: int) -> None:
        """What the program plans by itself belongs to the step before it."""
        if self.after or not self.before:
            return
        extend_all(self.store, TODAY, TODAY + timedelta(weeks=weeks))

    @rule()
    def start_again(self) -> None:
        self.store.close()
        self.store = actions.open_studio(self.root)

    @invariant()
    def search_finds_what_there_is(self) -> None:
        held = {item.id for item in list_items(self.store) if "cahaya" in f"{item.title} {item.series}".casefold()}
        assert search(self.store, "cahaya") == held


def test_undo_of_any_sequence_of_actions_gives_back_every_user_table() -> None:
    run_state_machine_as_test(
        Planning,
        settings=settings(
            max_examples=12, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )
