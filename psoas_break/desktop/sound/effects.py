"""Plays the app's sound files by Qt, where Qt can play at all.

QtMultimedia needs 6 MB, and a system library that not every machine has: it is
imported with the first sound, and a machine without it is simply silent.
"""

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl

if TYPE_CHECKING:  # imported when the first sound is played
    from PySide6.QtMultimedia import QSoundEffect

_log = logging.getLogger(__name__)


class EffectSound:
    """Keeps each sound it has played, ready for the next time."""

    def __init__(self, *, folder: Path) -> None:
        """Name the folder of the files; nothing is read yet."""
        self._folder = folder
        self._effects: dict[str, QSoundEffect] = {}
        self._has_no_library = False
        self.why_silent = ""
        """Why the last sound was not heard; empty as long as sounds may be."""

    def play(self, name: str, volume: int) -> None:
        """Play one of our sounds, or nothing at all.

        Args:
            name: of a file in the folder, without its ending.
            volume: in percent of the file's own loudness, which is low.
        """
        if volume <= 0 or self._has_no_library:
            return
        effect = self._effects.get(name) or self._loaded(name)
        if effect is not None:
            self.why_silent = ""
            effect.setVolume(min(volume, 100) / 100)
            effect.play()

    def _loaded(self, name: str) -> "QSoundEffect | None":
        file = self._folder / f"{name}.wav"
        if not file.is_file():
            _log.warning("There is no sound %s", file)
            return None
        try:
            from PySide6.QtMultimedia import (  # noqa: PLC0415  see above
                QMediaDevices,
                QSoundEffect,
            )
        except ImportError as error:
            self._has_no_library = True
            self._fall_silent(f"no sound on this machine: {error}")
            return None
        # A headset may come later, so this is asked again with every sound.
        if QMediaDevices.defaultAudioOutput().isNull():
            self._fall_silent("this machine has no loudspeaker")
            return None
        effect = QSoundEffect()
        effect.setSource(QUrl.fromLocalFile(str(file)))
        self._effects[name] = effect
        return effect

    def _fall_silent(self, why: str) -> None:
        if why != self.why_silent:
            _log.info("Sounds are off: %s", why)
        self.why_silent = why
