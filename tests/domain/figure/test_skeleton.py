import json
import math
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psoas_break.domain.figure import body, trunk
from psoas_break.domain.figure.plane import distance
from psoas_break.domain.figure.pose import (
    At,
    FreeArm,
    FreeLeg,
    Half,
    PinnedFoot,
    PinnedHand,
    PinnedKnee,
    Pose,
    RestingHand,
    Root,
    Spine,
    Spot,
)
from psoas_break.domain.figure.resting import DEFAULTS
from psoas_break.domain.figure.skeleton import solve
from psoas_break.domain.figure.spine import SpineCurve, lying_pitch
from psoas_break.domain.figure.swap import swapped
from tests.domain.figure.bodies import FLAT, HANGING, STRAIGHT, kneeling, upright

GOLDEN = json.loads((Path(__file__).parent / "golden.json").read_text("utf-8"))


def resting(on: Spot, fit: float = 0.0) -> RestingHand:
    return RestingHand(on, *DEFAULTS[on], fit)


def leg_of(golden: dict[str, Any]) -> FreeLeg:
    (hip, knee, ankle), (thigh, shin) = golden["angles"], golden["scales"]
    return FreeLeg(hip, knee, ankle, scale=thigh, shin_scale=shin)


@pytest.mark.parametrize("name", GOLDEN)
def test_hip_knee_and_ankle_are_where_the_content_has_them(name: str) -> None:
    golden: dict[str, Any] = GOLDEN[name]
    legs = [leg_of(golden[side]) for side in "RL"]
    spine = Spine(pelvis=golden["pelvis"])
    joints = solve(upright(*legs, spine=spine, hip=tuple(golden["hip"])))
    for side, leg in (("R", joints.near_leg), ("L", joints.far_leg)):
        assert distance(leg.knee, golden[side]["knee"]) < 0.001
        assert distance(leg.ankle, golden[side]["ankle"]) < 0.001


def test_all_zero_stands_upright() -> None:
    joints = solve(upright())
    x, y = joints.near_leg.ankle
    assert (round(x, 9), round(y, 9)) == (0, body.ANKLE_HEIGHT)
    assert joints.head[1] > joints.shoulder[1] > joints.hip[1]


# --- What carries the body ------------------------------------------------------


def test_a_kneeling_body_stands_on_its_kneecap() -> None:
    knee = solve(kneeling()).near_leg.knee
    assert distance(knee, (0.0, body.KNEE_RADIUS)) < 1e-9


def test_a_sitting_body_sits_on_the_seat() -> None:
    pose = Pose(
        Root(At.SEAT, 0.1, 0.25), Spine(), Half(FLAT, HANGING), Half(FLAT, HANGING)
    )
    assert solve(pose).hip == (0.1, 0.25 + body.SEAT_DEPTH)


def test_a_lying_body_has_shoulder_blades_and_buttocks_on_one_level() -> None:
    spine = Spine(lying_pitch(6.0, 4.0), 6.0, 4.0)
    half = Half(STRAIGHT, HANGING)
    joints = solve(Pose(Root(At.BACK, -0.2, 0.0), spine, half, half))
    blades = joints.spine.beside(body.SCAPULA, -body.BACK_DEPTH)
    buttocks = joints.spine.beside(0.005, -body.BUTTOCK_DEPTH)
    assert (round(blades[1], 9), round(buttocks[1], 3)) == (0, 0)


def test_a_prone_body_lies_on_the_front_of_its_pelvis() -> None:
    half = Half(STRAIGHT, HANGING)
    joints = solve(Pose(Root(At.BELLY, 0.0, 0.0), Spine(90.0), half, half))
    assert joints.hip[1] == pytest.approx(0.058)


@pytest.mark.parametrize("at", [At.NEAR_KNEE, At.FAR_KNEE])
def test_a_knee_carries_only_when_its_leg_kneels(at: At) -> None:
    with pytest.raises(ValueError, match="needs a leg with hip, shin and sole"):
        solve(replace(upright(), root=Root(at, 0.0, 0.0)))


# --- The spine ------------------------------------------------------------------


@given(
    pelvis=st.floats(-130, 110),
    lumbar=st.floats(-30, 60),
    thorax=st.floats(-25, 40),
)
def test_the_spine_keeps_its_length_and_has_no_kink(
    pelvis: float, lumbar: float, thorax: float
) -> None:
    curve = SpineCurve((0.0, 0.0), pelvis, lumbar, thorax)
    points = [curve.point(n * 0.328 / 480) for n in range(481)]
    length = sum(distance(a, b) for a, b in pairwise(points))
    assert length == pytest.approx(0.328, rel=1e-3)
    turns = [
        abs(curve.pitch(n * 0.01) - curve.pitch(n * 0.01 - 0.01)) for n in range(34)
    ]
    assert max(turns) < 0.2 * (abs(lumbar) + abs(thorax)) + 1e-9


