"""Where a Dask cluster is: an address as a person writes it, and whether somebody answers there."""

from __future__ import annotations

import socket
from urllib.parse import urlsplit

from studio.errors import ClusterFailed, InvalidValue

PORT = 8786
"""Where a Dask scheduler listens unless it is told otherwise."""
_NONE = {"", "-", "none"}
_KNOCK_S = 5.0


def checked_address(text: str) -> str:
    """A scheduler's address as tcp://HOST:PORT or tls://HOST:PORT; "" for none.

    The scheme and Dask's usual port may be left out. Raises InvalidValue.
    """
    text = text.strip()
    if text.lower() in _NONE:
        return ""
    advice = f"Write it as tcp://HOST:{PORT}, as `dask scheduler` shows it"
    try:
        parts = urlsplit(text if "://" in text else f"tcp://{text}")
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise InvalidValue(f"{text} is no address of a cluster ({error})", advice) from error
    if parts.scheme not in ("tcp", "tls"):
        raise InvalidValue(f"A cluster is not reached by {parts.scheme}://", f"{advice}, or with tls:// in front")
    odd = "@" in parts.netloc or parts.path not in ("", "/") or parts.query or parts.fragment
    if not host or odd or any(letter.isspace() for letter in text):
        raise InvalidValue(f"{text} is no address of a cluster", advice)
    return f"{parts.scheme}://{f'[{host}]' if ':' in host else host}:{PORT if port is None else port}"


def knock(address: str) -> None:
    """Raise ClusterFailed at once where nobody listens: Dask itself would try on in silence."""
    parts = urlsplit(address)
    advice = "Start one there with `dask scheduler`, or correct the address"
    try:
        socket.create_connection((parts.hostname or "", parts.port or PORT), timeout=_KNOCK_S).close()
    except socket.gaierror as error:
        raise ClusterFailed(f"No computer called {parts.hostname} is known here", "Correct the address") from error
    except TimeoutError as error:
        raise ClusterFailed(f"The cluster at {address} does not answer", advice) from error
    except (OSError, OverflowError, UnicodeError) as error:
        why = (getattr(error, "strerror", None) or str(error)).lower()
        raise ClusterFailed(f"There is no cluster at {address} ({why})", advice) from error
