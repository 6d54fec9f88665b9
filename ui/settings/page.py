"""The settings: the look, the language, where the workspace lies, which speech checkpoints are there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QRadioButton, QScrollArea, QVBoxLayout, QWidget

from ui.background import Background
from ui.bridge import JobBridge
from ui.desktop import open_path
from ui.plan import Plan
from ui.preferences import Preferences
from ui.settings.backups import BackupsPanel
from ui.settings.cluster import ClusterPanel
from ui.settings.models import ModelsPanel
from ui.settings.profiles import ProfilesPanel
from ui.theme import Choice
from ui.widgets import button, label

if TYPE_CHECKING:
    from ui.settings.day_marks import DayMarksPanel
    from ui.settings.lead_times import LeadTimesPanel
    from ui.settings.wording import WordingPanel

_WIDTH = 640


class SettingsPage(QWidget):
    """Every change is taken at once."""

    theme_chosen = Signal(object)  # Choice
    language_chosen = Signal(str)

    def __init__(self, plan: Plan, preferences: Preferences, background: Background, fetches: JobBridge) -> None:
        super().__init__()
        self.setObjectName("page")
        self.plan, self.background = plan, background
        self.day_marks: DayMarksPanel | None = None
        self.lead_times: LeadTimesPanel | None = None
        self.wording: WordingPanel | None = None
        panels = QWidget()
        # A column asks its rows how high they are at its own width: it must be no wider than they are.
        panels.setMaximumWidth(_WIDTH)
        self._column = QVBoxLayout(panels)
        self._column.setContentsMargins(0, 0, 0, 20)
        self._column.setSpacing(14)
        self.themes = self._choices(
            self.tr("Appearance"),
            [
                (self.tr("As the system is"), Choice.SYSTEM),
                (self.tr("Light"), Choice.LIGHT),
                (self.tr("Dark"), Choice.DARK),
            ],
            preferences.theme,
            self.theme_chosen.emit,
        )
        self.languages = self._choices(
            self.tr("Language of the program"),
            [(self.tr("As the system is"), ""), ("Bahasa Indonesia", "id"), ("English", "en")],
            preferences.language,
            self.language_chosen.emit,
        )
        self._workspace()
        self.backups = BackupsPanel(plan, background)
        self._column.addWidget(self.backups)
        self.models = ModelsPanel(background, fetches, plan.notices)
        self._column.addWidget(self.models)
        self.cluster = ClusterPanel(plan, fetches)
        self._column.addWidget(self.cluster)
        self.profiles = ProfilesPanel(plan)
        self._column.addWidget(self.profiles)
        self._column.addStretch(1)
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(20, 0, 20, 0)
        row.addWidget(panels)
        row.addStretch(1)
        row.setStretchFactor(panels, 1000)
        scroll = QScrollArea(widgetResizable=True, widget=body)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        heading = label(self.tr("Settings"), "heading")
        heading.setContentsMargins(20, 18, 20, 14)
        whole.addWidget(heading)
        whole.addWidget(scroll, 1)

    def _panel(self, title: str) -> QVBoxLayout:
        frame = QFrame()
        frame.setObjectName("panel")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(18, 14, 18, 16)
        inside.setSpacing(6)
        inside.addWidget(label(title, "strong"))
        self._column.addWidget(frame)
        return inside

    def _choices(self, title: str, choices, chosen, tell) -> QButtonGroup:  # type: ignore[no-untyped-def]
        inside = self._panel(title)
        group = QButtonGroup(self)
        for number, (text, value) in enumerate(choices):
            radio = QRadioButton(text)
            radio.setChecked(value == chosen)
            group.addButton(radio, number)
            inside.addWidget(radio)
        group.idClicked.connect(lambda number: tell(choices[number][1]))
        return group

    def show_theme(self, choice: Choice) -> None:
        """The theme was chosen elsewhere."""
        self.themes.button(list(Choice).index(choice)).setChecked(True)

    def _workspace(self) -> None:
        root = self.plan.store.workspace.root
        inside = self._panel(self.tr("Workspace"))
        path = label(str(root), "muted", wrap=True)
        path.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        inside.addWidget(path)
        inside.addWidget(
            label(
                self.tr("Your plan (siar.db), recordings, and all that was made lie in this folder."),
                "small",
                wrap=True,
            )
        )
        row = QHBoxLayout()
        row.addWidget(button(self.tr("Open folder"), call=lambda: open_path(root)))
        row.addStretch(1)
        inside.addLayout(row)

    def _planning(self) -> None:
        # Many fields: they are made when a person first comes here, and not with the window.
        from ui.settings.day_marks import DayMarksPanel
        from ui.settings.lead_times import LeadTimesPanel
        from ui.settings.wording import WordingPanel

        self.day_marks = DayMarksPanel(self.plan, self.background)
        self.lead_times = LeadTimesPanel(self.plan)
        self.wording = WordingPanel(self.plan)
        for place, panel in enumerate((self.day_marks, self.lead_times, self.wording), 2):
            self._column.insertWidget(place, panel)

    def showEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        if self.day_marks is None:
            self._planning()
        super().showEvent(event)
