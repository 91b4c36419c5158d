"""What stands around the body, from mats to bars; and what it carries.

Everything stands in its place in the world and never moves, but for a band and
weights, which go where hands and feet go.
"""

from typing import assert_never

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPolygonF

from psoas_break.domain.figure.joints import ArmJoints, Joints
from psoas_break.domain.figure.plane import Point, down
from psoas_break.domain.figure.scene import Prop, PropKind, Scene
from psoas_break.ui.figure.parts import stroked
from psoas_break.ui.figure.shapes import circle, placed, union
from psoas_break.ui.figure_colours import FigureColours

_LEG = 0.018
_MAT = 0.018
_SEAT, _BOARD, _MATTRESS = 0.034, 0.026, 0.075
_PILLOW = 0.042
_GRIP_HIGH, _PAD = 0.022, 0.030
_BAR_RADIUS = 0.015
BAR_MOUNT = 0.10
"""How far above a bar the ceiling is."""
_OUT_OF_SIGHT = 5.0
_SKIRTING = 0.010
_IN_HAND = 0.052
"""From the wrist to what a hand holds."""
_HEAD_AT, _HEAD_LONG, _HEAD_HIGH, _HANDLE = 0.052, 0.030, 0.030, 0.008
_BAND_WIDE = 0.011
_BAND_UP = 0.030
"""A band lies this far above the ankles."""

Sides = tuple[float, float, float, float]
"""Left, right, bottom and top of a box."""


def paint_props(p: QPainter, scene: Scene, colours: FigureColours) -> None:
    """Paint everything that keeps its place, furthest back first."""
    p.setPen(Qt.PenStyle.NoPen)
    for prop in scene.props:
        if not prop.is_carried:
            _paint(p, prop, colours)


def _paint(p: QPainter, prop: Prop, colours: FigureColours) -> None:
    left, right = prop.x
    match prop.kind:
        case PropKind.MAT:
            _box(p, (left, right, -_MAT, 0.0), colours.mat, 0.009)
            _box(p, (left, right, -_MAT, -_MAT / 2), colours.mat_edge, 0.0045)
        case PropKind.CHAIR:
            _chair(p, left, right, prop.y, colours)
        case PropKind.BENCH:
            _legs(p, left + 0.020, right - 0.020, prop.y, colours.wood_shade)
            _box(p, (left, right, prop.y - _SEAT, prop.y), colours.wood, 0.014)
        case PropKind.DESK:
            _legs(p, left + 0.100, right - 0.065, prop.y, colours.wood_shade)
            _box(p, (left, right, prop.y - _BOARD, prop.y), colours.wood, 0.011)
        case PropKind.WALL:
            _wall(p, left, right, colours)
        case PropKind.BED:
            _bed(p, left, right, prop.y, colours)
        case PropKind.STEP:
            _box(p, (left, right, 0.0, prop.y), colours.wood_shade, 0.012)
            _box(p, (left, right, prop.y - 0.022, prop.y), colours.wood, 0.010)
        case PropKind.BLOCKS:
            _blocks(p, left, right, prop.y, colours)
        case PropKind.PILLOW:
            _box(
                p,
                (left, right, prop.y - _PILLOW, prop.y),
                colours.cloth,
                _PILLOW * 0.48,
            )
        case PropKind.BAR:
            _bar(p, (left + right) / 2, prop.y, colours)
        case PropKind.CAPTAINS_CHAIR:
            _captains_chair(p, left, right, prop.y, colours)
        case PropKind.ROLLER:
            _round(p, left, right, colours.cloth_shade, colours.cloth)
        case PropKind.BALL:
            _round(p, left, right, colours.rubber, colours.rubber)
        case PropKind.BAND | PropKind.WEIGHTS:
            pass  # carried: painted with the body
        case _:
            assert_never(prop.kind)


def _chair(
    p: QPainter, left: float, right: float, y: float, colours: FigureColours
) -> None:
    _legs(p, left + 0.012, right - 0.016, y, colours.wood_shade)
    back = QPainterPath(QPointF(left + 0.016, y - 0.010))
    back.cubicTo(
        QPointF(left, y + 0.10),
        QPointF(left - 0.012, y + 0.16),
        QPointF(left - 0.028, y + 0.25),
    )
    p.fillPath(stroked(back, 0.022), colours.wood)
    _box(p, (left, right, y - _SEAT, y), colours.wood, 0.014)


def _wall(p: QPainter, left: float, right: float, colours: FigureColours) -> None:
    """Paint the face the body leans on, and the wall behind it out of the picture."""
    ahead = left + right > 0
    face = left if ahead else right
    out = _OUT_OF_SIGHT if ahead else -_OUT_OF_SIGHT
    skirting = _SKIRTING if ahead else -_SKIRTING
    p.fillRect(_between(face, out, 0.0, _OUT_OF_SIGHT), colours.wall)
    p.fillRect(_between(face, face + skirting, 0.0, _OUT_OF_SIGHT), colours.wall_edge)


def _between(x0: float, x1: float, bottom: float, top: float) -> QRectF:
    return QRectF(min(x0, x1), bottom, abs(x1 - x0), top - bottom)


