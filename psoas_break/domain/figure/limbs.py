"""Legs and arms: from the hip and the shoulder to the toes and the fingers."""

import math
from typing import assert_never

from psoas_break.domain.figure.body import (
    ANKLE_HEIGHT,
    FOREARM,
    HEEL_PIVOT,
    KNEE_RADIUS,
    SHANK,
    THIGH,
    TOE_HINGE,
    UPPER_ARM,
)
from psoas_break.domain.figure.joints import ArmJoints, LegJoints
from psoas_break.domain.figure.plane import Point, distance, down, from_down, heading
from psoas_break.domain.figure.pose import (
    Arm,
    FreeArm,
    FreeLeg,
    KneelingLeg,
    Leg,
    PinnedFoot,
    PinnedHand,
    PinnedKnee,
    RestingHand,
)
from psoas_break.domain.figure.reach import LONGEST, reach
from psoas_break.domain.figure.resting import place_of_hand
from psoas_break.domain.figure.spine import SpineCurve

_FORWARD, _BACKWARD = 1, -1
_TOES_X, _TOES_Y = TOE_HINGE


def solve_leg(leg: Leg, hip: Point, pelvis: float) -> LegJoints:
    """Return a leg's joints.

    Args:
        leg: how it is driven.
        hip: the hip centre.
        pelvis: how far the pelvis leans forward, in degrees.
    """
    over, scale, shin_scale = 0.0, 1.0, 1.0
    match leg:
        case PinnedFoot():
            ankle = ankle_over(leg)
            thigh, shin, over = reach(hip, ankle, THIGH, SHANK, _FORWARD)
            sole = leg.pitch
        case KneelingLeg():
            thigh, shin, sole = leg.hip - pelvis, leg.shin, leg.sole
        case PinnedKnee():
            knee = leg.x, leg.y + KNEE_RADIUS
            thigh = from_down(knee[0] - hip[0], knee[1] - hip[1])
            away = distance(hip, knee)
            scale, over = min(1.0, away / THIGH), max(0.0, away - THIGH)
            shin, sole = leg.shin, leg.sole
        case FreeLeg():
            thigh = leg.hip - pelvis
            scale, shin_scale = leg.scale, leg.shin_scale
            shin = thigh - leg.knee
            sole = shin + leg.ankle
        case _:
            assert_never(leg)
    x, y = down(thigh)
    knee = hip[0] + x * THIGH * scale, hip[1] + y * THIGH * scale
    x, y = down(shin)
    shank = SHANK * shin_scale
    return LegJoints(
        hip,
        knee,
        (knee[0] + x * shank, knee[1] + y * shank),
        thigh,
        shin,
        sole,
        leg.toe,
        thigh + pelvis,
        thigh - shin,
        sole - shin,
        scale,
        shin_scale,
        over,
    )


def ankle_over(foot: PinnedFoot) -> Point:
    """Return where the ankle of a pinned foot is.

    Heel up, the foot turns about the joint of the toes; toes up, about the heel: so
    what stays on the floor never moves.
    """
    if foot.pitch == 0.0:
        return foot.x, foot.y + ANKLE_HEIGHT
    if foot.pitch < 0.0:
        px, py = _TOES_X, ANKLE_HEIGHT + _TOES_Y
    else:
        px, py = HEEL_PIVOT, 0.0
    x, y = -px, ANKLE_HEIGHT - py
    c, s = heading(foot.pitch)
    return foot.x + px + x * c - y * s, foot.y + py + x * s + y * c


def solve_arm(
    arm: Arm,
    shoulder: Point,
    lean: float,
    *,
    spine: SpineCurve,
    breath: float,
    legs: tuple[LegJoints, LegJoints],
) -> ArmJoints:
    """Return an arm's joints.

    Args:
        arm: how it is driven.
        shoulder: the shoulder's centre.
        lean: how far the top of the thorax leans forward, in degrees.
        spine: the trunk's curve, on which a hand may rest.
        breath: how full the breath is, 0 to 1; a hand on the belly rises with it.
        legs: the near and the far leg, on which a hand may rest.
    """
    over, bend, rest = 0.0, _BACKWARD, 1.0
    match arm:
        case FreeArm():
            upper = arm.shoulder - lean
            fore = upper + arm.elbow
            hand, scale, rest = fore + arm.wrist, arm.scale, arm.rest
        case RestingHand() | PinnedHand():
            if isinstance(arm, PinnedHand):
                wrist, hand = (arm.x, arm.y), arm.direction
                bend = _FORWARD if arm.elbow_forward else _BACKWARD
            else:
                wrist, hand = place_of_hand(arm, spine, breath, legs)
            scale = 1.0
            if arm.fit:
                away = math.hypot(wrist[0] - shoulder[0], wrist[1] - shoulder[1])
                scale = min(1.0, away * max(arm.fit, 1 / LONGEST) / _ARM)
            upper, fore, over = reach(
                shoulder, wrist, UPPER_ARM * scale, FOREARM * scale, bend
            )
        case _:
            assert_never(arm)
    x, y = down(upper)
    k = UPPER_ARM * scale
    elbow = shoulder[0] + x * k, shoulder[1] + y * k
    x, y = down(fore)
    k = FOREARM * scale
    return ArmJoints(
        shoulder,
        elbow,
        (elbow[0] + x * k, elbow[1] + y * k),
        upper,
        fore,
        hand,
        arm.curl,
        rest,
        scale,
        upper + lean,
        fore - upper,
        hand - fore,
        over,
    )


_ARM = UPPER_ARM + FOREARM
