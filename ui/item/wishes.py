"""The dialogs in which a person says how an item's recording is cut and how its captions look."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from studio.plan.item import Item
from studio.plan.wishes import caption_style

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QDialog

    from ui.item.inspector import Inspector


class Wishes(QObject):
    """Belongs to the inspector, and asks about the item that it shows. Each answer is one step of undo."""

    def __init__(self, inspector: Inspector) -> None:
        super().__init__(inspector)
        self._inspector = inspector

    def cut(self, _step: str = "cut") -> QDialog | None:
        """Ask how the recording is cut."""
        item, recording = self._inspector.item, self._first("recording")
        if item is None or recording is None:
            return None
        from studio.actions.cutting import item_cut, set_cut
        from ui.subtitles.cut_dialog import CutDialog

        plan = self._inspector.plan
        cut = plan.do(partial(item_cut, plan.store, item), tell=False)
        if cut is None:
            return None
        dialog = CutDialog(recording, cut, self._inspector.window())
        dialog.asked.connect(lambda wanted: plan.do(partial(set_cut, plan.store, item.id, wanted)))
        dialog.open()
        return dialog

    def choose_style(self, _step: str = "captioned") -> QDialog | None:
        """Ask how captions look."""
        item = self._inspector.item
        video = self._first("cut") or self._first("recording")
        if item is None:
            return None
        plan = self._inspector.plan
        if video is None:
            says = self.tr("Choose the recording first: the styles are shown on it.")
            plan.notices.info(says)
            return None
        from ui.subtitles.style_picker import StylePicker

        dialog = StylePicker(
            plan,
            video,
            self._inspector.window(),
            style=caption_style(item),
            subtitles=self._subtitles(),
            language=item.language,
        )
        dialog.chosen.connect(partial(self._set_style, item))
        dialog.open()
        return dialog

    def _set_style(self, item: Item, style: str) -> None:
        from studio.actions.captions import set_caption_style
        from studio.subtitles.looks import DEFAULT_LOOK

        plan = self._inspector.plan
        name = "" if style == DEFAULT_LOOK else style
        plan.do(partial(set_caption_style, plan.store, item.id, name))

    def _first(self, step: str) -> Path | None:
        readiness = self._inspector.readiness
        report = readiness.step(step) if readiness is not None else None
        return report.paths[0] if report is not None and report.paths else None

    def _subtitles(self) -> Path | None:
        from ui.subtitles.rendering import readable_of

        readiness = self._inspector.readiness
        report = readiness.step("subtitles") if readiness is not None else None
        return readable_of(report.paths) if report is not None else None
