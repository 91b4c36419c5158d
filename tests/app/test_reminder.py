"""The reminder's shell: what it does with what the rules say."""

from datetime import timedelta

import pytest

from psoas_break.app.reminder import PromptEffect
from psoas_break.domain.events import (
    Refusal,
    Skipped,
    TimePassed,
)
from psoas_break.domain.settings import Reminders, Settings
from tests.world import World

MINUTE = timedelta(minutes=1)


def test_a_record_is_written_before_the_prompt_shows() -> None:
    world = World("09:00")
    world.types(minutes=45)
    assert world.log == ["09:45:00 shown", "09:45:00 prompt after 45 min"]


def test_it_says_why_nothing_happened() -> None:
    assert World("09:00").happens(Skipped()) is Refusal.NOTHING_DUE


def test_new_settings_are_heeded_at_once() -> None:
    world = World("09:00")
    world.types(minutes=20)
    soon = Reminders(earliest=10 * MINUTE, latest=15 * MINUTE)
    world.reminder.use(Settings(reminders=soon))
    assert world.prompts == ["09:20:00 prompt after 20 min"]


def test_a_shorter_wait_sets_the_alarm_anew() -> None:
    world = World("09:00")
    world.types(minutes=20)
    soon = Reminders(earliest=25 * MINUTE, latest=25 * MINUTE)
    world.reminder.use(Settings(reminders=soon))
    world.types(minutes=6)
    assert world.prompts == ["09:25:00 prompt after 25 min"]


def test_a_ring_too_early_does_no_harm() -> None:
    world = World("09:00")
    world.types(minutes=10)
    before = world.state
    world.happens(TimePassed(timedelta()))
    world.happens(TimePassed(timedelta()))
    assert (world.state.clock, world.log) == (before.clock, [])


def test_a_ring_too_late_shows_the_prompt_once() -> None:
    world = World("09:00")
    world.types(minutes=40)
    world.at = world.at.later(10 * MINUTE)
    world.happens(TimePassed(timedelta()))
    world.happens(TimePassed(timedelta()))
    assert [line for line in world.log if "prompt" in line] == [
        "09:50:00 prompt after 50 min"
    ]


class Stumbling(World):
    """A world in which the first prompt cannot be shown."""

    stumbles = True

    def _prompt(self, effect: PromptEffect) -> None:
        if self.stumbles:
            self.stumbles = False
            raise ZeroDivisionError
        super()._prompt(effect)


def test_after_whatever_goes_wrong_the_alarm_still_rings() -> None:
    world = Stumbling("09:00")
    with pytest.raises(ZeroDivisionError):
        world.types(minutes=46)
    world.types(minutes=12)
    assert world.prompts == ["09:56:00 prompt after 56 min"]
