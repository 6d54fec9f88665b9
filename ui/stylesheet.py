"""One stylesheet for the whole window, written from the tokens; nothing else sets a colour by hand."""

from __future__ import annotations

from studio.resources import assets
from ui.tokens import Tokens


def _icon(name: str) -> str:
    # A stylesheet cannot colour a picture: this grey is seen on light and on dark alike.
    return assets("icons", f"{name}.svg").as_posix()


def stylesheet(t: Tokens) -> str:
    """The Qt stylesheet for these tokens. Roles are picked by object name or by the `role` property."""
    return "\n".join((_ground(t), _text(t), _buttons(t), _chips(t), _inputs(t), _lists(t), _frames(t), _scrolling(t)))


def _ground(t: Tokens) -> str:
    return f"""
QWidget {{ color: {t.text}; }}
QMainWindow, QDialog, #rail, #page {{ background: {t.bg}; }}
#rail {{ border-right: 1px solid {t.line}; }}
#inspector, #drawer {{ background: {t.surface}; border-left: 1px solid {t.line}; }}
#inspector QScrollArea, #inspector QScrollArea > QWidget > QWidget,
#drawer QScrollArea, #drawer QScrollArea > QWidget > QWidget,
#page QScrollArea, #page QScrollArea > QWidget > QWidget {{ background: transparent; }}
#drawerHead, #footer {{ background: {t.surface}; }}
#footer {{ border-top: 1px solid {t.line}; }}
#tray {{ background: {t.bg}; border-top: 1px solid {t.line}; }}
#tray[drop="true"] {{ background: {t.accent_bg}; border-top: 2px solid {t.accent}; }}
QToolTip {{ background: {t.surface}; color: {t.text}; border: 1px solid {t.line}; padding: 6px 8px; }}
QFrame[role="line"] {{ background: {t.line}; border: none; max-height: 1px; min-height: 1px; }}
"""


def _text(t: Tokens) -> str:
    return f"""
QLabel {{ background: transparent; }}
QLabel[role="muted"] {{ color: {t.muted}; }}
QLabel[role="small"] {{ color: {t.muted}; font-size: 11.5px; }}
QLabel[role="strong"] {{ font-weight: 600; }}
QLabel[role="title"] {{ font-size: 17px; font-weight: 700; }}
QLabel[role="heading"] {{ font-size: 20px; font-weight: 700; }}
QLabel[role="small"][tone="warn"] {{ color: {t.warn}; font-weight: 600; }}
QLabel[role="error"] {{ color: {t.live}; font-size: 11.5px; }}
"""


def _buttons(t: Tokens) -> str:
    return f"""
QPushButton {{ background: {t.surface}; border: 1px solid {t.line}; border-radius: 8px; padding: 0 13px;
  min-height: 30px; font-weight: 600; }}
QPushButton:hover {{ background: {t.hover}; }}
QPushButton:pressed {{ background: {t.line}; }}
QPushButton:focus {{ border: 2px solid {t.accent}; padding: 0 12px; min-height: 28px; }}
QPushButton:disabled {{ color: {t.faint}; }}
QPushButton[role="primary"] {{ background: {t.accent}; color: {t.on_accent}; border: 1px solid {t.accent}; }}
QPushButton[role="primary"]:hover {{ background: {t.accent_hover}; border-color: {t.accent_hover}; }}
QPushButton[role="primary"]:focus {{ border: 2px solid {t.text}; }}
QPushButton[role="primary"]:disabled {{ background: {t.track}; border-color: {t.track}; color: {t.muted}; }}
QPushButton[role="square"] {{ padding: 0; min-width: 30px; max-width: 30px; }}
QPushButton[role="square"]::menu-indicator {{ width: 0; }}
QPushButton[role="square"]:focus {{ min-width: 28px; max-width: 28px; padding: 0; }}
QPushButton[role="link"], QPushButton[role="quiet"] {{ background: transparent; border: 1px solid transparent;
  border-radius: 6px; padding: 0 5px; min-height: 22px; font-size: 11.5px; font-weight: 500; color: {t.muted}; }}
QPushButton[role="link"] {{ color: {t.accent}; font-weight: 600; }}
QPushButton[role="link"]:hover, QPushButton[role="quiet"]:hover {{ background: {t.hover}; color: {t.text}; }}
QPushButton[role="link"]:focus, QPushButton[role="quiet"]:focus {{ border: 1px solid {t.accent}; padding: 0 5px;
  min-height: 22px; }}
QPushButton[flush="true"], QPushButton[flush="true"]:focus {{ padding: 0; border-width: 0; }}
QPushButton[flush="true"]:hover {{ background: transparent; }}
QPushButton[flush="true"]:focus {{ text-decoration: underline; color: {t.accent}; }}
QPushButton[role="rail"] {{ background: transparent; border: 1px solid transparent; text-align: left;
  padding: 0 9px; min-height: 34px; font-weight: 500; color: {t.muted}; }}
QPushButton[role="rail"]:hover {{ background: {t.hover}; color: {t.text}; }}
QPushButton[role="rail"]:checked {{ background: {t.accent_bg}; color: {t.accent}; font-weight: 600; }}
QPushButton[role="rail"]:focus {{ border: 1px solid {t.accent}; padding: 0 9px; min-height: 34px; }}
QPushButton[role="segment"] {{ background: transparent; border: 1px solid transparent; padding: 0 11px;
  min-height: 28px; font-weight: 500; color: {t.muted}; }}
QPushButton[role="segment"]:hover {{ background: {t.hover}; color: {t.text}; }}
QPushButton[role="segment"]:checked {{ background: {t.accent_bg}; color: {t.accent}; font-weight: 600; }}
QPushButton[role="segment"]:focus {{ border: 1px solid {t.accent}; padding: 0 11px; min-height: 28px; }}
QPushButton[role="segment"]::menu-indicator {{ width: 0; }}
QPushButton[role="segment"]:disabled {{ color: {t.faint}; }}
QPushButton[role="heading"], QPushButton[role="heading"]:focus {{ background: transparent; padding: 0 4px 0 0;
  border: 1px solid transparent; min-height: 30px; font-size: 20px; font-weight: 700; text-align: left;
  color: {t.text}; }}
QPushButton[role="heading"]:hover {{ color: {t.accent}; }}
QPushButton[role="heading"]:focus {{ border-bottom: 2px solid {t.accent}; border-radius: 0; }}
QPushButton[role="picture"] {{ border: 1px solid {t.line}; border-radius: 6px; padding: 0; min-height: 0; }}
QPushButton[role="picture"]:focus {{ border: 2px solid {t.accent}; }}
"""


