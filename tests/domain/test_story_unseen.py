"""Stories of showings nobody saw, and of walking away (section 4)."""

from datetime import timedelta

from psoas_break.domain.events import (
    PromptOpened,
    QuietEnded,
    TimePassed,
)
from psoas_break.domain.prompt import Pending
from psoas_break.domain.quiet import Reason
from psoas_break.domain.settings import Reminders, Settings
from tests.scenes import at_work, prompted
from tests.world import World

MINUTE = timedelta(minutes=1)


def test_the_prompt_after_it_offers_i_just_moved_first() -> None:
    world = at_work(minutes=35)
    world.rests_hands(minutes=4)
    world.types(minutes=6)
    world.rests_hands(seconds=30)
    assert world.prompts[1:] == ["09:45:08 prompt after 44 min, I just moved?"]


def test_another_absence_before_that_does_not_make_the_wait_longer() -> None:
    world = at_work(minutes=35)
    world.rests_hands(minutes=4)
    world.types(minutes=3)
    world.locks(seconds=10)
    world.types(minutes=3)
    world.rests_hands(seconds=30)
    assert world.prompts[1:] == ["09:45:18 prompt after 42.7 min, I just moved?"]


def test_nor_does_an_absence_that_takes_it_off_the_screen() -> None:
    world = at_work(minutes=35)
    world.rests_hands(minutes=4)
    world.types(minutes=6)
    world.rests_hands(seconds=10)
    world.locks(seconds=10)
    world.rests_hands(seconds=40)
    assert world.prompts[2:] == ["09:45:50 prompt after 43.1 min, I just moved?"]


def test_a_showing_still_on_screen_when_the_user_proves_gone_lay_in_it() -> None:
    quick = Reminders(away_after=MINUTE, earliest=5 * MINUTE)
    world = World("09:00", settings=Settings(reminders=quick))
    world.types(minutes=10)
    world.rests_hands(minutes=1)
    assert world.log[-2:] == ["09:11:00 nobody there", "09:11:00 goes"]


def test_each_showing_in_the_absence_is_recorded_as_empty() -> None:
    slow = Reminders(away_after=20 * MINUTE, natural_break=30 * MINUTE)
    world = World("09:00", settings=Settings(reminders=slow))
    world.types(minutes=35)
    world.rests_hands(minutes=20)
    empty = [record.key for record in world.records if "nobody" in record.key]
    assert len(set(empty)) == 3


def test_the_showings_before_it_still_count() -> None:
    world = at_work(minutes=50)
    world.rests_hands(minutes=4)
    assert len(world.state.showings) == 1


def test_a_missed_prompt_whose_showing_proves_empty_is_void() -> None:
    world = World("09:00")
    world.types(minutes=71, seconds=58)
    world.rests_hands(minutes=3)
    assert world.log[-3:] == [
        "10:14:58 void prompt",
        "10:14:58 nobody there",
        "10:14:58 goes",
    ]


def test_then_base_and_counts_return_and_the_prompt_is_pending() -> None:
    world = World("09:00")
    world.types(minutes=71, seconds=58)
    world.rests_hands(minutes=3)
    state = world.state
    pending = isinstance(state.ask, Pending) and state.ask.unseen
    assert (state.base, len(state.showings), pending) == (timedelta(), 2, True)


def test_a_missed_prompt_that_was_seen_stays_missed() -> None:
    world = at_work(minutes=74)
    world.rests_hands(minutes=4)
    assert world.situation.prompt == "collapsed"


def test_one_fetched_by_a_click_and_left_alone_has_not_been_shown_again() -> None:
    world = at_work(minutes=47)
    world.clicks(PromptOpened())
    world.locks(seconds=5)
    assert len(world.state.showings) == 1


# Walked away


def test_a_withdrawn_prompt_is_answered_by_walking_away() -> None:
    world = prompted()
    world.locks(minutes=6)
    assert world.log[2:] == [
        "09:45:10 withdrawn: away",
        "09:45:10 goes",
        "09:51:10 walked away",
        "09:51:10 natural break 09:45:10-09:51:10 absence",
    ]


def test_it_does_not_come_again_on_return() -> None:
    world = prompted()
    world.locks(minutes=6)
    world.types(minutes=44)
    assert len(world.prompts) == 1


def test_after_a_short_absence_a_shown_prompt_waits_half_a_minute() -> None:
    world = prompted()
    world.locks(seconds=10)
    world.rests_hands(minutes=1)
    assert world.prompts[1:] == ["09:45:50 prompt after 44.2 min"]


def test_a_late_alarm_shows_nothing_to_an_empty_chair() -> None:
    world = at_work(minutes=29)
    world.at = world.at.later(10 * MINUTE)
    world.happens(TimePassed(10 * MINUTE))
    assert world.prompts == []


def test_an_alarm_that_another_event_overtakes_is_set_again() -> None:
    world = at_work(minutes=10)
    world.at = world.at.later(2 * MINUTE)
    world.happens(QuietEnded(Reason.CAMERA))
    world.rests_hands(minutes=3)
    assert world.gone_since == "09:10:00"
