"""What is heard, as the app needs it: sounds, a voice, and the signs of a break."""

from datetime import timedelta
from typing import Protocol

from psoas_break.domain.breathing import Phase
from psoas_break.domain.timeline import Part


class Sound(Protocol):
    """Short, soft sounds."""

    def play(self, name: str, volume: int) -> None:
        """Play one of our sounds at `volume` percent, or nothing at all."""
        ...

    def breathe(self, phase: Phase, lasts: timedelta, volume: int) -> None:
        """Sound a part of a breath: rising in, falling out, silent in between."""
        ...

    def hush(self) -> None:
        """Fall silent at once."""
        ...


class Voice(Protocol):
    """Speaks."""

    def say(self, text: str, volume: int) -> None:
        """Say it at `volume` percent, or nothing at all."""
        ...

    def hush(self) -> None:
        """Fall silent at once."""
        ...


class Signs(Protocol):
    """What a guided break lets be heard."""

    def cue(self, text: str, part: Part) -> None:
        """There are new words, and the part of the break they belong to."""
        ...

    def breath(self, phase: Phase, lasts: timedelta) -> None:
        """A part of a guided breath begins, and lasts so long."""
        ...

    def hush(self) -> None:
        """Nothing is guided any more, for a while or for good."""
        ...
