"""Stories of section 4: when the prompt comes, goes and returns."""

from datetime import timedelta

from psoas_break.domain.events import (
    Moved,
    PromptDismissed,
    QuietBegan,
    QuietEnded,
    Refusal,
    SessionBegan,
    SessionOver,
    Skipped,
    SnoozeAsked,
    Undone,
)
from psoas_break.domain.quiet import Reason
from psoas_break.domain.settings import Reminders, Settings
from tests.scenes import at_work, prompted
from tests.world import World

MINUTE = timedelta(minutes=1)
FIVE = 5 * MINUTE


def test_a_call_delays_the_prompt_but_never_loses_it() -> None:
    world = at_work(minutes=44)
    world.happens(QuietBegan(Reason.MICROPHONE))
    world.types(minutes=20)
    world.happens(QuietEnded(Reason.MICROPHONE))
    world.rests_hands(seconds=40)
    assert world.log == ["10:04:30 shown", "10:04:30 prompt after 64.5 min"]


def test_from_earliest_on_it_comes_at_the_first_lull() -> None:
    world = at_work(minutes=33)
    world.rests_hands(seconds=20)
    assert world.prompts == ["09:33:08 prompt after 33.1 min"]


def test_at_latest_it_comes_lull_or_not() -> None:
    world = at_work(minutes=50)
    assert world.prompts[0] == "09:45:00 prompt after 45 min"


def test_untouched_it_collapses_returns_twice_and_is_missed() -> None:
    world = at_work(minutes=100)
    assert world.log == [
        "09:45:00 shown",
        "09:45:00 prompt after 45 min",
        "09:46:00 collapsed",
        "09:46:00 collapses",
        "09:56:00 shown",
        "09:56:00 prompt after 56 min",
        "09:57:00 collapsed",
        "09:57:00 collapses",
        "10:12:00 shown",
        "10:12:00 prompt after 72 min",
        "10:13:00 missed",
        "10:13:00 collapses",
    ]


def test_after_a_missed_prompt_the_window_starts_anew() -> None:
    world = at_work(minutes=125)
    assert world.prompts[-1] == "10:58:00 prompt after 118 min"


def test_skip_leaves_the_clock_alone_and_moves_the_window() -> None:
    world = prompted()
    world.happens(Skipped())
    world.types(minutes=46)
    assert world.prompts[1:] == ["10:30:10 prompt after 90.2 min"]


def test_skip_can_be_undone_for_ten_seconds() -> None:
    world = prompted()
    world.happens(Skipped())
    world.types(seconds=9)
    world.happens(Undone())
    assert world.log[-3:] == [
        "09:45:10 goes",
        "09:45:19 skip undone",
        "09:45:19 prompt after 45.3 min",
    ]


def test_undo_is_refused_later() -> None:
    world = prompted()
    world.happens(Skipped())
    world.types(seconds=11)
    assert world.happens(Undone()) is Refusal.NOTHING_TO_UNDO


def test_a_snooze_waits_for_a_lull_at_most_five_minutes() -> None:
    world = prompted()
    world.happens(SnoozeAsked(FIVE))
    world.types(minutes=11)
    assert world.prompts[1:] == ["09:55:10 prompt after 55.2 min, snoozed 1"]


def test_snooze_has_a_limit() -> None:
    world = prompted()
    refusals = [world.happens(SnoozeAsked(FIVE)) for _ in range(4)]
    assert refusals == [None, None, None, Refusal.SNOOZE_LIMIT]


def test_nothing_due_nothing_to_snooze_or_skip() -> None:
    world = at_work(minutes=10)
    answers = [world.happens(SnoozeAsked(FIVE)), world.happens(Skipped())]
    assert answers == [Refusal.NOTHING_DUE, Refusal.NOTHING_DUE]


def test_just_moved_clears_the_clock_and_can_be_undone() -> None:
    world = at_work(minutes=20)
    world.happens(Moved())
    world.types(seconds=5)
    after = world.sat_minutes
    world.happens(Undone())
    assert (after, world.sat_minutes) == (0.083, 20.083)


