"""A pair of footprints, seen from above: the picture for left and right."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTransform

from psoas_break.domain.history import Side

# A right foot, toes up, one unit long, centred; drawn by eye.
_SOLE = (
    (0.010, 0.500),
    (-0.078, 0.455),
    (-0.098, 0.350),
    (-0.060, 0.210),
    (-0.052, 0.080),
    (-0.118, -0.070),
    (-0.150, -0.185),
    (-0.105, -0.272),
    (0.000, -0.268),
    (0.092, -0.222),
    (0.150, -0.135),
    (0.158, -0.010),
    (0.138, 0.150),
    (0.124, 0.300),
    (0.098, 0.440),
)
_TOES = (
    (-0.106, -0.382, 0.060, 0.080),
    (-0.008, -0.398, 0.038, 0.056),
    (0.064, -0.364, 0.034, 0.048),
    (0.122, -0.312, 0.031, 0.041),
    (0.170, -0.246, 0.028, 0.036),
)
_SPREAD = 0.225
"""Distance of each foot's centre from the middle, in foot lengths."""
_TURN_OUT = 5.0
"""Degrees the toes point outward."""


def footprint(*, left: bool, toes: bool = True) -> QPainterPath:
    """One foot, one unit long and centred at the origin, toes up.

    Args:
        left: The left foot; else the right.
        toes: Leave them away where it is painted smaller than about 20 pixels.
    """
    path = _smooth(_SOLE)
    if toes:
        for x, y, rx, ry in _TOES:
            path.addEllipse(QPointF(x, y), rx, ry)
    return QTransform.fromScale(-1, 1).map(path) if left else path


def paint_feet(
    painter: QPainter,
    centre: QPointF,
    length: float,
    filled: dict[Side, float],
    colours: dict[Side, QColor],
) -> None:
    """Paint both feet side by side.

    Args:
        painter: Where to; antialiasing on.
        centre: Middle of the pair.
        length: Of a foot, in pixels.
        filled: How much each foot is filled, 0 outline only to 1; LEFT and RIGHT.
        colours: The colour of each foot.
    """
    for side, sign in ((Side.LEFT, -1), (Side.RIGHT, 1)):
        place = QTransform()
        place.translate(centre.x() + sign * _SPREAD * length, centre.y())
        place.rotate(sign * _TURN_OUT)
        place.scale(length, length)
        path = place.map(footprint(left=side is Side.LEFT))
        colour = QColor(colours[side])
        painter.setPen(QPen(colour, max(1.4, length * 0.012)))
        colour.setAlphaF(colour.alphaF() * filled[side])
        painter.setBrush(colour)
        painter.drawPath(path)


def paint_feet_glyph(
    painter: QPainter, box: QRectF, side: Side, colour: QColor
) -> None:
    """The small pair of soles on the side badge; the working one is filled."""
    for foot, x in ((Side.LEFT, box.left()), (Side.RIGHT, box.center().x() + 1)):
        place = QTransform()
        place.translate(x + box.width() / 4 - 0.5, box.center().y())
        scale = QTransform.fromScale(box.width() * 1.42, box.height() * 1.20)
        path = (scale * place).map(footprint(left=foot is Side.LEFT, toes=False))
        path.translate(0, -box.height() * 0.13)
        painter.setPen(QPen(colour, 1.4))
        works = side in {foot, Side.BOTH}
        painter.setBrush(colour if works else Qt.BrushStyle.NoBrush)
        painter.drawPath(path)


def _smooth(points: tuple[tuple[float, float], ...]) -> QPainterPath:
    """A closed curve through all points (Catmull-Rom, as cubic segments)."""
    count = len(points)
    path = QPainterPath(QPointF(*points[0]))
    for i in range(count):
        (x0, y0), (x1, y1) = points[i - 1], points[i]
        (x2, y2), (x3, y3) = points[(i + 1) % count], points[(i + 2) % count]
        path.cubicTo(
            x1 + (x2 - x0) / 6,
            y1 + (y2 - y0) / 6,
            x2 - (x3 - x1) / 6,
            y2 - (y3 - y1) / 6,
            x2,
            y2,
        )
    path.closeSubpath()
    return path
