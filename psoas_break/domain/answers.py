"""What the user may say: snooze, skip, I just moved, I am standing, undo."""

from dataclasses import replace
from datetime import timedelta

from psoas_break.domain.absence import Before, has_cleared
from psoas_break.domain.away import come_back_by
from psoas_break.domain.durations import ZERO
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
    missed_in,
)
from psoas_break.domain.regret import was_sitting
from psoas_break.domain.settings import Settings
from psoas_break.domain.state import Standing, State, Undo
from psoas_break.domain.turn import Turn

UNDO_WITHIN = timedelta(seconds=10)
"""How long a Skip or *I just moved* can be taken back."""


def touch(turn: Turn) -> None:
    """A click in our own windows or menu is a return, and the second of two inputs."""
    come_back_by(turn, turn.at)
    turn.change(touched=turn.at)


def something_due_in(state: State, at: Moment, settings: Settings) -> bool:
    """Whether there is a question to answer: open, held back, missed, or to come."""
    if isinstance(state.ask, Waiting):
        return state.ask.missed is not None or state.due(at, settings)
    return True


def snooze_refusal_in(state: State, at: Moment, settings: Settings) -> Refusal | None:
    """Why Snooze would be refused now, if it would."""
    limit = settings.reminders.snooze_limit
    if not something_due_in(state, at, settings):
        return Refusal.NOTHING_DUE
    if limit == 0:
        return Refusal.NO_SNOOZE
    if limit is not None and state.snoozes >= limit:
        return Refusal.SNOOZE_LIMIT
    return None


def snooze(turn: Turn, span: timedelta) -> None:
    """Ask again after `span`, if the limit allows another snooze.

    A missed prompt that is snoozed is due again, or it could never come.
    """
    refusal = snooze_refusal_in(turn.state, turn.at, turn.settings)
    if refusal is not None:
        turn.refuse(refusal)
        return
    missed = missed_in(turn.state.ask)
    if missed is not None:
        turn.change(base=min(missed.base, turn.state.base))
    prompt = _answer(turn, PromptNote.SNOOZED, f"{span.total_seconds():g}")
    turn.change(
        ask=Snoozed(prompt, turn.at.later(span)), snoozes=turn.state.snoozes + 1
    )


def skip(turn: Turn) -> None:
    """Not this time: the clock is left alone and the window starts anew from here."""
    if not something_due_in(turn.state, turn.at, turn.settings):
        turn.refuse(Refusal.NOTHING_DUE)
        return
    undo = _undo(turn)
    prompt = _answer(turn, PromptNote.SKIPPED)
    turn.move_base(Waiting())
    turn.change(regret=None, undo=replace(undo, skipped=prompt))


def _answer(turn: Turn, note: PromptNote, detail: str = "") -> Prompt:
    """Remember an answer, even to a question that was due and not yet asked."""
    prompt = answered_by_hand(turn.state.ask) or Prompt(turn.at)
    turn.note(prompt, note, detail)
    return prompt


def just_moved(turn: Turn) -> None:
    """Count it as a natural break that has just ended."""
    undo = _undo(turn)
    record = NaturalBreak(
        started=turn.at.wall, ended=turn.at.wall, source=BreakSource.MOVED
    )
    note = turn.note(answered_by_hand(turn.state.ask), PromptNote.MOVED)
    bout = turn.clear(last_sat=turn.at)
    turn.write(record)
    turn.change_absence(before=Before(), recorded=False)
    turn.change(undo=replace(undo, voids=(*note, record.key, *bout)))


def undo(turn: Turn) -> None:
    """Take back the Skip or *I just moved* of the last seconds."""
    kept = turn.state.undo
    if kept is None or turn.at - kept.until >= ZERO:
        turn.refuse(Refusal.NOTHING_TO_UNDO)
        return
    turn.void(kept.voids)
    if kept.skipped is not None:
        turn.note(kept.skipped, PromptNote.SKIP_UNDONE)
    else:
        turn.change(clock=kept.clock, bout=kept.bout)
    ask = kept.ask
    turn.change(
        ask=replace(ask, since=turn.at) if isinstance(ask, Shown) else ask,
        base=kept.base,
        snoozes=kept.snoozes,
        showings=kept.showings,
        undo=None,
    )


def _undo(turn: Turn) -> Undo:
    state = turn.state
    return Undo(
        until=turn.at.later(UNDO_WITHIN),
        clock=state.clock,
        base=state.base,
        ask=state.ask,
        snoozes=state.snoozes,
        showings=state.showings,
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
    if standing is None:
        turn.change(standing=Standing(turn.at) if on else None)
    elif not on:
        if not standing.cleared:
            share = (turn.at - standing.since) / turn.rules.natural_break
            turn.repay(share, turn.state.sat(turn.at))
        turn.change(standing=None)


def watch_standing(turn: Turn) -> None:
    """Standing as long as a natural break clears the clock; it is no recorded one."""
    standing = turn.state.standing
    if (
        standing is not None
        and not standing.cleared
        and turn.at - standing.since >= turn.rules.natural_break
    ):
        turn.change(standing=replace(standing, cleared=True))
        if not has_cleared(turn.state.presence):
            turn.clear(last_sat=standing.since, answer=PromptNote.LAPSED)
            turn.change_absence(before=Before())
