"""Stories of behaviour 3.6: what a guided break answers."""

from datetime import timedelta

import pytest

from psoas_break.domain.events import (
    PauseSet,
    PromptDismissed,
    PromptOpened,
    SessionBegan,
    SessionHeld,
    SessionOver,
    SnoozeAsked,
)
from psoas_break.domain.prompt import Pending, Snoozed, Waiting
from psoas_break.domain.quiet import Pause
from tests.scenes import at_work, does, prompted
from tests.world import World

MINUTE = timedelta(minutes=1)
FIVE = 5 * MINUTE


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
    world = at_work(minutes=20)
    does(world, seated=True, seconds=120, finished=True)
    world.types(minutes=24)
    assert world.prompts == ["09:45:00 prompt after 45 min"]


def test_a_seated_session_in_which_the_window_opened_has_answered_it() -> None:
    world = at_work(minutes=29)
    does(world, seated=True, seconds=120, finished=True)
    assert world.state.base == world.sat


def test_no_prompt_comes_in_a_session() -> None:
    world = at_work(minutes=29)
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
    world = at_work(minutes=20)
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
    world = at_work(minutes=20)
    before = world.state
    world.happens(event)
    assert world.state == before
