"""The Indonesian clip: a light room with a window, white paper, and a product in soft light."""

from __future__ import annotations

from drawing import HEIGHT, TABLE, WIDTH, Canvas, basket, bottle, paper, pendant, person, phone, plant, tripod, window

WOOD, WOOD_EDGE = "#c29a72", "#d8b48d"


def _room() -> Canvas:
    """A light room with a table."""
    c = Canvas("#f6ebdd", "#ead9c4")
    _table(c)
    return c


def _table(c: Canvas) -> None:
    """The table; drawn again, it hides the lower end of who sits behind it."""
    c.box(0, TABLE, WIDTH, HEIGHT - TABLE, WOOD)
    c.box(0, TABLE, WIDTH, 12, WOOD_EDGE)
    c.haze([(0, TABLE + 60), (WIDTH, TABLE + 40), (WIDTH, HEIGHT + 60), (0, HEIGHT + 60)], "#8a6444", 0.4, 60)


def _sunbeam(c: Canvas, strength: float = 0.5) -> None:
    c.haze([(170, 130), (250, 420), (560, 700), (560, 470)], "#fffbe6", strength, 36)


def window_and_paper() -> Canvas:
    """A window, white paper, the product: all that is needed."""
    c = _room()
    window(c, 72, 128, 186, 270)
    paper(c, 300, TABLE, 190, 300)
    bottle(c, 396, TABLE + 14, 170)
    plant(c, 104, TABLE + 14, 150)
    _sunbeam(c, 0.34)
    return c


def sheet() -> Canvas:
    """A sheet of white paper, and the few coins it costs."""
    c = _room()
    c.glow(270, 340, 210, 230, "#fffaf0", 0.8, 70)
    c.haze([(112, 190), (420, 160), (452, 560), (140, 592)], "#6d4f37", 0.35, 16)
    for lean, colour in ((16, "#efe7da"), (8, "#f7f1e7"), (0, "#fffefa")):
        c.shape(
            [(110 + lean, 176 - lean), (412 + lean, 146 - lean), (440 + lean, 546 - lean), (138 + lean, 576 - lean)],
            colour,
        )
    c.haze([(138, 430), (436, 400), (440, 546), (138, 576)], "#ece3d5", 0.8, 30)
    c.shape([(440, 546), (384, 551), (434, 494)], "#e2d6c4")
    for number, (x, y) in enumerate(((206, 640), (262, 652), (318, 640))):
        c.glow(x + 4, y + 6, 27, 12, "#4a3322", 0.5, 6)
        c.disc(x, y, 28, ("#d9a441", "#e3b659", "#d9a441")[number], 13)
        c.disc(x, y - 5, 28, ("#edc875", "#f3d48b", "#edc875")[number], 13)
        c.disc(x, y - 5, 19, ("#e3b659", "#edc875", "#e3b659")[number], 8)
    return c


def by_the_window() -> Canvas:
    """The product beside the window."""
    c = _room()
    window(c, 92, 96, 270, 380)
    _sunbeam(c, 0.3)
    bottle(c, 392, TABLE + 20, 250)
    c.glow(350, TABLE - 110, 20, 110, "#fff3dc", 0.45, 18)
    c.haze([(396, TABLE + 24), (520, TABLE + 60), (560, TABLE + 54), (440, TABLE + 18)], "#6b4a31", 0.5, 12)
    return c


def camera_to_product() -> Canvas:
    """A phone on its tripod looks at the product."""
    c = _room()
    paper(c, 300, TABLE, 190, 320)
    bottle(c, 394, TABLE + 14, 190)
    c.haze([(214, 372), (394, 430), (394, 610), (214, 398)], "#fff8dd", 0.55, 10)
    tripod(c, 156, 470, TABLE + 74, 58)
    left, top, w, h = phone(c, 156, 370, 118, "#fdf3e4")
    c.box(left, top + h * 0.62, w, h * 0.38, WOOD, 8)
    bottle(c, left + w / 2, top + h * 0.8, 108)
    for x, y, dx, dy in ((8, 34, 1, 1), (w - 8, 34, -1, 1), (8, h - 26, 1, -1), (w - 8, h - 26, -1, -1)):
        c.line([(left + x + 18 * dx, top + y), (left + x, top + y), (left + x, top + y + 18 * dy)], 3.5, "#d8694f")
    return c


