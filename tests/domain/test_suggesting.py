"""Which break comes next, and what it is said to be suggested for."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from psoas_break.domain.exercise import Place
from psoas_break.domain.history import Side
from psoas_break.domain.progression import Form
from psoas_break.domain.rotation import Mark, Rotation, mark
from psoas_break.domain.suggesting import Suggestion, suggest
from psoas_break.domain.suiting import Circumstances
from psoas_break.storage.catalogue import load

OURS, _problems = load(Path(__file__).parents[2] / "resources")
NOW = datetime.fromisoformat("2026-03-05T09:00:00+01:00")
MINUTE = timedelta(minutes=1)
EVERYWHERE = frozenset(Place)


def days_ago(number: float) -> datetime:
    return NOW - timedelta(days=number)


def offered(today: Circumstances, rotation: Rotation | None = None) -> Suggestion:
    return suggest(rotation or Rotation(), OURS, today, NOW)


def ids(suggestion: Suggestion) -> list[str]:
    return [item.exercise for item in suggestion.routine.items]


def sides(left: float, right: float) -> dict[Side, timedelta]:
    return {Side.LEFT: left * MINUTE, Side.RIGHT: right * MINUTE}


# --- Turns ----------------------------------------------------------------------


def test_what_was_just_done_does_not_come_again_at_once() -> None:
    only_one = Rotation(passed=frozenset({"R3", "R4", "R6"}))
    assert offered(Circumstances(last="R2"), only_one).routine.id == "R5"


def test_it_does_where_nothing_else_is_left() -> None:
    only_one = Rotation(passed=frozenset({"R3", "R4", "R5", "R6"}))
    assert offered(Circumstances(last="R2"), only_one).routine.id == "R2"


def test_strength_work_never_comes_in_two_breaks_running() -> None:
    marched = Circumstances(just_done=frozenset({"standing-march", "seated-march"}))
    assert ids(offered(marched, Rotation(position=1))) == [
        "standing-hip-flexor-stretch",
        "breath-seated",
    ]


def test_overdue_strength_work_comes_before_its_turn() -> None:
    found = offered(Circumstances(strength=(days_ago(3),)))
    assert (found.routine.id, found.in_turn) == ("R5", False)
    assert "no strength since Monday" in found.reason


def test_without_any_strength_work_yet_the_rotation_comes_to_it() -> None:
    assert offered(Circumstances()).routine.id == "R2"


def test_a_favourite_takes_its_turn_behind_the_others() -> None:
    rotation = mark(Rotation(position=6), "R7", Mark.FAVOURITE, on=True)
    found = offered(Circumstances(places=EVERYWHERE), rotation)
    assert found.routine.id == "R7"
    assert "favourite" in found.reason


@pytest.mark.parametrize("name", ["R8", "warrior-pose"])
def test_a_favourite_that_is_no_break_from_sitting_begins_with_standing(
    name: str,
) -> None:
    rotation = mark(Rotation(position=6), name, Mark.FAVOURITE, on=True)
    found = offered(Circumstances(), rotation)
    assert (found.routine.id, ids(found)[0]) == (name, "stand-up-and-move")


def test_a_favourite_that_is_no_longer_there_is_passed_over() -> None:
    rotation = mark(Rotation(position=6), "R99", Mark.FAVOURITE, on=True)
    assert offered(Circumstances(), rotation).routine.id == "R2"


def test_an_exercise_that_is_left_out_is_left_out_of_every_routine() -> None:
    rotation = mark(Rotation(position=1), "standing-march", Mark.LEFT_OUT, on=True)
    assert ids(offered(Circumstances(), rotation))[0] == "seated-march"


# --- Going easy -----------------------------------------------------------------


def test_a_week_of_mobility_has_no_strength_in_it() -> None:
    gentle = Circumstances(form=Form(gentle=True))
    found = offered(gentle, Rotation(position=1))
    assert ids(found) == ["standing-hip-flexor-stretch", "breath-seated"]
    assert "mobility only" in found.reason


def test_after_two_weeks_off_it_starts_at_level_one() -> None:
    back = Circumstances(form=Form(easing=True, highest_level=1))
    levels = [
        OURS.exercises[name].level
        for position in range(6)
        for name in ids(offered(back, Rotation(position=position)))
    ]
    assert set(levels) == {1}
    assert "after two weeks" in offered(back).reason


def test_after_a_week_off_it_is_a_step_easier() -> None:
    back = Circumstances(form=Form(easing=True))
    usual, easier = (
        offered(today).routine.items[1] for today in (Circumstances(), back)
    )
    assert (usual.amount, easier.amount) == (
        timedelta(seconds=30),
        timedelta(seconds=20),
    )


# --- Why ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("today", "position", "reason"),
    [
        (Circumstances(), 0, "it is next in turn"),
        (Circumstances(strength=(days_ago(0.2),)), 4, "strength work rests today"),
        (
            Circumstances(hidden=frozenset({"breath-seated"})),
            4,
            "without Belly breathing, seated",
        ),
        (Circumstances(fortnight=sides(3, 6)), 0, "left side is 3 min behind"),
        (Circumstances(fortnight=sides(7, 5)), 0, "right side is 2 min behind"),
        (Circumstances(fortnight=sides(6, 5)), 0, "it is next in turn"),
        (Circumstances(week=sides(3.5, 4)), 0, "3 of 5 min a side stretched this week"),
        (Circumstances(week=sides(5, 5)), 0, "it is next in turn"),
        (Circumstances(week=sides(0.9, 4)), 0, "it is next in turn"),
        (Circumstances(strength=(days_ago(8),)), 0, "no strength work for a week"),
    ],
)
def test_a_suggestion_says_why(
    today: Circumstances, position: int, reason: str
) -> None:
    found = offered(today, Rotation(position=position)).reason
    assert found == f"Suggested because: {reason}"


def test_several_reasons_are_all_said() -> None:
    today = Circumstances(strength=(days_ago(3),), fortnight=sides(3, 6))
    assert offered(today).reason == (
        "Suggested because: left side is 3 min behind; no strength since Monday"
    )


def test_where_nothing_suits_that_is_said() -> None:
    nothing = replace(OURS, rotation=())
    today = Circumstances()
    assert "standing up" in suggest(Rotation(), nothing, today, NOW).reason
    seated = Circumstances(places=frozenset({Place.CHAIR}))
    assert "slow breathing" in suggest(Rotation(), nothing, seated, NOW).reason
