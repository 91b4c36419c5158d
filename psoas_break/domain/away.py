"""Leaving the desk and coming back to it (behaviour 3.2 to 3.5)."""

from dataclasses import replace
from datetime import timedelta

from psoas_break.domain.absence import (
    SECOND_INPUT_AFTER,
    SECOND_INPUT_WITHIN,
    Before,
    Certain,
    Gone,
    Present,
    last_sign,
)
from psoas_break.domain.durations import ZERO
from psoas_break.domain.history import NaturalBreak, PromptNote, SpanKind
from psoas_break.domain.moment import Moment, day_of, later_of
from psoas_break.domain.prompt import Pending, prompt_of
from psoas_break.domain.regret import offer_regret
from psoas_break.domain.turn import Turn, span_from
from psoas_break.domain.unseen import take_back_what_nobody_saw

UNSEEN_WAITS = timedelta(minutes=5)
"""After a showing nobody saw, the prompt comes this long after the return."""


def hear_idle(turn: Turn, idle: timedelta | None) -> None:
    """Take a reading of idle: an input, a return, or the lack of both."""
    turn.idle = idle
    if turn.state.idle_known is (idle is None):
        turn.change(idle_known=idle is not None)
    if idle is None:
        return
    touched = turn.at.later(-idle)
    if touched - turn.state.touched >= SECOND_INPUT_AFTER:
        turn.change(touched=touched)
        _hear_input(turn, touched)
    elif isinstance(turn.state.presence, Present):
        _hear_more_exactly(turn, touched)
    if isinstance(turn.state.presence, Present) and turn.state.session is None:
        _presume(turn, turn.state.presence)


def _hear_more_exactly(turn: Turn, touched: Moment) -> None:
    """Take a better reading of the last input: they err by being late, never early.

    By a millisecond where idle is asked for; by the first minute of a silence where a
    compositor tells of it only then. What is told of on the dot would fall short of an
    absence by as much.
    """
    late = turn.state.touched - touched
    if ZERO < late <= turn.rules.away_after:
        turn.change(touched=touched)


def _hear_input(turn: Turn, touched: Moment) -> None:
    if isinstance(turn.state.presence, Present):
        return
    heard = turn.state.presence.hears(touched)
    if isinstance(heard, Moment):
        come_back(turn, heard)
    else:
        turn.change(presence=heard)


def _presume(turn: Turn, present: Present) -> None:
    state = turn.state
    last = later_of(state.touched, present.returned)
    sign = last_sign(last, turn.at if state.inhibited else state.inhibited_until)
    if turn.at - sign >= turn.rules.away_after:
        leave(turn, sign, still_sat=turn.rules.away_after)


def watch(turn: Turn) -> None:
    """Notice that an absence is a natural break by now, or ends without a sign."""
    gone = turn.state.presence
    if isinstance(gone, Present):
        return
    blind = not turn.state.idle_known and not gone.causes
    if blind and turn.at - gone.deaf_until >= ZERO:
        come_back(turn, gone.deaf_until if gone.walk else turn.at)
        return
    if gone.bump is not None and turn.at - gone.bump > SECOND_INPUT_WITHIN:
        gone = replace(gone, bump=None)
        turn.change(presence=gone)
    if (
        not gone.cleared
        and gone.bump is None
        and turn.at - gone.start >= turn.rules.natural_break
    ):
        turn.change(presence=_cleared(turn, gone))


def _cleared(turn: Turn, gone: Gone) -> Gone:
    """Clear the clock, as the absence is a natural break; return it so."""
    return replace(gone, cleared=True, bout=turn.clear(last_sat=gone.start))


def leave_for_sure(turn: Turn, cause: Certain, since: Moment) -> None:
    """A sure sign: a new absence from `since`, or a certain part of the one at hand."""
    presence = turn.state.presence
    gone = leave(turn, since) if isinstance(presence, Present) else presence
    turn.change(presence=gone.with_cause(cause, later_of(since, gone.deaf_until)))


