"""The panel of the lead times: how many working days before publishing each step is due."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSpinBox, QVBoxLayout

from studio.actions import planning
from studio.plan.item import Kind
from studio.plan.lead_times import DEFAULT_LEAD_TIMES, LONGEST_LEAD, NEEDS, LeadTimes
from ui import words
from ui.plan import Plan
from ui.widgets import button, label, roomy, set_number

_NONE = -1


class LeadTimesPanel(QFrame):
    """A number for each step of a video and of a live session. Every change is taken at once, and can be undone."""

    def __init__(self, plan: Plan) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.plan = plan
        self.fields: dict[tuple[Kind, str], QSpinBox] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 16)
        column.setSpacing(8)
        column.addWidget(label(self.tr("Lead times"), "strong"))
        says = self.tr(
            "How many working days before publishing a step is due. Weekends, holidays, joint leave and blackout days "
            "are skipped. A step is never due after what is made from it. Below 0: no due day."
        )
        column.addWidget(label(says, "small", wrap=True))
        column.addLayout(self._grid())
        foot = QHBoxLayout()
        usual = button(self.tr("As usual again"), "link", lambda: self._keep(DEFAULT_LEAD_TIMES))
        usual.setProperty("flush", True)
        foot.addWidget(usual)
        foot.addStretch(1)
        column.addLayout(foot)
        plan.changed.connect(self.show_settings)
        self.show_settings()

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        for column, kind in enumerate(Kind, 1):
            grid.addWidget(label(words.kind_name(kind), "small"), 0, column)
        # Upstream first, in the order in which the inspector shows them.
        for row, step in enumerate(dict.fromkeys(step for kind in Kind for step in NEEDS[kind]), 1):
            grid.addWidget(label(words.step_name(step)), row, 0)
            for column, kind in enumerate(Kind, 1):
                if step in NEEDS[kind]:
                    field = self._field(kind, step)
                    grid.addWidget(field, row, column)
                else:
                    grid.addWidget(label("–", "muted"), row, column, Qt.AlignmentFlag.AlignHCenter)
        grid.setColumnStretch(3, 1)
        grid.setColumnMinimumWidth(0, 140)
        return grid

    def _field(self, kind: Kind, step: str) -> QSpinBox:
        field = roomy(QSpinBox(minimum=_NONE, maximum=LONGEST_LEAD), 92)
        field.setSpecialValueText(self.tr("none"))
        field.setAccessibleName(f"{words.step_name(step)}, {words.kind_name(kind)}")
        # A number that is typed is taken when it is done, one that is stepped to at once.
        field.setKeyboardTracking(False)
        field.valueChanged.connect(lambda _value: self._take(kind, step))
        self.fields[kind, step] = field
        return field

    def show_settings(self) -> None:
        """Show what the team set."""
        self._lead = self.plan.rules().lead_times
        for (kind, step), field in self.fields.items():
            with QSignalBlocker(field):
                set_number(field, self._lead.of(kind).get(step, _NONE))

    def _take(self, kind: Kind, step: str) -> None:
        value = self.fields[kind, step].value()
        days = None if value == _NONE else value
        if self._lead.of(kind).get(step) != days:
            self._keep(self._lead.with_step(step, days, kind))

    def _keep(self, lead: LeadTimes) -> None:
        self.plan.do(partial(planning.set_lead_times, self.plan.store, lead))
        self.show_settings()
