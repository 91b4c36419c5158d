"""Stories of what menu, tooltip and `status` say (section 4)."""

from datetime import timedelta

from psoas_break.domain.events import (
    PauseSet,
    QuietBegan,
    QuietEnded,
    SessionBegan,
    SessionOver,
    SnoozeAsked,
    StandingSet,
)
from psoas_break.domain.hours import WorkingHours
from psoas_break.domain.quiet import Pause, Reason
from psoas_break.domain.settings import Reminders, Settings
from tests.scenes import at_work
from tests.world import World

MINUTE = timedelta(minutes=1)
OFFICE = Settings(hours=WorkingHours(enabled=True))


def test_sitting_says_how_long_and_when() -> None:
    assert at_work(22).line == "Sitting 22 min · next break in 8 to 23 min"


def test_its_tooltip_holds_clock_times() -> None:
    assert at_work(22).situation.tooltip == "Next break 09:30 to 09:45"


def test_the_tooltip_does_not_age() -> None:
    world = at_work(2)
    before = world.situation.tooltip
    world.types(minutes=20)
    assert world.situation.tooltip == before


def test_in_the_window_it_says_what_is_waited_for() -> None:
    world = at_work(33)
    assert (world.line, world.situation.tooltip) == (
        "Sitting 33 min · next break at a quiet moment",
        "Next break by 09:45",
    )


def test_exactly_every_half_hour_is_said_as_one_time() -> None:
    exact = Settings(reminders=Reminders(earliest=30 * MINUTE, latest=30 * MINUTE))
    world = at_work(20, exact)
    assert (world.line, world.situation.tooltip) == (
        "Sitting 20 min · next break in 10 min",
        "Next break 09:30",
    )


def test_a_prompt_on_screen() -> None:
    world = at_work(45.5)
    assert (world.line, world.situation.tooltip) == (
        "Time to stand up · sitting 45 min",
        "Time to stand up",
    )


def test_one_in_the_tray_says_when_it_asks_again() -> None:
    assert at_work(46.5).line == "A break is due · asks again at 09:51"


def test_one_looking_for_a_lull() -> None:
    assert at_work(52).line == "A break is due · it comes at a quiet moment"


def test_a_snooze() -> None:
    world = at_work(45.5)
    world.happens(SnoozeAsked(5 * MINUTE))
    assert world.line == "Snoozed until 09:50"


def test_a_snooze_keeps_its_length_when_the_clock_is_set() -> None:
    world = at_work(45.5)
    world.happens(SnoozeAsked(5 * MINUTE))
    world.sets_the_wall_clock(hours=-1)
    assert world.line == "Snoozed until 08:50"


def test_a_missed_one() -> None:
    assert at_work(75).line == "A break was missed · it can still be started"


def test_after_a_call_it_says_when_it_asks() -> None:
    world = at_work(44)
    world.happens(QuietBegan(Reason.CAMERA))
    world.types(minutes=2)
    world.happens(QuietEnded(Reason.CAMERA))
    assert world.line == "A break is due · asks again at 09:46"


def test_a_call_says_what_is_waited_for() -> None:
    world = at_work(44)
    world.happens(QuietBegan(Reason.MICROPHONE))
    world.types(minutes=2)
    assert world.line == "Microphone in use · break waits for the call to end"


def test_a_call_with_nothing_due() -> None:
    world = at_work(22)
    world.happens(QuietBegan(Reason.MICROPHONE))
    assert world.line == (
        "Microphone in use · a break would wait for the call to end · sitting 22 min"
    )


def test_a_meeting_says_when_it_ends() -> None:
    world = at_work(22)
    world.happens(QuietBegan(Reason.MEETING, world.at.later(30 * MINUTE)))
    assert world.situation.tooltip == "In a meeting until 09:52"


def test_a_meeting_of_unknown_length() -> None:
    world = at_work(46)
    world.happens(QuietBegan(Reason.MEETING))
    assert world.line == "In a meeting · break waits for the meeting to end"


def test_a_pause_says_when_it_ends() -> None:
    world = at_work(22)
    world.happens(PauseSet(Pause(world.at, until=world.at.later(60 * MINUTE))))
    assert world.line == "Paused until 10:22"


def test_a_pause_without_end() -> None:
    world = at_work(22)
    world.happens(PauseSet(Pause(world.at)))
    assert world.line == "Paused until you resume"


def test_off_hours_say_the_day() -> None:
    world = World("2026-03-06T19:00", settings=OFFICE)
    assert world.line == "Outside working hours until Mon 09:00"


def test_off_hours_of_a_week_without_work() -> None:
    idle = Settings(hours=WorkingHours(enabled=True, ranges=()))
    assert World("09:00", settings=idle).line == "Outside working hours"


def test_standing() -> None:
    world = at_work(22)
    world.happens(StandingSet(on=True))
    assert world.line == "Standing · the sitting clock waits until you sit"


def test_away_counts_towards_a_natural_break() -> None:
    world = at_work(22)
    world.rests_hands(minutes=3, seconds=30)
    assert (world.line, world.situation.tooltip) == (
        "Away · 3 of 5 min to a natural break",
        "Away since 09:22",
    )


def test_away_long_enough() -> None:
    world = at_work(22)
    world.rests_hands(minutes=9)
    assert world.line == "Away since 09:22 · a natural break"


def test_on_a_break() -> None:
    world = at_work(22)
    world.clicks(SessionBegan(seated=False))
    assert world.line == "On a break"


def test_after_a_break() -> None:
    world = at_work(22)
    world.clicks(SessionBegan(seated=False))
    world.clicks(SessionOver(finished=True, active=MINUTE))
    assert world.line == "On your feet · the clock starts when you are back"


# With several reasons


def test_of_several_reasons_the_one_that_ends_last_is_named() -> None:
    world = at_work(22)
    world.happens(PauseSet(Pause(world.at, until=world.at.later(10 * MINUTE))))
    world.happens(QuietBegan(Reason.MEETING, world.at.later(30 * MINUTE)))
    assert world.situation.reason == "In a meeting until 09:52"


def test_an_unknown_end_is_last() -> None:
    world = at_work(22)
    world.happens(PauseSet(Pause(world.at, until=world.at.later(10 * MINUTE))))
    world.happens(QuietBegan(Reason.CAMERA))
    assert world.situation.reason.startswith("Camera in use")


def test_a_snooze_longer_than_the_meeting_is_named() -> None:
    world = at_work(45.5)
    world.happens(SnoozeAsked(15 * MINUTE))
    world.happens(QuietBegan(Reason.MEETING, world.at.later(5 * MINUTE)))
    assert world.line == "Snoozed until 10:00"


def test_a_pause_past_the_start_of_work_is_named() -> None:
    world = World("08:00", settings=OFFICE)
    world.happens(PauseSet(Pause(world.at, until=world.at.later(120 * MINUTE))))
    assert world.line == "Paused until 10:00"


def test_off_hours_past_the_end_of_a_pause_are_named() -> None:
    world = World("07:00", settings=OFFICE)
    world.happens(PauseSet(Pause(world.at, until=world.at.later(60 * MINUTE))))
    assert world.line == "Outside working hours until 09:00"


def test_full_screen_that_holds_nothing_back_any_more_is_not_named() -> None:
    world = at_work(10)
    world.happens(QuietBegan(Reason.FULL_SCREEN))
    world.types(minutes=56.5)
    assert world.line == "A break is due · asks again at 10:11"
