"""The points with which a body can touch something, and what they touch."""

from collections.abc import Iterator
from typing import NamedTuple

from psoas_break.domain.figure import trunk
from psoas_break.domain.figure.body import (
    ELBOW_RADIUS,
    HEAD_RADIUS,
    KNEE_RADIUS,
    TOE_HINGE,
    WRIST_RADIUS,
)
from psoas_break.domain.figure.joints import ArmJoints, Joints, LegJoints
from psoas_break.domain.figure.plane import Point, down, heading
from psoas_break.domain.figure.scene import PropKind, Scene

REST = 0.012
"""How near to a surface a point counts as resting on it (content.md, section 6)."""

_HEEL = (-0.024, -0.039)
_INSTEP = (0.0195, 0.018)
_UNDER_TOES = ((0.0, -0.0130), (0.036, -0.0125))
_TOE_TIP = (0.0415, -0.0055)
_OVER_TOES = (0.020, 0.0085)
_FINGERTIP = 0.094
_FINGER_RADIUS = 0.008
_ALONG_TRUNK = (-0.066, -0.030, 0.005, 0.045, 0.125, 0.205, 0.250)

_SURFACES = (
    PropKind.CHAIR,
    PropKind.BENCH,
    PropKind.SOFA,
    PropKind.BED,
    PropKind.STEP,
    PropKind.BLOCKS,
    PropKind.ROLLER,
    PropKind.BALL,
    PropKind.PILLOW,
    PropKind.DESK,
    PropKind.CAPTAINS_CHAIR,
)
_OVERHANG = 0.02


class Touch(NamedTuple):
    """A lowest point of a part of the body."""

    part: str
    x: float
    y: float


class Surface(NamedTuple):
    """A level something can rest on."""

    left: float
    right: float
    y: float


def surfaces_of(scene: Scene) -> tuple[Surface, ...]:
    """Return the tops of the things in a scene; the floor is always there."""
    return tuple(
        Surface(prop.x[0] - _OVERHANG, prop.x[1] + _OVERHANG, prop.y)
        for prop in scene.props
        if prop.kind in _SURFACES
    )


def height_over(point: Touch, surfaces: tuple[Surface, ...]) -> float:
    """Return how far a point is above what is nearest below it, if only just."""
    over = [point.y]
    if point.part.endswith("knee"):  # it hangs beside seats, and kneels on the floor
        return point.y
    for surface in surfaces:
        if surface.left <= point.x <= surface.right:
            above = point.y - surface.y
            if above >= -REST:
                over.append(above)
    return min(over, key=abs)


def touches(joints: Joints) -> Iterator[Touch]:
    """Yield the lowest point of every part that could meet the floor."""
    for side, leg, arm in (
        ("near", joints.near_leg, joints.near_arm),
        ("far", joints.far_leg, joints.far_arm),
    ):
        yield from _of_leg(side, leg)
        yield from _of_arm(side, arm)
    x, y = joints.head
    yield Touch("head", x, y - HEAD_RADIUS)
    spine = joints.spine
    for s in _ALONG_TRUNK:
        yield Touch("back", *spine.beside(s, trunk.back(s)))
        yield Touch("belly", *spine.beside(s, trunk.front(s)))


def feet(joints: Joints) -> Iterator[Touch]:
    """Yield the points feet and knees stand on; they turn with the foot as it rolls."""
    yield from _of_leg("near", joints.near_leg)
    yield from _of_leg("far", joints.far_leg)


def _of_leg(side: str, leg: LegJoints) -> Iterator[Touch]:
    yield Touch(f"{side} knee", leg.knee[0], leg.knee[1] - KNEE_RADIUS)
    along = heading(leg.sole)
    yield Touch(f"{side} heel", *_off(leg.ankle, along, _HEEL))
    yield Touch(f"{side} instep", *_off(leg.ankle, along, _INSTEP))
    hinge = _off(leg.ankle, along, TOE_HINGE)
    along = heading(leg.sole + leg.toe)
    yield Touch(f"{side} ball", *_off(hinge, along, _UNDER_TOES[0]))
    yield Touch(f"{side} toes", *_off(hinge, along, _UNDER_TOES[1]))
    yield Touch(f"{side} toe tip", *_off(hinge, along, _TOE_TIP))
    yield Touch(f"{side} top of the toes", *_off(hinge, along, _OVER_TOES))


def _of_arm(side: str, arm: ArmJoints) -> Iterator[Touch]:
    yield Touch(f"{side} elbow", arm.elbow[0], arm.elbow[1] - ELBOW_RADIUS)
    yield Touch(f"{side} wrist", arm.wrist[0], arm.wrist[1] - WRIST_RADIUS)
    x, y = down(arm.hand)
    yield Touch(
        f"{side} fingers",
        arm.wrist[0] + x * _FINGERTIP,
        arm.wrist[1] + y * _FINGERTIP - _FINGER_RADIUS,
    )


def _off(start: Point, along: Point, offset: Point) -> Point:
    """Return a point of a part's own frame: along it, and square to it."""
    (x, y), (a, b) = along, offset
    return start[0] + x * a - y * b, start[1] + y * a + x * b