def lamp_from_above() -> Canvas:
    """What not to do: a yellow lamp from above."""
    c = _room()
    c.tint("#8f7a63")
    pendant(c, 270, 186, 120)
    person(c, 196, TABLE + 30, 350, "#52676a", "#a97b55", "#7f5a48")
    c.glow(196, 500, 90, 80, "#2b1c10", 0.45, 34)
    c.box(0, TABLE, WIDTH, HEIGHT - TABLE, "#6a4f38")
    c.box(0, TABLE, WIDTH, 10, "#7d6047")
    c.glow(290, TABLE + 60, 210, 50, "#f2b63c", 0.4, 40)
    bottle(c, 410, TABLE + 34, 170, "#8d4a38", "#9c5a45")
    c.haze([(0, TABLE + 110), (WIDTH, TABLE + 110), (WIDTH, HEIGHT), (0, HEIGHT)], "#3a291b", 0.6, 50)
    return c


def turned() -> Canvas:
    """She turns towards the light."""
    c = _room()
    window(c, 54, 120, 176, 300)
    _sunbeam(c, 0.3)
    person(c, 352, TABLE + 30, 400, turn=-0.75)
    c.glow(296, 400, 50, 110, "#fff6dd", 0.35, 34)
    _table(c)
    c.arc(352, 560, 128, 196, 276, 9, "#d8694f")
    c.shape([(210, 560), (240, 560), (224, 530)], "#d8694f")
    return c


def before_and_after() -> Canvas:
    """The same bottle under the lamp and before the paper."""
    c = Canvas("#7b6750", "#5c4a38")
    c.box(0, TABLE, 270, HEIGHT - TABLE, "#5d4631")
    pendant(c, 135, 150, 74)
    c.box(268, 0, 272, HEIGHT, "#f6ebdd")
    c.glow(430, 330, 90, 190, "#ffffff", 0.95, 60)
    c.box(270, TABLE, 270, HEIGHT - TABLE, WOOD)
    bottle(c, 135, TABLE + 18, 210, "#86503f", "#94604d")
    paper(c, 318, TABLE, 174, 330)
    bottle(c, 405, TABLE + 18, 210)
    c.haze([(0, TABLE + 90), (268, TABLE + 90), (268, HEIGHT), (0, HEIGHT)], "#35271a", 0.45, 40)
    c.haze([(276, TABLE + 90), (WIDTH, TABLE + 90), (WIDTH, HEIGHT), (276, HEIGHT)], "#8a6444", 0.35, 40)
    c.box(266, 0, 8, HEIGHT, "#fffdf8")
    c.disc(270, 400, 30, "#fffdf8")
    c.line([(262, 386), (278, 400), (262, 414)], 7, "#d8694f")
    return c


def yellow_basket() -> Canvas:
    """Products in the yellow basket."""
    c = _room()
    c.glow(270, 400, 220, 200, "#fff6e0", 0.8, 60)
    bottle(c, 226, TABLE - 70, 190)
    bottle(c, 316, TABLE - 66, 160, "#6f9a86", "#8db7a2")
    basket(c, 270, TABLE + 34, 270)
    return c


def saved() -> Canvas:
    """The video in a phone, bookmarked."""
    c = _room()
    window(c, 300, 110, 176, 250)
    plant(c, 446, TABLE + 14, 170)
    left, top, w, h = phone(c, 206, 400, 216, "#fdf1e1")
    c.box(left, top + h * 0.66, w, h * 0.34, WOOD, 18)
    person(c, left + w / 2, top + h * 0.76, 190)
    c.box(left, top + h * 0.78, w, h * 0.22, WOOD, 18)
    c.shape(
        [
            (left + w - 62, top + 46),
            (left + w - 24, top + 46),
            (left + w - 24, top + 106),
            (left + w - 43, top + 88),
            (left + w - 62, top + 106),
        ],
        "#d8694f",
    )
    return c


def goodbye() -> Canvas:
    """She waves."""
    c = _room()
    window(c, 64, 116, 168, 250)
    person(c, 244, TABLE + 30, 390, turn=0.25)
    c.line([(366, 590), (398, 480), (404, 420)], 36, "#d99a7c")
    c.disc(406, 392, 23, "#dfa883")
    for x, y in ((386, 366), (398, 356), (412, 355), (425, 364)):
        c.line([(406, 386), (x, y)], 9, "#dfa883")
    _table(c)
    paper(c, 424, TABLE, 84, 130)
    bottle(c, 466, TABLE + 14, 84)
    return c
