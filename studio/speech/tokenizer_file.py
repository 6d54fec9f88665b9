"""Whisper's tokenizer as the tokenizer.json that faster-whisper reads, made from the ranks in openai-whisper."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from studio.files import write_text

if TYPE_CHECKING:
    from tiktoken import Encoding


@lru_cache(1)
def _signs() -> dict[int, str]:
    """GPT-2's printable sign for each byte: the byte itself where it prints, else one from 256 on."""
    printing = [*range(ord("!"), ord("~") + 1), *range(ord("¡"), ord("¬") + 1), *range(ord("®"), ord("ÿ") + 1)]
    signs = {byte: chr(byte) for byte in printing}
    others = [byte for byte in range(256) if byte not in signs]
    return signs | {byte: chr(256 + index) for index, byte in enumerate(others)}


def _written(token: bytes) -> str:
    signs = _signs()
    return "".join(signs[byte] for byte in token)


def vocabulary(multilingual: bool, languages: int) -> list[str]:
    """Every token of a Whisper checkpoint in the order of its ids, as byte-level strings; special ones as they are."""
    encoding = _encoding(multilingual, languages)
    names = {number: name for name, number in encoding._special_tokens.items()}
    return [
        names[number] if number in names else _written(encoding.decode_single_token_bytes(number))
        for number in range(encoding.n_vocab)
    ]


def write_tokenizer(path: Path, multilingual: bool, languages: int) -> None:
    """Write tokenizer.json for a checkpoint with `languages` languages (99, or 100 since large-v3) to `path`."""
    write_text(path, _content(multilingual, languages))


@lru_cache(3)  # finding fifty thousand merges takes a second, and a folder of checkpoints shares one vocabulary
def _content(multilingual: bool, languages: int) -> str:
    from tokenizers import AddedToken, Tokenizer, decoders, models, pre_tokenizers

    encoding = _encoding(multilingual, languages)
    ranks = encoding._mergeable_ranks
    tokens = {_written(token): rank for token, rank in ranks.items()}
    merges = [
        (_written(left), _written(right))
        for token in sorted(ranks, key=ranks.__getitem__)
        for left, right in _merge(token, ranks)
    ]
    tokenizer = Tokenizer(models.BPE(vocab=tokens, merges=merges))
    # Both have GPT-2's own pattern, which parts words before the bytes are merged.
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=True)
    tokenizer.decoder = decoders.ByteLevel()
    special = sorted(encoding._special_tokens.items(), key=lambda pair: pair[1])
    tokenizer.add_special_tokens([AddedToken(name, normalized=False, special=True) for name, _ in special])
    content: str = tokenizer.to_str()
    return content


def _encoding(multilingual: bool, languages: int) -> Encoding:
    from whisper.tokenizer import get_encoding

    encoding: Encoding = get_encoding("multilingual" if multilingual else "gpt2", num_languages=languages)
    return encoding


def _merge(token: bytes, ranks: dict[bytes, int]) -> list[tuple[bytes, bytes]]:
    """The two tokens that were merged into `token`: what byte-pair encoding leaves if it stops just before it.

    Empty for a single byte, which nothing was merged into, and for the empty token among the multilingual ranks.
    """
    parts = [token[index : index + 1] for index in range(len(token))]
    while len(parts) > 2:
        pairs = [ranks.get(left + right, len(ranks)) for left, right in pairwise(parts)]
        at = min(range(len(pairs)), key=pairs.__getitem__)
        parts[at : at + 2] = [parts[at] + parts[at + 1]]
    return [(parts[0], parts[1])] if len(parts) == 2 else []
