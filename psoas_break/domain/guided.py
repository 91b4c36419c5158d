"""What a guided break does to the sitting clock and the prompt (behaviour 3.6)."""

from dataclasses import replace
from datetime import timedelta

from psoas_break.domain.absence import DEAF_AFTER_SESSION, Before, Gone, Present
from psoas_break.domain.away import come_back_by
from psoas_break.domain.durations import ZERO
from psoas_break.domain.history import PromptNote
from psoas_break.domain.moment import Moment
from psoas_break.domain.prompt import (
    Collapsed,
    Pending,
    Prompt,
    Shown,
    Snoozed,
    Waiting,
    answered_by_hand,
)
from psoas_break.domain.prompting import opens_at, raise_gate
from psoas_break.domain.state import Session
from psoas_break.domain.totals import COUNTS_FROM
from psoas_break.domain.turn import Turn

UNCOUNTED_SNOOZE = timedelta(minutes=5)
"""How long a standing session ended sooner keeps the prompt away."""


def begin(turn: Turn, *, seated: bool) -> None:
    """A guided break opens: the question is answered, the clock stands or runs on.

    A first input that waits for its second has found it: nobody starts a break for
    an empty chair. A start without any input, by a script say, is no return.
    """
    if turn.state.session is not None:
        return
    presence = turn.state.presence
    if isinstance(presence, Gone) and presence.bump is not None:
        come_back_by(turn, turn.at)
    ask = turn.state.ask
    turn.note(answered_by_hand(ask), PromptNote.STARTED)
    if isinstance(ask, Shown):
        ask = ask.back or Pending(ask.prompt)
    if isinstance(ask, Collapsed):
        ask = Pending(ask.prompt, ask.ready)
    turn.change(session=Session(turn.at, seated), ask=ask, regret=None, undo=None)


def held(turn: Turn, active: timedelta) -> None:
    """A step of the session is done."""
    if turn.state.session is not None:
        turn.change(session=replace(turn.state.session, active=active))


def end(turn: Turn, *, finished: bool, active: timedelta) -> None:
    """The session's window closed; idle counts from here, as it meant nothing in it."""
    session = turn.state.session
    if session is None:
        return
    counts = finished or active >= COUNTS_FROM
    turn.change(session=None)
    if isinstance(turn.state.presence, Present):
        turn.change(presence=Present(turn.at))
    if active > ZERO:
        turn.void(session.breaks)
        turn.change_absence(recorded=False)
    if session.seated:
        if counts:
            _answer_seated(turn)
    elif counts:
        _walk(turn, session.began)
    else:
        _give_back(turn, active)


def _answer_seated(turn: Turn) -> None:
    if turn.due or not isinstance(turn.state.ask, Waiting):
        turn.move_base(Waiting())
    else:
        turn.change(ask=Waiting())


def _walk(turn: Turn, stood_up: Moment) -> None:
    """The clock is cleared and starts at the first return."""
    turn.clear(last_sat=stood_up)
    deaf_until = turn.at.later(DEAF_AFTER_SESSION)
    if isinstance(turn.state.presence, Present):
        turn.change(
            presence=Gone(start=turn.at, before=Before(), deaf_until=deaf_until)
        )
    turn.change_absence(deaf_until=deaf_until, cleared=True, walk=True)


def _give_back(turn: Turn, active: timedelta) -> None:
    """It repays its share of the minute it should have been, and acts as a snooze."""
    turn.repay(active / COUNTS_FROM, turn.state.sat(turn.at))
    ready = turn.at.later(UNCOUNTED_SNOOZE)
    match turn.state.ask:
        case Pending(Prompt() as prompt, own) | Snoozed(prompt, own):
            turn.change(ask=Snoozed(prompt, opens_at(own, ready)))
        case _:
            raise_gate(turn, ready)
