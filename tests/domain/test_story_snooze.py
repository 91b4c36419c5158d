"""Stories of Snooze, Skip and Undo (section 4)."""

from datetime import timedelta

from psoas_break.domain.events import (
    QuietBegan,
    Refusal,
    Skipped,
    SnoozeAsked,
    Undone,
)
from psoas_break.domain.prompt import Waiting
from psoas_break.domain.quiet import Reason
from psoas_break.domain.settings import Reminders, Settings
from tests.scenes import at_work, prompted
from tests.world import World

MINUTE = timedelta(minutes=1)
SNOOZE = SnoozeAsked(5 * MINUTE)


def limited_to(limit: int | None) -> Settings:
    return Settings(reminders=Reminders(snooze_limit=limit))


def test_it_ends_at_the_first_lull() -> None:
    world = prompted()
    world.happens(SNOOZE)
    world.types(minutes=7)
    world.rests_hands(minutes=1)
    assert world.prompts[1:] == ["09:52:18 prompt after 52.3 min, snoozed 1"]


def test_it_runs_in_steady_time() -> None:
    world = prompted()
    world.happens(SNOOZE)
    world.sets_the_wall_clock(hours=-1)
    world.types(minutes=4, seconds=50)
    world.rests_hands(minutes=1)
    assert world.prompts[1:] == ["08:50:10 prompt after 50.2 min, snoozed 1"]


def test_no_longer_due_at_its_end_it_lapses() -> None:
    world = prompted()
    world.happens(SNOOZE)
    world.locks(minutes=3)
    world.types(minutes=3)
    assert world.log[-1] == "09:50:10 lapsed"


def test_a_lapsed_prompt_comes_again_when_it_is_due() -> None:
    world = prompted()
    world.happens(SNOOZE)
    world.locks(minutes=3)
    world.types(minutes=12)
    world.rests_hands(seconds=20)
    assert world.prompts[1:] == ["10:00:18 prompt after 30.2 min, snoozed 1"]


def test_a_lapse_leaves_the_counts_alone() -> None:
    world = prompted()
    world.types(minutes=2)
    world.happens(SNOOZE)
    world.locks(minutes=3)
    world.types(minutes=3)
    assert (world.state.snoozes, len(world.state.showings)) == (1, 1)


def test_a_break_clears_the_counts() -> None:
    world = prompted()
    world.types(minutes=2)
    world.happens(SNOOZE)
    world.locks(minutes=5)
    assert (world.state.snoozes, world.state.showings) == (0, ())


def test_any_clear_ends_a_snooze() -> None:
    world = prompted()
    world.happens(SNOOZE)
    world.locks(minutes=5)
    assert world.state.ask == Waiting()


def test_a_natural_break_answers_a_snoozed_prompt() -> None:
    world = prompted()
    world.happens(SNOOZE)
    world.locks(minutes=5)
    assert "09:50:10 walked away" in world.log


def test_skip_takes_the_counts_back_to_nothing() -> None:
    world = prompted()
    world.happens(SNOOZE)
    world.happens(Skipped())
    assert world.state.snoozes == 0


def test_what_is_due_and_not_yet_asked_can_be_snoozed() -> None:
    world = at_work(minutes=31)
    world.happens(SNOOZE)
    world.types(minutes=11)
    assert world.prompts == ["09:41:00 prompt after 41 min, snoozed 1"]


def test_a_snoozed_prompt_can_be_snoozed_again() -> None:
    world = prompted()
    world.happens(SNOOZE)
    world.types(minutes=1)
    world.happens(SNOOZE)
    assert world.state.snoozes == 2


def test_the_limit_refuses_and_leaves_the_prompt() -> None:
    world = prompted(limited_to(1))
    world.happens(SNOOZE)
    world.types(minutes=10)
    world.happens(SNOOZE)
    assert world.situation.prompt == "shown"


def test_none_allowed_says_so() -> None:
    world = prompted(limited_to(0))
    assert world.happens(SNOOZE) is Refusal.NO_SNOOZE


def test_unlimited_never_refuses() -> None:
    world = prompted(limited_to(None))
    answers = [world.happens(SNOOZE) for _ in range(20)]
    assert answers == [None] * 20


def test_a_refused_button_says_why() -> None:
    world = prompted(limited_to(1))
    world.happens(SNOOZE)
    assert world.situation.snooze_refusal == "Snoozed 1 time already."


def test_a_switched_off_button_says_why() -> None:
    said = prompted(limited_to(0)).situation.snooze_refusal
    assert said == "Snoozing is switched off in the settings."


def test_with_nothing_due_it_says_when_something_will_be() -> None:
    said = World("09:00").situation.snooze_refusal
    assert said == "No break is due before 09:30."


# Skip


def test_skip_of_what_was_never_shown_is_remembered() -> None:
    world = at_work(minutes=31)
    world.happens(Skipped())
    assert world.log == ["09:31:00 skipped"]


def test_undo_is_remembered_for_the_same_prompt() -> None:
    world = at_work(minutes=31)
    world.happens(Skipped())
    world.types(seconds=5)
    world.happens(Undone())
    assert len({getattr(record, "prompt", None) for record in world.records}) == 1


def test_undo_gives_back_counts_and_base() -> None:
    world = prompted()
    world.happens(SNOOZE)
    world.happens(Skipped())
    world.happens(Undone())
    assert (world.state.snoozes, world.state.base) == (1, timedelta())


def test_undo_of_a_skip_leaves_the_clock_alone() -> None:
    world = prompted()
    world.happens(Skipped())
    world.locks(seconds=3)
    before = world.sat
    world.happens(Undone())
    assert world.sat == before


def test_undo_in_a_call_does_not_show_the_prompt() -> None:
    world = prompted()
    world.happens(Skipped())
    world.happens(QuietBegan(Reason.CAMERA))
    world.happens(Undone())
    assert world.situation.prompt == "none"
