"""Stories of a desktop that tells of silence: the same happens, with fewer looks."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psoas_break.domain.events import (
    InhibitorBegan,
    InhibitorEnded,
    Moved,
    QuietBegan,
    QuietEnded,
    SessionBegan,
    SessionOver,
    SnoozeAsked,
)
from psoas_break.domain.quiet import Reason
from psoas_break.domain.settings import Settings
from psoas_break.domain.state import first_state
from psoas_break.domain.waking import silence_awaited
from tests.histories import often
from tests.world import World

SECOND = timedelta(seconds=1)


def told(start: str = "09:00") -> World:
    return World(start, told_of_return=True, told_of_silence=True)


def types_on_and_off(world: World, minutes: int) -> None:
    """Pause for five seconds after every five of typing: never long enough."""
    for _ in range(minutes * 6):
        world.types(seconds=5)
        world.rests_hands(seconds=5)


def test_the_prompt_comes_when_silence_falls() -> None:
    world = told()
    world.types(minutes=33)
    world.rests_hands(seconds=20)
    assert world.prompts == ["09:33:08 prompt after 33.1 min"]


def test_while_a_lull_is_searched_nobody_looks_for_it() -> None:
    world = told()
    world.types(minutes=30)
    so_far = len(world.looks)
    types_on_and_off(world, 14)
    assert len(world.looks) - so_far <= 14 / 3 + 1
    assert world.prompts == []


def test_without_a_lull_it_comes_at_latest() -> None:
    world = told()
    world.types(minutes=30)
    types_on_and_off(world, 16)
    assert world.prompts[0] == "09:45:00 prompt after 45 min"


def test_hands_that_rest_already_when_the_window_opens_are_in_a_lull() -> None:
    world = told()
    world.types(minutes=29.5)
    world.rests_hands(minutes=1)
    assert world.prompts == ["09:30:00 prompt after 30 min"]


def test_before_the_window_silence_is_nothing_to_be_told_of() -> None:
    world = told()
    world.types(minutes=10)
    so_far = len(world.looks)
    world.rests_hands(seconds=60)
    assert world.looks[so_far:] == []


def test_after_a_call_it_waits_for_silence_again() -> None:
    world = told()
    world.types(minutes=40)
    world.happens(QuietBegan(Reason.MICROPHONE))
    world.rests_hands(minutes=2)
    world.happens(QuietEnded(Reason.MICROPHONE))
    world.types(minutes=1)
    world.rests_hands(seconds=20)
    assert world.prompts == ["09:43:08 prompt after 43.1 min"]


def test_after_a_snooze_it_comes_with_the_first_silence() -> None:
    world = told()
    world.types(minutes=45)
    world.happens(SnoozeAsked(5 * 60 * SECOND))
    world.types(minutes=6)
    world.rests_hands(seconds=10)
    assert world.prompts[1:] == ["09:51:08 prompt after 51.1 min, snoozed 1"]


def test_silence_is_told_at_most_once_while_it_lasts() -> None:
    world = told()
    world.types(minutes=33)
    world.happens(QuietBegan(Reason.FULL_SCREEN))
    so_far = len(world.looks)
    world.rests_hands(minutes=2)
    assert world.looks[so_far:] == []


def test_while_somebody_types_nobody_looks_for_an_absence() -> None:
    world = told()
    so_far = len(world.looks)
    world.types(minutes=24)
    assert len(world.looks) - so_far <= 24 / 6


def test_an_absence_is_told_of_and_begins_with_the_last_input() -> None:
    world = told()
    world.types(minutes=10)
    world.rests_hands(minutes=3)
    assert (world.looks[-1], world.gone_since) == ("09:13:00", "09:10:00")


class Late(World):
    """A desktop on which some time passes between an input and what is read of it."""

    late = timedelta()

    def idle(self) -> timedelta | None:
        known = super().idle()
        return None if known is None else max(known - self.late, timedelta())


@pytest.mark.parametrize("late", [timedelta(milliseconds=2), timedelta(seconds=50)])
def test_an_absence_is_told_of_though_the_last_input_was_read_late(
    late: timedelta,
) -> None:
    world = Late("09:00", told_of_return=True, told_of_silence=True)
    world.types(minutes=10)
    world.rests_hands(seconds=50)
    world.late = late
    world.reminder.look()
    world.late = timedelta()
    world.rests_hands(seconds=130)
    assert world.gone_since == "09:10:00"


def test_before_any_input_was_heard_it_looks_for_an_absence_by_the_time() -> None:
    world = told()
    started = first_state(world.at)
    assert silence_awaited(started, world.at, Settings()) is None
    world.rests_hands(minutes=3)
    assert (world.looks[-1], world.gone_since) == ("09:03:00", "09:00:00")


class Forgetful(World):
    """A desktop that says it tells of silence, and does not."""

    def tell_silence(self, _span: timedelta | None, fell: Callable[[], None]) -> None:
        super().tell_silence(None, fell)


def test_an_absence_nobody_told_of_is_found_out_soon() -> None:
    world = Forgetful("09:00", told_of_silence=True)
    world.types(minutes=10)
    world.rests_hands(minutes=6)
    assert world.gone_since == "09:10:00"


def test_what_counts_from_the_end_of_a_video_is_looked_for() -> None:
    world = told()
    world.types(minutes=10)
    world.happens(InhibitorBegan())
    world.rests_hands(minutes=7)
    world.happens(InhibitorEnded())
    world.rests_hands(minutes=3)
    assert world.gone_since == "09:17:00"


ACTS = (
    lambda world: world.happens(SnoozeAsked(5 * 60 * SECOND)),
    lambda world: world.happens(Moved()),
    lambda world: world.happens(QuietBegan(Reason.CAMERA)),
    lambda world: world.happens(QuietEnded(Reason.CAMERA)),
    lambda world: world.happens(InhibitorBegan()),
    lambda world: world.happens(InhibitorEnded()),
    lambda world: world.locks(seconds=100),
    lambda world: world.happens(SessionBegan(seated=True)),
    lambda world: world.happens(SessionOver(finished=True, active=90 * SECOND)),
)
DAYS = st.lists(
    st.tuples(st.integers(0, 900), st.integers(0, 900), st.sampled_from(ACTS)),
    max_size=12,
)


@often
@given(DAYS)
def test_what_happens_does_not_depend_on_who_tells(
    day: list[tuple[int, int, Callable[[World], object]]],
) -> None:
    logs = []
    for told_of_silence in (False, True):
        world = World("09:00", told_of_silence=told_of_silence)
        for typed, rested, act in day:
            world.types(seconds=typed)
            world.rests_hands(seconds=rested)
            act(world)
        logs.append((world.log, world.records))
    assert logs[0] == logs[1]
