"""Where we are, in words: state line, tooltip, and the reason for our silence."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil
from typing import assert_never

from psoas_break.domain.absence import Gone
from psoas_break.domain.answers import snooze_refusal_in, something_due_in
from psoas_break.domain.durations import ZERO
from psoas_break.domain.events import Refusal
from psoas_break.domain.moment import Moment
from psoas_break.domain.prompt import (
    Collapsed,
    Pending,
    Shown,
    Snoozed,
    Waiting,
    shape_of,
)
from psoas_break.domain.prompting import opens_at
from psoas_break.domain.quiet import Reason
from psoas_break.domain.settings import Settings
from psoas_break.domain.silence import (
    Silence,
    clock_time,
    name_of_reason,
    silence_of,
)
from psoas_break.domain.situation import PromptShape, Situation, StateName
from psoas_break.domain.state import State, active_quiets
from psoas_break.words import gettext as _
from psoas_break.words import ngettext

MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class NextBreak:
    """How far away the window is; never below zero."""

    earliest: timedelta
    latest: timedelta


def name_of(state: State) -> StateName:
    """Return the one word for where we are."""
    checks = (
        (StateName.ON_BREAK, state.session is not None),
        (StateName.AWAY, isinstance(state.presence, Gone)),
        (StateName.OFF_HOURS, state.off_hours),
        (StateName.PAUSED, state.pause is not None),
        (StateName.STANDING, state.standing is not None),
        (StateName.PROMPTING, isinstance(state.ask, Shown)),
        (StateName.DUE, not isinstance(state.ask, Waiting)),
        (StateName.DUE, shape_of(state.ask) is PromptShape.COLLAPSED),
    )
    return next((name for name, holds in checks if holds), StateName.SITTING)


def next_break(state: State, at: Moment, settings: Settings) -> NextBreak | None:
    """When the window lies, counted from `at`; None while the clock tells nothing."""
    if name_of(state) is not StateName.SITTING:
        return None
    return _window(state, at, settings)


def _window(state: State, at: Moment, settings: Settings) -> NextBreak:
    into, rules = state.into_window(at), settings.reminders
    return NextBreak(max(ZERO, rules.earliest - into), max(ZERO, rules.latest - into))


def describe(state: State, at: Moment, settings: Settings) -> Situation:
    """Put everything a display needs into one value."""
    name = name_of(state)
    silence = silence_of(state, at, settings)
    line, tooltip = _lines(name, silence, state, at, settings)
    latest = settings.reminders.latest
    refusal = snooze_refusal_in(state, at, settings)
    return Situation(
        state=name,
        line=line,
        tooltip=tooltip,
        reason=silence.text if silence is not None else "",
        sitting=state.sat(at),
        sat_since=_sat_since(state, at),
        remaining=min(1.0, max(0.0, 1 - state.into_window(at) / latest)),
        prompt=shape_of(state.ask),
        quiet=bool(active_quiets(state, at, settings)),
        paused=state.pause is not None,
        standing=state.standing is not None,
        in_meeting=any(q.reason is Reason.MEETING for q in state.quiets),
        can_snooze=refusal is None,
        snooze_refusal=""
        if refusal is None
        else refusal_line(refusal, state, at, settings),
        can_skip=something_due_in(state, at, settings),
        undo=_undo(state, at),
        can_say_was_sitting=state.regret is not None and at - state.regret.until < ZERO,
        waited_all_day=_waited(state),
        notices=() if state.idle_known else (unknown_idle(),),
    )


def _sat_since(state: State, at: Moment) -> datetime | None:
    if state.bout is None or isinstance(state.presence, Gone):
        return None
    return state.bout.seen_from(at)


def unknown_idle() -> str:
    """Say what it means that this desktop tells no idle time."""
    return _("This desktop does not tell idle time; a break comes when it is due.")


def _lines(
    name: StateName,
    silence: Silence | None,
    state: State,
    at: Moment,
    settings: Settings,
) -> tuple[str, str]:
    """The line that ages and the tooltip that does not."""
    if state.session is not None:
        line = _("On a break")
        return line, line
    if isinstance(state.presence, Gone):
        return _away(state.presence, at, settings)
    if isinstance(state.ask, Shown):
        line = _("Time to stand up · sitting {minutes} min")
        return line.format(minutes=_minutes_sat(state, at)), _("Time to stand up")
    if name is StateName.SITTING:
        return _sitting(silence, state, at, settings)
    line = _silent(silence, state, at)
    return line, line


def _sitting(
    silence: Silence | None, state: State, at: Moment, settings: Settings
) -> tuple[str, str]:
    coming, sat = _window(state, at, settings), _minutes_sat(state, at)
    if silence is not None:
        line = _("{reason} · sitting {minutes} min").format(
            reason=silence.text, minutes=sat
        )
        return line, silence.text
    first = clock_time(at.later(coming.earliest).wall, at.wall)
    last = clock_time(at.later(coming.latest).wall, at.wall)
    if coming.earliest == ZERO:
        line = _("Sitting {minutes} min · next break at a quiet moment").format(
            minutes=sat
        )
        return line, _("Next break by {time}").format(time=last)
    soon, late = ceil(coming.earliest / MINUTE), ceil(coming.latest / MINUTE)
    if soon == late:
        line = _("Sitting {minutes} min · next break in {soon} min")
        tooltip = _("Next break {first}")
    else:
        line = _("Sitting {minutes} min · next break in {soon} to {late} min")
        tooltip = _("Next break {first} to {last}")
    return (
        line.format(minutes=sat, soon=soon, late=late),
        tooltip.format(first=first, last=last),
    )


def _silent(silence: Silence | None, state: State, at: Moment) -> str:
    """What is waited for the longest: the end of a reason, or of the prompt's wait."""
    ready = _ready(state, at)
    if silence is not None and (
        ready is None or silence.ends is None or silence.ends >= ready
    ):
        return silence.text
    if ready is None:
        return _due(state)
    if isinstance(state.ask, Snoozed):
        text = _("Snoozed until {time}")
    else:
        text = _("A break is due · asks again at {time}")
    return text.format(time=clock_time(ready, at.wall))


