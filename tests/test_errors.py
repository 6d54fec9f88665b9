"""Errors are sentences, and arrive from a worker as they were raised."""

from __future__ import annotations

import pickle

import pytest

from studio import errors

TREE = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, errors.SiarError)]


@pytest.mark.parametrize("kind", TREE)
def test_every_error_pickles(kind: type[errors.SiarError]) -> None:
    error = pickle.loads(pickle.dumps(kind("The file is empty", "Choose another one")))
    assert (type(error), str(error)) == (kind, "The file is empty. Choose another one.")


def test_a_sentence_ends_once() -> None:
    assert str(errors.SiarError("It is full.", "Free some space.")) == "It is full. Free some space."
    assert str(errors.SiarError("It is full")) == "It is full."


def test_every_error_stands_in_the_drawing_of_the_tree() -> None:
    assert errors.__doc__ is not None
    assert [kind.__name__ for kind in TREE if kind.__name__ not in errors.__doc__] == []
