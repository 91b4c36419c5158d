from collections.abc import Mapping
from datetime import timedelta

import pytest

from psoas_break.domain.dose import Count, Repetitions
from psoas_break.domain.exercise import (
    Exercise,
    Kind,
    Loop,
    Place,
    Sides,
    Step,
    Words,
)
from psoas_break.domain.figure.balance import centre_of_mass, support
from psoas_break.domain.figure.contact import surfaces_of
from psoas_break.domain.figure.figure import Figure, Key
from psoas_break.domain.figure.limits import check, check_pose, check_way
from psoas_break.domain.figure.motion import Transition
from psoas_break.domain.figure.pose import (
    At,
    FreeArm,
    FreeLeg,
    Half,
    Leg,
    PinnedFoot,
    PinnedHand,
    Pose,
    RestingHand,
    Root,
    Spine,
    Spot,
)
from psoas_break.domain.figure.resting import DEFAULTS
from psoas_break.domain.figure.scene import Prop, PropKind, Scene
from psoas_break.domain.figure.skeleton import solve
from psoas_break.domain.figure.violation import Fault, Violation
from tests.domain.figure.bodies import FLAT, HANGING, kneeling, upright

STANDING = upright(FLAT, FLAT, hip=(0.0, 0.5285))


def exercise(poses: Mapping[str, Pose], *names: str) -> Exercise:
    """A loop through poses."""
    second = timedelta(seconds=1)
    steps = tuple(Step(move=second, key=Key(pose=name)) for name in names)
    return Exercise(
        id="mine",
        words=Words(name="Mine", why="", care=""),
        kind=Kind.STRENGTH,
        sides=Sides.BOTH,
        places=(Place.DESK,),
        level=1,
        dose=Repetitions(amount=Count(1, 2, 3)),
        loop=Loop(steps=steps),
        figure=Figure(poses=poses),
    )


def faults(found: tuple[Violation, ...]) -> set[tuple[Fault, str]]:
    return {(one.fault, one.part) for one in found}


def standing_on(leg: Leg, hip: tuple[float, float] = (0.0, 0.5285)) -> Pose:
    return upright(leg, FLAT, hip=hip)


def test_who_stands_is_in_order() -> None:
    assert check_pose("stand", STANDING) == ()


def test_who_kneels_is_in_order() -> None:
    assert check_pose("kneel", kneeling()) == ()


# --- Every kind of fault is caught ----------------------------------------------


def test_a_knee_that_bends_backwards() -> None:
    (found,) = check_pose("bad", standing_on(FreeLeg(30.0, -20.0, 0.0)))
    assert (found.fault, found.pose, found.part) == (Fault.RANGE, "bad", "near knee")
    assert (found.measured, found.least, found.most) == (-20.0, -5.0, 150.0)
    assert str(found) == "bad: near knee bends by -20°, allowed are -5° to 150°"


def test_a_hand_out_of_reach() -> None:
    pose = upright(FLAT, FLAT, near_arm=PinnedHand(0.6, 0.8, 90.0), hip=(0.0, 0.5285))
    (found,) = check_pose("bad", pose)
    assert (found.fault, found.part) == (Fault.REACH, "near arm")
    assert str(found) == "bad: near arm is out of reach by 0.288 H"


def test_a_body_that_topples() -> None:
    leaning = upright(FLAT, FLAT, hip=(0.09, 0.51), spine=Spine(15.0))
    (found,) = check_pose("bad", leaning)
    assert found.fault is Fault.BALANCE
    assert "bad: topples: centre of mass is at 0.1" in str(found)


def test_a_body_that_nothing_carries() -> None:
    floating = upright(
        FreeLeg(20.0, 20.0, 0.0), FreeLeg(20.0, 20.0, 0.0), hip=(0.0, 0.9)
    )
    assert faults(check_pose("bad", floating)) == {(Fault.BALANCE, "centre of mass")}


