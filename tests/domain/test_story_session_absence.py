"""Stories of behaviour 3.6: a lock in a guided break, and the walk after it."""

from datetime import timedelta

from psoas_break.domain.absence import Certain
from psoas_break.domain.events import (
    CauseEnded,
    LeftForSure,
    SessionBegan,
    SessionHeld,
    SessionOver,
    StandingSet,
)
from tests.scenes import at_work, does, prompted
from tests.world import World

MINUTE = timedelta(minutes=1)


def test_a_lock_inside_a_session_is_an_absence_from_the_lock() -> None:
    world = at_work(minutes=20)
    world.clicks(SessionBegan(seated=True))
    world.rests_hands(minutes=1)
    world.locks(minutes=1)
    assert world.sat_minutes == 16.8


def test_it_may_clear_the_clock() -> None:
    world = at_work(minutes=20)
    world.clicks(SessionBegan(seated=True))
    world.rests_hands(minutes=1)
    world.locks(minutes=5)
    assert world.sat_minutes == 0


def test_no_natural_break_overlaps_a_session_with_something_held() -> None:
    world = at_work(minutes=20)
    world.clicks(SessionBegan(seated=False))
    world.rests_hands(seconds=30)
    world.happens(SessionHeld(timedelta(seconds=20)))
    world.locks(minutes=10)
    assert world.log == []


def test_nor_one_that_outlasts_the_session() -> None:
    world = at_work(minutes=20)
    world.clicks(SessionBegan(seated=True))
    world.rests_hands(seconds=30)
    world.happens(LeftForSure(Certain.LOCKED))
    world.rests_hands(minutes=10)
    world.happens(SessionOver(finished=False, active=timedelta(seconds=20)))
    world.rests_hands(minutes=10)
    world.happens(CauseEnded(Certain.LOCKED))
    assert world.log == []


def test_one_with_nothing_held_is_recorded() -> None:
    world = at_work(minutes=20)
    world.clicks(SessionBegan(seated=False))
    world.locks(minutes=10)
    assert world.log == ["09:30:00 natural break 09:20:00-09:30:00 absence"]


def test_and_taken_back_if_something_is_held_in_it_after_all() -> None:
    world = at_work(minutes=20)
    world.clicks(SessionBegan(seated=False))
    world.locks(minutes=10)
    world.rests_hands(minutes=1)
    world.clicks(SessionOver(finished=True, active=MINUTE))
    assert world.log[1:] == ["09:31:00 void natural break"]


def test_a_prompt_that_was_started_has_not_walked_away() -> None:
    world = prompted()
    world.clicks(SessionBegan(seated=False))
    world.locks(minutes=10)
    assert "walked away" not in " ".join(world.log)


def test_an_absence_in_a_session_cannot_be_taken_for_sitting() -> None:
    world = at_work(minutes=20)
    world.clicks(SessionBegan(seated=True))
    world.sleeps(seconds=10)
    world.rests_hands(minutes=10)
    world.types(minutes=1)
    assert not world.situation.can_say_was_sitting


# After it


def test_after_a_session_that_cleared_the_clock_we_are_away() -> None:
    world = at_work(minutes=20)
    does(world, seated=False, seconds=120, finished=True)
    assert world.situation.state == "away"


def test_it_starts_at_the_first_return() -> None:
    world = at_work(minutes=20)
    does(world, seated=False, seconds=120, finished=True)
    world.rests_hands(minutes=8)
    world.presses()
    world.rests_hands(seconds=20)
    world.presses()
    world.rests_hands(minutes=2)
    assert world.sat_minutes == 2.333


def test_inputs_within_five_seconds_of_its_end_are_no_return() -> None:
    world = World("09:00", told_of_return=True)
    world.types(minutes=20)
    does(world, seated=False, seconds=120, finished=True)
    world.types(seconds=4)
    world.rests_hands(minutes=5)
    assert world.situation.state == "away"


def test_a_click_within_five_seconds_of_its_end_is_no_return() -> None:
    world = at_work(minutes=20)
    does(world, seated=False, seconds=120, finished=True)
    world.rests_hands(seconds=4)
    world.clicks(StandingSet(on=False))
    assert world.situation.state == "away"


def test_that_walk_is_not_recorded_again() -> None:
    world = at_work(minutes=20)
    does(world, seated=False, seconds=120, finished=True)
    world.rests_hands(minutes=8)
    world.types(minutes=1)
    assert world.log == []


def test_a_lock_on_that_walk_is_part_of_it() -> None:
    world = at_work(minutes=20)
    does(world, seated=False, seconds=120, finished=True)
    world.locks(minutes=8)
    world.types(minutes=1)
    assert (world.log, world.sat_minutes) == ([], 1)


def test_a_session_that_ends_behind_the_lock_leaves_a_walk() -> None:
    world = at_work(minutes=20)
    world.clicks(SessionBegan(seated=False))
    world.rests_hands(minutes=2)
    world.happens(LeftForSure(Certain.LOCKED))
    world.rests_hands(minutes=10)
    world.happens(SessionOver(finished=False, active=2 * MINUTE))
    world.rests_hands(minutes=10)
    world.happens(CauseEnded(Certain.LOCKED))
    world.types(minutes=1)
    assert (world.log, world.sat_minutes) == ([], 1)


def test_a_break_started_by_a_script_is_no_return() -> None:
    world = at_work()
    world.rests_hands(minutes=6)
    world.happens(SessionBegan(seated=False))
    assert world.log == []


def test_one_started_by_a_typed_command_is() -> None:
    world = at_work()
    world.rests_hands(minutes=6)
    world.presses()
    world.rests_hands(seconds=5)
    world.happens(SessionBegan(seated=False))
    assert world.log == ["09:26:05 natural break 09:20:00-09:26:00 absence"]


def test_what_ended_before_the_session_does_not_overlap_it() -> None:
    world = at_work()
    world.rests_hands(minutes=6)
    world.presses()
    world.happens(SessionBegan(seated=False))
    world.rests_hands(seconds=10)
    world.types(seconds=10)
    world.clicks(SessionOver(finished=True, active=MINUTE))
    assert len(world.log) == 1
