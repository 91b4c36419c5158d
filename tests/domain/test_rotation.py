import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psoas_break.domain.exercise import Place
from psoas_break.domain.feedback import gentler, hidden_exercises, hurts_too_often
from psoas_break.domain.history import Feeling, Felt, Held, Side
from psoas_break.domain.plan import timeline_for
from psoas_break.domain.progress import Progress
from psoas_break.domain.rotation import (
    Mark,
    Rotation,
    after_session,
    from_dict,
    mark,
    to_dict,
)
from psoas_break.domain.routine import Catalogue, is_seated
from psoas_break.domain.segments import Manner
from psoas_break.domain.settings import BodyLimit
from psoas_break.domain.suggesting import Suggestion, suggest
from psoas_break.domain.suiting import (
    Circumstances,
    may_strengthen,
    strength_times,
    suits,
)
from psoas_break.storage.catalogue import load
from tests.domain.samples import CATALOGUE, seconds

OURS, _problems = load(Path(__file__).parents[2] / "resources")
NOW = datetime.fromisoformat("2026-03-03T09:00:00+01:00")
ANYWHERE = frozenset(Place)


def hours_ago(number: float) -> datetime:
    return NOW - timedelta(hours=number)


def ids(suggestion: Suggestion) -> list[str]:
    return [item.exercise for item in suggestion.routine.items]


def done(*held: tuple[str, Side], name: str = "R2", lead: Side = Side.LEFT) -> Progress:
    rows = tuple(
        Held(
            session=NOW, index=n, exercise=exercise, side=side, held=seconds(9), at=NOW
        )
        for n, (exercise, side) in enumerate(held)
    )
    return Progress(
        session=NOW, routine=name, seated=False, lead=lead, saved=NOW, held=rows
    )


BOTH_SIDES = (
    ("standing-hip-flexor-stretch", Side.LEFT),
    ("standing-hip-flexor-stretch", Side.RIGHT),
)


# --- The order ------------------------------------------------------------------


def test_the_order_of_a_week() -> None:
    rotation, order = Rotation(), []
    for _break in range(7):
        name = suggest(rotation, OURS, Circumstances(), NOW).routine.id
        order.append(name)
        rotation = after_session(rotation, done(*BOTH_SIDES, name=name), OURS)
        rotation = replace(rotation, heeded=None)  # the next is another break
    assert order == ["R2", "R3", "R4", "R2", "R5", "R6", "R2"]


def test_a_break_with_nothing_held_moves_nothing() -> None:
    assert after_session(Rotation(position=2), done(), OURS) == Rotation(position=2)


def test_a_break_outside_the_rotation_keeps_its_place() -> None:
    after = after_session(Rotation(position=2), done(*BOTH_SIDES, name="R7"), OURS)
    assert after.position == 2


def test_a_suggestion_further_on_moves_it_past_what_did_not_suit() -> None:
    after = after_session(Rotation(position=1), done(*BOTH_SIDES, name="R5"), OURS)
    assert after.position == 5


@pytest.mark.parametrize(("name", "position"), [("R5", 1), ("R3", 2)])
def test_a_routine_of_ones_own_choice_takes_nobodys_turn(
    name: str, position: int
) -> None:
    chosen = done(*BOTH_SIDES, name=name)
    after = after_session(Rotation(position=1), chosen, OURS, in_turn=False)
    assert after.position == position


def test_a_break_that_is_told_of_twice_counts_once() -> None:
    once = after_session(Rotation(), done(*BOTH_SIDES), OURS)
    again = after_session(from_dict(to_dict(once)), done(*BOTH_SIDES), OURS)
    assert again == once


def test_a_place_beyond_the_order_starts_over() -> None:
    routine = suggest(Rotation(position=6), OURS, Circumstances(), NOW).routine
    assert routine.id == "R2"


def test_something_else_is_the_next_that_was_not_named() -> None:
    other = suggest(
        Rotation(passed=frozenset({"R2", "R3"})), OURS, Circumstances(), NOW
    )
    assert other.routine.id == "R4"


def test_not_this_one_again() -> None:
    rotation = mark(Rotation(), "R2", Mark.LEFT_OUT, on=True)
    rotation = after_session(rotation, done(*BOTH_SIDES, name="R6"), OURS)
    assert suggest(rotation, OURS, Circumstances(), NOW).routine.id == "R3"


def test_there_is_a_way_back() -> None:
    left_out = mark(Rotation(), "R2", Mark.LEFT_OUT, on=True)
    assert mark(left_out, "R2", Mark.LEFT_OUT, on=False) == Rotation()


