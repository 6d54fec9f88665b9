"""How much of this computer recognition may take: threads and the form of the weights, chosen from it, or set."""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass
from pathlib import Path

from studio.errors import InvalidValue
from studio.files import write_text
from studio.speech.network import settings_file

COMPUTES = ("int8", "float32")
"""The forms in which a processor runs a checkpoint; a graphics card that CTranslate2 knows takes float16."""
_MOST_THREADS = 64
_AUTO = {"", "-", "auto", "none", "0"}


@dataclass(frozen=True, slots=True)
class Machine:
    """What a person set; 0 threads and a compute of "" are chosen from the computer."""

    threads: int = 0
    compute: str = ""


def machine_file() -> Path:
    """The file of the settings, beside those of the checkpoints."""
    return settings_file().with_name("speech.toml")


def load() -> Machine:
    """What is set: the environment (`$SIAR_THREADS`, `$SIAR_COMPUTE`) before the file.

    Raises InvalidValue where either cannot be understood.
    """
    path = machine_file()
    data: dict[str, object] = {}
    if path.exists():
        try:
            data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise InvalidValue(
                f"The settings in {path} cannot be read ({error})", "Correct the file, or delete it"
            ) from error
    threads = os.environ.get("SIAR_THREADS") or str(data.get("threads", ""))
    compute = os.environ.get("SIAR_COMPUTE") or str(data.get("compute", ""))
    return Machine(checked_threads(threads), checked_compute(compute))


def save(threads: str | None = None, compute: str | None = None) -> Machine:
    """Keep threads, compute, or both; "auto" leaves it to the program again, None leaves it as it was.

    Raises InvalidValue or CannotWrite.
    """
    before = load() if threads is None or compute is None else Machine()
    kept = Machine(
        before.threads if threads is None else checked_threads(threads),
        before.compute if compute is None else checked_compute(compute),
    )
    text = f"# How much of this computer Siar Studio takes to recognise speech.\nthreads = {kept.threads}\n"
    write_text(machine_file(), text + f'compute = "{kept.compute}"\n')
    return kept


def threads() -> int:
    """The threads that recognition takes: those that are set, else the cores that this process may use.

    Twice as many threads, where a core has two, make matrix products slower.
    """
    import psutil

    given = load().threads
    if given:
        return given
    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(allowed, psutil.cpu_count(logical=False) or allowed, 16))


def checked_threads(text: str) -> int:
    """The number of threads in `text`, 0 for "auto". Raises InvalidValue."""
    plain = text.strip().lower()
    if plain in _AUTO:
        return 0
    if not plain.isdigit() or not 1 <= int(plain) <= _MOST_THREADS:
        raise InvalidValue(f"{text} is no number of threads", f"Give 1 to {_MOST_THREADS}, or auto")
    return int(plain)


def checked_compute(text: str) -> str:
    """The form of the weights in `text`, "" for "auto". Raises InvalidValue."""
    plain = text.strip().lower()
    if plain in _AUTO:
        return ""
    if plain not in COMPUTES:
        raise InvalidValue(f"{text} is no form that a processor runs", f"Use {', '.join(COMPUTES)} or auto")
    return plain
