"""A plan being heard: every window once, again only where it must be, and never what is journalled."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pack_ear import PackEar, named, spoken

from studio.errors import OutOfSpace
from studio.speech.audio import RATE
from studio.speech.hearing import Hearing, Listening, Understood
from studio.speech.journal import Journal
from studio.speech.packing import packed
from studio.speech.plans import Plan, PlannedSection
from studio.speech.voice import Span
from studio.speech.windows import Window


@pytest.fixture(scope="module")
def speech() -> np.ndarray:
    return spoken(60, 5).astype(np.float32) / 32768


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    with Journal(tmp_path / "a.jsonl") as journal:
        yield journal


def plan_of(
    journal: Journal, speech: np.ndarray, lengths: Sequence[Sequence[float]], size: int = 2
) -> tuple[Plan, dict[int, np.ndarray]]:
    """A plan of a section for each list of window lengths (seconds), and the sections' sound."""
    planned, sounds = [], {}
    for number, own in enumerate(lengths):
        at, windows = 0.0, []
        for length in own:
            windows.append(Window((Span(at, at + length),)))
            at += length + 1.0
        first = number * 1000
        sounds[number] = np.resize(speech[first:], round(at * RATE)) + np.float32((number + 1) * 1e-6)
        spans = tuple(window.pieces[0] for window in windows)
        planned.append(
            PlannedSection(
                f"r{number}", 0, 0.0, at, True, "id" if number % 3 else "en", None, "", spans, tuple(windows)
            )
        )
    packs: list[list[tuple[int, int]]] = []
    batches: list[list[int]] = []
    for language in ("id", "en"):
        windows = [
            (number, index)
            for number, one in enumerate(planned)
            if one.language == language
            for index in range(len(one.windows))
        ]
        own = packed([planned[number].windows[index].length for number, index in windows])
        at = list(range(len(packs), len(packs) + len(own)))
        batches += [at[first : first + size] for first in range(0, len(at), size)]
        packs += [[windows[index] for index in pack] for pack in own]
    return journal.plan(planned, packs, batches), sounds


def hear(
    plan: Plan, sounds: dict[int, np.ndarray], ear: PackEar, journal: Journal, told: list[float] | None = None
) -> dict[int, Understood]:
    with ThreadPoolExecutor(ear.workers) as pool:
        hearing = Hearing(plan, sounds, ear, journal, pool, Listening("id"))
        return hearing.understood((told if told is not None else []).append)


def windows_of(plan: Plan, sounds: dict[int, np.ndarray]) -> dict[tuple[int, int], str]:
    """The name of each window's sound."""
    return {
        (number, index): named(window.sound(sounds[number]))
        for number, one in enumerate(plan.sections)
        if number in sounds
        for index, window in enumerate(one.windows)
    }


LENGTHS = st.lists(st.lists(st.floats(1.0, 14.0), max_size=3), min_size=1, max_size=6)


@settings(max_examples=25, deadline=None)
@given(LENGTHS, st.integers(1, 3), st.data())
def test_every_window_is_heard_once_and_again_only_where_its_pack_was_doubtful(
    tmp_path_factory: pytest.TempPathFactory,
    speech: np.ndarray,
    lengths: list[list[float]],
    size: int,
    data: st.DataObject,
) -> None:
    with Journal(tmp_path_factory.mktemp("j") / "a.jsonl") as journal:
        plan, sounds = plan_of(journal, speech, lengths, size)
        windows = windows_of(plan, sounds)
        ear = PackEar(batch=size)
        ear.doubtful = set(data.draw(st.lists(st.sampled_from(sorted(windows.values())))) if windows else [])
        told: list[float] = []

        hear(plan, sounds, ear, journal, told)

    again = {
        windows[key]
        for pack in plan.packs
        if len(pack) > 1 and ear.doubtful & {windows[key] for key in pack}
        for key in pack
    }
    assert {name: count for name, count in ear.heard.items() if name in windows.values()} == {
        name: 2 if name in again else 1 for name in windows.values()
    }
    assert told == sorted(told)
    assert told[-1:] == ([1.0] if windows else [])


def test_words_come_back_to_their_section_with_its_times(journal: Journal, speech: np.ndarray) -> None:
    plan, sounds = plan_of(journal, speech, [[4.0, 6.0], [3.0], [5.0]])
    windows = windows_of(plan, sounds)

    found = hear(plan, sounds, PackEar(), journal)

    for number, one in enumerate(plan.sections):
        words = [word for part in found[number].segments for word in part.words]
        for index, window in enumerate(one.windows):
            (piece,) = window.pieces
            inside = [word for word in words if piece.start <= word.start < piece.end]
            assert inside and {word.text[:5] for word in inside} == {windows[number, index]}


def test_a_section_that_gave_nothing_is_heard_as_a_whole(journal: Journal, speech: np.ndarray) -> None:
    plan, sounds = plan_of(journal, speech, [[4.0], [3.0]])
    ear = PackEar()
    ear.deaf_to = {windows_of(plan, sounds)[1, 0]}

    found = hear(plan, sounds, ear, journal)

    assert {word.text[:5] for part in found[1].segments for word in part.words} == {named(sounds[1])}
    assert ear.heard[named(sounds[1])] == 1 and named(sounds[0]) not in ear.heard


