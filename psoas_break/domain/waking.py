"""When to look again: the next thing that can happen, and no sooner.

No clock ticks here. While sitting, idle is looked at when it *could* reach
`away after`; only a search for a lull looks every few seconds.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta

from psoas_break.domain.absence import (
    INHIBITED_AT_MOST,
    LOOK_WHILE_AWAY,
    SECOND_INPUT_WITHIN,
    Gone,
    Present,
    last_sign,
)
from psoas_break.domain.moment import DAY_STARTS, Moment
from psoas_break.domain.prompt import (
    LULL_WITHIN,
    SHOWN_FOR,
    Collapsed,
    Pending,
    Shown,
    Snoozed,
    Waiting,
)
from psoas_break.domain.prompting import latest_of
from psoas_break.domain.quiet import next_time
from psoas_break.domain.settings import Settings
from psoas_break.domain.sitting import ZERO
from psoas_break.domain.state import FULL_SCREEN_HOLDS, State

LEAST = timedelta(microseconds=1)


def wake_at(state: State, at: Moment, settings: Settings) -> Moment | None:
    """When `step` wants to hear `TimePassed` next, on the steady clock, if ever."""
    future = [when for when in _deadlines(state, at, settings) if when - at > ZERO]
    return min(future, key=lambda when: when.steady, default=None)


def wake_on(state: State, at: Moment, settings: Settings) -> datetime:
    """When it does by the calendar: a pause's end, working hours, the day roll."""
    edges = [next_time(at.wall + timedelta(microseconds=1), DAY_STARTS)]
    edge = settings.hours.next_edge(at.wall)
    if edge is not None:
        edges.append(edge)
    if state.pause is not None and state.pause.wall is not None:
        edges.append(state.pause.wall)
    return min(edges)


def _deadlines(state: State, at: Moment, settings: Settings) -> Iterator[Moment]:
    if state.pause is not None and state.pause.until is not None:
        yield state.pause.until
    for quiet in state.quiets:
        if quiet.until is not None:
            yield quiet.until
    if state.undo is not None:
        yield state.undo.until
    if state.standing is not None and not state.standing.cleared:
        yield state.standing.since.later(settings.reminders.natural_break)
    yield from _looks_at_presence(state, at, settings)
    if state.session is None:
        yield from _prompt_deadlines(state, at, settings)


def _looks_at_presence(
    state: State, at: Moment, settings: Settings
) -> Iterator[Moment]:
    match state.presence:
        case Present(returned):
            if state.idle_known and state.session is None:
                last = max(state.touched, returned, key=lambda m: m.steady)
                sign = last_sign(last, state.inhibition, at)
                if state.inhibition.active:
                    sign = last.later(INHIBITED_AT_MOST)
                yield sign.later(settings.reminders.away_after)
        case Gone() as gone:
            if not gone.cleared:
                yield gone.start.later(settings.reminders.natural_break)
            if gone.bump is not None:
                yield gone.bump.later(SECOND_INPUT_WITHIN + LEAST)
            if gone.walk and not state.idle_known:
                yield gone.deaf_until
            if state.idle_known and not gone.causes:
                yield at.later(LOOK_WHILE_AWAY)


def _prompt_deadlines(state: State, at: Moment, settings: Settings) -> Iterator[Moment]:
    rules = settings.reminders
    match state.ask:
        case Shown(since=since):
            yield since.later(SHOWN_FOR)
        case Waiting() if state.clock.since is not None:
            opens = _when_reads(state, at, rules.earliest)
            if not state.blocked:
                yield latest_of(opens, state.gate)
                yield latest_of(_when_reads(state, at, rules.latest), state.gate)
                if at - latest_of(opens, state.gate) >= ZERO:
                    yield from _lull_look(state, at, settings)
            else:
                yield opens
        case Pending(ready=ready):
            if not state.blocked:
                yield from _comes_at(latest_of(ready, state.gate), state, at, settings)
            elif state.clock.since is not None:
                yield _when_reads(state, at, rules.latest + FULL_SCREEN_HOLDS)
        case Collapsed(ready=ready):
            yield from _comes_at(latest_of(ready, state.gate), state, at, settings)
        case Snoozed(ready=ready):
            if state.blocked:
                yield ready
            else:
                yield from _comes_at(latest_of(ready, state.gate), state, at, settings)
        case Waiting():
            pass


def _when_reads(state: State, at: Moment, reading: timedelta) -> Moment:
    """When the clock, counted from the base, will read `reading` if it runs on."""
    return at.later(reading - state.into_window(at))


def _comes_at(
    ready: Moment, state: State, at: Moment, settings: Settings
) -> Iterator[Moment]:
    yield ready
    yield ready.later(LULL_WITHIN)
    if at - ready >= ZERO:
        yield from _lull_look(state, at, settings)


def _lull_look(state: State, at: Moment, settings: Settings) -> Iterator[Moment]:
    """When a lull could be complete; while keys are pressed, one look per lull."""
    if state.idle_known:
        lull = settings.reminders.lull
        yield latest_of(state.touched.later(lull), at.later(lull / 2))
