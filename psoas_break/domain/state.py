"""Where we are: the sitting clock, the prompt, and the reasons beside them."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from psoas_break.domain.absence import (
    Before,
    Gone,
    Presence,
    Present,
)
from psoas_break.domain.durations import ZERO
from psoas_break.domain.moment import Moment, day_of
from psoas_break.domain.prompt import Ask, Prompt, Waiting
from psoas_break.domain.quiet import CALLS, Pause, Quiet, Reason
from psoas_break.domain.settings import Settings
from psoas_break.domain.sitting import SittingClock

AFTER_QUIET = timedelta(seconds=30)
"""How long a pending prompt waits when the last quiet reason has ended."""
FULL_SCREEN_HOLDS = timedelta(minutes=20)
"""How far past the window mere full screen may hold a prompt."""


class Block(StrEnum):
    """What is in the way of a prompt besides the quiet reasons."""

    AWAY = "away"
    SESSION = "session"
    PAUSE = "pause"
    OFF_HOURS = "off hours"
    STANDING = "standing"


@dataclass(frozen=True, slots=True)
class Standing:
    """*I am standing*, since when, and whether that has cleared the clock."""

    since: Moment
    cleared: bool = False


@dataclass(frozen=True, slots=True)
class Session:
    """A guided break in progress, as far as the sitting clock cares.

    `breaks` are the keys of natural breaks recorded in it, before anything was held.
    """

    began: Moment
    seated: bool
    active: timedelta = ZERO
    breaks: tuple[str, ...] = ()

    @property
    def held(self) -> bool:
        """Whether anything in it has been done."""
        return self.active > ZERO


@dataclass(frozen=True, slots=True, kw_only=True)
class Undo:
    """What stood before a Skip or an *I just moved*, until when, and what to void.

    `skipped` is the prompt that was skipped, None when it was *I just moved*.
    """

    until: Moment
    clock: SittingClock
    base: timedelta
    ask: Ask
    snoozes: int
    showings: tuple[Moment, ...]
    bout: Moment | None
    skipped: Prompt | None = None
    voids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Regret:
    """The offer *I was sitting* after a return, and what the absence took.

    Attributes:
        until: how long the offer stands.
        owed: what the clock would read on top, had the absence been sitting.
        base: the same for the base.
        before: what stood at its start, if it has cleared the clock.
        voids: keys of the records it has left.
    """

    until: Moment
    owed: timedelta
    base: timedelta
    before: Before | None
    voids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Day:
    """What became of today's prompts, and what one reason did to yesterday's."""

    date: date
    shown: int = 0
    held_by: frozenset[Reason] | None = None
    waited: Reason | None = None
    ignored: frozenset[Reason] = frozenset()


@dataclass(frozen=True, slots=True)
class HeldBack:
    """A quiet reason holds a pending prompt back since `since`."""

    reason: Reason
    since: Moment


@dataclass(frozen=True, kw_only=True)
class State:
    """Everything the reminder knows. Frozen; `step` returns the next one.

    It has no slots, so that `but` can copy its fields at once.

    Attributes:
        clock: the sitting clock.
        base: its reading from which the window is counted.
        presence: at the desk or away.
        ask: the prompt's life.
        snoozes: how often the user has put this break off.
        showings: when each showing began that nobody answered.
        gate: no prompt before this moment.
        blocked: what was in the way when we last looked.
        touched: the last input we know of.
        idle_known: whether this desktop can tell idle time.
        video: an idle inhibitor that is no call is active.
        inhibited_until: when the last call or inhibitor ended.
        bout: since when this sitting bout runs.
    """

    clock: SittingClock
    presence: Presence
    gate: Moment
    touched: Moment
    day: Day
    base: timedelta = ZERO
    ask: Ask = field(default_factory=Waiting)
    snoozes: int = 0
    showings: tuple[Moment, ...] = ()
    blocked: tuple[str, ...] = ()
    idle_known: bool = True
    video: bool = False
    inhibited_until: Moment | None = None
    quiets: tuple[Quiet, ...] = ()
    pause: Pause | None = None
    off_hours: bool = False
    standing: Standing | None = None
    session: Session | None = None
    undo: Undo | None = None
    regret: Regret | None = None
    bout: Moment | None = None
    held_back: HeldBack | None = None

    def but(self, **fields: Any) -> "State":
        """Return the same with some fields replaced, as `replace` would.

        This is the one thing done many times in each step; it takes a tenth as long.
        """
        changed = object.__new__(State)
        object.__setattr__(changed, "__dict__", vars(self) | fields)
        return changed

    @property
    def inhibited(self) -> bool:
        """Whether a call, a video or the like stands for missing input now."""
        if not self.quiets:
            return self.video
        return self.video or any(quiet.reason in CALLS for quiet in self.quiets)

    def sat(self, at: Moment) -> timedelta:
        """Return what the sitting clock reads."""
        return self.clock.read(at)

    def into_window(self, at: Moment) -> timedelta:
        """Return the clock's reading counted from the base."""
        return self.clock.read(at) - self.base

    def due(self, at: Moment, settings: Settings) -> bool:
        """Whether the window has opened."""
        return self.into_window(at) >= settings.reminders.earliest


def first_state(at: Moment) -> State:
    """Sit down for the first time. The start is the end of a quiet reason."""
    return State(
        clock=SittingClock(since=at),
        presence=Present(at),
        gate=at.later(AFTER_QUIET),
        touched=at,
        day=Day(day_of(at.wall)),
        bout=at,
    )


def active_quiets(state: State, at: Moment, settings: Settings) -> tuple[Quiet, ...]:
    """Return the quiet reasons that really hold a prompt back now.

    Mere full screen does so for at most 20 min past the window; a reason the user
    waved off for today does not.
    """
    if not state.quiets:
        return ()
    holding = tuple(q for q in state.quiets if q.reason not in state.day.ignored)
    if (
        {q.reason for q in holding} == {Reason.FULL_SCREEN}
        and not state.inhibited
        and state.into_window(at) >= settings.reminders.latest + FULL_SCREEN_HOLDS
    ):
        return ()
    return holding


def blocks(state: State, at: Moment, settings: Settings) -> tuple[str, ...]:
    """Return everything in the way of a prompt, the strongest first."""
    found: list[str] = []
    if state.session is not None:
        found.append(Block.SESSION)
    if isinstance(state.presence, Gone):
        found.append(Block.AWAY)
    if state.off_hours:
        found.append(Block.OFF_HOURS)
    if state.pause is not None:
        found.append(Block.PAUSE)
    if state.standing is not None:
        found.append(Block.STANDING)
    if quiets := active_quiets(state, at, settings):
        found.extend(quiet.reason for quiet in quiets)
    return tuple(found)


def clock_should_run(state: State) -> bool:
    """Whether the user sits, as far as we know."""
    return (
        isinstance(state.presence, Present)
        and state.standing is None
        and (state.session is None or state.session.seated)
    )
