"""What a deck shows, slide by slide, before anything is drawn; made from a rundown and its item."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from studio.decks.rows import Row, Rundown, Segment, Timed, timeline
from studio.decks.rundown import hosts, voucher_code
from studio.decks.text import clean, clean_line, clean_lines
from studio.decks.words import clock, elapsed, length, listed, tonight, words
from studio.plan.dates import spoken_date, zone_name
from studio.plan.item import Item, Product


class SlideKind(StrEnum):
    """What a slide is for; each has a layout of its own in the template."""

    TITLE = "title"
    AGENDA = "agenda"
    SECTION = "section"
    POINTS = "points"
    PRODUCT = "product"
    VOUCHER = "voucher"
    QUIZ = "quiz"
    QA = "qa"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide as content. What does not fit is split over more of them when the deck is built.

    `kicker` is the small line over the title; `lead` what stands out: a price, a voucher's code, a quiz's question.
    `rows` is the agenda's table: time, what, who. `timing` opens the notes. `picture` has `alt` as its words.
    """

    kind: SlideKind
    title: str
    body: tuple[str, ...] = ()
    kicker: str = ""
    lead: str = ""
    link: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    timing: str = ""
    notes: str = ""
    picture: Path | None = None
    alt: str = ""


_KIND = {
    Segment.OPENING: SlideKind.POINTS,
    Segment.TEACHING: SlideKind.POINTS,
    Segment.DEMO: SlideKind.POINTS,
    Segment.PRODUCT: SlideKind.PRODUCT,
    Segment.VOUCHER: SlideKind.VOUCHER,
    Segment.QA: SlideKind.QA,
    Segment.QUIZ: SlideKind.QUIZ,
    Segment.CLOSING: SlideKind.CLOSING,
}
_PRODUCT = re.compile(r"(?:produk|product)\s*:\s*(\S.*)", re.IGNORECASE)
# What a host keeps to themself: the answer of a quiz, questions for when the comments stay quiet.
_ANSWER = re.compile(r"(?:jawaban|jawab|kunci|answer|key)\s*[:=]", re.IGNORECASE)
_RESERVE = re.compile(r"(?:cadangan|in reserve|reserve|spare)\s*[:=]", re.IGNORECASE)
_QUESTION = re.compile(r"(?:soal|pertanyaan|question)(?:\s*\d+)?\s*[:=.]\s*", re.IGNORECASE)
_ARROW = re.compile(r"\s*(?:->|→)\s*")
_PICTURES = {".png", ".jpg", ".jpeg", ".webp", ".gif", ".bmp", ".tif", ".tiff"}


def outline(rundown: Rundown, item: Item, folder: Path | None = None) -> tuple[Slide, ...]:
    """Title, agenda, one or more slides a segment, products that no row shows, closing.

    The opening is presented over the title and the agenda: its points are for the host, in their notes. Pictures
    that rows name are looked up in `folder`. Every slide's notes begin with its row's timing.
    """
    times = timeline(rundown)
    opening = times[0] if times and times[0].row.kind is Segment.OPENING else None
    slides = [_title(item, opening or (times[0] if times else None))]
    if rundown.rows:
        slides.append(_agenda(times, item, opening))
    shown = [product for timed in times for product in _products(timed)]
    names = {clean_line(product.name).casefold() for product in shown}
    waiting = [product for product in item.products if clean_line(product.name).casefold() not in names]
    last_sale = max((n for n, timed in enumerate(times) if timed.row.kind is Segment.PRODUCT), default=None)
    closing = times[-1] if times and times[-1].row.kind is Segment.CLOSING else None
    for number, timed in enumerate(times):
        if timed is closing and last_sale is None:
            slides += [_product(product, times[max(0, number - 1)], item) for product in waiting]
        if timed is not opening:
            slides += _segment(timed, item, folder)
        if number == last_sale:
            slides += [_product(product, timed, item) for product in waiting]
    if closing is None:
        if last_sale is None:
            slides += [_product(product, times[-1] if times else None, item) for product in waiting]
        slides.append(_farewell(item, times[-1] if times else None))
    return tuple(slides)


