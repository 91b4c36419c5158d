"""Stories of missed prompts and late answers (section 4)."""

from datetime import timedelta

from psoas_break.domain.events import (
    PromptDismissed,
    PromptOpened,
    Skipped,
    SnoozeAsked,
    Undone,
)
from psoas_break.domain.prompt import Missed, Snoozed, Waiting
from tests.scenes import missed, prompted

MINUTE = timedelta(minutes=1)
SNOOZE = SnoozeAsked(5 * MINUTE)


def test_a_missed_prompt_stays_in_the_tray() -> None:
    assert missed().situation.prompt == "collapsed"


def test_it_can_be_fetched_and_answered_late() -> None:
    world = missed()
    world.clicks(PromptOpened())
    world.clicks(Skipped())
    assert world.log[-2:] == ["10:15:00 skipped", "10:15:00 goes"]


def test_skipped_late_the_window_starts_anew_from_there() -> None:
    world = missed()
    world.clicks(Skipped())
    assert world.state.base == 75 * MINUTE


def test_a_late_skip_can_be_undone() -> None:
    world = missed()
    world.clicks(Skipped())
    world.clicks(Undone())
    assert (world.log[-2:], world.situation.prompt) == (
        ["10:15:00 skip undone", "10:15:00 collapses"],
        "collapsed",
    )


def test_snoozed_late_it_comes_again() -> None:
    world = missed()
    world.clicks(SNOOZE)
    world.types(minutes=4, seconds=50)
    world.rests_hands(minutes=1)
    assert world.prompts[3:] == ["10:20:00 prompt after 80 min, snoozed 1"]


def test_snoozed_late_after_a_short_absence_it_lapses_when_not_due() -> None:
    world = missed()
    world.locks(minutes=4)
    world.clicks(SNOOZE)
    world.types(minutes=6)
    assert world.log[-1] == "10:24:00 lapsed"


def test_closed_again_it_stays_missed() -> None:
    world = missed()
    world.clicks(PromptOpened())
    world.clicks(PromptDismissed())
    ask = world.state.ask
    assert isinstance(ask, Waiting)
    assert isinstance(ask.missed, Missed)


def test_it_leaves_the_tray_when_the_next_window_opens() -> None:
    world = missed()
    world.types(minutes=28)
    assert world.log[-1] == "10:43:00 goes"


def test_or_when_the_clock_clears() -> None:
    world = missed()
    world.locks(minutes=5)
    assert world.situation.prompt == "none"


def test_a_natural_break_does_not_answer_it() -> None:
    world = missed()
    world.locks(minutes=5)
    assert "walked away" not in " ".join(world.log)


def test_missed_takes_the_counts_back_to_nothing() -> None:
    world = missed()
    assert (world.state.snoozes, world.state.showings) == (0, ())


def test_a_snoozed_prompt_can_be_fetched_and_goes_back() -> None:
    world = prompted()
    world.clicks(SNOOZE)
    world.clicks(PromptOpened())
    world.types(minutes=1)
    assert isinstance(world.state.ask, Snoozed)
