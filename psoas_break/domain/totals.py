"""What a day has come to: breaks taken, work done on each side, breaths."""

from collections.abc import Iterable
from datetime import timedelta
from operator import attrgetter

from psoas_break.domain.durations import ZERO
from psoas_break.domain.history import Held, PromptNote, SessionOutcome, Side
from psoas_break.domain.past import DayTotals, History, PastPrompt, PastSession

COUNTS_FROM = timedelta(seconds=60)
"""A guided break ended early still counts from this much on (behaviour 3.6)."""


def totals_of(history: History) -> DayTotals:
    """Add up what a history, usually of one day, holds.

    Only stretches of one side count for it: what trains both at once counts for
    neither, a march for none. A prompt is skipped if Skip was the last word on it.
    """
    held = [held for session in history.sessions for held in session.held]
    stretches = [one for one in held if one.stretch]
    return DayTotals(
        breaks=sum(map(counts_as_break, history.sessions)),
        natural_breaks=len(history.natural_breaks),
        skipped=sum(map(was_skipped, history.prompts)),
        missed=sum(map(was_missed, history.prompts)),
        stretch_left=_time_held(h for h in stretches if h.side is Side.LEFT),
        stretch_right=_time_held(h for h in stretches if h.side is Side.RIGHT),
        breaths=sum(h.breaths for h in held),
    )


def counts_as_break(session: PastSession) -> bool:
    """Whether a session is over and was finished, or held for a minute at least."""
    if session.outcome is None:
        return False
    return (
        session.outcome is SessionOutcome.FINISHED
        or _time_held(session.held) >= COUNTS_FROM
    )


def was_skipped(prompt: PastPrompt) -> bool:
    """Whether Skip was the last that happened to a prompt."""
    last = max(prompt.notes, key=attrgetter("at"))
    latest = [note for note in prompt.notes if note.at == last.at]
    return latest[-1].note is PromptNote.SKIPPED


def was_missed(prompt: PastPrompt) -> bool:
    """Whether a prompt was missed, even if it was answered late."""
    return any(note.note is PromptNote.MISSED for note in prompt.notes)


def _time_held(held: Iterable[Held]) -> timedelta:
    return sum((one.held for one in held), ZERO)
