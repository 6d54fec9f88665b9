"""From where checkpoints come and through which proxy: set once, read by all, the environment before it."""

from __future__ import annotations

import os

import pytest

from studio.errors import InvalidValue
from studio.speech.network import PUBLISHED, Network, Route, load, route, save, settings_file, shown


@pytest.fixture(autouse=True)
def no_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (
        "SIAR_MODELS_MIRROR",
        "HTTP_PROXY",
        "HTTPS_PROXY",
        "ALL_PROXY",
        "http_proxy",
        "https_proxy",
        "all_proxy",
    ):
        monkeypatch.delenv(name, raising=False)


def test_nothing_is_set_at_first() -> None:
    assert load() == Network()
    assert route() == Route(PUBLISHED, "", "", "")
    assert not settings_file().exists()


def test_what_is_set_is_kept_one_by_one_and_forgotten() -> None:
    save(mirror=" https://cermin.example/whisper/ ")
    assert save(proxy="proxy.kantor:8080") == Network("https://cermin.example/whisper", "http://proxy.kantor:8080")
    assert route() == Route("https://cermin.example/whisper", "settings", "http://proxy.kantor:8080", "settings")
    assert save(mirror="none") == load() == Network("", "http://proxy.kantor:8080")
    if os.name != "nt":
        assert settings_file().stat().st_mode & 0o077 == 0


def test_the_environment_comes_before_the_settings_and_what_is_given_before_both(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    save("https://satu.example", "http://satu:1")
    monkeypatch.setenv("SIAR_MODELS_MIRROR", "https://dua.example/")
    monkeypatch.setenv("HTTPS_PROXY", "http://dua:2")
    assert route() == Route("https://dua.example", "environment", "http://dua:2", "environment")
    assert route("https://tiga.example", "tiga:3") == Route("https://tiga.example", "given", "http://tiga:3", "given")
    # The environment has a proxy for https only.
    assert route("http://empat.example").proxy == "http://satu:1"


@pytest.mark.parametrize(
    ("mirror", "says"),
    [
        ("cermin.example", "cermin.example is no web address. Set the mirror to one such as https://"),
        ("file:///etc", "is no web address"),
        ("https://", "is no web address"),
        ("https://a b.example", "is no web address"),
        ("https://cermin.example:port", "is no web address"),
        ("https://siti:rahasia@cermin.example", "https://siti:…@cermin.example holds more than a place"),
        ("https://cermin.example/?x=1", "holds more than a place"),
    ],
)
def test_what_is_no_mirror_is_refused(mirror: str, says: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        save(mirror=mirror)
    assert says in str(caught.value) and "rahasia" not in str(caught.value)
    assert not settings_file().exists()


@pytest.mark.parametrize(
    "proxy", ["socks5://proxy:1080", "https://proxy:443", "http://", "http://a b:8080", "proxy:delapan"]
)
def test_what_is_no_proxy_is_refused(proxy: str) -> None:
    with pytest.raises(InvalidValue, match="http://HOST:PORT"):
        save(proxy=proxy)


def test_a_file_that_was_edited_wrongly_names_its_line() -> None:
    settings_file().parent.mkdir(parents=True)
    settings_file().write_text("mirror = \nproxy = ''\n")
    with pytest.raises(InvalidValue, match=r"cannot be read .*line 1"):
        route()
    save("https://cermin.example", "none")  # both given: what stood there does not matter
    assert load().mirror == "https://cermin.example"


def test_a_password_is_not_shown() -> None:
    assert shown("http://siti:rahasia@proxy:8080/x") == "http://siti:…@proxy:8080/x"
    assert shown("https://cermin.example/whisper") == "https://cermin.example/whisper"
