"""Plays the app's sound files by Qt, where Qt can play at all.

QtMultimedia needs 6 MB, and a system library that not every machine has: it is
imported with the first sound, and a machine without it is simply silent.
"""

import logging
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTemporaryDir, QUrl

from psoas_break.desktop.sound.tones import has_tone, tone
from psoas_break.domain.breathing import Phase

if TYPE_CHECKING:  # imported when the first sound is played
    from PySide6.QtMultimedia import QSoundEffect

SHORTEST_TONE = timedelta(seconds=0.3)
"""A shorter one, at the end of a part that was joined late, would only be a blip."""
STEP = timedelta(seconds=0.05)
"""Lengths are rounded to this, so that a part that begins a little late, as all do, has
the tone of the breath before."""
MOST_TONES = 6
"""Kept for the next breath; while the pace eases in each breath has others."""

_log = logging.getLogger(__name__)


class EffectSound:
    """Keeps each sound it has played, ready for the next time."""

    def __init__(self, *, folder: Path) -> None:
        """Name the folder of the files; nothing is read yet."""
        self._folder = folder
        self._effects: dict[str, QSoundEffect] = {}
        self._has_no_library = False
        self._made: QTemporaryDir | None = None
        self._tones: list[str] = []
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

    def breathe(self, phase: Phase, lasts: timedelta, volume: int) -> None:
        """Sound a part of a breath for as long as it lasts; a hold is silent.

        Args:
            phase: which part.
            lasts: what is left of it.
            volume: in percent of the tone's own loudness, which is low.
        """
        for name in self._tones:
            if name in self._effects:
                self._effects[name].stop()
        if volume <= 0 or self._has_no_library or not has_tone(phase):
            return
        length = round(lasts / STEP) * STEP
        if length < SHORTEST_TONE:
            return
        name = f"{phase}-{length // timedelta(milliseconds=1)}"
        if name in self._tones or self._keep(name, tone(phase, length)):
            self.play(name, volume)

    def hush(self) -> None:
        """Stop whatever sounds."""
        for effect in self._effects.values():
            effect.stop()

    def _keep(self, name: str, sound: bytes) -> bool:
        """Have a tone in a file, for Qt plays no other; says whether that went well."""
        if self._made is None:
            self._made = QTemporaryDir()
        while len(self._tones) >= MOST_TONES:
            oldest = self._tones.pop(0)
            self._effects.pop(oldest, None)
            Path(self._made.filePath(f"{oldest}.wav")).unlink(missing_ok=True)
        try:
            Path(self._made.filePath(f"{name}.wav")).write_bytes(sound)
        except OSError as error:
            self._fall_silent(f"no room for a tone: {error}")
            return False
        self._tones.append(name)
        return True

    def _file(self, name: str) -> Path:
        if self._made is not None and name in self._tones:
            return Path(self._made.filePath(f"{name}.wav"))
        return self._folder / f"{name}.wav"

    def _loaded(self, name: str) -> "QSoundEffect | None":
        file = self._file(name)
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