def test_a_favourite_is_not_left_out_and_the_other_way() -> None:
    left_out = mark(Rotation(), "R7", Mark.LEFT_OUT, on=True)
    favourite = mark(left_out, "R7", Mark.FAVOURITE, on=True)
    assert favourite == Rotation(favourites=frozenset({"R7"}))
    assert mark(favourite, "R7", Mark.LEFT_OUT, on=True) == left_out
    assert mark(left_out, "R7", Mark.FAVOURITE, on=False) == left_out
    assert mark(favourite, "R7", Mark.LEFT_OUT, on=False) == favourite


# --- Sides ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("held", "lead", "following"),
    [
        (BOTH_SIDES, Side.LEFT, Side.RIGHT),
        (BOTH_SIDES, Side.RIGHT, Side.LEFT),
        (BOTH_SIDES[:1], Side.LEFT, Side.RIGHT),
        (BOTH_SIDES[:1], Side.RIGHT, Side.RIGHT),
        ((*BOTH_SIDES, ("single-leg-deadlift", Side.RIGHT)), Side.RIGHT, Side.LEFT),
        ((("standing-march", Side.LEFT),), Side.LEFT, Side.RIGHT),
        ((("breath-seated", Side.BOTH),), Side.LEFT, Side.LEFT),
        ((("no-longer-there", Side.LEFT),), Side.LEFT, Side.RIGHT),
    ],
)
def test_the_side_to_begin_with(
    held: tuple[tuple[str, Side], ...], lead: Side, following: Side
) -> None:
    assert after_session(Rotation(), done(*held, lead=lead), OURS).lead is following


def test_the_suggestion_begins_with_the_lead_side() -> None:
    rotation = Rotation(lead=Side.RIGHT)
    assert suggest(rotation, OURS, Circumstances(), NOW).lead is Side.RIGHT


def test_a_minute_more_of_one_side_is_made_up() -> None:
    held = replace(done(*BOTH_SIDES[:1]).held[0], held=seconds(40))
    rotation = Rotation()
    for hours in (2, 1):
        once = replace(done(*BOTH_SIDES[:1]), held=(held,), session=hours_ago(hours))
        rotation = after_session(rotation, once, OURS)
    assert (rotation.lead, rotation.left_ahead) == (Side.RIGHT, seconds(80))
    both = done(*BOTH_SIDES, lead=Side.RIGHT)
    assert after_session(rotation, both, OURS).lead is Side.RIGHT
    right = replace(held, side=Side.RIGHT)
    less = replace(both, held=(right,), session=hours_ago(0.5))
    rotation = after_session(rotation, less, OURS)
    assert rotation.left_ahead == seconds(40)
    assert after_session(rotation, both, OURS).lead is Side.LEFT


# --- Strength -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("hours", "may"),
    [
        ((), True),
        ((47.9,), False),
        ((48,), True),
        ((50, 100), True),
        ((50, 100, 150), False),
        ((50, 51, 100), True),
        ((50, 100, 169), True),
    ],
)
def test_strength_is_48_hours_apart_and_on_three_days_of_seven(
    hours: tuple[float, ...], *, may: bool
) -> None:
    assert may_strengthen([hours_ago(h) for h in hours], NOW) is may


def test_on_a_rest_day_strength_is_swapped() -> None:
    today = Circumstances(strength=(hours_ago(5),))
    assert ids(suggest(Rotation(position=4), OURS, today, NOW)) == [
        "stand-up-and-move",
        "seated-march",
        "lower-back-stretch-seated",
        "breath-seated",
    ]


def test_marches_and_hinges_may_be_daily() -> None:
    today = Circumstances(strength=(hours_ago(5),))
    assert "standing-march" in ids(suggest(Rotation(position=1), OURS, today, NOW))
    assert "hip-hinge-rdl" in ids(suggest(Rotation(position=2), OURS, today, NOW))


def test_glute_bridges_may_be_daily() -> None:
    mat = replace(OURS, rotation=("R7",))
    today = Circumstances(places=ANYWHERE, strength=(hours_ago(5),))
    assert "glute-bridge" in ids(suggest(Rotation(), mat, today, NOW))


def test_without_a_swap_strength_is_left_out() -> None:
    plain = replace(OURS, swaps={})
    today = Circumstances(strength=(hours_ago(5),))
    assert ids(suggest(Rotation(position=4), plain, today, NOW)) == [
        "stand-up-and-move",
        "lower-back-stretch-seated",
        "breath-seated",
    ]


