"""Arrows that show where a part of the body goes."""

import math
from typing import assert_never

from PySide6.QtGui import QPainter, QPainterPath

from psoas_break.domain.figure.body import TRUNK
from psoas_break.domain.figure.joints import Joints
from psoas_break.domain.figure.plane import Point, heading
from psoas_break.domain.figure.scene import Hint, HintAt, Push, Turn
from psoas_break.ui.figure.shapes import circle, closed, union
from psoas_break.ui.figure_colours import FigureColours

_HALF = 0.00425
"""Half the arrow's width."""
_CASING = 0.0035
"""Around it, so that it is seen on clothes as well as beside them."""
_WING, _WING_ANGLE = 0.026, 146.0
_PIECES = 24
_LEAST = 0.05
"""Shorter than this share of itself, an arrow would be all head."""


def paint_hint(
    p: QPainter, joints: Joints, hint: Hint, growth: float, colours: FigureColours
) -> None:
    """Paint one arrow, grown to a share of its length, 0 to 1."""
    if growth < _LEAST:
        return
    line = _line(hint, place_of(hint.at, joints), growth)
    tip, before = line[-1], line[-2]
    way = math.degrees(math.atan2(tip[1] - before[1], tip[0] - before[0]))
    strokes = [line]
    for turn in (_WING_ANGLE, -_WING_ANGLE):
        x, y = heading(way + turn)
        end = tip[0] + x * _WING * growth, tip[1] + y * _WING * growth
        strokes.append([tip, end])
    around = _HALF + _CASING
    p.fillPath(union(*(_thick(one, around) for one in strokes)), colours.hint_casing)
    p.fillPath(union(*(_thick(one, _HALF) for one in strokes)), colours.hint)


def place_of(at: HintAt, joints: Joints) -> Point:
    """Return the point of the body a hint is drawn around."""
    match at:
        case HintAt.HIP | HintAt.PELVIS:
            return joints.hip
        case HintAt.CHEST:
            return joints.spine.point(0.6 * TRUNK)
        case HintAt.HEAD:
            return joints.head
        case HintAt.NEAR_KNEE:
            return joints.near_leg.knee
        case HintAt.FAR_KNEE:
            return joints.far_leg.knee
        case _:
            assert_never(at)


def _line(hint: Hint, at: Point, growth: float) -> list[Point]:
    x, y = at
    match hint:
        case Turn():
            each = hint.sweep * growth / _PIECES
            ways = [heading(hint.start + each * i) for i in range(_PIECES + 1)]
            return [(x + dx * hint.radius, y + dy * hint.radius) for dx, dy in ways]
        case Push():
            dx, dy = heading(hint.direction)
            end = hint.start + hint.length * growth
            return [(x + dx * far, y + dy * far) for far in (hint.start, end)]
        case _:
            assert_never(hint)


def _thick(line: list[Point], half: float) -> QPainterPath:
    """Return a line twice as wide as this half, with round ends."""
    left, right = [], []
    for i, (x, y) in enumerate(line):
        (x0, y0), (x1, y1) = line[max(0, i - 1)], line[min(len(line) - 1, i + 1)]
        away = math.hypot(x1 - x0, y1 - y0) or 1.0
        nx, ny = -(y1 - y0) / away * half, (x1 - x0) / away * half
        left.append((x + nx, y + ny))
        right.append((x - nx, y - ny))
    return union(
        closed(left + right[::-1]),
        circle(half, line[0], corners=12),
        circle(half, line[-1], corners=12),
    )