def _bed(
    p: QPainter, left: float, right: float, y: float, colours: FigureColours
) -> None:
    frame = max(0.02, y - _MATTRESS)
    _legs(p, left + 0.030, right - 0.030, frame, colours.wood_shade)
    _box(p, (left, right, frame - 0.035, frame), colours.wood, 0.010)
    _box(p, (left + 0.006, right - 0.006, frame, y), colours.cloth, 0.022)
    _box(
        p, (left + 0.006, right - 0.006, frame, frame + 0.03), colours.cloth_shade, 0.01
    )


def _blocks(
    p: QPainter, left: float, right: float, y: float, colours: FigureColours
) -> None:
    _legs(p, left + 0.010, right - 0.010, y, colours.metal_shade)
    _box(p, (left - 0.012, right + 0.012, 0.0, 0.012), colours.metal_shade, 0.006)
    _box(p, (left, right, y - _GRIP_HIGH, y), colours.metal, _GRIP_HIGH / 2)


def _bar(p: QPainter, x: float, y: float, colours: FigureColours) -> None:
    top = y + BAR_MOUNT
    _box(p, (x - 0.006, x + 0.006, y, top), colours.metal_shade, 0.004)
    _box(p, (x - 0.085, x + 0.085, top - 0.014, top), colours.metal, 0.006)
    p.fillPath(circle(_BAR_RADIUS, (x, y)), colours.metal_shade)


def _captains_chair(
    p: QPainter, left: float, right: float, y: float, colours: FigureColours
) -> None:
    post = left - 0.045
    _box(p, (post, post + 0.024, 0.0, y + 0.20), colours.metal_shade, 0.008)
    _box(p, (post - 0.09, right, 0.0, 0.020), colours.metal_shade, 0.010)
    _box(
        p,
        (post, right - 0.02, y - _PAD - 0.016, y - _PAD + 0.004),
        colours.metal,
        0.008,
    )
    _box(p, (right - 0.035, right - 0.020, y - 0.02, y + 0.062), colours.metal, 0.007)
    _box(p, (left - 0.030, left, y - 0.22, y + 0.18), colours.wood_shade, 0.015)
    _box(p, (left, right - 0.045, y - _PAD, y), colours.wood_shade, 0.013)


def _round(
    p: QPainter, left: float, right: float, colour: QColor, inner: QColor
) -> None:
    radius = (right - left) / 2
    middle = (left + right) / 2, radius
    p.fillPath(circle(radius, middle), colour)
    p.fillPath(circle(radius * 0.6, middle), inner)


def _legs(p: QPainter, left: float, right: float, y: float, colour: QColor) -> None:
    _box(p, (left, left + _LEG, 0.0, y - 0.004), colour, 0.006)
    _box(p, (right - _LEG, right, 0.0, y - 0.004), colour, 0.006)


def _box(p: QPainter, sides: Sides, colour: QColor, corner: float) -> None:
    """Fill a box with round corners."""
    left, right, bottom, top = sides
    path = QPainterPath()
    path.addRoundedRect(
        QRectF(left, bottom, right - left, top - bottom), corner, corner
    )
    p.fillPath(path, colour)


# --- Carried --------------------------------------------------------------------


def carried(scene: Scene) -> frozenset[PropKind]:
    """Return what the body carries with it."""
    return frozenset(prop.kind for prop in scene.props if prop.is_carried)


def paint_weight(p: QPainter, arm: ArmJoints, colours: FigureColours) -> None:
    """Paint the weight in a hand; the hand itself comes over it."""
    _weight(p, arm, colours.metal_shade, colours.metal)


def _weight(p: QPainter, arm: ArmJoints, head: QColor, handle: QColor) -> None:
    dx, dy = along = down(arm.hand)
    middle = arm.wrist[0] + dx * _IN_HAND, arm.wrist[1] + dy * _IN_HAND
    across = placed(middle, (-along[1], along[0]))
    bar = QPainterPath()
    bar.addRect(QRectF(-_HEAD_AT, -_HANDLE, 2 * _HEAD_AT, 2 * _HANDLE))
    heads = QPainterPath()
    for x in (-_HEAD_AT - _HEAD_LONG / 2, _HEAD_AT - _HEAD_LONG / 2):
        box = QRectF(x, -_HEAD_HIGH, _HEAD_LONG, 2 * _HEAD_HIGH)
        heads.addRoundedRect(box, 0.007, 0.007)
    p.fillPath(across.map(bar), handle)
    p.fillPath(across.map(heads), head)


def paint_band(p: QPainter, joints: Joints, colours: FigureColours) -> None:
    """Paint the loop that runs round both ankles."""
    ends = [_above_ankle(joints, near=near) for near in (True, False)]
    line = QPainterPath()
    line.addPolygon(QPolygonF([QPointF(x, y) for x, y in ends]))
    p.fillPath(stroked(line, _BAND_WIDE), colours.rubber)
    for x, y in ends:
        p.fillPath(union(circle(_BAND_WIDE * 0.9, (x, y), 16)), colours.rubber)


def _above_ankle(joints: Joints, *, near: bool) -> Point:
    leg = joints.near_leg if near else joints.far_leg
    x, y = down(leg.shin)
    return leg.ankle[0] - x * _BAND_UP, leg.ankle[1] - y * _BAND_UP
