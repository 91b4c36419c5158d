"""A year at the desk in the domain alone: every look, prompt, break and night."""

import time
from datetime import UTC, datetime, timedelta

from psoas_break.domain.absence import Certain
from psoas_break.domain.events import (
    CauseEnded,
    Event,
    LeftForSure,
    SessionBegan,
    SessionOver,
    ShowPrompt,
    TimePassed,
    Touched,
)
from psoas_break.domain.moment import Moment
from psoas_break.domain.reminder import step
from psoas_break.domain.settings import Settings
from psoas_break.domain.state import State, first_state
from psoas_break.domain.waking import wake_at
from tests.bench.report import Figure

BUDGET_MS, AIM_MS = 200, 60
WORKING_DAYS = 250
MORNING = AFTERNOON = timedelta(hours=4)
LUNCH = timedelta(minutes=45)
NIGHT = timedelta(hours=24) - MORNING - AFTERNOON - LUNCH
A_BREAK = timedelta(minutes=2)
BACK_AFTER = timedelta(seconds=20)
A_PAUSE_IN_TYPING = timedelta(seconds=10)


def figures(*, rounds: int) -> list[Figure]:
    """Live the year a few times."""
    years = [_took_ms() for _ in range(rounds)]
    return [
        Figure(
            "a year of the domain, ms",
            tuple(took for took, _ in years),
            budget=BUDGET_MS,
            aim=AIM_MS,
        ),
        Figure("breaks in that year", tuple(float(breaks) for _, breaks in years)),
    ]


def _took_ms() -> tuple[float, int]:
    began = time.perf_counter()
    person = _Person()
    for _ in range(WORKING_DAYS):
        person.works(MORNING)
        person.is_gone(LUNCH)
        person.works(AFTERNOON)
        person.is_gone(NIGHT)
    return (time.perf_counter() - began) * 1e3, person.breaks


class _Person:
    """Types with short pauses, stands up when asked, eats and sleeps."""

    def __init__(self) -> None:
        self.breaks = 0
        self._at = Moment(datetime(2026, 1, 5, 9, tzinfo=UTC), timedelta(days=1))
        self._settings = Settings()
        self._state: State = first_state(self._at)

    def works(self, span: timedelta) -> None:
        """Sit at the keys for a span, apart from the breaks asked for."""
        end = self._at.later(span)
        while (when := self._next_look()).steady < end.steady:
            self._at = when
            if self._happens(TimePassed(A_PAUSE_IN_TYPING)):
                self._takes_the_break()
        self._at = end

    def is_gone(self, span: timedelta) -> None:
        """Lock the screen, leave, and unlock it on return."""
        left, end = self._at, self._at.later(span)
        self._happens(LeftForSure(Certain.LOCKED))
        while (when := self._next_look()).steady < end.steady:
            self._at = when
            self._happens(TimePassed(when - left))
        self._at = end
        self._happens(CauseEnded(Certain.LOCKED))

    def _takes_the_break(self) -> None:
        self.breaks += 1
        self._happens(SessionBegan(seated=False))
        self._at = self._at.later(A_BREAK)
        self._happens(SessionOver(finished=True, active=A_BREAK))
        self._at = self._at.later(BACK_AFTER)
        self._happens(Touched())

    def _next_look(self) -> Moment:
        wanted = wake_at(self._state, self._at, self._settings)
        return wanted or self._at.later(NIGHT)

    def _happens(self, event: Event) -> bool:
        """Take one step; say whether it showed a prompt."""
        self._state, effects = step(self._state, event, self._at, self._settings)
        return any(isinstance(effect, ShowPrompt) for effect in effects)
