"""From a live session's script to its timed rundown; the doors to rows and sheets stand here too."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from studio.decks.columns import kind_name
from studio.decks.rows import Row, Rundown, Segment, Timed, checks, over_s, timeline, total_s
from studio.decks.sheet import read_rundown, write_rundown
from studio.decks.text import clean_line, clean_lines
from studio.decks.words import listed
from studio.plan.item import Item, Product

if TYPE_CHECKING:
    from studio.scripts.script import Script, Section

__all__ = [
    "Row",
    "Rundown",
    "Segment",
    "Timed",
    "checks",
    "hosts",
    "kind_name",
    "over_s",
    "read_rundown",
    "rundown_from_script",
    "timeline",
    "total_s",
    "voucher_code",
    "write_rundown",
]

# Usual lengths in minutes: how the time that no heading claims is shared out.
_USUAL = {
    Segment.OPENING: 2,
    Segment.TEACHING: 8,
    Segment.DEMO: 6,
    Segment.PRODUCT: 5,
    Segment.VOUCHER: 3,
    Segment.QA: 8,
    Segment.QUIZ: 4,
    Segment.CLOSING: 2,
}
# A short video's sections, where somebody presents one live.
_OF_VIDEO = {"hook": Segment.OPENING, "cta": Segment.CLOSING}
_HOST = re.compile(r"(?:host|pembawa acara|pemandu|presenter)\s*[:=]\s*(.+)", re.IGNORECASE)
_SCREEN = re.compile(r"(?:di layar|layar|on[- ]screen|screen|aset|asset)\s*[:=]\s*(.+)", re.IGNORECASE)
_BETWEEN_HOSTS = re.compile(r"\s*(?:,|&|/|\bdan\b|\band\b|\bbersama\b|\bwith\b)\s*", re.IGNORECASE)
_NAMED_CODE = re.compile(r"(?:kode|code|voucher)[^\n:]{0,20}[:=]?\s*\"?([A-Z][A-Z0-9]{3,19})\b", re.IGNORECASE)
_CODE = re.compile(r"\b(?=[A-Z0-9]*\d)[A-Z][A-Z0-9]{3,19}\b|\b[A-Z]{5,20}\b")


def hosts(item: Item) -> tuple[str, ...]:
    """The item's hosts by name: "Bima dan Sari" is two."""
    return tuple(name for name in _BETWEEN_HOSTS.split(clean_line(item.host)) if name)


def voucher_code(texts: Iterable[str]) -> str:
    """The voucher's code in `texts`: what stands after "kode" or "code", else the first word like KELAS10, or ""."""
    lines = list(texts)
    for line in lines:
        found = _NAMED_CODE.search(line)
        if found and found[1].isupper():
            return found[1]
    return next((found[0] for line in lines if (found := _CODE.search(line))), "")


def rundown_from_script(script: Script, item: Item) -> Rundown:
    """One row a section, all starts soft from the item's own, within a slot of the item's duration.

    Lengths are the script's targets; only sections without one share what is left of the slot (or take a usual
    length). A product row carries the product of its bullet, completed from the item's products of that name.
    """
    kinds = [_kind(section) for section in script.sections]
    lengths = _lengths([section.target_s for section in script.sections], kinds, item)
    open_products = list(item.products)
    everyone = listed(hosts(item), item.language)
    rows = []
    for number, (section, kind, length) in enumerate(zip(script.sections, kinds, lengths, strict=True), 1):
        product = _product(section, open_products) if kind is Segment.PRODUCT else section.product
        host, asset, notes = _directions(section.directions)
        points = clean_lines(section.points)
        spoken = clean_lines(section.spoken)
        rows.append(
            Row(
                cue=str(number),
                start=None,
                duration_s=length,
                kind=kind,
                title=clean_line(section.name) or (product.name if product else kind_name(kind, item.language)),
                points=points,
                product=product,
                host=host or everyone,
                asset=asset,
                notes=notes,
                voucher=voucher_code(points + spoken) if kind is Segment.VOUCHER else "",
                spoken=spoken,
            )
        )
    start = item.start if isinstance(item.start, datetime) else None
    return Rundown(tuple(rows), start, item.duration_min * 60 if item.duration_min else None)


def _kind(section: Section) -> Segment:
    if section.kind in set(Segment):
        return Segment(section.kind)
    return _OF_VIDEO.get(section.kind) or (Segment.PRODUCT if section.product else Segment.TEACHING)


def _lengths(targets: list[float | None], kinds: list[Segment], item: Item) -> list[float]:
    weights = [_USUAL[kind] * 60.0 for kind, target in zip(kinds, targets, strict=True) if target is None]
    left = (item.duration_min or 0) * 60 - sum(target or 0 for target in targets)
    scale = left / sum(weights) if weights and left > 0 else 1.0
    # Whole half minutes read well; what rounding takes, the longest open row gives back.
    shares = [max(30.0, round(weight * scale / 30) * 30.0) for weight in weights]
    if weights and left > 0:
        longest = shares.index(max(shares))
        shares[longest] = max(30.0, shares[longest] + left - sum(shares))
    given = iter(shares)
    return [next(given) if target is None else target for target in targets]


def _product(section: Section, open_products: list[Product]) -> Product | None:
    """The section's product: its bullet's, else the item's product that it names, else the next one not shown yet."""
    own = section.product
    said = " ".join((section.name, *section.points, *section.spoken)).casefold()
    match = next((p for p in open_products if own and p.name.casefold() == own.name.casefold()), None)
    if match is None and own is None:
        named = (p for p in open_products if p.name and p.name.casefold() in said)
        match = next(named, open_products[0] if open_products else None)
    if match is not None:
        open_products.remove(match)
    if own is None or match is None:
        return own or match
    return Product(own.name, own.price or match.price, own.link or match.link, own.note or match.note)


def _directions(lines: tuple[str, ...]) -> tuple[str, str, str]:
    """Host, asset and the rest of a section's directions."""
    host, asset, rest = "", "", []
    for line in clean_lines(lines):
        if not host and (found := _HOST.fullmatch(line)):
            host = found[1]
        elif not asset and (found := _SCREEN.fullmatch(line)):
            asset = found[1]
        else:
            rest.append(line)
    return host, asset, "\n".join(rest)
