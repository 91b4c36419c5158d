"""The kit a body handles: painted with it, between its limbs.

Weights and a band go where hands and feet go, a roller and a ball roll under the
body; of a bar and of arm pads the nearer end stands in front of it.
"""

import math
from enum import Enum, auto
from functools import cache

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath, QTransform

from psoas_break.domain.figure.joints import ArmJoints, Joints
from psoas_break.domain.figure.plane import Point, down
from psoas_break.domain.figure.scene import Prop, PropKind, Scene
from psoas_break.ui.figure.parts import stroked
from psoas_break.ui.figure.props import PAD
from psoas_break.ui.figure.shapes import circle, placed, union
from psoas_break.ui.figure_colours import FigureColours

Kit = tuple[Prop, ...]
"""What the body of a scene handles."""

_HANDLED = (
    PropKind.WEIGHTS,
    PropKind.BAND,
    PropKind.ROLLER,
    PropKind.BALL,
    PropKind.BAR,
    PropKind.CAPTAINS_CHAIR,
)
_IN_HAND = 0.052
"""From the wrist to what a hand holds."""
_HANDLE_HALF, _HANDLE_LOW, _HANDLE_WIDE = 0.027, 0.050, 0.013
_BELL, _BELL_LOW = 0.041, 0.079
_FOOT_HALF, _FOOT_LOW = 0.024, 0.117
"""A kettlebell of 20 cm: handle, ball and foot, below the hand that holds it."""
_BAND_WIDE, _STRAP_WIDE, _BAND_HALF = 0.006, 0.013, 0.015
_BAND_UP = 0.048
"""A band lies this far above the ankles."""
_CORE, _RIBS, _RIB = 0.56, 10, 0.07
"""Of a roller, as shares of its radius: its hollow, and how large the ribs are."""
_SPIKES, _SPIKE = 14, 0.17
_BAR_RADIUS = 0.017
_PAD_ENDS = 0.045
"""The pads of a captain's chair end this far before its handles."""


class Layer(Enum):
    """Where between the limbs something is painted."""

    BEHIND = auto()
    """Before the far arm."""
    AMID = auto()
    """Between the far limbs and the trunk."""
    OVER_LEGS = auto()
    UNDER_HAND = auto()
    """Before the near arm."""
    OVER_HAND = auto()


def kit_of(scene: Scene) -> Kit:
    """Return what the body handles."""
    return tuple(prop for prop in scene.props if prop.kind in _HANDLED)


def paint_kit(
    p: QPainter, kit: Kit, layer: Layer, joints: Joints, colours: FigureColours
) -> None:
    """Paint what of the kit is in one layer."""
    for prop in kit:
        match layer, prop.kind:
            case Layer.BEHIND, PropKind.WEIGHTS:
                _paint_weight(p, joints.far_arm, colours)
            case Layer.UNDER_HAND, PropKind.WEIGHTS:
                _paint_weight(p, joints.near_arm, colours)
            case Layer.OVER_LEGS, PropKind.BAND:
                _paint_band(p, joints, colours)
            case Layer.AMID, PropKind.ROLLER:
                _paint_roller(p, prop, joints, colours)
            case Layer.AMID, PropKind.BALL:
                middle, axis, radius = _rolled(prop, joints)
                ball = placed(middle, axis).map(_spiky(radius))
                p.fillPath(ball, colours.rubber)
            case Layer.OVER_LEGS, PropKind.CAPTAINS_CHAIR:
                _paint_pad(p, prop, colours)
            case Layer.OVER_HAND, PropKind.BAR:
                middle = sum(prop.x) / 2, prop.y
                p.fillPath(circle(_BAR_RADIUS, middle), colours.metal_shade)
                p.fillPath(circle(_BAR_RADIUS * 0.55, middle), colours.metal)
            case _:
                pass


# --- In the hands, round the feet -----------------------------------------------


def _paint_weight(p: QPainter, arm: ArmJoints, colours: FigureColours) -> None:
    """Paint the kettlebell that hangs from a hand; the hand itself comes over it."""
    dx, dy = down(arm.hand)
    hanging = QTransform.fromTranslate(
        arm.wrist[0] + dx * _IN_HAND, arm.wrist[1] + dy * _IN_HAND
    )
    handle, bell = _kettlebell()
    p.fillPath(hanging.map(handle), colours.metal)
    p.fillPath(hanging.map(bell), colours.metal_shade)


