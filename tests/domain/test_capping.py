"""No side is stretched for more than two minutes in a break."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psoas_break.domain.capping import SESSION_CAP, capped, side_time, with_extra_set
from psoas_break.domain.dose import Tip
from psoas_break.domain.exercise import Sides
from psoas_break.domain.history import Side
from psoas_break.domain.patterns import CALM, PATTERNS
from psoas_break.domain.plan import timeline_for
from psoas_break.domain.progress import STRETCHES
from psoas_break.domain.routine import Item, Routine
from psoas_break.domain.segments import Manner
from psoas_break.domain.timeline import Timeline
from tests.app.at_the_desk import ours

MINUTE = timedelta(minutes=1)
LUNGE = "half-kneeling-hip-flexor-stretch"
STANDING = "standing-hip-flexor-stretch"


def of(*items: Item) -> Routine:
    return Routine(id="one", name="One", items=items)


def item(name: str, amount: timedelta | int | None = None) -> Item:
    return Item(exercise=name, amount=amount)


def amounts(routine: Routine) -> list[tuple[str, object]]:
    return [(one.exercise, one.amount) for one in routine.items]


def stretched(timeline: Timeline, side: Side) -> timedelta:
    spans = (
        segment.length
        for segment in timeline.segments
        if segment.is_work
        and segment.side is side
        and segment.exercise.kind in STRETCHES
        and segment.exercise.sides is Sides.EACH
    )
    return sum(spans, timedelta())


def test_what_fits_stays_as_it_is() -> None:
    routine = of(item(LUNGE, MINUTE), item(STANDING, MINUTE))
    assert capped(routine, ours(), Manner()) == routine


def test_later_stretches_are_shortened() -> None:
    routine = of(item(LUNGE, MINUTE), item("supine-knee-to-chest", 10))
    assert amounts(capped(routine, ours(), Manner())) == [
        (LUNGE, MINUTE),
        ("supine-knee-to-chest", 6),
    ]


def test_or_left_out() -> None:
    routine = of(
        item(LUNGE, MINUTE), item(STANDING, MINUTE), item("hip-flexor-quad-stretch")
    )
    assert [name for name, _ in amounts(capped(routine, ours(), Manner()))] == [
        LUNGE,
        STANDING,
    ]


def test_an_extra_set_is_for_one_side_in_the_first_stretch() -> None:
    routine = with_extra_set(ours().routines["R4"], ours(), Side.RIGHT)
    extras = {one.exercise for one in routine.items if one.extra}
    assert extras == {"hip-flexor-quad-stretch"}
    timeline = timeline_for(routine, ours(), Manner())
    assert [stretched(timeline, side) for side in (Side.LEFT, Side.RIGHT)] == [
        MINUTE / 2,
        MINUTE,
    ]


def test_where_there_is_nothing_to_stretch_there_is_no_extra_set() -> None:
    routine = ours().routines["R8"]
    assert with_extra_set(routine, ours(), Side.LEFT) == routine


def test_with_an_extra_set_the_first_stretch_may_have_it_all() -> None:
    routine = of(item(STANDING, MINUTE), item("hip-flexor-quad-stretch", MINUTE))
    asked = with_extra_set(routine, ours(), Side.LEFT)
    (first, *_rest) = capped(asked, ours(), Manner()).items
    assert (
        side_time(first, ours().exercises[STANDING], Manner(), Side.LEFT) == 2 * MINUTE
    )


startable = sorted(
    name for name, one in ours().exercises.items() if not isinstance(one.dose, Tip)
)


@given(
    st.lists(st.sampled_from(startable), min_size=1, max_size=6),
    st.none() | st.sampled_from([1, 2, 3, 5]),
    st.sampled_from(sorted(PATTERNS)),
    st.none() | st.sampled_from([Side.LEFT, Side.RIGHT]),
)
def test_whatever_is_put_together_the_cap_holds(
    names: list[str], minutes: int | None, pattern: str, extra: Side | None
) -> None:
    routine = of(*(item(name) for name in dict.fromkeys(names)))
    if extra is not None:
        routine = with_extra_set(routine, ours(), extra)
    manner = Manner(pattern=PATTERNS[pattern] or CALM)
    length = minutes * MINUTE if minutes else None
    timeline = timeline_for(routine, ours(), manner, length)
    for side in (Side.LEFT, Side.RIGHT):
        assert stretched(timeline, side) <= SESSION_CAP


@pytest.mark.parametrize("name", sorted(ours().routines))
def test_our_own_routines_are_within_it(name: str) -> None:
    routine = ours().routines[name]
    assert capped(routine, ours(), Manner()).items == routine.items
