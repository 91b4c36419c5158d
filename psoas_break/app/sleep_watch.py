"""Whether the machine has slept: one clock stood still then, another did not."""

from collections.abc import Callable
from datetime import timedelta

from psoas_break.app.ports import Clock
from psoas_break.domain.events import Slept
from psoas_break.domain.moment import Moment

LEAST_SLEEP = timedelta(seconds=2)
"""Shorter gaps between the clocks are no suspend."""


class SleepWatch:
    """Notices that the machine has slept, even where nobody says so.

    Args:
        clock: tells how long the machine has slept in all.
        on_slept: told of a sleep that has just ended.
    """

    def __init__(self, *, clock: Clock, on_slept: Callable[[Slept], None]) -> None:
        self._clock = clock
        self._on_slept = on_slept
        self._asleep = clock.asleep()

    def look(self) -> None:
        """Compare the clocks."""
        asleep = self._clock.asleep()
        gap, self._asleep = asleep - self._asleep, asleep
        if gap >= LEAST_SLEEP:
            now = self._clock.now()
            wall = now.later(-gap).wall
            self._on_slept(Slept(Moment(wall, now.steady - gap)))
