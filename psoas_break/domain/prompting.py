"""When the prompt comes, goes and returns (behaviour 4)."""

from dataclasses import replace

from psoas_break.domain.absence import Gone
from psoas_break.domain.durations import ZERO
from psoas_break.domain.history import PromptNote, PromptRecord, SpanKind
from psoas_break.domain.moment import Moment, later_of
from psoas_break.domain.prompt import (
    LULL_WITHIN,
    RETURNS_AFTER,
    SHOWN_FOR,
    Collapsed,
    Missed,
    Pending,
    Prompt,
    Shown,
    Snoozed,
    Waiting,
    prompt_of,
)
from psoas_break.domain.quiet import Reason
from psoas_break.domain.state import (
    AFTER_QUIET,
    HeldBack,
    active_quiets,
    blocks,
)
from psoas_break.domain.turn import Turn, span_from


def look_at_blocks(turn: Turn) -> None:
    """Withdraw what must not stand now; open the gate when the last reason ended."""
    found = blocks(turn.state, turn.at, turn.settings)
    before = turn.state.blocked
    if found:
        _withdraw(turn, found[0])
    elif before and not _waived(turn, before):
        raise_gate(turn, turn.at.later(AFTER_QUIET))
    if found != before:
        turn.change(blocked=found)


def _waived(turn: Turn, before: tuple[str, ...]) -> bool:
    """Whether the reason still holds, and only our patience with it is over."""
    return before == (Reason.FULL_SCREEN,) and any(
        quiet.reason is Reason.FULL_SCREEN for quiet in turn.state.quiets
    )


def raise_gate(turn: Turn, until: Moment) -> None:
    """No prompt before `until`."""
    turn.change(gate=later_of(turn.state.gate, until))


def _withdraw(turn: Turn, reason: str) -> None:
    match turn.state.ask:
        case Shown(back=(Snoozed() | Waiting()) as back):
            turn.change(ask=back)
        case Shown(prompt, back=Collapsed(ready=ready)) | Collapsed(prompt, ready):
            turn.note(prompt, PromptNote.WITHDRAWN, reason)
            turn.change(ask=Pending(prompt, ready))
        case Shown(prompt, since, unseen=unseen):
            turn.note(prompt, PromptNote.WITHDRAWN, reason)
            turn.change(ask=Pending(prompt, since, unseen=unseen))
        case _:
            pass


def move(turn: Turn) -> None:
    """Let the prompt take the step that time has brought, if any."""
    state, at = turn.state, turn.at
    match state.ask:
        case Waiting() if not turn.due:
            pass
        case Waiting() if state.blocked:
            _hold_back(turn)
        case Waiting() if _gate_open(turn) and _now_is_good(turn):
            show(turn)
        case Waiting(missed=Missed()):
            turn.change(ask=Waiting())
        case Shown(since=since) if at - since >= SHOWN_FOR:
            collapse(turn)
        case Pending() | Snoozed() if state.session is not None:
            pass
        case Pending() if not turn.due:
            _lapse(turn)
        case Pending(ready=ready) if not state.blocked and _comes(turn, ready):
            show(turn)
        case Collapsed(ready=ready) if _comes(turn, ready):
            show(turn) if turn.due else _lapse(turn)
        case Snoozed(prompt, ready) if at - ready >= ZERO:
            if not turn.due:
                _lapse(turn)
            elif state.blocked:
                _hold_back(turn, prompt)
            elif _comes(turn, ready):
                show(turn)
        case _:
            pass
    note_held_back(turn)


def _gate_open(turn: Turn) -> bool:
    return turn.at - turn.state.gate >= ZERO


def _in_lull(turn: Turn) -> bool:
    """Whether nobody has touched key or pointer for a lull."""
    return turn.idle is not None and turn.idle >= turn.rules.lull


def _now_is_good(turn: Turn) -> bool:
    """The first lull in the window, or its end."""
    return _in_lull(turn) or turn.state.into_window(turn.at) >= turn.rules.latest


