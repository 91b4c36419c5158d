"""Stories of *I just moved* (behaviour 3.7)."""

from datetime import timedelta

from psoas_break.domain.events import (
    Moved,
    Refusal,
    SatOn,
    SnoozeAsked,
    StandingSet,
    Undone,
)
from tests.scenes import at_work


def test_just_moved_clears_the_clock() -> None:
    world = at_work(minutes=20)
    world.clicks(Moved())
    world.types(minutes=1)
    assert world.sat_minutes == 1


def test_just_moved_is_recorded_as_a_natural_break() -> None:
    world = at_work(minutes=20)
    world.clicks(Moved())
    assert world.log == ["09:20:00 natural break 09:20:00-09:20:00 moved"]


def test_just_moved_answers_the_prompt() -> None:
    world = at_work(minutes=46)
    world.clicks(Moved())
    assert "09:46:00 moved" in world.log


def test_walking_away_after_it_is_a_natural_break_of_its_own() -> None:
    world = at_work(minutes=20)
    world.clicks(Moved())
    world.locks(minutes=6)
    keys = {record.key for record in world.records}
    assert len(keys) == len(world.records)


def test_just_moved_can_be_undone() -> None:
    world = at_work(minutes=20)
    world.clicks(Moved())
    world.types(seconds=9)
    world.clicks(Undone())
    assert world.log[1:] == ["09:20:09 void natural break"]


def test_undone_the_clock_reads_as_if_nothing_had_been() -> None:
    world = at_work(minutes=20)
    world.clicks(Moved())
    world.types(seconds=9)
    world.clicks(Undone())
    world.types(minutes=1)
    assert world.sat_minutes == 21.15


def test_undone_the_bout_goes_on() -> None:
    world = at_work(minutes=20)
    world.clicks(Moved())
    world.clicks(Undone())
    world.types(minutes=10)
    world.locks(minutes=5)
    assert world.bouts == ["09:00-09:30"]


def test_undone_the_counts_return() -> None:
    world = at_work(minutes=46)
    world.clicks(SnoozeAsked(timedelta(minutes=5)))
    world.clicks(Moved())
    world.clicks(Undone())
    assert world.state.snoozes == 1


def test_after_ten_seconds_it_stands() -> None:
    world = at_work(minutes=20)
    world.clicks(Moved())
    world.types(seconds=10)
    assert world.clicks(Undone()) is Refusal.NOTHING_TO_UNDO


def test_said_while_presumed_away_it_stands_for_the_absence() -> None:
    world = at_work(minutes=20)
    world.rests_hands(minutes=4)
    world.happens(Moved())
    world.rests_hands(minutes=4)
    world.types(minutes=1)
    assert world.log == ["09:24:00 natural break 09:24:00-09:24:00 moved"]


def test_what_was_before_it_cannot_be_regretted() -> None:
    world = at_work(minutes=20)
    world.rests_hands(minutes=4)
    world.happens(Moved())
    world.types(minutes=1)
    world.clicks(SatOn())
    assert world.sat_minutes < 20


def test_undone_while_standing_the_bout_goes_on_as_well() -> None:
    world = at_work(minutes=20)
    world.clicks(StandingSet(on=True))
    world.types(minutes=2)
    world.clicks(Moved())
    world.clicks(Undone())
    world.clicks(StandingSet(on=False))
    world.types(minutes=8)
    world.locks(minutes=6)
    assert world.bouts == ["09:00-09:30"]
