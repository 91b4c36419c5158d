"""Moving along a break: time passing, Next, Back, the other side, the easier form."""

from dataclasses import replace
from datetime import timedelta

from psoas_break.domain.durations import ZERO
from psoas_break.domain.exercise import Form
from psoas_break.domain.history import Held, Side
from psoas_break.domain.moment import Moment
from psoas_break.domain.plan import in_form, lead_in_of, other_side
from psoas_break.domain.position import Position, position_at
from psoas_break.domain.progress import held_in
from psoas_break.domain.session_values import (
    BackPressed,
    Course,
    EasierPressed,
    Effect,
    Event,
    HarderPressed,
    Lead,
    NextPressed,
    OtherSidePressed,
    Save,
    Say,
    Write,
)
from psoas_break.domain.timeline import Part, Timeline

BACK_RESTARTS = timedelta(seconds=3)
"""Later than this into an exercise Back starts it again; earlier, the one before."""


def advanced(course: Course, to: Moment) -> tuple[Course, tuple[Effect, ...]]:
    """Let time pass up to `to`, keeping every exercise that ended on the way."""
    timeline, before = course.timeline, course.elapsed
    span = max(to - course.at, ZERO)
    elapsed = min(before + span, timeline.length)
    counted = elapsed - max(before, timeline.get_ready)
    held: list[Held] = []
    start = ZERO
    for index, segment in enumerate(timeline.segments):
        start += segment.length
        if before < start <= elapsed:
            wall = course.at.later(start - before).wall
            session = course.progress.session
            held += held_in(segment, index, segment.length, session, wall)
    then = course.at.later(elapsed - before)
    course = replace(
        course,
        at=then,
        elapsed=elapsed,
        progress=replace(
            course.progress,
            saved=then.wall,
            active=course.progress.active + max(counted, ZERO),
        ),
    )
    course, effects = _kept(course, tuple(held))
    return course, (*effects, *_said(timeline, before, timeline, elapsed))


def moved(course: Course, event: Event) -> tuple[Course, tuple[Effect, ...]]:
    """Carry out what moves us along the timeline, or changes it."""
    timeline = course.timeline
    here = position_at(timeline, course.elapsed)
    match event:
        case NextPressed():
            if here.segment.is_work:
                over = replace(course.progress, passed_over=True)
                course = replace(course, progress=over)
            return _jumped(course, timeline, timeline.start_of(here.index + 1))
        case BackPressed():
            return _jumped(course, timeline, _back(timeline, here, course.elapsed))
        case OtherSidePressed() if here.segment.side is not Side.BOTH:
            turned = other_side(timeline, here.index)
            if here.part is Part.GET_READY:
                return replace(course, timeline=turned), ()
            begins = turned.start_of(lead_in_of(turned, here.index))
            return _jumped(course, turned, begins)
        case EasierPressed() | HarderPressed():
            form = Form.EASIER if isinstance(event, EasierPressed) else Form.HARDER
            changed = in_form(timeline, here.index, form)
            if here.into >= changed.segments[here.index].length:
                return _jumped(course, changed, changed.start_of(here.index + 1))
            said = _said(timeline, course.elapsed, changed, course.elapsed)
            return replace(course, timeline=changed), said
        case _:
            return course, ()


def _back(timeline: Timeline, here: Position, elapsed: timedelta) -> timedelta:
    first = lead_in_of(timeline, here.index)
    begins = timeline.start_of(first)
    if elapsed - begins <= BACK_RESTARTS and begins > timeline.get_ready:
        return timeline.start_of(lead_in_of(timeline, first - 1))
    return begins


def _jumped(
    course: Course, timeline: Timeline, elapsed: timedelta
) -> tuple[Course, tuple[Effect, ...]]:
    before = course
    course, effects = put_down(course)
    course = replace(course, timeline=timeline, elapsed=elapsed)
    said = _said(before.timeline, before.elapsed, timeline, elapsed)
    return course, (*effects, *said)


def put_down(course: Course) -> tuple[Course, tuple[Effect, ...]]:
    """Keep what was held of the exercise being left."""
    here = position_at(course.timeline, course.elapsed)
    if here.finished:
        return course, ()
    session, wall = course.progress.session, course.at.wall
    return _kept(course, held_in(here.segment, here.index, here.into, session, wall))


def _kept(course: Course, held: tuple[Held, ...]) -> tuple[Course, tuple[Effect, ...]]:
    if not held:
        return course, ()
    progress = replace(course.progress, held=course.progress.held + held)
    return replace(course, progress=progress), (Write(held), Save(progress))


def _said(
    old: Timeline, before: timedelta, new: Timeline, now: timedelta
) -> tuple[Effect, ...]:
    was, here = position_at(old, before), position_at(new, now)
    if here.finished:
        return ()
    same = (was.index, was.cue) == (here.index, here.cue)
    return (*(() if same else (Say(here.cue, here.part),)), *_led(was, here))


def led(course: Course) -> tuple[Effect, ...]:
    """Lead what is left of a guided breath, if one is being taken."""
    here = position_at(course.timeline, course.elapsed)
    if here.part is not Part.BREATHE or here.breath is None or here.finished:
        return ()
    return (Lead(here.breath.phase, here.breath.left),)


def _led(was: Position, here: Position) -> tuple[Effect, ...]:
    """Lead a breath that has begun, or gone on to its next part."""
    breath = here.breath
    if here.part is not Part.BREATHE or breath is None:
        return ()
    before = was.breath
    if (
        before is not None
        and (was.part, was.index) == (here.part, here.index)
        and (before.index, before.phase) == (breath.index, breath.phase)
        and was.into <= here.into
    ):
        return ()
    return (Lead(breath.phase, breath.left),)
