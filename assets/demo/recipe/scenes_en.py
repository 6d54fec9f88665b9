"""The English clip: an evening studio with a lamp, a phone on a tripod, and a stopwatch."""

from __future__ import annotations

from drawing import HEIGHT, TABLE, WIDTH, Canvas, basket, bottle, person, phone, tripod


def _studio(glow: bool = True) -> Canvas:
    """An evening studio with a desk."""
    c = Canvas("#35456a", "#26324f")
    if glow:
        c.glow(410, 250, 190, 210, "#ffcf8a", 0.4, 80)
    _desk(c)
    return c


def _desk(c: Canvas) -> None:
    """The desk; drawn again, it hides the lower end of who sits behind it."""
    c.box(0, TABLE, WIDTH, HEIGHT - TABLE, "#1f283e")
    c.box(0, TABLE, WIDTH, 10, "#3d4b6c")
    c.haze([(0, TABLE + 90), (WIDTH, TABLE + 90), (WIDTH, HEIGHT), (0, HEIGHT)], "#151b2b", 0.5, 50)


def _lamp(c: Canvas, x: float, ground: float, size: float) -> None:
    """A desk lamp that looks to the left."""
    c.disc(x, ground, size * 0.26, "#e8704f", size * 0.06)
    c.line(
        [(x, ground), (x + size * 0.22, ground - size * 0.5), (x - size * 0.12, ground - size * 0.86)],
        size * 0.045,
        "#f0f1f6",
    )
    c.disc(x + size * 0.22, ground - size * 0.5, size * 0.05, "#e8704f")
    ax, ay = x - size * 0.12, ground - size * 0.86

    def along(forward: float, aside: float) -> tuple[float, float]:  # from the end of the arm, down to the left
        return ax + size * (-0.6 * forward + 0.8 * aside), ay + size * (0.8 * forward + 0.6 * aside)

    reach = 0.92  # to the table, no further
    c.haze(
        [along(0.22, -0.17), along(0.22, 0.17), along(reach, 0.1 + reach * 0.3), (ax - size * 1.05, ground + 46)],
        "#ffdf9e",
        0.42,
        22,
    )
    c.disc(*along(0.22, 0), size * 0.085, "#fff1c9")
    c.shape([along(-0.06, -0.06), along(-0.06, 0.06), along(0.24, 0.19), along(0.24, -0.19)], "#e8704f")
    c.line([along(0.24, -0.18), along(0.24, 0.18)], size * 0.035, "#ffb494")
    c.disc(ax, ay, size * 0.06, "#f0f1f6")


def _timer(c: Canvas, x: float, y: float, r: float, share: float) -> None:
    """A stopwatch of which `share` has run."""
    c.glow(x + 5, y + 10, r * 1.1, r * 1.1, "#0e1322", 0.45, 14)
    c.box(x - r * 0.14, y - r * 1.38, r * 0.28, r * 0.3, "#c9cfdd", 4)
    c.disc(x, y, r * 1.12, "#c9cfdd")
    c.disc(x, y, r, "#f7f8fb")
    c.arc(x, y, r * 0.72, 0, 359, r * 0.14, "#dfe3ed")
    c.arc(x, y, r * 0.72, 0, 360 * share, r * 0.14, "#e8704f")
    c.disc(x, y, r * 0.09, "#2b3350")


def three_seconds() -> Canvas:
    """The first seconds run."""
    c = _studio()
    _lamp(c, 440, TABLE + 22, 330)
    tripod(c, 208, 500, TABLE + 60, 62, "#11172a")
    left, top, w, h = phone(c, 208, 368, 164, "#f3e7d8")
    c.box(left, top + h * 0.68, w, h * 0.32, "#d9b48f", 14)
    person(c, left + w / 2, top + h * 0.78, 150, "#7385b8", dress="#eef0f6")
    c.box(left, top + h * 0.8, w, h * 0.2, "#d9b48f", 14)
    _timer(c, 112, 176, 58, 0.3)
    return c


