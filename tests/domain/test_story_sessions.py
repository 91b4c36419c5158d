"""Stories of behaviour 3.6: what a guided break does to clock and prompt."""

from datetime import timedelta

import pytest

from psoas_break.domain.absence import Certain
from psoas_break.domain.events import (
    CauseEnded,
    LeftForSure,
    PauseSet,
    PromptDismissed,
    PromptOpened,
    SessionBegan,
    SessionHeld,
    SessionOver,
    Skipped,
    SnoozeAsked,
    StandingSet,
)
from psoas_break.domain.prompt import Pending, Snoozed, Waiting
from psoas_break.domain.quiet import Pause
from tests.world import World

MINUTE = timedelta(minutes=1)
FIVE = 5 * MINUTE


def does(world: World, *, seated: bool, seconds: float, finished: bool = False) -> None:
    """Do a guided break without touching a key, and close it."""
    world.clicks(SessionBegan(seated))
    world.rests_hands(seconds=seconds)
    active = timedelta(seconds=seconds)
    world.clicks(SessionOver(finished=finished, active=active))


def prompted() -> World:
    """Someone whom a prompt asks to stand up."""
    world = World("09:00")
    world.types(minutes=45, seconds=10)
    return world


# The clock


def test_the_clock_stands_still_in_a_standing_session() -> None:
    world = World("09:00")
    world.types(minutes=20)
    world.clicks(SessionBegan(seated=False))
    world.rests_hands(seconds=50)
    assert world.sat_minutes == 20


def test_it_runs_in_a_seated_session() -> None:
    world = World("09:00")
    world.types(minutes=20)
    world.clicks(SessionBegan(seated=True))
    world.rests_hands(minutes=4)
    assert world.sat_minutes == 24


def test_in_a_session_missing_input_means_nothing() -> None:
    world = World("09:00")
    world.types(minutes=20)
    world.clicks(SessionBegan(seated=True))
    world.rests_hands(minutes=10)
    assert (world.gone_since, world.sat_minutes) == ("", 30)


def test_nor_does_it_afterwards() -> None:
    world = World("09:00")
    world.types(minutes=20)
    world.clicks(SessionBegan(seated=True))
    world.rests_hands(minutes=10)
    world.happens(SessionOver(finished=True, active=10 * MINUTE))
    world.rests_hands(minutes=2)
    assert (world.gone_since, world.sat_minutes) == ("", 32)


def test_a_finished_standing_session_clears_it() -> None:
    world = World("09:00")
    world.types(minutes=20)
    does(world, seated=False, seconds=40, finished=True)
    assert world.sat_minutes == 0


def test_one_ended_after_a_minute_clears_it() -> None:
    world = World("09:00")
    world.types(minutes=20)
    does(world, seated=False, seconds=60)
    assert world.sat_minutes == 0


def test_one_ended_sooner_repays_its_share_of_a_minute() -> None:
    world = World("09:00")
    world.types(minutes=20)
    does(world, seated=False, seconds=15)
    assert world.sat_minutes == 15


def test_and_the_same_share_of_the_base() -> None:
    world = prompted()
    world.clicks(Skipped())
    world.types(minutes=5)
    base = world.state.base
    does(world, seated=False, seconds=15)
    assert world.state.base == base * 0.75


def test_a_seated_session_repays_nothing() -> None:
    world = World("09:00")
    world.types(minutes=20)
    does(world, seated=True, seconds=15)
    assert world.sat_minutes == 20.25


def test_it_writes_the_bout_that_ended() -> None:
    world = World("09:00")
    world.types(minutes=20)
    does(world, seated=False, seconds=120, finished=True)
    assert world.bouts == ["09:00-09:22"]


# The prompt


def test_a_standing_session_ended_sooner_is_a_snooze_of_five_minutes() -> None:
    world = prompted()
    does(world, seated=False, seconds=15)
    world.rests_hands(seconds=30)
    world.types(minutes=11)
    assert world.prompts[1:] == ["09:55:25 prompt after 43.9 min"]


def test_that_snooze_does_not_count() -> None:
    world = prompted()
    does(world, seated=False, seconds=15)
    assert (world.state.snoozes, type(world.state.ask)) == (0, Snoozed)


def test_it_does_not_shorten_a_wait_the_prompt_already_has() -> None:
    world = prompted()
    world.clicks(SnoozeAsked(15 * MINUTE))
    does(world, seated=False, seconds=6)
    ask = world.state.ask
    assert isinstance(ask, Snoozed)
    assert f"{ask.ready.wall:%H:%M:%S}" == "10:00:10"


