"""Stories of behaviour 3.5: what counts as back, and what does not."""

from datetime import timedelta

import pytest

from psoas_break.domain.absence import Certain
from psoas_break.domain.events import (
    CauseEnded,
    LeftForSure,
    QuietBegan,
    StandingSet,
    TimePassed,
)
from psoas_break.domain.quiet import Reason
from tests.scenes import at_work
from tests.world import World


def test_back_means_two_inputs_and_the_absence_ends_at_the_first() -> None:
    world = at_work(minutes=10)
    world.rests_hands(minutes=6)
    world.presses()
    world.rests_hands(seconds=20)
    world.presses()
    world.rests_hands(seconds=5)
    assert world.log == ["09:16:25 natural break 09:10:00-09:16:00 absence"]


def test_one_bump_of_the_desk_is_no_return() -> None:
    world = at_work(minutes=10)
    world.rests_hands(minutes=6)
    world.presses()
    world.rests_hands(minutes=6)
    assert (world.gone_since, world.log) == ("09:10:00", [])


def test_a_second_input_after_more_than_a_minute_is_a_bump_of_its_own() -> None:
    world = at_work(minutes=10)
    world.rests_hands(minutes=6)
    world.presses()
    world.rests_hands(seconds=61)
    world.presses()
    world.rests_hands(seconds=10)
    assert world.gone_since == "09:10:00"


@pytest.mark.parametrize(
    ("seconds", "back"),
    [(0.9, False), (1, True), (60, True), (60.1, False)],
)
def test_the_second_input_comes_one_to_sixty_seconds_later(
    seconds: float, *, back: bool
) -> None:
    world = World("09:00", told_of_return=True)
    world.types(minutes=10)
    world.rests_hands(minutes=6)
    world.happens(TimePassed(timedelta()))
    world.at = world.at.later(timedelta(seconds=seconds))
    world.happens(TimePassed(timedelta()))
    assert (world.gone_since == "") is back


def test_an_unlock_is_a_return_by_itself() -> None:
    world = at_work(minutes=10)
    world.locks(minutes=6)
    assert world.gone_since == ""


def test_input_on_the_lock_screen_is_no_return() -> None:
    world = at_work(minutes=10)
    world.happens(LeftForSure(Certain.LOCKED))
    world.rests_hands(minutes=4)
    world.types(minutes=2)
    assert world.gone_since == "09:10:00"


def test_input_before_the_unlock_is_no_return_after_it() -> None:
    world = at_work(minutes=10)
    world.happens(LeftForSure(Certain.SCREEN_OFF))
    world.rests_hands(minutes=1)
    world.types(seconds=20)
    world.happens(CauseEnded(Certain.SCREEN_OFF))
    world.rests_hands(seconds=20)
    assert world.gone_since == "09:10:00"


def test_waking_up_is_no_return_without_input() -> None:
    world = at_work(minutes=10)
    world.sleeps(minutes=2)
    world.rests_hands(minutes=4)
    assert world.gone_since == "09:10:00"


def test_a_click_in_our_own_windows_is_a_return() -> None:
    world = at_work(minutes=10)
    world.rests_hands(minutes=6)
    world.clicks(StandingSet(on=False))
    assert world.gone_since == ""


def test_a_click_is_the_second_of_two_inputs() -> None:
    world = at_work(minutes=10)
    world.rests_hands(minutes=4, seconds=50)
    world.presses()
    world.rests_hands(seconds=20)
    world.clicks(StandingSet(on=False))
    world.types(minutes=1)
    assert (world.log, world.sat_minutes) == ([], 14.333)


def test_a_call_that_starts_is_the_second_of_two_as_well() -> None:
    world = at_work(minutes=10)
    world.rests_hands(minutes=4, seconds=50)
    world.presses()
    world.rests_hands(seconds=20)
    world.happens(QuietBegan(Reason.MICROPHONE))
    world.rests_hands(minutes=1)
    assert (world.log, world.sat_minutes) == ([], 14.333)


def test_a_click_long_after_a_bump_is_a_return_of_its_own() -> None:
    world = at_work(minutes=10)
    world.rests_hands(minutes=6)
    world.presses()
    world.rests_hands(minutes=2)
    world.clicks(StandingSet(on=False))
    assert world.log == ["09:18:00 natural break 09:10:00-09:18:00 absence"]


def test_a_command_over_the_socket_is_no_return() -> None:
    world = at_work(minutes=10)
    world.rests_hands(minutes=4)
    world.happens(StandingSet(on=True))
    assert world.gone_since == "09:10:00"


def test_while_a_first_input_waits_for_its_second_nothing_is_cleared() -> None:
    world = at_work(minutes=10)
    world.rests_hands(minutes=4, seconds=55)
    world.presses()
    world.rests_hands(seconds=50)
    assert world.sat_minutes == 13


def test_a_return_just_before_a_natural_break_is_none() -> None:
    world = at_work(minutes=10)
    world.rests_hands(minutes=4, seconds=55)
    world.presses()
    world.rests_hands(seconds=50)
    world.types(seconds=10)
    assert (world.log, world.sat_minutes) == ([], 14)


def test_if_no_second_input_comes_it_is_cleared_then() -> None:
    world = at_work(minutes=10)
    world.rests_hands(minutes=4, seconds=55)
    world.presses()
    world.rests_hands(seconds=65)
    assert (world.sat_minutes, world.gone_since) == (0, "09:10:00")
