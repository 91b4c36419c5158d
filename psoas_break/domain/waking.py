"""When to look again: the next thing that can happen, and no sooner.

No clock ticks here. While sitting, idle is looked at when it *could* reach
`away after`; only a search for a lull looks every few seconds. Where the desktop tells
of silence, neither is looked for.
"""

from datetime import datetime, timedelta

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
LOOK_ALL_THE_SAME = timedelta(minutes=6)
"""Where an absence is told of: should that not come, it is found out by then."""


def wake_at(
    state: State,
    at: Moment,
    settings: Settings,
    *,
    told_of_return: bool = False,
    told_of_silence: bool = False,
) -> Moment | None:
    """When `step` wants to hear `TimePassed` next, on the steady clock, if ever.

    Args:
        state: as of `at`.
        at: now.
        settings: what the user chose.
        told_of_return: whether the desktop signals an input after an absence, so
            that nobody need look for one.
        told_of_silence: whether it signals that no input has come for as long as
            `silence_awaited` says.
    """
    now = at.steady
    looks = _looks(
        state,
        at,
        settings,
        told_of_return=told_of_return,
        told_of_silence=told_of_silence,
    )
    times = [when if when > now else now + SOON for when in looks]
    times += [when for when in _deadlines(state, at, settings) if when > now]
    return at.later(min(times) - now) if times else None


def silence_awaited(state: State, at: Moment, settings: Settings) -> timedelta | None:
    """How long no input must have come for `step` to want to hear `TimePassed`, if so.

    Of a lull while one is searched, else of an absence; not of one that does not count
    from the last input.
    """
    present = state.presence
    if not isinstance(present, Present) or not state.idle_known or state.session:
        return None
    if _seeks_lull(state, at, settings):
        return settings.reminders.lull
    heard = state.touched.steady > present.returned.steady
    counts = heard and _could_be_away(state, present) == state.touched.steady
    return settings.reminders.away_after if counts else None


def wake_on(state: State, at: Moment, settings: Settings) -> datetime:
    """When it does by the calendar: a pause's end, working hours, the day roll."""
    edges = [next_time(at.wall + LEAST, DAY_STARTS)]
    edge = settings.hours.next_edge(at.wall)
    if edge is not None:
        edges.append(edge)
    if state.pause is not None and state.pause.wall is not None:
        edges.append(state.pause.wall.replace(tzinfo=at.wall.tzinfo))
    return min(edges, key=datetime.timestamp)


def _deadlines(state: State, at: Moment, settings: Settings) -> list[timedelta]:
    """What time alone will bring, whatever event comes first."""
    ends = [quiet.until for quiet in state.quiets]
    if state.pause is not None:
        ends.append(state.pause.until)
    if state.undo is not None:
        ends.append(state.undo.until)
    if state.regret is not None:
        ends.append(state.regret.until)
    times = [end.steady for end in ends if end is not None]
    if state.standing is not None and not state.standing.cleared:
        times.append(state.standing.since.steady + settings.reminders.natural_break)
    if isinstance(state.presence, Gone):
        times += _absence_deadlines(state, state.presence, settings)
    times += _prompt_deadlines(state, at, settings)
    return times


def _absence_deadlines(
    state: State, gone: Gone, settings: Settings
) -> tuple[timedelta, ...]:
    if gone.bump is not None:
        return (gone.bump.steady + SECOND_INPUT_WITHIN + LEAST,)
    if not gone.cleared:
        return (gone.start.steady + settings.reminders.natural_break,)
    if gone.walk and not state.idle_known:
        return (gone.deaf_until.steady,)
    return ()


def _prompt_deadlines(
    state: State, at: Moment, settings: Settings
) -> tuple[timedelta, ...]:
    rules, ask, runs = settings.reminders, state.ask, state.clock.since is not None
    if isinstance(ask, Shown):
        return (ask.since.steady + SHOWN_FOR,)
    if isinstance(ask, Waiting):
        return _window(state, ask, at, settings) if runs else ()
    if isinstance(ask, Pending) and state.blocked:
        if Reason.FULL_SCREEN in state.blocked and runs:
            start = _start_of_window(state, at)
            return (start + rules.latest + FULL_SCREEN_HOLDS,)
        return ()
    comes = opens_at(ask.ready, state.gate).steady
    if isinstance(ask, Snoozed):
        if state.session is not None:
            return ()
        return (ask.ready.steady, comes, comes + LULL_WITHIN)
    return (comes, comes + LULL_WITHIN)


def _window(
    state: State, ask: Waiting, at: Moment, settings: Settings
) -> tuple[timedelta, ...]:
    rules, start = settings.reminders, _start_of_window(state, at)
    opens, latest = start + rules.earliest, start + rules.latest
    if state.blocked:
        return (opens,)
    gate = state.gate.steady
    times = (max(opens, gate), max(latest, gate))
    return times if ask.missed is None else (opens, *times)


def _start_of_window(state: State, at: Moment) -> timedelta:
    """From when the clock, counted from the base, reads what has passed if it runs."""
    return at.steady - state.into_window(at)


def _looks(
    state: State,
    at: Moment,
    settings: Settings,
    *,
    told_of_return: bool,
    told_of_silence: bool,
) -> tuple[timedelta, ...]:
    """When idle must be read: it alone can tell of an absence, a return, a lull."""
    if not state.idle_known:
        return ()
    if isinstance(state.presence, Gone):
        gone = state.presence
        look = not gone.causes and (gone.bump is not None or not told_of_return)
        return (at.steady + LOOK_WHILE_AWAY,) if look else ()
    if state.session is not None:
        return ()
    rules = settings.reminders
    awaited = silence_awaited(state, at, settings)
    wait = rules.away_after
    if told_of_silence and awaited == wait:
        wait = max(wait, LOOK_ALL_THE_SAME)
    away = _could_be_away(state, state.presence) + wait
    if not told_of_silence and awaited == rules.lull:
        return (away, state.touched.steady + rules.lull)
    return (away,)


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
    ask = state.ask
    if isinstance(ask, Waiting):
        return at.steady >= state.gate.steady and state.due(at, settings)
    if isinstance(ask, Shown):
        return False
    return at.steady >= opens_at(ask.ready, state.gate).steady
