"""Speaks the app's words by the desktop's own voice, where there is one.

QtTextToSpeech needs some megabytes and, on Linux, speech-dispatcher: it is imported
with the first word, and a machine without a voice is simply silent.
"""

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from psoas_break.words import language

if TYPE_CHECKING:  # imported when the first word is spoken
    from PySide6.QtTextToSpeech import QTextToSpeech

_log = logging.getLogger(__name__)


class DesktopVoice:
    """Says one thing at a time; what is new cuts short what is being said.

    Args:
        engine: Qt's name of a speech engine; "" for the desktop's usual one.
    """

    def __init__(self, *, engine: str = "") -> None:
        self._name = engine
        self._engine: QTextToSpeech | None = None
        self.why_silent = ""
        """Why the last words were not heard; empty as long as words may be."""

    def say(self, text: str, volume: int) -> None:
        """Say it, or nothing at all.

        Args:
            text: words in the user's language.
            volume: in percent.
        """
        if volume <= 0:
            return
        engine = self._engine or self._loaded()
        if engine is None:
            return
        engine.setVolume(min(volume, 100) / 100)
        engine.say(text)

    def hush(self) -> None:
        """Fall silent at once."""
        if self._engine is not None:
            self._engine.stop()

    def _loaded(self) -> "QTextToSpeech | None":
        if self.why_silent:
            return None
        try:
            from PySide6.QtTextToSpeech import QTextToSpeech  # noqa: PLC0415  see above
        except ImportError as error:
            self._fall_silent(f"no voice on this machine: {error}")
            return None
        engine = QTextToSpeech(self._name) if self._name else QTextToSpeech()
        if engine.state() is QTextToSpeech.State.Error:
            self._fall_silent(f"no voice on this machine: {engine.errorString()}")
            return None
        wanted = QLocale(language())
        if engine.locale().language() != wanted.language():
            engine.setLocale(wanted)
        self._engine = engine
        return engine

    def _fall_silent(self, why: str) -> None:
        _log.info("The voice is off: %s", why)
        self.why_silent = why
