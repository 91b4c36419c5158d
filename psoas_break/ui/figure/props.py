"""What stands around the body, from mats to bars.

Everything here stands in its place in the world, behind the body, and never moves;
what the body handles is `kit`.
"""

from typing import assert_never

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

from psoas_break.domain.figure.scene import Prop, PropKind, Scene
from psoas_break.ui.figure.parts import stroked
from psoas_break.ui.figure_colours import FigureColours

_LEG = 0.018
_MAT = 0.018
_SEAT, _BOARD, _MATTRESS = 0.034, 0.026, 0.075
_PILLOW = 0.042
_GRIP_HIGH, PAD = 0.022, 0.030
_SOFA_FOOT, _CUSHION, _BACKREST = 0.030, 0.085, 0.075
_SOFA_BACK = 0.20
"""How far the back of a sofa rises above its seat."""
BAR_MOUNT = 0.10
"""How far above a bar the ceiling is."""
_OUT_OF_SIGHT = 5.0
_SKIRTING = 0.010

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
        case PropKind.SOFA:
            _sofa(p, left, right, prop.y, colours)
        case PropKind.ROLLER | PropKind.BALL | PropKind.BAND | PropKind.WEIGHTS:
            pass  # painted with the body: `kit`
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


def _sofa(
    p: QPainter, left: float, right: float, y: float, colours: FigureColours
) -> None:
    back = left + _BACKREST
    _legs(p, left + 0.020, right - 0.020, _SOFA_FOOT + 0.01, colours.wood_shade)
    _box(p, (left, back, _SOFA_FOOT, y + _SOFA_BACK), colours.cloth_shade, 0.030)
    _box(p, (left, right, _SOFA_FOOT, y - _CUSHION + 0.02), colours.cloth_shade, 0.016)
    _box(p, (back - 0.006, right, y - _CUSHION, y), colours.cloth, 0.024)


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


def _captains_chair(
    p: QPainter, left: float, right: float, y: float, colours: FigureColours
) -> None:
    post = left - 0.045
    _box(p, (post, post + 0.024, 0.0, y + 0.20), colours.metal_shade, 0.008)
    _box(p, (post - 0.09, right, 0.0, 0.020), colours.metal_shade, 0.010)
    _box(
        p,
        (post, right - 0.02, y - PAD - 0.016, y - PAD + 0.004),
        colours.metal,
        0.008,
    )
    _box(p, (right - 0.035, right - 0.020, y - 0.02, y + 0.062), colours.metal, 0.007)
    _box(p, (left - 0.030, left, y - 0.22, y + 0.18), colours.wood_shade, 0.015)
    _box(p, (left, right - 0.045, y - PAD, y), colours.wood_shade, 0.013)


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
