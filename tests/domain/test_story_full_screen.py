"""Stories of full screen, which alone holds a prompt only so long (section 4)."""

import pytest

from psoas_break.domain.events import (
    InhibitorBegan,
    PauseSet,
    QuietBegan,
)
from psoas_break.domain.quiet import Pause, Reason
from tests.scenes import at_work
from tests.world import World


def full_screen(minutes: float) -> World:
    world = at_work(minutes=10)
    world.happens(QuietBegan(Reason.FULL_SCREEN))
    world.types(minutes=minutes)
    return world


def test_full_screen_alone_holds_twenty_minutes_past_latest() -> None:
    assert full_screen(54.9).prompts == []


def test_and_no_longer() -> None:
    assert full_screen(55).prompts == ["10:05:00 prompt after 65 min"]


def test_after_that_it_holds_no_further_showing() -> None:
    assert full_screen(68).prompts[1:] == ["10:16:00 prompt after 76 min"]


@pytest.mark.parametrize("reason", [Reason.LISTED_APP, Reason.MICROPHONE])
def test_with_another_reason_it_holds_on(reason: Reason) -> None:
    world = World("09:00")
    world.happens(QuietBegan(Reason.FULL_SCREEN))
    world.happens(QuietBegan(reason))
    world.types(minutes=90)
    assert world.prompts == []


def test_with_a_video_in_it_it_holds_on() -> None:
    world = World("09:00")
    world.happens(QuietBegan(Reason.FULL_SCREEN))
    world.happens(InhibitorBegan())
    world.types(minutes=90)
    assert world.prompts == []


def test_a_pause_that_ends_in_it_is_still_the_end_of_a_quiet_reason() -> None:
    world = World("09:00")
    world.happens(QuietBegan(Reason.FULL_SCREEN))
    world.happens(PauseSet(Pause(world.at)))
    world.types(minutes=70)
    world.happens(PauseSet(None))
    world.rests_hands(minutes=1)
    assert world.prompts == ["10:10:30 prompt after 70.5 min"]
