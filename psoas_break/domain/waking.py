"""When to look again: the next thing that can happen, and no sooner.

No clock ticks here. While sitting, idle is looked at when it *could* reach
`away after`; only a search for a lull looks every few seconds.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import assert_never

from psoas_break.domain.absence import (
    INHIBITED_AT_MOST,
    LOOK_WHILE_AWAY,
    SECOND_INPUT_WITHIN,
    Gone,
    Present,
    last_sign,
)
from psoas_break.domain.moment import DAY_STARTS, Moment, later_of
from psoas_break.domain.prompt import (
    LULL_WITHIN,
    SHOWN_FOR,
    Collapsed,
    Pending,
    Shown,
    Snoozed,
    Waiting,
)
from psoas_break.domain.prompting import opens_at
from psoas_break.domain.quiet import Reason, next_time
from psoas_break.domain.settings import Settings
from psoas_break.domain.state import FULL_SCREEN_HOLDS, State

LEAST = timedelta(microseconds=1)
SOON = timedelta(seconds=1)
"""When to look at idle, if that should have been done by now."""


def wake_at(
    state: State, at: Moment, settings: Settings, *, told_of_return: bool = False
) -> Moment | None:
    """When `step` wants to hear `TimePassed` next, on the steady clock, if ever.

    Args:
        state: as of `at`.
        at: now.
        settings: what the user chose.
        told_of_return: whether the desktop signals an input after an absence, so
            that nobody need look for one.
    """
    now = at.steady
    times = [when for when in _deadlines(state, at, settings) if when > now]
    times += [
        when if when > now else now + SOON
        for when in _looks(state, at, settings, told_of_return=told_of_return)
    ]
    return at.later(min(times) - now) if times else None


def wake_on(state: State, at: Moment, settings: Settings) -> datetime:
    """When it does by the calendar: a pause's end, working hours, the day roll."""
    edges = [next_time(at.wall + LEAST, DAY_STARTS)]
    edge = settings.hours.next_edge(at.wall)
    if edge is not None:
        edges.append(edge)
    if state.pause is not None and state.pause.wall is not None:
        edges.append(state.pause.wall)
    return min(edges, key=datetime.timestamp)


def _deadlines(state: State, at: Moment, settings: Settings) -> Iterator[timedelta]:
    """What time alone will bring, whatever event comes first."""
    if state.pause is not None and state.pause.until is not None:
        yield state.pause.until.steady
    for quiet in state.quiets:
        if quiet.until is not None:
            yield quiet.until.steady
    if state.undo is not None:
        yield state.undo.until.steady
    if state.regret is not None:
        yield state.regret.until.steady
    if state.standing is not None and not state.standing.cleared:
        yield state.standing.since.steady + settings.reminders.natural_break
    if isinstance(state.presence, Gone):
        yield from _absence_deadlines(state, state.presence, settings)
    yield from _prompt_deadlines(state, at, settings)


def _absence_deadlines(
    state: State, gone: Gone, settings: Settings
) -> Iterator[timedelta]:
    if gone.bump is not None:
        yield gone.bump.steady + SECOND_INPUT_WITHIN + LEAST
    elif not gone.cleared:
        yield gone.start.steady + settings.reminders.natural_break
    if gone.walk and not state.idle_known:
        yield gone.deaf_until.steady


def _prompt_deadlines(
    state: State, at: Moment, settings: Settings
) -> Iterator[timedelta]:
    rules = settings.reminders
    match state.ask:
        case Shown(since=since):
            yield since.steady + SHOWN_FOR
        case Waiting(missed) if state.clock.since is not None:
            opens = _when_reads(state, at, rules.earliest)
            if state.blocked or missed is not None:
                yield opens
            if not state.blocked:
                gate = state.gate.steady
                yield max(opens, gate)
                yield max(_when_reads(state, at, rules.latest), gate)
        case Pending() if state.blocked:
            if Reason.FULL_SCREEN in state.blocked and state.clock.since is not None:
                yield _when_reads(state, at, rules.latest + FULL_SCREEN_HOLDS)
        case Pending(ready=ready) | Collapsed(ready=ready):
            yield opens_at(ready, state.gate).steady
            yield opens_at(ready, state.gate).steady + LULL_WITHIN
        case Snoozed(ready=ready) if state.session is None:
            yield ready.steady
            yield opens_at(ready, state.gate).steady
            yield opens_at(ready, state.gate).steady + LULL_WITHIN
        case Waiting() | Snoozed():
            pass
        case _:
            assert_never(state.ask)


def _when_reads(state: State, at: Moment, reading: timedelta) -> timedelta:
    """When the clock, counted from the base, will read `reading` if it runs on."""
    return at.steady + reading - state.into_window(at)


def _looks(
    state: State, at: Moment, settings: Settings, *, told_of_return: bool
) -> Iterator[timedelta]:
    """When idle must be read: it alone can tell of an absence, a return, a lull."""
    if not state.idle_known:
        return
    if isinstance(state.presence, Gone):
        gone = state.presence
        if not gone.causes and (gone.bump is not None or not told_of_return):
            yield at.steady + LOOK_WHILE_AWAY
        return
    if state.session is None:
        yield _could_be_away(state, state.presence) + settings.reminders.away_after
        if _seeks_lull(state, at, settings):
            yield state.touched.steady + settings.reminders.lull


def _could_be_away(state: State, present: Present) -> timedelta:
    """From when idle counts, if no input comes and no call or video ends."""
    last = later_of(state.touched, present.returned)
    if state.inhibited:
        return last.steady + INHIBITED_AT_MOST
    return last_sign(last, state.inhibited_until).steady


def _seeks_lull(state: State, at: Moment, settings: Settings) -> bool:
    """Whether a prompt is ready and waits for nothing but a lull."""
    if state.blocked:
        return False
    match state.ask:
        case Waiting():
            return at.steady >= state.gate.steady and state.due(at, settings)
        case Pending(ready=ready) | Collapsed(ready=ready) | Snoozed(ready=ready):
            return at.steady >= opens_at(ready, state.gate).steady
        case Shown():
            return False
        case _:
            assert_never(state.ask)