def test_a_foot_below_the_floor() -> None:
    found = check_pose("bad", upright(PinnedFoot(0.0, -0.02), FLAT, hip=(0.0, 0.5)))
    assert (Fault.FLOOR, "near heel") in faults(found)
    assert "bad: near heel is at -0.020 H, below the floor" in map(str, found)


def test_a_foot_that_slides() -> None:
    moved = standing_on(PinnedFoot(0.02, 0.0))
    found = check_way("a", "b", Transition(STANDING, moved))
    assert {f for f, _ in faults(found)} == {Fault.SLIDING}
    slid = next(one for one in found if one.part == "near ball")
    said = "a > b: near ball slides by 0.020 H, allowed are 0.001 H"
    assert str(slid) == said


def test_a_hand_that_slips() -> None:
    there = PinnedHand(0.28, 0.7, 90.0)
    start = upright(FLAT, FLAT, near_arm=there, hip=(0.0, 0.5285))
    end = upright(FLAT, FLAT, near_arm=there, hip=(-0.05, 0.5285))
    found = check_way("a", "b", Transition(start, end))
    assert (Fault.SLIDING, "near hand") in faults(found)
    assert (Fault.REACH, "near arm") in faults(found)


def test_a_hand_that_stays_is_in_order() -> None:
    there = PinnedHand(0.2, 0.7, 90.0)
    start = upright(FLAT, FLAT, near_arm=there, hip=(0.0, 0.5285))
    end = upright(FLAT, FLAT, near_arm=there, hip=(0.0, 0.52))
    assert check_way("a", "b", Transition(start, end)) == ()


def test_who_floats_cannot_topple_on_the_way() -> None:
    # The poses themselves are at fault, and named.
    legs = FreeLeg(20.0, 20.0, 0.0)
    start, end = (
        upright(legs, legs, hip=(0.0, 0.9)),
        upright(legs, legs, hip=(0.0, 0.8)),
    )
    assert check_way("a", "b", Transition(start, end)) == ()


def test_an_arm_that_flips() -> None:
    start = upright(
        FLAT, FLAT, near_arm=PinnedHand(0.008, 0.789, 90.0), hip=(0.0, 0.5285)
    )
    end = upright(
        FLAT, FLAT, near_arm=PinnedHand(-0.020, 0.788, 90.0), hip=(0.0, 0.5285)
    )
    found = check_way("a", "b", Transition(start, end))
    assert Fault.JUMP in {fault for fault, _ in faults(found)}
    jump = next(one for one in found if one.fault is Fault.JUMP)
    assert "in a fortieth of the movement" in str(jump)


def test_a_body_that_topples_on_its_way() -> None:
    swaying = upright(FLAT, FLAT, hip=(0.12, 0.5), spine=Spine(15.0))
    found = check_way("a", "b", Transition(STANDING, swaying))
    assert (Fault.BALANCE, "centre of mass") in faults(found)


# --- Where more is allowed ------------------------------------------------------


@pytest.mark.parametrize(
    ("hip", "knee", "fine"),
    [
        (105, 10, True),
        (115, 10, False),
        (130, 90, True),
        (-25, 90, True),
        (-25, 110, False),
    ],
)
def test_hamstring_and_quadriceps_hold_the_hip_back(
    hip: float, knee: float, *, fine: bool
) -> None:
    found = check_pose("x", standing_on(FreeLeg(hip, knee, 0.0)))
    assert ((Fault.RANGE, "near hip") not in faults(found)) == fine


def test_a_hand_bends_the_knee_further_than_its_muscles() -> None:
    leg = FreeLeg(0.0, 158.0, -20.0)
    hand = RestingHand(Spot.NEAR_FOOT, *DEFAULTS[Spot.NEAR_FOOT], fit=1.1)
    alone = upright(leg, FLAT, hip=(0.0, 0.5285))
    held = upright(leg, FLAT, near_arm=hand, hip=(0.0, 0.5285))
    knee = (Fault.RANGE, "near knee")
    assert knee in faults(check_pose("x", alone))
    assert knee not in faults(check_pose("x", held))


