"""Stories of behaviour 3.6: what a guided break does to clock and prompt."""

from datetime import timedelta

import pytest

from psoas_break.domain.events import (
    SessionBegan,
    SessionOver,
    Skipped,
)
from tests.scenes import at_work, does, prompted

MINUTE = timedelta(minutes=1)


# The clock


def test_the_clock_stands_still_in_a_standing_session() -> None:
    world = at_work(minutes=20)
    world.clicks(SessionBegan(seated=False))
    world.rests_hands(seconds=50)
    assert world.sat_minutes == 20


def test_it_runs_in_a_seated_session() -> None:
    world = at_work(minutes=20)
    world.clicks(SessionBegan(seated=True))
    world.rests_hands(minutes=4)
    assert world.sat_minutes == 24


def test_in_a_session_missing_input_means_nothing() -> None:
    world = at_work(minutes=20)
    world.clicks(SessionBegan(seated=True))
    world.rests_hands(minutes=10)
    assert (world.gone_since, world.sat_minutes) == ("", 30)


def test_nor_does_it_afterwards() -> None:
    world = at_work(minutes=20)
    world.clicks(SessionBegan(seated=True))
    world.rests_hands(minutes=10)
    world.happens(SessionOver(finished=True, active=10 * MINUTE))
    world.rests_hands(minutes=2)
    assert (world.gone_since, world.sat_minutes) == ("", 32)


@pytest.mark.parametrize(
    ("seated", "seconds", "finished", "sat"),
    [
        (False, 40, True, 0),
        (False, 60, False, 0),
        (False, 59, False, 0.333),
        (False, 15, False, 15),
        (True, 15, False, 20.25),
        (True, 60, True, 21),
    ],
)
def test_a_standing_session_clears_it_or_repays_its_share_of_a_minute(
    seconds: float, sat: float, *, seated: bool, finished: bool
) -> None:
    world = at_work(minutes=20)
    does(world, seated=seated, seconds=seconds, finished=finished)
    assert world.sat_minutes == sat


def test_and_the_same_share_of_the_base() -> None:
    world = prompted()
    world.clicks(Skipped())
    world.types(minutes=5)
    base = world.state.base
    does(world, seated=False, seconds=15)
    assert world.state.base == base * 0.75


def test_it_writes_the_bout_that_ended() -> None:
    world = at_work(minutes=20)
    does(world, seated=False, seconds=120, finished=True)
    assert world.bouts == ["09:00-09:20"]
