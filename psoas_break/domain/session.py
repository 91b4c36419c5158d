"""A guided break as it happens: running, paused, asked to end, ended.

`begin` opens one, `step` says what follows from an event, `wake_at` when to look
again; a window shows `where`. Elapsed time is the distance of two readings of the
steady clock, so a late or a double `TimePassed` does no harm.
"""

from dataclasses import replace
from datetime import timedelta
from typing import assert_never

from psoas_break.domain.course import advanced, led, moved, put_down
from psoas_break.domain.durations import ZERO
from psoas_break.domain.history import (
    Feeling,
    Felt,
    SessionEnded,
    SessionOutcome,
    SessionStarted,
    Side,
)
from psoas_break.domain.moment import Moment
from psoas_break.domain.noticing import Noticed
from psoas_break.domain.position import Position, next_change, position_at
from psoas_break.domain.progress import Progress
from psoas_break.domain.session_values import (
    Asking,
    Closed,
    Course,
    Dismissed,
    Effect,
    EndConfirmed,
    EndDeclined,
    Ended,
    EndPressed,
    Event,
    FeltPressed,
    Finish,
    KeepAwake,
    Left,
    NoticedPressed,
    Paused,
    PausePressed,
    Quitting,
    ResumePressed,
    Running,
    Save,
    Say,
    Session,
    TimePassed,
    Write,
)
from psoas_break.domain.timeline import Part, Timeline

ASKS_AFTER = timedelta(seconds=20)
"""Ending asks first once this much has been done."""
PAUSE_ENDS = timedelta(minutes=10)
"""A break paused this long is over."""
END_SCREEN = timedelta(seconds=30)
"""How long the end screen stays."""

Result = tuple[Session, tuple[Effect, ...]]


def begin(
    timeline: Timeline, at: Moment, *, routine: str, seated: bool, lead: Side
) -> Result:
    """Open a break.

    Args:
        timeline: what will be done.
        at: now; its wall time becomes the break's name in the journal.
        routine: id of the routine or exercise.
        seated: whether all of it is done sitting.
        lead: the side that begins.
    """
    progress = Progress(
        session=at.wall, routine=routine, seated=seated, lead=lead, saved=at.wall
    )
    course = Course(progress=progress, timeline=timeline, at=at, elapsed=ZERO)
    started = SessionStarted(session=at.wall, routine=routine)
    return Running(course), (
        Save(progress),  # first, so that whatever is in the journal can be closed
        Write((started,)),
        KeepAwake(on=True),
        Say(position_at(timeline, ZERO).cue, Part.GET_READY),
    )


def where(state: Session, at: Moment) -> Position | None:
    """Say where in the break we are; None once it is closed."""
    match state:
        case Running(course):
            elapsed = course.elapsed + max(at - course.at, ZERO)
            return position_at(course.timeline, elapsed)
        case Paused(course) | Asking(course) | Ended(course):
            return position_at(course.timeline, course.elapsed)
        case Closed():
            return None
        case _:
            assert_never(state)


def wake_at(state: Session) -> timedelta | None:
    """Say at which steady time `step` wants to hear `TimePassed`, if ever."""
    match state:
        case Running(course):
            change = next_change(course.timeline, course.elapsed)
            return change and course.at.steady + change - course.elapsed
        case Paused(since=since) | Asking(since=since):
            return since.steady + PAUSE_ENDS
        case Ended(since=since):
            return since.steady + END_SCREEN
        case Closed():
            return None
        case _:
            assert_never(state)


def step(state: Session, event: Event, at: Moment) -> Result:
    """Decide what follows from `event`; one that makes no sense here is ignored.

    `Left` may come late: the break then stands still from when it says, as far as
    that time was not already counted by an earlier `step`.
    """
    match state:
        case Running(course):
            left = at - event.since if isinstance(event, Left) else ZERO
            course, effects = advanced(course, at.later(-max(left, ZERO)))
            if course.elapsed >= course.timeline.length:
                state, more = _finished(course, at)
            else:
                state, more = _while_running(course, event, at)
            return state, effects + more
        case Paused(course, since) | Asking(course, since) if at - since >= (
            PAUSE_ENDS
        ):
            expired = since.later(PAUSE_ENDS)
            return _ended(course, SessionOutcome.ENDED, expired, shown=at)
        case Paused(course, since):
            return _while_paused(course, event, since, at)
        case Asking(course, since, was_paused):
            return _while_asking(course, event, since, at, was_paused=was_paused)
        case Ended():
            return _after(state, event, at)
        case Closed():
            return state, ()
        case _:
            assert_never(state)


