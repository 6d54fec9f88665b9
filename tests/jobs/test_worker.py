"""The worker: real processes, real cancels, and a row in the workspace for each job."""

from __future__ import annotations

import os
import queue
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest

from studio.errors import Interrupted, InvalidValue, NotFound, SiarError, WorkerDied
from studio.jobs.events import Cancelled, Done, Event, Failed, JobRequest, Progress, Started, TimeLeft, in_words
from studio.jobs.record import Ledger
from studio.jobs.worker import Worker, run_request
from studio.store import open_store
from studio.store.jobs import JobState, finish_job, list_jobs
from studio.workspace import open_workspace

Report = Callable[[float, str], None]


def double(*, number: int, progress: Report) -> int:
    progress(1.0, "doubling")
    return 2 * number


def process_id(*, progress: Report) -> int:
    return os.getpid()


def fail(*, progress: Report) -> None:
    raise NotFound("There is no such thing", "Look elsewhere")


def stumble(*, progress: Report) -> None:
    raise ZeroDivisionError("oh")


def wait_with_a_child(*, marker: str, progress: Report) -> None:
    import subprocess
    import sys

    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    Path(marker).write_text(f"{os.getpid()} {child.pid}")
    progress(0.5, "waiting")
    time.sleep(60)


def die(*, progress: Report) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def die_twice(*, folder: str, progress: Report, after_death: bool = False) -> list[bool]:
    """Half of what is left is done before each death."""
    lives = Path(folder, "lives")
    before = lives.read_text() if lives.exists() else ""
    lives.write_text(before + ("y" if after_death else "n"))
    progress(0.5, "half of it")
    if len(before) < 2:
        os.kill(os.getpid(), signal.SIGKILL)
    return [life == "y" for life in lives.read_text()]


def die_always(*, progress: Report, after_death: bool = False) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def be_cancelled_and_die(*, root: str, progress: Report, after_death: bool = False) -> None:
    with open_store(open_workspace(Path(root))) as store:
        finish_job(store, list_jobs(store)[-1].id, JobState.CANCELLED)
    os.kill(os.getpid(), signal.SIGKILL)


def request(function: Callable[..., Any], **arguments: Any) -> JobRequest:
    return JobRequest(function.__name__, f"{__name__}:{function.__name__}", arguments)


@pytest.fixture
def events() -> queue.Queue[Event]:
    return queue.Queue()


@pytest.fixture
def worker(events: queue.Queue[Event]) -> Iterator[Worker]:
    worker = Worker(events.put)
    yield worker
    worker.close()


def until(events: queue.Queue[Event], kind: type) -> Any:
    while not isinstance(event := events.get(timeout=60), kind):
        pass
    return event


def test_a_job_tells_its_start_its_progress_and_its_result(worker: Worker, events: queue.Queue[Event]) -> None:
    job = worker.submit(request(double, number=21))
    assert [events.get(timeout=60) for _ in range(3)] == [
        Started(job, "double"),
        Progress(job, 1.0, "doubling", None),
        Done(job, 42),
    ]


def test_one_process_takes_many_jobs(worker: Worker, events: queue.Queue[Event]) -> None:
    worker.submit(request(process_id))
    worker.submit(request(process_id))
    first, second = until(events, Done), until(events, Done)
    assert first.result == second.result != os.getpid()


def test_an_error_arrives_as_it_was_raised(worker: Worker, events: queue.Queue[Event]) -> None:
    worker.submit(request(fail))
    error = until(events, Failed).error
    assert (type(error), str(error)) == (NotFound, "There is no such thing. Look elsewhere.")


def test_an_error_that_nobody_foresaw_is_still_a_sentence(worker: Worker, events: queue.Queue[Event]) -> None:
    worker.submit(request(stumble))
    assert str(until(events, Failed).error).startswith("Something unforeseen went wrong (ZeroDivisionError: oh).")


def test_cancel_ends_the_process_and_its_children_and_the_queue_goes_on(
    worker: Worker, events: queue.Queue[Event], tmp_path: Path
) -> None:
    marker = tmp_path / "marker"
    job = worker.submit(request(wait_with_a_child, marker=str(marker)))
    after = worker.submit(request(double, number=1))
    until(events, Progress)
    pids = [int(pid) for pid in marker.read_text().split()]
    worker.cancel(job)
    assert until(events, Cancelled) == Cancelled(job)
    assert until(events, Done) == Done(after, 2)
    psutil.wait_procs([psutil.Process(pid) for pid in pids if psutil.pid_exists(pid)], timeout=60)
    assert not any(psutil.pid_exists(pid) and psutil.Process(pid).status() != "zombie" for pid in pids)


