from datetime import timedelta

import pytest

from psoas_break.domain.dose import Dose, Hold, Repetitions, Tip
from psoas_break.domain.routine import (
    Item,
    amount_of,
    fits,
    is_seated,
    routine_of,
    scaled,
)
from tests.domain.samples import (
    CATALOGUE,
    LIFT,
    MARCH,
    SIT,
    STRETCH,
    WALK,
    routine,
    seconds,
)


@pytest.mark.parametrize(
    ("amount", "dose", "meant"),
    [
        (None, STRETCH.dose, seconds(30)),
        (seconds(40), STRETCH.dose, seconds(40)),
        (seconds(5), STRETCH.dose, seconds(20)),
        (seconds(90), STRETCH.dose, seconds(60)),
        (7, STRETCH.dose, seconds(30)),
        (seconds(500), WALK.dose, seconds(120)),
        (None, MARCH.dose, 6),
        (1, MARCH.dose, 4),
        (99, MARCH.dose, 12),
        (seconds(9), MARCH.dose, 6),
        (200, SIT.dose, 120),
        (seconds(9), Tip(), 0),
    ],
)
def test_a_dose_stays_inside_its_range(
    amount: timedelta | int | None, dose: Dose, meant: timedelta | int
) -> None:
    assert amount_of(Item(exercise="any", amount=amount), dose) == meant


@pytest.mark.parametrize(
    ("dose", "least"), [(STRETCH.dose, seconds(20)), (MARCH.dose, 4)]
)
def test_the_easier_form_is_done_for_the_least(
    dose: Dose, least: timedelta | int
) -> None:
    assert amount_of(Item(exercise="any", easier=True), dose) == least


@pytest.mark.parametrize(
    ("amount", "dose", "fine"),
    [
        (None, STRETCH.dose, True),
        (seconds(20), STRETCH.dose, True),
        (seconds(19), STRETCH.dose, False),
        (20, STRETCH.dose, False),
        (12, MARCH.dose, True),
        (13, MARCH.dose, False),
        (seconds(6), MARCH.dose, False),
    ],
)
def test_an_amount_must_be_of_its_sort_and_in_range(
    amount: timedelta | int | None, dose: Dose, *, fine: bool
) -> None:
    assert fits(Item(exercise="any", amount=amount), dose) is fine


def test_holds_are_scaled_to_fives_of_seconds() -> None:
    assert isinstance(STRETCH.dose, Hold)
    longer = scaled(Item(exercise="stretch"), STRETCH.dose, 1.4)
    assert longer.amount == seconds(40)


def test_repetitions_are_scaled_to_whole_ones() -> None:
    assert isinstance(MARCH.dose, Repetitions)
    assert scaled(Item(exercise="march"), MARCH.dose, 1.4).amount == 8


@pytest.mark.parametrize("name", ["a", "A"])
def test_a_routine_is_found_in_any_case(name: str) -> None:
    found = CATALOGUE.find(name)
    assert found is not None
    assert found.id == "A"


def test_an_exercise_is_found_as_a_routine_of_its_own() -> None:
    assert CATALOGUE.find("stand_UP_and_move") == routine_of(WALK)


@pytest.mark.parametrize("name", ["card", "nobody", ""])
def test_tips_and_unknown_names_are_no_break(name: str) -> None:
    assert CATALOGUE.find(name) is None


@pytest.mark.parametrize(
    ("items", "seated"),
    [
        ((SIT.id,), True),
        ((LIFT.id, SIT.id), True),
        ((WALK.id, SIT.id), False),
        ((STRETCH.id,), False),
    ],
)
def test_a_break_is_seated_when_all_of_it_is(
    items: tuple[str, ...], *, seated: bool
) -> None:
    assert is_seated(routine("any", *items), CATALOGUE) is seated
