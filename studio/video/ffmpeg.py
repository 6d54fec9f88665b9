"""Runs the ffmpeg that comes with imageio-ffmpeg: with progress, its last useful words as an error, never orphaned."""

from __future__ import annotations

import contextlib
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import IO

from studio.errors import EncodingFailed, OutOfSpace

Progress = Callable[[float, str], None]

# The child dies with us, however we die: the shell kills it when our end of the pipe to its standard input closes.
# (A signal on the parent's death exists on Linux only, and setting it needs code between fork and exec.)
_WATCHED = """
exec 3<&0
"$0" "$@" </dev/null 3<&- &
child=$!
{ read -r _ <&3; kill -9 $child; } >/dev/null 2>&1 &
watcher=$!
wait $child
status=$?
kill $watcher 2>/dev/null
exit $status
"""

# What ffmpeg says at the end of every failure, and which tells nobody anything.
_NOISE = re.compile(
    r"Conversion failed!|Error opening (?:input|output) files?\b|Error (?:re)?initializing filters|Terminating thread"
    r"|Task finished with error|Error while (?:filtering|processing)|Exiting|Received signal|Fontconfig"
    r"|Error sending frames to consumers|Could not open encoder before EOF|Nothing was written into output"
)
_PREFIX = re.compile(r"^(?:\[[^\]]*\]\s*)+")
_FULL = re.compile(r"No space left on device|not enough space on the disk|Disk quota exceeded", re.I)


@cache
def ffmpeg_path() -> str:
    """The ffmpeg that comes with the program. Raises EncodingFailed where its package is broken."""
    import imageio_ffmpeg

    try:
        return str(imageio_ffmpeg.get_ffmpeg_exe())
    except RuntimeError as error:
        raise EncodingFailed("ffmpeg is missing", "Install Siar Studio again") from error


def file_argument(path: Path) -> str:
    """`path` as ffmpeg takes it in any place of a file name: no colon or percent sign in it means anything."""
    return f"file:{path.absolute()}"


def run_ffmpeg(
    arguments: Sequence[str],
    duration_s: float = 0.0,
    progress: Progress | None = None,
    *,
    verb: str = "Encoding",
    cwd: Path | None = None,
) -> None:
    """Run ffmpeg with `arguments` until it ends, in the folder `cwd`.

    `progress` gets the fraction of `duration_s` (seconds of the result) and a message such as
    "Encoding 0:12 of 0:36, 8 s left". Any exception here, in `progress` too, ends the child.
    Raises EncodingFailed with ffmpeg's last useful line, or OutOfSpace.
    """
    command = [
        ffmpeg_path(), "-hide_banner", "-nostdin", "-nostats", "-loglevel", "error", "-y", "-progress", "pipe:1",
        *arguments,
    ]  # fmt: skip
    with tempfile.TemporaryFile() as errors:
        with _started(command, errors, cwd) as child:
            assert child.stdout is not None
            for seconds, speed in _reports(child.stdout):
                if progress and duration_s > 0:
                    progress(min(1.0, seconds / duration_s), _message(verb, seconds, duration_s, speed))
            status = child.wait()
        if status:
            errors.seek(0)
            raise encoding_error(errors.read().decode("utf-8", errors="replace"), status)
    if progress:
        progress(1.0, f"{verb} done")


@contextlib.contextmanager
def _started(command: list[str], errors: IO[bytes], cwd: Path | None) -> Iterator[subprocess.Popen[bytes]]:
    if sys.platform == "win32":
        child = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=errors,
            cwd=cwd,
            creationflags=subprocess.CREATE_NO_WINDOW,
        )
        _tie_to_us(child)
    else:
        child = subprocess.Popen(
            ["/bin/sh", "-c", _WATCHED, *command],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
            cwd=cwd,
        )
    try:
        yield child
    finally:
        if child.poll() is None and sys.platform == "win32":
            child.kill()
        for stream in (child.stdin, child.stdout):
            if stream:
                stream.close()  # the watcher takes that as our end
        child.wait()


def _tie_to_us(child: subprocess.Popen[bytes]) -> None:
    """Put a Windows child into a job object that ends with this process."""
    if sys.platform == "win32":
        import ctypes
        from ctypes import wintypes

        class Limits(ctypes.Structure):
            _fields_ = [
                ("times", ctypes.c_int64 * 2),
                ("flags", wintypes.DWORD),
                ("working_set", ctypes.c_size_t * 2),
                ("processes", wintypes.DWORD),
                ("affinity", ctypes.c_size_t),
                ("classes", wintypes.DWORD * 2),
                ("io", ctypes.c_uint64 * 6),
                ("memory", ctypes.c_size_t * 4),
            ]

        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = wintypes.HANDLE
        kernel.CreateJobObjectW.argtypes = [ctypes.c_void_p, wintypes.LPCWSTR]
        kernel.SetInformationJobObject.argtypes = [wintypes.HANDLE, ctypes.c_int, ctypes.c_void_p, wintypes.DWORD]
        kernel.AssignProcessToJobObject.argtypes = [wintypes.HANDLE, wintypes.HANDLE]
        job = kernel.CreateJobObjectW(None, None)
        limits = Limits(flags=0x2000)  # JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE
        kernel.SetInformationJobObject(job, 9, ctypes.byref(limits), ctypes.sizeof(limits))
        kernel.AssignProcessToJobObject(job, int(child._handle))
        # The handle stays open on purpose: Windows closes it, and so ends the child, when this process ends.


def _reports(stdout: IO[bytes]) -> Iterator[tuple[float, float]]:
    """Seconds of the result so far, and how many of them come a second (0 while that is not known)."""
    seconds = speed = 0.0
    for line in stdout:
        key, _, value = line.decode("ascii", errors="replace").strip().partition("=")
        if key == "out_time_us" and value.lstrip("-").isdigit():
            seconds = max(0.0, int(value) / 1e6)
        elif key == "speed":
            with contextlib.suppress(ValueError):
                speed = float(value.strip().rstrip("x"))
        elif key == "progress":
            yield seconds, speed


def _message(verb: str, seconds: float, duration_s: float, speed: float) -> str:
    text = f"{verb} {_clock(min(seconds, duration_s))} of {_clock(duration_s)}"
    left = (duration_s - seconds) / speed if speed > 0 else 0.0
    if left < 1:
        return text
    return f"{text}, {left:.0f} s left" if left < 90 else f"{text}, {left / 60:.0f} min left"


def _clock(seconds: float) -> str:
    minutes, second = divmod(round(seconds), 60)
    return f"{minutes}:{second:02d}"


def encoding_error(said: str, status: int = 1) -> EncodingFailed | OutOfSpace:
    """What ffmpeg said before it gave up, as an error for a person."""
    if _FULL.search(said):
        return OutOfSpace("The disk is full", "Free some space, then try again")
    lines = [_PREFIX.sub("", line).strip() for line in said.splitlines()]
    useful = [line for line in lines if line and not _NOISE.search(line)] or [line for line in lines if line]
    last = useful[-1] if useful else f"it ended with {status} and said nothing"
    return EncodingFailed(f"ffmpeg gave up: {last}", "Check that the recording plays to its end, then try again")
