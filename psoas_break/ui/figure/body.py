"""The clothed body: every part placed where the joints are, seamless where they meet.

The trunk is one curve: its outline stands out from the spine by a profile, and
breath widens it.
"""

import math
from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath, QTransform

from psoas_break.domain.figure import trunk
from psoas_break.domain.figure.body import TOE_HINGE
from psoas_break.domain.figure.joints import ArmJoints, Joints, LegJoints
from psoas_break.domain.figure.plane import down, forward, heading, up
from psoas_break.ui.figure.fold import fold_of
from psoas_break.ui.figure.outlines import BUN_AT, BUN_RADIUS
from psoas_break.ui.figure.parts import NECK_BELOW, RIM, Parts, parts
from psoas_break.ui.figure.shapes import placed, ring, union

_WAIST, _SHIRT_FROM = 0.092, 0.062
"""Along the spine: where the trousers end, and where the shirt over them begins."""
_COLLAR_FRONT = 0.301
"""The collar slants: it ends lower in front than behind, at `trunk.COLLAR`."""
_SHIRT_LOOSE = 0.002
_SLICES = 18
_KNUCKLES = 0.048
_THUMB_AT, _THUMB_TURN = (0.018, 0.010), 32.0
_THUMB_SHOWS = 0.5


@dataclass(frozen=True, slots=True)
class Leg:
    """One leg as drawn."""

    trousers: QPainterPath
    foot: QPainterPath


@dataclass(frozen=True, slots=True)
class Arm:
    """One arm as drawn."""

    sleeve: QPainterPath
    skin: QPainterPath


@dataclass(frozen=True, slots=True)
class Head:
    """Neck and head as drawn."""

    neck: QPainterPath
    face: QPainterPath
    hair: QPainterPath


@dataclass(frozen=True, slots=True)
class Body:
    """The whole body as drawn.

    Attributes:
        seat: the trousers from the seat to the waist.
        shirt: hangs over them, up to the collar.
    """

    seat: QPainterPath
    shirt: QPainterPath
    head: Head
    near_leg: Leg
    far_leg: Leg
    near_arm: Arm
    far_arm: Arm


def body_of(joints: Joints, *, bun: bool) -> Body:
    """Return the outlines of a solved body."""
    shapes = parts()
    seat, shirt = _trunk(joints)
    yoke = shapes.yoke.translated(*joints.shoulder)
    return Body(
        seat=seat,
        shirt=union(shirt, yoke),
        head=_head(joints, shapes, bun=bun),
        near_leg=_leg(joints, joints.near_leg, shapes),
        far_leg=_leg(joints, joints.far_leg, shapes),
        near_arm=_arm(joints.near_arm, shapes),
        far_arm=_arm(joints.far_arm, shapes),
    )


def rim_of(joints: Joints, *, bun: bool) -> tuple[QPainterPath, ...]:
    """Return every part, a little larger all round."""
    shapes = parts(RIM)
    near, far = (
        _leg(joints, leg, shapes, RIM) for leg in (joints.near_leg, joints.far_leg)
    )
    arm, other = _arm(joints.near_arm, shapes), _arm(joints.far_arm, shapes)
    head = _head(joints, shapes, bun=bun)
    return (
        *_trunk(joints, RIM),
        *(near.trousers, near.foot, far.trousers, far.foot),
        *(arm.sleeve, arm.skin, other.sleeve, other.skin),
        *(head.neck, head.face, head.hair),
    )


def _leg(joints: Joints, leg: LegJoints, shapes: Parts, grow: float = 0.0) -> Leg:
    seat_behind = _line(joints, _grids()[0][1], -grow)
    thigh, shin = down(leg.thigh), down(leg.shin)
    below = placed(leg.knee, shin, leg.shin_scale)
    trousers = union(
        shapes.hip.translated(*leg.hip),
        placed(leg.hip, thigh, leg.scale).map(shapes.thigh),
        fold_of(seat_behind, leg, grow),
        placed(leg.knee, shin).map(shapes.knee),
        below.map(shapes.shin),
    )
    sole = placed(leg.ankle, heading(leg.sole))
    hinge = sole.map(QPointF(*TOE_HINGE)).toTuple()
    foot = union(
        below.map(shapes.ankle),
        shapes.ankle_joint.translated(*leg.ankle),
        sole.map(shapes.foot),
        placed(hinge, heading(leg.sole + leg.toe)).map(shapes.toes),
    )
    return Leg(trousers, foot)


