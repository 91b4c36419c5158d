"""A guided break laid out in time, and where in it we are.

A `Timeline` is a row of segments. `position_at` says everything a window shows at
one instant; it depends on nothing but the timeline and the elapsed time, so a
stall, a pause or a redraw can never make it drift.
"""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from psoas_break.domain.breathing import Breath, Pattern, breath_at, breaths_done
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


@dataclass(frozen=True, slots=True)
class Ahead:
    """The next exercise, or the other side, and how long until one turns to it."""

    segment: Segment
    left: timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """Where in a break we are, and all there is to show.

    Attributes:
        segment, index: the segment, and which one it is.
        into, left: time since its start and to its end; the ring shows `left` of
            `segment.length`.
        side: the side trained at this instant.
        cue: the one thing to say now.
        check: one thing to look out for while working, "" otherwise.
        breath: where in a breath the body is, if it breathes by a pattern.
        repetition: which repetition, from 1; 0 when none are counted.
        breaths: full breaths done in this segment.
        coming: the next exercise, None in the last one.
        ahead: what one turns to next, be it another exercise or the other side.
        finished: whether the break is over.
    """

    segment: Segment
    index: int
    into: timedelta
    left: timedelta
    side: Side
    cue: str
    check: str
    breath: Breath | None
    repetition: int
    breaths: int
    coming: Exercise | None
    ahead: Ahead | None
    finished: bool

    @property
    def part(self) -> Part:
        """What is being done."""
        return self.segment.part

    @property
    def exercise(self) -> Exercise:
        """Which exercise it belongs to."""
        return self.segment.exercise

    @property
    def number(self) -> int:
        """The exercise's place in the break, from 1."""
        return self.segment.number

    @property
    def of(self) -> int:
        """How many exercises the break has."""
        return self.segment.of

    @property
    def ring_total(self) -> timedelta:
        """What the whole ring stands for."""
        return self.segment.length

    @property
    def ring_left(self) -> timedelta:
        """What is left of the ring."""
        return self.left


def position_at(timeline: Timeline, elapsed: timedelta) -> Position:
    """Say where a break is after `elapsed`, held between its start and its end."""
    whole = timeline.length
    elapsed = min(max(elapsed, ZERO), whole)
    index, begin = _locate(timeline, elapsed)
    segment = timeline.segments[index]
    finished = elapsed >= whole
    into = segment.length if finished else elapsed - begin
    later = (s.exercise for s in timeline.segments[index:] if s.number > segment.number)
    return Position(
        segment=segment,
        index=index,
        into=into,
        left=segment.length - into,
        side=_side(segment, into),
        cue=_cue(segment, into),
        check=_check(segment, into),
        breath=_breath(segment, into),
        repetition=_repetition(segment, into),
        breaths=breaths_in_segment(segment, into),
        coming=next(later, None),
        ahead=_ahead(timeline, index, into),
        finished=finished,
    )


def next_change(timeline: Timeline, elapsed: timedelta) -> timedelta | None:
    """Return when the words, the side or the breath change next; None at the end.

    Between two changes only the ring moves, so a shell may sleep until then.
    """
    here = position_at(timeline, elapsed)
    if here.finished:
        return None
    segment, into = here.segment, here.into
    steps = [segment.length, *(cue.at for cue in segment.cues if cue.at > into)]
    if segment.is_work and (checks := len(segment.exercise.words.checks)):
        share = segment.length / checks
        steps += [n * share for n in range(1, checks) if n * share > into]
    if segment.alternates:
        steps.append((into // segment.repetition + 1) * segment.repetition)
    if here.breath is not None and here.breath.left > ZERO:
        steps.append(into + here.breath.left)
    return elapsed - into + min(step for step in steps if step > into)


def _locate(timeline: Timeline, elapsed: timedelta) -> tuple[int, timedelta]:
    begin = ZERO
    last = len(timeline.segments) - 1
    for index, segment in enumerate(timeline.segments[:last]):
        if elapsed < begin + segment.length:
            return index, begin
        begin += segment.length
    return last, begin


def breaths_in_segment(segment: Segment, into: timedelta) -> int:
    """Return the full breaths done `into` a breathing segment; 0 in any other."""
    if segment.part is not Part.BREATHE or segment.pattern is None:
        return 0
    return breaths_done(segment.pattern, into, warm_up=segment.warm_up)


def _ahead(timeline: Timeline, index: int, into: timedelta) -> Ahead | None:
    here = timeline.segments[index]
    left = here.length - into
    for later in timeline.segments[index + 1 :]:
        if later.number != here.number or later.part is Part.SWITCH:
            return Ahead(later, left)
        left += later.length
    return None


def _repetition(segment: Segment, into: timedelta) -> int:
    if not segment.repetition:
        return 0
    return min(into // segment.repetition + 1, segment.repetitions)


def _side(segment: Segment, into: timedelta) -> Side:
    turned = segment.alternates and _repetition(segment, into) % 2 == 0
    return OTHER_SIDE[segment.side] if turned else segment.side


def _cue(segment: Segment, into: timedelta) -> str:
    return next((c.text for c in reversed(segment.cues) if c.at <= into), "")


def _check(segment: Segment, into: timedelta) -> str:
    checks = segment.exercise.words.checks
    if not (segment.is_work and checks):
        return ""
    return checks[min(into // (segment.length / len(checks)), len(checks) - 1)]


def _breath(segment: Segment, into: timedelta) -> Breath | None:
    if segment.pattern is None or not segment.pattern.paced:
        return None
    return breath_at(segment.pattern, into, warm_up=segment.warm_up)
