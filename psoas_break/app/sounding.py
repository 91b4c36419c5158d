"""What is heard, and when: a chime with a prompt, signs, tones and words in a break."""

from collections.abc import Callable
from datetime import timedelta

from psoas_break.app.sound import Sound, Voice
from psoas_break.domain.breathing import Phase, phase_name
from psoas_break.domain.settings import Settings
from psoas_break.domain.timeline import Part

SIGNS = {Part.SWITCH: "switch", Part.HOLD: "tick", Part.BREATHE: "tick"}
"""The sound with which a part of a break begins."""


class Sounding:
    """Plays what the settings allow. Sound and voice are loaded by their first use.

    Args:
        settings: asked each time.
        load: makes the sound system.
        load_voice: makes the voice.
    """

    def __init__(
        self,
        *,
        settings: Callable[[], Settings],
        load: Callable[[], Sound],
        load_voice: Callable[[], Voice],
    ) -> None:
        self._settings = settings
        self._load = load
        self._load_voice = load_voice
        self._sound: Sound | None = None
        self._voice: Voice | None = None
        self._muted = False

    @property
    def muted(self) -> bool:
        """Whether breaks are silent for now."""
        return self._muted

    def mute(self, *, on: bool) -> None:
        """Silence breaks at once, or let them be heard again."""
        self._muted = on
        if on:
            self.hush()

    def chime(self) -> None:
        """Sound a prompt, if the user wants that."""
        if self._settings().reminders.chime:
            self._play("chime")

    def cue(self, text: str, part: Part) -> None:
        """Sound the beginning of a part of a break, or say what to do.

        While breaths are led by tones or words, nothing else is heard.
        """
        if self._muted:
            return
        sounds = self._settings().sounds
        is_led = part is Part.BREATHE and (sounds.breath_tones or sounds.voice)
        sign = SIGNS.get(part)
        if sign is not None and sounds.session and not is_led:
            self._play(sign)
        if sounds.voice and text and part is not Part.BREATHE:
            self._say(text)

    def breath(self, phase: Phase, lasts: timedelta) -> None:
        """Lead a part of a breath, for those who close their eyes."""
        sounds = self._settings().sounds
        if self._muted:
            return
        if sounds.breath_tones:
            self._sounds().breathe(phase, lasts, sounds.volume)
        if sounds.voice:
            self._say(phase_name(phase))

    def hush(self) -> None:
        """Cut short what is still heard."""
        if self._sound is not None:
            self._sound.hush()
        if self._voice is not None:
            self._voice.hush()

    def _say(self, text: str) -> None:
        if self._voice is None:
            self._voice = self._load_voice()
        self._voice.say(text, self._settings().sounds.volume)

    def _play(self, name: str) -> None:
        self._sounds().play(name, self._settings().sounds.volume)

    def _sounds(self) -> Sound:
        if self._sound is None:
            self._sound = self._load()
        return self._sound
