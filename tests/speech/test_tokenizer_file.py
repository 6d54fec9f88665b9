"""The tokenizer.json that is written here encodes and decodes as tiktoken does."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.speech.tokenizer_file import vocabulary, write_tokenizer

KINDS = {"multilingual": (True, 99), "English only": (False, 99), "large-v3": (True, 100)}


@pytest.fixture(scope="module", params=KINDS, ids=str)
def both(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Any, Any]:
    """The tokenizer that was written, and openai-whisper's own."""
    from tokenizers import Tokenizer
    from whisper.tokenizer import get_tokenizer

    multilingual, languages = KINDS[request.param]
    path = tmp_path_factory.mktemp("tokenizer") / "tokenizer.json"
    write_tokenizer(path, multilingual, languages)
    return Tokenizer.from_file(str(path)), get_tokenizer(multilingual, num_languages=languages)


@pytest.mark.parametrize(
    "text",
    [
        " Kertas putih harganya cuma Rp15.000.",
        "foto-foto   dan\n\nvideo, 45°",
        " We'll see it's 11.11 — Rp89.000!",
        "🎉👩‍👩‍👧 keren 💯",
        "日本語 한국어 العربية",
        " ",
    ],
)
def test_sentences_become_the_same_tokens(both: tuple[Any, Any], text: str) -> None:
    ours, theirs = both

    tokens = ours.encode(text, add_special_tokens=False).ids

    assert tokens == theirs.encode(text)
    assert ours.decode(tokens) == text


def test_special_tokens_have_the_same_numbers(both: tuple[Any, Any]) -> None:
    ours, theirs = both

    for name, number in theirs.special_tokens.items():
        assert ours.token_to_id(name) == number
    assert ours.decode([theirs.eot, theirs.timestamp_begin]) == ""


@given(text=st.text(st.sampled_from("aikulnge Rp.,'-0159\n\t ñé🎉👧日\u200d"), max_size=60))
def test_any_text_becomes_the_same_tokens(both: tuple[Any, Any], text: str) -> None:
    ours, theirs = both

    tokens = ours.encode(text, add_special_tokens=False).ids

    assert tokens == theirs.encode(text)
    assert ours.decode(tokens) == theirs.decode(tokens)


@pytest.mark.parametrize(("kind", "size"), [("multilingual", 51865), ("English only", 51864), ("large-v3", 51866)])
def test_vocabularies_have_the_sizes_of_whispers_checkpoints(kind: str, size: int) -> None:
    tokens = vocabulary(*KINDS[kind])

    assert len(tokens) == len(set(tokens)) == size
    assert tokens[-1] == "<|30.00|>"