def test_with_nothing_due_it_keeps_the_prompt_away_for_five_minutes() -> None:
    world = World("09:00")
    world.types(minutes=29, seconds=55)
    does(world, seated=False, seconds=1)
    world.rests_hands(seconds=40)
    world.types(minutes=2)
    world.rests_hands(minutes=3)
    assert world.prompts == ["09:34:56 prompt after 34.4 min"]


def test_a_seated_session_that_finished_answers_the_prompt() -> None:
    world = prompted()
    does(world, seated=True, seconds=30, finished=True)
    assert (world.state.ask, world.state.base) == (Waiting(), world.sat)


def test_one_of_a_minute_answers_it_too() -> None:
    world = prompted()
    does(world, seated=True, seconds=60)
    assert (world.state.ask, world.state.base) == (Waiting(), world.sat)


def test_an_answer_takes_the_counts_back_to_nothing() -> None:
    world = prompted()
    world.clicks(SnoozeAsked(FIVE))
    does(world, seated=True, seconds=60)
    assert world.state.snoozes == 0


def test_a_seated_session_ended_sooner_answers_nothing() -> None:
    world = prompted()
    does(world, seated=True, seconds=30)
    world.rests_hands(minutes=1)
    assert world.prompts[1:] == ["09:46:10 prompt after 46.2 min"]


def test_a_prompt_it_has_not_answered_keeps_its_own_wait() -> None:
    world = prompted()
    world.clicks(PromptDismissed())
    does(world, seated=True, seconds=30)
    world.rests_hands(minutes=2, seconds=50)
    world.types(minutes=2)
    world.rests_hands(minutes=2)
    assert world.prompts[1:] == ["09:50:38 prompt after 50.6 min"]


def test_with_nothing_due_a_seated_session_leaves_the_window_alone() -> None:
    world = World("09:00")
    world.types(minutes=20)
    does(world, seated=True, seconds=120, finished=True)
    world.types(minutes=24)
    assert world.prompts == ["09:45:00 prompt after 45 min"]


def test_a_seated_session_in_which_the_window_opened_has_answered_it() -> None:
    world = World("09:00")
    world.types(minutes=29)
    does(world, seated=True, seconds=120, finished=True)
    assert world.state.base == world.sat


def test_no_prompt_comes_in_a_session() -> None:
    world = World("09:00")
    world.types(minutes=29)
    world.clicks(SessionBegan(seated=True))
    world.rests_hands(minutes=30)
    assert world.prompts == []


def test_to_start_is_an_answer() -> None:
    world = prompted()
    world.clicks(SessionBegan(seated=False))
    assert world.log[-2:] == ["09:45:10 started", "09:45:10 goes"]


def test_a_missed_prompt_can_be_answered_late_by_starting() -> None:
    world = prompted()
    world.types(minutes=30)
    does(world, seated=True, seconds=120, finished=True)
    assert (world.log[-2:], world.state.ask) == (
        ["10:15:10 started", "10:17:10 goes"],
        Waiting(),
    )


def test_a_prompt_fetched_by_a_click_and_started_goes_back_where_it_was() -> None:
    world = prompted()
    world.clicks(PromptDismissed())
    world.clicks(PromptOpened())
    world.clicks(SessionBegan(seated=True))
    ask = world.state.ask
    assert isinstance(ask, Pending)
    assert ask.ready is not None


def test_a_session_can_be_started_in_a_pause() -> None:
    world = World("09:00")
    world.types(minutes=20)
    world.happens(PauseSet(Pause(world.at)))
    does(world, seated=False, seconds=120, finished=True)
    assert world.sat_minutes == 0


def test_one_session_at_a_time() -> None:
    world = World("09:00")
    world.clicks(SessionBegan(seated=False))
    world.clicks(SessionBegan(seated=True))
    assert world.state.session is not None
    assert not world.state.session.seated


@pytest.mark.parametrize(
    "event", [SessionHeld(MINUTE), SessionOver(finished=True, active=MINUTE)]
)
def test_without_a_session_its_end_means_nothing(
    event: SessionHeld | SessionOver,
) -> None:
    world = World("09:00")
    world.types(minutes=20)
    before = world.state
    world.happens(event)
    assert world.state == before


# A lock inside


