"""Stories of behaviour 3.4: calls and videos stand for missing input, for a while."""

import pytest

from psoas_break.domain.absence import Certain
from psoas_break.domain.events import (
    InhibitorBegan,
    InhibitorEnded,
    LeftForSure,
    QuietBegan,
    QuietEnded,
)
from psoas_break.domain.quiet import Reason
from tests.scenes import at_work
from tests.world import World

CALLS = [Reason.MICROPHONE, Reason.CAMERA]


@pytest.mark.parametrize("call", CALLS)
def test_during_a_call_missing_input_is_sitting(call: Reason) -> None:
    world = at_work(minutes=10)
    world.happens(QuietBegan(call))
    world.rests_hands(minutes=80)
    assert world.sat_minutes == 90


def test_during_a_video_missing_input_is_sitting() -> None:
    world = at_work(minutes=5)
    world.happens(InhibitorBegan())
    world.rests_hands(minutes=20)
    assert world.sat_minutes == 25


def test_do_not_disturb_does_not_stand_for_input() -> None:
    world = at_work(minutes=10)
    world.happens(QuietBegan(Reason.DO_NOT_DISTURB))
    world.rests_hands(minutes=4)
    assert world.gone_since == "09:10:00"


@pytest.mark.parametrize(
    ("minutes", "gone_since", "sat"),
    [(92.99, "", 102.99), (94, "10:40:00", 103), (95, "10:40:00", 0)],
)
def test_it_stands_for_missing_input_for_ninety_minutes_and_then_idle_counts(
    minutes: float, gone_since: str, sat: float
) -> None:
    world = at_work(minutes=10)
    world.happens(QuietBegan(Reason.MICROPHONE))
    world.rests_hands(minutes=minutes)
    assert (world.gone_since, world.sat_minutes) == (gone_since, sat)


def test_an_input_starts_the_ninety_minutes_anew() -> None:
    world = at_work(minutes=10)
    world.happens(QuietBegan(Reason.MICROPHONE))
    world.rests_hands(minutes=60)
    world.types(seconds=5)
    world.rests_hands(minutes=92)
    assert world.gone_since == ""


def test_idle_counts_from_the_end_of_a_call() -> None:
    world = at_work(minutes=10)
    world.happens(QuietBegan(Reason.CAMERA))
    world.rests_hands(minutes=20)
    world.happens(QuietEnded(Reason.CAMERA))
    world.rests_hands(minutes=4)
    assert (world.gone_since, world.sat_minutes) == ("09:30:00", 33)


def test_idle_counts_from_the_end_of_the_last_of_them() -> None:
    world = at_work(minutes=10)
    world.happens(QuietBegan(Reason.CAMERA))
    world.happens(InhibitorBegan())
    world.rests_hands(minutes=20)
    world.happens(QuietEnded(Reason.CAMERA))
    world.rests_hands(minutes=10)
    world.happens(InhibitorEnded())
    world.rests_hands(minutes=4)
    assert world.gone_since == "09:40:00"


def test_a_call_with_a_known_end_stands_for_input_up_to_it() -> None:
    world = at_work(minutes=10)
    world.happens(QuietBegan(Reason.CAMERA, until=world.at.later(20 * world.minute)))
    world.rests_hands(minutes=24)
    assert world.gone_since == "09:30:00"


def test_an_input_after_a_call_counts_more_than_its_end() -> None:
    world = at_work(minutes=10)
    world.happens(InhibitorBegan())
    world.rests_hands(minutes=20)
    world.happens(InhibitorEnded())
    world.types(minutes=1)
    world.rests_hands(minutes=4)
    assert world.gone_since == "09:31:00"


@pytest.mark.parametrize("call", CALLS)
def test_a_call_that_starts_in_a_presumed_absence_is_a_return(call: Reason) -> None:
    world = at_work(minutes=10)
    world.rests_hands(minutes=6)
    world.happens(QuietBegan(call))
    assert world.log == ["09:16:00 natural break 09:10:00-09:16:00 absence"]


def test_a_video_that_starts_in_an_absence_is_no_return() -> None:
    world = at_work(minutes=10)
    world.rests_hands(minutes=4)
    world.happens(InhibitorBegan())
    world.rests_hands(minutes=4)
    assert world.gone_since == "09:10:00"


def test_a_call_that_goes_on_is_no_return() -> None:
    world = World("09:00")
    world.happens(QuietBegan(Reason.MICROPHONE))
    world.rests_hands(minutes=94)
    world.happens(QuietBegan(Reason.MICROPHONE))
    assert world.gone_since == "10:30:00"


def test_a_call_that_starts_behind_the_lock_is_no_return() -> None:
    world = at_work(minutes=10)
    world.happens(LeftForSure(Certain.LOCKED))
    world.rests_hands(minutes=1)
    world.happens(QuietBegan(Reason.MICROPHONE))
    assert world.gone_since == "09:10:00"


@pytest.mark.parametrize("cause", [Certain.LOCKED, Certain.SCREEN_OFF, Certain.ASLEEP])
def test_a_sure_sign_is_absence_even_during_a_call(cause: Certain) -> None:
    world = at_work(minutes=10)
    world.happens(QuietBegan(Reason.MICROPHONE))
    world.happens(LeftForSure(cause))
    world.rests_hands(minutes=5)
    assert world.sat_minutes == 0
