"""Idle time in the app's own time, for `--speed`."""

from collections.abc import Callable
from datetime import timedelta

from psoas_break.app.ports import Idle, IdleSignals
from psoas_break.desktop.clock import FastClock, SteppedClock


class FastIdle:
    """The app's time now, less the app's time at the last real input."""

    def __init__(self, *, real: Idle, clock: FastClock) -> None:
        self._real = real
        self._speed = clock.speed

    @property
    def name(self) -> str:
        """The mechanism that is asked."""
        return self._real.name

    def idle(self) -> timedelta | None:
        """Return the real idle time as the fast clock counts it; None if unknown."""
        real = self._real.idle()
        return None if real is None else real * self._speed


class FastSignals:
    """What a mechanism tells, with spans as the fast clock counts them."""

    def __init__(self, *, real: IdleSignals, clock: FastClock) -> None:
        self._real = real
        self._speed = clock.speed
        self.refresh = real.refresh
        self.attend = real.attend
        self.tell_return = real.tell_return

    @property
    def tells(self) -> bool:
        """Whether it tells of inputs while the user is away."""
        return self._real.tells

    @property
    def tells_silence(self) -> bool:
        """Whether it tells when no input has come for a while."""
        return self._real.tells_silence

    def tell_silence(self, span: timedelta | None, fell: Callable[[], None]) -> None:
        """Have it tell of silence, by the real time that `span` takes."""
        self._real.tell_silence(None if span is None else span / self._speed, fell)


class ManualIdle:
    """At speed 0: grows as time is advanced, and stays at nothing while typing."""

    name = "advance"

    def __init__(self, *, clock: SteppedClock) -> None:
        self._clock = clock

    def idle(self) -> timedelta | None:
        """Return the app's time since the last typing."""
        return self._clock.now().steady - self._clock.last_input()
