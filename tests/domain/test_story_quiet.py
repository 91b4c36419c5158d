"""Stories of section 4: what makes us quiet, and what follows when it ends."""

from datetime import timedelta

import pytest

from psoas_break.domain.events import (
    AskedAnyway,
    PauseSet,
    PromptDismissed,
    PromptOpened,
    QuietBegan,
    QuietEnded,
    SnoozeAsked,
    StandingSet,
)
from psoas_break.domain.history import DaySpan, SpanKind
from psoas_break.domain.hours import WorkingHours
from psoas_break.domain.prompt import Pending, Waiting
from psoas_break.domain.quiet import Pause, Reason
from psoas_break.domain.settings import Settings
from tests.scenes import at_work, prompted
from tests.world import World

FIVE = timedelta(minutes=5)
CALL = QuietBegan(Reason.CAMERA)
CALL_OVER = QuietEnded(Reason.CAMERA)


@pytest.mark.parametrize("reason", list(Reason))
def test_while_any_reason_holds_a_due_prompt_is_pending(reason: Reason) -> None:
    world = World("09:00")
    world.happens(QuietBegan(reason))
    world.types(minutes=50)
    assert (world.prompts, world.state.ask) == ([], Pending())


def test_in_a_pause_a_due_prompt_is_pending() -> None:
    world = World("09:00")
    world.happens(PauseSet(Pause(world.at)))
    world.types(minutes=80)
    assert (world.prompts, world.state.ask) == ([], Pending())


def test_off_hours_a_due_prompt_is_pending() -> None:
    world = World("17:20", settings=Settings(hours=WorkingHours(enabled=True)))
    world.types(minutes=50)
    assert world.log == []


def test_after_quiet_a_pending_prompt_waits_half_a_minute() -> None:
    world = at_work(minutes=29)
    world.happens(CALL)
    world.rests_hands(minutes=10)
    world.happens(CALL_OVER)
    world.rests_hands(minutes=2)
    assert world.prompts == ["09:39:30 prompt after 39.5 min"]


def test_then_for_a_lull() -> None:
    world = at_work(minutes=29)
    world.happens(CALL)
    world.types(minutes=10)
    world.happens(CALL_OVER)
    world.types(minutes=2)
    world.rests_hands(minutes=1)
    assert world.prompts == ["09:41:08 prompt after 41.1 min"]


def test_at_most_five_minutes_more() -> None:
    world = at_work(minutes=29)
    world.happens(CALL)
    world.types(minutes=10)
    world.happens(CALL_OVER)
    world.types(minutes=7)
    assert world.prompts == ["09:44:30 prompt after 44.5 min"]


def test_latest_does_not_shorten_that_wait() -> None:
    world = at_work(minutes=40)
    world.happens(CALL)
    world.types(minutes=3)
    world.happens(CALL_OVER)
    world.types(minutes=7)
    assert world.prompts == ["09:48:30 prompt after 48.5 min"]


def test_quiet_that_ends_before_anything_is_due_leaves_its_aftermath() -> None:
    world = at_work(minutes=28)
    world.happens(CALL)
    world.types(minutes=1, seconds=50)
    world.happens(CALL_OVER)
    world.rests_hands(minutes=1)
    assert world.prompts == ["09:30:20 prompt after 30.3 min"]


def test_the_last_of_several_reasons_counts() -> None:
    world = at_work(minutes=29)
    world.happens(CALL)
    world.happens(QuietBegan(Reason.SCREEN_SHARE))
    world.types(minutes=5)
    world.happens(CALL_OVER)
    world.types(minutes=5)
    world.happens(QuietEnded(Reason.SCREEN_SHARE))
    world.rests_hands(minutes=1)
    assert world.prompts == ["09:39:30 prompt after 39.5 min"]


def test_the_end_of_a_pause_is_the_end_of_a_quiet_reason() -> None:
    world = World("09:00")
    world.happens(PauseSet(Pause(world.at, until=world.at.later(12 * FIVE))))
    world.rests_hands(seconds=1)
    world.types(minutes=60)
    world.rests_hands(minutes=1)
    assert world.prompts == ["10:00:30 prompt after 60.5 min"]