def timing(timed: Timed, item: Item) -> str:
    """ "19.32–19.40 WIB · 8 menit · Bima"; counted from the start while the session has no time."""
    row = timed.row
    if timed.start and timed.end:
        when = (
            f"{clock(timed.start, item.language)}–{clock(timed.end, item.language)} {zone_name(timed.start, item.zone)}"
        )
    else:
        when = f"{elapsed(timed.begin_s)}–{elapsed(timed.end_s)} {words(item.language)['start']}"
    return " · ".join(part for part in (when, length(row.duration_s, item.language), clean_line(row.host)) if part)


def _notes(timed: Timed | None, item: Item, points: bool = True) -> tuple[str, str]:
    """The timing of a row, and what its host needs under it: points, spoken text, screen, notes."""
    if timed is None:
        return "", ""
    row, word = timed.row, words(item.language)
    parts = [f"{row.cue}. {row.title}" if row.cue else row.title]
    if points and row.points:
        parts.append("\n".join([f"{word['points']}:", *(f"• {point}" for point in clean_lines(row.points))]))
    if row.spoken:
        parts.append("\n".join([f"{word['spoken']}:", *clean_lines(row.spoken)]))
    if row.asset:
        parts.append(f"{word['screen']}: {clean_line(row.asset)}")
    if row.notes:
        parts.append(f"{word['directions']}: {clean(row.notes)}")
    return timing(timed, item), "\n\n".join(parts)


def _title(item: Item, timed: Timed | None) -> Slide:
    word = words(item.language)
    series = clean_line(item.series or item.campaign)
    kicker = " · ".join(part for part in (word["live"], series) if part)
    when = spoken_date(item.start, item.zone, item.language)
    who = hosts(item)
    body = (
        when,
        f"{word['with']} {listed(who, item.language)}" if who else "",
        _sentence_case(clean_line(item.learning_goal)),
    )
    when_, notes = _notes(timed if timed and timed.row.kind is Segment.OPENING else None, item)
    if not when_ and timed:
        when_ = timing(timed, item)
    return Slide(SlideKind.TITLE, clean_line(item.title), clean_lines(body), kicker, timing=when_, notes=notes)


def _sentence_case(text: str) -> str:
    """`text` with a capital; a goal is kept as it stands within a sentence ("menghitung komisi")."""
    return text[:1].upper() + text[1:]


def _agenda(times: tuple[Timed, ...], item: Item, opening: Timed | None) -> Slide:
    # One host throughout is on the title already, and the seconds are the host's own affair.
    several = len({clean_line(timed.row.host) for timed in times}) > 1
    rows = tuple(
        (
            clock(timed.start.replace(second=0), item.language) if timed.start else elapsed(timed.begin_s),
            clean_line(timed.row.title),
            *((clean_line(timed.row.host),) if several else ()),
        )
        for timed in times
    )
    when, notes = _notes(opening, item)
    goal = clean_line(item.learning_goal)
    start = item.start if isinstance(item.start, datetime) else times[0].start
    return Slide(
        SlideKind.AGENDA,
        tonight(start, item.language),
        kicker=words(item.language)["agenda"],
        rows=rows,
        timing=when or timing(times[0], item),
        notes=notes or (f"{words(item.language)['goal']}: {goal}" if goal else ""),
    )


def _products(timed: Timed) -> list[Product]:
    """A row's products: its own, then those that further bullets of it name."""
    found = [timed.row.product] if timed.row.product else []
    for point in clean_lines(timed.row.points):
        if match := _PRODUCT.fullmatch(point):
            product = Product(*(part.strip() for part in match[1].split("|", 3)))
            if all(product.name.casefold() != other.name.casefold() for other in found):
                found.append(product)
    return found


