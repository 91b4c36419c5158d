"""Putting a routine together, step by step."""

from datetime import timedelta

from psoas_break.domain.own_routine import (
    MOST_ITEMS,
    copy_of,
    dosed,
    moved,
    named,
    new_routine,
    with_exercise,
    without,
)
from psoas_break.domain.routine import Item, Routine
from tests.app.at_the_desk import ours

LETTERS = Routine(
    id="own-1",
    name="Letters",
    own=True,
    items=tuple(Item(exercise=one) for one in "abcd"),
)


def order(routine: Routine) -> str:
    return "".join(item.exercise for item in routine.items)


def test_a_new_one_has_an_id_nobody_has() -> None:
    assert new_routine("New", {"own-1", "own-3", "R1"}).id == "own-2"


def test_a_copy_is_another_one() -> None:
    copy = copy_of(LETTERS, "Copy", {"own-1"})
    assert (copy.id, copy.name, copy.items) == ("own-2", "Copy", LETTERS.items)


def test_a_name_of_blanks_changes_nothing() -> None:
    assert named(LETTERS, "  \t") == LETTERS
    assert named(LETTERS, "  Good \n morning ").name == "Good morning"


def test_rows_move_and_stop_at_the_ends() -> None:
    assert order(moved(LETTERS, 0, 2)) == "bcad"
    assert order(moved(LETTERS, 3, 1)) == "adbc"
    assert order(moved(LETTERS, 1, 99)) == "acdb"
    assert order(moved(LETTERS, 1, -99)) == "bacd"


def test_one_is_taken_out() -> None:
    assert order(without(LETTERS, 1)) == "acd"


def test_an_exercise_comes_with_its_usual_dose() -> None:
    exercise = ours().exercises["hip-hinge-rdl"]
    added = with_exercise(new_routine("New", ()), exercise)
    assert added.items == (Item(exercise="hip-hinge-rdl", amount=8),)


def test_tips_and_more_than_fit_are_not_added() -> None:
    tip = ours().exercises["massage-referral"]
    assert with_exercise(LETTERS, tip) == LETTERS
    march = ours().exercises["seated-march"]
    routine = LETTERS
    for _again in range(30):
        routine = with_exercise(routine, march)
    assert len(routine.items) == MOST_ITEMS


def test_a_dose_stays_in_its_range() -> None:
    stretch = with_exercise(
        new_routine("New", ()), ours().exercises["standing-hip-flexor-stretch"]
    )
    for seconds, kept in ((45, 45), (300, 60), (1, 20)):
        span = timedelta(seconds=seconds)
        (item,) = dosed(stretch, 0, span, ours()).items
        assert item.amount == timedelta(seconds=kept)