def test_quiet_withdraws_a_shown_prompt() -> None:
    world = World("09:00")
    world.types(minutes=45, seconds=30)
    world.happens(QuietBegan(Reason.CAMERA))
    assert world.log[-2:] == ["09:45:30 withdrawn: camera", "09:45:30 goes"]


def test_full_screen_alone_holds_at_most_twenty_minutes_past_latest() -> None:
    world = at_work(minutes=10)
    world.happens(QuietBegan(Reason.FULL_SCREEN))
    world.types(minutes=80)
    assert world.prompts[0] == "10:05:00 prompt after 65 min"


def test_closing_the_card_collapses_it_and_counts_as_a_showing() -> None:
    world = prompted()
    world.happens(PromptDismissed())
    world.types(minutes=11)
    assert world.prompts[1:] == ["09:55:10 prompt after 55.2 min"]


def test_a_showing_nobody_saw_does_not_count() -> None:
    world = at_work(minutes=35)
    world.rests_hands(minutes=4)
    assert world.log == [
        "09:35:08 shown",
        "09:35:08 prompt after 35.1 min",
        "09:36:08 collapsed",
        "09:36:08 collapses",
        "09:38:00 nobody there",
        "09:38:00 goes",
    ]


def test_after_a_showing_nobody_saw_it_comes_five_minutes_after_the_return() -> None:
    world = at_work(minutes=35)
    world.rests_hands(minutes=4)
    world.types(minutes=20)
    assert world.prompts[1:] == ["09:49:05 prompt after 48 min, I just moved?"]


def test_walking_away_answers_the_prompt() -> None:
    world = at_work(minutes=35)
    world.rests_hands(minutes=7)
    world.types(minutes=1)
    assert world.log[-2:] == [
        "09:42:10 walked away",
        "09:42:10 natural break 09:35:00-09:42:05 absence",
    ]


def test_a_finished_break_clears_the_clock_until_the_return() -> None:
    world = prompted()
    world.happens(SessionBegan(seated=False))
    world.rests_hands(minutes=2)
    world.happens(SessionOver(finished=True, active=timedelta(minutes=2)))
    world.rests_hands(minutes=8)
    world.types(minutes=10)
    assert (world.sat_minutes, world.log[-2:]) == (
        9.917,
        ["09:45:10 started", "09:45:10 goes"],
    )


def test_earliest_and_latest_the_same_means_exactly_every_so_often() -> None:
    half_hour = Reminders(earliest=30 * MINUTE, latest=30 * MINUTE)
    world = World("09:00", settings=Settings(reminders=half_hour))
    world.types(minutes=31)
    assert world.prompts == ["09:30:00 prompt after 30 min"]


def test_a_lull_before_earliest_brings_nothing() -> None:
    world = at_work(minutes=29)
    world.rests_hands(seconds=59)
    assert world.prompts == []


def test_a_pause_in_typing_shorter_than_a_lull_is_none() -> None:
    world = at_work(minutes=31)
    for _ in range(10):
        world.rests_hands(seconds=7)
        world.types(seconds=1)
    assert world.prompts == []


def test_the_length_of_a_lull_is_a_setting() -> None:
    patient = Reminders(lull=timedelta(seconds=30))
    world = World("09:00", settings=Settings(reminders=patient))
    world.types(minutes=31)
    world.rests_hands(seconds=40)
    assert world.prompts == ["09:31:30 prompt after 31.5 min"]


def test_while_a_lull_is_sought_idle_is_looked_at_once_per_lull() -> None:
    world = at_work(minutes=40)
    so_far = len(world.looks)
    world.types(minutes=1)
    assert len(world.looks) - so_far <= 8


def test_a_prompt_that_returns_waits_for_a_lull() -> None:
    world = at_work(minutes=52)
    world.rests_hands(seconds=20)
    assert world.prompts[1:] == ["09:52:08 prompt after 52.1 min"]


def test_closing_the_last_showing_misses_it() -> None:
    world = World("09:00")
    world.types(minutes=72, seconds=10)
    world.happens(PromptDismissed())
    assert world.log[-2:] == ["10:12:10 missed", "10:12:10 collapses"]


def test_missed_leaves_the_clock_alone() -> None:
    world = at_work(minutes=80)
    assert (world.sat_minutes, world.state.base) == (80, 73 * MINUTE)
