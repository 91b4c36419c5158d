"""How far a guided break has come: what is saved at each finished step.

Should the app die, the next start closes the break as interrupted with this.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from psoas_break.domain.durations import ZERO
from psoas_break.domain.exercise import Kind, Sides
from psoas_break.domain.history import (
    Held,
    SessionEnded,
    SessionOutcome,
    SessionStarted,
    Side,
)
from psoas_break.domain.moment import instant_of
from psoas_break.domain.position import breaths_in_segment
from psoas_break.domain.timeline import Segment

STRETCHES = frozenset({Kind.MOBILITY, Kind.RELEASE})
"""The kinds of exercise whose time counts as stretching a side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """What has been done of a break.

    Attributes:
        session: wall time it began: its name in the journal.
        routine: id of the routine, or of the one exercise.
        seated: whether all of it is done sitting.
        lead: the side that began.
        saved: wall time this was true.
        active: time in it, without pauses and without getting ready.
        passed_over: whether an exercise was passed over with Next.
        held: what was held so far.
    """

    session: datetime
    routine: str
    seated: bool
    lead: Side
    saved: datetime
    active: timedelta = ZERO
    passed_over: bool = False
    held: tuple[Held, ...] = ()

    @property
    def exercises(self) -> tuple[str, ...]:
        """Ids of the exercises something was held of, in order."""
        return tuple(dict.fromkeys(held.exercise for held in self.held))


def held_in(
    segment: Segment, index: int, into: timedelta, session: datetime, at: datetime
) -> tuple[Held, ...]:
    """Return the records of `into` spent in a segment; none if it was no exercise.

    Alternating exercises give half to each side. The two records of one segment
    have indexes 2n and 2n + 1.
    """
    if not segment.is_work or into <= ZERO:
        return ()
    repetitions = into // segment.repetition if segment.repetition else 0

    def record(part: int, side: Side, held: timedelta, count: int) -> Held:
        return Held(
            session=session,
            index=2 * index + part,
            exercise=segment.exercise.id,
            side=side,
            held=held,
            at=at,
            breaths=breaths_in_segment(segment, into),
            repetitions=count,
            stretch=segment.exercise.kind in STRETCHES,
        )

    if segment.exercise.sides is not Sides.ALTERNATE:
        return (record(0, segment.side, into, repetitions),)
    other = Side.RIGHT if segment.side is Side.LEFT else Side.LEFT
    first = (repetitions + 1) // 2
    return (
        record(0, segment.side, into - into // 2, first),
        record(1, other, into // 2, repetitions - first),
    )


def closing(progress: Progress) -> tuple[SessionStarted, SessionEnded]:
    """Return the records that close a break found open at the next start.

    Its beginning is among them: the app may have died before that was written.
    """
    return (
        SessionStarted(session=progress.session, routine=progress.routine),
        SessionEnded(
            session=progress.session,
            ended=progress.saved,
            outcome=SessionOutcome.INTERRUPTED,
        ),
    )


def to_dict(progress: Progress) -> dict[str, Any]:
    """Return it as values JSON knows: times ISO 8601, durations seconds."""
    return {
        "session": progress.session.isoformat(),
        "routine": progress.routine,
        "seated": progress.seated,
        "lead": progress.lead.value,
        "saved": progress.saved.isoformat(),
        "active_s": progress.active.total_seconds(),
        "passed_over": progress.passed_over,
        "held": [
            {
                "index": held.index,
                "exercise": held.exercise,
                "side": held.side.value,
                "held_s": held.held.total_seconds(),
                "at": held.at.isoformat(),
                "breaths": held.breaths,
                "repetitions": held.repetitions,
                "stretch": held.stretch,
            }
            for held in progress.held
        ],
    }


def from_dict(values: Mapping[str, Any]) -> Progress:
    """Return what `to_dict` made.

    Raises:
        ValueError: when it is not that.
    """
    try:
        session = instant_of(values["session"])
        held = tuple(
            Held(
                session=session,
                index=int(one["index"]),
                exercise=str(one["exercise"]),
                side=Side(one["side"]),
                held=timedelta(seconds=one["held_s"]),
                at=instant_of(one["at"]),
                breaths=int(one["breaths"]),
                repetitions=int(one["repetitions"]),
                stretch=bool(one["stretch"]),
            )
            for one in values["held"]
        )
        return Progress(
            session=session,
            routine=str(values["routine"]),
            seated=bool(values["seated"]),
            lead=Side(values["lead"]),
            saved=instant_of(values["saved"]),
            active=timedelta(seconds=values["active_s"]),
            passed_over=bool(values["passed_over"]),
            held=held,
        )
    except (KeyError, TypeError, OverflowError) as error:
        msg = f"this is no saved break: {error!r}"
        raise ValueError(msg) from error
