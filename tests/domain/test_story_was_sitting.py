"""Stories of *I was sitting* (behaviour 3.3)."""

from datetime import timedelta

from psoas_break.domain.events import (
    Moved,
    QuietBegan,
    QuietEnded,
    Refusal,
    SatOn,
    SessionBegan,
    SessionOver,
    Skipped,
    SnoozeAsked,
    StandingSet,
)
from psoas_break.domain.prompt import Pending, Snoozed
from psoas_break.domain.quiet import Reason
from tests.scenes import at_work
from tests.world import World

FIVE = timedelta(minutes=5)


def reader(minutes: float = 10, *, types: float = 20) -> World:
    """Someone who typed, read without input, and types again."""
    world = World("09:00")
    world.types(minutes=types)
    world.rests_hands(minutes=minutes)
    world.types(minutes=1)
    return world


def test_it_restores_the_clock_with_the_absence_and_the_sitting_since() -> None:
    world = reader()
    world.clicks(SatOn())
    assert world.sat_minutes == 31


def test_it_restores_it_after_a_shorter_absence_too() -> None:
    world = reader(4)
    world.clicks(SatOn())
    assert world.sat_minutes == 25


def test_only_the_presumed_part_was_sitting() -> None:
    world = at_work(minutes=20)
    world.rests_hands(minutes=4)
    world.locks(minutes=3)
    world.clicks(SatOn())
    assert world.sat_minutes == 24


def test_it_voids_the_break() -> None:
    world = reader()
    world.clicks(SatOn())
    assert world.log == [
        "09:30:10 natural break 09:20:00-09:30:05 absence",
        "09:31:00 void natural break",
    ]


def test_it_voids_having_walked_away() -> None:
    world = reader(types=46)
    world.clicks(SatOn())
    assert world.log[-3:] == [
        "09:56:10 natural break 09:46:00-09:56:05 absence",
        "09:57:00 void prompt",
        "09:57:00 void natural break",
    ]


def test_it_restores_the_base() -> None:
    world = at_work(minutes=45)
    world.happens(Skipped())
    world.types(minutes=5)
    world.rests_hands(minutes=6)
    world.types(minutes=1)
    world.clicks(SatOn())
    assert world.state.base == timedelta(minutes=45)


def test_it_restores_the_counts() -> None:
    world = at_work(minutes=46)
    world.happens(SnoozeAsked(FIVE))
    world.rests_hands(minutes=6)
    world.types(minutes=1)
    world.clicks(SatOn())
    assert world.state.snoozes == 1


def test_it_restores_the_question() -> None:
    world = at_work(minutes=46)
    world.happens(SnoozeAsked(timedelta(minutes=15)))
    world.rests_hands(minutes=6)
    world.types(minutes=1)
    world.clicks(SatOn())
    assert isinstance(world.state.ask, Snoozed)


def test_a_question_that_was_on_screen_comes_again() -> None:
    world = World("09:00")
    world.types(minutes=45, seconds=30)
    world.rests_hands(minutes=6)
    world.types(minutes=1)
    world.clicks(SatOn())
    world.rests_hands(minutes=1)
    assert world.prompts[1:] == ["09:53:00 prompt after 53 min"]


def test_a_question_that_came_while_nobody_touched_a_key_was_seen() -> None:
    world = at_work(minutes=35)
    world.rests_hands(minutes=6)
    world.types(minutes=1)
    world.clicks(SatOn())
    ask = world.state.ask
    assert isinstance(ask, Pending)
    assert not ask.unseen


def test_it_acts_as_a_return() -> None:
    world = at_work(minutes=20)
    world.rests_hands(minutes=6)
    world.types(minutes=5)
    world.clicks(SatOn())
    world.rests_hands(minutes=1)
    assert world.prompts == ["09:31:30 prompt after 31.5 min"]


def test_a_prompt_of_the_time_since_is_taken_down() -> None:
    world = at_work(minutes=4, settings=World.often)
    world.rests_hands(minutes=6)
    world.types(minutes=8, seconds=30)
    world.clicks(SatOn())
    assert world.log[-3:] == [
        "09:18:30 void natural break",
        "09:18:30 lapsed",
        "09:18:30 goes",
    ]


def test_after_a_short_absence_the_question_stays_as_it_is() -> None:
    world = at_work(minutes=46)
    world.rests_hands(minutes=4)
    world.types(minutes=1)
    world.happens(SnoozeAsked(FIVE))
    snoozed = world.state.ask
    world.clicks(SatOn())
    assert (world.state.ask, world.state.snoozes) == (snoozed, 1)


def test_a_lock_since_the_return_is_not_taken_for_sitting() -> None:
    world = reader()
    world.locks(minutes=2)
    world.clicks(SatOn())
    assert world.sat_minutes == 30.633


def test_it_is_offered_for_fifteen_minutes_after_the_return() -> None:
    world = reader()
    world.types(minutes=14)
    assert world.situation.can_say_was_sitting


def test_the_offer_ends_after_fifteen_minutes() -> None:
    world = reader()
    world.types(minutes=14, seconds=6)
    assert not world.situation.can_say_was_sitting


def test_late_it_is_refused() -> None:
    world = reader()
    world.types(minutes=15)
    assert world.clicks(SatOn()) is Refusal.NO_ABSENCE


def test_without_an_absence_it_is_refused() -> None:
    assert World("09:00").clicks(SatOn()) is Refusal.NO_ABSENCE


def test_a_session_ends_the_offer() -> None:
    world = reader()
    world.clicks(SessionBegan(seated=True))
    world.clicks(SessionOver(finished=False, active=timedelta(seconds=5)))
    assert not world.situation.can_say_was_sitting


def test_skip_ends_the_offer() -> None:
    world = reader(4, types=46)
    world.clicks(Skipped())
    assert not world.situation.can_say_was_sitting


def test_just_moved_ends_the_offer() -> None:
    world = reader()
    world.clicks(Moved())
    assert not world.situation.can_say_was_sitting


def test_the_next_clear_ends_the_offer() -> None:
    world = reader()
    world.locks(minutes=5)
    assert not world.situation.can_say_was_sitting


def test_a_quiet_reason_does_not_end_the_offer() -> None:
    world = reader()
    world.happens(QuietBegan(Reason.DO_NOT_DISTURB))
    world.happens(QuietEnded(Reason.DO_NOT_DISTURB))
    assert world.situation.can_say_was_sitting


def test_a_locked_absence_is_not_in_doubt() -> None:
    world = at_work(minutes=20)
    world.locks(minutes=10)
    assert not world.situation.can_say_was_sitting


def test_after_a_night_asleep_a_moment_without_input_is_not_in_doubt() -> None:
    world = World("22:00")
    world.types(minutes=20)
    world.sleeps(hours=5)
    world.rests_hands(minutes=1)
    world.types(minutes=1)
    assert not world.situation.can_say_was_sitting


def test_the_bout_goes_on_as_if_nothing_had_been() -> None:
    world = reader()
    world.clicks(SatOn())
    world.types(minutes=4)
    world.locks(minutes=5)
    assert world.bouts == ["09:00-09:35"]


def test_a_bout_that_ended_with_standing_up_is_taken_back_as_well() -> None:
    world = at_work(minutes=20)
    world.clicks(StandingSet(on=True))
    world.types(seconds=1)
    world.sleeps(minutes=6)
    world.rests_hands(minutes=4)
    world.happens(StandingSet(on=False))
    world.types(minutes=1)
    world.clicks(SatOn())
    world.types(minutes=3)
    world.locks(minutes=5)
    assert world.bouts == ["09:00-09:34"]