def product_first() -> Canvas:
    """The product in a spotlight."""
    c = _studio(glow=False)
    c.haze([(230, 0), (310, 0), (440, TABLE + 50), (100, TABLE + 50)], "#ffe9b8", 0.5, 30)
    c.glow(270, TABLE + 40, 170, 26, "#ffe9b8", 0.7, 16)
    c.box(190, TABLE - 56, 160, 96, "#eef0f6", 10)
    c.disc(270, TABLE - 56, 80, "#ffffff", 18)
    bottle(c, 270, TABLE - 54, 290, "#e8704f", "#f59475")
    return c


def a_problem() -> Canvas:
    """A viewer who wonders."""
    c = _studio(glow=False)
    c.glow(270, 400, 190, 190, "#6f86c4", 0.3, 60)
    person(c, 250, TABLE + 30, 400, "#7d93cf", dress="#eef0f6", turn=0.3)
    _desk(c)
    for x, y, r in ((404, 330, 9), (430, 292, 14)):
        c.disc(x, y, r, "#eef0f6")
    c.disc(436, 196, 78, "#eef0f6", 68)
    c.arc(436, 182, 24, -80, 150, 11, "#e8704f")
    c.line([(436, 208), (436, 214)], 11, "#e8704f")
    c.disc(436, 236, 7.5, "#e8704f")
    return c


def result_on_camera() -> Canvas:
    """The product, and the same on the phone's screen."""
    c = _studio()
    c.box(52, TABLE - 20, 190, 60, "#eef0f6", 10)
    bottle(c, 146, TABLE - 18, 190, "#e8704f", "#f59475")
    tripod(c, 382, 520, TABLE + 60, 58, "#11172a")
    left, top, w, h = phone(c, 382, 370, 176, "#fbe8cf")
    c.glow(left + w / 2, top + h * 0.45, w * 0.36, h * 0.25, "#ffffff", 0.9, 16)
    bottle(c, left + w / 2, top + h * 0.76, 186, "#e8704f", "#f59475")
    c.disc(left + w - 24, top + 40, 8, "#e23d3d")
    return c


def short_shots() -> Canvas:
    """Three short shots, and the stopwatch."""
    c = _studio()
    for number, (x, y) in enumerate(((56, 180), (200, 260), (344, 340))):
        c.glow(x + 76, y + 130, 76, 120, "#0e1322", 0.5, 16)
        c.box(x - 7, y - 7, 154, 250, "#f7f8fb", 14)
        c.box(x, y, 140, 236, ("#f3d9b5", "#cfdcf3", "#d4e8d5")[number], 9)
        c.box(x, y + 176, 140, 60, ("#d9b48f", "#a9bbdf", "#a5cba9")[number], 9)
        if number == 0:
            bottle(c, x + 70, y + 206, 130, "#e8704f", "#f59475")
        elif number == 1:
            person(c, x + 70, y + 206, 170, "#5f76b0", dress="#eef0f6")
            c.box(x, y + 198, 140, 38, "#a9bbdf", 9)
        else:
            basket(c, x + 70, y + 208, 104)
    _timer(c, 432, 196, 52, 0.62)
    return c


def into_the_lens() -> Canvas:
    """A lens."""
    c = _studio()
    c.glow(270, 380, 220, 220, "#0e1322", 0.55, 30)
    for r, colour in (
        (206, "#11172a"),
        (190, "#3d4b6c"),
        (176, "#1a2138"),
        (138, "#2d3b63"),
        (104, "#16203d"),
        (64, "#0c1226"),
    ):
        c.disc(270, 376, r, colour)
    c.arc(270, 376, 156, 300, 420, 8, "#5c6c94")
    c.glow(270, 376, 84, 84, "#4f6fd0", 0.35, 24)
    c.disc(216, 318, 30, "#b9c9f5", 24)
    c.disc(324, 436, 12, "#7f95d6")
    return c


