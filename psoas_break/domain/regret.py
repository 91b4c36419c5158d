"""*I was sitting*: an absence that was presumed, and was none (behaviour 3.3)."""

from dataclasses import replace

from psoas_break.domain.absence import REGRET_WITHIN, Gone, Present
from psoas_break.domain.history import PromptNote
from psoas_break.domain.moment import Moment
from psoas_break.domain.prompt import Pending, prompt_of
from psoas_break.domain.prompting import raise_gate
from psoas_break.domain.state import AFTER_QUIET, Regret
from psoas_break.domain.turn import Turn


def offer_regret(turn: Turn, gone: Gone, end: Moment, keys: tuple[str, ...]) -> None:
    """Offer it after an absence that was presumed, in whole or in part."""
    state, before = turn.state, gone.before
    presumed = (end - gone.start) - gone.certain_by(end)
    if presumed < turn.rules.away_after or state.session or state.standing:
        return
    turn.change(
        regret=Regret(
            until=end.later(REGRET_WITHIN),
            owed=before.reading + presumed - state.clock.value,
            base=before.base - state.base,
            before=before if gone.cleared else None,
            voids=keys,
        )
    )


def was_sitting(turn: Turn, regret: Regret) -> None:
    """All of that absence that was presumed was sitting."""
    state, before = turn.state, regret.before
    turn.void(regret.voids)
    turn.change(
        clock=replace(state.clock, value=state.clock.value + regret.owed),
        base=state.base + regret.base,
        presence=Present(turn.at),
        regret=None,
    )
    if before is not None:
        turn.note(prompt_of(state.ask), PromptNote.LAPSED)
        ask = before.ask
        turn.change(
            ask=replace(ask, unseen=False) if isinstance(ask, Pending) else ask,
            snoozes=before.snoozes,
            showings=before.showings,
            bout=before.bout or state.bout,
        )
    raise_gate(turn, turn.at.later(AFTER_QUIET))