def slept(turn: Turn, since: Moment) -> None:
    """A sleep is over that nobody had announced."""
    presence = turn.state.presence
    if isinstance(presence, Present) and since - presence.returned < ZERO:
        return
    leave_for_sure(turn, Certain.ASLEEP, since)
    end_cause(turn, Certain.ASLEEP)


def end_cause(turn: Turn, cause: Certain) -> None:
    """A sure sign is over. An unlock is a return; so is any, where idle is unknown."""
    gone = turn.state.presence
    if isinstance(gone, Present):
        return
    over = gone.causes if cause is Certain.LOCKED else frozenset({cause})
    turn.change(presence=gone.without(over, turn.at))
    if cause is Certain.LOCKED:
        come_back(turn, turn.at)


def leave(turn: Turn, start: Moment, *, still_sat: timedelta = ZERO) -> Gone:
    """Begin an absence at `start`; the first `still_sat` of it was sitting."""
    reading = turn.state.sat(start)
    take_back_what_nobody_saw(turn, start)
    state = turn.state
    before = Before(
        reading=reading,
        base=state.base,
        ask=state.ask,
        snoozes=state.snoozes,
        showings=state.showings,
        bout=state.bout,
    )
    gone = Gone(start=start, before=before, deaf_until=start)
    turn.change(presence=gone, clock=state.clock.stopped(start.later(still_sat)))
    return gone


def come_back_by(turn: Turn, sign: Moment) -> None:
    """End the absence: the user was there by `sign`, or by an input just before it."""
    gone = turn.state.presence
    if isinstance(gone, Gone):
        come_back(turn, gone.ends_by(sign))


def come_back(turn: Turn, end: Moment) -> None:
    """End the absence at `end`."""
    gone = turn.state.presence
    if isinstance(gone, Present) or end - gone.deaf_until < ZERO:
        return
    turn.change(presence=Present(end))
    if gone.walk:
        pass
    elif gone.cleared or end - gone.start >= turn.rules.natural_break:
        _end_natural_break(turn, gone, end)
    else:
        _end_short_absence(turn, gone, end)
    turn.tune_clock(since=end)


def _end_natural_break(turn: Turn, gone: Gone, end: Moment) -> None:
    if not gone.cleared:
        gone = _cleared(turn, gone)
    keys = (*_record_natural_break(turn, gone, end), *gone.bout)
    offer_regret(turn, gone, end, (*keys, *_write_away(turn, gone, end)))
    turn.change(standing=None)


def _record_natural_break(turn: Turn, gone: Gone, end: Moment) -> tuple[str, ...]:
    session = turn.state.session
    keys: tuple[str, ...] = ()
    if session is None:
        walked = prompt_of(gone.before.ask)
        keys = turn.note(walked, PromptNote.WALKED_AWAY, at=end)
    span = span_from(SpanKind.AWAY, gone.start, end)
    overlapped = session if session and end - session.began > ZERO else None
    if overlapped is not None and overlapped.held:
        return keys
    if not gone.recorded or span.day != day_of(span.ended):
        return keys
    record = NaturalBreak(started=span.started, ended=span.ended)
    turn.write(record)
    if overlapped is not None:
        breaks = (*overlapped.breaks, record.key)
        turn.change(session=replace(overlapped, breaks=breaks))
    return (*keys, record.key)


def _end_short_absence(turn: Turn, gone: Gone, end: Moment) -> None:
    if turn.state.standing is None:
        share = gone.certain_by(end) / turn.rules.natural_break
        turn.repay(share, gone.before.reading)
    ask = turn.state.ask
    if isinstance(ask, Pending) and ask.unseen and ask.ready is None:
        turn.change(ask=replace(ask, ready=end.later(UNSEEN_WAITS)))
    offer_regret(turn, gone, end, _write_away(turn, gone, end))


def _write_away(turn: Turn, gone: Gone, end: Moment) -> tuple[str, ...]:
    if end - gone.start < turn.rules.away_after:
        return ()
    span = span_from(SpanKind.AWAY, gone.start, end)
    turn.write(span)
    return (span.key,)