def _chips(t: Tokens) -> str:
    chip = "border-radius: 11px; padding: 2px 9px; font-size: 11.5px; font-weight: 500;"
    tones = {"video": (t.video, t.video_bg), "live": (t.live, t.live_bg), "warn": (t.warn, t.warn_bg)}
    toned = "".join(
        f'QLabel[role="chip"][tone="{name}"] {{ color: {fg}; background: {bg}; border-color: {bg};'
        " font-weight: 600; }\n"
        for name, (fg, bg) in tones.items()
    )
    return f"""
QLabel[role="chip"] {{ {chip} border: 1px solid {t.line}; color: {t.muted}; background: {t.surface}; }}
{toned}
QPushButton[role="chip"] {{ {chip} border: 1px solid {t.line}; color: {t.muted}; background: {t.surface};
  min-height: 17px; }}
QPushButton[role="chip"]:hover {{ color: {t.text}; background: {t.hover}; }}
QPushButton[role="chip"]:focus {{ border: 1px solid {t.accent}; padding: 2px 9px; min-height: 17px; }}
QPushButton[role="chip"][on="true"] {{ color: {t.accent}; background: {t.accent_bg}; border-color: {t.accent_bg};
  font-weight: 600; }}
QPushButton[role="chip"][tone="warn"] {{ color: {t.warn}; background: {t.warn_bg}; border-color: {t.warn_bg};
  font-weight: 600; }}
QPushButton[role="chip"][tone="warn"][on="true"] {{ border-color: {t.warn}; }}
QPushButton[role="chip"][crossed="true"], QPushButton[role="chip"][crossed="true"]:focus {{ padding-right: 24px; }}
QPushButton[role="chip"]::menu-indicator {{ width: 0; }}
QPushButton[role="cross"] {{ background: transparent; border: none; border-radius: 9px; padding: 0; min-height: 18px; }}
QPushButton[role="cross"]:hover {{ background: {t.line}; }}
"""


