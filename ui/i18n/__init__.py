"""The languages of the interface: English in the source, Indonesian in siar_id.ts.

After a change of words: `pyside6-lupdate $(find ui -name '*.py') -ts ui/i18n/siar_id.ts ui/i18n/siar_en.ts`, translate,
then `pyside6-lrelease ui/i18n/*.ts`. siar_en.ts holds only what English says differently for one and for many.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

LANGUAGES = ("en", "id")


def wanted(code: str) -> str:
    """The language to speak: the one chosen, else the system's if we speak it, else English."""
    if code in LANGUAGES:
        return code
    system = QLocale.system().name()[:2]
    return system if system in LANGUAGES else "en"


def speak(application: QApplication, code: str) -> None:
    """Let everything that is built from now on speak this language."""
    language = wanted(code)
    territory = QLocale.Country.Indonesia if language == "id" else QLocale.Country.UnitedKingdom
    QLocale.setDefault(QLocale(QLocale(language).language(), territory))
    for old in application.findChildren(QTranslator):
        application.removeTranslator(old)
        old.deleteLater()
    for name, folder in (
        (f"siar_{language}", str(Path(__file__).parent)),
        (f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
    ):
        translator = QTranslator(application)
        if translator.load(name, folder):
            application.installTranslator(translator)
