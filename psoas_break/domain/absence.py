"""At the desk or away from it: who may say so, from when, and what counts as back."""

from dataclasses import dataclass, field, replace
from datetime import timedelta
from enum import StrEnum

from psoas_break.domain.durations import ZERO
from psoas_break.domain.moment import Moment, later_of
from psoas_break.domain.prompt import Ask, Waiting

SECOND_INPUT_AFTER = timedelta(seconds=1)
SECOND_INPUT_WITHIN = timedelta(seconds=60)
"""Back means an input and another 1 to 60 s later: one bump is no return, and
readings of idle that differ by less than a second speak of the same input."""
LOOK_WHILE_AWAY = timedelta(seconds=5)
"""How often idle is read while away, where the desktop gives no signal."""
INHIBITED_AT_MOST = timedelta(minutes=90)
"""How long a call or a video stands for missing input."""
DEAF_AFTER_SESSION = timedelta(seconds=5)
"""Inputs this soon after a session's window closed are no return."""
REGRET_WITHIN = timedelta(minutes=15)
"""How long *I was sitting* is offered after a return."""


class Certain(StrEnum):
    """A sure sign that nobody is at the desk."""

    LOCKED = "locked"
    ASLEEP = "asleep"
    SCREEN_OFF = "screen off"
    SWITCHED = "switched"


@dataclass(frozen=True, slots=True)
class Before:
    """What stood when an absence began, for *I was sitting*."""

    reading: timedelta = ZERO
    base: timedelta = ZERO
    ask: Ask = field(default_factory=Waiting)
    snoozes: int = 0
    showings: tuple[Moment, ...] = ()
    bout: Moment | None = None


@dataclass(frozen=True, slots=True)
class Present:
    """At the desk since `returned`."""

    returned: Moment


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """Away from the desk. Overlapping and touching absences are this one.

    Attributes:
        start: the last sign of the user, or the sure sign that they left.
        before: what stood then.
        causes: sure signs that hold now.
        certain: length of the certain parts that are over.
        certain_from: when the certain part that runs began.
        deaf_until: inputs up to here are no return.
        bump: a first input that waits for its second.
        cleared: it has become a natural break and cleared the clock.
        bout: key of the bout that was recorded then, if one was.
        recorded: it may be recorded as a natural break.
        walk: it follows a session that cleared the clock.
    """

    start: Moment
    before: Before
    causes: frozenset[Certain] = frozenset()
    certain: timedelta = ZERO
    certain_from: Moment | None = None
    deaf_until: Moment
    bump: Moment | None = None
    cleared: bool = False
    bout: tuple[str, ...] = ()
    recorded: bool = True
    walk: bool = False

    def with_cause(self, cause: Certain, at: Moment) -> "Gone":
        """Return the absence with one more sure sign from `at` on."""
        return replace(
            self,
            causes=self.causes | {cause},
            certain_from=self.certain_from or at,
            bump=None,
        )

    def without(self, over: frozenset[Certain], at: Moment) -> "Gone":
        """Return the absence with some sure signs less; older input is no return."""
        causes = self.causes - over
        if causes or self.certain_from is None:
            return replace(self, causes=causes)
        return replace(
            self,
            causes=causes,
            certain=self.certain + (at - self.certain_from),
            certain_from=None,
            deaf_until=later_of(self.deaf_until, at),
        )

    def certain_by(self, at: Moment) -> timedelta:
        """Return the length of its certain parts as of `at`."""
        running = at - self.certain_from if self.certain_from is not None else ZERO
        return self.certain + max(ZERO, running)

    def hears(self, touched: Moment) -> "Gone | Moment":
        """Take a new input at `touched`: the absence ends, or goes on.

        A first input waits for a second one; the absence ends at the first.
        """
        if self.causes or touched - self.deaf_until <= ZERO:
            return self
        first = self.ends_by(touched)
        return replace(self, bump=touched) if first is touched else first

    def ends_by(self, sign: Moment) -> Moment:
        """Return when it ended if the user was back by `sign`: at the first input."""
        if self.bump is None or sign - self.bump > SECOND_INPUT_WITHIN:
            return sign
        return self.bump


Presence = Present | Gone


def has_cleared(presence: Presence) -> bool:
    """Whether an absence goes on that has become a natural break."""
    return isinstance(presence, Gone) and presence.cleared


def is_presumed(presence: Presence) -> bool:
    """Whether nothing but missing input says that the user is away."""
    return isinstance(presence, Gone) and not presence.causes


def last_sign(last: Moment, inhibited_until: Moment | None) -> Moment:
    """From when idle counts, given the last input or return (behaviour 3.4).

    A call, a video or the like keeps the user sitting for at most 90 min without any
    input: idle counts from its end, or from the 90 min mark if that comes first.
    """
    if inhibited_until is None or inhibited_until - last <= ZERO:
        return last
    mark = last.later(INHIBITED_AT_MOST)
    return mark if inhibited_until - mark > ZERO else inhibited_until