def test_a_waiting_job_is_cancelled_without_a_start(worker: Worker, events: queue.Queue[Event], tmp_path: Path) -> None:
    first = worker.submit(request(wait_with_a_child, marker=str(tmp_path / "marker")))
    second = worker.submit(request(double, number=1))
    until(events, Progress)
    worker.cancel(second)
    worker.cancel(first)
    ended = {until(events, Cancelled), until(events, Cancelled)}
    assert ended == {Cancelled(first), Cancelled(second)}


def test_a_process_that_dies_is_told_and_replaced(worker: Worker, events: queue.Queue[Event]) -> None:
    worker.submit(request(die))
    worker.submit(request(double, number=4))
    error = until(events, Failed).error
    assert isinstance(error, WorkerDied)
    assert str(error).startswith("The worker process ended by signal 9 in the middle of “die”. Run it again")
    assert until(events, Done).result == 8


def test_work_that_can_go_on_is_called_again_after_a_death(tmp_path: Path) -> None:
    told: list[Event] = []
    root = tmp_path / "workspace"
    work = request(die_twice, folder=str(tmp_path), after_death=False)

    assert run_request(work, told.append, Ledger(root)) == [False, True, True]

    # Each process counts what was left to it; for a person the bar never goes back.
    assert [event.fraction for event in told if isinstance(event, Progress)] == [0.5, 0.75, 0.875]
    assert len([event for event in told if isinstance(event, Started)]) == 1
    with open_store(open_workspace(root)) as store:
        (row,) = list_jobs(store)
    assert (row.state, row.fraction, row.error, row.arguments["after_death"]) == (JobState.DONE, 1.0, "", False)


def test_the_next_job_begins_at_nothing_again(worker: Worker, events: queue.Queue[Event], tmp_path: Path) -> None:
    worker.submit(request(die_twice, folder=str(tmp_path), after_death=False))
    until(events, Done)
    worker.submit(request(die_twice, folder=str(tmp_path), after_death=False))
    assert until(events, Progress).fraction == 0.5


def test_what_always_dies_ends_some_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("studio.jobs.worker._MOST_DEATHS", 3)
    told: list[Event] = []
    with pytest.raises(WorkerDied):
        run_request(request(die_always, after_death=False), told.append)
    assert [type(event) for event in told] == [Started, Failed]


def test_work_that_was_cancelled_elsewhere_is_not_gone_on_with(tmp_path: Path) -> None:
    root = tmp_path / "workspace"
    with pytest.raises(Interrupted):
        run_request(request(be_cancelled_and_die, root=str(root), after_death=False), lambda _event: None, Ledger(root))
    with open_store(open_workspace(root)) as store:
        assert [row.state for row in list_jobs(store)] == [JobState.CANCELLED]


def test_a_job_that_another_program_took_up_meanwhile_is_left_to_it(tmp_path: Path) -> None:
    root, ledger = tmp_path / "workspace", Ledger(tmp_path / "workspace")
    row = ledger.begin(request(double, number=1), os.getppid())
    with pytest.raises(InvalidValue, match=f"Job {row} goes on in another program"):
        ledger.go_on(row, 1, os.getpid())
    ledger.go_on(row, os.getppid(), os.getpid())
    ledger.close()
    with open_store(open_workspace(root)) as store:
        assert list_jobs(store)[0].pid == os.getpid()


def test_a_listener_that_fails_ends_neither_the_work_nor_the_wait(events: queue.Queue[Event]) -> None:
    def close_the_terminal(_event: Event) -> None:
        raise BrokenPipeError("as `head` does")

    assert run_request(request(double, number=2), close_the_terminal) == 4


def test_arguments_that_cannot_be_written_down_fail_the_job(tmp_path: Path) -> None:
    with pytest.raises(SiarError):
        run_request(request(double, number={1, 2}), lambda _event: None, Ledger(tmp_path / "w"))


def test_jobs_are_rows_of_the_workspace(tmp_path: Path) -> None:
    root = tmp_path / "workspace"
    assert run_request(request(double, number=2), lambda _event: None, Ledger(root)) == 4
    with pytest.raises(NotFound):
        run_request(request(fail), lambda _event: None, Ledger(root))
    with open_store(open_workspace(root)) as store:
        rows = [(row.title, row.state, row.result, row.error) for row in list_jobs(store)]
    assert rows == [
        ("double", JobState.DONE, 4, ""),
        ("fail", JobState.FAILED, None, "There is no such thing. Look elsewhere."),
    ]


def test_a_workspace_that_takes_no_row_fails_the_job(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(SiarError):
        run_request(request(double, number=2), lambda _event: None, Ledger(tmp_path / "file"))


def test_time_left_is_told_once_it_can_be() -> None:
    now = [0.0]
    left = TimeLeft(lambda: now[0])
    now[0] = 0.5
    assert left.after(0.5) is None
    now[0] = 10.0
    assert left.after(0.25) == pytest.approx(30.0)
    assert [in_words(s) for s in (4.2, 200, 8000)] == ["about 4 s left", "about 3 min left", "about 2.2 h left"]
