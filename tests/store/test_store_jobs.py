"""The queue on disk: jobs wait, run, end, and are found again after a crash."""

import os
import subprocess
import sys

import pytest

from studio.errors import NotFound
from studio.store import jobs, open_store
from studio.store.jobs import (
    JobState,
    add_job,
    finish_job,
    get_job,
    interrupt_dead_jobs,
    list_jobs,
    move_job,
    start_job,
    update_job,
)


def test_a_job_waits_runs_and_is_done(workspace):
    with open_store(workspace) as store:
        job = add_job(store, "Subtitles of é.mp4", "studio.subtitles.run", {"paths": ["a b.mp4"], "burn": True})
    with open_store(workspace) as store:
        assert get_job(store, job.id) == job
        assert (job.state, job.fraction, job.arguments) == (JobState.WAITING, 0, {"paths": ["a b.mp4"], "burn": True})
        assert start_job(store, job.id)
        update_job(store, job.id, 1.5, "Recognising 0:12 of 0:36")
        running = get_job(store, job.id)
        assert (running.state, running.fraction, running.message, running.pid) == (
            JobState.RUNNING,
            1.0,
            "Recognising 0:12 of 0:36",
            os.getpid(),
        )
        finish_job(store, job.id, JobState.DONE, result={"cues": 12})
        done = get_job(store, job.id)
        assert (done.state, done.fraction, done.result, done.error, done.pid) == (
            JobState.DONE,
            1,
            {"cues": 12},
            "",
            None,
        )
        assert done.created <= done.started <= done.ended
        assert done.created.utcoffset().total_seconds() == 0


def test_a_job_that_ended_stays_as_it_is(store):
    job = add_job(store, "x", "a.b", {})
    start_job(store, job.id)
    finish_job(store, job.id, JobState.DONE, result=1)
    finish_job(store, job.id, JobState.CANCELLED)
    update_job(store, job.id, 0.5)
    ended = get_job(store, job.id)
    assert (ended.state, ended.fraction, ended.result, start_job(store, job.id)) == (JobState.DONE, 1, 1, False)


@pytest.mark.parametrize("state", [JobState.FAILED, JobState.CANCELLED, JobState.INTERRUPTED])
def test_a_job_that_did_not_get_done_can_start_again(store, state):
    job = add_job(store, "x", "a.b", {})
    start_job(store, job.id)
    finish_job(store, job.id, state, error="rusak")
    assert start_job(store, job.id)
    again = get_job(store, job.id)
    assert (again.state, again.ended, again.error) == (JobState.RUNNING, None, "")


def test_of_two_programs_that_want_a_job_one_gets_it(workspace):
    with open_store(workspace) as one, open_store(workspace) as other:
        job = add_job(one, "1", "a.b", {})
        assert (start_job(one, job.id), start_job(other, job.id)) == (True, False)


def test_a_job_moves_to_another_process_unless_it_is_another_programs_by_now(store):
    job = add_job(store, "x", "a.b", {})
    start_job(store, job.id, 4242)
    assert not move_job(store, job.id, 1, os.getpid())
    assert move_job(store, job.id, 4242, os.getpid())
    assert interrupt_dead_jobs(store) == []
    finish_job(store, job.id, JobState.INTERRUPTED, error="Its process ended before the job did")
    assert move_job(store, job.id, os.getpid(), os.getpid())
    moved = get_job(store, job.id)
    assert (moved.state, moved.pid, moved.error, moved.ended) == (JobState.RUNNING, os.getpid(), "", None)
    finish_job(store, job.id, JobState.CANCELLED)
    assert not move_job(store, job.id, os.getpid(), os.getpid())
    assert get_job(store, job.id).state is JobState.CANCELLED


def test_a_job_whose_process_is_gone_is_interrupted_and_can_start_again(store):
    mine, theirs, reused = (add_job(store, title, "a.b", {}) for title in ("mine", "theirs", "reused"))
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as child:
        start_job(store, mine.id)
        start_job(store, theirs.id, child.pid)
        start_job(store, reused.id)
        assert interrupt_dead_jobs(store) == []
        child.kill()
    with store.transaction():
        # The pid lives again, as another process.
        store.db.execute("UPDATE jobs SET pid_created = pid_created - 1000 WHERE id = ?", [reused.id])
    assert [job.title for job in interrupt_dead_jobs(store)] == ["theirs", "reused"]
    assert get_job(store, theirs.id).error == "Its process ended before the job did"
    assert [job.title for job in list_jobs(store, {JobState.RUNNING})] == ["mine"]
    assert start_job(store, theirs.id)
    assert (get_job(store, theirs.id).error, get_job(store, theirs.id).ended) == ("", None)


def test_jobs_are_listed_in_order_and_the_oldest_ended_ones_are_forgotten(store, monkeypatch):
    monkeypatch.setattr(jobs, "KEPT_ENDED", 2)
    for number in range(5):
        job = add_job(store, str(number), "a.b", {})
        if number:
            finish_job(store, job.id, JobState.FAILED, error="rusak")
    add_job(store, "5", "a.b", {})
    assert [job.title for job in list_jobs(store)] == ["0", "3", "4", "5"]
    assert [job.title for job in list_jobs(store, limit=2)] == ["4", "5"]
    assert [job.title for job in list_jobs(store, {JobState.WAITING})] == ["0", "5"]
    assert list_jobs(store, set()) == []


def test_a_job_that_is_not_there_says_where_to_look(store):
    with pytest.raises(NotFound) as caught:
        get_job(store, 7)
    assert str(caught.value) == "There is no job 7. `siar jobs list` shows those that there are."
