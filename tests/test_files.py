"""Files are written whole or not at all, under names that every system takes."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from studio.errors import CannotWrite, NotFound, OutOfSpace
from studio.files import digest, existing_file, free_name, slug, whole_file, write_text


def test_a_file_is_there_when_the_block_ends_and_not_before(tmp_path: Path) -> None:
    path = tmp_path / "new" / "script.md"
    with whole_file(path) as temporary:
        assert (temporary.suffix, temporary.parent) == (".md", path.parent)
        temporary.write_text("hello")
        assert not path.exists()
    assert path.read_text() == "hello"
    assert [one.name for one in path.parent.iterdir()] == ["script.md"]


def test_what_was_there_stays_when_writing_fails(tmp_path: Path) -> None:
    path = tmp_path / "script.md"
    path.write_text("old")
    with pytest.raises(ValueError, match="stop"), whole_file(path) as temporary:
        temporary.write_text("half")
        raise ValueError("stop")
    assert path.read_text() == "old"
    assert [one.name for one in tmp_path.iterdir()] == ["script.md"]


@pytest.mark.parametrize(("number", "kind"), [(errno.ENOSPC, OutOfSpace), (errno.EACCES, CannotWrite)])
def test_a_full_or_forbidden_disk_is_told(tmp_path: Path, number: int, kind: type[Exception]) -> None:
    with pytest.raises(kind), whole_file(tmp_path / "a.txt"):
        raise OSError(number, "as the system says it")


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CannotWrite, match=r"cannot be written"):
        write_text(tmp_path / "file" / "a.txt", "hello")


def test_a_file_that_is_not_there_or_is_a_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match=r"There is no file .*Check the name"):
        existing_file(tmp_path / "nothing.mp4")
    with pytest.raises(NotFound, match=r"is a folder, not a file"):
        existing_file(tmp_path)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Cahaya bagus, modal murah", "cahaya-bagus-modal-murah"),
        ("12.12!", "12-12"),
        ("🎉", "untitled"),
        ("É/..\\x", "e-x"),
        ("CON", "con-item"),
    ],
)
def test_names_of_files_are_plain(text: str, name: str) -> None:
    assert slug(text) == name


def test_a_taken_name_gets_a_number(tmp_path: Path) -> None:
    for name in ("a.md", "a (2).md"):
        (tmp_path / name).write_text("")
    assert free_name(tmp_path / "a.md").name == "a (3).md"


def test_digests_tell_files_apart(tmp_path: Path) -> None:
    for name, text in (("a", "1"), ("b", "1"), ("c", "2")):
        (tmp_path / name).write_text(text)
    assert digest(tmp_path / "a") == digest(tmp_path / "b") != digest(tmp_path / "c")
