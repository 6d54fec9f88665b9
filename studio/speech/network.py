"""From where checkpoints are fetched and through which proxy: one small file that window and command line share."""

from __future__ import annotations

import json
import os
import tomllib
import urllib.request
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from studio.errors import InvalidValue
from studio.files import write_text

PUBLISHED = "https://openaipublic.azureedge.net/main/whisper/models"
"""Where OpenAI publishes them, as PUBLISHED/SHA256/NAME.pt; a mirror has the same form."""
ENVIRONMENT, SETTINGS, GIVEN, BUILT_IN = "environment", "settings", "given", ""
_NONE = {"", "-", "none"}


@dataclass(frozen=True, slots=True)
class Network:
    """What a person set: `mirror` and `proxy` as web addresses, "" where nothing is set."""

    mirror: str = ""
    proxy: str = ""


@dataclass(frozen=True, slots=True)
class Route:
    """What holds now, and where each was said: "given", "environment", "settings" or "" for the program's own.

    A `proxy` of "" leaves the choice to the system's settings.
    """

    mirror: str
    mirror_from: str
    proxy: str
    proxy_from: str


def settings_file() -> Path:
    """The file of the settings: in `$SIAR_CONFIG`, else in the system's folder for a person's settings."""
    given = os.environ.get("SIAR_CONFIG")
    if given:
        return Path(given) / "checkpoints.toml"
    from platformdirs import user_config_path

    return user_config_path("siar-studio", appauthor=False) / "checkpoints.toml"


def load() -> Network:
    """What is set; nothing where the file is not there. Raises InvalidValue where it cannot be understood."""
    path = settings_file()
    if not path.exists():
        return Network()
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InvalidValue(
            f"The settings in {path} cannot be read ({error})", "Correct the file, or delete it"
        ) from error
    return Network(checked_mirror(str(data.get("mirror", ""))), checked_proxy(str(data.get("proxy", ""))))


def save(mirror: str | None = None, proxy: str | None = None) -> Network:
    """Keep a mirror, a proxy, or both; "" or "none" forgets one, None leaves it. Raises InvalidValue, CannotWrite."""
    before = Network()
    if mirror is None or proxy is None:
        before = load()
    kept = Network(
        before.mirror if mirror is None else checked_mirror(mirror),
        before.proxy if proxy is None else checked_proxy(proxy),
    )
    # A JSON string is a TOML string too.
    lines = [f"{name} = {json.dumps(getattr(kept, name), ensure_ascii=False)}" for name in ("mirror", "proxy")]
    path = settings_file()
    write_text(path, "# Where Siar Studio fetches speech checkpoints from.\n" + "\n".join(lines) + "\n")
    with suppress(OSError):
        path.chmod(0o600)  # a proxy's password may stand in it
    return kept


def route(mirror: str | None = None, proxy: str | None = None) -> Route:
    """What holds now: what is given, before the environment, before the settings, before OpenAI's own address."""
    told = Network() if mirror and proxy else load()
    mirrors = (
        (checked_mirror(mirror or ""), GIVEN),
        (checked_mirror(os.environ.get("SIAR_MODELS_MIRROR", ""), "SIAR_MODELS_MIRROR"), ENVIRONMENT),
        (told.mirror, SETTINGS),
        (PUBLISHED, BUILT_IN),
    )
    address, address_from = next(pair for pair in mirrors if pair[0])
    from_system = urllib.request.getproxies_environment()
    environment = from_system.get(address.partition(":")[0]) or from_system.get("all") or ""
    proxies = ((checked_proxy(proxy or ""), GIVEN), (environment, ENVIRONMENT), (told.proxy, SETTINGS), ("", BUILT_IN))
    through, through_from = next(pair for pair in proxies if pair[0] or pair[1] == BUILT_IN)
    return Route(address, address_from, through, through_from)


def opener(way: Route) -> urllib.request.OpenerDirector:
    """What opens addresses by that way; where nobody and no variable names a proxy, the system's holds."""
    if way.proxy_from in (GIVEN, SETTINGS):
        return urllib.request.build_opener(urllib.request.ProxyHandler({"http": way.proxy, "https": way.proxy}))
    return urllib.request.build_opener()


def checked_mirror(text: str, name: str = "the mirror") -> str:
    """A mirror's address without a slash at its end; "" for none. Raises InvalidValue."""
    text = text.strip()
    if text.lower() in _NONE:
        return ""
    advice = f"Set {name} to one such as https://mirror.example/whisper"
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise InvalidValue(f"{shown(text)} is no web address ({error})", advice) from error
    if parts.scheme not in ("https", "http") or not host or any(letter.isspace() for letter in text):
        raise InvalidValue(f"{shown(text)} is no web address", advice)
    if "@" in parts.netloc or parts.query or parts.fragment:
        raise InvalidValue(f"{shown(text)} holds more than a place (a password, a ? or a #)", advice)
    return text.rstrip("/")


def checked_proxy(text: str) -> str:
    """A proxy's address with its http://; "" for none. Raises InvalidValue."""
    text = text.strip()
    if text.lower() in _NONE:
        return ""
    whole = text if "://" in text else f"http://{text}"
    advice = "Write it as http://HOST:PORT, or http://NAME:PASSWORD@HOST:PORT where it asks for them"
    try:
        parts = urlsplit(whole)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise InvalidValue(f"{shown(text)} is no proxy's address ({error})", advice) from error
    if parts.scheme != "http":
        raise InvalidValue(f"A {parts.scheme} proxy cannot be used", advice)
    if not host or any(letter.isspace() for letter in whole):
        raise InvalidValue(f"{shown(text)} is no proxy's address", advice)
    return whole.rstrip("/")


def shown(address: str) -> str:
    """An address as it may be shown and written down: without a password."""
    head, at, place = address.rpartition("@")
    if not at or ":" not in head.rpartition("//")[2]:
        return address
    scheme, slashes, login = head.rpartition("//")
    return f"{scheme}{slashes}{login.partition(':')[0]}:…@{place}"
