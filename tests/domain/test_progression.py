"""Practice makes an exercise longer by a little a week; time off shorter again."""

from collections.abc import Iterable
from datetime import datetime, timedelta

import pytest

from psoas_break.domain.history import Held, Side
from psoas_break.domain.progression import (
    Form,
    Progression,
    after_break,
    form_at,
    go_gently,
    stepped,
    too_much,
)
from psoas_break.domain.routine import Catalogue, Item, Routine
from tests.app.at_the_desk import ours

DAY = timedelta(days=1)
START = datetime.fromisoformat("2026-03-02T09:00:00+01:00")
LEGS = "seated-straight-leg-lift"
STRETCH = "standing-hip-flexor-stretch"
HINGE = "hip-hinge-rdl"
PLANNED = {
    LEGS: Item(exercise=LEGS, amount=5),
    HINGE: Item(exercise=HINGE, amount=8),
    STRETCH: Item(exercise=STRETCH, amount=timedelta(seconds=30)),
}


def catalogue() -> Catalogue:
    return ours()


def does(
    progression: Progression,
    name: str,
    day: float,
    *,
    week: float = 1,
    sides: Iterable[Side] = (Side.LEFT, Side.RIGHT),
    planned: bool = True,
) -> Progression:
    """Do an exercise in full, as it is suggested that day."""
    now = START + day * DAY
    exercise = catalogue().exercises[name]
    item = stepped(PLANNED[name], exercise, form_at(progression, now))
    amount = item.amount
    assert amount is not None
    span = amount if isinstance(amount, timedelta) else timedelta(seconds=20)
    count = amount if isinstance(amount, int) else 0
    which = [Side.BOTH] if name == HINGE else sides
    rows = [
        Held(
            session=now,
            index=n,
            exercise=name,
            side=side,
            held=span,
            at=now,
            repetitions=count,
        )
        for n, side in enumerate(which)
    ]
    return after_break(
        progression,
        rows,
        now,
        planned=Routine(id="one", name="", items=(item,)) if planned else None,
        catalogue=catalogue(),
        week=dict.fromkeys((Side.LEFT, Side.RIGHT), timedelta(minutes=week)),
    )


def amount(progression: Progression, name: str, day: float) -> timedelta | int | None:
    form = form_at(progression, START + day * DAY)
    return stepped(PLANNED[name], catalogue().exercises[name], form).amount


def practised(name: str, *days: float, week: float = 1) -> Progression:
    progression = Progression()
    for day in days:
        progression = does(progression, name, day, week=week)
    return progression


def test_a_week_of_practice_adds_one_repetition() -> None:
    assert amount(practised(LEGS, 0, 3, 6), LEGS, 6) == 5
    assert amount(practised(LEGS, 0, 3, 7), LEGS, 7) == 6


def test_a_week_of_practice_adds_five_seconds() -> None:
    assert amount(practised(STRETCH, 0, 3, 7), STRETCH, 7) == timedelta(seconds=35)


def test_once_is_no_practice() -> None:
    alone = practised(HINGE, 0)
    busy = does(alone, HINGE, 6.9, planned=False)
    assert amount(busy, HINGE, 7) == 8


def test_it_never_grows_beyond_its_range() -> None:
    progression = practised(LEGS, *range(0, 200, 3))
    most = catalogue().exercises[LEGS].dose
    assert amount(progression, LEGS, 200) == 10
    assert most.amount.most == 10  # type: ignore[union-attr]  # it is no tip


def test_a_stretch_does_not_grow_once_the_week_has_five_minutes() -> None:
    assert amount(practised(STRETCH, 0, 3, 7, week=5), STRETCH, 7) == timedelta(
        seconds=30
    )


def test_beyond_ten_minutes_a_week_it_is_as_planned_again() -> None:
    grown = practised(STRETCH, 0, 3, 7)
    busy = does(grown, STRETCH, 8, week=11)
    assert amount(busy, STRETCH, 8) == timedelta(seconds=30)


def test_half_of_it_counts_for_nothing() -> None:
    progression = Progression()
    for day in (0, 3, 7):
        progression = does(progression, LEGS, day, sides=[Side.LEFT])
    assert amount(progression, LEGS, 7) == 5


def test_what_nobody_suggested_makes_nothing_grow() -> None:
    progression = Progression()
    for day in (0, 3, 7):
        progression = does(progression, LEGS, day, planned=False)
    assert progression.grown == ()


def test_nothing_held_is_no_break() -> None:
    assert does(Progression(), LEGS, 0, sides=()) == Progression()


@pytest.mark.parametrize(("off", "repetitions"), [(6.9, 9), (7, 7), (13.9, 7), (14, 6)])
def test_time_off_takes_it_back(off: float, repetitions: int) -> None:
    assert amount(practised(HINGE, 0, 3, 7), HINGE, 7 + off) == repetitions


def test_for_the_first_week_back() -> None:
    back = does(practised(HINGE, 0, 3, 7), HINGE, 17)
    assert [amount(back, HINGE, day) for day in (17, 23.9)] == [7, 7]
    again = does(does(back, HINGE, 20), HINGE, 23)
    assert amount(again, HINGE, 24) == 9


def test_two_weeks_off_start_at_level_one_for_a_week() -> None:
    back = does(practised(HINGE, 0, 3, 7), HINGE, 21)
    assert form_at(back, START + 27 * DAY).highest_level == 1
    later = form_at(does(back, HINGE, 25), START + 28 * DAY)
    assert (later.highest_level, later.easing, dict(later.steps)) == (5, False, {})


def test_too_much_is_a_step_easier_for_a_week() -> None:
    grown = practised(HINGE, 0, 3, 7)
    eased = too_much(grown, [HINGE], START + 7 * DAY)
    assert [amount(eased, HINGE, day) for day in (7, 13.9, 14)] == [6, 6, 6]
    busy = does(eased, HINGE, 10)
    assert [amount(busy, HINGE, day) for day in (13.9, 14)] == [6, 8]


def test_after_too_much_it_grows_from_the_beginning() -> None:
    progression = too_much(practised(HINGE, 0, 3), [HINGE], START + 3 * DAY)
    for day in (5, 10, 12, 16):
        progression = does(progression, HINGE, day)
    assert amount(progression, HINGE, 16) == 8
    assert amount(does(progression, HINGE, 17), HINGE, 17) == 9


def test_a_gentle_week_ends_by_itself_or_when_wanted() -> None:
    gentle = go_gently(Progression(), START)
    assert [form_at(gentle, START + n * DAY).gentle for n in (0, 6.9, 7)] == [
        True,
        True,
        False,
    ]
    assert not form_at(go_gently(gentle, None), START).gentle


def test_breathing_and_walking_do_not_grow() -> None:
    form = Form(steps={"breath-seated": 3})
    item = Item(exercise="breath-seated", amount=4)
    assert stepped(item, catalogue().exercises["breath-seated"], form) == item


def test_a_clock_that_was_once_years_ahead_makes_nothing_easier_for_years() -> None:
    wrong = go_gently(practised(STRETCH, 0, 3, 8, 1500), START + 1500 * DAY)
    wrong = too_much(wrong, [LEGS], START + 1500 * DAY)
    assert form_at(wrong, START + 1500 * DAY).highest_level == 1
    assert form_at(wrong, START + 9 * DAY) == Form()


def test_nor_does_it_count_as_time_off_when_it_is_right_again() -> None:
    progression = practised(STRETCH, 0, 1500, 3, 8)
    assert form_at(progression, START + 9 * DAY) == Form()
