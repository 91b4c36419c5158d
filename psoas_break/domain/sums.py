"""What days and exercises have come to, for the charts of the history."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from psoas_break.domain.durations import ZERO
from psoas_break.domain.history import DaySpan, Held, Side, SpanKind
from psoas_break.domain.moment import day_of
from psoas_break.domain.noticing import Noticing, Question
from psoas_break.domain.past import History, PastSession
from psoas_break.domain.totals import counts_as_break


@dataclass(frozen=True, slots=True, kw_only=True)
class DaySum:
    """What one day has come to, or several together.

    Attributes:
        breaks: guided breaks, as `totals.counts_as_break` has it.
        natural_breaks: natural ones.
        left, right: how long each side was stretched.
        breaths: full breaths guided.
        bouts: how often one sat down.
        sitting: how long one sat, all bouts together.
        longest: the longest bout.
    """

    breaks: int = 0
    natural_breaks: int = 0
    left: timedelta = ZERO
    right: timedelta = ZERO
    breaths: int = 0
    bouts: int = 0
    sitting: timedelta = ZERO
    longest: timedelta = ZERO

    def __add__(self, other: "DaySum") -> "DaySum":
        return DaySum(
            breaks=self.breaks + other.breaks,
            natural_breaks=self.natural_breaks + other.natural_breaks,
            left=self.left + other.left,
            right=self.right + other.right,
            breaths=self.breaths + other.breaths,
            bouts=self.bouts + other.bouts,
            sitting=self.sitting + other.sitting,
            longest=max(self.longest, other.longest),
        )

    @property
    def stretched(self) -> timedelta:
        """How long both sides were stretched."""
        return self.left + self.right

    @property
    def average_bout(self) -> timedelta:
        """How long one sat at a stretch, usually."""
        return self.sitting / self.bouts if self.bouts else ZERO


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseSum:
    """What one exercise has come to.

    Attributes:
        exercise: its id.
        times: in how many sessions it was done.
        held: how long it was held or moved, sides and all.
        left, right: how much of that on one side.
        breaths, repetitions: how many were done.
        last: the last day on which it was done.
    """

    exercise: str
    times: int
    held: timedelta
    last: date
    left: timedelta = ZERO
    right: timedelta = ZERO
    breaths: int = 0
    repetitions: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PastDevice:
    """A device that has written into the history.

    Attributes:
        id: its UUID.
        is_here: whether it is this one.
        name: what it is called; empty when nobody has said.
    """

    id: str
    is_here: bool
    name: str = ""


def sum_of(days: Mapping[date, DaySum], first: date, last: date) -> DaySum:
    """Add up the days between two, both included."""
    within = (one for day, one in days.items() if first <= day <= last)
    return sum(within, DaySum())


def day_sums(history: History) -> dict[date, DaySum]:
    """Add up each day of a history on which anything of it happened."""
    days: dict[date, DaySum] = defaultdict(DaySum)
    for session in history.sessions:
        days[day_of(session.started)] += _of_session(session)
    for past in history.natural_breaks:
        days[day_of(past.started)] += DaySum(natural_breaks=1)
    for span in history.spans:
        if span.kind is SpanKind.SITTING:
            days[span.day] += _of_bout(span)
    return {day: one for day, one in days.items() if one != DaySum()}


def exercise_sums(history: History) -> tuple[ExerciseSum, ...]:
    """Add up each exercise of a history, the one held longest first."""
    return joined(
        _of_exercise(name, [one for one in session.held if one.exercise == name])
        for session in history.sessions
        for name in {one.exercise for one in session.held}
    )


def tighter_sums(history: History) -> dict[Noticing, int]:
    """Count how often each side felt tighter, and how often neither."""
    asked = (one for one in history.noticed if one.question is Question.TIGHTER)
    return dict(Counter(one.noticing for one in asked))


def joined(sums: Iterable[ExerciseSum]) -> tuple[ExerciseSum, ...]:
    """Add up what is of the same exercise, the one held longest first."""
    whole: dict[str, ExerciseSum] = {}
    for one in sums:
        known = whole.get(one.exercise)
        whole[one.exercise] = _together(known, one) if known else one
    return tuple(sorted(whole.values(), key=lambda one: (-one.held, one.exercise)))


def lasted(started: datetime, ended: datetime) -> timedelta:
    """How long it was between two times, whatever their zones did in between."""
    return ended.astimezone(UTC) - started.astimezone(UTC)


def _of_session(session: PastSession) -> DaySum:
    stretches = [one for one in session.held if one.stretch]
    return DaySum(
        breaks=int(counts_as_break(session)),
        left=_held(one for one in stretches if one.side is Side.LEFT),
        right=_held(one for one in stretches if one.side is Side.RIGHT),
        breaths=sum(one.breaths for one in session.held),
    )


def _of_bout(span: DaySpan) -> DaySum:
    sat = lasted(span.started, span.ended)
    return DaySum(bouts=1, sitting=sat, longest=sat)


def _of_exercise(name: str, parts: list[Held]) -> ExerciseSum:
    """Add up the parts of one session."""
    return ExerciseSum(
        exercise=name,
        times=1,
        held=_held(parts),
        last=max(one.day for one in parts),
        left=_held(one for one in parts if one.side is Side.LEFT),
        right=_held(one for one in parts if one.side is Side.RIGHT),
        breaths=sum(one.breaths for one in parts),
        repetitions=sum(one.repetitions for one in parts),
    )


def _together(one: ExerciseSum, other: ExerciseSum) -> ExerciseSum:
    return replace(
        one,
        times=one.times + other.times,
        held=one.held + other.held,
        last=max(one.last, other.last),
        left=one.left + other.left,
        right=one.right + other.right,
        breaths=one.breaths + other.breaths,
        repetitions=one.repetitions + other.repetitions,
    )


def _held(parts: Iterable[Held]) -> timedelta:
    return sum((one.held for one in parts), ZERO)