@settings(max_examples=25, deadline=None)
@given(LENGTHS, st.data())
def test_nothing_that_is_journalled_is_heard_again_whoever_asks(
    tmp_path_factory: pytest.TempPathFactory, speech: np.ndarray, lengths: list[list[float]], data: st.DataObject
) -> None:
    """Also where some of the recordings are done by now, so that nobody asks for them any more."""
    path = tmp_path_factory.mktemp("j") / "a.jsonl"
    with Journal(path) as journal:
        plan, sounds = plan_of(journal, speech, lengths)
        names = sorted(windows_of(plan, sounds).values())
        ear = PackEar()
        ear.doubtful = set(data.draw(st.lists(st.sampled_from(names))) if names else [])
        ear.deaf_to = set(data.draw(st.lists(st.sampled_from(names))) if names else [])
        whole = hear(plan, sounds, ear, journal)
        # As a kill leaves it: the lines up to somewhere.
        lines = path.read_bytes().splitlines(keepends=True)
        kept = data.draw(st.integers(1, len(lines)))
        path.with_name("b.jsonl").write_bytes(b"".join(lines[:kept]))
        asked = data.draw(st.sets(st.sampled_from(sorted(sounds)))) if kept == len(lines) else set(sounds)

    with Journal(path.with_name("b.jsonl")) as journal:
        (again,) = journal.unfinished()
        journalled = sum(map(len, again.heard.values())) + len(again.alone)
        second = PackEar()
        second.doubtful, second.deaf_to = ear.doubtful, ear.deaf_to
        assert hear(again, {number: sounds[number] for number in asked}, second, journal) == {
            number: whole[number] for number in asked
        }
        packs = len(plan.packs) + len(plan.alone)
        assert sum(map(len, again.heard.values())) + len(again.alone) == packs
        assert bool(second.heard) == (journalled < packs)


def test_what_was_heard_beside_silence_is_not_journalled_for_the_one_who_was_not_there(
    journal: Journal, speech: np.ndarray
) -> None:
    plan, sounds = plan_of(journal, speech, [[], [4.0], [3.0]])
    ear = PackEar()

    alone = hear(plan, {1: sounds[1]}, ear, journal)
    both = hear(plan, sounds, ear, journal)

    assert alone[1].segments and both[1].segments and both[2].segments
    assert ear.heard[windows_of(plan, sounds)[2, 0]] == 1


def test_packs_of_which_nobody_asks_anything_are_not_heard(journal: Journal, speech: np.ndarray) -> None:
    plan, sounds = plan_of(journal, speech, [[20.0], [20.0], [20.0], [20.0], [20.0]], size=1)
    ear = PackEar()

    hear(plan, {2: sounds[2]}, ear, journal)

    assert sum(ear.heard.values()) == 1 and len(ear.asked) == 1


def test_an_error_in_one_thread_ends_the_others_and_what_they_heard_stays(journal: Journal, speech: np.ndarray) -> None:
    plan, sounds = plan_of(journal, speech, [[], *[[20.0]] * 12], size=1)
    beside = threading.Barrier(2, timeout=60)

    def meanwhile(call: int) -> None:
        if call <= 2:
            beside.wait()  # both threads are in the middle of a batch
        if call == 1:
            raise RuntimeError("the network is out of order")

    ear = PackEar(workers=2, batch=1, meanwhile=meanwhile)
    with pytest.raises(RuntimeError, match="out of order"):
        hear(plan, sounds, ear, journal)

    assert 1 <= len(plan.heard) < 12
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("ThreadPool")]
    before = sum(ear.heard.values())
    second = PackEar(workers=2, batch=1)
    journal.begin_again(after_death=True)
    assert journal.deaths == {}  # an error is no death
    assert len(hear(plan, sounds, second, journal)) == 13
    assert before + sum(second.heard.values()) == 12


def test_a_journal_that_cannot_be_written_ends_the_hearing(journal: Journal, speech: np.ndarray) -> None:
    plan, sounds = plan_of(journal, speech, [[], *[[20.0]] * 8], size=1)

    class Full(Journal):
        def __init__(self) -> None:
            self.__dict__.update(journal.__dict__)

        def heard(self, *_arguments: object) -> None:
            raise OutOfSpace("The disk is full", "Free some space")

    with pytest.raises(OutOfSpace):
        hear(plan, sounds, PackEar(batch=1), Full())
    assert plan.heard == {}
    assert len(hear(plan, sounds, PackEar(batch=1), journal)) == 9


def test_what_may_have_killed_the_worker_is_heard_with_nothing_beside_it(journal: Journal, speech: np.ndarray) -> None:
    plan, sounds = plan_of(journal, speech, [[], *[[20.0]] * 6], size=1)
    for number in (1, 4):
        journal.begin(f"batch:0:{number}")
    journal.begin_again(after_death=True)
    running, together = [0], []

    class Counting(PackEar):
        def hear_packs(self, *arguments: object) -> list:
            running[0] += 1
            together.append((threading.current_thread() is threading.main_thread(), running[0]))
            try:
                return super().hear_packs(*arguments)
            finally:
                running[0] -= 1

    hear(plan, sounds, Counting(batch=1), journal)

    assert [at_once for alone, at_once in together if alone] == [1, 1]
    assert [alone for alone, _ in together] == [False] * 4 + [True] * 2


def test_a_batch_at_which_the_worker_died_twice_is_heard_part_by_part(journal: Journal, speech: np.ndarray) -> None:
    plan, sounds = plan_of(journal, speech, [[], [4.0], [5.0]])
    for _ in range(2):
        journal.begin("batch:0:0")
        journal.begin_again(after_death=True)
    windows, ear = windows_of(plan, sounds), PackEar()

    found = hear(plan, sounds, ear, journal)

    assert len(ear.asked) == 2 and set(ear.heard.values()) == {1}
    for number in (1, 2):
        words = [word for part in found[number].segments for word in part.words]
        assert {word.text[:5] for word in words} == {windows[number, 0]}
        assert all(0 <= word.start <= word.end <= 5.0 for word in words)
