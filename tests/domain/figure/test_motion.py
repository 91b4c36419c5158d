from dataclasses import replace
from itertools import pairwise

import pytest

from psoas_break.domain.figure.motion import Transition
from psoas_break.domain.figure.plane import distance, minimum_jerk
from psoas_break.domain.figure.pose import (
    FreeArm,
    FreeLeg,
    PinnedFoot,
    PinnedHand,
    PinnedKnee,
    Pose,
    RestingHand,
    Spine,
    Spot,
)
from psoas_break.domain.figure.skeleton import solve
from psoas_break.domain.figure.stepping import STEP_HEIGHT
from tests.domain.figure.bodies import FLAT, kneeling, upright
from tests.domain.figure.test_skeleton import resting

SHARES = [n / 40 for n in range(41)]
BENT = upright(FLAT, FLAT, hip=(0.0, 0.45), spine=Spine(20.0, 5.0))
TALL = upright(FLAT, FLAT, hip=(0.0, 0.528))


def way(start: Pose, end: Pose) -> Transition:
    return Transition(start, end)


def test_a_movement_begins_and_ends_at_rest() -> None:
    assert minimum_jerk(0) == 0
    assert minimum_jerk(0.5) == 0.5
    assert minimum_jerk(1) == 1
    assert minimum_jerk(0.01) < 1e-5


def test_a_movement_goes_from_the_one_pose_to_the_other() -> None:
    assert way(BENT, TALL).pose_at(0) == BENT
    assert way(BENT, TALL).pose_at(1) == TALL
    middle = way(BENT, TALL).pose_at(0.5)
    assert middle.root.y == pytest.approx(0.489)
    assert middle.spine.pelvis == 10.0


def test_who_stays_does_not_move() -> None:
    assert way(TALL, TALL).pose_at(0.3) is TALL


@pytest.mark.parametrize("share", SHARES)
def test_a_pinned_foot_stays_while_the_body_moves(share: float) -> None:
    ankle = way(BENT, TALL).joints_at(share).near_leg.ankle
    assert distance(ankle, (0.0, 0.039)) < 1e-9


@pytest.mark.parametrize("share", SHARES)
def test_a_knee_that_carries_stays(share: float) -> None:
    deep = way(kneeling(hip=-10), kneeling(hip=-27))
    assert distance(deep.joints_at(share).near_leg.knee, (0.0, 0.036)) < 1e-9


@pytest.mark.parametrize("share", SHARES)
def test_a_hand_on_the_desk_stays(share: float) -> None:
    hand = PinnedHand(0.22, 0.6, 90.0)
    lean = way(replace_arm(BENT, hand), replace_arm(TALL, hand))
    assert distance(lean.joints_at(share).near_arm.wrist, (0.22, 0.6)) < 1e-9


def replace_arm(pose: Pose, arm: PinnedHand) -> Pose:
    return replace(pose, near=replace(pose.near, arm=arm))


def test_a_foot_pinned_elsewhere_takes_a_step() -> None:
    ahead = upright(PinnedFoot(0.2, 0.0), FLAT, hip=(0.05, 0.5))
    feet = [way(TALL, ahead).joints_at(share).near_leg.ankle for share in SHARES]
    assert max(y for _, y in feet) == pytest.approx(0.039 + 0.05)
    assert all(b[0] >= a[0] - 1e-12 for a, b in pairwise(feet))
    on_floor = [x for x, y in feet if y < 0.039 + 0.003]
    assert all(min(abs(x), abs(x - 0.2)) < 0.0005 for x in on_floor)


def test_a_long_step_is_no_higher_than_a_step() -> None:
    far = upright(PinnedFoot(0.3, 0.0), FLAT, hip=(0.1, 0.48))
    near = upright(PinnedFoot(-0.1, 0.0), FLAT, hip=(0.0, 0.5))
    highest = max(way(near, far).joints_at(s).near_leg.ankle[1] for s in SHARES)
    assert highest == pytest.approx(0.039 + STEP_HEIGHT)


