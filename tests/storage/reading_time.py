"""How long a cue stands, and whether one can take it in meanwhile."""

from collections.abc import Iterator
from datetime import timedelta

from psoas_break.domain.exercise import Exercise
from psoas_break.domain.plan import timeline_for
from psoas_break.domain.routine import Catalogue
from psoas_break.domain.segments import Manner
from psoas_break.domain.timeline import Part, Segment

_WORDS_A_SECOND = 2.5
"""While moving one takes in about five words in two seconds."""


def hasty_cues(exercise: Exercise, catalogue: Catalogue) -> list[tuple[str, str]]:
    """Return the cues that are gone too soon, each with the routine it is in."""
    alone = filter(None, [catalogue.find(exercise.id)])
    return [
        (routine.id, text)
        for routine in (*catalogue.routines.values(), *alone)
        for segment in timeline_for(routine, catalogue, Manner()).segments
        if segment.exercise is exercise and segment.part is not Part.GET_READY
        for text, stays in _stays_of(segment)
        if _time_for(text) > stays + timedelta(milliseconds=1)
    ]


def _stays_of(segment: Segment) -> Iterator[tuple[str, timedelta]]:
    """Yield the words of a segment with the time they stand."""
    ends = (*(cue.at for cue in segment.cues[1:]), segment.length)
    for cue, end in zip(segment.cues, ends, strict=True):
        yield cue.text, end - cue.at


def _time_for(text: str) -> timedelta:
    """Return how long a text needs; a sign between two spaces is no word."""
    count = sum(any(map(str.isalnum, word)) for word in text.split())
    return timedelta(seconds=count / _WORDS_A_SECOND)
