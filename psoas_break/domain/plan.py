"""From a routine to a timeline: what is said and done when, and for how long."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from psoas_break.domain.capping import capped
from psoas_break.domain.durations import ZERO
from psoas_break.domain.exercise import Form
from psoas_break.domain.routine import Catalogue, Item, Routine, scaled
from psoas_break.domain.segments import (
    Manner,
    get_ready,
    item_segments,
    switch_cues,
    worked,
)
from psoas_break.domain.timeline import OTHER_SIDE, Part, Timeline

ABOUT = timedelta(seconds=20)
"""How far over a chosen length still is "about" that length."""


def timeline_for(
    routine: Routine,
    catalogue: Catalogue,
    manner: Manner,
    length: timedelta | None = None,
) -> Timeline:
    """Lay a routine out in time, get-ready first.

    No side is stretched for more than two minutes in all (`capping`).

    Args:
        routine: what to do; every exercise must be in the catalogue.
        catalogue: where the exercises are.
        manner: the leading side and the way to breathe.
        length: about how long it should take; None is as it comes.

    Raises:
        KeyError: when the catalogue has no such exercise.
        ValueError: when nothing in the routine takes time.
    """
    if length is not None:
        routine = fitted(routine, catalogue, manner, length)
    routine = capped(routine, catalogue, manner)
    exercises = [catalogue.exercises[item.exercise] for item in routine.items]
    segments = [
        replace(segment, number=number, of=len(exercises))
        for number, (item, exercise) in enumerate(
            zip(routine.items, exercises, strict=True), start=1
        )
        for segment in item_segments(item, exercise, manner)
    ]
    ready = get_ready(exercises[0], len(exercises), manner.lead)
    return Timeline((ready, *segments) if segments else ())


def length_of(
    routine: Routine, catalogue: Catalogue, manner: Manner | None = None
) -> timedelta:
    """Return how long a routine takes, get-ready not counted."""
    manner = manner or Manner()
    return sum(
        (
            segment.length
            for item in routine.items
            for segment in item_segments(
                item, catalogue.exercises[item.exercise], manner
            )
        ),
        ZERO,
    )


def fitted(
    routine: Routine, catalogue: Catalogue, manner: Manner, length: timedelta
) -> Routine:
    """Return the routine scaled to about `length` (behaviour section 5).

    Holds and repetitions stay inside their ranges; when even the least of all is
    too long, the last exercises are left out, but never the first.
    """

    def at(factor: float, items: Sequence[Item]) -> Routine:
        parts = [
            scaled(item, catalogue.exercises[item.exercise].dose, factor)
            for item in items
        ]
        return replace(routine, items=tuple(parts))

    items = routine.items
    while len(items) > 1 and length_of(at(0, items), catalogue, manner) > length + (
        ABOUT
    ):
        items = items[:-1]
    low, high = 0.0, 16.0
    for _try in range(12):
        middle = (low + high) / 2
        if length_of(at(middle, items), catalogue, manner) <= length:
            low = middle
        else:
            high = middle
    return at(low, items)


def other_side(timeline: Timeline, index: int) -> Timeline:
    """Return the timeline with the sides changed from a segment's set-up on.

    Only the exercise the segment belongs to changes; what was done stays.
    """
    first = lead_in_of(timeline, index)
    number = timeline.segments[index].number
    segments = list(timeline.segments)
    for at in range(first, len(segments)):
        segment = segments[at]
        if segment.number == number:
            turned = replace(segment, side=OTHER_SIDE[segment.side])
            segments[at] = replace(turned, cues=switch_cues(turned, segment.cues))
    return Timeline(tuple(segments))


def in_form(timeline: Timeline, index: int, form: Form) -> Timeline:
    """Return the timeline with the current exercise made easier or harder, or back.

    It holds from the segment at `index` to the end of that exercise.
    """
    here = timeline.segments[index]
    form = Form.USUAL if here.form is form else form
    segments = list(timeline.segments)
    for at in range(index, len(segments)):
        segment = segments[at]
        if segment.number != here.number:
            break
        if segment.is_work:
            segments[at] = worked(replace(segment, form=form))
        else:
            segments[at] = replace(segment, form=form)
    return Timeline(tuple(segments))


def lead_in_of(timeline: Timeline, index: int) -> int:
    """Return where the set-up, switch or rest that leads to a segment begins."""
    segments = timeline.segments
    while index > 0 and segments[index].part is not Part.GET_READY:
        before = segments[index - 1]
        if not segments[index].is_work and segments[index].part is not Part.EASE:
            break
        if before.number != segments[index].number or before.part is Part.GET_READY:
            break
        index -= 1
    return index
