"""From where checkpoints come and through which proxy: two fields over the settings that the command line reads too."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout

from studio.errors import SiarError
from ui.widgets import button, label, restyle


class NetworkForm(QFrame):
    """A mirror and a proxy. `saved` carries what holds from now on, as `model_settings` tells it."""

    saved = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.mirror, self.proxy = QLineEdit(), QLineEdit()
        self.mirror.setPlaceholderText(self.tr("OpenAI's own place"))
        self.proxy.setPlaceholderText(self.tr("As the system is set"))
        self.says = label("", "small", wrap=True)
        self.keep = button(self.tr("Save"), call=self.save)
        self._shown = ("", "")
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for row, (text, field) in enumerate(((self.tr("Mirror"), self.mirror), (self.tr("Proxy"), self.proxy))):
            name = label(text, "small")
            name.setBuddy(field)
            field.setAccessibleName(text)
            field.setClearButtonEnabled(True)
            field.textEdited.connect(self._edited)
            field.returnPressed.connect(self.save)
            grid.addWidget(name, row, 0)
            grid.addWidget(field, row, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.says, 1)
        foot.addWidget(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(8)
        column.addLayout(grid)
        column.addLayout(foot)
        self._edited()

    def show_settings(self, told: dict[str, Any]) -> None:
        """Show what is set, and say where the environment says something else; what is being typed stays."""
        if (self.mirror.text(), self.proxy.text()) == self._shown:
            self._shown = (told["set_mirror"], told["set_proxy"])
            self.mirror.setText(self._shown[0])
            self.proxy.setText(self._shown[1])
        names = [
            name
            for name, source in (("SIAR_MODELS_MIRROR", told["mirror_from"]), ("HTTPS_PROXY", told["proxy_from"]))
            if source == "environment"
        ]
        text = self.tr("%1 is set in the environment and comes first.").replace("%1", ", ".join(names))
        self._say(text if names else "", wrong=False)
        self._edited(keep_words=True)

    def _edited(self, _text: str = "", *, keep_words: bool = False) -> None:
        self.keep.setEnabled((self.mirror.text(), self.proxy.text()) != self._shown)
        if not keep_words:
            self._say("", wrong=False)

    def save(self) -> None:
        """Keep what is in the fields."""
        if not self.keep.isEnabled():
            return
        from studio.actions.models import model_settings

        # A password is shown as dots: an address that nobody touched must not be kept as it is shown.
        told = [
            (None if text == before else text)
            for text, before in zip((self.mirror.text(), self.proxy.text()), self._shown, strict=True)
        ]
        try:
            kept = partial(model_settings, *told)()
        except SiarError as error:
            self._say(str(error), wrong=True)
            return
        self._shown = (self.mirror.text(), self.proxy.text())
        self.show_settings(kept)
        self.saved.emit(kept)

    def _say(self, text: str, *, wrong: bool) -> None:
        self.says.setText(text)
        self.says.setProperty("role", "error" if wrong else "small")
        restyle(self.says)