@cache
def _kettlebell() -> tuple[QPainterPath, QPainterPath]:
    """Return handle and ball of a kettlebell; the hand is at the origin."""
    line = QPainterPath(QPointF(-_HANDLE_HALF * 1.15, -_HANDLE_LOW))
    line.cubicTo(
        QPointF(-_HANDLE_HALF * 1.25, 0.004),
        QPointF(-_HANDLE_HALF, 0.0),
        QPointF(0.0, 0.0),
    )
    line.cubicTo(
        QPointF(_HANDLE_HALF, 0.0),
        QPointF(_HANDLE_HALF * 1.25, 0.004),
        QPointF(_HANDLE_HALF * 1.15, -_HANDLE_LOW),
    )
    foot = QPainterPath()
    high = _FOOT_LOW - _BELL_LOW
    foot.addRect(QRectF(-_FOOT_HALF, -_FOOT_LOW, 2 * _FOOT_HALF, high))
    ball = circle(_BELL, (0.0, -_BELL_LOW))
    return stroked(line, _HANDLE_WIDE), union(ball, foot)


def _paint_band(p: QPainter, joints: Joints, colours: FigureColours) -> None:
    """Paint the loop round both ankles: two strands, and a strap over the nearer."""
    near, far = (_across_ankle(joints, near=near) for near in (True, False))
    strands = [
        stroked(_line(*pair), _BAND_WIDE) for pair in zip(near, far, strict=True)
    ]
    p.fillPath(union(*strands), colours.rubber)
    p.fillPath(stroked(_line(*near), _STRAP_WIDE), colours.rubber)


def _across_ankle(joints: Joints, *, near: bool) -> tuple[Point, Point]:
    """Return where a band leaves the front and the back of an ankle."""
    leg = joints.near_leg if near else joints.far_leg
    x, y = down(leg.shin)
    middle = leg.ankle[0] - x * _BAND_UP, leg.ankle[1] - y * _BAND_UP
    return (
        (middle[0] - y * _BAND_HALF, middle[1] + x * _BAND_HALF),
        (middle[0] + y * _BAND_HALF, middle[1] - x * _BAND_HALF),
    )


def _line(start: Point, end: Point) -> QPainterPath:
    line = QPainterPath(QPointF(*start))
    line.lineTo(QPointF(*end))
    return line


def _paint_pad(p: QPainter, prop: Prop, colours: FigureColours) -> None:
    """Paint the nearer arm pad of a captain's chair."""
    left, right = prop.x
    pad = QPainterPath()
    wide = right - _PAD_ENDS - left
    pad.addRoundedRect(QRectF(left, prop.y - PAD, wide, PAD), 0.013, 0.013)
    p.fillPath(pad, colours.wood)


# --- Under the body -------------------------------------------------------------


def _rolled(prop: Prop, joints: Joints) -> tuple[Point, Point, float]:
    """Return where something round has rolled to, how it is turned, and its radius.

    Between the floor and the body it goes half as far as the body.
    """
    left, right = prop.x
    radius = (right - left) / 2
    way = joints.hip[0] / 2
    turn = -way / radius
    middle = (left + right) / 2 + way, radius
    return middle, (math.cos(turn), math.sin(turn)), radius


def _paint_roller(
    p: QPainter, prop: Prop, joints: Joints, colours: FigureColours
) -> None:
    middle, axis, radius = _rolled(prop, joints)
    there = placed(middle, axis)
    foam, ribs = _foam(radius)
    p.fillPath(there.map(foam), colours.rubber)
    p.fillPath(there.map(ribs), colours.cloth)


@cache
def _foam(radius: float) -> tuple[QPainterPath, QPainterPath]:
    """Return the foam seen from its end, and its hollow core with the ribs."""
    ribs = circle(radius * _CORE)
    for place in _around(_RIBS, radius * (1 + _CORE) / 2):
        ribs.addPath(circle(radius * _RIB, place, 12))
    return circle(radius, corners=40), ribs


@cache
def _spiky(radius: float) -> QPainterPath:
    ball = circle(radius * (1 - _SPIKE / 2))
    for place in _around(_SPIKES, radius * (1 - _SPIKE)):
        ball.addPath(circle(radius * _SPIKE, place, 10))
    return ball


def _around(count: int, radius: float) -> list[Point]:
    turns = [math.tau * i / count for i in range(count)]
    return [(radius * math.cos(turn), radius * math.sin(turn)) for turn in turns]
