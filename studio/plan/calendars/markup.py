"""Notes that another program wrote as HTML, as plain text."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_TAG = re.compile(r"</?(?:p|br|div|span|b|i|u|a|ul|ol|li|html|body|strong|em|font|table)\b[^<>]*>", re.IGNORECASE)
_LINES = {"p", "br", "div", "li", "tr", "ul", "ol", "table"}
_UNSEEN = {"style", "script", "head"}


def plain_text(text: str) -> str:
    """`text` without its HTML, where it has any; each link is followed by its address if it shows another text."""
    if not _TAG.search(text):
        return text
    reader = _Reader()
    reader.feed(text)
    reader.close()
    lines = ("".join(reader.parts)).split("\n")
    return re.sub(r"\n{3,}", "\n\n", "\n".join(" ".join(line.split()) for line in lines)).strip()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._unseen = 0
        self._address = ""
        self._since = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag in _LINES:
            self.parts.append("\n")
        if tag == "li":
            self.parts.append("- ")
        elif tag == "a":
            self._address, self._since = dict(attrs).get("href") or "", len(self.parts)

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag in ("p", "ul", "ol"):
            self.parts.append("\n")
        elif tag == "a":
            if self._address and self._address not in "".join(self.parts[self._since :]):
                self.parts.append(f" ({self._address})")
            self._address = ""

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.parts.append(data)