@pytest.mark.parametrize("knee", [FreeLeg(90.0, 95.0, 0.0), FreeLeg(-5.0, 60.0, -20.0)])
def test_a_foot_rises_before_it_travels(knee: FreeLeg) -> None:
    up = upright(knee, FLAT, hip=(0.0, 0.528))
    for there in (way(TALL, up), way(up, TALL)):
        feet = [there.joints_at(share).near_leg.ankle for share in SHARES]
        low = [x for x, y in feet if y < 0.039 + 0.002]
        assert low
        assert all(abs(x) < 0.001 for x in low)


@pytest.mark.parametrize(
    "end",
    [
        upright(FreeLeg(90.0, 95.0, 0.0), FLAT, hip=(0.0, 0.528)),
        upright(PinnedKnee(0.1, 0.0, -90.0, -170.0), FLAT, hip=(0.05, 0.27)),
        upright(FLAT, FLAT, near_arm=resting(Spot.HIP), hip=(0.0, 0.528)),
        upright(FLAT, FLAT, near_arm=PinnedHand(0.2, 0.7, 80.0, fit=1.1)),
        upright(FLAT, FLAT, near_arm=FreeArm(170.0, 10.0), hip=(0.0, 0.528)),
        kneeling(),
    ],
)
def test_nothing_pops_at_either_end(end: Pose) -> None:
    for one in (way(TALL, end), way(end, TALL)):
        for share, pose in ((1e-4, one.start), (1.0 - 1e-4, one.end)):
            there, here = one.joints_at(share), solve(pose)
            for limb in ("near_leg", "far_leg"):
                assert (
                    distance(getattr(there, limb).ankle, getattr(here, limb).ankle)
                    < 0.002
                )
            assert distance(there.near_arm.wrist, here.near_arm.wrist) < 0.002


def test_a_knee_rises_before_it_travels() -> None:
    down = upright(PinnedKnee(-0.1, 0.0, -98.0, -165.0), FLAT, hip=(0.0, 0.25))
    up = upright(FreeLeg(60.0, 90.0, 0.0), FLAT, hip=(0.0, 0.25))
    for there in (way(down, up), way(up, down)):
        knees = [there.joints_at(share).near_leg.knee for share in SHARES]
        low = [x for x, y in knees if y < 0.036 + 0.002]
        assert low
        assert all(abs(x + 0.1) < 0.001 for x in low)


def test_two_free_legs_swing_between_their_angles() -> None:
    start = upright(FreeLeg(0.0, 0.0, 0.0), FLAT)
    end = upright(FreeLeg(80.0, 90.0, 10.0, 5.0, 0.5), FLAT)
    leg = way(start, end).pose_at(0.5).near.leg
    assert leg == FreeLeg(40.0, 45.0, 5.0, 2.5, 0.75)


def test_two_knees_on_the_floor_step_too() -> None:
    start = upright(PinnedKnee(0.0, 0.0, -90.0, -170.0), FLAT, hip=(0.0, 0.28))
    end = upright(PinnedKnee(0.2, 0.0, -90.0, -170.0), FLAT, hip=(0.1, 0.28))
    knees = [way(start, end).joints_at(s).near_leg.knee for s in SHARES]
    assert max(y for _, y in knees) > 0.036 + 0.04


def test_a_hand_glides_along_what_it_rests_on() -> None:
    low = upright(near_arm=replace(resting(Spot.NEAR_THIGH), along=0.9))
    high = upright(near_arm=replace(resting(Spot.NEAR_THIGH), along=0.3))
    arm = way(low, high).pose_at(0.5).near.arm
    assert isinstance(arm, RestingHand)
    assert arm.along == pytest.approx(0.6)


def test_a_hand_that_moves_to_another_part_is_led_by_its_joints() -> None:
    start = upright(near_arm=resting(Spot.HIP))
    end = upright(near_arm=resting(Spot.BELLY, fit=1.2))
    arm = way(start, end).pose_at(0.5).near.arm
    assert isinstance(arm, FreeArm)
    assert arm.rest == 1
