"""A guided break laid out in time: a row of segments, each with one thing to do.

Where in it we are, `position` says.
"""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from psoas_break.domain.breathing import Pattern
from psoas_break.domain.durations import ZERO
from psoas_break.domain.exercise import Exercise, Form
from psoas_break.domain.history import Side


class Part(StrEnum):
    """What a segment is for."""

    GET_READY = "get_ready"
    SET_UP = "set_up"
    SWITCH = "switch"
    HOLD = "hold"
    MOVE = "move"
    REPEAT = "repeat"
    BREATHE = "breathe"
    REST = "rest"
    EASE = "ease"


WORK = frozenset({Part.HOLD, Part.MOVE, Part.REPEAT, Part.BREATHE})
"""The parts that are the exercise itself: what the history counts."""

OTHER_SIDE = {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT, Side.BOTH: Side.BOTH}


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that hold from `at` (within the segment) until the next cue."""

    at: timedelta
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """One stretch of a break in which one thing is done.

    Attributes:
        part: what it is for.
        exercise: the exercise it belongs to, or leads to.
        number, of: the exercise's place in the break, "2 of 4".
        side: the trained side; of an alternating exercise the one that begins.
        length: how long it lasts.
        cues: what to say when, the first at 0.
        amount: the planned dose of one set: a time, or a count per side.
        set_number, sets: which set of how many.
        pattern: how the body breathes meanwhile, if the app leads or shows it.
        warm_up: whether the pace of that breath eases in.
        repetitions, repetition: how many, and how long each takes.
        alternates: whether each repetition is for the other side.
        form: whether it is made easier or harder.
    """

    part: Part
    exercise: Exercise
    number: int
    of: int
    side: Side
    length: timedelta
    cues: tuple[Cue, ...]
    amount: timedelta | int = 0
    set_number: int = 1
    sets: int = 1
    pattern: Pattern | None = None
    warm_up: bool = False
    repetitions: int = 0
    repetition: timedelta = ZERO
    alternates: bool = False
    form: Form = Form.USUAL

    @property
    def is_work(self) -> bool:
        """Whether this is the exercise itself."""
        return self.part in WORK


@dataclass(frozen=True, slots=True)
class Timeline:
    """All segments of a break, in order; there is at least one."""

    segments: tuple[Segment, ...]

    def __post_init__(self) -> None:
        """Refuse a break with nothing in it.

        Raises:
            ValueError: when there is no segment, or one that takes no time.
        """
        if not self.segments or any(s.length <= ZERO for s in self.segments):
            msg = "a break needs segments, and each takes time"
            raise ValueError(msg)

    @property
    def length(self) -> timedelta:
        """How long the break takes, get-ready included."""
        return sum((segment.length for segment in self.segments), ZERO)

    @property
    def get_ready(self) -> timedelta:
        """How long one has before the first exercise; it is not counted as done."""
        first = self.segments[0]
        return first.length if first.part is Part.GET_READY else ZERO

    @property
    def exercises(self) -> tuple[Exercise, ...]:
        """The exercises of the break, in order: one for each dot."""
        numbered = {segment.number: segment.exercise for segment in self.segments}
        return tuple(numbered.values())

    def start_of(self, index: int) -> timedelta:
        """Return when a segment begins."""
        return sum((segment.length for segment in self.segments[:index]), ZERO)
