"""A short showing of an exercise."""

from datetime import timedelta

import pytest

from psoas_break.domain.glimpse import LONGEST, glimpse_of
from psoas_break.domain.history import Side
from psoas_break.domain.timeline import Part
from tests.app.at_the_desk import ours

EXERCISES = ours().exercises
TIPS = {"sleep-pillow-under-knees", "varied-movement", "massage-referral"}


@pytest.mark.parametrize("what", EXERCISES.keys() - TIPS)
def test_it_is_short_and_shows_the_work_once(what: str) -> None:
    glimpse = glimpse_of(EXERCISES[what], Side.LEFT)
    assert glimpse is not None
    work = [segment for segment in glimpse.segments if segment.is_work]
    assert len(work) == 1
    assert glimpse.length <= LONGEST + timedelta(minutes=1)


def test_what_takes_longer_says_all_it_has_to_say_in_less_time() -> None:
    glimpse = glimpse_of(EXERCISES["half-kneeling-hip-flexor-stretch"], Side.LEFT)
    assert glimpse is not None
    work = next(segment for segment in glimpse.segments if segment.is_work)
    cues = [step.cue for step in work.exercise.main if step.cue]
    assert [cue.text for cue in work.cues if cue.at < work.length] == cues


@pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT])
def test_it_begins_on_the_side_that_was_asked_for(side: Side) -> None:
    glimpse = glimpse_of(EXERCISES["half-kneeling-hip-flexor-stretch"], side)
    assert glimpse is not None
    assert {segment.side for segment in glimpse.segments} == {side}


def test_turns_show_each_side_once() -> None:
    glimpse = glimpse_of(EXERCISES["standing-march"], Side.LEFT)
    assert glimpse is not None
    work = next(s for s in glimpse.segments if s.part is Part.REPEAT)
    assert work.repetitions == 2
    assert work.length == 2 * work.repetition


@pytest.mark.parametrize("what", sorted(TIPS))
def test_a_tip_has_nothing_to_show(what: str) -> None:
    assert glimpse_of(EXERCISES[what], Side.LEFT) is None
