"""Picking up where a saved state left off (behaviour 3.9)."""

from dataclasses import fields, is_dataclass, replace
from datetime import timedelta
from typing import Any, TypeVar

from psoas_break.domain import away, guided
from psoas_break.domain.absence import Gone, Present
from psoas_break.domain.events import Effect
from psoas_break.domain.history import PromptNote
from psoas_break.domain.moment import Moment
from psoas_break.domain.prompt import Pending, Shown
from psoas_break.domain.prompting import raise_gate
from psoas_break.domain.quiet import Reason
from psoas_break.domain.settings import Settings
from psoas_break.domain.sitting import ZERO
from psoas_break.domain.state import AFTER_QUIET, State
from psoas_break.domain.turn import Turn

T = TypeVar("T")


def restart(
    saved: State, saved_at: Moment, at: Moment, settings: Settings, *, same_boot: bool
) -> tuple[State, tuple[Effect, ...]]:
    """Return the state as of `at`, given what was saved at `saved_at`.

    In the same run of the machine the first `away after` of the gap was sitting and
    the rest stood still; after a reboot the gap is a certain absence, by wall time.
    """
    if not same_boot:
        gap = max(ZERO, timedelta(seconds=at.wall.timestamp() - _epoch(saved_at)))
        shift = at.steady - gap - saved_at.steady
        saved, saved_at = shifted(saved, shift), shifted(saved_at, shift)
    turn = Turn(_forget_senses(saved), saved_at, settings)
    if saved.session is not None:
        guided.end(turn, finished=False, active=saved.session.active)
    state = turn.state
    if isinstance(state.ask, Shown):
        turn.change(ask=Pending(state.ask.prompt, unseen=state.ask.unseen))
    _close_gap(turn, at, certain=not same_boot)
    turn.change(blocked=False)
    raise_gate(turn, at.later(AFTER_QUIET))
    return turn.state, tuple(turn.effects)


def _epoch(moment: Moment) -> float:
    return moment.wall.timestamp()


def _forget_senses(state: State) -> State:
    """What the desktop said is not known any more; a meeting still stands."""
    return replace(
        state,
        quiets=tuple(q for q in state.quiets if q.reason is Reason.MEETING),
        video=False,
        inhibited_until=None,
        regret=None,
        undo=None,
        held_back=None,
    )


def _close_gap(turn: Turn, at: Moment, *, certain: bool) -> None:
    """Take the time the app was not running as an absence that is not recorded."""
    presence = turn.state.presence
    if isinstance(presence, Gone) and presence.walk:
        turn.at = at
        turn.change(presence=replace(presence, causes=frozenset(), certain_from=None))
        return
    if isinstance(presence, Gone) and presence.cleared:
        away.come_back(turn, turn.at)
    gap, saved_at = at - turn.at, turn.at
    presence, reading = turn.state.presence, turn.state.sat(saved_at)
    start, sure = saved_at, gap if certain else ZERO
    if isinstance(presence, Gone):
        start, reading = presence.start, presence.before.reading
        sure += presence.certain_by(saved_at)
    elif not certain:
        stops = saved_at.later(min(gap, turn.rules.away_after))
        turn.change(clock=turn.state.clock.stopped(stops))
    turn.change(clock=turn.state.clock.stopped(saved_at))
    turn.at = at
    if at - start >= turn.rules.natural_break:
        turn.clear(last_sat=start, answer=PromptNote.WALKED_AWAY)
        turn.change(standing=None)
    else:
        turn.repay(sure / turn.rules.natural_break, reading)
    turn.change(presence=Present(at), touched=at, regret=None)
    turn.tune_clock()


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
