"""Leaving the desk and coming back to it (behaviour 3.2 to 3.5)."""

from dataclasses import replace
from datetime import timedelta

from psoas_break.domain.absence import (
    REGRET_WITHIN,
    SAME_INPUT,
    SECOND_INPUT_WITHIN,
    Before,
    Certain,
    Gone,
    Present,
    last_sign,
)
from psoas_break.domain.history import DaySpan, NaturalBreak, PromptNote, SpanKind
from psoas_break.domain.moment import Moment, day_of
from psoas_break.domain.prompt import (
    Collapsed,
    Missed,
    Pending,
    Prompt,
    Shown,
    Snoozed,
    Waiting,
    prompt_of,
)
from psoas_break.domain.prompting import missed_record, raise_gate
from psoas_break.domain.sitting import ZERO
from psoas_break.domain.state import AFTER_QUIET, Block, Regret
from psoas_break.domain.turn import Turn, bout_from

UNSEEN_WAITS = timedelta(minutes=5)
"""After a showing nobody saw, the prompt comes this long after the return."""


def hear_idle(turn: Turn, idle: timedelta | None) -> None:
    """Take a reading of idle: an input, a return, or the lack of both."""
    turn.change(idle_known=idle is not None)
    if idle is None:
        return
    turn.idle_is_fresh = True
    touched = turn.at.later(-idle)
    if touched - turn.state.touched > SAME_INPUT:
        turn.change(touched=touched)
        if isinstance(turn.state.presence, Gone):
            heard = turn.state.presence.hears(touched)
            if isinstance(heard, Moment):
                come_back(turn, heard)
            else:
                turn.change(presence=heard)
    if isinstance(turn.state.presence, Present) and turn.state.session is None:
        _presume(turn, turn.state.presence)


def watch(turn: Turn) -> None:
    """Notice that an absence is a natural break by now, or ends without a sign."""
    state = turn.state
    gone = state.presence
    if isinstance(gone, Present):
        return
    if gone.walk and not state.idle_known and turn.at - gone.deaf_until >= ZERO:
        come_back(turn, gone.deaf_until)
        return
    if gone.bump is not None and turn.at - gone.bump > SECOND_INPUT_WITHIN:
        gone = replace(gone, bump=None)
        turn.change(presence=gone)
    if (
        not gone.cleared
        and gone.bump is None
        and turn.at - gone.start >= turn.rules.natural_break
    ):
        turn.clear(last_sat=gone.start)
        turn.change(presence=replace(gone, cleared=True))


def _presume(turn: Turn, present: Present) -> None:
    state = turn.state
    last = max(state.touched, present.returned, key=lambda moment: moment.steady)
    sign = last_sign(last, state.inhibition, turn.at)
    if turn.at - sign >= turn.rules.away_after:
        leave(turn, sign, still_sat=turn.rules.away_after)


def leave_for_sure(turn: Turn, cause: Certain, since: Moment) -> None:
    """A sure sign: a new absence from `since`, or a certain part of the one at hand."""
    if isinstance(turn.state.presence, Present):
        leave(turn, since)
    if isinstance(turn.state.presence, Gone):
        turn.change(presence=turn.state.presence.with_cause(cause, since))


def end_cause(turn: Turn, cause: Certain) -> None:
    """A sure sign is over. An unlock is a return; so is any, where idle is unknown."""
    gone = turn.state.presence
    if not isinstance(gone, Gone) or cause not in gone.causes:
        return
    if cause is Certain.LOCKED:
        gone = replace(gone, causes=frozenset({cause}))
    gone = gone.without_cause(cause, turn.at)
    turn.change(presence=gone)
    if not gone.causes and (cause is Certain.LOCKED or not turn.state.idle_known):
        come_back(turn, turn.at)


def leave(turn: Turn, start: Moment, *, still_sat: timedelta = ZERO) -> None:
    """Begin an absence at `start`; the first `still_sat` of it was sitting."""
    reading = turn.state.sat(start)
    _take_back_what_nobody_saw(turn, start)
    state = turn.state
    turn.change(
        presence=Gone(
            start=start,
            before=Before(reading, state.base, state.ask, state.snoozes, state.bout),
            deaf_until=start,
        ),
        clock=state.clock.stopped(start.later(still_sat)),
    )


