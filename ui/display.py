"""Whether a display answers: Qt ends the process without a word where none does."""

from __future__ import annotations

import ctypes
import os
import re
import socket
from collections.abc import Mapping
from pathlib import Path

_TIMEOUT_S = 2.0
_FORM = re.compile(r"(?:(?P<protocol>[a-z]+)/)?(?P<host>.*):(?P<number>\d+)(?:\.\d+)?")


def wayland_answers(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether the compositor that $WAYLAND_DISPLAY names takes a connection."""
    name = environment.get("WAYLAND_DISPLAY", "")
    if not name:
        return False
    folder = environment.get("XDG_RUNTIME_DIR", "")
    path = Path(folder) / name  # an absolute name stays as it is
    return path.is_absolute() and _unix_answers(str(path))


def x_answers(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether the X server that $DISPLAY names takes a connection and lets us in."""
    name = environment.get("DISPLAY", "")
    return bool(name) and _listens(name) and _lets_in(name)


def _listens(name: str) -> bool:
    """Whether somebody listens there: libxcb has no timeout of its own for a host that is gone."""
    if name.startswith("/") and _unix_answers(name):
        return True
    form = _FORM.fullmatch(name)
    if form is None:
        return False
    number, host = int(form["number"]), form["host"]
    if host in ("", "unix") and form["protocol"] in (None, "unix"):
        path = f"/tmp/.X11-unix/X{number}"
        return _unix_answers(f"\0{path}") or _unix_answers(path) or _tcp_answers("localhost", number)
    return _tcp_answers(host.strip("[]") or "localhost", number)


def _lets_in(name: str) -> bool:
    """What Qt's own way of connecting says, with the keys of ~/.Xauthority; True where it cannot be tried."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = (ctypes.c_char_p, ctypes.c_void_p)
    xcb.xcb_connection_has_error.argtypes = xcb.xcb_disconnect.argtypes = (ctypes.c_void_p,)
    connection = xcb.xcb_connect(os.fsencode(name), None)
    try:
        return not xcb.xcb_connection_has_error(connection)
    finally:
        xcb.xcb_disconnect(connection)


def _unix_answers(path: str) -> bool:
    try:
        with socket.socket(socket.AF_UNIX) as tried:
            tried.settimeout(_TIMEOUT_S)
            tried.connect(path)
    except OSError:
        return False
    return True


def _tcp_answers(host: str, number: int) -> bool:
    if not 0 <= 6000 + number <= 65535:
        return False
    try:
        socket.create_connection((host, 6000 + number), _TIMEOUT_S).close()
    except OSError:
        return False
    return True


def has_cursors() -> bool:
    """Whether the library is there without which Qt finds no X display; it would be loaded next in any case."""
    try:
        ctypes.CDLL("libxcb-cursor.so.0")
    except OSError:
        return False
    return True