def the_lamp() -> Canvas:
    """The lamp and what it lights."""
    c = _studio()
    c.glow(240, 420, 190, 180, "#ffcf8a", 0.45, 70)
    _lamp(c, 360, TABLE + 26, 480)
    bottle(c, 176, TABLE + 26, 150, "#e8704f", "#f59475")
    return c


def link_in_basket() -> Canvas:
    """A link above the yellow basket."""
    c = _studio()
    c.glow(270, 440, 210, 180, "#ffcf8a", 0.35, 60)
    bottle(c, 236, TABLE - 60, 170, "#e8704f", "#f59475")
    bottle(c, 312, TABLE - 60, 142, "#7fa3d8", "#9fbde8")
    basket(c, 270, TABLE + 38, 280)
    for x, y in ((232, 236), (296, 200)):  # two links of a chain
        c.line([(x - 22, y + 12), (x + 22, y - 12)], 50, "#f7f8fb")
        c.line([(x - 22, y + 12), (x + 22, y - 12)], 24, "#35456a")
    c.line([(248, 228), (280, 210)], 14, "#f7f8fb")
    return c


def the_rules() -> Canvas:
    """A list of rules, one of them crossed out."""
    c = _studio()
    c.glow(280, 400, 170, 220, "#0e1322", 0.5, 22)
    c.box(120, 150, 300, 440, "#c08552", 22)
    c.box(142, 184, 256, 386, "#fbfaf6", 8)
    c.box(214, 132, 112, 46, "#c9cfdd", 12)
    for row in range(4):
        y = 250 + row * 82
        c.box(168, y - 20, 40, 40, "#e6eaf4", 9)
        if row < 3:
            c.line([(177, y), (186, y + 9), (202, y - 12)], 6.5, "#4f9a72")
        else:
            c.line([(178, y - 10), (198, y + 10)], 6.5, "#e8704f")
            c.line([(198, y - 10), (178, y + 10)], 6.5, "#e8704f")
        c.box(228, y - 13, 142 - row % 2 * 26, 10, "#cdd3e2", 5)
        c.box(228, y + 5, 96 + row % 2 * 30, 10, "#e1e5ef", 5)
    return c


def save_it() -> Canvas:
    """The video in a phone, bookmarked."""
    c = _studio()
    _lamp(c, 462, TABLE + 22, 300)
    left, top, w, h = phone(c, 220, 390, 226, "#f3e7d8")
    bottle(c, left + w / 2, top + h * 0.8, 190, "#e8704f", "#f59475")
    c.box(left, top + h * 0.8, w, h * 0.2, "#d9b48f", 18)
    c.shape(
        [
            (left + w - 66, top + 46),
            (left + w - 26, top + 46),
            (left + w - 26, top + 110),
            (left + w - 46, top + 92),
            (left + w - 66, top + 110),
        ],
        "#f4bd3a",
    )
    return c


def class_on_friday() -> Canvas:
    """A calendar with its Friday marked."""
    c = _studio()
    c.glow(280, 380, 190, 190, "#0e1322", 0.45, 22)
    c.box(90, 196, 360, 350, "#fbfaf6", 20)
    c.box(90, 196, 360, 74, "#e8704f", 20)
    c.box(90, 244, 360, 26, "#e8704f")
    for x in (170, 370):
        c.box(x - 7, 172, 14, 54, "#c9cfdd", 7)
    for row in range(4):
        for column in range(7):
            x, y = 114 + column * 46, 292 + row * 60
            friday = (row, column) == (2, 4)
            c.box(x, y, 36, 46, "#f4bd3a" if friday else "#e8ecf5" if column < 5 else "#f4f1ec", 8)
            if friday:
                c.line([(x + 9, y + 24), (x + 16, y + 31), (x + 28, y + 15)], 5, "#2b3350")
    return c
