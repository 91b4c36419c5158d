"""Stories of behaviour 3.9: what a restart finds, and what the gap was."""

from datetime import timedelta

import pytest

from psoas_break.domain.absence import Certain
from psoas_break.domain.events import (
    InhibitorBegan,
    LeftForSure,
    SatOn,
    SnoozeAsked,
)
from psoas_break.domain.prompt import Snoozed
from tests.scenes import at_work

MINUTE = timedelta(minutes=1)


# The gap in the same run of the machine


@pytest.mark.parametrize(("minutes", "sat"), [(2, 22), (4, 23), (5, 0)])
def test_the_gap_is_sitting_up_to_away_after_then_nothing_then_a_break(
    minutes: float, sat: float
) -> None:
    world = at_work()
    world.restarts(minutes=minutes)
    assert world.sat_minutes == sat


def test_a_natural_break_of_a_gap_is_no_break_taken() -> None:
    world = at_work()
    world.restarts(minutes=10)
    world.types(minutes=1)
    assert world.log == []


def test_but_it_answers_an_open_prompt() -> None:
    world = at_work(45.5)
    world.restarts(minutes=10)
    assert world.log[-1] == "09:55:30 walked away"


def test_who_sat_through_a_gap_can_say_so() -> None:
    world = at_work()
    world.restarts(minutes=10)
    world.clicks(SatOn())
    assert world.sat_minutes == 30


def test_killed_the_gap_counts_from_the_last_look() -> None:
    world = at_work()
    world.restarts(minutes=2, killed=True)
    assert world.sat_minutes == 21


def test_killed_and_started_at_once_nothing_is_lost() -> None:
    world = at_work()
    world.restarts(seconds=30, killed=True)
    assert world.sat_minutes == 20.5


def test_a_gap_does_not_count_as_missing_input() -> None:
    world = at_work()
    world.happens(InhibitorBegan())
    world.rests_hands(minutes=20)
    world.restarts(minutes=1)
    world.rests_hands(minutes=2)
    assert (world.gone_since, world.sat_minutes) == ("", 43)


def test_who_was_away_still_is() -> None:
    world = at_work()
    world.rests_hands(minutes=4)
    world.restarts(seconds=10)
    world.rests_hands(minutes=1)
    assert (world.gone_since, world.sat_minutes) == ("09:20:00", 0)


def test_a_natural_break_around_a_short_gap_is_recorded_once() -> None:
    world = at_work()
    world.rests_hands(minutes=10)
    world.restarts(seconds=10)
    world.rests_hands(minutes=10)
    world.types(minutes=1)
    assert world.log == ["09:40:20 natural break 09:20:00-09:40:15 absence"]


def test_an_absence_that_became_a_natural_break_in_the_gap_is_not_recorded() -> None:
    world = at_work()
    world.rests_hands(minutes=4)
    world.restarts(minutes=10)
    world.types(minutes=1)
    assert (world.log, world.sat_minutes) == ([], 0.917)


def test_a_lock_is_asked_for_anew() -> None:
    world = at_work()
    world.happens(LeftForSure(Certain.LOCKED))
    world.rests_hands(minutes=1)
    world.restarts(seconds=10)
    world.types(seconds=20)
    assert world.gone_since == ""


def test_of_a_lock_what_the_app_saw_repays() -> None:
    world = at_work()
    world.happens(LeftForSure(Certain.LOCKED))
    world.rests_hands(minutes=1)
    world.restarts(seconds=10)
    world.types(seconds=20)
    assert world.sat_minutes == 16.25


# The gap of a reboot


@pytest.mark.parametrize(("minutes", "sat"), [(1, 16), (5, 0), (-60, 20)])
def test_after_a_reboot_the_gap_is_a_certain_absence_and_never_below_zero(
    minutes: float, sat: float
) -> None:
    world = at_work()
    world.restarts(minutes=minutes, same_boot=False)
    assert world.sat_minutes == sat


def test_a_natural_break_of_a_reboot_is_no_break_taken() -> None:
    world = at_work()
    world.restarts(minutes=30, same_boot=False)
    world.types(minutes=1)
    assert world.log == []


def test_a_lunch_with_a_reboot_in_it_is_recorded() -> None:
    world = at_work()
    world.rests_hands(minutes=10)
    world.restarts(minutes=2, same_boot=False)
    assert world.log == ["09:32:00 natural break 09:20:00-09:32:00 absence"]


def test_after_a_reboot_a_snooze_ends_when_it_was_to() -> None:
    world = at_work(45.5)
    world.happens(SnoozeAsked(5 * MINUTE))
    world.restarts(seconds=30, same_boot=False)
    ask = world.state.ask
    assert isinstance(ask, Snoozed)
    assert ask.ready - world.at == 4.5 * MINUTE