def test_a_lock_inside_a_session_is_an_absence_from_the_lock() -> None:
    world = World("09:00")
    world.types(minutes=20)
    world.clicks(SessionBegan(seated=True))
    world.rests_hands(minutes=1)
    world.locks(minutes=1)
    assert world.sat_minutes == 16.8


def test_it_may_clear_the_clock() -> None:
    world = World("09:00")
    world.types(minutes=20)
    world.clicks(SessionBegan(seated=True))
    world.rests_hands(minutes=1)
    world.locks(minutes=5)
    assert world.sat_minutes == 0


def test_no_natural_break_overlaps_a_session_with_something_held() -> None:
    world = World("09:00")
    world.types(minutes=20)
    world.clicks(SessionBegan(seated=False))
    world.rests_hands(seconds=30)
    world.happens(SessionHeld(timedelta(seconds=20)))
    world.locks(minutes=10)
    assert world.log == []


def test_nor_one_that_outlasts_the_session() -> None:
    world = World("09:00")
    world.types(minutes=20)
    world.clicks(SessionBegan(seated=True))
    world.rests_hands(seconds=30)
    world.happens(LeftForSure(Certain.LOCKED))
    world.rests_hands(minutes=10)
    world.happens(SessionOver(finished=False, active=timedelta(seconds=20)))
    world.rests_hands(minutes=10)
    world.happens(CauseEnded(Certain.LOCKED))
    assert world.log == []


def test_one_with_nothing_held_is_recorded() -> None:
    world = World("09:00")
    world.types(minutes=20)
    world.clicks(SessionBegan(seated=False))
    world.locks(minutes=10)
    assert world.log == ["09:30:00 natural break 09:20:00-09:30:00 absence"]


def test_and_taken_back_if_something_is_held_in_it_after_all() -> None:
    world = World("09:00")
    world.types(minutes=20)
    world.clicks(SessionBegan(seated=False))
    world.locks(minutes=10)
    world.rests_hands(minutes=1)
    world.clicks(SessionOver(finished=True, active=MINUTE))
    assert world.log[1:] == ["09:31:00 void natural break"]


def test_a_prompt_that_was_started_has_not_walked_away() -> None:
    world = prompted()
    world.clicks(SessionBegan(seated=False))
    world.locks(minutes=10)
    assert "09:55:10 walked away" not in world.log


def test_an_absence_in_a_session_cannot_be_taken_for_sitting() -> None:
    world = World("09:00")
    world.types(minutes=20)
    world.clicks(SessionBegan(seated=True))
    world.sleeps(seconds=10)
    world.rests_hands(minutes=10)
    world.types(minutes=1)
    assert not world.situation.can_say_was_sitting


# After it


def test_after_a_session_that_cleared_the_clock_we_are_away() -> None:
    world = World("09:00")
    world.types(minutes=20)
    does(world, seated=False, seconds=120, finished=True)
    assert world.situation.state == "away"


def test_it_starts_at_the_first_return() -> None:
    world = World("09:00")
    world.types(minutes=20)
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
    world = World("09:00")
    world.types(minutes=20)
    does(world, seated=False, seconds=120, finished=True)
    world.rests_hands(seconds=4)
    world.clicks(StandingSet(on=False))
    assert world.situation.state == "away"


def test_that_walk_is_not_recorded_again() -> None:
    world = World("09:00")
    world.types(minutes=20)
    does(world, seated=False, seconds=120, finished=True)
    world.rests_hands(minutes=8)
    world.types(minutes=1)
    assert world.log == []


def test_a_lock_on_that_walk_is_part_of_it() -> None:
    world = World("09:00")
    world.types(minutes=20)
    does(world, seated=False, seconds=120, finished=True)
    world.locks(minutes=8)
    world.types(minutes=1)
    assert (world.log, world.sat_minutes) == ([], 1)


def test_a_session_that_ends_behind_the_lock_leaves_a_walk() -> None:
    world = World("09:00")
    world.types(minutes=20)
    world.clicks(SessionBegan(seated=False))
    world.rests_hands(minutes=2)
    world.happens(LeftForSure(Certain.LOCKED))
    world.rests_hands(minutes=10)
    world.happens(SessionOver(finished=False, active=2 * MINUTE))
    world.rests_hands(minutes=10)
    world.happens(CauseEnded(Certain.LOCKED))
    world.types(minutes=1)
    assert (world.log, world.sat_minutes) == ([], 1)
