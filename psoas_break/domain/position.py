"""Where in a guided break we are, and all that a window shows there.

`position_at` depends on nothing but the timeline and the elapsed time, so a stall, a
pause or a redraw can never make it drift.
"""

from dataclasses import dataclass
from datetime import timedelta

from psoas_break.domain.breathing import Breath, breath_at, breaths_done
from psoas_break.domain.durations import ZERO
from psoas_break.domain.exercise import Exercise
from psoas_break.domain.history import Side
from psoas_break.domain.timeline import OTHER_SIDE, Part, Segment, Timeline


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
            the segment's length.
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
