"""The life of a prompt: asked for, shown, collapsed, snoozed, held back, missed.

Exactly one of these stands at any time. A prompt gets its identity at its first
showing; one that has never been shown has none.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import assert_never

from psoas_break.domain.moment import Moment
from psoas_break.domain.situation import PromptShape

SHOWN_FOR = timedelta(seconds=60)
"""A prompt nobody touches collapses into the tray after this long."""
RETURNS_AFTER = (timedelta(minutes=5), timedelta(minutes=10))
"""How long it stays there after its first and second unanswered showing."""
LULL_WITHIN = timedelta(minutes=5)
"""How long a prompt that is ready looks for a lull before it comes anyway."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """One question, however often it is shown; named by its first showing."""

    first: Moment


@dataclass(frozen=True, slots=True)
class Missed:
    """A prompt given up after its last showing, and what stood until then."""

    prompt: Prompt
    at: Moment
    base: timedelta
    snoozes: int
    showings: tuple[Moment, ...]


@dataclass(frozen=True, slots=True)
class Waiting:
    """Nothing asked; the window decides. A missed prompt may still be answered."""

    missed: Missed | None = None


@dataclass(frozen=True, slots=True)
class Pending:
    """Due, but held back; comes when nothing is in the way.

    Attributes:
        prompt: the one that was withdrawn, if it had been shown.
        ready: the wait it brought along, from a snooze or a collapse; with none, one
            that nobody saw gets it on the return.
        unseen: a showing of it lay in an absence.
    """

    prompt: Prompt | None = None
    ready: Moment | None = None
    unseen: bool = False


@dataclass(frozen=True, slots=True)
class Collapsed:
    """In the tray, back at the first lull from `ready` on."""

    prompt: Prompt
    ready: Moment


@dataclass(frozen=True, slots=True)
class Snoozed:
    """Put off by the user until `ready`, then at the first lull."""

    prompt: Prompt
    ready: Moment


@dataclass(frozen=True, slots=True)
class Shown:
    """On screen since `since`. A showing asked for by a click goes `back` uncounted."""

    prompt: Prompt
    since: Moment
    back: "Collapsed | Snoozed | Waiting | None" = None
    unseen: bool = False


Ask = Waiting | Pending | Shown | Collapsed | Snoozed


def prompt_of(ask: Ask) -> Prompt | None:
    """Return the prompt that is still unanswered, if it was ever shown."""
    return None if isinstance(ask, Waiting) else ask.prompt


def missed_in(ask: Ask) -> Missed | None:
    """Return the missed prompt that can still be answered late."""
    match ask:
        case Waiting(missed) | Shown(back=Waiting(missed)):
            return missed
        case _:
            return None


def answered_by_hand(ask: Ask) -> Prompt | None:
    """Return the prompt an answer belongs to; a missed one may be answered late."""
    missed = missed_in(ask)
    return prompt_of(ask) if missed is None else missed.prompt


def shape_of(ask: Ask) -> PromptShape:
    """How it stands on screen."""
    match ask:
        case Shown():
            return PromptShape.SHOWN
        case Collapsed() | Waiting(missed=Missed()):
            return PromptShape.COLLAPSED
        case Waiting() | Pending() | Snoozed():
            return PromptShape.NONE
        case _:
            assert_never(ask)