def _inputs(t: Tokens) -> str:
    return f"""
QLineEdit, QPlainTextEdit, QComboBox, QDateEdit, QTimeEdit, QSpinBox {{ background: {t.surface};
  border: 1px solid {t.line}; border-radius: 8px; padding: 0 9px; min-height: 30px;
  selection-background-color: {t.accent}; selection-color: {t.on_accent}; }}
QPlainTextEdit {{ padding: 5px 5px; }}
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QDateEdit:focus, QTimeEdit:focus, QSpinBox:focus {{
  border: 2px solid {t.accent}; padding: 0 8px; min-height: 28px; }}
QPlainTextEdit:focus {{ padding: 4px 4px; }}
*[wrong="true"] {{ border: 1px solid {t.live}; }}
QLineEdit:disabled, QComboBox:disabled, QDateEdit:disabled, QTimeEdit:disabled {{ color: {t.faint};
  background: {t.bg}; }}
QComboBox::drop-down, QDateEdit::drop-down {{ border: none; width: 26px; subcontrol-position: center right; }}
QComboBox::down-arrow, QDateEdit::down-arrow {{ image: url("{_icon("dropdown")}"); width: 14px; height: 14px; }}
QSpinBox::up-button, QTimeEdit::up-button, QDateEdit::up-button {{ subcontrol-origin: border;
  subcontrol-position: top right; width: 22px; border: none; }}
QSpinBox::down-button, QTimeEdit::down-button, QDateEdit::down-button {{ subcontrol-origin: border;
  subcontrol-position: bottom right; width: 22px; border: none; }}
QSpinBox::up-arrow, QTimeEdit::up-arrow, QDateEdit::up-arrow {{ image: url("{_icon("rise")}"); width: 12px;
  height: 12px; }}
QSpinBox::down-arrow, QTimeEdit::down-arrow {{ image: url("{_icon("dropdown")}"); width: 12px; height: 12px; }}
QComboBox QAbstractItemView {{ background: {t.surface}; border: 1px solid {t.line}; padding: 4px; outline: none; }}
QRadioButton {{ spacing: 9px; min-height: 26px; background: transparent; }}
QRadioButton::indicator {{ width: 14px; height: 14px; border-radius: 8px; border: 1px solid {t.faint};
  background: {t.surface}; }}
QRadioButton::indicator:checked {{ width: 6px; height: 6px; border: 5px solid {t.accent}; }}
QRadioButton::indicator:focus {{ border-color: {t.accent}; }}
#inline QLineEdit {{ border: none; background: transparent; padding: 0 4px; min-height: 24px; }}
#paletteField {{ border: none; border-radius: 0; min-height: 40px; font-size: 15px; background: transparent; }}
"""


def _lists(t: Tokens) -> str:
    return f"""
QTableView, QListView {{ background: {t.surface}; border: none; outline: none; gridline-color: {t.line};
  selection-background-color: {t.accent_bg}; selection-color: {t.text}; }}
QTableView::item, QListView::item {{ padding: 0 8px; border-bottom: 1px solid {t.line}; }}
QListView#palette::item {{ border: none; border-radius: 6px; padding: 0; }}
QTableView::item:selected, QListView::item:selected {{ background: {t.accent_bg}; color: {t.text}; }}
QHeaderView {{ background: {t.bg}; }}
QHeaderView::section {{ background: {t.bg}; color: {t.muted}; border: none; border-bottom: 1px solid {t.line};
  padding: 0 9px; min-height: 26px; font-size: 11.5px; font-weight: 600; text-align: left; }}
QHeaderView#smallMonth, QHeaderView#smallMonth::section {{ background: transparent; border: none; padding: 0; }}
QListView#offers {{ border: 1px solid {t.line}; }}
QListView#offers::item {{ border: none; min-height: 28px; }}
QTableCornerButton::section {{ background: {t.bg}; border: none; }}
#month {{ background: {t.surface}; border-top: 1px solid {t.line}; border-left: 1px solid {t.line}; }}
QMenu {{ background: {t.surface}; border: 1px solid {t.line}; border-radius: 8px; padding: 4px; }}
QMenu::item {{ padding: 6px 22px 6px 12px; border-radius: 6px; }}
QMenu::item:selected {{ background: {t.accent_bg}; color: {t.accent}; }}
QMenu::separator {{ height: 1px; background: {t.line}; margin: 4px 8px; }}
"""


def _frames(t: Tokens) -> str:
    return f"""
#queue, #panel {{ background: {t.surface}; border: 1px solid {t.line}; border-radius: 10px; }}
#switch {{ background: {t.surface}; border: 1px solid {t.line}; border-radius: 8px; }}
#inline, #popover, #paletteBox {{ background: {t.surface}; border: 1px solid {t.line}; border-radius: 8px; }}
#inline {{ border: 2px solid {t.accent}; border-radius: 6px; }}
#difference {{ background: {t.surface}; }}
#understood {{ border: none; border-right: 1px solid {t.line}; }}
#understood QScrollArea > QWidget > QWidget {{ background: transparent; }}
#queueArea {{ border: 2px solid transparent; }}
#queueArea[drop="true"] {{ border: 2px solid {t.accent}; border-radius: 8px; background: {t.accent_bg}; }}
QSplitter::handle {{ background: {t.line}; }}
#preview {{ background: {t.bg}; border: none; border-radius: 6px; }}
#notice {{ background: {t.surface}; border: 1px solid {t.line}; border-radius: 10px; }}
#notice[tone="warn"] {{ background: {t.warn_bg}; border-color: {t.warn}; }}
#notice[tone="error"] {{ background: {t.live_bg}; border-color: {t.live}; }}
QProgressBar {{ background: {t.track}; border: none; border-radius: 2px; min-height: 4px; max-height: 4px; }}
QProgressBar::chunk {{ background: {t.accent}; border-radius: 2px; }}
"""


def _scrolling(t: Tokens) -> str:
    return f"""
QScrollArea {{ border: none; background: transparent; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 2px; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 2px; }}
QScrollBar::handle {{ background: {t.track}; border-radius: 3px; min-height: 32px; min-width: 32px; }}
QScrollBar::handle:hover {{ background: {t.faint}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""