def _segment(timed: Timed, item: Item, folder: Path | None) -> Iterator[Slide]:
    row = timed.row
    products = _products(timed)
    points = tuple(point for point in clean_lines(row.points) if not _PRODUCT.fullmatch(point))
    when, notes = _notes(timed, item)
    title, kicker = clean_line(row.title), words(item.language)[row.kind.value]
    if title.casefold() == kicker.casefold():
        # A section that is only called what it is: said once, and the last one says goodbye.
        title, kicker = (words(item.language)["thanks"], kicker) if row.kind is Segment.CLOSING else (title, "")
    base = Slide(_KIND[row.kind], title, points, kicker, timing=when, notes=notes)
    if (picture := _picture(row.asset, folder)) is not None:
        base = replace(base, picture=picture, alt=f"{words(item.language)['screen']}: {clean_line(row.title)}")
    if products:
        first, *others = products
        if row.kind is Segment.PRODUCT:
            yield replace(_product(first, timed, item, points), picture=base.picture, alt=first.name, notes=notes)
        else:
            yield from (base, _product(first, timed, item))
        yield from (_product(product, timed, item) for product in others)
    elif row.kind is Segment.QUIZ and points:
        yield from (replace(base, lead=question, body=options) for question, options in _questions(points))
    elif row.kind is Segment.VOUCHER and (code := clean_line(row.voucher) or voucher_code(points)):
        # A bullet that only names the code would say it twice.
        said = tuple(point for point in points if not _only_names(point, code))
        yield replace(
            base, lead=code, body=said if any(code in point for point in points) else _about(code, row) + said
        )
    elif row.kind is Segment.QA:
        asked = tuple(point for point in points if not _RESERVE.match(point))
        yield replace(base, body=asked or (words(item.language)["ask"],))
    elif not points and not base.picture and row.kind in (Segment.TEACHING, Segment.DEMO, Segment.OPENING):
        yield replace(base, kind=SlideKind.SECTION)
    else:
        yield replace(
            base,
            kind=SlideKind.POINTS if base.kind in (SlideKind.PRODUCT, SlideKind.VOUCHER, SlideKind.QUIZ) else base.kind,
        )


def _questions(points: tuple[str, ...]) -> list[tuple[str, tuple[str, ...]]]:
    """A quiz's questions with their options, answers left out: they are for the host until they are told."""
    found: list[tuple[str, list[str]]] = []
    for point in points:
        text, *answer = _ARROW.split(point, maxsplit=1)
        if _ANSWER.match(point) or not text:
            continue
        marked = _QUESTION.match(text)
        if marked or answer or text.endswith("?") or not found:
            found.append((text[marked.end() :] if marked else text, []))
        else:
            found[-1][1].append(text)
    return [(question, tuple(options)) for question, options in found] or [("", ())]


def _about(code: str, row: Row) -> tuple[str, ...]:
    """What is said of a voucher in the sentence that names its code."""
    for line in clean_lines(row.spoken):
        if (at := line.find(code)) >= 0:
            rest = re.split(r"[.!?](?:\s|$)", line[at + len(code) :], maxsplit=1)[0].strip(" ,.:;–-")
            return (rest[0].upper() + rest[1:],) if rest else ()
    return ()


def _only_names(point: str, code: str) -> bool:
    rest = re.sub(r"\b(?:kode|voucher|code|promo)\b", "", point.replace(code, ""), flags=re.IGNORECASE)
    return code in point and not any(letter.isalnum() for letter in rest)


def _product(product: Product, timed: Timed | None, item: Item, points: tuple[str, ...] = ()) -> Slide:
    when, notes = _notes(timed, item)
    body = tuple(dict.fromkeys((*clean_lines((product.note,)), *points)))
    name = clean_line(product.name) or words(item.language)["product"]
    price, link = clean_line(product.price), clean_line(product.link)
    return Slide(SlideKind.PRODUCT, name, body, words(item.language)["product"], price, link, timing=when, notes=notes)


def _picture(asset: str, folder: Path | None) -> Path | None:
    """The picture file that a row's asset names, None where it is words, or no file."""
    if Path(asset).suffix.lower() not in _PICTURES:
        return None
    path = Path(asset) if folder is None else folder / asset
    try:
        return path if path.is_file() else None
    except (OSError, ValueError):  # a name that no file can have
        return None


def _farewell(item: Item, timed: Timed | None) -> Slide:
    word = words(item.language)
    who = hosts(item)
    body = (clean_line(item.title), listed(who, item.language) if who else "")
    when, notes = _notes(timed, item, points=False)
    return Slide(SlideKind.CLOSING, word["thanks"], clean_lines(body), word["closing"], timing=when, notes=notes)