def _while_running(course: Course, event: Event, at: Moment) -> Result:
    match event:
        case PausePressed() | Left():
            return Paused(course, course.at), (
                Save(course.progress),
                KeepAwake(on=False),
            )
        case EndPressed() if course.progress.active >= ASKS_AFTER:
            return Asking(course, at, was_paused=False), (KeepAwake(on=False),)
        case EndPressed() | EndConfirmed():
            return _ended(course, SessionOutcome.ENDED, at, shown=at)
        case Quitting():
            return _quit(course, at)
        case _:
            course, effects = moved(course, event)
            if course.elapsed >= course.timeline.length:
                state, more = _finished(course, at)
                return state, effects + more
            return Running(course), effects


def _while_paused(course: Course, event: Event, since: Moment, at: Moment) -> Result:
    match event:
        case ResumePressed():
            return _resumed(course, at)
        case EndPressed() if course.progress.active >= ASKS_AFTER:
            return Asking(course, since, was_paused=True), ()
        case EndPressed() | EndConfirmed():
            return _ended(course, SessionOutcome.ENDED, at, shown=at)
        case Quitting():
            return _quit(course, at)
        case _:
            course, effects = moved(replace(course, at=at), event)
            if course.elapsed >= course.timeline.length:
                state, more = _finished(course, at)
                return state, effects + more
            return Paused(course, since), effects


def _resumed(course: Course, at: Moment) -> Result:
    course = replace(course, at=at)
    return Running(course), (KeepAwake(on=True), *led(course))


def _while_asking(
    course: Course, event: Event, since: Moment, at: Moment, *, was_paused: bool
) -> Result:
    match event:
        case EndConfirmed():
            return _ended(course, SessionOutcome.ENDED, at, shown=at)
        case EndDeclined() if was_paused:
            return Paused(course, since), ()
        case EndDeclined() | ResumePressed():
            return _resumed(course, at)
        case Left():
            return Asking(course, since, was_paused=True), ()
        case Quitting():
            return _quit(course, at)
        case _:
            return Asking(course, since, was_paused), ()


def _after(state: Ended, event: Event, at: Moment) -> Result:
    match event:
        case FeltPressed(feeling, exercise) if state.felt is None or state.which:
            return _felt(state, feeling, exercise, at)
        case NoticedPressed(question, noticing) if not state.answered:
            noticed = Noticed(
                session=state.course.progress.session,
                at=at.wall,
                question=question,
                noticing=noticing,
            )
            return replace(state, since=at, answered=True), (Write((noticed,)),)
        case TimePassed() if at - state.since < END_SCREEN:
            return state, ()
        case TimePassed() | Dismissed() | Quitting():
            told = _feeling(state, Feeling.HURT, "", at) if state.which else ()
            return Closed(), told
        case _:
            return state, ()


def _felt(state: Ended, feeling: Feeling, exercise: str, at: Moment) -> Result:
    exercises = state.course.progress.exercises
    if feeling is Feeling.FINE:
        return Closed(), _feeling(state, feeling, "", at)
    if feeling is Feeling.HURT and exercise not in exercises:
        exercise = exercises[0] if len(exercises) == 1 else ""
    told = replace(
        state,
        since=at,
        felt=feeling,
        hurt=exercise if feeling is Feeling.HURT else "",
    )
    if told.which:
        return told, ()
    return told, _feeling(state, feeling, told.hurt, at)


def _feeling(
    state: Ended, feeling: Feeling, exercise: str, at: Moment
) -> tuple[Effect, ...]:
    session = state.course.progress.session
    felt = Felt(session=session, at=at.wall, feeling=feeling, exercise=exercise)
    return (Write((felt,)),)


# --- Ending ---------------------------------------------------------------------


def _finished(course: Course, at: Moment) -> Result:
    """End at the end. With something passed over it counts as ended early."""
    early = course.progress.passed_over
    outcome = SessionOutcome.ENDED if early else SessionOutcome.FINISHED
    return _ended(course, outcome, course.at, shown=at)


def _ended(
    course: Course, outcome: SessionOutcome, ended: Moment, *, shown: Moment
) -> Result:
    course, effects = put_down(course)
    progress = replace(course.progress, saved=ended.wall)
    over = SessionEnded(session=progress.session, ended=ended.wall, outcome=outcome)
    return Ended(replace(course, progress=progress), outcome, shown), (
        *effects,
        Write((over,)),
        KeepAwake(on=False),
        Finish(progress, outcome),
    )


def _quit(course: Course, at: Moment) -> Result:
    _state, effects = _ended(course, SessionOutcome.INTERRUPTED, at, shown=at)
    return Closed(), effects
