"""Stories of behaviour 3.8: a desktop that does not tell idle time."""

from datetime import timedelta

import pytest

from psoas_break.domain.absence import Certain
from psoas_break.domain.events import (
    CauseEnded,
    LeftForSure,
    PromptOpened,
    QuietBegan,
    QuietEnded,
    SessionBegan,
    SessionOver,
    SnoozeAsked,
    TimePassed,
)
from psoas_break.domain.quiet import Reason
from psoas_break.domain.settings import Reminders, Settings
from tests.scenes import at_work
from tests.world import World


def test_nobody_is_ever_presumed_away() -> None:
    world = World("09:00", idle_known=False)
    world.rests_hands(minutes=40)
    assert (world.gone_since, world.sat_minutes) == ("", 40)


def test_the_prompt_comes_at_the_end_of_the_window() -> None:
    world = World("09:00", idle_known=False)
    world.rests_hands(minutes=50)
    assert world.prompts == ["09:45:00 prompt after 45 min"]


def test_after_a_call_it_comes_when_the_wait_for_a_lull_is_over() -> None:
    world = World("09:00", idle_known=False)
    world.rests_hands(minutes=40)
    world.happens(QuietBegan(Reason.CAMERA))
    world.rests_hands(minutes=10)
    world.happens(QuietEnded(Reason.CAMERA))
    world.rests_hands(minutes=6)
    assert world.prompts == ["09:55:30 prompt after 55.5 min"]


def test_so_it_does_after_a_snooze() -> None:
    world = World("09:00", idle_known=False)
    world.rests_hands(minutes=45, seconds=10)
    world.happens(SnoozeAsked(timedelta(minutes=5)))
    world.rests_hands(minutes=11)
    assert world.prompts[1:] == ["09:55:10 prompt after 55.2 min, snoozed 1"]


def test_a_missed_prompt_on_screen_as_the_next_comes_due_swallows_nothing() -> None:
    every = timedelta(minutes=45)
    exactly = Settings(reminders=Reminders(earliest=every, latest=every))
    world = World("09:00", settings=exactly, idle_known=False)
    world.rests_hands(minutes=75)  # shown at 09:45, 09:56 and 10:12, then missed
    missed_at = world.state.base
    world.rests_hands(minutes=42, seconds=30)
    world.happens(PromptOpened())
    world.rests_hands(minutes=10)
    assert missed_at == timedelta(minutes=73)
    assert world.prompts[4:] == ["10:59:00 prompt after 119 min"]


def test_a_lock_still_counts() -> None:
    world = World("09:00", idle_known=False)
    world.rests_hands(minutes=20)
    world.locks(minutes=1)
    assert world.sat_minutes == 16


@pytest.mark.parametrize("cause", list(Certain))
def test_the_end_of_any_sure_sign_is_itself_the_return(cause: Certain) -> None:
    world = World("09:00", idle_known=False)
    world.rests_hands(minutes=20)
    world.happens(LeftForSure(cause))
    world.rests_hands(minutes=6)
    world.happens(CauseEnded(cause))
    world.rests_hands(minutes=3)
    assert world.sat_minutes == 3


def test_a_screen_that_comes_on_behind_the_lock_is_no_return() -> None:
    world = World("09:00", idle_known=False)
    world.happens(LeftForSure(Certain.LOCKED))
    world.happens(LeftForSure(Certain.SCREEN_OFF))
    world.rests_hands(minutes=1)
    world.happens(CauseEnded(Certain.SCREEN_OFF))
    assert world.gone_since == "09:00:00"


def test_a_wake_nobody_announced_is_a_return() -> None:
    world = World("09:00", idle_known=False)
    world.rests_hands(minutes=20)
    world.sleeps(minutes=6)
    assert world.log == ["09:26:00 natural break 09:20:00-09:26:00 absence"]


def test_after_a_break_the_clock_starts_five_seconds_after_the_window_closed() -> None:
    world = World("09:00", idle_known=False)
    world.rests_hands(minutes=20)
    world.happens(SessionBegan(seated=False))
    world.rests_hands(minutes=2)
    world.happens(SessionOver(finished=True, active=timedelta(minutes=2)))
    world.rests_hands(minutes=1)
    assert world.sat_minutes == 0.917


def test_until_then_we_are_away() -> None:
    world = World("09:00", idle_known=False)
    world.happens(SessionBegan(seated=False))
    world.happens(SessionOver(finished=True, active=timedelta(minutes=2)))
    world.rests_hands(seconds=4)
    assert world.situation.state == "away"


def test_but_not_while_the_screen_is_locked() -> None:
    world = World("09:00", idle_known=False)
    world.happens(SessionBegan(seated=False))
    world.rests_hands(minutes=2)
    world.happens(SessionOver(finished=True, active=timedelta(minutes=2)))
    world.locks(minutes=10)
    world.rests_hands(minutes=1)
    assert world.sat_minutes == 1


def test_nobody_looks_at_what_cannot_be_seen() -> None:
    world = World("09:00", idle_known=False)
    world.rests_hands(minutes=29)
    assert world.looks == ["09:00:00"]


def test_when_idle_time_is_lost_a_presumed_absence_ends() -> None:
    world = at_work(minutes=10)
    world.rests_hands(minutes=4)
    world.happens(TimePassed(None))
    assert world.gone_since == ""


def test_we_say_so() -> None:
    world = World("09:00", idle_known=False)
    notice = "This desktop does not tell idle time; a break comes when it is due."
    assert world.situation.notices == (notice,)