def test_so_is_the_end_of_off_hours() -> None:
    world = World("08:10", settings=Settings(hours=WorkingHours(enabled=True)))
    world.types(minutes=51)
    world.rests_hands(minutes=1)
    assert world.prompts == ["09:01:08 prompt after 51.1 min"]


def test_and_the_start_of_the_app() -> None:
    world = World("09:00", settings=World.often)
    assert f"{world.state.gate.wall:%H:%M:%S}" == "09:00:30"


def test_a_return_is_one_too() -> None:
    world = at_work(minutes=60)
    world.happens(SnoozeAsked(FIVE))
    world.types(minutes=4, seconds=50)
    world.locks(seconds=15)
    world.rests_hands(minutes=1)
    assert world.prompts[-1] == "10:05:35 prompt after 62.1 min, snoozed 1"


def test_a_pending_prompt_that_is_no_longer_due_lapses() -> None:
    world = prompted()
    world.happens(CALL)
    world.locks(minutes=2)
    assert world.log[-1] == "09:47:10 lapsed"


def test_there_is_never_more_than_one_pending() -> None:
    world = World("09:00")
    world.happens(CALL)
    world.types(hours=3)
    world.happens(CALL_OVER)
    world.types(minutes=6)
    assert world.prompts == ["12:05:30 prompt after 186 min"]


# Meeting mode


def test_a_meeting_ends_by_itself_and_a_due_break_is_offered() -> None:
    world = at_work(minutes=29)
    world.happens(QuietBegan(Reason.MEETING, world.at.later(3 * FIVE)))
    world.rests_hands(minutes=1)
    world.types(minutes=15)
    world.rests_hands(minutes=1)
    assert world.prompts == ["09:45:08 prompt after 45.1 min"]


def test_telling_us_again_makes_it_longer() -> None:
    world = World("09:00")
    world.happens(QuietBegan(Reason.MEETING, world.at.later(FIVE)))
    world.happens(QuietBegan(Reason.MEETING, world.at.later(3 * FIVE)))
    world.types(minutes=10)
    assert world.situation.in_meeting


# The prompt asked for by hand


def test_a_pending_prompt_can_be_fetched_once_nothing_is_in_the_way() -> None:
    world = prompted()
    world.happens(CALL)
    world.happens(CALL_OVER)
    world.clicks(PromptOpened())
    assert world.prompts[1:] == ["09:45:10 prompt after 45.2 min"]


def test_but_not_during_a_call() -> None:
    world = prompted()
    world.happens(CALL)
    world.clicks(PromptOpened())
    assert len(world.prompts) == 1


def test_with_nothing_due_there_is_nothing_to_fetch() -> None:
    world = World("09:00")
    world.clicks(PromptOpened())
    assert world.log == []


def test_with_nothing_shown_there_is_nothing_to_close() -> None:
    world = World("09:00")
    world.clicks(PromptDismissed())
    assert world.state.ask == Waiting()


# What is remembered


def test_the_time_a_prompt_was_held_back_is_written() -> None:
    world = at_work(minutes=29)
    world.happens(CALL)
    world.types(minutes=10)
    world.happens(CALL_OVER)
    spans = [
        f"{record.started:%H:%M}-{record.ended:%H:%M} {record.detail}"
        for record in world.records
        if isinstance(record, DaySpan) and record.kind is SpanKind.HELD_BACK
    ]
    assert spans == ["09:30-09:39 camera"]


def test_standing_is_no_reason_that_is_written() -> None:
    world = prompted()
    world.happens(StandingSet(on=True))
    world.types(minutes=1)
    world.happens(StandingSet(on=False))
    assert not any(isinstance(record, DaySpan) for record in world.records)


def test_nothing_to_wave_off_nothing_changes() -> None:
    world = World("09:00")
    before = world.state
    world.happens(AskedAnyway())
    assert world.state == before