def _comes(turn: Turn, ready: Moment | None) -> bool:
    """A prompt with a wait of its own: the first lull after it, at most 5 min later."""
    waited = turn.at - opens_at(ready, turn.state.gate)
    return waited >= LULL_WITHIN or (waited >= ZERO and _in_lull(turn))


def opens_at(ready: Moment | None, gate: Moment) -> Moment:
    """Return the end of both a wait and the gate."""
    return gate if ready is None else later_of(ready, gate)


def show(turn: Turn) -> None:
    """Ask, now."""
    ask = turn.state.ask
    prompt = prompt_of(ask) or Prompt(turn.at)
    unseen = isinstance(ask, Pending) and ask.unseen
    turn.change(
        ask=Shown(prompt, turn.at, unseen=unseen),
        day=replace(turn.state.day, shown=turn.state.day.shown + 1),
    )
    turn.note(prompt, PromptNote.SHOWN)


def reopen(turn: Turn) -> None:
    """Show the prompt because the user asked for it at the tray."""
    ask = turn.state.ask
    if turn.state.blocked:
        return
    match ask:
        case Waiting(missed=Missed(prompt=prompt)) | Collapsed(prompt):
            turn.change(ask=Shown(prompt, turn.at, back=ask))
        case Snoozed(prompt):
            turn.change(ask=Shown(prompt, turn.at, back=ask))
        case Pending():
            show(turn)
        case Waiting() if turn.due:
            show(turn)
        case _:
            pass


def collapse(turn: Turn) -> None:
    """Step back into the tray: unanswered, and after the third time missed."""
    state, ask = turn.state, turn.state.ask
    if not isinstance(ask, Shown):
        return
    if ask.back is not None:
        # Its own time may have come meanwhile; it does not come back at once.
        turn.change(ask=ask.back)
        raise_gate(turn, turn.at.later(AFTER_QUIET))
        return
    showings = (*state.showings, ask.since)
    unanswered = len(showings)
    if unanswered <= len(RETURNS_AFTER):
        turn.note(ask.prompt, PromptNote.COLLAPSED)
        ready = turn.at.later(RETURNS_AFTER[unanswered - 1])
        turn.change(ask=Collapsed(ask.prompt, ready), showings=showings)
        return
    missed = Missed(ask.prompt, turn.at, state.base, state.snoozes, showings)
    turn.write(missed_record(missed))
    turn.move_base(Waiting(missed))


def missed_record(missed: Missed) -> PromptRecord:
    """Return the record of a missed prompt; the same one each time."""
    return PromptRecord(
        prompt=missed.prompt.first.wall, at=missed.at.wall, note=PromptNote.MISSED
    )


def _lapse(turn: Turn) -> None:
    lapsed = prompt_of(turn.state.ask)
    turn.note(lapsed, PromptNote.LAPSED)
    turn.change(ask=Waiting())
    gone = turn.state.presence
    if isinstance(gone, Gone) and prompt_of(gone.before.ask) == lapsed:
        # Other settings came meanwhile; that somebody had left answers it no more.
        before = replace(gone.before, ask=Waiting())
        turn.change(presence=replace(gone, before=before))


def _hold_back(turn: Turn, prompt: Prompt | None = None) -> None:
    turn.change(ask=Pending(prompt))
    quiets = active_quiets(turn.state, turn.at, turn.settings)
    if quiets:
        day = turn.state.day
        reasons = frozenset(q.reason for q in quiets)
        held_by = reasons if day.held_by is None else day.held_by & reasons
        turn.change(day=replace(day, held_by=held_by))


def note_held_back(turn: Turn) -> None:
    """Remember spans in which a quiet reason held a prompt back."""
    state = turn.state
    reason = None
    if isinstance(state.ask, Pending) and state.quiets:
        quiets = active_quiets(state, turn.at, turn.settings)
        reason = quiets[0].reason if quiets else None
    held = state.held_back
    if (held.reason if held is not None else None) is reason:
        return
    if held is not None:
        span = span_from(SpanKind.HELD_BACK, held.since, turn.at)
        turn.write(replace(span, detail=held.reason))
    turn.change(held_back=None if reason is None else HeldBack(reason, turn.at))
