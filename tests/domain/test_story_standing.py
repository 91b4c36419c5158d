"""Stories of *I am standing* (behaviour 3.7)."""

from datetime import timedelta

from psoas_break.domain.absence import Certain
from psoas_break.domain.events import (
    CauseEnded,
    LeftForSure,
    QuietBegan,
    SessionBegan,
    SessionOver,
    StandingSet,
)
from psoas_break.domain.quiet import Reason
from tests.scenes import at_work, prompted
from tests.world import World

ON, OFF = StandingSet(on=True), StandingSet(on=False)


# I am standing


def test_standing_takes_a_prompt_down() -> None:
    world = prompted()
    world.clicks(ON)
    assert world.log[-2:] == ["09:45:10 withdrawn: standing", "09:45:10 goes"]


def test_while_standing_the_clock_stands_still() -> None:
    world = at_work(minutes=20)
    world.clicks(ON)
    world.types(minutes=4)
    assert world.sat_minutes == 20


def test_a_minute_of_standing_repays_a_fifth() -> None:
    world = at_work(minutes=20)
    world.clicks(ON)
    world.types(minutes=1)
    world.clicks(OFF)
    assert world.sat_minutes == 16


def test_five_minutes_of_standing_clear_the_clock() -> None:
    world = at_work(minutes=20)
    world.clicks(ON)
    world.types(minutes=5)
    assert world.sat_minutes == 0


def test_standing_is_no_recorded_break() -> None:
    world = at_work(minutes=20)
    world.clicks(ON)
    world.types(minutes=30)
    world.clicks(OFF)
    assert world.log == []


def test_when_standing_clears_the_clock_an_open_prompt_lapses() -> None:
    world = prompted()
    world.clicks(ON)
    world.types(minutes=5)
    assert world.log[-1] == "09:50:10 lapsed"


def test_it_holds_until_it_is_switched_off() -> None:
    world = World("09:00")
    world.clicks(ON)
    world.types(hours=2)
    assert (world.situation.state, world.prompts) == ("standing", [])


def test_switching_on_again_changes_nothing() -> None:
    world = World("09:00")
    world.clicks(ON)
    world.types(minutes=1)
    standing = world.state.standing
    world.clicks(ON)
    assert world.state.standing == standing


def test_after_standing_the_clock_runs_again() -> None:
    world = at_work(minutes=20)
    world.clicks(ON)
    world.types(minutes=30)
    world.clicks(OFF)
    world.types(minutes=3)
    assert world.sat_minutes == 3


def test_a_natural_break_ends_standing() -> None:
    world = World("09:00")
    world.clicks(ON)
    world.types(minutes=1)
    world.locks(minutes=6)
    assert not world.situation.standing


def test_a_short_absence_does_not_end_standing() -> None:
    world = World("09:00")
    world.clicks(ON)
    world.types(minutes=1)
    world.locks(minutes=2)
    assert world.situation.standing


def test_a_guided_break_does_not_end_standing() -> None:
    world = World("09:00")
    world.clicks(ON)
    world.clicks(SessionBegan(seated=False))
    world.rests_hands(minutes=2)
    world.clicks(SessionOver(finished=True, active=timedelta(minutes=2)))
    world.types(minutes=1)
    assert (world.situation.standing, world.sat_minutes) == (True, 0)


def test_a_lock_while_standing_does_not_repay_twice() -> None:
    world = at_work(minutes=20)
    world.clicks(ON)
    world.locks(minutes=1)
    world.clicks(OFF)
    assert world.sat_minutes == 16


def test_a_prompt_that_lapsed_while_standing_has_not_walked_away() -> None:
    world = prompted()
    world.clicks(ON)
    world.types(minutes=1)
    world.locks(minutes=6)
    answers = [line for line in world.log if "lapsed" in line or "walked" in line]
    assert answers == ["09:50:10 lapsed"]


def test_walking_away_while_standing_still_answers_the_prompt() -> None:
    world = prompted()
    world.clicks(ON)
    world.locks(minutes=6)
    assert "09:51:10 walked away" in world.log


def test_an_absence_while_standing_was_no_sitting() -> None:
    world = World("09:00")
    world.clicks(ON)
    world.types(minutes=1)
    world.rests_hands(minutes=10)
    world.types(minutes=1)
    assert not world.situation.can_say_was_sitting


def test_the_end_of_standing_is_the_end_of_a_quiet_reason() -> None:
    world = prompted()
    world.clicks(ON)
    world.types(seconds=10)
    world.clicks(OFF)
    world.rests_hands(minutes=1)
    assert world.prompts[1:] == ["09:45:50 prompt after 44.2 min"]


def test_two_reasons_at_once_are_both_waited_for() -> None:
    world = at_work(minutes=44)
    world.happens(QuietBegan(Reason.CAMERA))
    world.happens(LeftForSure(Certain.LOCKED))
    world.happens(CauseEnded(Certain.LOCKED))
    world.types(minutes=10)
    assert world.prompts == []
