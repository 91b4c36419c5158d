"""What the user may say: snooze, skip, I just moved, I am standing, undo."""

from dataclasses import replace
from datetime import timedelta

from psoas_break.domain.absence import Gone
from psoas_break.domain.away import come_back, was_sitting
from psoas_break.domain.events import Refusal
from psoas_break.domain.history import (
    BreakSource,
    NaturalBreak,
    PromptNote,
)
from psoas_break.domain.moment import Moment
from psoas_break.domain.prompt import (
    Prompt,
    Shown,
    Snoozed,
    Waiting,
    answered_by_hand,
    prompt_of,
)
from psoas_break.domain.settings import Settings
from psoas_break.domain.sitting import ZERO
from psoas_break.domain.state import Standing, State, Undo, Undoable
from psoas_break.domain.turn import Turn, bout_from

UNDO_WITHIN = timedelta(seconds=10)
"""How long a Skip or *I just moved* can be taken back."""


def touch(turn: Turn) -> None:
    """A click in our own windows or menu is a return."""
    if isinstance(turn.state.presence, Gone):
        come_back(turn, turn.at)
    turn.change(touched=turn.at)


def something_due_in(state: State, at: Moment, settings: Settings) -> bool:
    """Whether there is a question to answer: open, held back, or about to come."""
    if isinstance(state.ask, Waiting):
        return state.ask.missed is not None or state.due(at, settings)
    return True


def snooze(turn: Turn, span: timedelta) -> None:
    """Ask again after `span`, if the limit allows another snooze."""
    ask = turn.state.ask
    limit = turn.rules.snooze_limit
    if isinstance(ask, Waiting) and not turn.due:
        turn.refuse(Refusal.NOTHING_DUE)
    elif limit == 0:
        turn.refuse(Refusal.NO_SNOOZE)
    elif limit is not None and turn.state.snoozes >= limit:
        turn.refuse(Refusal.SNOOZE_LIMIT)
    else:
        prompt = prompt_of(ask)
        turn.note(prompt, PromptNote.SNOOZED, f"{span / timedelta(minutes=1):g} min")
        turn.change(
            ask=Snoozed(prompt, turn.at.later(span)), snoozes=turn.state.snoozes + 1
        )


def skip(turn: Turn) -> None:
    """Not this time: the clock is left alone and the window starts anew from here."""
    if not something_due_in(turn.state, turn.at, turn.settings):
        turn.refuse(Refusal.NOTHING_DUE)
        return
    undo = _undo(turn, Undoable.SKIP)
    prompt = answered_by_hand(turn.state.ask)
    turn.note(prompt or Prompt(turn.at), PromptNote.SKIPPED)
    late = isinstance(turn.state.ask, Waiting) and not turn.due
    base = turn.state.base if late else turn.state.sat(turn.at)
    turn.change(ask=Waiting(), base=base, snoozes=0, regret=None, undo=undo)


def just_moved(turn: Turn) -> None:
    """Count it as a natural break that has just ended."""
    undo = _undo(turn, Undoable.MOVED)
    record = NaturalBreak(
        started=turn.at.wall, ended=turn.at.wall, source=BreakSource.MOVED
    )
    voids = (*turn.note(answered_by_hand(turn.state.ask), PromptNote.MOVED), record.key)
    if undo.bout is not None:
        voids = (*voids, bout_from(undo.bout, turn.at).key)
    turn.clear(last_sat=turn.at)
    turn.write(record)
    turn.close_absence_silently()
    turn.tune_clock()
    turn.change(undo=replace(undo, voids=voids))


def undo(turn: Turn) -> None:
    """Take back the Skip or *I just moved* of the last seconds."""
    kept = turn.state.undo
    if kept is None or turn.at - kept.until >= ZERO:
        turn.refuse(Refusal.NOTHING_TO_UNDO)
        return
    turn.void(kept.voids)
    ask = kept.ask
    if isinstance(ask, Shown):
        ask = replace(ask, since=turn.at)
    if kept.what is Undoable.SKIP:
        turn.note(prompt_of(ask), PromptNote.SKIP_UNDONE)
    turn.change(
        clock=kept.clock,
        base=kept.base,
        ask=ask,
        snoozes=kept.snoozes,
        bout=kept.bout,
        undo=None,
    )
    turn.tune_clock()


def _undo(turn: Turn, what: Undoable) -> Undo:
    state = turn.state
    return Undo(
        what=what,
        until=turn.at.later(UNDO_WITHIN),
        clock=state.clock,
        base=state.base,
        ask=state.ask,
        snoozes=state.snoozes,
        bout=state.bout,
    )


def sat_on(turn: Turn) -> None:
    """*I was sitting*, if it is still on offer."""
    regret = turn.state.regret
    if regret is None or turn.at - regret.until >= ZERO:
        turn.refuse(Refusal.NO_ABSENCE)
    else:
        was_sitting(turn, regret)


def set_standing(turn: Turn, *, on: bool) -> None:
    """*I am standing*: like a certain absence, until it is switched off."""
    standing = turn.state.standing
    if on == (standing is not None):
        return
    if standing is None:
        turn.change(standing=Standing(turn.at))
    else:
        if not standing.cleared:
            share = (turn.at - standing.since) / turn.rules.natural_break
            turn.repay(share, turn.state.sat(turn.at))
        turn.change(standing=None)
    turn.tune_clock()


def watch_standing(turn: Turn) -> None:
    """Standing as long as a natural break clears the clock; it is no recorded one."""
    standing = turn.state.standing
    if (
        standing is not None
        and not standing.cleared
        and turn.at - standing.since >= turn.rules.natural_break
    ):
        turn.clear(last_sat=standing.since, answer=PromptNote.LAPSED)
        turn.change(standing=replace(standing, cleared=True))