def test_only_exercises_that_need_recovery_are_strength_work() -> None:
    rows = done(("standing-march", Side.LEFT), ("single-leg-deadlift", Side.LEFT)).held
    assert strength_times(rows[:1], OURS) == ()
    assert strength_times(rows, OURS) == (NOW,)


# --- Place, kit, limits ---------------------------------------------------------


@pytest.mark.parametrize(
    ("limit", "position", "expected"),
    [
        (
            BodyLimit.BALANCE,
            1,
            ["seated-march", "standing-hip-flexor-stretch", "breath-seated"],
        ),
        (
            BodyLimit.BALANCE,
            2,
            [
                "stand-up-and-move",
                "standing-hip-flexor-stretch",
                "hip-hinge-rdl",
                "breath-seated",
            ],
        ),
        (BodyLimit.RECENT_SURGERY, 0, ["stand-up-and-move", "breath-standing"]),
        (
            BodyLimit.HEART_OR_LUNG,
            4,
            ["stand-up-and-move", "seated-straight-leg-lift", "breath-seated"],
        ),
        (
            BodyLimit.KNEES,
            0,
            ["stand-up-and-move", "standing-hip-flexor-stretch", "breath-standing"],
        ),
    ],
)
def test_what_is_ticked_is_spared(
    limit: BodyLimit, position: int, expected: list[str]
) -> None:
    today = Circumstances(limits=frozenset({limit}))
    assert ids(suggest(Rotation(position=position), OURS, today, NOW)) == expected


def test_with_poor_balance_the_stretch_takes_its_easier_form() -> None:
    today = Circumstances(limits=frozenset({BodyLimit.BALANCE}))
    routine = suggest(Rotation(), OURS, today, NOW).routine
    assert [item.easier for item in routine.items] == [False, True, False]


def test_kneeling_is_swapped_for_standing() -> None:
    mat = replace(OURS, rotation=("R7",))
    today = Circumstances(places=ANYWHERE, limits=frozenset({BodyLimit.KNEES}))
    assert ids(suggest(Rotation(), mat, today, NOW))[0] == "standing-hip-flexor-stretch"


def test_what_came_twice_is_done_once() -> None:
    lunges = replace(
        OURS.routines["R7"],
        items=tuple(
            replace(OURS.routines["R7"].items[0], exercise=name)
            for name in (
                "half-kneeling-hip-flexor-stretch",
                "supported-lunge-stretch",
            )
        ),
    )
    twice = replace(OURS, rotation=("R7",), routines={"R7": lunges})
    today = Circumstances(places=ANYWHERE, limits=frozenset({BodyLimit.KNEES}))
    assert ids(suggest(Rotation(), twice, today, NOW)) == [
        "standing-hip-flexor-stretch"
    ]


def test_an_exercise_that_hurt_is_not_suggested() -> None:
    today = Circumstances(hidden=frozenset({"standing-hip-flexor-stretch"}))
    assert ids(suggest(Rotation(), OURS, today, NOW)) == [
        "stand-up-and-move",
        "breath-standing",
    ]


@pytest.mark.parametrize(
    ("kit", "suited"),
    [(None, True), (frozenset({"band"}), True), (frozenset[str](), False)],
)
def test_kit_must_be_at_hand(kit: frozenset[str] | None, *, suited: bool) -> None:
    today = Circumstances(kit=kit)
    assert suits(OURS.exercises["hip-flexion-with-band"], today) is suited


def test_a_place_must_be_there() -> None:
    assert not suits(OURS.exercises["glute-bridge"], Circumstances())


def test_a_tip_is_never_suggested() -> None:
    assert not suits(CATALOGUE.exercises["card"], Circumstances(places=ANYWHERE))


def test_when_nothing_fits_standing_up_always_does() -> None:
    nothing = replace(OURS, rotation=())
    assert ids(suggest(Rotation(position=3), nothing, Circumstances(), NOW)) == [
        "stand-up-and-move"
    ]


@pytest.mark.parametrize(
    "today",
    [
        Circumstances(places=frozenset({Place.CHAIR})),
        Circumstances(hidden=frozenset({"stand-up-and-move"}), places=frozenset()),
    ],
)
def test_when_even_that_does_not_there_is_breathing(today: Circumstances) -> None:
    assert ids(suggest(Rotation(), OURS, today, NOW)) == ["breath-seated"]


