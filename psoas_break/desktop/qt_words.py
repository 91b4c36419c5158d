"""Qt's own words, in its dialogs for files and its menus of text fields."""

import logging

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

_log = logging.getLogger(__name__)


def speak(app: QCoreApplication, language: str) -> None:
    """Have Qt speak the app's language from now on; without it, English.

    Args:
        app: the application; the words live as long as it does.
        language: as "de" or "pt_BR".
    """
    if language == "en":
        return
    words = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if words.load(QLocale(language), "qtbase", "_", folder):
        app.installTranslator(words)
    else:
        _log.info("Qt itself has no words in the language %s", language)