def test_the_front_of_a_curve_is_square_to_it() -> None:
    curve = SpineCurve((0.1, 0.5), 20.0, 10.0, 5.0)
    x, y, fx, fy = curve.place(0.2)
    assert curve.beside(0.2, 0.05) == pytest.approx((x + 0.05 * fx, y + 0.05 * fy))
    assert math.hypot(fx, fy) == pytest.approx(1, abs=1e-3)
    below = curve.point(-0.05)
    assert distance(below, (0.1, 0.5)) == pytest.approx(0.05)


def test_a_breath_widens_the_belly_most() -> None:
    wider = {s: trunk.front(s, 1.0) - trunk.front(s) for s in (0.0, 0.105, 0.185, 0.3)}
    assert wider[0.105] > wider[0.185] > wider[0.0]
    assert trunk.back(0.12, 1.0) < trunk.back(0.12)
    assert trunk.front(-1.0) == 0.008
    assert trunk.front(1.0) == pytest.approx(0.014)


# --- What is pinned -------------------------------------------------------------


@given(x=st.floats(-0.2, 0.2), y=st.floats(0.0, 0.1), pitch=st.floats(-60, 30))
def test_a_pinned_foot_is_where_it_is_pinned(x: float, y: float, pitch: float) -> None:
    foot = PinnedFoot(x, y, pitch, -min(0.0, pitch))
    joints = solve(upright(foot, FLAT, hip=(0.0, 0.44)))
    leg = joints.near_leg
    assert leg.overreach == 0
    c, s = math.cos(math.radians(pitch)), math.sin(math.radians(pitch))
    px, py = body.TOE_HINGE if pitch < 0 else (body.HEEL_PIVOT, -body.ANKLE_HEIGHT)
    pivot = (leg.ankle[0] + c * px - s * py, leg.ankle[1] + s * px + c * py)
    assert distance(pivot, (x + px, y + body.ANKLE_HEIGHT + py)) < 1e-9
    assert leg.knee_flexion >= 0


def test_a_foot_too_far_away_says_by_how_much() -> None:
    joints = solve(upright(PinnedFoot(0.5, 0.0), hip=(0.0, 0.53)))
    away = math.hypot(0.5, 0.53 - 0.039)
    assert joints.near_leg.overreach == pytest.approx(away - 0.491, abs=5e-4)


def test_a_pinned_knee_stays_though_another_part_carries() -> None:
    joints = solve(upright(PinnedKnee(0.1, 0.0, -90.0, -160.0), hip=(0.05, 0.27)))
    leg = joints.near_leg
    assert leg.knee == pytest.approx((0.1, body.KNEE_RADIUS))
    assert 0.9 < leg.scale < 1


def test_a_pinned_hand_is_where_it_is_pinned() -> None:
    hand = PinnedHand(0.2, 0.7, 90.0)
    arm = solve(upright(near_arm=hand)).near_arm
    assert distance(arm.wrist, (0.2, 0.7)) < 1e-9
    assert arm.elbow_flexion > 0
    forward = solve(upright(near_arm=replace(hand, elbow_forward=True))).near_arm
    assert forward.elbow_flexion < 0


def test_an_arm_that_leaves_the_plane_is_drawn_shorter() -> None:
    hand = PinnedHand(0.05, 0.7, 90.0, fit=1.1)
    arm = solve(upright(near_arm=hand)).near_arm
    away = distance(arm.shoulder, arm.wrist)
    both = body.UPPER_ARM + body.FOREARM
    assert arm.scale == pytest.approx(1.1 * away / both)
    assert arm.wrist == pytest.approx((0.05, 0.7))


@pytest.mark.parametrize("on", Spot)
def test_a_hand_rests_on_every_part_it_can(on: Spot) -> None:
    knee_up = FreeLeg(130.0, 120.0, 0.0)
    body_ = upright(knee_up, knee_up, near_arm=resting(on, fit=1.2))
    joints = solve(body_)
    arm = joints.near_arm
    assert arm.rest == 1
    assert arm.overreach < 0.15
    parts = [joints.hip, joints.near_leg.knee, joints.near_leg.ankle, joints.shoulder]
    assert min(distance(arm.wrist, part) for part in parts) < 0.25


def test_a_hand_on_the_belly_rises_with_the_breath() -> None:
    pose = upright(near_arm=resting(Spot.BELLY))
    out, full = solve(pose, 0.0).near_arm, solve(pose, 1.0).near_arm
    assert full.wrist[0] - out.wrist[0] > 0.02


# --- Left and right -------------------------------------------------------------


def test_left_and_right_exchange() -> None:
    pose = Pose(
        Root(At.NEAR_KNEE, 0.0, 0.0),
        Spine(-8.0),
        Half(kneeling().near.leg, resting(Spot.FAR_THIGH)),
        Half(PinnedFoot(0.262, 0.0), FreeArm(30.0, 20.0)),
        side_bend=1.0,
    )
    one, other = solve(pose), solve(swapped(pose))
    assert (one.near_leg, one.far_leg) == (other.far_leg, other.near_leg)
    assert (one.near_arm, one.far_arm) == (other.far_arm, other.near_arm)
    assert (one.hip, one.head) == (other.hip, other.head)
    assert swapped(swapped(pose)) == pose