circumstances = st.builds(
    Circumstances,
    places=st.frozensets(st.sampled_from(Place)),
    kit=st.none() | st.frozensets(st.sampled_from(["mat", "band", "sofa", "cushion"])),
    limits=st.frozensets(st.sampled_from(BodyLimit)),
    hidden=st.frozensets(st.sampled_from(sorted(OURS.exercises)), max_size=8),
    strength=st.lists(st.integers(0, 300).map(hours_ago), max_size=4).map(tuple),
)


@given(st.integers(0, 5), circumstances)
def test_whatever_the_day_the_suggestion_can_be_done(
    position: int, today: Circumstances
) -> None:
    offer = suggest(Rotation(position=position), OURS, today, NOW)
    chosen = [OURS.exercises[name] for name in ids(offer)]
    assert timeline_for(offer.routine, OURS, Manner(lead=offer.lead)).segments
    if offer.routine.id == "breathe":
        return
    assert all(suits(exercise, today) for exercise in chosen)
    assert not is_seated(offer.routine, OURS)
    if not may_strengthen(today.strength, NOW):
        assert not any(exercise.recovery for exercise in chosen)


# --- Kept over restarts ---------------------------------------------------------


def test_what_is_saved_is_loaded() -> None:
    rotation = Rotation(position=3, lead=Side.RIGHT, passed=frozenset({"R4", "R6"}))
    rotation = mark(rotation, "R7", Mark.FAVOURITE, on=True)
    rotation = replace(rotation, left_ahead=seconds(-31.5))
    assert from_dict(json.loads(json.dumps(to_dict(rotation)))) == rotation


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"position": "far", "lead": "left", "passed": []},
        {"position": 1, "lead": "up", "passed": []},
        {"position": 1, "lead": "left", "passed": 3},
        {"position": 1e400, "lead": "left", "passed": []},
        {"position": 1, "lead": "left", "passed": [], "heeded": "2026-03-02T09:00"},
    ],
)
def test_nonsense_is_refused(values: Mapping[str, object]) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - any reason will do
        from_dict(values)


# --- Fine, too much, hurt -------------------------------------------------------


def hurt(days_ago: float, exercise: str = "sofa-stretch") -> Felt:
    at = NOW - timedelta(days=days_ago)
    return Felt(session=at, at=at, feeling=Feeling.HURT, exercise=exercise)


@pytest.mark.parametrize(
    ("days", "hidden"), [(0, True), (13.9, True), (14, False), (90, False)]
)
def test_what_hurt_is_hidden_for_a_fortnight(days: float, *, hidden: bool) -> None:
    assert bool(hidden_exercises([hurt(days)], NOW)) is hidden


def test_hurt_without_a_name_hides_nothing() -> None:
    assert hidden_exercises([hurt(1, "")], NOW) == frozenset()


def test_too_much_hides_nothing() -> None:
    too_much = replace(hurt(1), feeling=Feeling.TOO_MUCH)
    assert hidden_exercises([too_much], NOW) == frozenset()


@pytest.mark.parametrize(
    ("before", "too_often"),
    [
        ((), False),
        ((3.0,), True),
        ((14.0,), False),
        ((0.0,), False),
        ((3.0, 5.0), True),
    ],
)
def test_two_that_hurt_within_a_fortnight_bring_the_clinician_line(
    before: tuple[float, ...],
    too_often: bool,  # noqa: FBT001  one row of a table
) -> None:
    felt = [hurt(days, "") for days in (*before, 0)]
    assert hurts_too_often(felt, NOW) == too_often


@pytest.mark.parametrize(
    ("exercise", "today", "offered"),
    [
        ("sofa-stretch", Circumstances(places=ANYWHERE), "half-kneeling"),
        ("sofa-stretch", Circumstances(), "standing-hip-flexor"),
        (
            "sofa-stretch",
            Circumstances(hidden=frozenset({"standing-hip-flexor-stretch"})),
            "breath",
        ),
        ("glute-bridge", Circumstances(places=ANYWHERE), "breath"),
        ("no-such-exercise", Circumstances(), "breath"),
    ],
)
def test_something_gentler_is_offered_for_what_hurt(
    exercise: str, today: Circumstances, offered: str
) -> None:
    assert gentler(exercise, OURS, today).id.startswith(offered)


def test_going_in_circles_ends_with_breathing() -> None:
    one = replace(CATALOGUE.exercises["stretch"], easier="stretch")
    circle = Catalogue(exercises={"stretch": one})
    away = Circumstances(places=frozenset())
    assert gentler("stretch", circle, away).id == "breathe"