def _arm(arm: ArmJoints, shapes: Parts) -> Arm:
    upper = placed(arm.shoulder, down(arm.upper), arm.scale)
    hand = placed(arm.wrist, down(arm.hand))
    knuckles = hand.map(QPointF(_KNUCKLES, 0.0)).toTuple()
    skin = union(
        upper.map(shapes.upper_arm),
        shapes.elbow.translated(*arm.elbow),
        placed(arm.elbow, down(arm.fore), arm.scale).map(shapes.forearm),
        shapes.wrist.translated(*arm.wrist),
        hand.map(shapes.palm),
        placed(knuckles, down(arm.hand + arm.curl)).map(shapes.fingers),
    )
    if arm.rest < _THUMB_SHOWS:
        root = hand.map(QPointF(*_THUMB_AT)).toTuple()
        skin.addPath(placed(root, down(arm.hand + _THUMB_TURN)).map(shapes.thumb))
    sleeve = union(shapes.shoulder.translated(*arm.shoulder), upper.map(shapes.sleeve))
    return Arm(sleeve, skin)


def _head(joints: Joints, shapes: Parts, *, bun: bool) -> Head:
    ux, uy = up(joints.neck_pitch)
    base = joints.neck_base
    inside = base[0] - ux * NECK_BELOW, base[1] - uy * NECK_BELOW
    head = placed(joints.head, forward(joints.head_pitch))
    hair = head.map(shapes.hair)
    if bun:
        turned = QTransform().rotate(_bun_turn(joints)) * head
        hair = union(hair, turned.map(shapes.bun))
    return Head(
        neck=placed(inside, forward(joints.neck_pitch)).map(shapes.neck),
        face=head.map(shapes.head),
        hair=hair,
    )


def _bun_turn(joints: Joints) -> float:
    """Return how far the bun gives way to the floor, in degrees about the head.

    Who lies on the back wears it higher: towards the crown, never into the mat.
    """
    x, y = BUN_AT
    (fx, fy), (ux, uy) = forward(joints.head_pitch), up(joints.head_pitch)
    far = math.hypot(x, y)
    lowest = (BUN_RADIUS - joints.head[1]) / far
    if not -1.0 < lowest < 1.0:
        return 0.0
    now = math.atan2(x * fy + y * uy, x * fx + y * ux) % (2 * math.pi)
    just_clear = math.pi - math.asin(lowest)
    behind = math.pi / 2 < now < 1.5 * math.pi
    return math.degrees(just_clear - now) if behind and now > just_clear else 0.0


# --- The trunk ------------------------------------------------------------------


def _trunk(joints: Joints, grow: float = 0.0) -> tuple[QPainterPath, QPainterPath]:
    """Return trousers from the seat to the waist, and the shirt above."""
    seat, shirt = _grids()
    return (
        ring(_outline(joints, seat, grow)),
        ring(_outline(joints, shirt, grow + _SHIRT_LOOSE)),
    )


_Slice = tuple[float, float, float]
"""Height along the spine, how far out the skin is, and how much further in a full
breath."""


def _outline(
    joints: Joints, grid: tuple[tuple[_Slice, ...], tuple[_Slice, ...]], grow: float
) -> list[QPointF]:
    """Go up the front and down the back."""
    front, back = grid
    return _line(joints, front, grow) + _line(joints, back, -grow)


def _line(joints: Joints, slices: tuple[_Slice, ...], extra: float) -> list[QPointF]:
    place, breath = joints.spine.place, joints.breath
    points: list[QPointF] = []
    for s, out, swell in slices:
        x, y, fx, fy = place(s)
        away = out + swell * breath + extra
        points.append(QPointF(x + fx * away, y + fy * away))
    return points


@cache
def _grids() -> tuple[
    tuple[tuple[_Slice, ...], tuple[_Slice, ...]],
    tuple[tuple[_Slice, ...], tuple[_Slice, ...]],
]:
    seat = _fronts(trunk.SEAT_END, _WAIST), _backs(trunk.SEAT_END, _WAIST)
    shirt = _fronts(_SHIRT_FROM, _COLLAR_FRONT), _backs(_SHIRT_FROM, trunk.COLLAR)
    return seat, shirt


def _fronts(start: float, end: float) -> tuple[_Slice, ...]:
    return tuple(
        (s, trunk.front(s), trunk.front(s, 1.0) - trunk.front(s))
        for s in _heights(start, end)
    )


def _backs(start: float, end: float) -> tuple[_Slice, ...]:
    rising = tuple(
        (s, trunk.back(s), trunk.back(s, 1.0) - trunk.back(s))
        for s in _heights(start, end)
    )
    return rising[::-1]


def _heights(start: float, end: float) -> list[float]:
    return [start + (end - start) * i / _SLICES for i in range(_SLICES + 1)]
