"""Stories of prompts that quiet takes down (section 4)."""

from datetime import timedelta

import pytest

from psoas_break.domain.absence import Certain
from psoas_break.domain.events import (
    CauseEnded,
    LeftForSure,
    PauseSet,
    PromptDismissed,
    PromptOpened,
    QuietBegan,
    QuietEnded,
    SnoozeAsked,
)
from psoas_break.domain.history import PromptNote, PromptRecord
from psoas_break.domain.hours import WorkingHours
from psoas_break.domain.prompt import Collapsed, Pending, Snoozed
from psoas_break.domain.quiet import Pause, Reason
from psoas_break.domain.settings import Reminders, Settings
from tests.scenes import prompted
from tests.world import World

FIVE = timedelta(minutes=5)
CALL = QuietBegan(Reason.CAMERA)
CALL_OVER = QuietEnded(Reason.CAMERA)
SELDOM = Settings(
    reminders=Reminders(earliest=timedelta(hours=2), latest=timedelta(hours=3))
)


@pytest.mark.parametrize("reason", list(Reason))
def test_quiet_withdraws_a_shown_prompt_and_says_why(reason: Reason) -> None:
    world = prompted()
    world.happens(QuietBegan(reason))
    assert world.log[-2:] == [f"09:45:10 withdrawn: {reason}", "09:45:10 goes"]


def test_a_pause_withdraws_it() -> None:
    world = prompted()
    world.happens(PauseSet(Pause(world.at)))
    assert world.log[-2:] == ["09:45:10 withdrawn: pause", "09:45:10 goes"]


def test_off_hours_withdraw_it() -> None:
    world = World("17:14:30", settings=Settings(hours=WorkingHours(enabled=True)))
    world.types(minutes=46)
    assert world.log[-2:] == ["18:00:00 withdrawn: off hours", "18:00:00 goes"]


def test_an_absence_withdraws_it() -> None:
    world = prompted()
    world.locks(seconds=10)
    assert world.log[-2:] == ["09:45:10 withdrawn: away", "09:45:10 goes"]


def test_a_collapsed_prompt_is_withdrawn_too() -> None:
    world = prompted()
    world.types(minutes=2)
    world.happens(CALL)
    assert world.log[-2:] == ["09:47:10 withdrawn: camera", "09:47:10 goes"]


def test_a_showing_withdrawn_within_its_minute_does_not_count() -> None:
    world = prompted()
    world.happens(CALL)
    world.happens(CALL_OVER)
    assert world.state.showings == ()


def test_one_that_had_collapsed_has_counted() -> None:
    world = prompted()
    world.types(minutes=2)
    world.happens(CALL)
    assert len(world.state.showings) == 1


def test_a_withdrawn_collapsed_prompt_keeps_its_wait() -> None:
    world = prompted()
    world.types(minutes=1)
    world.happens(CALL)
    world.types(minutes=1)
    world.happens(CALL_OVER)
    world.types(minutes=3)
    world.rests_hands(minutes=1)
    assert world.prompts[1:] == ["09:51:00 prompt after 51 min"]


def test_a_prompt_fetched_by_a_click_goes_back_where_it_was() -> None:
    world = prompted()
    world.clicks(SnoozeAsked(FIVE))
    before = world.state.ask
    world.clicks(PromptOpened())
    world.happens(CALL)
    assert world.state.ask == before


def test_a_collapsed_one_fetched_by_a_click_is_withdrawn_with_its_wait() -> None:
    world = prompted()
    world.clicks(PromptDismissed())
    collapsed = world.state.ask
    world.clicks(PromptOpened())
    world.happens(CALL)
    assert isinstance(collapsed, Collapsed)
    assert world.state.ask == Pending(collapsed.prompt, collapsed.ready)


def test_a_snooze_runs_on_in_a_call() -> None:
    world = prompted()
    world.happens(SnoozeAsked(FIVE))
    world.happens(CALL)
    world.types(minutes=4)
    assert isinstance(world.state.ask, Snoozed)


def test_at_its_end_the_prompt_is_pending() -> None:
    world = prompted()
    world.happens(SnoozeAsked(FIVE))
    world.happens(CALL)
    world.types(minutes=5)
    assert isinstance(world.state.ask, Pending)


def test_one_that_other_settings_let_lapse_is_not_answered_by_having_left() -> None:
    world = prompted()
    world.happens(LeftForSure(Certain.LOCKED))
    world.reminder.use(SELDOM)
    world.rests_hands(minutes=10)
    world.happens(CauseEnded(Certain.LOCKED))
    notes = [one.note for one in world.records if isinstance(one, PromptRecord)]
    assert notes[-1] is PromptNote.LAPSED
