"""Stories of the one word, the numbers and what can be said now (section 4)."""

from datetime import timedelta

import pytest

from psoas_break.domain.absence import Certain
from psoas_break.domain.describing import next_break, refusal_line
from psoas_break.domain.events import (
    LeftForSure,
    Moved,
    PauseSet,
    PromptDismissed,
    QuietBegan,
    Refusal,
    SessionBegan,
    Skipped,
    SnoozeAsked,
    StandingSet,
)
from psoas_break.domain.hours import WorkingHours
from psoas_break.domain.quiet import Pause, Reason
from psoas_break.domain.settings import Settings
from tests.scenes import at_work
from tests.world import World

MINUTE = timedelta(minutes=1)
OFFICE = Settings(hours=WorkingHours(enabled=True))


def test_the_first_that_holds_is_the_state() -> None:
    world = World("19:00", settings=OFFICE)
    said = [world.situation.state.value]
    world.happens(PauseSet(Pause(world.at)))
    said.append(world.situation.state.value)
    world.happens(LeftForSure(Certain.LOCKED))
    said.append(world.situation.state.value)
    world.happens(SessionBegan(seated=True))
    said.append(world.situation.state.value)
    assert said == ["off_hours", "off_hours", "away", "on_break"]


def test_paused_comes_before_standing_and_standing_before_due() -> None:
    world = at_work(46.5)
    said = [world.situation.state.value]
    world.happens(StandingSet(on=True))
    said.append(world.situation.state.value)
    world.happens(PauseSet(Pause(world.at)))
    said.append(world.situation.state.value)
    assert said == ["due", "standing", "paused"]


@pytest.mark.parametrize(
    ("minutes", "state"), [(10, "sitting"), (45.5, "prompting"), (75, "due")]
)
def test_the_prompt_names_the_rest(minutes: float, state: str) -> None:
    assert at_work(minutes).situation.state == state


def test_snoozed_and_pending_are_due() -> None:
    world = at_work(45.5)
    world.happens(SnoozeAsked(MINUTE))
    said = [world.situation.state.value]
    world.happens(QuietBegan(Reason.CAMERA))
    world.types(minutes=2)
    said.append(world.situation.state.value)
    assert said == ["due", "due"]


# Numbers


def test_the_next_break_is_never_less_than_nothing_away() -> None:
    world = at_work(40)
    coming = next_break(world.state, world.at, Settings())
    assert coming is not None
    assert (coming.earliest, coming.latest) == (timedelta(), 5 * MINUTE)


def test_while_the_clock_stands_still_there_is_no_next_break() -> None:
    world = at_work(10)
    world.rests_hands(minutes=4)
    assert next_break(world.state, world.at, Settings()) is None


def test_the_ring_empties_towards_latest() -> None:
    assert at_work(9).situation.remaining == 0.8


def test_it_never_holds_less_than_nothing() -> None:
    assert at_work(50).situation.remaining == 0


# What can be said


def test_undo_names_what_it_takes_back() -> None:
    world = at_work(45.5)
    world.clicks(Skipped())
    said = [world.situation.undo]
    world.clicks(Moved())
    said.append(world.situation.undo)
    world.types(seconds=11)
    said.append(world.situation.undo)
    assert said == ["Undo skip", "Undo “I just moved”", ""]


def test_between_two_looks_an_old_undo_is_not_offered() -> None:
    world = at_work(45.5)
    world.clicks(Skipped())
    world.at = world.at.later(timedelta(seconds=10))
    assert world.situation.undo == ""


@pytest.mark.parametrize(
    ("refusal", "line"),
    [
        (Refusal.NOTHING_DUE, "No break is due before 09:30."),
        (Refusal.NO_SNOOZE, "Snoozing is switched off in the settings."),
        (Refusal.SNOOZE_LIMIT, "Snoozed 0 times already."),
        (Refusal.NOTHING_TO_UNDO, "There is nothing to undo."),
        (Refusal.NO_ABSENCE, "There was no absence just now."),
    ],
)
def test_a_refusal_is_one_line(refusal: Refusal, line: str) -> None:
    world = at_work(1)
    assert refusal_line(refusal, world.state, world.at, Settings()) == line


def test_with_no_next_break_in_sight_nothing_is_due() -> None:
    world = at_work(1)
    world.happens(LeftForSure(Certain.LOCKED))
    refused = refusal_line(Refusal.NOTHING_DUE, world.state, world.at, Settings())
    assert refused == "No break is due."


def test_can_snooze_and_skip_only_what_is_due() -> None:
    early, late = at_work(10).situation, at_work(31).situation
    assert [early.can_snooze, early.can_skip, late.can_snooze, late.can_skip] == [
        False,
        False,
        True,
        True,
    ]


def test_a_closed_card_can_still_be_skipped() -> None:
    world = at_work(45.5)
    world.happens(PromptDismissed())
    assert world.situation.can_skip
