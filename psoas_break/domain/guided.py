"""What a guided break does to the sitting clock and the prompt (behaviour 3.6)."""

from dataclasses import replace
from datetime import timedelta

from psoas_break.domain.absence import DEAF_AFTER_SESSION, Before, Gone
from psoas_break.domain.away import come_back
from psoas_break.domain.history import PromptNote
from psoas_break.domain.prompt import (
    Pending,
    Snoozed,
    Waiting,
    answered_by_hand,
    prompt_of,
)
from psoas_break.domain.prompting import raise_gate
from psoas_break.domain.sitting import ZERO
from psoas_break.domain.state import Session
from psoas_break.domain.turn import Turn

COUNTS_FROM = timedelta(seconds=60)
"""A session ended early still counts from this much guided time on."""
UNCOUNTED_SNOOZE = timedelta(minutes=5)
"""How long a standing session ended sooner keeps the prompt away."""


def begin(turn: Turn, *, seated: bool) -> None:
    """A guided break opens: the question is answered, the clock stands or runs on."""
    if turn.state.session is not None:
        return
    come_back(turn, turn.at)
    ask = turn.state.ask
    turn.note(answered_by_hand(ask), PromptNote.STARTED)
    asked = not isinstance(ask, Waiting) or turn.due
    turn.change(
        session=Session(turn.at, seated),
        ask=Pending(prompt_of(ask)) if asked else Waiting(),
        regret=None,
        undo=None,
    )
    turn.tune_clock()


def held(turn: Turn, active: timedelta) -> None:
    """A step of the session is done."""
    if turn.state.session is not None:
        turn.change(session=replace(turn.state.session, active=active))


def end(turn: Turn, *, finished: bool, active: timedelta) -> None:
    """The session's window closed."""
    session = turn.state.session
    if session is None:
        return
    counts = finished or active >= COUNTS_FROM
    turn.change(session=None)
    if active > ZERO:
        turn.close_absence_silently()
    if session.seated:
        if counts:
            _answer_seated(turn)
    elif counts:
        _walk(turn)
    else:
        _give_back(turn, active)
    turn.tune_clock()


def _answer_seated(turn: Turn) -> None:
    if turn.due or not isinstance(turn.state.ask, Waiting):
        turn.change(ask=Waiting(), base=turn.state.sat(turn.at), snoozes=0)


def _walk(turn: Turn) -> None:
    """The clock is cleared and starts at the first return."""
    turn.clear(last_sat=turn.at)
    state = turn.state
    deaf_until = turn.at.later(DEAF_AFTER_SESSION)
    if isinstance(state.presence, Gone):
        gone = state.presence
    else:
        gone = Gone(
            start=turn.at,
            before=Before(ZERO, ZERO, Waiting(), 0),
            deaf_until=deaf_until,
        )
    turn.change(
        standing=None,
        presence=replace(
            gone, deaf_until=deaf_until, cleared=True, recorded=False, walk=True
        ),
    )


def _give_back(turn: Turn, active: timedelta) -> None:
    turn.repay(active / COUNTS_FROM, turn.state.sat(turn.at))
    ready = turn.at.later(UNCOUNTED_SNOOZE)
    ask = turn.state.ask
    if isinstance(ask, Pending) and turn.due:
        turn.change(ask=Snoozed(ask.prompt, ready))
    else:
        raise_gate(turn, ready)
