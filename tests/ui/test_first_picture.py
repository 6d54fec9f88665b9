"""What is on the screen while the window is being loaded."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.first_picture import FirstPicture
from ui.preferences import Preferences
from ui.theme import DARK, LIGHT, Choice
from ui.window import Window


def test_the_frame_is_painted_at_once_in_the_colours_of_the_window(qtbot: QtBot, qapp: QApplication) -> None:
    preferences = Preferences()
    for choice, tokens in ((Choice.LIGHT, LIGHT), (Choice.DARK, DARK)):
        preferences.theme = choice
        frame = FirstPicture(preferences)
        qtbot.addWidget(frame)
        frame.resize(1440, 900)
        frame.show_now()
        seen = frame.grab().toImage()
        assert QColor(seen.pixel(100, 400)) == QColor(tokens.bg)
        assert QColor(seen.pixel(300, 300)) == QColor(tokens.surface)


def test_the_frame_stands_where_the_window_stood_and_takes_no_focus(qtbot: QtBot, window: Window) -> None:
    preferences = Preferences()
    window.setGeometry(40, 60, 1200, 700)
    preferences.geometry = window.saveGeometry()
    frame = FirstPicture(preferences)
    qtbot.addWidget(frame)
    same = QWidget()
    qtbot.addWidget(same)
    assert same.restoreGeometry(preferences.geometry)
    assert frame.geometry() == same.geometry()
    assert frame.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert frame.windowTitle() == ""
