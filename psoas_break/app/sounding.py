"""What is heard, and when: a chime with a prompt, signs, tones and words in a break."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta

from psoas_break.app.sound import Sound, Voice
from psoas_break.domain.breathing import Phase, phase_name
from psoas_break.domain.settings import Settings
from psoas_break.domain.timeline import Part

SIGNS = {Part.SWITCH: "switch", Part.HOLD: "tick", Part.BREATHE: "tick"}
"""The sound with which a part of a break begins."""


@dataclass(frozen=True, slots=True)
class Hearing:
    """What can be switched in the middle of a break.

    Attributes:
        muted: nothing is heard for now.
        tones: tones lead the breath, for those who close their eyes.
    """

    muted: bool = False
    tones: bool = False

    def mute_pressed(self) -> "Hearing":
        """Return what to hear once the switch of all sounds was pressed."""
        return replace(self, muted=not self.muted)

    def tones_pressed(self) -> "Hearing":
        """Return the same for tones: who wants them wants to hear them."""
        return Hearing(tones=self.muted or not self.tones)


class Sounding:
    """Plays what the settings allow. Sound and voice are loaded by their first use.

    Args:
        settings: asked each time.
        choose: keeps other settings.
        load: makes the sound system.
        load_voice: makes the voice.
    """

    def __init__(
        self,
        *,
        settings: Callable[[], Settings],
        choose: Callable[[Settings], None] = lambda _settings: None,
        load: Callable[[], Sound],
        load_voice: Callable[[], Voice],
    ) -> None:
        self._settings = settings
        self._choose = choose
        self._load = load
        self._load_voice = load_voice
        self._sound: Sound | None = None
        self._voice: Voice | None = None
        self._muted = False

    @property
    def hearing(self) -> Hearing:
        """What is switched on and off now."""
        return Hearing(self._muted, self._settings().sounds.breath_tones)

    def switch(self, hearing: Hearing) -> None:
        """Silence breaks at once, or have tones lead the breath, or neither.

        Whether there are tones is kept, as if it had been chosen in the settings.
        """
        before, settings = self.hearing, self._settings()
        self._muted = hearing.muted
        if hearing.tones != before.tones:
            sounds = replace(settings.sounds, breath_tones=hearing.tones)
            self._choose(replace(settings, sounds=sounds))
        if hearing.muted or (before.tones and not hearing.tones):
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
