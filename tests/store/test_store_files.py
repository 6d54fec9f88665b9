"""What the store knows of files: artefacts and digests."""

import os
import sqlite3
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from studio.checks import Check
from studio.errors import NotFound
from studio.files import digest
from studio.plan.item import Item
from studio.store import open_store
from studio.store.artefacts import Artefact, all_artefacts, artefacts, forget_artefacts, record_artefacts, record_checks
from studio.store.digests import file_digest
from studio.store.items import add_item
from studio.store.undo import history, undo

MADE = datetime(2026, 12, 1, 12, 0, 0, 123456, tzinfo=UTC)


def artefact(step, name, subject="item:u1"):
    return Artefact(
        subject, step, name, f"out/é/{name}", "f" * 32, {"title": "Cahaya", "n": [1, None]}, "0" * 32, MADE, "fast"
    )


def test_artefacts_come_back_whole_after_a_restart(workspace):
    made = [artefact("thumbnail", "tiktok.jpg"), artefact("thumbnail", "youtube.jpg")]
    with open_store(workspace) as store:
        record_artefacts(store, made)
        record_artefacts(store, [artefact("script", "naskah.md")])
        record_artefacts(store, [artefact("subtitles", "a b.id.srt", "file:/a b.mp4")])
    with open_store(workspace) as store:
        assert artefacts(store, "item:u1", "thumbnail") == made
        assert [part.name for part in artefacts(store, "item:u1")] == ["naskah.md", "tiktok.jpg", "youtube.jpg"]
        assert {subject: len(parts) for subject, parts in all_artefacts(store).items()} == {
            "item:u1": 3,
            "file:/a b.mp4": 1,
        }


def test_an_artefact_takes_the_place_of_its_namesake(store):
    record_artefacts(store, [artefact("thumbnail", "a.jpg"), artefact("thumbnail", "b.jpg")])
    newer = replace(artefact("thumbnail", "b.jpg"), output_hash="1" * 32)
    record_artefacts(store, [newer, artefact("script", "a.md")])
    assert artefacts(store, "item:u1", "thumbnail") == [artefact("thumbnail", "a.jpg"), newer]
    forget_artefacts(store, "item:u1", "thumbnail")
    assert [part.name for part in artefacts(store, "item:u1")] == ["a.md"]
    forget_artefacts(store, "item:u1")
    assert artefacts(store, "item:u1") == []


def test_checks_are_kept_with_each_artefact_of_their_step(store):
    record_artefacts(
        store, [artefact("thumbnail", "a.jpg"), artefact("thumbnail", "b.jpg"), artefact("script", "a.md")]
    )
    seen = store.version()
    record_checks(store, "item:u1", "thumbnail", [Check("contrast", False, 'Contrast 2:1 behind "Cahaya é"')])
    kept = {part.name: part.checks for part in artefacts(store, "item:u1")}
    looked = (Check("contrast", False, 'Contrast 2:1 behind "Cahaya é"'),)
    assert kept == {"a.jpg": looked, "b.jpg": looked, "a.md": ()}
    assert store.version() != seen


def test_artefacts_are_no_part_of_the_history_but_views_are_told(store):
    add_item(store, Item("satu"))
    seen = store.version()
    record_artefacts(store, [artefact("script", "a.md")])
    assert store.version() != seen
    assert len(history(store)) == 1
    undo(store)
    assert len(artefacts(store, "item:u1")) == 1


def test_artefacts_recorded_in_a_transaction_that_fails_are_not_there(store):
    record_artefacts(store, [artefact("script", "a.md")])
    with pytest.raises(ZeroDivisionError), store.transaction():
        record_artefacts(store, [artefact("script", "b.md")])
        raise ZeroDivisionError
    assert [part.name for part in artefacts(store, "item:u1")] == ["a.md"]


def aged(path, text, seconds):
    """Write `text` to `path`, as if that had been `seconds` ago."""
    path.write_text(text)
    then = path.stat().st_mtime_ns - seconds * 10**9
    os.utime(path, ns=(then, then))
    return then


def test_a_digest_is_computed_once_while_a_file_does_not_change(store, tmp_path):
    path = tmp_path / "rekaman é.mp4"
    then = aged(path, "satu", 60)
    first = file_digest(store, path)
    assert first == digest(path)
    path.write_text("duaa")  # same size, and the time put back: the memory is asked, not the file
    os.utime(path, ns=(then, then))
    assert file_digest(store, path) == first
    aged(path, "tiga", 30)
    assert file_digest(store, path) == digest(path) != first
    assert len(store.rows("SELECT * FROM digests")) == 1


def test_the_digest_of_a_file_that_was_just_written_is_not_remembered(store, tmp_path):
    path = tmp_path / "baru.md"
    aged(path, "satu", -60)  # however long the test takes to come to the next line
    assert file_digest(store, path) == digest(path)
    assert store.rows("SELECT * FROM digests") == []


def test_a_digest_that_cannot_be_remembered_is_told_all_the_same(store, tmp_path):
    path = tmp_path / "lama.md"
    aged(path, "satu", 60)
    store.wait_at_most(0.01)
    other = sqlite3.connect(store.workspace.database, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert file_digest(store, path) == digest(path)
    other.close()
    assert store.rows("SELECT * FROM digests") == []


def test_the_digest_of_a_file_that_is_not_there_says_so(store, tmp_path):
    with pytest.raises(NotFound, match="There is no file"):
        file_digest(store, tmp_path / "tidak ada")
