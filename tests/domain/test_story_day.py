"""Stories of the day: one reason that held back everything, 04:00, and the alarms."""

from datetime import timedelta

import pytest

from psoas_break.domain.events import (
    AskedAnyway,
    PauseSet,
    QuietBegan,
    QuietEnded,
    StandingSet,
)
from psoas_break.domain.hours import WorkingHours
from psoas_break.domain.quiet import Pause, Reason, on_the_clock, tomorrow
from psoas_break.domain.settings import Settings
from tests.scenes import at_work
from tests.world import World

DND = QuietBegan(Reason.DO_NOT_DISTURB)
LINE = "Breaks waited all day for Do not disturb"


def works(world: World, hours: float = 2) -> None:
    """Work, and go home until nine the next morning."""
    world.types(hours=hours)
    world.locks(hours=24 - hours)


def day_of_silence() -> World:
    """The morning after a day on which do not disturb held back everything."""
    world = World("09:00")
    world.happens(DND)
    works(world)
    return world


def test_if_one_reason_held_back_every_prompt_of_a_day_the_next_day_says_so() -> None:
    assert day_of_silence().situation.waited_all_day == LINE


def test_not_on_the_day_itself() -> None:
    world = World("09:00")
    world.happens(DND)
    world.types(hours=2)
    assert world.situation.waited_all_day == ""


def test_nor_on_the_day_after_the_next() -> None:
    world = day_of_silence()
    world.happens(QuietEnded(Reason.DO_NOT_DISTURB))
    works(world)
    assert world.situation.waited_all_day == ""


def test_not_if_a_prompt_came_through() -> None:
    world = at_work(minutes=50)
    world.locks(minutes=10)
    world.happens(DND)
    works(world)
    assert world.situation.waited_all_day == ""


def test_not_if_it_was_a_different_reason_each_time() -> None:
    world = World("09:00")
    world.happens(DND)
    world.types(hours=1)
    world.locks(minutes=10)
    world.happens(QuietEnded(Reason.DO_NOT_DISTURB))
    world.happens(QuietBegan(Reason.SCREEN_SHARE))
    works(world)
    assert world.situation.waited_all_day == ""


def test_of_several_reasons_the_one_that_was_always_there_is_named() -> None:
    world = World("09:00")
    world.happens(DND)
    world.happens(QuietBegan(Reason.SCREEN_SHARE))
    world.types(hours=1)
    world.locks(minutes=10)
    world.happens(QuietEnded(Reason.SCREEN_SHARE))
    works(world)
    assert world.situation.waited_all_day == LINE


def test_a_pause_of_a_whole_day_needs_no_line() -> None:
    world = World("09:00")
    world.happens(PauseSet(Pause(world.at)))
    works(world)
    assert world.situation.waited_all_day == ""


def test_ask_me_anyway_takes_the_line_away() -> None:
    world = day_of_silence()
    world.clicks(AskedAnyway())
    assert world.situation.waited_all_day == ""


def test_and_that_reason_holds_back_nothing_today() -> None:
    world = day_of_silence()
    world.clicks(AskedAnyway())
    world.types(minutes=46)
    assert len(world.prompts) == 1


def test_other_reasons_still_do() -> None:
    world = day_of_silence()
    world.clicks(AskedAnyway())
    world.happens(QuietBegan(Reason.CAMERA))
    world.types(minutes=46)
    assert world.prompts == []


def test_a_call_that_ends_meanwhile_still_has_its_aftermath() -> None:
    world = day_of_silence()
    world.clicks(AskedAnyway())
    world.happens(QuietBegan(Reason.CAMERA))
    world.rests_hands(minutes=50)
    world.happens(QuietEnded(Reason.CAMERA))
    world.rests_hands(minutes=1)
    assert world.prompts == ["09:50:30 prompt after 50.5 min"]


def test_tomorrow_it_holds_again() -> None:
    world = day_of_silence()
    world.clicks(AskedAnyway())
    works(world)
    so_far = len(world.prompts)
    world.types(minutes=50)
    assert world.prompts[so_far:] == []


def test_a_pause_until_tomorrow_ends_then() -> None:
    world = World("22:00")
    until = tomorrow(world.at.wall, WorkingHours())
    world.happens(PauseSet(Pause(world.at, wall=on_the_clock(until))))
    world.types(hours=7)
    assert world.prompts[0] == "04:05:30 prompt after 366 min"


def test_working_hours_begin_and_end_by_the_wall_clock() -> None:
    world = World("08:00", settings=Settings(hours=WorkingHours(enabled=True)))
    world.types(minutes=61)
    assert ("09:00:00" in world.looks, world.state.off_hours) == (True, False)


@pytest.mark.parametrize(
    ("hours", "looks"), [(WorkingHours(), 1), (WorkingHours(enabled=True), 3)]
)
def test_the_calendar_wakes_us_only_for_the_day_and_its_hours(
    hours: WorkingHours, looks: int
) -> None:
    world = World("08:00", settings=Settings(hours=hours), idle_known=False)
    world.happens(StandingSet(on=True))
    world.rests_hands(minutes=6)
    so_far = len(world.looks)
    world.rests_hands(hours=24)
    assert len(world.looks) - so_far == looks


def test_a_day_that_turns_while_the_machine_sleeps_turns_on_waking() -> None:
    world = World("22:00")
    world.sleeps(hours=10)
    assert world.state.day.date.isoformat() == "2026-03-03"


def test_a_clock_set_back_over_four_in_the_morning_turns_the_day_back() -> None:
    world = World("04:10")
    world.sets_the_wall_clock(hours=-1)
    world.types(minutes=4)
    assert world.state.day.date.isoformat() == "2026-03-01"


def test_setting_the_clock_forward_ends_a_pause_until_tomorrow() -> None:
    world = World("22:00")
    until = tomorrow(world.at.wall, WorkingHours())
    world.happens(PauseSet(Pause(world.at, wall=on_the_clock(until))))
    world.sets_the_wall_clock(hours=8)
    world.types(minutes=3)
    assert world.state.pause is None


def test_a_night_of_work_is_no_reason_for_a_line() -> None:
    world = World("03:00")
    world.types(hours=2)
    assert world.situation.waited_all_day == ""


def test_the_reason_that_was_waved_off_shows_in_no_line() -> None:
    world = day_of_silence()
    world.clicks(AskedAnyway())
    world.types(minutes=10)
    assert world.line == "Sitting 10 min · next break in 20 to 35 min"


def test_an_hour_is_an_hour_across_four_in_the_morning() -> None:
    world = World("03:30")
    world.happens(PauseSet(Pause(world.at, until=world.at.later(timedelta(hours=1)))))
    world.types(minutes=59)
    assert world.state.pause is not None
