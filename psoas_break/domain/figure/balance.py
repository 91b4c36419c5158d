"""Where the body's weight is, and what it stands on."""

from psoas_break.domain.figure.body import (
    CENTRE_OF_FOREARM,
    CENTRE_OF_HAND,
    CENTRE_OF_SHANK,
    CENTRE_OF_THIGH,
    CENTRE_OF_UPPER_ARM,
    HAND,
    LUMBAR,
    MASS_FOOT,
    MASS_FOREARM,
    MASS_HAND,
    MASS_HEAD,
    MASS_LUMBAR,
    MASS_PELVIS,
    MASS_SHANK,
    MASS_THIGH,
    MASS_THORAX,
    MASS_UPPER_ARM,
    PELVIS,
)
from psoas_break.domain.figure.contact import (
    REST,
    Surface,
    height_over,
    touches,
)
from psoas_break.domain.figure.joints import ArmJoints, Joints, LegJoints
from psoas_break.domain.figure.plane import Point, down, heading, mix_points
from psoas_break.domain.figure.pose import At, PinnedHand

Span = tuple[float, float]
"""From where to where, along the floor, in statures."""

GRIP = 0.02
"""How far from under its grip a hanging body may be."""
_THORAX_TO_NECK = 0.155
_SEAT_BEHIND, _SEAT_AHEAD = 0.05, 0.15
"""What of a sitting body rests on the seat, from the hip centre."""
_HANDS = ("elbow", "wrist", "fingers")


def centre_of_mass(joints: Joints) -> Point:
    """Return the centre of mass, in statures (masses: `body`)."""
    spine = joints.spine
    parts = [
        (MASS_PELVIS, spine.point(PELVIS / 2)),
        (MASS_LUMBAR, spine.point(PELVIS + LUMBAR / 2)),
        (MASS_THORAX, spine.point(PELVIS + LUMBAR + _THORAX_TO_NECK / 2)),
        (MASS_HEAD, joints.head),
    ]
    for leg, arm in (
        (joints.near_leg, joints.near_arm),
        (joints.far_leg, joints.far_arm),
    ):
        parts += _masses_of_leg(leg)
        parts += _masses_of_arm(arm)
    whole = sum(mass for mass, _ in parts)
    return (
        sum(mass * x for mass, (x, _) in parts) / whole,
        sum(mass * y for mass, (_, y) in parts) / whole,
    )


def support(joints: Joints, surfaces: tuple[Surface, ...]) -> Span | None:
    """Return from where to where the body is carried, None when nothing carries it."""
    xs: list[float] = []
    for point in touches(joints):
        if point.part.endswith(_HANDS) and not _bears(joints, point.part):
            continue
        if abs(height_over(point, surfaces)) <= REST:
            xs.append(point.x)
    if joints.pose.root.at is At.SEAT:
        x, _y = joints.hip
        xs += [x - _SEAT_BEHIND, x + _SEAT_AHEAD]
    for half, arm in (
        (joints.pose.near, joints.near_arm),
        (joints.pose.far, joints.far_arm),
    ):
        if isinstance(half.arm, PinnedHand) and half.arm.bears:
            x, _y = arm.wrist
            xs += [x - GRIP, x + GRIP]
    return (min(xs), max(xs)) if xs else None


def _bears(joints: Joints, part: str) -> bool:
    half = joints.pose.near if part.startswith("near") else joints.pose.far
    return isinstance(half.arm, PinnedHand) and half.arm.bears


def _masses_of_leg(leg: LegJoints) -> list[tuple[float, Point]]:
    x, y = heading(leg.sole)
    foot = leg.ankle[0] + 0.04 * x + 0.02 * y, leg.ankle[1] + 0.04 * y - 0.02 * x
    return [
        (MASS_THIGH, mix_points(leg.hip, leg.knee, CENTRE_OF_THIGH)),
        (MASS_SHANK, mix_points(leg.knee, leg.ankle, CENTRE_OF_SHANK)),
        (MASS_FOOT, foot),
    ]


def _masses_of_arm(arm: ArmJoints) -> list[tuple[float, Point]]:
    x, y = down(arm.hand)
    out = HAND * CENTRE_OF_HAND
    return [
        (MASS_UPPER_ARM, mix_points(arm.shoulder, arm.elbow, CENTRE_OF_UPPER_ARM)),
        (MASS_FOREARM, mix_points(arm.elbow, arm.wrist, CENTRE_OF_FOREARM)),
        (MASS_HAND, (arm.wrist[0] + x * out, arm.wrist[1] + y * out)),
    ]
