"""Files as this program writes them: whole or not at all, and never over what a person edited."""

from __future__ import annotations

import codecs
import errno
import hashlib
import os
import re
import tempfile
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from studio.errors import CannotWrite, NotFound, OutOfSpace, SiarError

_FULL = {errno.ENOSPC, errno.EDQUOT}
_RESERVED = re.compile(r"con|prn|aux|nul|(com|lpt)[0-9]")  # names that Windows takes for devices, with any ending


def write_error(path: Path, error: OSError) -> SiarError:
    """The error to raise for `error`, met while writing `path`."""
    if error.errno in _FULL:
        return OutOfSpace(f"The disk that holds {path.parent} is full", "Free some space, then try again")
    why = error.strerror or str(error)
    if error.errno in (errno.EACCES, errno.EPERM):
        advice = "Close it if another program has it open, or choose a folder that you may write to"
        return CannotWrite(f"{path} cannot be written ({why})", advice)
    return CannotWrite(f"{path} cannot be written ({why})", "Choose another folder, or allow writing to this one")


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """A temporary path beside `path` to write to; renamed to `path` when the block ends well, else removed.

    The temporary name keeps the suffix, since many writers choose their format by it.
    Raises OutOfSpace or CannotWrite.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".siar-", suffix=path.suffix, dir=path.parent)
        os.close(handle)
    except OSError as error:
        raise write_error(path, error) from error
    temporary = Path(name)
    try:
        yield temporary
        with temporary.open("rb+") as file:
            os.fsync(file.fileno())
        temporary.chmod(0o666 & ~_umask())
        temporary.replace(path)
    except OSError as error:
        raise write_error(path, error) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def _umask() -> int:
    # mkstemp makes files that only their owner can read; a deck on a shared drive is for others too.
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def write_text(path: Path, text: str) -> None:
    """Write `text` as UTF-8 with the line ends it has, whole or not at all."""
    with whole_file(path) as temporary:
        temporary.write_text(text, encoding="utf-8", newline="")


def write_bytes(path: Path, data: bytes) -> None:
    """Write `data`, whole or not at all."""
    with whole_file(path) as temporary:
        temporary.write_bytes(data)


def existing_file(path: Path) -> Path:
    """`path`, if it is a file that can be read; else NotFound or CannotWrite's counterpart in words."""
    if not path.exists():
        raise NotFound(f"There is no file {path}", "Check the name, or choose the file again")
    if path.is_dir():
        raise NotFound(f"{path} is a folder, not a file", "Choose a file in it")
    if not os.access(path, os.R_OK):
        raise NotFound(f"{path} cannot be read", "Ask its owner to let you read it, or copy it elsewhere")
    return path


def read_text(path: Path) -> str:
    """The text of a file that any editor may have saved: UTF-8, UTF-16 with its mark, else Windows' western code page.

    Raises NotFound where it cannot be read.
    """
    try:
        data = existing_file(path).read_bytes()
    except OSError as error:
        raise NotFound(f"{path} cannot be read ({error.strerror})", "Close it elsewhere, or copy it") from error
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def digest(path: Path) -> str:
    """BLAKE2b of the file's bytes as 32 hexadecimal digits. Raises OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=16)).hexdigest()


def slug(text: str, longest: int = 60) -> str:
    """`text` as a file name that every system takes: lower-case ASCII words with hyphens; "untitled" if none is."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    name = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:longest].rstrip("-") or "untitled"
    return f"{name}-item" if _RESERVED.fullmatch(name) else name


def free_name(path: Path) -> Path:
    """`path`, or the first of `NAME (2).ext`, `NAME (3).ext` ... that is not taken."""
    if not path.exists():
        return path
    number = 2
    while (other := path.with_name(f"{path.stem} ({number}){path.suffix}")).exists():
        number += 1
    return other