def test_a_kneeling_foot_lies_flat() -> None:
    pointed = standing_on(FreeLeg(20.0, 40.0, -76.0))
    assert (Fault.RANGE, "near ankle") in faults(check_pose("x", pointed))
    assert check_pose("x", kneeling()) == ()


def test_a_wrist_says_nothing_when_the_arm_leaves_the_plane() -> None:
    hand = PinnedHand(0.05, 0.7, 250.0, fit=1.1)
    pose = upright(FLAT, FLAT, near_arm=hand, hip=(0.0, 0.5285))
    assert check_pose("x", pose) == ()


def test_what_the_body_carries_has_no_place_of_its_own() -> None:
    assert Prop(PropKind.WEIGHTS).is_carried
    assert not Prop(PropKind.MAT).is_carried


# --- Balance --------------------------------------------------------------------


def test_a_standing_body_has_its_weight_at_the_hips() -> None:
    x, y = centre_of_mass(solve(STANDING))
    assert abs(x) < 0.02
    assert 0.55 < y < 0.59  # Winter: 0.55 to 0.57


def test_feet_carry_and_a_hand_only_when_it_bears() -> None:
    light = PinnedHand(0.25, 0.62, 80.0)
    bears = PinnedHand(0.25, 0.62, 80.0, bears=True)
    spans = [
        support(solve(upright(FLAT, FLAT, near_arm=hand, hip=(0.0, 0.5285))), ())
        for hand in (HANGING, light, bears)
    ]
    assert spans[0] == spans[1]
    assert spans[0] is not None
    assert spans[2] is not None
    assert spans[2][1] == pytest.approx(0.27)
    assert spans[0][1] < 0.12


def test_a_seat_and_a_step_carry() -> None:
    scene = Scene(props=(Prop(PropKind.STEP, (0.1, 0.4), 0.115), Prop(PropKind.BAND)))
    on_step = upright(PinnedFoot(0.2, 0.115), FLAT, hip=(0.05, 0.5285))
    joints = solve(on_step)
    wide = support(joints, surfaces_of(scene))
    narrow = support(joints, ())
    assert wide is not None
    assert narrow is not None
    assert wide[1] > narrow[1] + 0.1
    seat = Pose(
        Root(At.SEAT, 0.0, 0.25),
        Spine(),
        Half(FreeLeg(90.0, 0.0, 0.0), HANGING),
        Half(FreeLeg(90.0, 0.0, 0.0), HANGING),
    )
    assert support(solve(seat), ()) == pytest.approx((-0.05, 0.15))


# --- A whole exercise -----------------------------------------------------------


def test_an_exercise_without_a_figure_has_nothing_wrong() -> None:
    plain = exercise({"stand": STANDING}, "stand")
    object.__setattr__(plain, "figure", None)
    assert check(plain) == ()


def test_an_exercise_in_order_has_nothing_wrong() -> None:
    knee_up = standing_on(FreeLeg(90.0, 95.0, 0.0))
    bent = upright(
        FLAT, FLAT, hip=(-0.02, 0.45), spine=Spine(25.0), near_arm=FreeArm(40, 9)
    )
    poses = {"stand": STANDING, "bent": bent, "up": knee_up}
    assert check(exercise(poses, "stand", "bent", "stand")) == ()


def test_the_worst_instant_of_a_fault_is_named() -> None:
    bad = standing_on(FreeLeg(90.0, -30.0, 0.0))
    found = check(exercise({"stand": STANDING, "bad": bad}, "stand", "bad"))
    knees = [one for one in found if one.part == "near knee"]
    assert {one.where for one in knees} >= {"bad"}
    assert all(one.measured == pytest.approx(-30, abs=4) for one in knees)
