"""A desk to which anything may happen, and every step it takes."""

import json
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from psoas_break.app.keeping import from_plain, to_plain
from psoas_break.domain.events import (
    Effect,
    Event,
    TimePassed,
    Write,
)
from psoas_break.domain.history import Record
from psoas_break.domain.moment import Moment
from psoas_break.domain.reminder import step
from psoas_break.domain.restart import restart
from psoas_break.domain.settings import Settings
from psoas_break.domain.state import State, first_state
from psoas_break.domain.waking import SOON, silence_awaited, wake_at, wake_on

BERLIN = ZoneInfo("Europe/Berlin")
START = Moment(datetime(2026, 3, 27, 16, tzinfo=BERLIN), timedelta(days=3))
"""A Friday afternoon; on Sunday the clocks go forward."""


@dataclass
class Step:
    """One step and what it came to; no event means a restart."""

    before: State
    event: Event | None
    at: Moment
    after: State
    effects: tuple[Effect, ...]
    settings: Settings


class Desk:
    """A state on its way through a history; every step is kept."""

    def __init__(self, settings: Settings, *, idle_known: bool = True) -> None:
        self.settings = settings
        self.idle_known = idle_known
        self.told_of_return = self.told_of_silence = False
        self.at = START
        self.steps: list[Step] = []
        self.state = first_state(self.at)
        self.last_input = self.at
        self.session: timedelta | None = None
        self.look()

    def __repr__(self) -> str:
        """What happened, in short, for the report of a failing example."""
        lines = [
            f"{one.at.wall:%d %H:%M:%S} {one.event or 'restart'}"
            for one in self.steps
            if one.event is None or one.effects or not isinstance(one.event, TimePassed)
        ]
        return "\n".join([f"{self.at.wall:%H:%M:%S}, idle {self.idle}", *lines])

    @property
    def idle(self) -> timedelta | None:
        return self.at - self.last_input if self.idle_known else None

    @property
    def records(self) -> list[Record]:
        return [
            effect.record
            for one in self.steps
            for effect in one.effects
            if isinstance(effect, Write)
        ]

    def happens(self, event: Event) -> None:
        before = self.state
        self.state, effects = step(before, event, self.at, self.settings)
        self._keep(before, event, effects)

    def _keep(
        self, before: State, event: Event | None, effects: tuple[Effect, ...]
    ) -> None:
        self.steps.append(
            Step(before, event, self.at, self.state, effects, self.settings)
        )

    def settles(self, settings: Settings) -> None:
        """The user changes the settings."""
        self.settings = settings
        self.look()

    def look(self) -> None:
        self.happens(TimePassed(self.idle))

    def next_ring(self) -> Moment:
        """Whichever of the two alarms rings first."""
        calendar = wake_on(self.state, self.at, self.settings)
        ahead = timedelta(seconds=calendar.timestamp() - self.at.wall.timestamp())
        by_calendar = self.at.later(ahead)
        by_clock = wake_at(
            self.state,
            self.at,
            self.settings,
            told_of_return=self.told_of_return,
            told_of_silence=self.told_of_silence,
        )
        rings = [by_calendar, by_clock, self._silence()]
        return min(filter(None, rings), key=lambda ring: ring.steady)

    def _silence(self) -> Moment | None:
        """When the desktop tells of the next silence that is waited for, if it does."""
        span = silence_awaited(self.state, self.at, self.settings)
        if not self.told_of_silence or span is None or self.idle is None:
            return None
        return self.at.later(max(SOON, span - self.idle))

    def passes(self, span: timedelta, *, typing: bool) -> None:
        """Let time pass, looking whenever the alarms ring."""
        end = self.at.later(span)
        while (ring := self.next_ring()) - end <= timedelta():
            assert ring - self.at > timedelta(), "the alarm rings in the future"
            self.at = ring
            if typing:
                self.last_input = self.at
            self.look()
        self.at = end
        if typing:
            self.last_input = end

    def restarts(self, *, gap: timedelta, same_boot: bool) -> None:
        """The app dies, time passes, and it starts again from what was saved."""
        plain = json.loads(json.dumps(to_plain(self.state)))
        saved: State = from_plain(State, plain, BERLIN)
        assert saved == self.state
        saved_at, self.at = self.at, self.at.later(gap)
        if not same_boot:
            self.at = replace(self.at, steady=timedelta(minutes=1))
            self.last_input = self.at
        before = self.state
        self.state, effects = restart(
            saved, saved_at, self.at, self.settings, same_boot=same_boot
        )
        self.session = None
        self._keep(before, None, effects)
        self.look()
