"""What is remembered, as plain records.

A record is written once, when its event ends, and never changed; a later record
may void an earlier one. Its `key` says which event it is, so that writing the
same event twice (after a crash between two files) keeps one row.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from psoas_break.domain.durations import ZERO
from psoas_break.domain.moment import day_of, name_of
from psoas_break.domain.noticing import Noticed


class PromptNote(StrEnum):
    """What became of a prompt; one prompt may collect several."""

    SHOWN = "shown"
    COLLAPSED = "collapsed"
    WITHDRAWN = "withdrawn"
    NOBODY_THERE = "nobody there"
    MISSED = "missed"
    STARTED = "started"
    SNOOZED = "snoozed"
    SKIPPED = "skipped"
    SKIP_UNDONE = "skip undone"
    WALKED_AWAY = "walked away"
    MOVED = "moved"
    LAPSED = "lapsed"


@dataclass(frozen=True, slots=True, kw_only=True)
class PromptRecord:
    """One thing that happened to a prompt.

    Attributes:
        prompt: wall time of the prompt's first showing: its name.
        at: when this happened.
        note: what happened.
        sat: what the sitting clock read.
        detail: the reason of a withdrawal, the length of a snooze in seconds, or
            nothing.
    """

    prompt: datetime
    at: datetime
    note: PromptNote
    sat: timedelta = ZERO
    detail: str = ""

    @property
    def key(self) -> str:
        """Which event this is."""
        return f"prompt {name_of(self.prompt)} {self.note} {name_of(self.at)}"

    @property
    def snoozed(self) -> timedelta:
        """For how long it was snoozed; nothing for any other note."""
        if self.note is not PromptNote.SNOOZED:
            return ZERO
        try:
            return timedelta(seconds=float(self.detail))
        except (ValueError, OverflowError):  # an entry of another machine's
            return ZERO

    @property
    def day(self) -> date:
        """The local day it belongs to."""
        return day_of(self.prompt)


class BreakSource(StrEnum):
    """How we know of a natural break."""

    ABSENCE = "absence"
    MOVED = "moved"


@dataclass(frozen=True, slots=True, kw_only=True)
class NaturalBreak:
    """Time away from the desk that counted as a break."""

    started: datetime
    ended: datetime
    source: BreakSource = BreakSource.ABSENCE

    @property
    def key(self) -> str:
        """Which event this is."""
        return f"natural break {name_of(self.started)} {self.source}"

    @property
    def day(self) -> date:
        """The local day it belongs to."""
        return day_of(self.started)


@dataclass(frozen=True, slots=True, kw_only=True)
class Voided:
    """An earlier record is taken back; `of` is its key."""

    of: str
    at: datetime

    @property
    def key(self) -> str:
        """Which event this is."""
        return f"void {self.of}"

    @property
    def day(self) -> date:
        """The local day it belongs to."""
        return day_of(self.at)


class SpanKind(StrEnum):
    """What a stretch of the day was."""

    SITTING = "sitting"
    AWAY = "away"
    HELD_BACK = "held back"


@dataclass(frozen=True, slots=True, kw_only=True)
class DaySpan:
    """A sitting bout, an absence, or time in which a prompt was held back.

    `detail` names the quiet reason of a span that was held back.
    """

    kind: SpanKind
    started: datetime
    ended: datetime
    detail: str = ""

    @property
    def key(self) -> str:
        """Which event this is."""
        times = f"{name_of(self.started)} {name_of(self.ended)}"
        return f"{self.kind} {times} {self.detail}"

    @property
    def day(self) -> date:
        """The local day it belongs to."""
        return day_of(self.started)


class Side(StrEnum):
    """The trained side; `both` for work that has no side."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"


class SessionOutcome(StrEnum):
    """How a guided break ended."""

    FINISHED = "finished"
    ENDED = "ended"
    INTERRUPTED = "interrupted"


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionStarted:
    """A guided break began. Closed by a `SessionEnded` of the same `session`."""

    session: datetime
    routine: str

    @property
    def key(self) -> str:
        """Which event this is."""
        return f"session {name_of(self.session)}"

    @property
    def day(self) -> date:
        """The local day it belongs to: the one it began on."""
        return day_of(self.session)


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """One exercise on one side, as far as it was done.

    Attributes:
        session: wall time at which the session began: its name.
        index: which held segment of the session's timeline this is.
        exercise: id in the catalogue.
        side: trained side.
        held: time really held or moved, without pauses.
        breaths: full breaths guided in it, 0 when it was no breathing.
        at: when it ended.
        repetitions: how many were done, 0 when it has none.
        stretch: whether it lengthens or releases; a march, say, does not.
    """

    session: datetime
    index: int
    exercise: str
    side: Side
    held: timedelta
    at: datetime
    breaths: int = 0
    repetitions: int = 0
    stretch: bool = True

    @property
    def key(self) -> str:
        """Which event this is."""
        return f"held {name_of(self.session)} {self.index} {name_of(self.at)}"

    @property
    def day(self) -> date:
        """The local day it belongs to: the one its session began on."""
        return day_of(self.session)


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionEnded:
    """A guided break is over."""

    session: datetime
    ended: datetime
    outcome: SessionOutcome

    @property
    def key(self) -> str:
        """Which event this is."""
        return f"session end {name_of(self.session)}"

    @property
    def day(self) -> date:
        """The local day it belongs to: the one the session began on."""
        return day_of(self.session)


class Feeling(StrEnum):
    """How a break felt."""

    FINE = "fine"
    TOO_MUCH = "too much"
    HURT = "hurt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Felt:
    """What the user said of a break; `exercise` names the one that hurt, if known."""

    session: datetime
    at: datetime
    feeling: Feeling
    exercise: str = ""

    @property
    def key(self) -> str:
        """Which event this is."""
        return f"felt {name_of(self.session)} {self.exercise}"

    @property
    def day(self) -> date:
        """The local day it belongs to: the one its session began on."""
        return day_of(self.session)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceNamed:
    """What the device that writes this is called, from now on."""

    name: str
    at: datetime

    @property
    def key(self) -> str:
        """Which event this is."""
        return f"device {name_of(self.at)} {self.name}"

    @property
    def day(self) -> date:
        """The local day it belongs to."""
        return day_of(self.at)


Record = (
    PromptRecord
    | NaturalBreak
    | Voided
    | DaySpan
    | SessionStarted
    | Held
    | SessionEnded
    | Felt
    | Noticed
    | DeviceNamed
)
