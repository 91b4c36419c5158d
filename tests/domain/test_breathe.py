"""“Breathe”: which posture, which pattern, how long; and what is refused."""

from dataclasses import replace
from datetime import timedelta

import pytest

from psoas_break.domain.breathe import RefusedError, Wish, breathing_break
from psoas_break.domain.routine import Item, is_seated
from psoas_break.domain.settings import (
    BodyLimit,
    Breaks,
    Breathing,
    Posture,
    Settings,
)
from psoas_break.storage.catalogue import load
from psoas_break.storage.resources import find_resources
from tests.domain.samples import seconds

CATALOGUE = load(find_resources())[0]
USUAL = Settings()
HOLDS = Settings(breathing=Breathing(holds=True))


def posture(settings: Settings, wish: Wish | None = None) -> str:
    """The exercise it comes to."""
    routine, _pattern = breathing_break(settings, CATALOGUE, wish or Wish())
    return routine.items[-1].exercise


def breathing(posture: Posture, *limits: BodyLimit) -> Settings:
    return Settings(
        breathing=Breathing(posture=posture), breaks=Breaks(limits=frozenset(limits))
    )


def test_standing_begins_with_standing_up() -> None:
    routine, _pattern = breathing_break(USUAL, CATALOGUE)

    assert [(item.exercise, item.amount) for item in routine.items] == [
        ("stand-up-and-move", seconds(15)),
        ("breath-standing", 12),
    ]


def test_seated_is_nothing_but_that() -> None:
    routine, _pattern = breathing_break(USUAL, CATALOGUE, Wish(posture=Posture.SEATED))

    assert routine.items == (Item(exercise="breath-seated", amount=12),)
    assert is_seated(routine, CATALOGUE)


def test_lying_counts_as_a_break_from_sitting() -> None:
    routine, _pattern = breathing_break(breathing(Posture.LYING), CATALOGUE)

    assert [item.exercise for item in routine.items] == ["breath-supine"]
    assert not is_seated(routine, CATALOGUE)


@pytest.mark.parametrize(
    ("chosen", "limit"),
    [
        (Posture.STANDING, BodyLimit.BALANCE),
        (Posture.LYING, BodyLimit.PREGNANCY),
    ],
)
def test_what_is_spared_makes_way_for_sitting(
    chosen: Posture, limit: BodyLimit
) -> None:
    assert posture(breathing(chosen, limit)) == "breath-seated"
    assert posture(breathing(chosen)) != "breath-seated"


def test_a_pattern_with_holds_makes_way_for_sitting() -> None:
    assert posture(HOLDS, Wish(pattern="box-4444")) == "breath-seated"


def test_one_asks_for_a_pattern_by_name_in_any_case() -> None:
    _routine, pattern = breathing_break(USUAL, CATALOGUE, Wish(pattern="EXTENDED_4_8"))

    assert pattern.id == "extended-4-8"


def test_for_how_long_may_be_said() -> None:
    routine, _pattern = breathing_break(
        USUAL, CATALOGUE, Wish(span=timedelta(minutes=5))
    )

    assert routine.items[-1].amount == 30


@pytest.mark.parametrize(
    ("wish", "settings", "reason"),
    [
        (Wish(pattern="nonsense"), USUAL, "no breathing pattern “nonsense”"),
        (Wish(pattern="box-4444"), USUAL, "ask for them in the settings"),
        (
            Wish(pattern="box-4444"),
            replace(HOLDS, breaks=Breaks(limits=frozenset({BodyLimit.PREGNANCY}))),
            "do not go with what you spare",
        ),
        (
            Wish(pattern="four-7-8", posture=Posture.STANDING),
            HOLDS,
            "“4-7-8” is for sitting or lying",
        ),
        (Wish(span=timedelta(hours=1)), USUAL, "1 to 20 min"),
    ],
)
def test_what_cannot_be_done_is_refused_with_the_reason(
    wish: Wish, settings: Settings, reason: str
) -> None:
    with pytest.raises(RefusedError, match=reason):
        breathing_break(settings, CATALOGUE, wish)
