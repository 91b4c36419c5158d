from dataclasses import replace
from datetime import timedelta

import pytest

from psoas_break.domain.dose import Breaths, Count, Hold, Repetitions, Tip
from psoas_break.domain.exercise import (
    Kind,
    Loop,
    Place,
    kind_name,
    kit_name,
    place_name,
)
from tests.domain.samples import LIFT, MARCH, SIT, STRETCH, WALK, seconds, span


@pytest.mark.parametrize("ends", [(0, 1, 2), (3, 2, 4), (1, 5, 4)])
def test_a_span_needs_its_ends_in_order(ends: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="least <= usual <= most"):
        span(*ends)


@pytest.mark.parametrize("ends", [(0, 1, 2), (3, 2, 4), (1, 5, 4)])
def test_a_count_needs_its_ends_in_order(ends: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="least <= usual <= most"):
        Count(*ends)


@pytest.mark.parametrize("loop", [None, Loop(steps=())])
def test_repetitions_need_a_loop_that_takes_time(loop: Loop | None) -> None:
    with pytest.raises(ValueError, match="need a loop"):
        replace(MARCH, loop=loop)


@pytest.mark.parametrize("exercise", [STRETCH, WALK, SIT])
def test_only_repetitions_have_a_loop(exercise: object) -> None:
    with pytest.raises(ValueError, match="only a dose of repetitions"):
        replace(exercise, loop=MARCH.loop)  # type: ignore[type-var]


def test_a_dose_has_one_set_unless_said() -> None:
    doses = (
        Hold(amount=span(1, 2, 3)),
        Repetitions(amount=Count(1, 2, 3)),
        Breaths(amount=Count(1, 2, 3)),
    )
    assert [(dose.sets, dose.rest) for dose in doses] == [(1, timedelta())] * 3


def test_only_the_chair_alone_is_seated() -> None:
    either = replace(SIT, places=(Place.CHAIR, Place.DESK))
    assert [e.seated for e in (SIT, either, STRETCH)] == [True, False, False]


def test_the_cues_are_the_written_steps_in_order() -> None:
    assert LIFT.cues == ("Sit back.", "Up.", "Down.", "Shake out.")


def test_an_exercise_without_steps_has_no_cues() -> None:
    assert replace(WALK, main=(), dose=Tip()).cues == ()


def test_a_repetition_takes_as_long_as_its_steps() -> None:
    assert LIFT.loop is not None
    assert LIFT.loop.length == seconds(5)


def test_every_kind_and_place_has_a_name() -> None:
    names = [kind_name(kind) for kind in Kind] + [place_name(place) for place in Place]
    assert len(set(names)) == len(Kind) + len(Place)


def test_kit_nobody_knows_is_called_what_the_file_says() -> None:
    assert (kit_name("rowing-machine"), kit_name("mat")) == ("rowing machine", "a mat")
