"""Stories of behaviour 3.3 and 3.5: presumed away, back, and what overlaps."""

from datetime import timedelta

import pytest

from psoas_break.domain.absence import Certain
from psoas_break.domain.events import (
    CauseEnded,
    LeftForSure,
    Slept,
    Touched,
)
from psoas_break.domain.settings import Reminders
from tests.scenes import at_work
from tests.world import World


@pytest.mark.parametrize(
    ("seconds", "sat", "gone_since"),
    [
        (179, 12.983, ""),  # reading
        (180, 13, "09:10:00"),
        (299, 13, "09:10:00"),  # the clock stands still
        (300, 0, "09:10:00"),  # a natural break
    ],
)
def test_missing_input_is_sitting_then_nothing_then_a_break(
    seconds: float, sat: float, gone_since: str
) -> None:
    world = at_work(minutes=10)
    world.rests_hands(seconds=seconds)
    assert (world.sat_minutes, world.gone_since) == (sat, gone_since)


def test_a_short_presumed_absence_repays_nothing() -> None:
    world = at_work(minutes=10)
    world.rests_hands(minutes=4)
    world.types(seconds=10)
    assert world.sat_minutes == 13.083


def test_away_after_must_be_shorter_than_a_natural_break() -> None:
    with pytest.raises(ValueError, match="away after"):
        Reminders(away_after=timedelta(minutes=5), natural_break=timedelta(minutes=5))


def test_an_absence_starts_at_the_last_input_if_idle_had_reached_away_after() -> None:
    world = at_work(minutes=10)
    world.rests_hands(minutes=3)
    world.locks(minutes=2)
    assert world.log == ["09:15:00 natural break 09:10:00-09:15:00 absence"]


def test_an_absence_starts_at_the_lock_if_it_had_not() -> None:
    world = at_work(minutes=10)
    world.rests_hands(minutes=2)
    world.locks(minutes=5)
    assert world.log == ["09:17:00 natural break 09:12:00-09:17:00 absence"]


def test_under_a_natural_break_only_the_certain_part_repays() -> None:
    world = at_work(minutes=20)
    world.rests_hands(minutes=3, seconds=30)
    world.locks(minutes=1)
    assert world.sat_minutes == 19


def test_signs_that_overlap_count_once() -> None:
    world = at_work(minutes=20)
    world.happens(LeftForSure(Certain.SCREEN_OFF))
    world.rests_hands(seconds=30)
    world.happens(LeftForSure(Certain.LOCKED))
    world.rests_hands(seconds=30)
    world.happens(CauseEnded(Certain.SCREEN_OFF))
    world.rests_hands(seconds=30)
    world.happens(CauseEnded(Certain.LOCKED))
    assert world.sat_minutes == 14


def test_an_unlock_proves_that_every_other_sign_is_over() -> None:
    world = at_work(minutes=20)
    world.happens(LeftForSure(Certain.SCREEN_OFF))
    world.locks(minutes=1)
    assert world.gone_since == ""


def test_a_sleep_and_the_wait_for_input_after_it_are_one_absence() -> None:
    world = at_work(minutes=20)
    world.sleeps(minutes=3)
    world.rests_hands(minutes=3)
    world.types(seconds=10)
    assert world.log == ["09:26:10 natural break 09:20:00-09:26:05 absence"]


def test_a_sleep_told_twice_counts_once() -> None:
    world = at_work(minutes=20)
    since = world.at
    world.locks(minutes=1)
    world.happens(Slept(since))
    assert (world.gone_since, world.sat_minutes) == ("", 16)


def test_a_sleep_told_twice_while_away_repays_once() -> None:
    world = at_work(minutes=20)
    since = world.at
    world.happens(LeftForSure(Certain.ASLEEP))
    world.at = world.at.later(timedelta(minutes=1))
    world.happens(CauseEnded(Certain.ASLEEP))
    world.happens(Slept(since))
    world.happens(Touched())
    assert world.sat_minutes == 16


def test_the_end_of_a_sign_nobody_knew_of_changes_nothing() -> None:
    world = at_work(minutes=10)
    world.rests_hands(minutes=4)
    world.happens(CauseEnded(Certain.SCREEN_OFF))
    assert world.gone_since == "09:10:00"


def test_at_the_desk_the_end_of_a_sign_changes_nothing() -> None:
    world = at_work(minutes=10)
    world.happens(CauseEnded(Certain.LOCKED))
    assert world.sat_minutes == 10


def test_the_return_is_looked_for_every_five_seconds() -> None:
    world = at_work(minutes=10)
    world.rests_hands(minutes=6)
    so_far = len(world.looks)
    world.rests_hands(seconds=15)
    assert world.looks[so_far:] == ["09:16:05", "09:16:10", "09:16:15"]


def test_where_the_desktop_tells_of_a_return_nobody_looks_for_it() -> None:
    world = World("09:00", told_of_return=True)
    world.types(minutes=10)
    world.rests_hands(minutes=6)
    so_far = len(world.looks)
    world.rests_hands(hours=8)
    assert world.looks[so_far:] == []


def test_nobody_looks_for_a_return_behind_the_lock_screen() -> None:
    world = at_work(minutes=10)
    world.happens(LeftForSure(Certain.LOCKED))
    world.rests_hands(minutes=6)
    so_far = len(world.looks)
    world.rests_hands(hours=8)
    assert world.looks[so_far:] == []


def test_while_typing_idle_is_looked_at_only_when_it_could_matter() -> None:
    world = at_work(minutes=12)
    assert world.looks == ["09:00:00", "09:03:00", "09:06:00", "09:09:00", "09:12:00"]
