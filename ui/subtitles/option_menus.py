"""The menus of the options: what can be chosen in each field, read when a menu opens."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from studio.actions.subtitled import FORMATS
from studio.errors import SiarError
from ui import words
from ui.calendar.filters import StayingMenu
from ui.subtitles import queue_words

if TYPE_CHECKING:
    from ui.subtitles.options_bar import OptionsBar

__all__ = ["StayingMenu", "fill"]

translate = QCoreApplication.translate
_NEAR = ("id", "en")
_FAR = ("jw", "su", "ms", "zh", "ja", "ko", "th", "vi", "tl", "hi", "ar", "es", "pt", "fr", "de")
_FORMAT_NAMES = {"srt": "SubRip", "vtt": "WebVTT", "ass": "Advanced SubStation", "ttml": "TTML", "json": "JSON"}


def fill(bar: OptionsBar, menu: QMenu, field: str) -> None:
    """Fill the menu of a field."""
    {
        "language": _languages,
        "engine": _engines,
        "profile": _profiles,
        "formats": _formats,
        "video": _video,
        "script": _script,
        "out": _results,
    }[field](bar, menu)


def _choice(menu: QMenu, text: str, on: bool, call: Callable[[], object]) -> QAction:
    action = menu.addAction(text.replace("&", "&&"))
    action.setCheckable(True)
    action.setChecked(on)
    action.triggered.connect(lambda _on=False: call())
    return action


def _languages(bar: OptionsBar, menu: QMenu) -> None:
    now = bar.same("language")
    detect = all(one.language is None for one in bar.shown)
    _choice(menu, translate("Options", "Detect it in each recording"), detect, lambda: bar.choose(language=None))
    menu.addSeparator()
    others = QMenu(translate("Options", "Others"), menu)
    for code in (*_NEAR, *_FAR):
        into = menu if code in _NEAR else others
        name = queue_words.language_name(code)
        _choice(into, name, code == now, lambda code=code: bar.choose(language=code))
    menu.addMenu(others)


def _engines(bar: OptionsBar, menu: QMenu) -> None:
    from studio.speech.checkpoints import installed

    engine, model = bar.same("engine"), bar.same("model")
    auto = engine in ("auto", "fast") and all(one.model is None for one in bar.shown)
    _choice(
        menu,
        translate("Options", "Automatic: the best checkpoint that is installed"),
        auto,
        lambda: bar.choose(engine="auto", model=None),
    )
    for one in installed():
        on = engine != "whisper" and model == one.name
        _choice(menu, one.name, on, lambda name=one.name: bar.choose(engine="fast", model=name))
    menu.addSeparator()
    _choice(
        menu,
        translate("Options", "Only the timing of the script, with no recognition"),
        engine == "script",
        lambda: bar.choose(engine="script", model=None),
    )
    _choice(
        menu,
        translate("Options", "OpenAI's own program: slow, to compare"),
        engine == "whisper",
        lambda: bar.choose(engine="whisper"),
    )


def _profiles(bar: OptionsBar, menu: QMenu) -> None:
    from studio.actions.profiles import list_profiles

    now = bar.same("profile")
    usual = all(one.profile is None for one in bar.shown)
    text = translate("Options", "By the picture's shape and the language")
    _choice(menu, text, usual, lambda: bar.choose(profile=None))
    menu.addSeparator()
    for one in list_profiles(bar.workspace):
        name = str(one["name"])
        made = _choice(menu, name, name == now, lambda name=name: bar.choose(profile=name))
        made.setEnabled(not one["problem"])
        made.setToolTip(str(one["problem"]))


def _formats(bar: OptionsBar, menu: QMenu) -> None:
    wanted = bar.same("formats") or ("srt",)

    def toggle(name: str, on: bool) -> None:
        now = set(bar.same("formats") or ("srt",))
        chosen = now | {name} if on else now - {name}
        bar.choose(formats=tuple(one for one in FORMATS if one in chosen) or ("srt",))

    for name in FORMATS:
        title = _FORMAT_NAMES.get(name) or translate("Options", "plain text")
        action = menu.addAction(f".{name}   {title}")
        action.setCheckable(True)
        action.setChecked(name in wanted)
        action.toggled.connect(lambda on, name=name: toggle(name, on))


def _video(bar: OptionsBar, menu: QMenu) -> None:
    burn, mux = bar.same("burn"), bar.same("mux")
    burning = menu.addAction(translate("Options", "A video with captions in its picture"))
    burning.setCheckable(True)
    burning.setChecked(bool(burn))
    burning.toggled.connect(lambda on: bar.choose(burn=on))
    muxing = menu.addAction(translate("Options", "A video with captions as a track"))
    muxing.setCheckable(True)
    muxing.setChecked(bool(mux))
    muxing.toggled.connect(lambda on: bar.choose(mux=on))
    menu.addSeparator()
    menu.addMenu(_styles(bar, menu))
    zones = QMenu(translate("Options", "Keep clear of what the platform draws"), menu)
    preset = bar.same("preset")
    _choice(zones, translate("Options", "As usual"), preset == "", lambda: bar.choose(preset=""))
    for name, title in (("tiktok", "TikTok"), ("reels", "Reels"), ("youtube", "YouTube")):
        _choice(zones, title, preset == name, lambda name=name: bar.choose(preset=name, burn=True))
    menu.addMenu(zones)


def _styles(bar: OptionsBar, menu: QMenu) -> QMenu:
    from studio.subtitles.looks import look_files, read_look

    styles = QMenu(translate("Options", "Style of the captions"), menu)
    now = bar.same("style")
    for name, path in look_files((bar.workspace.root / "templates" / "captions",)).items():
        known = words.caption_style_name(name)
        try:
            title = known if known != name else read_look(path).title
        except SiarError:
            continue
        on = now == name or (now == "" and name == "plain")
        chosen = "" if name == "plain" else name
        _choice(styles, title, on, lambda chosen=chosen: bar.choose(style=chosen, burn=True))
    styles.addSeparator()
    styles.addAction(translate("Options", "Choose it on a frame…"), bar.frame_asked.emit)
    return styles


def _script(bar: OptionsBar, menu: QMenu) -> None:
    none = all(not one.script for one in bar.shown)
    _choice(menu, translate("Options", "Not known"), none, lambda: bar.choose(script=""))
    menu.addAction(translate("Options", "Choose the file with what is said…"), bar.pick_script)


def _results(bar: OptionsBar, menu: QMenu) -> None:
    beside = all(not one.out for one in bar.shown)
    _choice(menu, translate("Options", "Beside each recording"), beside, lambda: bar.choose(out=""))
    menu.addAction(translate("Options", "In a folder…"), bar.pick_folder)
