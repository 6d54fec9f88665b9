"""Links as a slide shows them and as it follows them."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit, urlunsplit

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_SAFE = {"http", "https", "mailto"}


def readable(link: str) -> str:
    """The link without what nobody types: "https://www.tok.id/ring/" is "tok.id/ring"."""
    return re.sub(r"^https?://(?:www\.)?", "", link.strip(), flags=re.IGNORECASE).rstrip("/")


def target(link: str) -> str:
    """Where a click leads: an http, https or mailto address in ASCII; "" for what is no such address.

    Other schemes (file:, javascript:, ms-word:) start programs from a slide, and are shown as text only.
    """
    link = link.strip()
    if not link or any(letter.isspace() for letter in link):
        return ""
    if not _SCHEME.match(link):
        if "." not in link.split("/")[0]:
            return ""
        link = f"https://{link}"
    try:
        parts = urlsplit(link)
        if parts.scheme.lower() not in _SAFE or not (parts.netloc or parts.scheme == "mailto"):
            return ""
        host = parts.netloc.encode("idna").decode() if not parts.netloc.isascii() else parts.netloc
    except (ValueError, UnicodeError):
        return ""
    kept = "%/:?#[]@!$&'()*+,;=-._~"
    rest = (quote(part, safe=kept) for part in (parts.path, parts.query, parts.fragment))
    return urlunsplit((parts.scheme, host, *rest))
