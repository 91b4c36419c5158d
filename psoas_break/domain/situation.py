"""Where we are, in the form every display shows it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from psoas_break.domain.durations import ZERO


class StateName(StrEnum):
    """The one word for where we are: the first of these that holds."""

    ON_BREAK = "on_break"
    AWAY = "away"
    OFF_HOURS = "off_hours"
    PAUSED = "paused"
    STANDING = "standing"
    PROMPTING = "prompting"
    DUE = "due"
    SITTING = "sitting"


class PromptShape(StrEnum):
    """How the prompt stands on screen."""

    NONE = "none"
    SHOWN = "shown"
    COLLAPSED = "collapsed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """All that tray, menu and home window show.

    Attributes:
        state: the one word for it.
        line: one sentence with minutes as of now; ages, so ask again to show it.
        tooltip: the same with clock times, which do not age.
        reason: why we are silent, what ends it and when; "" when we are not.
        sitting: what the sitting clock reads.
        sat_since: when the sitting bout began that goes on; None while away.
        remaining: share of the way to the next prompt's latest moment that is
            left, 1 … 0: the arc of the ring.
        prompt: how the prompt stands.
        quiet: whether a quiet reason holds.
        paused: whether a pause runs.
        standing: whether *I am standing* is on.
        in_meeting: whether meeting mode runs.
        can_snooze: whether Snooze would be taken; when False, `snooze_refusal`
            says why.
        can_skip: whether Skip would be taken.
        undo: what *Undo* would take back, or "".
        can_say_was_sitting: whether *I was sitting* is offered.
        waited_all_day: the line of a day in which one reason held back every
            prompt, or "".
        notices: what the user should know, one line each.
    """

    state: StateName
    line: str
    tooltip: str
    reason: str = ""
    sitting: timedelta = ZERO
    sat_since: datetime | None = None
    remaining: float = 1.0
    prompt: PromptShape = PromptShape.NONE
    quiet: bool = False
    paused: bool = False
    standing: bool = False
    in_meeting: bool = False
    can_snooze: bool = False
    snooze_refusal: str = ""
    can_skip: bool = False
    undo: str = ""
    can_say_was_sitting: bool = False
    waited_all_day: str = ""
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggested:
    """What comes next when nothing else is asked for.

    Attributes:
        name: of the routine.
        length: how long it takes.
        why: why this one, in one line.
    """

    name: str
    length: timedelta
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What a prompt offers.

    Attributes:
        sat: what the sitting clock read when the prompt came.
        routine: id of the suggested routine.
        name: its name.
        detail: what it is in a few words ("Standing stretch, both sides").
        exercise: id of the exercise those words, and the picture, are of.
        length: how long it takes.
        snoozes_used: how often it was snoozed.
        snooze_limit: how often it may be; None is unlimited, 0 none.
        moved_first: whether the first line asks if you have just moved.
        why: why this one, in one line.
    """

    sat: timedelta
    routine: str
    name: str
    detail: str
    length: timedelta
    snoozes_used: int = 0
    snooze_limit: int | None = 3
    moved_first: bool = False
    exercise: str = ""
    why: str = ""

    @property
    def may_snooze(self) -> bool:
        """Whether another snooze is allowed."""
        return self.snooze_limit is None or self.snoozes_used < self.snooze_limit
