"""A short showing of an exercise: what it looks like, not how long it takes."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from psoas_break.domain.dose import Tip
from psoas_break.domain.durations import ZERO
from psoas_break.domain.exercise import Exercise
from psoas_break.domain.history import Side
from psoas_break.domain.routine import Item
from psoas_break.domain.segments import Manner, item_segments
from psoas_break.domain.timeline import Part, Segment, Timeline

LONGEST = timedelta(seconds=20)
"""Of what takes longer, so much is shown."""
TURNS = 2
"""So many repetitions are shown; with sides in turn, one of each."""


def glimpse_of(exercise: Exercise, lead: Side) -> Timeline | None:
    """Return an exercise in half a minute: one side, one set; None for a tip.

    Args:
        exercise: what to show.
        lead: the side to show it on, where it has sides.
    """
    if isinstance(exercise.dose, Tip):
        return None
    segments = tuple(_shown(exercise, lead))
    return Timeline(segments) if segments else None


def _shown(exercise: Exercise, lead: Side) -> Iterator[Segment]:
    """Yield set-up, work and what follows it, up to the other side or the next set."""
    worked = False
    for segment in item_segments(
        Item(exercise=exercise.id), exercise, Manner(lead=lead)
    ):
        if segment.part is Part.SWITCH or (worked and segment.is_work):
            return
        if segment.part is Part.REST:
            continue
        worked = worked or segment.is_work
        yield _shortened(segment) if segment.is_work else segment


def _shortened(work: Segment) -> Segment:
    if work.part is Part.REPEAT:
        turns = min(TURNS, work.repetitions)
        return replace(work, repetitions=turns, length=turns * work.repetition)
    written = sum((step.length for step in work.exercise.main), ZERO)
    length = min(written or work.length, LONGEST, work.length)
    share = length / work.length
    cues = tuple(replace(cue, at=cue.at * share) for cue in work.cues)
    return replace(work, length=length, cues=cues)
