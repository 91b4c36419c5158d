"""Picking up where a saved state left off (behaviour 3.9)."""

from dataclasses import fields, is_dataclass, replace
from datetime import timedelta
from typing import Any, TypeVar

from psoas_break.domain import away, guided
from psoas_break.domain.absence import Certain, Gone, Present
from psoas_break.domain.durations import ZERO
from psoas_break.domain.events import Effect
from psoas_break.domain.moment import Moment
from psoas_break.domain.prompt import Pending, Shown
from psoas_break.domain.prompting import note_held_back, raise_gate
from psoas_break.domain.quiet import Reason
from psoas_break.domain.settings import Settings
from psoas_break.domain.state import AFTER_QUIET, State
from psoas_break.domain.turn import Turn

T = TypeVar("T")


def restart(
    saved: State, saved_at: Moment, at: Moment, settings: Settings, *, same_boot: bool
) -> tuple[State, tuple[Effect, ...]]:
    """Return the state as of `at`, given what was saved at `saved_at`.

    In the same run of the machine the first `away after` of the gap was sitting and
    the rest an absence; after a reboot the gap is a certain absence, by wall time.
    """
    if not same_boot:
        gap = max(ZERO, _since_epoch(at) - _since_epoch(saved_at))
        shift = at.steady - gap - saved_at.steady
        saved, saved_at = shifted(saved, shift), shifted(saved_at, shift)
    turn = Turn(_forget_senses(saved), saved_at, settings)
    note_held_back(turn)
    if saved.session is not None:
        guided.end(turn, finished=False, active=saved.session.active)
        turn.tune_clock()
    ask = turn.state.ask
    if isinstance(ask, Shown):
        turn.change(ask=ask.back or Pending(ask.prompt, ask.since, unseen=ask.unseen))
    _close_gap(turn, at, certain=not same_boot)
    turn.change(blocked=())
    raise_gate(turn, at.later(AFTER_QUIET))
    return turn.state, tuple(turn.effects)


def _since_epoch(moment: Moment) -> timedelta:
    return timedelta(seconds=moment.wall.timestamp())


def _forget_senses(state: State) -> State:
    """What the desktop said is not known any more; a meeting still stands."""
    return replace(
        state,
        quiets=tuple(q for q in state.quiets if q.reason is Reason.MEETING),
        video=False,
        inhibited_until=None,
    )


def _close_gap(turn: Turn, at: Moment, *, certain: bool) -> None:
    """Pass over the time the app was not running; after a reboot the user is back."""
    began = turn.at
    match turn.state.presence:
        case Gone(walk=True) as gone:
            turn.at = at
            gone = gone.without(gone.causes, began)
            turn.change(presence=replace(gone, deaf_until=at))
        case Gone() as gone if not certain:
            turn.at = at
            turn.change(presence=gone.without(gone.causes, began))
            _count_no_break_of_the_gap(turn)
        case _:
            if certain:
                away.leave_for_sure(turn, Certain.ASLEEP, began)
            elif at - began >= turn.rules.away_after:
                away.leave(turn, began, still_sat=turn.rules.away_after)
            turn.at = at
            _count_no_break_of_the_gap(turn)
            away.come_back(turn, at)
            turn.change(presence=Present(at))


def _count_no_break_of_the_gap(turn: Turn) -> None:
    """What became a natural break while the app was not running is not recorded."""
    gone = turn.state.presence
    if isinstance(gone, Gone) and not gone.cleared:
        natural = turn.at - gone.start >= turn.rules.natural_break
        turn.change(presence=replace(gone, recorded=gone.recorded and not natural))


def shifted(value: T, span: timedelta) -> T:
    """Return `value` with the steady time of every moment in it moved by `span`.

    >>> from datetime import UTC, datetime
    >>> wall = datetime(2026, 3, 2, 9, tzinfo=UTC)
    >>> shifted((Moment(wall, ZERO), 3), timedelta(hours=1))[0].steady
    datetime.timedelta(seconds=3600)
    """
    moved: Any = value
    if isinstance(value, Moment):
        moved = Moment(value.wall, value.steady + span)
    elif isinstance(value, tuple):
        moved = tuple(shifted(item, span) for item in value)
    elif is_dataclass(value) and not isinstance(value, type):
        moved = replace(
            value,
            **{f.name: shifted(getattr(value, f.name), span) for f in fields(value)},
        )
    result: T = moved
    return result
