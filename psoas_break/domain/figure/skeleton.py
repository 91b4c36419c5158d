"""From a pose to every joint of the body: forward kinematics, then what is pinned."""

from typing import assert_never

from psoas_break.domain.figure.body import (
    BACK_DEPTH,
    HEAD_ABOVE_SKULL_BASE,
    HEAD_AHEAD_OF_SKULL_BASE,
    KNEE_RADIUS,
    NECK,
    NECK_SLOPE,
    SCAPULA,
    SEAT_DEPTH,
    THIGH,
    TRUNK,
)
from psoas_break.domain.figure.joints import Joints
from psoas_break.domain.figure.limbs import solve_arm, solve_leg
from psoas_break.domain.figure.plane import Point, down, forward, up
from psoas_break.domain.figure.pose import At, Half, KneelingLeg, Pose, Spine
from psoas_break.domain.figure.spine import SpineCurve

_SHOULDER = TRUNK - 0.006
_BELLY_OUT, _BELLY_UP = 0.058, 0.045
"""The lowest point of the front of a prone pelvis, from the hip centre."""


def solve(pose: Pose, breath: float = 0.0) -> Joints:
    """Return every joint of a pose.

    Args:
        pose: what to solve.
        breath: how full the breath is drawn, 0 to 1.

    Raises:
        ValueError: when a knee carries the body but its leg does not kneel.
    """
    bends = pose.spine
    hip = hip_of(pose)
    spine = SpineCurve(hip, bends.pelvis, bends.lumbar, bends.thorax)
    top = spine.pitch(TRUNK)
    x, y, fx, fy = spine.place(_SHOULDER)
    shoulder = x - 0.006 * fx + 0.022 * fy, y - 0.006 * fy - 0.022 * fx
    x, y, fx, fy = spine.place(TRUNK)
    base = x - 0.016 * fx - 0.004 * fy, y - 0.016 * fy + 0.004 * fx
    neck_pitch = top + bends.neck + NECK_SLOPE
    ux, uy = up(neck_pitch)
    skull = base[0] + ux * NECK, base[1] + uy * NECK
    head_pitch = top + bends.neck + bends.head
    fx, fy = forward(head_pitch)
    above, ahead = HEAD_ABOVE_SKULL_BASE, HEAD_AHEAD_OF_SKULL_BASE
    near = solve_leg(pose.near.leg, hip, bends.pelvis)
    far = solve_leg(pose.far.leg, hip, bends.pelvis)
    legs = near, far
    return Joints(
        pose=pose,
        breath=breath,
        hip=hip,
        spine=spine,
        shoulder=shoulder,
        neck_base=base,
        skull_base=skull,
        neck_pitch=neck_pitch,
        head=(skull[0] - fy * above + fx * ahead, skull[1] + fx * above + fy * ahead),
        head_pitch=head_pitch,
        near_leg=near,
        far_leg=far,
        near_arm=solve_arm(
            pose.near.arm, shoulder, top, spine=spine, breath=breath, legs=legs
        ),
        far_arm=solve_arm(
            pose.far.arm, shoulder, top, spine=spine, breath=breath, legs=legs
        ),
    )


def hip_of(pose: Pose) -> Point:
    """Return the hip centre, from what carries the body.

    Raises:
        ValueError: when a knee carries the body but its leg does not kneel.
    """
    root, bends = pose.root, pose.spine
    x, y = root.x, root.y
    match root.at:
        case At.HIP:
            return x, y
        case At.SEAT:
            return x, y + SEAT_DEPTH
        case At.NEAR_KNEE:
            return _over_knee((x, y), pose.near, bends)
        case At.FAR_KNEE:
            return _over_knee((x, y), pose.far, bends)
        case At.BACK:
            lying = SpineCurve((0.0, 0.0), bends.pelvis, bends.lumbar, bends.thorax)
            sx, sy = lying.beside(SCAPULA, -BACK_DEPTH)
            return x - sx, y - sy
        case At.BELLY:
            fx, fy = forward(bends.pelvis)
            out, above = _BELLY_OUT, _BELLY_UP
            return x - fx * out + fy * above, y - fy * out - fx * above
        case _:
            assert_never(root.at)


def _over_knee(place: Point, half: Half, spine: Spine) -> Point:
    match half.leg:
        case KneelingLeg(hip=hip):
            dx, dy = down(hip - spine.pelvis)
            return place[0] - dx * THIGH, place[1] + KNEE_RADIUS - dy * THIGH
        case _:
            msg = "a knee that carries the body needs a leg with hip, shin and sole"
            raise ValueError(msg)
