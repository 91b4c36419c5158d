"""The psoas of the near side: its path, its length, and how stretched that is.

A model for a picture, drawn by eye; the numbers are our own and nobody's
measurement. It runs from the vertebrae T12 to L5 over the brim of the pelvis and
the head of the femur to the lesser trochanter, so that it shortens with flexion of
the hip and lengthens with extension, and a pelvis tipped forward gives back what
the leg behind the body gains: the reason to tuck first.
"""

import math
from dataclasses import dataclass
from functools import cache

from psoas_break.domain.figure.body import (
    FEMORAL_HEAD_RADIUS,
    LUMBAR,
    PELVIS,
    SHANK,
    THIGH,
)
from psoas_break.domain.figure.joints import Joints, LegJoints
from psoas_break.domain.figure.plane import Point, distance, down, mix_points, smooth
from psoas_break.domain.figure.pose import At, FreeArm, FreeLeg, Half, Pose, Root, Spine
from psoas_break.domain.figure.skeleton import solve

LONG, SHORT = 0.06, 0.28
"""Strains at which the colour is that of a fully lengthened or shortened muscle."""
SIDE_BEND_STRAIN = 0.012
"""What a full bend away from the side adds."""

# Along the spine, T12/L1 first and L5 last: height, and how far in front of it.
_ORIGINS = tuple(
    (
        PELVIS + LUMBAR * (1.03 - 0.186 * k),
        -0.021 + 0.010 * math.sin(math.pi * k / 5),
    )
    for k in range(6)
)
_COURSE = tuple(
    (PELVIS + LUMBAR * u, out)
    for u, out in (
        (1.04, 0.0),
        (0.78, 0.006),
        (0.52, 0.011),
        (0.26, 0.015),
        (0.02, 0.018),
    )
)
_BRIM_FORWARD, _BRIM_UP = 0.024, 0.012
_INSERTION_DOWN, _INSERTION_BACK = 0.052, 0.004
_LIFTS_FROM, _LIFTS_OVER, _LIFTS_BY = 15.0, 75.0, 0.70
"""Flexion at which the tendon leaves the brim, over how much it does, how far."""
_INSIDE, _OUTSIDE = 0.25, 0.75
_MIDDLE_OUT = 0.0015


@dataclass(frozen=True, slots=True)
class PsoasBand:
    """The muscle as it lies.

    Attributes:
        origins: where it leaves the vertebrae, the highest first.
        brim: where it crosses the front of the pelvis.
        insertion: where it ends on the femur.
        course: points of its midline from the top to the insertion; a smooth curve
            through them never cuts the head of the femur.
        length: in statures.
        strain: how much longer than when standing, 0.05 for 5 %.
        level: strain for the eye: 1 fully lengthened, 0 at rest, -1 fully shortened.
    """

    origins: tuple[Point, ...]
    brim: Point
    insertion: Point
    course: tuple[Point, ...]
    length: float
    strain: float
    level: float


def psoas_of(joints: Joints) -> PsoasBand:
    """Return the near psoas of a solved body."""
    spine, leg = joints.spine, joints.near_leg
    origins = tuple(spine.beside(s, out) for s, out in _ORIGINS)
    insertion = _insertion(leg)
    brim = _brim(joints, leg, origins[-1], insertion)
    length = _length(origins, brim, insertion, joints.hip)
    strain = length / resting_length() - 1.0
    strain += SIDE_BEND_STRAIN * joints.pose.side_bend
    level = strain / LONG if strain > 0 else strain / SHORT
    course = (
        *(spine.beside(s, out) for s, out in _COURSE),
        brim,
        _middle_of_wrap(brim, insertion, joints.hip),
        insertion,
    )
    return PsoasBand(
        origins,
        brim,
        insertion,
        course,
        length,
        strain,
        max(-1.0, min(1.0, level)),
    )


@cache
def resting_length() -> float:
    """Return the length when standing upright: 0.185 statures, 32 cm at 175 cm."""
    straight = Half(FreeLeg(0.0, 0.0, 0.0), FreeArm(0.0, 0.0))
    height = THIGH + SHANK
    joints = solve(Pose(Root(At.HIP, 0.0, height), Spine(), straight, straight))
    leg = joints.near_leg
    origins = tuple(joints.spine.beside(s, out) for s, out in _ORIGINS)
    insertion = _insertion(leg)
    brim = _brim(joints, leg, origins[-1], insertion)
    return _length(origins, brim, insertion, joints.hip)


def _length(
    origins: tuple[Point, ...], brim: Point, insertion: Point, hip: Point
) -> float:
    above = sum(distance(origin, brim) for origin in origins) / len(origins)
    return above + _round_the_head(brim, insertion, hip)


def _insertion(leg: LegJoints) -> Point:
    x, y = down(leg.thigh)
    along, behind = _INSERTION_DOWN, _INSERTION_BACK
    return (
        leg.hip[0] + x * along + y * behind,
        leg.hip[1] + y * along - x * behind,
    )


def _brim(joints: Joints, leg: LegJoints, lowest: Point, insertion: Point) -> Point:
    """Return where the band crosses the brim; in flexion the tendon lifts off it."""
    x, y, fx, fy = joints.spine.place(0.0)
    brim = (
        x + fx * _BRIM_FORWARD - fy * _BRIM_UP,
        y + fy * _BRIM_FORWARD + fx * _BRIM_UP,
    )
    lift = _LIFTS_BY * smooth((leg.hip_flexion - _LIFTS_FROM) / _LIFTS_OVER)
    if lift <= 0.0:
        return brim
    dx, dy = insertion[0] - lowest[0], insertion[1] - lowest[1]
    along = (brim[0] - lowest[0]) * dx + (brim[1] - lowest[1]) * dy
    share = along / max(1e-6, dx * dx + dy * dy)
    share = max(_INSIDE, min(_OUTSIDE, share))
    straight = lowest[0] + dx * share, lowest[1] + dy * share
    return mix_points(brim, straight, lift)


def _round_the_head(a: Point, b: Point, centre: Point) -> float:
    """Return the shortest way from a to b in front of the head of the femur."""
    r = FEMORAL_HEAD_RADIUS
    ax, ay = a[0] - centre[0], a[1] - centre[1]
    bx, by = b[0] - centre[0], b[1] - centre[1]
    from_a, from_b = math.hypot(ax, ay), math.hypot(bx, by)
    sweep = (math.atan2(ay, ax) - math.atan2(by, bx)) % math.tau
    arc = sweep - math.acos(min(1.0, r / from_a)) - math.acos(min(1.0, r / from_b))
    if arc <= 0.0:
        return distance(a, b)
    tangents = math.sqrt(max(0.0, from_a * from_a - r * r)) + math.sqrt(
        max(0.0, from_b * from_b - r * r)
    )
    return tangents + r * arc


def _middle_of_wrap(brim: Point, insertion: Point, hip: Point) -> Point:
    """Return the middle of the way round the head, outside of it."""
    x, y = mix_points(brim, insertion, 0.5)
    dx, dy = x - hip[0], y - hip[1]
    away = math.hypot(dx, dy)
    least = FEMORAL_HEAD_RADIUS + _MIDDLE_OUT
    if away >= least:
        return x, y
    k = least / max(away, 1e-5)
    return hip[0] + dx * k, hip[1] + dy * k
