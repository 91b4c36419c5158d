"""What is heard, and when: a chime with a prompt, soft signs during a break."""

from collections.abc import Callable

from psoas_break.app.ports import Sound
from psoas_break.domain.settings import Settings
from psoas_break.domain.timeline import Part

SIGNS = {Part.SWITCH: "switch", Part.HOLD: "tick", Part.BREATHE: "tick"}
"""The sound with which a part of a break begins."""


class Sounding:
    """Plays what the settings allow. The sound system is loaded by the first sound.

    Args:
        settings: asked each time.
        load: makes the sound system.
    """

    def __init__(
        self, *, settings: Callable[[], Settings], load: Callable[[], Sound]
    ) -> None:
        self._settings = settings
        self._load = load
        self._sound: Sound | None = None
        self.muted = False

    def chime(self) -> None:
        """Sound a prompt, if the user wants that."""
        if self._settings().reminders.chime:
            self._play("chime")

    def cue(self, _text: str, part: Part) -> None:
        """Sound the beginning of a part of a break."""
        sign = SIGNS.get(part)
        if sign is not None and self._settings().sounds.session and not self.muted:
            self._play(sign)

    def _play(self, name: str) -> None:
        if self._sound is None:
            self._sound = self._load()
        self._sound.play(name, self._settings().sounds.volume)