def _ready(state: State, at: Moment) -> datetime | None:
    """When the wait of a prompt ends that has one, if that is still to come."""
    match state.ask:
        case Snoozed(ready=ready) | Collapsed(ready=ready):
            when = ready
        case Pending(ready=ready):
            when = opens_at(ready, state.gate)
        case _:
            return None
    return when.seen_from(at) if when - at > ZERO else None


def _due(state: State) -> str:
    if isinstance(state.ask, Waiting):
        return _("A break was missed · it can still be started")
    return _("A break is due · it comes at a quiet moment")


def _away(gone: Gone, at: Moment, settings: Settings) -> tuple[str, str]:
    if gone.walk:
        line = _("On your feet · the clock starts when you are back")
        return line, line
    since = clock_time(gone.start.seen_from(at), at.wall)
    tooltip = _("Away since {time}").format(time=since)
    if gone.cleared:
        return _("Away since {time} · a natural break").format(time=since), tooltip
    line = _("Away · {minutes} of {needed} min to a natural break").format(
        minutes=int((at - gone.start) / MINUTE),
        needed=int(settings.reminders.natural_break / MINUTE),
    )
    return line, tooltip


def _undo(state: State, at: Moment) -> str:
    kept = state.undo
    if kept is None or at - kept.until >= ZERO:
        return ""
    if kept.skipped is not None:
        return _("Undo skip")
    return _("Undo “I just moved”")


def _waited(state: State) -> str:
    waited = state.day.waited
    if waited is None:
        return ""
    return _("Breaks waited all day for {what}").format(what=name_of_reason(waited))


def _minutes_sat(state: State, at: Moment) -> int:
    return int(state.sat(at) / MINUTE)


def refusal_line(why: Refusal, state: State, at: Moment, settings: Settings) -> str:
    """Say in one line why nothing happened."""
    match why:
        case Refusal.NOTHING_DUE:
            return _nothing_due(state, at, settings)
        case Refusal.NO_SNOOZE:
            return _("Snoozing is switched off in the settings.")
        case Refusal.SNOOZE_LIMIT:
            return ngettext(
                "Snoozed {count} time already.",
                "Snoozed {count} times already.",
                state.snoozes,
            ).format(count=state.snoozes)
        case Refusal.NOTHING_TO_UNDO:
            return _("There is nothing to undo.")
        case Refusal.NO_ABSENCE:
            return _("There was no absence just now.")
        case _:
            assert_never(why)


def _nothing_due(state: State, at: Moment, settings: Settings) -> str:
    coming = next_break(state, at, settings)
    if coming is None:
        return _("No break is due.")
    soonest = clock_time(at.later(coming.earliest).wall, at.wall)
    return _("No break is due before {time}.").format(time=soonest)
