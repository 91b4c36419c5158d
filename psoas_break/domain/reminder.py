"""The reminder: one function holds the rules.

`step` is the whole story: where we are, what happened, when. It answers with
where we are now and what the world should do about it. `waking` says when to ask
again; `describing` puts it into words.
"""

from dataclasses import replace
from typing import assert_never

from psoas_break.domain import answers, away, guided, prompting
from psoas_break.domain.absence import is_presumed
from psoas_break.domain.durations import ZERO
from psoas_break.domain.events import (
    AskedAnyway,
    CauseEnded,
    CollapsePrompt,
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
    ShowPrompt,
    Skipped,
    Slept,
    SnoozeAsked,
    StandingSet,
    TimePassed,
    Touched,
    Undone,
    WithdrawPrompt,
)
from psoas_break.domain.moment import Moment, day_of
from psoas_break.domain.prompt import Ask, Shown, shape_of
from psoas_break.domain.quiet import CALLS, Quiet, Reason
from psoas_break.domain.settings import Settings
from psoas_break.domain.situation import PromptShape
from psoas_break.domain.state import Day, State
from psoas_break.domain.turn import Turn


def step(
    state: State, event: Event, at: Moment, settings: Settings
) -> tuple[State, tuple[Effect, ...]]:
    """Decide what follows from `event`. Events that make no sense here are ignored."""
    turn = Turn(state, at, settings)
    _happen(turn, event)
    _catch_up(turn)
    if state.inhibited and not turn.state.inhibited:
        turn.change(inhibited_until=at)
    return turn.state, (*turn.effects, *_screen(state.ask, turn))


def _happen(turn: Turn, event: Event) -> None:
    match event:
        case TimePassed(idle):
            away.hear_idle(turn, idle)
        case LeftForSure(cause):
            away.leave_for_sure(turn, cause, turn.at)
        case CauseEnded(cause):
            away.end_cause(turn, cause)
        case Slept(since):
            away.slept(turn, since)
        case Touched():
            answers.touch(turn)
        case SnoozeAsked(span):
            answers.snooze(turn, span)
        case Skipped():
            answers.skip(turn)
        case Moved():
            answers.just_moved(turn)
        case Undone():
            answers.undo(turn)
        case SatOn():
            answers.sat_on(turn)
        case StandingSet(on):
            answers.set_standing(turn, on=on)
        case PromptOpened():
            prompting.reopen(turn)
        case PromptDismissed():
            prompting.collapse(turn)
        case SessionBegan(seated):
            guided.begin(turn, seated=seated)
        case SessionHeld(active):
            guided.held(turn, active)
        case SessionOver(finished, active):
            guided.end(turn, finished=finished, active=active)
        case (
            QuietBegan()
            | QuietEnded()
            | InhibitorBegan()
            | InhibitorEnded()
            | PauseSet()
            | AskedAnyway()
        ):
            _reasons_change(turn, event)
        case _:
            assert_never(event)


def _reasons_change(
    turn: Turn,
    event: QuietBegan
    | QuietEnded
    | InhibitorBegan
    | InhibitorEnded
    | PauseSet
    | AskedAnyway,
) -> None:
    match event:
        case QuietBegan(reason, until):
            _begin_quiet(turn, reason, until)
        case QuietEnded(reason):
            _end_quiet(turn, reason)
        case InhibitorBegan():
            turn.change(video=True)
        case InhibitorEnded():
            turn.change(video=False)
        case PauseSet(pause):
            turn.change(pause=pause)
        case AskedAnyway():
            day = turn.state.day
            waited = frozenset({day.waited} if day.waited else ())
            turn.change(day=replace(day, waited=None, ignored=day.ignored | waited))
        case _:
            assert_never(event)


def _begin_quiet(turn: Turn, reason: Reason, until: Moment | None) -> None:
    quiets = turn.state.quiets
    known = next((quiet for quiet in quiets if quiet.reason is reason), None)
    if known is None and reason in CALLS and is_presumed(turn.state.presence):
        away.come_back_by(turn, turn.at)
    since = turn.at if known is None else known.since
    others = tuple(quiet for quiet in quiets if quiet is not known)
    turn.change(quiets=(*others, Quiet(reason, since, until)))


def _end_quiet(turn: Turn, reason: Reason) -> None:
    turn.change(quiets=tuple(q for q in turn.state.quiets if q.reason is not reason))


def _catch_up(turn: Turn) -> None:
    """Let everything happen that time has brought by now."""
    _roll_day(turn)
    _end_what_has_an_end(turn)
    away.watch(turn)
    answers.watch_standing(turn)
    turn.tune_clock()
    prompting.look_at_blocks(turn)
    prompting.move(turn)


def _roll_day(turn: Turn) -> None:
    day, today = turn.state.day, day_of(turn.at.wall)
    if day.date == today:
        return
    held_by = day.held_by if day.held_by and not day.shown else ()
    turn.change(day=Day(today, waited=next(iter(sorted(held_by)), None)))


def _end_what_has_an_end(turn: Turn) -> None:
    state, at = turn.state, turn.at
    if state.pause is not None and state.pause.over(at):
        turn.change(pause=None)
    for quiet in state.quiets:
        if quiet.until is not None and at - quiet.until >= ZERO:
            _end_quiet(turn, quiet.reason)
    off_hours = not turn.settings.hours.open_at(at.wall)
    if off_hours != state.off_hours:
        turn.change(off_hours=off_hours)
    if state.undo is not None and at - state.undo.until >= ZERO:
        turn.change(undo=None)
    if state.regret is not None and at - state.regret.until >= ZERO:
        turn.change(regret=None)


def _screen(before: Ask, turn: Turn) -> tuple[Effect, ...]:
    """What the change from one stage of the prompt's life means on screen."""
    now = turn.state.ask
    if now is before:
        return ()
    new_showing = isinstance(now, Shown) and (
        not isinstance(before, Shown) or before.since != now.since
    )
    if new_showing and isinstance(now, Shown):
        sat = turn.state.sat(turn.at)
        return (ShowPrompt(sat, turn.state.snoozes, now.unseen),)
    if shape_of(before) is shape_of(now):
        return ()
    if shape_of(now) is PromptShape.COLLAPSED:
        return (CollapsePrompt(),)
    return (WithdrawPrompt(),)
