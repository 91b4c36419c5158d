"""A showing counts as unanswered only if the user was there (behaviour 4)."""

from typing import assert_never

from psoas_break.domain.durations import ZERO
from psoas_break.domain.history import PromptNote
from psoas_break.domain.moment import Moment
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
from psoas_break.domain.prompting import missed_record
from psoas_break.domain.state import Block
from psoas_break.domain.turn import Turn


def take_back_what_nobody_saw(turn: Turn, start: Moment) -> None:
    """An absence began at `start`: an open prompt is withdrawn, empty showings void."""
    ask = turn.state.ask
    if isinstance(ask, Shown) and ask.back is not None:
        ask = ask.back
        turn.change(ask=ask)
    shown = turn.state.showings
    empty = tuple(since for since in shown if since - start >= ZERO)
    if isinstance(ask, Waiting):
        if ask.missed is not None:
            _revive_missed(turn, ask.missed, start)
        return
    if isinstance(ask, Shown) and ask.since - start >= ZERO:
        empty = (*empty, ask.since)
    prompt = prompt_of(ask)
    _note_nobody_there(turn, prompt, empty)
    turn.change(showings=tuple(since for since in shown if since - start < ZERO))
    if not empty and isinstance(ask, Shown | Collapsed):
        turn.note(prompt, PromptNote.WITHDRAWN, Block.AWAY)
    match ask:
        case Collapsed(ready=ready) | Pending(ready=ready) if not empty:
            unseen = isinstance(ask, Pending) and ask.unseen
            turn.change(ask=Pending(prompt, ready, unseen=unseen))
        case Shown() if not empty:
            turn.change(ask=Pending(prompt, ask.since, unseen=ask.unseen))
        case Collapsed() | Pending() | Shown():
            turn.change(ask=Pending(prompt, unseen=True))
        case Snoozed():
            pass
        case _:
            assert_never(ask)


def _revive_missed(turn: Turn, missed: Missed, start: Moment) -> None:
    """A missed prompt of which a showing proves empty was not missed."""
    empty = tuple(since for since in missed.showings if since - start >= ZERO)
    if not empty:
        return
    turn.void((missed_record(missed).key,))
    _note_nobody_there(turn, missed.prompt, empty)
    turn.change(
        base=missed.base,
        snoozes=missed.snoozes,
        showings=tuple(since for since in missed.showings if since - start < ZERO),
        ask=Pending(missed.prompt, unseen=True),
    )


def _note_nobody_there(
    turn: Turn, prompt: Prompt | None, empty: tuple[Moment, ...]
) -> None:
    for since in empty:
        turn.note(prompt, PromptNote.NOBODY_THERE, at=since)
