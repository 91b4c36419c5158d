"""A year at the desk in the domain alone: every look, prompt, break and night.

Eight hours of typing on 250 days, a break at every prompt, lunch away, and nights of
which a signal tells the end. `python -m tests.bench.domain_year` prints the time.
"""

import time
from datetime import UTC, datetime, timedelta

from psoas_break.domain.events import (
    Event,
    SessionBegan,
    SessionOver,
    ShowPrompt,
    TimePassed,
    Touched,
)
from psoas_break.domain.moment import Moment
from psoas_break.domain.reminder import step
from psoas_break.domain.settings import Settings
from psoas_break.domain.state import first_state
from psoas_break.domain.waking import wake_at

DAYS = 250
HALF_A_DAY, LUNCH, NIGHT = (timedelta(hours=hours) for hours in (4, 0.75, 15.25))
A_BREAK = timedelta(minutes=2)
BACK_AFTER = timedelta(seconds=20)
PAUSES = tuple(timedelta(seconds=seconds) for seconds in (0, 2, 5, 1, 9, 3))
"""How long the hands have rested when we look, in turn."""


class Year:
    """Someone who types with short pauses, and stands up when asked."""

    def __init__(self) -> None:
        self.steps = 0
        self.breaks = 0
        self._at = Moment(datetime(2026, 1, 5, 9, tzinfo=UTC), timedelta(days=1))
        self._settings = Settings()
        self._state = first_state(self._at)
        self._wake: Moment | None = self._at

    def passes(self) -> None:
        """Live it."""
        for _ in range(DAYS):
            self._works(HALF_A_DAY)
            self._is_gone(LUNCH)
            self._works(HALF_A_DAY)
            self._is_gone(NIGHT)

    def _works(self, span: timedelta) -> None:
        end = self._at.later(span)
        while self._wake is not None and self._wake.steady < end.steady:
            self._at = self._wake
            if self._happens(TimePassed(PAUSES[self.steps % len(PAUSES)])):
                self._takes_the_break()
        self._at = end

    def _is_gone(self, span: timedelta) -> None:
        left, end = self._at, self._at.later(span)
        while self._wake is not None and self._wake.steady < end.steady:
            self._at = self._wake
            self._happens(TimePassed(self._at - left))
        self._at = end
        self._happens(Touched())

    def _takes_the_break(self) -> None:
        self.breaks += 1
        self._happens(SessionBegan(seated=False))
        self._at = self._at.later(A_BREAK)
        self._happens(SessionOver(finished=True, active=A_BREAK))
        self._at = self._at.later(BACK_AFTER)
        self._happens(Touched())

    def _happens(self, event: Event) -> bool:
        """Take one step and set the alarm; say whether it showed a prompt."""
        self.steps += 1
        self._state, effects = step(self._state, event, self._at, self._settings)
        self._wake = wake_at(
            self._state, self._at, self._settings, told_of_return=True
        )
        return any(isinstance(effect, ShowPrompt) for effect in effects)


def milliseconds() -> float:
    """Return how long the rules take for a year, in milliseconds."""
    year = Year()
    began = time.perf_counter()
    year.passes()
    return (time.perf_counter() - began) * 1e3


if __name__ == "__main__":
    print(f"{milliseconds():.0f} ms")
