"""Random histories of a desk: what may happen, when, and what came of it."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from psoas_break.app.keeping import from_plain, to_plain
from psoas_break.domain.absence import Certain
from psoas_break.domain.events import (
    AskedAnyway,
    CauseEnded,
    Effect,
    Event,
    InhibitorBegan,
    InhibitorEnded,
    LeftForSure,
    Moved,
    PauseSet,
    PromptDismissed,
    PromptOpened,
    QuietBegan,
    QuietEnded,
    SatOn,
    SessionBegan,
    SessionHeld,
    SessionOver,
    Skipped,
    Slept,
    SnoozeAsked,
    StandingSet,
    TimePassed,
    Touched,
    Undone,
    Write,
)
from psoas_break.domain.history import Record
from psoas_break.domain.hours import WorkingHours
from psoas_break.domain.moment import Moment
from psoas_break.domain.quiet import Pause, Reason, tomorrow
from psoas_break.domain.reminder import step
from psoas_break.domain.restart import restart
from psoas_break.domain.settings import Reminders, Settings
from psoas_break.domain.state import State, first_state
from psoas_break.domain.waking import wake_at, wake_on

BERLIN = ZoneInfo("Europe/Berlin")
START = Moment(datetime(2026, 3, 27, 16, tzinfo=BERLIN), timedelta(days=3))
"""A Friday afternoon; on Sunday the clocks go forward."""

MINUTE = timedelta(minutes=1)
SOME_SETTINGS = (
    Settings(),
    Settings(hours=WorkingHours(enabled=True)),
    Settings(
        reminders=Reminders(
            earliest=10 * MINUTE,
            latest=10 * MINUTE,
            away_after=10 * MINUTE,
            natural_break=20 * MINUTE,
            snooze_limit=None,
        )
    ),
    Settings(reminders=Reminders(earliest=5 * MINUTE, latest=8 * MINUTE)),
)

Action = Callable[["Desk"], None]


@dataclass
class Step:
    """One step and what it came to; no event means a restart."""

    before: State
    event: Event | None
    at: Moment
    after: State
    effects: tuple[Effect, ...]


class Desk:
    """A state on its way through a history; every step is kept."""

    def __init__(self, settings: Settings, *, idle_known: bool = True) -> None:
        self.settings = settings
        self.idle_known = idle_known
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
        self.steps.append(Step(before, event, self.at, self.state, effects))

    def look(self) -> None:
        self.happens(TimePassed(self.idle))

    def next_ring(self) -> Moment:
        """Whichever of the two alarms rings first."""
        calendar = wake_on(self.state, self.at, self.settings)
        ahead = timedelta(seconds=calendar.timestamp() - self.at.wall.timestamp())
        by_calendar = self.at.later(ahead)
        by_clock = wake_at(self.state, self.at, self.settings)
        if by_clock is None or by_calendar - by_clock <= timedelta():
            return by_calendar
        return by_clock

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
        self.steps.append(Step(before, None, self.at, self.state, effects))
        self.look()


def _types(minutes: float) -> Action:
    return lambda desk: desk.passes(minutes * MINUTE, typing=True)


def _rests(minutes: float) -> Action:
    return lambda desk: desk.passes(minutes * MINUTE, typing=False)


def _says(event: Event) -> Action:
    return lambda desk: desk.happens(event)


def _clicks(event: Event) -> Action:
    def click(desk: Desk) -> None:
        desk.last_input = desk.at
        desk.happens(Touched())
        desk.happens(event)

    return click


def _pause(kind: str) -> Action:
    def pause(desk: Desk) -> None:
        made = {
            "hour": Pause(desk.at, until=desk.at.later(60 * MINUTE)),
            "tomorrow": Pause(
                desk.at, wall=tomorrow(desk.at.wall, desk.settings.hours)
            ),
            "open": Pause(desk.at),
        }
        desk.happens(PauseSet(made[kind]))

    return pause


def _meeting(minutes: float) -> Action:
    return lambda desk: desk.happens(
        QuietBegan(Reason.MEETING, desk.at.later(minutes * MINUTE))
    )


def _sleeps(minutes: float) -> Action:
    def sleep(desk: Desk) -> None:
        since, desk.at = desk.at, desk.at.later(minutes * MINUTE)
        desk.happens(Slept(since))

    return sleep


def _begins(*, seated: bool) -> Action:
    def begin(desk: Desk) -> None:
        desk.session = desk.session or timedelta()
        desk.happens(SessionBegan(seated))

    return begin


def _holds(seconds: float) -> Action:
    def hold(desk: Desk) -> None:
        if desk.session is not None:
            span = timedelta(seconds=seconds)
            desk.passes(span, typing=False)
            desk.session += span
            desk.happens(SessionHeld(desk.session))

    return hold


def _ends(*, finished: bool) -> Action:
    def end(desk: Desk) -> None:
        active, desk.session = desk.session or timedelta(), None
        desk.happens(SessionOver(finished=finished and bool(active), active=active))

    return end


def _restarts(minutes: float, *, same_boot: bool) -> Action:
    return lambda desk: desk.restarts(gap=minutes * MINUTE, same_boot=same_boot)


MINUTES = st.sampled_from([0.05, 0.2, 0.5, 1, 2, 3, 4, 4.9, 5, 6, 8, 12, 20, 31, 95])
CAUSES = st.sampled_from(list(Certain))
REASONS = st.sampled_from(list(Reason))

INHIBITORS: st.SearchStrategy[Event] = st.sampled_from(
    [InhibitorBegan(), InhibitorEnded()]
)
WISHES: st.SearchStrategy[Event] = st.sampled_from(
    [
        Moved(),
        Skipped(),
        Undone(),
        SatOn(),
        PromptOpened(),
        PromptDismissed(),
        AskedAnyway(),
        SnoozeAsked(5 * MINUTE),
    ]
)

ACTIONS: st.SearchStrategy[Action] = st.one_of(
    MINUTES.map(_types),
    MINUTES.map(_types),
    MINUTES.map(_rests),
    MINUTES.map(_rests),
    st.just(_types(46)),
    MINUTES.map(_sleeps),
    st.builds(lambda cause: _says(LeftForSure(cause)), CAUSES),
    st.builds(lambda cause: _says(CauseEnded(cause)), CAUSES),
    st.builds(lambda reason: _says(QuietBegan(reason)), REASONS),
    st.builds(lambda reason: _says(QuietEnded(reason)), REASONS),
    MINUTES.map(_meeting),
    INHIBITORS.map(_says),
    st.sampled_from(["hour", "tomorrow", "open"]).map(_pause),
    st.just(_says(PauseSet(None))),
    st.builds(lambda on: _says(StandingSet(on=on)), st.booleans()),
    WISHES.map(_says),
    WISHES.map(_clicks),
    st.builds(lambda seated: _begins(seated=seated), st.booleans()),
    st.sampled_from([5.0, 20.0, 45.0]).map(_holds),
    st.builds(lambda finished: _ends(finished=finished), st.booleans()),
    st.builds(lambda gap, same: _restarts(gap, same_boot=same), MINUTES, st.booleans()),
)


@st.composite
def histories(draw: st.DrawFn, *, idle_known: bool | None = None) -> Desk:
    """A desk after a random history, in which no two things happen at once."""
    desk = Desk(
        draw(st.sampled_from(SOME_SETTINGS)),
        idle_known=draw(st.booleans()) if idle_known is None else idle_known,
    )
    for action in draw(st.lists(ACTIONS, max_size=25)):
        action(desk)
        desk.at = desk.at.later(timedelta(milliseconds=1))
    return desk
