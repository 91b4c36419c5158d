"""Stories of behaviour 3.1, 3.2 and 3.10: what runs the clock, and what clears it."""

from datetime import timedelta

import pytest

from psoas_break.domain.events import (
    InhibitorBegan,
    PauseSet,
    QuietBegan,
    QuietEnded,
    Skipped,
    SnoozeAsked,
)
from psoas_break.domain.hours import WorkingHours
from psoas_break.domain.quiet import Pause, Reason
from psoas_break.domain.settings import Reminders, Settings
from tests.scenes import at_work
from tests.world import World


def test_it_runs_while_you_are_at_the_desk() -> None:
    world = at_work(minutes=12)
    world.rests_hands(minutes=2)
    assert world.sat_minutes == 14


def test_a_pause_does_not_clear_it() -> None:
    world = at_work(minutes=20)
    world.happens(PauseSet(Pause(world.at)))
    world.types(minutes=30)
    world.happens(PauseSet(None))
    assert world.sat_minutes == 50


@pytest.mark.parametrize("reason", list(Reason))
def test_no_quiet_reason_clears_it(reason: Reason) -> None:
    world = at_work(minutes=20)
    world.happens(QuietBegan(reason))
    world.types(minutes=10)
    world.happens(QuietEnded(reason))
    assert world.sat_minutes == 30


def test_off_hours_do_not_clear_it() -> None:
    world = World("17:40", settings=Settings(hours=WorkingHours(enabled=True)))
    world.types(minutes=40)
    assert world.sat_minutes == 40


def test_skip_and_snooze_leave_it_alone() -> None:
    world = at_work(minutes=46)
    world.happens(SnoozeAsked(timedelta(minutes=5)))
    world.types(minutes=1)
    world.happens(Skipped())
    assert world.sat_minutes == 47


def test_a_natural_break_is_recorded_once_on_return_with_start_and_end() -> None:
    world = at_work(minutes=20)
    world.locks(minutes=6)
    world.types(minutes=5)
    assert world.log == ["09:26:00 natural break 09:20:00-09:26:00 absence"]


def test_a_natural_break_clears_it_whatever_it_reads() -> None:
    world = World("09:00")
    world.happens(QuietBegan(Reason.DO_NOT_DISTURB))
    world.types(hours=6)
    world.locks(minutes=5)
    assert world.sat_minutes == 0


def test_the_length_of_a_natural_break_is_a_setting() -> None:
    patient = Settings(reminders=Reminders(natural_break=timedelta(minutes=20)))
    world = at_work(minutes=20, settings=patient)
    world.locks(minutes=10)
    assert world.sat_minutes == 10


@pytest.mark.parametrize(
    ("seconds", "left"), [(1, 29.9), (10, 29), (60, 24), (299, 0.1), (300, 0)]
)
def test_an_absence_for_sure_repays_its_share_of_a_natural_break(
    seconds: float, left: float
) -> None:
    world = at_work(minutes=30)
    world.locks(seconds=seconds)
    assert world.sat_minutes == left


def test_nothing_is_recorded_of_a_short_absence() -> None:
    world = at_work(minutes=20)
    world.locks(minutes=2)
    world.types(minutes=1)
    assert world.log == []


def test_each_short_absence_repays_its_share_of_what_the_clock_read_then() -> None:
    world = at_work(minutes=20)
    world.locks(minutes=1)
    world.types(minutes=4)
    world.locks(minutes=1)
    assert world.sat_minutes == 16


def test_what_is_repaid_of_the_clock_is_repaid_of_the_base() -> None:
    world = at_work(minutes=45)
    world.happens(Skipped())
    world.types(minutes=5)
    world.locks(minutes=1)
    assert (world.sat_minutes, world.state.base) == (40, timedelta(minutes=36))


def test_a_natural_break_across_four_in_the_morning_clears_it() -> None:
    world = World("03:30")
    world.types(minutes=25)
    world.locks(minutes=10)
    assert world.sat_minutes == 0


def test_a_natural_break_across_four_in_the_morning_is_no_break_taken() -> None:
    world = World("03:30")
    world.types(minutes=25)
    world.locks(minutes=10)
    world.types(minutes=1)
    assert world.log == []


def test_setting_the_wall_clock_back_changes_no_sitting_time() -> None:
    world = at_work(minutes=20)
    world.sets_the_wall_clock(hours=-1)
    world.types(minutes=20)
    assert world.sat_minutes == 40


def test_setting_the_wall_clock_back_changes_no_natural_break() -> None:
    world = at_work(minutes=20)
    world.rests_hands(minutes=3)
    world.sets_the_wall_clock(hours=-1)
    world.rests_hands(minutes=3)
    world.types(minutes=1)
    assert world.log == ["08:26:10 natural break 09:20:00-09:26:05 absence"]


def test_setting_the_wall_clock_back_changes_no_wait_for_the_prompt() -> None:
    world = at_work(minutes=20)
    world.sets_the_wall_clock(hours=-1)
    world.types(minutes=26)
    assert world.prompts == ["08:45:00 prompt after 45 min"]


def test_a_pause_for_an_hour_is_an_hour_whatever_the_wall_clock_does() -> None:
    world = World("09:00")
    end = world.at.later(timedelta(hours=1))
    world.happens(PauseSet(Pause(world.at, until=end)))
    world.sets_the_wall_clock(hours=2)
    world.types(minutes=59)
    assert world.state.pause is not None


def test_changing_to_summer_time_changes_no_sitting_time() -> None:
    world = World("2026-03-29T01:50")
    world.types(minutes=20)
    assert (world.sat_minutes, f"{world.at.wall:%H:%M}") == (20, "03:10")


def test_changing_to_winter_time_lengthens_no_natural_break() -> None:
    world = World("2026-10-25T02:30")
    world.types(minutes=27)
    world.locks(minutes=6)
    assert world.log == ["02:03:00 natural break 02:57:00-02:03:00 absence"]


def test_a_video_does_not_start_what_stands_still() -> None:
    world = at_work(minutes=10)
    world.rests_hands(minutes=4)
    world.happens(InhibitorBegan())
    assert world.sat_minutes == 13
