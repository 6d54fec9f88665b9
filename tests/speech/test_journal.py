"""The journal: what it was told is there again, whatever became of the process, the line or the disk."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.errors import CannotWrite, OutOfSpace
from studio.speech import journal as journals
from studio.speech.journal import Journal, open_journal
from studio.speech.packing import Heard, Segment
from studio.speech.plans import Part, Plan, PlannedSection
from studio.speech.voice import Span
from studio.speech.windows import Window
from studio.speech.words import Word

TIMES = st.floats(0, 1e5, allow_nan=False)
WORDS = st.builds(Word, st.text(max_size=8), TIMES, TIMES, st.none() | st.floats(0, 1))
SEGMENTS = st.builds(Segment, TIMES, TIMES, st.lists(WORDS, max_size=3).map(tuple))
HEARD = st.builds(Heard, st.lists(SEGMENTS, max_size=3).map(tuple), st.booleans())
SPANS = st.lists(st.builds(Span, TIMES, TIMES), min_size=1, max_size=3).map(tuple)
SECTIONS = st.builds(
    PlannedSection, st.text("0123456789abcdef", min_size=4, max_size=4), st.integers(0, 9), TIMES, TIMES, st.booleans(),
    st.sampled_from(["id", "en"]), st.none() | st.floats(0, 1), st.text(max_size=9), SPANS,
    st.lists(st.builds(Window, SPANS), min_size=1, max_size=2).map(tuple),
)  # fmt: skip


def section(recording: str, number: int = 0, *, last: bool = True) -> PlannedSection:
    span = Span(0.0, 3.0)
    return PlannedSection(recording, number, number * 9.0, 9.0, last, "id", None, "", (span,), (Window((span,)),))


def heard(text: str) -> list[Heard]:
    return [Heard((Segment(0.0, 1.0, (Word(text, 0.0, 1.0, 0.5),)),))]


def planned(journal: Journal, *recordings: str) -> Plan:
    return journal.plan([section(one) for one in recordings], [[(0, 0)]], [[0]])


Killed = Callable[[Journal], Journal]


@pytest.fixture
def killed(tmp_path: Path) -> Iterator[Killed]:
    """The journal as another process finds it when this one ends at once."""
    opened: list[Journal] = []

    def found(journal: Journal) -> Journal:
        path = tmp_path / f"{journal.path.stem}+.jsonl"
        path.write_bytes(journal.path.read_bytes())
        journal.close()
        opened.append(Journal(path))
        return opened[-1]

    yield found
    for journal in opened:
        journal.close()


@given(st.lists(SECTIONS, min_size=1, max_size=3), st.lists(HEARD, min_size=1, max_size=2), SPANS)
def test_what_was_told_is_there_again(
    tmp_path_factory: pytest.TempPathFactory, sections: list[PlannedSection], given_: list[Heard], spans: tuple[Span]
) -> None:
    folder = tmp_path_factory.mktemp("told")
    with Journal(folder / "a.jsonl") as journal:
        plan = journal.plan(sections, [[(0, 0)] * len(given_)], [[0]])
        journal.heard(plan, 0, given_)
        parts = [Part(0, Window((*spans, Span(float(at), 1.0)))) for at, _ in enumerate(given_)]
        journal.heard_alone(plan, parts, given_)
        with Journal(folder / "a.jsonl") as other:
            assert other.unfinished() == [plan]


def test_a_journal_without_anything_unfinished_is_removed(tmp_path: Path) -> None:
    with open_journal(tmp_path / "new", "key") as journal:
        planned(journal, "a", "b")
        journal.finish("a")
    assert journal.path.exists()
    with open_journal(tmp_path / "new", "key") as journal:
        (plan,) = journal.unfinished()
        assert plan.recordings == {"a", "b"}
        journal.finish("b")
        assert journal.unfinished() == []
    assert list((tmp_path / "new").glob("*.jsonl")) == []


def test_what_is_finished_is_kept_no_longer(tmp_path: Path) -> None:
    with Journal(tmp_path / "a.jsonl") as journal:
        for number in range(40):
            journal.heard(planned(journal, f"done{number}"), 0, heard("panjang " * 50))
            journal.finish(f"done{number}")
        assert journal.plans == {}
        journal.heard(planned(journal, "open"), 0, heard("kata"))
        journal.finish("elsewhere")
    assert journal.path.stat().st_size < 1000
    with Journal(tmp_path / "a.jsonl") as journal:
        assert [plan.heard for plan in journal.unfinished()] == [{0: heard("kata")}]


def test_a_plan_of_a_month_ago_is_dropped_from_a_journal_that_is_in_use(tmp_path: Path) -> None:
    with Journal(tmp_path / "a.jsonl") as journal:
        planned(journal, "old").made -= 31 * 24 * 3600
        planned(journal, "young")
        journal.finish("nobody's")
    for _ in range(2):
        with Journal(tmp_path / "a.jsonl") as journal:
            assert [plan.recordings for plan in journal.unfinished()] == [{"young"}]
            assert planned(journal, "next").number == 2
            journal.finish("next")


def test_a_recording_that_is_planned_again_is_not_finished(tmp_path: Path, killed: Killed) -> None:
    journal = Journal(tmp_path / "a.jsonl")
    planned(journal, "a")
    journal.finish("a")
    planned(journal, "a")
    assert [plan.number for plan in killed(journal).unfinished()] == [1]


@pytest.mark.parametrize("cut", [1, 2, 9, 20])
def test_a_torn_last_line_is_passed_over_and_the_next_one_is_whole(tmp_path: Path, cut: int, killed: Killed) -> None:
    journal = Journal(tmp_path / "a.jsonl")
    plan = planned(journal, "a")
    journal.heard(plan, 0, heard("torn"))
    os.truncate(journal.path, journal.path.stat().st_size - cut)

    again = killed(journal)

    assert again.plans[0].heard == {}
    again.heard(again.plans[0], 0, heard("whole"))
    assert killed(again).plans[0].heard == {0: heard("whole")}


@given(st.integers(0, 10_000), st.integers(1, 255))
def test_damage_anywhere_costs_a_line_at_most(
    tmp_path_factory: pytest.TempPathFactory, place: int, change: int
) -> None:
    folder = tmp_path_factory.mktemp("damage")
    journal = Journal(folder / "a.jsonl")
    plans = [planned(journal, name) for name in ("a", "b", "c")]
    for plan in plans:
        journal.heard(plan, 0, heard(f"heard of {plan.number}"))
    data = bytearray(journal.path.read_bytes())
    data[place % len(data)] ^= change
    journal.close()
    (folder / "b.jsonl").write_bytes(data)

    with Journal(folder / "b.jsonl") as read:
        whole = [number for number, plan in read.plans.items() if plan.heard]
        assert len(whole) >= 1  # a line end that is lost takes the line after it along
        assert all(read.plans[number].heard == {0: heard(f"heard of {number}")} for number in whole)
        assert planned(read, "d").number not in whole


def test_of_two_programs_each_writes_a_journal_of_its_own(tmp_path: Path) -> None:
    with open_journal(tmp_path, "key") as first:
        planned(first, "a")
        code = (
            "import sys; from pathlib import Path; from studio.speech.journal import open_journal\n"
            "with open_journal(Path(sys.argv[1]), 'key') as journal: print(journal.path.name, len(journal.plans))"
        )
        done = subprocess.run(
            [sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, timeout=120, check=True
        )
        assert done.stdout.split() == ["key-2.jsonl", "0"]
    with open_journal(tmp_path, "key") as third:
        assert third.path.name == "key.jsonl" and len(third.plans) == 1


def test_the_lock_is_free_when_the_journal_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "key.jsonl").mkdir()
    for _ in range(2):
        with pytest.raises(CannotWrite, match="cannot be written"):
            open_journal(tmp_path, "key")
    (tmp_path / "key.jsonl").rmdir()
    with open_journal(tmp_path, "key") as journal:
        assert journal.path.name == "key.jsonl"


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(CannotWrite):
        open_journal(tmp_path / "file", "key")


def test_what_nobody_went_on_with_for_a_month_goes_with_its_lock(tmp_path: Path) -> None:
    for name in ("old", "young", "used"):
        with open_journal(tmp_path, name) as journal:
            planned(journal, "a")
        (tmp_path / f"{name}.lock").touch()
    for name in ("old", "used"):
        for ending in ("jsonl", "lock"):
            os.utime(tmp_path / f"{name}.{ending}", (1e9, 1e9))
    (tmp_path / "stray.lock").touch()
    os.utime(tmp_path / "stray.lock", (1e9, 1e9))
    (tmp_path / "notes.txt").touch()
    os.utime(tmp_path / "notes.txt", (1e9, 1e9))

    with open_journal(tmp_path, "used"):
        there = {path.name for path in tmp_path.iterdir()}

    assert there - {"used.lock", "young.lock"} == {"notes.txt", "used.jsonl", "young.jsonl"}


class Full:
    """A file on a disk that is full for a while: it takes half of a line, and then no more."""

    def __init__(self, real: Any) -> None:
        self._real, self.full = real, True
        self.closed = False

    def write(self, data: bytes) -> int:
        if not self.full:
            return int(self._real.write(data))
        if len(data) > 30:
            return int(self._real.write(data[:20]))
        raise OSError(errno.ENOSPC, "No space left on device")

    def close(self) -> None:
        self.closed = True
        self._real.close()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)


def test_a_full_disk_is_told_and_costs_no_line_that_is_there(tmp_path: Path, killed: Killed) -> None:
    journal = Journal(tmp_path / "a.jsonl")
    plan = planned(journal, "a")
    whole = journal.path.read_bytes()
    journal._file = full = Full(journal._file)  # type: ignore[assignment]
    with pytest.raises(OutOfSpace, match="is full"):
        journal.heard(plan, 0, heard("a word that is long enough"))
    journal.begin("a note is worth less than the work, and so is lost in silence")
    assert journal.path.read_bytes() == whole
    assert plan.heard == {}
    full.full = False
    journal.heard(plan, 0, heard("kata"))
    assert killed(journal).plans[0].heard == {0: heard("kata")}


def test_the_lock_is_free_when_closing_fails(tmp_path: Path) -> None:
    freed = []
    journal = Journal(tmp_path / "a.jsonl", lambda: freed.append(True))
    planned(journal, "a")

    class Stubborn(Full):
        def close(self) -> None:
            super().close()
            raise OSError(errno.EIO, "Input/output error")

    journal._file = Stubborn(journal._file)  # type: ignore[assignment]
    with pytest.raises(OSError, match="Input/output error"):
        journal.close()
    journal.close()
    assert freed == [True]


# deaths


def after(death: Journal, *, by_itself: bool = True) -> Journal:
    death.begin_again(after_death=by_itself)
    return death


def test_two_deaths_at_one_piece_are_no_accident(tmp_path: Path, killed: Killed) -> None:
    journal = Journal(tmp_path / "a.jsonl")
    for deaths in (1, 2):
        journal.begin("sound:bad")
        journal.begin("sound:good")
        journal.end("sound:good")
        journal = after(killed(journal))
        assert (journal.is_suspect("sound:bad"), journal.is_deadly("sound:bad")) == (True, deaths == 2)
        assert not journal.is_suspect("sound:good")
    journal = after(killed(journal))
    assert journal.deaths == {"sound:bad": 2}


def test_a_program_that_was_killed_as_a_whole_blames_nothing(tmp_path: Path, killed: Killed) -> None:
    journal = Journal(tmp_path / "a.jsonl")
    for _ in range(3):
        journal.begin("sound:good")
        journal = after(killed(journal), by_itself=False)
    journal = after(killed(journal))
    assert journal.deaths == {}


def test_what_was_set_aside_is_remembered_until_it_is_forgiven(tmp_path: Path, killed: Killed) -> None:
    journal = Journal(tmp_path / "a.jsonl")
    for _ in range(2):
        journal.begin("sound:bad")
        journal = after(killed(journal))
    path = journal.path
    planned(journal, "a")
    journal.finish("a")
    journal.close()
    with Journal(path) as journal:
        assert journal.is_deadly("sound:bad") and journal.plans == {}
        journal.forgive("bad")
        assert not journal.is_suspect("sound:bad")
    assert not path.exists()


def test_deaths_at_a_batch_are_forgotten_with_its_plan(tmp_path: Path, killed: Killed) -> None:
    journal = Journal(tmp_path / "a.jsonl")
    planned(journal, "a")
    for _ in range(2):
        journal.begin("batch:0:1")
        journal = after(killed(journal))
    assert journal.is_deadly("batch:0:1")
    journal.finish("a")
    assert journal.deaths == {}


def test_rows_are_there_after_a_death_and_not_for_another_run(tmp_path: Path, killed: Killed) -> None:
    journal = Journal(tmp_path / "a.jsonl")
    journal.keep("wish:1", {"state": "done", "notes": ["“é”"]})
    journal = after(killed(journal))
    assert journal.rows == {"wish:1": {"state": "done", "notes": ["“é”"]}}
    journal = after(killed(journal))
    assert list(journal.rows) == ["wish:1"]
    journal = after(killed(journal), by_itself=False)
    assert after(killed(journal)).rows == {}


def test_many_threads_write_whole_lines(tmp_path: Path, killed: Killed) -> None:
    from concurrent.futures import ThreadPoolExecutor

    journal = Journal(tmp_path / "a.jsonl")
    plan = planned(journal, "a")
    with ThreadPoolExecutor(8) as pool:
        for number in range(60):
            pool.submit(journal.begin, f"batch:0:{number}")
            pool.submit(journal.heard, plan, number, heard(str(number) * 50))
            pool.submit(journal.end, f"batch:0:{number}")
    lines = journal.path.read_bytes().splitlines()
    assert len(lines) == 181
    assert all(journals._told_by(line) for line in lines)
    assert len(killed(journal).plans[0].heard) == 60
