"""Where a hand is that rests on the body."""

from typing import assert_never

from psoas_break.domain.figure import trunk
from psoas_break.domain.figure.body import SHANK, THIGH
from psoas_break.domain.figure.joints import LegJoints
from psoas_break.domain.figure.plane import Point, down, from_down, heading
from psoas_break.domain.figure.pose import RestingHand, Spot
from psoas_break.domain.figure.spine import SpineCurve

DEFAULTS = {  # along, dx, dy, tilt, back
    Spot.NEAR_THIGH: (0.70, 0.0, 0.0, -4.0, 0.0),
    Spot.FAR_THIGH: (0.70, 0.0, 0.0, -4.0, 0.0),
    Spot.NEAR_SHIN: (0.20, 0.0, 0.0, 60.0, 0.0),
    Spot.FAR_SHIN: (0.20, 0.0, 0.0, 60.0, 0.0),
    Spot.NEAR_FOOT: (0.0, 0.0, 0.02, 105.0, 0.075),
    Spot.FAR_FOOT: (0.0, 0.0, 0.02, 105.0, 0.075),
    Spot.BELLY: (0.095, 0.0, 0.0, 62.0, 0.080),
    Spot.CHEST: (0.205, 0.0, 0.0, 62.0, 0.080),
    Spot.HIP: (0.0, -0.030, 0.006, 50.0, 0.0),
    Spot.BACK: (0.0, -0.045, 0.035, 20.0, 0.0),
}
"""What holds of a spot where the author says nothing else."""

_HAND_THICKNESS = 0.010
_PALM_TO_WRIST = 0.050
_HIP_HEIGHT = 0.062
_BACK_HEIGHT = 0.075


def place_of_hand(
    arm: RestingHand,
    spine: SpineCurve,
    breath: float,
    legs: tuple[LegJoints, LegJoints],
) -> tuple[Point, float]:
    """Return where the wrist is, and the direction of the hand from straight down."""
    near, far = legs
    match arm.on:
        case Spot.BELLY | Spot.CHEST:
            return _on_front(arm, spine, breath)
        case Spot.NEAR_THIGH:
            return _on_thigh(arm, near)
        case Spot.FAR_THIGH:
            return _on_thigh(arm, far)
        case Spot.NEAR_SHIN:
            return _on_shin(arm, near)
        case Spot.FAR_SHIN:
            return _on_shin(arm, far)
        case Spot.NEAR_FOOT:
            return _on_foot(arm, near)
        case Spot.FAR_FOOT:
            return _on_foot(arm, far)
        case Spot.HIP:
            return _by_pelvis(arm, spine, _HIP_HEIGHT)
        case Spot.BACK:
            return _by_pelvis(arm, spine, _BACK_HEIGHT)
        case _:
            assert_never(arm.on)


def _on_front(
    arm: RestingHand, spine: SpineCurve, breath: float
) -> tuple[Point, float]:
    """Along the belly, the fingers forward and down; it rises with the breath."""

    def skin(s: float) -> Point:
        return spine.beside(s, trunk.front(s, breath) + _HAND_THICKNESS)

    x, y = skin(arm.along)
    (lx, ly), (hx, hy) = skin(arm.along - 0.02), skin(arm.along + 0.02)
    hand = from_down(lx - hx, ly - hy) + arm.tilt
    dx, dy = down(hand)
    return (x - dx * arm.back, y - dy * arm.back), hand


def _on_thigh(arm: RestingHand, leg: LegJoints) -> tuple[Point, float]:
    t, hand = arm.along, leg.thigh + arm.tilt
    x, y = down(leg.thigh)
    thick = 0.052 * (1.0 - t) + 0.040 * t + _HAND_THICKNESS + 0.006
    dx, dy = down(hand)
    along = THIGH * leg.scale * t
    return (
        leg.hip[0] + x * along - y * thick - dx * _PALM_TO_WRIST,
        leg.hip[1] + y * along + x * thick - dy * _PALM_TO_WRIST,
    ), hand


def _on_shin(arm: RestingHand, leg: LegJoints) -> tuple[Point, float]:
    hand = leg.shin + arm.tilt
    x, y = down(leg.shin)
    dx, dy = down(hand)
    along = SHANK * leg.shin_scale * arm.along
    return (
        leg.knee[0] + x * along - y * 0.042 - dx * 0.045,
        leg.knee[1] + y * along + x * 0.042 - dy * 0.045,
    ), hand


def _on_foot(arm: RestingHand, leg: LegJoints) -> tuple[Point, float]:
    """Round the instep: the fingers `dx` ahead of the ankle and `dy` above it."""
    x, y = heading(leg.sole)
    hand = leg.shin + arm.tilt
    dx, dy = down(hand)
    return (
        leg.ankle[0] + x * arm.dx - y * arm.dy - dx * arm.back,
        leg.ankle[1] + y * arm.dx + x * arm.dy - dy * arm.back,
    ), hand


def _by_pelvis(
    arm: RestingHand, spine: SpineCurve, height: float
) -> tuple[Point, float]:
    x, y, fx, fy = spine.place(height)
    wrist = x + fx * arm.dx - fy * arm.dy, y + fy * arm.dx + fx * arm.dy
    return wrist, arm.tilt - spine.pitch(height)