def _take_back_what_nobody_saw(turn: Turn, start: Moment) -> None:
    """A showing counts as unanswered only if the user was there."""
    ask = turn.state.ask
    if isinstance(ask, Waiting) and ask.missed is not None:
        _revive_missed(turn, ask.missed, start)
        return
    prompt = prompt_of(ask)
    if prompt is None or isinstance(ask, Waiting):
        return
    kept, empty = _split(prompt, start)
    if isinstance(ask, Shown) and ask.since - start >= ZERO:
        empty = (*empty, ask.since)
    for _ in empty:
        turn.note(prompt, PromptNote.NOBODY_THERE)
    if not empty and isinstance(ask, Shown | Collapsed):
        turn.note(prompt, PromptNote.WITHDRAWN, Block.AWAY)
    match ask:
        case Snoozed():
            turn.change(ask=replace(ask, prompt=kept))
        case Collapsed(_, ready) | Pending(_, ready):
            turn.change(ask=Pending(kept, None if empty else ready, bool(empty)))
        case Shown():
            turn.change(ask=Pending(kept, unseen=bool(empty)))


def _revive_missed(turn: Turn, missed: Missed, start: Moment) -> None:
    kept, empty = _split(missed.prompt, start)
    if not empty or empty[-1] != missed.prompt.showings[-1]:
        return
    turn.void((missed_record(missed).key,))
    for _ in empty:
        turn.note(missed.prompt, PromptNote.NOBODY_THERE)
    turn.change(
        base=missed.base, snoozes=missed.snoozes, ask=Pending(kept, unseen=True)
    )


def _split(prompt: Prompt, start: Moment) -> tuple[Prompt, tuple[Moment, ...]]:
    seen = tuple(s for s in prompt.showings if s - start < ZERO)
    return replace(prompt, showings=seen), prompt.showings[len(seen) :]


def come_back(turn: Turn, end: Moment) -> None:
    """End the absence at `end`."""
    gone = turn.state.presence
    if not isinstance(gone, Gone) or end - gone.deaf_until < ZERO:
        return
    turn.change(presence=Present(end))
    if gone.walk:
        pass
    elif end - gone.start >= turn.rules.natural_break:
        _end_natural_break(turn, gone, end)
    else:
        _end_short_absence(turn, gone, end)
    turn.tune_clock(since=end)


def _end_natural_break(turn: Turn, gone: Gone, end: Moment) -> None:
    if not gone.cleared:
        turn.clear(last_sat=gone.start)
    voids = turn.note(prompt_of(gone.before.ask), PromptNote.WALKED_AWAY, at=end)
    if gone.before.bout is not None:
        voids = (*voids, bout_from(gone.before.bout, gone.start).key)
    held = turn.state.session is not None and turn.state.session.held
    if gone.recorded and not held and day_of(gone.start.wall) == day_of(end.wall):
        record = NaturalBreak(started=gone.start.wall, ended=end.wall)
        turn.write(record)
        voids = (*voids, record.key)
    _write_away(turn, gone, end)
    turn.change(standing=None)
    _offer_regret(turn, gone, end, voids)


def _end_short_absence(turn: Turn, gone: Gone, end: Moment) -> None:
    state = turn.state
    frozen_before = state.standing is not None or (
        state.session is not None and not state.session.seated
    )
    if not frozen_before:
        share = gone.certain_by(end) / turn.rules.natural_break
        turn.repay(share, gone.before.reading)
    ask = turn.state.ask
    if isinstance(ask, Pending) and ask.unseen:
        turn.change(ask=replace(ask, ready=turn.at.later(UNSEEN_WAITS)))
    _write_away(turn, gone, end)
    _offer_regret(turn, gone, end, ())


def _write_away(turn: Turn, gone: Gone, end: Moment) -> None:
    if end - gone.start >= turn.rules.away_after:
        turn.write(DaySpan(kind=SpanKind.AWAY, started=gone.start.wall, ended=end.wall))


def _offer_regret(turn: Turn, gone: Gone, end: Moment, voids: tuple[str, ...]) -> None:
    presumed = (end - gone.start) - gone.certain_by(end)
    if presumed > ZERO and turn.state.session is None:
        turn.change(
            regret=Regret(
                until=end.later(REGRET_WITHIN),
                before=gone.before,
                presumed=presumed,
                returned=end,
                voids=voids,
            )
        )


def was_sitting(turn: Turn, regret: Regret) -> None:
    """*I was sitting*: all of that absence that was presumed was sitting."""
    before = regret.before
    sat_since = turn.at - regret.returned
    turn.void(regret.voids)
    turn.note(prompt_of(turn.state.ask), PromptNote.LAPSED)
    ask = before.ask
    if isinstance(ask, Shown):
        ask = Pending(ask.prompt)
    turn.change(
        clock=replace(
            turn.state.clock.stopped(turn.at),
            value=before.reading + regret.presumed + sat_since,
        ),
        base=before.base,
        snoozes=before.snoozes,
        ask=ask,
        regret=None,
        bout=before.bout or turn.state.bout,
        presence=Present(turn.at),
    )
    raise_gate(turn, turn.at.later(AFTER_QUIET))
    turn.tune_clock()
