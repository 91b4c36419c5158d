"""Qt's own words."""

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator

from psoas_break.desktop.qt_words import speak


@pytest.mark.parametrize(("language", "said"), [("de", "Abbrechen"), ("en", "Cancel")])
def test_qt_speaks_the_app_s_language(
    qapp: QCoreApplication, language: str, said: str
) -> None:
    speak(qapp, language)
    try:
        words = QCoreApplication.translate("QPlatformTheme", "Cancel")
    finally:
        for words_of_qt in qapp.findChildren(QTranslator):
            qapp.removeTranslator(words_of_qt)
            words_of_qt.deleteLater()

    assert words == said


def test_what_qt_cannot_say_is_said_in_english(qapp: QCoreApplication) -> None:
    speak(qapp, "tlh")

    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
